// What Equal Shares does with money that it leaves: nothing, greedy, or larger shares.
import { type Fraction, plus } from '../ground/fraction.ts'
import {
  pursesFor,
  runEqualShares,
  runOverShares,
  type SharesOutcome,
  type SharesTask,
} from './equal-shares.ts'

/*
 * @source Peters, Pierczyński, Skowron (NeurIPS 2021), section 3.4; Faliszewski et al.:
 * Participatory Budgeting: Data, Tools, and Analysis (IJCAI 2023), section 3.3; the two variants
 * of Add1 are those of pabutools (with the exhaustive stop) and of equalshares.net (without).
 */

export const completions = ['none', 'greedy', 'add1', 'add1-exhaustive', 'add1u'] as const
export type Completion = (typeof completions)[number]

export type Add1Task = SharesTask & {
  readonly budget: bigint
  readonly voters: number
  /** One whole unit of money in smallest units: 1 where amounts have no decimals, else 10, 100… */
  readonly unit: bigint
  /** Stop at the first outcome to which no more project can be added. */
  readonly isExhaustiveStop: boolean
  /** Told which part of the budget the latest outcome spends, 0 to 1. */
  readonly progress?: (part: number) => void
}

export type Add1Outcome = SharesOutcome & {
  readonly share: Fraction
  /** By how many whole units of money the share was raised. */
  readonly raisedBy: number
}

/** Add1 gives up beyond this many looks at a ballot's line: some minutes of work. */
const MOST_WORK = 6_000_000_000

/**
 * Counts with a share of budget / voters, then with one unit of money more for each voter, and so
 * on, and returns the last outcome that costs no more than the budget. It also stops where every
 * supported project is chosen. Null where that is more than some minutes of work.
 *
 * Shares are not counted one by one where a whole range of them surely has one outcome.
 */
export function runAdd1(asked: Add1Task): Add1Outcome | null {
  const task = { ...asked, purses: pursesFor(asked.support) }
  const base: Fraction = { n: task.budget, d: BigInt(task.voters) }
  const shareAt = (raisedBy: number): Fraction =>
    plus(base, { n: BigInt(raisedBy) * task.unit, d: 1n })
  const outcome = (raisedBy: number): Add1Outcome => ({
    ...runEqualShares(task, shareAt(raisedBy)),
    share: shareAt(raisedBy),
    raisedBy,
  })
  let fitting = 0
  let firstAlike = 0
  let stride = 1
  let order: readonly number[] = runEqualShares(task, base).order
  const workOfRun = task.support.projects.length + 100 * task.costs.length
  const mostRuns = MOST_WORK / workOfRun
  for (let runs = 0; runs < mostRuns && Number.isSafeInteger(fitting + stride); runs += 1) {
    if (isLast(task, order)) return outcome(firstAlike)
    const reach = fitting + stride
    const ranged = stride < 2 ? null : runOverShares(task, shareAt(fitting + 1), shareAt(reach))
    if (ranged === null && stride >= 2) {
      stride = stride < 8 ? 1 : Math.floor(stride / 4)
      continue
    }
    const next = ranged ?? runEqualShares(task, shareAt(fitting + 1)).order
    if (costOf(task, next) > task.budget) return outcome(fitting)
    const isSame = next.length === order.length && next.every((one, at) => one === order[at])
    order = next
    firstAlike = fitting + 1
    fitting = ranged === null ? fitting + 1 : reach
    stride = isSame ? Math.max(2, stride * 2) : 1
    task.progress?.(Number((1000n * costOf(task, order)) / (task.budget + 1n)) / 1000)
  }
  return null
}

const costOf = (task: Add1Task, order: readonly number[]): bigint =>
  order.reduce((sum, project) => sum + task.costs[project]!, 0n)

/** Whether Add1 stops at this outcome, which fits the budget. */
function isLast(task: Add1Task, order: readonly number[]): boolean {
  const chosen = new Set(order)
  const gate = task.openGate()
  for (const project of order) gate.choose(project)
  const left = task.budget - costOf(task, order)
  return task.costs.every((cost, project) => {
    if (chosen.has(project) || task.support.votes[project] === 0) return true
    if (gate.keptOut(project) !== null) return true
    return task.isExhaustiveStop && cost > left
  })
}
