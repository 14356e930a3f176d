// The draw itself: one panel of a published list, by a seed that was committed to before.
import { digestOf, seededChance } from '../ground/seeded.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import { canonicalJson } from '../proof/canonical.ts'
import type { PanelObjective } from './leximin-lottery.ts'

/**
 * What is published before the draw, so that the seed cannot be chosen after the list is known:
 * SHA-256 of the seed's hexadecimal digits in lower case, as text.
 */
export const commitmentTo = (seed: string): string => digestOf(seed.toLowerCase())

/** Which panel of a list of `length` the seed draws, from 0; each is equally likely. */
export const drawnPlace = (seed: string, length: number): number =>
  seededChance(seed.toLowerCase()).below(length)

/** The digest of everything that decides the list of panels; the seed that orders the list. */
export const listingSeed = (task: PanelTask, objective: PanelObjective): string =>
  digestOf(
    canonicalJson({
      objective,
      size: task.size,
      quotas: task.quotas.map(({ category, feature, min, max }) => [category, feature, min, max]),
      people: task.people.map(({ id, features }) => [id, features]),
    }),
  )
