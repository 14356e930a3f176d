// The entries of one thing over time, with what each measured.
import type { Id } from '../../basics/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import type { Measured } from '../domain/measured.ts'
import { askEntries, COLUMNS, type Listed } from './entries.ts'

export type ListedReading = Listed & {
  readonly thing: string
  readonly measured: readonly Measured[]
}

type Row = Listed & { readonly thing: string; readonly measured: string | null }

const reading = (row: Row): ListedReading => ({
  ...row,
  measured: row.measured === null ? [] : (JSON.parse(row.measured) as Measured[]),
})

/** One entry with what it measured, or none where it may not be seen or is not there. */
export async function readReading(look: Look, visible: Visible, id: Id): Promise<ListedReading[]> {
  const rows = await askEntries<Row>(
    look,
    visible,
    (seen) => `select ${COLUMNS}, thing, measured from record.entries where ${seen} and stream = ?`,
    [id],
  )
  return rows.map(reading)
}

/** The entries of a thing under any of its names, newest first. */
export async function readThing(
  look: Look,
  visible: Visible,
  { kind, names, most }: { kind: string; names: readonly string[]; most: number },
): Promise<ListedReading[]> {
  const rows = await askEntries<Row>(
    look,
    visible,
    (seen) =>
      `select ${COLUMNS}, thing, measured from record.entries
       where ${seen} and thing = any(?::text[]) and (kind = ? or ? in ('result', 'measurement')
         and kind in ('result', 'measurement'))
       order by day desc, stream desc limit ?`,
    [names, kind, kind, most],
  )
  return rows.map(reading)
}
