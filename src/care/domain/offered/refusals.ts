// What can be refused about what was offered at a diagnosis, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  offeredUnknown: {
    code: 'offered-unknown',
    says: 'There is no such list that you can see.',
    next: 'Go to what you were offered and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  conditionMissing: {
    code: 'offered-condition-missing',
    says: 'It is not said what you were told that you have.',
    next: 'Enter the name of the illness, in your own words.',
    http: 422,
    fhir: 'required',
  },
  toldInFuture: {
    code: 'offered-told-in-future',
    says: 'The day you were told must be today or in the past.',
    next: 'Enter the day on which you were told.',
    http: 422,
    fhir: 'value',
  },
  notAGap: {
    code: 'offered-not-a-gap',
    says: 'You said that you were offered this.',
    next: 'Choose something that you were not offered, or change your answer.',
    http: 409,
    fhir: 'business-rule',
  },
} as const satisfies Record<string, RefusalKind>
