// What was counted about a service: where stories, promises and reports lie, for who counts again.
import type { Id, Instant } from '../../basics/index.ts'
import type { CountedIn } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { StoryRef } from './ways-back.ts'

/** A time: from its first moment on, and before its end. */
export type Time = { readonly from: Instant; readonly until: Instant }

/**
 * The stories about a place that may have been public in a time: those that are, and those that
 * are not or no longer, which their facts tell apart.
 */
export const storiesCounted = (
  db: Querier,
  place: Id,
  { from, until }: Time,
): Promise<StoryRef[]> =>
  db.text<StoryRef>(
    `select owner, stream from voice.about
       where place = $1 and published_at >= $2 and published_at < $3
     union all
     select owner, stream from voice.about
       where place = $1 and published_at is null and told_at < $3`,
    [place, from, until],
    'stories-counted',
  )

/** The reports to any of these bodies that were posted or due in a time. */
export const reportsCounted = (
  db: Querier,
  addressees: readonly Id[],
  { from, until }: Time,
): Promise<StoryRef[]> =>
  db.text<StoryRef>(
    `select owner, stream from voice.reports
     where addressee = any($1::uuid[]) and posted_at < $3
       and (posted_at >= $2 or due >= ($2::timestamptz at time zone 'Europe/London')::date)
     order by posted_at, stream`,
    [addressees, from, until],
    'reports-counted',
  )

/** The places and bodies in whose public numbers a story, its promises or a report are counted. */
export const countedIn: CountedIn = async (tx, { owner, stream }) => {
  const rows = await tx.text<{ place: Id }>(
    `select place from voice.about where owner = $1 and stream = $2
     union select a.place from voice.promised p
       join voice.about a on a.owner = p.owner and a.stream = p.story
       where p.owner = $1 and p.stream = $2
     union select addressee from voice.reports where owner = $1 and stream = $2`,
    [owner, stream],
    'counted-in',
  )
  return rows.map(({ place }) => place)
}

export const countedMigration = `
-- What is not public: few rows, looked through when a pack of evidence is made.
create index about_not_public on voice.about (place, told_at) where published_at is null;
`
