// Which part of the day it is in London, to greet by.
import { type Instant, LONDON } from '../../basics/index.ts'

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

const hour = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: LONDON,
})

/** Morning until midday, afternoon until 6pm, evening until 4am. */
export function partOfDay(now: Instant): PartOfDay {
  const at = Number(hour.format(Date.parse(now)))
  if (at >= 4 && at < 12) return 'morning'
  return at >= 12 && at < 18 ? 'afternoon' : 'evening'
}
