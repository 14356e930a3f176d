// Every refusal about decision aids.
import type { RefusalKind } from '../../../basics/index.ts'

export const refusals = {
  aidUnknown: {
    code: 'aid-unknown',
    says: 'There is no decision aid at this address.',
    next: 'Go to the list of decision aids and choose one.',
    http: 404,
    fhir: 'not-found',
  },
  withdrawn: {
    code: 'aid-withdrawn',
    says: 'This decision aid was withdrawn. You can read it, and no new decision begins with it.',
    next: 'Ask whoever treats you for a newer one.',
    http: 410,
    fhir: 'deleted',
  },
  notBuilt: {
    code: 'aid-not-built',
    says: 'The aid cannot be built. Line {line}: {says}',
    next: 'Mend it so: {mend}.',
    http: 422,
    fhir: 'invalid',
  },
  versionNotNew: {
    code: 'aid-version-not-new',
    says: 'Version {version} of this aid has been published before, with another text.',
    next: 'Write “version: {next}” and publish it again.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
