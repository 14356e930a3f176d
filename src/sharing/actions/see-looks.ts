// Who looked, why they could, and what they would no longer see: read by the person themselves.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { decide } from '../domain/evaluator.ts'
import { keptFromThem } from '../domain/following.ts'
import { everything, type Grant } from '../domain/grant.ts'
import { bothVisible, type Visible, visibleWhere } from '../domain/predicate.ts'
import { refusals } from '../domain/refusals.ts'
import {
  findLook,
  type Looker,
  type LookFilter,
  type LookRow,
  listLookers,
  listVisits,
  looksOfVisit,
  type Visit,
} from '../store/looks.ts'
import { type QueryRow, queriesOf } from '../store/queries.ts'
import type { ItemSource, SharedItem } from './item-source.ts'
import { loadSharing } from './look.ts'
import { withProxies } from './proxy-grants.ts'
import { asOwner, countAll } from './see-shared.ts'

export type SeenVisits = {
  readonly rows: readonly Visit[]
  /** Whether there are older ones. */
  readonly more: boolean
  readonly lookers: readonly Looker[]
  readonly queries: readonly QueryRow[]
}

/** A page of looks, those of one visitor and day together, newest first. */
export async function seeVisits(
  log: Log,
  person: PersonId,
  { filter, page, size }: { filter: LookFilter; page: number; size: number },
): Promise<SeenVisits> {
  let rows: Visit[] = []
  let lookers: readonly Looker[] = []
  let queries: readonly QueryRow[] = []
  await asOwner(log, person, '/looks', async ({ tx }) => {
    const kept = await keptFrom(log, tx, person)
    rows = await listVisits(tx, person, { ...filter, ...sliceOf(page, size), kept })
    lookers = await listLookers(tx, person)
    queries = await queriesOf(tx, person)
    return rows.slice(0, size)
  })
  return { rows: rows.slice(0, size), more: rows.length > size, lookers, queries }
}

/** What is kept from the person: no count of a receipt may tell them more than that it is. */
export const keptFrom = async (log: Log, tx: Tx, person: PersonId): Promise<readonly Id[]> =>
  keptFromThem(await loadSharing(log, tx, person))

const sliceOf = (page: number, size: number) => ({ limit: size + 1, offset: (page - 1) * size })

/** Each look of one visitor on one day. Refuses `look-unknown`. */
export async function seeVisit(
  log: Log,
  person: PersonId,
  { visit, page, size }: { visit: Id; page: number; size: number },
): Promise<Result<{ readonly rows: readonly LookRow[]; readonly more: boolean }>> {
  let rows: LookRow[] = []
  await asOwner(log, person, '/looks', async ({ tx }) => {
    const kept = await keptFrom(log, tx, person)
    rows = await looksOfVisit(tx, person, { visit, ...sliceOf(page, size), kept })
    return rows.slice(0, size)
  })
  if (rows.length === 0) return refuse(refusals.lookUnknown)
  return ok({ rows: rows.slice(0, size), more: rows.length > size })
}

/** One receipt of the person's own, without what was seen by it; null where there is none. */
export async function seeReceipt(log: Log, person: PersonId, id: Id): Promise<LookRow | null> {
  const found: LookRow[] = []
  await asOwner(log, person, '/looks', async ({ tx }) => {
    const row = await findLook(tx, person, id, await keptFrom(log, tx, person))
    if (row !== null) found.push(row)
    return found
  })
  return found[0] ?? null
}

export type SeenLook = {
  readonly row: LookRow
  readonly items: readonly SharedItem[]
  /** The question about it; null where the person did not ask. */
  readonly asked: QueryRow | null
  readonly grants: readonly {
    readonly grant: Grant
    /** How many entries fewer they would see without it; null where it holds no more. */
    readonly lost: number | null
  }[]
}

/** One look with the grants that allowed it. Refuses `look-unknown`. */
export async function seeLook(
  log: Log,
  sources: readonly ItemSource[],
  person: PersonId,
  id: Id,
  hides = false,
): Promise<Result<SeenLook>> {
  let seen: SeenLook | null = null
  await asOwner(
    log,
    person,
    '/looks',
    async (leave, visible) => {
      const said = await loadSharing(log, leave.tx, person)
      const row = await findLook(leave.tx, person, id, keptFromThem(said))
      if (row === null) return []
      const chosen = visibleWhere({ select: { ...everything, items: row.items } })
      const items: SharedItem[] = []
      for (const source of sources) {
        const page = { limit: SHOWN, offset: 0 }
        if (row.items.length === 0) continue
        const read = await source.read(leave, chosen, page)
        items.push(...read.filter((one) => visible.matches(one)))
      }
      const visitor = {
        person: row.by,
        via: row.via === 'emergency' ? 'role' : row.via,
        actsFor: person,
        organisation: row.organisation,
        roles: row.roles,
      } as const
      const { purpose, act } = row
      const asking = { person, visitor, purpose, act }
      const sharing = await withProxies(log, leave.tx, asking, said)
      const verdict = decide(asking, sharing, log.clock.now())
      const own = (lost: Visible) => bothVisible(lost, visible)
      const grants: SeenLook['grants'][number][] = []
      for (const grant of sharing.grants.filter(({ id }) => row.grants.includes(id))) {
        const holds = verdict.because.includes(grant.id)
        const { lost } = verdict.withoutGrant(grant.id)
        grants.push({ grant, lost: holds ? await countAll(sources, leave, own(lost)) : null })
      }
      const asked = (await queriesOf(leave.tx, person)).find(({ look }) => look === row.id) ?? null
      seen = { row, items, asked, grants }
      return [row, ...items]
    },
    hides,
  )
  return seen === null ? refuse(refusals.lookUnknown) : ok(seen)
}

/** The most entries that the page of one look names. */
const SHOWN = 100
