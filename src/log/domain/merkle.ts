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

/**
 * The root over leaves in the order given. A node without a sibling goes up as it is.
 * No leaves give the digest of a fixed text.
 */
export function treeRoot(sha256: Sha256, leaves: readonly string[]): string {
  let row = leaves.map((leaf) => leafDigest(sha256, leaf))
  if (row.length === 0) return sha256(EMPTY_TREE)
  while (row.length > 1) row = rowAbove(sha256, row)
  return row[0] as string
}

/** The steps from each of the leaves at these places (from 0) to the root. */
export function treePaths(
  sha256: Sha256,
  leaves: readonly string[],
  places: readonly number[],
): Step[][] {
  const paths: Step[][] = places.map(() => [])
  let row = leaves.map((leaf) => leafDigest(sha256, leaf))
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
