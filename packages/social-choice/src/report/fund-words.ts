// Amounts of a counted fund in words, and what it says of a project that missed.
import type { FundCount } from '../fund/count-fund.ts'
import { amountText } from '../fund/fund.ts'
import { type Fraction, fraction, toDecimal } from '../ground/fraction.ts'

/** How a project missed; numbers as in the story of the project. */
export type Miss = {
  readonly why: string
  readonly missingSupport: number | null
  readonly missingCost: bigint | null
}

/** A number and what it counts: `1 voter`, `2 voters`. */
export const counted = (amount: number, one: string): string =>
  `${amount} ${one}${amount === 1 ? '' : 's'}`

/** Smallest units as money with its currency. */
export const money = (count: FundCount, units: bigint): string => {
  const { currency, decimals } = count.fund
  return `${amountText(units, decimals)}${currency === '' ? '' : ` ${currency}`}`
}

/** A fraction of smallest units as money, to two decimals of the whole unit. */
export const moneyNear = (count: FundCount, units: Fraction): string => {
  const { currency, decimals } = count.fund
  const whole = fraction(units.n, units.d * 10n ** BigInt(decimals))
  return `${toDecimal(whole, 2)}${currency === '' ? '' : ` ${currency}`}`
}
