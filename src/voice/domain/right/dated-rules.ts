// The times that the rights of patients have besides those of complaints, as dated rules.
import { datedRule } from '../../../basics/index.ts'

export const treatedWithin = {
  ...datedRule({
    says: 'Treatment that a consultant leads begins within 18 weeks of the referral',
    from: '2013-04-01',
    value: 126,
    unit: 'days',
    source:
      'National Health Service Commissioning Board and Clinical Commissioning Groups ' +
      '(Responsibilities and Standing Rules) Regulations 2012 (SI 2012/2996), Part 9',
    confirmed: null,
  }),
  unit: 'days' as const,
}

export const recordGivenWithin = {
  ...datedRule({
    says: 'A copy of what is held about somebody is given within one month of the request',
    from: '2018-05-25',
    value: 1,
    unit: 'months',
    source: 'UK GDPR, article 12(3) and article 15',
    confirmed: null,
  }),
  unit: 'months' as const,
}

export const recordCorrectedWithin = {
  ...datedRule({
    says: 'A request to put a record right is answered within one month',
    from: '2018-05-25',
    value: 1,
    unit: 'months',
    source: 'UK GDPR, article 12(3) and article 16',
    confirmed: null,
  }),
  unit: 'months' as const,
}
