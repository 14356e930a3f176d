// What can be refused about numbers that leave, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  measureUnknown: {
    code: 'measure-unknown',
    says: 'There is no such measure.',
    next: 'Go to the list of numbers and choose one from there.',
    http: 404,
    fhir: 'not-found',
  },
  policyUnknown: {
    code: 'gate-policy-unknown',
    says: 'There is no rule called {policy} for hiding small numbers.',
    next: 'Choose one of the rules that the page on numbers names.',
    http: 422,
    fhir: 'code-invalid',
  },
  nothingAsked: {
    code: 'gate-nothing-asked',
    says: 'This table has no numbers in it.',
    next: 'Name at least one number to work out.',
    http: 422,
    fhir: 'required',
  },
  tooFine: {
    code: 'gate-too-fine',
    says: 'Together with what was released before, this table has more than {most} parts.',
    next: 'Ask for fewer or larger areas, times or groups.',
    http: 422,
    fhir: 'too-costly',
  },
  unproven: {
    code: 'gate-unproven',
    says: '{count} small numbers in this table could perhaps be worked out from others.',
    next: 'Ask for larger areas, longer times or fewer groups, so that nobody stands out.',
    http: 422,
    fhir: 'business-rule',
  },
} as const satisfies Record<string, RefusalKind>
