// Comma-separated values as spreadsheets write them: quoted cells, byte order mark, any line end.
import { ok, type Result, refuse } from '../ground/result.ts'

/** One row of a file: its cells as written, and the 1-based line on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/**
 * Splits a text into rows of cells. Lines end in LF, CRLF or CR; a byte order mark at the start
 * and blank lines are passed over; a cell in double quotes may hold commas, line ends and doubled
 * quotes. Cells are trimmed of blanks unless quoted.
 *
 * Refuses: `csv-quote-open`, `csv-after-quote`.
 * @source RFC 4180, section 2
 */
export function readCsv(text: string): Result<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  let line = 1
  let at = 0
  while (at < source.length) {
    const startLine = line
    const cells: string[] = []
    let quoted = false
    for (;;) {
      const cell = readCell(source, at, line)
      if (!cell.ok) return cell
      cells.push(cell.value.text)
      quoted ||= cell.value.quoted
      at = cell.value.end
      line = cell.value.line
      if (source[at] !== ',') break
      at += 1
    }
    if (source[at] === '\r') at += source[at + 1] === '\n' ? 2 : 1
    else if (source[at] === '\n') at += 1
    line += 1
    if (quoted || cells.some((cell) => cell !== '')) rows.push({ line: startLine, cells })
  }
  return ok(rows)
}

type Cell = {
  readonly text: string
  readonly quoted: boolean
  readonly end: number
  readonly line: number
}

const endsCell = (mark: string | undefined): boolean =>
  mark === undefined || mark === ',' || mark === '\n' || mark === '\r'

function readCell(source: string, start: number, line: number): Result<Cell> {
  let at = start
  while (source[at] === ' ' || source[at] === '\t') at += 1
  if (source[at] === '"') return readQuotedCell(source, at + 1, line)
  while (!endsCell(source[at])) at += 1
  return ok({ text: source.slice(start, at).trim(), quoted: false, end: at, line })
}

function readQuotedCell(source: string, start: number, startLine: number): Result<Cell> {
  let line = startLine
  let text = ''
  let at = start
  for (;;) {
    const mark = source[at]
    if (mark === undefined) {
      return refuse(
        'csv-quote-open',
        `The quote opened on line ${startLine} is never closed`,
        'Close the quote, or double it if it is part of the text',
        startLine,
      )
    }
    if (mark === '"' && source[at + 1] === '"') {
      text += '"'
      at += 2
      continue
    }
    at += 1
    if (mark === '"') break
    if (mark === '\n' || (mark === '\r' && source[at] !== '\n')) line += 1
    text += mark
  }
  while (source[at] === ' ' || source[at] === '\t') at += 1
  if (endsCell(source[at])) return ok({ text, quoted: true, end: at, line })
  return refuse(
    'csv-after-quote',
    `Line ${line} has text after a closing quote`,
    'Put the whole cell in quotes, and double each quote inside it',
    line,
  )
}
