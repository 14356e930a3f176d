// When somebody is asked again what they need, as dated policy.
import { datedRule } from '../../basics/index.ts'

export const reviewNeedsAfter = datedRule({
  says: 'A person is asked every 12 months whether their communication needs are still right',
  from: '2025-07-01',
  value: 12,
  unit: 'months',
  source: 'Accessible Information Standard (DAPB1605), stage 6, review; the time is our policy',
  confirmed: null,
})
