// Sessions kept as rows: made, seen, listed and ended; nothing here is a fact.
import type { PersonId } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'

/** Ends every session of a person. */
export async function endSessionsOf(db: Querier, person: PersonId): Promise<void> {
  await db.text('delete from identity.sessions where person = $1', [person], 'end-sessions')
}
