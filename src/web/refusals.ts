// What the web refuses before a room is asked, each defined once.
import type { RefusalKind } from '../basics/index.ts'

export const refusals = {
  pageNotFound: {
    code: 'page-not-found',
    says: 'We could not find this page',
    next: 'Check the address, or go to the home page. It may be a page that is not yours to see.',
    http: 404,
    fhir: 'not-found',
  },
  notYours: {
    code: 'not-yours-to-see',
    says: 'This page is not open to you',
    next: 'Go to the home page. If it should be open to you, ask the team that sent you here.',
    http: 403,
    fhir: 'forbidden',
  },
  signInFirst: {
    code: 'sign-in-first',
    says: 'You are not signed in',
    next: 'Sign in, then try again.',
    http: 401,
    fhir: 'login',
  },
  formNotFromHere: {
    code: 'form-not-from-here',
    says: 'We did not do what this form asked',
    next: 'The page it came from is too old, or not ours. Load it again and send it once more.',
    http: 403,
    fhir: 'security',
  },
  wrongWay: {
    code: 'wrong-way-to-ask',
    says: 'This address cannot be used like this',
    next: 'Go back to the page before and use its links and buttons.',
    http: 405,
    fhir: 'not-supported',
  },
  tooMuchAtOnce: {
    code: 'too-much-at-once',
    says: 'What you sent is too big',
    next: 'Go back, make it shorter, and send it again. Nothing was saved.',
    http: 413,
    fhir: 'too-long',
  },
  formNotUnderstood: {
    code: 'form-not-understood',
    says: 'We cannot read what was sent in this form',
    next: 'Go back and send it with the button on the page.',
    http: 415,
    fhir: 'not-supported',
  },
  requestNotUnderstood: {
    code: 'request-not-understood',
    says: 'We could not read what your browser sent',
    next: 'Go back and try again, or start from the home page.',
    http: 400,
    fhir: 'structure',
  },
  tooManyAtOnce: {
    code: 'too-many-at-once',
    says: 'You have asked for many pages in a short time',
    next: 'Wait a minute, then try again. What you have saved is safe.',
    http: 429,
    fhir: 'throttled',
  },
  somethingWentWrong: {
    code: 'something-went-wrong',
    says: 'Something went wrong at our end',
    next: 'What you have saved is safe. Try again in a few minutes. If it fails again, tell us.',
    http: 500,
    fhir: 'exception',
  },
  awayForAMoment: {
    code: 'away-for-a-moment',
    says: 'Coproduce cannot be used just now',
    next: 'We are bringing it back. Try again in a few minutes. What you have saved is safe.',
    http: 503,
    fhir: 'transient',
  },
} as const satisfies Record<string, RefusalKind>
