// What people need to be told things, for those who see anything of theirs in care: receipted.
import { type Day, dayIn, type Id, LONDON, type PersonId } from '../../basics/index.ts'
import { loadPerson, namesOf, otherOf, tiesOn } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { flagLine, type NeedsRecord, needsPlace, needsRecordOf } from '../../messages/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { About, ServerDeps } from '../../web/index.ts'
import { decide } from '../domain/evaluator.ts'
import type { Asker } from '../domain/grant.ts'
import { askerOf, type LookReceipt, loadSharing, purposeOf, writeReceipts } from './look.ts'
import { withProxies } from './proxy-grants.ts'

/**
 * The line that stands on every page about somebody, for those who see anything of theirs in
 * care, or whom they asked for something; unless the person keeps it to themselves. Its receipt is
 * written once a day for each who sees it: the pages themselves leave their own.
 */
export const needsFlags =
  (log: Log): NonNullable<ServerDeps['flags']> =>
  async (visitor, about, { language, where }) => {
    const asker = askerOf(visitor)
    const today = dayIn(LONDON, log.clock.now())
    const people = new Map(about.map((one) => [one.person, one]))
    if (asker.via === 'self' && asker.person !== null) people.delete(asker.person)
    if (people.size === 0) return []
    return log.db.transaction(async (tx) => {
      const names = await namesOf(log.db, [...people.keys()])
      const lines: string[] = []
      const receipts: LookReceipt[] = []
      for (const one of people.values()) {
        const { person } = one
        const record = await needsRecordOf(log, person, tx)
        const carers = await carersOf(log, tx, person, today)
        const flagged = { name: names.get(person) ?? '', record, carers: carers.map(known) }
        const line = flagLine(flagged, today, language)
        const grants = line === null ? null : await grantsFor(log, tx, asker, one)
        if (line === null || grants === null) continue
        lines.push(line)
        receipts.push(receiptOf(asker, person, where, grants))
        for (const carer of carers) receipts.push(receiptOf(asker, carer.person, where, []))
      }
      await writeReceipts(log, tx, receipts)
      return lines
    })
  }

type Carer = { readonly person: PersonId; readonly record: NeedsRecord }

const known = ({ record }: Carer) => record

/** Those who care for somebody and let what they need be seen. */
async function carersOf(log: Log, tx: Tx, person: PersonId, today: Day): Promise<readonly Carer[]> {
  const { state } = await loadPerson(log, tx, person)
  const found: Carer[] = []
  for (const tie of tiesOn(state, today)) {
    if (tie.helped !== person) continue
    const carer = otherOf(tie, person)
    const record = await needsRecordOf(log, carer, tx)
    if (record.fact !== null && record.said.shown) found.push({ person: carer, record })
  }
  return found
}

/** The grants that let this asker see it; null where nothing does. */
async function grantsFor(log: Log, tx: Tx, visitor: Asker, { person, asked = false }: About) {
  const asking = { person, visitor, purpose: purposeOf(visitor), act: 'read' } as const
  const sharing = await withProxies(log, tx, asking, await loadSharing(log, tx, person))
  const { outcome, because } = decide(asking, sharing, log.clock.now())
  if (outcome !== 'deny') return because
  return asked ? [] : null
}

const receiptOf = (
  asker: Asker,
  person: PersonId,
  where: string,
  grants: readonly Id[],
): LookReceipt => ({
  person,
  by: asker.person,
  onceADay: `needs ${asker.via} ${asker.organisation ?? ''}`,
  body: {
    via: asker.via,
    organisation: asker.organisation,
    roles: [...asker.roles],
    purpose: purposeOf(asker),
    act: 'read',
    where,
    grants: [...grants],
    items: [needsPlace(person).stream],
  },
})
