// How soon a body answers what a report recommends, as dated law and policy.
import { datedRule } from '../../../basics/index.ts'

export const recommendationAnsweredWithin = {
  ...datedRule({
    says: 'A body answers each recommendation of a report within 20 working days',
    from: '2026-11-01',
    value: 20,
    unit: 'working days',
    source:
      'Local Government and Public Involvement in Health Act 2007 and local protocols ' +
      '(facts F6.9)',
    confirmed: null,
  }),
  unit: 'working days' as const,
}

/** Plain days, not working days: twenty-eight from the request. */
export const scrutinyAnsweredWithin = {
  ...datedRule({
    says: 'A body replies in writing to a scrutiny report within 28 days of the request',
    from: '2013-04-01',
    value: 28,
    unit: 'days',
    source: 'SI 2013/218, regulation 22(7)',
    confirmed: null,
  }),
  unit: 'days' as const,
}
