// Votes as a sparse table of people × statements: the last vote of each person on each.

/** 1 agree, 0 pass, -1 disagree, as the exports of the field write it. */
export type Vote = -1 | 0 | 1

/** One person's answer to one statement. */
export type Cast = {
  readonly voter: string
  readonly statement: string
  readonly vote: Vote
  /** When; a later vote replaces an earlier one. Without it, the order of casting decides. */
  readonly at?: number
}

/**
 * Compressed rows. The votes of person `p` are at `starts[p]` to `starts[p + 1] - 1`; there
 * `columns` is the statement (ascending) and `votes` the vote. People and statements stand in the
 * order of `byIdentifier`, so the same votes make the same table whatever the order they came in.
 */
export type VoteMatrix = {
  readonly people: readonly string[]
  readonly statements: readonly string[]
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly votes: Int8Array
}

/** Whole numbers first, by value; then everything else by code unit. */
function byIdentifier(a: string, b: string): number {
  const aNumber = wholeNumber.test(a)
  const bNumber = wholeNumber.test(b)
  if (aNumber !== bNumber) return aNumber ? -1 : 1
  if (aNumber && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

const wholeNumber = /^(0|[1-9][0-9]*)$/

/** The rank of each text in the order of `byIdentifier`, and the texts in that order. */
export function ranked(ids: readonly string[]): {
  readonly order: Int32Array
  readonly rank: Int32Array
} {
  // Numbers are compared as numbers, which is fast; the rest, all infinite here, as identifiers.
  const values = Float64Array.from(ids, (id) =>
    id.length <= 15 && wholeNumber.test(id) ? Number(id) : Number.POSITIVE_INFINITY,
  )
  const order = Int32Array.from(ids.keys())
  order.sort((a, b) => values[a]! - values[b]! || byIdentifier(ids[a]!, ids[b]!))
  const rank = new Int32Array(ids.length)
  for (let place = 0; place < order.length; place += 1) rank[order[place]!] = place
  return { order, rank }
}

/** How many votes each person has cast. */
export function votesByPerson(matrix: VoteMatrix): Int32Array {
  const counts = new Int32Array(matrix.people.length)
  for (let p = 0; p < counts.length; p += 1) counts[p] = matrix.starts[p + 1]! - matrix.starts[p]!
  return counts
}
