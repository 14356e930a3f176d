// The door of the demonstration town.
import type { Log } from '../log/index.ts'
import { found } from './founding.ts'
import { stories } from './stories.ts'
import { type Follow, tellStories } from './town.ts'

export { demonstrationPeople } from './cast.ts'

export type Making = {
  /** The chance of the town: ids and salts follow from it. A town that is here keeps its own. */
  readonly seed?: string
  /** Carries out at once what follows from a fact; without it that is queued as jobs. */
  readonly follow?: Follow
}

/**
 * Makes the named people of the town and everything told of them, or what of it is missing.
 * Throws when a decision refuses it: a bug here.
 */
export async function makeDemonstrationTown(
  log: Log,
  { seed = '1', follow }: Making = {},
): Promise<void> {
  await tellStories(log, await found(log, seed), stories, follow ?? null)
}
