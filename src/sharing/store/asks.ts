// The rows made from asks to be shared with: who asked when, so that nobody asks too often.
import type { Instant, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { askMadeKinds } from '../domain/asks.ts'

export const asksMade = projection({
  name: 'sharing.asks_made',
  tables: ['sharing.asks_made'],
  kinds: askMadeKinds,
  async apply(tx, facts) {
    for (const { owner, stream, at, body } of facts) {
      await tx.text(
        'insert into sharing.asks_made (owner, stream, asker, at) values ($1, $2, $3, $4)',
        [owner, stream, body.by, at],
        'note-ask',
      )
    }
  },
})

/** How many asks somebody has made since a moment. */
export async function countAsks(db: Querier, by: PersonId, since: Instant): Promise<number> {
  const [row] = await db.text<{ count: number }>(
    'select count(*) as count from sharing.asks_made where asker = $1 and at > $2',
    [by, since],
    'count-asks',
  )
  return row?.count ?? 0
}
