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
