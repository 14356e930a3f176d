// Names as they are searched for: small letters, no accents, one space.
import { tidyLine } from '../../basics/index.ts'

/** The name without accents and in small letters: `Siân Rees` is `sian rees`. */
export const nameKey = (name: string): string =>
  tidyLine(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The key of the whole name, and of its last word: people are looked for by either. */
export function nameKeys(name: string): { readonly whole: string; readonly family: string } {
  const whole = nameKey(name)
  return { whole, family: whole.split(' ').at(-1) ?? whole }
}
