// How soon a look that was questioned is explained, and a breach told: dated law.
import { datedRule } from '../../../basics/index.ts'

export const lookExplainedWithin = datedRule({
  says: 'A question about who looked at what a person keeps, and why, is answered within one month',
  from: '2018-05-25',
  value: 1,
  unit: 'months',
  source: 'UK GDPR, Articles 12(3) and 15(1)(c)',
  confirmed: null,
})

export const breachToldWithin = datedRule({
  says: 'A look that could harm is told to the Information Commissioner within 72 hours',
  from: '2018-05-25',
  value: 72,
  unit: 'hours',
  source: 'UK GDPR, Article 33(1)',
  confirmed: null,
})
