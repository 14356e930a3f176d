// The clocks and counts of health scrutiny, as dated law and policy.
import { datedRule } from '../../../basics/index.ts'

/** Counted beginning with the day of the referral, not after it. */
export const referralAcknowledgedWithin = {
  ...datedRule({
    says: 'A committee acknowledges a referral within 20 working days, beginning with its day',
    from: '2013-04-01',
    value: 20,
    unit: 'working days',
    source:
      'SI 2013/218, regulation 21(3), for a local Healthwatch (facts F6.12a); for other bodies ' +
      'with a mandate, policy of this installation',
    confirmed: null,
  }),
  unit: 'working days' as const,
}

/** What law leaves to each council’s standing orders: how many members must have decided. */
export const membersToPublish = datedRule({
  says: 'A scrutiny report is published when 3 members have decided, and more are for than against',
  from: '2026-11-30',
  value: 3,
  unit: 'members',
  source: 'Policy of this installation (standing orders of a council may ask for more)',
  confirmed: null,
})
