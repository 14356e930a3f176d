// Those who share with the asker, and what was opened in emergencies: each listing leaves receipts.
import { dayIn, type Id, type Instant, LONDON, type OrganisationId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { mayPassOn } from '../domain/decisions.ts'
import { decide } from '../domain/evaluator.ts'
import type { Asker, Grant } from '../domain/grant.ts'
import type { Purpose } from '../domain/purposes.ts'
import type { Sharing } from '../domain/sharing.ts'
import { type EmergencyRow, listEmergencies, type SharedWith, sharedWith } from '../store/given.ts'
import { type LookReceipt, loadSharing, writeReceipts } from './look.ts'
import { withProxies } from './proxy-grants.ts'

/** The most people that one list names. */
const LISTED = 50

/** Somebody who shares with the asker, whether that may be passed on, and what kinds it is of. */
export type SharesWith = SharedWith & {
  readonly passesOn: boolean
  /** Whether something of this kind, of today and not kept private, would be seen. */
  shows(kind: string): boolean
}

/** Who shares with the asker today, those who gave it first, for any purpose or for `only` one. */
export const seeThoseWhoShare = (
  log: Log,
  asker: Asker,
  where: string,
  only: Purpose | null = null,
): Promise<readonly SharesWith[]> =>
  log.db.transaction(async (tx) => {
    const now = log.clock.now()
    const today = dayIn(LONDON, now)
    const found =
      asker.via === 'proxy'
        ? actedFor(asker)
        : await sharedWith(tx, asker, { now, today, only, limit: LISTED })
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
    return listed
  })

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

/** What was opened in emergencies in an organisation, newest first, for who checks it. */
export const seeEmergencies = (
  log: Log,
  asker: Asker,
  organisation: OrganisationId,
  where: string,
): Promise<readonly EmergencySeen[]> =>
  log.db.transaction(async (tx) => {
    const rows = await listEmergencies(tx, organisation, { limit: LISTED, offset: 0 })
    const seen: EmergencySeen[] = []
    for (const row of rows) {
      const { grants } = await loadSharing(log, tx, row.person)
      const opened = grants.find(({ id }) => id === row.grant)
      if (opened !== undefined) seen.push({ ...row, opened })
    }
    const receipts = seen.map(({ person, grant }) => {
      const body = receiptBody(asker, 'role', 'audit', where, [])
      return { person, by: asker.person, body: { ...body, items: [grant] } }
    })
    await writeReceipts(log, tx, receipts)
    return seen
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
