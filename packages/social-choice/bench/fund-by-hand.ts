// Equal Shares written straight from its definition, one voter at a time and in floats.
import type { Fund } from '../src/fund/fund.ts'

/** Winners by cost utility in the order of choosing; ties are left to the floats. */
export function sharesByHand(fund: Fund): number[] {
  const { ballots, projects } = fund
  const supporters: number[][] = projects.map(() => [])
  let voters = 0
  ballots.weights.forEach((weight, ballot) => {
    for (let person = 0; person < weight; person += 1) {
      for (let at = ballots.starts[ballot]!; at < ballots.starts[ballot + 1]!; at += 1) {
        supporters[ballots.projects[at]!]!.push(voters)
      }
      voters += 1
    }
  })
  const money = new Float64Array(voters).fill(Number(fund.budget) / voters)
  const waiting = new Set(projects.map((_, project) => project))
  const order: number[] = []
  for (;;) {
    let best = -1
    let bestKey = Number.POSITIVE_INFINITY
    let bestPayment = 0
    for (const project of waiting) {
      const cost = Number(projects[project]!.cost)
      const payment = paymentFor(money, supporters[project]!, cost)
      if (payment / cost < bestKey) {
        best = project
        bestKey = payment / cost
        bestPayment = payment
      }
    }
    if (best < 0) return order
    order.push(best)
    waiting.delete(best)
    for (const voter of supporters[best]!) {
      money[voter] = Math.max(0, money[voter]! - bestPayment)
    }
  }
}

/** The most that any supporter pays when they share the cost as evenly as they can. */
function paymentFor(money: Float64Array, supporters: readonly number[], cost: number): number {
  const has = Float64Array.from(supporters, (voter) => money[voter]!).sort()
  let rest = cost
  for (let at = 0; at < has.length; at += 1) {
    const each = rest / (has.length - at)
    if (has[at]! >= each) return each
    rest -= has[at]!
  }
  return Number.POSITIVE_INFINITY
}
