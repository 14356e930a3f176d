// Rules for funds written out as plainly as can be, in fractions, to compare the library with.
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
} from '../src/ground/fraction.ts'

/** Units of support of each voter for each project, zero where there is none. */
export type Plain = {
  readonly budget: bigint
  readonly costs: readonly bigint[]
  readonly voters: readonly (readonly number[])[]
}

const zero = fraction(0n)
const whole = (n: number | bigint): Fraction => fraction(BigInt(n))
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero)
const less = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) < 0

const supportersOf = ({ voters }: Plain, project: number): number[] =>
  voters.map((_, voter) => voter).filter((voter) => voters[voter]![project]! > 0)

/** The price at which the voters can pay for the project; null where they never can. */
function price(fund: Plain, money: readonly Fraction[], project: number): Fraction | null {
  const units = (voter: number): Fraction => whole(fund.voters[voter]![project]!)
  const supporters = supportersOf(fund, project).sort((a, b) =>
    compareFractions(over(money[a]!, units(a)), over(money[b]!, units(b))),
  )
  let rest = whole(fund.costs[project]!)
  for (let at = 0; at < supporters.length; at += 1) {
    const each = over(rest, sum(supporters.slice(at).map(units)))
    const poorest = supporters[at]!
    if (!less(money[poorest]!, times(each, units(poorest)))) return each
    rest = minus(rest, money[poorest]!)
  }
  return null
}

export function sharesByHand(fund: Plain, share: Fraction, isPerCost: boolean): number[] {
  const money = fund.voters.map(() => share)
  const projects = fund.costs.map((_, project) => project)
  const order = projects.filter(
    (project) => fund.costs[project] === 0n && supportersOf(fund, project).length > 0,
  )
  const waiting = new Set(projects.filter((project) => fund.costs[project] !== 0n))
  for (;;) {
    let best: { project: number; key: Fraction; each: Fraction } | null = null
    for (const project of waiting) {
      const each = price(fund, money, project)
      if (each === null) continue
      const key = isPerCost ? over(each, whole(fund.costs[project]!)) : each
      if (best === null || less(key, best.key)) best = { project, key, each }
    }
    if (best === null) return order
    const { project, each } = best
    order.push(project)
    waiting.delete(project)
    fund.voters.forEach((units, voter) => {
      const due = times(each, whole(units[project]!))
      money[voter] = less(money[voter]!, due) ? zero : minus(money[voter]!, due)
    })
  }
}

export function add1ByHand(fund: Plain, isPerCost: boolean, isExhaustiveStop: boolean): number[] {
  const supported = fund.costs.map((_, at) => at).filter((at) => supportersOf(fund, at).length > 0)
  let before: number[] = []
  for (let raise = 0n; ; raise += 1n) {
    const share = plus(fraction(fund.budget, BigInt(fund.voters.length)), whole(raise))
    const order = sharesByHand(fund, share, isPerCost)
    const left = order.reduce((rest, project) => rest - fund.costs[project]!, fund.budget)
    if (left < 0n) return before
    const others = supported.filter((project) => !order.includes(project))
    if (others.length === 0) return order
    if (isExhaustiveStop && others.every((project) => fund.costs[project]! > left)) return order
    before = order
  }
}

export function greedyByHand(
  fund: Plain,
  scores: readonly Fraction[],
  before: readonly number[],
): number[] {
  const order = [...before]
  let left = order.reduce((rest, project) => rest - fund.costs[project]!, fund.budget)
  const waiting = new Set(fund.costs.map((_, at) => at).filter((at) => !order.includes(at)))
  while (waiting.size > 0) {
    let best = -1
    for (const project of waiting) {
      if (best < 0 || less(scores[best]!, scores[project]!)) best = project
    }
    waiting.delete(best)
    if (fund.costs[best]! > left) continue
    left -= fund.costs[best]!
    order.push(best)
  }
  return order
}

export function phragmenByHand(fund: Plain): number[] {
  const loads = fund.voters.map(() => zero)
  const order: number[] = []
  let left = fund.budget
  const waiting = new Set(
    fund.costs
      .map((_, at) => at)
      .filter((at) => supportersOf(fund, at).length > 0 && fund.costs[at]! <= fund.budget),
  )
  for (;;) {
    let least: number[] = []
    let best = zero
    for (const project of waiting) {
      const supporters = supportersOf(fund, project)
      const carried = plus(whole(fund.costs[project]!), sum(supporters.map((at) => loads[at]!)))
      const load = over(carried, whole(supporters.length))
      const compared = least.length === 0 ? -1 : compareFractions(load, best)
      if (compared < 0) least = []
      if (compared <= 0) {
        best = load
        least.push(project)
      }
    }
    const chosen = least[0]
    if (chosen === undefined || least.some((project) => fund.costs[project]! > left)) return order
    for (const voter of supportersOf(fund, chosen)) loads[voter] = best
    left -= fund.costs[chosen]!
    order.push(chosen)
    waiting.delete(chosen)
  }
}

export function maximinByHand(fund: Plain): number[] {
  const all = fund.costs.map((_, at) => at).filter((at) => supportersOf(fund, at).length > 0)
  const order = all.filter((project) => fund.costs[project] === 0n)
  const paid: number[] = []
  let left = fund.budget
  for (;;) {
    let best: { project: number; value: Fraction } | null = null
    for (const project of all) {
      if (order.includes(project) || fund.costs[project]! > left) continue
      const value = leastOverSets(fund, [...paid, project])
      if (best === null || less(best.value, value)) best = { project, value }
    }
    if (best === null) return order
    order.push(best.project)
    paid.push(best.project)
    left -= fund.costs[best.project]!
  }
}

/** People who voted for any of the set by what the set costs, the least over all its subsets. */
function leastOverSets(fund: Plain, projects: readonly number[]): Fraction {
  let least: Fraction | null = null
  for (let mask = 1; mask < 2 ** projects.length; mask += 1) {
    const set = projects.filter((_, at) => (mask >> at) & 1)
    const people = fund.voters.filter((units) => set.some((project) => units[project]! > 0)).length
    const cost = set.reduce((total, project) => total + fund.costs[project]!, 0n)
    const value = fraction(BigInt(people), cost)
    if (least === null || less(value, least)) least = value
  }
  return least as Fraction
}

/** Whether some group of voters could object by EJR+ up to one project, over all the groups. */
export function isObjectedTo(
  fund: Plain,
  order: readonly number[],
  worth: (voter: number, project: number) => bigint,
): boolean {
  const gets = fund.voters.map((units, voter) =>
    order.reduce((total, at) => total + (units[at]! > 0 ? worth(voter, at) : 0n), 0n),
  )
  return fund.costs.some((cost, project) => {
    if (order.includes(project)) return false
    const supporters = supportersOf(fund, project)
    for (let mask = 1; mask < 2 ** supporters.length; mask += 1) {
      const group = supporters.filter((_, at) => (mask >> at) & 1)
      const gain = group.reduce((total, voter) => total + worth(voter, project), 0n)
      const isShort = group.every(
        (voter) =>
          (gets[voter]! + worth(voter, project)) * BigInt(fund.voters.length) * cost <=
          gain * fund.budget,
      )
      if (isShort) return true
    }
    return false
  })
}
