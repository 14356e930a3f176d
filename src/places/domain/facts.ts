// The kinds of fact about services, sites, areas and conditions.
import { type Day, type Id, Type, unitsOf } from '../../basics/index.ts'
import type { FactKind, FactOf } from '../../log/index.ts'

const id = Type.Unsafe<Id>(Type.String())
const day = Type.Unsafe<Day>(Type.String())

export const placeOpened = {
  kind: 'place-opened',
  version: 1,
  says: 'A service, site, area or condition became known here',
  schema: Type.Object({
    kind: Type.String({ description: 'A code of `placeKinds`' }),
    name: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
    code: Type.Union([
      Type.String({ description: 'In the usual system of its kind' }),
      Type.Null(),
    ]),
    from: day,
  }),
} as const satisfies FactKind

export const placeRenamed = {
  kind: 'place-renamed',
  version: 1,
  says: 'A place took another name; the earlier one is kept',
  schema: Type.Object({ name: Type.String({ minLength: 1, maxLength: unitsOf(200) }), from: day }),
} as const satisfies FactKind

export const placeLinked = {
  kind: 'place-linked',
  version: 1,
  says: 'A place was linked to another, or to the organisation that provides it',
  schema: Type.Object({ link: Type.String(), to: id, from: day }),
} as const satisfies FactKind

export const placeUnlinked = {
  kind: 'place-unlinked',
  version: 1,
  says: 'A link from a place ended',
  schema: Type.Object({ link: Type.String(), to: id, until: day }),
} as const satisfies FactKind

export const placeClosed = {
  kind: 'place-closed',
  version: 1,
  says: 'A place closed, and another may have taken its place',
  schema: Type.Object({ on: day, successor: Type.Union([id, Type.Null()]) }),
} as const satisfies FactKind

export const placeFactKinds = [
  placeOpened,
  placeRenamed,
  placeLinked,
  placeUnlinked,
  placeClosed,
] as const

export type PlaceFactKind = (typeof placeFactKinds)[number]
export type PlaceFact = FactOf<PlaceFactKind>
