// The kinds of field: each reads what was typed and says what to do when it cannot.
import { type Day, unitsOf } from '../basics/index.ts'
import type { Field, FieldReading } from './form.ts'
import type { FormValues } from './route.ts'

/** A form field reads back to undefined when nothing was typed, instead of refusing. */
export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  return {
    parts: field.parts,
    read: (typed) => {
      const empty = field.parts.every((part) => typed(part).every((text) => text.trim() === ''))
      return empty ? { ok: true, value: undefined } : field.read(typed)
    },
  }
}

/** The same field with one more demand on its value: `refuses` gives the sentence, or null. */
export function demanding<Value>(
  field: Field<Value>,
  refuses: (value: Value) => string | null,
): Field<Value> {
  return {
    parts: field.parts,
    read: (typed) => {
      const reading = field.read(typed)
      if (!reading.ok) return reading
      const says = refuses(reading.value)
      return says === null ? reading : { ok: false, says }
    },
  }
}

const one = <Value>(read: (text: string) => FieldReading<Value>): Field<Value> => ({
  parts: [''],
  read: (typed) => read((typed('')[0] ?? '').trim()),
})

/**
 * Text without spaces around it, of at most `longest` characters as people count them, and of at
 * most `unitsOf(longest)` units as machines do: schemas of facts allow that many.
 */
export const textField = (settings: {
  /** "Enter your name" */
  readonly missing: string
  readonly longest: number
  /** "Your name must be 100 characters or fewer" */
  readonly tooLong: string
}): Field<string> =>
  one((text) => {
    if (text === '') return { ok: false, says: settings.missing }
    const { longest } = settings
    if (text.length > unitsOf(longest) || characters(text) > longest) {
      return { ok: false, says: settings.tooLong }
    }
    return { ok: true, value: text }
  })

const characters = (text: string) => {
  let count = 0
  for (const _ of new Intl.Segmenter('en-GB').segment(text)) count += 1
  return count
}

/** A whole number between two, both allowed. Spaces and commas between digits are fine. */
export const wholeNumberField = (settings: {
  readonly missing: string
  /** "Hours must be a whole number, such as 3" */
  readonly notANumber: string
  readonly least: number
  readonly most: number
  /** "Hours must be between 1 and 40" */
  readonly outside: string
}): Field<number> =>
  one((text) => {
    if (text === '') return { ok: false, says: settings.missing }
    const digits = text.replace(/(?<=\d)[ ,](?=\d)/g, '')
    if (!/^-?\d{1,15}$/.test(digits)) return { ok: false, says: settings.notANumber }
    const value = Number(digits)
    const inside = value >= settings.least && value <= settings.most
    return inside ? { ok: true, value } : { ok: false, says: settings.outside }
  })

/** One of the choices; the value sent must be one that was offered. */
export const choiceField = <const Choice extends string>(
  choices: readonly Choice[],
  /** "Select how you would like to hear from us" */
  missing: string,
): Field<Choice> =>
  one((text) => {
    const chosen = choices.find((choice) => choice === text)
    return chosen === undefined ? { ok: false, says: missing } : { ok: true, value: chosen }
  })

/** Any of the choices, in the order they are offered; at least one when `missing` is given. */
export const choicesField = <const Choice extends string>(
  choices: readonly Choice[],
  missing?: string,
): Field<readonly Choice[]> => ({
  parts: [''],
  read: (typed) => {
    const sent = typed('')
    const value = choices.filter((choice) => sent.includes(choice))
    if (value.length === 0 && missing !== undefined) return { ok: false, says: missing }
    return { ok: true, value }
  },
})

/** A box that must be ticked, such as a statement to agree to. */
export const tickField = (missing: string): Field<true> =>
  one((text) => (text === 'yes' ? { ok: true, value: true } : { ok: false, says: missing }))

const months =
  'january february march april may june july august september october november december'

/**
 * A day from three inputs. The month may be a number or a name. `name` starts the sentences:
 * "Date of birth must include a month".
 */
export const dayField = (settings: {
  /** "Date of birth" */
  readonly name: string
  /** "Enter your date of birth" */
  readonly missing: string
}): Field<Day> => ({
  parts: ['-day', '-month', '-year'],
  read: (typed) => {
    const part = (name: string) => (typed(name)[0] ?? '').trim()
    const [day, month, year] = [part('-day'), part('-month'), part('-year')]
    if (day === '' && month === '' && year === '') {
      return { ok: false, says: settings.missing }
    }
    if (day === '') return lacks(settings.name, 'a day', '-day')
    if (month === '') return lacks(settings.name, 'a month', '-month')
    if (year === '') return lacks(settings.name, 'a year', '-year')
    return realDay(settings.name, day, month, year)
  },
})

/** A day as its field would have it typed: to fill in what is known already. */
export function typedDay(field: string, value: Day): FormValues {
  const [year = '', month = '', day = ''] = value.split('-')
  const plain = (digits: string) => String(Number(digits))
  return {
    [`${field}-day`]: plain(day),
    [`${field}-month`]: plain(month),
    [`${field}-year`]: year,
  }
}

const lacks = (name: string, what: string, part: string) =>
  ({ ok: false, says: `${name} must include ${what}`, part }) as const

function realDay(name: string, day: string, month: string, year: string): FieldReading<Day> {
  const notReal = { ok: false, says: `${name} must be a real date, such as 15 3 1984` } as const
  if (!/^\d{4}$/.test(year)) {
    return { ok: false, says: `${name} must have a year of 4 numbers`, part: '-year' }
  }
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month)
  if (monthNumber < 1 || monthNumber > 12) return { ...notReal, part: '-month' }
  if (Number(year) < 1) return { ...notReal, part: '-year' }
  const text = `${year}-${two(monthNumber)}-${two(Number(day))}`
  const inMonth = daysIn(Number(year), monthNumber)
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > inMonth) {
    return { ...notReal, part: '-day' }
  }
  return { ok: true, value: text as Day }
}

const monthNamed = (text: string) =>
  text.length < 3
    ? 0
    : 1 + months.split(' ').findIndex((month) => month.startsWith(text.toLowerCase()))

const two = (number: number) => String(number).padStart(2, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
