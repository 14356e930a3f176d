// Working days of each UK nation, counted from dated bank holidays, and when something is due.
import held from './bank-holidays.json' with { type: 'json' }
import type { Branded, Day, Instant } from './brands.ts'
import { addDays, addMonths, dayIn, LONDON, weekday } from './days.ts'
import { refusals } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'

/** A whole number of working days, 0 or more. */
export type WorkingDays = Branded<number, 'working days'>

export type Nation = 'england' | 'wales' | 'scotland' | 'northern-ireland'

/**
 * Where the count begins: `after` the day it starts from (the usual rule: the next working day is
 * day 1), or `beginning-with` it (that day is day 1 where it is a working day).
 */
export type Counting = 'after' | 'beginning-with'

/** The first and last year whose bank holidays are held. */
export const bankHolidayYears = { first: held.first_year, last: held.last_year } as const

const dates = (list: readonly { readonly date: string }[]): ReadonlySet<string> =>
  new Set(list.map((holiday) => holiday.date))

const englandAndWales = dates(held.nations['england-and-wales'])
const bankHolidays: Readonly<Record<Nation, ReadonlySet<string>>> = {
  england: englandAndWales,
  wales: englandAndWales,
  scotland: dates(held.nations.scotland),
  'northern-ireland': dates(held.nations['northern-ireland']),
}

/** The count as a number of working days; not whole or negative is a bug and throws. */
export function workingDays(count: number): WorkingDays {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError('Working days are a whole number, 0 or more')
  }
  return count as WorkingDays
}

/**
 * The day by whose end something is due, so many working days from a day, or from the day it was
 * in London at a moment. With 0, the day itself. A day that is no working day is never counted.
 * Refuses: `bank-holidays-not-held` where the count reaches a year not held.
 * @source SI 2009/309, regulation 13 (3 working days after the day received);
 *   SI 2013/218, regulation 21(3) (20 working days beginning with the date)
 */
export function dueAfterWorkingDays(
  from: Instant | Day,
  count: WorkingDays,
  nation: Nation,
  counting: Counting = 'after',
): Result<Day> {
  const start = londonDay(from)
  if (count === 0) return ok(start)
  let day = counting === 'after' ? start : addDays(start, -1)
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, nation)
    if (!working.ok) return working
    if (working.value) counted++
  }
  return ok(day)
}

/** The day by whose end something is due, so many calendar days after the day it starts from. */
export const dueAfterDays = (from: Instant | Day, days: number): Day =>
  addDays(londonDay(from), days)

/** The day by whose end something is due, so many calendar months on, by the corresponding date. */
export const dueAfterMonths = (from: Instant | Day, months: number): Day =>
  addMonths(londonDay(from), months)

/**
 * Working days from the day after the first to the last, that included: an answer on the day
 * itself took 0. Where the last is earlier, 0.
 * Refuses: `bank-holidays-not-held`.
 */
export function workingDaysTaken(
  from: Instant | Day,
  to: Instant | Day,
  nation: Nation,
): Result<WorkingDays> {
  const last = londonDay(to)
  let counted = 0
  for (let day = addDays(londonDay(from), 1); day <= last; day = addDays(day, 1)) {
    const working = isWorkingDay(day, nation)
    if (!working.ok) return working
    if (working.value) counted++
  }
  return ok(workingDays(counted))
}

/**
 * Whether the day is a working day in the nation: no Saturday, Sunday, Christmas Day, Good Friday
 * or bank holiday.
 * Refuses: `bank-holidays-not-held` for a year outside `bankHolidayYears`.
 * @source Banking and Financial Dealings Act 1971, section 1 and Schedule 1; SI 2013/218,
 *   regulation 21(6); dates from GOV.UK, in bank-holidays.json
 */
export function isWorkingDay(day: Day, nation: Nation): Result<boolean> {
  const year = Number(day.slice(0, 4))
  const { first, last } = bankHolidayYears
  if (year < first || year > last)
    return refuse(refusals.bankHolidaysNotHeld, { year, first, last })
  return ok(weekday(day) <= 5 && !bankHolidays[nation].has(day))
}

const londonDay = (from: Instant | Day): Day =>
  from.length === 10 ? (from as Day) : dayIn(LONDON, from as Instant)
