// The rows made from receipts, and the list of who looked read from them.
import type { Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { lookKinds } from '../domain/facts.ts'
import type { LookAct } from '../domain/grant.ts'
import type { Receipt } from '../domain/look-receipt.ts'
import type { Purpose } from '../domain/purposes.ts'

export const looks = projection({
  name: 'sharing.looks',
  tables: ['sharing.looks'],
  kinds: lookKinds,
  async apply(tx, facts) {
    for (const { owner, stream, id, at, by, body } of facts) {
      await tx.text(
        `insert into sharing.looks (owner, stream, look, at, by, via, organisation, roles,
           purpose, act, page, grants, items)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          owner,
          stream,
          id,
          at,
          by,
          body.via,
          body.organisation,
          body.roles,
          body.purpose,
          body.act,
          body.where,
          body.grants,
          body.items,
        ],
        'note-look',
      )
    }
  },
})

/** One look, as its receipt says it. */
export type LookRow = {
  readonly id: Id
  readonly at: Instant
  readonly by: PersonId | null
  readonly via: Receipt['via']
  readonly organisation: OrganisationId | null
  readonly roles: readonly string[]
  readonly purpose: Purpose
  readonly act: LookAct
  readonly where: string
  readonly grants: readonly Id[]
  readonly items: readonly Id[]
}

const COLUMNS = `look as id, at, by, via, organisation, roles, purpose, act, page as "where",
  grants, items`

/** Looks at what a person keeps, newest first: their own only if wanted, or for one purpose. */
export const listLooks = (
  db: Querier,
  person: PersonId,
  slice: { own: boolean; purpose?: Purpose | null; limit: number; offset: number },
): Promise<LookRow[]> =>
  db.text<LookRow>(
    `select ${COLUMNS} from sharing.looks where owner = $1 and ($2 or via <> 'self' or by <> $1)
       and ($5::text is null or purpose = $5)
     order by at desc, look desc limit $3 offset $4`,
    [person, slice.own, slice.limit, slice.offset, slice.purpose ?? null],
    'list-looks',
  )

export async function findLook(db: Querier, person: PersonId, look: Id): Promise<LookRow | null> {
  const [row] = await db.text<LookRow>(
    `select ${COLUMNS} from sharing.looks where owner = $1 and look = $2`,
    [person, look],
    'find-look',
  )
  return row ?? null
}

/** How often somebody looked from one page or by one command, since a moment. */
export async function looksSince(
  db: Querier,
  person: PersonId,
  { by, where, since }: { by: PersonId; where: string; since: Instant },
): Promise<number> {
  const [row] = await db.text<{ count: number }>(
    `select count(*)::int as count from sharing.looks
     where owner = $1 and by = $2 and page = $3 and at > $4`,
    [person, by, where, since],
    'looks-since',
  )
  return row?.count ?? 0
}
