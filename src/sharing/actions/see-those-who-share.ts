// Those who share with the asker, and what was opened in emergencies: each listing leaves receipts.
import { dayIn, type Id, type Instant, LONDON, type OrganisationId } from '../../basics/index.ts'
import { namedAmong } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { mayPassOn } from '../domain/decisions.ts'
import { decide } from '../domain/evaluator.ts'
import type { Asker, Grant } from '../domain/grant.ts'
import type { Purpose } from '../domain/purposes.ts'
import type { Sharing } from '../domain/sharing.ts'
import { type EmergencyRow, listEmergencies, type SharedWith, sharedWith } from '../store/given.ts'
import { type LookReceipt, loadSharing, writeReceipts } from './look.ts'
import { withProxies } from './proxy-grants.ts'

/** The most people that one page of a list names. */
const LISTED = 50

/** Somebody who shares with the asker, whether that may be passed on, and what kinds it is of. */
export type SharesWith = SharedWith & {
  readonly passesOn: boolean
  /** Whether something of this kind, of today and not kept private, would be seen. */
  shows(kind: string): boolean
}

export type WhoToList = {
  /** One purpose alone. */
  readonly only?: Purpose
  /** From 1. */
  readonly page?: number
  /**
   * In the order of their names: those whose name begins with it, or whose NHS number it is, and
   * all for an empty text. Without it those who gave it first come first.
   */
  readonly named?: string
}

export type ThoseWhoShare = { readonly shared: readonly SharesWith[]; readonly more: boolean }

/** Who shares with the asker today; whoever is listed finds a receipt of it. */
export const seeThoseWhoShare = (
  log: Log,
  asker: Asker,
  where: string,
  who: WhoToList = {},
): Promise<ThoseWhoShare> =>
  log.db.transaction(async (tx) => {
    const now = log.clock.now()
    const today = dayIn(LONDON, now)
    const all =
      asker.via === 'proxy'
        ? actedFor(asker)
        : await sharedWith(tx, asker, { now, today, only: who.only ?? null })
    const { found, more } = await pageOf(tx, all, who)
    const listed: SharesWith[] = []
    const receipts: LookReceipt[] = []
    for (const { person, purpose } of found) {
      const asking = { person, visitor: asker, purpose, act: 'read' } as const
      const said = await loadSharing(log, tx, person)
      const verdict = decide(asking, await withProxies(log, tx, asking, said), now)
      if (verdict.outcome === 'deny') continue
      const { visible } = verdict
      listed.push({
        ...{ person, purpose },
        passesOn: passes(said, asker, { person, purpose }, now),
        shows: (kind) => visible.matches({ id: person, kind, labels: [], at: today }),
      })
      const via = verdict.emergency ? 'emergency' : asker.via
      const body = receiptBody(asker, via, purpose, where, verdict.because)
      receipts.push({ person, by: asker.person, body })
    }
    await writeReceipts(log, tx, receipts)
    return { shared: listed, more }
  })

async function pageOf(tx: Tx, all: readonly SharedWith[], { page = 1, named }: WhoToList) {
  const offset = (page - 1) * LISTED
  const people = [...new Set(all.map(({ person }) => person))]
  const some =
    named === undefined
      ? people.slice(offset, offset + LISTED + 1)
      : await namedAmong(tx, people, named, { limit: LISTED + 1, offset })
  const given = Map.groupBy(all, ({ person }) => person)
  const found = some.slice(0, LISTED).flatMap((person) => given.get(person) ?? [])
  return { found, more: some.length > LISTED }
}

const passes = (
  sharing: Sharing,
  asker: Asker,
  { person, purpose }: SharedWith,
  now: Instant,
): boolean =>
  asker.via === 'self' &&
  asker.person !== null &&
  mayPassOn(sharing, { person, by: asker.person, purposes: [purpose] }, now)

const actedFor = ({ actsFor }: Asker): readonly SharedWith[] =>
  actsFor === undefined ? [] : [{ person: actsFor, purpose: 'own' }]

export type EmergencySeen = EmergencyRow & { readonly opened: Grant }

export type Emergencies = { readonly seen: readonly EmergencySeen[]; readonly more: boolean }

/** What was opened in emergencies in an organisation, newest first, for who checks it. */
export const seeEmergencies = (
  log: Log,
  asker: Asker,
  organisation: OrganisationId,
  { where, page = 1 }: { readonly where: string; readonly page?: number },
): Promise<Emergencies> =>
  log.db.transaction(async (tx) => {
    const slice = { limit: LISTED + 1, offset: (page - 1) * LISTED }
    const rows = await listEmergencies(tx, organisation, slice)
    const seen: EmergencySeen[] = []
    for (const row of rows.slice(0, LISTED)) {
      const { grants } = await loadSharing(log, tx, row.person)
      const opened = grants.find(({ id }) => id === row.grant)
      if (opened !== undefined) seen.push({ ...row, opened })
    }
    const receipts = seen.map(({ person, grant }) => {
      const body = receiptBody(asker, 'role', 'audit', where, [])
      return { person, by: asker.person, body: { ...body, items: [grant] } }
    })
    await writeReceipts(log, tx, receipts)
    return { seen, more: rows.length > LISTED }
  })

const receiptBody = (
  { organisation, roles }: Asker,
  via: LookReceipt['body']['via'],
  purpose: Purpose,
  where: string,
  grants: readonly Id[],
): LookReceipt['body'] => ({
  via,
  organisation,
  roles: [...roles],
  purpose,
  act: 'read',
  where,
  grants: [...grants],
  items: [],
})
