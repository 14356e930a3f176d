// The fairest probabilities by linear programming: level after level, each with its proof.
import type { Highs, Model } from 'highs'
import type { PanelTask } from '../pool/panel-task.ts'

/** No panel weighs more than `most`. Whole numbers: one weight for a person of each group. */
export type PanelCut = { readonly weights: readonly number[]; readonly most: number }

/**
 * Why one level can be no higher. Whole numbers throughout. In every panel, the seats weighed by
 * `weights` come to at most what the quotas cost at `prices` (the last price is that of the size)
 * and the cuts at `cutPrices`, plus what single groups weigh beyond those prices; `bound` is the
 * highest lowest probability of the groups still open that this leaves possible.
 */
export type LevelProof = {
  readonly weights: readonly number[]
  readonly prices: readonly number[]
  readonly cutPrices: readonly number[]
  readonly bound: number
  /** The groups that can have no more than this level, by their place. */
  readonly settled: readonly number[]
}

/** Expected seats of each group, and the proofs of the levels from the lowest up. */
export type FairLevels = {
  readonly seats: readonly number[]
  readonly levels: readonly LevelProof[]
}

const leastShare = 1e-6
const scale = 2 ** 44

/**
 * Maximises the lowest expected share of seats a person, then the next lowest, and so on, over
 * all fractional panels that keep the quotas and the cuts; stops after `most` levels. What comes
 * out is the leximin lottery itself whenever it can be made of whole panels, and a bound if not.
 *
 * @source Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens'
 *   assemblies, Nature 596 (2021), supplementary information 6; here on the relaxation
 */
export function fairLevels(
  highs: Highs,
  task: PanelTask,
  cuts: readonly PanelCut[],
  most: number,
): FairLevels {
  const sizes = task.groups.map((group) => group.members.length)
  const rows = task.quotas.length + 1 + cuts.length
  const model = levelsModel(highs, task, cuts)
  try {
    const level: (number | undefined)[] = sizes.map(() => undefined)
    const levels: LevelProof[] = []
    let seats: readonly number[] = []
    while (levels.length < most && level.includes(undefined)) {
      const { modelStatus } = model.run()
      if (modelStatus !== 7) {
        throw new Error(`The linear solver stopped with status ${modelStatus}`)
      }
      const solution = model.getSolution()
      seats = [...solution.colValue.subarray(1)]
      const proof = readProof(task, cuts, solution.rowDual, level)
      levels.push(proof)
      for (const group of proof.settled) {
        level[group] = proof.bound
        const least = Math.max(0, (sizes[group] ?? 0) * proof.bound - 1e-11)
        model.changeCoefficient(rows + group, 0, 0)
        model.changeRowBounds(rows + group, least, highs.infinity)
      }
    }
    return { seats, levels }
  } finally {
    model.dispose()
  }
}

/** Columns: the level, then the seats of each group. Rows: quotas, size, cuts, groups. */
function levelsModel(highs: Highs, task: PanelTask, cuts: readonly PanelCut[]): Model {
  const { quotas, groups } = task
  const sizes = groups.map((group) => group.members.length)
  const firstGroup = quotas.length + 1 + cuts.length
  const numRows = firstGroup + groups.length
  const starts = [0, groups.length]
  const indices = groups.map((_, at) => firstGroup + at)
  const values = sizes.map((size) => -size)
  for (const [at, group] of groups.entries()) {
    const weights = cuts.map((cut) => (cut.weights[at] ?? 0) / unitOf(cut))
    const entries: (readonly [number, number])[] = [
      ...group.quotas.map((row) => [row, 1] as const),
      [quotas.length, 1],
      ...weights.map((weight, cut) => [quotas.length + 1 + cut, weight] as const),
      [firstGroup + at, 1],
    ]
    for (const [row, value] of entries) {
      if (value === 0) continue
      indices.push(row)
      values.push(value)
    }
    starts.push(indices.length)
  }
  const model = highs.createModel({
    numCols: groups.length + 1,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: [1, ...sizes.map(() => 0)],
    colLower: [0, ...sizes.map(() => 0)],
    colUpper: [highs.infinity, ...sizes],
    rowLower: [
      ...quotas.map((quota) => quota.min),
      task.size,
      ...cuts.map(() => -highs.infinity),
      ...sizes.map(() => 0),
    ],
    rowUpper: [
      ...quotas.map((quota) => Math.min(quota.max, task.size)),
      task.size,
      ...cuts.map((cut) => cut.most / unitOf(cut)),
      ...sizes.map(() => highs.infinity),
    ],
    matrix: { format: 'csc', numRows, numCols: groups.length + 1, starts, indices, values },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    primal_feasibility_tolerance: 1e-10,
    dual_feasibility_tolerance: 1e-10,
  })
  return model
}

/** Cuts reach the solver divided by this, so that their numbers are of the size of the others. */
const unitOf = (cut: PanelCut): number => Math.max(1, cut.most)

/** The solver's prices in whole numbers, and the bound that these, and not the solver, prove. */
function readProof(
  task: PanelTask,
  cuts: readonly PanelCut[],
  duals: Float64Array,
  level: readonly (number | undefined)[],
): LevelProof {
  const firstCut = task.quotas.length + 1
  const firstGroup = firstCut + cuts.length
  const raw = [...duals]
  const exact = wholeNumbers([
    ...raw.slice(0, firstCut),
    ...cuts.map((cut, at) => Math.max(0, raw[firstCut + at] ?? 0) / unitOf(cut)),
    ...task.groups.map((_, at) => Math.max(0, -(raw[firstGroup + at] ?? 0))),
  ])
  const prices = exact.slice(0, firstCut)
  const cutPrices = exact.slice(firstCut, firstGroup)
  const weights = exact.slice(firstGroup)
  let room = highestWeight(task, cuts, { weights, prices, cutPrices })
  let open = 0
  for (const [at, group] of task.groups.entries()) {
    const weight = (weights[at] ?? 0) * group.members.length
    const settledAt = level[at]
    if (settledAt === undefined) open += weight
    else room -= weight * settledAt
  }
  const settled = task.groups.flatMap((group, at) => {
    const share = ((weights[at] ?? 0) * group.members.length) / open
    return level[at] === undefined && share > leastShare ? [at] : []
  })
  return { weights, prices, cutPrices, bound: Math.min(1, Math.max(0, room / open)), settled }
}

/**
 * Whole numbers in the same proportions: exactly, when a small common denominator exists (then
 * bounds come out exact), else to 44 binary places.
 */
export function wholeNumbers(values: readonly number[]): number[] {
  const sizes = values.map(Math.abs).filter((value) => value > 1e-9)
  const least = Math.min(...sizes)
  for (let parts = 1; parts <= 120; parts += 1) {
    const times = parts / least
    if (sizes.every((value) => Math.abs(value * times - Math.round(value * times)) < 1e-6)) {
      return values.map((value) => (Math.abs(value) > 1e-9 ? Math.round(value * times) : 0))
    }
  }
  return values.map((value) => Math.round(value * scale))
}

/** What prices prove about the weight of any panel, by weak duality (floating point). */
function highestWeight(
  task: PanelTask,
  cuts: readonly PanelCut[],
  proof: Pick<LevelProof, 'weights' | 'prices' | 'cutPrices'>,
): number {
  const { weights, prices, cutPrices } = proof
  let total = (prices[task.quotas.length] ?? 0) * task.size
  for (const [row, quota] of task.quotas.entries()) {
    const price = prices[row] ?? 0
    total += price * (price > 0 ? Math.min(quota.max, task.size) : quota.min)
  }
  for (const [at, cut] of cuts.entries()) total += (cutPrices[at] ?? 0) * cut.most
  for (const [at, group] of task.groups.entries()) {
    let gain = (weights[at] ?? 0) - (prices[task.quotas.length] ?? 0)
    for (const row of group.quotas) gain -= prices[row] ?? 0
    for (const [cut, price] of cutPrices.entries()) gain -= price * (cuts[cut]?.weights[at] ?? 0)
    if (gain > 0) total += gain * group.members.length
  }
  return total
}
