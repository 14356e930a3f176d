// A formal complaint: who handles it, who acts in it, what was agreed, and how it ended.
import { type Day, dayIn, type Id, type Instant, LONDON } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import { type ComplaintKind, complaintKinds } from './facts.ts'

type Made<K extends ComplaintKind['kind']> = Extract<FactOf<ComplaintKind>, { kind: K }>

export type Plan = {
  readonly fact: Id
  readonly at: Instant
  readonly says: string
  readonly replyBy: Day
  readonly from: 'body' | 'complainant'
  readonly agreedOn: Day | null
}

/** Whoever acts for the complainant, until that ends. */
export type Representative = {
  readonly name: string
  readonly relation: string
  /** Why they may, of `representativeGrounds`; the complainant asked them to, where named later. */
  readonly ground: string
  readonly permission: string
  readonly by: Id | null
  /** The digest of their own code. */
  readonly wayBack: string | null
}

/** Which body has it, since when, and whether it has to acknowledge it on its own. */
export type Holding = {
  readonly body: Id
  readonly since: Instant
  readonly acknowledges: boolean
  readonly acknowledgedAt: Instant | null
}

export type Complaint = {
  readonly received: Made<'complaint-received'> | null
  readonly complainant: Id | null
  readonly wayBack: string | null
  /** What the complainant said of the record that was written down for them. */
  readonly record: { readonly right: boolean; readonly says: string } | null
  readonly representative: Representative | null
  readonly holdings: readonly Holding[]
  readonly acknowledgedAt: Instant | null
  readonly talkDeclinedAt: Instant | null
  /** The newest plan, agreed or not, and the one that holds. */
  readonly proposed: Plan | null
  readonly plan: Plan | null
  readonly sharing: Made<'complaint-sharing-asked'> | null
  readonly sharingAnswer: boolean | null
  /** Every body that has it, and the one that answers for all. */
  readonly bodies: readonly Id[]
  readonly lead: Id | null
  /** Bodies that answer together with the one that leads, and the parts they have given. */
  readonly together: readonly Id[]
  readonly parts: readonly { readonly body: Id; readonly says: string }[]
  readonly explainedAt: Instant | null
  readonly missed: readonly { readonly step: string; readonly due: Day }[]
  readonly response: Made<'complaint-response-sent'> | null
  readonly ombudsmanAskedAt: Instant | null
  readonly ombudsman: Made<'complaint-ombudsman-decided'> | null
  readonly learning: Made<'complaint-learning-recorded'> | null
  readonly ended: 'resolved at once' | 'withdrawn' | 'not dealt with' | null
  readonly endedAt: Instant | null
  /** All of it in order: the same for the complainant and for whoever handles it. */
  readonly timeline: readonly FactOf<ComplaintKind>[]
}

const start: Complaint = {
  received: null,
  complainant: null,
  wayBack: null,
  record: null,
  representative: null,
  holdings: [],
  acknowledgedAt: null,
  talkDeclinedAt: null,
  proposed: null,
  plan: null,
  sharing: null,
  sharingAnswer: null,
  bodies: [],
  lead: null,
  together: [],
  parts: [],
  explainedAt: null,
  missed: [],
  response: null,
  ombudsmanAskedAt: null,
  ombudsman: null,
  learning: null,
  ended: null,
  endedAt: null,
  timeline: [],
}

export const complaintStream: StreamType<Complaint, ComplaintKind> = {
  name: 'complaint',
  says: 'One formal complaint, from its making to what was learned',
  kinds: complaintKinds,
  start,
  fold: (state, fact) => ({
    ...foldEnd(foldHandling(foldParties(state, fact), fact), fact),
    timeline: [...state.timeline, fact],
  }),
}

const holding = (body: Id, since: Instant, acknowledges: boolean): Holding => ({
  body,
  since,
  acknowledges,
  acknowledgedAt: null,
})

/** Whose it is, and who acts for them. */
function foldParties(state: Complaint, fact: FactOf<ComplaintKind>): Complaint {
  switch (fact.kind) {
    case 'complaint-received': {
      const { body, complainant, representative: acts, receivedAt } = fact.body
      const representative = acts === null ? null : { ...acts, wayBack: null }
      const lies = { bodies: [body], lead: body, holdings: [holding(body, receivedAt, true)] }
      return { ...state, received: fact, complainant, representative, ...lies }
    }
    case 'complaint-way-back-made': {
      const { digest, holder } = fact.body
      if (holder === 'complainant') return { ...state, wayBack: digest }
      const { representative } = state
      if (representative === null) return state
      return { ...state, representative: { ...representative, wayBack: digest } }
    }
    case 'complaint-kept': {
      const { person, holder } = fact.body
      if (holder === 'complainant') {
        // Whoever wrote it down saw the code: it opens nothing once its owner comes by name.
        const seenByStaff = state.received?.body.writtenBy != null
        return { ...state, complainant: person, wayBack: seenByStaff ? null : state.wayBack }
      }
      const { representative } = state
      if (representative === null) return state
      return { ...state, representative: { ...representative, by: person } }
    }
    case 'complaint-record-confirmed':
      return { ...state, record: fact.body }
    case 'complaint-representative-named': {
      const { name, relation, ends } = fact.body
      const named = { name, relation, ground: 'asked', permission: '', by: null, wayBack: null }
      return { ...state, representative: ends ? null : named }
    }
    default:
      return state
  }
}

/** Acknowledged, planned, passed on: the time until it is answered. */
function foldHandling(state: Complaint, fact: FactOf<ComplaintKind>): Complaint {
  switch (fact.kind) {
    case 'complaint-acknowledged':
      return acknowledged(state, fact.at, fact.body.body)
    case 'complaint-plan-proposed': {
      const from = fact.body.from === 'body' ? 'body' : 'complainant'
      const { says, replyBy } = fact.body
      const plan: Plan = { fact: fact.id, at: fact.at, says, replyBy, from, agreedOn: null }
      return { ...state, proposed: plan }
    }
    case 'complaint-talk-declined':
      return { ...state, talkDeclinedAt: fact.at }
    case 'complaint-plan-set':
    case 'complaint-plan-agreed': {
      if (state.proposed === null) return state
      const plan = { ...state.proposed, agreedOn: dayIn(LONDON, fact.at) }
      return { ...state, plan, proposed: null }
    }
    case 'complaint-sharing-asked':
      return { ...state, sharing: fact, sharingAnswer: null }
    case 'complaint-sharing-answered':
      return shared(state, fact)
    case 'complaint-part-given': {
      const others = state.parts.filter(({ body }) => body !== fact.body.body)
      return { ...state, parts: [...others, fact.body] }
    }
    case 'complaint-delay-explained':
      return { ...state, explainedAt: fact.at }
    case 'complaint-clock-missed':
      return { ...state, missed: [...state.missed, fact.body] }
    default:
      return state
  }
}

/** A body has now acknowledged it; the one that has it longest, where none was named. */
function acknowledged(state: Complaint, at: Instant, body: Id | null): Complaint {
  const open = state.holdings.find((one) => owesWord(one, body))
  const holdings = state.holdings.map((one) =>
    one === open ? { ...one, acknowledgedAt: at } : one,
  )
  return { ...state, holdings, acknowledgedAt: state.acknowledgedAt ?? at }
}

/** Whether a body has it and has not said so: any, or the one that is named. */
export const owesWord = (one: Holding, body: Id | null): boolean =>
  one.acknowledges && one.acknowledgedAt === null && (body === null || one.body === body)

/** The other body has it from the moment the complainant said yes. */
function shared(state: Complaint, fact: Made<'complaint-sharing-answered'>): Complaint {
  const { sharing } = state
  if (sharing === null || !fact.body.allowed) return { ...state, sharingAnswer: false }
  const { other, lead, how } = sharing.body
  const passed = how === 'pass'
  const bodies = [...new Set([...state.bodies, other])]
  const answering = passed
    ? [other]
    : [...(state.together.length > 0 ? state.together : state.bodies), other]
  const together = [...new Set(answering)].filter((body) => body !== lead)
  const holdings = [...state.holdings, holding(other, fact.at, passed)]
  return { ...state, sharingAnswer: true, bodies, lead, together, holdings }
}

function foldEnd(state: Complaint, fact: FactOf<ComplaintKind>): Complaint {
  switch (fact.kind) {
    case 'complaint-response-sent':
      return { ...state, response: fact }
    case 'complaint-resolved-at-once':
      return { ...state, ended: 'resolved at once', endedAt: fact.at }
    case 'complaint-not-dealt-with':
      return { ...state, ended: 'not dealt with', endedAt: fact.at }
    case 'complaint-ombudsman-asked':
      return { ...state, ombudsmanAskedAt: fact.at }
    case 'complaint-ombudsman-decided':
      return { ...state, ombudsman: fact }
    case 'complaint-learning-recorded':
      return { ...state, learning: fact }
    case 'complaint-withdrawn':
      return { ...state, ended: 'withdrawn', endedAt: fact.at }
    default:
      return state
  }
}

/** Whether nothing more is due to the complainant: answered and learned from, or ended early. */
export const isOver = (one: Complaint): boolean =>
  one.ended !== null || (one.response !== null && one.learning !== null)

/** Whether the body still has to say what was learned: of every complaint, however it ended. */
export const mustLearn = (one: Complaint): boolean =>
  one.learning === null && (one.ended !== null || one.response !== null)

/** Whether nothing is left to do for anybody. */
export const isClosed = (one: Complaint): boolean => isOver(one) && !mustLearn(one)
