// People found: by number, by name, by sign-in; their names, and which record goes on for them.
import {
  type Day,
  type Id,
  type NhsNumber,
  type PersonId,
  parseNhsNumber,
} from '../../basics/index.ts'
import { type Loaded, type Log, load } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { nameKey } from '../domain/name-keys.ts'
import { type Person, personStream } from '../domain/person.ts'

/** One person, folded from their facts, as this record stands by itself. */
export const loadPerson = (
  log: Pick<Log, 'kinds'>,
  db: Querier,
  person: PersonId,
): Promise<Loaded<Person>> => load(log, db, personStream, { owner: person, stream: person })

/** The record that goes on for this one: itself unless it was joined into another. */
export async function survivingPerson(db: Querier, person: PersonId): Promise<PersonId> {
  const [row] = await db.text<{ owner: PersonId }>(
    `with recursive way as (
       select owner, goes_on_as, 1 as step from identity.people where owner = $1
       union all
       select p.owner, p.goes_on_as, step + 1 from identity.people p
       join way on p.owner = way.goes_on_as where step < 100
     ) select owner from way order by step desc limit 1`,
    [person],
    'surviving-person',
  )
  return row?.owner ?? person
}

/** Whose NHS number this is, following joins; null where nobody here has it. */
export async function findByNhsNumber(db: Querier, number: NhsNumber): Promise<PersonId | null> {
  const record = await recordWithNhsNumber(db, number)
  return record === null ? null : survivingPerson(db, record)
}

/** The record that has the number itself, also where it was joined into another. */
export async function recordWithNhsNumber(
  db: Querier,
  number: NhsNumber,
): Promise<PersonId | null> {
  const [row] = await db.text<{ owner: PersonId }>(
    'select owner from identity.nhs_numbers where nhs_number = $1 order by owner limit 1',
    [number],
    'by-nhs-number',
  )
  return row?.owner ?? null
}

/** Whom a provider of sign-in means, following joins. */
export async function findBySignIn(
  db: Querier,
  issuer: string,
  subject: string,
): Promise<PersonId | null> {
  const [row] = await db.text<{ owner: PersonId }>(
    `select owner from identity.sign_in_subjects where issuer = $1 and subject = $2
     order by owner limit 1`,
    [issuer, subject],
    'by-sign-in',
  )
  return row === undefined ? null : survivingPerson(db, row.owner)
}

/** Whether another record than this one has the number; until the transaction ends nobody can. */
export async function isNhsNumberOfAnother(tx: Tx, number: NhsNumber, person: PersonId) {
  await onlyOneAtATime(tx, `nhs-number ${number}`)
  const others = await tx.text(
    'select 1 from identity.nhs_numbers where nhs_number = $1 and owner <> $2 limit 1',
    [number, person],
  )
  return others.length > 0
}

/** The same for many at once. */
export async function isAnyNhsNumberOfAnother(
  tx: Tx,
  known: readonly { readonly person: PersonId; readonly nhsNumber: NhsNumber }[],
): Promise<boolean> {
  const numbers = known.map(({ nhsNumber }) => nhsNumber)
  // In one order, so that two who claim several at once wait for each other in one direction.
  await tx.text(
    `select pg_advisory_xact_lock(hashtextextended(name, 0))
     from (select name from unnest($1::text[]) as n (name) order by name) as ordered`,
    [numbers.map((number) => `identity nhs-number ${number}`)],
    'hold-nhs-numbers',
  )
  const others = await tx.text(
    `select 1 from identity.nhs_numbers n
     join unnest($1::text[], $2::uuid[]) as k (nhs_number, person) using (nhs_number)
     where n.owner <> k.person limit 1`,
    [numbers, known.map(({ person }) => person)],
    'nhs-numbers-of-others',
  )
  return others.length > 0
}

/** The same for whom a provider of sign-in means. */
export async function isSignInOfAnother(
  tx: Tx,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  person: PersonId,
) {
  await onlyOneAtATime(tx, `sign-in ${issuer} ${subject}`)
  const others = await tx.text(
    `select 1 from identity.sign_in_subjects
     where issuer = $1 and subject = $2 and owner <> $3 limit 1`,
    [issuer, subject, person],
  )
  return others.length > 0
}

/** Makes others who claim the same thing wait until this transaction ends. */
export const onlyOneAtATime = (tx: Tx, thing: string) =>
  tx.text('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${thing}`])

/** The names under which people act, by id; a joined record has that of the one that goes on. */
export async function namesOf(
  db: Querier,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (people.length === 0) return new Map()
  const rows = await db.text<{ asked: PersonId; name: string | null }>(
    `with recursive way as (
       select owner as asked, owner, name, goes_on_as, 1 as step
       from identity.people where owner = any($1::uuid[])
       union all
       select way.asked, p.owner, p.name, p.goes_on_as, step + 1
       from identity.people p join way on p.owner = way.goes_on_as where step < 100
     ) select distinct on (asked) asked, name from way order by asked, step desc`,
    [people],
    'names-of-people',
  )
  return new Map(rows.map(({ asked, name }) => [asked, name ?? '']))
}

/** What is known exactly of somebody who is looked for. */
export type SoughtPerson = {
  readonly nhsNumber: NhsNumber | null
  readonly name: string
  readonly birthDate: Day | null
}

/**
 * Whom this means: by the number, or by the whole name together with the day of birth. Null where
 * there is nobody, or where a name and a day are of several: nobody leafs through people.
 */
export async function findExactly(
  db: Querier,
  { nhsNumber, name, birthDate }: SoughtPerson,
): Promise<PersonId | null> {
  if (nhsNumber !== null) return findByNhsNumber(db, nhsNumber)
  if (birthDate === null) return null
  const found = await findByNameAndBirth(db, name, birthDate)
  return found.length === 1 ? (found[0]?.person ?? null) : null
}

/**
 * Of these people, in the order of their names: those one of whose names begins with the text,
 * or whose NHS number it is; all of them where the text is empty.
 */
export async function namedAmong(
  db: Querier,
  people: readonly PersonId[],
  text: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly PersonId[]> {
  const number = parseNhsNumber(text)
  const start = `${nameKey(text).replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db.text<{ person: PersonId }>(
    `select a.owner as person from unnest($1::uuid[]) as a (owner)
       left join identity.people p on p.owner = a.owner
     where $2 = '' or p.name_key like $3 or p.name_key like '% ' || $3 or p.nhs_number = $4
     order by p.name_key, a.owner limit $5 offset $6`,
    [people, text, start, number.ok ? number.value : null, limit, offset],
    'named-among',
  )
  return rows.map(({ person }) => person)
}

/** Who has exactly this name and was born on this day, joined records left out. */
export const findByNameAndBirth = (
  db: Querier,
  name: string,
  birthDate: Day,
): Promise<readonly { readonly person: PersonId }[]> =>
  db.text<{ person: PersonId }>(
    `select owner as person from identity.people
     where name_key = $1 and birth_date = $2 and goes_on_as is null order by owner limit 2`,
    [nameKey(name), birthDate],
    'by-name-and-birth',
  )

export type HeldRole = {
  readonly person: PersonId
  readonly name: string
  readonly role: Id
  readonly what: string
  readonly from: Day
  readonly until: Day | null
}

/**
 * Who holds roles in an organisation on a day, or, with null, in this installation as a whole:
 * the first 500 by name, of these kinds where they are named.
 */
export const rolesIn = (
  db: Querier,
  organisation: Id | null,
  day: Day,
  kinds: readonly string[] | null = null,
): Promise<readonly HeldRole[]> =>
  db.text<HeldRole>(
    `select r.owner as person, coalesce(p.name, '') as name, r.role, r.what, r.from_day as "from",
       r.until_day as "until"
     from identity.roles r left join identity.people p on p.owner = r.owner
     where r.organisation is not distinct from $1
       and r.from_day <= $2 and (r.until_day is null or $2 <= r.until_day)
       and ($3::text[] is null or r.what = any($3))
     order by p.name_key, r.role limit 500`,
    [organisation, day, kinds],
    'roles-in',
  )

/** Those of the organisations in which one person holds a role on a day, however many others do. */
export const worksIn = async (
  db: Querier,
  person: Id,
  organisations: readonly Id[],
  day: Day,
): Promise<readonly Id[]> => {
  const rows = await db.text<{ organisation: Id }>(
    `select distinct organisation from identity.roles
     where owner = $1 and organisation = any($2::uuid[])
       and from_day <= $3 and (until_day is null or $3 <= until_day)`,
    [person, [...organisations], day],
    'works-in',
  )
  return rows.map(({ organisation }) => organisation)
}

/** Whether anybody holds a role of this kind on the day. */
export async function isRoleHeld(db: Querier, what: string, day: Day): Promise<boolean> {
  const rows = await db.text(
    `select 1 from identity.roles
     where what = $1 and from_day <= $2 and (until_day is null or $2 <= until_day) limit 1`,
    [what, day],
    'is-role-held',
  )
  return rows.length > 0
}

/** Whether anybody here has an NHS number from outside the range kept for testing. */
export async function holdsRealPeople(db: Querier): Promise<boolean> {
  const rows = await db.text(
    `select 1 from identity.nhs_numbers where nhs_number not like '999%' limit 1`,
  )
  return rows.length > 0
}

/** Whether there are people here and none of these: whoever made them was not the demonstration. */
export async function holdsOnlyOthers(db: Querier, these: readonly PersonId[]): Promise<boolean> {
  const rows = await db.text(
    `select 1 from (select from identity.people limit 1) as anybody
     where not exists (select from identity.people where owner = any($1::uuid[]))`,
    [[...these]],
  )
  return rows.length > 0
}
