// How long an access that is opened in an emergency holds, as dated policy.
import { datedRule } from '../../basics/index.ts'

export const emergencyEndsAfter = datedRule({
  says: 'An access that was opened in an emergency ends by itself after 4 hours',
  from: '2026-11-01',
  value: 4,
  unit: 'hours',
  source: 'Policy of this installation: one assessment, less than a shift',
  confirmed: null,
})
