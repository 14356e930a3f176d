// Sequential Phragmén: each project's cost is a load on its supporters, kept as even as can be.
import type { Gate } from '../fund/limits.ts'
import type { Support } from '../fund/support.ts'
import { compareFractions, type Fraction, toNumber } from '../ground/fraction.ts'
import type { Tie } from './equal-shares.ts'

/*
 * @source Los, Christoff, Grossi: Proportional Budget Allocations: Towards a Systematization
 * (IJCAI 2022), section 3; Brill, Freeman, Janson, Lackner: Phragmén's Voting Methods and
 * Justified Representation (AAAI 2017). The count stops at the first project with the least load
 * that does not fit, which keeps the rule's priceability; it is not skipped.
 */

export type PhragmenTask = {
  readonly support: Support
  readonly costs: readonly bigint[]
  readonly budget: bigint
  readonly byTieRule: (a: number, b: number) => number
  readonly gate: Gate
}

export type PhragmenOutcome = {
  readonly order: readonly number[]
  readonly ties: readonly Tie[]
  /** The load that each chosen project brought its supporters to, in the order of choosing. */
  readonly loads: readonly Fraction[]
  /** The projects that stopped the count, and their load; null where all were chosen. */
  readonly stop: { readonly projects: readonly number[]; readonly load: Fraction } | null
  /** The load that a project would bring its supporters to at the end. */
  readonly loadAtEnd: (project: number) => Fraction
}

type Run = {
  readonly task: PhragmenTask
  readonly order: number[]
  /** `1 + ` the place in `order` of the last project that a ballot's people paid for, or 0. */
  readonly last: Uint32Array
  /** `people[r][p]`: supporters of `p` whose load is that of round `r`. */
  readonly people: Float64Array[]
  denominator: bigint
  loads: bigint[]
  readonly near: number[]
}

/** Counts by sequential Phragmén, dropping first what costs more than the whole budget. */
export function runPhragmen(task: PhragmenTask): PhragmenOutcome {
  const { costs, support, gate } = task
  const run: Run = {
    task,
    order: [],
    last: new Uint32Array(support.weights.length),
    people: [],
    denominator: 1n,
    loads: [],
    near: [],
  }
  const ties: Tie[] = []
  let waiting = costs
    .map((_, project) => project)
    .filter((project) => support.votes[project]! > 0 && costs[project]! <= task.budget)
  let left = task.budget
  let stop: PhragmenOutcome['stop'] = null
  for (;;) {
    waiting = waiting.filter((project) => gate.keptOut(project) === null)
    if (waiting.length === 0) break
    const least = leastLoads(run, waiting).sort(task.byTieRule)
    const chosen = least[0] as number
    if (least.some((project) => costs[project]! > left)) {
      stop = { projects: least, load: loadOf(run, chosen) }
      break
    }
    if (least.length > 1) ties.push({ round: run.order.length + 1, projects: least, chosen })
    choose(run, chosen)
    gate.choose(chosen)
    left -= costs[chosen]!
    waiting = waiting.filter((project) => project !== chosen)
  }
  const loads = run.loads.map((n) => ({ n, d: run.denominator }))
  return { order: run.order, ties, loads, stop, loadAtEnd: (project) => loadOf(run, project) }
}

/** Floats find the few that may be least; exact loads decide among them. */
function leastLoads(run: Run, waiting: readonly number[]): number[] {
  const rounding = (run.order.length + 8) * 2 ** -49
  const loads = waiting.map((project) => loadNear(run, project))
  const limit = Math.min(...loads) * (1 + rounding)
  const close = waiting.filter((_, at) => loads[at]! <= limit)
  if (close.length === 1) return close
  let least: number[] = []
  let best: Fraction | null = null
  for (const project of close) {
    const load = loadOf(run, project)
    const compared: number = best === null ? -1 : compareFractions(load, best)
    if (compared > 0) continue
    if (compared < 0) least = []
    best = load
    least.push(project)
  }
  return least
}

function loadNear(run: Run, project: number): number {
  let sum = Number(run.task.costs[project]!)
  run.near.forEach((load, round) => {
    sum += load * run.people[round]![project]!
  })
  return sum / run.task.support.votes[project]!
}

function loadOf(run: Run, project: number): Fraction {
  let sum = run.task.costs[project]! * run.denominator
  run.loads.forEach((load, round) => {
    const people = run.people[round]![project]!
    if (people > 0) sum += load * BigInt(people)
  })
  return { n: sum, d: run.denominator * BigInt(run.task.support.votes[project]!) }
}

function choose(run: Run, chosen: number): void {
  const { support, costs } = run.task
  const load = loadOf(run, chosen)
  const scale = BigInt(support.votes[chosen]!)
  run.loads = run.loads.map((n) => n * scale)
  run.denominator *= scale
  run.loads.push(load.n)
  run.near.push(load.n === 0n ? 0 : toNumber(load))
  run.order.push(chosen)
  const round = run.order.length
  const now = new Float64Array(costs.length)
  run.people.push(now)
  for (let at = support.from[chosen]!; at < support.from[chosen + 1]!; at += 1) {
    const ballot = support.supporters[at]!
    const weight = support.weights[ballot]!
    const before = run.last[ballot]!
    const then = before > 0 ? run.people[before - 1]! : null
    for (let named = support.starts[ballot]!; named < support.starts[ballot + 1]!; named += 1) {
      const project = support.projects[named]!
      if (then !== null) then[project]! -= weight
      now[project]! += weight
    }
    run.last[ballot] = round
  }
}
