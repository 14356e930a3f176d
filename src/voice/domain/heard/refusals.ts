// What can be refused about conversations heard, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  empty: {
    code: 'conversation-empty',
    says: 'A conversation has a theme, what was said, and where.',
    next: 'Fill in what is missing.',
    http: 422,
    fhir: 'required',
  },
  notAgreed: {
    code: 'conversation-not-agreed',
    says: 'It can be kept only if those who said it agreed.',
    next: 'Ask them. If they said yes, tick the box.',
    http: 422,
    fhir: 'business-rule',
  },
  people: {
    code: 'conversation-people',
    says: 'The number of people is a whole number from 1 to 500.',
    next: 'Enter how many people said it.',
    http: 422,
    fhir: 'value',
  },
  area: {
    code: 'conversation-area',
    says: 'This is not an area that is known here.',
    next: 'Choose one from the list, or say that it is none of them.',
    http: 422,
    fhir: 'not-found',
  },
  day: {
    code: 'conversation-day',
    says: 'The day is today or one of the last 90 days.',
    next: 'Enter the day on which you heard it.',
    http: 422,
    fhir: 'value',
  },
  unknown: {
    code: 'conversation-unknown',
    says: 'There is nothing of this kind that you can see.',
    next: 'Go to what you heard and choose from the list.',
    http: 404,
    fhir: 'not-found',
  },
  whyMissing: {
    code: 'conversation-why-missing',
    says: 'Say why it is taken back.',
    next: 'Write a few words.',
    http: 422,
    fhir: 'required',
  },
  nothingHeard: {
    code: 'theme-nothing-heard',
    says: 'Nothing has been heard on this yet.',
    next: 'Write down a conversation first.',
    http: 409,
    fhir: 'business-rule',
  },
  boxNotYours: {
    code: 'conversation-box-not-yours',
    says: 'Somebody else wrote this down, and only they can send it.',
    next: 'It stays on the device until they sign in there.',
    http: 403,
    fhir: 'forbidden',
  },
  mend: {
    code: 'conversation-mend-first',
    says: 'Another one that was written down needs mending first.',
    next: 'Open “Write down a conversation”, mend it and keep it.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
