// What a score is, and the steps that several of them share: a sum, and the band it falls in.

export type Band = { readonly from: number; readonly to: number; readonly says: string }

/**
 * `none` where the set is not whole or an answer is outside; `total` with what was added up and,
 * where the total is read from a table, what it became; `apart` where questions are never added.
 */
export type Score =
  | { readonly kind: 'none'; readonly because: 'missing' | 'outside' | 'never-for-one' }
  | {
      readonly kind: 'total'
      readonly raw: number
      readonly total: number
      readonly band: string | null
    }
  | {
      readonly kind: 'apart'
      readonly parts: readonly { readonly value: number; readonly band: string }[]
    }

/** The band that a number falls in; null where it falls in none. */
export const bandOf = (bands: readonly Band[], value: number): string | null =>
  bands.find(({ from, to }) => from <= value && value <= to)?.says ?? null

type Whole =
  | { readonly ok: true; readonly values: readonly number[]; readonly sum: number }
  | { readonly ok: false; readonly score: Extract<Score, { kind: 'none' }> }

/** All of so many whole numbers between two, and their sum; else why there is no score. */
export function sumOf(
  values: readonly (number | null)[],
  count: number,
  least: number,
  most: number,
): Whole {
  const there = values.filter((one) => one !== null)
  if (values.length !== count || there.length < count) {
    return { ok: false, score: { kind: 'none', because: 'missing' } }
  }
  if (there.some((one) => !Number.isInteger(one) || one < least || one > most)) {
    return { ok: false, score: { kind: 'none', because: 'outside' } }
  }
  return { ok: true, values: there, sum: there.reduce((so, one) => so + one, 0) }
}
