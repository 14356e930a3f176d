// How long something is shared, as people choose it.
import { addDays, addMonths, type Day } from '../../basics/index.ts'

export const spans = ['week', 'quarter', 'year', 'open'] as const
export type Span = (typeof spans)[number]

/** The last day of a span that begins today; null for one that is stopped by hand. */
export function lastDayOf(until: Span, today: Day): Day | null {
  if (until === 'open') return null
  if (until === 'week') return addDays(today, 7)
  return addMonths(today, until === 'quarter' ? 3 : 12)
}
