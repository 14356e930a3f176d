// The list of people made from their facts, and whom NHS numbers and sign-ins belong to.
import { type FactOf, projection } from '../../log/index.ts'
import * as kinds from '../domain/facts.ts'
import { nameKey } from '../domain/name-keys.ts'

type RowKind =
  | typeof kinds.personRegistered
  | typeof kinds.nameRecorded
  | typeof kinds.nhsNumberRecorded
  | typeof kinds.birthDateRecorded
  | typeof kinds.deathRecorded
  | typeof kinds.deathWithdrawn
  | typeof kinds.recordJoined
  | typeof kinds.joinUndone

/** What a fact changes in the row of its person, by column. */
function changes(fact: FactOf<RowKind>): Readonly<Record<string, string | null>> {
  switch (fact.kind) {
    case 'person-registered': {
      const { name, birthDate, nhsNumber } = fact.body
      return { ...nameColumns(name), birth_date: birthDate, nhs_number: nhsNumber }
    }
    case 'name-recorded':
      return nameColumns(fact.body.name)
    case 'nhs-number-recorded':
      return { nhs_number: fact.body.nhsNumber }
    case 'birth-date-recorded':
      return { birth_date: fact.body.birthDate }
    case 'death-recorded':
      return { died_on: fact.body.diedOn }
    case 'death-withdrawn':
      return { died_on: null }
    case 'record-joined':
      return { goes_on_as: fact.body.into }
    case 'join-undone':
      return fact.body.record === fact.owner ? { goes_on_as: null } : {}
  }
}

function nameColumns(name: string) {
  return { name, name_key: nameKey(name) }
}

const columns = {
  name: 'text',
  name_key: 'text',
  birth_date: 'date',
  nhs_number: 'text',
  died_on: 'date',
  goes_on_as: 'uuid',
} as const

const assignments = Object.entries(columns).map(
  ([column, type]) =>
    `${column} = case when x.patch ? '${column}' then (x.patch->>'${column}')::${type}
      else p.${column} end`,
)

export const people = projection({
  name: 'identity.people',
  tables: ['identity.people'],
  kinds: [
    kinds.personRegistered,
    kinds.nameRecorded,
    kinds.nhsNumberRecorded,
    kinds.birthDateRecorded,
    kinds.deathRecorded,
    kinds.deathWithdrawn,
    kinds.recordJoined,
    kinds.joinUndone,
  ],
  async apply(tx, facts) {
    const patches = new Map<string, Record<string, string | null>>()
    for (const fact of facts) {
      patches.set(fact.owner, { ...patches.get(fact.owner), ...changes(fact) })
    }
    const owners = [...patches.keys()]
    const streams = owners.map((owner) => facts.find((fact) => fact.owner === owner)?.stream)
    await tx.text(
      `insert into identity.people (owner, stream) select * from unnest($1::uuid[], $2::uuid[])
       on conflict do nothing`,
      [owners, streams],
      'people-open',
    )
    await tx.text(
      `update identity.people p set ${assignments.join(', ')}
       from (select owner, patch::jsonb as patch from unnest($1::uuid[], $2::text[])
         as given (owner, patch)) x
       where p.owner = x.owner`,
      [owners, [...patches.values()].map((patch) => JSON.stringify(patch))],
      'people-change',
    )
  },
})

/** One person has one number at most, and the last one recorded is theirs. */
export const nhsNumbers = projection({
  name: 'identity.nhs-numbers',
  tables: ['identity.nhs_numbers'],
  kinds: [kinds.personRegistered, kinds.nhsNumberRecorded],
  async apply(tx, facts) {
    const numbered = facts.filter(({ body }) => body.nhsNumber !== null)
    const latest = [...new Map(numbered.map((fact) => [fact.owner, fact])).values()]
    if (latest.length === 0) return
    await tx.text(
      `with given as (
         select * from unnest($1::text[], $2::uuid[], $3::uuid[]) as g (nhs_number, owner, stream)
       ), gone as (
         delete from identity.nhs_numbers n using given g
         where n.owner = g.owner and n.nhs_number <> g.nhs_number
       )
       insert into identity.nhs_numbers (nhs_number, owner, stream) select * from given
       on conflict do nothing`,
      [
        latest.map(({ body }) => body.nhsNumber),
        latest.map(({ owner }) => owner),
        latest.map(({ stream }) => stream),
      ],
      'nhs-numbers',
    )
  },
})

export const signInSubjects = projection({
  name: 'identity.sign-in-subjects',
  tables: ['identity.sign_in_subjects'],
  kinds: [kinds.signInLinked, kinds.personArrived],
  async apply(tx, all) {
    for (const { owner } of all.filter(({ kind }) => kind === 'person-arrived')) {
      const gone = 'delete from identity.sign_in_subjects where owner = $1'
      await tx.text(gone, [owner], 'sign-ins-left')
    }
    const facts = all.filter((fact) => fact.kind === 'sign-in-linked')
    await tx.text(
      `insert into identity.sign_in_subjects (issuer, subject, owner, stream)
       select * from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[]) on conflict do nothing`,
      [
        facts.map(({ body }) => body.issuer),
        facts.map(({ body }) => body.subject),
        facts.map(({ owner }) => owner),
        facts.map(({ stream }) => stream),
      ],
      'sign-in-subjects',
    )
  },
})

export const roles = projection({
  name: 'identity.roles',
  tables: ['identity.roles'],
  kinds: [kinds.roleGiven, kinds.roleEnded, kinds.personArrived],
  async apply(tx, all) {
    const arrivals = new Map<string, number>()
    for (const { kind, owner, place } of all)
      if (kind === 'person-arrived') arrivals.set(owner, place)
    for (const owner of arrivals.keys()) {
      await tx.text('delete from identity.roles where owner = $1', [owner], 'roles-left')
    }
    // Roles from before an arrival were held elsewhere.
    const facts = all.filter(({ owner, place }) => place > (arrivals.get(owner) ?? 0))
    const given = facts.filter((fact) => fact.kind === 'role-given')
    await tx.text(
      `insert into identity.roles (owner, stream, role, what, organisation, from_day, until_day)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[],
         $6::date[], $7::date[])`,
      [
        given.map(({ owner }) => owner),
        given.map(({ stream }) => stream),
        given.map(({ body }) => body.role),
        given.map(({ body }) => body.what),
        given.map(({ body }) => body.organisation),
        given.map(({ body }) => body.from),
        given.map(({ body }) => body.until),
      ],
      'roles-given',
    )
    for (const { owner, body } of facts.filter((fact) => fact.kind === 'role-ended')) {
      await tx.text(
        'update identity.roles set until_day = $3 where owner = $1 and role = $2',
        [owner, body.role, body.until],
        'role-ended',
      )
    }
  },
})
