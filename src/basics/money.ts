// Money as whole pence: added and shared out exactly, never a fraction of a penny.
import type { Branded } from './brands.ts'
import { refusals } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'

/** Whole pence of pounds sterling, negative where owed; at most 2^53 - 1 either way. */
export type Pence = Branded<number, 'pence'>

/** A whole number as pence; a fraction or a number too large to be exact is a bug and throws. */
export function pence(count: number): Pence {
  if (!Number.isSafeInteger(count)) throw new RangeError('Pence are a whole number below 2^53')
  return (count === 0 ? 0 : count) as Pence
}

/** The sum; more than can be exact throws. */
export const addPence = (...amounts: readonly Pence[]): Pence =>
  amounts.reduce((sum, amount) => pence(sum + amount), pence(0))

/**
 * Shares an amount out by whole-number weights, to the penny, so that the shares add up to it.
 * Each gets the whole pence of its exact share; the odd pennies go one each to the shares that
 * lost the largest fraction, the earlier one where two lost the same. A negative amount is shared
 * like the same amount owed the other way. With equal weights the first shares get the odd pennies.
 * `weights`: at least one above 0, none below; anything else throws.
 * @source Hamilton's method of largest remainders (Balinski and Young, Fair Representation, 1982)
 */
export function splitPence(amount: Pence, weights: readonly number[]): readonly Pence[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights are whole numbers, 0 or more')
  }
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (all === 0n) throw new RangeError('At least one weight is above 0')
  const whole = BigInt(Math.abs(amount))
  const shares = weights.map((weight, at) => {
    const exact = whole * BigInt(weight)
    return { at, pence: exact / all, lost: exact % all }
  })
  const odd = Number(whole - shares.reduce((sum, share) => sum + share.pence, 0n))
  const byLoss = shares.toSorted((one, other) => compare(other.lost, one.lost) || one.at - other.at)
  const lucky = new Set(byLoss.slice(0, odd).map((share) => share.at))
  const sign = amount < 0 ? -1 : 1
  return shares.map((share) => pence(sign * (Number(share.pence) + (lucky.has(share.at) ? 1 : 0))))
}

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0)

/** The amount in pounds as it is shown: `£1,234.50`, or `-£0.05`. */
export function formatPence(amount: Pence): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const pounds = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}£${pounds}.${digits.slice(-2)}`
}

/**
 * Reads pounds as people type them, `12`, `12.5`, `£1,234.50`; no sign, nothing below a penny.
 * Refuses: `amount-missing`, `amount-not-money`, `amount-too-large`.
 */
export function parsePounds(text: string, field?: string): Result<Pence> {
  const typed = text.replace(/\s/gu, '').replace(/^£/, '')
  if (typed === '') return refuse(refusals.amountMissing, {}, field)
  const found = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(typed)
  if (found === null) return refuse(refusals.amountNotMoney, {}, field)
  const [, pounds = '', part = ''] = found
  const count = Number(pounds.replaceAll(',', '') + part.padEnd(2, '0'))
  return Number.isSafeInteger(count) ? ok(pence(count)) : refuse(refusals.amountTooLarge, {}, field)
}
