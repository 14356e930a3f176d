// How small numbers about people are hidden: each policy as dated data, with its source.
import type { Day } from '../../basics/index.ts'

export type Policy = {
  readonly code: string
  readonly says: string
  /** Counts from 1 to this are not shown; zero is. */
  readonly hideUpTo: number
  /** Other counts are shown to the nearest multiple of this; 1 shows them as they are. */
  readonly roundTo: number
  /** How many values a hidden count must still be able to have, whatever else was released. */
  readonly leastCandidates: number
  readonly from: Day
  readonly source: string
  /** The day somebody last read the source, or null: nobody has yet. */
  readonly confirmed: Day | null
}

export const policies: readonly Policy[] = [
  {
    code: 'seven-and-five',
    says: 'Counts of 1 to 7 people are not shown. Other counts are rounded to the nearest 5.',
    hideUpTo: 7,
    roundTo: 5,
    leastCandidates: 5,
    from: '2018-09-01' as Day,
    source:
      'NHS Digital, Disclosure control methodology for Hospital Episode Statistics (HES) and ' +
      'Emergency Care Data Set (ECDS), September 2018; the sentence on rounding is not yet read',
    confirmed: null,
  },
  {
    code: 'four-and-exact',
    says: 'Counts of 1 to 4 replies are not shown. Other counts are shown as they are.',
    hideUpTo: 4,
    roundTo: 1,
    leastCandidates: 4,
    from: '2020-04-01' as Day,
    source: 'NHS England, Friends and Family Test, Notes sheet of the national workbook, June 2026',
    confirmed: null,
  },
]

export const policyNamed = (code: string): Policy | null =>
  policies.find((one) => one.code === code) ?? null

/**
 * What is shown in place of a count: a number; `few` for a small one; `kept-back` for one that
 * would give a small one away.
 */
export type Shown = number | 'few' | 'kept-back'

/** A count as it may be shown by itself. */
export function mask(count: number, { hideUpTo, roundTo }: Policy): Shown {
  if (count === 0) return 0
  if (count <= hideUpTo) return 'few'
  return Math.round(count / roundTo) * roundTo
}

/** Between what a stranger knows the count to lie, both included. */
export type Interval = { readonly low: number; readonly high: number }

/** All counts that are shown in this way. */
export function knownOf(shown: Shown, { hideUpTo, roundTo }: Policy): Interval {
  if (shown === 'kept-back') return { low: 0, high: Number.POSITIVE_INFINITY }
  if (shown === 'few') return { low: 1, high: hideUpTo }
  if (shown === 0) return { low: 0, high: 0 }
  // Halves are rounded up, so a number stands for one more below it than above where it is even.
  const low = shown - Math.floor(roundTo / 2)
  const high = shown + Math.ceil(roundTo / 2) - 1
  return { low: Math.max(low, hideUpTo + 1), high }
}
