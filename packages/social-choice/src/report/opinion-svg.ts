// The opinion map as a picture that needs no colour to be read, with words for those who hear it.
import type { Points } from '../opinion/k-means.ts'
import { groupName, type OpinionMap } from '../opinion/opinion-map.ts'
import { counted } from './opinion-text.ts'

const width = 640
const height = 520
const margin = 56
/** On paper `#faf7f2` each has a contrast of at least 5 to 1. */
const inks = ['#0f4f4b', '#a4161a', '#1d4f91', '#7a3e00', '#5b2a86']

/**
 * The map as an SVG of 640 × 520. A mark stands for people who answered nearly alike, its size for
 * how many; groups differ by shape, letter and outline, then by colour. Those in no group are not
 * drawn. `id` makes the ids of title and description unlike others on a page.
 */
export function opinionSvg(map: OpinionMap, id = 'opinion-map'): string {
  const { base, groupOfBase, count, centres } = map.grouping
  const frame = frameOf(base.centres)
  const groups = Array.from({ length: count }, (_, group) => {
    const own = Array.from(groupOfBase.keys()).filter((i) => groupOfBase[i] === group)
    const marks = own.map((i) => {
      const { x, y, weight } = base.centres
      return markOf(group, frame.across(x[i]!), frame.up(y[i]!), frame.radius(weight[i]!))
    })
    const points = own.map(
      (i): Point => [frame.across(base.centres.x[i]!), frame.up(base.centres.y[i]!)],
    )
    const ink = inks[group % inks.length]!
    return `<g fill="${ink}" stroke="${ink}">${outlineOf(points)}${marks.join('')}</g>`
  })
  const labels = Array.from({ length: count }, (_, group) =>
    labelOf(
      group,
      centres.weight[group]!,
      frame.across(centres.x[group]!),
      frame.up(centres.y[group]!),
    ),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">Map of ${counted(count, 'group', 'groups')} who answer alike</title>`,
    `<desc id="${id}-description">${descriptionOf(map)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#faf7f2"/>`,
    ...groups,
    ...labels,
    '</svg>',
  ].join('\n')
}

function descriptionOf({ grouping }: OpinionMap): string {
  const groups = Array.from(grouping.centres.x.keys()).map((group) => {
    const people = counted(grouping.centres.weight[group]!, 'person', 'people')
    const where = whereabouts(grouping.centres, group)
    return `Group ${groupName(group)}: ${people}, drawn as ${shapeNames[group]}, ${where}.`
  })
  return [
    'People who answer alike stand close together.',
    'Left, right, top and bottom have no meaning of their own.',
    ...groups,
    'The table after the picture says the same.',
  ].join(' ')
}

const shapeNames = ['circles', 'squares', 'triangles', 'diamonds', 'crosses']

/** Where a group lies as seen from the middle of the picture. */
export function whereabouts(centres: Points, group: number): string {
  const x = centres.x[group]!
  const y = centres.y[group]!
  if (Math.abs(x) < 0.25 && Math.abs(y) < 0.25) return 'in the middle'
  const across = x < 0 ? 'on the left' : 'on the right'
  const up = y < 0 ? 'at the bottom' : 'at the top'
  if (Math.abs(x) > 2 * Math.abs(y)) return across
  return Math.abs(y) > 2 * Math.abs(x) ? up : `${up}, ${across}`
}

type Frame = {
  across(x: number): number
  up(y: number): number
  radius(people: number): number
}

/** The same scale in both directions, so that distance on the picture is distance in answers. */
function frameOf({ x, y, weight }: Points): Frame {
  const [left, right] = ends(x)
  const [low, high] = ends(y)
  const across = (right - left) / (width - 2 * margin)
  const up = (high - low) / (height - 2 * margin)
  const scale = across === 0 && up === 0 ? 1 : 1 / Math.max(across, up)
  const most = weight.reduce((a, b) => Math.max(a, b), 1)
  return {
    across: (value) => width / 2 + (value - (left + right) / 2) * scale,
    up: (value) => height / 2 - (value - (low + high) / 2) * scale,
    radius: (people) => 4 + 14 * Math.sqrt(people / Math.max(most, 25)),
  }
}

function ends(values: Float64Array): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return values.length === 0 ? [0, 0] : [low, high]
}

function markOf(group: number, x: number, y: number, r: number): string {
  const ink = 'fill-opacity="0.55" stroke-width="1.5"'
  if (group % 5 === 0) return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(r)}" ${ink}/>`
  const corners = shapes[group % 5]!
  const points = corners.map(([dx, dy]): Point => [x + dx * r, y + dy * r])
  return `<polygon points="${joined(points)}" ${ink}/>`
}

type Point = readonly [number, number]

/** Corners about the middle, for a radius of 1: square, triangle, diamond, cross. */
const shapes: readonly (readonly Point[])[] = [
  [],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.15],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  [
    [0, -1.25],
    [1.05, 0],
    [0, 1.25],
    [-1.05, 0],
  ],
  [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ],
]

function outlineOf(points: readonly Point[]): string {
  const hull = hullOf(points)
  if (hull.length < 3) return ''
  const line = 'fill-opacity="0.08" stroke-width="2" stroke-dasharray="6 4"'
  return `<polygon points="${joined(hull)}" ${line}/>`
}

/**
 * The smallest convex outline, anticlockwise on the picture's axes.
 * @source Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions".
 */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const turn = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

function labelOf(group: number, people: number, x: number, y: number): string {
  const text = `${groupName(group)} · ${counted(people, 'person', 'people')}`
  const place = `x="${at(x)}" y="${at(y)}" text-anchor="middle" dominant-baseline="middle"`
  return `<text ${place} ${lettering}>${text}</text>`
}

const lettering = [
  `font-family="'Atkinson Hyperlegible Next', sans-serif" font-size="20" font-weight="700"`,
  'fill="#1f2a2e" stroke="#faf7f2" stroke-width="5" paint-order="stroke"',
].join(' ')

const joined = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${at(x)},${at(y)}`).join(' ')

/** To a tenth of a unit: the same picture on every machine, and a small file. */
const at = (value: number): string => String(Math.round(value * 10) / 10)
