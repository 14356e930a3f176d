// Seeing questions about looks: the person's own, and those that an organisation has to answer.
import {
  type Id,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Asker } from '../domain/grant.ts'
import type { LookQuery } from '../domain/query/query.ts'
import { queryRefusals } from '../domain/query/refusals.ts'
import { findLook, type LookRow } from '../store/looks.ts'
import { type QueryRow, queriesFor, queriesOf } from '../store/queries.ts'
import { type LookReceipt, writeReceipts } from './look.ts'
import { loadQuery, type QueryPlace } from './query-looks.ts'
import { keptFrom } from './see-looks.ts'
import { asOwner } from './see-shared.ts'

export type SeenQuery = { readonly query: Id; readonly state: LookQuery; readonly row: LookRow }

/** The person's own questions, open ones first. */
export async function seeOwnQueries(log: Log, person: PersonId): Promise<readonly QueryRow[]> {
  let rows: readonly QueryRow[] = []
  await asOwner(log, person, '/looks/asked', async ({ tx }) => {
    rows = await queriesOf(tx, person)
    return []
  })
  return rows
}

/** One question of the person's own. Refuses `look-query-unknown`. */
export async function seeOwnQuery(
  log: Log,
  { person, query }: QueryPlace,
): Promise<Result<SeenQuery>> {
  const seen: SeenQuery[] = []
  await asOwner(log, person, '/looks/asked', async ({ tx }) => {
    const state = await loadQuery(log, tx, { person, query })
    if (state.look === null) return []
    const row = await findLook(tx, person, state.look, await keptFrom(log, tx, person))
    if (row === null) return []
    seen.push({ query, state, row })
    return [row]
  })
  return seen[0] === undefined ? refuse(queryRefusals.unknown) : ok(seen[0])
}

const WHERE = '/look-questions'

/** What waits for an organisation; a receipt for each person who stands on the list. */
export const seeQueriesFor = (
  log: Log,
  asker: Asker,
  holder: OrganisationId,
): Promise<readonly QueryRow[]> =>
  log.db.transaction(async (tx) => {
    const rows = await queriesFor(tx, holder)
    const receipts = rows.map(({ person, look }) => receiptFor(asker, person, look))
    await writeReceipts(log, tx, receipts)
    return rows
  })

/**
 * One question to an organisation, with the receipt it is about and nothing that was seen by it.
 * Refuses `look-query-unknown`.
 */
export const seeQueryFor = (
  log: Log,
  asker: Asker,
  holder: OrganisationId,
  place: QueryPlace,
): Promise<Result<SeenQuery>> =>
  log.db.transaction(async (tx) => {
    const state = await loadQuery(log, tx, place)
    if (state.look === null || state.holder !== holder) return refuse(queryRefusals.unknown)
    const row = await findLook(tx, place.person, state.look)
    if (row === null) return refuse(queryRefusals.unknown)
    await writeReceipts(log, tx, [receiptFor(asker, place.person, row.id)])
    return ok({ query: place.query, state, row })
  })

/** Who finds out about a look sees its receipt, for audit, and leaves one of their own. */
const receiptFor = (
  { person: by, organisation, roles }: Asker,
  person: PersonId,
  look: Id,
): LookReceipt => ({
  person,
  by,
  body: {
    via: 'role',
    organisation,
    roles: [...roles],
    purpose: 'audit',
    act: 'read',
    where: WHERE,
    grants: [],
    items: [look],
  },
})
