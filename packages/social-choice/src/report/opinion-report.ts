// An opinion map as plain data: every number with the statement, group or person it is about.
import { extremityOf } from '../opinion/axes.ts'
import {
  groupInformedAgreement,
  groupInformedDisagreement,
  type Majority,
} from '../opinion/consensus.ts'
import { groupName, type OpinionMap } from '../opinion/opinion-map.ts'
import type { Held } from '../opinion/representativeness.ts'
import { type Counts, countsOf } from '../opinion/tally.ts'

/** The fixed shape of `map-opinion --json`; its version follows the library's. */
export type OpinionReport = {
  readonly format: 'map-opinion/0.1'
  readonly seed: string
  readonly people: number
  /** Those with enough votes to be in a group. */
  readonly peopleInGroups: number
  readonly statements: number
  readonly votes: number
  /** The share of all difference that the map shows, left to right and bottom to top, 0 to 1. */
  readonly shares: readonly [number, number]
  readonly silhouette: number
  readonly tried: readonly { readonly groups: number; readonly silhouette: number }[]
  readonly groups: readonly GroupReport[]
  /** Statements that most of every group hold, by group-informed consensus, best first. */
  readonly consensus: {
    readonly agree: readonly ConsensusReport[]
    readonly disagree: readonly ConsensusReport[]
  }
  /** Statements that most people hold, whatever their group. */
  readonly majority: {
    readonly agree: readonly MajorityReport[]
    readonly disagree: readonly MajorityReport[]
  }
  readonly divides: readonly DivisionReport[]
  /** All statements, the one on which one more vote would tell most first. */
  readonly next: readonly { readonly statement: string; readonly priority: number }[]
  readonly results: readonly StatementReport[]
  readonly places: readonly PlaceReport[]
}

export type CountsReport = {
  readonly agrees: number
  readonly disagrees: number
  readonly passes: number
}

type GroupReport = {
  readonly group: string
  readonly people: number
  readonly x: number
  readonly y: number
  readonly holds: readonly HeldReport[]
}

type HeldReport = Omit<Held, 'statement'> & { readonly statement: string }

type ConsensusReport = { readonly statement: string; readonly consensus: number }

type MajorityReport = Omit<Majority, 'statement'> & { readonly statement: string }

type DivisionReport = {
  readonly statement: string
  readonly most: string
  readonly least: string
  readonly mostShare: number
  readonly leastShare: number
  readonly gap: number
  readonly test: number
}

export type StatementReport = CountsReport & {
  readonly statement: string
  readonly leftOut: boolean
  /** Mean vote, -1 to 1. */
  readonly mean: number
  /** The statement's part in the two directions. */
  readonly loadings: readonly [number, number]
  readonly extremity: number
  /** Group-informed consensus for agreement and for disagreement, 0 to 1. */
  readonly agreement: number
  readonly disagreement: number
  readonly priority: number
  readonly groups: Readonly<Record<string, CountsReport>>
}

type PlaceReport = {
  readonly person: string
  readonly x: number
  readonly y: number
  readonly group: string | null
}

/** Everything the map says, in plain data. */
export function opinionReport(map: OpinionMap): OpinionReport {
  const { matrix, grouping, axes } = map
  const results = matrix.statements.map((_, j) => statementReport(map, j))
  const named = <T extends { readonly statement: number }>(each: T) => ({
    ...each,
    statement: matrix.statements[each.statement]!,
  })
  return {
    format: 'map-opinion/0.1',
    seed: map.seed,
    people: matrix.people.length,
    peopleInGroups: grouping.of.filter((group) => group >= 0).length,
    statements: matrix.statements.length,
    votes: matrix.columns.length,
    shares: axes.shares,
    silhouette: grouping.silhouette,
    tried: grouping.tried,
    groups: map.held.map((held, group) => ({
      group: groupName(group),
      people: grouping.centres.weight[group]!,
      x: grouping.centres.x[group]!,
      y: grouping.centres.y[group]!,
      holds: held.map(named),
    })),
    consensus: {
      agree: heldByAll(results, grouping.count, 'agreement', 'agrees'),
      disagree: heldByAll(results, grouping.count, 'disagreement', 'disagrees'),
    },
    majority: {
      agree: map.majorities.agree.map(named),
      disagree: map.majorities.disagree.map(named),
    },
    divides: map.divisions.map((division) => ({
      ...named(division),
      most: groupName(division.most),
      least: groupName(division.least),
    })),
    next: nextOf(map),
    results,
    places: placesOf(map),
  }
}

function statementReport(map: OpinionMap, j: number): StatementReport {
  const { matrix, axes, tally, grouping } = map
  const groups: Record<string, CountsReport> = {}
  for (let group = 0; group < grouping.count; group += 1) {
    groups[groupName(group)] = withPasses(countsOf(tally, group, j))
  }
  const leftOut = map.leftOut.flags[j] === 1
  return {
    statement: matrix.statements[j]!,
    leftOut,
    ...withPasses(countsOf(map.all, 0, j)),
    mean: axes.centre[j]!,
    loadings: [axes.first[j]!, axes.second[j]!],
    extremity: leftOut ? 0 : extremityOf(axes, j),
    agreement: groupInformedAgreement(tally, j),
    disagreement: groupInformedDisagreement(tally, j),
    priority: map.priorities[j]!,
    groups,
  }
}

const withPasses = ({ agrees, disagrees, seen }: Counts): CountsReport => ({
  agrees,
  disagrees,
  passes: seen - agrees - disagrees,
})

/** At most ten statements on which more than half of the voters of every group say the same. */
function heldByAll(
  results: readonly StatementReport[],
  groups: number,
  measure: 'agreement' | 'disagreement',
  side: 'agrees' | 'disagrees',
): ConsensusReport[] {
  return results
    .filter(({ leftOut }) => !leftOut && groups > 0)
    .filter((result) =>
      Object.values(result.groups).every((counts) => counts[side] * 2 > seenIn(counts)),
    )
    .map((result) => ({ statement: result.statement, consensus: result[measure] }))
    .sort((a, b) => b.consensus - a.consensus)
    .slice(0, 10)
}

/** How many of these people voted, passes included. */
export const seenIn = ({ agrees, disagrees, passes }: CountsReport): number =>
  agrees + disagrees + passes

function nextOf({ matrix, priorities, leftOut }: OpinionMap): OpinionReport['next'] {
  return Array.from(priorities.keys())
    .filter((j) => leftOut.flags[j] === 0)
    .sort((a, b) => priorities[b]! - priorities[a]! || a - b)
    .map((j) => ({ statement: matrix.statements[j]!, priority: priorities[j]! }))
}

function placesOf({ matrix, places, grouping }: OpinionMap): PlaceReport[] {
  return matrix.people.map((person, p) => ({
    person,
    x: places.x[p]!,
    y: places.y[p]!,
    group: grouping.of[p] === -1 ? null : groupName(grouping.of[p]!),
  }))
}
