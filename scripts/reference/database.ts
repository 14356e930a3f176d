// The page of every table: what it is, whom it is about, its columns and its keys.
import { byRoom, code, page, table } from './markdown.ts'
import { type TableText, tablesIn } from './migration-text.ts'
import { pathsAt, roomOf, textAt } from './modules.ts'

const aboutWords = {
  personal: 'people',
  lookup: 'people, lookup',
  public: 'people, public',
  worklist: 'people, worklist',
  'not personal': 'no person',
} as const

/** Every table that the migrations of a room make. */
export const everyTable = (): readonly { readonly room: string; readonly thing: TableText }[] =>
  [...Map.groupBy(pathsAt('src/**/*.ts'), roomOf)].flatMap(([room, paths]) => {
    // A migration of one file may alter what that of another has made.
    const text = paths
      .map(textAt)
      .filter((one) => /\b(?:create|alter)\s+(?:unlogged\s+)?table/i.test(one))
      .join('\n')
    return tablesIn(text).map((thing) => ({ room, thing }))
  })

export function databasePage(): string {
  return page(
    'Database',
    [
      'Every table, by room; each room has one PostgreSQL schema of its own name.',
      '**fact**: appended and never changed. **projection**: made from facts; `coproduce ' +
        'rebuild` empties it and makes it again, the same. **reference**: lists about no person, ' +
        'kept as they are. **scratch**: sessions, drafts, jobs and the like; a rebuild leaves it ' +
        'alone.',
      'A table *about people* has the person or the owner first in every key. A *lookup* leads ' +
        'from something else to a person and holds little more. What is *public* anybody may ' +
        'read; a *worklist* holds ids, clocks and codes for those who handle things, and ' +
        'nobody’s words. Jobs lie in the schema `graphile_worker`, made by that library.',
    ].join('\n\n'),
    byRoom(everyTable(), (inRoom) =>
      table(
        ['Table', 'Kind', 'About', 'What it holds', 'Columns', 'Keys'],
        inRoom.map(({ thing }) => [
          code(thing.name),
          thing.kind ?? 'not said',
          aboutWords[thing.about],
          thing.says,
          thing.columns.map(code).join(', '),
          thing.keys.map((key) => `(${key.join(', ')})`).join(', '),
        ]),
      ),
    ),
  )
}
