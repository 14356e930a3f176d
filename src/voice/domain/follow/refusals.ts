// What can be refused about following stories, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  followUnknown: {
    code: 'follow-unknown',
    says: 'You do not follow this.',
    next: 'Go to what you follow and choose from the list.',
    http: 404,
    fhir: 'not-found',
  },
  nothingToFollow: {
    code: 'follow-nothing',
    says: 'These words are in almost every story, or there are none.',
    next: 'Search with a rarer word, or choose a service, and follow that.',
    http: 422,
    fhir: 'value',
  },
  tooManyFollowed: {
    code: 'follow-too-many',
    says: 'You follow 50 things, which is as many as there can be.',
    next: 'Stop one of them, then follow this.',
    http: 422,
    fhir: 'too-costly',
  },
} as const satisfies Record<string, RefusalKind>
