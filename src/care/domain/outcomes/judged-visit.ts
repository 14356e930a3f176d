// A visit as somebody judged it: whether all was answered, and whether all had the top answer.
import { type Day, ok, Type } from '../../../basics/index.ts'
import type { FactKind, StreamType } from '../../../log/index.ts'

/** @source collaboRATE (Barr and others 2014); facts, part 11 */
export const visitJudged = {
  kind: 'visit-judged',
  version: 1,
  says: 'Somebody said how far they were involved in a visit, without a name',
  schema: Type.Object({
    team: Type.String({ format: 'uuid' }),
    on: Type.Unsafe<Day>(Type.String({ description: 'The day on which it was said' })),
    whole: Type.Boolean({ description: 'Whether every question was answered' }),
    top: Type.Boolean({ description: 'Whether every answer was the highest' }),
  }),
} as const satisfies FactKind

export type Visit = { readonly judged: boolean }

export const judgedVisitStream: StreamType<Visit, typeof visitJudged> = {
  name: 'judged-visit',
  says: 'One visit, as somebody judged it without a name',
  kinds: [visitJudged],
  start: { judged: false },
  fold: () => ({ judged: true }),
}

type Body = {
  readonly team: string
  readonly on: Day
  readonly whole: boolean
  readonly top: boolean
}

/** Judges a visit once. */
export const judgeVisit =
  (body: Body) =>
  ({ judged }: Visit) =>
    ok({
      facts: judged ? [] : [{ kind: 'visit-judged' as const, body }],
      answer: null,
    })
