// A shelf of things to share, for the tests: a source as a room would give it, with SQL.
import type { Day, Id, PersonId } from '../../src/basics/index.ts'
import type { ItemSource, SharedItem, Visible } from '../../src/sharing/index.ts'

export type Shelf = ItemSource & {
  put(person: PersonId, item: SharedItem): SharedItem
}

const columns = { id: 's.id', kind: 's.kind', labels: 's.labels', at: 's.at' }

/** Keeps what is put there; reads it only through a look, by the predicate in SQL. */
export function openShelf(): Shelf {
  const kept = new Map<PersonId, SharedItem[]>()
  const rows = (person: PersonId, visible: Visible) => {
    const { text, values } = visible.sql(columns, 2)
    const from = `from jsonb_to_recordset($1::jsonb) as s (id uuid, kind text, labels text[],
      at date, title text, says text, "from" text, disagreements text[]) where ${text}`
    return { from, values: [JSON.stringify(kept.get(person) ?? []), ...values] }
  }
  return {
    name: 'Shelf',
    kinds: [
      { code: 'result', says: 'Results' },
      { code: 'note', says: 'Notes' },
    ],
    labels: [{ code: 'mental', says: 'Mental health' }],
    put(person, item) {
      kept.set(person, [...(kept.get(person) ?? []), item])
      return item
    },
    async count(look, visible) {
      const { from, values } = rows(look.person, visible)
      const [row] = await look.tx.text<{ count: number }>(`select count(*) ${from}`, values)
      return row?.count ?? 0
    },
    read(look, visible, { limit, offset }) {
      const { from, values } = rows(look.person, visible)
      return look.tx.text<SharedItem>(
        `select * ${from} order by s.at desc, s.id limit ${limit} offset ${offset}`,
        values,
      )
    },
  }
}

export const thing = (id: Id, title: string, more: Partial<SharedItem> = {}): SharedItem => ({
  id,
  kind: 'result',
  labels: [],
  at: '2026-03-01' as Day,
  title,
  says: null,
  from: 'Oak Lane Surgery',
  disagreements: [],
  ...more,
})
