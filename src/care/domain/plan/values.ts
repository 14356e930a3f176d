// What stands under the headings of a plan: values, and whether they fit.
import { parseDay, type Refusal, refuse, unitsOf } from '../../../basics/index.ts'
import { type Heading, headingOf, type PartKind, parts } from './headings.ts'
import { refusals } from './refusals.ts'

export type Who = {
  readonly name: string
  readonly role: string
  readonly team: string
  readonly contact: string
}

export type Value = string | number | boolean | readonly string[] | Who
/** By the code of the heading; what is not said is not there. */
export type Values = Readonly<Record<string, Value>>
/** What a change sets; null takes a value away. */
export type Settings = Readonly<Record<string, Value | null>>

/** Where a part from elsewhere is kept as it came: JSON under the headings of the standard. */
export const AS_IT_CAME = 'asItCame'
/** More than this of one part is not kept. */
export const LONGEST_AS_IT_CAME = 8_000

export const LONGEST_LINE = 200
export const LONGEST_TEXT = 4_000
const MOST_LINES = 40

/** Values after a change. */
export function withSettings(values: Values, set: Settings): Values {
  const next: Record<string, Value> = { ...values }
  for (const [code, value] of Object.entries(set)) {
    if (value === null) delete next[code]
    else next[code] = value
  }
  return next
}

/** What differs from one to the other, as a change. */
export function settingsBetween(from: Values, to: Values): Settings {
  const codes = new Set([...Object.keys(from), ...Object.keys(to)])
  const changed = [...codes].filter((code) => !sameValue(from[code], to[code]))
  return Object.fromEntries(changed.map((code) => [code, to[code] ?? null]))
}

export const sameValue = (one: Value | null | undefined, other: Value | null | undefined) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Values as a form carries them, to know what its writer saw; null where they are none. */
export function readSeen(text: string): Values | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Values) : null
  } catch {
    return null
  }
}

/** What is wrong with the values of a part as a whole: the first heading that does not fit. */
export function wrongIn(kind: PartKind, values: Values): Refusal | null {
  for (const [code, value] of Object.entries(values)) {
    if (code === AS_IT_CAME ? isGroup(value) : headingOf(kind, code) !== null) continue
    return refuse(refusals.headingUnknown).refusal
  }
  for (const heading of parts[kind].fields) {
    const value = values[heading.code]
    if (value === undefined) {
      if (!heading.must) continue
      const missing = heading.code === 'triggers' ? refusals.triggerMissing : refusals.valueMissing
      return refuse(missing, {}, heading.code).refusal
    }
    if (!fits(heading, value)) return refuse(refusals.valueUnfit, {}, heading.code).refusal
  }
  return null
}

/** Whether a text is a group of headings, as JSON. */
function isGroup(value: Value): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_AS_IT_CAME) return false
  const read = readSeen(value)
  return read !== null && !Array.isArray(read)
}

/** Whether a value can stand under a heading. */
export function fits({ kind, choices = [] }: Heading, value: Value): boolean {
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (kind === 'score') return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10
  if (kind === 'texts') return Array.isArray(value) && areTexts(value)
  if (kind === 'who') return isWho(value)
  if (typeof value !== 'string' || value.trim() === '') return false
  if (kind === 'choice') return choices.includes(value)
  if (kind === 'day') return parseDay(value).ok
  return value.length <= unitsOf(kind === 'line' ? LONGEST_LINE : LONGEST_TEXT)
}

const areTexts = (value: readonly unknown[]) =>
  value.length > 0 &&
  value.length <= MOST_LINES &&
  value.every((one) => typeof one === 'string' && one.trim() !== '' && isShort(one))

const isShort = (text: string) => text.length <= unitsOf(LONGEST_TEXT)

const isWho = (value: Value): value is Who =>
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'string' && isShort(one)) &&
  Object.values(value).some((one) => one !== '')
