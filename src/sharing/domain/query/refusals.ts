// What can be refused about a look that somebody does not recognise, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

const conflict = { http: 409, fhir: 'business-rule' } as const
const missing = { http: 422, fhir: 'required' } as const

export const queryRefusals = {
  unknown: {
    code: 'look-query-unknown',
    says: 'There is no question about a look under that address.',
    next: 'Go back to the list and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  nobodyToAsk: {
    code: 'look-query-nobody-to-ask',
    says: 'This look was not by somebody at work, so no organisation can explain it.',
    next: 'Go back to the look. It says what you can do.',
    ...conflict,
  },
  closed: {
    code: 'look-query-closed',
    says: 'This question is answered, or was taken back.',
    next: 'Go back to it to see how it stands now.',
    ...conflict,
  },
  notAnswered: {
    code: 'look-query-not-answered',
    says: 'There is no answer yet that you could judge.',
    next: 'Wait for the answer. You get a message when it is there.',
    ...conflict,
  },
  aboutYourself: {
    code: 'look-query-about-yourself',
    says: 'This question is about a look of your own. Somebody else has to answer it.',
    next: 'Ask a colleague who answers such questions to do it.',
    http: 403,
    fhir: 'forbidden',
  },
  textMissing: {
    code: 'look-query-text-missing',
    says: 'Nothing is written.',
    next: 'Write it in plain words.',
    ...missing,
  },
  textTooLong: {
    code: 'look-query-text-too-long',
    says: 'The text is longer than 2,000 characters.',
    next: 'Say it in fewer words.',
    http: 422,
    fhir: 'too-long',
  },
} as const satisfies Record<string, RefusalKind>
