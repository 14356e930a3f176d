// The panel of greatest weight, found and proved by branch and bound over the groups.
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import { PanelRelaxation } from './maximin-panel-relaxation.ts'

/** What a search found: panels better than asked, each better than the one before. */
export type SearchResult = {
  readonly found: readonly GroupCounts[]
  /** True when no panel weighs more than the last one found (or than asked, if none was). */
  readonly complete: boolean
  readonly nodes: number
}

export type SearchLimits = {
  /** Only panels that weigh more than this are looked for. A whole number. */
  readonly above: number
  /** Parts of the search tree to look at before giving up. */
  readonly nodes: number
  /** Give up after this many parts once something has been found. */
  readonly nodesOnceFound?: number
}

const wholeWithin = 1e-6

/**
 * Looks for the panel of greatest weight. Weights are whole numbers, so a part of the search
 * whose bound is below the next whole number is closed.
 */
export class PanelSearch {
  private readonly relaxation: PanelRelaxation
  private readonly groups: number
  private weights: ArrayLike<number> = []
  private best = 0
  private nodes = 0
  private nodesAtFind = 0
  private stopped = false
  private limits: SearchLimits = { above: 0, nodes: 0 }
  private found: GroupCounts[] = []
  private readonly trail: { at: number; lower: number; upper: number }[] = []

  constructor(task: PanelTask) {
    this.relaxation = new PanelRelaxation(task)
    this.groups = task.groups.length
  }

  heaviest(weights: ArrayLike<number>, limits: SearchLimits): SearchResult {
    this.weights = weights
    this.best = limits.above
    this.limits = limits
    this.nodes = 0
    this.found = []
    this.stopped = false
    this.relaxation.setWeights(weights)
    this.explore()
    this.undo(0)
    return { found: this.found, complete: !this.stopped, nodes: this.nodes }
  }

  /** Searches with other limits of groups, quotas and size, and puts the old ones back. */
  within<T>(lower: ArrayLike<number>, upper: ArrayLike<number>, search: () => T): T {
    const { relaxation } = this
    const before = [relaxation.lower.slice(), relaxation.upper.slice()] as const
    relaxation.lower.set(lower)
    relaxation.upper.set(upper)
    try {
      return search()
    } finally {
      relaxation.lower.set(before[0])
      relaxation.upper.set(before[1])
    }
  }

  private explore(): void {
    const relaxation = this.relaxation
    this.nodes += 1
    if (this.nodes > this.limits.nodes) this.stopped = true
    const once = this.limits.nodesOnceFound
    if (once !== undefined && this.found.length > 0 && this.nodes - this.nodesAtFind > once) {
      this.stopped = true
    }
    if (this.stopped) return
    if (!relaxation.solve()) return
    const bound = relaxation.bound(this.weights)
    if (bound < this.best + 0.99) return
    const branch = this.mostFractional()
    if (branch < 0) {
      this.keep()
      return
    }
    const mark = this.trail.length
    this.fixByReducedCost(bound)
    const value = relaxation.value[branch]!
    const up = value - Math.floor(value) > 0.5
    for (const upwards of [up, !up]) {
      const inner = this.trail.length
      const from = Math.max(relaxation.lower[branch]!, upwards ? Math.ceil(value) : 0)
      const to = Math.min(relaxation.upper[branch]!, upwards ? Number.MAX_VALUE : Math.floor(value))
      if (from > to) continue
      this.limit(branch, from, to)
      this.explore()
      this.undo(inner)
      if (this.stopped) break
    }
    this.undo(mark)
  }

  private keep(): void {
    const counts = new Uint16Array(this.groups)
    let weight = 0
    for (let at = 0; at < this.groups; at += 1) {
      counts[at] = Math.round(this.relaxation.value[at]!)
      weight += counts[at]! * (this.weights[at] ?? 0)
    }
    if (weight <= this.best) return
    this.best = weight
    this.nodesAtFind = this.nodes
    this.found.push(counts)
  }

  private mostFractional(): number {
    let widest = wholeWithin
    let chosen = -1
    for (let at = 0; at < this.groups; at += 1) {
      const value = this.relaxation.value[at]!
      const off = Math.abs(value - Math.round(value))
      if (off > widest) {
        widest = off
        chosen = at
      }
    }
    return chosen
  }

  /** Narrows the limits that no better panel can leave. */
  private fixByReducedCost(bound: number): void {
    const { lower, upper, reduced } = this.relaxation
    const room = bound - (this.best + 0.99)
    for (let at = 0; at < this.groups; at += 1) {
      if (lower[at] === upper[at]) continue
      const price = Math.abs(reduced[at]!)
      if (price * (upper[at]! - lower[at]!) <= room) continue
      const steps = Math.floor(room / price + 1e-9)
      if (reduced[at]! < 0) this.limit(at, lower[at]!, lower[at]! + steps)
      else this.limit(at, upper[at]! - steps, upper[at]!)
    }
  }

  private limit(at: number, lower: number, upper: number): void {
    this.trail.push({
      at,
      lower: this.relaxation.lower[at]!,
      upper: this.relaxation.upper[at]!,
    })
    this.relaxation.lower[at] = lower
    this.relaxation.upper[at] = upper
  }

  private undo(mark: number): void {
    while (this.trail.length > mark) {
      const last = this.trail.pop()
      if (last === undefined) return
      this.relaxation.lower[last.at] = last.lower
      this.relaxation.upper[last.at] = last.upper
    }
  }
}
