// The rows made from questions about looks: the person's own, and those an organisation answers.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { queryKinds } from '../domain/query/facts.ts'
import type { Found } from '../domain/query/query.ts'

export const queries = projection({
  name: 'sharing.queries',
  tables: ['sharing.queries'],
  kinds: queryKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = [fact.owner, fact.stream]
      if (fact.kind === 'look-queried') {
        const { look, holder, due } = fact.body
        await tx.text(
          `insert into sharing.queries (owner, stream, look, holder, due, asked_at, stands)
           values ($1, $2, $3, $4, $5, $6, 'open')`,
          [...at, look, holder, due, fact.at],
          'note-query',
        )
      } else if (fact.kind === 'look-query-answered') {
        await stands(tx, at, fact.body.found)
      } else if (fact.kind === 'look-query-disputed') {
        await tx.text(
          `update sharing.queries set stands = 'open', due = $3 where owner = $1 and stream = $2`,
          [...at, fact.body.due],
          'open-query-anew',
        )
      } else if (fact.kind === 'look-query-settled') {
        await stands(tx, at, 'settled')
      } else if (fact.kind === 'look-query-withdrawn') {
        await stands(tx, at, 'withdrawn')
      }
    }
  },
})

const stands = (tx: Tx, at: readonly string[], how: string) =>
  tx.text(
    'update sharing.queries set stands = $3 where owner = $1 and stream = $2',
    [...at, how],
    'change-query',
  )

/** A question about a look, on a list. */
export type QueryRow = {
  readonly person: PersonId
  readonly query: Id
  readonly look: Id
  readonly holder: OrganisationId
  readonly due: Day
  readonly askedAt: Instant
  readonly stands: 'open' | 'settled' | 'withdrawn' | Found
}

const COLUMNS = `owner as person, stream as query, look, holder, due, asked_at as "askedAt", stands`

/** A person's questions: open ones first, by the day they are due. */
export const queriesOf = (db: Querier, person: PersonId): Promise<QueryRow[]> =>
  db.text<QueryRow>(
    `select ${COLUMNS} from sharing.queries where owner = $1
     order by stands <> 'open', due, stream limit 200`,
    [person],
    'queries-of',
  )

/** What waits for an organisation, the most urgent first. */
export const queriesFor = (db: Querier, holder: OrganisationId): Promise<QueryRow[]> =>
  db.text<QueryRow>(
    `select ${COLUMNS} from sharing.queries where holder = $1 and stands = 'open'
     order by due, stream limit 50`,
    [holder],
    'queries-for',
  )
