// A report by a body with a mandate: numbered recommendations, each with an answer of its own.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
  type Static,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import {
  type ReportKind,
  type recommendationAnswered,
  reportKinds,
  type reportPosted,
} from './facts.ts'
import { refusals } from './refusals.ts'

export type Posted = Static<(typeof reportPosted)['schema']>
export type Answered = Static<(typeof recommendationAnswered)['schema']>
export type Stance = Answered['stance']

export type Report = {
  readonly posted: (Posted & { readonly at: Instant; readonly by: Id | null }) | null
  /** By the number of the recommendation. */
  readonly answers: ReadonlyMap<number, Answered & { readonly at: Instant }>
  readonly closedAt: Instant | null
}

export const reportStream: StreamType<Report, ReportKind> = {
  name: 'report',
  says: 'One report with its recommendations, and the answer to each',
  kinds: reportKinds,
  start: { posted: null, answers: new Map(), closedAt: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Report, fact: FactOf<ReportKind>): Report {
  const { at, by } = fact
  switch (fact.kind) {
    case 'report-posted':
      return { ...state, posted: { ...fact.body, at, by } }
    case 'recommendation-answered': {
      const { number } = fact.body
      return { ...state, answers: new Map(state.answers).set(number, { ...fact.body, at }) }
    }
    case 'report-closed':
      return { ...state, closedAt: at }
  }
}

type Decided = Result<Decision<ReportKind, null>>

export type Posting = {
  readonly title: string
  readonly summary: string
  readonly publisher: Posted['publisher']
  readonly addressee: Posted['addressee']
  /** A code of `mandates`. */
  readonly mandate: string
  readonly recommendations: readonly string[]
  /** The four parts; null where the mandate does not ask for them. */
  readonly parts: Posted['parts']
  readonly due: Day
}

const MOST = 100

/**
 * Posts a report once. `needsParts`: whether it does not publish without its four parts.
 * Refuses `report-title-missing`, `report-to-itself`, `report-recommendations-missing`,
 * `report-recommendations-too-many`, `report-part-missing`.
 * @source SI 2013/218, regulation 22(6) (the four parts of a scrutiny report)
 */
export const postReport =
  (posting: Posting, needsParts: boolean) =>
  (state: Report): Decided => {
    if (state.posted !== null) return ok({ facts: [], answer: null })
    const fault = faultOf(posting, needsParts)
    if (fault !== null) return fault
    const title = tidyLine(posting.title)
    const recommendations = posting.recommendations.map(tidyText).filter((one) => one !== '')
    const { parts } = posting
    const { summary, publisher, addressee, mandate, due } = posting
    const body = { title, summary: tidyText(summary), publisher, addressee, mandate, due }
    return ok({
      facts: [{ kind: 'report-posted', body: { ...body, recommendations, parts } }],
      answer: null,
    })
  }

/** What keeps a report from being posted; null where nothing does. Refuses as `postReport`. */
export function faultOf(
  posting: Pick<Posting, 'title' | 'publisher' | 'addressee' | 'recommendations' | 'parts'>,
  needsParts: boolean,
) {
  if (tidyLine(posting.title) === '') return refuse(refusals.titleMissing, {}, 'title')
  if (posting.publisher.organisation === posting.addressee.organisation) {
    return refuse(refusals.toItself, {}, 'addressee')
  }
  const points = posting.recommendations.filter((one) => tidyText(one) !== '').length
  if (points === 0) return refuse(refusals.recommendationsMissing, {}, 'recommendations')
  if (points > MOST) return refuse(refusals.tooMany, { most: MOST }, 'recommendations')
  const missing = needsParts ? missingPart(posting.parts) : null
  return missing === null ? null : refuse(refusals.partMissing, {}, missing)
}

export const partNames = ['matter', 'evidence', 'participants', 'explanation'] as const

const missingPart = (parts: Posted['parts']): (typeof partNames)[number] | null =>
  partNames.find((name) => tidyText(parts?.[name] ?? '') === '') ?? null

export type Answer = {
  readonly number: number
  readonly stance: Stance
  readonly says: string
  /** What is promised, and by when; null where nothing is. */
  readonly promised: { readonly says: string; readonly due: Day; readonly promise: Id } | null
}

/**
 * Answers one recommendation, once, for the body that the report is addressed to.
 * Refuses `report-unknown`, `report-not-to-you`, `recommendation-unknown`,
 * `recommendation-answered`, `recommendation-answer-empty`, `recommendation-promise-empty`,
 * `recommendation-promise-past`.
 */
export const answerRecommendation =
  (organisation: string | null, answer: Answer) =>
  (state: Report, now: Instant): Decided => {
    const { posted, answers } = state
    if (posted === null) return refuse(refusals.reportUnknown)
    if (posted.addressee.organisation !== organisation) return refuse(refusals.notToYou)
    const { number, stance, promised } = answer
    if (posted.recommendations[number - 1] === undefined)
      return refuse(refusals.recommendationUnknown)
    if (answers.has(number)) return refuse(refusals.answeredAlready, { number })
    const says = tidyText(answer.says)
    if (says === '') return refuse(refusals.answerEmpty, {}, 'says')
    if (promised !== null && tidyText(promised.says) === '') {
      return refuse(refusals.promiseEmpty, {}, 'promise')
    }
    if (promised !== null && promised.due < dayIn(LONDON, now)) {
      return refuse(refusals.promisePast, {}, 'due')
    }
    const body = { number, stance, says, promised }
    return ok({ facts: [{ kind: 'recommendation-answered', body }], answer: null })
  }

/**
 * Closes a report by whoever posted it, when every recommendation has its answer.
 * Refuses `report-unknown`, `report-not-yours`, `report-answers-missing`.
 */
export const closeReport =
  (organisation: string | null) =>
  (state: Report): Decided => {
    if (state.posted === null) return refuse(refusals.reportUnknown)
    if (state.posted.publisher.organisation !== organisation) return refuse(refusals.notYours)
    if (state.closedAt !== null) return ok({ facts: [], answer: null })
    const count = unanswered(state).length
    if (count > 0) return refuse(refusals.answersMissing, { count })
    return ok({ facts: [{ kind: 'report-closed', body: {} }], answer: null })
  }

/** The numbers of the recommendations that have no answer. */
export const unanswered = ({ posted, answers }: Report): readonly number[] =>
  (posted?.recommendations ?? []).map((_, place) => place + 1).filter((one) => !answers.has(one))

/** The numbers whose silence is public: not answered, and the day has passed. */
export const overdue = (report: Report, today: Day): readonly number[] =>
  report.posted !== null && report.posted.due < today ? unanswered(report) : []
