// What can be refused about what was done, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  unknown: {
    code: 'change-unknown',
    says: 'There is nothing of this kind that you can see.',
    next: 'Go to “You said, we did, you checked” and choose from the list.',
    http: 404,
    fhir: 'not-found',
  },
  empty: {
    code: 'change-empty',
    says: 'It says what people said, and what was done about it.',
    next: 'Write both, in plain words.',
    http: 422,
    fhir: 'required',
  },
  storiesMissing: {
    code: 'change-stories-missing',
    says: 'It is linked to stories that were told to you and were read.',
    next: 'Select at least one story from the list.',
    http: 422,
    fhir: 'required',
  },
} as const satisfies Record<string, RefusalKind>
