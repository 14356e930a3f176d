// Verify: every chain walked, every checkpoint checked, the first thing that does not hold named.
import { type Querier, sha256, verifySignature } from '../../plumbing/index.ts'
import { type Break, CHAIN_START, type Link, type StoredFact, verifyFact } from '../domain/chain.ts'
import {
  type Checkpoint,
  type CheckpointBreak,
  readCheckpoint,
  rootOf,
  verifyCheckpoints,
} from '../domain/checkpoint.ts'
import { eachLeaf, type LeafRow, leavesUnder, readCheckpoints } from '../store/checkpoints.ts'
import { countFacts, eachFact, eachHead, type HeadRow } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'

export type HeadBreak = {
  readonly owner: string
  readonly stream: string
  readonly place: number
  readonly why: 'head-differs'
}

export type Verified = {
  readonly facts: number
  readonly streams: number
  readonly checkpoints: number
  readonly broken: Break | HeadBreak | CheckpointBreak | null
}

/**
 * Verifies everything. Memory does not grow with the number of facts.
 * `firstKey` is the public key the checker trusts; by default the one the first checkpoint names.
 */
export function verifyLog(
  log: Pick<Log, 'db'>,
  options: { firstKey?: string; progress?: (done: number, total: number) => void } = {},
): Promise<Verified> {
  return log.db.transaction((tx) => verifyAll(tx, options), 'read')
}

async function verifyAll(
  db: Querier,
  options: { firstKey?: string; progress?: (done: number, total: number) => void },
): Promise<Verified> {
  const signed = await readCheckpoints(db)
  const first = signed[0] === undefined ? null : readCheckpoint(signed[0].text)
  const trusted = options.firstKey ?? first?.key ?? ''
  const { checkpoints, broken } = verifyCheckpoints(sha256, verifySignature, signed, trusted)
  const walked = await walk(db, options.progress ?? (() => {}))
  const rootBreak = broken ?? (await verifyRoots(db, checkpoints))
  return { ...walked, checkpoints: checkpoints.length, broken: walked.broken ?? rootBreak }
}

type Walked = Pick<Verified, 'facts' | 'streams' | 'broken'>

/** Walks facts, heads and published leaves side by side, all in the same order. */
async function walk(db: Querier, progress: (done: number, total: number) => void): Promise<Walked> {
  const total = await countFacts(db)
  const heads = oneByOne(eachHead(db))
  const leaves = oneByOne(eachLeaf(db))
  let facts = 0
  let streams = 0
  let stream: Following | null = null
  for await (const batch of eachFact(db)) {
    for (const fact of batch) {
      if (stream === null || fact.stream !== stream.stream || fact.owner !== stream.owner) {
        const broken = stream === null ? null : await stream.close()
        if (broken !== null) return { facts, streams, broken }
        stream = await follow(fact, heads, leaves)
        streams += 1
      }
      const broken = stream.step(fact)
      if (broken !== null) return { facts, streams, broken }
      facts += 1
    }
    progress(facts, total)
  }
  const broken = (await stream?.close()) ?? (await leftOver(heads, leaves))
  return { facts, streams, broken }
}

type Following = {
  owner: string
  stream: string
  step(fact: StoredFact): Break | HeadBreak | CheckpointBreak | null
  close(): Promise<HeadBreak | CheckpointBreak | null>
}

async function follow(
  { owner, stream }: StoredFact,
  heads: Peekable<HeadRow>,
  leaves: Peekable<LeafRow>,
): Promise<Following> {
  const missed = await leftOver(heads, leaves, { owner, stream })
  const published = await leaves.takeWhile((one) => one.owner === owner && one.stream === stream)
  const [row] = await heads.takeWhile((one) => one.owner === owner && one.stream === stream)
  let head: Link = CHAIN_START
  return {
    owner,
    stream,
    step(fact) {
      if (missed !== null) return missed
      const broken = verifyFact(sha256, head, fact)
      if (broken !== null) return broken
      head = fact
      const leaf = published.find((one) => one.place === fact.place && one.digest !== fact.digest)
      return leaf === undefined ? null : { checkpoint: leaf.checkpoint, why: 'head-not-on-chain' }
    },
    async close() {
      const beyond = published.find((one) => one.place > head.place)
      if (beyond !== undefined) return { checkpoint: beyond.checkpoint, why: 'head-not-on-chain' }
      if (row?.place === head.place && row.digest === head.digest) return null
      return { owner, stream, place: head.place, why: 'head-differs' }
    },
  }
}

/** Heads and leaves of streams that have no facts (any more), up to the stream given. */
async function leftOver(
  heads: Peekable<HeadRow>,
  leaves: Peekable<LeafRow>,
  upTo?: { owner: string; stream: string },
): Promise<HeadBreak | CheckpointBreak | null> {
  const before = (one: { owner: string; stream: string }) =>
    upTo === undefined || `${one.owner} ${one.stream}` < `${upTo.owner} ${upTo.stream}`
  const [leaf] = await leaves.takeWhile(before)
  if (leaf !== undefined) return { checkpoint: leaf.checkpoint, why: 'head-not-on-chain' }
  const [head] = await heads.takeWhile(before)
  if (head === undefined) return null
  return { owner: head.owner, stream: head.stream, place: 0, why: 'head-differs' }
}

async function verifyRoots(
  db: Querier,
  checkpoints: readonly Checkpoint[],
): Promise<CheckpointBreak | null> {
  for (const { number, root, streams } of checkpoints) {
    const leaves = await leavesUnder(db, number)
    if (leaves.length !== streams || rootOf(sha256, leaves) !== root) {
      return { checkpoint: number, why: 'root-differs' }
    }
  }
  return null
}

type Peekable<T> = { takeWhile(wanted: (one: T) => boolean): Promise<T[]> }

/** Batches as single things, with a look ahead. */
function oneByOne<T>(batches: AsyncGenerator<T[]>): Peekable<T> {
  let batch: T[] = []
  let at = 0
  let ended = false
  const peek = async (): Promise<T | undefined> => {
    if (at === batch.length && !ended) {
      const next = await batches.next()
      ended = next.done === true
      batch = next.done === true ? [] : next.value
      at = 0
    }
    return batch[at]
  }
  return {
    async takeWhile(wanted) {
      const taken: T[] = []
      for (let one = await peek(); one !== undefined && wanted(one); one = await peek()) {
        taken.push(one)
        at += 1
      }
      return taken
    },
  }
}
