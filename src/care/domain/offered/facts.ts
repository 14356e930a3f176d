// The kinds of fact about what a person was offered when they were told of an illness.
import { type Day, type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'
import type { SupportCode } from './nine-supports.ts'

const support = Type.Unsafe<SupportCode>(
  Type.String({ description: 'A code of the nine supports' }),
)

export const offeredSaid = {
  kind: 'offered-at-diagnosis-said',
  version: 1,
  says: 'A person said what they were offered when they were told of an illness',
  schema: Type.Object({
    condition: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
    toldOn: Type.Unsafe<Day>(Type.String({ description: 'The day they were told' })),
    offered: Type.Array(support, { uniqueItems: true }),
  }),
} as const satisfies FactKind

export const offeredGapFollowed = {
  kind: 'offered-gap-followed',
  version: 1,
  says: 'A person asked for something that they were not offered',
  schema: Type.Object({
    support,
    question: Type.Unsafe<Id>(
      Type.String({ format: 'uuid', description: 'The question it became, for the next visit' }),
    ),
    says: Type.String({ minLength: 1, maxLength: unitsOf(500) }),
  }),
} as const satisfies FactKind

export const offeredKinds = [offeredSaid, offeredGapFollowed] as const
export type OfferedKind = (typeof offeredKinds)[number]
