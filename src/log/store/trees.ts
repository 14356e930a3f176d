// The middle rows of trees: what is kept of a checkpoint's tree, and the leaves below one digest.
import type { Querier } from '../../plumbing/index.ts'
import type { Leaf } from '../domain/checkpoint.ts'

/**
 * A row of a tree some way above its leaves: the digest of each group of leaves, and the salt
 * that the first leaf of the group begins with. Leaves lie in the order of their salts.
 */
export type MiddleRow = { readonly starts: readonly string[]; readonly digests: readonly string[] }

export async function readMiddleRow(db: Querier, checkpoint: number): Promise<MiddleRow | null> {
  const [row] = await db.text<{ starts: Buffer; digests: Buffer }>(
    'select starts, digests from log.trees where checkpoint = $1',
    [checkpoint],
    'read-middle-row',
  )
  if (row === undefined) return null
  return { starts: parts(row.starts, 16), digests: parts(row.digests, 32) }
}

const parts = (bytes: Buffer, size: number): string[] =>
  Array.from({ length: bytes.length / size }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size).toString('hex'),
  )

export const keepMiddleRow = (db: Querier, checkpoint: number, { starts, digests }: MiddleRow) =>
  db.text(
    `insert into log.trees (checkpoint, starts, digests) values ($1, $2, $3)
     on conflict do nothing`,
    [checkpoint, Buffer.from(starts.join(''), 'hex'), Buffer.from(digests.join(''), 'hex')],
    'keep-middle-row',
  )

/** The leaves under a checkpoint whose salts lie in these groups, each from start to end. */
export const leavesBetween = (
  db: Querier,
  checkpoint: number,
  groups: readonly { readonly start: string; readonly end: string | null }[],
): Promise<(Leaf & { readonly at: number })[]> =>
  db.text(
    `select g.at::int - 1 as at, l.owner, l.stream, l.place, encode(l.digest, 'hex') as digest,
       l.salt
     from unnest($2::text[], $3::text[]) with ordinality as g (start, ends, at)
     join log.leaves l on l.salt collate "C" >= g.start
       and l.salt collate "C" < coalesce(g.ends, 'g')
     where l.checkpoint <= $1 and not exists (
       select from log.leaves n where n.owner = l.owner and n.stream = l.stream
         and n.checkpoint > l.checkpoint and n.checkpoint <= $1)`,
    [checkpoint, groups.map(({ start }) => start), groups.map(({ end }) => end)],
    'leaves-between',
  )
