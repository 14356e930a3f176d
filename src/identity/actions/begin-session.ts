// A person signs in: a new session, whatever there was before.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type Querier, sha256 } from '../../plumbing/index.ts'
import { isKnown } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import { rolesOn } from '../domain/roles.ts'
import { browserFamily, type IdentityLevel, type WayIn } from '../domain/session.ts'
import { loadPerson, survivingPerson } from '../store/people.ts'
import { deleteSession, insertSession } from '../store/sessions.ts'

export type BeginSession = {
  readonly person: PersonId
  readonly wayIn: WayIn
  readonly identityLevel: IdentityLevel
  readonly userAgent: string
  /** The session that the browser had until now: it ends, so that none is carried over. */
  readonly instead?: { readonly person: PersonId; readonly session: Id } | null
}

/**
 * Begins a session and gives its cookie: 256 bits of chance, of which only the digest is kept.
 * Somebody who holds roles acts in the first of them until they choose otherwise.
 * Refuses: `cannot-sign-in` for a person who is not known or has died.
 */
export async function beginSession(
  log: Log,
  request: BeginSession,
  db: Querier = log.db,
): Promise<Result<string>> {
  const person = await survivingPerson(db, request.person)
  const { state } = await loadPerson(log, db, person)
  if (!isKnown(state) || state.diedOn !== null) return refuse(refusals.cannotSignIn)
  const now = log.clock.now()
  const token = Buffer.from(log.chance.bytes(32)).toString('base64url')
  const { instead = null } = request
  if (instead !== null) await deleteSession(db, instead.person, instead.session)
  await insertSession(db, {
    person,
    session: log.chance.id(),
    madeAt: now,
    seenAt: now,
    identityLevel: request.identityLevel,
    wayIn: request.wayIn,
    browser: browserFamily(request.userAgent),
    actingRole: rolesOn(state, today(now))[0]?.role ?? null,
    tokenDigest: sha256(token),
  })
  return ok(token)
}
