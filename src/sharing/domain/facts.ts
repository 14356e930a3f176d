// The kinds of fact about sharing: grants, purposes, emergencies, and every look.

import {
  type Day,
  dayPart,
  type Id,
  type Instant,
  type OrganisationId,
  type PersonId,
  rulePart,
  shownAsPart,
  Type,
  textPart,
} from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'
import type { GrantedAct, LookAct } from './grant.ts'
import type { Purpose } from './purposes.ts'

const id = Type.Unsafe<Id>(Type.String())
const person = Type.Unsafe<PersonId>(Type.String())
const organisation = Type.Unsafe<OrganisationId>(Type.String())
const day = Type.Unsafe<Day>(Type.String())
const purpose = Type.Unsafe<Purpose>(Type.String({ description: 'A code of `purposes`' }))
const orNone = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const texts = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 })

const recipient = Type.Object({
  person: orNone(person),
  organisation: orNone(organisation),
  role: orNone(Type.String({ description: 'A code of the list of roles' })),
})

const selector = Type.Object({
  kinds: orNone(texts),
  labels: orNone(texts),
  without: texts,
  from: orNone(day),
  until: orNone(day),
  items: orNone(Type.Array(id)),
})

/** @source FHIR R4 Consent (provision: actor, action, purpose, period, data) */
export const grantGiven = {
  kind: 'grant-given',
  version: 1,
  says: 'A person let somebody see something, or kept it from them',
  schema: Type.Object({
    grant: id,
    effect: Type.Union([Type.Literal('permit'), Type.Literal('deny')]),
    to: recipient,
    what: selector,
    acts: Type.Array(Type.Unsafe<GrantedAct>(Type.String())),
    purposes: Type.Array(purpose),
    until: orNone(Type.Unsafe<Day>(Type.String({ description: 'The last day on which it holds' }))),
    only: Type.Optional(
      Type.Literal('emergency', { description: 'Kept back only from what an emergency opens' }),
    ),
  }),
} as const satisfies FactKind

export const grantWithdrawn = {
  kind: 'grant-withdrawn',
  version: 1,
  says: 'A person stopped a grant, or an access that was opened in an emergency',
  schema: Type.Object({ grant: id }),
} as const satisfies FactKind

export const keptBackFollowed = {
  kind: 'kept-back-followed',
  version: 1,
  says: 'A newer version took the place of what is kept back by name, and is kept back as well',
  schema: Type.Object({ earlier: id, newer: id }),
} as const satisfies FactKind

export const purposeSwitched = {
  kind: 'purpose-switched',
  version: 1,
  says: 'A person turned the use of their information for a purpose on or off',
  schema: Type.Object({ purpose, on: Type.Boolean() }),
} as const satisfies FactKind

export const emergencyOpened = {
  kind: 'emergency-opened',
  version: 1,
  says: 'Somebody at work opened what a person keeps here, in an emergency, with a reason',
  schema: Type.Object({
    grant: id,
    by: person,
    organisation,
    reason: Type.String({ minLength: 1, maxLength: 2_000 }),
    endsAt: Type.Unsafe<Instant>(Type.String()),
  }),
} as const satisfies FactKind

export const privateHidden = {
  kind: 'private-hidden',
  version: 1,
  says: 'A person left what is marked as private out of their own lists, or shows it there again',
  schema: Type.Object({
    labels: Type.Array(Type.String(), { description: 'What is left out; empty when none is' }),
  }),
} as const satisfies FactKind

/** @source DPA 2018, Schedule 2 Part 3 paragraph 16; Schedule 3 Part 2 paragraph 5 */
export const entryWithheld = {
  kind: 'entry-withheld',
  version: 1,
  says: 'Somebody at work kept one thing from the person whose it is, for a reason and until a day',
  schema: Type.Object({
    withholding: id,
    item: id,
    reason: Type.Union([Type.Literal('about-somebody-else'), Type.Literal('serious-harm')]),
    says: Type.String({ minLength: 1, maxLength: 2_000, description: 'Never for the person' }),
    by: person,
    organisation,
    reviewOn: day,
  }),
} as const satisfies FactKind

export const withholdingEnded = {
  kind: 'withholding-ended',
  version: 1,
  says: 'What was kept from the person was given back to them',
  schema: Type.Object({
    withholding: id,
    says: Type.String({ minLength: 1, maxLength: 2_000, description: 'Never for the person' }),
  }),
} as const satisfies FactKind

/** @source UK GDPR, Articles 12(3), 12(4) and 15 */
export const withholdingQueried = {
  kind: 'withholding-queried',
  version: 1,
  says: 'A person asked for what is kept from them to be looked at again',
  schema: Type.Object({
    withholding: id,
    says: orNone(textPart(2_000)('What the person wants to say')),
    promise: Type.Unsafe<Id>(
      Type.String({ format: 'uuid', description: 'The promise to look at it again' }),
    ),
    due: dayPart('The day by whose end it is looked at again'),
    source: rulePart,
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const withholdingUpheld = {
  kind: 'withholding-upheld',
  version: 1,
  says: 'Somebody at work looked again at what is kept from the person, and keeps it still',
  schema: Type.Object({
    withholding: id,
    says: textPart(2_000)('Why, in words for the person: they read them'),
    by: person,
    organisation,
    reviewOn: day,
  }),
} as const satisfies FactKind

export const sharingKinds = [
  grantGiven,
  grantWithdrawn,
  keptBackFollowed,
  purposeSwitched,
  emergencyOpened,
  privateHidden,
  entryWithheld,
  withholdingEnded,
  withholdingQueried,
  withholdingUpheld,
] as const
export type SharingKind = (typeof sharingKinds)[number]

/** @source FHIR R4 AuditEvent; UK GDPR, Article 15(1)(c) (the recipients) */
export const lookedAt = {
  kind: 'looked-at',
  version: 1,
  says: 'Somebody looked at what a person keeps here: the receipt of a look',
  schema: Type.Object({
    via: Type.Union([
      Type.Literal('self'),
      Type.Literal('role'),
      Type.Literal('proxy'),
      Type.Literal('emergency'),
    ]),
    organisation: orNone(organisation),
    roles: Type.Array(Type.String({ description: 'Codes of the roles held at that moment' })),
    purpose,
    act: Type.Unsafe<LookAct>(Type.String()),
    where: Type.String({ description: 'The page or the command', maxLength: 200 }),
    grants: Type.Array(id, { description: 'The grants under which it was allowed' }),
    items: Type.Array(id, { description: 'What was shown' }),
  }),
} as const satisfies FactKind

export {
  proxyAltered,
  proxyAnswered,
  proxyAsked,
  proxyGranted,
  proxyRefused,
  proxyRemoved,
  proxySuspended,
  proxyToldOf,
} from './proxy/facts.ts'

export const lookKinds = [lookedAt] as const
export type LookKind = (typeof lookKinds)[number]
