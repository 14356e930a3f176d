// PHQ-9: nine answers of 0 to 3 added up, five bands, and the question that opens the safety path.
import { type Band, bandOf, type Score, sumOf } from './band.ts'

export const phq9Source =
  'Kroenke, Spitzer and Williams, Journal of General Internal Medicine 2001; 16: 606–613'

/** @source facts, part 11: PHQ-9 */
export const phq9Bands: readonly Band[] = [
  { from: 0, to: 4, says: 'none or very few signs' },
  { from: 5, to: 9, says: 'mild' },
  { from: 10, to: 14, says: 'moderate' },
  { from: 15, to: 19, says: 'moderately severe' },
  { from: 20, to: 27, says: 'severe' },
]

/** The ninth question, from 0: more than “not at all” opens the safety path before any total. */
export const SELF_HARM_QUESTION = 8

/** The sum of all nine; none where one is missing. */
export function scorePhq9(values: readonly (number | null)[]): Score {
  const whole = sumOf(values, 9, 0, 3)
  if (!whole.ok) return whole.score
  return { kind: 'total', raw: whole.sum, total: whole.sum, band: bandOf(phq9Bands, whole.sum) }
}
