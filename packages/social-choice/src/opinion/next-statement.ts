// Which statement to show somebody next.
import type { SeededChance } from '../ground/seeded.ts'
import { drawn } from './k-means.ts'
import { smoothedShare } from './representativeness.ts'
import type { Counts } from './tally.ts'

/**
 * How much one more vote on a statement would tell: [(1 - p) (E + 1) a (1 + 8 · 2^(-S/5))]², with
 * p the smoothed share of passes, a of agreement, E the extremity on the map and S the votes seen.
 * New statements come up fast; those people pass on sink; a statement about the conversation
 * itself has 7².
 * @source Polis mathematics, comment priorities.
 */
export function priorityOf(counts: Counts, extremity: number, isMeta = false): number {
  if (isMeta) return 49
  const passes = counts.seen - counts.agrees - counts.disagrees
  const passing = smoothedShare(passes, counts.seen)
  const agreeing = smoothedShare(counts.agrees, counts.seen)
  const root = (1 - passing) * (extremity + 1) * agreeing * (1 + 8 * halvedEveryFive(counts.seen))
  return root * root
}

/** 2^(-n/5), from a table so that every machine has the same digits. */
function halvedEveryFive(n: number): number {
  return fifths[n % 5]! * 0.5 ** Math.min(1100, Math.floor(n / 5))
}

const fifths = [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985174]

/**
 * One of the statements not yet seen, drawn with chances in proportion to their priority, or -1
 * when none is left. Drawn and not simply the highest: if everyone met the same statement next,
 * the others would never be heard.
 */
export function drawNext(
  priorities: Float64Array,
  seen: Iterable<number>,
  chance: SeededChance,
): number {
  const open = priorities.slice()
  for (const statement of seen) open[statement] = 0
  return drawn(open, chance)
}
