// The kinds of fact about reports with recommendations.
import { type Day, type Id, Type } from '../../../basics/index.ts'
import type { FactKind, FactOf } from '../../../log/index.ts'

export const body = Type.Object({
  organisation: Type.String({ format: 'uuid' }),
  shownAs: Type.String({ minLength: 1, description: 'Its name on that day' }),
})
const day = Type.Unsafe<Day>(Type.String())
export const text = Type.String({ maxLength: 20_000 })
export const reportTitle = Type.String({ minLength: 1, maxLength: 400 })
export const recommendations = Type.Array(Type.String({ minLength: 1, maxLength: 4_000 }), {
  minItems: 1,
})
/** The four parts of a scrutiny report. */
export const parts = Type.Object({
  matter: text,
  evidence: text,
  participants: text,
  explanation: text,
})

/** @source SI 2013/218, reg 22; Local Government and Public Involvement in Health Act 2007 */
export const reportPosted = {
  kind: 'report-posted',
  version: 1,
  says: 'A body with a mandate posted a report with numbered recommendations',
  schema: Type.Object({
    title: reportTitle,
    summary: text,
    publisher: body,
    addressee: body,
    mandate: Type.String({ description: 'A code of `mandates`' }),
    recommendations,
    parts: Type.Union([parts, Type.Null()]),
    due: day,
  }),
} as const satisfies FactKind

export const recommendationAnswered = {
  kind: 'recommendation-answered',
  version: 1,
  says: 'The body that a report is addressed to answered one recommendation',
  schema: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    stance: Type.Union([
      Type.Literal('accepted'),
      Type.Literal('partly'),
      Type.Literal('not-accepted'),
    ]),
    says: Type.String({ minLength: 1, maxLength: 20_000 }),
    promised: Type.Union([
      Type.Object({
        says: Type.String({ minLength: 1, maxLength: 2_000 }),
        due: day,
        promise: Type.Unsafe<Id>(Type.String({ format: 'uuid' })),
      }),
      Type.Null(),
    ]),
  }),
} as const satisfies FactKind

export const reportClosed = {
  kind: 'report-closed',
  version: 1,
  says: 'Whoever posted a report closed it, with an answer to each recommendation',
  schema: Type.Object({}),
} as const satisfies FactKind

export const reportKinds = [reportPosted, recommendationAnswered, reportClosed] as const
export type ReportKind = (typeof reportKinds)[number]
export type ReportFact = FactOf<ReportKind>
