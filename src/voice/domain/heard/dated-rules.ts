// How old a conversation may be when it is written down, as dated policy.
import { datedRule } from '../../../basics/index.ts'

export const heardWithin = datedRule({
  says: 'A conversation is written down within 90 days of the day it was heard',
  from: '2026-11-30',
  value: 90,
  unit: 'days',
  source: 'Policy of this installation',
  confirmed: null,
})
