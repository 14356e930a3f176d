// The command count-budget: counts a participatory budget from a Pabulib file.
import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { countFund, type FundOrder, fundRules } from '../fund/count-fund.ts'
import type { Fund } from '../fund/fund.ts'
import { type Bound, type Limits, tieRules } from '../fund/limits.ts'
import { readFund } from '../fund/read-fund.ts'
import { inUnits, readDecimal } from '../ground/fraction.ts'
import { ok, type Refusal, type Result, refuse } from '../ground/result.ts'
import { fundSettlement } from '../proof/fund-kind.ts'
import { commitElectorate, settle } from '../proof/settle.ts'
import { fundReportText, reportFund } from '../report/fund-report.ts'
import { completions } from '../rules/completion.ts'
import type { Command, CommandIo, ParsedArguments } from './command.ts'
import { readText, refuseFile } from './read-text.ts'

const help = `Usage: count-budget <file.pb> --rule <rule> [options]

Counts a participatory budget: which projects are funded, why each one won or by how
much it missed, and how fairly the voters are treated. The file is in the format of
pabulib.org (.pb, also gzipped): META with budget and vote_type, PROJECTS, VOTES.

Rules
  greedy-cost      most utility per cost first, skip what does not fit. A project is worth
                   its cost to those who voted for it, so this goes by votes; on ballots
                   with points or ranks, by points or ranks per cost
  greedy-card      most votes per cost first
  greedy-votes     most votes first, as most cities do
  greedy-points    most points first
  mes-cost         Equal Shares: each voter has an equal share to spend on what they voted
                   for; a project is worth its cost
  mes-card         Equal Shares; every project is worth the same
  mes-points       Equal Shares; worth the points given (cumulative and scoring ballots)
  mes-borda        Equal Shares; worth the ranks below it (ordinal ballots)
  phragmen         the cost of each project weighs on its supporters, as evenly as can be
  maximin-support  the least supported project is supported as well as can be

Completions, for Equal Shares, which can leave money unspent
  none             leave it (the default)
  greedy           spend it greedily
  add1             raise every share by 1, again and again, and keep the last outcome that
                   the budget can pay for (as cities that use Equal Shares do)
  add1-exhaustive  as add1, and stop as soon as no other project fits
  add1u            as add1-exhaustive, then greedy

Options
  --completion <c>          one of the completions
  --ties <rule>             how exactly equal scores are parted: id (as strings, the
                            default) or votes-cost (most votes, then least cost, then id)
  --minimum-votes <n>       leave out projects with fewer votes
  --at-most <bound>         'category:sport=50000' or 'area:North=50000' bounds money,
                            'category:sport=3 projects' bounds their number; repeatable
  --exclude <id,id,…>       at most one of these projects wins; repeatable
  --json                    one JSON document (schemas/count-budget.schema.json)
  --proof <file>            also write a proof that anyone can recount; needs --electorate
  --electorate <file>       who could vote: one line a person that tells nothing by itself,
                            such as a salted digest. Only its digest is kept

Examples
  count-budget town.pb --rule mes-cost --completion add1
  count-budget town.pb --rule greedy-votes --minimum-votes 50 --at-most 'area:North=20000'

Every tie and every penny is decided by exact arithmetic; ties are part of the result.
`

/** Counts one Pabulib file. Exit codes: 0 counted, 1 the file was refused, 2 called wrongly. */
export const countBudgetCommand: Command = {
  name: 'count-budget',
  summary: 'Count a participatory budget and explain the result',
  help,
  options: {
    rule: { type: 'string' },
    completion: { type: 'string' },
    ties: { type: 'string' },
    'minimum-votes': { type: 'string' },
    'at-most': { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    proof: { type: 'string' },
    electorate: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
  run,
}

async function run(args: ParsedArguments, io: CommandIo): Promise<number> {
  if (args.values.help === true) {
    io.out(help)
    return 0
  }
  const call = readCall(args)
  if (!call.ok) return told(io, call.refusal, 2)
  const bytes = await readBytes(call.value.file)
  if (!bytes.ok) return told(io, bytes.refusal, 1)
  const fund = readFund(bytes.value)
  if (!fund.ok) return told(io, fund.refusal, 1)
  const limits = limitsOf(args, fund.value)
  if (!limits.ok) return told(io, limits.refusal, 2)
  const order: FundOrder = { ...call.value.order, limits: limits.value }
  const progress = (part: number): void =>
    io.progress(Math.floor(part * 1000), 1000, 'Spending the budget')
  const count = countFund(fund.value, { ...order, progress })
  if (!count.ok) return told(io, count.refusal, 1)
  if (call.value.proof !== null) {
    const written = await writeProof(fund.value, order, call.value.proof)
    if (!written.ok) return told(io, written.refusal, 1)
  }
  const report = reportFund(count.value)
  io.out(
    args.values.json === true
      ? `${JSON.stringify(report)}\n`
      : fundReportText(report, fund.value.title),
  )
  return 0
}

function told(io: CommandIo, { says, remedy }: Refusal, code: number): number {
  io.err(`${says}. ${remedy}.\n`)
  return code
}

type Proof = { readonly path: string; readonly electorate: string }

type Call = { readonly file: string; readonly order: FundOrder; readonly proof: Proof | null }

function readCall({ positionals, values }: ParsedArguments): Result<Call> {
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    const says = file === undefined ? 'No file was named' : 'More than one file was named'
    return refuse('call-file', says, 'Name one .pb file: count-budget <file.pb> --rule <rule>')
  }
  const rule = oneOf(values.rule, fundRules, 'rule')
  if (!rule.ok) return rule
  const completion = oneOf(values.completion ?? 'none', completions, 'completion')
  if (!completion.ok) return completion
  const tieRule = oneOf(values.ties ?? 'id', tieRules, 'ties')
  if (!tieRule.ok) return tieRule
  const order = { rule: rule.value, completion: completion.value, tieRule: tieRule.value }
  const { proof, electorate } = values
  if (proof === undefined && electorate === undefined) return ok({ file, order, proof: null })
  if (typeof proof === 'string' && typeof electorate === 'string') {
    return ok({ file, order, proof: { path: proof, electorate } })
  }
  return refuse(
    'call-proof',
    'A proof needs a file to write and the electorate',
    'Give both: --proof out.json --electorate voters.txt',
  )
}

/** No rule for funds draws a lot, so the seed of the proof is a single zero byte. */
async function writeProof(fund: Fund, order: FundOrder, proof: Proof): Promise<Result<null>> {
  const list = await readText(proof.electorate)
  if (!list.ok) return list
  const people = list.value.split(/\r?\n/).filter((line) => line.trim() !== '')
  const { rules, ballots } = fundSettlement(fund, order)
  const outcome = await settle(rules, commitElectorate(people), ballots, '00')
  if (!outcome.ok) return outcome
  try {
    await writeFile(proof.path, outcome.value.proof)
    return ok(null)
  } catch (error) {
    return refuseFile(proof.path, error)
  }
}

function oneOf<T extends string>(
  given: ParsedArguments['values'][string],
  known: readonly T[],
  option: string,
): Result<T> {
  const found = known.find((name) => name === given)
  if (found !== undefined) return ok(found)
  const says =
    typeof given === 'string' ? `There is no --${option} ${given}` : `No --${option} is given`
  return refuse('call-option', says, `Use one of ${known.join(', ')}`)
}

const manyOf = (given: ParsedArguments['values'][string]): string[] =>
  given === undefined ? [] : [given].flat().map(String)

function limitsOf({ values }: ParsedArguments, fund: Fund): Result<Limits> {
  const least = values['minimum-votes'] ?? '0'
  if (typeof least !== 'string' || !/^\d{1,15}$/.test(least)) {
    return refuse('call-option', `--minimum-votes is ${least}`, 'Enter a whole number, like 50')
  }
  const bounds: Bound[] = []
  for (const text of manyOf(values['at-most'])) {
    const bound = boundOf(text, fund)
    if (bound === null) {
      return refuse(
        'call-option',
        `--at-most ${text} does not say what it bounds`,
        "Write it like 'category:sport=50000' or 'area:North=3 projects'",
      )
    }
    bounds.push(bound)
  }
  const exclusions = manyOf(values.exclude).map((text) => text.split(',').map((id) => id.trim()))
  return ok({ minimumVotes: Number(least), bounds, exclusions })
}

function boundOf(text: string, fund: Fund): Bound | null {
  const match = /^(category|area):(.+)=\s*(\S+?)(\s+projects?)?$/.exec(text)
  if (match === null) return null
  const [, of, named, figure, counts] = match as unknown as [
    string,
    'category' | 'area',
    string,
    string,
    string?,
  ]
  const amount = readDecimal(figure)
  if (amount === null || amount.units < 0n) return null
  if (counts !== undefined) {
    if (amount.decimals > 0) return null
    return { of, named, atMostCost: null, atMostProjects: Number(amount.units) }
  }
  if (amount.decimals > fund.decimals) {
    const scale = 10n ** BigInt(amount.decimals - fund.decimals)
    return { of, named, atMostCost: amount.units / scale, atMostProjects: null }
  }
  return { of, named, atMostCost: inUnits(amount, fund.decimals), atMostProjects: null }
}

async function readBytes(file: string): Promise<Result<Uint8Array>> {
  try {
    const bytes = await readFile(file)
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      return ok(gunzipSync(bytes, { maxOutputLength: 2 ** 31 }))
    }
    return ok(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^(Z_|ERR_BUFFER)/.test(code)) return refuseFile(file, error)
    return refuse('file-gzip', `${file} cannot be unpacked`, 'Unpack it first, or fetch it again')
  }
}
