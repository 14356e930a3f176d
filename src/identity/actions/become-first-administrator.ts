// The first administrator of a new installation: by a one-time code that serve prints.
import { addMilliseconds, type Result, refuse } from '../../basics/index.ts'
import { type Log, Refused } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { firstAdministratorCodeHolds, firstAdministratorTries } from '../domain/dated-rules.ts'
import { readCode, writeCode } from '../domain/one-time-code.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import * as codes from '../store/one-time-codes.ts'
import { isRoleHeld } from '../store/people.ts'
import { type BeginSession, beginSession } from './begin-session.ts'
import { registerPerson } from './register-person.ts'

/**
 * A code for the first administrator, for the terminal alone; null where there is an
 * administrator. Each start gives another one, and the one before no longer works.
 */
export async function firstAdministratorCode(log: Log): Promise<string | null> {
  if (await hasAdministrator(log)) return null
  const code = writeCode(log.chance.bytes(10))
  await codes.keepAdministratorCode(log.db, sha256(code), log.clock.now())
  return code
}

/** Whether anybody is an administrator today. */
export const hasAdministrator = (log: Log): Promise<boolean> =>
  isRoleHeld(log.db, 'administrator', today(log.clock.now()))

/**
 * Registers the first administrator and signs them in; gives the cookie.
 * Refuses: `administrator-known`, `code-not-known`, `too-many-tries`, `name-missing`.
 */
export async function becomeFirstAdministrator(
  log: Log,
  request: { readonly code: string; readonly name: string } & Pick<
    BeginSession,
    'userAgent' | 'instead'
  >,
): Promise<Result<string>> {
  if (await hasAdministrator(log)) return refuse(refusals.administratorKnown)
  const kept = await codes.tryAdministratorCode(log.db)
  if (kept === null) return refuse(refusals.codeNotKnown, {}, 'code')
  if (kept.tries > firstAdministratorTries.value) return refuse(refusals.tooManyTries, {}, 'code')
  const now = log.clock.now()
  const lapsed = addMilliseconds(kept.madeAt, firstAdministratorCodeHolds.value * 3_600_000) <= now
  const typed = readCode(request.code)
  // Compared as digests: how long it takes says nothing about the code.
  const same = typed !== null && sha256(typed) === kept.codeDigest
  if (lapsed || !same) return refuse(refusals.codeNotKnown, {}, 'code')
  const role = log.chance.id()
  const body = { role, what: 'administrator', organisation: null, from: today(now), until: null }
  const registered = await registerPerson(log, {
    actor: { by: null, onBehalfOf: null },
    name: request.name,
    birthDate: null,
    nhsNumber: null,
    more: [{ kind: 'role-given', body }],
    async also(tx) {
      const first = await codes.takeAdministratorCode(tx, kept.codeDigest)
      if (!first) throw new Refused(refuse(refusals.codeNotKnown, {}, 'code'))
    },
  })
  if (!registered.ok) return registered
  return beginSession(log, {
    person: registered.value,
    wayIn: 'first-administrator',
    identityLevel: 'P0',
    userAgent: request.userAgent,
    instead: request.instead ?? null,
  })
}
