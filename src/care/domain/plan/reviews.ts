// Reviews of a plan: a meeting with an agenda, who came, and what each role does.
import { addMonths, type Day, dayIn, type Instant, LONDON } from '../../../basics/index.ts'
import type { FactOf } from '../../../log/index.ts'
import { reviewPlanWithin } from './dated-rules.ts'
import type { ReviewKind } from './review-facts.ts'

export type AgendaItem = { readonly says: string; readonly shownAs: string }

export type Review = {
  readonly id: string
  readonly on: Day
  readonly time: string
  readonly place: string | null
  readonly plannedBy: string
  readonly agenda: readonly AgendaItem[]
  /** Who was booked so that the person can be understood and understand; the newest word of it. */
  readonly help: AgendaItem | null
  readonly held: {
    readonly at: Instant
    readonly by: string
    readonly came: readonly string[]
    readonly says: string | null
    readonly actions: readonly { readonly role: string; readonly says: string }[]
    readonly next: Day | null
  } | null
  readonly calledOff: { readonly says: string; readonly by: string } | null
}

export const isReviewFact = (fact: { readonly kind: string }): fact is FactOf<ReviewKind> =>
  fact.kind.startsWith('plan-review-')

/** A review after a fact about it; null where it was never planned. */
export function reviewAfter(review: Review | null, fact: FactOf<ReviewKind>): Review | null {
  if (fact.kind === 'plan-review-planned') {
    const { review: id, on, time, place, agenda, shownAs } = fact.body
    const items = agenda.map((says) => ({ says, shownAs }))
    const nothing = { help: null, held: null, calledOff: null }
    return { id, on, time, place, plannedBy: shownAs, agenda: items, ...nothing }
  }
  if (review === null) return null
  switch (fact.kind) {
    case 'plan-review-agenda-added': {
      const { says, shownAs } = fact.body
      return { ...review, agenda: [...review.agenda, { says, shownAs }] }
    }
    case 'plan-review-help-booked': {
      const { says, shownAs } = fact.body
      return { ...review, help: { says, shownAs } }
    }
    case 'plan-review-held': {
      const { came, says, actions, next, shownAs: by } = fact.body
      return { ...review, held: { at: fact.at, by, came, says, actions, next } }
    }
    case 'plan-review-called-off':
      return { ...review, calledOff: { says: fact.body.says, by: fact.body.shownAs } }
  }
}

export type ReviewDue = { readonly on: Day; readonly standing: 'waiting' | 'overdue' }

/** When a plan is reviewed next: on the day that was agreed, else within the rule’s time. */
export function reviewDue(
  plan: { readonly agreedAt: Instant | null; readonly review: Day | null },
  today: Day,
): ReviewDue | null {
  const on = plan.review ?? byRule(plan.agreedAt)
  return on === null ? null : { on, standing: on < today ? 'overdue' : 'waiting' }
}

const byRule = (agreedAt: Instant | null): Day | null =>
  agreedAt === null ? null : addMonths(dayIn(LONDON, agreedAt), reviewPlanWithin.value)

/**
 * What a calendar is told: no name, no place, no word of health. The time is that of the clock
 * where the calendar is.
 * @source RFC 5545, section 3.3.5, form 1
 */
export function calendarOf(
  { id, on, time, calledOff }: Pick<Review, 'id' | 'on' | 'time' | 'calledOff'>,
  words: { readonly title: string; readonly says: string },
  made: Instant,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coproduce//EN',
    `METHOD:${calledOff === null ? 'PUBLISH' : 'CANCEL'}`,
    'BEGIN:VEVENT',
    `UID:${id}@coproduce`,
    `DTSTAMP:${made.slice(0, 19).replace(/[-:]/g, '')}Z`,
    `DTSTART:${on.replaceAll('-', '')}T${time.replace(':', '')}00`,
    'DURATION:PT1H',
    `SUMMARY:${escaped(words.title)}`,
    `DESCRIPTION:${escaped(words.says)}`,
    'CLASS:PRIVATE',
    ...(calledOff === null ? [] : ['STATUS:CANCELLED']),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return lines.join('\r\n')
}

/** @source RFC 5545, section 3.3.11 */
const escaped = (text: string) => text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\n/g, '\\n')
