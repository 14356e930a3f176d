// Rows and sections of a Pabulib file, read from its bytes without copying them.
import type { Refusal } from '../ground/result.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34
const SEMICOLON = 59

export type Section = 'META' | 'PROJECTS' | 'VOTES'

/** The row under the scanner's eye. */
export type Row = {
  readonly bytes: Uint8Array
  /** 1-based line on which the row begins. */
  line: number
  /** How many cells the row has. */
  size: number
  /** Where each cell's content begins and ends, without the quotation marks around it. */
  readonly starts: number[]
  readonly ends: number[]
  /** Whether the cell stood between quotation marks. */
  readonly quoted: boolean[]
  /** The cell's text, with doubled quotation marks made single. */
  text(cell: number): string
}

type Scanner = { readonly row: Row; next(): Refusal | null | 'end' }

export type SectionReader = {
  header(section: Section, names: readonly string[], line: number): Refusal | null
  row(section: Section, row: Row): Refusal | null
}

export const refusalAt = (code: string, says: string, remedy: string, line?: number): Refusal =>
  line === undefined ? { code, says, remedy } : { code, says, remedy, line }

/**
 * Walks through the sections of a Pabulib file: META, PROJECTS, VOTES, each with a row of column
 * names. Returns the first refusal, or null when all was read.
 * @source Stolicki, Szufa, Talmon: Pabulib (arXiv 2012.06539), section 3
 */
export function readSections(bytes: Uint8Array, reader: SectionReader): Refusal | null {
  const badText = firstBadText(bytes)
  if (badText !== null) return badText
  const scanner = scanRows(bytes)
  const { row } = scanner
  const order: Section[] = []
  let section: Section | null = null
  let awaitsHeader = false
  for (;;) {
    const step = scanner.next()
    if (step === 'end') break
    if (step !== null) return step
    const opened = awaitsHeader ? null : sectionOf(row)
    let refusal: Refusal | null
    if (opened !== null) {
      refusal = outOfOrder(order, opened, row.line)
      order.push(opened)
      section = opened
      awaitsHeader = true
    } else if (section === null) {
      return notPabulib(row.line)
    } else if (awaitsHeader) {
      const names = row.starts.slice(0, row.size).map((_, cell) => row.text(cell).toLowerCase())
      while (names.length > 0 && names.at(-1) === '') names.pop()
      refusal = repeatedName(names, row.line) ?? reader.header(section, names, row.line)
      awaitsHeader = false
    } else {
      refusal = reader.row(section, row)
    }
    if (refusal !== null) return refusal
  }
  return order.length === 0 ? notPabulib(1) : missingSection(order)
}

const notPabulib = (line: number): Refusal =>
  refusalAt(
    'pb-no-section',
    `Line ${line} stands before any section`,
    'Begin the file with a line that says META, as files from pabulib.org do',
    line,
  )

function outOfOrder(before: readonly Section[], section: Section, line: number): Refusal | null {
  if (before.includes(section)) {
    return refusalAt(
      'pb-section-twice',
      `Line ${line} opens the section ${section} a second time`,
      'Keep one section of each name',
      line,
    )
  }
  if (section !== 'VOTES' || before.includes('PROJECTS')) return null
  return refusalAt(
    'pb-section-order',
    `Line ${line} opens VOTES before PROJECTS`,
    'Put the section PROJECTS before the section VOTES',
    line,
  )
}

function missingSection(order: readonly Section[]): Refusal | null {
  const missing = (['META', 'PROJECTS', 'VOTES'] as const).find((name) => !order.includes(name))
  if (missing === undefined) return null
  return refusalAt(
    'pb-section-missing',
    `The file has no section ${missing}`,
    'Check that the file is whole: META, PROJECTS and VOTES are all needed',
  )
}

function repeatedName(names: readonly string[], line: number): Refusal | null {
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (repeated === undefined) return null
  return refusalAt(
    'pb-column-twice',
    `Line ${line} names the column ${repeated} twice`,
    'Keep one column of each name',
    line,
  )
}

function sectionOf(row: Row): Section | null {
  if (row.quoted[0]) return null
  for (let cell = 1; cell < row.size; cell += 1) {
    if (row.ends[cell]! > row.starts[cell]!) return null
  }
  const length = row.ends[0]! - row.starts[0]!
  if (length < 4 || length > 8) return null
  const word = row.text(0).toUpperCase()
  return word === 'META' || word === 'PROJECTS' || word === 'VOTES' ? word : null
}

function firstBadText(bytes: Uint8Array): Refusal | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refusalAt('pb-not-utf8', 'The file is UTF-16 text', 'Save the file as UTF-8 text', 1)
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf(LINE_FEED, at + 65_536)
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1
    const piece = bytes.subarray(at, end)
    try {
      decoder.decode(piece)
    } catch {
      const bad = 1 + linesIn(bytes.subarray(0, at)) + badLineIn(piece)
      const says = `Line ${bad} has characters that are not UTF-8`
      return refusalAt('pb-not-utf8', says, 'Save the file as UTF-8 text', bad)
    }
    if (end === bytes.length) return null
    at = end
  }
}

/** How many line feeds the bytes have. */
export const linesIn = (piece: Uint8Array): number =>
  piece.reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 0)

function badLineIn(piece: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let at = 0
  for (let line = 0; ; line += 1) {
    const lineEnd = piece.indexOf(LINE_FEED, at)
    const end = lineEnd < 0 ? piece.length : lineEnd + 1
    try {
      decoder.decode(piece.subarray(at, end))
    } catch {
      return line
    }
    if (end === piece.length) return line
    at = end
  }
}

function scanRows(bytes: Uint8Array): Scanner {
  const decoder = new TextDecoder('utf-8')
  const row: Row = {
    bytes,
    line: 0,
    size: 0,
    starts: [],
    ends: [],
    quoted: [],
    text(cell) {
      const text = decoder.decode(bytes.subarray(row.starts[cell]!, row.ends[cell]!))
      return row.quoted[cell] ? text.replaceAll('""', '"') : text.trim()
    },
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const place = { at: hasMark ? 3 : 0, line: 1 }
  const next = (): Refusal | null | 'end' => {
    while (place.at < bytes.length) {
      const refusal = scanRow(bytes, row, place)
      if (refusal !== null) return refusal
      for (let cell = 0; cell < row.size; cell += 1) {
        if (row.ends[cell]! > row.starts[cell]!) return null
      }
    }
    return 'end'
  }
  return { row, next }
}

type Place = { at: number; line: number }

function scanRow(bytes: Uint8Array, row: Row, place: Place): Refusal | null {
  row.line = place.line
  row.size = 0
  for (;;) {
    const refusal = scanCell(bytes, row, place)
    if (refusal !== null) return refusal
    const byte = bytes[place.at]
    place.at += 1
    if (byte === SEMICOLON) continue
    if (byte === CARRIAGE_RETURN && bytes[place.at] === LINE_FEED) place.at += 1
    place.line += 1
    return null
  }
}

const isCellEnd = (byte: number | undefined): boolean =>
  byte === SEMICOLON || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === undefined

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9

function scanCell(bytes: Uint8Array, row: Row, place: Place): Refusal | null {
  let at = place.at
  while (isBlank(bytes[at])) at += 1
  if (bytes[at] === QUOTE) return scanQuoted(bytes, row, place, at)
  const start = at
  for (;;) {
    const byte = bytes[at]
    if (byte === SEMICOLON || byte === LINE_FEED || byte === CARRIAGE_RETURN) break
    if (byte === undefined) break
    at += 1
  }
  let end = at
  while (end > start && isBlank(bytes[end - 1])) end -= 1
  setCell(row, start, end, false)
  place.at = at
  return null
}

function scanQuoted(bytes: Uint8Array, row: Row, place: Place, quote: number): Refusal | null {
  const openedOn = place.line
  let at = quote + 1
  for (;;) {
    const byte = bytes[at]
    if (byte === undefined) return unclosedQuote(openedOn)
    if (byte === LINE_FEED) place.line += 1
    if (byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE) break
      at += 1
    }
    at += 1
  }
  setCell(row, quote + 1, at, true)
  at += 1
  while (isBlank(bytes[at])) at += 1
  if (!isCellEnd(bytes[at])) return textAfterQuote(place.line)
  place.at = at
  return null
}

function setCell(row: Row, start: number, end: number, quoted: boolean): void {
  row.starts[row.size] = start
  row.ends[row.size] = end
  row.quoted[row.size] = quoted
  row.size += 1
}

const unclosedQuote = (line: number): Refusal =>
  refusalAt(
    'pb-quote-open',
    `A quotation mark on line ${line} is never closed`,
    'Close it, or double it where it belongs to the text',
    line,
  )

const textAfterQuote = (line: number): Refusal =>
  refusalAt(
    'pb-quote-inside',
    `Line ${line} has text after a closing quotation mark`,
    'Double each quotation mark that belongs to the text: ""like this""',
    line,
  )
