// The rows made from what is kept from a person, for the organisation that must look at it again.
import type { Day, Id, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import {
  entryWithheld,
  withholdingEnded,
  withholdingQueried,
  withholdingUpheld,
} from '../domain/facts.ts'

export const withheld = projection({
  name: 'sharing.withheld',
  tables: ['sharing.withheld'],
  kinds: [entryWithheld, withholdingEnded, withholdingQueried, withholdingUpheld],
  async apply(tx, facts) {
    for (const { owner, stream, kind, body } of facts) {
      const at = [owner, body.withholding]
      if (kind === 'entry-withheld') {
        const { item, organisation, reviewOn } = body
        await tx.text(
          `insert into sharing.withheld (owner, withholding, stream, item, organisation, review_on)
           values ($1, $2, $3, $4, $5, $6)`,
          [...at, stream, item, organisation, reviewOn],
        )
      } else if (kind === 'withholding-ended') {
        await tx.text('delete from sharing.withheld where owner = $1 and withholding = $2', at)
      } else {
        const asked = kind === 'withholding-queried'
        await tx.text(
          `update sharing.withheld set asked_due = $3, review_on = coalesce($4, review_on)
           where owner = $1 and withholding = $2`,
          [...at, asked ? body.due : null, asked ? null : body.reviewOn],
        )
      }
    }
  },
})

export type WithheldRow = {
  readonly person: PersonId
  readonly item: Id
  readonly reviewOn: Day
  /** The day by which it is looked at again because the person asked; null where they did not. */
  readonly askedDue: Day | null
}

/** What an organisation keeps from people, the day to look at it again first. */
export const listWithheld = (
  db: Querier,
  organisation: OrganisationId,
  limit: number,
): Promise<WithheldRow[]> =>
  db.text<WithheldRow>(
    `select owner as person, item, review_on as "reviewOn", asked_due as "askedDue"
     from sharing.withheld where organisation = $1
     order by least(review_on, asked_due), withholding limit $2`,
    [organisation, limit],
    'list-withheld',
  )
