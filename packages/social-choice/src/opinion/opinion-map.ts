// The map of a conversation: who answers alike, what each group holds, what all hold.

import { ok, type Result, refuse } from '../ground/result.ts'
import { digestOf, seededChance } from '../ground/seeded.ts'
import { type Axes, axesOf, extremityOf, type LeftOut, type Places, placesOf } from './axes.ts'
import { type Division, divisionsOf, type Majority, majoritiesOf } from './consensus.ts'
import { bestSilhouette, type Grouping, groupPeople, takingPart } from './grouping.ts'
import type { Effort } from './leading-directions.ts'
import { priorityOf } from './next-statement.ts'
import { type Held, heldBy } from './representativeness.ts'
import { countsOfAll, type Tally, tallyOf, tallyOfAll } from './tally.ts'
import { type VoteMatrix, votesByPerson } from './vote-matrix.ts'

export type MapOptions = {
  /** An even number of hexadecimal digits. The same votes and seed give the same map. */
  readonly seed: string
  /** Statements left out by moderation. */
  readonly leftOut?: ReadonlySet<string>
  /** Statements about the conversation itself, such as who somebody is. */
  readonly aboutItself?: ReadonlySet<string>
  /** Which number of groups to take; by default the best silhouette. */
  readonly choose?: (tried: Grouping['tried']) => number
  /** How exactly the directions are found; thoroughly unless told. */
  readonly effort?: Effort
}

/** Numbers of people and statements are places in `matrix.people` and `matrix.statements`. */
export type OpinionMap = {
  readonly seed: string
  readonly matrix: VoteMatrix
  readonly leftOut: LeftOut
  readonly axes: Axes
  readonly places: Places
  readonly grouping: Grouping
  /** Votes of each group, and of everybody as one group. */
  readonly tally: Tally
  readonly all: Tally
  /** For each group the statements that tell it apart, most telling first. */
  readonly held: readonly (readonly Held[])[]
  readonly majorities: {
    readonly agree: readonly Majority[]
    readonly disagree: readonly Majority[]
  }
  readonly divisions: readonly Division[]
  /** How much one more vote on each statement would tell; 0 for those left out. */
  readonly priorities: Float64Array
}

/**
 * The map of the votes as they stand. It depends on the votes and the seed alone: not on the order
 * in which they were cast, nor on any map made before.
 *
 * Refusals: `no-votes`, `seed-not-hexadecimal`.
 */
export function mapOpinions(matrix: VoteMatrix, options: MapOptions): Result<OpinionMap> {
  if (!isSeed(options.seed)) return refuseSeed(options.seed)
  if (matrix.columns.length === 0) {
    return refuse('no-votes', 'There are no votes to map', 'Give at least one vote')
  }
  const leftOut = flagsOf(matrix.statements, options.leftOut)
  const meta = flagsOf(matrix.statements, options.aboutItself)
  const axes = axesOf(matrix, leftOut, chanceFor(options.seed, 'axes'), options.effort)
  const places = placesOf(matrix, axes, leftOut)
  const grouping = groupPeople(
    places,
    takingPart(votesByPerson(matrix), matrix.statements.length),
    chanceFor(options.seed, 'groups'),
    options.choose ?? bestSilhouette,
  )
  const tally = tallyOf(matrix, grouping.count, grouping.of)
  const all = tallyOfAll(matrix)
  const skip = leftOut.flags
  const held = Array.from({ length: grouping.count }, (_, group) => heldBy(tally, group, skip))
  return ok({
    seed: options.seed,
    matrix,
    leftOut,
    axes,
    places,
    grouping,
    tally,
    all,
    held,
    majorities: majoritiesOf(all, skip),
    divisions: divisionsOf(tally, skip),
    priorities: prioritiesOf(tally, axes, leftOut, meta),
  })
}

export const isSeed = (seed: string): boolean => /^([0-9a-f]{2})+$/i.test(seed)

export const refuseSeed = (seed: string): Result<never> =>
  refuse(
    'seed-not-hexadecimal',
    `The seed “${seed}” is not an even number of hexadecimal digits`,
    'Use digits 0 to 9 and letters a to f, two for each byte, such as 2026c0de',
  )

/** A stream of chance of its own for each use, so that no use moves another. */
export const chanceFor = (seed: string, use: string) =>
  seededChance(digestOf(`${seed.toLowerCase()} ${use}`))

function flagsOf(statements: readonly string[], chosen: ReadonlySet<string> | undefined): LeftOut {
  const flags = new Uint8Array(statements.length)
  let count = 0
  for (const [j, id] of statements.entries()) {
    if (chosen?.has(id) !== true) continue
    flags[j] = 1
    count += 1
  }
  return { flags, count }
}

function prioritiesOf(tally: Tally, axes: Axes, leftOut: LeftOut, meta: LeftOut): Float64Array {
  return axes.centre.map((_, j) => {
    if (leftOut.flags[j] === 1) return 0
    return priorityOf(countsOfAll(tally, j), extremityOf(axes, j), meta.flags[j] === 1)
  })
}

/** The name of a group: A for the first, then B, C… */
export const groupName = (group: number): string => String.fromCharCode(65 + group)
