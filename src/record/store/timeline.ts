// The timeline: entries newest first, narrowed and in pages.
import type { Day, Id } from '../../basics/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import { askEntries, COLUMNS, type Listed } from './entries.ts'

/** What a timeline is narrowed to; null or empty for all. */
export type Filter = {
  readonly kind: string | null
  /** Words that must stand in the title or the detail. */
  readonly search: string
  readonly from: Day | null
  readonly until: Day | null
  /** Part of who wrote it or where it came from. */
  readonly writer: string
}

export const noFilter: Filter = { kind: null, search: '', from: null, until: null, writer: '' }

export type Page = Filter & {
  /** Only what lies before this one in the timeline, the newest of it first. */
  readonly before: Id | null
  /** Only what lies after this one, the oldest of it first. */
  readonly after?: Id | null
  readonly limit: number
}

type Asked = { readonly sql: string; readonly values: readonly unknown[] }

/** The timeline: newest first, one page of it; turned round where what lies after is asked for. */
export function readTimeline(look: Look, visible: Visible, page: Page): Promise<Listed[]> {
  const parts = partsOf(page)
  return askEntries<Listed>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from record.entries where ${seen} ${pageSql(parts, seen, page)}`,
    [...parts.flatMap(({ values }) => values), ...placeOf(page), page.limit],
  )
}

/** The ids of a page of the timeline, or of one entry: as many as there are and one more. */
export function readIds(
  look: Look,
  visible: Visible,
  page: {
    readonly only?: Id
    readonly kind?: string | null
    readonly before: Id | null
    readonly size: number
  },
): Promise<{ readonly id: Id }[]> {
  const { only, kind = null, before, size } = page
  const asked: Page = { ...noFilter, kind, before, limit: size + 1 }
  const one: Asked[] = only === undefined ? [] : [{ sql: 'and stream = ?', values: [only] }]
  const parts = [...one, ...partsOf(asked)]
  return askEntries<{ id: Id }>(
    look,
    visible,
    (seen) =>
      `select stream as id from record.entries where ${seen} ${pageSql(parts, seen, asked)}`,
    [...parts.flatMap(({ values }) => values), ...placeOf(asked), asked.limit],
  )
}

function partsOf({ kind, search, from, until, writer }: Filter): Asked[] {
  const parts: Asked[] = []
  if (kind !== null) parts.push({ sql: 'and kind = ?', values: [kind] })
  if (from !== null) parts.push({ sql: 'and day >= ?::date', values: [from] })
  if (until !== null) parts.push({ sql: 'and day <= ?::date', values: [until] })
  if (search !== '') {
    const pattern = patternOf(search)
    parts.push({ sql: 'and (title ilike ? or detail ilike ?)', values: [pattern, pattern] })
  }
  if (writer !== '') {
    const pattern = patternOf(writer)
    parts.push({ sql: 'and (author ilike ? or source ilike ?)', values: [pattern, pattern] })
  }
  return parts
}

const patternOf = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const placeOf = ({ before, after = null }: Page): readonly Id[] =>
  before !== null ? [before] : after !== null ? [after] : []

/** From a place that may itself be seen: one that may not, and one that is not there, give none. */
function pageSql(parts: readonly Asked[], seen: string, { before, after = null }: Page): string {
  const place = `(select day, stream from record.entries where ${seen} and stream = ?)`
  const narrowed = parts.map(({ sql }) => sql).join(' ')
  if (before === null && after !== null) {
    return `${narrowed} and (day, stream) > ${place} order by day, stream limit ?`
  }
  const from = before === null ? '' : `and (day, stream) < ${place}`
  return `${narrowed} ${from} order by day desc, stream desc limit ?`
}
