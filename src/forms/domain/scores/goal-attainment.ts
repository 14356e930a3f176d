// Goal Attainment Scaling: how far several goals were reached together, each by its weight.

/**
 * `level` is −2 (much less than hoped) to +2 (much more), 0 what was hoped for when the goal was
 * set. `weight` is above 0.
 */
export type ScaledGoal = { readonly level: number; readonly weight: number }

const RHO = 0.3

/**
 * The T-score: T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²) with ρ = 0.3. All goals as hoped give 50.
 * Null where there is no goal, a level is none of the five, or a weight is not above 0.
 * @source Kiresuk and Sherman, Community Mental Health Journal 1968; 4: 443–453, as given in facts,
 *   part 11. The formulas printed in Clinical Rehabilitation 2009; 23: 362–70 have an erratum
 * @example One goal at +1 gives 60; two of equal weight at +1 give 62.40
 */
export function goalAttainment(goals: readonly ScaledGoal[]): number | null {
  if (goals.length === 0) return null
  if (goals.some(({ level }) => !Number.isInteger(level) || Math.abs(level) > 2)) return null
  if (goals.some(({ weight }) => !Number.isFinite(weight) || weight <= 0)) return null
  const sumOfWeights = goals.reduce((so, { weight }) => so + weight, 0)
  const sumOfSquares = goals.reduce((so, { weight }) => so + weight ** 2, 0)
  const weighted = goals.reduce((so, { weight, level }) => so + weight * level, 0)
  return 50 + (10 * weighted) / Math.sqrt((1 - RHO) * sumOfSquares + RHO * sumOfWeights ** 2)
}
