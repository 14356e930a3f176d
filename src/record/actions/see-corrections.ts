// Seeing requests for correction: the person's own, and those that wait for an organisation.
import { type Id, type OrganisationId, ok, type PersonId, type Result } from '../../basics/index.ts'
import { type Log, load } from '../../log/index.ts'
import { type Asker, type LookRequest, look, seeThoseWhoShare } from '../../sharing/index.ts'
import { type Correction, correctionStream } from '../domain/correction.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import { type ListedCorrection, readCorrections, readToAnswer } from '../store/corrections.ts'
import { type Listed, readEntry } from '../store/entries.ts'

// A person who asked more often than this finds the rest on the entries themselves.
const MOST = 200

export type RequestsFor = {
  readonly listed: Listed
  readonly entry: Entry
  readonly requests: readonly ListedCorrection[]
}

/** One entry with every request about it; null where there is none that may be seen. */
export async function seeRequestsFor(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<RequestsFor | null>> {
  let seen: RequestsFor | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const [listed] = await readEntry(leave, visible, id)
      if (listed === undefined) return []
      const place = { owner: request.person, stream: id }
      const { state } = await load(log, leave.tx, entryStream, place)
      const requests = await readCorrections(leave, visible, { entry: id, limit: MOST })
      seen = { listed, entry: state, requests }
      return [listed]
    }),
  )
  return done.ok ? ok(seen) : done
}

/** A person's requests, open ones first, the most urgent first. */
export const seeCorrections = (log: Log, request: LookRequest) =>
  log.db.transaction((tx) =>
    look(log, tx, request, (leave, visible) => readCorrections(leave, visible, { limit: MOST })),
  )

export type SeenCorrection = {
  readonly request: Id
  readonly correction: Correction
  readonly listed: Listed
  readonly entry: Entry
}

/** One request with its entry; null where either may not be seen. */
export async function seeCorrection(
  log: Log,
  asked: LookRequest,
  request: Id,
): Promise<Result<SeenCorrection | null>> {
  let seen: SeenCorrection | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, asked, async (leave, visible) => {
      const place = { owner: asked.person, stream: request }
      const { state: correction } = await load(log, leave.tx, correctionStream, place)
      if (correction.asked === null) return []
      const id = correction.asked.entry
      const [listed] = await readEntry(leave, visible, id)
      if (listed === undefined) return []
      const { state: entry } = await load(log, leave.tx, entryStream, { ...place, stream: id })
      seen = { request, correction, listed, entry }
      return [listed]
    }),
  )
  return done.ok ? ok(seen) : done
}

/** The look of somebody who answers for an organisation. */
export const answeringLook = (visitor: Asker, person: PersonId, where: string): LookRequest => ({
  person,
  visitor,
  purpose: 'correction',
  act: 'read',
  where,
})

export type ToAnswer = ListedCorrection & { readonly person: PersonId }

/** What waits for the organisation that the asker answers for, the most urgent first. */
export async function seeWorklist(
  log: Log,
  asker: Asker,
  holder: OrganisationId,
  where: string,
): Promise<readonly ToAnswer[]> {
  const found = await seeThoseWhoShare(log, asker, where, 'correction')
  const waiting: ToAnswer[] = []
  for (const { person } of found) {
    const asked = answeringLook(asker, person, where)
    const done = await log.db.transaction((tx) =>
      look(log, tx, asked, (leave, visible) => readToAnswer(leave, visible, holder)),
    )
    if (done.ok) waiting.push(...done.value.map((one) => ({ ...one, person })))
  }
  return waiting.toSorted((one, other) =>
    one.due === other.due ? (one.request < other.request ? -1 : 1) : one.due < other.due ? -1 : 1,
  )
}
