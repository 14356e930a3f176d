// What one group holds that the others do not.
import { type Counts, countsOf, countsOfAll, type Tally } from './tally.ts'

/** One group's answer to one statement beside everyone else's. */
type Comparison = {
  readonly agrees: number
  readonly disagrees: number
  readonly seen: number
  /** The share that agrees, smoothed: (agrees + 1) / (seen + 2). */
  readonly agreeing: number
  readonly disagreeing: number
  /** How surely more than half agree, as a z score. */
  readonly agreeingTest: number
  readonly disagreeingTest: number
  /** How many times likelier this group is to agree than the others. */
  readonly agreeRatio: number
  readonly disagreeRatio: number
  /** How surely the group differs from the others, as a z score. */
  readonly agreeRatioTest: number
  readonly disagreeRatioTest: number
}

/** A statement that tells a group apart, in the direction in which it does. */
export type Held = {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  /** Those of the group who voted in the direction, and all of the group who voted. */
  readonly successes: number
  readonly trials: number
  readonly share: number
  readonly shareTest: number
  readonly ratio: number
  readonly ratioTest: number
  /** The statement the group agrees on most tellingly; it is shown first. */
  readonly bestAgreement: boolean
}

/** The z score that nine in ten chance differences stay below (one-sided). */
export const significance = 1.2816

/** The smoothed share of `part` in `whole`: (part + 1) / (whole + 2). */
export const smoothedShare = (part: number, whole: number): number => (part + 1) / (whole + 2)

/**
 * The z score of one share against one half, with one added to both counts.
 * @source Polis mathematics, proportion test: 2 √(n + 1) ((s + 1) / (n + 1) - 1/2).
 */
export const shareTest = (part: number, whole: number): number =>
  2 * Math.sqrt(whole + 1) * ((part + 1) / (whole + 1) - 0.5)

/**
 * The z score of two shares against each other, pooled, with one added to all four counts; 0 when
 * the pooled share is 1.
 * @source Polis mathematics, two-proportion test.
 */
export function twoShareTest(
  part: number,
  whole: number,
  otherPart: number,
  otherWhole: number,
): number {
  const here = (part + 1) / (whole + 1)
  const there = (otherPart + 1) / (otherWhole + 1)
  const pooled = (part + otherPart + 2) / (whole + otherWhole + 2)
  if (pooled === 1) return 0
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / (whole + 1) + 1 / (otherWhole + 1)))
  return (here - there) / deviation
}

/** A group's counts against all the others'. */
export function compared(own: Counts, others: Counts): Comparison {
  const agreeing = smoothedShare(own.agrees, own.seen)
  const disagreeing = smoothedShare(own.disagrees, own.seen)
  return {
    agrees: own.agrees,
    disagrees: own.disagrees,
    seen: own.seen,
    agreeing,
    disagreeing,
    agreeingTest: shareTest(own.agrees, own.seen),
    disagreeingTest: shareTest(own.disagrees, own.seen),
    agreeRatio: agreeing / smoothedShare(others.agrees, others.seen),
    disagreeRatio: disagreeing / smoothedShare(others.disagrees, others.seen),
    agreeRatioTest: twoShareTest(own.agrees, own.seen, others.agrees, others.seen),
    disagreeRatioTest: twoShareTest(own.disagrees, own.seen, others.disagrees, others.seen),
  }
}

/** Group `group` on `statement`, against all the other groups together. */
export function comparisonOf(tally: Tally, group: number, statement: number): Comparison {
  const own = countsOf(tally, group, statement)
  const all = countsOfAll(tally, statement)
  return compared(own, {
    agrees: all.agrees - own.agrees,
    disagrees: all.disagrees - own.disagrees,
    seen: all.seen - own.seen,
  })
}

/**
 * The statements that tell a group apart, at most `limit`: those where it has a majority and
 * differs from the others with 90 % confidence, by ratio × ratio test × share × share test. The
 * statement it agrees on most tellingly comes first; then agreements before disagreements. Where
 * nothing is sure enough, the single most telling statement.
 *
 * `skip[j]` is 1 for a statement left out.
 * @source Polis mathematics, representative comments; Small et al. 2021, section 3.
 */
export function heldBy(tally: Tally, group: number, skip: Uint8Array, limit = 5): Held[] {
  const sure: Held[] = []
  let best: { statement: number; comparison: Comparison } | null = null
  let bestAgreement: { statement: number; comparison: Comparison } | null = null
  for (let statement = 0; statement < tally.statements; statement += 1) {
    if (skip[statement] === 1) continue
    const comparison = comparisonOf(tally, group, statement)
    if (isSure(comparison)) sure.push(heldOf(statement, comparison))
    if (best === null || furthest(comparison) > furthest(best.comparison)) {
      best = { statement, comparison }
    }
    if (agreesBetter(comparison, bestAgreement?.comparison)) {
      bestAgreement = { statement, comparison }
    }
  }
  const first = bestAgreement ?? (sure.length === 0 ? best : null)
  const head = first === null ? [] : [headOf(first, first === bestAgreement)]
  const rest = sure
    .filter(({ statement }) => statement !== bestAgreement?.statement)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.statement - b.statement)
  const chosen = [...head, ...rest].slice(0, limit)
  return [
    ...chosen.filter(({ direction }) => direction === 'agree'),
    ...chosen.filter(({ direction }) => direction === 'disagree'),
  ]
}

const weightOf = (held: Held): number => held.ratio * held.ratioTest * held.share * held.shareTest

const furthest = (c: Comparison): number => Math.max(c.agreeRatioTest, c.disagreeRatioTest)

const isSure = (c: Comparison): boolean =>
  (c.agreeingTest > significance && c.agreeRatioTest > significance) ||
  (c.disagreeingTest > significance && c.disagreeRatioTest > significance)

function agreesBetter(c: Comparison, current: Comparison | undefined): boolean {
  if (c.agrees === 0 && c.disagrees === 0) return false
  if (current === undefined) {
    return c.agreeingTest > significance || (c.agreeRatio > 1 && c.agreeing > 0.5)
  }
  const share = c.agreeing * c.agreeingTest
  const currentShare = current.agreeing * current.agreeingTest
  if (current.agreeRatio <= 1) return share > currentShare
  return (
    c.agreeRatio * c.agreeRatioTest * share >
    current.agreeRatio * current.agreeRatioTest * currentShare
  )
}

function headOf(
  { statement, comparison }: { statement: number; comparison: Comparison },
  bestAgreement: boolean,
): Held {
  return { ...heldOf(statement, comparison), bestAgreement }
}

function heldOf(statement: number, c: Comparison): Held {
  const agree = c.agreeRatioTest > c.disagreeRatioTest
  return {
    statement,
    direction: agree ? 'agree' : 'disagree',
    successes: agree ? c.agrees : c.disagrees,
    trials: c.seen,
    share: agree ? c.agreeing : c.disagreeing,
    shareTest: agree ? c.agreeingTest : c.disagreeingTest,
    ratio: agree ? c.agreeRatio : c.disagreeRatio,
    ratioTest: agree ? c.agreeRatioTest : c.disagreeRatioTest,
    bestAgreement: false,
  }
}
