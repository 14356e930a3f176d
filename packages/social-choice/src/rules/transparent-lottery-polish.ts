// The last places of a list of panels: one whole panel exchanged for a better one near it.
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import { PanelSearch } from './maximin-panel-search.ts'

const closeEnough = 0.999
const mostSearches = 600
const triesEachRound = 100
const nodesForEach = 60
const scale = 2 ** 20

/**
 * Brings down the sum of fourth powers of `excess`, so the greatest most of all, until no group
 * has a place too many or too few or no exchange helps. For the panels that hold most of the
 * excess, in turn, looks for the panel that would bring the sum down most in its place.
 */
export function polishPanels(task: PanelTask, panels: GroupCounts[], excess: number[]): void {
  const search = new PanelSearch(task)
  let searches = 0
  for (;;) {
    let helped = false
    for (const place of byExcess(panels, excess).slice(0, triesEachRound)) {
      if (excess.every((one) => Math.abs(one) < closeEnough)) return
      if (searches >= mostSearches) return
      searches += 1
      const old = panels[place] ?? new Uint16Array(0)
      const { lower, upper, weights } = worthOf(task, old, excess)
      const above = Math.ceil(weightOf(weights, old)) + 1
      const { found } = search.within(lower, upper, () =>
        search.heaviest(weights, { above, nodes: nodesForEach, nodesOnceFound: 10 }),
      )
      const better = found.at(-1)
      if (better === undefined || changeOf(old, better, excess) > -1e-6) continue
      for (const at of excess.keys()) {
        excess[at] = (excess[at] ?? 0) + (better[at] ?? 0) - (old[at] ?? 0)
      }
      panels[place] = better
      helped = true
    }
    if (!helped) return
  }
}

const fourth = (value: number): number => value * value * value * value

/** Panels with the most seats of groups that have too many come first. */
function byExcess(panels: readonly GroupCounts[], excess: readonly number[]): number[] {
  const cubes = excess.map((one) => one * one * one)
  const held = panels.map((counts) => weightOf(cubes, counts))
  return [...panels.keys()].sort(
    (one, other) => (held[other] ?? 0) - (held[one] ?? 0) || one - other,
  )
}

/**
 * What one seat of each group is worth in the place of `old`, in whole numbers. A group that could
 * gain or lose a seat may do only the one that its excess asks for, so each worth is exact.
 */
function worthOf(task: PanelTask, old: GroupCounts, excess: readonly number[]): Worth {
  const quotas = task.quotas.map((quota) => quota.min)
  const lower = [...old, ...quotas, task.size]
  const most = task.quotas.map((quota) => Math.min(quota.max, task.size))
  const upper = [...old, ...most, task.size]
  const weights = task.groups.map((group, at) => {
    const now = excess[at] ?? 0
    const held = old[at] ?? 0
    const gains = held === 0 || (now < 0 && held < group.members.length)
    if (gains) upper[at] = held + 1
    else lower[at] = held - 1
    const change = gains ? fourth(now) - fourth(now + 1) : fourth(now - 1) - fourth(now)
    return Math.round(change * scale)
  })
  return { lower, upper, weights }
}

type Worth = {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly weights: readonly number[]
}

const weightOf = (weights: readonly number[], counts: GroupCounts): number =>
  counts.reduce((sum, count, at) => (count === 0 ? sum : sum + count * (weights[at] ?? 0)), 0)

function changeOf(old: GroupCounts, better: GroupCounts, excess: readonly number[]): number {
  let change = 0
  for (const [at, now] of excess.entries()) {
    const moved = (better[at] ?? 0) - (old[at] ?? 0)
    if (moved !== 0) change += fourth(now + moved) - fourth(now)
  }
  return change
}
