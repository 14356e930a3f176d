// Checks that no panel weighs more than a cut says, by a search with exact whole numbers.
import type { PanelTask } from '../pool/panel-task.ts'
import type { PanelCut } from '../rules/leximin-levels.ts'
import { PanelRelaxation } from '../rules/maximin-panel-relaxation.ts'

const partsOfPrice = 2 ** 20
const mostParts = 200_000

/**
 * Whether every panel weighs at most `cut.most`. The panels are split by how many people they take
 * of a group, again and again, until weak duality closes each part: prices on quotas under which
 * no panel of the part can weigh more, or can exist at all. The prices may come from anywhere, a
 * bad price only closes fewer parts; they are rounded to whole 2^-20ths and the sums are exact.
 * False also when the work allowed runs out.
 */
export function cutHolds(task: PanelTask, cut: PanelCut): boolean {
  const hints = new PanelRelaxation(task)
  hints.setWeights(cut.weights)
  const nothing = cut.weights.map(() => 0)
  let parts = 0
  const closed = (): boolean => {
    parts += 1
    if (parts > mostParts) return false
    if (hints.solve()) {
      if (exactBound(task, hints, cut.weights) <= BigInt(cut.most) * BigInt(partsOfPrice)) {
        return true
      }
    } else if (exactBound(task, hints, nothing) < 0n) return true
    const group = groupToSplit(task, hints)
    return group !== undefined && splitAt(group)
  }
  const splitAt = (group: number): boolean => {
    const [from, to] = [hints.lower[group] ?? 0, hints.upper[group] ?? 0]
    const value = hints.value[group] ?? from
    const middle = Math.min(to - 1, Math.max(from, Math.floor(value)))
    for (const [lower, upper] of [
      [middle + 1, to],
      [from, middle],
    ] as const) {
      hints.lower[group] = lower
      hints.upper[group] = upper
      const done = closed()
      hints.lower[group] = from
      hints.upper[group] = to
      if (!done) return false
    }
    return true
  }
  return closed()
}

/** The group furthest from a whole number; else any still open; undefined when none is. */
function groupToSplit(task: PanelTask, hints: PanelRelaxation): number | undefined {
  let chosen: number | undefined
  let furthest = -1
  for (const at of task.groups.keys()) {
    if (hints.lower[at] === hints.upper[at]) continue
    const value = hints.value[at] ?? 0
    const off = Math.abs(value - Math.round(value))
    if (off <= furthest) continue
    furthest = off
    chosen = at
  }
  return chosen
}

/** Weak duality in whole 2^-20ths: what the panels of this part weigh at most. */
function exactBound(task: PanelTask, hints: PanelRelaxation, weights: readonly number[]): bigint {
  const prices = [...hints.multipliers].map((price) => BigInt(Math.round(price * partsOfPrice)))
  const limit = (at: number, high: boolean) => BigInt((high ? hints.upper : hints.lower)[at] ?? 0)
  const groups = task.groups.length
  const size = task.quotas.length
  let most = 0n
  for (const [row, price] of prices.entries()) most += price * limit(groups + row, price > 0n)
  for (const [at, group] of task.groups.entries()) {
    let gain = BigInt(weights[at] ?? 0) * BigInt(partsOfPrice) - (prices[size] ?? 0n)
    for (const row of group.quotas) gain -= prices[row] ?? 0n
    most += gain * limit(at, gain > 0n)
  }
  return most
}
