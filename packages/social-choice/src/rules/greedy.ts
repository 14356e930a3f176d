// The greedy rule: projects in order of their score, each bought where the money still suffices.
import type { Gate } from '../fund/limits.ts'
import type { Fraction } from '../ground/fraction.ts'
import { compareFractions } from '../ground/fraction.ts'
import type { Tie } from './equal-shares.ts'

/*
 * @source Talmon, Faliszewski: A Framework for Approval-Based Budgeting Methods (AAAI 2019),
 * section 3, greedy rules; the rule of most cities (Pabulib: `rule;greedy`).
 */

export type GreedyTask = {
  readonly costs: readonly bigint[]
  readonly budget: bigint
  /** A larger score goes first; null goes before every number, as a gift does. */
  readonly scores: readonly (Fraction | null)[]
  /** Puts projects with equal scores in order, the winner first. */
  readonly byTieRule: (a: number, b: number) => number
  readonly gate: Gate
  /** Chosen before, in order; they and their costs count. */
  readonly before: readonly number[]
}

export type GreedyOutcome = { readonly order: readonly number[]; readonly ties: readonly Tie[] }

/** Goes through the projects by score and chooses each that fits and is not kept out. */
export function runGreedy(task: GreedyTask): GreedyOutcome {
  const { costs, gate, scores } = task
  const order = [...task.before]
  const chosen = new Set(order)
  const ties: Tie[] = []
  let left = order.reduce((rest, project) => rest - costs[project]!, task.budget)
  const sorted = costs
    .map((_, project) => project)
    .filter((project) => !chosen.has(project))
    .sort((a, b) => compareScores(scores[b]!, scores[a]!) || task.byTieRule(a, b))
  const fits = (project: number): boolean =>
    costs[project]! <= left && gate.keptOut(project) === null
  sorted.forEach((project, at) => {
    if (!fits(project)) return
    const equal = [project]
    for (let other = at + 1; other < sorted.length; other += 1) {
      if (compareScores(scores[sorted[other]!]!, scores[project]!) !== 0) break
      if (fits(sorted[other]!)) equal.push(sorted[other]!)
    }
    order.push(project)
    if (equal.length > 1) ties.push({ round: order.length, projects: equal, chosen: project })
    left -= costs[project]!
    gate.choose(project)
  })
  return { order, ties }
}

export function compareScores(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareFractions(a, b)
}
