// The page of law and policy in the product: each rule with its dates, its source and who read it.
import type { DatedRule } from '../../src/basics/index.ts'
import { byRoom, page, table } from './markdown.ts'
import { has, modulesAt, pathsAt, roomOf, textAt, thingsIn } from './modules.ts'

const isRule = (value: unknown): value is DatedRule<number | string> =>
  has(value, 'says', 'from', 'value', 'unit', 'source', 'confirmed')

/** Every rule that a room states, in files named `dated-rules.ts`. */
export const everyRule = async () => thingsIn(await modulesAt('src/**/dated-rules.ts'), isRule)

export async function datedRulesPage(): Promise<string> {
  const rules = byRoom(await everyRule(), (inRoom) =>
    table(
      ['Rule', 'Value', 'Holds', 'Source', 'Last read'],
      inRoom.map(({ thing }) => [
        thing.says,
        `${thing.value} ${thing.unit}`.trim(),
        thing.until === undefined ? `from ${thing.from}` : `${thing.from} until ${thing.until}`,
        thing.source,
        thing.confirmed ?? 'not yet',
      ]),
    ),
  )
  return page(
    'Dated rules',
    'All the law and policy in the product, on one page, for a lawyer to review. *Not yet* says ' +
      'honestly that nobody has read the source itself.',
    [...rules, ...datedTables()],
  )
}

type DatedTable = {
  readonly title: string
  readonly source: {
    readonly title: string
    readonly publisher: string
    readonly text_read: string
  }
  readonly law: { readonly title: string; readonly text_read: string }
  readonly first_year: number
  readonly last_year: number
  readonly review_by: string
}

/** Tables of dates that law or government gives, kept as JSON with their source inside. */
function datedTables(): readonly string[] {
  const rows = pathsAt('src/**/*.json').flatMap((path) => {
    const held: unknown = JSON.parse(textAt(path))
    return has(held, 'title', 'source', 'law', 'review_by')
      ? [{ room: roomOf(path), path, held: held as DatedTable }]
      : []
  })
  if (rows.length === 0) return []
  const written = table(
    ['Table', 'Source', 'Law', 'Look at it again by'],
    rows.map(({ path, held }) => [
      `${held.title} (${path})`,
      `${held.source.title}, ${held.source.publisher}; ${held.source.text_read}`,
      `${held.law.title}; ${held.law.text_read}`,
      held.review_by,
    ]),
  )
  return [`## Tables of dates\n\n${written}`]
}
