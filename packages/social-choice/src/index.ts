// The door of the library: what other programs may use.
export { ok, type Refusal, type Result, refuse } from './ground/result.ts'
export { digestOf, type SeededChance, seededChance } from './ground/seeded.ts'
