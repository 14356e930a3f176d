// GAD-7: seven answers of 0 to 3 added up, in four bands.
import { type Band, bandOf, type Score, sumOf } from './band.ts'

export const gad7Source = 'Spitzer and others, Archives of Internal Medicine 2006; 166: 1092–1097'

/** @source facts, part 11: GAD-7 */
export const gad7Bands: readonly Band[] = [
  { from: 0, to: 4, says: 'none or very few signs' },
  { from: 5, to: 9, says: 'mild' },
  { from: 10, to: 14, says: 'moderate' },
  { from: 15, to: 21, says: 'severe' },
]

/** The sum of all seven; none where one is missing. */
export function scoreGad7(values: readonly (number | null)[]): Score {
  const whole = sumOf(values, 7, 0, 3)
  if (!whole.ok) return whole.score
  return { kind: 'total', raw: whole.sum, total: whole.sum, band: bandOf(gad7Bands, whole.sum) }
}
