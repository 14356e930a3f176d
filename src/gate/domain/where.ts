// What a number is about: a stretch of days and some values of each dimension, cut into atoms.
import { addDays, type Day, ok, type Result, refuse } from '../../basics/index.ts'
import { refusals } from './refusals.ts'

/** Everything where a dimension is not named. Days are included on both ends. */
export type Where = {
  readonly from: Day | null
  readonly until: Day | null
  /** By the name of a dimension: the values that count. */
  readonly only: Readonly<Record<string, readonly string[]>>
}

/** How many there are on one day with these values: what a room counts for the gate. */
export type Counted = {
  readonly day: Day
  readonly at: Readonly<Record<string, string>>
  readonly count: number
}

/** The same for two that are about the same. */
export const keyOf = ({ from, until, only }: Where): string => {
  const sorted = Object.entries(only)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, values]) => [name, [...new Set(values)].sort()])
  return JSON.stringify([from, until, sorted])
}

/**
 * The coarsest parts of which every cell is a union. An atom belongs to no cell but those named;
 * whoever knows a number for each cell knows nothing about anything smaller.
 */
export type Atoms = {
  /** The cells, by place, that hold each atom. */
  readonly cellsOf: readonly (readonly number[])[]
  /** The atom where this lies; undefined where it is in no cell. */
  atomAt(day: Day, at: Readonly<Record<string, string>>): number | undefined
}

/** @source Issue 5: at most 10,000 cells */
export const MOST_ATOMS = 10_000

/** Refuses `gate-too-fine` where there would be more than 10,000. */
export function atomsOf(cells: readonly Where[]): Result<Atoms> {
  const axes = [timeAxis(cells), ...dimensionsOf(cells).map((name) => axis(cells, name))]
  // The sets of cells that share something so far: begins with all, and each axis divides it.
  let sets = new Map<string, Signature>([['', everyone(cells.length)]])
  for (const { classes } of axes) {
    const divided = new Map<string, Signature>()
    for (const set of sets.values()) {
      for (const one of classes) {
        const both = and(set, one)
        if (!isEmpty(both)) divided.set(textOf(both), both)
      }
    }
    sets = divided
    if (sets.size > MOST_ATOMS) return refuse(refusals.tooFine, { most: MOST_ATOMS })
  }
  const numbers = new Map([...sets.keys()].map((key, place) => [key, place]))
  const cellsOf = [...sets.values()].map(cellsIn)
  const seen = new Map<string, number | undefined>()
  return ok({
    cellsOf,
    atomAt(day, at) {
      const places = axes.map(({ find }) => find(day, at))
      const key = places.join()
      if (!seen.has(key)) {
        const set = places.reduce<Signature>(
          (sum, place, which) => and(sum, axes[which]?.classes[place] ?? nobody),
          everyone(cells.length),
        )
        seen.set(key, numbers.get(textOf(set)))
      }
      return seen.get(key)
    },
  })
}

const dimensionsOf = (cells: readonly Where[]): readonly string[] =>
  [...new Set(cells.flatMap(({ only }) => Object.keys(only)))].sort()

/** One way in which cells differ: its classes as sets of cells, and where something lies. */
type Axis = {
  readonly classes: readonly Signature[]
  find(day: Day, at: Readonly<Record<string, string>>): number
}

function timeAxis(cells: readonly Where[]): Axis {
  const starts = cells.flatMap(({ from }) => (from === null ? [] : [from]))
  const ends = cells.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)]))
  const cuts = [...new Set([...starts, ...ends])].sort()
  const begins: readonly (Day | null)[] = [null, ...cuts]
  const classes = begins.map((begin, place) => {
    const next = cuts[place]
    const last = next === undefined ? null : addDays(next, -1)
    return signature(cells, ({ from, until }) => {
      const begun = from === null || (begin !== null && from <= begin)
      return begun && (until === null || (last !== null && last <= until))
    })
  })
  const find = (day: Day) => {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cuts[middle] ?? day) <= day) low = middle + 1
      else high = middle
    }
    return low
  }
  return { classes, find }
}

function axis(cells: readonly Where[], name: string): Axis {
  const values = [...new Set(cells.flatMap(({ only }) => only[name] ?? []))].sort()
  const holders = cells.map(({ only }) => (only[name] === undefined ? null : new Set(only[name])))
  const others = signature(cells, (_, place) => holders[place] === null)
  const classes = values.map((value) =>
    signature(cells, (_, place) => holders[place]?.has(value) ?? true),
  )
  const places = new Map(values.map((value, place) => [value, place + 1]))
  return { classes: [others, ...classes], find: (_, at) => places.get(at[name] ?? '') ?? 0 }
}

/** A set of cells, one bit each. */
type Signature = Uint16Array

const nobody: Signature = new Uint16Array(0)

function signature(
  cells: readonly Where[],
  holds: (cell: Where, place: number) => boolean,
): Signature {
  const set = new Uint16Array(Math.ceil(cells.length / 16))
  for (const [place, cell] of cells.entries()) {
    if (holds(cell, place)) set[place >> 4] = (set[place >> 4] ?? 0) | (1 << (place & 15))
  }
  return set
}

const everyone = (count: number): Signature =>
  signature(
    Array.from({ length: count }, () => ({ from: null, until: null, only: {} })),
    () => true,
  )

const and = (one: Signature, other: Signature): Signature =>
  one.map((word, place) => word & (other[place] ?? 0))

const isEmpty = (set: Signature): boolean => set.every((word) => word === 0)

const textOf = (set: Signature): string => {
  let text = ''
  for (const word of set) text += String.fromCharCode(word)
  return text
}

const cellsIn = (set: Signature): readonly number[] => {
  const cells: number[] = []
  for (const [at, word] of set.entries()) {
    for (let bit = 0; bit < 16; bit += 1) if (word & (1 << bit)) cells.push(at * 16 + bit)
  }
  return cells
}
