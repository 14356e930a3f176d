// What can be refused about preparing for a visit, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  visitUnknown: {
    code: 'visit-unknown',
    says: 'There is no such visit that you can see.',
    next: 'Go to the list of visits and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  withWhomMissing: {
    code: 'visit-with-whom-missing',
    says: 'It is not said whom the visit is with.',
    next: 'Enter a name, or what kind of visit it is.',
    http: 422,
    fhir: 'required',
  },
  dayPast: {
    code: 'visit-day-past',
    says: 'The day of the visit must be today or later.',
    next: 'Enter the day of the visit.',
    http: 422,
    fhir: 'value',
  },
  nothingWritten: {
    code: 'visit-nothing-written',
    says: 'There is nothing written.',
    next: 'Write one thing at least: what matters, a worry or a question.',
    http: 422,
    fhir: 'required',
  },
  alreadyHeld: {
    code: 'visit-already-held',
    says: 'This visit is over.',
    next: 'What is still open waits for your next visit. Add that one.',
    http: 409,
    fhir: 'business-rule',
  },
  questionUnknown: {
    code: 'visit-question-unknown',
    says: 'There is no such question in this visit.',
    next: 'Choose one of the questions on the page.',
    http: 404,
    fhir: 'not-found',
  },
  mayNotWrite: {
    code: 'visit-may-not-write',
    says: 'The person has not let you write here.',
    next: 'Ask them to share this with your role, and to let you write in it.',
    http: 403,
    fhir: 'forbidden',
  },
} as const satisfies Record<string, RefusalKind>
