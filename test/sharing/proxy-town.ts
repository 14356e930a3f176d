// A house with people of each age and a practice, for the tests of those who act for others.
import assert from 'node:assert/strict'
import {
  asDay,
  type Id,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import type { Log } from '../../src/log/index.ts'
import {
  answerProxy,
  askProxy,
  grantProxy,
  tellOfProxy,
} from '../../src/sharing/actions/act-for-others.ts'
import { seeOwnProxies } from '../../src/sharing/actions/see-proxies.ts'
import { seeShared } from '../../src/sharing/actions/see-shared.ts'
import type { Decider, Granting } from '../../src/sharing/domain/proxy/decisions.ts'
import type { Asker } from '../../src/sharing/index.ts'
import { openHouse } from '../rooms.ts'
import { openShelf, thing } from './shelf.ts'

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

export function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
export const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

export async function openProxyTown(now?: string) {
  const house = await openHouse(now)
  const { log } = house
  const shelf = openShelf()
  const someone = async (name: string, born: string | null): Promise<PersonId> => {
    const birthDate = born === null ? null : asDay(born)
    return done(await registerPerson(log, { actor: nobody, name, birthDate, nhsNumber: null }))
  }
  const practice = async (name: string) => {
    const about = { name, odsCode: null, what: 'gp-practice', from }
    return done(await registerOrganisation(log, { actor: nobody, ...about }))
  }
  const oakLane = await practice('Oak Lane Surgery')
  const elmStreet = await practice('Elm Street Surgery')
  const dilys = await someone('Dilys Morgan', '1971-09-09')
  const role = { what: 'practice-manager', organisation: oakLane, from, until: null }
  done(await giveRole(log, { actor: nobody, person: dilys, ...role }))
  const decider = { by: dilys, organisation: oakLane, roles: ['practice-manager'] }
  const manager: Asker = {
    person: dilys,
    via: 'role',
    organisation: oakLane,
    roles: ['practice-manager'],
  }
  const put = (person: PersonId, title: string, more = {}) =>
    shelf.put(person, thing(house.newId(), title, more))
  /** Maria, whose mind is failing, with a record; and Ana, her daughter. */
  async function mariaAndAna() {
    const maria = await someone('Maria Costa', '1944-03-01')
    const ana = await someone('Ana Costa', '1975-06-20')
    put(maria, 'Blood pressure 140/80')
    put(maria, 'A bad dream', { kind: 'note', labels: ['mental'] })
    put(maria, 'My neighbour', { kind: 'note' })
    return { maria, ana }
  }
  return {
    ...house,
    ...requestsTo(log, oakLane, decider),
    ...tellings(log),
    ...looks(log, shelf),
    shelf,
    sources: [shelf],
    someone,
    oakLane,
    elmStreet,
    dilys,
    decider,
    manager,
    put,
    mariaAndAna,
  }
}

/** What is asked of a practice, and what it decides. */
function requestsTo(log: Log, oakLane: OrganisationId, decider: Decider) {
  /** The proxy asks at the practice. */
  const ask = async (person: PersonId, proxy: PersonId, more = {}) =>
    done(await askProxy(log, { ...asked(person, proxy), by: proxy, ...more }))
  const asked = (person: PersonId, proxy: PersonId) => ({
    person,
    proxy,
    organisation: oakLane,
    standing: 'family',
    level: 'record',
    why: 'She forgets her appointments',
    until: null,
  })
  const granting = (more: Partial<Granting> = {}): Granting => ({
    basis: 'best-interests',
    evidence: 'best-interests-note',
    tests: { necessary: 'She forgets', relevant: 'Only the record', safe: 'We asked both alone' },
    level: 'record',
    labels: [],
    letThrough: [],
    keptBack: [],
    until: null,
    ...more,
  })
  const grant = async (person: PersonId, access: Id, more: Partial<Granting> = {}) =>
    done(await grantProxy(log, { person, access }, decider, granting(more)))
  const yes = async (person: PersonId, access: Id, by: PersonId) =>
    done(await answerProxy(log, { person, access }, by, true))
  return { ask, asked, granting, grant, yes }
}

/** What people are told of it. */
function tellings(log: Log) {
  /** Everything that is told of what was asked, decided and noted for a person. */
  const tellAll = async (person: PersonId) => {
    const facts = await log.db.text<{ id: Id }>(
      `select id from log.facts where owner = $1 and kind like 'proxy-%' order by at`,
      [person],
    )
    for (const { id } of facts) await tellOfProxy(log, { owner: person, fact: id })
  }
  const toldTo = async (person: PersonId) => {
    const rows = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'message-sent' order by at, place`,
      [person],
    )
    return rows.map(({ body }) => JSON.parse(body).rendering.subject as string).toSorted()
  }
  return { tellAll, toldTo }
}

/** What is seen by who acts for another, and how it stands. */
function looks(log: Log, shelf: ReturnType<typeof openShelf>) {
  const see = (proxy: PersonId, person: PersonId) =>
    seeShared(
      log,
      [shelf],
      {
        person,
        visitor: asProxyOf(proxy, person),
        purpose: 'own',
        act: 'read',
        where: '/people/record',
      },
      1,
    )
  const titles = (seen: Awaited<ReturnType<typeof see>>) =>
    done(seen).sections.flatMap(({ items }) => items.map(({ title }) => title))
  const standing = async (person: PersonId) => {
    const [first] = await seeOwnProxies(log, person)
    return first?.standing
  }

  return { see, titles, standing }
}

export const asProxyOf = (proxy: PersonId, person: PersonId): Asker => ({
  person: proxy,
  via: 'proxy',
  actsFor: person,
  organisation: null,
  roles: [],
})
