// What people hold together across groups, and what divides them.
import { shareTest, significance, smoothedShare, twoShareTest } from './representativeness.ts'
import { countsOf, type Tally } from './tally.ts'

/**
 * Group-informed consensus, 0 to 1: the product over groups of (agrees + 1) / (seen + 2). One
 * group that does not agree is enough to make it small, however small the group.
 * @source Small et al. 2021, section 3, "group-informed consensus".
 */
export function groupInformedAgreement(tally: Tally, statement: number): number {
  let product = 1
  for (let at = statement * tally.groups; at < (statement + 1) * tally.groups; at += 1) {
    product *= smoothedShare(tally.agrees[at]!, tally.seen[at]!)
  }
  return product
}

/** The same for disagreement: the product over groups of (disagrees + 1) / (seen + 2). */
export function groupInformedDisagreement(tally: Tally, statement: number): number {
  let product = 1
  for (let at = statement * tally.groups; at < (statement + 1) * tally.groups; at += 1) {
    product *= smoothedShare(tally.disagrees[at]!, tally.seen[at]!)
  }
  return product
}

/** A statement most people agree on, or most disagree on, whatever their group. */
export type Majority = {
  readonly statement: number
  readonly successes: number
  readonly trials: number
  readonly share: number
  readonly shareTest: number
}

/**
 * The statements on which a majority of everybody who voted is sure, with 90 % confidence, by
 * share × share test; at most `limit` for agreement and for disagreement. `all` is the tally of
 * everybody as one group.
 * @source Polis mathematics, consensus comments.
 */
export function majoritiesOf(
  all: Tally,
  skip: Uint8Array,
  limit = 5,
): { readonly agree: Majority[]; readonly disagree: Majority[] } {
  return {
    agree: majorities(all.agrees, all.seen, skip, limit),
    disagree: majorities(all.disagrees, all.seen, skip, limit),
  }
}

function majorities(
  parts: Int32Array,
  wholes: Int32Array,
  skip: Uint8Array,
  limit: number,
): Majority[] {
  const found: Majority[] = []
  for (let statement = 0; statement < wholes.length; statement += 1) {
    const successes = parts[statement]!
    const trials = wholes[statement]!
    const share = smoothedShare(successes, trials)
    const test = shareTest(successes, trials)
    if (skip[statement] === 1 || share <= 0.5 || test <= significance) continue
    found.push({ statement, successes, trials, share, shareTest: test })
  }
  return found
    .sort((a, b) => b.share * b.shareTest - a.share * a.shareTest || a.statement - b.statement)
    .slice(0, limit)
}

/** A statement that one group agrees with far more than another. */
export type Division = {
  readonly statement: number
  /** The group that agrees most and the one that agrees least, by smoothed share. */
  readonly most: number
  readonly least: number
  readonly mostShare: number
  readonly leastShare: number
  /** `mostShare` - `leastShare`, 0 to 1. */
  readonly gap: number
  /** How surely the two groups differ, as a z score. */
  readonly test: number
}

/** The widest gap in smoothed agreement between two groups; null with fewer than two groups. */
export function divisionOf(tally: Tally, statement: number): Division | null {
  if (tally.groups < 2) return null
  let most = 0
  let least = 0
  const shares: number[] = []
  for (let group = 0; group < tally.groups; group += 1) {
    const { agrees, seen } = countsOf(tally, group, statement)
    shares.push(smoothedShare(agrees, seen))
    if (shares[group]! > shares[most]!) most = group
    if (shares[group]! < shares[least]!) least = group
  }
  const high = countsOf(tally, most, statement)
  const low = countsOf(tally, least, statement)
  return {
    statement,
    most,
    least,
    mostShare: shares[most]!,
    leastShare: shares[least]!,
    gap: shares[most]! - shares[least]!,
    test: twoShareTest(high.agrees, high.seen, low.agrees, low.seen),
  }
}

/**
 * The statements that divide most: where one group mostly agrees, another mostly does not, and the
 * two differ with 90 % confidence; widest gap first, at most `limit`.
 */
export function divisionsOf(tally: Tally, skip: Uint8Array, limit = 5): Division[] {
  const found: Division[] = []
  for (let statement = 0; statement < tally.statements; statement += 1) {
    if (skip[statement] === 1) continue
    const division = divisionOf(tally, statement)
    if (division === null || division.test <= significance) continue
    if (division.mostShare > 0.5 && division.leastShare < 0.5) found.push(division)
  }
  return found.sort((a, b) => b.gap - a.gap || a.statement - b.statement).slice(0, limit)
}
