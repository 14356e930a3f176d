// A day or a moment as people read it, and as machines do.
import type { Day, Instant } from '../../basics/index.ts'
import { usePage } from '../page-context.ts'
import { formatDay, formatDueDay, formatInstant } from '../words/numbers-and-dates.ts'

/** `due` where something is to happen by that day: then its weekday is said too. */
export function DayText({ day, due = false }: { readonly day: Day; readonly due?: boolean }) {
  const { language } = usePage()
  return <time dateTime={day}>{due ? formatDueDay(day, language) : formatDay(day, language)}</time>
}

/** The day and the time in London. */
export function Moment({ at }: { readonly at: Instant }) {
  const { language } = usePage()
  return <time dateTime={at}>{formatInstant(at, language)}</time>
}
