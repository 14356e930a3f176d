// What can be refused about acting for another, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

const forms = { http: 422, fhir: 'required' } as const
const rule = { http: 422, fhir: 'business-rule' } as const

export const refusals = {
  proxyUnknown: {
    code: 'proxy-unknown',
    says: 'There is nobody here who acts for another under that address.',
    next: 'Go back to the page “People who act for me” and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  toOneself: {
    code: 'proxy-for-oneself',
    says: 'Nobody needs leave to act for themselves.',
    next: 'Choose somebody else.',
    ...rule,
  },
  outOfScope: {
    code: 'proxy-care-home',
    says: 'Staff of a care home cannot act for the people who live there in this way.',
    next: 'Ask the practice how your home and the practice share what is needed.',
    ...rule,
  },
  notListed: {
    code: 'proxy-not-listed',
    says: 'Something chosen is not on the list.',
    next: 'Choose again from what is offered.',
    ...rule,
  },
  whyMissing: {
    code: 'proxy-why-missing',
    says: 'It is not said what the help is for.',
    next: 'Write what help is needed. “Just in case” is not enough.',
    ...forms,
  },
  deciderMissing: {
    code: 'proxy-decider-missing',
    says: 'Nobody is chosen to decide this.',
    next: 'Choose the practice that knows the person.',
    ...forms,
  },
  askedAlready: {
    code: 'proxy-asked-already',
    says: 'This was asked already and is still open.',
    next: 'Wait for the answer, or stop what holds before you ask again.',
    http: 409,
    fhir: 'business-rule',
  },
  endsInThePast: {
    code: 'proxy-ends-in-the-past',
    says: 'The last day must be today or later.',
    next: 'Choose a later day.',
    ...rule,
  },
  answeredAlready: {
    code: 'proxy-answered-already',
    says: 'This was answered already.',
    next: 'Go back to the list to see how it stands now.',
    http: 409,
    fhir: 'business-rule',
  },
  notYoursToDecide: {
    code: 'proxy-not-yours-to-decide',
    says: 'You cannot decide this one.',
    next: 'A doctor, nurse or manager of that practice decides, and never about themselves.',
    http: 403,
    fhir: 'forbidden',
  },
  notAgreed: {
    code: 'proxy-not-agreed',
    says: 'Whoever is to act for the person has not said yes to it.',
    next: 'Wait until they have said yes.',
    http: 409,
    fhir: 'business-rule',
  },
  saidNo: {
    code: 'proxy-person-said-no',
    says: 'The person said no, so it cannot rest on their yes.',
    next: 'Refuse it. If they cannot decide this, choose the reason that fits and the evidence.',
    ...rule,
  },
  bornNotKnown: {
    code: 'proxy-birth-date-missing',
    says: 'Nobody here knows when the person was born, and the rules go by age.',
    next: 'Have the date of birth recorded first.',
    ...rule,
  },
  basisNotForAge: {
    code: 'proxy-basis-not-for-age',
    says: 'That reason does not fit the age of the person.',
    next: 'Choose a reason that fits. From 16 on, it is presumed that people decide themselves.',
    ...rule,
  },
  evidenceDoesNotFit: {
    code: 'proxy-evidence-does-not-fit',
    says: 'What was seen does not prove the reason that was chosen.',
    next: 'Choose what you have seen. If you have not seen it, ask for it.',
    ...rule,
  },
  endMissing: {
    code: 'proxy-end-missing',
    says: 'Who cannot decide for a time needs a last day.',
    next: 'Enter the last day on which this is needed.',
    ...forms,
  },
  testMissing: {
    code: 'proxy-test-missing',
    says: 'One of the three tests is not answered: needed, right for it, safe.',
    next: 'Answer each in your own words.',
    ...forms,
  },
  reasonMissing: {
    code: 'proxy-reason-missing',
    says: 'No reason is given.',
    next: 'Choose a reason and write it in your own words.',
    ...forms,
  },
  onlyLess: {
    code: 'proxy-only-less',
    says: 'Here it can only be made less.',
    next: 'To make it more, decide it anew with all the tests.',
    ...rule,
  },
} as const satisfies Record<string, RefusalKind>
