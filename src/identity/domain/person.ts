// A person as their facts tell: names, numbers, life, joins, ties and roles.
import type { Day, Id, Instant, NhsNumber, PersonId } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import type { Role, Tie } from './bonds.ts'
import * as kinds from './facts.ts'

export type Name = { readonly name: string; readonly from: Day | null }

export type Contact = {
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
}

export type Join = { readonly join: Id; readonly other: PersonId }

export type SignInSubject = { readonly issuer: string; readonly subject: string }

/** One time that details were put right: what stood there before, who changed it, and why. */
export type PutRight = {
  /** The id of the fact. */
  readonly id: Id
  readonly at: Instant
  readonly by: Id | null
  readonly reason: string
  readonly was: readonly { readonly what: kinds.DetailKind; readonly value: string | null }[]
}

export type Person = {
  readonly registered: boolean
  /** The name in use first, then the earlier ones. */
  readonly names: readonly Name[]
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber | null
  /** A code of FHIR R4, or null while nobody has said. */
  readonly gender: string | null
  readonly diedOn: Day | null
  /** The earliest first. */
  readonly putRight: readonly PutRight[]
  readonly contact: Contact
  /** The record that goes on for this one, where they were joined. */
  readonly joinedInto: Join | null
  /** The records that this one goes on for. */
  readonly tookIn: readonly Join[]
  readonly ties: readonly Tie[]
  readonly roles: readonly Role[]
  readonly signIns: readonly SignInSubject[]
}

export const unknownPerson: Person = {
  registered: false,
  names: [],
  birthDate: null,
  nhsNumber: null,
  gender: null,
  diedOn: null,
  putRight: [],
  contact: { email: null, phone: null, address: null },
  joinedInto: null,
  tookIn: [],
  ties: [],
  roles: [],
  signIns: [],
}

/** Whether there is such a person. */
export const isKnown = (person: Person): boolean => person.registered

/** The name in use; empty where every name was erased. */
export const nameOf = (person: Person): string => person.names[0]?.name ?? ''

/** A detail as it stands; null where it is not known. */
export const detailOf = (person: Person, what: kinds.DetailKind): string | null =>
  what === 'name' ? nameOf(person) : person[what]

const personKinds = [
  kinds.personRegistered,
  kinds.nameRecorded,
  kinds.nhsNumberRecorded,
  kinds.genderRecorded,
  kinds.birthDateRecorded,
  kinds.detailsPutRight,
  kinds.deathRecorded,
  kinds.deathWithdrawn,
  kinds.contactRecorded,
  kinds.recordJoined,
  kinds.recordTakenIn,
  kinds.joinUndone,
  kinds.tieOffered,
  kinds.tieAccepted,
  kinds.tieDeclined,
  kinds.tieEnded,
  kinds.roleGiven,
  kinds.roleEnded,
  kinds.signInLinked,
  kinds.personArrived,
] as const

export type PersonKind = (typeof personKinds)[number]
type PersonFact = FactOf<PersonKind>

/** One person; the stream has the id of the person, who is also its owner. */
export const personStream: StreamType<Person, PersonKind> = {
  name: 'person',
  says: 'A person: who they are, their ties and their roles',
  kinds: personKinds,
  start: unknownPerson,
  fold: (person, fact) => foldPerson(person, fact) ?? foldBonds(person, fact) ?? person,
}

function foldPerson(person: Person, fact: PersonFact): Person | null {
  switch (fact.kind) {
    case 'person-registered': {
      const { name, birthDate } = fact.body
      const nhsNumber = fact.body.nhsNumber as NhsNumber | null
      return { ...person, registered: true, names: [{ name, from: null }], birthDate, nhsNumber }
    }
    case 'name-recorded':
      return { ...person, names: [fact.body, ...person.names] }
    case 'nhs-number-recorded':
      return { ...person, nhsNumber: fact.body.nhsNumber as NhsNumber }
    case 'gender-recorded':
      return { ...person, gender: fact.body.gender }
    case 'birth-date-recorded':
      return { ...person, birthDate: fact.body.birthDate }
    // It comes before the facts that say what stands there from now on.
    case 'details-put-right': {
      const { id, at, by, body } = fact
      const was = body.what.map((what) => ({ what, value: detailOf(person, what) }))
      const one = { id, at, by, reason: body.reason, was }
      return { ...person, putRight: [...person.putRight, one] }
    }
    case 'death-recorded':
      return { ...person, diedOn: fact.body.diedOn }
    case 'death-withdrawn':
      return { ...person, diedOn: null }
    case 'contact-recorded':
      return { ...person, contact: fact.body }
    case 'sign-in-linked':
      return { ...person, signIns: [...person.signIns, fact.body] }
    default:
      return null
  }
}

function foldBonds(person: Person, fact: PersonFact): Person | null {
  switch (fact.kind) {
    case 'record-joined':
      return { ...person, joinedInto: { join: fact.body.join, other: fact.body.into } }
    case 'record-taken-in': {
      const { join, taken } = fact.body
      return { ...person, tookIn: [...person.tookIn, { join, other: taken }] }
    }
    case 'join-undone': {
      const { join } = fact.body
      return {
        ...person,
        joinedInto: person.joinedInto?.join === join ? null : person.joinedInto,
        tookIn: person.tookIn.filter((one) => one.join !== join),
      }
    }
    case 'tie-offered': {
      const tie: Tie = { ...fact.body, answer: 'waiting' }
      return { ...person, ties: [...person.ties, tie] }
    }
    case 'tie-accepted':
      return withTie(person, fact.body.tie, { answer: 'accepted' })
    case 'tie-declined':
      return withTie(person, fact.body.tie, { answer: 'declined' })
    case 'tie-ended':
      return withTie(person, fact.body.tie, { until: fact.body.until })
    case 'person-arrived':
      return { ...person, roles: [], signIns: [] }
    case 'role-given':
      return { ...person, roles: [...person.roles, fact.body] }
    case 'role-ended': {
      const { role, until } = fact.body
      const roles = person.roles.map((one) => (one.role === role ? { ...one, until } : one))
      return { ...person, roles }
    }
    default:
      return null
  }
}

const withTie = (person: Person, id: Id, change: Partial<Tie>): Person => ({
  ...person,
  ties: person.ties.map((tie) => (tie.tie === id ? { ...tie, ...change } : tie)),
})
