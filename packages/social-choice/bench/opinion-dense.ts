// The opinion map written straightforwardly over a full table, to measure the sparse one against.
import type { VoteMatrix } from '../src/opinion/vote-matrix.ts'

export type DenseMap = { readonly first: number[]; readonly groupOf: number[] }

/** Full table, power iteration with deflation, plain k-means in two rounds, silhouettes. */
export function denseMap(matrix: VoteMatrix): DenseMap {
  const rows = tableOf(matrix)
  const counts = rows.map((row) => row.filter((vote) => vote !== null).length)
  const means = matrix.statements.map((_, j) => meanOf(rows.map((row) => row[j]!)))
  const table = rows.map((row) => row.map((vote, j) => (vote ?? means[j]!) - means[j]!))
  const first = strongest(table)
  const second = strongest(table.map((row) => without(row, first)))
  const places = table.map((row, p) => {
    const stretch = Math.sqrt(row.length / Math.max(1, counts[p]!))
    return [stretch * dot(row, first), stretch * dot(row, second)] as const
  })
  const base = plainKMeans(places, 100)
  const centres = centresOf(places, base, 100)
  let best = { score: -2, of: centres.map(() => 0) }
  for (let k = 2; k <= 5; k += 1) {
    const of = plainKMeans(centres, k)
    const score = silhouette(centres, of, k)
    if (score > best.score) best = { score, of }
  }
  return { first, groupOf: base.map((cluster) => best.of[cluster]!) }
}

type Place = readonly [number, number]

function tableOf(matrix: VoteMatrix): (number | null)[][] {
  return matrix.people.map((_, p) => {
    const row: (number | null)[] = matrix.statements.map(() => null)
    for (let i = matrix.starts[p]!; i < matrix.starts[p + 1]!; i += 1) {
      row[matrix.columns[i]!] = matrix.votes[i]!
    }
    return row
  })
}

function meanOf(votes: (number | null)[]): number {
  const seen = votes.filter((vote) => vote !== null)
  return seen.length === 0 ? 0 : seen.reduce((sum, vote) => sum + vote, 0) / seen.length
}

const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

const without = (row: number[], direction: number[]): number[] => {
  const along = dot(row, direction)
  return row.map((value, j) => value - along * direction[j]!)
}

/** Power iteration until the direction moves by less than 1e-9, at most 1,000 rounds. */
function strongest(table: number[][]): number[] {
  let v = table[0]!.map((_, j) => 1 + (j % 7) / 10)
  for (let round = 0; round < 1000; round += 1) {
    const image = v.map(() => 0)
    for (const row of table) {
      const along = dot(row, v)
      for (let j = 0; j < row.length; j += 1) image[j]! += along * row[j]!
    }
    const length = Math.sqrt(dot(image, image))
    const next = image.map((value) => value / length)
    const moved = Math.sqrt(next.reduce((sum, value, j) => sum + (value - v[j]!) ** 2, 0))
    v = next
    if (moved < 1e-9) break
  }
  return v
}

function plainKMeans(places: readonly Place[], k: number): number[] {
  let centres = places.slice(0, k)
  let of = places.map(() => -1)
  for (let round = 0; round < 100; round += 1) {
    const nearest = places.map((place) => {
      const far = centres.map((centre) => (place[0] - centre[0]) ** 2 + (place[1] - centre[1]) ** 2)
      return far.indexOf(Math.min(...far))
    })
    if (nearest.every((cluster, i) => cluster === of[i])) break
    of = nearest
    centres = centresOf(places, of, k)
  }
  return of
}

function centresOf(places: readonly Place[], of: readonly number[], k: number): Place[] {
  return Array.from({ length: k }, (_, c): Place => {
    const own = places.filter((_, i) => of[i] === c)
    const mean = (side: 0 | 1): number =>
      own.reduce((sum, place) => sum + place[side], 0) / Math.max(1, own.length)
    return [mean(0), mean(1)]
  })
}

function silhouette(places: readonly Place[], of: readonly number[], k: number): number {
  const scores = places.map((place, i) => {
    const to = Array.from({ length: k }, (_, c) => {
      const others = places.filter((_, j) => of[j] === c && j !== i)
      const far = others.map((other) => Math.hypot(place[0] - other[0], place[1] - other[1]))
      return others.length === 0 ? Number.NaN : far.reduce((sum, d) => sum + d, 0) / far.length
    })
    const a = to[of[i]!]!
    const b = Math.min(...to.filter((d, c) => c !== of[i] && !Number.isNaN(d)))
    return Number.isNaN(a) ? 0 : (b - a) / Math.max(a, b)
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
