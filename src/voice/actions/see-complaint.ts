// A complaint as one of its sides may see it: by who they are, by a code, or for a body.
import {
  addMilliseconds,
  dayIn,
  type Id,
  isId,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
} from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import { act, type Log, load } from '../../log/index.ts'
import type { Visitor } from '../../web/index.ts'
import { type Complaint, complaintStream } from '../domain/complaint/complaint.ts'
import type { Side } from '../domain/complaint/handle.ts'
import { openedByCodeFor } from '../domain/dated-rules.ts'
import { complaintOpenHere, MADE_HERE } from '../store/complaint-ways.ts'
import type { Looker } from './see-story.ts'

/** A complaint owns itself, so that it can go to the ombudsman whole and alone. */
export const complaintAt = (stream: Id) => ({ owner: stream, stream }) as const

export const loadComplaint = async (log: Log, stream: Id): Promise<Complaint> =>
  (await load(log, log.db, complaintStream, complaintAt(stream))).state

export type SeenComplaint = {
  readonly id: Id
  readonly complaint: Complaint
  readonly side: Side
  /** Whether this browser opened it with a code, and nobody is known by it. */
  readonly byCode: boolean
  readonly names: ReadonlyMap<OrganisationId, string>
}

/** A complaint as one of its sides sees it: the same timeline; null for everybody else. */
export async function seeComplaint(
  log: Log,
  looker: Looker,
  stream: string,
): Promise<SeenComplaint | null> {
  if (!isId(stream)) return null
  const complaint = await loadComplaint(log, stream)
  const known = knownSide(complaint, looker.visitor)
  const side = known ?? (await sideByCode(log, stream, complaint, looker))
  if (side === null) return null
  const bodies = new Set([...complaint.bodies, complaint.sharing?.body.other])
  const ids = [...bodies].filter((one) => one !== undefined) as OrganisationId[]
  const names = await organisationNames(log.db, ids)
  return { id: stream, complaint, side, byCode: known === null, names }
}

/** Whose roles let them handle the complaints of their organisation. */
export const complaintHandlers: readonly string[] = ['complaints-manager', 'practice-manager']

function knownSide(complaint: Complaint, visitor: Visitor): Side | null {
  if (complaint.received === null || visitor.kind !== 'person') return null
  // Also in a role that handles complaints: nobody handles their own.
  if (complaint.complainant === visitor.person) return { side: 'complainant' }
  const body = visitor.acting?.organisationId ?? null
  if (visitor.acting === null) {
    const acts = complaint.representative?.by === visitor.person
    return acts ? { side: 'complainant', acts: 'representative' } : null
  }
  const handles = visitor.roles.some((role) => complaintHandlers.includes(role))
  return body !== null && handles && complaint.bodies.includes(body) ? { side: 'body', body } : null
}

/** A code opens nothing for somebody at work, and nothing once it has been replaced or ended. */
async function sideByCode(
  log: Log,
  stream: Id,
  { received, wayBack, representative }: Complaint,
  { visitor, browser }: Looker,
): Promise<Side | null> {
  if (received === null || (visitor.kind === 'person' && visitor.acting !== null)) return null
  const since = addMilliseconds(log.clock.now(), -openedByCodeFor.value * 60_000)
  const way = await complaintOpenHere(log.db, stream, browser, since)
  if (way === null) return null
  if (way === MADE_HERE) {
    if (received.body.representative === null) return { side: 'complainant' }
    // Whoever complained for another stays out once that has ended.
    const acts =
      representative !== null && representative.name === received.body.representative.name
    return acts ? { side: 'complainant', acts: 'representative' } : null
  }
  if (way === wayBack) return { side: 'complainant' }
  return way === representative?.wayBack ? { side: 'complainant', acts: 'representative' } : null
}

/** Notes that a handler opened a complaint, once a day each; the complainant sees it. */
export async function noteComplaintOpened(
  log: Log,
  stream: Id,
  by: PersonId,
  body: Id,
): Promise<void> {
  await act(log, {
    actor: { by, onBehalfOf: null },
    type: complaintStream,
    ...complaintAt(stream),
    decide: (state, now) => {
      const today = dayIn(LONDON, now)
      const before = state.timeline.some(
        (one) =>
          one.kind === 'complaint-opened' && one.by === by && dayIn(LONDON, one.at) === today,
      )
      const fact = { kind: 'complaint-opened', body: { body } } as const
      return ok({ facts: before ? [] : [fact], answer: null })
    },
  })
}
