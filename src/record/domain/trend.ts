// How a measured thing changed: its values sorted into pictures, never two units in one.
import type { Day, Id } from '../../basics/index.ts'
import type { Measured } from './measured.ts'

/** One entry of a thing that was measured. */
export type Reading = {
  readonly id: Id
  readonly day: Day
  readonly title: string
  readonly thing: string
  readonly measured: readonly Measured[]
}

export type Point = {
  readonly day: Day
  readonly value: number
  /** The value as it was written. */
  readonly says: string
  readonly bound: 'less' | 'more' | null
}

export type Series = {
  readonly key: string
  readonly name: string
  /** In the order of their days. */
  readonly points: readonly Point[]
  readonly bands: readonly Band[]
}

export type Band = {
  readonly from: Day
  readonly until: Day
  readonly low: number | null
  readonly high: number | null
}

/** One picture: lines that share a unit. */
export type Panel = { readonly unit: string | null; readonly series: readonly Series[] }

const LOINC = 'http://loinc.org'
const SNOMED = 'http://snomed.info/sct'

/**
 * Blood pressure is one thing under several codes, of which two are its numbers.
 * @source LOINC 85354-9 and 55284-4 (panels), 8480-6 and 8462-4; SNOMED CT 75367002, 271649006,
 * 271650006
 */
const upper = [`${LOINC}|8480-6`, `${SNOMED}|271649006`]
const lower = [`${LOINC}|8462-4`, `${SNOMED}|271650006`]
const pressure = [`${LOINC}|85354-9`, `${LOINC}|55284-4`, `${SNOMED}|75367002`, ...upper, ...lower]
const families: readonly (readonly string[])[] = [pressure]

/** The names of a thing under which its entries lie. */
export const namesOfThing = (thing: string): readonly string[] =>
  families.find((family) => family.includes(thing)) ?? [thing]

/** What is the same under another code, by the first of its codes. */
const firstOf = (key: string): string =>
  [upper, lower].find((codes) => codes.includes(key))?.[0] ?? key

/**
 * Ways of writing one unit. Spelling alone: nothing is converted, since mmol/L and mg/dL are
 * numbers that cannot stand on one line.
 * @source UCUM, table of units; facts part 16 (mass and mole)
 */
const spellings: readonly (readonly string[])[] = [
  ['mmHg', 'mm[Hg]', 'mm Hg', 'millimeter of mercury', 'millimetre of mercury'],
  ['beats a minute', '/min', '{beats}/min', 'beats/minute', 'beats/min', 'bpm'],
  ['breaths a minute', '{breaths}/min', 'breaths/minute', 'breaths/min'],
  ['°C', 'Cel', 'degC', 'C'],
  ['µmol/L', 'umol/L', 'μmol/L', 'micromol/L'],
  ['L/min', 'l/min', 'litres/min'],
  ['mL/min/1.73 m²', 'mL/min/{1.73_m2}', 'mL/min/1.73m2', 'ml/min/1.73m2', 'mL/min/1.73 m2'],
  ['10⁹/L', '10*9/L', '10^9/L', 'x10^9/L'],
  ['kg/m²', 'kg/m2', 'kg/m^2'],
]

/** A unit by the first of its spellings; one that is not known stays as it is. */
export const unitNamed = (unit: string): string =>
  spellings.find((ways) => ways.includes(unit))?.[0] ?? unit

// More lines than this cannot be told apart.
const MOST_LINES = 3

/** The pictures of a thing: those with the most values first. */
export function panelsOf(readings: readonly Reading[]): readonly Panel[] {
  const found = new Map<string | null, Map<string, { name: string; values: Value[] }>>()
  const inOrder = readings.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  for (const reading of inOrder) {
    for (const one of reading.measured) {
      if (one.number === null || one.says === null) continue
      const unit = one.unit === null ? null : unitNamed(one.unit)
      const key = firstOf(one.part ?? (one.name === null ? reading.thing : nameKey(one.name)))
      const lines = found.get(unit) ?? new Map()
      found.set(unit, lines)
      const line = lines.get(key) ?? { name: '', values: [] }
      lines.set(key, line)
      line.name = one.name ?? reading.title
      line.values.push({ day: reading.day, one, number: one.number, says: one.says })
    }
  }
  const panels = [...found].flatMap(([unit, lines]) => {
    const series = [...lines].map(([key, { name, values }]) => seriesOf(key, name, values))
    const together = series.length <= MOST_LINES
    return together ? [{ unit, series }] : series.map((one) => ({ unit, series: [one] }))
  })
  return panels.toSorted((one, other) => countOf(other) - countOf(one))
}

const nameKey = (name: string) => `name|${name.toLowerCase()}`
const countOf = ({ series }: Panel) => series.reduce((sum, { points }) => sum + points.length, 0)

type Value = {
  readonly day: Day
  readonly one: Measured
  readonly number: number
  readonly says: string
}

const seriesOf = (key: string, name: string, values: readonly Value[]): Series => ({
  key,
  name,
  points: values.map(({ day, one, number, says }) => ({
    day,
    value: number,
    says: `${one.comparator ?? ''}${says}`,
    bound: boundOf(one.comparator),
  })),
  bands: bandsOf(values),
})

const boundOf = (comparator: Measured['comparator']): Point['bound'] =>
  comparator === null ? null : comparator.startsWith('<') ? 'less' : 'more'

/** The usual range as it was at each time: a laboratory changes it, and none is carried over. */
function bandsOf(values: readonly Value[]): readonly Band[] {
  const bands: { from: Day; until: Day; low: number | null; high: number | null }[] = []
  let open: (typeof bands)[number] | null = null
  for (const { day, one } of values) {
    if (open !== null) open.until = day
    const low = one.range?.low ?? null
    const high = one.range?.high ?? null
    if (low === null && high === null) open = null
    else if (open === null || open.low !== low || open.high !== high) {
      open = { from: day, until: day, low, high }
      bands.push(open)
    }
  }
  return bands
}
