// What a live conversation knows between two drawings: places, groups and counts.
import type { Axes, LeftOut } from './axes.ts'
import type { Points } from './k-means.ts'
import type { OpinionMap } from './opinion-map.ts'
import { emptyTally, type Tally } from './tally.ts'
import type { VoteStore } from './vote-store.ts'

/** People and statements are numbered as the store numbers them: in the order they came. */
export type Picture = {
  axes: Pick<Axes, 'centre' | 'first' | 'second'>
  leftOut: LeftOut
  x: Float64Array
  y: Float64Array
  /** -1 for a person in no group yet. */
  groupOf: Int32Array
  centres: Points
  tally: Tally
  all: Tally
  priorities: Float64Array
}

export const firstPicture = (): Picture => ({
  axes: { centre: new Float64Array(), first: new Float64Array(), second: new Float64Array() },
  leftOut: { flags: new Uint8Array(), count: 0 },
  x: new Float64Array(),
  y: new Float64Array(),
  groupOf: new Int32Array(),
  centres: { x: new Float64Array(), y: new Float64Array(), weight: new Float64Array() },
  tally: emptyTally(0, 0),
  all: emptyTally(1, 0),
  priorities: new Float64Array(),
})

/** Makes room for people and statements that came since, with no counts and no place yet. */
export function roomFor(picture: Picture, people: number, statements: number): void {
  if (picture.groupOf.length < people) {
    const room = Math.max(64, people * 2)
    const before = picture.groupOf.length
    picture.x = widened(picture.x, new Float64Array(room))
    picture.y = widened(picture.y, new Float64Array(room))
    picture.groupOf = widened(picture.groupOf, new Int32Array(room)).fill(-1, before)
  }
  if (picture.priorities.length >= statements) return
  const { centre, first, second } = picture.axes
  picture.axes = {
    centre: widened(centre, new Float64Array(statements)),
    first: widened(first, new Float64Array(statements)),
    second: widened(second, new Float64Array(statements)),
  }
  const { flags, count } = picture.leftOut
  picture.leftOut = { flags: widened(flags, new Uint8Array(statements)), count }
  picture.tally = widerTally(picture.tally, statements)
  picture.all = widerTally(picture.all, statements)
  picture.priorities = widened(picture.priorities, new Float64Array(statements))
}

type Numbers = Float64Array | Int32Array | Uint8Array

function widened<T extends Numbers>(from: T, to: T): T {
  to.set(from)
  return to
}

function widerTally(tally: Tally, statements: number): Tally {
  const wider = emptyTally(tally.groups, statements)
  wider.agrees.set(tally.agrees)
  wider.disagrees.set(tally.disagrees)
  wider.seen.set(tally.seen)
  return wider
}

/**
 * The picture after a new map: a direction that came out the other way round is turned back, and a
 * group keeps its number where most of its people were in one group before.
 */
export function redrawn(before: Picture, map: OpinionMap, store: VoteStore): Picture {
  const statementAt = Int32Array.from(map.matrix.statements, (id) => store.knownStatement(id)!)
  const personAt = Int32Array.from(map.matrix.people, (id) => store.knownPerson(id)!)
  const after = firstPicture()
  roomFor(after, store.people.length, store.statements.length)
  const turnX = turned(map.axes.first, before.axes.first, statementAt)
  const turnY = turned(map.axes.second, before.axes.second, statementAt)
  const number = keptNumbers(map, before.groupOf, personAt)
  const groups = map.grouping.count
  after.tally = emptyTally(groups, store.statements.length)
  for (let j = 0; j < statementAt.length; j += 1) {
    const to = statementAt[j]!
    after.axes.centre[to] = map.axes.centre[j]!
    after.axes.first[to] = map.axes.first[j]! * turnX
    after.axes.second[to] = map.axes.second[j]! * turnY
    after.leftOut.flags[to] = map.leftOut.flags[j]!
    moveCounts(map.all, j, 0, after.all, to, 0)
    for (let g = 0; g < groups; g += 1) moveCounts(map.tally, j, g, after.tally, to, number[g]!)
  }
  after.leftOut = { flags: after.leftOut.flags, count: map.leftOut.count }
  for (let p = 0; p < personAt.length; p += 1) {
    const to = personAt[p]!
    after.x[to] = map.places.x[p]! * turnX
    after.y[to] = map.places.y[p]! * turnY
    const group = map.grouping.of[p]!
    after.groupOf[to] = group < 0 ? -1 : number[group]!
  }
  after.centres = turnedCentres(map.grouping.centres, number, turnX, turnY)
  return after
}

function turned(now: Float64Array, before: Float64Array, at: Int32Array): 1 | -1 {
  let along = 0
  for (let j = 0; j < now.length; j += 1) along += now[j]! * (before[at[j]!] ?? 0)
  return along < 0 ? -1 : 1
}

function moveCounts(
  from: Tally,
  j: number,
  group: number,
  to: Tally,
  toJ: number,
  toGroup: number,
): void {
  const source = j * from.groups + group
  const target = toJ * to.groups + toGroup
  to.agrees[target] = from.agrees[source]!
  to.disagrees[target] = from.disagrees[source]!
  to.seen[target] = from.seen[source]!
}

/** For each new group its number: the pairs with most people in both first. */
function keptNumbers(map: OpinionMap, groupBefore: Int32Array, personAt: Int32Array): Int32Array {
  const groups = map.grouping.count
  const overlap = new Int32Array(groups * groups)
  for (let p = 0; p < personAt.length; p += 1) {
    const now = map.grouping.of[p]!
    const before = groupBefore[personAt[p]!] ?? -1
    if (now >= 0 && before >= 0 && before < groups) overlap[now * groups + before]! += 1
  }
  const number = new Int32Array(groups).fill(-1)
  const pairs = Array.from(overlap.keys()).sort((a, b) => overlap[b]! - overlap[a]! || a - b)
  for (const pair of pairs) {
    const now = Math.floor(pair / groups)
    const before = pair % groups
    if (number[now] === -1 && !number.includes(before)) number[now] = before
  }
  return number
}

function turnedCentres(centres: Points, number: Int32Array, turnX: number, turnY: number): Points {
  const x = new Float64Array(number.length)
  const y = new Float64Array(number.length)
  const weight = new Float64Array(number.length)
  for (let g = 0; g < number.length; g += 1) {
    x[number[g]!] = centres.x[g]! * turnX
    y[number[g]!] = centres.y[g]! * turnY
    weight[number[g]!] = centres.weight[g]!
  }
  return { x, y, weight }
}
