// What can be refused about linking plans in a family, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  tieUnknown: {
    code: 'family-tie-unknown',
    says: 'There is nobody of that name in your family view.',
    next: 'Go to the family view and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  tooYoung: {
    code: 'family-too-young',
    says: 'One of you is not 16 yet.',
    next: 'From 16 on each of you can decide. Until then a parent can ask to act for their child.',
    http: 409,
    fhir: 'business-rule',
  },
} as const satisfies Record<string, RefusalKind>
