// The collaboRATE score: a team’s share of visits with the top answer to all three questions.
import type { Score } from './band.ts'

export const collaborateSource =
  'Barr and others, Journal of Medical Internet Research 2014; 16(1): e2'

/** @source facts, part 11: only for 25 encounters or more */
export const FEWEST_ENCOUNTERS = 25

export type TopScore =
  | { readonly kind: 'not-enough'; readonly counted: number; readonly needed: number }
  | {
      readonly kind: 'score'
      readonly counted: number
      readonly top: number
      /** Whole per cent, halves rounded up. */
      readonly percent: number
    }

/** Whether a response counts: all three were answered. */
export const isWhole = (values: readonly (number | null)[]): boolean =>
  values.length === 3 && values.every((one) => one !== null)

/** Whether all three have the highest answer of its version: 9, or 4 on the shorter scale. */
export const isTop = (values: readonly (number | null)[], most: number): boolean =>
  isWhole(values) && values.every((one) => one === most)

/**
 * The top score of a team: the share of visits with the highest answer to all three. A response
 * with a missing answer is left out, and fewer than 25 that count give no score.
 */
export function topScore(responses: readonly (readonly (number | null)[])[], most = 9): TopScore {
  const counted = responses.filter(isWhole)
  return topScoreOf(counted.length, counted.filter((values) => isTop(values, most)).length)
}

/** The same from what was counted already. */
export function topScoreOf(counted: number, top: number): TopScore {
  if (counted < FEWEST_ENCOUNTERS) {
    return { kind: 'not-enough', counted, needed: FEWEST_ENCOUNTERS }
  }
  const percent = Math.floor((200 * top + counted) / (2 * counted))
  return { kind: 'score', counted, top, percent }
}

/** One response has no score of its own: it says nothing of a team, and something of a person. */
export const scoreCollaborate = (): Score => ({ kind: 'none', because: 'never-for-one' })
