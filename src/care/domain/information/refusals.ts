// What can be refused about information that is sent, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  informationUnknown: {
    code: 'information-unknown',
    says: 'There is no such information that you can see.',
    next: 'Go to the list and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  titleMissing: {
    code: 'information-title-missing',
    says: 'It has no title.',
    next: 'Enter a title that says what it is about.',
    http: 422,
    fhir: 'required',
  },
  textMissing: {
    code: 'information-text-missing',
    says: 'There is no text.',
    next: 'Write what you want to send.',
    http: 422,
    fhir: 'required',
  },
  sourceMissing: {
    code: 'information-source-missing',
    says: 'It is not said where this comes from.',
    next: 'Enter who wrote it or which page it comes from.',
    http: 422,
    fhir: 'required',
  },
  pastReview: {
    code: 'information-past-review',
    says: 'The review date of this has passed, so it is not sent any more.',
    next: 'Check that it is still right, and give it a new review date.',
    http: 422,
    fhir: 'business-rule',
  },
  notOpened: {
    code: 'information-not-opened',
    says: 'You have not opened this yet.',
    next: 'Open it first, then say whether it helped.',
    http: 409,
    fhir: 'business-rule',
  },
  maySend: {
    code: 'information-may-not-send',
    says: 'You cannot send this person information.',
    next: 'Ask them to share with you or your role, and to let you add to what they keep.',
    http: 403,
    fhir: 'forbidden',
  },
  enoughToday: {
    code: 'information-enough-today',
    says: 'You have sent them {most} things to read today.',
    next: 'Send it tomorrow, or tell them about it yourself.',
    http: 429,
    fhir: 'throttled',
  },
} as const satisfies Record<string, RefusalKind>
