// Whose needs an organisation has not asked about, has to ask about again, or did not meet.
import { dayIn, LONDON, type OrganisationId, type PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type Gap, gapsOf, needsPlace, needsRecordOf, reviewIsDue } from '../../messages/index.ts'
import type { Asker } from '../domain/grant.ts'
import { writeReceipts } from './look.ts'
import { seeThoseWhoShare } from './see-those-who-share.ts'

export type NeedsGaps = {
  readonly notAsked: readonly PersonId[]
  readonly toReview: readonly PersonId[]
  readonly notMet: readonly Gap[]
  /** Whether there are people after these. */
  readonly more: boolean
}

const WHERE = '/needs-gaps'

/**
 * The gaps of an organisation, over those who share with the asker in care, and over what it sent.
 * Each person who is named finds a receipt. Who keeps what they need to themselves is left out.
 */
export async function seeGaps(
  log: Log,
  asker: Asker,
  organisation: OrganisationId,
  page: number,
): Promise<NeedsGaps> {
  const today = dayIn(LONDON, log.clock.now())
  const who = { only: 'direct-care', page, named: '' } as const
  const { shared, more } = await seeThoseWhoShare(log, asker, WHERE, who)
  const [notAsked, toReview]: [PersonId[], PersonId[]] = [[], []]
  for (const { person } of shared) {
    const record = await needsRecordOf(log, person)
    if (record.fact === null) notAsked.push(person)
    else if (record.said.shown && reviewIsDue(record, today)) toReview.push(person)
  }
  const notMet = await log.db.transaction(async (tx) => {
    const rows = await gapsOf(tx, organisation)
    const receipts = [...new Set(rows.map(({ person }) => person))].map((person) => ({
      person,
      by: asker.person,
      body: {
        via: 'role' as const,
        organisation,
        roles: [...asker.roles],
        purpose: 'audit' as const,
        act: 'read' as const,
        where: WHERE,
        grants: [],
        items: [needsPlace(person).stream],
      },
    }))
    await writeReceipts(log, tx, receipts)
    return rows
  })
  return { notAsked, toReview, notMet, more }
}
