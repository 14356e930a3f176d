// Who takes part in a complaint: the code back, the written record, who acts, and other bodies.
import { type Id, refuse } from '../../../basics/index.ts'
import type { Complaint } from './complaint.ts'
import { type Decided, decided, only, refusePart, type Side, saysSomething } from './handle.ts'
import { refusals } from './refusals.ts'

/** Whose code it is. */
export type Holder = 'complainant' | 'representative'

/** A new code in place of an earlier one. Refuses `complaint-nobody-acts`. */
export const makeWay =
  (holder: Holder, digest: string) =>
  (state: Complaint): Decided => {
    if (state.received === null) return refuse(refusals.complaintUnknown)
    if (holder === 'representative' && state.representative === null) {
      return refuse(refusals.complaintNobodyActs)
    }
    return decided({ kind: 'complaint-way-back-made', body: { digest, holder } })
  }

/**
 * The complainant has read what was written down for them: it is right, or they say what is not.
 * @source SI 2009/309, regulation 13(2) and (5): a written record, and a copy to the complainant
 */
export const confirmRecord =
  (side: Side, right: boolean, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    if (state.received?.body.writtenBy == null) return refuse(refusals.complaintNotYourStep)
    if (state.record !== null) return refuse(refusals.complaintDoneAlready)
    const empty = right ? null : saysSomething(says, 'record')
    return empty ?? decided({ kind: 'complaint-record-confirmed', body: { right, says } })
  }

/** Somebody signed in keeps the complaint they opened with a code; for good, if it is theirs. */
export const keepComplaint =
  (side: Side, person: Id) =>
  (state: Complaint): Decided => {
    if (side.side !== 'complainant' || state.received === null) {
      return refuse(refusals.complaintUnknown)
    }
    const holder = side.acts ?? 'complainant'
    const held = holder === 'complainant' ? state.complainant : (state.representative?.by ?? null)
    if (held === person) return decided()
    if (held !== null) return refuse(refusals.complaintDoneAlready)
    return decided({ kind: 'complaint-kept', body: { person, holder } })
  }

/** Only the complainant lets somebody act: whoever acts never passes that on. */
export const nameRepresentative =
  (side: Side, name: string, relation: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'complainant')
    if (refused !== null) return refused
    if (side.side === 'complainant' && side.acts !== undefined) {
      return refuse(refusals.complaintNotYourStep)
    }
    if (state.representative !== null) return refuse(refusals.complaintActsAlready)
    const empty = saysSomething(name, 'representative') ?? saysSomething(relation, 'relation')
    if (empty !== null) return empty
    const body = { name, relation, ends: false, from: 'complainant', why: '' }
    return decided({ kind: 'complaint-representative-named', body })
  }

/**
 * It ends when the complainant or whoever acts says so, or when the body writes why it cannot
 * accept that they act. From then on they see nothing of it.
 * @source SI 2009/309, regulation 5(3) to (5)
 */
export const endRepresentative =
  (side: Side, why: string) =>
  (state: Complaint): Decided => {
    const refused = refusePart(state, side)
    if (refused !== null) return refused
    const { representative } = state
    if (representative === null) return refuse(refusals.complaintNobodyActs)
    const empty = side.side === 'body' ? saysSomething(why, 'stop') : null
    if (empty !== null) return empty
    const { name, relation } = representative
    const from = side.side === 'body' ? 'body' : (side.acts ?? 'complainant')
    const body = { name, relation, ends: true, from, why }
    return decided({ kind: 'complaint-representative-named', body })
  }

export type AskToShare = {
  readonly other: Id
  readonly why: string
  readonly how: 'pass' | 'together'
  readonly lead: Id
}

/**
 * May another body have it: to answer alone, or together with one that leads?
 * @source SI 2009/309, regulations 6(5) and 9
 */
export const askToShare =
  (side: Side, { other, why, how, lead }: AskToShare) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(why, 'why')
    if (refused !== null) return refused
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    if (state.sharing !== null && state.sharingAnswer === null) {
      return refuse(refusals.complaintAskedAlready)
    }
    if (state.bodies.includes(other)) return refuse(refusals.complaintHasIt, {}, 'other')
    const known = how === 'pass' ? lead === other : lead === other || state.bodies.includes(lead)
    if (!known) return refuse(refusals.complaintBodyMissing, {}, 'lead')
    const from = side.side === 'body' ? side.body : null
    return decided({ kind: 'complaint-sharing-asked', body: { other, why, lead, how, from } })
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

/** A body that answers together with another gives its part to the one that leads. */
export const givePart =
  (side: Side, says: string) =>
  (state: Complaint): Decided => {
    const refused = only(state, side, 'body') ?? saysSomething(says, 'part')
    if (refused !== null) return refused
    if (side.side !== 'body' || !state.together.includes(side.body)) {
      return refuse(refusals.complaintNotYourStep)
    }
    if (state.response !== null) return refuse(refusals.complaintDoneAlready)
    return decided({ kind: 'complaint-part-given', body: { body: side.body, says } })
  }
