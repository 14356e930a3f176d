// A day or a moment as people read it, and as machines do.
import type { Day, Instant } from '../../basics/index.ts'
import { usePage } from '../page-context.ts'
import { formatDay, formatInstant } from '../words/numbers-and-dates.ts'

export function DayText({ day }: { readonly day: Day }) {
  const { language } = usePage()
  return <time dateTime={day}>{formatDay(day, language)}</time>
}

/** The day and the time in London. */
export function Moment({ at }: { readonly at: Instant }) {
  const { language } = usePage()
  return <time dateTime={at}>{formatInstant(at, language)}</time>
}
