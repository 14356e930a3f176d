// Facts in and out of the database: appended in one statement, read in order, never changed.
import type { Id, Instant } from '../../basics/index.ts'
import { hasSqlState, type Querier, type Tx } from '../../plumbing/index.ts'
import { CHAIN_START, type Link, type StoredFact } from '../domain/chain.ts'

/** Where one stream moves to in a batch. */
export type Move = {
  readonly owner: Id
  readonly stream: Id
  readonly type: string
  readonly from: Link
  readonly to: Link
}

/** Another writer was there first; decide again. */
export class StreamMoved extends Error {
  override name = 'StreamMoved'
}

// One statement, so that it holds by itself. Where a head has moved since, the place of every
// fact comes out null, which the table refuses, and nothing of the statement remains.
const APPEND = `
with wanted as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::bytea[])
    as w (owner, stream, type, from_place, place, digest)
), moved as (
  update log.heads h set place = w.place, digest = w.digest from wanted w
  where h.owner = w.owner and h.stream = w.stream and h.type = w.type
    and h.place = w.from_place and w.from_place > 0
  returning 1
), opened as (
  insert into log.heads (owner, stream, type, place, digest)
  select owner, stream, type, place, digest from wanted where from_place = 0
  on conflict do nothing returning 1
)
insert into log.facts (owner, stream, place, id, kind, version, at, by, on_behalf_of, body, salt,
  body_digest, digest)
select owner, stream,
  case when (select count(*) from moved) + (select count(*) from opened)
    = (select count(*) from wanted) then place end,
  id, kind, version, at, by, on_behalf_of, body, salt, body_digest, digest
from unnest($7::uuid[], $8::uuid[], $9::int[], $10::uuid[], $11::text[], $12::int[],
  $13::timestamptz[], $14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::bytea[],
  $19::bytea[])
  as f (owner, stream, place, id, kind, version, at, by, on_behalf_of, body, salt, body_digest,
    digest)`

// The same for one fact alone, which is the usual case and needs no lists.
const APPEND_ONE = `
with moved as (
  update log.heads set place = $3, digest = $13
  where owner = $1 and stream = $2 and type = $14 and place = $3 - 1 and $3 > 1 returning 1
), opened as (
  insert into log.heads (owner, stream, type, place, digest)
  select $1, $2, $14, $3, $13 where $3 = 1 on conflict do nothing returning 1
)
insert into log.facts (owner, stream, place, id, kind, version, at, by, on_behalf_of, body, salt,
  body_digest, digest)
select $1::uuid, $2::uuid,
  case when exists (select from moved) or exists (select from opened) then $3::int end,
  $4::uuid, $5::text, $6::int, $7::timestamptz, $8::uuid, $9::uuid, $10::text, $11::text,
  $12::bytea, $13::bytea`

const bytea = (hex: string): string => `\\x${hex}`

/**
 * Appends facts and moves the heads of their streams, all or nothing, also outside a
 * transaction. Throws `StreamMoved` when a head is not where a move says it was, or when the
 * stream is of another type.
 */
export async function appendFacts(
  db: Querier,
  moves: readonly Move[],
  facts: readonly StoredFact[],
): Promise<void> {
  try {
    const [move] = moves
    const [fact] = facts
    if (move !== undefined && fact !== undefined && facts.length === 1) {
      await db.text(APPEND_ONE, valuesOfOne(move, fact), 'append-fact')
      return
    }
    await db.text(APPEND, valuesOf(moves, facts), 'append-facts')
  } catch (error) {
    const refused = ['23502', '23505', '40001', '40P01'].some((state) => hasSqlState(error, state))
    throw refused ? new StreamMoved('A stream has moved') : error
  }
}

const valuesOfOne = (move: Move, fact: StoredFact): unknown[] => [
  fact.owner,
  fact.stream,
  fact.place,
  fact.id,
  fact.kind,
  fact.version,
  fact.at,
  fact.by,
  fact.onBehalfOf,
  fact.body,
  fact.salt,
  bytea(fact.bodyDigest),
  bytea(fact.digest),
  move.type,
]

const valuesOf = (moves: readonly Move[], facts: readonly StoredFact[]): unknown[] => [
  moves.map((one) => one.owner),
  moves.map((one) => one.stream),
  moves.map((one) => one.type),
  moves.map((one) => one.from.place),
  moves.map((one) => one.to.place),
  moves.map((one) => bytea(one.to.digest)),
  facts.map((one) => one.owner),
  facts.map((one) => one.stream),
  facts.map((one) => one.place),
  facts.map((one) => one.id),
  facts.map((one) => one.kind),
  facts.map((one) => one.version),
  facts.map((one) => one.at),
  facts.map((one) => one.by),
  facts.map((one) => one.onBehalfOf),
  facts.map((one) => one.body),
  facts.map((one) => one.salt),
  facts.map((one) => bytea(one.bodyDigest)),
  facts.map((one) => bytea(one.digest)),
]

const COLUMNS = `owner, stream, place, id, kind, version, at, by, on_behalf_of as "onBehalfOf",
  body, salt, encode(body_digest, 'hex') as "bodyDigest", encode(digest, 'hex') as digest`

/** What folding a stream and adding to it need of its facts: not what only verifying needs. */
export type Folding = Omit<StoredFact, 'salt' | 'bodyDigest'>

/** What reading the streams of one owner needs of their facts. */
export type Reading = Omit<Folding, 'owner' | 'digest'>

const READING = `f.stream, f.place, f.id, f.kind, f.version, f.at, f.by,
  f.on_behalf_of as "onBehalfOf", f.body`
const FOLDING = `f.owner, encode(f.digest, 'hex') as digest, ${READING}`

/** One stream's facts in order. */
export const readToFold = (db: Querier, owner: Id, stream: Id): Promise<Folding[]> =>
  db.text<Folding>(
    `select ${FOLDING} from log.facts f where owner = $1 and stream = $2 order by place`,
    [owner, stream],
    'read-to-fold',
  )

const ofStreams = (columns: string, streams: string): string =>
  `select ${columns} from (${streams}) as w
   join log.facts f on f.owner = w.owner and f.stream = w.stream
   order by w.nth, f.place`

/**
 * SQL for the facts of the streams that another query names, in its order, as `foldRead` takes
 * them. That query selects `owner`, `stream` and `nth`, the stream's place among them.
 */
export const factsOf = (streams: string): string => ofStreams(READING, streams)

const NAMED = ofStreams(
  FOLDING,
  'select * from unnest($1::uuid[], $2::uuid[]) with ordinality as n (owner, stream, nth)',
)

/** The facts of many streams in order, by stream as they are named. */
export const readManyToFold = (
  db: Querier,
  owner: Id,
  streams: readonly Id[],
): Promise<Folding[]> =>
  db.text<Folding>(NAMED, [streams.map(() => owner), streams], 'read-many-to-fold')

/** One stream's facts in order, from the place after `after`. */
export const readStream = (db: Querier, owner: Id, stream: Id, after = 0): Promise<StoredFact[]> =>
  db.text<StoredFact>(
    `select ${COLUMNS} from log.facts
     where owner = $1 and stream = $2 and place > $3 order by place`,
    [owner, stream, after],
    'read-stream',
  )

/** The facts of many streams in order, by stream; one that has not begun is not there. */
export async function readStreams(
  db: Querier,
  streams: readonly { readonly owner: Id; readonly stream: Id }[],
): Promise<ReadonlyMap<string, StoredFact[]>> {
  const facts = await db.text<StoredFact>(
    `select f.owner, f.stream, ${COLUMNS.slice('owner, stream, '.length)}
     from unnest($1::uuid[], $2::uuid[]) as w (owner, stream)
     join log.facts f on f.owner = w.owner and f.stream = w.stream
     order by f.owner, f.stream, f.place`,
    [streams.map(({ owner }) => owner), streams.map(({ stream }) => stream)],
    'read-streams',
  )
  return Map.groupBy(facts, ({ stream }) => stream)
}

export async function readHead(db: Querier, owner: Id, stream: Id): Promise<Link> {
  const [head] = await db.text<Link>(
    `select place, encode(digest, 'hex') as digest from log.heads where owner = $1 and stream = $2`,
    [owner, stream],
    'read-head',
  )
  return head ?? CHAIN_START
}

/**
 * The end of a stream that nobody else adds to until the transaction ends: whoever takes it too
 * waits, and then finds the new end. Null where the stream has not begun: then nothing is held.
 */
export async function takeHead(tx: Tx, owner: Id, stream: Id): Promise<Link | null> {
  const [head] = await tx.text<Link>(
    `select place, encode(digest, 'hex') as digest from log.heads
     where owner = $1 and stream = $2 for update`,
    [owner, stream],
    'take-head',
  )
  return head ?? null
}

export async function readFact(db: Querier, owner: Id, id: Id): Promise<StoredFact | null> {
  const rows = await db.text<StoredFact>(
    `select ${COLUMNS} from log.facts where owner = $1 and id = $2`,
    [owner, id],
    'read-fact',
  )
  return rows[0] ?? null
}

/** The fact by its id alone: for an officer's command, not for pages. */
export async function findFact(db: Querier, id: Id): Promise<StoredFact | null> {
  const rows = await db.text<StoredFact>(`select ${COLUMNS} from log.facts where id = $1`, [id])
  return rows[0] ?? null
}

export type HeadRow = { owner: Id; stream: Id; type: string; place: number; digest: string }

export const readHeads = (db: Querier, owner: Id): Promise<HeadRow[]> =>
  db.text<HeadRow>(
    `select owner, stream, type, place, encode(digest, 'hex') as digest from log.heads
     where owner = $1 order by stream`,
    [owner],
    'read-heads',
  )

/** Which of these streams of an owner have begun. */
export async function begunStreams(
  db: Querier,
  owner: Id,
  streams: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const rows = await db.text<{ stream: Id }>(
    'select stream from log.heads where owner = $1 and stream = any($2::uuid[])',
    [owner, streams],
    'begun-streams',
  )
  return new Set(rows.map(({ stream }) => stream))
}

const FIRST: Id = '00000000-0000-0000-0000-000000000000' as Id

/** Every fact there is, by owner, stream and place, `size` at a time; memory does not grow. */
export async function* eachFact(db: Querier, size = 2_000): AsyncGenerator<StoredFact[]> {
  let last = { owner: FIRST as string, stream: FIRST as string, place: 0 }
  for (;;) {
    const facts = await db.text<StoredFact>(
      `select ${COLUMNS} from log.facts where (owner, stream, place) > ($1, $2, $3)
       order by owner, stream, place limit ${size}`,
      [last.owner, last.stream, last.place],
      'each-fact',
    )
    const final = facts.at(-1)
    if (final === undefined) return
    yield facts
    last = final
  }
}

export async function* eachHead(db: Querier, size = 2_000): AsyncGenerator<HeadRow[]> {
  let last = { owner: FIRST, stream: FIRST }
  for (;;) {
    const heads = await db.text<HeadRow>(
      `select owner, stream, type, place, encode(digest, 'hex') as digest from log.heads
       where (owner, stream) > ($1, $2) order by owner, stream limit ${size}`,
      [last.owner, last.stream],
      'each-head',
    )
    const final = heads.at(-1)
    if (final === undefined) return
    yield heads
    last = final
  }
}

export async function countFacts(db: Querier): Promise<number> {
  const [row] = await db.text<{ count: number }>('select count(*) as count from log.facts')
  return row?.count ?? 0
}

export type Carried = { answer: string }

/** A key is one command for one type of stream: an equal key in another room is another command. */
export type CommandPlace = { readonly owner: Id; readonly type: string; readonly key: string }

/** Where a command is noted: under its type of stream and its key, as one text. */
const nameOf = ({ type, key }: CommandPlace): string => `${type} ${key}`

/** Notes that a command is being carried out; what it answered before, when it was. */
export async function claimCommand(
  db: Querier,
  place: CommandPlace,
  at: Instant,
): Promise<string | null> {
  // Those from before the type was kept have the key alone, and go on answering for every type.
  const claimed = await db.text(
    `insert into log.commands (owner, key, answer, at)
     select $1, $2, '', $4 where not exists
       (select 1 from log.commands where owner = $1 and key = $3)
     on conflict do nothing returning 1`,
    [place.owner, nameOf(place), place.key, at],
    'claim-command',
  )
  return claimed.length > 0 ? null : answerOf(db, place)
}

/** What a command that was carried out answered, as JSON; null where there was none. */
export async function answerOf(db: Querier, place: CommandPlace): Promise<string | null> {
  const [row] = await db.text<Carried>(
    'select answer from log.commands where owner = $1 and key in ($2, $3)',
    [place.owner, nameOf(place), place.key],
    'read-command',
  )
  return row?.answer ?? null
}

export const keepAnswer = (db: Querier, place: CommandPlace, answer: string) =>
  db.text(
    'update log.commands set answer = $3 where owner = $1 and key = $2',
    [place.owner, nameOf(place), answer],
    'keep-answer',
  )

/** Makes every head again. A stream is of the type that its first fact belongs to. */
export async function remakeHeads(
  tx: Querier,
  types: readonly { readonly name: string; readonly kinds: readonly { readonly kind: string }[] }[],
): Promise<void> {
  const pairs = types.flatMap(({ name, kinds }) => kinds.map(({ kind }) => ({ name, kind })))
  await tx.text('delete from log.heads')
  await tx.text(
    `insert into log.heads (owner, stream, type, place, digest)
     select last.owner, last.stream, t.type, last.place, last.digest
     from (select distinct on (owner, stream) owner, stream, place, digest from log.facts
           order by owner, stream, place desc) last
     join log.facts first
       on first.owner = last.owner and first.stream = last.stream and first.place = 1
     join unnest($1::text[], $2::text[]) as t (kind, type) on t.kind = first.kind`,
    [pairs.map(({ kind }) => kind), pairs.map(({ name }) => name)],
  )
}
