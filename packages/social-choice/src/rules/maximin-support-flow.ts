// The least supported set of projects, found exactly by cuts in a network of whole numbers.
import type { Support } from '../fund/support.ts'
import { type Fraction, fraction, gcd } from '../ground/fraction.ts'

/**
 * The least people(S) / cost(S) over sets S of the projects: people who voted for any of S by what
 * S costs. Null where the work runs out, or where the numbers pass 2^53.
 *
 * @source Dinkelbach: On Nonlinear Fractional Programming (1967) for the ratio; Dinic's algorithm
 * for each cut.
 */
export function leastSupported(
  support: Support,
  costs: readonly bigint[],
  projects: readonly number[],
  work: { left: number },
): Fraction | null {
  const shared = projects.reduce((sum, project) => gcd(sum, costs[project]!), 0n)
  const sizes = projects.map((project) => Number(costs[project]! / shared))
  const groups = groupBallots(support, projects, work)
  if (groups === null) return null
  const allCost = sizes.reduce((sum, size) => sum + size, 0)
  let people = groups.reduce((sum, group) => sum + group.people, 0)
  if (people * allCost > Number.MAX_SAFE_INTEGER / 4) return null
  let cost = allCost
  for (;;) {
    const set = cutBelow(groups, sizes, people, cost, work)
    if (set === null) return null
    if (set.every((isIn) => !isIn)) return fraction(BigInt(people), BigInt(cost) * shared)
    people = 0
    for (const group of groups) if (group.projects.some((at) => set[at])) people += group.people
    cost = sizes.reduce((sum, size, at) => sum + (set[at] ? size : 0), 0)
  }
}

type Group = { readonly projects: readonly number[]; people: number }

/** People who voted for the same ones among the projects, as places in the list. */
function groupBallots(
  support: Support,
  projects: readonly number[],
  work: { left: number },
): Group[] | null {
  const named = new Map<number, number[]>()
  projects.forEach((project, place) => {
    for (let at = support.from[project]!; at < support.from[project + 1]!; at += 1) {
      const ballot = support.supporters[at]!
      const places = named.get(ballot)
      if (places === undefined) named.set(ballot, [place])
      else places.push(place)
      work.left -= 1
    }
  })
  if (work.left < 0) return null
  const groups = new Map<string, Group>()
  for (const [ballot, places] of named) {
    const key = places.join()
    const group = groups.get(key)
    const people = support.weights[ballot]!
    if (group === undefined) groups.set(key, { projects: places, people })
    else group.people += people
  }
  return [...groups.values()]
}

type Network = {
  readonly heads: Int32Array
  readonly next: Int32Array
  readonly to: Int32Array
  readonly room: Float64Array
  edges: number
}

/**
 * The set S with the least people(S) × `cost` − cost(S) × `people`, empty where nothing is below
 * zero. Source → project (cost × people), project → group (endless), group → sink (people × cost).
 */
function cutBelow(
  groups: readonly Group[],
  sizes: readonly number[],
  people: number,
  cost: number,
  work: { left: number },
): boolean[] | null {
  const lines = groups.reduce((sum, group) => sum + group.projects.length + 1, sizes.length)
  const nodes = 2 + sizes.length + groups.length
  const network: Network = {
    heads: new Int32Array(nodes).fill(-1),
    next: new Int32Array(lines * 2),
    to: new Int32Array(lines * 2),
    room: new Float64Array(lines * 2),
    edges: 0,
  }
  sizes.forEach((size, place) => {
    join(network, 0, 2 + place, size * people)
  })
  groups.forEach((group, at) => {
    const node = 2 + sizes.length + at
    for (const place of group.projects) join(network, 2 + place, node, Number.MAX_SAFE_INTEGER)
    join(network, node, 1, group.people * cost)
  })
  const levels = new Int32Array(nodes)
  while (levelled(network, levels)) {
    work.left -= lines
    const at = network.heads.slice()
    while (push(network, levels, at, work) > 0);
    if (work.left < 0) return null
  }
  return sizes.map((_, place) => levels[2 + place]! >= 0)
}

function join(network: Network, from: number, to: number, room: number): void {
  for (const [a, b, free] of [
    [from, to, room],
    [to, from, 0],
  ] as const) {
    network.to[network.edges] = b
    network.room[network.edges] = free
    network.next[network.edges] = network.heads[a]!
    network.heads[a] = network.edges
    network.edges += 1
  }
}

/** Distances from the source along lines with room; false where the sink is out of reach. */
function levelled(network: Network, levels: Int32Array): boolean {
  levels.fill(-1)
  levels[0] = 0
  const queue = [0]
  for (const node of queue) {
    for (let edge = network.heads[node]!; edge >= 0; edge = network.next[edge]!) {
      const other = network.to[edge]!
      if (network.room[edge]! <= 0 || levels[other]! >= 0) continue
      levels[other] = levels[node]! + 1
      queue.push(other)
    }
  }
  return levels[1]! >= 0
}

/** Sends what one path can carry from source to sink; zero where no path is left. */
function push(
  network: Network,
  levels: Int32Array,
  at: Int32Array,
  work: { left: number },
): number {
  const path: number[] = []
  let node = 0
  while (node !== 1) {
    const edge = at[node]!
    work.left -= 1
    if (edge < 0) {
      const back = path.pop()
      if (back === undefined) return 0
      node = network.to[back ^ 1]!
      at[node] = network.next[at[node]!]!
      continue
    }
    const other = network.to[edge]!
    if (network.room[edge]! > 0 && levels[other] === levels[node]! + 1) {
      path.push(edge)
      node = other
    } else at[node] = network.next[edge]!
  }
  const carried = Math.min(...path.map((edge) => network.room[edge]!))
  for (const edge of path) {
    network.room[edge]! -= carried
    network.room[edge ^ 1]! += carried
  }
  return carried
}
