// The tables of a measure as CSV: a line a number, with what it is about.
import { csvText } from '../../basics/index.ts'
import type { ReleasedTable } from '../domain/measure.ts'

export function csvOf(tables: readonly ReleasedTable[]): string {
  const lines = [['table', 'counted on', 'what', 'from', 'until', 'number']]
  for (const { title, asOf, cells } of tables) {
    for (const { label, where, shown } of cells) {
      lines.push([title, asOf, label, where.from ?? '', where.until ?? '', String(shown)])
    }
  }
  return csvText(lines)
}
