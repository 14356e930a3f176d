// The optimiser behind the differencing test: whole numbers that keep to all that is known.
import * as highsModule from 'highs'
import type { Known } from '../domain/apart.ts'
import type { SolverFor } from '../domain/release.ts'

// How far above its true value a count may be tried: more than any test of closeness asks for.
const ROOM = 60

// The package's types say that its default is what its module is; it is the loader.
const loadHighs = highsModule.default as unknown as () => Promise<highsModule.Highs>

/**
 * Loads HiGHS; `seconds` is the most that one question may take. Its memory goes with the thread.
 */
export async function loadSolver(seconds: number): Promise<SolverFor> {
  const highs = await loadHighs()
  return (atoms, known, truth) => {
    const rows = known.filter(({ low, high }) => low > 0 || high < Number.POSITIVE_INFINITY)
    const model = highs.createModel({
      numCols: atoms,
      numRows: rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Array.from({ length: atoms }, () => 0),
      colLower: Array.from({ length: atoms }, () => 0),
      colUpper: truth.map((count) => count + ROOM),
      rowLower: rows.map(({ low }) => low),
      rowUpper: rows.map(({ high }) => (high === Number.POSITIVE_INFINITY ? highs.infinity : high)),
      matrix: { format: 'csc', numRows: rows.length, numCols: atoms, ...columnsOf(atoms, rows) },
      integrality: Array.from({ length: atoms }, () => highs.constants.variableType.integer),
    })
    model.options.set({ output_flag: false, time_limit: seconds })
    return (weights) => {
      const cost = Array.from({ length: atoms }, (_, atom) => weights.get(atom) ?? 0)
      for (const [atom, one] of cost.entries()) model.changeColCost(atom, one)
      model.run()
      const { colValue } = model.getSolution()
      return colValue.length === atoms ? [...colValue].map(Math.round) : null
    }
  }
}

function columnsOf(atoms: number, rows: readonly Known[]) {
  const columns: number[][] = Array.from({ length: atoms }, () => [])
  for (const [row, { atoms: held }] of rows.entries()) {
    for (const atom of held) columns[atom]?.push(row)
  }
  const starts = [0]
  const indices: number[] = []
  for (const column of columns) {
    indices.push(...column)
    starts.push(indices.length)
  }
  return { starts, indices, values: indices.map(() => 1) }
}
