// Searching published stories a page at a time, in a time that does not grow with their number.
import type { Day, Id, Instant } from '../../basics/index.ts'
import type { Database, Querier } from '../../plumbing/index.ts'
import { readWordQuery } from '../domain/follow/saved-search.ts'
import { type Became, type Filters, narrows, shareLookedAt } from '../domain/search/filters.ts'
import { queryOf } from './follows.ts'
import type { PublicStory } from './public-stories.ts'

/** Where a page of a list begins: after this story. */
export type After = { readonly publishedAt: Instant; readonly stream: Id }

export type StorySearch = Filters & {
  /** Any of these; everything where there are none. */
  readonly places: readonly Id[]
  /** The day by which what was promised is late. */
  readonly today: Day
  readonly after: After | null
  readonly limit: number
}

export type FoundStories = {
  /** Newest first. */
  readonly stories: readonly PublicStory[]
  /** Where it stopped looking, with more to look at; null where it looked at all it had to. */
  readonly lookedTo: After | null
}

/**
 * How much is looked at before a page is given with what was found until there: one by one of the
 * newest, and of a few places; in the index; and in how many months, where that is more.
 */
export type Bounds = {
  readonly newest: number
  readonly mostPlaces: number
  readonly ofPlaces: number
  readonly inIndex: number
  readonly months: number
}

/** Each was measured with a million stories, so that the slowest search stays within 50 ms. */
export const usualBounds: Bounds = {
  newest: 2_000,
  mostPlaces: 300,
  ofPlaces: 4_000,
  inIndex: 50_000,
  months: 1,
}

/** A search as it is asked of the database: words as PostgreSQL reads them. */
type Asked = StorySearch & { readonly query: string; readonly bounds: Bounds }
type Hit = { readonly stream: Id; readonly publishedAt: Instant }
type Hits = { readonly hits: readonly Hit[]; readonly lookedTo: After | null }

/**
 * Published stories that fit, newest first. First the newest are looked at, of those that the
 * rarest filter leaves; then the index of words and filters; and where everything asked for is
 * common and yet hardly any story has it all, only some months of that, and it says how far.
 */
export async function searchStories(
  db: Database,
  search: StorySearch,
  bounds: Bounds = usualBounds,
): Promise<FoundStories> {
  const query = search.words === '' ? '' : await queryOf(db, search.words)
  if (search.words !== '' && query === '') return { stories: [], lookedTo: null }
  const { hits, lookedTo } = await find(db, { ...search, query, bounds })
  const most = hits.slice(0, search.limit)
  const stories = await readStories(
    db,
    most.map(({ stream }) => stream),
  )
  return { stories, lookedTo: hits.length >= search.limit ? null : lookedTo }
}

async function find(db: Database, asked: Asked): Promise<Hits> {
  const { places, limit, bounds } = asked
  if (places.length > 0 && places.length <= bounds.mostPlaces && !narrows(asked)) {
    return { hits: await newestOfEach(db, asked), lookedTo: null }
  }
  if (places.length > 0 && (await fewAbout(db, places, bounds.ofPlaces))) {
    return { hits: await amongPlaces(db, asked), lookedTo: null }
  }
  const newest = await amongNewest(db, asked)
  if (newest.lookedTo === null) return newest
  if (!narrows(asked)) return { hits: await newestOfEach(db, asked), lookedTo: null }
  const rest = { ...asked, after: newest.lookedTo, limit: limit - newest.hits.length }
  const { hits, lookedTo } = await inIndex(db, rest)
  return { hits: [...newest.hits, ...hits], lookedTo }
}

/** Adds a value to a statement and gives what stands for it. */
type Value = (one: unknown) => string

function collect(): { readonly values: unknown[]; readonly value: Value } {
  const values: unknown[] = []
  return { values, value: (one) => `$${values.push(one)}` }
}

// What became of a promise: the words of the index, the rows of an index of its own, and what the
// day adds to that.
const BECAME: Readonly<
  Record<Became, { word: string; rows: string; today: ((day: string) => string) | null }>
> = {
  promised: { word: "'§b promised'", rows: 'promised', today: null },
  confirmed: { word: "'§b confirmed'", rows: 'confirmed', today: null },
  disputed: { word: "'§b disputed'", rows: 'disputed', today: null },
  late: { word: "'§b open'", rows: 'due is not null', today: (day) => `due < ${day}::date` },
  waiting: {
    word: "('§b asked' | '§b open')",
    rows: '(asked or due_last is not null)',
    today: (day) => `(asked or due_last >= ${day}::date)`,
  },
}

const became = ({ became: code }: Asked): string[] => (code === null ? [] : [BECAME[code].rows])

const onTheDay = ({ became: code, today }: Asked, value: Value): string[] => {
  const add = code === null ? null : BECAME[code].today
  return add === null ? [] : [add(value(today))]
}

const ofKind = ({ kind }: Asked, value: Value): string[] =>
  kind === null ? [] : [`kind = ${value(kind)}`]

const answer = ({ answered }: Asked): string[] =>
  answered === null ? [] : [answered ? 'answered' : 'not answered']

// Most stories are about one place, and one is looked up in a list at once.
function within({ places }: Asked, value: Value): string[] {
  if (places.length === 0) return []
  const any = `any(${value([...places])}::uuid[])`
  const more = `exists (select from unnest(places[2:]) one where one = ${any})`
  return [`(places[1] = ${any} or (cardinality(places) > 1 and ${more}))`]
}

const words = ({ query }: Asked, value: Value): string[] =>
  query === '' ? [] : [`found @@ ${value(query)}::tsquery`]

const older = ({ after }: Asked, value: Value): string[] =>
  after === null
    ? []
    : [`(published_at, stream) < (${value(after.publishedAt)}, ${value(after.stream)}::uuid)`]

const where = (...all: readonly string[]): string =>
  all.length === 0 ? '' : `where ${all.join(' and ')}`

const ORDER = 'order by published_at desc, stream desc'
const HIT = 'stream, published_at as "publishedAt"'

/** The rows that the rarest of the filters leaves, by an index that has them newest first. */
function newestRows(asked: Asked, value: Value): string {
  const { became: code, kind } = asked
  const rarest =
    code !== null ? became(asked) : kind !== null ? ofKind(asked, value) : answer(asked)
  return `from voice.search ${where(...rarest, ...older(asked, value))} ${ORDER}`
}

/** The newest of these, looked at one by one. */
async function amongNewest(db: Querier, asked: Asked): Promise<Hits> {
  const most = Math.max(asked.bounds.newest, asked.limit)
  const { values, value } = collect()
  const newest = `${newestRows(asked, value)} limit ${value(most)}`
  const others = [
    ...onTheDay(asked, value),
    ...(asked.became === null ? [] : ofKind(asked, value)),
    ...answer(asked),
    ...words(asked, value),
    ...within(asked, value),
  ]
  const hits = await db.text<Hit>(
    `select ${HIT} from (select * ${newest}) newest
     ${where(...others)} ${ORDER} limit ${value(asked.limit)}`,
    values,
  )
  if (hits.length >= asked.limit) return { hits, lookedTo: null }
  const ends = collect()
  const rows = newestRows(asked, ends.value)
  const [last] = await db.text<Hit>(
    `select ${HIT} ${rows} offset ${ends.value(most - 1)} limit 1`,
    ends.values,
  )
  return { hits, lookedTo: last ?? null }
}

/** Whether so few stories are about these places that all of them can be looked at. */
async function fewAbout(db: Querier, places: readonly Id[], most: number): Promise<boolean> {
  const [row] = await db.text<{ count: number }>(
    `select count(*) as count from (
       select from voice.about where place = any($1::uuid[]) and published_at is not null limit $2
     ) counted`,
    [[...places], most + 1],
    'few-about',
  )
  return (row?.count ?? 0) <= most
}

/** All stories about these places, looked at one by one. */
function amongPlaces(db: Querier, asked: Asked): Promise<Hit[]> {
  const { values, value } = collect()
  const about = `select distinct owner as whose, stream as told from voice.about
    where place = any(${value([...asked.places])}::uuid[]) and published_at is not null`
  const all = [
    ...became(asked),
    ...onTheDay(asked, value),
    ...ofKind(asked, value),
    ...answer(asked),
    ...words(asked, value),
    ...older(asked, value),
  ]
  // Without the offset PostgreSQL may turn to the index of words first, however common they are.
  return db.text<Hit>(
    `with about as materialized (${about})
     select ${HIT} from about cross join lateral (
       select * from voice.search s
       where s.owner = whose and s.stream = told offset 0
     ) one ${where(...all)}
     ${ORDER} limit ${value(asked.limit)}`,
    values,
  )
}

/** The newest of each place are enough for a page, and an index has them in that order. */
function newestOfEach(db: Querier, asked: Asked): Promise<Hit[]> {
  const { values, value } = collect()
  const only = ['place = w.at', 'published_at is not null', ...older(asked, value)]
  const most = value(asked.limit)
  return db.text<Hit>(
    `select ${HIT} from (
       select distinct one.stream, one.published_at
       from unnest(${value([...asked.places])}::uuid[]) w (at) cross join lateral (
         select stream, published_at from voice.about ${where(...only)} ${ORDER} limit ${most}
       ) one
     ) newest ${ORDER} limit ${most}`,
    values,
  )
}

/** The rest, by the index of words and filters: all of it, or so many months of it. */
async function inIndex(db: Database, asked: Asked): Promise<Hits> {
  const query = wordsOf(asked)
  // Each word takes its own time for each story that is looked at.
  const many = Math.max(1, (query.match(/'(?:[^']|'')+'/g) ?? []).length / 4)
  const quick = await isQuick(db, query, asked.bounds.inIndex / many)
  const months = many > 1.5 ? 0 : asked.bounds.months
  const since = quick || asked.after === null ? null : monthsBefore(asked.after.publishedAt, months)
  const { values, value } = collect()
  const asks = since === null ? query : inMonths(query, since, months)
  const found = `found @@ ${value(asks)}::tsquery`
  const also = [...onTheDay(asked, value), ...within(asked, value)]
  const hits = await db.transaction(async (tx) => {
    // The planner cannot know how rarely all that is asked for stands together.
    const [, rows] = await Promise.all([
      tx.text(`select set_config('enable_seqscan', 'off', true)`, [], 'only-by-index'),
      tx.text<Hit>(
        `with found as materialized (
           select stream, published_at from voice.search ${where(found, ...also)}
         )
         select ${HIT} from found ${where(...older(asked, value))} ${ORDER}
         limit ${value(asked.limit)}`,
        values,
      ),
    ])
    return rows
  }, 'read')
  return { hits, lookedTo: since === null ? null : await endedAt(db, since) }
}

/** Words and filters as one question to the index. */
function wordsOf({ query, kind, answered, became: code, places }: Asked): string {
  const quoted = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const [only] = places
  return [
    ...(query === '' ? [] : [`(${query})`]),
    ...(kind === null ? [] : [quoted(`§k ${kind}`)]),
    ...(answered === null ? [] : [quoted(`§a ${answered ? 'yes' : 'no'}`)]),
    ...(code === null ? [] : [BECAME[code].word]),
    ...(only === undefined || places.length > 1 ? [] : [quoted(`§p ${only}`)]),
  ].join(' & ')
}

function inMonths(query: string, since: Instant, more: number): string {
  const [year = 0, month = 0] = since.split('-').map(Number)
  const months = Array.from({ length: more + 1 }, (_, at) => {
    const day = new Date(Date.UTC(year, month - 1 + at)).toISOString()
    return `'§m ${day.slice(0, 4)}${day.slice(5, 7)}'`
  })
  return `(${query}) & (${months.join(' | ')})`
}

/** The first moment of a month, some months before the one that this lies in. */
function monthsBefore(at: Instant, months: number): Instant {
  const [year = 0, month = 0] = at.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months)).toISOString() as Instant
}

const FIRST = '00000000-0000-0000-0000-000000000000' as Id

/** Where the looking ended; null where there is nothing older. */
async function endedAt(db: Querier, since: Instant): Promise<After | null> {
  const [row] = await db.text(
    `select from voice.search where published_at < $1 limit 1`,
    [since],
    'any-before',
  )
  return row === undefined ? null : { publishedAt: since, stream: FIRST }
}

type Share = { readonly word: string; readonly share: number }

/** Whether the index has few enough stories to look at, by what PostgreSQL counted of each word. */
async function isQuick(db: Querier, query: string, most: number): Promise<boolean> {
  const tree = readWordQuery(query)
  if (tree === null) return false
  const counted = await db.text<Share & { stories: number; least: number }>(
    `select c.reltuples::float8 as stories, e.word, e.share::float8 as share,
       s.freqs[cardinality(s.words) + 1]::float8 as least
     from pg_class c left join lateral (
       select most_common_elems::text::text[] as words, most_common_elem_freqs as freqs
       from pg_stats where schemaname = 'voice' and tablename = 'search' and attname = 'found'
     ) s on true
     left join lateral unnest(s.words, s.freqs[:cardinality(s.words)]) e (word, share)
       on $1 like '%' || e.word || '%'
     where c.oid = 'voice.search'::regclass`,
    [query],
    'counted-words',
  )
  const [first] = counted
  if (first === undefined || first.stories <= most) return true
  const shares = new Map(counted.map(({ word, share }) => [word, share]))
  const share = shareLookedAt(tree, (word) => shares.get(word) ?? first.least ?? 0)
  // Words that stand one after the other are looked up in each story that has both.
  return share * first.stories <= (query.includes('<') ? most / 4 : most)
}

async function readStories(db: Querier, streams: readonly Id[]): Promise<PublicStory[]> {
  if (streams.length === 0) return []
  return db.text<PublicStory>(
    `select stream, kind, title, happened, good, better, told_at as "toldAt",
       published_at as "publishedAt", first_answer_at as "firstAnswerAt"
     from voice.published where stream = any($1::uuid[]) ${ORDER}`,
    [[...streams]],
    'read-stories',
  )
}
