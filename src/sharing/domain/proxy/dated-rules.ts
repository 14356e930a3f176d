// When access by a proxy ends, is reviewed, and is told of ahead of time, as dated law and policy.
import { datedRule } from '../../../basics/index.ts'

const standard = 'DAPB3051 Amd 59/2025'
const policy = 'Policy of this installation'

export const proxyEndsAtBirthday = datedRule({
  says: 'What was given over a child is suspended at the start of their 16th birthday',
  from: '2025-12-23',
  value: 16,
  unit: 'years of age',
  source: `${standard}, section 7.2`,
  confirmed: '2026-11-23',
})

export const proxyReviewedAtBirthday = datedRule({
  says: 'Access to a child’s record is suspended for review at the start of their 11th birthday',
  from: '2026-11-01',
  value: 11,
  unit: 'years of age',
  source: `${policy}, after RCGP; ${standard}, section 7.2, allows 13 or earlier`,
  confirmed: null,
})

export const proxyReviewedAtTheLatest = datedRule({
  says: 'No policy puts the review of access to a child’s record later than the 13th birthday',
  from: '2025-12-23',
  value: 13,
  unit: 'years of age',
  source: `${standard}, section 7.2`,
  confirmed: '2026-11-23',
})

export const proxyRemovedWhenUnusedFor = datedRule({
  says: 'Access by a proxy that nobody used for 5 years is removed',
  from: '2025-12-23',
  value: 60,
  unit: 'months',
  source: `${standard}, section 4.1.2`,
  confirmed: '2026-11-23',
})

export const proxyToldAhead = datedRule({
  says: 'The person and the proxy are told 28 days before access is suspended or ends',
  from: '2026-11-01',
  value: 28,
  unit: 'days',
  source: `${policy}; ${standard}, sections 7.2 and 7.3, set no number of days`,
  confirmed: null,
})

export const proxyAfterDeath = datedRule({
  says: 'After a person dies, a proxy may go on for 28 days',
  from: '2026-11-01',
  value: 28,
  unit: 'days',
  source: `${policy}; ${standard}, section 7.4, leaves it to the organisation`,
  confirmed: null,
})

export const proxyReviewedEvery = datedRule({
  says: 'Access by a proxy is reviewed within 12 months of the day it was last decided',
  from: '2026-11-01',
  value: 12,
  unit: 'months',
  source: `${policy}; ${standard}, section 4.1.2 (review), sets no number of months`,
  confirmed: null,
})
