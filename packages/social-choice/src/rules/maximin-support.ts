// Maximin support: each next project is the one that leaves the least supported one best supported.
import type { Gate } from '../fund/limits.ts'
import type { Support } from '../fund/support.ts'
import { compareFractions, type Fraction, fraction } from '../ground/fraction.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import type { Tie } from './equal-shares.ts'
import { leastSupported } from './maximin-support-flow.ts'

/*
 * @source Sánchez-Fernández, Fernández, Fisteus, Brill: The Maximin Support Method (Mathematical
 * Programming 2022); for funds Aziz, Lee, Talmon: Proportionally Representative Participatory
 * Budgeting (AAMAS 2018), section 5.
 *
 * However people divide their support among the projects they voted for, the least supported
 * project per unit of cost has at most min over sets S of projects of people(S) / cost(S), and the
 * best division reaches it (max-flow, min-cut). So each value is an exact fraction, no float.
 */

export type MaximinTask = {
  readonly support: Support
  readonly costs: readonly bigint[]
  readonly budget: bigint
  readonly byTieRule: (a: number, b: number) => number
  readonly gate: Gate
  /** Told which part of the budget is spent, 0 to 1. */
  readonly progress?: (part: number) => void
}

export type MaximinOutcome = {
  readonly order: readonly number[]
  readonly ties: readonly Tie[]
  /** After each choice: people per smallest unit of cost behind the least supported project. */
  readonly supports: readonly Fraction[]
}

/** Work that the count may do, in visits of a ballot's line in the flow network. */
const MOST_WORK = 400_000_000

/**
 * Counts by sequential maximin support; projects that do not fit are skipped, as are those that
 * nobody voted for. Refusal `maximin-too-large` where the exact solution is too much work.
 */
export function runMaximinSupport(task: MaximinTask): Result<MaximinOutcome> {
  const { costs, support, gate } = task
  const order: number[] = []
  const ties: Tie[] = []
  const supports: Fraction[] = []
  const work = { left: MOST_WORK }
  let left = task.budget
  const free = costs
    .map((_, project) => project)
    .filter((project) => costs[project] === 0n && support.votes[project]! > 0)
    .sort(task.byTieRule)
  for (const project of free) {
    if (gate.keptOut(project) !== null) continue
    order.push(project)
    gate.choose(project)
  }
  const paid: number[] = []
  const atMost = costs.map((cost, project) =>
    cost === 0n ? null : fraction(BigInt(support.votes[project]!), cost),
  )
  let waiting = costs
    .map((_, project) => project)
    .filter((project) => support.votes[project]! > 0 && costs[project] !== 0n)
  for (;;) {
    waiting = waiting.filter((project) => costs[project]! <= left && gate.keptOut(project) === null)
    const best = bestNext(task, paid, waiting, atMost, work)
    if (best === null) return tooLarge()
    if (best.projects.length === 0) return ok({ order, ties, supports })
    const projects = [...best.projects].sort(task.byTieRule)
    const chosen = projects[0] as number
    order.push(chosen)
    paid.push(chosen)
    supports.push(best.value)
    if (projects.length > 1) ties.push({ round: order.length, projects, chosen })
    gate.choose(chosen)
    left -= costs[chosen]!
    waiting = waiting.filter((project) => project !== chosen)
    task.progress?.(Number((1000n * (task.budget - left)) / (task.budget + 1n)) / 1000)
  }
}

const tooLarge = (): Result<never> =>
  refuse(
    'maximin-too-large',
    'Maximin support cannot be counted exactly for a fund of this size',
    'Use phragmen, which is close to it, or a smaller fund',
  )

type Best = { readonly projects: readonly number[]; readonly value: Fraction }

/**
 * The projects whose adding leaves the best value. The value of a project only falls as more are
 * chosen, so what it had before bounds it, and most need no new look. Null where work ran out.
 */
function bestNext(
  task: MaximinTask,
  paid: readonly number[],
  waiting: readonly number[],
  atMost: (Fraction | null)[],
  work: { left: number },
): Best | null {
  const bound = (project: number): Fraction => atMost[project] as Fraction
  const sorted = [...waiting].sort((a, b) => compareFractions(bound(b), bound(a)))
  let projects: number[] = []
  let value: Fraction = { n: 0n, d: 1n }
  for (const project of sorted) {
    if (projects.length > 0 && compareFractions(bound(project), value) < 0) break
    const found = leastSupported(task.support, task.costs, [...paid, project], work)
    if (found === null) return null
    atMost[project] = found
    const compared = projects.length === 0 ? 1 : compareFractions(found, value)
    if (compared < 0) continue
    if (compared > 0) projects = []
    value = found
    projects.push(project)
  }
  return { projects, value }
}
