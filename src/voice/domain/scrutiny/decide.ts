// What can be done with a matter of health scrutiny, by whom, and in which order.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Refusal,
  refuse,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import { faultOf, overdue, type Report } from '../report/report.ts'
import {
  type Acknowledgement,
  type AgendaItem,
  countMembers,
  type Decided,
  type Draft,
  type Evidence,
  isOwnMotion,
  isTakenUp,
  type Matter,
  type MemberDecision,
  type Referral,
} from './matter.ts'
import { refusals } from './refusals.ts'

const nothing: Decided = ok({ facts: [], answer: null })
const today = (now: Instant): Day => dayIn(LONDON, now)
type Refused = { readonly ok: false; readonly refusal: Refusal }

/**
 * Refers a matter, once. A report can be referred from the day after its answers were due.
 * Refuses `matter-words-missing`, `matter-not-late`.
 * @source SI 2013/218, regulation 21
 */
export const refer =
  (referral: Omit<Referral, 'unanswered'>, report: Report | null) =>
  (state: Matter, now: Instant): Decided => {
    if (state.referred !== null) return nothing
    const title = tidyLine(referral.title)
    if (title === '') return refuse(refusals.wordsMissing, {}, 'title')
    const why = tidyText(referral.why)
    if (why === '') return refuse(refusals.wordsMissing, {}, 'why')
    const unanswered = report === null ? [] : overdue(report, today(now))
    if (report !== null && unanswered.length === 0) return refuse(refusals.notLate)
    const body = { ...referral, title, why, unanswered: [...unanswered] }
    return ok({ facts: [{ kind: 'matter-referred', body }], answer: null })
  }

/** Whether an organisation may do the next thing with a matter; the refusal where it may not. */
function closedTo(organisation: string | null, state: Matter, takenUp: boolean): Refused | null {
  if (state.referred === null) return refuse(refusals.unknown)
  if (state.referred.committee.organisation !== organisation) {
    return refuse(refusals.notYourCommittee)
  }
  if (state.agreed !== null) return refuse(refusals.ended)
  return takenUp && !isTakenUp(state) ? refuse(refusals.notTakenUp) : null
}

/**
 * Refuses `matter-unknown`, `matter-not-your-committee`, `matter-ended`,
 * `matter-acknowledged-already`, `matter-words-missing`.
 */
export const acknowledge =
  (organisation: string | null, { takenUp, says }: Acknowledgement) =>
  (state: Matter): Decided => {
    const closed = closedTo(organisation, state, false)
    if (closed !== null) return closed
    if (state.acknowledged !== null || isOwnMotion(state)) return refuse(refusals.acknowledged)
    const words = tidyText(says)
    if (words === '') return refuse(refusals.wordsMissing, {}, 'says')
    const body = { takenUp, says: words }
    return ok({ facts: [{ kind: 'matter-acknowledged', body }], answer: null })
  }

/**
 * Puts it on an agenda: with a day until which everybody can comment, and how. A later entry moves
 * it. Refuses as every step, and `matter-meeting-past`, `matter-comments-day`.
 */
export const putOnAgenda =
  (organisation: string | null, item: AgendaItem) =>
  (state: Matter, now: Instant): Decided => {
    const closed = closedTo(organisation, state, true)
    if (closed !== null) return closed
    const body = { ...item, where: tidyLine(item.where), commentsTo: tidyLine(item.commentsTo) }
    if (body.where === '') return refuse(refusals.wordsMissing, {}, 'where')
    if (body.commentsTo === '') return refuse(refusals.wordsMissing, {}, 'commentsTo')
    if (body.meetingOn < today(now)) return refuse(refusals.meetingPast, {}, 'meetingOn')
    if (body.commentsBy < today(now) || body.commentsBy > body.meetingOn) {
      return refuse(refusals.commentsDay, {}, 'commentsBy')
    }
    return ok({ facts: [{ kind: 'matter-on-agenda', body }], answer: null })
  }

/** Numbers it after what is listed. Refuses as every step, and `matter-evidence-future`. */
export const listEvidence =
  (organisation: string | null, evidence: Omit<Evidence, 'number'>) =>
  (state: Matter, now: Instant): Decided => {
    const closed = closedTo(organisation, state, true)
    if (closed !== null) return closed
    const what = tidyLine(evidence.what)
    if (what === '') return refuse(refusals.wordsMissing, {}, 'what')
    const givenBy = tidyLine(evidence.givenBy)
    if (givenBy === '') return refuse(refusals.wordsMissing, {}, 'givenBy')
    if (evidence.givenOn > today(now)) return refuse(refusals.evidenceFuture, {}, 'givenOn')
    const body = { ...evidence, what, givenBy, number: state.evidence.length + 1 }
    return ok({ facts: [{ kind: 'scrutiny-evidence-listed', body }], answer: null })
  }

/**
 * Drafts the report, with all four parts of the law, for the members to decide on. Another draft
 * takes the place of the one before. Refuses as every step, `matter-not-on-agenda`,
 * `matter-evidence-missing`, and as `postReport`.
 * @source SI 2013/218, regulation 22(6)
 */
export const draftReport =
  (organisation: string | null, draft: Draft) =>
  (state: Matter): Decided => {
    const closed = closedTo(organisation, state, true)
    if (closed !== null) return closed
    if (state.agenda.length === 0) return refuse(refusals.notOnAgenda)
    if (state.evidence.length === 0) return refuse(refusals.evidenceMissing)
    const publisher = state.referred?.committee ?? draft.addressee
    const fault = faultOf({ ...draft, publisher }, true)
    if (fault !== null) return fault
    const kept = draft.recommendations.map(tidyText).filter((one) => one !== '')
    const body = { ...draft, title: tidyLine(draft.title), recommendations: kept }
    return ok({ facts: [{ kind: 'scrutiny-report-drafted', body }], answer: null })
  }

/**
 * One member decides on the last draft, once, from the day of a meeting on whose agenda it was.
 * With enough of them, and more for than against, the draft is agreed. `isMember`: whether they
 * sit on the committee today. Refuses as every step, `matter-not-member`, `matter-draft-missing`,
 * `matter-not-on-agenda`, `matter-decided-already`.
 */
export const decideAsMember =
  (
    by: { organisation: string | null; person: Id; isMember: boolean },
    made: MemberDecision,
    report: Id,
  ) =>
  (state: Matter, now: Instant): Decided => {
    const closed = closedTo(by.organisation, state, true)
    if (closed !== null) return closed
    if (!by.isMember) return refuse(refusals.notMember)
    if (made.draft !== state.drafts.length || made.draft === 0) return refuse(refusals.draftMissing)
    if (!state.agenda.some(({ meetingOn }) => meetingOn <= today(now))) {
      return refuse(refusals.notOnAgenda)
    }
    if (state.decisions.some((one) => one.by === by.person)) return refuse(refusals.decided)
    const body = { ...made, says: tidyText(made.says) }
    const decided = { kind: 'member-decided', body } as const
    if (!countMembers([...state.decisions, body]).enough) {
      return ok({ facts: [decided], answer: null })
    }
    const agreed = { kind: 'scrutiny-report-agreed', body: { draft: made.draft, report } } as const
    return ok({ facts: [decided, agreed], answer: null })
  }
