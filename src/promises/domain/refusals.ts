// What can be refused about a promise, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  promiseUnknown: {
    code: 'promise-unknown',
    says: 'There is no such promise that you can see.',
    next: 'Go to your promises and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  notYoursToConfirm: {
    code: 'promise-not-yours-to-confirm',
    says: 'Only those who asked for this can say whether it happened.',
    next: 'If you asked for it too, tell the service that made the promise.',
    http: 403,
    fhir: 'forbidden',
  },
  notYoursToKeep: {
    code: 'promise-not-yours-to-keep',
    says: 'Only those who made this promise can say that it is done or ask for another date.',
    next: 'Act in the role under which it was made.',
    http: 403,
    fhir: 'forbidden',
  },
  notYourOwnWord: {
    code: 'promise-own-word',
    says: 'You said this yourself, so somebody else who asked has to confirm it.',
    next: 'Ask one of the others who asked for it.',
    http: 403,
    fhir: 'forbidden',
  },
  nothingSaidDone: {
    code: 'promise-not-said-done',
    says: 'Nobody has said yet that this is done.',
    next:
      'You will be asked when they do. If the day has passed, you can see what to do on its ' +
      'page.',
    http: 409,
    fhir: 'business-rule',
  },
  alreadyKept: {
    code: 'promise-already-kept',
    says: 'Those who asked have confirmed this promise.',
    next: 'Make a new promise for anything more.',
    http: 409,
    fhir: 'business-rule',
  },
  dueInThePast: {
    code: 'promise-due-in-the-past',
    says: 'The day a promise is due must be today or later.',
    next: 'Choose a later day.',
    http: 422,
    fhir: 'business-rule',
  },
  nothingProposed: {
    code: 'promise-no-date-proposed',
    says: 'No other date has been asked for.',
    next: 'The promise is still due on its day.',
    http: 409,
    fhir: 'business-rule',
  },
  changedMeanwhile: {
    code: 'promise-changed-meanwhile',
    says: 'They have said something else since you opened this page.',
    next: 'Read what stands here now, then decide.',
    http: 409,
    fhir: 'conflict',
  },
  nothingPromised: {
    code: 'promise-empty',
    says: 'A promise says what will be done.',
    next: 'Write what you promise.',
    http: 422,
    fhir: 'required',
  },
} as const satisfies Record<string, RefusalKind>
