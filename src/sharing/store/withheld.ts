// The rows made from what is kept from a person, for the organisation that must look at it again.
import type { Day, Id, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { entryWithheld, withholdingEnded } from '../domain/facts.ts'

export const withheld = projection({
  name: 'sharing.withheld',
  tables: ['sharing.withheld'],
  kinds: [entryWithheld, withholdingEnded],
  async apply(tx, facts) {
    for (const { owner, stream, kind, body } of facts) {
      if (kind === 'entry-withheld') {
        const { withholding, item, organisation, reviewOn } = body
        await tx.text(
          `insert into sharing.withheld (owner, stream, withholding, item, organisation, review_on)
           values ($1, $2, $3, $4, $5, $6)`,
          [owner, stream, withholding, item, organisation, reviewOn],
        )
      } else {
        await tx.text('delete from sharing.withheld where owner = $1 and withholding = $2', [
          owner,
          body.withholding,
        ])
      }
    }
  },
})

export type WithheldRow = {
  readonly person: PersonId
  readonly item: Id
  readonly reviewOn: Day
}

/** What an organisation keeps from people, the day to look at it again first. */
export const listWithheld = (
  db: Querier,
  organisation: OrganisationId,
  limit: number,
): Promise<WithheldRow[]> =>
  db.text<WithheldRow>(
    `select owner as person, item, review_on as "reviewOn" from sharing.withheld
     where organisation = $1 order by review_on, withholding limit $2`,
    [organisation, limit],
    'list-withheld',
  )
