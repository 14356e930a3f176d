// A formal complaint: who handles it, what was agreed, what is due, and how it ended.
import { type Day, dayIn, type Id, type Instant, LONDON, type Nation } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import { dueFor, explainBy } from './complaint-clocks.ts'
import { type ComplaintKind, complaintKinds } from './complaint-facts.ts'

type Made<K extends ComplaintKind['kind']> = Extract<FactOf<ComplaintKind>, { kind: K }>

export type Plan = {
  readonly fact: Id
  readonly at: Instant
  readonly says: string
  readonly replyBy: Day
  readonly from: 'body' | 'complainant'
  readonly agreedOn: Day | null
}

export type Complaint = {
  readonly received: Made<'complaint-received'> | null
  readonly acknowledgedAt: Instant | null
  /** The newest plan, agreed or not, and the one that holds. */
  readonly proposed: Plan | null
  readonly plan: Plan | null
  readonly representative: { readonly name: string; readonly relation: string } | null
  readonly sharing: Made<'complaint-sharing-asked'> | null
  readonly sharingAnswer: boolean | null
  /** Every body that has it, and the one that answers for all. */
  readonly bodies: readonly Id[]
  readonly lead: Id | null
  readonly explainedAt: Instant | null
  readonly response: Made<'complaint-response-sent'> | null
  readonly ombudsmanAskedAt: Instant | null
  readonly ombudsman: Made<'complaint-ombudsman-decided'> | null
  readonly learning: Made<'complaint-learning-recorded'> | null
  readonly ended: 'resolved at once' | 'withdrawn' | null
  /** All of it in order: the same for the complainant and for whoever handles it. */
  readonly timeline: readonly FactOf<ComplaintKind>[]
}

export const complaintStream: StreamType<Complaint, ComplaintKind> = {
  name: 'complaint',
  says: 'One formal complaint, from its making to what was learned',
  kinds: complaintKinds,
  start: {
    received: null,
    acknowledgedAt: null,
    proposed: null,
    plan: null,
    representative: null,
    sharing: null,
    sharingAnswer: null,
    bodies: [],
    lead: null,
    explainedAt: null,
    response: null,
    ombudsmanAskedAt: null,
    ombudsman: null,
    learning: null,
    ended: null,
    timeline: [],
  },
  fold: (state, fact) => ({ ...fold(state, fact), timeline: [...state.timeline, fact] }),
}

function fold(state: Complaint, fact: FactOf<ComplaintKind>): Complaint {
  switch (fact.kind) {
    case 'complaint-received':
      return { ...state, received: fact, bodies: [fact.body.body], lead: fact.body.body }
    case 'complaint-acknowledged':
      return { ...state, acknowledgedAt: state.acknowledgedAt ?? fact.at }
    case 'complaint-plan-proposed': {
      const from = fact.body.from === 'body' ? 'body' : 'complainant'
      const { says, replyBy } = fact.body
      const plan: Plan = { fact: fact.id, at: fact.at, says, replyBy, from, agreedOn: null }
      return { ...state, proposed: plan }
    }
    case 'complaint-plan-agreed': {
      if (state.proposed === null) return state
      const plan = { ...state.proposed, agreedOn: dayIn(LONDON, fact.at) }
      return { ...state, plan, proposed: null }
    }
    case 'complaint-representative-named': {
      const { name, relation, ends } = fact.body
      return { ...state, representative: ends ? null : { name, relation } }
    }
    case 'complaint-sharing-asked':
      return { ...state, sharing: fact, sharingAnswer: null }
    case 'complaint-sharing-answered': {
      const { sharing } = state
      if (sharing === null || !fact.body.allowed) return { ...state, sharingAnswer: false }
      const bodies = [...new Set([...state.bodies, sharing.body.other])]
      return { ...state, sharingAnswer: true, bodies, lead: sharing.body.lead }
    }
    default:
      return foldEnd(state, fact)
  }
}

function foldEnd(state: Complaint, fact: FactOf<ComplaintKind>): Complaint {
  switch (fact.kind) {
    case 'complaint-delay-explained':
      return { ...state, explainedAt: fact.at }
    case 'complaint-response-sent':
      return { ...state, response: fact }
    case 'complaint-resolved-at-once':
      return { ...state, ended: 'resolved at once' }
    case 'complaint-ombudsman-asked':
      return { ...state, ombudsmanAskedAt: fact.at }
    case 'complaint-ombudsman-decided':
      return { ...state, ombudsman: fact }
    case 'complaint-learning-recorded':
      return { ...state, learning: fact }
    case 'complaint-withdrawn':
      return { ...state, ended: 'withdrawn' }
    default:
      return state
  }
}

export type ComplaintDue = {
  readonly step: 'acknowledge' | 'reply' | 'explain'
  readonly due: Day
  readonly standing: 'waiting' | 'met' | 'met late' | 'late'
}

/** What is due and how each stands: by the nation's rules, and by the plan that was agreed. */
export function duesOf(complaint: Complaint, now: Instant): readonly ComplaintDue[] {
  const { received, plan, response } = complaint
  if (received === null) return []
  const nation = received.body.nation as Nation
  const day = dayIn(LONDON, received.body.receivedAt)
  const dues: ComplaintDue[] = []
  const add = (step: ComplaintDue['step'], due: Day | null, metAt: Instant | null) => {
    if (due !== null) dues.push({ step, due, standing: standingOf(due, metAt, now) })
  }
  const acknowledge = dueFor(nation, 'acknowledge', day)
  add('acknowledge', acknowledge.ok ? acknowledge.value : null, complaint.acknowledgedAt)
  const byLaw = dueFor(nation, 'reply', day)
  add('reply', plan?.replyBy ?? (byLaw.ok ? byLaw.value : null), response?.at ?? null)
  if (nation !== 'england') return dues
  const longer =
    plan === null || plan.agreedOn === null ? null : { on: plan.agreedOn, until: plan.replyBy }
  const explain = explainBy(day, longer)
  add('explain', explain.ok ? explain.value : null, response?.at ?? complaint.explainedAt)
  return dues
}

function standingOf(due: Day, metAt: Instant | null, now: Instant): ComplaintDue['standing'] {
  if (metAt !== null) return dayIn(LONDON, metAt) <= due ? 'met' : 'met late'
  return dayIn(LONDON, now) > due ? 'late' : 'waiting'
}

/** Whether it has come to its end: withdrawn, resolved at once, or answered and learned from. */
export const isClosed = (one: Complaint): boolean =>
  one.ended !== null || (one.response !== null && one.learning !== null)
