// Drafts of journeys: plain rows and no facts, kept across a person's devices until they are sent.
import { addMilliseconds, type Instant } from '../../basics/index.ts'
import type { Clock, Database } from '../../plumbing/index.ts'
import type { DraftStore, FormValues } from '../../web/index.ts'
import { draftsKept } from '../domain/dated-rules.ts'

type Row = { typed: string }

/** Drafts in the database. A draft is the latest that was saved under its owner and journey. */
export const draftStore = (db: Database, clock: Pick<Clock, 'now'>): DraftStore => ({
  async load({ owner, journey }) {
    const [row] = await db.text<Row>(
      'select typed from identity.drafts where owner = $1 and journey = $2',
      [owner, journey],
      'load-draft',
    )
    return row === undefined ? null : (JSON.parse(row.typed) as FormValues)
  },
  async save({ owner, journey }, values) {
    await db.text(
      `insert into identity.drafts (owner, journey, typed, at) values ($1, $2, $3, $4)
       on conflict (owner, journey) do update set typed = excluded.typed, at = excluded.at`,
      [owner, journey, JSON.stringify(values), clock.now()],
      'save-draft',
    )
  },
  async drop({ owner, journey }) {
    await db.text('delete from identity.drafts where owner = $1 and journey = $2', [owner, journey])
  },
})

/** Takes away drafts that nobody has touched for as long as they are kept. */
export async function forgetOldDrafts(db: Database, now: Instant): Promise<void> {
  const before = addMilliseconds(now, -draftsKept.value * 86_400_000)
  await db.text('delete from identity.drafts where at < $1', [before])
}
