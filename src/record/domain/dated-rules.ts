// How long whoever holds an entry has to answer a request to correct it, as dated law.
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
