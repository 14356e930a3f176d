// The kinds of fact about people and organisations, each declared once.
import { type Day, type Id, type OrganisationId, type PersonId, Type } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

const person = Type.Unsafe<PersonId>(Type.String())
const organisation = Type.Unsafe<OrganisationId>(Type.String())
const id = Type.Unsafe<Id>(Type.String())
const day = Type.Unsafe<Day>(Type.String())
const orNone = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** The details that somebody at work may put right. */
export const detailKinds = ['name', 'birthDate', 'nhsNumber'] as const
export type DetailKind = (typeof detailKinds)[number]

export const personRegistered = {
  kind: 'person-registered',
  version: 1,
  says: 'A person became known here',
  schema: Type.Object({
    name: Type.String({ description: 'As the person writes it' }),
    birthDate: orNone(day),
    nhsNumber: orNone(Type.String({ description: 'Ten digits' })),
  }),
} as const satisfies FactKind

export const nameRecorded = {
  kind: 'name-recorded',
  version: 1,
  says: 'A person took another name; the earlier one is kept',
  schema: Type.Object({ name: Type.String(), from: day }),
} as const satisfies FactKind

export const nhsNumberRecorded = {
  kind: 'nhs-number-recorded',
  version: 1,
  says: 'The NHS number of a person was recorded or put right',
  schema: Type.Object({ nhsNumber: Type.String() }),
} as const satisfies FactKind

export const genderRecorded = {
  kind: 'gender-recorded',
  version: 1,
  says: 'The gender of a person was recorded',
  schema: Type.Object({ gender: Type.String({ description: 'A code of FHIR R4' }) }),
} as const satisfies FactKind

export const birthDateRecorded = {
  kind: 'birth-date-recorded',
  version: 1,
  says: 'The date of birth of a person was recorded or put right',
  schema: Type.Object({ birthDate: day }),
} as const satisfies FactKind

/** @source UK GDPR, Article 16 (rectification); 5(1)(d) (accuracy) */
export const detailsPutRight = {
  kind: 'details-put-right',
  version: 1,
  says: 'Somebody at work put details of a person right, and said why; what stood there is kept',
  schema: Type.Object({
    what: Type.Array(Type.Unsafe<DetailKind>(Type.String())),
    reason: Type.String(),
  }),
} as const satisfies FactKind

export const deathRecorded = {
  kind: 'death-recorded',
  version: 1,
  says: 'A person died',
  schema: Type.Object({ diedOn: day }),
} as const satisfies FactKind

export const deathWithdrawn = {
  kind: 'death-withdrawn',
  version: 1,
  says: 'A death had been recorded by mistake: the person lives',
  schema: Type.Object({ reason: Type.String() }),
} as const satisfies FactKind

export const contactRecorded = {
  kind: 'contact-recorded',
  version: 1,
  says: 'How to reach a person was recorded',
  schema: Type.Object({
    email: orNone(Type.String()),
    phone: orNone(Type.String()),
    address: orNone(Type.String()),
  }),
} as const satisfies FactKind

export const recordJoined = {
  kind: 'record-joined',
  version: 1,
  says: 'This record was found to be of the same person as another, which goes on for both',
  schema: Type.Object({ join: id, into: person, reason: Type.String() }),
} as const satisfies FactKind

export const recordTakenIn = {
  kind: 'record-taken-in',
  version: 1,
  says: 'Another record was found to be of this same person, and this one goes on for both',
  schema: Type.Object({ join: id, taken: person, reason: Type.String() }),
} as const satisfies FactKind

export const joinUndone = {
  kind: 'join-undone',
  version: 1,
  says: 'Two records had been joined by mistake and are two again',
  schema: Type.Object({ join: id, record: person, reason: Type.String() }),
} as const satisfies FactKind

/** @source UK GDPR, Article 20 (portability): what is carried over is data, not authority */
export const personArrived = {
  kind: 'person-arrived',
  version: 1,
  says: 'A person came from another installation; roles and ways to sign in there ended',
  schema: Type.Object({ key: Type.String({ description: 'The key their file was signed with' }) }),
} as const satisfies FactKind

export const tieOffered = {
  kind: 'tie-offered',
  version: 1,
  says: 'One of two people offered the other a tie, such as being their carer',
  schema: Type.Object({
    tie: id,
    what: Type.String({ description: 'A code from the list of ties' }),
    helper: person,
    helped: person,
    offeredBy: person,
    from: day,
    until: orNone(day),
  }),
} as const satisfies FactKind

export const tieAccepted = {
  kind: 'tie-accepted',
  version: 1,
  says: 'The other person accepted a tie',
  schema: Type.Object({ tie: id }),
} as const satisfies FactKind

export const tieDeclined = {
  kind: 'tie-declined',
  version: 1,
  says: 'The other person declined a tie, or it was taken back',
  schema: Type.Object({ tie: id }),
} as const satisfies FactKind

export const tieEnded = {
  kind: 'tie-ended',
  version: 1,
  says: 'One of two people ended a tie',
  schema: Type.Object({ tie: id, until: day }),
} as const satisfies FactKind

export const roleGiven = {
  kind: 'role-given',
  version: 1,
  says: 'A person was given a role',
  schema: Type.Object({
    role: id,
    what: Type.String({ description: 'A code from the list of roles' }),
    organisation: orNone(organisation),
    from: day,
    until: orNone(day),
  }),
} as const satisfies FactKind

export const roleEnded = {
  kind: 'role-ended',
  version: 1,
  says: 'A role of a person was ended',
  schema: Type.Object({ role: id, until: day }),
} as const satisfies FactKind

export const signInLinked = {
  kind: 'sign-in-linked',
  version: 1,
  says: 'A person signed in through a provider for the first time',
  schema: Type.Object({ issuer: Type.String(), subject: Type.String() }),
} as const satisfies FactKind

export const organisationRegistered = {
  kind: 'organisation-registered',
  version: 1,
  says: 'An organisation became known here',
  schema: Type.Object({
    name: Type.String(),
    odsCode: orNone(Type.String()),
    what: Type.String({ description: 'A code from the list of kinds of organisation' }),
    from: day,
  }),
} as const satisfies FactKind

export const organisationRenamed = {
  kind: 'organisation-renamed',
  version: 1,
  says: 'An organisation took another name; the earlier one is kept',
  schema: Type.Object({ name: Type.String(), from: day }),
} as const satisfies FactKind

export const organisationAbolished = {
  kind: 'organisation-abolished',
  version: 1,
  says: 'An organisation came to its end',
  schema: Type.Object({ on: day, source: Type.String() }),
} as const satisfies FactKind

export const dutiesHandedOver = {
  kind: 'duties-handed-over',
  version: 1,
  says: 'The duties of this organisation, or some of them, went to another',
  schema: Type.Object({
    succession: id,
    to: organisation,
    on: day,
    duties: orNone(Type.Array(Type.String())),
    source: Type.String(),
  }),
} as const satisfies FactKind

export const dutiesTakenOver = {
  kind: 'duties-taken-over',
  version: 1,
  says: 'The duties of another organisation, or some of them, came to this one',
  schema: Type.Object({
    succession: id,
    from: organisation,
    on: day,
    duties: orNone(Type.Array(Type.String())),
    source: Type.String(),
  }),
} as const satisfies FactKind
