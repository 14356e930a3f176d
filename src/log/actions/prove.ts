// Proofs: a signed statement given at once, and its place under the next checkpoint.
import type { Id } from '../../basics/index.ts'
import { type SigningKey, sha256 } from '../../plumbing/index.ts'
import type { StoredFact } from '../domain/chain.ts'
import {
  type Checkpoint,
  type Leaf,
  leafText,
  leavesInOrder,
  readCheckpoint,
} from '../domain/checkpoint.ts'
import { rowPaths, type Step, treeRow } from '../domain/merkle.ts'
import { type BareFact, type Inclusion, type Proof, statementText } from '../domain/proof.ts'
import { checkpointNumbered, leavesOf, leavesUnder } from '../store/checkpoints.ts'
import { readFact, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'
import { keepMiddleRow, leavesBetween, type MiddleRow, readMiddleRow } from '../store/trees.ts'

/**
 * The proof of one fact as it stands now: with its inclusion once a checkpoint covers it.
 * Null when the owner has no such fact. Names nobody and holds no text.
 */
export async function proveFact(
  log: Pick<Log, 'db'>,
  keys: readonly SigningKey[],
  owner: Id,
  fact: Id,
): Promise<Proof | null> {
  const stored = await readFact(log.db, owner, fact)
  const key = keys.at(-1)
  if (stored === null || key === undefined) return null
  const { stream, place, digest, at } = stored
  const said = { stream, place, digest, at, key: key.publicKey }
  const statement = { ...said, signature: key.sign(statementText(said)) }
  return { statement, inclusion: await inclusionOf(log, stored) }
}

async function inclusionOf(log: Pick<Log, 'db'>, fact: StoredFact): Promise<Inclusion | null> {
  const owner = fact.owner as Id
  const stream = fact.stream as Id
  const leaf = (await leavesOf(log.db, owner, stream)).find((one) => one.place >= fact.place)
  if (leaf === undefined) return null
  const signed = await checkpointNumbered(log.db, leaf.checkpoint)
  if (signed === null) return null
  const { number } = readCheckpoint(signed.text) as Checkpoint
  const [path = []] = await pathsUnder(log, number, [{ leaf }])
  const after = (await readStream(log.db, owner, stream, fact.place))
    .filter((one) => one.place <= leaf.place)
    .map(bare)
  return { checkpoint: signed, salt: leaf.salt, path, after }
}

// 128 leaves in a group: a million streams keep 8,000 digests, and a proof reads one group.
const HEIGHT = 7
const GROUP = 2 ** HEIGHT

/** The middle row of a tree over leaves in their order. */
export const middleRowOf = (leaves: readonly string[]): MiddleRow => ({
  starts: leaves.filter((_, at) => at % GROUP === 0).map((text) => text.slice(0, 32)),
  digests: treeRow(sha256, leaves, HEIGHT),
})

/**
 * The way of each leaf up to the root of a checkpoint that covers it. Reads the groups that they
 * lie in and the row above; where that row is not kept, every leaf once, and keeps it.
 */
export async function pathsUnder(
  log: Pick<Log, 'db'>,
  checkpoint: number,
  streams: readonly { readonly leaf: Leaf }[],
): Promise<Step[][]> {
  const { starts, digests } = await middleRow(log, checkpoint)
  const groupOf = streams.map(({ leaf }) => lastAtOrBefore(starts, leaf.salt))
  const wanted = [...new Set(groupOf)]
  const groups = wanted.map((at) => ({ start: starts[at] ?? '', end: starts[at + 1] ?? null }))
  const found = await leavesBetween(log.db, checkpoint, groups)
  const inGroup = Map.groupBy(found, ({ at }) => wanted[at] ?? 0)
  const upper = rowPaths(sha256, digests, groupOf)
  return streams.map(({ leaf }, at) => {
    const leaves = leavesInOrder(inGroup.get(groupOf[at] ?? 0) ?? [])
    const row = treeRow(sha256, leaves, 0)
    const [lower = []] = rowPaths(sha256, row, [leaves.indexOf(leafText(leaf))])
    return [...lower, ...(upper[at] ?? [])]
  })
}

async function middleRow(log: Pick<Log, 'db'>, checkpoint: number): Promise<MiddleRow> {
  const kept = await readMiddleRow(log.db, checkpoint)
  if (kept !== null) return kept
  const made = middleRowOf(leavesInOrder(await leavesUnder(log.db, checkpoint)))
  await keepMiddleRow(log.db, checkpoint, made)
  return made
}

/** The place of the last text that is not after another, of texts in their order. */
function lastAtOrBefore(texts: readonly string[], text: string): number {
  let [low, high] = [0, texts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((texts[middle] ?? '') <= text) low = middle
    else high = middle - 1
  }
  return low
}

function bare({ body: _body, salt: _salt, ...envelope }: StoredFact): BareFact {
  return envelope
}
