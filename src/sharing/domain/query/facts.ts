// The kinds of fact about a look that a person does not recognise: asked, answered, judged.
import {
  dayPart,
  type Id,
  type OrganisationId,
  rulePart,
  shownAsPart,
  Type,
  textPart,
} from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

/** The most characters of each text. */
export const LONGEST_TEXT = 2_000

const text = textPart(LONGEST_TEXT)
const due = dayPart('The day by whose end it is answered')

/** @source UK GDPR, Articles 12(3) and 15(1)(c) (who was shown it, and why) */
export const lookQueried = {
  kind: 'look-queried',
  version: 1,
  says: 'A person said that they do not recognise a look, and asked for it to be explained',
  schema: Type.Object({
    look: Type.Unsafe<Id>(Type.String({ format: 'uuid', description: 'The receipt it is about' })),
    holder: Type.Unsafe<OrganisationId>(
      Type.String({ format: 'uuid', description: 'The organisation of the role that looked' }),
    ),
    says: Type.Union([text('What the person wants to know'), Type.Null()]),
    due,
    source: rulePart,
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const lookQueryRemarked = {
  kind: 'look-query-remarked',
  version: 1,
  says: 'The person or the organisation asked or added something about a look that was questioned',
  schema: Type.Object({
    from: Type.Union([Type.Literal('person'), Type.Literal('holder')]),
    says: text('What they said'),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const lookQueryAnswered = {
  kind: 'look-query-answered',
  version: 1,
  says: 'The organisation said why somebody looked, or that it should not have happened',
  schema: Type.Object({
    found: Type.Union([Type.Literal('explained'), Type.Literal('should-not-have')]),
    says: text('Why they looked, or what is done about it'),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

/** Whoever answers cannot say that it is settled: whoever asked says so, or not. */
export const lookQuerySettled = {
  kind: 'look-query-settled',
  version: 1,
  says: 'The person said that the answer about a look is enough',
  schema: Type.Object({}),
} as const satisfies FactKind

export const lookQueryDisputed = {
  kind: 'look-query-disputed',
  version: 1,
  says: 'The person said that the answer about a look is not enough: it is open anew',
  schema: Type.Object({
    says: text('What is missing'),
    due,
    source: rulePart,
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const lookQueryWithdrawn = {
  kind: 'look-query-withdrawn',
  version: 1,
  says: 'The person took a question about a look back',
  schema: Type.Object({}),
} as const satisfies FactKind

export const lookQueryLapsed = {
  kind: 'look-query-lapsed',
  version: 1,
  says: 'The day passed by which a question about a look had to be answered',
  schema: Type.Object({ due: dayPart('The day it was due') }),
} as const satisfies FactKind

export const queryKinds = [
  lookQueried,
  lookQueryRemarked,
  lookQueryAnswered,
  lookQuerySettled,
  lookQueryDisputed,
  lookQueryWithdrawn,
  lookQueryLapsed,
] as const

export type QueryKind = (typeof queryKinds)[number]
