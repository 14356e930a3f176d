// Names as they are searched for: small letters, no accents, one space.
import { tidyLine } from '../../basics/index.ts'

/** The name without accents and in small letters: `Siân Rees` is `sian rees`. */
export const nameKey = (name: string): string =>
  tidyLine(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
