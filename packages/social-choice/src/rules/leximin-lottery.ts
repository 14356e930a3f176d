// The lottery of panels that gives people the fairest chances, with what proves it.
import type { Highs } from 'highs'
import { ok, type Result, refuse } from '../ground/result.ts'
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'
import { anyPanel, quotasCannotBeMet, smallestRelaxation } from './feasible-panel.ts'
import { decompose } from './leximin-decomposition.ts'
import { fairLevels, type LevelProof, type PanelCut } from './leximin-levels.ts'
import type { LikelyPanel } from './leximin-peeling.ts'
import { PanelSearch } from './maximin-panel-search.ts'

export type PanelObjective = 'maximin' | 'leximin'

/** Panels with their probabilities, and the proof that no lottery is fairer. */
export type PanelLottery = {
  readonly objective: PanelObjective
  readonly panels: readonly LikelyPanel[]
  /** The probability of each person of a group, by group; from 0 to 1. */
  readonly probabilities: readonly number[]
  readonly cuts: readonly PanelCut[]
  readonly levels: readonly LevelProof[]
}

/** Told now and then how far the work is: a part from 0 to 1. */
export type LotteryProgress = (part: number) => void

const mostCuts = 400

/**
 * Finds the fairest probabilities among fractional panels that keep the quotas (a few small
 * linear programmes), and then whole panels that, mixed, give exactly these. Where there are
 * none, a cut that no whole panel breaks takes the fractional ones away, and the search begins
 * again. What is found is optimal: its bound comes from a problem with more freedom.
 *
 * Refuses: `panel-quotas`, `panel-too-hard`.
 */
export function fairestLottery(
  highs: Highs,
  task: PanelTask,
  objective: PanelObjective,
  progress: LotteryProgress = () => undefined,
): Result<PanelLottery> {
  const search = new PanelSearch(task)
  const first = anyPanel(task, search)
  if (first === 'unknown') return tooHard()
  if (first === 'none') {
    return { ok: false, refusal: quotasCannotBeMet(task, smallestRelaxation(highs, task)) }
  }
  const cuts: PanelCut[] = []
  let known: readonly GroupCounts[] = [first]
  while (cuts.length < mostCuts) {
    const most = objective === 'maximin' ? 1 : Number.POSITIVE_INFINITY
    const { seats, levels } = fairLevels(highs, task, cuts, most)
    const targets = task.groups.map((group, at) =>
      objective === 'maximin' ? (levels[0]?.bound ?? 0) : (seats[at] ?? 0) / group.members.length,
    )
    const split = decompose(highs, search, { task, seats, targets, known, progress })
    if (split.kind === 'given-up') return tooHard()
    if (split.kind === 'lottery') {
      const probabilities = probabilitiesOf(task, split.panels)
      return ok({ objective, panels: split.panels, probabilities, cuts, levels })
    }
    cuts.push(split.cut)
    known = split.known
  }
  return tooHard()
}

function probabilitiesOf(task: PanelTask, panels: readonly LikelyPanel[]): number[] {
  const seats = task.groups.map(() => 0)
  for (const { counts, probability } of panels) {
    for (const [at, count] of counts.entries()) seats[at] = (seats[at] ?? 0) + count * probability
  }
  return seats.map((value, at) => Math.min(1, value / (task.groups[at]?.members.length ?? 1)))
}

const tooHard = () =>
  refuse(
    'panel-too-hard',
    'The fairest lottery for these quotas was not found within the work allowed',
    'Loosen the quotas a little, or use fewer categories',
  )
