// The rows made from needs that were not met: whose gap it was, to be met the next time.
import type { Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { needNotMet } from '../domain/facts.ts'

export const gaps = projection({
  name: 'messages.gaps',
  tables: ['messages.gaps'],
  kinds: [needNotMet],
  async apply(tx, facts) {
    for (const { owner, stream, id, at, body } of facts) {
      if (body.organisation === null) continue
      await tx.text(
        `insert into messages.gaps (owner, stream, gap, at, organisation, form, what, sender)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [owner, stream, id, at, body.organisation, body.form, body.what, body.from],
        'note-gap',
      )
    }
  },
})

/** A need of somebody that an organisation did not meet. */
export type Gap = {
  readonly person: PersonId
  readonly gap: Id
  readonly at: Instant
  readonly form: string
  readonly what: 'not-sent' | 'sent-otherwise'
  readonly sender: string
}

/** The needs that an organisation did not meet, the newest first. */
export const gapsOf = (db: Querier, organisation: OrganisationId): Promise<Gap[]> =>
  db.text<Gap>(
    `select owner as person, gap, at, form, what, sender from messages.gaps
     where organisation = $1 order by at desc, gap desc limit 50`,
    [organisation],
    'gaps-of',
  )
