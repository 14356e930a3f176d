// The rows made from imports, and the lists read from them: each through a look.
import type { Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import { fileBroughtIn, importTakenBack } from '../domain/facts.ts'
import { askEntries } from './entries.ts'

export const imports = projection({
  name: 'record.imports',
  tables: ['record.imports'],
  kinds: [fileBroughtIn, importTakenBack],
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = [fact.owner, fact.stream, fact.at]
      if (fact.kind === 'file-brought-in') {
        const { file, shownAs, fresh, already, leftOut } = fact.body
        await tx.text(
          `insert into record.imports
             (owner, stream, at, brought_by, file, shown_as, fresh, already, left_out)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [...at, fact.by, file, shownAs, fresh, already, leftOut],
          'insert-import',
        )
      } else {
        await tx.text(
          `update record.imports set taken_back_at = $3 where owner = $1 and stream = $2`,
          at,
          'take-import-back',
        )
      }
    }
  },
})

export type ListedImport = {
  readonly id: Id
  readonly file: string
  readonly by: Id | null
  readonly shownAs: string
  readonly at: Instant
  readonly fresh: number
  readonly already: number
  readonly leftOut: number
  readonly takenBackAt: Instant | null
}

/** Newest first. */
export const readImports = ({ person, tx }: Look, limit: number): Promise<ListedImport[]> =>
  tx.text<ListedImport>(
    `select stream as id, file, brought_by as by, shown_as as "shownAs", at, fresh, already,
       left_out as "leftOut", taken_back_at as "takenBackAt"
     from record.imports where owner = $1 order by at desc, stream desc limit $2`,
    [person, limit],
    'read-imports',
  )

/** The entries that are here by an import and may be seen, newest first. */
export const readBatch = (
  look: Look,
  visible: Visible,
  batch: Id,
  limit: number,
): Promise<{ id: Id; title: string; kind: string }[]> =>
  askEntries(
    look,
    visible,
    (seen) => `select stream as id, title, kind from record.entries where ${seen} and batch = ?
     order by day desc, stream desc limit ?`,
    [batch, limit],
  )

/** How many entries that may be seen are here by an import, by kind, and how many not marked. */
export const countBatch = (
  look: Look,
  visible: Visible,
  batch: Id,
): Promise<{ kind: string; count: number; standing: number }[]> =>
  askEntries(
    look,
    visible,
    (seen) => `select kind, count(*) as count, count(*) filter (where not taken_back) as standing
     from record.entries where ${seen} and batch = ? group by kind`,
    [batch],
  )

/** The next entries of an import that are not marked as taken back. */
export const readStanding = (
  { person, tx }: Look,
  batch: Id,
  limit: number,
): Promise<{ id: Id }[]> =>
  tx.text(
    `select stream as id from record.entries where owner = $1 and batch = $2 and not taken_back
     order by stream limit $3`,
    [person, batch, limit],
    'read-standing',
  )
