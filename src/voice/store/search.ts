// Searching published stories a page at a time, in a time that does not grow with their number.
import type { Id } from '../../basics/index.ts'
import type { Database, Querier } from '../../plumbing/index.ts'
import { narrows } from '../domain/search/filters.ts'
import { queryOf } from './follows.ts'
import type { PublicStory } from './public-stories.ts'
import {
  type Asked,
  answer,
  asksPlaces,
  type Bounds,
  became,
  collect,
  type FoundStories,
  HIT,
  type Hit,
  type Hits,
  newestRows,
  ORDER,
  ofKind,
  older,
  onTheDay,
  placeRows,
  type StorySearch,
  usualBounds,
  type Value,
  where,
  within,
  words,
} from './search-asked.ts'
import { inIndex, isQuick } from './search-index.ts'
import { byMarks } from './search-marks.ts'

/**
 * Published stories that fit, newest first. First the newest are looked at, of those that the
 * rarest filter leaves; then the index of words and filters; and where everything asked for is
 * common and yet hardly any story has it all, so many more by their marks, and it says how far.
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
  const { places, area, limit, bounds } = asked
  const some = asksPlaces(asked)
  if (some && area === null && places.length <= bounds.mostPlaces && !narrows(asked)) {
    return { hits: await newestOfEach(db, asked), lookedTo: null }
  }
  if (some && (await fewAbout(db, asked))) {
    return { hits: await amongPlaces(db, asked), lookedTo: null }
  }
  const newest = await amongNewest(db, asked)
  if (newest.lookedTo === null) return newest
  if (!narrows(asked)) return { hits: await newestOfEach(db, asked), lookedTo: null }
  const rest = { ...asked, after: newest.lookedTo, limit: limit - newest.hits.length }
  const { hits, lookedTo } = (await isQuick(db, rest))
    ? { hits: await inIndex(db, rest), lookedTo: null }
    : await byMarks(db, rest)
  return { hits: [...newest.hits, ...hits], lookedTo }
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

/** Each story that is about one of the places, by the index of those: never by looking at all. */
const aboutThem = (asked: Asked, value: Value): string =>
  `from ${placeRows(asked, value)} w (at) cross join lateral (
     select owner, stream from voice.about
     where place = w.at and published_at is not null offset 0
   ) one`

/** Whether so few stories are about these places that all of them can be looked at. */
async function fewAbout(db: Querier, asked: Asked): Promise<boolean> {
  const most = asked.bounds.ofPlaces
  const { values, value } = collect()
  const about = aboutThem(asked, value)
  const [row] = await db.text<{ count: number }>(
    `select count(*) as count from (select ${about} limit ${value(most + 1)}) counted`,
    values,
  )
  return (row?.count ?? 0) <= most
}

/** All stories about these places, looked at one by one. */
function amongPlaces(db: Querier, asked: Asked): Promise<Hit[]> {
  const { values, value } = collect()
  const about = `select distinct owner as whose, stream as told ${aboutThem(asked, value)}`
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
       from ${placeRows(asked, value)} w (at) cross join lateral (
         select stream, published_at from voice.about ${where(...only)} ${ORDER} limit ${most}
       ) one
     ) newest ${ORDER} limit ${most}`,
    values,
  )
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
