// Days and moments: read, refused, moved and turned into one another by the clocks of a place.
import { Temporal } from 'temporal-polyfill'
import type { Day, Instant } from './brands.ts'
import { refusals } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'

/** The civil time of the United Kingdom, with its summer time. */
export const LONDON = 'Europe/London'

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const instantShape =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/**
 * Reads `YYYY-MM-DD`, a day that exists in the Gregorian calendar.
 * `name` is what the day is called in the refusal, `field` the form field to blame.
 * Refuses: `day-missing`, `day-not-real`.
 * @source ISO 8601-1:2019, 5.2.2.1 (extended calendar date)
 */
export function parseDay(text: string, name = 'date', field?: string): Result<Day> {
  const trimmed = text.trim()
  if (trimmed === '') return refuse(refusals.dayMissing, { name }, field)
  const found = dayShape.test(trimmed) ? dayOrNull(trimmed) : null
  return found === null ? refuse(refusals.dayNotReal, { name }, field) : ok(found)
}

/** What a person typed into the three boxes of a date question. */
export type DayParts = { readonly day: string; readonly month: string; readonly year: string }

const months =
  'january february march april may june july august september october november december'.split(' ')

/**
 * Reads the three boxes of a date question: numbers, or a month by its English name or its first
 * three letters or more. The year has four digits.
 * Refuses: `day-missing`, `day-part-missing`, `day-not-real`; `field` is the name of the question.
 */
export function dayFromParts(parts: DayParts, name: string, field?: string): Result<Day> {
  const typed = { day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() }
  if (Object.values(typed).every((part) => part === ''))
    return refuse(refusals.dayMissing, { name }, field)
  for (const part of ['day', 'month', 'year'] as const) {
    if (typed[part] === '') return refuse(refusals.dayPartMissing, { name, part }, field)
  }
  const month = monthNumber(typed.month)
  const shaped = /^\d{1,2}$/.test(typed.day) && /^\d{4}$/.test(typed.year) && month !== null
  const text = `${typed.year}-${twoDigits(month ?? 0)}-${typed.day.padStart(2, '0')}`
  const found = shaped ? dayOrNull(text) : null
  return found === null ? refuse(refusals.dayNotReal, { name }, field) : ok(found)
}

function monthNumber(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed)
  const wanted = typed.toLowerCase().replace(/\.$/, '')
  const at = wanted.length < 3 ? -1 : months.findIndex((month) => month.startsWith(wanted))
  return at < 0 ? null : at + 1
}

const twoDigits = (count: number) => String(count).padStart(2, '0')

function dayOrNull(text: string): Day | null {
  // The civil calendar and PostgreSQL go from 1 BC to AD 1.
  if (text.startsWith('0000')) return null
  try {
    return Temporal.PlainDate.from(text).toString() as Day
  } catch {
    return null
  }
}

/**
 * Reads a moment that says its distance from UTC and gives it in UTC to the millisecond;
 * what is finer than a millisecond is cut off.
 * Refuses: `instant-not-real`.
 * @source RFC 3339, section 5.6; FHIR R4 `instant`
 */
export function parseInstant(text: string, field?: string): Result<Instant> {
  if (!instantShape.test(text)) return refuse(refusals.instantNotReal, {}, field)
  try {
    return ok(instantAt(Temporal.Instant.from(text).epochMilliseconds))
  } catch {
    return refuse(refusals.instantNotReal, {}, field)
  }
}

/** The day written in the code itself; a day that does not exist is a bug and throws. */
export function asDay(text: string): Day {
  const found = parseDay(text)
  if (!found.ok) throw new RangeError(`Not a day: ${text}`)
  return found.value
}

/** The moment written in the code itself; one that does not exist is a bug and throws. */
export function asInstant(text: string): Instant {
  const found = parseInstant(text)
  if (!found.ok) throw new RangeError(`Not a moment: ${text}`)
  return found.value
}

/** The moment so many milliseconds after the start of 1970 in UTC; years 0000 to 9999. */
export function instantAt(epochMilliseconds: number): Instant {
  const text = new Date(epochMilliseconds).toISOString()
  if (text.length !== 24) throw new RangeError('A moment lies in the years 0000 to 9999')
  return text as Instant
}

/** Milliseconds from the start of 1970 in UTC to the moment. */
export const epochMilliseconds = (instant: Instant): number => Date.parse(instant)

/** The moment so many milliseconds later, or earlier where negative. */
export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  instantAt(epochMilliseconds(instant) + milliseconds)

/** The day a calendar on the wall of that time zone shows at the moment. */
export function dayIn(zone: string, instant: Instant): Day {
  // Every request asks for today, and a zone is dear to work out. A day begins on the minute.
  const minute = instant.slice(0, 16)
  if (lastDay.zone !== zone || lastDay.minute !== minute) {
    const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
    lastDay = { zone, minute, day: day.toString() as Day }
  }
  return lastDay.day
}

let lastDay = { zone: '', minute: '', day: '' as Day }

/** The first moment of the day in that time zone: 23:00 UTC of the day before in summer time. */
export const startOfDay = (day: Day, zone: string = LONDON): Instant =>
  instantAt(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)

/** The first moment after the day in that zone: what is due on the day is overdue from here. */
export const endOfDay = (day: Day, zone: string = LONDON): Instant =>
  startOfDay(addDays(day, 1), zone)

/** The day so many calendar days later, or earlier where negative. */
export const addDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString() as Day

/**
 * The same day so many calendar months later, or the last of the month where that has no such day:
 * 31 January and 3 months is 30 April.
 * @source Dodds v Walker [1981] 1 WLR 1027 (HL), the corresponding date rule
 */
export const addMonths = (day: Day, count: number): Day =>
  Temporal.PlainDate.from(day).add({ months: count }).toString() as Day

/** Calendar days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/**
 * Completed years of age on the day; negative before birth. A year is completed at the start of
 * the anniversary; who was born on 29 February completes it on 1 March of other years.
 * @source Family Law Reform Act 1969, section 9 (start of the anniversary)
 */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}
