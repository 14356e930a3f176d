// People who answer alike, gathered into a few groups.
import type { SeededChance } from '../ground/seeded.ts'
import type { Places } from './axes.ts'
import { type Clusters, inMapOrder, kMeans, type Points, silhouetteOf } from './k-means.ts'

/** People in groups. A group is a number from 0, the largest first; -1 is in no group. */
export type Grouping = {
  readonly count: number
  /** The group of each person. */
  readonly of: Int32Array
  /** The mean place of each group, and how many are in it. */
  readonly centres: Points
  /** How far the groups are apart, -1 to 1; 0 for one group. */
  readonly silhouette: number
  /** The silhouette for each number of groups that was tried. */
  readonly tried: readonly { readonly groups: number; readonly silhouette: number }[]
  /** Up to 100 small clusters of people close together, for drawing. */
  readonly base: Clusters
  /** The base cluster of each person, or -1, and the group of each base cluster. */
  readonly baseOf: Int32Array
  readonly groupOfBase: Int32Array
}

/**
 * Those who take part in the grouping: everyone with at least 7 votes (or as many as there are
 * statements); if that is fewer than 15 people, those with most votes up to 15, at a tie the first
 * in the order of the table. Numbers of people, ascending.
 * @source Polis mathematics, participants in the conversation.
 */
export function takingPart(votes: Int32Array, statements: number): Int32Array {
  const enough = Math.min(7, statements)
  const order = Int32Array.from(votes.keys()).filter((p) => votes[p]! > 0)
  const ready = order.filter((p) => votes[p]! >= enough)
  if (ready.length >= fewestPeople) return ready
  return order
    .sort((a, b) => votes[b]! - votes[a]! || a - b)
    .slice(0, fewestPeople)
    .sort()
}

const fewestPeople = 15
const baseClusters = 100
const baseRounds = 100
const groupRounds = 100
const groupStarts = 12

/**
 * Groups of the people `among` at their places: up to 100 base clusters first; these, weighed by
 * their people, are gathered into 2 to min(5, 2 + base clusters / 12) groups, best of twelve
 * starts; `choose` says which number of groups to take, as a place in the list of those tried (by
 * default the best silhouette, at a tie fewer groups).
 * @source Small et al. 2021, section 3; Polis mathematics, k-means in two rounds.
 */
export function groupPeople(
  places: Places,
  among: Int32Array,
  chance: SeededChance,
  choose: (tried: Grouping['tried']) => number = bestSilhouette,
): Grouping {
  const order = orderOnMap(places, among)
  const points: Points = {
    x: Float64Array.from(order, (p) => places.x[p]!),
    y: Float64Array.from(order, (p) => places.y[p]!),
    weight: new Float64Array(order.length).fill(1),
  }
  const base = kMeans(points, baseClusters, chance, baseRounds)
  const candidates = candidatesFor(base.centres, chance)
  const tried = candidates.map(({ clusters, silhouette }) => ({
    groups: clusters.centres.x.length,
    silhouette,
  }))
  return assembled(places.x.length, order, base, candidates[choose(tried)]!, tried)
}

/** The place in the list of the best silhouette; the first of equals. */
export function bestSilhouette(tried: Grouping['tried']): number {
  let best = 0
  for (const [at, { silhouette }] of tried.entries()) {
    if (silhouette > tried[best]!.silhouette) best = at
  }
  return best
}

/**
 * Chooses for a conversation that grows: the number of groups stays until another has been best
 * four times running, or it can no longer be made. Remembers its choice from call to call.
 * @source Polis mathematics, group k smoother.
 */
export function choosingSteadily(): (tried: Grouping['tried']) => number {
  let chosen = 0
  let rival = 0
  let wins = 0
  return (tried) => {
    const best = bestSilhouette(tried)
    const winner = tried[best]!.groups
    wins = winner === rival ? wins + 1 : 1
    rival = winner
    const kept = tried.findIndex(({ groups }) => groups === chosen)
    if (kept >= 0 && wins < 4) return kept
    chosen = winner
    return best
  }
}

function orderOnMap(places: Places, among: Int32Array): Int32Array {
  const x = Float64Array.from(among, (p) => places.x[p]!)
  const y = Float64Array.from(among, (p) => places.y[p]!)
  return inMapOrder(x, y).map((i) => among[i]!)
}

type Candidate = { readonly clusters: Clusters; readonly silhouette: number }

function candidatesFor(base: Points, chance: SeededChance): Candidate[] {
  const most = Math.min(5, 2 + Math.floor(base.x.length / 12))
  const candidates: Candidate[] = []
  for (let k = Math.min(2, base.x.length); k <= Math.min(most, base.x.length); k += 1) {
    const clusters = bestOfStarts(base, k, chance)
    candidates.push({ clusters, silhouette: silhouetteOf(base, clusters) })
  }
  if (candidates.length > 0) return candidates
  return [{ clusters: kMeans(base, 1, chance, 1), silhouette: 0 }]
}

function bestOfStarts(base: Points, k: number, chance: SeededChance): Clusters {
  let best = kMeans(base, k, chance, groupRounds)
  for (let start = 1; start < groupStarts; start += 1) {
    const other = kMeans(base, k, chance, groupRounds)
    if (other.inertia < best.inertia) best = other
  }
  return best
}

function assembled(
  people: number,
  order: Int32Array,
  base: Clusters,
  { clusters, silhouette }: Candidate,
  tried: Grouping['tried'],
): Grouping {
  const { x, y, weight } = clusters.centres
  const bySize = Array.from(x.keys()).sort(
    (a, b) => weight[b]! - weight[a]! || x[a]! - x[b]! || y[a]! - y[b]!,
  )
  const number = new Int32Array(x.length)
  for (const [group, cluster] of bySize.entries()) number[cluster] = group
  const groupOfBase = clusters.of.map((cluster) => number[cluster]!)
  const of = new Int32Array(people).fill(-1)
  const baseOf = new Int32Array(people).fill(-1)
  for (let i = 0; i < order.length; i += 1) {
    baseOf[order[i]!] = base.of[i]!
    of[order[i]!] = groupOfBase[base.of[i]!]!
  }
  const inOrder = (values: Float64Array): Float64Array =>
    Float64Array.from(bySize, (cluster) => values[cluster]!)
  const centres = { x: inOrder(x), y: inOrder(y), weight: inOrder(weight) }
  return { count: bySize.length, of, centres, silhouette, tried, base, baseOf, groupOfBase }
}
