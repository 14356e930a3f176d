// Whether any panel keeps the quotas, and if none does, the smallest change that would let one.
import type { Highs } from 'highs'
import { type Refusal, refuse } from '../ground/result.ts'
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import type { PanelSearch } from './maximin-panel-search.ts'

/** A quota with new limits. Counts of people. */
export type RelaxedQuota = {
  readonly category: string
  readonly feature: string
  readonly min: number
  readonly max: number
  readonly newMin: number
  readonly newMax: number
}

const searchNodes = 200_000

/** A panel that keeps the quotas; `none` when there is none, `unknown` when the search gave up. */
export function anyPanel(task: PanelTask, search: PanelSearch): GroupCounts | 'none' | 'unknown' {
  if (task.quotas.some((quota) => quota.min > task.size)) return 'none'
  const nothing = task.groups.map(() => 0)
  const { found, complete } = search.heaviest(nothing, { above: -1, nodes: searchNodes })
  return found[0] ?? (complete ? 'none' : 'unknown')
}

/**
 * The smallest relaxation: the fewest places by which limits move, in all, so that a panel exists,
 * each limit staying within the flex columns. Undefined when even those leave no panel.
 *
 * @source sortitionfoundation/sortition-algorithms, documentation of infeasible quotas
 */
export function smallestRelaxation(
  highs: Highs,
  task: PanelTask,
): readonly RelaxedQuota[] | undefined {
  const { groups, quotas } = task
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const group of groups) {
    indices.push(...group.quotas, quotas.length)
    values.push(...group.quotas.map(() => 1), 1)
    starts.push(indices.length)
  }
  for (const sign of [1, -1]) {
    for (const row of quotas.keys()) {
      indices.push(row)
      values.push(sign)
      starts.push(indices.length)
    }
  }
  const lowerings = quotas.map((quota) => quota.min - quota.minFlex)
  const raisings = quotas.map((quota) => Math.min(task.size, quota.maxFlex - quota.max))
  const numCols = groups.length + 2 * quotas.length
  const matrix = { format: 'csc' as const, numRows: quotas.length + 1, numCols }
  const model = highs.createModel({
    numCols,
    numRows: quotas.length + 1,
    sense: highs.constants.objectiveSense.minimize,
    colCost: [...groups.map(() => 0), ...lowerings.map(() => 1), ...raisings.map(() => 1)],
    colLower: Array.from({ length: numCols }, () => 0),
    colUpper: [...groups.map((group) => group.members.length), ...lowerings, ...raisings],
    rowLower: [...quotas.map((quota) => quota.min), task.size],
    rowUpper: [...quotas.map((quota) => quota.max), task.size],
    matrix: { ...matrix, starts, indices, values },
    integrality: Array.from({ length: numCols }, () => highs.constants.variableType.integer),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    if (model.run().modelStatus !== 7) return undefined
    const moves = [...model.getSolution().colValue.subarray(groups.length)].map(Math.round)
    return quotas.flatMap(({ category, feature, min, max }, at) => {
      const newMin = min - (moves[at] ?? 0)
      const newMax = max + (moves[quotas.length + at] ?? 0)
      return newMin === min && newMax === max
        ? []
        : [{ category, feature, min, max, newMin, newMax }]
    })
  } finally {
    model.dispose()
  }
}

/** The refusal for quotas that cannot be met, with the smallest relaxation as its remedy. */
export function quotasCannotBeMet(
  task: PanelTask,
  relaxation: readonly RelaxedQuota[] | undefined,
): Refusal {
  const says = `No panel of ${task.size} from this pool keeps every quota`
  const remedy =
    relaxation === undefined
      ? 'Widen the flex columns, or ask more people to join the pool'
      : `The smallest change that would do: ${relaxation.map(inWords).join('; ')}`
  const refused = refuse('panel-quotas', says, remedy)
  return refused.ok ? { code: 'panel-quotas', says, remedy } : refused.refusal
}

function inWords(quota: RelaxedQuota): string {
  const changes: string[] = []
  if (quota.newMin < quota.min) changes.push(`min ${quota.newMin} instead of ${quota.min}`)
  if (quota.newMax > quota.max) changes.push(`max ${quota.newMax} instead of ${quota.max}`)
  return `${quota.category}, ${quota.feature}: ${changes.join(' and ')}`
}
