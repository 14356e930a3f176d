// Whether fair probabilities can be made of whole panels: the panels, or a cut that says why not.
import type { Highs } from 'highs'
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import { type PanelCut, wholeNumbers } from './leximin-levels.ts'
import { type LikelyPanel, peelPanels } from './leximin-peeling.ts'
import { LotteryMaster, type MasterSolution } from './maximin-panel-master.ts'
import type { PanelSearch } from './maximin-panel-search.ts'

/** Panels whose mix reaches the targets; or a cut that the expected seats break. */
export type Decomposition =
  | { readonly kind: 'lottery'; readonly panels: readonly LikelyPanel[] }
  | { readonly kind: 'cut'; readonly cut: PanelCut; readonly known: readonly GroupCounts[] }
  | { readonly kind: 'given-up' }

export type DecompositionTask = {
  readonly task: PanelTask
  /** Expected seats of each group, within every quota. */
  readonly seats: readonly number[]
  /** The probability each person of each group must have at least. */
  readonly targets: readonly number[]
  /** Panels known from before. */
  readonly known: readonly GroupCounts[]
  readonly progress: (reach: number) => void
}

const reached = 1 - 1e-9
const closeEnough = 1e-9
const leastLikely = 1e-9
const nodesForEach = 400_000
const mostRounds = 20_000
const nodesOnceFound = 12

/**
 * Peels panels off the seats; where that gets stuck, goes on by column generation: mixes the
 * panels known so far as well as can be, lets the prices of that mix ask for panels that would
 * better it, several a round, until the targets are reached or no panel is worth more. Panels are
 * first looked for among those that stand on every limit on which the seats stand, since a mix
 * that reaches the targets exactly has no others.
 */
export function decompose(
  highs: Highs,
  search: PanelSearch,
  wanted: DecompositionTask,
): Decomposition {
  const { task, seats, targets } = wanted
  const peeled = peelPanels(task, search, seats)
  if (peeled.left <= closeEnough) return { kind: 'lottery', panels: evenOut(peeled.panels) }
  if (targets.every((target) => target === 0)) {
    return { kind: 'lottery', panels: wanted.known.slice(0, 1).map(alone) }
  }
  const master = new LotteryMaster(highs, task, targets)
  try {
    master.add(peeled.panels.map((panel) => panel.counts))
    master.add(wanted.known)
    let face = faceOf(task, seats)
    for (let round = 0; round < mostRounds; round += 1) {
      const solution = master.solve()
      wanted.progress(solution.reach)
      if (solution.reach >= reached) return { kind: 'lottery', panels: mixed(master, solution) }
      const weights = pricesOf(task, solution)
      const above = ceilingOf(task, targets, weights, solution.reach)
      const limits = { above, nodes: nodesForEach, nodesOnceFound }
      const { found, complete } = search.within(face.lower, face.upper, () =>
        search.heaviest(weights, limits),
      )
      if (master.add(found) > 0) continue
      if (!complete) return { kind: 'given-up' }
      if (face.whole) {
        const most = Math.max(above, ...found.map((counts) => weightOf(weights, counts)))
        return { kind: 'cut', cut: { weights, most }, known: master.panels }
      }
      face = wholeFace(task)
    }
    return { kind: 'given-up' }
  } finally {
    master.dispose()
  }
}

const alone = (counts: GroupCounts): LikelyPanel => ({ counts, probability: 1 })

type Face = { readonly lower: number[]; readonly upper: number[]; readonly whole: boolean }

function wholeFace(task: PanelTask): Face {
  const sizes = task.groups.map((group) => group.members.length)
  return {
    lower: [...sizes.map(() => 0), ...task.quotas.map((quota) => quota.min), task.size],
    upper: [...sizes, ...task.quotas.map((quota) => Math.min(quota.max, task.size)), task.size],
    whole: true,
  }
}

/** The limits of panels that stand wherever the seats stand on a limit. */
function faceOf(task: PanelTask, seats: readonly number[]): Face {
  const { lower, upper } = wholeFace(task)
  const rows = task.quotas.map(() => 0)
  for (const [at, group] of task.groups.entries()) {
    for (const row of group.quotas) rows[row] = (rows[row] ?? 0) + (seats[at] ?? 0)
  }
  for (const [at, value] of [...seats, ...rows].entries()) {
    const least = lower[at] ?? 0
    const most = upper[at] ?? 0
    if (value <= least + 1e-7) upper[at] = least
    else if (value >= most - 1e-7) lower[at] = most
  }
  return { lower, upper, whole: false }
}

/** The worth of a seat for a person of each group, in whole numbers. */
function pricesOf(task: PanelTask, solution: MasterSolution): number[] {
  const sizes = task.groups.map((group) => group.members.length)
  return wholeNumbers([...solution.worth].map((worth, at) => worth / (sizes[at] ?? 1)))
}

/** What a panel must weigh more than to better the mix. */
function ceilingOf(
  task: PanelTask,
  targets: readonly number[],
  weights: readonly number[],
  reach: number,
): number {
  let full = 0
  for (const [at, group] of task.groups.entries()) {
    full += (weights[at] ?? 0) * group.members.length * (targets[at] ?? 0)
  }
  return Math.floor(full * (reach + closeEnough / 4) + 1e-6)
}

const weightOf = (weights: readonly number[], counts: GroupCounts): number =>
  counts.reduce((sum, count, at) => sum + count * (weights[at] ?? 0), 0)

const mixed = (master: LotteryMaster, solution: MasterSolution): readonly LikelyPanel[] =>
  evenOut(
    master.panels.map((counts, at) => ({
      counts,
      probability: solution.probabilities[at] ?? 0,
    })),
  )

/** Leaves out panels of no weight and lets the probabilities sum to 1. */
function evenOut(panels: readonly LikelyPanel[]): readonly LikelyPanel[] {
  const likely = panels.filter((panel) => panel.probability > leastLikely)
  const total = likely.reduce((sum, panel) => sum + panel.probability, 0)
  return likely.map(({ counts, probability }) => ({ counts, probability: probability / total }))
}
