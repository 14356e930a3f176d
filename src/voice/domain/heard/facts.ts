// The kinds of fact about conversations that a community worker heard, gathered by theme.
import { type Day, type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind, FactOf } from '../../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))
const line = (longest: number) => Type.String({ minLength: 1, maxLength: unitsOf(longest) })

/** Nobody who was heard is named: there is no field for it. */
export const conversationHeard = {
  kind: 'conversation-heard',
  version: 2,
  says: 'A community worker wrote down what people without an account here said, with their yes',
  schema: Type.Object({
    conversation: id('Made on the device, so that one sent twice is one'),
    organisation: id('For which the worker listens'),
    theme: line(120),
    says: line(2_000),
    where: line(120),
    area: Type.Union([id('The area of the place, where it is one that is known'), Type.Null()]),
    group: Type.String({ maxLength: unitsOf(120), description: 'Which group was reached' }),
    people: Type.Integer({ minimum: 1, maximum: 500 }),
    evidence: Type.Array(line(500), { maxItems: 10 }),
    heardOn: Type.Unsafe<Day>(Type.String()),
    way: Type.String({ description: '`device`, or `paper` typed in later' }),
  }),
  upcasts: [(body: object) => ({ ...body, area: null })],
} as const satisfies FactKind

export const conversationTakenBack = {
  kind: 'conversation-taken-back',
  version: 1,
  says: 'A conversation was taken back: it no longer counts',
  schema: Type.Object({ conversation: id('Which one'), why: line(500) }),
} as const satisfies FactKind

export const themeRaised = {
  kind: 'theme-raised',
  version: 1,
  says: 'What was heard was raised with the body that must answer, as a report',
  schema: Type.Object({
    report: id('The report that it became'),
    places: Type.Integer({ minimum: 0 }),
    people: Type.Integer({ minimum: 0 }),
    evidence: Type.Integer({ minimum: 0 }),
  }),
} as const satisfies FactKind

export const heardKinds = [conversationHeard, conversationTakenBack, themeRaised] as const
export type HeardKind = (typeof heardKinds)[number]
export type HeardFact = FactOf<HeardKind>
