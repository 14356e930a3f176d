// By how many votes, or how much money, a project missed under a greedy rule.
import type { FundCount } from '../fund/count-fund.ts'
import { openGate } from '../fund/limits.ts'
import { type Fraction, fraction } from '../ground/fraction.ts'
import { compareScores } from '../rules/greedy.ts'
import { type Miss, money } from './fund-words.ts'

/** What a project that lost brings to a trial. */
type Trial = { readonly total: number; readonly votes: number; readonly cost: bigint }

/** The list by which the rule went; a project that lost took nothing, so it may stay in it. */
type List = {
  readonly count: FundCount
  readonly projects: readonly number[]
  /** The money left before each place, and after the last. */
  readonly left: readonly bigint[]
}

/**
 * For projects that lost under a greedy rule the least that would have been enough: more support
 * moves a project up the list and a lower cost can only help it, so both are found by halving.
 */
export function greedyMisses(count: FundCount): (project: number) => Miss {
  const list = listOf(count)
  return (project) => {
    const { support, fund } = count
    const { cost } = fund.projects[project]!
    const own: Trial = { total: support.totals[project]!, votes: support.votes[project]!, cost }
    const left = list.left[placeOf(list, project, own)]!
    return {
      why: `It did not fit in the ${money(count, left)} left when its turn came`,
      missingSupport: leastSupport(list, project, own),
      missingCost: leastCut(list, project, own),
    }
  }
}

function listOf(count: FundCount): List {
  const { fund, scores } = count
  if (scores === null) throw new RangeError('Only a greedy count has scores')
  const projects = fund.projects.map((_, project) => project)
  projects.sort(
    (a, b) => compareScores(scores[b]!, scores[a]!) || byTie(count, a, b, trialOf(count, a)),
  )
  const chosen = new Set(count.order)
  const left = [fund.budget]
  for (const project of projects) {
    const before = left[left.length - 1]!
    left.push(chosen.has(project) ? before - fund.projects[project]!.cost : before)
  }
  return { count, projects, left }
}

const trialOf = ({ support, fund }: FundCount, project: number): Trial => ({
  total: support.totals[project]!,
  votes: support.votes[project]!,
  cost: fund.projects[project]!.cost,
})

function scoreOf({ rule, utility }: FundCount, { total, votes, cost }: Trial): Fraction | null {
  if (rule === 'greedy-votes') return fraction(BigInt(votes))
  if (rule === 'greedy-points') return fraction(BigInt(total))
  if (cost === 0n) return votes > 0 && total >= 0 ? null : fraction(0n)
  if (utility === 'cost') return fraction(BigInt(votes))
  return fraction(BigInt(utility === 'card' ? votes : total), cost)
}

function byTie(count: FundCount, a: number, b: number, trialOfA: Trial): number {
  if (count.tieRule === 'id') return a - b
  const byVotes = count.support.votes[b]! - trialOfA.votes
  if (byVotes !== 0) return byVotes
  const costOfB = count.fund.projects[b]!.cost
  return trialOfA.cost < costOfB ? -1 : trialOfA.cost > costOfB ? 1 : a - b
}

/** How many projects stand before the project in the list as it would be. */
function placeOf({ count, projects }: List, project: number, trial: Trial): number {
  const score = scoreOf(count, trial)
  const scores = count.scores as readonly (Fraction | null)[]
  let low = 0
  let high = projects.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = projects[middle]!
    const compared = compareScores(scores[other]!, score) || byTie(count, project, other, trial)
    if (compared > 0) low = middle + 1
    else high = middle
  }
  return low
}

function wins(list: List, project: number, trial: Trial): boolean {
  const { count, projects, left } = list
  const place = placeOf(list, project, trial)
  if (trial.cost > left[place]!) return false
  const gate = openGate(count.fund, count.limits, count.support.votes)
  if (gate.isOpen) return true
  const before = new Set(projects.slice(0, place))
  for (const other of count.order) if (before.has(other)) gate.choose(other)
  return gate.keptOut(project) === null
}

function leastSupport(list: List, project: number, own: Trial): number | null {
  const winsWith = (more: number): boolean =>
    wins(list, project, { ...own, total: own.total + more, votes: own.votes + more })
  let enough = 1
  while (!winsWith(enough)) {
    enough *= 2
    if (enough > 2 ** 48) return null
  }
  let short = enough === 1 ? 0 : enough / 2
  while (enough - short > 1) {
    const middle = Math.floor((enough + short) / 2)
    if (winsWith(middle)) enough = middle
    else short = middle
  }
  return enough
}

function leastCut(list: List, project: number, own: Trial): bigint | null {
  const winsWith = (cut: bigint): boolean => wins(list, project, { ...own, cost: own.cost - cut })
  if (own.cost === 0n || !winsWith(own.cost)) return null
  let enough = own.cost
  let short = 0n
  while (enough - short > 1n) {
    const middle = (enough + short) / 2n
    if (winsWith(middle)) enough = middle
    else short = middle
  }
  return enough
}
