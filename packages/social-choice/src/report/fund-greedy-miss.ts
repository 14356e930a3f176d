// By how many votes, or how much money, a project missed under a greedy rule, by trying again.
import type { FundCount } from '../fund/count-fund.ts'
import { openGate } from '../fund/limits.ts'
import { type Fraction, fraction } from '../ground/fraction.ts'
import { compareScores } from '../rules/greedy.ts'
import { type Miss, money } from './fund-explanation.ts'

/**
 * The least that would have been enough: more support moves a project up the list and a lower cost
 * can only help it, so both are found by halving, each trial being the whole rule down to it.
 */
export function greedyMiss(count: FundCount, project: number): Miss {
  const { fund, support } = count
  const { cost } = fund.projects[project]!
  const trial = trialOf(count, project)
  const left = trial.leftAt(support.totals[project]!, support.votes[project]!, cost)
  const why = `It did not fit in the ${money(count, left)} left when its turn came`
  return {
    why,
    missingSupport: leastSupport(count, trial, project),
    missingCost: leastCut(trial, cost, count, project),
  }
}

type Trial = {
  wins(total: number, votes: number, cost: bigint): boolean
  leftAt(total: number, votes: number, cost: bigint): bigint
}

function trialOf(count: FundCount, project: number): Trial {
  const { fund, support, scores, rule, utility } = count
  if (scores === null) throw new RangeError('Only a greedy count has scores')
  const others = fund.projects
    .map((_, other) => other)
    .filter((other) => other !== project)
    .sort((a, b) => compareScores(scores[b]!, scores[a]!) || byTie(count, a, b))
  const scoreOf = (total: number, votes: number, cost: bigint): Fraction | null => {
    if (rule === 'greedy-votes') return fraction(BigInt(votes))
    if (rule === 'greedy-points') return fraction(BigInt(total))
    if (utility === 'cost') return cost === 0n && votes > 0 ? null : fraction(BigInt(votes))
    if (cost === 0n) return total > 0 ? null : fraction(0n)
    return fraction(BigInt(utility === 'card' ? votes : total), cost)
  }
  const turn = (total: number, votes: number, cost: bigint): { left: bigint; isOut: boolean } => {
    const score = scoreOf(total, votes, cost)
    const gate = openGate(fund, count.limits, support.votes)
    let left = fund.budget
    for (const other of others) {
      const compared = compareScores(scores[other]!, score)
      if (compared < 0) break
      if (compared === 0 && byTie(count, project, other, votes, cost) < 0) break
      const asks = fund.projects[other]!.cost
      if (asks > left || gate.keptOut(other) !== null) continue
      left -= asks
      gate.choose(other)
    }
    return { left, isOut: gate.keptOut(project) !== null }
  }
  return {
    leftAt: (total, votes, cost) => turn(total, votes, cost).left,
    wins: (total, votes, cost) => {
      const { left, isOut } = turn(total, votes, cost)
      return !isOut && cost <= left
    },
  }
}

function byTie(
  count: FundCount,
  a: number,
  b: number,
  votesOfA = count.support.votes[a]!,
  costOfA = count.fund.projects[a]!.cost,
): number {
  if (count.tieRule === 'id') return a - b
  const byVotes = count.support.votes[b]! - votesOfA
  const costOfB = count.fund.projects[b]!.cost
  return byVotes !== 0 ? byVotes : costOfA < costOfB ? -1 : costOfA > costOfB ? 1 : a - b
}

function leastSupport(count: FundCount, trial: Trial, project: number): number | null {
  const { support, fund } = count
  const { cost } = fund.projects[project]!
  const total = support.totals[project]!
  const votes = support.votes[project]!
  const wins = (more: number): boolean => trial.wins(total + more, votes + more, cost)
  let enough = 1
  while (!wins(enough)) {
    enough *= 2
    if (enough > 2 ** 40) return null
  }
  let short = enough === 1 ? 0 : enough / 2
  while (enough - short > 1) {
    const middle = Math.floor((enough + short) / 2)
    if (wins(middle)) enough = middle
    else short = middle
  }
  return enough
}

function leastCut(trial: Trial, cost: bigint, count: FundCount, project: number): bigint | null {
  const total = count.support.totals[project]!
  const votes = count.support.votes[project]!
  const wins = (cut: bigint): boolean => trial.wins(total, votes, cost - cut)
  if (cost === 0n || !wins(cost)) return null
  let enough = cost
  let short = 0n
  while (enough - short > 1n) {
    const middle = (enough + short) / 2n
    if (wins(middle)) enough = middle
    else short = middle
  }
  return enough
}
