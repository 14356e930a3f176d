// SWEMWBS: seven answers of 1 to 5 added up and read in the metric table. No words of it are here.
import { type Score, sumOf } from './band.ts'

export const swemwbsSource =
  'Stewart-Brown and others, Health and Quality of Life Outcomes 2009; 7: 15 (Rasch conversion); ' +
  'facts, part 11. Its words are licensed by the University of Warwick'

/** The metric score of each sum from 7 to 35. @source facts, part 11: SWEMWBS */
export const swemwbsMetric: readonly number[] = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59,
  19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55,
  35.0,
]

/**
 * The metric score; none where an answer is missing.
 * @example scoreSwemwbs([3, 3, 3, 3, 3, 3, 3]) has the sum 21 and the total 19.25
 */
export function scoreSwemwbs(values: readonly (number | null)[]): Score {
  const whole = sumOf(values, 7, 1, 5)
  if (!whole.ok) return whole.score
  const total = swemwbsMetric[whole.sum - 7]
  if (total === undefined) return { kind: 'none', because: 'outside' }
  return { kind: 'total', raw: whole.sum, total, band: null }
}
