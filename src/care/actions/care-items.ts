// What this room holds, as something to share: every subject's things, from one table.
import type { ItemSource } from '../../sharing/index.ts'
import { firstKinds, itemKinds } from '../domain/item-kinds.ts'
import { countItems, readSomeItems } from '../store/items.ts'

const codes = itemKinds.map(({ code }) => code as string)

/** A source of some kinds; how private a thing is, is said by the labels of the record. */
const sourceOf = (name: string, wanted: readonly string[]): ItemSource => ({
  name,
  kinds: itemKinds.filter(({ code }) => wanted.includes(code)),
  labels: [],
  count: (look, visible) => countItems(look, visible, wanted),
  read: async (look, visible, page) =>
    (await readSomeItems(look, visible, wanted, page)).map((one) => ({
      id: one.id,
      kind: one.kind,
      labels: one.labels,
      at: one.at,
      title: one.title,
      says: one.says === '' ? null : one.says,
      from: one.author,
      disagreements: [],
    })),
})

/** What is read first, wherever things are shown: an emergency may be why they are opened. */
export const careFirst = sourceOf('If things go wrong', firstKinds)

export const careItems = sourceOf(
  'Care and support plan',
  codes.filter((code) => !firstKinds.includes(code)),
)
