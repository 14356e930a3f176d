// The kinds of fact about the map of a person's network: who is on it, and how it looked when.
import { type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const oneOf = <const Codes extends readonly string[]>(codes: Codes) =>
  Type.Unsafe<Codes[number]>(Type.String({ pattern: `^(?:${codes.join('|')})$` }))
const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))

/** @source Kennedy et al., Implementation Science 2016; 11:27, Table 1 (who is on a map) */
export const memberKinds = [
  'partner',
  'family',
  'friend',
  'neighbour',
  'colleague',
  'group',
  'place',
  'professional',
  'pet',
] as const
export type MemberKind = (typeof memberKinds)[number]

/** @source facts 13 (GENIE): support work is illness-related, everyday or emotional */
export const supports = ['illness', 'everyday', 'emotional'] as const
export type Support = (typeof supports)[number]

export const contacts = ['daily', 'weekly', 'monthly', 'rarely'] as const
export type Contact = (typeof contacts)[number]

/** 1 is nearest to the person. */
export const rings = [1, 2, 3] as const
export type Ring = (typeof rings)[number]

export const networkMemberPlaced = {
  kind: 'network-member-placed',
  version: 1,
  says: 'A person put somebody or something on the map of their network, or moved them',
  schema: Type.Object({
    member: id('Who or what it is on this map'),
    called: Type.String({
      minLength: 1,
      maxLength: unitsOf(60),
      description: 'In the person’s own words',
    }),
    kind: oneOf(memberKinds),
    ring: Type.Unsafe<Ring>(Type.Integer({ minimum: 1, maximum: 3 })),
    support: Type.Array(oneOf(supports), { uniqueItems: true }),
    contact: oneOf(contacts),
    person: Type.Union([id('Who it is, where a tie joins the two'), Type.Null()]),
  }),
} as const satisfies FactKind

export const networkMemberTakenOff = {
  kind: 'network-member-taken-off',
  version: 1,
  says: 'A person took somebody or something off the map of their network',
  schema: Type.Object({ member: id('Who or what it was on this map') }),
} as const satisfies FactKind

export const networkMemberAnswered = {
  kind: 'network-member-answered',
  version: 1,
  says: 'Somebody on a map said whether others may see their name on it',
  schema: Type.Object({
    member: id('Who they are on this map'),
    person: id('Who answered'),
    shown: Type.Boolean({ description: 'Whether others may see the name' }),
  }),
} as const satisfies FactKind

export const networkMapKept = {
  kind: 'network-map-kept',
  version: 1,
  says: 'A person kept the map of their network as it is now, to compare it later',
  schema: Type.Object({ called: Type.String({ minLength: 1, maxLength: unitsOf(60) }) }),
} as const satisfies FactKind

export const networkKinds = [
  networkMemberPlaced,
  networkMemberTakenOff,
  networkMemberAnswered,
  networkMapKept,
] as const
export type NetworkKind = (typeof networkKinds)[number]
