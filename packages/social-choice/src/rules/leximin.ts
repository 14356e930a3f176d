// Leximin: nobody's chance can be raised without lowering that of someone who has less.
import type { Highs } from 'highs'
import type { Result } from '../ground/result.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import { fairestLottery, type LotteryProgress, type PanelLottery } from './leximin-lottery.ts'

/**
 * The lottery over panels that maximises the lowest probability of any person to be drawn, then
 * the second lowest, and so on. The probabilities are unique; the panels are not.
 *
 * Refuses: `panel-quotas`, `panel-too-hard`.
 * @source Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens'
 *   assemblies, Nature 596 (2021), Methods, "LEXIMIN"
 */
export const leximinLottery = (
  highs: Highs,
  task: PanelTask,
  progress?: LotteryProgress,
): Result<PanelLottery> => fairestLottery(highs, task, 'leximin', progress)
