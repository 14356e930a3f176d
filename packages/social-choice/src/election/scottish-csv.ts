// Scottish cast-vote CSV files: the preference profiles of council wards as one table.
import { ok, type Result, refuse } from '../ground/result.ts'
import {
  ballotPile,
  type Candidate,
  type Election,
  mostCandidates,
  mostPapers,
  nothingSetAside,
} from './ballots.ts'
import { clipped, tooManyPapers, wholeNumber } from './blt.ts'

/**
 * Reads a cast-vote CSV: a line of candidates and seats; lines of papers and preferences; a line
 * for each candidate with "Candidate 1", name and party; the ward's name. Empty cells at the end
 * of a line are passed over, as are empty lines.
 *
 * Refusals: `csv-header`, `csv-ballot`, `csv-candidate`, `csv-twice`, `csv-ended`,
 * `too-many-papers`, each with its line.
 *
 * @source mggg/scot-elex on GitHub, README: the layout of the cast vote records 2007 to 2022
 */
export function readScottishCsv(text: string): Result<Election> {
  const rows = rowsOf(text)
  const header = rows[0]
  const candidates = wholeNumber(header?.cells[0] ?? '')
  const seats = wholeNumber(header?.cells[1] ?? '')
  const counted = header?.cells.length === 2 && candidates !== null && seats !== null
  if (!counted || candidates < 1 || candidates > mostCandidates || seats < 1) {
    return refuse(
      'csv-header',
      'The first line does not give the number of candidates and the number of seats',
      'Begin the file with two whole numbers, such as "5,3"',
      header?.line ?? 1,
    )
  }
  const ballots = rows.slice(1).filter(({ quoted }) => !quoted)
  const pile = ballotPile()
  const line = new Uint16Array(candidates)
  let total = 0
  for (const row of ballots) {
    const read = readBallot(row, line, candidates)
    if (!read.ok) return read
    total += read.value
    pile.add(read.value, line, row.cells.length - 1)
  }
  if (total > mostPapers) return tooManyPapers(total)
  const names = readNames(rows, candidates)
  if (!names.ok) return names
  return ok({
    ...names.value,
    seats,
    withdrawn: [],
    ballots: pile.ballots(),
    setAside: nothingSetAside,
  })
}

type Row = { readonly cells: readonly string[]; readonly line: number; readonly quoted: boolean }

function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  for (const [at, raw] of lines.entries()) {
    const trimmed = raw.trim().replace(/[,\s]+$/, '')
    if (trimmed === '') continue
    const quoted = trimmed.startsWith('"')
    rows.push({ cells: quoted ? quotedCells(trimmed) : plainCells(trimmed), line: at + 1, quoted })
  }
  return rows
}

const plainCells = (line: string): string[] => line.split(',').map((cell) => cell.trim())

/** Some wards' names stand in doubled quotes, so quotes at either end of a cell all go. */
function quotedCells(line: string): string[] {
  if (!/^"Candidate \d+"/.test(line)) return [unquoted(line)]
  return line.split(/"\s*,\s*"/).map(unquoted)
}

const unquoted = (cell: string): string =>
  cell
    .replace(/^["\s]+|["\s]+$/g, '')
    .replaceAll('""', '"')
    .trim()

function readBallot(row: Row, line: Uint16Array, candidates: number): Result<number> {
  const papers = wholeNumber(row.cells[0]!)
  if (papers === null || papers < 1 || row.cells.length < 2) {
    return refuse(
      'csv-ballot',
      `Line ${row.line} is not a number of papers and their preferences: ` +
        `"${clipped(row.cells.join(','))}"`,
      'Give each kind of ballot as papers and candidate numbers, such as "36,1,2,3"',
      row.line,
    )
  }
  for (let place = 1; place < row.cells.length; place += 1) {
    const number = wholeNumber(row.cells[place]!)
    if (number === null || number < 1 || number > candidates) {
      return refuse(
        'csv-candidate',
        `Line ${row.line} names "${clipped(row.cells[place]!)}", and the candidates are 1 to ` +
          String(candidates),
        'Use the candidates’ numbers',
        row.line,
      )
    }
    if (line.subarray(0, place - 1).includes(number)) {
      return refuse(
        'csv-twice',
        `Line ${row.line} names candidate ${number} twice`,
        'Name each candidate once on a ballot line',
        row.line,
      )
    }
    line[place - 1] = number
  }
  return ok(papers)
}

function readNames(
  rows: readonly Row[],
  candidates: number,
): Result<Pick<Election, 'candidates' | 'title'>> {
  const names: Candidate[] = []
  let title = ''
  for (const { cells, line, quoted } of rows) {
    if (!quoted) continue
    const number = /^Candidate (\d+)$/.exec(cells[0]!)?.[1]
    if (number === undefined) title = cells[0]!
    else if (Number(number) !== names.length + 1 || names.length === candidates) {
      return refuse(
        'csv-candidate',
        `Line ${line} gives candidate ${clipped(number)} where ` +
          (names.length === candidates
            ? `all ${candidates} candidates have been given`
            : `candidate ${names.length + 1} is due`),
        'Give each candidate once, in order of number',
        line,
      )
    } else {
      const party = cells[2] === undefined || cells[2] === '' ? {} : { party: cells[2] }
      names.push({ name: cells[1] ?? '', ...party })
    }
  }
  if (names.length === candidates) return ok({ candidates: names, title })
  return refuse(
    'csv-ended',
    `The file gives ${names.length} of ${candidates} candidates`,
    'Give a line for each candidate after the ballots, such as "Candidate 1","Ann Ash","Green"',
    rows.at(-1)?.line ?? 1,
  )
}
