// A panel that lost members: who may take their places, and what quotas are left for them.
import { type Result, refuse } from '../ground/result.ts'
import { type PanelTask, panelTask } from './panel-task.ts'

/**
 * The task of drawing replacements: those who stay keep their seats, those who are gone cannot be
 * drawn, and the quotas are what the stayers leave of them. The panel drawn for it are the newly
 * drawn people alone.
 *
 * Refuses: `replacement-unknown`, `replacement-both`, `replacement-none`, `replacement-quota`,
 * `panel-size`.
 */
export function replacementTask(
  task: PanelTask,
  staying: readonly string[],
  gone: readonly string[],
): Result<PanelTask> {
  const byId = new Map(task.people.map((person) => [person.id, person]))
  const strangers = [...staying, ...gone].filter((id) => !byId.has(id)).length
  if (strangers > 0) {
    return refuse(
      'replacement-unknown',
      `${strangers} of the ids of those who stay or are gone are not in the pool`,
      'Use the ids of the pool the panel was drawn from',
    )
  }
  const stayers = new Set(staying)
  const leavers = new Set(gone)
  if (gone.some((id) => stayers.has(id))) {
    return refuse(
      'replacement-both',
      'Somebody is named both as staying and as gone',
      'Name each person once',
    )
  }
  const size = task.size - stayers.size
  if (size < 1) {
    return refuse(
      'replacement-none',
      `${stayers.size} people stay on a panel of ${task.size}, so no seat is free`,
      'Name only those who stay',
    )
  }
  const held = new Map<string, number>()
  const categories = [...new Set(task.quotas.map((quota) => quota.category))]
  const keyOf = (category: string | undefined, feature: string | undefined) =>
    JSON.stringify([category, feature])
  for (const id of stayers) {
    for (const [at, feature] of (byId.get(id)?.features ?? []).entries()) {
      const key = keyOf(categories[at], feature)
      held.set(key, (held.get(key) ?? 0) + 1)
    }
  }
  const seatsOf = (category: string, feature: string) => held.get(keyOf(category, feature)) ?? 0
  const full = task.quotas.find((one) => seatsOf(one.category, one.feature) > one.max)
  if (full !== undefined) {
    return refuse(
      'replacement-quota',
      `Those who stay are already more than the ${full.max} of ${full.category}, ${full.feature}`,
      `Raise max of ${full.category}, ${full.feature}`,
    )
  }
  const quotas = task.quotas.map((quota) => {
    const seats = seatsOf(quota.category, quota.feature)
    const left = (limit: number) => Math.max(0, limit - seats)
    const flex = { minFlex: left(quota.minFlex), maxFlex: left(quota.maxFlex) }
    return { ...quota, min: left(quota.min), max: left(quota.max), ...flex }
  })
  const people = task.people.filter(({ id }) => !stayers.has(id) && !leavers.has(id))
  return panelTask(quotas, people, size)
}
