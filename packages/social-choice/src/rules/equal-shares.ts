// The Method of Equal Shares: every voter gets the same share of the money to spend on projects.
import type { Gate } from '../fund/limits.ts'
import type { Support } from '../fund/support.ts'
import { type Fraction, toNumber } from '../ground/fraction.ts'
import { type ExactBook, leastOf, openBook, type Priced } from './equal-shares-exact.ts'

/*
 * @source Peters, Pierczyński, Skowron: Proportional Participatory Budgeting with Additive
 * Utilities (NeurIPS 2021), section 3, Rule X: at each step buy the project whose supporters pay
 * the least per unit of utility, each at most what they have left.
 *
 * Floats search: each amount is known to within its `doubt`, so each price lies between what the
 * supporters would pay with that much more and that much less. Where two projects cannot be told
 * apart, or affording is in doubt, the exact book decides.
 */

export type SharesTask = {
  readonly support: Support
  readonly costs: readonly bigint[]
  /**
   * With cost utility a unit of utility is a unit of cost, so the price that each supporter pays
   * is compared per cost; with others it is compared as it is.
   */
  readonly isPerCost: boolean
  /** Puts projects with equal prices in order, the winner first. */
  readonly byTieRule: (a: number, b: number) => number
  readonly openGate: () => Gate
  /** Room that runs one after the other may share; each fills it anew. */
  readonly purses?: Purses
}

export type Purses = { readonly money: Float64Array; readonly doubts: Float64Array }

export const pursesFor = ({ weights }: Support): Purses => ({
  money: new Float64Array(weights.length),
  doubts: new Float64Array(weights.length),
})

export type Tie = {
  /** 1-based place in the order of choosing. */
  readonly round: number
  readonly projects: readonly number[]
  readonly chosen: number
}

export type SharesOutcome = {
  readonly order: readonly number[]
  readonly ties: readonly Tie[]
  /** Who paid what, once it has followed the order. */
  readonly book: ExactBook
}

type Offer = { readonly project: number; readonly low: number; readonly high: number }

type Run = {
  readonly task: SharesTask
  readonly costs: Float64Array
  readonly share: number
  /** What a person of each ballot has left; zero where that is sure, else above zero. */
  readonly money: Float64Array
  /** By how much, at most, `money` may be wrong. */
  readonly doubts: Float64Array
  mostDoubt: number
  readonly order: number[]
  readonly ties: Tie[]
  readonly waiting: number[]
  /** For each project a price that it cannot go below, already compared per cost if so asked. */
  readonly atLeast: Float64Array
  readonly gate: Gate
  /** Null in a run over a range of shares, which gives up where it cannot tell. */
  readonly book: ExactBook | null
}

const EPSILON = 2 ** -52

/** One run with the given share for each voter; the outcome is exact. */
export function runEqualShares(task: SharesTask, share: Fraction): SharesOutcome {
  const book = openBook(task.support, task.costs, share)
  const run = startRun(task, toNumber(share), 0, book)
  while (step(run) === 'going on');
  return { order: run.order, ties: run.ties, book }
}

/**
 * The outcome that every share from `low` to `high` leads to, in the same order; null where this
 * run cannot tell that there is such an outcome.
 */
export function runOverShares(
  task: SharesTask,
  low: Fraction,
  high: Fraction,
): readonly number[] | null {
  const from = toNumber(low)
  const to = toNumber(high)
  const run = startRun(task, (from + to) / 2, ((to - from) / 2) * (1 + 8 * EPSILON), null)
  for (;;) {
    const done = step(run)
    if (done === 'in doubt') return null
    if (done === 'no more') return run.order
  }
}

function startRun(task: SharesTask, share: number, doubt: number, book: ExactBook | null): Run {
  const { support, costs } = task
  const gate = task.openGate()
  const free: number[] = []
  const waiting: number[] = []
  costs.forEach((cost, project) => {
    if (support.votes[project] === 0) return
    if (cost === 0n) free.push(project)
    else waiting.push(project)
  })
  const purses = task.purses ?? pursesFor(support)
  const run: Run = {
    task,
    costs: Float64Array.from(costs, Number),
    share,
    money: purses.money.fill(share),
    doubts: purses.doubts.fill(doubt + 4 * EPSILON * share),
    mostDoubt: 0,
    order: [],
    ties: [],
    waiting,
    atLeast: new Float64Array(costs.length),
    gate,
    book,
  }
  for (const project of free.sort(task.byTieRule)) {
    if (gate.keptOut(project) !== null) continue
    run.order.push(project)
    gate.choose(project)
  }
  return run
}

function step(run: Run): 'going on' | 'no more' | 'in doubt' {
  if (run.book !== null && run.mostDoubt > 2 ** -24 * run.share) {
    run.book.follow(run.order)
    run.book.writeMoney(run.money)
    run.doubts.fill((run.order.length + 16) * 4 * EPSILON * run.share)
    run.mostDoubt = 0
  }
  const offers = bestOffers(run)
  const only = offers[0]
  if (only === undefined) return 'no more'
  if (offers.length === 1 && only.high < Number.POSITIVE_INFINITY) {
    buy(run, only.project, only.low, only.high)
    return 'going on'
  }
  return buyExactly(run, offers)
}

/** The offers that may be the best one: those that no other offer surely beats. */
function bestOffers(run: Run): Offer[] {
  const { waiting, atLeast, task } = run
  const isOpen = run.gate.isOpen
  waiting.sort((a, b) => atLeast[a]! - atLeast[b]!)
  let offers: Offer[] = []
  let bestHigh = Number.POSITIVE_INFINITY
  let kept = 0
  let at = 0
  for (; at < waiting.length; at += 1) {
    const project = waiting[at]!
    if (atLeast[project]! > bestHigh) break
    if (!isOpen && run.gate.keptOut(project) !== null) continue
    const scale = task.isPerCost ? run.costs[project]! : 1
    const low = priceNear(run, project, atLeast[project]! * scale, 1)
    if (low === Number.POSITIVE_INFINITY) continue
    waiting[kept] = project
    kept += 1
    const lowKey = Math.max(atLeast[project]!, (low / scale) * (1 - 4 * EPSILON))
    atLeast[project] = lowKey
    if (lowKey > bestHigh) continue
    const high = priceNear(run, project, low, -1)
    bestHigh = Math.min(bestHigh, (high / scale) * (1 + 4 * EPSILON))
    offers.push({ project, low, high })
  }
  for (; at < waiting.length; at += 1) {
    waiting[kept] = waiting[at]!
    kept += 1
  }
  waiting.length = kept
  offers = offers.filter(({ project }) => atLeast[project]! <= bestHigh)
  return offers
}

/**
 * The price per unit at which the supporters' money buys the project, were each to have the doubt
 * more (`side` 1, never above the true price) or less (`side` -1, never below it). Infinity where
 * their money cannot buy it. `from` is at most the price. Climbs in Newton's steps: payments grow
 * with the price along a concave line, so no step passes the answer.
 */
function priceNear(run: Run, project: number, from: number, side: 1 | -1): number {
  const { support } = run.task
  const { supporters, supporterUnits, weights } = support
  const { money, doubts } = run
  const start = support.from[project]!
  const end = support.from[project + 1]!
  const slack = (2 * (end - start) + 32) * EPSILON
  const cost = run.costs[project]! * (1 - side * slack)
  let price = from * (1 - 8 * EPSILON)
  let poorBefore = -1
  for (;;) {
    let known = 0
    let units = 0
    let poor = 0
    for (let at = start; at < end; at += 1) {
      const ballot = supporters[at]!
      const has = money[ballot]!
      if (has === 0) continue
      const unit = supporterUnits === null ? 1 : supporterUnits[at]!
      const shifted = has + side * doubts[ballot]!
      if (shifted < price * unit) {
        if (shifted > 0) known += weights[ballot]! * shifted
        poor += 1
      } else units += weights[ballot]! * unit
    }
    if (units === 0) return known >= cost ? price : Number.POSITIVE_INFINITY
    if (poor === poorBefore) return price
    poorBefore = poor
    const next = (cost - known) / units
    if (next > price) price = next
    else return price
  }
}

/** `low` and `high` enclose the price that each supporter pays per unit. */
function buy(run: Run, project: number, low: number, high: number): void {
  const { support } = run.task
  const { supporters, supporterUnits } = support
  const { money, doubts } = run
  const price = (low + high) / 2
  const more = ((high - low) / 2) * (1 + 8 * EPSILON)
  const rounding = 8 * EPSILON * run.share
  for (let at = support.from[project]!; at < support.from[project + 1]!; at += 1) {
    const ballot = supporters[at]!
    const has = money[ballot]!
    if (has === 0) continue
    const unit = supporterUnits === null ? 1 : supporterUnits[at]!
    const doubt = doubts[ballot]!
    if (has + doubt < low * unit) {
      money[ballot] = 0
      continue
    }
    const rest = has - price * unit
    money[ballot] = rest > 0 ? rest : Number.MIN_VALUE
    doubts[ballot] = doubt + more * unit + rounding
    if (doubts[ballot]! > run.mostDoubt) run.mostDoubt = doubts[ballot]!
  }
  run.order.push(project)
  run.gate.choose(project)
  run.waiting.splice(run.waiting.indexOf(project), 1)
}

function buyExactly(run: Run, offers: readonly Offer[]): 'going on' | 'no more' | 'in doubt' {
  const { task } = run
  const priced = plainPrices(run, offers) ?? bookPrices(run, offers)
  if (priced === null) return 'in doubt'
  const least = [...leastOf(priced, task.isPerCost ? task.costs : null)]
  const first = least.sort((a, b) => task.byTieRule(a.project, b.project))[0]
  if (first === undefined) {
    for (const { project } of offers) run.waiting.splice(run.waiting.indexOf(project), 1)
    return run.waiting.length === 0 ? 'no more' : 'going on'
  }
  const chosen = first.project
  if (least.length > 1) {
    const equal = least.map(({ project }) => project)
    run.ties.push({ round: run.order.length + 1, projects: equal, chosen })
  }
  const near = toNumber(first.price)
  buy(run, chosen, near * (1 - 4 * EPSILON), near * (1 + 4 * EPSILON))
  return 'going on'
}

/**
 * Exact prices without the book, where for each offer every supporter who is not surely out of
 * money can surely pay in full: cost over units. Null where that is not so.
 */
function plainPrices(run: Run, offers: readonly Offer[]): Priced[] | null {
  const { support, costs } = run.task
  const priced: Priced[] = []
  for (const { project, high } of offers) {
    let units = 0
    for (let at = support.from[project]!; at < support.from[project + 1]!; at += 1) {
      const ballot = support.supporters[at]!
      const has = run.money[ballot]!
      if (has === 0) continue
      const unit = support.supporterUnits === null ? 1 : support.supporterUnits[at]!
      if (has - run.doubts[ballot]! < high * unit) return null
      units += support.weights[ballot]! * unit
    }
    priced.push({ project, price: { n: costs[project]!, d: BigInt(units) } })
  }
  return priced
}

function bookPrices({ book, order }: Run, offers: readonly Offer[]): Priced[] | null {
  if (book === null) return null
  book.follow(order)
  return offers.flatMap(({ project }) => {
    const price = book.price(project)
    return price === null ? [] : [{ project, price }]
  })
}
