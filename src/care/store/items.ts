// Everything here that can be shared, read through a look: one table for all subjects.
import type { Id } from '../../basics/index.ts'
import { nameOfText } from '../../plumbing/index.ts'
import type { FacetColumns, ItemFacets, Look, Visible } from '../../sharing/index.ts'

/** One thing as a subject keeps it; `body` is JSON of that subject's own kind. */
export type ItemRow = ItemFacets & {
  readonly title: string
  readonly says: string
  readonly author: string
  readonly body: string
}

const facets: FacetColumns = { id: 'item', kind: 'kind', labels: 'labels', at: 'day' }

/**
 * Asks for what may be seen of one person's. `sql` is given the condition for its `where`, and has
 * `?` for each value of its own.
 */
export function askVisible<Row extends Record<string, unknown>>(
  { person, tx }: Look,
  visible: Visible,
  sql: (seen: string) => string,
  values: readonly unknown[],
): Promise<Row[]> {
  const seen = visible.sql(facets, 2)
  let place = 1 + seen.values.length
  const numbered = sql(`owner = $1 and ${seen.text}`).replaceAll('?', () => {
    place += 1
    return `$${place}`
  })
  return tx.text<Row>(numbered, [person, ...seen.values, ...values], nameOfText(numbered))
}

const COLUMNS = 'item as id, kind, labels, day as at, title, says, author, body'

/** Newest first, from an offset: for lists of what is shared. */
export const readSomeItems = (
  look: Look,
  visible: Visible,
  kinds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ItemRow[]> =>
  askVisible<ItemRow>(
    look,
    visible,
    (seen) =>
      `select ${COLUMNS} from care.items where ${seen} and kind = any(?::text[])
       order by day desc, item desc limit ? offset ?`,
    [kinds, limit, offset],
  )

export async function countItems(
  look: Look,
  visible: Visible,
  kinds: readonly string[],
): Promise<number> {
  const [row] = await askVisible<{ count: number }>(
    look,
    visible,
    (seen) => `select count(*) as count from care.items where ${seen} and kind = any(?::text[])`,
    [kinds],
  )
  return Number(row?.count ?? 0)
}

/** Those of one stream, in their order. */
export const readItemsOf = (look: Look, visible: Visible, stream: Id): Promise<ItemRow[]> =>
  askVisible<ItemRow>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from care.items where ${seen} and stream = ? order by place`,
    [stream],
  )
