// The task of drawing a panel: quotas, size, and the pool as groups of people who are alike.
import { ok, type Result, refuse } from '../ground/result.ts'
import type { PoolPerson } from './people.ts'
import { categoriesOf, type Quota } from './quotas.ts'

/** People with the same features in every category: no rule can tell them apart. */
export type PeopleGroup = {
  readonly features: readonly string[]
  /** Places in `quotas`, one a category. */
  readonly quotas: readonly number[]
  /** Places in `people`. */
  readonly members: readonly number[]
}

/** Everything a panel rule needs. A panel has `size` people and keeps every quota. */
export type PanelTask = {
  readonly size: number
  readonly quotas: readonly Quota[]
  readonly people: readonly PoolPerson[]
  readonly groups: readonly PeopleGroup[]
}

/** How many people of each group a panel takes, in the order of the groups. */
export type GroupCounts = Uint16Array

/**
 * Gathers the people into groups, in the order in which each kind of person first appears.
 *
 * Refuses: `panel-size` when `size` is not a whole number from 1 to the size of the pool.
 */
export function panelTask(
  quotas: readonly Quota[],
  people: readonly PoolPerson[],
  size: number,
): Result<PanelTask> {
  if (!Number.isInteger(size) || size < 1 || size > people.length) {
    return refuse(
      'panel-size',
      `A panel of ${size} cannot be drawn from a pool of ${people.length}`,
      `Enter a whole number from 1 to ${people.length}`,
    )
  }
  const categories = categoriesOf(quotas)
  const placeOf = new Map(
    quotas.map((quota, place) => [JSON.stringify([quota.category, quota.feature]), place]),
  )
  const groups = new Map<string, PeopleGroup & { readonly members: number[] }>()
  for (const [place, person] of people.entries()) {
    const key = JSON.stringify(person.features)
    const group = groups.get(key)
    if (group !== undefined) {
      group.members.push(place)
      continue
    }
    const rows = person.features.map((feature, at) => {
      const row = placeOf.get(JSON.stringify([categories[at], feature]))
      if (row === undefined) throw new RangeError(`No quota names the feature ${feature}`)
      return row
    })
    groups.set(key, { features: person.features, quotas: rows, members: [place] })
  }
  return ok({ size, quotas, people, groups: [...groups.values()] })
}

/** Whether the counts are a panel: the right size, nobody twice, every quota kept. */
export function isPanel(task: PanelTask, counts: ArrayLike<number>): boolean {
  const seats = task.quotas.map(() => 0)
  let size = 0
  for (const [place, group] of task.groups.entries()) {
    const count = counts[place] ?? 0
    if (!Number.isInteger(count) || count < 0 || count > group.members.length) return false
    size += count
    for (const quota of group.quotas) seats[quota] = (seats[quota] ?? 0) + count
  }
  if (size !== task.size) return false
  return task.quotas.every((quota, at) => {
    const count = seats[at] ?? 0
    return quota.min <= count && count <= quota.max
  })
}
