// NHS numbers: read, checked by Modulus 11, written in threes and a four.
import type { Branded } from './brands.ts'
import { refusals } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'

/** Ten digits whose last one checks the others, without spaces. */
export type NhsNumber = Branded<string, 'NHS number'>

/**
 * Reads an NHS number as people type it, with spaces or hyphens anywhere. The refusal never
 * repeats the number. 000 000 0000 passes the check and is refused all the same.
 * Refuses: `nhs-number-missing`, `nhs-number-not-ten-digits`, `nhs-number-mistyped`.
 * @source NHS Data Model and Dictionary, NHS NUMBER (Modulus 11)
 */
export function parseNhsNumber(text: string, field?: string): Result<NhsNumber> {
  const digits = text.replace(/[\s\u200b\u2010-\u2015-]/gu, '')
  if (digits === '') return refuse(refusals.nhsNumberMissing, {}, field)
  if (!/^[0-9]{10}$/.test(digits)) return refuse(refusals.nhsNumberNotTenDigits, {}, field)
  const whole = nhsNumberOf(digits.slice(0, 9))
  return whole === digits ? ok(whole) : refuse(refusals.nhsNumberMistyped, {}, field)
}

/**
 * The NHS number that begins with nine digits, its check digit added; `null` where no digit
 * checks them (about one in eleven) or they are all zero.
 */
export function nhsNumberOf(nineDigits: string): NhsNumber | null {
  if (!/^[0-9]{9}$/.test(nineDigits)) throw new RangeError('An NHS number is made of nine digits')
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number(nineDigits[at]) * (10 - at)
  const check = (11 - (sum % 11)) % 11
  return check === 10 || nineDigits === '000000000' ? null : (`${nineDigits}${check}` as NhsNumber)
}

/** The number as it is printed: `999 012 3456`. */
export const formatNhsNumber = (number: NhsNumber): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`

/** Whether the number lies in the range kept for testing, 999 000 0000 to 999 999 9999. */
export const isKeptForTesting = (number: NhsNumber): boolean => number.startsWith('999')
