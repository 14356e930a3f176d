// What is done about sharing: given, stopped, switched, opened in an emergency and told.
import { type Id, type Instant, ok, type PersonId, type Result } from '../../basics/index.ts'
import { namesOf, organisationNames } from '../../identity/index.ts'
import { act, type Log } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import * as decisions from '../domain/decisions.ts'
import type { Asker } from '../domain/grant.ts'
import type { Purpose } from '../domain/purposes.ts'
import { sharingStream } from '../domain/sharing.ts'
import { emergencyWords } from '../words/emergency-message.ts'
import { loadSharing, sharingPlace } from './look.ts'

type Asked = {
  /** Whose it is. */
  readonly person: PersonId
  readonly by: PersonId
  readonly key?: string | null
}

const on = ({ person, by, key = null }: Asked) =>
  ({
    actor: { by, onBehalfOf: by === person ? null : person },
    type: sharingStream,
    ...sharingPlace(person),
    key,
  }) as const

/**
 * Gives a grant, or keeps something back; gives its id.
 * Refuses: `grant-not-yours`, `grant-recipient-missing`, `grant-to-oneself`,
 * `grant-chooses-nothing`, `grant-dates-crossed`, `grant-ends-in-the-past`,
 * `purpose-not-listed`, `purpose-switched-off`.
 */
export const giveGrant = (
  log: Log,
  request: Asked & { readonly giving: Omit<decisions.Giving, 'id'>; readonly grant?: Id },
): Promise<Result<Id>> => {
  const { person, by, grant = log.chance.id(), giving } = request
  return act(log, {
    ...on(request),
    decide: decisions.giveGrant(person, by, { ...giving, id: grant }),
  })
}

/**
 * Stops a grant: a look that begins after this is answered is decided as if it had never been.
 * Refuses: `grant-unknown`.
 */
export const stopGrant = (
  log: Log,
  request: Asked & { readonly grant: Id },
): Promise<Result<Id>> => {
  const { person, by, grant } = request
  return act(log, { ...on(request), decide: decisions.stopGrant(grant, by, person) })
}

/** Turns purposes on or off. Refuses: `purpose-not-listed`. */
export const switchPurposes = (
  log: Log,
  person: PersonId,
  wanted: ReadonlyMap<Purpose, boolean>,
  key: string | null = null,
): Promise<Result<null>> =>
  act(log, { ...on({ person, by: person, key }), decide: decisions.switchPurposes(wanted) })

/**
 * Leaves private things out of the person's own lists, or shows them again.
 * Refuses: `sign-in-again-to-show`.
 */
export const hidePrivate = (
  log: Log,
  person: PersonId,
  {
    labels,
    signedInAt,
    key,
  }: {
    readonly labels: readonly string[]
    readonly signedInAt: Instant
    readonly key: string | null
  },
): Promise<Result<null>> =>
  act(log, {
    ...on({ person, by: person, key }),
    decide: decisions.hidePrivate(labels, signedInAt),
  })

/**
 * Opens what a person keeps, in an emergency; the person hears of it at once, by a reaction.
 * Refuses: `emergency-needs-role`, `emergency-reason-missing`.
 */
export const openEmergency = (
  log: Log,
  request: {
    readonly person: PersonId
    readonly asker: Asker
    readonly reason: string
    readonly key?: string | null
  },
): Promise<Result<Id>> => {
  const { person, asker, reason, key = null } = request
  return act(log, {
    actor: { by: asker.person, onBehalfOf: null },
    type: sharingStream,
    ...sharingPlace(person),
    key,
    decide: decisions.openEmergency(log.chance.id(), asker, reason),
  })
}

/** Tells the person who opened what they keep, why, and until when. Throws where it cannot. */
export async function tellOfEmergency(
  log: Log,
  { owner, fact }: { readonly owner: Id; readonly fact: Id },
): Promise<void> {
  const person = owner as PersonId
  const told = await emergencyOf(log, person, fact)
  if (told === null) return
  const sent = await tell(log, person, idNamed(fact, person), {
    from: 'Coproduce',
    renderings: emergencyWords(told),
    leadsTo: '/share',
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
}

export type EmergencyTold = {
  readonly who: string
  readonly organisation: string
  readonly reason: string
  readonly endsAt: Instant
}

async function emergencyOf(log: Log, person: PersonId, fact: Id): Promise<EmergencyTold | null> {
  const { grants } = await loadSharing(log, log.db, person)
  // The fact that opens an access in an emergency has the id of the grant that it is.
  const grant = grants.find((one) => one.id === fact)
  if (grant === undefined) return null
  const { to, emergency, endsAt } = grant
  if (to.person === null || to.organisation === null || emergency === null || endsAt === null) {
    return null
  }
  const names = await namesOf(log.db, [to.person])
  const organisations = await organisationNames(log.db, [to.organisation])
  return {
    who: names.get(to.person) ?? '',
    organisation: organisations.get(to.organisation) ?? '',
    reason: emergency,
    endsAt,
  }
}

/** Whether a person could give this now, without giving it. Refuses as `giveGrant` does. */
export async function checkGrant(
  log: Log,
  person: PersonId,
  giving: decisions.Giving,
): Promise<Result<null>> {
  const sharing = await loadSharing(log, log.db, person)
  const decided = decisions.giveGrant(person, person, giving)(sharing, log.clock.now())
  return decided.ok ? ok(null) : decided
}
