// Comma-separated text taken in piece by piece, given out record by record with line numbers.
import { ok, type Result, refuse } from '../ground/result.ts'

/** Takes the fields of a record and the line it starts on; a refusal stops the reading. */
type OnRecord = (fields: string[], line: number) => Result<null>

export type CsvReader = {
  /** Takes the next piece of the text, cut anywhere. */
  push(text: string): Result<null>
  /** Says that the text has ended. */
  end(): Result<null>
}

/**
 * Reads comma-separated values: line ends LF or CRLF, a byte order mark, fields in quotes with
 * commas, line ends and doubled quotes inside. Empty lines are passed over. Time is linear in the
 * text. Refusals: `quote-not-closed`, `quote-misplaced`, and those of `onRecord`.
 * @source RFC 4180.
 */
export function csvReader(onRecord: OnRecord): CsvReader {
  let rest = ''
  let line = 0
  let quoted: { text: string[]; from: number } | null = null
  const take = (raw: string): Result<null> => {
    line += 1
    const text = line === 1 && raw.startsWith('\ufeff') ? raw.slice(1) : raw
    const turns = hasOddQuotes(text)
    if (quoted !== null) {
      quoted.text.push(text)
      if (!turns) return nothing
      const { text: lines, from } = quoted
      quoted = null
      return quotedRecord(withoutReturn(lines.join('\n')), from, onRecord)
    }
    if (turns) {
      quoted = { text: [text], from: line }
      return nothing
    }
    const record = withoutReturn(text)
    if (record === '') return nothing
    if (record.includes('"')) return quotedRecord(record, line, onRecord)
    return onRecord(record.split(','), line)
  }
  const push = (text: string): Result<null> => {
    const lines = text.split('\n')
    lines[0] = rest + lines[0]!
    rest = lines.pop()!
    for (const each of lines) {
      const taken = take(each)
      if (!taken.ok) return taken
    }
    return nothing
  }
  const end = (): Result<null> => {
    const taken = rest === '' ? nothing : take(rest)
    rest = ''
    if (!taken.ok || quoted === null) return taken
    return refuse(
      'quote-not-closed',
      `Line ${quoted.from} opens a quotation mark that is never closed`,
      'Close it, or write two quotation marks for one that belongs to the text',
      quoted.from,
    )
  }
  return { push, end }
}

const nothing = ok(null)

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text)

function hasOddQuotes(text: string): boolean {
  let odd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd
  return odd
}

function quotedRecord(text: string, line: number, onRecord: OnRecord): Result<null> {
  const fields: string[] = []
  let at = 0
  while (at <= text.length) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at)
      const to = comma < 0 ? text.length : comma
      const field = text.slice(at, to)
      if (field.includes('"')) return misplaced(line)
      fields.push(field)
      at = to + 1
      continue
    }
    const close = closingQuote(text, at + 1)
    if (close + 1 < text.length && text[close + 1] !== ',') return misplaced(line)
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'))
    at = close + 2
  }
  return onRecord(fields, line)
}

/** The quotation mark that closes; an even number of marks in the record makes sure of one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}

const misplaced = (line: number): Result<never> =>
  refuse(
    'quote-misplaced',
    `Line ${line} has a quotation mark in the middle of a field`,
    'Put the whole field in quotation marks and double those inside',
    line,
  )
