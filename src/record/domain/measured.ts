// What an observation measured: each value as it was written, with its unit, range and sign.
import { tidyLine } from '../../basics/index.ts'
import {
  codeOf,
  type Json,
  listOf,
  member,
  type Resource,
  textAt,
  textOf,
} from '../../fhir/index.ts'

/** One value of one observation; an observation with components has one for each. */
export type Measured = {
  /** The code of the component, `system|code`; null where the observation itself has the value. */
  readonly part: string | null
  /** What the component is called. */
  readonly name: string | null
  /** As a number, for a line; null where it is words, a code, or missing. */
  readonly number: number | null
  /** As it was written: 1.10 stays 1.10. What it says where it is no number. */
  readonly says: string | null
  /** Where only a bound was measured. @source HL7 FHIR R4, quantity-comparator */
  readonly comparator: '<' | '<=' | '>=' | '>' | null
  readonly unit: string | null
  readonly range: Range | null
  /** What who measured it says of it: H, L, A… @source HL7 v3 ObservationInterpretation */
  readonly flag: string | null
  /** Why there is no value, where that is said. @source HL7 FHIR R4, data-absent-reason */
  readonly absent: string | null
}

export type Range = {
  readonly low: number | null
  readonly high: number | null
  readonly says: string
}

/** The values of an observation in their order; none for what measures nothing. */
export function measuredIn(resource: Resource, received: string): readonly Measured[] {
  if (resource.resourceType !== 'Observation') return []
  const whole = valueIn(resource, null, (...names) => textAt(received, ...names))
  const parts = listOf(resource.component).map((part, place) =>
    valueIn(part, partOf(part), (...names) => textAt(received, 'component', place, ...names)),
  )
  return [whole, ...parts].filter((one) => one !== null).map(tidied)
}

const tidied = (one: Measured): Measured => ({
  ...one,
  part: lineOrNull(one.part),
  name: lineOrNull(one.name),
  says: lineOrNull(one.says),
  unit: lineOrNull(one.unit),
  flag: lineOrNull(one.flag),
  absent: lineOrNull(one.absent),
  range: one.range === null ? null : { ...one.range, says: tidyLine(one.range.says).slice(0, 300) },
})

const lineOrNull = (text: string | null): string | null =>
  text === null ? null : tidyLine(text).slice(0, 500) || null

type Part = { readonly code: string | null; readonly name: string | null }

function partOf(part: Json): Part {
  const code = codeOf(member(part, 'code'))
  const known = code?.code == null ? null : `${code.system ?? ''}|${code.code}`
  return { code: known, name: code?.words ?? null }
}

type Written = (...names: readonly string[]) => string | null

function valueIn(holder: Json, part: Part | null, written: Written): Measured | null {
  const range = rangeOf(member(holder, 'referenceRange'))
  const flag = codeOf(listOf(member(holder, 'interpretation'))[0])
  const absent = codeOf(member(holder, 'dataAbsentReason'))?.words ?? null
  const about = {
    part: part?.code ?? null,
    name: part?.name ?? null,
    range,
    flag: flag?.code ?? flag?.words ?? null,
    absent,
  }
  const quantity = member(holder, 'valueQuantity')
  const number = member(quantity, 'value')
  if (typeof number === 'number') {
    const unit = textOf(member(quantity, 'unit')) ?? textOf(member(quantity, 'code'))
    const says = plainNumber(number, written('valueQuantity', 'value'))
    return { ...about, number, says, comparator: comparatorOf(quantity), unit }
  }
  const whole = member(holder, 'valueInteger')
  if (typeof whole === 'number') {
    return { ...about, number: whole, says: String(whole), comparator: null, unit: null }
  }
  const says = wordsOf(holder)
  if (says === null && absent === null) return null
  return { ...about, number: null, says, comparator: null, unit: null }
}

const comparators = ['<', '<=', '>=', '>'] as const
const comparatorOf = (quantity: Json | undefined): Measured['comparator'] =>
  comparators.find((one) => one === member(quantity, 'comparator')) ?? null

/** The number as it was written, unless a machine wrote many decimals. */
function plainNumber(value: number, written: string | null): string {
  const plain = written ?? String(value)
  return /\.\d{4,}|e/i.test(plain) ? String(Number(value.toPrecision(4))) : plain
}

/** Values that are no quantity: words, codes, yes and no, moments, ranges, ratios. */
function wordsOf(holder: Json): string | null {
  const plain = codeOf(member(holder, 'valueCodeableConcept'))?.words
  if (plain !== null && plain !== undefined) return plain
  for (const name of ['valueString', 'valueDateTime', 'valueTime']) {
    const text = textOf(member(holder, name))
    if (text !== null) return text
  }
  const yes = member(holder, 'valueBoolean')
  if (typeof yes === 'boolean') return yes ? 'Yes' : 'No'
  const from = quantityWords(member(holder, 'valueRange', 'low'))
  const to = quantityWords(member(holder, 'valueRange', 'high'))
  if (from !== null || to !== null) return between(from, to)
  const over = quantityWords(member(holder, 'valueRatio', 'numerator'))
  const under = quantityWords(member(holder, 'valueRatio', 'denominator'))
  return over === null || under === null ? null : `${over} : ${under}`
}

export function quantityWords(quantity: Json | undefined): string | null {
  const value = member(quantity, 'value')
  if (typeof value !== 'number') return null
  const unit = textOf(member(quantity, 'unit')) ?? textOf(member(quantity, 'code'))
  const number = `${comparatorOf(quantity) ?? ''}${plainNumber(value, null)}`
  return unit === null ? number : `${number} ${unit}`
}

const between = (from: string | null, to: string | null): string =>
  from === null ? `up to ${to}` : to === null ? `${from} or more` : `${from} to ${to}`

/** The usual range, where one alone is given: which of several applies is not ours to say. */
function rangeOf(value: Json | undefined): Range | null {
  const ranges = listOf(value).filter((one) => {
    const type = codeOf(member(one, 'type'))?.code ?? 'normal'
    return type === 'normal' || type === 'recommended'
  })
  const [one] = ranges
  if (one === undefined || ranges.length > 1) return null
  const [low, high] = ['low', 'high'].map((end) => member(one, end, 'value'))
  const bounds = {
    low: typeof low === 'number' ? low : null,
    high: typeof high === 'number' ? high : null,
  }
  const said = textOf(member(one, 'text'))
  if (bounds.low === null && bounds.high === null)
    return said === null ? null : { ...bounds, says: said }
  const [from, to] = ['low', 'high'].map((end) => {
    const bound = member(one, end, 'value')
    return typeof bound === 'number' ? plainNumber(bound, null) : null
  })
  return { ...bounds, says: between(from ?? null, to ?? null) }
}

/** A value in one line, as lists show it: `Systolic: 138 mmHg`, `<5 mg/L`. */
export function valueWords({ comparator, says, unit, absent }: Measured): string {
  if (says === null) return absent === null ? '' : `no value (${absent})`
  const value = `${comparator ?? ''}${says}`
  return unit === null ? value : `${value} ${unit}`
}
