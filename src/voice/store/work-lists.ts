// Lists of stories as they wait for somebody: opaque ids, clocks and codes, and nobody's words.
import type { Day, Id, Instant } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { StoryRef } from './ways-back.ts'

/** What one person told, newest first. */
export const ownStories = (db: Querier, person: Id, limit = 50): Promise<StoryRef[]> =>
  db.text<StoryRef>(
    `select owner, stream from voice.work where owner = $1 and is_own
     order by told_at desc, stream desc limit $2`,
    [person, limit],
    'own-stories',
  )

export type WaitingStory = StoryRef & {
  readonly kind: string
  readonly toldAt: Instant
  readonly readBy: Day
  readonly standing: string
  readonly severity: number | null
  readonly risks: readonly string[]
  readonly outOfHours: boolean
  readonly firstReader: Id | null
}

/**
 * Stories that wait to be read: words that may mean danger first, then the gravest, then worries
 * about safety and what should be fixed today, then those that wait longest.
 */
export const waitingStories = (db: Querier, limit = 50): Promise<WaitingStory[]> =>
  db.text<WaitingStory>(
    `select owner, stream, kind, told_at as "toldAt", read_by as "readBy", standing, severity,
       risks, out_of_hours as "outOfHours", first_reader as "firstReader"
     from voice.work where standing in ('to be read', 'read once')
     order by cardinality(risks) > 0 desc, coalesce(severity, 0) desc,
       kind = 'safety' desc, kind = 'concern' desc, told_at, stream limit $1`,
    [limit],
    'waiting-stories',
  )

export type WaitingSaying = StoryRef & {
  readonly saying: Id
  readonly organisation: Id | null
  readonly change: string
  readonly saidAt: Instant
}

/** Answers and replies that wait for a moderator; claims of change first, then by age. */
export const waitingSayings = (db: Querier, limit = 50): Promise<WaitingSaying[]> =>
  db.text<WaitingSaying>(
    `select s.owner, s.stream, s.saying, s.organisation, s.change, s.said_at as "saidAt"
     from voice.sayings s join voice.work w on w.owner = s.owner and w.stream = s.stream
     where s.standing = 'waiting' and w.standing <> 'withdrawn'
     order by s.change <> 'none' desc, s.said_at, s.saying limit $1`,
    [limit],
    'waiting-sayings',
  )

export type QueueTimes = {
  readonly waiting: number
  readonly oldest: Instant | null
  readonly settled: number
  /** The middle of the hours from telling to settling; null where none was settled. */
  readonly medianHours: number | null
}

/** How long the queue is, and how long those settled since a moment had waited. */
export async function queueTimes(db: Querier, since: Instant): Promise<QueueTimes> {
  const [row] = await db.text<QueueTimes>(
    `select
       (select count(*) from voice.work where standing in ('to be read', 'read once')) as waiting,
       (select min(told_at) from voice.work
        where standing in ('to be read', 'read once')) as oldest,
       count(*) as settled,
       round((percentile_cont(0.5) within group (
         order by extract(epoch from settled_at - told_at)) / 3600)::numeric, 1)::float8
         as "medianHours"
     from voice.work where settled_at >= $1`,
    [since],
    'queue-times',
  )
  return row ?? { waiting: 0, oldest: null, settled: 0, medianHours: null }
}

export type ToldRow = WaitingStory & {
  readonly answerBy: Day | null
  readonly firstAnswerAt: Instant | null
}

/**
 * What was told to an organisation and it may read: published or private to it, and concerns
 * before that. Those that wait for an answer first, by severity, then the others by age.
 */
export const toldTo = (
  db: Querier,
  organisation: Id,
  { limit, offset }: { limit: number; offset: number },
): Promise<ToldRow[]> =>
  db.text<ToldRow>(
    `select w.owner, w.stream, w.kind, w.told_at as "toldAt", w.read_by as "readBy", w.standing,
       w.severity, w.risks, w.out_of_hours as "outOfHours", w.first_reader as "firstReader",
       w.answer_by as "answerBy", w.first_answer_at as "firstAnswerAt"
     from voice.told_to t join voice.work w on w.owner = t.owner and w.stream = t.stream
     where t.organisation = $1 and (w.standing in ('published', 'accepted')
       or (w.standing in ('to be read', 'read once') and w.kind in ('concern', 'safety')))
     order by w.first_answer_at is null and w.kind <> 'praise' desc,
       cardinality(w.risks) > 0 desc, coalesce(w.severity, 0) desc, w.told_at, w.stream
     limit $2 offset $3`,
    [organisation, limit, offset],
    'told-to',
  )

/** How the latest answers of an organisation stand, newest first. */
export const latestAnswers = (
  db: Querier,
  organisation: Id,
  limit: number,
): Promise<{ standing: string }[]> =>
  db.text<{ standing: string }>(
    `select standing from voice.sayings where organisation = $1 and standing <> 'waiting'
     order by said_at desc, saying desc limit $2`,
    [organisation, limit],
    'latest-answers',
  )
