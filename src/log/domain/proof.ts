// A proof that something was recorded: a signed statement at once, a place in the tree later.
import { CHAIN_START, digestEnvelope, type Link, type Sha256, type StoredFact } from './chain.ts'
import {
  leafText,
  readCheckpoint,
  type SignedCheckpoint,
  type VerifySignature,
} from './checkpoint.ts'
import { rootOfPath, type Step } from './merkle.ts'

/** "This was recorded": holds from the moment it is given. */
export type Statement = {
  readonly stream: string
  readonly place: number
  readonly digest: string
  readonly at: string
  readonly key: string
  readonly signature: string
}

/** A fact's envelope without its body: enough to walk the chain, nothing to read. */
export type BareFact = Omit<StoredFact, 'body' | 'salt'>

/** "It lies under a published checkpoint": the chain from the fact to a head, the head's path. */
export type Inclusion = {
  readonly checkpoint: SignedCheckpoint
  readonly salt: string
  readonly path: readonly Step[]
  /** The facts after it, up to the head that the checkpoint covers. */
  readonly after: readonly BareFact[]
}

export type Proof = { readonly statement: Statement; readonly inclusion: Inclusion | null }

export const statementText = (one: Omit<Statement, 'signature'>): string =>
  `{"at":"${one.at}","digest":"${one.digest}","key":"${one.key}","place":${one.place},` +
  `"stream":"${one.stream}"}`

export type ProofBreak = 'signature-wrong' | 'chain-broken' | 'not-under-checkpoint'

/** Verifies a proof against the keys that the checker trusts. Null when it holds. */
export function verifyProof(
  sha256: Sha256,
  verifySignature: VerifySignature,
  { statement, inclusion }: Proof,
  keys: readonly string[],
): ProofBreak | null {
  const { signature, ...said } = statement
  if (!keys.includes(statement.key)) return 'signature-wrong'
  if (!verifySignature(statement.key, statementText(said), signature)) return 'signature-wrong'
  if (inclusion === null) return null
  const head = walk(sha256, { place: statement.place, digest: statement.digest }, inclusion.after)
  if (head === null) return 'chain-broken'
  const checkpoint = readCheckpoint(inclusion.checkpoint.text)
  if (checkpoint === null || !keys.includes(checkpoint.key)) return 'signature-wrong'
  const { text, signature: sealed } = inclusion.checkpoint
  if (!verifySignature(checkpoint.key, text, sealed)) return 'signature-wrong'
  const leaf = leafText({ owner: '', stream: statement.stream, salt: inclusion.salt, ...head })
  const root = rootOfPath(sha256, leaf, inclusion.path)
  return root === checkpoint.root ? null : 'not-under-checkpoint'
}

function walk(sha256: Sha256, from: Link, facts: readonly BareFact[]): Link | null {
  let head = from
  for (const fact of facts) {
    if (fact.place !== head.place + 1) return null
    if (digestEnvelope(sha256, fact, head.digest) !== fact.digest) return null
    head = { place: fact.place, digest: fact.digest }
  }
  return head.place >= CHAIN_START.place ? head : null
}
