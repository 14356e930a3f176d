// Rule 4: one PostgreSQL schema a room, and the person first in every key of personal data.
import { type TableText, tableKinds, tablesIn } from '../../../scripts/reference/migration-text.ts'
import { dotted, nodesIn, type Source, stringOf, type Text, walk } from '../source.ts'
import { roomOf } from '../table.ts'
import { type Offence, type Rule, sourcesIn, type Tree } from '../tree.ts'

const looksLikeSql =
  /\b(?:select|insert|update|delete|create|alter|drop|truncate|grant|from|join)\b/i

export type Mention = {
  readonly source: Source
  readonly line: number
  /** `insertInto` and the like, or empty for SQL written as text. */
  readonly call: string
  readonly text: string
}

const builders = new RegExp(
  '^(?:selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|from|using|table|' +
    'withSchema|(?:inner|left|right|full|cross)(?:Lateral)?Join)$',
)

/** Every place where a file speaks SQL: as text, or through the query builder. */
export function sqlIn(source: Source): readonly Mention[] {
  const spoken = source.texts
    .filter(({ text }) => looksLikeSql.test(text))
    .map(({ text, line }) => ({ source, line, call: '', text }))
  const built: Mention[] = []
  walk(source.program, (node) => {
    const call = node.type === 'CallExpression' ? dotted(node.callee).replace(/^.*\./, '') : ''
    const isTables = node.type === 'Property' && dotted(node.key) === 'tables'
    if (!isTables && !builders.test(call)) return
    const holders = isTables ? nodesIn(node.value) : nodesIn(node.arguments)
    const values = holders.flatMap((one) =>
      one.type === 'ArrayExpression' ? nodesIn(one.elements) : [one],
    )
    for (const value of values) {
      const text = stringOf(value)
      if (text !== '') built.push({ source, line: source.lineAt(value.start), call, text })
    }
  })
  return [...spoken, ...built]
}

export const oneSchemaARoom: Rule = {
  says: 'No SQL touches the schema of another room, and only plumbing touches that of the jobs',
  find: (tree) =>
    sourcesIn(tree, 'src/').flatMap((source) => {
      const room = roomOf(source.path)
      const schemas = [...tree.table.rooms.keys(), 'graphile_worker'].filter(
        (schema) => schema !== room && !(schema === 'graphile_worker' && room === 'plumbing'),
      )
      const named = new RegExp(String.raw`(?<![\w.'])"?(${schemas.join('|')})"?\.["\w]`, 'gi')
      const alone = new RegExp(`^(${schemas.join('|')})$`, 'gi')
      return sqlIn(source).flatMap(({ text, call, line }) => {
        const pattern = call === 'withSchema' ? alone : named
        return Array.from(text.matchAll(pattern), (match) => ({
          path: source.path,
          line: line + newLines(text.slice(0, match.index)),
          says: `SQL here touches ${match[1]}, a schema that is not its own`,
        })).slice(0, 1)
      })
    }),
}

const newLines = (text: string): number => text.split('\n').length - 1

/** The tables that the migrations of every room make, with the place they are made at. */
export function tablesOf(tree: Tree): readonly (TableText & { path: string; line: number })[] {
  return sourcesIn(tree, 'src/').flatMap((source) =>
    source.texts
      .filter(({ text }) => /create\s+(?:unlogged\s+)?table/i.test(text))
      .flatMap((text) => tablesInText(source, text)),
  )
}

const tablesInText = (source: Source, { text, line }: Text) =>
  tablesIn(text).map((table) => ({
    ...table,
    path: source.path,
    line: line + newLines(text.slice(0, table.offset)),
  }))

export const tablesSayWhatTheyAre: Rule = {
  says:
    'Every table lies in the schema of its room and says above it what it is: ' +
    `-- ${tableKinds.join(', -- ')}, with ", lookup" or ", not personal" where that is so`,
  find: (tree) =>
    tablesOf(tree).flatMap((table) => {
      const { path, line, name, kind } = table
      const faults: string[] = []
      if (name.split('.')[0] !== roomOf(path) || !name.includes('.')) {
        faults.push(`${name} lies in no schema named as its room`)
      }
      if (kind === null) faults.push(`${name} does not say above it what kind of table it is`)
      return faults.map((says) => ({ path, line, says }))
    }),
}

export const personFirstInEveryKey: Rule = {
  says: 'Every table of personal data has the person or the owner first in every key',
  find: (tree) =>
    tablesOf(tree).flatMap((table) =>
      faultsOfKeys(table).map((says) => ({ path: table.path, line: table.line, says })),
    ),
}

const isPerson = (column: string | undefined): boolean => column === 'person' || column === 'owner'
const lookupColumns = 4
const ofWords = /^(?:title|says|words|text|body|name|note|why|subject)$/

function faultsOfKeys({ name, about, columns, keys }: TableText): string[] {
  if (about === 'not personal') {
    const held = columns.filter((column) => isPerson(column))
    return held.map((column) => `${name} has the column ${column} and says it is not personal`)
  }
  if (about === 'lookup') {
    if (!columns.some(isPerson)) return [`${name} is a lookup that leads to no person or owner`]
    if (columns.length <= lookupColumns) return []
    return [`${name} is a lookup with more than ${lookupColumns} columns`]
  }
  const held = about === 'worklist' ? columns.filter((column) => ofWords.test(column)) : []
  if (held.length > 0) return [`${name} is a worklist and holds words in ${held.join(', ')}`]
  if (keys.length === 0) return [`${name} has no key`]
  return keys
    .filter(([first]) => !isPerson(first))
    .map((key) => `the key (${key.join(', ')}) of ${name} does not begin with person or owner`)
}

export const noForeignKeysBetweenSchemas: Rule = {
  says: 'No foreign key leads from one schema to another',
  find: (tree) =>
    sourcesIn(tree, 'src/').flatMap((source) =>
      source.texts.flatMap(({ text, line }) =>
        Array.from(text.matchAll(/\breferences\s+"?(\w+)"?\s*\.\s*"?\w+/gi))
          .filter((match) => /\btable\b/i.test(text) && match[1] !== roomOf(source.path))
          .map(
            (match): Offence => ({
              path: source.path,
              line: line + newLines(text.slice(0, match.index)),
              says: `a foreign key leads to ${match[1]}`,
            }),
          ),
      ),
    ),
}
