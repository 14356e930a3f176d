// Settling a decision with a proof file, and counting a proof file again.
import { ok, type Result, refuse } from '../ground/result.ts'
import { digestOf } from '../ground/seeded.ts'
import { canonicalJson, firstDifference, isRecord, type Json, parseJson } from './canonical.ts'
import { settlementKinds } from './kinds.ts'
import type {
  ElectorateCommitment,
  JsonRecord,
  SettlementKind,
  SettlementRules,
} from './settlement.ts'

export const proofFormat = 'coproduce-proof'
/** Changes when the same inputs would no longer give the same bytes. */
export const proofVersion = 1

export type Outcome = {
  readonly result: JsonRecord
  /** Canonical JSON text that holds all it takes to settle the decision again. */
  readonly proof: string
}

/**
 * Settles a decision by its published rules. The proof is one canonical JSON text with the rules,
 * the electorate's commitment, every ballot, the seed, their digest, the digest of the seed (which
 * is what to publish before the ballots are in), and the result. The order in which ballots come
 * makes no difference.
 *
 * Refusals: `unknown-kind`, `seed-not-hex`, `electorate-unclear`, `more-papers-than-people`, and
 * those of the kind.
 *
 * @example await settle({ kind: 'election', rule: 'ni1985', … }, electorate, ballots, '5f3a')
 */
export async function settle(
  rules: SettlementRules,
  electorate: ElectorateCommitment,
  ballots: Json,
  seed: string,
  kinds: readonly SettlementKind[] = settlementKinds,
): Promise<Result<Outcome>> {
  const kind = kinds.find((one) => one.kind === rules.kind)
  if (kind === undefined) {
    const known = kinds.map((one) => one.kind).join(', ')
    return refuse(
      'unknown-kind',
      `There is no settlement of the kind "${String(rules.kind).slice(0, 40)}"`,
      `Settle one of ${known}`,
    )
  }
  if (!/^([0-9a-f]{2}){1,512}$/.test(seed)) {
    return refuse(
      'seed-not-hex',
      'The seed is not an even number of hexadecimal digits in small letters',
      'State a seed such as 5f3a09c1',
    )
  }
  const { people, digest } = electorate
  if (!Number.isSafeInteger(people) || people < 0 || !/^[0-9a-f]{64}$/.test(digest)) {
    return refuse(
      'electorate-unclear',
      'The electorate is not a number of people and a digest of 64 hexadecimal digits',
      'Commit to the electorate first, and give what that returns',
    )
  }
  const settled = await kind.settle(rules, ballots, seed)
  if (!settled.ok) return settled
  const { papers, result } = settled.value
  if (papers > people) {
    return refuse(
      'more-papers-than-people',
      `There are ballots of ${papers} people, and the electorate is ${people}`,
      'Check the ballots against the list of who could take part',
    )
  }
  const { rules: kept, ballots: cast } = settled.value
  const inputs = { rules: kept, electorate: { people, digest }, ballots: cast, seed }
  const proof = canonicalJson({
    format: proofFormat,
    version: proofVersion,
    ...inputs,
    inputsDigest: digestOf(canonicalJson(inputs)),
    seedDigest: digestOf(seed),
    result,
  })
  return ok({ result, proof })
}

export type Recount = Outcome & {
  readonly kind: string
  readonly electorate: ElectorateCommitment
  readonly seedDigest: string
  /** SHA-256 of the proof file; what a notice board needs to hold. */
  readonly digest: string
  /** What came out, in a few plain lines. */
  readonly told: readonly string[]
}

/**
 * Settles a proof file again from what is in it. Accepts it only when every byte comes out the
 * same; otherwise says where the first difference is.
 *
 * Refusals: `not-json`, `json-too-deep`, `not-a-proof`, `proof-version`, `outcome-differs`,
 * `not-canonical`, and those of `settle`.
 */
export async function recount(
  proof: string,
  kinds: readonly SettlementKind[] = settlementKinds,
): Promise<Result<Recount>> {
  const parsed = parseJson(proof)
  if (!parsed.ok) return parsed
  const inputs = readInputs(parsed.value)
  if (!inputs.ok) return inputs
  const { rules, electorate, ballots, seed } = inputs.value
  const again = await settle(rules, electorate, ballots, seed, kinds)
  if (!again.ok) return again
  if (again.value.proof !== proof) return refuseDifference(parsed.value, again.value.proof)
  const kind = kinds.find((one) => one.kind === rules.kind)!
  return ok({
    ...again.value,
    kind: rules.kind,
    electorate,
    seedDigest: digestOf(seed),
    digest: digestOf(proof),
    told: kind.tell(rules, again.value.result),
  })
}

type Inputs = {
  readonly rules: SettlementRules
  readonly electorate: ElectorateCommitment
  readonly ballots: Json
  readonly seed: string
}

function readInputs(file: Json): Result<Inputs> {
  if (!isRecord(file) || file.format !== proofFormat) {
    return refuse(
      'not-a-proof',
      'The file is JSON, but not a proof of a decision',
      'Choose a proof file as it was published',
    )
  }
  const { version, rules, electorate, ballots, seed } = file
  if (version !== proofVersion) {
    return refuse(
      'proof-version',
      `The proof is of version ${String(version).slice(0, 20)}, and this counts version ` +
        String(proofVersion),
      'Use the release of this program that the proof was made with',
    )
  }
  const whole =
    isRecord(rules) &&
    typeof rules.kind === 'string' &&
    isRecord(electorate) &&
    typeof electorate.people === 'number' &&
    typeof electorate.digest === 'string' &&
    ballots !== undefined &&
    typeof seed === 'string'
  if (!whole) {
    return refuse(
      'not-a-proof',
      'The proof does not hold rules, electorate, ballots and seed',
      'Choose a proof file as it was published',
    )
  }
  return ok({
    rules: { ...rules, kind: String(rules.kind) },
    electorate: { people: Number(electorate.people), digest: String(electorate.digest) },
    ballots,
    seed,
  })
}

function refuseDifference(file: Json, again: string): Result<never> {
  const difference = firstDifference(file, JSON.parse(again))
  if (difference === null) {
    return refuse(
      'not-canonical',
      'The file says the same as the count, but not byte for byte',
      'Choose the proof file as it was published, without changes to spaces or order',
    )
  }
  const { path, one, other } = difference
  return refuse(
    'outcome-differs',
    `The file does not hold: ${path} is ${one} in the file and ${other} when counted again`,
    'Ask whoever published the outcome to explain, and keep this file',
  )
}

/**
 * Commits to a frozen electorate without showing it: the digest of the entries in order. Each
 * entry stands for one person and must tell nothing by itself, such as a salted digest.
 */
export function commitElectorate(entries: readonly string[]): ElectorateCommitment {
  const inOrder = [...new Set(entries)].sort()
  return { people: inOrder.length, digest: digestOf(canonicalJson(inOrder)) }
}
