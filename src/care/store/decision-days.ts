// How decisions stand, in codes: for asking again, for the day they are looked at, for the gate.
import type { Day, Id, PersonId } from '../../basics/index.ts'
import { type Querier, sha256 } from '../../plumbing/index.ts'
import type { AgainCount } from '../domain/decision/again.ts'
import type { Before } from '../domain/decision/decide.ts'
import type { Decision } from '../domain/decision/decision.ts'

/** The same for the same question, however it is spaced or capitalised. */
export const questionCode = (question: string): string =>
  sha256(
    question
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ).slice(0, 32)

type DaysRow = {
  readonly stream: Id
  readonly aid: string | null
  readonly version: number | null
  readonly question: string
  readonly status: Decision['status']
  readonly saidNo: boolean
  readonly reviewOn: Day | null
}

/** How the decisions of one person stand, in codes: for asking again, and for going on with one. */
export const decisionDaysOf = (db: Querier, person: PersonId): Promise<DaysRow[]> =>
  db.text<DaysRow>(
    `select stream, aid, version, question, status, said_no as "saidNo", review_on as "reviewOn"
     from care.decision_days where owner = $1`,
    [person],
    'decision-days-of',
  )

export const beforeOf = ({ aid, version, ...row }: DaysRow): Before => ({
  ...row,
  tool: aid === null ? null : { aid, version: version ?? 1, title: '-' },
})

/** Decisions whose review day has come and nobody was asked yet, from one person on. */
export const decisionsToReview = (
  db: Querier,
  today: Day,
  limit: number,
): Promise<{ owner: Id; stream: Id }[]> =>
  db.text(
    `select owner, stream from care.decision_days
     where review_on <= $1 and not review_asked order by owner, stream limit $2`,
    [today, limit],
    'decisions-to-review',
  )

/** The versions of aids of which somebody said whether they would choose it again. */
export const versionsAnswered = (db: Querier): Promise<{ aid: string; version: number }[]> =>
  db.text(
    `select distinct aid, version from care.decision_days
     where aid is not null and option is not null and again is not null order by aid, version`,
    [],
    'versions-answered',
  )

/** What was said of one version up to a day, by day: for the gate alone. */
export const countAgain = async (
  db: Querier,
  { aid, version }: { readonly aid: string; readonly version: number },
  until: Day,
): Promise<AgainCount[]> =>
  (
    await db.text<AgainCount>(
      `select reviewed_on as day, option, again, count(*) as count from care.decision_days
       where aid = $1 and version = $2 and option is not null and again is not null
         and reviewed_on <= $3
       group by reviewed_on, option, again order by reviewed_on, option, again`,
      [aid, version, until],
      'count-again',
    )
  ).map((row) => ({ ...row, count: Number(row.count) }))
