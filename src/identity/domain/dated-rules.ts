// How long sign-ins and codes hold, as dated policy.
import { datedRule } from '../../basics/index.ts'

const nist = 'NIST SP 800-63B'

export const sessionEndsAfter = datedRule({
  says: 'A person signs in again at least every 12 hours',
  from: '2026-11-01',
  value: 12,
  unit: 'hours',
  source: `${nist}, section 4.2.3 (assurance level 2)`,
  confirmed: null,
})

export const sessionIdlesAfter = datedRule({
  says: 'A sign-in ends after 30 minutes in which nothing was asked for',
  from: '2026-11-01',
  value: 30,
  unit: 'minutes',
  source: `${nist}, section 4.2.3 (assurance level 2)`,
  confirmed: null,
})

export const staffSessionEndsAfter = datedRule({
  says: 'Somebody who holds a role signs in again at least every 10 hours',
  from: '2026-11-01',
  value: 10,
  unit: 'hours',
  source: 'Policy of this installation: one long shift, less than the 12 hours for everybody',
  confirmed: null,
})

export const staffSessionIdlesAfter = datedRule({
  says: 'A sign-in of somebody who holds a role ends after 15 minutes without use',
  from: '2026-11-01',
  value: 15,
  unit: 'minutes',
  source: `${nist}, section 4.3.3 (assurance level 3)`,
  confirmed: null,
})

export const firstAdministratorCodeHolds = datedRule({
  says: 'The code for the first administrator holds for 24 hours',
  from: '2026-11-01',
  value: 24,
  unit: 'hours',
  source: 'Policy of this installation',
  confirmed: null,
})

export const firstAdministratorTries = datedRule({
  says: 'The code for the first administrator can be tried 10 times',
  from: '2026-11-01',
  value: 10,
  unit: 'tries',
  source: 'Policy of this installation',
  confirmed: null,
})

export const signInMustReturnWithin = datedRule({
  says: 'A sign-in at a provider is finished within 15 minutes of its beginning',
  from: '2026-11-01',
  value: 15,
  unit: 'minutes',
  source: 'Policy of this installation',
  confirmed: null,
})

export const recoveryCodesGiven = datedRule({
  says: 'A person gets 10 recovery codes at a time, each good once',
  from: '2026-11-01',
  value: 10,
  unit: 'codes',
  source: 'Policy of this installation',
  confirmed: null,
})

export const tieCodeHolds = datedRule({
  says: 'A code by which two people come to be linked works once, for 7 days',
  from: '2026-11-01',
  value: 7,
  unit: 'days',
  source: 'Policy of this installation: until they next meet',
  confirmed: null,
})

export const draftsKept = datedRule({
  says: 'What was typed and not sent is kept for 30 days after it was last touched',
  from: '2026-11-01',
  value: 30,
  unit: 'days',
  source: 'Policy of this installation',
  confirmed: null,
})
