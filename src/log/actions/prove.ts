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
import { type Step, treePaths } from '../domain/merkle.ts'
import { type BareFact, type Inclusion, type Proof, statementText } from '../domain/proof.ts'
import { leavesOf, leavesUnder, readCheckpoints } from '../store/checkpoints.ts'
import { readFact, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'

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
  const signed = (await readCheckpoints(log.db))[leaf.checkpoint - 1]
  if (signed === undefined) return null
  const { number } = readCheckpoint(signed.text) as Checkpoint
  const [path = []] = await pathsUnder(log, number, [{ leaf }])
  const after = (await readStream(log.db, owner, stream, fact.place))
    .filter((one) => one.place <= leaf.place)
    .map(bare)
  return { checkpoint: signed, salt: leaf.salt, path, after }
}

/** The way of each leaf up to the root of a checkpoint that covers it. */
export async function pathsUnder(
  log: Pick<Log, 'db'>,
  checkpoint: number,
  streams: readonly { readonly leaf: Leaf }[],
): Promise<Step[][]> {
  const leaves = leavesInOrder(await leavesUnder(log.db, checkpoint))
  const places = new Map(leaves.map((text, place) => [text, place]))
  const wanted = streams.map(({ leaf }) => places.get(leafText(leaf)) ?? 0)
  return treePaths(sha256, leaves, wanted)
}

function bare({ body: _body, salt: _salt, ...envelope }: StoredFact): BareFact {
  return envelope
}
