// What anybody may read: published stories, searched a page at a time, and exact counts of them.
import type { Day, Id, Instant } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

export type PublicStory = {
  readonly stream: Id
  readonly kind: string
  readonly title: string
  readonly happened: string
  readonly good: string
  readonly better: string
  readonly toldAt: Instant
  readonly publishedAt: Instant
  readonly firstAnswerAt: Instant | null
}

/** Where a page of a list begins: after this story. */
export type After = { readonly publishedAt: Instant; readonly stream: Id }

export type StorySearch = {
  readonly words: string
  readonly kind: string | null
  /** Any of these; everything where there are none. */
  readonly places: readonly Id[]
  readonly answered: boolean | null
  readonly after: After | null
  readonly limit: number
}

const COLUMNS = `p.stream, p.kind, p.title, p.happened, p.good, p.better, p.told_at as "toldAt",
  p.published_at as "publishedAt", p.first_answer_at as "firstAnswerAt"`

/**
 * Published stories, newest first. The statement has no name on purpose: PostgreSQL then plans it
 * for these very words, and takes the index of words or that of days, whichever is shorter.
 */
export function searchStories(db: Querier, search: StorySearch): Promise<PublicStory[]> {
  const values: unknown[] = []
  const value = (one: unknown) => `$${values.push(one)}`
  const where: string[] = []
  const { words, kind, places, answered, after, limit } = search
  if (places.length > 0) {
    const one = places.length === 1
    where.push(
      one
        ? `(p.owner, p.stream) in (select a.owner, a.stream from voice.about a
             where a.place = ${value(places[0])} and a.published_at is not null)`
        : `(p.owner, p.stream) in (select a.owner, a.stream from voice.about a
             where a.place = any(${value([...places])}::uuid[]) and a.published_at is not null)`,
    )
  }
  if (words !== '') where.push(`p.words @@ websearch_to_tsquery('english', ${value(words)})`)
  if (kind !== null) where.push(`p.kind = ${value(kind)}`)
  if (answered !== null) where.push(`p.first_answer_at is ${answered ? 'not null' : 'null'}`)
  if (after !== null) {
    where.push(`(p.published_at, p.stream) < (${value(after.publishedAt)}, ${value(after.stream)})`)
  }
  const narrowed = where.length === 0 ? '' : `where ${where.join(' and ')}`
  return db.text<PublicStory>(
    `select ${COLUMNS} from voice.published p ${narrowed}
     order by p.published_at desc, p.stream desc limit ${value(limit)}`,
    values,
  )
}

export type StoryNumbers = {
  readonly stories: number
  readonly praise: number
  readonly concerns: number
  /** Published for as long as the rule asks, and how many of those were answered. */
  readonly old: number
  readonly oldAnswered: number
  /** The middle of the days from telling to the first answer; null where none was answered. */
  readonly medianDays: number | null
  readonly oldConcerns: number
  /** Concerns old enough that were followed by a change said to be made, and one confirmed. */
  readonly oldConcernsChanged: number
  readonly oldConcernsConfirmed: number
  readonly promised: number
  readonly confirmed: number
  readonly disputed: number
  readonly overdue: number
}

/** Exact counts over what is published about any of the places; a story counts once. */
export async function storyNumbers(
  db: Querier,
  places: readonly Id[],
  old: Instant,
  today: Day,
): Promise<StoryNumbers> {
  const [row] = await db.text<StoryNumbers>(
    `with told as (
       select distinct on (stream) stream, kind, concern, told_at, published_at, first_answer_at
       from voice.about where place = any($1::uuid[]) and published_at is not null
     ), promised as (
       select p.story, p.due, p.said_done_at, p.answer, t.concern, t.published_at <= $2 as old
       from told t join voice.promised p on p.story = t.stream
     )
     select count(*) as stories,
       count(*) filter (where kind = 'praise') as praise,
       count(*) filter (where concern) as concerns,
       count(*) filter (where published_at <= $2) as old,
       count(*) filter (where published_at <= $2 and first_answer_at is not null)
         as "oldAnswered",
       round((percentile_cont(0.5) within group (
         order by extract(epoch from first_answer_at - told_at)
       ) / 86400)::numeric, 0)::float8 as "medianDays",
       count(*) filter (where concern and published_at <= $2) as "oldConcerns",
       (select count(distinct story) from promised
        where concern and old and said_done_at is not null) as "oldConcernsChanged",
       (select count(distinct story) from promised
        where concern and old and answer = 'yes') as "oldConcernsConfirmed",
       (select count(*) from promised) as promised,
       (select count(*) from promised where answer = 'yes') as confirmed,
       (select count(*) from promised where answer in ('no', 'not yet')) as disputed,
       (select count(*) from promised
        where said_done_at is null and due < $3::date) as overdue
     from told`,
    [[...places], old, today],
    'story-numbers',
  )
  if (row === undefined) throw new Error('A count always gives a row')
  return row
}

export type PlaceOfStory = { readonly stream: Id; readonly place: Id }

/** What each of these stories is about. */
export const placesOfStories = (db: Querier, streams: readonly Id[]): Promise<PlaceOfStory[]> =>
  db.text<PlaceOfStory>(
    `select a.stream, a.place from voice.published p
     join voice.about a on a.owner = p.owner and a.stream = p.stream
     where p.stream = any($1::uuid[]) order by a.stream, a.place`,
    [[...streams]],
    'places-of-stories',
  )

export type PromiseOfStory = {
  readonly story: Id
  readonly due: Day
  readonly saidDoneAt: Instant | null
  readonly answer: string | null
}

/** The promises made in answer to each of these stories. */
export const promisesOfStories = (db: Querier, stories: readonly Id[]): Promise<PromiseOfStory[]> =>
  db.text<PromiseOfStory>(
    `select story, due, said_done_at as "saidDoneAt", answer from voice.promised
     where story = any($1::uuid[]) order by story, made_at, stream`,
    [[...stories]],
    'promises-of-stories',
  )
