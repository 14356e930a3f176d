// What can be refused about a place, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  placeUnknown: {
    code: 'place-unknown',
    says: 'There is no such place here.',
    next: 'Search for it by its name, or by an earlier one.',
    http: 404,
    fhir: 'not-found',
  },
  kindUnknown: {
    code: 'place-kind-unknown',
    says: 'Select what it is.',
    next: 'Choose a service, a site, an area or a condition.',
    http: 422,
    fhir: 'code-invalid',
  },
  nameMissing: {
    code: 'place-name-missing',
    says: 'Enter the name that people use for it.',
    next: 'Write it as it stands on the door or the letter.',
    http: 422,
    fhir: 'required',
  },
  codeNotReal: {
    code: 'place-code-not-real',
    says: 'The {system} is not in the form such codes have.',
    next: 'Check it, or leave it empty.',
    http: 422,
    fhir: 'code-invalid',
  },
  linkNotPossible: {
    code: 'place-link-not-possible',
    says: 'These two cannot be linked in this way.',
    next: 'A service can be at a site, in an area, for a condition, or run by an organisation.',
    http: 422,
    fhir: 'business-rule',
  },
  notLinked: {
    code: 'place-not-linked',
    says: 'These two are not linked in this way today.',
    next: 'Look at the page of the place to see its links.',
    http: 409,
    fhir: 'conflict',
  },
  closedBefore: {
    code: 'place-closed-before',
    says: 'This place is closed already.',
    next: 'Look at its page to see when, and what took its place.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
