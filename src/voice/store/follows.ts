// What people follow: kept as plain rows, found by the words and places of a story.
import type { Day, Id, Instant, PersonId } from '../../basics/index.ts'
import { grantRoom } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { type Becomes, becomesCodes } from '../domain/follow/becomes.ts'
import type { Often } from '../domain/follow/often.ts'

export const followsTables = `
-- scratch, worklist: what is held against each new story for whom, read by matching and its owner
create table voice.follows (
  person uuid not null,
  follow uuid not null,
  typed text not null,
  query text not null,
  anchors text[],
  kind text,
  place uuid,
  often text not null,
  outside boolean not null,
  stop_key text not null,
  made_at timestamptz not null,
  same text not null,
  primary key (person, follow)
);
create unique index follows_same on voice.follows (person, same);
create index follows_place on voice.follows (place) where place is not null;
create index follows_anchors on voice.follows using gin (anchors)
  with (fastupdate = off) where place is null;
create index follows_any on voice.follows (kind) where place is null and anchors is null;
create index follows_stop on voice.follows (stop_key);

-- scratch, worklist: stories found for whoever hears of them once a day or week
create table voice.follow_finds (
  person uuid not null,
  follow uuid not null,
  story uuid not null,
  found_at timestamptz not null,
  primary key (person, follow, story)
);

${grantRoom('voice')}
`

export const alertsTables = `
-- scratch, worklist: stories of whose publishing the followers are being told, or were
create table voice.alerts_begun (
  owner uuid not null,
  stream uuid not null,
  fact uuid not null,
  at timestamptz not null,
  primary key (owner, stream, fact)
);

drop index voice.follows_place;
create index follows_place on voice.follows (place, person) where place is not null;

${grantRoom('voice')}
`

export const becomesTables = `
-- what has to become of a story before it is told of; none for a new one
alter table voice.follows add column becomes text;

-- of what became of a story its followers are told once, whichever fact brought it about
alter table voice.alerts_begun add column became text not null default '';
alter table voice.alerts_begun drop constraint alerts_begun_pkey;
alter table voice.alerts_begun add primary key (owner, stream, fact, became);
create unique index alerts_once on voice.alerts_begun (owner, stream, became) where became <> '';
`

/** What is looked for, in the words that were typed. */
export type Followed = {
  readonly typed: string
  readonly kind: string | null
  readonly place: Id | null
  /** What has to become of a story; null for each new one. */
  readonly becomes: Becomes | null
}

export type Follow = Followed & {
  readonly person: PersonId
  readonly follow: Id
  readonly often: Often
  /** Whether word goes outside too, by the channel the person chose for everything. */
  readonly outside: boolean
  readonly stopKey: string
}

const COLUMNS = `person, follow, typed, kind, place, becomes, often, outside, stop_key as "stopKey"`

/** The typed words as PostgreSQL looks for them; empty where they are in every text. */
export async function queryOf(db: Querier, typed: string): Promise<string> {
  const [row] = await db.text<{ query: string }>(
    `select websearch_to_tsquery('english', $1)::text as query`,
    [typed],
    'query-of',
  )
  return row?.query ?? ''
}

type NewFollow = Follow & {
  readonly query: string
  readonly anchors: readonly string[] | null
  readonly at: Instant
}

/** Adds it, or changes how often they hear of it where they follow the same already. */
export async function addFollow(tx: Tx, one: NewFollow): Promise<Id> {
  const { person, follow, typed, query, kind, place, becomes, often, outside, stopKey, at } = one
  const anchors = one.anchors === null ? null : [...one.anchors]
  const what = [kind ?? '', place ?? '', typed].join(' ')
  const same = becomes === null ? what : `${becomes}: ${what}`
  const [row] = await tx.text<{ follow: Id }>(
    `insert into voice.follows as f (person, follow, typed, query, anchors, kind, place, often,
       outside, stop_key, made_at, same, becomes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (person, same) do update
       set often = excluded.often, outside = excluded.outside
     returning f.follow`,
    [
      person,
      follow,
      typed,
      query,
      anchors,
      kind,
      place,
      often,
      outside,
      stopKey,
      at,
      same,
      becomes,
    ],
    'add-follow',
  )
  return row?.follow ?? follow
}

export const followsOf = (db: Querier, person: Id): Promise<Follow[]> =>
  db.text<Follow>(
    `select ${COLUMNS} from voice.follows where person = $1 order by made_at desc, follow`,
    [person],
    'follows-of',
  )

/** Keeps two posts of one person apart, so that the count of what they follow holds. */
export async function countFollows(tx: Tx, person: Id): Promise<number> {
  await tx.text('select pg_advisory_xact_lock(hashtextextended($1, 2))', [person], 'follow-lock')
  const [row] = await tx.text<{ count: number }>(
    'select count(*) as count from voice.follows where person = $1',
    [person],
    'count-follows',
  )
  return row?.count ?? 0
}

export async function changeFollow(
  db: Querier,
  { person, follow }: Pick<Follow, 'person' | 'follow'>,
  to: Pick<Follow, 'often' | 'outside'>,
): Promise<boolean> {
  const rows = await db.text(
    `update voice.follows set often = $3, outside = $4
     where person = $1 and follow = $2 returning follow`,
    [person, follow, to.often, to.outside],
    'change-follow',
  )
  return rows.length > 0
}

/** Takes it away with what was found for it; nothing is left of it. */
export async function dropFollow(
  db: Querier,
  { person, follow }: Pick<Follow, 'person' | 'follow'>,
): Promise<void> {
  await db.text(
    `with dropped as (delete from voice.follows where person = $1 and follow = $2)
     delete from voice.follow_finds where person = $1 and follow = $2`,
    [person, follow],
    'drop-follow',
  )
}

/** Whose a link that stops is; null where it leads to nothing any more. */
export async function findByStopKey(db: Querier, key: string): Promise<Follow | null> {
  const [row] = await db.text<Follow>(
    `select ${COLUMNS} from voice.follows where stop_key = $1`,
    [key],
    'find-by-stop-key',
  )
  return row ?? null
}

/** What searches are held against: one published story; `words` is its `tsvector` as text. */
export type PublishedStory = { readonly kind: string; readonly words: string }

/** Null where it is not published, or not any more. */
export async function publishedStory(
  db: Querier,
  { owner, stream }: { readonly owner: Id; readonly stream: Id },
): Promise<PublishedStory | null> {
  const [row] = await db.text<PublishedStory>(
    `select kind, to_tsvector('english', title || ' ' || happened || ' ' || good || ' ' || better)
       ::text as words from voice.published where owner = $1 and stream = $2`,
    [owner, stream],
    'published-story',
  )
  return row ?? null
}

export type Candidate = Follow & { readonly query: string; readonly madeAt: Instant }

/** Those whose ids come after one and not after another. */
export type Some = { readonly from: Id; readonly to: Id }

/**
 * What may fit a story: by a place it is about or by a word it has, never by trying each search;
 * of those who follow new stories, or what became of them; of all people, or some. The rule says
 * which of them fit.
 */
export const candidatesFor = (
  db: Querier,
  kind: string,
  places: readonly Id[],
  lexemes: readonly string[],
  { became, some }: { readonly became: readonly Becomes[] | null; readonly some: Some | null },
): Promise<Candidate[]> => {
  const what = `${COLUMNS}, query, made_at as "madeAt"`
  const of = some === null ? '' : 'and person > $5::uuid and person <= $6::uuid'
  const told = `and coalesce(becomes, '') = any($4::text[])`
  const rest = `and coalesce(kind, $3) = $3 ${told} ${of}`
  return db.text<Candidate>(
    `select ${what} from voice.follows where place = any($1::uuid[])
       and (anchors is null or anchors && $2::text[]) ${rest}
     union all
     select ${what} from voice.follows where place is null and anchors && $2::text[]
       ${rest}
     union all
     select ${what} from voice.follows where place is null and anchors is null ${rest}`,
    [
      [...places],
      [...lexemes],
      kind,
      became === null ? [''] : [...became],
      ...(some === null ? [] : [some.from, some.to]),
    ],
    some === null ? 'candidates-for' : 'some-candidates-for',
  )
}

/** How a published story stands today, in all that can be followed. */
export async function standsAs(
  db: Querier,
  { owner, stream }: { readonly owner: Id; readonly stream: Id },
  today: Day,
): Promise<Becomes[]> {
  const [row] = await db.text<Record<Becomes, boolean>>(
    `select answered, promised, confirmed, disputed, coalesce(due < $3::date, false) as late,
       asked or coalesce(due_last >= $3::date, false) as waiting
     from voice.search where owner = $1 and stream = $2`,
    [owner, stream, today],
    'stands-as',
  )
  return row === undefined ? [] : becomesCodes.filter((code) => row[code])
}

type Begun = { readonly owner: Id; readonly stream: Id; readonly fact: Id }

/**
 * Notes that who follows a story is being told of a fact: that there is one, or what became of it.
 * Gives whether that is noted for the first time, and what of it this fact is the first to bring.
 */
export async function beginAlert(
  tx: Tx,
  { owner, stream, fact }: Begun,
  became: readonly Becomes[] | null,
  at: Instant,
): Promise<{ first: boolean; brought: Becomes[] | null }> {
  const rows = await tx.text(
    `insert into voice.alerts_begun (owner, stream, fact, became, at)
     select $1, $2, $3, one, $5 from unnest($4::text[]) one
     on conflict do nothing returning fact`,
    [owner, stream, fact, became === null ? [''] : [...became], at],
    'begin-alert',
  )
  const first = rows.length > 0
  if (became === null) return { first, brought: null }
  const brought = await tx.text<{ became: Becomes }>(
    `select became from voice.alerts_begun where owner = $1 and stream = $2 and fact = $3`,
    [owner, stream, fact],
    'alerts-of-fact',
  )
  return { first, brought: brought.map((one) => one.became) }
}

export async function addFinds(
  db: Querier,
  finds: readonly Pick<Follow, 'person' | 'follow'>[],
  story: Id,
  at: Instant,
): Promise<void> {
  if (finds.length === 0) return
  await db.text(
    `insert into voice.follow_finds (person, follow, story, found_at)
     select p, f, $3, $4 from unnest($1::uuid[], $2::uuid[]) as found (p, f)
     on conflict do nothing`,
    [finds.map(({ person }) => person), finds.map(({ follow }) => follow), story, at],
    'add-finds',
  )
}

export type Found = Follow & { readonly stories: number }

/** What was found for people who hear of it so often; stories withdrawn since do not count. */
export const foundFor = (db: Querier, often: Often, until: Instant): Promise<Found[]> =>
  db.text<Found>(
    `select ${COLUMNS}, (
       select count(*) from voice.follow_finds n join voice.published p on p.stream = n.story
       where n.person = f.person and n.follow = f.follow and n.found_at <= $2
     ) as stories
     from voice.follows f where often = $1 and exists (
       select from voice.follow_finds n
       where n.person = f.person and n.follow = f.follow and n.found_at <= $2)
     order by person, made_at, follow`,
    [often, until],
    'found-for',
  )

/** What one person was told of is not told again. */
export const dropFinds = (db: Querier, person: Id, follows: readonly Id[], until: Instant) =>
  db.text(
    `delete from voice.follow_finds
     where person = $1 and follow = any($2::uuid[]) and found_at <= $3`,
    [person, [...follows], until],
    'drop-finds',
  )
