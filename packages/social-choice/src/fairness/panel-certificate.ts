// Checks that a lottery of panels is what it says: real panels, true chances, no fairer lottery.
import { ok, type Result, refuse } from '../ground/result.ts'
import { isPanel, type PanelTask } from '../pool/panel-task.ts'
import type { LevelProof, PanelCut } from '../rules/leximin-levels.ts'
import type { PanelLottery } from '../rules/leximin-lottery.ts'
import { cutHolds } from './panel-cut.ts'

/** What a check found: the lowest probability, and how far from its proven bound, at most. */
export type CertificateCheck = {
  readonly minimum: number
  /** No lottery has a lowest probability above this. */
  readonly upperBound: number
  /** The greatest distance, over all levels, of a level from what is proven possible. */
  readonly gap: number
}

/** The greatest gap at which a lottery counts as proven the fairest. */
export const certificateTolerance = 1e-6

/**
 * Checks a lottery without the solver that found it. The steps, each on its own:
 *
 * 1. every panel has the right size, keeps every quota and takes nobody twice; the probabilities
 *    are those of the panels and sum to 1;
 * 2. every cut holds for every panel (`cutHolds`, a search of its own with exact arithmetic);
 * 3. every level's bound follows from its whole-number prices by weak duality, in exact integers,
 *    and the lottery comes within `certificateTolerance` of it; the groups settled there are
 *    those whose weight is part of the bound;
 * 4. for leximin, the levels settle every group.
 *
 * What this proves: no lottery over panels has a lowest probability more than `gap` above this
 * one; and, level by level, none that gives the settled groups no more than this one does gives
 * the lowest of the others more than `gap` beyond it. Probabilities are floating-point numbers,
 * so a gap below 1e-12 is rounding.
 *
 * Refuses: `certificate-panel`, `certificate-probability`, `certificate-cut`,
 * `certificate-level`, `certificate-open`.
 * @source weak duality of linear programming: Schrijver, Theory of linear and integer
 *   programming (1986), section 7.4
 */
export function checkLottery(task: PanelTask, lottery: PanelLottery): Result<CertificateCheck> {
  const chances = chancesOf(task, lottery)
  if (!chances.ok) return chances
  for (const [at, cut] of lottery.cuts.entries()) {
    const whole = isWhole([...cut.weights, cut.most]) && cut.weights.length === task.groups.length
    if (!whole || !cutHolds(task, cut)) {
      return refused('cut', `Cut ${at + 1} is not proven to hold for every panel`)
    }
  }
  const open = new Set(task.groups.keys())
  let gap = 0
  for (const [at, level] of lottery.levels.entries()) {
    const bound = levelBound(task, lottery.cuts, level, chances.value, open)
    const lowest = Math.min(...[...open].map((group) => chances.value[group] ?? 0))
    const sound = level.settled.every((group) => open.has(group) && (level.weights[group] ?? 0) > 0)
    if (bound === undefined || !sound || level.settled.length === 0) {
      return refused('level', `Level ${at + 1} has prices that prove nothing`)
    }
    gap = Math.max(gap, bound - lowest)
    if (gap > certificateTolerance) {
      return refused('level', `Level ${at + 1} is ${bound - lowest} below what may be possible`)
    }
    for (const group of level.settled) open.delete(group)
  }
  const finished = lottery.objective === 'leximin' ? open.size === 0 : lottery.levels.length > 0
  if (!finished) return refused('open', 'The levels stop before every group is settled')
  const minimum = Math.min(...chances.value)
  const first = lottery.levels[0]
  const everybody = new Set(task.groups.keys())
  const upperBound =
    first === undefined ? 1 : levelBound(task, lottery.cuts, first, chances.value, everybody)
  return ok({ minimum, upperBound: Math.min(1, upperBound ?? 1), gap })
}

/** The probability of each group's people, counted from the panels; the stated ones must agree. */
function chancesOf(task: PanelTask, lottery: PanelLottery): Result<readonly number[]> {
  const seats = task.groups.map(() => 0)
  let total = 0
  for (const [place, { counts, probability }] of lottery.panels.entries()) {
    if (!(probability > 0) || counts.length !== task.groups.length || !isPanel(task, counts)) {
      return refused('panel', `Panel ${place + 1} does not keep the quotas`)
    }
    total += probability
    for (const [at, count] of counts.entries()) seats[at] = (seats[at] ?? 0) + count * probability
  }
  const chances = seats.map((value, at) => value / (task.groups[at]?.members.length ?? 1))
  const agree = chances.every(
    (chance, at) => Math.abs(chance - (lottery.probabilities[at] ?? -1)) < 1e-9,
  )
  if (Math.abs(total - 1) > 1e-9 || !agree) {
    return refused('probability', 'The probabilities are not those of the panels')
  }
  return ok(chances)
}

/**
 * The highest lowest probability of the open groups that a level's prices leave possible, given
 * what the others have; undefined when the prices are not whole numbers or weigh nobody open.
 */
function levelBound(
  task: PanelTask,
  cuts: readonly PanelCut[],
  level: LevelProof,
  chances: readonly number[],
  open: ReadonlySet<number>,
): number | undefined {
  const { weights, prices, cutPrices } = level
  const size = task.quotas.length
  const fits =
    weights.length === task.groups.length &&
    prices.length === size + 1 &&
    cutPrices.length <= cuts.length
  if (!fits || !isWhole(weights) || !isWhole(prices) || !isWhole(cutPrices)) return undefined
  if (weights.some((weight) => weight < 0) || cutPrices.some((price) => price < 0)) return undefined
  const whole = (values: readonly number[]) => values.map((value) => BigInt(value))
  const [seatWeights, seatPrices, cutCosts] = [whole(weights), whole(prices), whole(cutPrices)]
  const cutWeights = cuts.map((cut) => whole(cut.weights))
  let most = (seatPrices[size] ?? 0n) * BigInt(task.size)
  for (const [row, quota] of task.quotas.entries()) {
    const price = seatPrices[row] ?? 0n
    most += price * BigInt(price > 0n ? Math.min(quota.max, task.size) : quota.min)
  }
  for (const [at, cut] of cuts.entries()) most += (cutCosts[at] ?? 0n) * BigInt(cut.most)
  for (const [at, group] of task.groups.entries()) {
    let gain = (seatWeights[at] ?? 0n) - (seatPrices[size] ?? 0n)
    for (const row of group.quotas) gain -= seatPrices[row] ?? 0n
    for (const [cut, price] of cutCosts.entries()) gain -= price * (cutWeights[cut]?.[at] ?? 0n)
    if (gain > 0n) most += gain * BigInt(group.members.length)
  }
  let room = Number(most)
  let openWeight = 0
  for (const [at, group] of task.groups.entries()) {
    const weight = (weights[at] ?? 0) * group.members.length
    if (open.has(at)) openWeight += weight
    else room -= weight * (chances[at] ?? 0)
  }
  return openWeight > 0 ? room / openWeight : undefined
}

const isWhole = (values: readonly number[]): boolean => values.every(Number.isSafeInteger)

const refused = (what: string, says: string): Result<never> =>
  refuse(`certificate-${what}`, says, 'Do not rely on this lottery; draw it again from its inputs')
