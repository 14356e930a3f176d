// A person ends a session: this one, another of theirs, or all others.
import {
  addMilliseconds,
  type Id,
  type Instant,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { sessionEndsAfter } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import { rolesOn } from '../domain/roles.ts'
import { loadPerson } from '../store/people.ts'
import {
  deleteSession,
  endSessionsOf,
  forgetSessions,
  sessionsOf,
  setActingFor,
  setActingRole,
  setHidesPrivate,
} from '../store/sessions.ts'

type Own = { readonly person: PersonId; readonly session: Id }

/** Ends one session of the person's own. Refuses: `session-unknown`. */
export async function endSession(log: Log, { person, session }: Own): Promise<Result<null>> {
  const ended = await deleteSession(log.db, person, session)
  return ended ? ok(null) : refuse(refusals.sessionUnknown)
}

/** When a session of a person was begun; null where it has ended. */
export async function signedInAt(
  log: Log,
  person: PersonId,
  session: string,
): Promise<Instant | null> {
  const found = (await sessionsOf(log.db, person)).find((one) => one.session === session)
  return found?.madeAt ?? null
}

/** Ends every session of the person but the one they ask from. */
export const endOtherSessions = (log: Log, { person, session }: Own): Promise<void> =>
  endSessionsOf(log.db, person, session)

/** Chooses the role to act in from here on, or none. Refuses: `role-unknown`. */
export async function actAs(
  log: Log,
  { person, session }: Own,
  role: Id | null,
): Promise<Result<null>> {
  const { state } = await loadPerson(log, log.db, person)
  const held = rolesOn(state, today(log.clock.now()))
  if (role !== null && !held.some((one) => one.role === role)) return refuse(refusals.roleUnknown)
  await setActingRole(log.db, person, session, role)
  return ok(null)
}

/**
 * Notes whom the person acts for from here on, or that they act for themselves. It opens nothing:
 * the caller asks whether they may, and so does every look.
 */
export const noteActingFor = (log: Log, own: Own, actingFor: PersonId | null): Promise<unknown> =>
  setActingFor(log.db, own, actingFor)

/** Leaves private things out on this device, or on each that is signed in now; or shows them. */
export const noteHidesPrivate = async (
  log: Log,
  own: { readonly person: PersonId; readonly session: Id | null },
  hides: boolean,
): Promise<void> => {
  await setHidesPrivate(log.db, own, hides)
}

/** Forgets sessions that ran out long ago and that nobody came back to; for a nightly job. */
export const forgetOldSessions = (log: Log): Promise<number> =>
  forgetSessions(log.db, addMilliseconds(log.clock.now(), -sessionEndsAfter.value * 3_600_000))
