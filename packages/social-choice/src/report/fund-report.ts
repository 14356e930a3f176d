// A counted fund as one JSON document and as text that a person can read.

import { ejrPlusWitness } from '../fairness/fund-ejr-plus.ts'
import { effectiveSupport, measureFund } from '../fairness/fund-measures.ts'
import { type FundCount, selectedIds } from '../fund/count-fund.ts'
import { amountText } from '../fund/fund.ts'
import type { Utility } from '../fund/support.ts'
import { explainFund, type ProjectStory } from './fund-explanation.ts'

export type EjrPlusReport = {
  /** What a funded project is taken to be worth to those who voted for it. */
  readonly utility: Utility
  readonly holds: boolean
  readonly witness: {
    readonly project: string
    readonly voters: number
    readonly getsAtMost: string
    readonly due: string
    readonly says: string
  } | null
}

export type FundReport = {
  /** The shape and its version: major and minor of the library. */
  readonly format: 'count-budget/0.1'
  readonly rule: string
  readonly completion: string
  /** Project ids in the order of strings. */
  readonly selected: readonly string[]
  /** Project ids in the order of choosing. */
  readonly order: readonly string[]
  readonly cost: number
  readonly budget: number
  readonly currency: string
  readonly voters: number
  /** By how many whole units of money Add1 raised each voter's share; null without shares. */
  readonly shareRaisedBy: number | null
  readonly tieRule: string
  /** Each place where projects scored exactly alike, and which one the tie rule chose. */
  readonly ties: readonly {
    readonly round: number
    readonly projects: readonly string[]
    readonly chosen: string
  }[]
  readonly fairness: {
    readonly spent: number
    readonly averageSatisfaction: { readonly projects: number; readonly cost: number }
    readonly votersWithNothing: number
    readonly shareWithNothing: number
    /** The least of a funded project, the greatest of another; null where there is none. */
    readonly effectiveSupport: {
      readonly leastFunded: number | null
      readonly greatestNotFunded: number | null
    }
    readonly ejrPlusUpToOne: readonly EjrPlusReport[]
  }
  readonly projects: readonly ProjectReport[]
  readonly notes: readonly string[]
}

export type ProjectReport = {
  readonly id: string
  readonly name: string
  readonly cost: number
  readonly votes: number
  readonly selected: boolean
  readonly round: number | null
  readonly effectiveSupport: number
  /** How much more support, or how much less cost, would have been enough. */
  readonly missing: {
    readonly support: number | null
    readonly supportOf: 'votes' | 'points'
    readonly cost: number | null
  } | null
  readonly says: string
}

/** Everything that the count decided, how it is judged, and why each project won or did not. */
export function reportFund(count: FundCount): FundReport {
  const { fund, order, shares } = count
  const id = (project: number): string => fund.projects[project]!.id
  const amount = (units: bigint): number => Number(amountText(units, fund.decimals))
  const effective = effectiveSupport(count)
  return {
    format: 'count-budget/0.1',
    rule: count.rule,
    completion: count.completion,
    selected: selectedIds(count),
    order: order.map(id),
    cost: amount(count.cost),
    budget: amount(fund.budget),
    currency: fund.currency,
    voters: count.support.voters,
    shareRaisedBy: shares === null ? null : shares.raisedBy,
    tieRule: count.tieRule,
    ties: count.ties.map((tie) => ({
      round: tie.round,
      projects: tie.projects.map(id),
      chosen: id(tie.chosen),
    })),
    fairness: {
      ...measureFund(count),
      effectiveSupport: extremes(count, effective),
      ejrPlusUpToOne: judged(count).map((utility) => ejrReport(count, utility)),
    },
    projects: explainFund(count).map((story) => projectReport(count, story, effective)),
    notes: [...fund.notes, ...notesOn(count)],
  }
}

function projectReport(
  { fund, support }: FundCount,
  story: ProjectStory,
  effective: Float64Array,
): ProjectReport {
  const { id, name, cost } = fund.projects[story.project]!
  const { missingCost } = story
  const amount = (units: bigint): number => Number(amountText(units, fund.decimals))
  return {
    id,
    name,
    cost: amount(cost),
    votes: support.votes[story.project]!,
    selected: story.isSelected,
    round: story.round,
    effectiveSupport: effective[story.project]!,
    missing: story.isSelected
      ? null
      : {
          support: story.missingSupport,
          supportOf: story.missingSupportOf,
          cost: missingCost === null ? null : amount(missingCost),
        },
    says: story.says,
  }
}

function extremes(
  { order }: FundCount,
  effective: Float64Array,
): FundReport['fairness']['effectiveSupport'] {
  const funded = new Set(order)
  let least: number | null = null
  let greatest: number | null = null
  effective.forEach((support, project) => {
    if (funded.has(project)) least = Math.min(least ?? support, support)
    else greatest = Math.max(greatest ?? support, support)
  })
  return { leastFunded: least, greatestNotFunded: greatest }
}

/** By which utilities an allocation is judged: by the rule's own, or by both for approvals. */
const judged = ({ utility }: FundCount): Utility[] =>
  utility === 'points' || utility === 'borda' ? [utility] : ['cost', 'card']

function ejrReport(count: FundCount, utility: Utility): EjrPlusReport {
  const found = ejrPlusWitness(count, utility)
  if (found === null) return { utility, holds: true, witness: null }
  const { fund } = count
  const measure = (units: bigint): string =>
    utility === 'cost'
      ? amountText(units, fund.decimals)
      : utility === 'points'
        ? amountText(units, Math.round(Math.log10(fund.ballots.pointUnits)))
        : units.toString()
  const project = fund.projects[found.project]!.id
  const getsAtMost = measure(found.getsAtMost)
  const due =
    utility === 'cost' || utility === 'points' ? dueIn(count, utility, found.due) : found.due
  const what = { cost: 'in cost', card: 'in projects', points: 'in points', borda: 'in ranks' }
  const says =
    `${found.voters} voters for ${project} could with their part of the budget give each member ` +
    `${due} ${what[utility]}; even with ${project} added none of them gets more than ${getsAtMost}.`
  return {
    utility,
    holds: false,
    witness: { project, voters: found.voters, getsAtMost, due, says },
  }
}

function dueIn({ fund }: FundCount, utility: 'cost' | 'points', due: string): string {
  const units = utility === 'cost' ? 10 ** fund.decimals : fund.ballots.pointUnits
  return units === 1 ? due : String(Math.round((Number(due) / units) * 100) / 100)
}

function notesOn(count: FundCount): string[] {
  const { fund, utility } = count
  const carries = fund.ballots.points !== null ? 'points' : 'ranks'
  const isPlain = fund.ballots.points === null && fund.voteType !== 'ordinal'
  if (isPlain || (utility !== 'cost' && utility !== 'card')) return []
  return [`The rule ${count.rule} counts each project named alike and leaves the ${carries} aside`]
}

/** The report as lines of text. */
export function fundReportText(report: FundReport, title: string): string {
  const { fairness } = report
  const amount = (value: number): string =>
    `${value}${report.currency === '' ? '' : ` ${report.currency}`}`
  const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`
  const chosen = report.order.map((id) => report.projects.find((project) => project.id === id)!)
  const others = report.projects.filter(({ selected }) => !selected)
  const line = (project: ProjectReport): string[] => [
    `  ${project.id}  ${project.name === '' ? '' : `${project.name}, `}${amount(project.cost)}`,
    `      ${project.says}`,
  ]
  const completed = report.completion === 'none' ? '' : `, completed by ${report.completion}`
  return [
    ...(title === '' ? [] : [title]),
    `Counted by ${report.rule}${completed}: ${report.voters} voters.`,
    `${chosen.length} of ${report.projects.length} projects are funded for ` +
      `${amount(report.cost)} of ${amount(report.budget)} (${percent(fairness.spent)}).`,
    ...(chosen.length === 0 ? [] : ['', 'Funded', ...chosen.flatMap(line)]),
    ...(others.length === 0 ? [] : ['', 'Not funded', ...others.flatMap(line)]),
    '',
    'How it treats the voters',
    `  ${fairness.votersWithNothing} voters (${percent(fairness.shareWithNothing)}) get nothing ` +
      'that they voted for.',
    `  The average voter gets ${fairness.averageSatisfaction.projects} of the projects they ` +
      `voted for, which cost ${amount(fairness.averageSatisfaction.cost)}.`,
    ...fairness.ejrPlusUpToOne.map(({ utility, witness }) =>
      witness === null
        ? `  Every group gets its due up to one project, measured by ${utility} (EJR+ up to one).`
        : `  A group falls short, measured by ${utility} (EJR+ up to one): ${witness.says}`,
    ),
    '',
    report.ties.length === 0 ? 'There was no tie.' : `Ties (parted by ${report.tieRule})`,
    ...report.ties.map((tie) => `  Round ${tie.round}: ${tie.projects.join(', ')} → ${tie.chosen}`),
    ...report.notes.map((note) => `Note: ${note}.`),
    '',
  ].join('\n')
}
