// A decision aid as it is once it has been built: every part typed, every risk a whole number.
import { type Static, Type } from '../../../basics/index.ts'

const text = Type.String({ minLength: 1, maxLength: 4_000 })
const key = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,49}$' })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const count = Type.Integer({ minimum: 0, maximum: 1_000 })

const optionSchema = Type.Object({
  key,
  name: text,
  /** Waiting, or doing nothing for now. */
  isWaiting: Type.Boolean(),
  what: Type.Array(text),
  good: Type.Array(text),
  bad: Type.Array(text),
  /** What it is like: for the body, for the mind, and for daily life. */
  like: Type.Object({ body: text, mind: text, life: text }),
})

const figureSchema = Type.Object({
  option: key,
  /** How many of `of` people; null where nobody knows, and `unknown` says why. */
  count: Type.Union([count, Type.Null()]),
  low: Type.Union([count, Type.Null()]),
  high: Type.Union([count, Type.Null()]),
  unknown: Type.Union([text, Type.Null()]),
})

const numberSchema = Type.Object({
  name: text,
  /** Whether what is counted is what people hope for. */
  isWanted: Type.Boolean(),
  /** “54 of 100 people …”; empty where the author did not say. */
  counted: Type.String({ maxLength: 400 }),
  /** “46 …”: the other frame. */
  other: Type.String({ maxLength: 400 }),
  figures: Type.Array(figureSchema),
  certainty: Type.Union([
    Type.Literal('high'),
    Type.Literal('moderate'),
    Type.Literal('low'),
    Type.Literal('very low'),
    Type.Null(),
  ]),
  why: Type.Union([text, Type.Null()]),
  sources: Type.Array(key),
})

const valueSchema = Type.Object({
  key,
  name: text,
  follows: Type.Array(
    Type.Object({
      option: key,
      fit: Type.Union([Type.Literal('fits'), Type.Literal('partly'), Type.Literal('does not fit')]),
      says: text,
    }),
  ),
})

const sourceSchema = Type.Object({
  key,
  text,
  link: Type.Union([Type.String({ pattern: '^https://' }), Type.Null()]),
  /** The day somebody held the figures against it; null where nobody has yet. */
  checked: Type.Union([day, Type.Null()]),
  /** What was read that day: the whole paper, its summary, or a text that tells of it. */
  read: Type.Union([text, Type.Null()]),
  /** Where in it the figures stand, and what it says there. */
  where: Type.Union([text, Type.Null()]),
  note: Type.Union([text, Type.Null()]),
})

const testSchema = Type.Object({
  measures: Type.Union([text, Type.Null()]),
  ifFound: Type.Union([text, Type.Null()]),
  ifNotFound: Type.Union([text, Type.Null()]),
  neverHarmful: Type.Union([text, Type.Null()]),
})

export const aidSchema = Type.Object({
  id: key,
  version: Type.Integer({ minimum: 1, maximum: 9_999 }),
  title: text,
  language: Type.Union([Type.Literal('en'), Type.Literal('cy')]),
  kind: Type.Union([Type.Literal('treatment'), Type.Literal('screening'), Type.Literal('test')]),
  /** The one denominator of every figure. */
  of: Type.Union([Type.Literal(100), Type.Literal(1_000)]),
  published: Type.Union([day, Type.Null()]),
  updateBy: Type.Union([day, Type.Null()]),
  updatePolicy: Type.Union([text, Type.Null()]),
  funding: Type.Union([text, Type.Null()]),
  writtenBy: Type.Union([text, Type.Null()]),
  interests: Type.Union([text, Type.Null()]),
  madeWith: Type.Union([text, Type.Null()]),
  /** Which clinician reviewed it, and when; null where none has. */
  clinicalReview: Type.Union([text, Type.Null()]),
  /** Why waiting is not among the options, where it is not. */
  noWaiting: Type.Union([text, Type.Null()]),
  condition: Type.Array(text),
  decision: Type.Array(text),
  forWhom: Type.Array(text),
  options: Type.Array(optionSchema),
  numbers: Type.Array(numberSchema),
  values: Type.Array(valueSchema),
  questions: Type.Array(text),
  sources: Type.Array(sourceSchema),
  test: Type.Union([testSchema, Type.Null()]),
})

export type Aid = Static<typeof aidSchema>
export type AidOption = Static<typeof optionSchema>
export type AidNumber = Static<typeof numberSchema>
export type AidFigure = Static<typeof figureSchema>
export type AidValue = Static<typeof valueSchema>
export type AidSource = Static<typeof sourceSchema>
export type Certainty = NonNullable<AidNumber['certainty']>
export type Fit = AidValue['follows'][number]['fit']

export const certainties: readonly Certainty[] = ['high', 'moderate', 'low', 'very low']
export const fits: readonly Fit[] = ['fits', 'partly', 'does not fit']
