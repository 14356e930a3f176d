// Gathers ballots one by one and keeps each distinct ballot once, with how many people cast it.
import type { Ballots } from './fund.ts'

export type BallotGathering = {
  /**
   * Adds `weight` people who cast the ballot in the first `length` places of `projects`, and of
   * `points` where ballots carry points. The arrays may be used again after the call.
   */
  add(projects: Uint32Array, points: Float64Array, length: number, weight: number): void
  /** The distinct ballots in an order that does not depend on the order of adding. */
  gathered(pointUnits: number): Ballots
}

type Kept = {
  count: number
  used: number
  weights: Float64Array
  starts: Uint32Array
  projects: Uint32Array
  points: Float64Array
  slots: Int32Array
}

/** An empty gathering; `withPoints` says whether ballots carry points. */
export function gatherBallots(withPoints: boolean): BallotGathering {
  const kept: Kept = {
    count: 0,
    used: 0,
    weights: new Float64Array(64),
    starts: new Uint32Array(65),
    projects: new Uint32Array(256),
    points: new Float64Array(withPoints ? 256 : 0),
    slots: new Int32Array(256).fill(-1),
  }
  let voters = 0
  return {
    add(projects, points, length, weight) {
      voters += weight
      const mask = kept.slots.length - 1
      let slot = hashOf(projects, points, length, withPoints) & mask
      for (;;) {
        const ballot = kept.slots[slot]!
        if (ballot < 0) break
        if (isSame(kept, ballot, projects, points, length, withPoints)) {
          kept.weights[ballot]! += weight
          return
        }
        slot = (slot + 1) & mask
      }
      keep(kept, projects, points, length, weight, withPoints)
      kept.slots[slot] = kept.count - 1
      if (kept.count * 2 > kept.slots.length) enlargeSlots(kept, withPoints)
    },
    gathered: (pointUnits) => inOrder(kept, voters, withPoints, pointUnits),
  }
}

function hashOf(
  projects: Uint32Array,
  points: Float64Array,
  length: number,
  withPoints: boolean,
): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at += 1) {
    hash = Math.imul(hash ^ projects[at]!, 0x01000193)
    if (withPoints) hash = Math.imul(hash ^ (points[at]! | 0), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

function isSame(
  kept: Kept,
  ballot: number,
  projects: Uint32Array,
  points: Float64Array,
  length: number,
  withPoints: boolean,
): boolean {
  const start = kept.starts[ballot]!
  if (kept.starts[ballot + 1]! - start !== length) return false
  for (let at = 0; at < length; at += 1) {
    if (kept.projects[start + at] !== projects[at]) return false
    if (withPoints && kept.points[start + at] !== points[at]) return false
  }
  return true
}

function keep(
  kept: Kept,
  projects: Uint32Array,
  points: Float64Array,
  length: number,
  weight: number,
  withPoints: boolean,
): void {
  if (kept.count === kept.weights.length) {
    kept.weights = enlarged(kept.weights, kept.count * 2)
    kept.starts = enlarged(kept.starts, kept.count * 2 + 1)
  }
  if (kept.used + length > kept.projects.length) {
    const size = Math.max(kept.projects.length * 1.5, kept.used + length) | 0
    kept.projects = enlarged(kept.projects, size)
    if (withPoints) kept.points = enlarged(kept.points, size)
  }
  for (let at = 0; at < length; at += 1) {
    kept.projects[kept.used + at] = projects[at]!
    if (withPoints) kept.points[kept.used + at] = points[at]!
  }
  kept.weights[kept.count] = weight
  kept.count += 1
  kept.used += length
  kept.starts[kept.count] = kept.used
}

const enlarged = <T extends Float64Array | Uint32Array>(from: T, size: number): T => {
  const to = from instanceof Float64Array ? new Float64Array(size) : new Uint32Array(size)
  to.set(from)
  return to as T
}

function enlargeSlots(kept: Kept, withPoints: boolean): void {
  const slots = new Int32Array(kept.slots.length * 2).fill(-1)
  const mask = slots.length - 1
  for (let ballot = 0; ballot < kept.count; ballot += 1) {
    const start = kept.starts[ballot]!
    const end = kept.starts[ballot + 1]!
    const points = withPoints ? kept.points.subarray(start, end) : kept.points
    let slot = hashOf(kept.projects.subarray(start, end), points, end - start, withPoints) & mask
    while (slots[slot]! >= 0) slot = (slot + 1) & mask
    slots[slot] = ballot
  }
  kept.slots = slots
}

function inOrder(kept: Kept, voters: number, withPoints: boolean, pointUnits: number): Ballots {
  const order = new Uint32Array(kept.count).map((_, ballot) => ballot)
  order.sort((a, b) => compareBallots(kept, a, b, withPoints))
  const weights = new Float64Array(kept.count)
  const starts = new Uint32Array(kept.count + 1)
  const projects = new Uint32Array(kept.used)
  const points = withPoints ? new Float64Array(kept.used) : null
  let used = 0
  order.forEach((ballot, place) => {
    const start = kept.starts[ballot]!
    const end = kept.starts[ballot + 1]!
    projects.set(kept.projects.subarray(start, end), used)
    points?.set(kept.points.subarray(start, end), used)
    used += end - start
    weights[place] = kept.weights[ballot]!
    starts[place + 1] = used
  })
  return { voters, weights, starts, projects, points, pointUnits }
}

function compareBallots(kept: Kept, a: number, b: number, withPoints: boolean): number {
  const startA = kept.starts[a]!
  const startB = kept.starts[b]!
  const lengthA = kept.starts[a + 1]! - startA
  const lengthB = kept.starts[b + 1]! - startB
  for (let at = 0; at < lengthA && at < lengthB; at += 1) {
    const byProject = kept.projects[startA + at]! - kept.projects[startB + at]!
    if (byProject !== 0) return byProject
    const byPoints = withPoints ? kept.points[startA + at]! - kept.points[startB + at]! : 0
    if (byPoints !== 0) return byPoints
  }
  return lengthA - lengthB
}
