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
  readonly became: Became | null
  /** The day by which what was promised is late. */
  readonly today: Day
  readonly after: After | null
  readonly limit: number
}

/** What became of a promise that a story led to, as anybody searches for it. */
export const becameCodes = ['promised', 'confirmed', 'disputed', 'late', 'waiting'] as const
export type Became = (typeof becameCodes)[number]

const BECAME: Readonly<Record<Became, (today: () => string) => string>> = {
  promised: () => 'true',
  confirmed: () => "answer = 'yes'",
  disputed: () => "answer in ('no', 'not yet')",
  late: (today) => `said_done_at is null and due < ${today()}::date`,
  waiting: (today) => `answer is null and (said_done_at is not null or due >= ${today()}::date)`,
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
  const { words, kind, places, answered, became, today, after, limit } = search
  const since = () =>
    after === null ? null : `(${value(after.publishedAt)}, ${value(after.stream)}::uuid)`
  const [only] = places
  if (places.length === 1) {
    where.push(`p.stream in (select a.stream from voice.about a
      where a.place = ${value(only)} and a.published_at is not null)`)
  } else if (places.length > 1) {
    where.push(`p.stream in (${newestOfEach(search, value, since())})`)
  }
  if (became !== null) {
    where.push(`p.stream in (select story from voice.promised
      where ${BECAME[became](() => value(today))})`)
  }
  if (words !== '') where.push(`p.words @@ websearch_to_tsquery('english', ${value(words)})`)
  if (kind !== null) where.push(`p.kind = ${value(kind)}`)
  if (answered !== null) where.push(`p.first_answer_at is ${answered ? 'not null' : 'null'}`)
  const before = since()
  if (before !== null) where.push(`(p.published_at, p.stream) < ${before}`)
  const narrowed = where.length === 0 ? '' : `where ${where.join(' and ')}`
  // An index has stories in this order: only those that are shown are read whole.
  return db.text<PublicStory>(
    `select ${COLUMNS} from (
       select p.stream from voice.published p ${narrowed}
       order by p.published_at desc, p.stream desc limit ${value(limit)}
     ) found join voice.published p on p.stream = found.stream
     order by p.published_at desc, p.stream desc`,
    values,
  )
}

/**
 * Of many places: where nothing else narrows them, the newest of each are enough for a page, and
 * an index has them in that order; else all of each.
 */
function newestOfEach(
  { words, kind, answered, became, places, limit }: StorySearch,
  value: (one: unknown) => string,
  since: string | null,
): string {
  const narrowed = words !== '' || kind !== null || answered !== null || became !== null
  const before = since === null ? '' : `and (a.published_at, a.stream) < ${since}`
  const w = `unnest(${value([...places])}::uuid[]) as w (place)`
  if (narrowed) {
    return `select a.stream from ${w}
      join voice.about a on a.place = w.place and a.published_at is not null ${before}`
  }
  const most = value(limit)
  const newest = 'order by published_at desc, stream desc limit'
  return `select stream from (
      select distinct one.stream, one.published_at from ${w} cross join lateral (
        select a.stream, a.published_at from voice.about a
        where a.place = w.place and a.published_at is not null ${before} ${newest} ${most}
      ) one
    ) newest ${newest} ${most}`
}

export type StoryNumbers = {
  readonly stories: number
  readonly praise: number
  readonly concerns: number
  /** Published for as long as the rule asks, and how many of those were answered. */
  readonly old: number
  readonly oldAnswered: number
  /** How many were answered, and within how many days from telling half of them were. */
  readonly answered: number
  readonly medianDays: number | null
  readonly oldConcerns: number
  /** Concerns old enough that were followed by a change said to be made, and one confirmed. */
  readonly oldConcernsChanged: number
  readonly oldConcernsConfirmed: number
  readonly promised: number
  readonly confirmed: number
  readonly disputed: number
  readonly overdue: number
  /** Not due yet, or said to be done and those who asked have said nothing. */
  readonly waiting: number
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
       count(first_answer_at) as answered,
       percentile_disc(0.5) within group (
         order by (first_answer_at at time zone 'Europe/London')::date
           - (told_at at time zone 'Europe/London')::date
       ) as "medianDays",
       count(*) filter (where concern and published_at <= $2) as "oldConcerns",
       (select count(distinct story) from promised
        where concern and old and said_done_at is not null) as "oldConcernsChanged",
       (select count(distinct story) from promised
        where concern and old and answer = 'yes') as "oldConcernsConfirmed",
       (select count(*) from promised) as promised,
       (select count(*) from promised where answer = 'yes') as confirmed,
       (select count(*) from promised where answer in ('no', 'not yet')) as disputed,
       (select count(*) from promised
        where said_done_at is null and due < $3::date) as overdue,
       (select count(*) from promised
        where answer is null and (said_done_at is not null or due >= $3::date)) as waiting
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
