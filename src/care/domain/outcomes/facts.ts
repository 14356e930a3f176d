// The kinds of fact about how a person is doing: answers kept, outcomes in their own words, asks.
import { type Day, Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const id = (description: string) => Type.String({ format: 'uuid', description })
const day = (description: string) => Type.Unsafe<Day>(Type.String({ description }))
const orNone = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const words = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description })

/** What each of the five levels means, from −2 to +2, in the person’s own words. */
const levels = Type.Array(words(900, 'What this level means'), {
  minItems: 5,
  maxItems: 5,
  description: 'Much less than hoped (−2), less, as hoped (0), more, much more (+2)',
})

/** @source FHIR R4 Observation (derivedFrom a QuestionnaireResponse) */
export const answersKept = {
  kind: 'answers-kept',
  version: 1,
  says: 'A person’s answers to a form were kept, with what they add up to',
  schema: Type.Object({
    filled: id('The filled form'),
    form: Type.String(),
    version: Type.Integer({ minimum: 1 }),
    title: Type.String({ description: 'What the form was called' }),
    on: day('The day on which it was filled in'),
    mode: Type.String({ description: 'How it was filled in' }),
    scoring: orNone(Type.String({ description: 'The scoring by name' })),
    total: orNone(Type.Number({ description: 'Null where there is none' })),
    raw: orNone(Type.Number({ description: 'What was added up, before any table' })),
    band: orNone(Type.String()),
    apart: Type.Array(
      Type.Object({ says: Type.String(), value: Type.Number(), band: Type.String() }),
      { description: 'Questions that are never added up, each with its band' },
    ),
    safety: Type.Boolean({ description: 'Whether an answer opened the safety path' }),
    labels: Type.Array(Type.String({ description: 'How private it is' })),
    shownAs: words(400, 'Who typed it in'),
  }),
} as const satisfies FactKind

/** @source Goal Attainment Scaling (Kiresuk and Sherman 1968); FHIR R4 Goal */
export const outcomeNamed = {
  kind: 'outcome-named',
  version: 1,
  says: 'A person named something they want, in their own words, with what each level means',
  schema: Type.Object({
    outcome: id('The outcome'),
    says: words(900, 'What they want'),
    levels,
    importance: Type.Integer({ minimum: 1, maximum: 10, description: 'How much it matters' }),
    template: orNone(id('The published idea it was made from')),
    labels: Type.Array(Type.String({ description: 'How private it is' })),
    shownAs: words(400, 'The name of the person'),
  }),
} as const satisfies FactKind

/** @source FHIR R4 Observation (focus on a Goal) */
export const outcomeScored = {
  kind: 'outcome-scored',
  version: 1,
  says: 'A person said where they are with something they want',
  schema: Type.Object({
    outcome: id('The outcome'),
    level: Type.Integer({ minimum: -2, maximum: 2 }),
    on: day('The day it is about'),
    note: Type.String({ maxLength: 3_000 }),
  }),
} as const satisfies FactKind

export const outcomeClosed = {
  kind: 'outcome-closed',
  version: 1,
  says: 'A person does not follow an outcome any more',
  schema: Type.Object({ outcome: id('The outcome') }),
} as const satisfies FactKind

/** @source FHIR R4 ServiceRequest (a questionnaire asked again), Timing.repeat */
export const formScheduled = {
  kind: 'form-scheduled',
  version: 1,
  says: 'A form is to be asked again every so many weeks',
  schema: Type.Object({
    form: Type.String(),
    everyWeeks: Type.Integer({ minimum: 1, maximum: 52 }),
    from: day('The first day on which it is due'),
    until: orNone(day('The last day')),
    setBy: Type.Optional(words(400, 'The professional who set it; not there where the person did')),
  }),
} as const satisfies FactKind

export const formScheduleEnded = {
  kind: 'form-schedule-ended',
  version: 1,
  says: 'A form is not asked again by itself any more',
  schema: Type.Object({
    form: Type.String(),
    endedBy: Type.Optional(words(400, 'The professional who ended what one had set')),
  }),
} as const satisfies FactKind

export const formReminded = {
  kind: 'form-reminded',
  version: 1,
  says: 'The person was told that a form waits',
  schema: Type.Object({ form: Type.String(), due: day('The day on which it was due') }),
} as const satisfies FactKind

export const countingAgreed = {
  kind: 'counting-agreed',
  version: 1,
  says: 'A person said whether their answers to a form may be counted with those of others',
  schema: Type.Object({ form: Type.String(), agreed: Type.Boolean() }),
} as const satisfies FactKind

export const outcomeKinds = [
  answersKept,
  outcomeNamed,
  outcomeScored,
  outcomeClosed,
  formScheduled,
  formScheduleEnded,
  formReminded,
  countingAgreed,
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** Words alone: no level anybody reached, no day, no number, no name unless it was signed. */
export const ideaPublished = {
  kind: 'outcome-idea-published',
  version: 1,
  says: 'Somebody published the words of an outcome, for others to make their own',
  schema: Type.Object({
    says: words(900, 'What somebody wants'),
    levels,
    from: orNone(id('The idea it grew from')),
    signed: orNone(words(200, 'The name to show, where whoever wrote it wants one shown')),
  }),
} as const satisfies FactKind

export const ideaWithdrawn = {
  kind: 'outcome-idea-withdrawn',
  version: 1,
  says: 'Whoever published an idea took it back; what grew from it stays',
  schema: Type.Object({}),
} as const satisfies FactKind

export const ideaKinds = [ideaPublished, ideaWithdrawn] as const
export type IdeaKind = (typeof ideaKinds)[number]
