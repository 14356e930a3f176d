// What each side of a complaint may do, as pure decisions after SI 2009/309.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import type { NewFactOf } from '../../../log/index.ts'
import { type Complaint, isOver, mustLearn, owesWord } from './complaint.ts'
import { explainsFrom, lastDayToResolve } from './dues.ts'
import type { ComplaintKind } from './facts.ts'
import { groundNamed } from './grounds.ts'
import { cameLate, outsideNamed } from './outside.ts'
import { refusals } from './refusals.ts'
import { missingParts } from './response-parts.ts'

export type Decided = Result<{ facts: NewFactOf<ComplaintKind>[]; answer: null }>
type Received = Extract<NewFactOf<ComplaintKind>, { kind: 'complaint-received' }>['body']

/** Who acts: the complainant or whoever acts for them, or a body for which somebody acts. */
export type Side =
  | { readonly side: 'complainant'; readonly acts?: 'representative' }
  | { readonly side: 'body'; readonly body: Id }

export const decided = (...facts: NewFactOf<ComplaintKind>[]): Decided =>
  ok({ facts, answer: null })

/**
 * Refuses `complaint-empty`, `complaint-body-missing`, `complaint-permission-missing`,
 * `complaint-ground-unknown`. The same one twice is one.
 */
export function makeComplaint(received: Received) {
  return (state: Complaint): Decided => {
    if (state.received !== null) return decided()
    if (received.says.trim() === '') return refuse(refusals.complaintEmpty, {}, 'happened')
    if (received.body === ('' as Id)) return refuse(refusals.complaintBodyMissing, {}, 'places')
    const { representative: acts } = received
    if (acts !== null && groundNamed(acts.ground) === undefined) {
      return refuse(refusals.complaintGroundUnknown, {}, 'ground')
    }
    if (acts !== null && acts.permission.trim() === '') {
      return refuse(refusals.complaintPermissionMissing, {}, 'permission')
    }
    return decided({ kind: 'complaint-received', body: received })
  }
}

/** Refuses `complaint-unknown` to everybody who has no part in it, and what is over. */
export function refusePart(state: Complaint, side: Side) {
  if (state.received === null) return refuse(refusals.complaintUnknown)
  if (side.side === 'body' && !state.bodies.includes(side.body))
    return refuse(refusals.complaintUnknown)
  return isOver(state) ? refuse(refusals.complaintClosed) : null
}

/** Narrows a deed to one side. */
export function only(state: Complaint, side: Side, wanted: Side['side']) {
  const refused = refusePart(state, side)
  if (refused !== null) return refused
  return side.side === wanted ? null : refuse(refusals.complaintNotYourStep)
}

export const saysSomething = (says: string, field = 'says') =>
  says.trim() === '' ? refuse(refusals.complaintEmpty, {}, field) : null

export const acknowledge =
  (side: Side, how: string, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(says)
    if (refused !== null) return refused
    const by = side.side === 'body' ? side.body : null
    const open = state.holdings.some((one) => owesWord(one, by))
    if (!open) return refuse(refusals.complaintDoneAlready)
    const body = { how: how === 'oral' ? 'oral' : 'written', says, body: by }
    return decided({ kind: 'complaint-acknowledged', body })
  }

/**
 * Either side proposes a plan; it holds only once the other agrees. Where the complainant did not
 * want to talk about it and no plan holds yet, the body says the time itself.
 * @source SI 2009/309, regulation 13(7) to (9)
 */
export const proposePlan =
  (side: Side, says: string, replyBy: Day, fact: Id) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = refusePart(state, side) ?? saysSomething(says)
    if (refused !== null) return refused
    if (replyBy < dayIn(LONDON, now)) return refuse(refusals.complaintDayPassed, {}, 'replyBy')
    const body = { says, replyBy, from: side.side }
    const proposed = { kind: 'complaint-plan-proposed', body, id: fact } as const
    const setsIt = side.side === 'body' && state.talkDeclinedAt !== null && state.plan === null
    if (!setsIt) return decided(proposed)
    return decided(proposed, { kind: 'complaint-plan-set', body: { plan: fact } })
  }

/** The offer to talk is not taken up. Refuses `complaint-acknowledge-first`. */
export const declineTalk =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    if (state.acknowledgedAt === null) return refuse(refusals.complaintAcknowledgeFirst)
    if (state.talkDeclinedAt !== null || state.plan !== null) {
      return refuse(refusals.complaintDoneAlready)
    }
    return decided({ kind: 'complaint-talk-declined', body: { says } })
  }

/** Refuses `complaint-plan-own`: nobody agrees with themselves. */
export const agreePlan =
  (side: Side, plan: Id) =>
  (state: Complaint): Decided => {
    const refused = refusePart(state, side)
    if (refused !== null) return refused
    if (state.proposed === null || state.proposed.fact !== plan) {
      return refuse(refusals.complaintPlanChanged)
    }
    if (state.proposed.from === side.side) return refuse(refusals.complaintPlanOwn)
    return decided({ kind: 'complaint-plan-agreed', body: { plan } })
  }

export const tellProgress =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    const refused = refusePart(state, side) ?? saysSomething(says)
    if (refused !== null) return refused
    const kind = side.side === 'body' ? 'complaint-progress-told' : 'complaint-added-to'
    return decided({ kind, body: { says } })
  }

/**
 * Why there is no answer yet. Refuses `complaint-explain-early`: a reason that is given long before
 * the 6 months end would stop their clock.
 * @source SI 2009/309, regulation 14(4)
 */
export const explainDelay =
  (side: Side, says: string) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(says)
    if (refused !== null) return refused
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    const from = explainsFrom(state)
    if (from !== null && dayIn(LONDON, now) < from) return refuse(refusals.complaintExplainEarly)
    return decided({ kind: 'complaint-delay-explained', body: { says } })
  }

/**
 * The one answer, by the body that leads. Refuses `complaint-part-missing` while a part that the
 * law asks for is not there, `complaint-part-of-body` while a body that answers together with it
 * has not given its part, and `complaint-not-lead`.
 * @source SI 2009/309, regulations 9 and 14(2)
 */
export const sendResponse =
  (side: Side, parts: Readonly<Record<string, string>>, signedBy: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body')
    if (refused !== null) return refused
    if (side.side === 'body' && side.body !== state.lead) return refuse(refusals.complaintNotLead)
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    if (state.acknowledgedAt === null) return refuse(refusals.complaintAcknowledgeFirst)
    const given = new Set(state.parts.map(({ body }) => body))
    if (state.together.some((body) => !given.has(body))) {
      return refuse(refusals.complaintPartOfBody)
    }
    const [missing] = missingParts(parts)
    if (missing !== undefined) {
      return refuse(refusals.complaintPartMissing, { part: missing.says }, missing.code)
    }
    if (signedBy.trim() === '') return refuse(refusals.complaintNotSigned, {}, 'signedBy')
    return decided({ kind: 'complaint-response-sent', body: { parts: { ...parts }, signedBy } })
  }

/**
 * The complainant says that it is resolved, in the time that their nation gives for that.
 * @source SI 2009/309, regulation 8(1)(c); NHS Scotland Model Complaints Handling Procedure
 */
export const resolveAtOnce =
  (side: Side, says: string) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    const last = lastDayToResolve(state)
    if (last === null || dayIn(LONDON, now) > last) return refuse(refusals.complaintNotAtOnce)
    return decided({ kind: 'complaint-resolved-at-once', body: { says } })
  }

/**
 * The body need not deal with it, and writes why. Refuses `complaint-outside-unknown`, and
 * `complaint-in-time` where it says that the complaint is late and it is not.
 * @source SI 2009/309, regulations 8 and 12
 */
export const setOutside =
  (side: Side, ground: string, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body')
    if (refused !== null) return refused
    if (side.side !== 'body' || side.body !== state.lead) return refuse(refusals.complaintNotLead)
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    const english = state.received?.body.nation === 'england'
    if (!english || outsideNamed(ground) === undefined) {
      return refuse(refusals.complaintOutsideUnknown, {}, 'ground')
    }
    if (ground === 'late' && !cameLate(state)) {
      return refuse(refusals.complaintInTime, {}, 'ground')
    }
    const empty = saysSomething(says, 'outside')
    if (empty !== null) return empty
    return decided({ kind: 'complaint-not-dealt-with', body: { ground, says, body: side.body } })
  }

export const goToOmbudsman =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    if (state.received === null) return refuse(refusals.complaintUnknown)
    if (side.side !== 'complainant') return refuse(refusals.complaintNotYourStep)
    if (state.ombudsmanAskedAt !== null) return refuse(refusals.complaintDoneAlready)
    return decided({ kind: 'complaint-ombudsman-asked', body: { says } })
  }

type OmbudsmanSays = Extract<
  NewFactOf<ComplaintKind>,
  { kind: 'complaint-ombudsman-decided' }
>['body']

/**
 * What the ombudsman decided, brought in by either side from the letter.
 * Refuses `complaint-ombudsman-first`, `complaint-recommendation-day`.
 */
export const recordDecision =
  (side: Side, decision: Omit<OmbudsmanSays, 'from'>) =>
  (state: Complaint): Decided => {
    if (state.received === null) return refuse(refusals.complaintUnknown)
    if (side.side === 'body' && !state.bodies.includes(side.body))
      return refuse(refusals.complaintUnknown)
    if (state.ombudsmanAskedAt === null) return refuse(refusals.complaintOmbudsmanFirst)
    if (state.ombudsman !== null) return refuse(refusals.complaintDoneAlready)
    const empty = saysSomething(decision.says, 'decided')
    if (empty !== null) return empty
    const asked = dayIn(LONDON, state.ombudsmanAskedAt)
    const wrong = decision.recommendations.findIndex(({ due }) => due < asked)
    if (wrong >= 0) {
      return refuse(refusals.complaintRecommendationDay, {}, `recommendation${wrong + 1}Due`)
    }
    return decided({ kind: 'complaint-ombudsman-decided', body: { ...decision, from: side.side } })
  }

/**
 * What was learned, of every complaint however it ended. Refuses `complaint-response-first`:
 * nothing is learned before it was answered or came to its end.
 */
export const recordLearning =
  (side: Side, learning: { change: string; says: string; due: Day | null; shownAs: string }) =>
  (state: Complaint, now: Instant): Decided => {
    const known =
      state.received !== null && (side.side !== 'body' || state.bodies.includes(side.body))
    if (!known) return refuse(refusals.complaintUnknown)
    if (side.side !== 'body') return refuse(refusals.complaintNotYourStep)
    if (state.learning !== null) return refuse(refusals.complaintDoneAlready)
    if (!mustLearn(state)) return refuse(refusals.complaintResponseFirst)
    const empty = saysSomething(learning.says)
    if (empty !== null) return empty
    const promised = learning.change === 'promise'
    if (promised && (learning.due === null || learning.due < dayIn(LONDON, now))) {
      return refuse(refusals.complaintDayPassed, {}, 'due')
    }
    const change = promised ? 'promise' : 'none'
    const due = promised ? learning.due : null
    return decided({ kind: 'complaint-learning-recorded', body: { ...learning, change, due } })
  }

export const withdrawComplaint =
  (side: Side, why: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    return refused ?? decided({ kind: 'complaint-withdrawn', body: { why } })
  }
