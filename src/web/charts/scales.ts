// The scales of a chart over time: where a value and a day lie, and which of them are written.
import type { Day } from '../../basics/index.ts'

export type Tick = { readonly at: number; readonly text: string }

export type Scale = {
  /** Where a value lies, in the units of the picture. */
  place(value: number): number
  readonly ticks: readonly { readonly at: number; readonly value: number }[]
  /** How many decimals the values at the ticks have. */
  readonly decimals: number
}

/**
 * A scale from the lowest to the highest value with round numbers at about `count` ticks, drawn
 * upwards from `bottom` to `top`. It does not begin at nought: health is read by its changes.
 */
export function valueScale(
  values: readonly number[],
  { bottom, top, count }: { readonly bottom: number; readonly top: number; readonly count: number },
): Scale {
  const [least, most] = endsOf(values)
  // A difference that no number can step through is drawn as none.
  const isFlat = most - least <= Math.max(Math.abs(least), Math.abs(most), 1e-9) * 1e-12
  const room = isFlat ? Math.max(Math.abs(least) * 0.1, 1) : 0
  const finest = roundStep((most - least + 2 * room) / count)
  // What is counted in whole numbers has no halves beside it.
  const step = values.every(Number.isInteger) ? Math.max(1, finest) : finest
  const from = Math.floor((least - room) / step) * step
  const to = Math.max(Math.ceil((most + room) / step) * step, from + step)
  const place = (value: number) => bottom - ((value - from) / (to - from)) * (bottom - top)
  const steps = Math.round((to - from) / step)
  const ticks = Array.from({ length: steps + 1 }, (_, at) => from + at * step)
  return {
    place,
    ticks: ticks.map((value) => ({ value, at: place(value) })),
    decimals: Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)),
  }
}

function endsOf(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return least > most ? [0, 1] : [least, most]
}

/** The smallest of 1, 2 and 5 times a power of ten that is no smaller. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return ([1, 2, 5].find((times) => times * power >= step * 0.999_999) ?? 10) * power
}

/** A day as a number: days since the first of January 1970. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export type TimeScale = {
  place(day: Day): number
  readonly ticks: readonly Tick[]
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600] as const

/** A scale from the first day to the last, with at most `count` of its days written below it. */
export function timeScale(
  days: readonly Day[],
  range: { readonly left: number; readonly right: number; readonly count: number },
  locale: string,
): TimeScale {
  const { left, right, count } = range
  const [first, last] = endsOf(days.map(dayNumber))
  const span = last - first
  const place = (number: number) =>
    span === 0 ? (left + right) / 2 : left + ((number - first) / span) * (right - left)
  const written = span < 75 ? dayTicks(first, last, count) : monthTicks(first, last, count)
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...written.parts })
  return {
    place: (day) => place(dayNumber(day)),
    ticks: written.days.map((number) => ({
      at: place(number),
      text: format.format(number * 86_400_000),
    })),
  }
}

type Written = { readonly days: readonly number[]; readonly parts: Intl.DateTimeFormatOptions }

function dayTicks(first: number, last: number, count: number): Written {
  const step = [1, 2, 7, 14, 28].find((days) => (last - first) / days < count) ?? 28
  const days: number[] = []
  for (let day = first; day <= last; day += step) days.push(day)
  return { days, parts: { day: 'numeric', month: 'short' } }
}

function monthTicks(first: number, last: number, count: number): Written {
  const months = (last - first) / 30.44
  const step = monthSteps.find((one) => months / one <= count) ?? 1_200
  const begin = new Date(first * 86_400_000)
  const days: number[] = []
  // From the first multiple of the step, so that years are written at their beginning.
  const from = begin.getUTCFullYear() * 12 + begin.getUTCMonth()
  for (let month = Math.ceil(from / step) * step; ; month += step) {
    const day = monthStart(month)
    if (day > last) break
    if (day >= first) days.push(day)
  }
  const parts: Intl.DateTimeFormatOptions =
    step >= 12 ? { year: 'numeric' } : { month: 'short', year: 'numeric' }
  return { days, parts }
}

/** The first day of the month that is so many months after the year nought. */
function monthStart(months: number): number {
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  const month = String((months % 12) + 1).padStart(2, '0')
  return dayNumber(`${year}-${month}-01` as Day)
}
