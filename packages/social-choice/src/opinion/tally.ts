// How each group voted on each statement, in whole numbers.
import type { VoteMatrix } from './vote-matrix.ts'

/** Counts of group `g` on statement `j` are at `j * groups + g`. `seen` includes passes. */
export type Tally = {
  readonly groups: number
  readonly statements: number
  readonly agrees: Int32Array
  readonly disagrees: Int32Array
  readonly seen: Int32Array
}

export type Counts = {
  readonly agrees: number
  readonly disagrees: number
  /** Agrees, disagrees and passes. */
  readonly seen: number
}

export const emptyTally = (groups: number, statements: number): Tally => ({
  groups,
  statements,
  agrees: new Int32Array(groups * statements),
  disagrees: new Int32Array(groups * statements),
  seen: new Int32Array(groups * statements),
})

/** The votes of each group; people in no group (-1) are not counted. */
export function tallyOf(matrix: VoteMatrix, groups: number, groupOf: Int32Array): Tally {
  const tally = emptyTally(groups, matrix.statements.length)
  for (let p = 0; p < groupOf.length; p += 1) {
    const group = groupOf[p]!
    if (group < 0) continue
    for (let i = matrix.starts[p]!; i < matrix.starts[p + 1]!; i += 1) {
      countVote(tally, group, matrix.columns[i]!, matrix.votes[i]!, 1)
    }
  }
  return tally
}

/** The votes of everybody, as one group. */
export const tallyOfAll = (matrix: VoteMatrix): Tally =>
  tallyOf(matrix, 1, new Int32Array(matrix.people.length))

/** Adds (`by` 1) or takes away (`by` -1) one vote. */
export function countVote(
  tally: Tally,
  group: number,
  statement: number,
  vote: number,
  by: 1 | -1,
): void {
  const at = statement * tally.groups + group
  tally.seen[at]! += by
  if (vote === 1) tally.agrees[at]! += by
  else if (vote === -1) tally.disagrees[at]! += by
}

export function countsOf(tally: Tally, group: number, statement: number): Counts {
  const at = statement * tally.groups + group
  return { agrees: tally.agrees[at]!, disagrees: tally.disagrees[at]!, seen: tally.seen[at]! }
}

/** The counts of all groups together. */
export function countsOfAll(tally: Tally, statement: number): Counts {
  let agrees = 0
  let disagrees = 0
  let seen = 0
  for (let at = statement * tally.groups; at < (statement + 1) * tally.groups; at += 1) {
    agrees += tally.agrees[at]!
    disagrees += tally.disagrees[at]!
    seen += tally.seen[at]!
  }
  return { agrees, disagrees, seen }
}
