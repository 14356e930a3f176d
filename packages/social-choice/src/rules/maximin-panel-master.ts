// The best lottery over the panels known so far: a linear programme, kept warm between rounds.
import type { Highs, Model } from 'highs'
import type { GroupCounts, PanelTask } from '../pool/panel-task.ts'

/** The best lottery over the known panels, and what each group's probability is worth. */
export type MasterSolution = {
  /** The greatest part of every target that a lottery of the known panels can reach. */
  readonly reach: number
  /** One probability a known panel. */
  readonly probabilities: Float64Array
  /** What a higher probability of each group would add to the reach; at least 0. */
  readonly worth: Float64Array
}

/**
 * Maximises the part of the targets that every group reaches at once. With equal targets this is
 * the maximin lottery of the known panels; with the leximin probabilities as targets, a reach of
 * 1 means that the known panels can be mixed to give exactly these.
 */
export class LotteryMaster {
  private readonly model: Model
  private readonly sizes: readonly number[]
  private readonly keys = new Set<string>()
  readonly panels: GroupCounts[] = []

  constructor(highs: Highs, task: PanelTask, targets: readonly number[]) {
    this.sizes = task.groups.map((group) => group.members.length)
    const groups = this.sizes.length
    this.model = highs.createModel({
      numCols: 1,
      numRows: groups + 1,
      sense: highs.constants.objectiveSense.maximize,
      colCost: [1],
      colLower: [0],
      colUpper: [highs.infinity],
      rowLower: [...this.sizes.map(() => 0), 1],
      rowUpper: [...this.sizes.map(() => highs.infinity), 1],
      matrix: {
        format: 'csc',
        numRows: groups + 1,
        numCols: 1,
        starts: [0, groups],
        indices: this.sizes.map((_, at) => at),
        values: targets.map((target) => -target),
      },
    })
    this.model.options.set({
      output_flag: false,
      presolve: 'off',
      simplex_strategy: 4,
      primal_feasibility_tolerance: 1e-10,
      dual_feasibility_tolerance: 1e-10,
    })
  }

  /** Adds the panels that are new; says how many were. */
  add(panels: readonly GroupCounts[]): number {
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const panel of panels) {
      const key = panel.join()
      if (this.keys.has(key)) continue
      this.keys.add(key)
      this.panels.push(panel)
      for (const [at, count] of panel.entries()) {
        if (count === 0) continue
        indices.push(at)
        values.push(count / (this.sizes[at] ?? 1))
      }
      indices.push(this.sizes.length)
      values.push(1)
      starts.push(indices.length)
    }
    const fresh = starts.length - 1
    if (fresh === 0) return 0
    this.model.addCols({
      cost: new Float64Array(fresh),
      lower: new Float64Array(fresh),
      upper: new Float64Array(fresh).fill(1),
      matrix: {
        format: 'csc',
        numRows: this.sizes.length + 1,
        numCols: fresh,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    return fresh
  }

  solve(): MasterSolution {
    const { modelStatus } = this.model.run()
    if (modelStatus !== 7) {
      throw new Error(`The linear solver stopped with status ${modelStatus}`)
    }
    const solution = this.model.getSolution()
    const worth = new Float64Array(this.sizes.length)
    for (let at = 0; at < worth.length; at += 1) {
      worth[at] = Math.max(0, -(solution.rowDual[at] ?? 0))
    }
    return {
      reach: solution.colValue[0] ?? 0,
      probabilities: solution.colValue.slice(1),
      worth,
    }
  }

  dispose(): void {
    this.model.dispose()
  }
}
