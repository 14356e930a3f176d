// What may be done with the map of a network: the person draws it, who is on it says yes or no.
import { type Id, ok, type Result, refuse, tidyLine } from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import type { NetworkKind } from './facts.ts'
import type { Member, NetworkMap } from './network-map.ts'
import { refusals } from './refusals.ts'

type Decided = Result<Decision<NetworkKind, null>>

/** More than this cannot be told apart on a telephone. */
export const MOST_MEMBERS = 30

/**
 * Puts somebody or something on the map, or moves them. `tied` are those who have a tie with the
 * person here. Refuses `network-name-missing`, `network-map-full`, `network-not-tied`.
 */
export const placeMember =
  (placing: Member, tied: readonly Id[]) =>
  ({ members }: NetworkMap): Decided => {
    const called = tidyLine(placing.called)
    if (called === '') return refuse(refusals.nameMissing, {}, 'called')
    const known = members.some(({ member }) => member === placing.member)
    if (!known && members.length >= MOST_MEMBERS) {
      return refuse(refusals.mapFull, { most: MOST_MEMBERS }, 'called')
    }
    if (placing.person !== null && !tied.includes(placing.person)) {
      return refuse(refusals.notTied, {}, 'person')
    }
    const body = { ...placing, called }
    return ok({ facts: [{ kind: 'network-member-placed', body }], answer: null })
  }

/** Takes one off the map. Refuses `network-member-unknown`. */
export const takeOff =
  (member: Id) =>
  ({ members }: NetworkMap): Decided => {
    if (!members.some((one) => one.member === member)) return refuse(refusals.memberUnknown)
    return ok({ facts: [{ kind: 'network-member-taken-off', body: { member } }], answer: null })
  }

/** Keeps the map as it is now. Refuses `network-name-missing`, `network-map-empty`. */
export const keepMap =
  (name: string) =>
  ({ members }: NetworkMap): Decided => {
    const called = tidyLine(name)
    if (called === '') return refuse(refusals.nameMissing, {}, 'called')
    if (members.length === 0) return refuse(refusals.mapEmpty, {}, 'called')
    return ok({ facts: [{ kind: 'network-map-kept', body: { called } }], answer: null })
  }

/**
 * Somebody on the map says whether others may see their name; they can change it at any time.
 * To everybody else there is no such place on the map. Refuses `network-member-unknown`.
 */
export const answerForName =
  (by: Id, member: Id, shown: boolean) =>
  ({ members }: NetworkMap): Decided => {
    const mine = members.some((one) => one.member === member && one.person === by)
    if (!mine) return refuse(refusals.memberUnknown)
    const body = { member, person: by, shown }
    return ok({ facts: [{ kind: 'network-member-answered', body }], answer: null })
  }
