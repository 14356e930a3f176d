// A tree of digests: one root stands for many leaves, and a short path shows that a leaf is in it.
import type { Sha256 } from './chain.ts'

// Leaves and nodes are digested apart so that neither can pass for the other.
// @source RFC 9162 section 2.1.1
const leafDigest = (sha256: Sha256, leaf: string): string => sha256(`leaf:${leaf}`)
const nodeDigest = (sha256: Sha256, left: string, right: string): string =>
  sha256(`node:${left}:${right}`)

/** One step from a leaf to the root: the sibling, and the side it stands on. */
export type Step = { readonly side: 'left' | 'right'; readonly digest: string }

const EMPTY_TREE = 'nothing yet'

/** The digests so many rows above the leaves; the root alone where that is reached before. */
export function treeRow(sha256: Sha256, leaves: readonly string[], height: number): string[] {
  let row = leaves.map((leaf) => leafDigest(sha256, leaf))
  for (let at = 0; at < height && row.length > 1; at += 1) row = rowAbove(sha256, row)
  return row
}

/**
 * The root over a row of digests. A node without a sibling goes up as it is.
 * No digests give that of a fixed text.
 */
export function rowRoot(sha256: Sha256, digests: readonly string[]): string {
  let row = [...digests]
  if (row.length === 0) return sha256(EMPTY_TREE)
  while (row.length > 1) row = rowAbove(sha256, row)
  return row[0] as string
}

/** The root over leaves in the order given. */
export const treeRoot = (sha256: Sha256, leaves: readonly string[]): string =>
  rowRoot(sha256, treeRow(sha256, leaves, 0))

/** The steps to the root from each of the digests at these places (from 0) of a row. */
export function rowPaths(
  sha256: Sha256,
  digests: readonly string[],
  places: readonly number[],
): Step[][] {
  const paths: Step[][] = places.map(() => [])
  let row = [...digests]
  for (let height = 0; row.length > 1; height += 1) {
    for (const [one, place] of places.entries()) {
      const at = place >> height
      const digest = row[at ^ 1]
      if (digest !== undefined) paths[one]?.push({ side: at % 2 === 0 ? 'right' : 'left', digest })
    }
    row = rowAbove(sha256, row)
  }
  return paths
}

/** The root that a leaf and its path lead to. */
export const rootOfPath = (sha256: Sha256, leaf: string, path: readonly Step[]): string =>
  path.reduce(
    (digest, step) =>
      step.side === 'left'
        ? nodeDigest(sha256, step.digest, digest)
        : nodeDigest(sha256, digest, step.digest),
    leafDigest(sha256, leaf),
  )

function rowAbove(sha256: Sha256, row: readonly string[]): string[] {
  const above: string[] = []
  for (let at = 0; at < row.length; at += 2) {
    const left = row[at] as string
    const right = row[at + 1]
    above.push(right === undefined ? left : nodeDigest(sha256, left, right))
  }
  return above
}
