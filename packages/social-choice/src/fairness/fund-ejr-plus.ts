// Whether an allocation gives every group of voters its due, and who could object when not.
import type { FundCount } from '../fund/count-fund.ts'
import type { Fund } from '../fund/fund.ts'
import type { Support, Utility } from '../fund/support.ts'
import { fraction, toDecimal } from '../ground/fraction.ts'

/** People who all voted for a project that is not funded, and who get less than their due. */
export type Witness = {
  /** The project's place in the fund's list. */
  readonly project: number
  readonly voters: number
  /** What the best served of them would get with the project added, in units of the utility. */
  readonly getsAtMost: bigint
  /** What the group could give each member by itself, in the same units, as decimal text. */
  readonly due: string
}

/**
 * Whether the chosen projects satisfy EJR+ up to one project. It fails where a group of people all
 * voted for a project `p` that is not funded, and even with `p` added the best served of them
 * would get no more than the group could give with its part of the budget: u(W ∪ {p}) ≤
 * (u(p) summed over the group) × budget / (voters × cost(p)). The witness is such a group, the
 * largest one: exactly those supporters of `p` who would get at most `getsAtMost` with it.
 *
 * @source Brill, Peters: Robust and Verifiable Proportionality Axioms for Multiwinner Voting
 * (EC 2023), sections 3 and 6; for additive utilities the bound that Peters, Pierczyński, Skowron
 * (NeurIPS 2021), theorem 2, prove of Equal Shares
 */
export function ejrPlusWitness(count: FundCount, utility: Utility): Witness | null {
  const { fund, support } = count
  const gains = gainsOf(fund, support, utility, count.order)
  const funded = new Set(count.order)
  let best: Witness | null = null
  for (let project = 0; project < fund.projects.length; project += 1) {
    if (funded.has(project) || support.votes[project] === 0) continue
    const found = witnessFor(count, utility, project, gains)
    if (found !== null && (best === null || found.voters > best.voters)) best = found
  }
  return best
}

/** What each person of a ballot gets from the chosen projects. */
function gainsOf(
  fund: Fund,
  support: Support,
  utility: Utility,
  order: readonly number[],
): readonly bigint[] {
  const worth = fund.projects.map(() => 0n)
  for (const project of order)
    worth[project] = utility === 'cost' ? fund.projects[project]!.cost : 1n
  const byUnits = utility === 'points' || utility === 'borda'
  const gains: bigint[] = []
  for (let ballot = 0; ballot < support.weights.length; ballot += 1) {
    let sum = 0n
    for (let at = support.starts[ballot]!; at < support.starts[ballot + 1]!; at += 1) {
      const each = worth[support.projects[at]!]!
      if (each === 0n) continue
      sum += byUnits && support.units !== null ? BigInt(support.units[at]!) : each
    }
    gains.push(sum)
  }
  return gains
}

function witnessFor(
  { fund, support }: FundCount,
  utility: Utility,
  project: number,
  gains: readonly bigint[],
): Witness | null {
  const { cost } = fund.projects[project]!
  const byUnits = utility === 'points' || utility === 'borda'
  const members: { gets: bigint; unit: bigint; people: number }[] = []
  for (let at = support.from[project]!; at < support.from[project + 1]!; at += 1) {
    const ballot = support.supporters[at]!
    const unit =
      utility === 'cost'
        ? cost
        : byUnits && support.supporterUnits !== null
          ? BigInt(support.supporterUnits[at]!)
          : 1n
    members.push({ gets: gains[ballot]! + unit, unit, people: support.weights[ballot]! })
  }
  members.sort((a, b) => (a.gets < b.gets ? -1 : a.gets > b.gets ? 1 : 0))
  let best: Witness | null = null
  let voters = 0
  let sum = 0n
  members.forEach(({ gets, unit, people }, at) => {
    voters += people
    sum += unit * BigInt(people)
    if (members[at + 1]?.gets === gets) return
    if (gets * BigInt(support.voters) * cost > sum * fund.budget) return
    const due = fraction(sum * fund.budget, BigInt(support.voters) * (cost === 0n ? 1n : cost))
    best = { project, voters, getsAtMost: gets, due: toDecimal(due, 2) }
  })
  return best
}
