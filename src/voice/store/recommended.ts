// The rows made from promises that the ombudsman recommended: how many, kept or late, by whom.
import type { Day, Id } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { isRecommended } from '../domain/complaint/promised.ts'
import { promiseRows } from './promise-rows.ts'

export const recommendedTable = `
-- projection, worklist: what the ombudsman recommended to a body, by when, and how it stands
create table voice.recommended (
  owner uuid not null,
  stream uuid not null,
  organisation uuid,
  due date not null,
  said_done_at timestamptz,
  answer text,
  primary key (owner, stream)
);
create index recommended_organisation on voice.recommended (organisation, due);
`

export const recommendedRows = promiseRows('voice.recommended', ({ body }) =>
  isRecommended(body.about) ? {} : null,
)

/** How one body stands with what the ombudsman recommended to it. */
export type RecommendedBy = {
  readonly organisation: Id
  readonly all: number
  readonly kept: number
  readonly disputed: number
  readonly overdue: number
  /** The day of the one that is overdue longest. */
  readonly since: Day | null
}

/** Of each of these bodies that was recommended anything; no words of any complaint. */
export const recommendedBy = (
  db: Querier,
  organisations: readonly Id[],
  today: Day,
): Promise<RecommendedBy[]> =>
  db.text<RecommendedBy>(
    `select organisation, count(*) as all,
       count(*) filter (where answer = 'yes') as kept,
       count(*) filter (where answer in ('no', 'not yet')) as disputed,
       count(*) filter (where said_done_at is null and due < $2) as overdue,
       min(due) filter (where said_done_at is null and due < $2) as since
     from voice.recommended where organisation = any($1)
     group by organisation order by organisation`,
    [organisations, today],
    'recommended-by',
  )
