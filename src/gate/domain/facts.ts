// The kinds of fact about numbers that leave: a measure opened, a table released.
import { type Day, Type } from '../../basics/index.ts'
import type { FactKind, FactOf } from '../../log/index.ts'

const day = Type.Unsafe<Day>(Type.String())
const dayOrNone = Type.Union([day, Type.Null()])

/** @source NHS Digital, Disclosure control methodology for HES and ECDS, September 2018 */
export const measureOpened = {
  kind: 'measure-opened',
  version: 1,
  says: 'Numbers of one kind may leave from now on, under a published rule for small ones',
  schema: Type.Object({
    code: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    says: Type.String({ minLength: 1, maxLength: 2_000, description: 'What is counted, and how' }),
    policy: Type.String({ description: 'A code of `policies`' }),
  }),
} as const satisfies FactKind

export const tableReleased = {
  kind: 'table-released',
  version: 1,
  says: 'A table of numbers about people left, after the differencing test',
  schema: Type.Object({
    title: Type.String({ minLength: 1, maxLength: 200 }),
    asOf: Type.Unsafe<Day>(Type.String({ description: 'The day for which it was counted' })),
    cells: Type.Array(
      Type.Object({
        label: Type.String({ minLength: 1, maxLength: 300 }),
        where: Type.Object({
          from: dayOrNone,
          until: dayOrNone,
          only: Type.Record(Type.String(), Type.Array(Type.String())),
        }),
        shown: Type.Union([Type.Integer(), Type.Literal('few'), Type.Literal('kept-back')]),
      }),
      { minItems: 1 },
    ),
  }),
} as const satisfies FactKind

export const measureKinds = [measureOpened, tableReleased] as const
export type MeasureKind = (typeof measureKinds)[number]
export type MeasureFact = FactOf<MeasureKind>
