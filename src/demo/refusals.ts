// What is refused when a town is to be made, each defined once.
import type { RefusalKind } from '../basics/index.ts'

export const refusals = {
  peopleNotUnderstood: {
    code: 'demonstration-people-not-understood',
    says: 'The town can have {least} to {most} people.',
    next: 'Say how many with a whole number, for example --people 1000.',
    http: 400,
    fhir: 'value',
  },
  seedNotUnderstood: {
    code: 'demonstration-seed-not-understood',
    says: 'The seed of a town is a whole number from 0 to 999,999,999.',
    next: 'Choose one, for example --seed 1.',
    http: 400,
    fhir: 'value',
  },
  anotherSeed: {
    code: 'demonstration-of-another-seed',
    says: 'The town on this database was begun with the seed {seed}.',
    next: 'Leave --seed out to add to that town, or make another in an empty DATA_DIR.',
    http: 409,
    fhir: 'conflict',
  },
} as const satisfies Record<string, RefusalKind>
