// The kinds of fact of preparing for a visit: foreseen, prepared by both, answered, held.
import { type Day, type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))
const question = Type.Object({
  question: id('The same wherever it is carried to'),
  says: Type.String({ minLength: 1, maxLength: unitsOf(500) }),
})
const shownAs = Type.String({ minLength: 1, description: 'The name and role under which' })

/** @source NHS Scotland/NHS England, SDM v1.0 “Shared agenda setting” (spec B2) */
export const visitForeseen = {
  kind: 'visit-foreseen',
  version: 1,
  says: 'A person has a visit ahead; questions that waited go with it',
  schema: Type.Object({
    withWhom: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
    day: Type.Unsafe<Day>(Type.String()),
    carried: Type.Array(question),
  }),
} as const satisfies FactKind

export const visitPrepared = {
  kind: 'visit-prepared',
  version: 1,
  says: 'The person wrote what they want from the visit',
  schema: Type.Object({
    matters: Type.String({ maxLength: unitsOf(2_000), description: 'What matters to me' }),
    worries: Type.String({ maxLength: unitsOf(2_000) }),
    questions: Type.Array(question),
  }),
} as const satisfies FactKind

export const visitPointsSet = {
  kind: 'visit-points-set',
  version: 1,
  says: 'A professional wrote what they want to talk about in the visit',
  schema: Type.Object({
    says: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }),
    shownAs,
  }),
} as const satisfies FactKind

export const visitQuestionAnswered = {
  kind: 'visit-question-answered',
  version: 1,
  says: 'A question of the person was answered, in a visit or after it',
  schema: Type.Object({
    question: id('Which'),
    says: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }),
    shownAs,
  }),
} as const satisfies FactKind

export const visitHeld = {
  kind: 'visit-held',
  version: 1,
  says: 'The visit took place; what was not answered waits for the next',
  schema: Type.Object({}),
} as const satisfies FactKind

export const visitKinds = [
  visitForeseen,
  visitPrepared,
  visitPointsSet,
  visitQuestionAnswered,
  visitHeld,
] as const
export type VisitKind = (typeof visitKinds)[number]
