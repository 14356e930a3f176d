// Two entries about the same thing held side by side: what they say alike and what otherwise.
import {
  codeOf,
  type Json,
  listOf,
  member,
  type Resource,
  statusOf,
  textOf,
} from '../../fhir/index.ts'

export type Difference = {
  readonly what: 'value' | 'part' | 'status' | 'dose'
  /** Which part, where it has several. */
  readonly name: string | null
  /** What each says; null where it says nothing of it. */
  readonly one: string | null
  readonly other: string | null
}

/** What differs between two resources as they were received; none where they agree. */
export function differencesOf(one: string, other: string): readonly Difference[] {
  const [ones, others] = [readingOf(exactly(one)), readingOf(exactly(other))]
  const keys = new Set([...ones.keys(), ...others.keys()])
  return [...keys].flatMap((key) => {
    const [here, there] = [ones.get(key), others.get(key)]
    const [known] = [here ?? there].filter((reading) => reading !== undefined)
    if (known === undefined || (here !== undefined && there !== undefined && same(here, there))) {
      return []
    }
    const { what, name } = known
    return [{ what, name, one: here?.says ?? null, other: there?.says ?? null }]
  })
}

type Reading = {
  readonly what: Difference['what']
  readonly name: string | null
  readonly says: string
  /** Equal in any of these, they say the same. */
  readonly means: readonly string[]
}

const same = (one: Reading, other: Reading): boolean =>
  one.means.some((meaning) => other.means.includes(meaning))

/** The resource with every number as it was written: 1.10 is not a number here but its text. */
function exactly(text: string): Resource {
  const keep = (_name: string, value: unknown, context?: { readonly source: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  return JSON.parse(text, keep as (name: string, value: unknown) => unknown)
}

function readingOf(resource: Resource): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>()
  const add = (key: string, reading: Omit<Reading, 'what' | 'name'> | null, about = {}) => {
    const what = key.split(' ')[0] as Difference['what']
    if (reading !== null) readings.set(key, { what, name: null, ...about, ...reading })
  }
  add('value', valueIn(resource))
  for (const part of listOf(resource.component)) {
    const code = codeOf(member(part, 'code'))
    const name = code?.words ?? null
    add(`part ${code?.system ?? ''}|${code?.code ?? name ?? ''}`, valueIn(part), { name })
  }
  add('status', plain(statusOf(resource)))
  const doses = [...listOf(resource.dosageInstruction), ...listOf(resource.dosage)]
  const said = doses.map((dose) => textOf(member(dose, 'text'))).filter((dose) => dose !== null)
  add('dose', plain(said.length === 0 ? null : said.join(', ')))
  return readings
}

type Said = { readonly says: string; readonly means: readonly string[] } | null

const plain = (text: string | null): Said =>
  text === null ? null : { says: text, means: [text.trim().toLowerCase()] }

/** @source FHIR R4, Observation.value[x] */
function valueIn(holder: Json): Said {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return null
  const [found] = Object.entries(holder).filter(([name]) => /^value[A-Z]/.test(name))
  if (found === undefined) return null
  const [name, value] = found
  if (name === 'valueQuantity') return quantityOf(value)
  if (name === 'valueCodeableConcept') return conceptOf(value)
  if (typeof value === 'string' || typeof value === 'boolean') return plain(String(value))
  const text = JSON.stringify(value)
  return { says: text, means: [text] }
}

function quantityOf(quantity: Json): Said {
  const value = textOf(member(quantity, 'value'))
  if (value === null) return null
  const comparator = textOf(member(quantity, 'comparator')) ?? ''
  const [unit, code] = ['unit', 'code'].map((name) => textOf(member(quantity, name)))
  const units = [unit, code].filter((one) => one !== null && one !== undefined)
  const exact = `${comparator}${exactDecimal(value)}`
  const means = units.length === 0 ? [exact] : units.map((one) => `${exact} ${one}`)
  return { says: [`${comparator}${value}`, units[0]].filter(Boolean).join(' '), means }
}

function conceptOf(concept: Json): Said {
  const code = codeOf(concept)
  if (code === null) return null
  const codes = listOf(member(concept, 'coding')).flatMap((one) => {
    const value = textOf(member(one, 'code'))
    return value === null ? [] : [`${textOf(member(one, 'system')) ?? ''}|${value}`]
  })
  const says = code.words ?? code.code ?? ''
  return { says, means: [...codes, says.trim().toLowerCase()] }
}

/**
 * One text for each number, however it was written: 1.10, 1.1 and 11e-1 are one. No float is
 * made of it. @source FHIR R4, decimal
 */
export function exactDecimal(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (parts === null) return text
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  if (kept === '') return '0'
  return `${sign}${kept}e${Number(power) - fraction.length + digits.length - kept.length}`
}
