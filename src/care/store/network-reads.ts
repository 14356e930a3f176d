// Reading maps, meetings, visits, information and offers through a look, and who is on whose map.
import type { Id, PersonId } from '../../basics/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import type { ItemKind } from '../domain/item-kinds.ts'
import { askVisible, type ItemRow } from './items.ts'

const COLUMNS = 'item as id, stream, kind, labels, day as at, title, says, author, body'

export type KeptRow = ItemRow & { readonly stream: Id }

/** Those of one kind, the latest day first. */
export const readItemsOfKind = (
  look: Look,
  visible: Visible,
  kind: ItemKind,
  limit: number,
): Promise<KeptRow[]> =>
  askVisible<KeptRow>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from care.items
      where ${seen} and kind = ? order by day desc, item desc limit ?`,
    [kind, limit],
  )

/** How many there are of each kind. */
export async function countsByKind(
  look: Look,
  visible: Visible,
): Promise<ReadonlyMap<string, number>> {
  const rows = await askVisible<{ kind: string; count: number }>(
    look,
    visible,
    (seen) => `select kind, count(*)::integer as count from care.items where ${seen} group by kind`,
    [],
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** How often the person did what, and how far it went, in what may be seen. */
export const countOwnSteps = (
  look: Look,
  visible: Visible,
): Promise<{ what: string; step: string; count: number }[]> =>
  askVisible(
    look,
    visible,
    (seen) => `select what, step, count(*)::integer as count from care.taken_part
      where (owner, stream) in (select owner, stream from care.items where ${seen})
      group by what, step`,
    [],
  )

/** In how many of the person's decisions that may be seen there was a decision aid. */
export async function countAidsSeen(look: Look, visible: Visible): Promise<number> {
  const [row] = await askVisible<{ count: number }>(
    look,
    visible,
    (seen) => `select count(*)::integer as count from care.decision_days where aid is not null
      and (owner, stream) in (select owner, stream from care.items where ${seen})`,
    [],
  )
  return row?.count ?? 0
}

/** One of a kind; none where it may not be seen or is not there: the two read the same. */
export const readItem = (
  look: Look,
  visible: Visible,
  kind: ItemKind,
  id: Id,
): Promise<KeptRow[]> =>
  askVisible<KeptRow>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from care.items where ${seen} and kind = ? and item = ?`,
    [kind, id],
  )

export type OnMapRow = {
  readonly id: Id
  readonly owner: PersonId
  readonly stream: Id
  readonly member: Id
}

/** The maps that the person was put on by others: only where they lie. */
export const mapsWith = ({ person, tx }: Look, limit: number): Promise<OnMapRow[]> =>
  tx.text<OnMapRow>(
    `select owner, stream, member, member as id from care.on_maps
     where person = $1 order by member limit $2`,
    [person, limit],
    'maps-with',
  )
