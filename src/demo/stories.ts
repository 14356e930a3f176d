// Everything that is told of the town, in the order in which it is told: one line for each story.
import { organisationsBegin, peopleAreKnown } from './founding.ts'
import { firstLooks } from './stories/first-looks.ts'
import { firstPromises } from './stories/first-promises.ts'
import { firstRecords } from './stories/first-records.ts'
import { firstTales } from './stories/first-tales.ts'
import type { Story } from './town.ts'

/** A new story goes to the end: what was told before must be told again in the same words. */
export const stories: readonly Story[] = [
  organisationsBegin,
  peopleAreKnown,
  firstPromises,
  firstRecords,
  firstLooks,
  firstTales,
]
