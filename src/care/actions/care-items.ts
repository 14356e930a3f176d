// What this room holds, as something to share: every subject's things, from one table.
import type { ItemSource } from '../../sharing/index.ts'
import { itemKinds } from '../domain/item-kinds.ts'
import { countItems, readSomeItems } from '../store/items.ts'

/** How private a thing is, is said by the labels of the record, which stand there once. */
export const careItems: ItemSource = {
  name: 'Care and support plan',
  kinds: itemKinds,
  labels: [],
  count: countItems,
  read: async (look, visible, page) =>
    (await readSomeItems(look, visible, page)).map((one) => ({
      id: one.id,
      kind: one.kind,
      labels: one.labels,
      at: one.at,
      title: one.title,
      says: one.says === '' ? null : one.says,
      from: one.author,
      disagreements: [],
    })),
}
