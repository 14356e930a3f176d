// When somebody is asked again what they need, and how hard words to them may be: dated policy.
import { datedRule } from '../../basics/index.ts'

export const reviewNeedsAfter = datedRule({
  says: 'A person is asked every 12 months whether their communication needs are still right',
  from: '2025-07-01',
  value: 12,
  unit: 'months',
  source: 'Accessible Information Standard (DAPB1605), stage 6, review; the time is our policy',
  confirmed: null,
})

export const plainWordsUpTo = datedRule({
  says: 'Words to a person that need a reading age above 13 are sent only after a second thought',
  from: '2026-11-01',
  value: 13,
  unit: 'years of reading age',
  source:
    'Policy of this installation, after the NHS service manual, Health literacy: most people in ' +
    'England read like a child of 11 to 14, or find health texts too hard',
  confirmed: null,
})
