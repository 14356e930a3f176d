// The two directions in which people differ most, and where each person lies along them.
import type { SeededChance } from '../ground/seeded.ts'
import { type Effort, leadingDirections } from './leading-directions.ts'
import type { VoteMatrix } from './vote-matrix.ts'

export type Axes = {
  /** Mean vote on each statement among those who voted on it, -1 to 1; 0 where left out. */
  readonly centre: Float64Array
  /** Unit loadings, one a statement: the way people differ most. All 0 if nobody differs. */
  readonly first: Float64Array
  /** At right angles to the first: the way they differ most after that. */
  readonly second: Float64Array
  /** The share of all difference that each direction shows, 0 to 1. */
  readonly shares: readonly [number, number]
  /** How exactly the directions were found; below 1e-9 is exact for any use. */
  readonly residual: number
}

/** Statements left out by moderation: `flags[j]` is 1 for each, `count` is how many. */
export type LeftOut = { readonly flags: Uint8Array; readonly count: number }

/** Where people lie: person `p` is at `x[p]` on the first direction and `y[p]` on the second. */
export type Places = { readonly x: Float64Array; readonly y: Float64Array }

/**
 * The two principal directions of the votes. A vote not cast counts as the mean of its statement,
 * so it pulls nobody anywhere; a statement left out counts as 0 for everybody. The sign of a
 * direction means nothing, so it is chosen: the cubes of its loadings have a sum of 0 or more.
 *
 * @source Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, "Polis: Scaling Deliberation by
 * Mapping High Dimensional Opinion Spaces", Recerca 26(2), section 3 (imputation by column mean,
 * two components).
 */
export function axesOf(
  matrix: VoteMatrix,
  out: LeftOut,
  chance: SeededChance,
  effort?: Effort,
): Axes {
  const centre = centreOf(matrix, out)
  const size = matrix.statements.length
  const kept = (v: Float64Array): Float64Array =>
    out.count === 0 ? v : v.map((part, j) => (out.flags[j] === 1 ? 0 : part))
  const multiply = (v: Float64Array, image: Float64Array): void => {
    spreadTimes(matrix, centre, kept(v), image)
    image.set(kept(image))
  }
  const found = leadingDirections(size, 2, multiply, chance, effort)
  const total = totalSpread(matrix, centre, out)
  const share = (value: number): number => (total === 0 ? 0 : value / total)
  return {
    centre,
    first: kept(facing(found.vectors[0]!)),
    second: kept(facing(found.vectors[1]!)),
    shares: [share(found.values[0]!), share(found.values[1]!)],
    residual: found.residual,
  }
}

function centreOf(matrix: VoteMatrix, out: LeftOut): Float64Array {
  const sums = new Float64Array(matrix.statements.length)
  const seen = new Float64Array(matrix.statements.length)
  for (let i = 0; i < matrix.columns.length; i += 1) {
    sums[matrix.columns[i]!]! += matrix.votes[i]!
    seen[matrix.columns[i]!]! += 1
  }
  return sums.map((sum, j) => (out.flags[j] === 1 || seen[j] === 0 ? 0 : sum / seen[j]!))
}

/** `image` becomes YᵗY·v, where Y is votes less the centre: one pass over the votes cast. */
function spreadTimes(
  matrix: VoteMatrix,
  centre: Float64Array,
  v: Float64Array,
  image: Float64Array,
): void {
  const { starts, columns, votes } = matrix
  image.fill(0)
  for (let p = 0; p < starts.length - 1; p += 1) {
    const from = starts[p]!
    const to = starts[p + 1]!
    let along = 0
    for (let i = from; i < to; i += 1) {
      const j = columns[i]!
      along += (votes[i]! - centre[j]!) * v[j]!
    }
    for (let i = from; i < to; i += 1) {
      const j = columns[i]!
      image[j]! += (votes[i]! - centre[j]!) * along
    }
  }
}

function totalSpread(matrix: VoteMatrix, centre: Float64Array, out: LeftOut): number {
  let total = 0
  for (let i = 0; i < matrix.columns.length; i += 1) {
    const j = matrix.columns[i]!
    const beyond = matrix.votes[i]! - centre[j]!
    if (out.flags[j] === 0) total += beyond * beyond
  }
  return total
}

function facing(direction: Float64Array): Float64Array {
  const cubes = direction.reduce((sum, loading) => sum + loading * loading * loading, 0)
  return cubes < 0 ? direction.map((loading) => -loading) : direction
}

/**
 * Where each person lies. Someone who voted on little is drawn towards the middle by the votes
 * they did not cast; the factor √(statements / votes) undoes that. A statement left out counts as
 * voted on by all, with 0.
 * @source Small et al. 2021, section 3; the factor is the projection of the Polis mathematics.
 */
export function placesOf(matrix: VoteMatrix, axes: Axes, out: LeftOut): Places {
  const people = matrix.people.length
  const x = new Float64Array(people)
  const y = new Float64Array(people)
  const place: [number, number] = [0, 0]
  for (let p = 0; p < people; p += 1) {
    const from = matrix.starts[p]!
    const row = {
      statements: matrix.columns.subarray(from, matrix.starts[p + 1]!),
      votes: matrix.votes.subarray(from, matrix.starts[p + 1]!),
    }
    placeOfRow(row, axes, out, place)
    x[p] = place[0]
    y[p] = place[1]
  }
  return { x, y }
}

type Row = {
  readonly statements: ArrayLike<number>
  readonly votes: ArrayLike<number>
}

/** Where one person's votes put them; written to `place`. */
export function placeOfRow(
  row: Row,
  axes: Pick<Axes, 'centre' | 'first' | 'second'>,
  out: LeftOut,
  place: [number, number],
): void {
  let x = 0
  let y = 0
  let cast = out.count
  for (let i = 0; i < row.statements.length; i += 1) {
    const j = row.statements[i]!
    if (out.flags[j] === 1) continue
    cast += 1
    const beyond = row.votes[i]! - axes.centre[j]!
    x += beyond * axes.first[j]!
    y += beyond * axes.second[j]!
  }
  const stretch = Math.sqrt(axes.centre.length / Math.max(1, cast))
  place[0] = stretch * x
  place[1] = stretch * y
}

/**
 * How far a statement lies from the middle of the map: the place of somebody who voted on it
 * alone, and agreed. A statement left out has 0.
 */
export function extremityOf(
  { centre, first, second }: Pick<Axes, 'centre' | 'first' | 'second'>,
  statement: number,
): number {
  const x = first[statement]!
  const y = second[statement]!
  return Math.sqrt(centre.length) * (1 - centre[statement]!) * Math.sqrt(x * x + y * y)
}
