// Checkpoints and their leaves in and out of the database.
import type { Id } from '../../basics/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import type { Leaf, SignedCheckpoint } from '../domain/checkpoint.ts'
import type { HeadRow } from './facts.ts'

export const readCheckpoints = (db: Querier): Promise<SignedCheckpoint[]> =>
  db.text<SignedCheckpoint>('select text, signature from log.checkpoints order by number')

/** The checkpoints after a number, so many at a time. */
export const checkpointsAfter = (
  db: Querier,
  number: number,
  limit: number,
): Promise<SignedCheckpoint[]> =>
  db.text<SignedCheckpoint>(
    'select text, signature from log.checkpoints where number > $1 order by number limit $2',
    [number, limit],
    'checkpoints-after',
  )

/** One checkpoint by its number. */
export async function checkpointNumbered(
  db: Querier,
  number: number,
): Promise<SignedCheckpoint | null> {
  const rows = await db.text<SignedCheckpoint>(
    'select text, signature from log.checkpoints where number = $1',
    [number],
    'checkpoint-numbered',
  )
  return rows[0] ?? null
}

export async function lastCheckpoint(db: Querier): Promise<SignedCheckpoint | null> {
  const rows = await db.text<SignedCheckpoint>(
    'select text, signature from log.checkpoints order by number desc limit 1',
  )
  return rows[0] ?? null
}

/** Heads that no leaf tells of yet: streams that are new or have moved. */
export const movedHeads = (db: Querier): Promise<HeadRow[]> =>
  db.text<HeadRow>(
    `select h.owner, h.stream, h.type, h.place, encode(h.digest, 'hex') as digest
     from log.heads h
     left join lateral (
       select l.place from log.leaves l where l.owner = h.owner and l.stream = h.stream
       order by l.checkpoint desc limit 1
     ) latest on true
     where latest.place is distinct from h.place
     order by h.owner, h.stream`,
  )

/** The leaves under one checkpoint: for each stream the latest at or before it. */
export const leavesUnder = (db: Querier, checkpoint: number): Promise<Leaf[]> =>
  db.text<Leaf>(
    `select distinct on (owner, stream) owner, stream, place, encode(digest, 'hex') as digest, salt
     from log.leaves where checkpoint <= $1 order by owner, stream, checkpoint desc`,
    [checkpoint],
  )

/** The leaf of each of these streams that a checkpoint covers, in no order that means anything. */
export const leavesAt = (
  db: Querier,
  checkpoint: number,
  refs: readonly { readonly owner: Id; readonly stream: Id }[],
): Promise<Leaf[]> =>
  db.text<Leaf>(
    `select l.owner, l.stream, l.place, encode(l.digest, 'hex') as digest, l.salt
     from unnest($2::uuid[], $3::uuid[]) as w (owner, stream)
     cross join lateral (
       select * from log.leaves l where l.owner = w.owner and l.stream = w.stream
         and l.checkpoint <= $1 order by l.checkpoint desc limit 1
     ) l`,
    [checkpoint, refs.map(({ owner }) => owner), refs.map(({ stream }) => stream)],
    'leaves-at',
  )

export type LeafRow = Leaf & { checkpoint: number }

/** All leaves of one stream, in order: every head that was ever published. */
export const leavesOf = (db: Querier, owner: Id, stream: Id): Promise<LeafRow[]> =>
  db.text<LeafRow>(
    `select owner, stream, checkpoint, place, encode(digest, 'hex') as digest, salt
     from log.leaves where owner = $1 and stream = $2 order by checkpoint`,
    [owner, stream],
  )

/** Every leaf ever published, by owner and stream, `size` at a time. */
export async function* eachLeaf(db: Querier, size = 2_000): AsyncGenerator<LeafRow[]> {
  const first = '00000000-0000-0000-0000-000000000000'
  let last = { owner: first, stream: first, checkpoint: 0 }
  for (;;) {
    const rows = await db.text<LeafRow>(
      `select owner, stream, checkpoint, place, encode(digest, 'hex') as digest, salt
       from log.leaves where (owner, stream, checkpoint) > ($1, $2, $3)
       order by owner, stream, checkpoint limit ${size}`,
      [last.owner, last.stream, last.checkpoint],
    )
    const final = rows.at(-1)
    if (final === undefined) return
    yield rows
    last = final
  }
}

export const addLeaves = (tx: Tx, checkpoint: number, leaves: readonly Leaf[]) =>
  tx.text(
    `insert into log.leaves (owner, stream, checkpoint, place, digest, salt)
     select owner, stream, $1, place, digest, salt
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bytea[], $6::text[])
       as l (owner, stream, place, digest, salt)`,
    [
      checkpoint,
      leaves.map((one) => one.owner),
      leaves.map((one) => one.stream),
      leaves.map((one) => one.place),
      leaves.map((one) => `\\x${one.digest}`),
      leaves.map((one) => one.salt),
    ],
  )

export const addCheckpoint = (tx: Tx, number: number, at: string, one: SignedCheckpoint) =>
  tx.text('insert into log.checkpoints (number, at, text, signature) values ($1, $2, $3, $4)', [
    number,
    at,
    one.text,
    one.signature,
  ])
