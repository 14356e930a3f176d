// Counts a fund by a named rule and says everything that the count decided.
import { type Fraction, fraction } from '../ground/fraction.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { type Completion, runAdd1 } from '../rules/completion.ts'
import { runEqualShares, type SharesTask, type Tie } from '../rules/equal-shares.ts'
import type { ExactBook } from '../rules/equal-shares-exact.ts'
import { runGreedy } from '../rules/greedy.ts'
import { runMaximinSupport } from '../rules/maximin-support.ts'
import { type PhragmenOutcome, runPhragmen } from '../rules/phragmen.ts'
import type { Fund } from './fund.ts'
import { checkLimits, type Gate, type Limits, noLimits, openGate, type TieRule } from './limits.ts'
import { type Support, supportOf, type Utility } from './support.ts'

/**
 * `greedy-cost`: by utility per cost, where a project's utility to its supporters is its cost
 * (so by votes), or their points or ranks on such ballots. `greedy-card`: by votes per cost.
 * `greedy-votes`, `greedy-points`: by votes, by points. `mes-…`: Equal Shares with that utility.
 */
export const fundRules = [
  'greedy-cost',
  'greedy-card',
  'greedy-votes',
  'greedy-points',
  'mes-cost',
  'mes-card',
  'mes-points',
  'mes-borda',
  'phragmen',
  'maximin-support',
] as const
export type FundRule = (typeof fundRules)[number]

export type FundOrder = {
  readonly rule: FundRule
  /** Only Equal Shares is completed; `none` when left out. */
  readonly completion?: Completion
  readonly limits?: Limits
  /** How exactly equal scores are parted; by id when left out. */
  readonly tieRule?: TieRule
  /** Told now and then, on long counts, which part of the budget is spent, 0 to 1. */
  readonly progress?: (part: number) => void
}

export type FundCount = {
  readonly fund: Fund
  readonly rule: FundRule
  readonly completion: Completion
  readonly tieRule: TieRule
  readonly limits: Limits
  readonly utility: Utility
  readonly support: Support
  /** Places in the fund's list of projects, in the order of choosing. */
  readonly order: readonly number[]
  readonly ties: readonly Tie[]
  readonly cost: bigint
  /** Of a greedy rule, or of a greedy completion: the score of each project. */
  readonly scores: readonly (Fraction | null)[] | null
  /** Of Equal Shares: what each voter had, and the book of payments. */
  readonly shares: SharesAccount | null
  readonly phragmen: PhragmenOutcome | null
}

export type SharesAccount = {
  readonly share: Fraction
  /** By how many whole units of money Add1 raised the share. */
  readonly raisedBy: number
  /** How many projects, first in the order, were bought with shares. */
  readonly bought: number
  readonly book: ExactBook
}

/**
 * Counts the fund. The result does not depend on the order of ballots or projects, and where two
 * projects score exactly alike the tie rule decides and the tie is told.
 * Refusals: `completion-rule`, `no-voters`, `add1-too-long`, `maximin-too-large`, those of
 * `supportOf` and of `checkLimits`.
 */
export function countFund(fund: Fund, order: FundOrder): Result<FundCount> {
  const { rule, completion = 'none', limits = noLimits, tieRule = 'id' } = order
  const isShares = rule.startsWith('mes-')
  if (!isShares && completion !== 'none') {
    return refuse(
      'completion-rule',
      `The rule ${rule} leaves nothing to complete`,
      `Leave the completion out, or use it with ${fundRules.filter(isMes).join(', ')}`,
    )
  }
  const checked = checkLimits(fund, limits)
  if (!checked.ok) return checked
  const utility = utilityOf(fund, rule)
  const support = supportOf(fund, utility)
  if (!support.ok) return support
  const base: Base = {
    ...{ fund, rule, completion, tieRule, limits, utility },
    support: support.value,
    costs: fund.projects.map(({ cost }) => cost),
    byTieRule: tieOrder(fund, support.value, tieRule),
    openGate: () => openGate(fund, limits, support.value.votes),
    progress: order.progress,
  }
  if (isShares) return countByShares(base)
  if (rule === 'phragmen') return countByPhragmen(base)
  if (rule === 'maximin-support') return countByMaximin(base)
  return ok(countGreedily(base))
}

const isMes = (rule: FundRule): boolean => rule.startsWith('mes-')

type Base = Pick<
  FundCount,
  'fund' | 'rule' | 'completion' | 'tieRule' | 'limits' | 'utility' | 'support'
> & {
  readonly costs: readonly bigint[]
  readonly byTieRule: (a: number, b: number) => number
  readonly openGate: () => Gate
  readonly progress: ((part: number) => void) | undefined
}

function utilityOf(fund: Fund, rule: FundRule): Utility {
  if (rule === 'mes-cost') return 'cost'
  if (rule === 'mes-points' || rule === 'greedy-points') return 'points'
  if (rule === 'mes-borda') return 'borda'
  if (rule !== 'greedy-cost') return 'card'
  if (fund.voteType === 'ordinal') return 'borda'
  return fund.ballots.points === null ? 'cost' : 'points'
}

function tieOrder(fund: Fund, support: Support, tieRule: TieRule): Base['byTieRule'] {
  if (tieRule === 'id') return (a, b) => a - b
  return (a, b) => {
    const byVotes = support.votes[b]! - support.votes[a]!
    if (byVotes !== 0) return byVotes
    const [costA, costB] = [fund.projects[a]!.cost, fund.projects[b]!.cost]
    return costA < costB ? -1 : costA > costB ? 1 : a - b
  }
}

/** What greedy sorts by; null stands for more than any number: something for nothing. */
export function greedyScores(
  fund: Fund,
  support: Support,
  rule: FundRule,
  utility: Utility,
): readonly (Fraction | null)[] {
  return fund.projects.map(({ cost }, project) => {
    const votes = BigInt(support.votes[project]!)
    const total = BigInt(support.totals[project]!)
    if (rule === 'greedy-votes') return fraction(votes)
    if (rule === 'greedy-points') return fraction(total)
    const gain = utility === 'cost' ? votes * cost : utility === 'card' ? votes : total
    if (cost === 0n) return votes > 0n && gain >= 0n ? null : fraction(0n)
    return fraction(gain, cost)
  })
}

const outcome = (
  base: Base,
  found: { order: readonly number[]; ties: readonly Tie[] },
  account: Partial<Pick<FundCount, 'scores' | 'shares' | 'phragmen'>>,
): FundCount => {
  const { fund, rule, completion, tieRule, limits, utility, support, costs } = base
  return {
    ...{ fund, rule, completion, tieRule, limits, utility, support },
    order: found.order,
    ties: found.ties,
    cost: found.order.reduce((sum, project) => sum + costs[project]!, 0n),
    scores: account.scores ?? null,
    shares: account.shares ?? null,
    phragmen: account.phragmen ?? null,
  }
}

function countGreedily(base: Base): FundCount {
  const scores = greedyScores(base.fund, base.support, base.rule, base.utility)
  const found = runGreedy({
    costs: base.costs,
    budget: base.fund.budget,
    scores,
    byTieRule: base.byTieRule,
    gate: base.openGate(),
    before: [],
  })
  return outcome(base, found, { scores })
}

function countByShares(base: Base): Result<FundCount> {
  const { fund, costs, support, utility, completion } = base
  if (fund.ballots.voters === 0) return noVoters()
  const task: SharesTask = {
    support,
    costs,
    isPerCost: utility === 'cost',
    byTieRule: base.byTieRule,
    openGate: base.openGate,
  }
  const share = fraction(fund.budget, BigInt(fund.ballots.voters))
  const raises = completion.startsWith('add1')
  const found = raises
    ? runAdd1({
        ...task,
        budget: fund.budget,
        voters: fund.ballots.voters,
        unit: 10n ** BigInt(fund.decimals),
        isExhaustiveStop: completion !== 'add1',
        ...(base.progress === undefined ? {} : { progress: base.progress }),
      })
    : { ...runEqualShares(task, share), share, raisedBy: 0 }
  if (found === null) {
    return refuse(
      'add1-too-long',
      'Raising the share by one, again and again, is too much work for a fund of this size',
      'Use the completion greedy, or amounts in a larger unit of money',
    )
  }
  found.book.follow(found.order)
  const { book, raisedBy } = found
  const shares = { share: found.share, raisedBy, bought: found.order.length, book }
  if (completion !== 'greedy' && completion !== 'add1u') return ok(outcome(base, found, { shares }))
  const scores = greedyScores(fund, support, base.rule, utility)
  const gate = base.openGate()
  for (const project of found.order) gate.choose(project)
  const completed = runGreedy({
    ...{ costs, budget: fund.budget, scores, gate },
    byTieRule: base.byTieRule,
    before: found.order,
  })
  const ties = [...found.ties, ...completed.ties]
  return ok(outcome(base, { order: completed.order, ties }, { shares, scores }))
}

const noVoters = (): Result<never> =>
  refuse(
    'no-voters',
    'Nobody voted, so there are no shares to spend',
    'Use a fund with at least one ballot',
  )

function countByPhragmen(base: Base): Result<FundCount> {
  const phragmen = runPhragmen({
    support: base.support,
    costs: base.costs,
    budget: base.fund.budget,
    byTieRule: base.byTieRule,
    gate: base.openGate(),
  })
  return ok(outcome(base, phragmen, { phragmen }))
}

function countByMaximin(base: Base): Result<FundCount> {
  const found = runMaximinSupport({
    support: base.support,
    costs: base.costs,
    budget: base.fund.budget,
    byTieRule: base.byTieRule,
    gate: base.openGate(),
    ...(base.progress === undefined ? {} : { progress: base.progress }),
  })
  return found.ok ? ok(outcome(base, found.value, {})) : found
}

/** The ids of the chosen projects in the order of strings. */
export const selectedIds = (count: FundCount): string[] =>
  [...count.order].sort((a, b) => a - b).map((project) => count.fund.projects[project]!.id)
