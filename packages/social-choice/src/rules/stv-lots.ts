// Lots: drawn only where a rule says that nothing else is left to decide by.
import { seededChance } from '../ground/seeded.ts'

export type Lots = {
  /** The one of the tied candidates (numbers from 1) on whom the lot falls. */
  draw(tied: readonly number[]): number
}

/**
 * Lots from a seed (hexadecimal digits, an even number of them), each drawn among the tied
 * candidates in order of number. Without a seed the lot falls on the lowest number, so that a
 * count can be tried before a seed is stated; the tie is told in the result all the same.
 */
export function lotsFrom(seed: string | null): Lots {
  const chance = seed === null ? null : seededChance(seed)
  return {
    draw(tied) {
      const inOrder = [...tied].sort((one, other) => one - other)
      return inOrder[chance === null ? 0 : chance.below(inOrder.length)]!
    },
  }
}
