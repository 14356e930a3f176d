// The kinds of fact in the life of one promise.
import { Type, unitsOf } from '../../basics/index.ts'
import type { FactKind, FactOf } from '../../log/index.ts'

const id = (description: string) => Type.String({ format: 'uuid', description })
const day = (description: string) => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description })

/** Who made it: a person, for an organisation where they act for one. */
const promiser = Type.Object({
  organisation: Type.Union([id('The organisation it binds'), Type.Null()]),
  person: Type.Union([id('The person who answers for it'), Type.Null()]),
  shownAs: Type.String({ description: 'The name and role under which it was made' }),
})

/** Where its clock comes from: a dated rule, or a date agreed by hand. */
const source = Type.Object({
  says: Type.String({ description: 'The rule as one sentence, or "Agreed by hand"' }),
  source: Type.Union([Type.String(), Type.Null()]),
  confirmed: Type.Union([Type.String(), Type.Null()]),
})

export const promiseMade = {
  kind: 'promise-made',
  version: 1,
  says: 'Somebody promised something to those who asked for it, by a date',
  schema: Type.Object({
    says: Type.String({ minLength: 1, maxLength: unitsOf(2_000), description: 'What is promised' }),
    promiser,
    to: Type.Array(id('A person who asked: only these confirm'), { minItems: 1 }),
    due: day('The day by whose end it is due'),
    source,
    about: Type.Union([Type.String({ description: 'The thing it follows from' }), Type.Null()]),
    escalateTo: Type.Union([id('Who is told when it is late'), Type.Null()]),
  }),
} as const satisfies FactKind

/** The promiser says that it is done; that does not make it kept. */
export const promiseSaidDone = {
  kind: 'promise-said-done',
  version: 1,
  says: 'The promiser said that a promise is done',
  schema: Type.Object({ says: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }) }),
} as const satisfies FactKind

export const promiseAnswered = {
  kind: 'promise-answered',
  version: 1,
  says: 'Somebody who asked said whether it happened: yes, no or not yet',
  schema: Type.Object({
    answer: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('not yet')]),
    says: Type.String({ maxLength: unitsOf(2_000) }),
  }),
} as const satisfies FactKind

/** The day passed and nobody had said that it is done. */
export const promiseLapsed = {
  kind: 'promise-lapsed',
  version: 1,
  says: 'The day a promise was due passed, and nothing had been said to be done',
  schema: Type.Object({ due: day('The day it was due') }),
} as const satisfies FactKind

export const newDateProposed = {
  kind: 'promise-date-proposed',
  version: 1,
  says: 'The promiser asked for another date; it holds only once those who asked agree',
  schema: Type.Object({
    due: day('The day asked for'),
    why: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }),
  }),
} as const satisfies FactKind

export const newDateAgreed = {
  kind: 'promise-date-agreed',
  version: 1,
  says: 'Somebody who asked agreed to another date',
  schema: Type.Object({ due: day('The day agreed') }),
} as const satisfies FactKind

export const promiseKinds = [
  promiseMade,
  promiseSaidDone,
  promiseAnswered,
  promiseLapsed,
  newDateProposed,
  newDateAgreed,
] as const

export type PromiseKind = (typeof promiseKinds)[number]
export type PromiseFact = FactOf<PromiseKind>
