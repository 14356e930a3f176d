// Parts that the bodies of many facts have: a day, who is shown, a text, a rule that was kept to.
import { Type } from './schema.ts'
import { unitsOf } from './text.ts'

/** A day as it stands in a body. */
export const dayPart = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description })

/** Under which name and role somebody did it. */
export const shownAsPart = Type.String({
  minLength: 1,
  description: 'The name and role under which',
})

/** A text of at most so many characters, and never an empty one. */
export const textPart = (longest: number) => (description: string) =>
  Type.String({ minLength: 1, maxLength: unitsOf(longest), description })

/** The dated rule that a day was worked out by, as it stood then. */
export const rulePart = Type.Object({
  says: Type.String({ description: 'The rule as one sentence' }),
  source: Type.String(),
  confirmed: Type.Union([Type.String(), Type.Null()]),
})
