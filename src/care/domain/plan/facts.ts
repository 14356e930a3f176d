// The kinds of fact in the life of a plan: proposed, agreed by each side, declined, taken back.
import { Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'
import { reviewKinds } from './review-facts.ts'
import { speaker } from './speaker-schema.ts'
import type { Settings } from './values.ts'

const id = (description: string) => Type.String({ format: 'uuid', description })
const text = (description: string) => Type.String({ minLength: 1, maxLength: 8_000, description })
const value = Type.Union([
  Type.String({ maxLength: 20_000 }),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 20_000 }), { maxItems: 40 }),
  Type.Object({
    name: Type.String(),
    role: Type.String(),
    team: Type.String(),
    contact: Type.String(),
  }),
])
const settings = Type.Unsafe<Settings>(Type.Record(Type.String(), Type.Union([value, Type.Null()])))

export const planBegun = {
  kind: 'plan-begun',
  version: 1,
  says: 'A person’s care and support plan was begun',
  schema: Type.Object(speaker),
} as const satisfies FactKind

/** @source PRSB Personalised Care and Support Plan v2.0 */
export const planChangeProposed = {
  kind: 'plan-change-proposed',
  version: 1,
  says: 'Somebody proposed to add, change or take out a part of a plan',
  schema: Type.Object({
    proposal: id('What is proposed, by which it is answered'),
    part: id('The part of the plan'),
    kind: Type.String({ description: 'The heading it stands under' }),
    under: Type.Union([id('The part it lies under'), Type.Null()]),
    set: settings,
    was: settings,
    remove: Type.Boolean({ description: 'Whether the part is taken out' }),
    because: Type.Union([text('Why, in their words'), Type.Null()]),
    ...speaker,
  }),
} as const satisfies FactKind

/** One yes of one side; what both sides have said yes to is in the plan from then on. */
export const planChangesAgreed = {
  kind: 'plan-changes-agreed',
  version: 1,
  says: 'One side agreed to changes of a plan',
  schema: Type.Object({
    proposals: Type.Array(id('What was agreed to'), { minItems: 1, maxItems: 500 }),
    ...speaker,
  }),
} as const satisfies FactKind

export const planChangeDeclined = {
  kind: 'plan-change-declined',
  version: 1,
  says: 'One side did not agree to a change of a plan, and said why',
  schema: Type.Object({ proposal: id('What was declined'), says: text('Why'), ...speaker }),
} as const satisfies FactKind

export const planChangeWithdrawn = {
  kind: 'plan-change-withdrawn',
  version: 1,
  says: 'Whoever proposed a change of a plan took it back',
  schema: Type.Object({ proposal: id('What was taken back'), ...speaker }),
} as const satisfies FactKind

export const planPartLabelled = {
  kind: 'plan-part-labelled',
  version: 1,
  says: 'The person said how private a part of their plan is',
  schema: Type.Object({
    part: id('The part'),
    labels: Type.Array(Type.String({ description: 'Codes of a list' })),
  }),
} as const satisfies FactKind

export const planKinds = [
  planBegun,
  planChangeProposed,
  planChangesAgreed,
  planChangeDeclined,
  planChangeWithdrawn,
  planPartLabelled,
  ...reviewKinds,
] as const
export type PlanKind = (typeof planKinds)[number]
