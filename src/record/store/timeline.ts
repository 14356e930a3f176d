// The timeline: entries newest first, narrowed and in pages.
import type { Day, Id } from '../../basics/index.ts'
import { factsOf, type Reading } from '../../log/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import { askForWords } from '../domain/word-keys.ts'
import { askEntries, COLUMNS, type Listed } from './entries.ts'

/** What a timeline is narrowed to; null or empty for all. */
export type Filter = {
  readonly kind: string | null
  /** Words that must stand in the title or the detail, as they are typed; each by its beginning. */
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
  const { search, writer } = page
  const asked = { says: search, from: writer }
  const sees = visible.everything ? null : seesLabels(visible)
  const words = askForWords(look.person, asked, sees === undefined ? null : sees)
  if (words !== null) return readFound(look, visible, page, words, sees !== undefined)
  const parts = partsOf(page)
  return askEntries<Listed>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from record.entries where ${seen} ${pageSql(parts, seen, page)}`,
    [...parts.flatMap(({ values }) => values), ...placeOf(page), page.limit],
  )
}

/** Whether what bears some labels may be seen; undefined where more than labels counts. */
const seesLabels = (visible: Visible) =>
  visible.byLabels([]) === null
    ? undefined
    : (labels: readonly string[]) => visible.byLabels(labels) === true

/** So many are read one by one before an index of words is asked: what many have is among them. */
const NEAR = 400

/**
 * A page of what has some words. The index of words is asked where nothing is kept back, and where
 * labels alone decide, for just those that are let through: it keeps what bears others apart. Where
 * more counts it is not asked: to them a search takes as long whatever is kept from them.
 */
function readFound(
  look: Look,
  visible: Visible,
  page: Page,
  words: string,
  byIndex: boolean,
): Promise<Listed[]> {
  const narrowed = partsOf({ ...page, search: '', writer: '' })
  const found = wordParts(page, words)
  const values = (parts: readonly Asked[]) => parts.flatMap((part) => part.values)
  const place = placeOf(page)
  return askEntries<Listed>(
    look,
    visible,
    (seen) => {
      const match = sqlOf(found)
      const from = `${seen} ${sqlOf(narrowed)} ${fromSql(seen, page)}`
      const indexed = '(select * from record.entries where finds @@ ?::tsquery offset 0) entries'
      const far = byIndex ? indexed : 'record.entries'
      return `
        with near as materialized (
          select * from (
            select * from record.entries where ${from} ${orderSql(page)} limit ?
          ) entries where true ${match} ${orderSql(page)} limit ?
        ), far as materialized (
          select * from ${far} where ${from} ${match} ${orderSql(page)} limit ?
        ), enough as (select count(*) >= ? as is from near)
        select ${COLUMNS} from (
          select * from near where (select "is" from enough)
          union all
          select * from far where not (select "is" from enough)
        ) entries ${orderSql(page)}`
    },
    [
      ...[...values(narrowed), ...place, NEAR, ...values(found), page.limit],
      ...(byIndex ? [words] : []),
      ...[...values(narrowed), ...place, ...values(found), page.limit, page.limit],
    ],
  )
}

/**
 * The facts of a page of the timeline, or of one entry, newest entry first: those of as many
 * entries as there are and one more.
 */
export function readFacts(
  look: Look,
  visible: Visible,
  page: {
    readonly only?: Id
    readonly kind?: string | null
    readonly before: Id | null
    readonly size: number
  },
): Promise<Reading[]> {
  const { only, kind = null, before, size } = page
  const asked: Page = { ...noFilter, kind, before, limit: size + 1 }
  const one: Asked[] = only === undefined ? [] : [{ sql: 'and stream = ?', values: [only] }]
  const parts = [...one, ...partsOf(asked)]
  const nth = 'row_number() over (order by day desc, stream desc) as nth'
  return askEntries<Reading>(
    look,
    visible,
    (seen) =>
      factsOf(
        `select owner, stream, ${nth} from record.entries
         where ${seen} ${pageSql(parts, seen, asked)}`,
      ),
    [...parts.flatMap(({ values }) => values), ...placeOf(asked), asked.limit],
  )
}

function partsOf({ kind, search, from, until, writer }: Filter): Asked[] {
  const parts: Asked[] = []
  if (kind !== null) parts.push({ sql: 'and kind = ?', values: [kind] })
  if (from !== null) parts.push({ sql: 'and day >= ?::date', values: [from] })
  if (until !== null) parts.push({ sql: 'and day <= ?::date', values: [until] })
  if (search !== '') parts.push(withWords('title', 'detail', search))
  if (writer !== '') parts.push(withWords('author', 'source', writer))
  return parts
}

function withWords(one: string, other: string, words: string): Asked {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return { sql: `and (${one} ilike ? or ${other} ilike ?)`, values: [pattern, pattern] }
}

/** That each word begins a word there, and that all of it stands there as it was typed. */
const wordParts = ({ search, writer }: Filter, words: string): Asked[] => [
  // Written as a function, so that no index answers it.
  { sql: 'and ts_match_vq(finds, ?::tsquery)', values: [words] },
  ...partsOf({ ...noFilter, search, writer }),
]

const placeOf = ({ before, after = null }: Page): readonly Id[] =>
  before !== null ? [before] : after !== null ? [after] : []

const sqlOf = (parts: readonly Asked[]): string => parts.map(({ sql }) => sql).join(' ')

/** Towards the newest, from a place that what lies after is asked of. */
const turned = ({ before, after = null }: Page): boolean => before === null && after !== null

/** From a place that may itself be seen: one that may not, and one that is not there, give none. */
function fromSql(seen: string, page: Page): string {
  if (placeOf(page).length === 0) return ''
  const place = `(select day, stream from record.entries where ${seen} and stream = ?)`
  return `and (day, stream) ${turned(page) ? '>' : '<'} ${place}`
}

const orderSql = (page: Page): string =>
  turned(page) ? 'order by day, stream' : 'order by day desc, stream desc'

const pageSql = (parts: readonly Asked[], seen: string, page: Page): string =>
  `${sqlOf(parts)} ${fromSql(seen, page)} ${orderSql(page)} limit ?`
