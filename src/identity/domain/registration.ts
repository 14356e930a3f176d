// How a person becomes known, and what is recorded of them afterwards.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type NhsNumber,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../basics/index.ts'
import type { Decision, NewFactOf } from '../../log/index.ts'
import { genders } from './dated-lists.ts'
import { detailKinds } from './facts.ts'
import { type Contact, isKnown, type Person, type PersonKind } from './person.ts'
import { refusals } from './refusals.ts'

export type Registration = {
  readonly name: string
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber | null
}

type Decided = Result<Decision<PersonKind, PersonId>>
type Fact = NewFactOf<PersonKind>

/** Refuses: `name-missing`, `born-in-the-future`. */
export const register =
  (id: PersonId, { name, birthDate, nhsNumber }: Registration, more: readonly Fact[] = []) =>
  (person: Person, now: Instant): Decided => {
    if (isKnown(person)) return ok({ facts: [], answer: id })
    const tidy = tidyLine(name)
    if (tidy === '') return refuse(refusals.nameMissing, {}, 'name')
    if (birthDate !== null && birthDate > today(now)) {
      return refuse(refusals.bornInTheFuture, {}, 'birthDate')
    }
    const body = { name: tidy, birthDate, nhsNumber }
    return ok({ facts: [{ kind: 'person-registered', body }, ...more], answer: id })
  }

/** What may be recorded of a person: only what is given. */
export type Details = {
  readonly name?: { readonly name: string; readonly from: Day }
  readonly nhsNumber?: NhsNumber
  readonly gender?: string
  readonly birthDate?: Day
  readonly contact?: Contact
}

/**
 * Records what differs from what is known.
 * Refuses: `person-unknown`, `name-missing`, `gender-not-listed`, `born-in-the-future`.
 */
export const recordDetails =
  (id: PersonId, details: Details) =>
  (person: Person, now: Instant): Decided => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    const { gender, birthDate, nhsNumber, contact } = details
    const facts: Fact[] = []
    if (details.name !== undefined) {
      const name = tidyLine(details.name.name)
      if (name === '') return refuse(refusals.nameMissing, {}, 'name')
      const { from } = details.name
      if (name !== person.names[0]?.name)
        facts.push({ kind: 'name-recorded', body: { name, from } })
    }
    if (gender !== undefined && gender !== person.gender) {
      const known = { gender, genders: genders.join(', ') }
      if (!genders.includes(gender)) return refuse(refusals.genderUnknown, known, 'gender')
      facts.push({ kind: 'gender-recorded', body: { gender } })
    }
    if (birthDate !== undefined && birthDate !== person.birthDate) {
      if (birthDate > today(now)) return refuse(refusals.bornInTheFuture, {}, 'birthDate')
      facts.push({ kind: 'birth-date-recorded', body: { birthDate } })
    }
    if (nhsNumber !== undefined && nhsNumber !== person.nhsNumber) {
      facts.push({ kind: 'nhs-number-recorded', body: { nhsNumber } })
    }
    if (contact !== undefined && !sameContact(contact, person.contact)) {
      facts.push({ kind: 'contact-recorded', body: contact })
    }
    return ok({ facts, answer: id })
  }

const sameContact = (one: Contact, other: Contact): boolean =>
  one.email === other.email && one.phone === other.phone && one.address === other.address

/** What somebody at work says of a person's details, all of them as they ought to be. */
export type RightDetails = Registration & { readonly reason: string }

/**
 * Puts details right that were recorded wrongly; what stood there before is kept.
 * Refuses: `person-unknown`, `own-details`, `reason-for-change-missing`, `details-as-they-are`,
 * `detail-taken-away`, and as `recordDetails`.
 */
export const putDetailsRight =
  (id: PersonId, { reason, ...details }: RightDetails, by: Id | null) =>
  (person: Person, now: Instant): Decided => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    if (by === id) return refuse(refusals.ownDetails)
    const { name, birthDate, nhsNumber } = details
    if (birthDate === null && person.birthDate !== null) {
      return refuse(refusals.detailTakenAway, {}, 'birthDate')
    }
    if (nhsNumber === null && person.nhsNumber !== null) {
      return refuse(refusals.detailTakenAway, {}, 'nhsNumber')
    }
    const died = person.diedOn
    if (died !== null && birthDate !== null && died < birthDate) {
      return refuse(refusals.diedOutsideLife, {}, 'birthDate')
    }
    const recorded = recordDetails(id, {
      name: { name, from: today(now) },
      ...(birthDate === null ? {} : { birthDate }),
      ...(nhsNumber === null ? {} : { nhsNumber }),
    })(person, now)
    if (!recorded.ok) return recorded
    const { facts } = recorded.value
    const what = detailKinds.filter((one) => facts.some(({ kind }) => kind === RECORDED[one]))
    if (what.length === 0) return refuse(refusals.detailsAsTheyAre)
    const tidy = tidyText(reason)
    if (tidy === '') return refuse(refusals.reasonForChangeMissing, {}, 'reason')
    const why: Fact = { kind: 'details-put-right', body: { what, reason: tidy } }
    return ok({ facts: [why, ...facts], answer: id })
  }

const RECORDED = {
  name: 'name-recorded',
  birthDate: 'birth-date-recorded',
  nhsNumber: 'nhs-number-recorded',
} as const

/** Refuses: `person-unknown`, `died-outside-life`. */
export const recordDeath =
  (id: PersonId, diedOn: Day) =>
  (person: Person, now: Instant): Decided => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    const early = person.birthDate !== null && diedOn < person.birthDate
    if (early || diedOn > today(now)) return refuse(refusals.diedOutsideLife, {}, 'diedOn')
    if (person.diedOn === diedOn) return ok({ facts: [], answer: id })
    return ok({ facts: [{ kind: 'death-recorded', body: { diedOn } }], answer: id })
  }

/** Takes back a death that was recorded by mistake. Refuses: `no-death-recorded`. */
export const withdrawDeath =
  (id: PersonId, reason: string) =>
  (person: Person): Decided =>
    person.diedOn === null
      ? refuse(refusals.notDead)
      : ok({ facts: [{ kind: 'death-withdrawn', body: { reason } }], answer: id })

/** The day it is in London. */
export const today = (now: Instant): Day => dayIn(LONDON, now)
