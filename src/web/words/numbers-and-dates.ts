// Days, times, numbers and amounts as people read them, in English and Welsh.
import type { Day, Instant } from '../../basics/index.ts'
import type { Language } from '../route.ts'

const localeOf = (language: Language) => (language === 'cy' ? 'cy-GB' : 'en-GB')

function each<F>(make: (locale: string) => F): Record<Language, F> {
  return { en: make(localeOf('en')), cy: make(localeOf('cy')) }
}

// A day has no time zone: read as midnight UTC and written in UTC, it stays the same day.
const dayFormat = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)
const monthFormat = each(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const weekdayFormat = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }),
)
const wholeDayFormat = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)
const instantDayFormat = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/London',
    }),
)
const clockFormat = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
      timeZone: 'Europe/London',
    }),
)
const numberFormat = each((locale) => new Intl.NumberFormat(locale))
const listFormat = each((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))
const pluralRules = each((locale) => new Intl.PluralRules(locale))
const isoDayInLondon = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** The month that a day lies in: “November 2026”. */
export const formatMonth = (day: Day, language: Language): string =>
  monthFormat[language].format(new Date(`${day}T00:00:00Z`))

/** `23 November 2026` */
export const formatDay = (day: Day, language: Language): string =>
  dayFormat[language].format(Date.parse(day))

/** `Monday 23 November` */
export const formatWeekday = (day: Day, language: Language): string =>
  weekdayFormat[language].format(Date.parse(day)).replace(',', '')

/** `Monday 23 November 2026`: a day on which something is due. */
export const formatDueDay = (day: Day, language: Language): string =>
  wholeDayFormat[language].format(Date.parse(day)).replace(',', '')

/** `23 November 2026` in London at that instant. */
export const formatDayOf = (instant: Instant, language: Language): string =>
  instantDayFormat[language].format(Date.parse(instant))

/** `9:30am`, in London. NHS style: no space, `midday` and `midnight` in words. */
export function formatTime(instant: Instant, language: Language): string {
  const parts = clockFormat[language].formatToParts(Date.parse(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const afternoon = part('dayPeriod').toLowerCase().replaceAll('.', '').startsWith('p')
  return clockWords(part('hour'), part('minute'), afternoon, language)
}

function clockWords(hour: string, minute: string, afternoon: boolean, language: Language): string {
  if (minute === '00' && hour === '12') {
    if (language === 'cy') return afternoon ? 'canol dydd' : 'canol nos'
    return afternoon ? 'midday' : 'midnight'
  }
  return `${hour}${minute === '00' ? '' : `:${minute}`}${afternoon ? 'pm' : 'am'}`
}

/** `23 November 2026 at 9:30am`, of a day and a time that was typed as `09:30`. */
export function formatDayAndClock(day: Day, clock: string, language: Language): string {
  const [hour = '0', minute = '00'] = clock.split(':')
  const twelve = String(Number(hour) % 12 || 12)
  const time = clockWords(twelve, minute, Number(hour) >= 12, language)
  return `${formatDay(day, language)} ${language === 'cy' ? 'am' : 'at'} ${time}`
}

/** `23 November 2026 at 9:30am`, in London. */
export const formatInstant = (instant: Instant, language: Language): string =>
  `${formatDayOf(instant, language)} ${language === 'cy' ? 'am' : 'at'} ${formatTime(instant, language)}`

/** The calendar day in London at that instant. */
export const dayOf = (instant: Instant): Day => isoDayInLondon.format(Date.parse(instant)) as Day

/** `12,345` */
export const formatNumber = (number: number | bigint, language: Language): string =>
  numberFormat[language].format(number)

/** `Asha, Sian and Tom` */
export const formatList = (items: readonly string[], language: Language): string =>
  listFormat[language].format(items)

/**
 * The form of a text that goes with a number: English has `one` and `other`; Welsh may also give
 * `zero`, `two`, `few` (3) and `many` (6). A `{n}` becomes the number.
 */
export function formatCount(
  number: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>,
  language: Language,
): string {
  const form = forms[pluralRules[language].select(number)] ?? forms.other
  return form.replaceAll('{n}', formatNumber(number, language))
}
