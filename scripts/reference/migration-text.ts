// Reads the tables out of the SQL of migrations: their kind, whom they are about, columns and keys.

/** What a table is, said in the first words of the comment right above it. */
export const tableKinds = ['fact', 'projection', 'scratch', 'reference'] as const
export type TableKind = (typeof tableKinds)[number]

export type TableText = {
  /** With its schema, `log.facts`; without, where the migration gives none. */
  readonly name: string
  /** `null` where the comment above says none. */
  readonly kind: TableKind | null
  /**
   * `personal`: about people, keyed by `owner` or `person` first. `lookup`: finds a person by
   * something else, and holds nothing more. `public`: what anybody may read, since its author let
   * it be published. `worklist`: opaque ids, clocks and codes for those who handle things, and
   * nobody's words. `not personal`: said so, or reference data.
   */
  readonly about: 'personal' | 'lookup' | 'public' | 'worklist' | 'not personal'
  /** What the comment says after the colon. */
  readonly says: string
  readonly columns: readonly string[]
  /** The columns of the primary key and of every unique key, in their order. */
  readonly keys: readonly (readonly string[])[]
  /** Where `create table` stands in the text, from 0. */
  readonly offset: number
}

type Draft = { -readonly [Key in keyof TableText]: TableText[Key] } & {
  /** Which of the keys is the primary one that the table was made with. */
  readonly primary: readonly string[] | null
}

const creates = new RegExp(
  String.raw`((?:^[ \t]*--[^\n]*\n[ \t]*)*)` +
    String.raw`\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(`,
  'gim',
)

/** The tables that stand when every step of the text has been run, by name. */
export function tablesIn(sql: string): readonly TableText[] {
  const tables = new Map<string, Draft>()
  for (const [whole, comment = '', written = '', at] of matches(sql, creates)) {
    const name = unquoted(written)
    const body = sql.slice(at + whole.length, closing(sql, at + whole.length))
    const parts = topLevelParts(body.replace(/--[^\n]*/g, ''))
    const keys = parts.map((part) => ({ key: keyIn(part)[0] ?? null, part }))
    tables.set(name, {
      name,
      ...markers(comment),
      columns: parts.flatMap((part) => columnIn(part)),
      keys: keys.flatMap(({ key }) => (key === null ? [] : [key])),
      primary: keys.find(({ part }) => /\bprimary\s+key\b/i.test(part))?.key ?? null,
      offset: at + comment.length,
    })
  }
  alterTables(sql, tables)
  return [...tables.values()].map(({ primary: _, ...table }) => table)
}

type Match = readonly [string, string | undefined, string | undefined, number]

const matches = (text: string, pattern: RegExp): readonly Match[] =>
  Array.from(text.matchAll(pattern), (match) => [match[0], match[1], match[2], match.index])

const unquoted = (name: string): string => name.replaceAll('"', '').toLowerCase()

/** `-- projection, not personal: words`, the words going on over the lines below. */
function markers(comment: string): Pick<TableText, 'kind' | 'about' | 'says'> {
  const text = comment
    .replace(/^[ \t]*--[ \t]?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [, first = '', more = '', says = ''] = /^(\w+)((?:, [\w ]+)*)(?:: (.*))?$/.exec(text) ?? []
  const kind = tableKinds.find((one) => one === first) ?? null
  if (kind === 'reference' || /, not personal\b/.test(more)) {
    return { kind, about: 'not personal', says }
  }
  const about = (['lookup', 'public', 'worklist'] as const).find((one) => more.includes(`, ${one}`))
  return { kind, about: about ?? 'personal', says }
}

/** Where the bracket that is open at a place closes. */
function closing(sql: string, from: number): number {
  for (let at = from, depth = 1; at < sql.length; at++) {
    if (sql[at] === '(') depth++
    if (sql[at] === ')') depth--
    if (depth === 0) return at
  }
  return sql.length
}

function topLevelParts(body: string): string[] {
  const parts = ['']
  let depth = 0
  for (const mark of body) {
    if (mark === '(') depth++
    if (mark === ')') depth--
    if (mark === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += mark
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const constraint = /^(?:constraint|primary|unique|check|foreign|exclude|like)\b/i

const columnIn = (part: string): string[] =>
  constraint.test(part) ? [] : [unquoted(/^[\w"]+/.exec(part)?.[0] ?? '')]

function keyIn(part: string): string[][] {
  const listed =
    /\b(?:primary\s+key|unique(?:\s+nulls\s+(?:not\s+)?distinct)?)\s*\(([^)]*)\)/i.exec(part)
  if (listed !== null) return [columnList(listed[1] ?? '')]
  if (constraint.test(part)) return []
  return /\b(?:primary\s+key|unique)\b/i.test(part) ? [columnIn(part)] : []
}

const columnList = (text: string): string[] =>
  text.split(',').map((column) => unquoted(column.trim().split(/\s/)[0] ?? ''))

const name = String.raw`(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?([\w."]+)`
const alters = {
  column: new RegExp(
    String.raw`alter\s+table\s+${name}\s+add\s+(?:column\s+)(?:if\s+not\s+exists\s+)?([^;]+);`,
    'gi',
  ),
  key: new RegExp(
    String.raw`alter\s+table\s+${name}\s+add\s+((?:constraint\s+\w+\s+)?(?:primary|unique)[^;]+);`,
    'gi',
  ),
  index: new RegExp(
    String.raw`create\s+unique\s+index\s+[^;]*?\bon\s+${name}` +
      String.raw`[^(;]*\(([^;]*?)\)\s*(?:where|include|;|$)`,
    'gi',
  ),
  dropPrimary: new RegExp(
    String.raw`alter\s+table\s+${name}\s+drop\s+constraint\s+\w+_pkey\s*;`,
    'gi',
  ),
  dropColumn: new RegExp(String.raw`alter\s+table\s+${name}\s+drop\s+column\s+(\w+)\s*;`, 'gi'),
  drop: new RegExp(String.raw`drop\s+table\s+${name}`, 'gi'),
}

function alterTables(sql: string, tables: Map<string, Draft>): void {
  const change = (pattern: RegExp, make: (table: Draft, rest: string) => void) => {
    for (const [, written = '', rest = ''] of matches(sql, pattern)) {
      const table = tables.get(unquoted(written))
      if (table !== undefined) make(table, rest)
    }
  }
  change(alters.dropPrimary, (table) => {
    table.keys = table.keys.filter((key) => key !== table.primary)
  })
  change(alters.dropColumn, (table, column) => {
    table.columns = table.columns.filter((one) => one !== unquoted(column))
  })
  change(alters.column, (table, rest) => {
    table.columns = [...table.columns, ...columnIn(rest)]
    table.keys = [...table.keys, ...keyIn(rest)]
  })
  change(alters.key, (table, rest) => {
    table.keys = [...table.keys, ...keyIn(rest)]
  })
  change(alters.index, (table, rest) => {
    table.keys = [...table.keys, columnList(rest)]
  })
  change(alters.drop, (table) => tables.delete(table.name))
}
