// How an allocation treats the voters: spent, satisfaction, who gets nothing, effective support.
import type { FundCount } from '../fund/count-fund.ts'
import { fraction, toDecimal } from '../ground/fraction.ts'

export type FundMeasures = {
  /** Part of the budget that is spent, 0 to 1. */
  readonly spent: number
  /** What the average voter gets of the projects they voted for. */
  readonly averageSatisfaction: {
    /** How many of them are funded. */
    readonly projects: number
    /** What those cost, in units of money. */
    readonly cost: number
  }
  readonly votersWithNothing: number
  /** Part of all voters without any funded project that they voted for, 0 to 1. */
  readonly shareWithNothing: number
}

/** The measures of a count. With nobody voting, parts of voters are zero. */
export function measureFund(count: FundCount): FundMeasures {
  const { fund, support } = count
  const funded = new Uint8Array(fund.projects.length)
  for (const project of count.order) funded[project] = 1
  let named = 0n
  let cost = 0n
  for (const project of count.order) {
    const votes = BigInt(support.votes[project]!)
    named += votes
    cost += votes * fund.projects[project]!.cost
  }
  let withNothing = 0
  for (let ballot = 0; ballot < support.weights.length; ballot += 1) {
    let has = false
    for (let at = support.starts[ballot]!; at < support.starts[ballot + 1]! && !has; at += 1) {
      has = funded[support.projects[at]!] === 1
    }
    if (!has) withNothing += support.weights[ballot]!
  }
  const voters = BigInt(support.voters)
  const unit = 10n ** BigInt(fund.decimals)
  return {
    spent: part(count.cost, fund.budget),
    averageSatisfaction: { projects: part(named, voters), cost: part(cost, voters * unit) },
    votersWithNothing: withNothing,
    shareWithNothing: part(BigInt(withNothing), voters),
  }
}

/** `n / d` to six decimals; zero where `d` is zero. */
const part = (n: bigint, d: bigint): number => (d === 0n ? 0 : Number(toDecimal(fraction(n, d), 6)))

/**
 * For each project, the part of its cost that its supporters have to give, 0 and up, when every
 * voter starts with an equal share of the budget: for a funded project when its turn comes, each
 * turn taking what the supporters pay; for another at the end. At 1 they can pay for it alone.
 * Shown, never decided by.
 *
 * @source the ledger of Equal Shares (Peters, Pierczyński, Skowron, NeurIPS 2021), laid over any
 * allocation; supporters pay alike, or by their points, and nobody pays more than they have
 */
export function effectiveSupport(count: FundCount): Float64Array {
  const { fund, support } = count
  const money = new Float64Array(support.weights.length)
  money.fill(support.voters === 0 ? 0 : Number(fund.budget) / support.voters)
  const result = new Float64Array(fund.projects.length).fill(-1)
  for (const project of count.order) {
    const cost = Number(fund.projects[project]!.cost)
    const has = moneyBehind(count, money, project)
    result[project] = ratioTo(has, cost)
    charge(count, money, project, cost, has)
  }
  fund.projects.forEach((offered, project) => {
    if (result[project]! >= 0) return
    result[project] = ratioTo(moneyBehind(count, money, project), Number(offered.cost))
  })
  return result
}

const ratioTo = (has: number, cost: number): number =>
  cost === 0 ? 1 : Math.round((has / cost) * 10_000) / 10_000

function moneyBehind({ support }: FundCount, money: Float64Array, project: number): number {
  let sum = 0
  for (let at = support.from[project]!; at < support.from[project + 1]!; at += 1) {
    const ballot = support.supporters[at]!
    sum += support.weights[ballot]! * money[ballot]!
  }
  return sum
}

function charge(
  { support }: FundCount,
  money: Float64Array,
  project: number,
  cost: number,
  has: number,
): void {
  const start = support.from[project]!
  const end = support.from[project + 1]!
  const unitAt = (at: number): number =>
    support.supporterUnits === null ? 1 : support.supporterUnits[at]!
  let price = has <= cost ? Number.POSITIVE_INFINITY : 0
  for (let before = -1; price < Number.POSITIVE_INFINITY; ) {
    let known = 0
    let units = 0
    for (let at = start; at < end; at += 1) {
      const ballot = support.supporters[at]!
      if (money[ballot]! < price * unitAt(at)) known += support.weights[ballot]! * money[ballot]!
      else units += support.weights[ballot]! * unitAt(at)
    }
    if (units === before || units === 0) break
    before = units
    price = Math.max(price, (cost - known) / units)
  }
  for (let at = start; at < end; at += 1) {
    const ballot = support.supporters[at]!
    money[ballot] = Math.max(0, money[ballot]! - price * unitAt(at))
  }
}
