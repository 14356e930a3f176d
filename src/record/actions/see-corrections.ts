// Seeing requests for correction: the person's own, and those that wait for an organisation.
import {
  type Id,
  type Instant,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { loadPerson, nameOf, type Person } from '../../identity/index.ts'
import { type Log, load } from '../../log/index.ts'
import {
  type Asker,
  type ItemFacets,
  type LookRequest,
  look,
  seeThoseWhoShare,
} from '../../sharing/index.ts'
import { type Correction, correctionStream } from '../domain/correction.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import {
  type AskedDetails,
  DETAILS_TITLE,
  facetsOfDetails,
  type OwnDetails,
} from '../domain/own-details.ts'
import { refusals } from '../domain/refusals.ts'
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
  /** Where it is about the person's own details: as they stand, and what is asked. */
  readonly details: { readonly stands: OwnDetails; readonly asked: AskedDetails } | null
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
      const { entry: id, details } = correction.asked
      if (details !== undefined) {
        const facets = facetsOfDetails(asked.person, correction.asked.at)
        if (!visible.matches(facets)) return []
        const { state } = await loadPerson(log, leave.tx, asked.person)
        const about = { stands: ownDetailsOf(state), asked: details }
        const listed = listedDetails(facets, correction.asked.at)
        seen = { request, correction, listed, entry: entryStream.start, details: about }
        return [facets]
      }
      const [listed] = await readEntry(leave, visible, id)
      if (listed === undefined) return []
      const { state: entry } = await load(log, leave.tx, entryStream, { ...place, stream: id })
      seen = { request, correction, listed, entry, details: null }
      return [listed]
    }),
  )
  return done.ok ? ok(seen) : done
}

export const ownDetailsOf = (state: Person): OwnDetails => ({
  name: nameOf(state),
  birthDate: state.birthDate,
  nhsNumber: state.nhsNumber,
})

/** Details on the pages where others have an entry. */
const listedDetails = (facets: ItemFacets, addedAt: Instant): Listed => ({
  ...facets,
  ...{ title: DETAILS_TITLE, detail: '', daySaid: false, code: null, author: '', source: '' },
  ...{ resourceType: 'Patient', addedAt, supersededBy: null, inError: false, takenBack: false },
  ...{ batch: null, explained: 0, proviso: null, disagreements: [] },
})

export type SeenDetails = {
  readonly details: OwnDetails
  readonly requests: readonly ListedCorrection[]
}

/** A person's own details as they stand, and what they asked about them; leaves a receipt. */
export async function seeOwnDetails(log: Log, asked: LookRequest): Promise<Result<SeenDetails>> {
  let details: OwnDetails | null = null
  const entry = asked.person as string as Id
  const done = await log.db.transaction((tx) =>
    look(log, tx, asked, async (leave, visible) => {
      details = ownDetailsOf((await loadPerson(log, leave.tx, asked.person)).state)
      return readCorrections(leave, visible, { entry, limit: MOST })
    }),
  )
  if (!done.ok) return done
  if (details === null) return refuse(refusals.entryUnknown)
  return ok({ details, requests: done.value })
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

export type Worklist = { readonly list: readonly ToAnswer[]; readonly more: boolean }

/**
 * What waits for the organisation that the asker answers for, a page at a time: those who asked
 * first on the first, and on each the most urgent first.
 */
export async function seeWorklist(
  log: Log,
  asker: Asker,
  holder: OrganisationId,
  { where, page = 1 }: { readonly where: string; readonly page?: number },
): Promise<Worklist> {
  const { shared, more } = await seeThoseWhoShare(log, asker, where, { only: 'correction', page })
  const waiting: ToAnswer[] = []
  for (const { person } of shared) {
    const asked = answeringLook(asker, person, where)
    const done = await log.db.transaction((tx) =>
      look(log, tx, asked, (leave, visible) => readToAnswer(leave, visible, holder)),
    )
    if (done.ok) waiting.push(...done.value.map((one) => ({ ...one, person })))
  }
  const list = waiting.toSorted((one, other) =>
    one.due === other.due ? (one.request < other.request ? -1 : 1) : one.due < other.due ? -1 : 1,
  )
  return { list, more }
}
