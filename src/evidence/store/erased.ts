// The rows made from erasures: of which counted streams something is gone.
import type { Id } from '../../basics/index.ts'
import { bodyErased, projection, type StreamRef } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'

export const erasedRows = projection({
  name: 'evidence.erased',
  tables: ['evidence.erased'],
  kinds: [bodyErased],
  async apply(tx, facts) {
    for (const { owner, stream, body } of facts) {
      await tx.text(
        `insert into evidence.erased (owner, stream, counted_for)
         select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
        [owner, stream, body.counted],
        'note-erased',
      )
    }
  },
})

/** The streams counted for any of these of which something was erased. */
export const erasedFrom = (db: Querier, countedFor: readonly Id[]): Promise<StreamRef[]> =>
  db.text<StreamRef>(
    `select distinct owner, stream from evidence.erased
     where counted_for = any($1::uuid[]) order by stream`,
    [countedFor],
    'erased-from',
  )
