// Maximin: the lowest chance of any person to be drawn is as high as the quotas let it be.
import type { Highs } from 'highs'
import type { Result } from '../ground/result.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import { fairestLottery, type LotteryProgress, type PanelLottery } from './leximin-lottery.ts'

/**
 * A lottery over panels that maximises the lowest probability of any person to be drawn. Many
 * lotteries do; beyond the lowest probability nothing is promised.
 *
 * Refuses: `panel-quotas`, `panel-too-hard`.
 * @source Flanigan, Gölz, Gupta, Procaccia, Neutralizing self-selection bias in sampling for
 *   sortition, NeurIPS 2020; Flanigan and others, Nature 596 (2021), Methods
 */
export const maximinLottery = (
  highs: Highs,
  task: PanelTask,
  progress?: LotteryProgress,
): Result<PanelLottery> => fairestLottery(highs, task, 'maximin', progress)
