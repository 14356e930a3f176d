// Quotas: how many people with each feature a panel must have, at least and at most.
import { ok, type Result, refuse } from '../ground/result.ts'
import { type CsvRow, readCsv } from './csv.ts'

/** How many people with one feature of one category a panel may have. Counts of people. */
export type Quota = {
  readonly category: string
  readonly feature: string
  readonly min: number
  readonly max: number
  /** The lowest minimum and highest maximum that a relaxation may suggest. */
  readonly minFlex: number
  readonly maxFlex: number
}

type ColumnName = 'category' | 'feature' | 'min' | 'max' | 'minFlex' | 'maxFlex'

const columnNames: Readonly<Record<ColumnName, readonly string[]>> = {
  category: ['category'],
  feature: ['feature', 'name', 'value'],
  min: ['min'],
  max: ['max'],
  minFlex: ['min_flex'],
  maxFlex: ['max_flex'],
}

const needed: readonly ColumnName[] = ['category', 'feature', 'min', 'max']

/**
 * Reads the quotas of a panel: a header line `category,feature,min,max` (in any order; the
 * feature column may be called `name` or `value`), optionally `min_flex,max_flex`, then one line
 * a feature. Without flex columns, or where both are empty, a relaxation may go anywhere.
 *
 * Refuses: `quotas-empty`, `quotas-column-missing`, `quotas-cells`, `quotas-blank`,
 * `quotas-number`, `quotas-order`, `quotas-twice`, and the refusals of `readCsv`.
 * @source sortitionfoundation/sortition-algorithms, documentation of `features.csv`
 */
export function readQuotas(text: string): Result<readonly Quota[]> {
  const read = readCsv(text)
  if (!read.ok) return read
  const [header, ...rows] = read.value
  if (header === undefined || rows.length === 0) {
    return refuse(
      'quotas-empty',
      'The file of features has no quotas in it',
      'Give a line category,feature,min,max and below it one line for each feature',
    )
  }
  const columns = findColumns(header)
  if (!columns.ok) return columns
  const quotas: Quota[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const quota = readQuota(row, columns.value, header.cells.length)
    if (!quota.ok) return quota
    const key = JSON.stringify([quota.value.category, quota.value.feature])
    if (seen.has(key)) {
      return refuse(
        'quotas-twice',
        `${quota.value.category}, ${quota.value.feature} has a second quota on line ${row.line}`,
        'Keep one line for each feature',
        row.line,
      )
    }
    seen.add(key)
    quotas.push(quota.value)
  }
  return ok(quotas)
}

/** The categories in the order in which the quotas first name them. */
export const categoriesOf = (quotas: readonly Quota[]): readonly string[] => [
  ...new Set(quotas.map((quota) => quota.category)),
]

type Columns = Readonly<Record<ColumnName, number>>

function findColumns(header: CsvRow): Result<Columns> {
  const names = header.cells.map((cell) => cell.toLowerCase())
  const find = (column: ColumnName) => names.findIndex((name) => columnNames[column].includes(name))
  const missing = needed.find((column) => find(column) < 0)
  if (missing !== undefined) {
    return refuse(
      'quotas-column-missing',
      `The file of features has no column "${missing}" on line ${header.line}`,
      'Name the columns category,feature,min,max',
      header.line,
    )
  }
  return ok({
    category: find('category'),
    feature: find('feature'),
    min: find('min'),
    max: find('max'),
    minFlex: find('minFlex'),
    maxFlex: find('maxFlex'),
  })
}

function readQuota(row: CsvRow, columns: Columns, width: number): Result<Quota> {
  if (row.cells.length !== width) {
    return refuse(
      'quotas-cells',
      `Line ${row.line} has ${row.cells.length} cells and the header has ${width}`,
      'Give every line as many cells as the header',
      row.line,
    )
  }
  const cell = (column: ColumnName) => row.cells[columns[column]] ?? ''
  const category = cell('category')
  const feature = cell('feature')
  if (category === '' || feature === '') {
    return refuse(
      'quotas-blank',
      `Line ${row.line} does not name a category and a feature`,
      'Enter both',
      row.line,
    )
  }
  const min = readCount(row, 'min', cell('min'))
  if (!min.ok) return min
  const max = readCount(row, 'max', cell('max'))
  if (!max.ok) return max
  const minFlex = cell('minFlex') === '' ? ok(0) : readCount(row, 'min_flex', cell('minFlex'))
  if (!minFlex.ok) return minFlex
  const open = cell('maxFlex') === ''
  const maxFlex = open ? ok(Number.MAX_SAFE_INTEGER) : readCount(row, 'max_flex', cell('maxFlex'))
  if (!maxFlex.ok) return maxFlex
  const inOrder = minFlex.value <= min.value && min.value <= max.value && max.value <= maxFlex.value
  if (!inOrder) {
    return refuse(
      'quotas-order',
      `The numbers of ${category}, ${feature} on line ${row.line} are out of order`,
      'Let min be at most max, min_flex at most min, and max_flex at least max',
      row.line,
    )
  }
  const numbers = { min: min.value, max: max.value }
  return ok({ category, feature, ...numbers, minFlex: minFlex.value, maxFlex: maxFlex.value })
}

function readCount(row: CsvRow, column: string, cell: string): Result<number> {
  if (/^\d{1,9}(\.0+)?$/.test(cell)) return ok(Number(cell))
  return refuse(
    'quotas-number',
    `Line ${row.line} has "${cell}" as ${column}`,
    'Enter a whole number, 0 or more',
    row.line,
  )
}
