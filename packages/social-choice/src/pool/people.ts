// The pool: the people who said yes, each with one feature in every category that has quotas.
import { ok, type Result, refuse } from '../ground/result.ts'
import { type CsvRow, readCsv } from './csv.ts'
import { categoriesOf, type Quota } from './quotas.ts'

/** One person of the pool: their id, and their feature in each category, in quota order. */
export type PoolPerson = { readonly id: string; readonly features: readonly string[] }

const idColumns = ['id', 'person_id', 'nationbuilder_id', 'unique_id']

/**
 * Reads the people of a pool: a header line with at least the categories of the quotas, then one
 * line a person. Other columns are left aside. The id is taken from the column `idColumn`, else
 * from the first column called id, person_id, nationbuilder_id or unique_id; a file with none of
 * these numbers its people from 1 in the order of its lines.
 *
 * Refuses: `pool-empty`, `pool-column-missing`, `pool-column-twice`, `pool-cells`,
 * `pool-feature-unknown`, `pool-id-blank`, `pool-id-twice`, and the refusals of `readCsv`.
 * @source sortitionfoundation/sortition-algorithms, documentation of `candidates.csv`
 */
export function readPeople(
  text: string,
  quotas: readonly Quota[],
  idColumn?: string,
): Result<readonly PoolPerson[]> {
  const read = readCsv(text)
  if (!read.ok) return read
  const [header, ...rows] = read.value
  if (header === undefined || rows.length === 0) {
    return refuse(
      'pool-empty',
      'The file of the pool has no people in it',
      'Give a line with the names of the categories and below it one line for each person',
    )
  }
  const columns = findColumns(header, categoriesOf(quotas), idColumn)
  if (!columns.ok) return columns
  const known = new Set(quotas.map((quota) => JSON.stringify([quota.category, quota.feature])))
  const people: PoolPerson[] = []
  const lineOf = new Map<string, number>()
  for (const row of rows) {
    const person = readPerson(row, columns.value, people.length + 1, known)
    if (!person.ok) return person
    const before = lineOf.get(person.value.id)
    if (before !== undefined) {
      return refuse(
        'pool-id-twice',
        `Lines ${before} and ${row.line} have the same id`,
        'Give every person an id of their own',
        row.line,
      )
    }
    lineOf.set(person.value.id, row.line)
    people.push(person.value)
  }
  return ok(people)
}

type Columns = {
  readonly width: number
  /** Undefined where people are numbered by their lines. */
  readonly id: number | undefined
  readonly categories: readonly { readonly name: string; readonly at: number }[]
}

function findColumns(
  header: CsvRow,
  categories: readonly string[],
  idColumn: string | undefined,
): Result<Columns> {
  const wanted = idColumn === undefined ? categories : [...categories, idColumn]
  for (const name of wanted) {
    const places = header.cells.filter((cell) => cell === name).length
    if (places === 1) continue
    const missing = places === 0
    return refuse(
      missing ? 'pool-column-missing' : 'pool-column-twice',
      missing
        ? `The file of the pool has no column "${name}" on line ${header.line}`
        : `The file of the pool has ${places} columns "${name}" on line ${header.line}`,
      'Name one column for each category of the quotas, spelt alike in both files',
      header.line,
    )
  }
  const usual = header.cells.findIndex((cell) => idColumns.includes(cell.toLowerCase()))
  const id = idColumn === undefined ? usual : header.cells.indexOf(idColumn)
  return ok({
    width: header.cells.length,
    id: id < 0 ? undefined : id,
    categories: categories.map((name) => ({ name, at: header.cells.indexOf(name) })),
  })
}

function readPerson(
  row: CsvRow,
  columns: Columns,
  place: number,
  known: ReadonlySet<string>,
): Result<PoolPerson> {
  if (row.cells.length !== columns.width) {
    return refuse(
      'pool-cells',
      `Line ${row.line} has ${row.cells.length} cells and the header has ${columns.width}`,
      'Give every line as many cells as the header',
      row.line,
    )
  }
  const features: string[] = []
  for (const { name, at } of columns.categories) {
    const feature = row.cells[at] ?? ''
    if (!known.has(JSON.stringify([name, feature]))) {
      return refuse(
        'pool-feature-unknown',
        `Line ${row.line} has "${feature}" as ${name}, and no quota names it`,
        'Correct the spelling, or add a line for it to the file of features',
        row.line,
      )
    }
    features.push(feature)
  }
  const id = columns.id === undefined ? String(place) : (row.cells[columns.id] ?? '')
  if (id === '') {
    return refuse(
      'pool-id-blank',
      `Line ${row.line} has no id`,
      'Give every person an id of their own',
      row.line,
    )
  }
  return ok({ id, features })
}
