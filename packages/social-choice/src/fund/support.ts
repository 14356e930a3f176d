// Who supports which project and how much, read both ways: ballot to projects, project to ballots.
import { ok, type Result, refuse } from '../ground/result.ts'
import type { Fund } from './fund.ts'

/**
 * What a funded project is worth to a person who voted for it: its cost (`cost`), one (`card`),
 * the points they gave it (`points`), or how many projects stand below it in their own ranking
 * (`borda`; the last one of a ranking has none).
 */
export const utilities = ['cost', 'card', 'points', 'borda'] as const
export type Utility = (typeof utilities)[number]

export type Support = {
  readonly voters: number
  /** People behind each distinct ballot. */
  readonly weights: Float64Array
  /** Ballot `b` supports `projects[starts[b]]` to `projects[starts[b + 1] - 1]`. */
  readonly starts: Uint32Array
  readonly projects: Uint32Array
  /** Beside `projects`: what each person gives, whole and above zero; null where always one. */
  readonly units: Float64Array | null
  /** Project `p` is supported by `supporters[from[p]]` to `supporters[from[p + 1] - 1]`. */
  readonly from: Uint32Array
  readonly supporters: Uint32Array
  /** Beside `supporters`; null where always one. */
  readonly supporterUnits: Float64Array | null
  /** People who support each project. */
  readonly votes: Float64Array
  /** For each project the sum of units over people; below zero too, for greedy scores. */
  readonly totals: Float64Array
}

/**
 * The support behind a fund's ballots. With `cost` and `card` each project that a ballot names is
 * supported alike (units of one); a project with zero points or fewer is not supported.
 * Refusals: `utility-vote-type` where the ballots do not carry what the utility needs;
 * `fund-too-large` where sums would pass 2^53.
 */
export function supportOf(fund: Fund, utility: Utility): Result<Support> {
  const { ballots } = fund
  if (utility === 'points' && ballots.points === null) {
    return refuse(
      'utility-vote-type',
      `The ballots are ${fund.voteType} and carry no points`,
      'Use a rule without points, such as mes-cost',
    )
  }
  if (utility === 'borda' && fund.voteType !== 'ordinal') {
    return refuse(
      'utility-vote-type',
      `The ballots are ${fund.voteType} and do not rank the projects`,
      'Use a rule without ranks, such as mes-cost',
    )
  }
  const given = unitsGiven(fund, utility)
  const total = totalsOf(fund, given)
  if (total.all > Number.MAX_SAFE_INTEGER) {
    return refuse(
      'fund-too-large',
      'The points of all the voters together pass 9007199254740991',
      'Use points on a smaller scale',
    )
  }
  return ok(indexed(fund, given, total.totals))
}

/** Units beside the ballots' projects, before those of zero or fewer are left out. */
function unitsGiven(fund: Fund, utility: Utility): Float64Array | null {
  const { points, starts, projects } = fund.ballots
  if (utility === 'points') return points
  if (utility !== 'borda') return null
  const units = new Float64Array(projects.length)
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const end = starts[ballot + 1]!
    for (let at = starts[ballot]!; at < end; at += 1) units[at] = end - at - 1
  }
  return units
}

function totalsOf(fund: Fund, given: Float64Array | null): { totals: Float64Array; all: number } {
  const { weights, starts, projects } = fund.ballots
  const totals = new Float64Array(fund.projects.length)
  let all = 0
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    const weight = weights[ballot]!
    for (let at = starts[ballot]!; at < starts[ballot + 1]!; at += 1) {
      const units = weight * (given === null ? 1 : given[at]!)
      totals[projects[at]!]! += units
      all += Math.abs(units)
    }
  }
  return { totals, all }
}

function indexed(fund: Fund, given: Float64Array | null, totals: Float64Array): Support {
  const { weights, voters } = fund.ballots
  const { starts, projects, units } = onlySupported(fund.ballots, given)
  const votes = new Float64Array(fund.projects.length)
  const from = new Uint32Array(fund.projects.length + 1)
  for (const project of projects) from[project + 1]! += 1
  for (let project = 0; project < fund.projects.length; project += 1) {
    from[project + 1]! += from[project]!
  }
  const next = from.slice()
  const supporters = new Uint32Array(projects.length)
  const supporterUnits = units === null ? null : new Float64Array(projects.length)
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    for (let at = starts[ballot]!; at < starts[ballot + 1]!; at += 1) {
      const project = projects[at]!
      const place = next[project]!
      next[project] = place + 1
      supporters[place] = ballot
      if (units !== null && supporterUnits !== null) supporterUnits[place] = units[at]!
      votes[project]! += weights[ballot]!
    }
  }
  return {
    voters,
    weights,
    starts,
    projects,
    units,
    from,
    supporters,
    supporterUnits,
    votes,
    totals,
  }
}

function onlySupported(
  ballots: Fund['ballots'],
  given: Float64Array | null,
): { starts: Uint32Array; projects: Uint32Array; units: Float64Array | null } {
  const { starts, projects } = ballots
  if (given === null || given.every((units) => units > 0)) return { starts, projects, units: given }
  const kept = given.reduce((sum, units) => sum + (units > 0 ? 1 : 0), 0)
  const newStarts = new Uint32Array(starts.length)
  const newProjects = new Uint32Array(kept)
  const units = new Float64Array(kept)
  let used = 0
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    for (let at = starts[ballot]!; at < starts[ballot + 1]!; at += 1) {
      if (given[at]! <= 0) continue
      newProjects[used] = projects[at]!
      units[used] = given[at]!
      used += 1
    }
    newStarts[ballot + 1] = used
  }
  return { starts: newStarts, projects: newProjects, units }
}
