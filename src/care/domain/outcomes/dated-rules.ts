// How long a number for a visit can be used, and how many a team may have out, as dated policy.
import { datedRule } from '../../../basics/index.ts'

export const visitNumberKept = datedRule({
  says: 'A number for a visit can be used for 90 days',
  from: '2026-11-30',
  value: 90,
  unit: 'days',
  source: 'Policy of this installation',
  confirmed: null,
})

export const mostNumbersOut = datedRule({
  says: 'A team has at most 5,000 numbers for visits that are not used yet',
  from: '2026-11-30',
  value: 5_000,
  unit: 'numbers',
  source: 'Policy of this installation',
  confirmed: null,
})
