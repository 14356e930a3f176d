// Formal complaints: made, seen by both sides alike, handled, answered, learned from.
import {
  type Id,
  isId,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
} from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import { type Act, act, type Log, load } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { loadPromises, type PromiseRef, promise } from '../../promises/index.ts'
import type { Visitor } from '../../web/index.ts'
import * as decide from '../domain/complain.ts'
import { type Complaint, complaintStream } from '../domain/complaint.ts'
import type { ComplaintKind } from '../domain/complaint-facts.ts'

/** A complaint owns itself, so that it can go to the ombudsman whole and alone. */
export const complaintAt = (stream: Id) => ({ owner: stream, stream }) as const

export const loadComplaint = async (log: Log, stream: Id): Promise<Complaint> =>
  (await load(log, log.db, complaintStream, complaintAt(stream))).state

type Received = Parameters<typeof decide.makeComplaint>[0]
type Decide = Act<Complaint, ComplaintKind, null>['decide']

/** Makes a complaint; the same key by the same person is one. Refuses as `makeComplaint`. */
export async function complain(
  log: Log,
  request: { readonly by: PersonId; readonly key: string | null; readonly stream?: Id },
  received: Received,
): Promise<Result<Id>> {
  const { by, key, stream: given } = request
  const stream = given ?? (key ? idNamed(by, `complaint ${key}`) : log.chance.id())
  const decideNow = decide.makeComplaint(received)
  const done = await handle(log, { by, stream, key }, decideNow)
  return done.ok ? ok(stream) : done
}

type On = { readonly by: PersonId | null; readonly stream: Id; readonly key: string | null }

/** One side does something to a complaint. Refuses as the decision does. */
export const handle = (log: Log, { by, stream, key }: On, decideNow: Decide) =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: complaintStream,
    ...complaintAt(stream),
    key,
    decide: decideNow,
  })

export type SeenComplaint = {
  readonly id: Id
  readonly complaint: Complaint
  readonly side: decide.Side
  readonly names: ReadonlyMap<OrganisationId, string>
}

/** A complaint as one of its sides sees it: the same timeline; null for everybody else. */
export async function seeComplaint(
  log: Log,
  visitor: Visitor,
  stream: string,
): Promise<SeenComplaint | null> {
  if (!isId(stream) || visitor.kind !== 'person') return null
  const complaint = await loadComplaint(log, stream)
  const side = sideOf(complaint, visitor)
  if (side === null) return null
  const bodies = new Set([...complaint.bodies, complaint.sharing?.body.other])
  const ids = [...bodies].filter((one) => one !== undefined) as OrganisationId[]
  return { id: stream, complaint, side, names: await organisationNames(log.db, ids) }
}

const handlers = ['complaints-manager', 'practice-manager']

function sideOf(
  { received, bodies }: Complaint,
  visitor: Extract<Visitor, { kind: 'person' }>,
): decide.Side | null {
  if (received === null) return null
  const body = visitor.acting?.organisationId ?? null
  if (body === null) {
    const { complainant, representative } = received.body
    const theirs = complainant === visitor.person || representative?.by === visitor.person
    return theirs ? { side: 'complainant' } : null
  }
  const may = bodies.includes(body) && visitor.roles.some((role) => handlers.includes(role))
  return may ? { side: 'body', body } : null
}

/** The promises that follow from a complaint: what was learned, and the ombudsman's. */
export function promisesOfComplaint(id: Id, complaint: Complaint): PromiseRef[] {
  const { learning, ombudsman, received } = complaint
  const owner = received?.body.complainant ?? id
  const at = (name: string): PromiseRef => ({ owner, stream: idNamed(id, `promise ${name}`) })
  return [
    ...(learning?.body.change === 'promise' ? [at('learning')] : []),
    ...(ombudsman?.body.recommendations ?? []).map((_, place) => at(`recommendation ${place}`)),
  ]
}

/** Makes the promises that a complaint ended in; doing it twice changes nothing. */
export async function followComplaint(log: Log, id: Id): Promise<void> {
  const complaint = await loadComplaint(log, id)
  const { received, learning, ombudsman, lead } = complaint
  if (received === null) return
  const names = await organisationNames(log.db, complaint.bodies as OrganisationId[])
  const shownAs = names.get(lead as OrganisationId) ?? ''
  const make = async (name: string, says: string, due: string, by: string) => {
    const owner = received.body.complainant ?? id
    const at = { owner, stream: idNamed(id, `promise ${name}`) }
    const [there] = await loadPromises(log, [at])
    if (there?.promise.made != null) return
    const done = await promise(
      log,
      { person: null, organisation: lead },
      {
        says,
        promiser: { organisation: lead, person: null, shownAs: by || shownAs },
        to: [owner],
        due,
        source: { says: 'It follows from a complaint', source: null, confirmed: null },
        about: `/complaints/${id}`,
        escalateTo: null,
      },
      `promise ${name} ${id}`,
      at.stream,
    )
    if (!done.ok) throw new Error(`A complaint could not be followed: ${done.refusal.code}`)
  }
  if (learning?.body.change === 'promise' && learning.body.due !== null) {
    await make('learning', learning.body.says, learning.body.due, learning.body.shownAs)
  }
  for (const [place, one] of (ombudsman?.body.recommendations ?? []).entries()) {
    await make(`recommendation ${place}`, one.says, one.due, '')
  }
}
