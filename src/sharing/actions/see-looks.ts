// Who looked, why they could, and what they would no longer see: read by the person themselves.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { decide } from '../domain/evaluator.ts'
import { everything, type Grant } from '../domain/grant.ts'
import { bothVisible, type Visible, visibleWhere } from '../domain/predicate.ts'
import type { Purpose } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { findLook, type LookRow, listLooks } from '../store/looks.ts'
import type { ItemSource, SharedItem } from './item-source.ts'
import { loadSharing } from './look.ts'
import { withProxies } from './proxy-grants.ts'
import { asOwner, countAll } from './see-shared.ts'

/** A page of looks, newest first, and whether there are older ones. */
export async function seeLooks(
  log: Log,
  person: PersonId,
  {
    own,
    purpose = null,
    page,
    size,
  }: { own: boolean; purpose?: Purpose | null; page: number; size: number },
): Promise<{ readonly rows: readonly LookRow[]; readonly more: boolean }> {
  let rows: LookRow[] = []
  await asOwner(log, person, '/looks', async (leave) => {
    const slice = { own, purpose, limit: size + 1, offset: (page - 1) * size }
    rows = await listLooks(leave.tx, person, slice)
    return rows.slice(0, size)
  })
  return { rows: rows.slice(0, size), more: rows.length > size }
}

export type SeenLook = {
  readonly row: LookRow
  readonly items: readonly SharedItem[]
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
): Promise<Result<SeenLook>> {
  let seen: SeenLook | null = null
  await asOwner(log, person, '/looks', async (leave, visible) => {
    const row = await findLook(leave.tx, person, id)
    if (row === null) return []
    const chosen = visibleWhere({ select: { ...everything, items: row.items } })
    const items: SharedItem[] = []
    for (const source of sources) {
      const page = { limit: SHOWN, offset: 0 }
      if (row.items.length === 0) continue
      const read = await source.read(leave, chosen, page)
      items.push(...read.filter((one) => visible.matches(one)))
    }
    const said = await loadSharing(log, leave.tx, person)
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
    seen = { row, items, grants }
    return [row, ...items]
  })
  return seen === null ? refuse(refusals.lookUnknown) : ok(seen)
}

/** The most entries that the page of one look names. */
const SHOWN = 100
