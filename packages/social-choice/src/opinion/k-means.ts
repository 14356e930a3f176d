// Points on a map gathered into clusters around their means, the same way for the same seed.
import type { SeededChance } from '../ground/seeded.ts'

/** Points with how many people stand at each; a weight of at least 1. */
export type Points = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
}

/** Clusters are numbered from 0; `of[i]` is the cluster of point `i`. No cluster is empty. */
export type Clusters = {
  readonly of: Int32Array
  readonly centres: Points
  /** Sum over points of weight × squared distance to the mean of their cluster. */
  readonly inertia: number
}

/**
 * Weighted k-means: seeds drawn far apart (k-means++), then Lloyd's rounds until nothing moves or
 * `rounds` have passed. Fewer than `k` clusters come back when there are fewer distinct points.
 * Order the points by `inMapOrder` first and their labels have no influence.
 * @source Arthur and Vassilvitskii 2007, "k-means++: The Advantages of Careful Seeding", SODA,
 * section 2.2; Lloyd 1982, IEEE Trans. Inf. Theory 28, 129-137.
 */
export function kMeans(points: Points, k: number, chance: SeededChance, rounds: number): Clusters {
  const of = seededFarApart(points, k, chance)
  let centres = meansOf(points, of, Math.min(k, points.x.length))
  for (let round = 0; round < rounds; round += 1) {
    if (!moveToNearest(points, centres, of)) break
    centres = meansOf(points, of, centres.x.length)
  }
  return { of, centres, inertia: inertiaOf(points, of, centres) }
}

/** The numbers of the points from left to right, then from bottom to top. */
export function inMapOrder(x: Float64Array, y: Float64Array): Int32Array {
  return Int32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || a - b)
}

/** The nearest seed of each point; up to `k`, drawn by squared distance to those before. */
function seededFarApart(points: Points, k: number, chance: SeededChance): Int32Array {
  const { x, y, weight } = points
  const of = new Int32Array(x.length)
  const distance = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY)
  const pull = Float64Array.from(weight)
  for (let seed = 0; seed < k; seed += 1) {
    const next = drawn(pull, chance)
    if (next < 0) break
    for (let i = 0; i < x.length; i += 1) {
      const dx = x[i]! - x[next]!
      const dy = y[i]! - y[next]!
      const apart = dx * dx + dy * dy
      if (apart < distance[i]!) {
        distance[i] = apart
        of[i] = seed
      }
      pull[i] = weight[i]! * distance[i]!
    }
  }
  return of
}

/** A number drawn with chances in proportion, or -1 when all are 0. */
export function drawn(proportions: Float64Array, chance: SeededChance): number {
  let total = 0
  for (let i = 0; i < proportions.length; i += 1) total += proportions[i]!
  if (total === 0) return -1
  const target = (chance.below(2 ** 32) / 2 ** 32) * total
  let passed = 0
  let last = -1
  for (let i = 0; i < proportions.length; i += 1) {
    if (proportions[i] === 0) continue
    last = i
    passed += proportions[i]!
    if (passed > target) return i
  }
  return last
}

/**
 * Moves each point to the nearest centre; whether any moved. Centres are looked at from the own
 * one outwards, to the right and to the left: one farther across than the nearest so far is far
 * cannot be nearer, nor can those beyond it, so the search ends there, with the same answer. At
 * equal distance a point stays.
 */
function moveToNearest(points: Points, centres: Points, of: Int32Array): boolean {
  const order = inMapOrder(centres.x, centres.y)
  const cx = Float64Array.from(order, (c) => centres.x[c]!)
  const cy = Float64Array.from(order, (c) => centres.y[c]!)
  const rank = new Int32Array(order.length)
  for (let at = 0; at < order.length; at += 1) rank[order[at]!] = at
  let moved = false
  for (let i = 0; i < of.length; i += 1) {
    const own = rank[of[i]!]!
    const nearest = nearestFrom(own, points.x[i]!, points.y[i]!, cx, cy)
    if (nearest === own) continue
    of[i] = order[nearest]!
    moved = true
  }
  return moved
}

function nearestFrom(
  own: number,
  x: number,
  y: number,
  cx: Float64Array,
  cy: Float64Array,
): number {
  let nearest = own
  let shortest = (x - cx[own]!) * (x - cx[own]!) + (y - cy[own]!) * (y - cy[own]!)
  for (let step = 1; step >= -1; step -= 2) {
    for (let c = own + step; c >= 0 && c < cx.length; c += step) {
      const dx = cx[c]! - x
      if (dx * step > 0 && dx * dx >= shortest) break
      const dy = cy[c]! - y
      const apart = dx * dx + dy * dy
      if (apart >= shortest) continue
      shortest = apart
      nearest = c
    }
  }
  return nearest
}

/** Means of the clusters; empty ones go, and `of` is numbered anew without them. */
function meansOf(points: Points, of: Int32Array, k: number): Points {
  const x = new Float64Array(k)
  const y = new Float64Array(k)
  const weight = new Float64Array(k)
  for (let i = 0; i < of.length; i += 1) {
    const c = of[i]!
    x[c]! += points.weight[i]! * points.x[i]!
    y[c]! += points.weight[i]! * points.y[i]!
    weight[c]! += points.weight[i]!
  }
  const number = new Int32Array(k)
  let used = 0
  for (let c = 0; c < k; c += 1) {
    if (weight[c] === 0) continue
    x[used] = x[c]! / weight[c]!
    y[used] = y[c]! / weight[c]!
    weight[used] = weight[c]!
    number[c] = used
    used += 1
  }
  if (used < k) for (let i = 0; i < of.length; i += 1) of[i] = number[of[i]!]!
  return { x: x.slice(0, used), y: y.slice(0, used), weight: weight.slice(0, used) }
}

function inertiaOf(points: Points, of: Int32Array, centres: Points): number {
  let sum = 0
  for (let i = 0; i < of.length; i += 1) {
    const dx = points.x[i]! - centres.x[of[i]!]!
    const dy = points.y[i]! - centres.y[of[i]!]!
    sum += points.weight[i]! * (dx * dx + dy * dy)
  }
  return sum
}

/**
 * How well clusters are kept apart, -1 to 1: the mean over people of (b - a) / max(a, b), where a
 * is the mean distance to the others of their cluster and b to the nearest other cluster. Someone
 * alone in a cluster counts 0. People at one point count as many. 0 for fewer than two clusters.
 * @source Rousseeuw 1987, "Silhouettes", J. Comput. Appl. Math. 20, 53-65.
 */
export function silhouetteOf(points: Points, clusters: Clusters): number {
  const { of, centres } = clusters
  const k = centres.x.length
  if (k < 2) return 0
  let sum = 0
  let people = 0
  const towards = new Float64Array(k)
  for (let i = 0; i < of.length; i += 1) {
    towards.fill(0)
    for (let j = 0; j < of.length; j += 1) {
      const dx = points.x[i]! - points.x[j]!
      const dy = points.y[i]! - points.y[j]!
      towards[of[j]!]! += points.weight[j]! * Math.sqrt(dx * dx + dy * dy)
    }
    people += points.weight[i]!
    const own = of[i]!
    if (centres.weight[own]! <= 1) continue
    const within = towards[own]! / (centres.weight[own]! - 1)
    let beyond = Number.POSITIVE_INFINITY
    for (let c = 0; c < k; c += 1) {
      if (c !== own) beyond = Math.min(beyond, towards[c]! / centres.weight[c]!)
    }
    const widest = Math.max(within, beyond)
    if (widest > 0) sum += (points.weight[i]! * (beyond - within)) / widest
  }
  return sum / people
}
