// Time given and owed as whole minutes.
import type { Branded } from './brands.ts'

/** Whole minutes, negative where owed; at most 2^53 - 1 either way. */
export type Minutes = Branded<number, 'minutes'>

/** A whole number as minutes; a fraction or a number too large to be exact is a bug and throws. */
export function minutes(count: number): Minutes {
  if (!Number.isSafeInteger(count)) throw new RangeError('Minutes are a whole number below 2^53')
  return (count === 0 ? 0 : count) as Minutes
}

/** The sum; more than can be exact throws. */
export const addMinutes = (...amounts: readonly Minutes[]): Minutes =>
  amounts.reduce((sum, amount) => minutes(sum + amount), minutes(0))

/** The time in English words: `1 hour 30 minutes`, `45 minutes`, `minus 2 hours`. */
export function formatMinutes(amount: Minutes): string {
  const whole = Math.abs(amount)
  const parts = [counted(Math.floor(whole / 60), 'hour'), counted(whole % 60, 'minute')]
  const said = parts.filter((part) => part !== '').join(' ')
  if (said === '') return '0 minutes'
  return amount < 0 ? `minus ${said}` : said
}

function counted(count: number, unit: string): string {
  if (count === 0) return ''
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
