// What the evidence room refuses, each defined once.
import type { RefusalKind } from '../../basics/index.ts'

export const refusals = {
  serviceUnknown: {
    code: 'evidence-service-unknown',
    says: 'There is no service here by that address.',
    next: 'Find the service by its name and go on from there.',
    http: 404,
    fhir: 'not-found',
  },
  periodWrong: {
    code: 'evidence-period-wrong',
    says: 'The first day must come before the last, and both within three years.',
    next: 'Choose other days.',
    http: 422,
    fhir: 'invalid',
  },
  noCheckpoint: {
    code: 'evidence-no-checkpoint',
    says: 'There is no checkpoint to hold the pack to yet.',
    next: 'One is made every night. Come back tomorrow, or run coproduce checkpoint.',
    http: 409,
    fhir: 'conflict',
  },
  sentenceUnknown: {
    code: 'evidence-sentence-unknown',
    says: 'There is no such sentence in this pack.',
    next: 'Go back to the pack and choose a sentence there.',
    http: 404,
    fhir: 'not-found',
  },
  packBroken: {
    code: 'evidence-pack-broken',
    says: 'The pack does not hold: {why}.',
    next: 'Get it again from where it came.',
    http: 422,
    fhir: 'invalid',
  },
  otherKey: {
    code: 'evidence-pack-other-key',
    says: 'The pack is whole, and sealed with another key than the one you trust: {key}.',
    next: 'Compare both with the keys that the site publishes at /check/keys.',
    http: 422,
    fhir: 'security',
  },
  packDiffers: {
    code: 'evidence-pack-differs',
    says: 'Made again from the facts, the pack is another: {why}.',
    next: 'Run coproduce verify without a file, to see whether the facts still hold.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
