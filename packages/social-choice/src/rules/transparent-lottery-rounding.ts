// How many copies of each panel a list of equally likely panels has.
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import type { PanelLottery } from './leximin-lottery.ts'
import type { LikelyPanel } from './leximin-peeling.ts'
import { polishPanels } from './transparent-lottery-polish.ts'

type Copies = { readonly counts: GroupCounts; copies: number }

const leastGain = 1e-9

/**
 * `length` panels in which each group has about `length` times its expected seats: first whole
 * copies by largest remainder, then one copy exchanged for another, then one person in one panel
 * exchanged for another where the quotas allow, as long as the sum of squared errors falls; at
 * last whole panels, where a group is still a place away from its due.
 */
export function roundedPanels(
  task: PanelTask,
  lottery: PanelLottery,
  length: number,
): GroupCounts[] {
  const list = largestRemainder(lottery.panels, length)
  const excess = task.groups.map((group, at) => {
    const expected = (lottery.probabilities[at] ?? 0) * group.members.length * length
    return list.reduce((sum, { counts, copies }) => sum + copies * (counts[at] ?? 0), -expected)
  })
  exchangePanels(list, excess)
  const panels = list.flatMap(({ counts, copies }) =>
    Array.from({ length: copies }, () => counts.slice()),
  )
  exchangePeople(task, panels, excess)
  polishPanels(task, panels, excess)
  return panels
}

function largestRemainder(panels: readonly LikelyPanel[], length: number): Copies[] {
  const list = panels.map(({ counts, probability }) => {
    const exact = probability * length
    return { counts, copies: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const missing = length - list.reduce((sum, { copies }) => sum + copies, 0)
  const byRest = [...list.keys()].sort(
    (one, other) => (list[other]?.rest ?? 0) - (list[one]?.rest ?? 0) || one - other,
  )
  for (const place of byRest.slice(0, missing)) {
    const panel = list[place]
    if (panel !== undefined) panel.copies += 1
  }
  return list
}

/** One copy fewer of one panel and one more of another, while that brings the excess down. */
function exchangePanels(list: readonly Copies[], excess: number[]): void {
  const dot = (one: ArrayLike<number>, other: GroupCounts) =>
    other.reduce((sum, count, at) => (count === 0 ? sum : sum + count * (one[at] ?? 0)), 0)
  const products = list.map(({ counts }) => list.map((other) => dot(counts, other.counts)))
  for (let round = 0; round < 4 * list.length; round += 1) {
    const pull = list.map(({ counts }) => dot(excess, counts))
    let best = -leastGain
    let chosen: readonly [Copies, Copies] | undefined
    for (const [more, added] of list.entries()) {
      for (const [fewer, removed] of list.entries()) {
        if (more === fewer || removed.copies === 0) continue
        const apart =
          (products[more]?.[more] ?? 0) +
          (products[fewer]?.[fewer] ?? 0) -
          2 * (products[more]?.[fewer] ?? 0)
        const change = 2 * ((pull[more] ?? 0) - (pull[fewer] ?? 0)) + apart
        if (change >= best) continue
        best = change
        chosen = [added, removed]
      }
    }
    if (chosen === undefined) return
    const [added, removed] = chosen
    added.copies += 1
    removed.copies -= 1
    for (const at of excess.keys()) {
      excess[at] = (excess[at] ?? 0) + (added.counts[at] ?? 0) - (removed.counts[at] ?? 0)
    }
  }
}

/** One person of a group with too many seats makes room for one of a group with too few. */
function exchangePeople(task: PanelTask, panels: readonly GroupCounts[], excess: number[]): void {
  const seats = panels.map((counts) => seatsOf(task, counts))
  for (let round = 0; round < 20; round += 1) {
    let moved = false
    const order = [...excess.keys()].sort(
      (one, other) => (excess[other] ?? 0) - (excess[one] ?? 0) || one - other,
    )
    for (const from of order) {
      const lowest = excess.reduce((low, one) => Math.min(low, one))
      if ((excess[from] ?? 0) - lowest <= 1 + leastGain) continue
      for (const [place, counts] of panels.entries()) {
        if ((counts[from] ?? 0) === 0) continue
        const to = bestExchange(task, counts, seats[place] ?? [], from, excess, order)
        if (to === undefined) continue
        counts[from] = (counts[from] ?? 0) - 1
        counts[to] = (counts[to] ?? 0) + 1
        moveSeat(task, seats[place] ?? [], from, to)
        excess[from] = (excess[from] ?? 0) - 1
        excess[to] = (excess[to] ?? 0) + 1
        moved = true
      }
    }
    if (!moved) return
  }
}

/** The group furthest below its due that can take the seat; undefined when none gains by it. */
function bestExchange(
  task: PanelTask,
  counts: GroupCounts,
  seats: readonly number[],
  from: number,
  excess: readonly number[],
  order: readonly number[],
): number | undefined {
  const leaving = task.groups[from]?.quotas ?? []
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const to = order[place] ?? 0
    if ((excess[from] ?? 0) - (excess[to] ?? 0) <= 1 + leastGain) return undefined
    const group = task.groups[to]
    if (group === undefined || (counts[to] ?? 0) >= group.members.length) continue
    const fits = group.quotas.every((row, at) => {
      const other = leaving[at] ?? row
      if (other === row) return true
      const [gaining, losing] = [task.quotas[row], task.quotas[other]]
      if (gaining === undefined || losing === undefined) return false
      return (seats[row] ?? 0) < gaining.max && (seats[other] ?? 0) > losing.min
    })
    if (fits) return to
  }
  return undefined
}

function moveSeat(task: PanelTask, seats: number[], from: number, to: number): void {
  for (const row of task.groups[from]?.quotas ?? []) seats[row] = (seats[row] ?? 0) - 1
  for (const row of task.groups[to]?.quotas ?? []) seats[row] = (seats[row] ?? 0) + 1
}

function seatsOf(task: PanelTask, counts: GroupCounts): number[] {
  const seats = task.quotas.map(() => 0)
  for (const [at, group] of task.groups.entries()) {
    const count = counts[at] ?? 0
    if (count === 0) continue
    for (const row of group.quotas) seats[row] = (seats[row] ?? 0) + count
  }
  return seats
}
