// ONS4: four answers of 0 to 10, each in its own band, and never added up.
import { type Band, bandOf, type Score, sumOf } from './band.ts'

export const ons4Source =
  'Office for National Statistics, Dataset of annual UK subjective wellbeing score ' +
  'distributions; Government Analysis Function, Personal wellbeing, 2020'

/** Satisfied with life, worthwhile, happy. @source facts, part 11: ONS4 */
export const wellbeingBands: readonly Band[] = [
  { from: 0, to: 4, says: 'low' },
  { from: 5, to: 6, says: 'medium' },
  { from: 7, to: 8, says: 'high' },
  { from: 9, to: 10, says: 'very high' },
]

/** Anxious: here a low number is the better one. @source facts, part 11: ONS4 */
export const anxietyBands: readonly Band[] = [
  { from: 0, to: 1, says: 'very low' },
  { from: 2, to: 3, says: 'low' },
  { from: 4, to: 5, says: 'medium' },
  { from: 6, to: 10, says: 'high' },
]

/** The band of each: satisfied, worthwhile, happy, anxious. None where one is missing. */
export function scoreOns4(values: readonly (number | null)[]): Score {
  const whole = sumOf(values, 4, 0, 10)
  if (!whole.ok) return whole.score
  const parts = whole.values.map((value, place) => ({
    value,
    band: bandOf(place === 3 ? anxietyBands : wellbeingBands, value) ?? '',
  }))
  return { kind: 'apart', parts }
}
