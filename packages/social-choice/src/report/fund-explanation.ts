// For each project of a counted fund why it won, or by how much it missed.
import type { FundCount } from '../fund/count-fund.ts'
import { type Gate, openGate } from '../fund/limits.ts'
import { fraction } from '../ground/fraction.ts'
import { greedyMisses } from './fund-greedy-miss.ts'
import { counted, type Miss, money, moneyNear } from './fund-words.ts'

export type ProjectStory = {
  /** Place in the fund's list of projects. */
  readonly project: number
  readonly isSelected: boolean
  /** 1-based place in the order of choosing; null where it did not win. */
  readonly round: number | null
  /** How much more support would have been enough; null where no such number is known. */
  readonly missingSupport: number | null
  /** What that number counts. */
  readonly missingSupportOf: 'votes' | 'points'
  /** How much cheaper, in smallest units, would have been enough; null where that is not known. */
  readonly missingCost: bigint | null
  /** One or two plain sentences. */
  readonly says: string
}

/**
 * The story of every project in the order of the list. What is missing is enough when all else
 * stays as it was: with more votes meaning more people who vote for this project alone, each
 * bringing a share of the same size under Equal Shares; after Add1, in its last count.
 */
export function explainFund(count: FundCount): readonly ProjectStory[] {
  const rounds = new Map(count.order.map((project, at) => [project, at + 1]))
  const gate = openGate(count.fund, count.limits, count.support.votes)
  for (const project of count.order) gate.choose(project)
  const isGreedy = count.scores !== null && count.shares === null
  const missOf = isGreedy ? greedyMisses(count) : (project: number) => otherMiss(count, project)
  return count.fund.projects.map((_, project) => {
    const round = rounds.get(project)
    return round === undefined
      ? storyOfMiss(count, project, keptOutMiss(count, project, gate) ?? missOf(project))
      : storyOfWin(count, project, round)
  })
}

const unitOf = (count: FundCount): 'votes' | 'points' =>
  count.rule === 'greedy-points' ||
  (count.rule === 'greedy-cost' && count.utility !== 'cost' && count.utility !== 'card')
    ? 'points'
    : 'votes'

function storyOfWin(count: FundCount, project: number, round: number): ProjectStory {
  const { votes, totals } = count.support
  const { cost } = count.fund.projects[project]!
  const people = counted(votes[project]!, 'voter')
  let why = `It was chosen ${ordinal(round)}: ${people} for ${money(count, cost)}`
  const { shares, phragmen } = count
  if (unitOf(count) === 'points') {
    why += `, ${counted(totals[project]! / count.fund.ballots.pointUnits, 'point')}`
  }
  if (cost === 0n) why = `It costs nothing and ${counted(votes[project]!, 'voter')} named it`
  else if (shares !== null && round > shares.bought) {
    why = `It was chosen ${ordinal(round)}, with money left over after the shares: ${people}`
  } else if (shares !== null) {
    const free = count.order.filter((other) => count.fund.projects[other]!.cost === 0n).length
    const price = shares.book.prices()[round - 1]
    if (price !== undefined && round > free) {
      const each = count.support.units === null ? 'each' : 'for each unit of support'
      why = `${why}. They paid at most ${moneyNear(count, price)} ${each}`
    }
  } else if (phragmen !== null) {
    const load = phragmen.loads[round - 1]
    if (load !== undefined) why += `. Its load on each of them is ${moneyNear(count, load)}`
  }
  return {
    project,
    isSelected: true,
    round,
    missingSupport: null,
    missingSupportOf: unitOf(count),
    missingCost: null,
    says: `${why}.`,
  }
}

function storyOfMiss(count: FundCount, project: number, miss: Miss): ProjectStory {
  const { votes } = count.support
  const unit = unitOf(count)
  const { pointUnits } = count.fund.ballots
  const least = miss.missingSupport
  const support = least === null ? null : unit === 'points' ? least / pointUnits : least
  const ways = [
    ...(support === null ? [] : [`${support} more ${support === 1 ? unit.slice(0, -1) : unit}`]),
    ...(miss.missingCost === null ? [] : [`${money(count, miss.missingCost)} cheaper`]),
  ]
  const isLastCount = count.shares !== null && count.shares.raisedBy > 0
  const enough = isLastCount ? 'would have been enough in the last count' : 'would have been enough'
  const wayText =
    ways.length === 0 ? '' : ` ${ways.join(', or ')}${ways.length === 2 ? ',' : ''} ${enough}.`
  return {
    project,
    isSelected: false,
    round: null,
    missingSupport: support,
    missingSupportOf: unit,
    missingCost: miss.missingCost,
    says: votes[project] === 0 ? `Nobody voted for it.${wayText}` : `${miss.why}.${wayText}`,
  }
}

function keptOutMiss(count: FundCount, project: number, gate: Gate): Miss | null {
  const reason = gate.keptOut(project)
  const votes = count.support.votes[project]!
  const least = count.limits.minimumVotes
  if (reason === 'minimum-votes') {
    const why = `It had ${counted(votes, 'vote')} and needs at least ${least} to be counted`
    return { why, missingSupport: null, missingCost: null }
  }
  if (reason === 'bound') {
    const why = 'Its category or area has no room left within its bound'
    return { why, missingSupport: null, missingCost: null }
  }
  if (reason === 'exclusion') {
    const why = 'A project that excludes it was chosen'
    return { why, missingSupport: null, missingCost: null }
  }
  return null
}

function otherMiss(count: FundCount, project: number): Miss {
  if (count.shares !== null) return sharesMiss(count, project)
  if (count.phragmen !== null) return phragmenMiss(count, project)
  const short = count.fund.projects[project]!.cost - (count.fund.budget - count.cost)
  const why = `It did not fit in the ${money(count, count.fund.budget - count.cost)} left`
  const isSupported = count.support.votes[project]! > 0
  return { why, missingSupport: null, missingCost: isSupported && short > 0n ? short : null }
}

function sharesMiss(count: FundCount, project: number): Miss {
  const { fund, shares } = count
  const { cost } = fund.projects[project]!
  if (shares === null) throw new RangeError('Only a count by shares has shares')
  const behind = shares.book.moneyBehind(project)
  const whole = behind.n / behind.d
  const short = cost - whole
  const lack = fraction(cost * behind.d - behind.n, behind.d)
  const { share } = shares
  const perUnit = lack.d * share.n
  const people = share.n === 0n ? null : Number((lack.n * share.d + perUnit - 1n) / perUnit)
  const left = fund.budget - count.cost
  const fits = cost <= left || shares.raisedBy === 0
  const isBought = lack.n <= 0n
  const isGreedy = count.scores !== null
  const why =
    isBought || isGreedy
      ? `It did not fit in the ${money(count, left)} left`
      : `Its supporters had ${moneyNear(count, behind)} left between them ` +
        `of the ${money(count, cost)} it costs`
  const cut = cost - left
  const [smaller, larger] = cut < short ? [cut, short] : [short, cut]
  const saves = shares.raisedBy > 0 ? (isGreedy ? cut : larger) : isGreedy ? smaller : short
  return {
    why,
    missingSupport: fits && people !== null && people > 0 ? people : null,
    missingCost: saves > 0n && count.support.votes[project]! > 0 ? saves : null,
  }
}

function phragmenMiss(count: FundCount, project: number): Miss {
  const { fund, support, phragmen } = count
  if (phragmen === null) throw new RangeError('Only a count by Phragmén has loads')
  const { cost } = fund.projects[project]!
  const left = fund.budget - count.cost
  const { stop } = phragmen
  if (stop === null) {
    const why = `It costs more than the whole budget of ${money(count, fund.budget)}`
    const isSupported = support.votes[project]! > 0
    return { why, missingSupport: null, missingCost: isSupported ? cost - left : null }
  }
  if (support.votes[project] === 0) {
    return { why: 'Nobody voted for it', missingSupport: null, missingCost: null }
  }
  const votes = BigInt(support.votes[project]!)
  const load = phragmen.loadAtEnd(project)
  const names = stop.projects.map((other) => fund.projects[other]!.id).join(', ')
  const why = stop.projects.includes(project)
    ? `The count ended when it did not fit in the ${money(count, left)} left`
    : `The count ended at ${names}, which did not fit, before this one's turn`
  const over = fraction(load.n * stop.load.d - stop.load.n * load.d, load.d * stop.load.d)
  const mostLoaded = fraction(cost * over.d - votes * over.n, over.d)
  const below = (mostLoaded.n + mostLoaded.d - 1n) / mostLoaded.d - 1n
  const atMost = below < left ? below : left
  const carried = fraction(load.n * votes * stop.load.d, load.d * stop.load.n)
  const people = Number(carried.n / carried.d + 1n - votes)
  return {
    why,
    missingSupport: cost <= left && people > 0 ? people : null,
    missingCost: atMost > 0n && atMost < cost ? cost - atMost : null,
  }
}

function ordinal(place: number): string {
  const tens = place % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
}
