// Sessions and one-time codes kept as rows: made, seen, listed and ended; nothing here is a fact.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { Session } from '../domain/session.ts'

export type NewSession = Session & { readonly tokenDigest: string; readonly actingRole: Id | null }

export async function insertSession(db: Querier, one: NewSession): Promise<void> {
  await db.text(
    `with kept as (
       insert into identity.sessions (person, session, made_at, seen_at, identity_level, way_in,
         browser, acting_role) values ($1, $2, $3, $4, $5, $6, $7, $8)
     )
     insert into identity.session_tokens (token_digest, person, session) values ($9, $1, $2)`,
    [
      one.person,
      one.session,
      one.madeAt,
      one.seenAt,
      one.identityLevel,
      one.wayIn,
      one.browser,
      one.actingRole,
      one.tokenDigest,
    ],
    'insert-session',
  )
}

export type RoleNow = {
  readonly role: Id
  readonly what: string
  readonly organisation: OrganisationId | null
  readonly organisationName: string | null
}

export type FoundSession = Session & {
  readonly actingRole: Id | null
  /** Whom they act for, and that person's name; null for themselves. */
  readonly actingFor: PersonId | null
  readonly actingForName: string | null
  /** Whether private things are left out on this device. */
  readonly hidesPrivate: boolean
  readonly name: string
  /** What the person holds on the day asked for. */
  readonly roles: readonly RoleNow[]
}

// What a person holds on the day: not where the organisation has ended.
const ROLES = `coalesce((
  select json_agg(json_build_object('role', r.role, 'what', r.what, 'organisation', r.organisation,
    'organisationName', o.name) order by r.from_day, r.role)
  from identity.roles r left join identity.organisations o on o.owner = r.organisation
  where r.owner = s.person and r.from_day <= $2 and (r.until_day is null or $2 <= r.until_day)
    and (o.abolished_on is null or $2 < o.abolished_on)
), '[]') as roles`

const SESSION = `s.person, s.session, s.made_at as "madeAt", s.seen_at as "seenAt",
  s.identity_level as "identityLevel", s.way_in as "wayIn", s.browser`

/** The session of a cookie by the cookie's digest, with who holds it as they are on the day. */
export async function findSession(
  db: Querier,
  tokenDigest: string,
  day: Day,
): Promise<FoundSession | null> {
  const [row] = await db.text<FoundSession>(
    `select ${SESSION}, s.acting_role as "actingRole", s.acting_for as "actingFor",
       s.hides_private as "hidesPrivate",
       a.name as "actingForName", coalesce(p.name, '') as name, ${ROLES}
     from identity.session_tokens t
     join identity.sessions s on s.person = t.person and s.session = t.session
     left join identity.people p on p.owner = s.person
     left join identity.people a on a.owner = s.acting_for
     where t.token_digest = $1`,
    [tokenDigest, day],
    'find-session',
  )
  return row ?? null
}

export const noteSeen = (db: Querier, { person, session }: Session, now: Instant) =>
  db.text(
    'update identity.sessions set seen_at = $3 where person = $1 and session = $2',
    [person, session, now],
    'note-seen',
  )

/** Sessions of a person that have not been ended, the latest used first: at most 100. */
export const sessionsOf = (db: Querier, person: PersonId): Promise<readonly Session[]> =>
  db.text<Session>(
    `select ${SESSION} from identity.sessions s where s.person = $1
     order by s.seen_at desc, s.session limit 100`,
    [person],
    'sessions-of',
  )

/** Ends one session; false where the person has no such session. */
export async function deleteSession(db: Querier, person: PersonId, session: Id): Promise<boolean> {
  const ended = await db.text(
    `with token as (
       delete from identity.session_tokens where person = $1 and session = $2
     )
     delete from identity.sessions where person = $1 and session = $2 returning 1`,
    [person, session],
    'delete-session',
  )
  return ended.length > 0
}

/** Ends every session of a person, but for one where that is given. */
export async function endSessionsOf(
  db: Querier,
  person: PersonId,
  but: Id | null = null,
): Promise<void> {
  await db.text(
    `with token as (
       delete from identity.session_tokens where person = $1 and session is distinct from $2::uuid
     )
     delete from identity.sessions where person = $1 and session is distinct from $2::uuid`,
    [person, but],
    'end-sessions',
  )
}

/** Forgets sessions that were made before a moment; gives how many. */
export async function forgetSessions(db: Querier, madeBefore: Instant): Promise<number> {
  const gone = await db.text<{ session: Id }>(
    'delete from identity.sessions where made_at < $1 returning session',
    [madeBefore],
  )
  await db.text('delete from identity.session_tokens where session = any($1::uuid[])', [
    gone.map((one) => one.session),
  ])
  return gone.length
}

export const setActingFor = (
  db: Querier,
  { person, session }: { readonly person: PersonId; readonly session: Id },
  actingFor: PersonId | null,
) =>
  db.text('update identity.sessions set acting_for = $3 where person = $1 and session = $2', [
    person,
    session,
    actingFor,
  ])

/** Leaves private things out on one device, or with null on every one that is signed in now. */
export const setHidesPrivate = (
  db: Querier,
  { person, session }: { readonly person: PersonId; readonly session: Id | null },
  hides: boolean,
) =>
  db.text(
    `update identity.sessions set hides_private = $3
     where person = $1 and ($2::uuid is null or session = $2)`,
    [person, session, hides],
  )

export const setActingRole = (db: Querier, person: PersonId, session: Id, role: Id | null) =>
  db.text('update identity.sessions set acting_role = $3 where person = $1 and session = $2', [
    person,
    session,
    role,
  ])
