// What a city may lay down beside the budget: least votes, bounds by category or area, exclusions.
import { ok, type Result, refuse } from '../ground/result.ts'
import { compareIds, type Fund } from './fund.ts'

export type Bound = {
  readonly of: 'category' | 'area'
  readonly named: string
  /** In the fund's smallest unit; null where money is not bounded. */
  readonly atMostCost: bigint | null
  /** Null where the number of projects is not bounded. */
  readonly atMostProjects: number | null
}

export type Limits = {
  /** A project with fewer votes cannot win. */
  readonly minimumVotes: number
  readonly bounds: readonly Bound[]
  /** At most one project of each group wins. */
  readonly exclusions: readonly (readonly string[])[]
}

export const noLimits: Limits = { minimumVotes: 0, bounds: [], exclusions: [] }

/** Which reason keeps a project out, in words that follow its name. */
export type KeptOut = 'minimum-votes' | 'bound' | 'exclusion'

/** How equal scores are parted: by id as a string, or by most votes, then least cost, then id. */
export const tieRules = ['id', 'votes-cost'] as const
export type TieRule = (typeof tieRules)[number]

/** The limits as they stand during one count. All projects are places in the fund's list. */
export type Gate = {
  /** Null where the project may still be chosen. Once kept out, a project stays out. */
  keptOut(project: number): KeptOut | null
  choose(project: number): void
  /** Whether there is any limit at all. */
  readonly isOpen: boolean
}

/**
 * Checks limits against a fund. Refusals: `limit-project-unknown`, `limit-name-unknown` where
 * nothing in the fund has that category or area.
 */
export function checkLimits(fund: Fund, limits: Limits): Result<Limits> {
  const ids = new Set(fund.projects.map(({ id }) => id))
  const unknown = limits.exclusions.flat().find((id) => !ids.has(id))
  if (unknown !== undefined) {
    return refuse(
      'limit-project-unknown',
      `No project has the id ${unknown}`,
      'Use ids from the section PROJECTS in exclusions',
    )
  }
  for (const bound of limits.bounds) {
    const isThere = fund.projects.some((project) => belongs(project, bound))
    if (!isThere) {
      const names = new Set(
        fund.projects.flatMap(({ categories, area }) =>
          bound.of === 'category' ? categories : area === null ? [] : [area],
        ),
      )
      return refuse(
        'limit-name-unknown',
        `No project has the ${bound.of} ${bound.named}`,
        names.size === 0
          ? `The file names no ${bound.of}; leave this bound out`
          : `Use one of: ${[...names].sort(compareIds).slice(0, 20).join(', ')}`,
      )
    }
  }
  return ok(limits)
}

const belongs = (
  project: Pick<Fund['projects'][number], 'categories' | 'area'>,
  bound: Bound,
): boolean =>
  bound.of === 'category' ? project.categories.includes(bound.named) : project.area === bound.named

/** A gate at the start of a count, with nothing chosen. `votes` are people for each project. */
export function openGate(fund: Fund, limits: Limits, votes: Float64Array): Gate {
  const places = new Map(fund.projects.map(({ id }, place) => [id, place]))
  const groups = limits.exclusions.map((ids) => ids.map((id) => places.get(id) as number))
  const spent = limits.bounds.map(() => 0n)
  const counts = limits.bounds.map(() => 0)
  const chosen = new Set<number>()
  return {
    isOpen: limits.minimumVotes <= 0 && limits.bounds.length === 0 && groups.length === 0,
    keptOut(project) {
      if (votes[project]! < limits.minimumVotes) return 'minimum-votes'
      const offered = fund.projects[project]!
      const breaks = limits.bounds.some(
        (bound, at) =>
          belongs(offered, bound) &&
          ((bound.atMostCost !== null && spent[at]! + offered.cost > bound.atMostCost) ||
            (bound.atMostProjects !== null && counts[at]! >= bound.atMostProjects)),
      )
      if (breaks) return 'bound'
      const excluded = groups.some(
        (group) => group.includes(project) && group.some((other) => chosen.has(other)),
      )
      return excluded ? 'exclusion' : null
    },
    choose(project) {
      chosen.add(project)
      limits.bounds.forEach((bound, at) => {
        const offered = fund.projects[project]!
        if (!belongs(offered, bound)) return
        spent[at]! += offered.cost
        counts[at]! += 1
      })
    },
  }
}
