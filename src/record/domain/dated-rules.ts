// How long answers and previews may take, and how often everything is taken: dated.
import { datedRule } from '../../basics/index.ts'

/**
 * Counted from the day the request is made, to the same day of the next month, or to its last day
 * where it has no such day. Weekends are not added, so the day is never later than the law's.
 */
export const correctWithin = datedRule({
  says: 'A request to correct a record is answered within one month',
  from: '2018-05-25',
  value: 1,
  unit: 'months',
  source: 'UK GDPR, Articles 12(3) and 16',
  confirmed: null,
})

export const previewsKept = datedRule({
  says: 'A preview of an import that nobody carried out or dropped is taken away after 7 days',
  from: '2026-11-01',
  value: 7,
  unit: 'days',
  source: 'Policy of this installation: long enough to ask somebody, no longer than needed',
  confirmed: null,
})

export const takenAtMost = datedRule({
  says: 'A person can take everything with them 5 times in 24 hours',
  from: '2026-11-01',
  value: 5,
  unit: 'times in 24 hours',
  source: 'Policy of this installation: each makes the whole file anew',
  confirmed: null,
})
