// Making a checkpoint: how every stream stands, signed, chained to the one before.
import { type SigningKey, sha256 } from '../../plumbing/index.ts'
import {
  type Checkpoint,
  checkpointText,
  type Leaf,
  leavesInOrder,
  readCheckpoint,
  type SignedCheckpoint,
} from '../domain/checkpoint.ts'
import { rowRoot } from '../domain/merkle.ts'
import {
  addCheckpoint,
  addLeaves,
  lastCheckpoint,
  leavesUnder,
  movedHeads,
} from '../store/checkpoints.ts'
import type { Log } from '../store/open-log.ts'
import { keepMiddleRow } from '../store/trees.ts'
import { middleRowOf } from './prove.ts'

// Two checkpoints at once would take the same number: the second waits here.
const LOCK = 724_190_212

/**
 * Makes the next checkpoint. `keys` are the installation's, oldest first: it is signed by the
 * key that the one before named as next, and names the newest as the one to follow.
 * Throws when that key is not here, since no stranger could then follow the chain.
 */
export function makeCheckpoint(log: Log, keys: readonly SigningKey[]): Promise<SignedCheckpoint> {
  return log.db.transaction(async (tx) => {
    await tx.text('set local statement_timeout = 0')
    await tx.text(`select pg_advisory_xact_lock(${LOCK})`)
    const before = await lastCheckpoint(tx)
    const previous = before === null ? null : readCheckpoint(before.text)
    const number = (previous?.number ?? 0) + 1
    const moved: Leaf[] = (await movedHeads(tx)).map(({ owner, stream, place, digest }) => ({
      owner,
      stream,
      place,
      digest,
      salt: log.chance.hex(16),
    }))
    await addLeaves(tx, number, moved)
    const leaves = leavesInOrder(await leavesUnder(tx, number))
    const middle = middleRowOf(leaves)
    await keepMiddleRow(tx, number, middle)
    const at = log.clock.now()
    const one: Checkpoint = {
      number,
      at,
      previous: before === null ? null : sha256(before.text),
      root: rowRoot(sha256, middle.digests),
      streams: leaves.length,
      ...signers(keys, previous),
    }
    const text = checkpointText(one)
    const signed = { text, signature: keyNamed(keys, one.key).sign(text) }
    await addCheckpoint(tx, number, at, signed)
    return signed
  })
}

function signers(keys: readonly SigningKey[], previous: Checkpoint | null) {
  const newest = keys.at(-1)
  if (newest === undefined) throw new Error('There is no key to sign a checkpoint with')
  return { key: previous?.nextKey ?? newest.publicKey, nextKey: newest.publicKey }
}

function keyNamed(keys: readonly SigningKey[], name: string): SigningKey {
  const key = keys.find((one) => one.publicKey === name)
  if (key === undefined)
    throw new Error(`The key ${name} that signs the next checkpoint is missing`)
  return key
}
