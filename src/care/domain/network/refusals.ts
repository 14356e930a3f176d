// What can be refused about the map of a person's network, each defined once.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  memberUnknown: {
    code: 'network-member-unknown',
    says: 'There is nobody of that name on the map.',
    next: 'Go to your map and choose from there.',
    http: 404,
    fhir: 'not-found',
  },
  nameMissing: {
    code: 'network-name-missing',
    says: 'It is not said who or what this is.',
    next: 'Enter a name, in your own words.',
    http: 422,
    fhir: 'required',
  },
  mapFull: {
    code: 'network-map-full',
    says: 'There are {most} on this map, and no more fit on it.',
    next: 'Take one off, or put a group in place of its people.',
    http: 422,
    fhir: 'business-rule',
  },
  mapEmpty: {
    code: 'network-map-empty',
    says: 'There is nobody on the map yet.',
    next: 'Add somebody first.',
    http: 422,
    fhir: 'business-rule',
  },
  notTied: {
    code: 'network-not-tied',
    says: 'The two of you are not joined here.',
    next: 'Choose somebody from the list, or leave it at a name.',
    http: 422,
    fhir: 'business-rule',
  },
} as const satisfies Record<string, RefusalKind>
