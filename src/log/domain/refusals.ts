// What the log refuses, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  busy: {
    code: 'changed-meanwhile',
    says: 'Several people changed this at the same moment, and this change was not kept.',
    next: 'Look at how it stands now and try again.',
    http: 409,
    fhir: 'conflict',
  },
  factUnknown: {
    code: 'fact-unknown',
    says: 'There is no fact by that id here.',
    next: 'Check the id against the export or the page it came from.',
    http: 404,
    fhir: 'not-found',
  },
  alreadyErased: {
    code: 'already-erased',
    says: 'The body of that fact has been erased before.',
    next: 'Nothing needs doing. The erasure itself is a fact in the same stream.',
    http: 409,
    fhir: 'conflict',
  },
  reasonUnknown: {
    code: 'erasure-reason-unknown',
    says: '{reason} is not one of the legal reasons for erasing.',
    next: 'Choose one of: {reasons}.',
    http: 400,
    fhir: 'code-invalid',
  },
  ownerUnknown: {
    code: 'owner-unknown',
    says: 'Nothing is kept here under that id.',
    next: 'Check the id, and that this is the installation you mean.',
    http: 404,
    fhir: 'not-found',
  },
  archiveBroken: {
    code: 'archive-broken',
    says: 'The archive is not as it was written: {what}.',
    next: 'Get the archive again from where it came. Nothing of it was imported.',
    http: 422,
    fhir: 'invalid',
  },
  proofBroken: {
    code: 'proof-broken',
    says: 'The proof does not hold: {why}.',
    next: 'Get it again from where it came.',
    http: 422,
    fhir: 'invalid',
  },
  keyNotTrusted: {
    code: 'key-not-trusted',
    says: 'The file is whole, and signed with another key than the one you trust: {key}.',
    next: 'Compare both with the keys that the site publishes at /check/keys.',
    http: 422,
    fhir: 'security',
  },
  streamDiffers: {
    code: 'stream-differs',
    says: 'Stream {stream} is already here and differs from the archive at place {place}.',
    next: 'Import into an installation that has never held it. Nothing of it was imported.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
