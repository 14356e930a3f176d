// A lottery anyone can watch: a list of equally likely panels that keeps everybody's chances.
import { seededChance } from '../ground/seeded.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import type { PanelLottery } from './leximin-lottery.ts'
import { roundedPanels } from './transparent-lottery-rounding.ts'

/** Equally likely panels, and how far the list's chances are from those of the lottery. */
export type PanelList = {
  /** Places in the pool, each panel in the order of the pool. */
  readonly panels: readonly (readonly number[])[]
  /** On how many panels of the list each person is, by place in the pool. */
  readonly places: readonly number[]
  /** The greatest change of anybody's probability; from 0 to 1. */
  readonly largestChange: number
}

/** How many panels the list has unless told otherwise. */
export const usualListLength = 1000

/**
 * Makes a list of `length` panels, each as likely as the next, from a lottery whose panels have
 * unequal probabilities. The copies of each panel are rounded so that each group is on the list
 * as often as its probability says, to the whole number below or above wherever that can be
 * reached; within a group the seats go round, so two people who are alike differ by one place at
 * most. `largestChange` is counted on the finished list: it is exact, not an estimate.
 *
 * `seed` (hexadecimal) only sorts the list and decides who of people alike comes first; take it
 * from the inputs, never from the draw, so that the list can be published before the draw.
 *
 * @source Flanigan, Kehne, Procaccia, Fair sortition made transparent, NeurIPS 2021, sections 2
 *   and 4; the rounding here is by local search with the loss counted afterwards
 */
export function transparentLottery(
  task: PanelTask,
  lottery: PanelLottery,
  seed: string,
  length: number = usualListLength,
): PanelList {
  const chance = seededChance(seed)
  const rounded = chance.shuffled(roundedPanels(task, lottery, length))
  const turns = task.groups.map((group) => chance.shuffled(group.members))
  const next = task.groups.map(() => 0)
  const places = task.people.map(() => 0)
  const panels = rounded.map((counts) => {
    const panel: number[] = []
    for (const [at, count] of counts.entries()) {
      const members = turns[at] ?? []
      for (let seat = 0; seat < count; seat += 1) {
        const turn = next[at] ?? 0
        const person = members[turn] ?? 0
        next[at] = (turn + 1) % members.length
        places[person] = (places[person] ?? 0) + 1
        panel.push(person)
      }
    }
    return panel.sort((one, other) => one - other)
  })
  let largestChange = 0
  for (const [at, group] of task.groups.entries()) {
    for (const person of group.members) {
      const change = (places[person] ?? 0) / length - (lottery.probabilities[at] ?? 0)
      largestChange = Math.max(largestChange, Math.abs(change))
    }
  }
  return { panels, places, largestChange }
}
