// The kinds of fact about those who act for a person: asked, decided, suspended, told.
import {
  type Day,
  type Id,
  type OrganisationId,
  type PersonId,
  Type,
} from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const id = Type.Unsafe<Id>(Type.String())
const person = Type.Unsafe<PersonId>(Type.String())
const organisation = Type.Unsafe<OrganisationId>(Type.String())
const dayOrNone = Type.Union([Type.Unsafe<Day>(Type.String()), Type.Null()])
const orNobody = Type.Union([organisation, Type.Null()])
const code = Type.String({ maxLength: 100 })
const words = Type.String({ minLength: 1, maxLength: 8_000 })
const reach = {
  level: Type.String({ description: 'A code of the levels', maxLength: 100 }),
  labels: Type.Array(code, { description: 'Sensitive labels that are named, so seen' }),
  letThrough: Type.Array(id, { description: 'Sensitive entries that are seen, one by one' }),
  keptBack: Type.Array(id, { description: 'Entries that are not seen, one by one' }),
  until: dayOrNone,
}

export const proxyAsked = {
  kind: 'proxy-asked',
  version: 1,
  says: 'Somebody asked to act for a person, or the person asked them to',
  schema: Type.Object({
    access: id,
    proxy: person,
    organisation: orNobody,
    standing: Type.String({ description: 'Who they are to the person', maxLength: 100 }),
    level: code,
    why: words,
    until: dayOrNone,
  }),
} as const satisfies FactKind

export const proxyAnswered = {
  kind: 'proxy-answered',
  version: 1,
  says: 'The person, or whoever was asked to act for them, said yes or no to it',
  schema: Type.Object({ access: id, yes: Type.Boolean() }),
} as const satisfies FactKind

/** @source DAPB3051 Amd 59/2025, section 4.5: basis, who decided, end date */
export const proxyGranted = {
  kind: 'proxy-granted',
  version: 1,
  says: 'It was decided that somebody may act for a person: on what basis, how far, until when',
  schema: Type.Object({
    access: id,
    basis: Type.String({ description: 'A code of the bases', maxLength: 100 }),
    evidence: Type.String({ description: 'A code of the kinds of evidence', maxLength: 100 }),
    tests: Type.Object({ necessary: words, relevant: words, safe: words }),
    ...reach,
  }),
} as const satisfies FactKind

export const proxyAltered = {
  kind: 'proxy-altered',
  version: 1,
  says: 'How far somebody may act for a person was made less, or its end was brought forward',
  schema: Type.Object({ access: id, ...reach }),
} as const satisfies FactKind

export const proxyRefused = {
  kind: 'proxy-refused',
  version: 1,
  says: 'It was decided that somebody may not act for a person',
  schema: Type.Object({
    access: id,
    reason: code,
    says: words,
    tells: Type.Array(Type.Union([Type.Literal('proxy'), Type.Literal('person')])),
  }),
} as const satisfies FactKind

export const proxySuspended = {
  kind: 'proxy-suspended',
  version: 1,
  says: 'Somebody may not act for a person until it is decided anew',
  schema: Type.Object({ access: id, why: code, says: Type.Union([words, Type.Null()]) }),
} as const satisfies FactKind

export const proxyRemoved = {
  kind: 'proxy-removed',
  version: 1,
  says: 'That somebody may act for a person came to its end: not used, or given up',
  schema: Type.Object({ access: id, why: code }),
} as const satisfies FactKind

/** @source DAPB3051 Amd 59/2025, sections 7.2 and 7.3 */
export const proxyToldOf = {
  kind: 'proxy-told-of',
  version: 1,
  says: 'The person and the proxy are told ahead of time that the access is going to end',
  schema: Type.Object({ access: id, why: code, day: Type.Unsafe<Day>(Type.String()) }),
} as const satisfies FactKind

export const proxyKinds = [
  proxyAsked,
  proxyAnswered,
  proxyGranted,
  proxyAltered,
  proxyRefused,
  proxySuspended,
  proxyRemoved,
  proxyToldOf,
] as const
export type ProxyKind = (typeof proxyKinds)[number]
