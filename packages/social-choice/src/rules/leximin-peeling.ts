// Fair probabilities taken apart into whole panels, one panel after another.
import { type GroupCounts, isPanel, type PanelTask } from '../pool/panel-task.ts'
import type { PanelSearch } from './maximin-panel-search.ts'

/** A panel and how likely it is. */
export type LikelyPanel = { readonly counts: GroupCounts; readonly probability: number }

const tight = 1e-9
const nothingLeft = 1e-9
const nodesForEach = 2000

/**
 * Peels panels off expected seats: takes a panel that keeps to every limit the rest has reached
 * and lies close to it, gives it as much probability as leaves the rest within all limits, and
 * goes on with the rest, which has then reached one limit more. Ends with nothing left, or where
 * the rest holds no whole panel; `left` is the probability not given out.
 *
 * @source Grötschel, Lovász, Schrijver, Geometric algorithms and combinatorial optimization
 *   (1988), theorem 6.5.11
 */
export function peelPanels(
  task: PanelTask,
  search: PanelSearch,
  seats: readonly number[],
): { readonly panels: readonly LikelyPanel[]; readonly left: number } {
  const rest = new Rest(task, seats)
  const panels: LikelyPanel[] = []
  const most = 3 * (task.groups.length + task.quotas.length)
  while (rest.mass > nothingLeft && panels.length < most) {
    const { lower, upper } = rest.limits()
    const { found } = search.within(lower, upper, () =>
      search.heaviest(rest.pull(), { above: -1, nodes: nodesForEach, nodesOnceFound: 0 }),
    )
    const counts = found.at(-1)
    if (counts === undefined || !isPanel(task, counts)) break
    const probability = rest.greatestStep(counts)
    if (probability < tight) break
    rest.take(counts, probability)
    panels.push({ counts, probability })
  }
  return { panels, left: Math.max(0, rest.mass) }
}

/** What is left to give out: a mass, and expected seats within that mass times each limit. */
class Rest {
  mass = 1
  private readonly task: PanelTask
  private readonly seats: Float64Array
  private readonly lower: readonly number[]
  private readonly upper: readonly number[]

  constructor(task: PanelTask, seats: readonly number[]) {
    this.task = task
    const sizes = task.groups.map((group) => group.members.length)
    this.lower = [...sizes.map(() => 0), ...task.quotas.map((quota) => quota.min), task.size]
    const most = task.quotas.map((quota) => Math.min(quota.max, task.size))
    this.upper = [...sizes, ...most, task.size]
    this.seats = Float64Array.from(this.lower)
    this.seats.set(seats.map((value, at) => Math.min(sizes[at] ?? 0, Math.max(0, value))))
    this.fillRows(this.seats)
  }

  /** Limits within which a panel lies close to the rest and on all limits the rest has reached. */
  limits(): { lower: Float64Array; upper: Float64Array } {
    const lower = Float64Array.from(this.lower)
    const upper = Float64Array.from(this.upper)
    const groups = this.task.groups.length
    for (const [at, value] of this.seats.entries()) {
      const least = this.lower[at] ?? 0
      const most = this.upper[at] ?? 0
      if (value <= this.mass * least + tight) upper[at] = least
      else if (value >= this.mass * most - tight) lower[at] = most
      else if (at < groups) {
        lower[at] = Math.max(least, Math.floor(value / this.mass + 1e-7))
        upper[at] = Math.min(most, Math.ceil(value / this.mass - 1e-7))
      }
    }
    return { lower, upper }
  }

  /** Weights that favour the groups whose share stands highest above a whole number. */
  pull(): number[] {
    return this.task.groups.map((_, at) => {
      const share = (this.seats[at] ?? 0) / this.mass
      return Math.max(0, Math.round(1e6 * (share - Math.floor(share + 1e-7))))
    })
  }

  /** The most probability the panel can have with the rest staying within every limit. */
  greatestStep(counts: GroupCounts): number {
    const panel = this.withRows(counts)
    let step = this.mass
    for (const [at, value] of this.seats.entries()) {
      const taken = panel[at] ?? 0
      const least = this.lower[at] ?? 0
      const most = this.upper[at] ?? 0
      if (taken > least) step = Math.min(step, (value - this.mass * least) / (taken - least))
      if (taken < most) step = Math.min(step, (this.mass * most - value) / (most - taken))
    }
    return step
  }

  take(counts: GroupCounts, probability: number): void {
    this.mass -= probability
    for (const [at, count] of counts.entries()) {
      this.seats[at] = Math.max(0, (this.seats[at] ?? 0) - probability * count)
    }
    this.fillRows(this.seats)
  }

  private withRows(counts: GroupCounts): Float64Array {
    const all = new Float64Array(this.lower.length)
    all.set(counts)
    this.fillRows(all)
    return all
  }

  private fillRows(all: Float64Array): void {
    const groups = this.task.groups.length
    all.fill(0, groups)
    const last = all.length - 1
    for (const [at, group] of this.task.groups.entries()) {
      const value = all[at] ?? 0
      if (value === 0) continue
      for (const row of group.quotas) all[groups + row] = (all[groups + row] ?? 0) + value
      all[last] = (all[last] ?? 0) + value
    }
  }
}
