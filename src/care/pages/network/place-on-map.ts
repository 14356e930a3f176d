// Where everybody stands in the picture of a network: on their ring, names not overlapping.
import type { Id } from '../../../basics/index.ts'
import type { Ring } from '../../domain/network/facts.ts'

export type PictureSize = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  /** How far the outermost ring reaches from the middle. */
  readonly across: number
  readonly up: number
  /** How large somebody is drawn. */
  readonly dot: number
  /** The size of letters; 0 where only numbers are drawn. */
  readonly letters: number
}

export const wideSize: PictureSize = {
  name: 'wide',
  width: 760,
  height: 660,
  across: 372,
  up: 322,
  dot: 14,
  letters: 15,
}

export const narrowSize: PictureSize = {
  name: 'narrow',
  width: 340,
  height: 400,
  across: 164,
  up: 194,
  dot: 12,
  letters: 0,
}

/** How far each ring reaches, and where on it people stand, as parts of the whole. */
export const ringEdges: Readonly<Record<Ring, number>> = { 1: 0.46, 2: 0.74, 3: 1 }
const standsAt: Readonly<Record<Ring, number>> = { 1: 0.335, 2: 0.6, 3: 0.86 }

/** How large the person in the middle is drawn. */
export const middleOf = ({ name }: PictureSize): number => (name === 'wide' ? 34 : 24)

export type OnMap = { readonly member: Id; readonly ring: Ring; readonly label: string }
export type Spot = { readonly x: number; readonly y: number }
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

// A full turn in so many steps: finer is not seen, coarser finds no free place.
const STEPS = 48
const TURN = Math.PI * 2

/**
 * A spot for each, in the order given. Those of one ring stand evenly around it, turned as a
 * whole, and then moved a little each, to where names overlap least. The same list always gives
 * the same picture.
 */
export function placeOnMap(list: readonly OnMap[], size: PictureSize): ReadonlyMap<Id, Spot> {
  const angles = new Map<Id, number>()
  const fixed: Box[] = [middleBox(size), ...ringNameBoxes(size)]
  const boxes = new Map<Id, Box>()
  for (const ring of [1, 2, 3] as const) {
    const here = list.filter((one) => one.ring === ring)
    const taken = [...fixed, ...boxes.values()]
    const turned = bestTurn(here, { taken, angles: [...angles.values()] }, size)
    for (const [place, one] of here.entries()) {
      const angle = turned + (place * TURN) / here.length
      angles.set(one.member, angle)
      boxes.set(one.member, boxOf(one, angle, size))
    }
  }
  settle(list, { angles, boxes, fixed }, size)
  return new Map(
    list.map((one) => [one.member, spotAt(one.ring, angles.get(one.member) ?? 0, size)]),
  )
}

type Before = { readonly taken: readonly Box[]; readonly angles: readonly number[] }

function bestTurn(here: readonly OnMap[], { taken, angles }: Before, size: PictureSize): number {
  let best = { turn: 0, cost: Number.POSITIVE_INFINITY }
  for (let step = 0; step < STEPS; step += 1) {
    const turn = -Math.PI / 2 + (step * TURN) / STEPS
    const boxes = here.map((one, place) => boxOf(one, turn + (place * TURN) / here.length, size))
    const cost = boxes.reduce(
      (sum, box, place) =>
        sum +
        costOf(box, [...taken, ...boxes.slice(0, place)], size) +
        inLine(turn + (place * TURN) / here.length, angles),
      0,
    )
    if (cost < best.cost) best = { turn, cost }
  }
  return best.turn
}

type Placing = {
  readonly angles: Map<Id, number>
  readonly boxes: Map<Id, Box>
  readonly fixed: readonly Box[]
}

/** Each moves a little along its ring, while that makes fewer names overlap. */
function settle(list: readonly OnMap[], { angles, boxes, fixed }: Placing, size: PictureSize) {
  for (let round = 0; round < 6; round += 1) {
    for (const one of list) {
      const others = [
        ...fixed,
        ...list.flatMap(({ member }) => (member === one.member ? [] : (boxes.get(member) ?? []))),
      ]
      const turned = list.flatMap(({ member, ring }) =>
        ring === one.ring ? [] : (angles.get(member) ?? []),
      )
      const cost = (angle: number) =>
        costOf(boxOf(one, angle, size), others, size) + inLine(angle, turned)
      const now = angles.get(one.member) ?? 0
      let best = { angle: now, cost: cost(now) }
      for (let step = 1; step <= STEPS / 4 && best.cost > 0; step += 1) {
        for (const way of [1, -1]) {
          const angle = now + (way * step * TURN) / STEPS
          const found = cost(angle)
          if (found < best.cost) best = { angle, cost: found }
        }
      }
      angles.set(one.member, best.angle)
      boxes.set(one.member, boxOf(one, best.angle, size))
    }
  }
}

const spotAt = (ring: Ring, angle: number, size: PictureSize): Spot => ({
  x: size.width / 2 + Math.cos(angle) * size.across * standsAt[ring],
  y: size.height / 2 + Math.sin(angle) * size.up * standsAt[ring],
})

/** A name stands on the far side of the middle, so that no thread runs through it. */
export const isNamedAbove = (y: number, { height }: PictureSize): boolean => y < height / 2 - 8

/** What somebody takes up: the dot, and the name above or below it. */
function boxOf({ ring, label }: OnMap, angle: number, size: PictureSize): Box {
  const { x, y } = spotAt(ring, angle, size)
  const { dot, letters } = size
  const w = Math.max(dot * 2 + 6, label.length * letters * 0.56)
  const name = letters * 1.35
  const top = y - dot - 3 - (isNamedAbove(y, size) ? name : 0)
  return { x: x - w / 2, y: top, w, h: dot * 2 + 6 + name }
}

function middleBox(size: PictureSize): Box {
  const half = middleOf(size) + 4
  return { x: size.width / 2 - half, y: size.height / 2 - half, w: half * 2, h: half * 2 }
}

/** The names of the rings stand at the top of each. */
export const ringNameSpot = (ring: Ring, { width, height, up, name }: PictureSize): Spot => ({
  x: width / 2,
  y: height / 2 - up * ringEdges[ring] + (name === 'wide' ? 20 : 16),
})

const ringNameBoxes = (size: PictureSize): Box[] =>
  ([1, 2, 3] as const).map((ring) => {
    const { x, y } = ringNameSpot(ring, size)
    const w = size.name === 'wide' ? 130 : 96
    return { x: x - w / 2, y: y - 14, w, h: 18 }
  })

/** By how much a box lies over others, or out of the picture. */
function costOf(box: Box, others: readonly Box[], { width, height }: PictureSize): number {
  const inside = overlap(box, { x: 2, y: 2, w: width - 4, h: height - 4 })
  const out = box.w * box.h - inside
  return others.reduce((sum, other) => sum + overlap(box, other), out * 4)
}

// Nearer than this to somebody on another ring, a thread would run behind them.
const APART = 0.26

/** How much somebody stands in one line with those on other rings. */
function inLine(angle: number, others: readonly number[]): number {
  return others.reduce((sum, other) => {
    const turn = Math.abs(angle - other) % TURN
    const between = Math.min(turn, TURN - turn)
    return sum + Math.max(0, APART - between) * 3_000
  }, 0)
}

function overlap(one: Box, other: Box): number {
  const across = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return across > 0 && down > 0 ? across * down : 0
}
