// The kinds of fact in the life of a review: planned, its agenda, who helps, held, called off.
import { type Day, Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'
import { speaker } from './speaker-schema.ts'

const id = (description: string) => Type.String({ format: 'uuid', description })
const text = (most: number) => Type.String({ minLength: 1, maxLength: most })
const day = Type.Unsafe<Day>(Type.String({ format: 'date' }))
const review = id('The review')

/** @source PRSB PCSP v2.0, Planned review date/interval; NHS England, the house of care */
export const planReviewPlanned = {
  kind: 'plan-review-planned',
  version: 1,
  says: 'A meeting to review a plan was planned',
  schema: Type.Object({
    review,
    on: day,
    time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    place: Type.Union([text(400), Type.Null()]),
    agenda: Type.Array(text(800), { maxItems: 40 }),
    ...speaker,
  }),
} as const satisfies FactKind

export const planReviewAgendaAdded = {
  kind: 'plan-review-agenda-added',
  version: 1,
  says: 'Somebody put something on the agenda of a review',
  schema: Type.Object({ review, says: text(800), ...speaker }),
} as const satisfies FactKind

/** @source NHS England, Accessible Information Standard (DAPB1605), 2025, stage “meet” */
export const planReviewHelpBooked = {
  kind: 'plan-review-help-booked',
  version: 1,
  says: 'Somebody was booked for a review, so that the person can be understood and understand',
  schema: Type.Object({ review, says: text(400), ...speaker }),
} as const satisfies FactKind

export const planReviewHeld = {
  kind: 'plan-review-held',
  version: 1,
  says: 'A plan was reviewed: who came, what was said, and what each role does',
  schema: Type.Object({
    review,
    came: Type.Array(text(400), { minItems: 1, maxItems: 40 }),
    says: Type.Union([text(8_000), Type.Null()]),
    actions: Type.Array(Type.Object({ role: text(400), says: text(800) }), { maxItems: 40 }),
    next: Type.Union([day, Type.Null()]),
    ...speaker,
  }),
} as const satisfies FactKind

export const planReviewCalledOff = {
  kind: 'plan-review-called-off',
  version: 1,
  says: 'A meeting to review a plan was called off',
  schema: Type.Object({ review, says: text(2_000), ...speaker }),
} as const satisfies FactKind

export const reviewKinds = [
  planReviewPlanned,
  planReviewAgendaAdded,
  planReviewHelpBooked,
  planReviewHeld,
  planReviewCalledOff,
] as const
export type ReviewKind = (typeof reviewKinds)[number]
