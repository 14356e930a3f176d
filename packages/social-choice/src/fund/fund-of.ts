// Makes a fund from projects and ballots in memory, with the same checks as a file.
import { ok, type Result, refuse } from '../ground/result.ts'
import { gatherBallots } from './ballot-gathering.ts'
import { compareIds, type Fund, type FundProject, type VoteType } from './fund.ts'

export type FundBallot = {
  /** Project ids; in the order of preference on ordinal ballots. */
  readonly projects: readonly string[]
  /** Whole points beside the projects, on cumulative and scoring ballots. */
  readonly points?: readonly number[]
  /** How many people cast it: a whole number of 1 or more; 1 when left out. */
  readonly people?: number
}

export type FundDraft = {
  readonly title?: string
  readonly currency?: string
  /** In smallest units, as are costs. */
  readonly budget: bigint
  readonly decimals?: number
  readonly voteType: VoteType
  readonly projects: readonly (Pick<FundProject, 'id' | 'cost'> & Partial<FundProject>)[]
  readonly ballots: Iterable<FundBallot>
}

/**
 * The fund of these projects and ballots; identical ballots become one. Refusals:
 * `fund-amount`, `fund-id`, `ballot-project`, `ballot-points`, `ballot-people`, `ballot-length`.
 */
export function fundOf(draft: FundDraft): Result<Fund> {
  const { voteType } = draft
  if (draft.budget < 0n || draft.projects.some(({ cost }) => cost < 0n)) {
    return refuse('fund-amount', 'An amount is below zero', 'Use amounts of zero or more')
  }
  const projects = draft.projects
    .map(
      ({ id, cost, name, categories, area }): FundProject => ({
        id,
        cost,
        name: name ?? '',
        categories: categories ?? [],
        area: area ?? null,
      }),
    )
    .sort((a, b) => compareIds(a.id, b.id))
  const places = new Map(projects.map(({ id }, place) => [id, place]))
  if (places.size < projects.length || places.has('')) {
    const says = 'Two projects have the same id, or one has none'
    return refuse('fund-id', says, 'Give each project its own id')
  }
  const withPoints = voteType === 'cumulative' || voteType === 'scoring'
  const gathering = gatherBallots(withPoints)
  const named = new Uint32Array(projects.length)
  const points = new Float64Array(projects.length)
  for (const ballot of draft.ballots) {
    const refused = unfit(ballot, places, voteType)
    if (refused !== null) return refused
    const entries = ballot.projects.map((id, at) => ({
      place: places.get(id) as number,
      given: ballot.points?.[at] ?? 0,
    }))
    if (voteType !== 'ordinal') entries.sort((a, b) => a.place - b.place)
    entries.forEach(({ place, given }, at) => {
      named[at] = place
      points[at] = given
    })
    gathering.add(named, points, entries.length, ballot.people ?? 1)
  }
  const ballots = gathering.gathered(1)
  if (!Number.isSafeInteger(ballots.voters)) {
    return refuse('ballot-people', 'More than 9007199254740991 people voted', 'Use fewer people')
  }
  return ok({
    title: draft.title ?? '',
    currency: draft.currency ?? '',
    budget: draft.budget,
    decimals: draft.decimals ?? 0,
    voteType,
    projects,
    ballots,
    notes: [],
  })
}

function unfit(
  { projects, points, people = 1 }: FundBallot,
  places: ReadonlyMap<string, number>,
  voteType: VoteType,
): Result<never> | null {
  const unknown = projects.find((id, at) => !places.has(id) || projects.indexOf(id) !== at)
  if (unknown !== undefined) {
    const says = `A ballot names ${unknown} twice, or it is not a project`
    return refuse('ballot-project', says, 'Name each project once, by its id')
  }
  if (voteType === 'choose-1' && projects.length > 1) {
    const says = `A ballot names ${projects.length} projects in a vote for one`
    return refuse('ballot-length', says, 'Keep one project on each ballot')
  }
  if (voteType === 'cumulative' || voteType === 'scoring') {
    const least = voteType === 'cumulative' ? 0 : -1e15
    const isFit =
      points?.length === projects.length &&
      points.every((given) => Number.isInteger(given) && given >= least && given <= 1e15)
    if (!isFit) {
      const says = 'A ballot has points that do not match its projects or cannot be counted'
      return refuse(
        'ballot-points',
        says,
        'Give each project whole points of at most 1000000000000000',
      )
    }
  }
  if (Number.isSafeInteger(people) && people >= 1) return null
  const says = `A ballot stands for ${people} people`
  return refuse('ballot-people', says, 'Use a whole number of 1 or more')
}
