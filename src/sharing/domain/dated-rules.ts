// How long an emergency holds, and how often somebody may ask to be shared with: dated policy.
import { datedRule } from '../../basics/index.ts'

export const emergencyEndsAfter = datedRule({
  says: 'An access that was opened in an emergency ends by itself after 4 hours',
  from: '2026-11-01',
  value: 4,
  unit: 'hours',
  source: 'Policy of this installation: one assessment, less than a shift',
  confirmed: null,
})

export const asksInADay = datedRule({
  says: 'One person at work asks at most 20 people in 24 hours to share something',
  from: '2026-11-01',
  value: 20,
  unit: 'people',
  source: 'Policy of this installation: asking is for people one meets, not for lists',
  confirmed: null,
})
