// The kinds of fact of information that is sent to a person: sent, opened, and whether it helped.
import { type Day, type Id, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const idOrNull = (description: string) =>
  Type.Union([Type.Unsafe<Id>(Type.String({ format: 'uuid', description })), Type.Null()])

export const informationSent = {
  kind: 'information-sent',
  version: 1,
  says: 'Information was sent to a person, with its source, review date and reading age',
  schema: Type.Object({
    item: Type.Object({
      code: Type.String({ minLength: 1, maxLength: 80, description: 'The same for the same text' }),
      title: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
      says: Type.String({ minLength: 1, maxLength: unitsOf(6_000) }),
      source: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
      address: Type.Union([Type.String({ maxLength: 400, pattern: '^https://' }), Type.Null()]),
      reviewBy: Type.Unsafe<Day>(Type.String({ description: 'Its review date' })),
      readingAge: Type.Union([
        Type.Number({ description: 'In years, measured when it was sent' }),
        Type.Null({ description: 'Too short to be measured' }),
      ]),
    }),
    from: Type.Object({
      person: idOrNull('Who sent it; none where the site did'),
      shownAs: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
      as: Type.Union([Type.Literal('clinician'), Type.Literal('peer'), Type.Literal('system')]),
    }),
    why: Type.String({ maxLength: unitsOf(500), description: 'A word to the person' }),
  }),
} as const satisfies FactKind

export const informationOpened = {
  kind: 'information-opened',
  version: 1,
  says: 'The person opened information that was sent to them',
  schema: Type.Object({}),
} as const satisfies FactKind

export const informationJudged = {
  kind: 'information-judged',
  version: 1,
  says: 'The person said whether information helped them',
  schema: Type.Object({
    helped: Type.Union([Type.Literal('yes'), Type.Literal('partly'), Type.Literal('no')]),
    says: Type.String({ maxLength: unitsOf(1_000) }),
  }),
} as const satisfies FactKind

export const informationKinds = [informationSent, informationOpened, informationJudged] as const
export type InformationKind = (typeof informationKinds)[number]
