// The tables of a measure as CSV: a line a number, with what it is about.
import type { ReleasedTable } from '../domain/measure.ts'

/** What a spreadsheet would take for a formula begins with an apostrophe. @source RFC 4180 */
export function csvOf(tables: readonly ReleasedTable[]): string {
  const lines = [['table', 'counted on', 'what', 'from', 'until', 'number']]
  for (const { title, asOf, cells } of tables) {
    for (const { label, where, shown } of cells) {
      lines.push([title, asOf, label, where.from ?? '', where.until ?? '', String(shown)])
    }
  }
  return lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('')
}

const cellOf = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
