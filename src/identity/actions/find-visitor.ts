// Who is asking: found anew at each request from the session, the person and their roles today.
import type { Instant } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import type { Visitor } from '../../web/index.ts'
import { roleKinds } from '../domain/dated-lists.ts'
import { today } from '../domain/registration.ts'
import { isSeenAnew, sessionEndsAt } from '../domain/session.ts'
import { deleteSession, findSession, noteSeen } from '../store/sessions.ts'

const nobody: Visitor = { kind: 'nobody' }

/**
 * Finds who holds a session cookie; nobody where it is forged, ended or has run out. The cookie
 * is looked for by its digest, so how long that takes says nothing about any real cookie.
 */
export const findVisitor =
  (log: Log) =>
  async (cookie: string | null, now: Instant): Promise<Visitor> => {
    if (cookie === null || !/^[\w-]{43}$/.test(cookie)) return nobody
    const found = await findSession(log.db, sha256(cookie), today(now))
    if (found === null) return nobody
    if (sessionEndsAt(found, found.roles.length > 0) <= now) {
      await deleteSession(log.db, found.person, found.session)
      return nobody
    }
    if (isSeenAnew(found, now)) await noteSeen(log.db, found, now)
    const { actingFor, actingForName } = found
    // Who acts for another person does so as themselves: no role of theirs goes with them.
    const roles = actingFor === null ? found.roles : []
    const acting = roles.find((one) => one.role === found.actingRole)
    return {
      kind: 'person',
      person: found.person,
      name: found.name,
      session: found.session,
      acting:
        acting === undefined
          ? null
          : {
              role: roleName(acting.what),
              organisation: acting.organisationName,
              organisationId: acting.organisation,
            },
      actingFor: actingFor === null ? null : { person: actingFor, name: actingForName ?? '' },
      roles: roles
        .filter((one) => acting !== undefined && one.organisation === acting.organisation)
        .map((one) => one.what),
      identityLevel: found.identityLevel,
      ...(found.hidesPrivate ? { hidesPrivate: true } : {}),
    }
  }

/** A role as people read it. */
export const roleName = (what: string): string =>
  roleKinds.find((kind) => kind.code === what)?.says ?? what
