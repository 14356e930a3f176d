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

export const reviewedWithin = datedRule({
  says: 'What is kept from the person is looked at again within 12 months',
  from: '2026-11-30',
  value: 12,
  unit: 'months',
  source:
    'Policy of this installation, for DPA 2018, Schedule 2 Part 3 paragraph 16 (others) and ' +
    'Schedule 3 Part 2 paragraph 5 (serious harm)',
  confirmed: null,
})

export const lookedAtAgainWithin = datedRule({
  says: 'What is kept from a person is looked at again within one month of the day they ask',
  from: '2018-05-25',
  value: 1,
  unit: 'months',
  source: 'UK GDPR, Articles 12(3) and 15',
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
