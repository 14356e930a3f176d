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
} from '../../basics/index.ts'
import type { NewFactOf } from '../../log/index.ts'
import { type Complaint, isClosed } from './complaint.ts'
import { dueFor } from './complaint-clocks.ts'
import type { ComplaintKind } from './complaint-facts.ts'
import { refusals } from './refusals.ts'
import { missingParts } from './response-parts.ts'

type Decided = Result<{ facts: NewFactOf<ComplaintKind>[]; answer: null }>
type Received = Extract<NewFactOf<ComplaintKind>, { kind: 'complaint-received' }>['body']

/** Who acts: the complainant (or whoever acts for them), or a body for which somebody acts. */
export type Side = { readonly side: 'complainant' } | { readonly side: 'body'; readonly body: Id }

const decided = (...facts: NewFactOf<ComplaintKind>[]): Decided => ok({ facts, answer: null })

/** Refuses `complaint-empty`, `complaint-body-missing`. The same one twice is one. */
export function makeComplaint(received: Received) {
  return (state: Complaint): Decided => {
    if (state.received !== null) return decided()
    if (received.says.trim() === '') return refuse(refusals.complaintEmpty, {}, 'happened')
    if (received.body === ('' as Id)) return refuse(refusals.complaintBodyMissing, {}, 'places')
    return decided({ kind: 'complaint-received', body: received })
  }
}

/** Refuses `complaint-unknown` to everybody who has no part in it, and what is over. */
function refusePart(state: Complaint, side: Side) {
  if (state.received === null) return refuse(refusals.complaintUnknown)
  if (side.side === 'body' && !state.bodies.includes(side.body))
    return refuse(refusals.complaintUnknown)
  return isClosed(state) ? refuse(refusals.complaintClosed) : null
}

/** Narrows a deed to one side. */
function only(state: Complaint, side: Side, wanted: Side['side']) {
  const refused = refusePart(state, side)
  if (refused !== null) return refused
  return side.side === wanted ? null : refuse(refusals.complaintNotYourStep)
}

const saysSomething = (says: string, field = 'says') =>
  says.trim() === '' ? refuse(refusals.complaintEmpty, {}, field) : null

export const acknowledge =
  (side: Side, how: string, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(says)
    if (refused !== null) return refused
    if (state.acknowledgedAt !== null) return refuse(refusals.complaintDoneAlready)
    const body = { how: how === 'oral' ? 'oral' : 'written', says }
    return decided({ kind: 'complaint-acknowledged', body })
  }

/** Either side proposes a plan; it holds only once the other agrees. */
export const proposePlan =
  (side: Side, says: string, replyBy: Day) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = refusePart(state, side) ?? saysSomething(says)
    if (refused !== null) return refused
    if (replyBy < dayIn(LONDON, now)) return refuse(refusals.complaintDayPassed, {}, 'replyBy')
    const body = { says, replyBy, from: side.side }
    return decided({ kind: 'complaint-plan-proposed', body })
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

export const nameRepresentative =
  (side: Side, name: string, relation: string, ends: boolean) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    if (!ends && name.trim() === '') return refuse(refusals.complaintEmpty, {}, 'name')
    return decided({ kind: 'complaint-representative-named', body: { name, relation, ends } })
  }

export const askToShare =
  (side: Side, other: Id, why: string, lead: Id) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(why, 'why')
    if (refused !== null) return refused
    if (state.bodies.includes(other)) return refuse(refusals.complaintDoneAlready)
    const known = lead === other || state.bodies.includes(lead)
    if (!known) return refuse(refusals.complaintBodyMissing, {}, 'lead')
    return decided({ kind: 'complaint-sharing-asked', body: { other, why, lead } })
  }

export const answerSharing =
  (side: Side, asked: Id, allowed: boolean) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    if (state.sharing?.id !== asked || state.sharingAnswer !== null) {
      return refuse(refusals.complaintDoneAlready)
    }
    const { other } = state.sharing.body
    return decided({ kind: 'complaint-sharing-answered', body: { asked, other, allowed } })
  }

export const tellProgress =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    const refused = refusePart(state, side) ?? saysSomething(says)
    if (refused !== null) return refused
    const kind = side.side === 'body' ? 'complaint-progress-told' : 'complaint-added-to'
    return decided({ kind, body: { says } })
  }

export const explainDelay =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(says)
    if (refused !== null) return refused
    return decided({ kind: 'complaint-delay-explained', body: { says } })
  }

/**
 * The one answer, by the body that leads. Refuses `complaint-part-missing` while a part that the
 * law asks for is not there, and `complaint-not-lead`.
 */
export const sendResponse =
  (side: Side, parts: Readonly<Record<string, string>>, signedBy: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body')
    if (refused !== null) return refused
    if (side.side === 'body' && side.body !== state.lead) return refuse(refusals.complaintNotLead)
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    if (state.acknowledgedAt === null) return refuse(refusals.complaintAcknowledgeFirst)
    const [missing] = missingParts(parts)
    if (missing !== undefined) {
      return refuse(refusals.complaintPartMissing, { part: missing.says }, missing.code)
    }
    if (signedBy.trim() === '') return refuse(refusals.complaintNotSigned, {}, 'signedBy')
    return decided({ kind: 'complaint-response-sent', body: { parts: { ...parts }, signedBy } })
  }

/**
 * The complainant says that it is resolved. Only what was said by word of mouth, and only until
 * the end of the next working day, is then outside the regulations.
 * @source SI 2009/309, regulation 8(1)(c)
 */
export const resolveAtOnce =
  (side: Side, says: string) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    const received = state.received?.body
    const due =
      received === undefined ? null : dueFor('england', 'resolve-at-once', received.receivedAt)
    const inTime = due?.ok === true && due.value !== null && dayIn(LONDON, now) <= due.value
    if (received?.how !== 'oral' || !inTime) return refuse(refusals.complaintNotAtOnce)
    return decided({ kind: 'complaint-resolved-at-once', body: { says } })
  }

export const goToOmbudsman =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    if (state.received === null) return refuse(refusals.complaintUnknown)
    if (side.side !== 'complainant') return refuse(refusals.complaintNotYourStep)
    if (state.ombudsmanAskedAt !== null) return refuse(refusals.complaintDoneAlready)
    return decided({ kind: 'complaint-ombudsman-asked', body: { says } })
  }

export const recordDecision =
  (side: Side, says: string, recommendations: readonly { says: string; due: Day }[]) =>
  (state: Complaint): Decided => {
    if (state.received === null) return refuse(refusals.complaintUnknown)
    if (side.side === 'body' && !state.bodies.includes(side.body))
      return refuse(refusals.complaintUnknown)
    if (state.ombudsmanAskedAt === null || state.ombudsman !== null) {
      return refuse(refusals.complaintNotYourStep)
    }
    const empty = saysSomething(says)
    if (empty !== null) return empty
    const body = { says, recommendations: [...recommendations] }
    return decided({ kind: 'complaint-ombudsman-decided', body })
  }

/** Refuses `complaint-response-first`: nothing is learned before it was answered. */
export const recordLearning =
  (side: Side, learning: { change: string; says: string; due: Day | null; shownAs: string }) =>
  (state: Complaint, now: Instant): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(learning.says)
    if (refused !== null) return refused
    if (state.response === null) return refuse(refusals.complaintResponseFirst)
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
