// Streams as a checkpoint saw them: their facts up to its leaf, and which of those were erased.
import type { Id, Instant, Static } from '../../basics/index.ts'
import { type Querier, sha256 } from '../../plumbing/index.ts'
import { type Break, type StoredFact, verifyStream } from '../domain/chain.ts'
import { type Checkpoint, type Leaf, readCheckpoint } from '../domain/checkpoint.ts'
import type { Fact } from '../domain/fact.ts'
import { bodyErased } from '../domain/facts.ts'
import { unseal } from '../domain/seal.ts'
import { checkpointNumbered, lastCheckpoint, leavesAt } from '../store/checkpoints.ts'
import { readStreams } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'

export type StreamRef = { readonly owner: Id; readonly stream: Id }

/** A fact whose body is gone: what of it stays, and why it was erased. */
export type Gone = {
  readonly place: number
  readonly kind: string
  readonly at: Instant
  readonly digest: string
  readonly erasedAt: Instant
  readonly reason: string
}

export type StreamThen = StreamRef & {
  readonly leaf: Leaf
  /** In their order, each with the digest that stands in the chain. */
  readonly facts: readonly (Fact & { readonly digest: string })[]
  readonly gone: readonly Gone[]
  /** Why the chain does not hold up to the leaf; null where it does. */
  readonly broken: Break['why'] | 'head-not-on-chain' | null
}

/** The checkpoint of a number, as signed and as read; the latest where none is named. */
export async function findCheckpoint(db: Querier, number: number | null) {
  const asked = number === null ? lastCheckpoint(db) : checkpointNumbered(db, number)
  const signed = await asked
  const checkpoint: Checkpoint | null = signed === null ? null : readCheckpoint(signed.text)
  return signed === null || checkpoint === null ? null : { signed, checkpoint }
}

// So many streams at once stay well within memory, whatever a service was told.
const AT_ONCE = 500

/** The streams that a checkpoint covers, out of those asked for, a few hundred at a time. */
export async function* readAsOf(
  log: Pick<Log, 'kinds'>,
  db: Querier,
  checkpoint: number,
  refs: readonly StreamRef[],
): AsyncGenerator<StreamThen> {
  for (let from = 0; from < refs.length; from += AT_ONCE) {
    const some = refs.slice(from, from + AT_ONCE)
    const leaves = await leavesAt(db, checkpoint, some)
    const stored = await readStreams(db, some)
    for (const leaf of leaves) yield streamThen(log, leaf, stored.get(leaf.stream) ?? [])
  }
}

function streamThen(log: Pick<Log, 'kinds'>, leaf: Leaf, all: readonly StoredFact[]): StreamThen {
  const covered = all.filter(({ place }) => place <= leaf.place)
  const { head, broken } = verifyStream(sha256, covered)
  const onChain = head.place === leaf.place && head.digest === leaf.digest
  const facts = covered.flatMap((one) => {
    const fact = unseal(log.kinds, one)
    return fact === null ? [] : [{ ...fact, digest: one.digest }]
  })
  return {
    owner: leaf.owner as Id,
    stream: leaf.stream as Id,
    leaf,
    facts,
    gone: covered.filter(({ body }) => body === null).map((one) => goneOf(log, one, all)),
    broken: broken?.why ?? (onChain ? null : 'head-not-on-chain'),
  }
}

function goneOf(log: Pick<Log, 'kinds'>, one: StoredFact, all: readonly StoredFact[]): Gone {
  const { place, kind, digest } = one
  const erasure = all.find((other) => {
    const fact = other.kind === bodyErased.kind ? unseal(log.kinds, other) : null
    return (fact?.body as Static<typeof bodyErased.schema> | undefined)?.place === place
  })
  const body = erasure === undefined ? null : unseal(log.kinds, erasure)?.body
  const { reason = '' } = (body ?? {}) as { reason?: string }
  const erasedAt = (erasure?.at ?? one.at) as Instant
  return { place, kind, at: one.at as Instant, digest, erasedAt, reason }
}
