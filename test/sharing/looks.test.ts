// Promises of looks: a receipt before anything is given, for everybody, and nothing without one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day, Id, OrganisationId, PersonId, Result } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { countInbox } from '../../src/messages/index.ts'
import { seeLook, seeReceipt, seeVisit, seeVisits } from '../../src/sharing/actions/see-looks.ts'
import {
  seeOwnQueries,
  seeOwnQuery,
  seeQueriesFor,
  seeQueryFor,
} from '../../src/sharing/actions/see-queries.ts'
import { previewFor, seeShared } from '../../src/sharing/actions/see-shared.ts'
import { seeEmergencies, seeThoseWhoShare } from '../../src/sharing/actions/see-those-who-share.ts'
import type { Recipient } from '../../src/sharing/domain/grant.ts'
import {
  type Asker,
  everything,
  giveGrant,
  look,
  openEmergency,
  queryLook,
  stopGrant,
  switchPurposes,
  tellOfEmergency,
} from '../../src/sharing/index.ts'
import { findLook, listLooks } from '../../src/sharing/store/looks.ts'
import { openHouse } from '../rooms.ts'
import { openShelf, thing } from './shelf.ts'

const house = await openHouse()
const { log } = house
const newPerson = () => house.newId() as PersonId
const oakLane = house.newId() as OrganisationId
const shelf = openShelf()
const sources = [shelf]

const self = (person: PersonId): Asker => ({ person, via: 'self', organisation: null, roles: [] })
const nurse = (person: PersonId): Asker => ({
  person,
  via: 'role',
  organisation: oakLane,
  roles: ['nurse'],
})
const toNurses: Recipient = { person: null, organisation: oakLane, role: 'nurse' }
const toPerson = (person: PersonId): Recipient => ({ person, organisation: null, role: null })

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

/** Asha, with three things on the shelf. */
function asha() {
  const person = newPerson()
  const put = (title: string, more = {}) => shelf.put(person, thing(house.newId(), title, more))
  return {
    person,
    sugar: put('Blood sugar 48'),
    sleep: put('I sleep badly', { kind: 'note', at: '2026-05-01' }),
    low: put('Low mood', { kind: 'note', labels: ['mental'] }),
  }
}

const giving = (to: Recipient, more: Partial<Parameters<typeof giveGrant>[1]['giving']> = {}) => ({
  effect: 'permit' as const,
  to,
  what: everything,
  acts: ['read' as const],
  purposes: ['direct-care' as const],
  until: null,
  ...more,
})

const give = async (person: PersonId, to: Recipient, more = {}) =>
  done(await giveGrant(log, { person, by: person, giving: giving(to, more) }))

const asking = (person: PersonId, visitor: Asker, more = {}) => ({
  person,
  visitor,
  purpose: visitor.person === person ? ('own' as const) : ('direct-care' as const),
  act: 'read' as const,
  where: '/share/with-me',
  ...more,
})

const see = (person: PersonId, visitor: Asker, more = {}) =>
  seeShared(log, sources, asking(person, visitor, more), 1)

const titles = (shared: Awaited<ReturnType<typeof see>>) =>
  done(shared).sections.flatMap(({ items }) => items.map(({ title }) => title))

const looksAt = (person: PersonId) =>
  listLooks(log.db, person, { own: true, limit: 100, offset: 0 })

describe('A4 Somebody with whom something is shared', () => {
  it('sees what was chosen, and the person knows it', async () => {
    const { person } = asha()
    const sian = newPerson()
    const what = { ...everything, kinds: ['note'], without: ['mental'] }
    const grant = await give(person, toNurses, { what })
    assert.deepEqual(titles(await see(person, nurse(sian))), ['I sleep badly'])
    const [receipt] = await looksAt(person)
    assert.equal(receipt?.by, sian)
    assert.equal(receipt?.organisation, oakLane)
    assert.deepEqual(receipt?.roles, ['nurse'])
    assert.deepEqual(receipt?.grants, [grant])
  })

  it('sees just what the preview showed, data for data', async () => {
    const { person } = asha()
    const ravi = newPerson()
    const what = { ...everything, without: ['mental'] }
    const grant = await give(person, toPerson(ravi), { what })
    const asked = { person, to: toPerson(ravi), purpose: 'direct-care' as const, adding: null }
    const { withheld, holds, ...preview } = await previewFor(
      log,
      sources,
      { ...asked, where: '/share' },
      1,
    )
    assert.deepEqual(preview, done(await see(person, self(ravi))))
    assert.ok(holds)
    assert.equal(withheld, 1)
    assert.ok(grant)
  })

  it('sees nothing in the next look once it is stopped, as if there were nobody', async () => {
    const { person } = asha()
    const ravi = newPerson()
    const grant = await give(person, toPerson(ravi))
    assert.equal(titles(await see(person, self(ravi))).length, 3)
    done(await stopGrant(log, { person, by: person, grant }))
    const after = await see(person, self(ravi))
    assert.deepEqual(after, await see(newPerson(), self(ravi)))
    assert.equal(codeOf(after), 'nothing-shared')
    assert.equal((await looksAt(person)).length, 1)
  })

  it('may print or save only where that was given', async () => {
    const { person } = asha()
    const ravi = newPerson()
    await give(person, toPerson(ravi), { acts: ['read', 'print'] })
    assert.equal(titles(await see(person, self(ravi), { act: 'print' })).length, 3)
    assert.equal(codeOf(await see(person, self(ravi), { act: 'export' })), 'nothing-shared')
  })

  it('finds the person on their list while it holds, and not after', async () => {
    const { person } = asha()
    const ravi = newPerson()
    const grant = await give(person, toPerson(ravi))
    const listed = async () =>
      (await seeThoseWhoShare(log, self(ravi), '/share/with-me')).shared.length
    assert.equal(await listed(), 1)
    assert.equal((await looksAt(person)).length, 1)
    done(await switchPurposes(log, person, new Map([['direct-care', false]])))
    assert.equal(await listed(), 0)
    done(await switchPurposes(log, person, new Map([['direct-care', true]])))
    done(await stopGrant(log, { person, by: person, grant }))
    assert.equal(await listed(), 0)
  })

  it('cannot share it on unless they were let', async () => {
    const { person } = asha()
    const [ravi, gwen] = [newPerson(), newPerson()]
    await give(person, toPerson(ravi))
    const pass = () => giveGrant(log, { person, by: ravi, giving: giving(toPerson(gwen)) })
    assert.equal(codeOf(await pass()), 'grant-not-yours')
    await give(person, toPerson(ravi), {
      acts: ['read', 'share'],
      what: { ...everything, kinds: ['note'] },
    })
    done(await pass())
    assert.deepEqual(titles(await see(person, self(gwen))).sort(), ['I sleep badly', 'Low mood'])
  })
})

describe('Sharing is refused', () => {
  it('with nobody, with oneself, of nothing, until yesterday, for what is off', async () => {
    const { person } = asha()
    const ravi = toPerson(newPerson())
    const code = async (to: Recipient, more = {}) =>
      codeOf(await giveGrant(log, { person, by: person, giving: giving(to, more) }))
    const nobody = { person: null, organisation: null, role: null }
    assert.equal(await code(nobody), 'grant-recipient-missing')
    assert.equal(await code(toPerson(person)), 'grant-to-oneself')
    const none = { ...everything, kinds: [] }
    assert.equal(await code(ravi, { what: none }), 'grant-chooses-nothing')
    const crossed = { ...everything, from: '2026-02-02' as Day, until: '2026-02-01' as Day }
    assert.equal(await code(ravi, { what: crossed }), 'grant-dates-crossed')
    assert.equal(await code(ravi, { until: '2026-11-22' as Day }), 'grant-ends-in-the-past')
    assert.equal(await code(ravi, { purposes: ['own'] }), 'purpose-not-listed')
    assert.equal(await code(ravi, { purposes: ['research'] }), 'purpose-switched-off')
  })

  it('to be stopped by anybody but whose it is', async () => {
    const { person } = asha()
    const ravi = newPerson()
    const grant = await give(person, toPerson(ravi))
    assert.equal(codeOf(await stopGrant(log, { person, by: ravi, grant })), 'grant-unknown')
  })
})

describe('A7 A look', () => {
  it('leaves a receipt that lists exactly what was given', async () => {
    const { person } = asha()
    const ravi = newPerson()
    await give(person, toPerson(ravi), { what: { ...everything, kinds: ['note'] } })
    const shared = done(await see(person, self(ravi)))
    const given = shared.sections.flatMap(({ items }) => items.map(({ id }) => id))
    const [receipt] = await looksAt(person)
    assert.deepEqual(receipt?.items, given)
    assert.equal(given.length, 2)
  })

  it('of the person themselves leaves a receipt too', async () => {
    const { person, sugar } = asha()
    const shared = await see(person, self(person))
    assert.equal(titles(shared).length, 3)
    const [receipt] = await looksAt(person)
    assert.equal(receipt?.purpose, 'own')
    assert.deepEqual(receipt?.grants, [])
    assert.ok(receipt?.items.includes(sugar.id))
  })

  it('says which grant allowed it, and how much less there would be without it', async () => {
    const { person } = asha()
    const ravi = newPerson()
    const whole = await give(person, toPerson(ravi))
    const notes = await give(person, toPerson(ravi), { what: { ...everything, kinds: ['note'] } })
    await see(person, self(ravi))
    const [receipt] = await looksAt(person)
    assert.ok(receipt)
    const seen = done(await seeLook(log, sources, person, receipt.id))
    assert.deepEqual(
      seen.grants.map(({ grant, lost }) => [grant.id, lost]),
      [
        [whole, 1],
        [notes, 0],
      ],
    )
    assert.equal(seen.items.length, 3)
    done(await stopGrant(log, { person, by: person, grant: whole }))
    const after = done(await seeLook(log, sources, person, receipt.id))
    assert.deepEqual(
      after.grants.map(({ lost }) => lost),
      [null, 2],
    )
  })

  it('is on the list of nobody but the person', async () => {
    const { person } = asha()
    await see(person, self(person))
    const [receipt] = await looksAt(person)
    assert.ok(receipt)
    assert.equal(await findLook(log.db, newPerson(), receipt.id), null)
    assert.equal(codeOf(await seeLook(log, sources, newPerson(), receipt.id as Id)), 'look-unknown')
  })

  it('is kept however many look at once, and none waits for another for ever', async () => {
    const { person } = asha()
    const sian = newPerson()
    await give(person, toNurses)
    const visitors = Array.from({ length: 12 }, (_, at) => nurse(at % 2 ? sian : newPerson()))
    const all = await Promise.all(visitors.map((visitor) => see(person, visitor)))
    assert.ok(all.every((one) => one.ok))
    assert.equal((await looksAt(person)).length, 12)
  })

  it('is on the same list after a rebuild', async () => {
    const { person } = asha()
    const ravi = newPerson()
    await give(person, toPerson(ravi))
    await see(person, self(ravi))
    const listed = await listedFor(ravi)
    const before = await looksAt(person)
    await rebuild(log)
    assert.deepEqual(await looksAt(person), before)
    assert.deepEqual(await listedFor(ravi), listed)
  })
})

/** Who shares with somebody: what is said of them, without what they could be asked. */
const listedFor = async (reader: PersonId) => {
  const { shared } = await seeThoseWhoShare(log, self(reader), '/share/with-me')
  return shared.map(({ shows: _, ...said }) => said)
}

const anyLook = { own: true, purpose: null, act: null, who: null }

/** A look by a nurse that the person asks about. */
async function askedAbout(person: PersonId, sian: PersonId) {
  const grant = await give(person, toNurses)
  await see(person, nurse(sian))
  done(await stopGrant(log, { person, by: person, grant }))
  const filter = { ...anyLook, who: sian }
  const { rows } = await seeVisits(log, person, { filter, page: 1, size: 10 })
  const visit = rows[0]?.id as Id
  const [look] = done(await seeVisit(log, person, { visit, page: 1, size: 10 })).rows
  assert.ok(look)
  const asks = { person, shownAs: 'Asha Patel' }
  return { visit, look, place: done(await queryLook(log, asks, { look: look.id, says: '' }, null)) }
}

describe('A7 When the receipt cannot be written', () => {
  it('every reader fails and gives nothing', async () => {
    const { person, sugar } = asha()
    const [ravi, sian] = [newPerson(), newPerson()]
    await give(person, toPerson(ravi))
    await see(person, self(ravi))
    const [receipt] = await looksAt(person)
    assert.ok(receipt)
    const asked = await askedAbout(person, sian)
    // Without the kind of fact that a receipt is, the log refuses to write it.
    const kinds = new Map([...log.kinds].filter(([kind]) => kind !== 'looked-at'))
    const without = { ...log, kinds }
    const to = toPerson(ravi)
    const preview = { person, to, purpose: 'direct-care', adding: null, where: '/share' } as const
    const readers: Readonly<Record<string, () => Promise<unknown>>> = {
      look: () =>
        log.db.transaction((tx) =>
          look(without, tx, asking(person, self(ravi)), async () => [sugar]),
        ),
      seeShared: () => seeShared(without, sources, asking(person, self(ravi)), 1),
      seeOwn: () => seeShared(without, sources, asking(person, self(person)), 1),
      previewFor: () => previewFor(without, sources, preview, 1),
      seeThoseWhoShare: () => seeThoseWhoShare(without, self(ravi), '/share/with-me'),
      seeVisits: () => seeVisits(without, person, { filter: anyLook, page: 1, size: 10 }),
      seeVisit: () => seeVisit(without, person, { visit: asked.visit, page: 1, size: 10 }),
      seeReceipt: () => seeReceipt(without, person, receipt.id),
      seeOwnQueries: () => seeOwnQueries(without, person),
      seeOwnQuery: () => seeOwnQuery(without, asked.place),
      seeQueriesFor: () => seeQueriesFor(without, nurse(ravi), oakLane),
      seeQueryFor: () => seeQueryFor(without, nurse(ravi), oakLane, asked.place),
      seeLook: () => seeLook(without, sources, person, receipt.id),
      seeEmergencies: () =>
        seeEmergencies(without, nurse(ravi), oakLane, { where: '/share/emergencies' }),
    }
    done(await openEmergency(log, { person, asker: nurse(ravi), reason: 'Found unconscious' }))
    const before = await looksAt(person)
    for (const [name, read] of Object.entries(readers)) {
      await assert.rejects(read(), { name: 'ReceiptNotWritten' }, name)
    }
    assert.deepEqual(await looksAt(person), before)
  })
})

describe('A7 An access that is opened in an emergency', () => {
  const open = (person: PersonId, asker: Asker, reason = 'Found unconscious') =>
    openEmergency(log, { person, asker, reason })

  it('needs a reason, and a role at work', async () => {
    const { person } = asha()
    const sian = newPerson()
    assert.equal(codeOf(await open(person, nurse(sian), ' \n ')), 'emergency-reason-missing')
    assert.equal(codeOf(await open(person, self(sian))), 'emergency-needs-role')
    const clerk = { ...nurse(sian), roles: ['practice-manager'] }
    assert.equal(codeOf(await open(person, clerk)), 'emergency-needs-role')
  })

  it('shows what is not kept back, to that one person, and ends by itself', async () => {
    const { person } = asha()
    const sian = newPerson()
    await give(person, toNurses, { effect: 'deny', what: { ...everything, labels: ['mental'] } })
    done(await open(person, nurse(sian)))
    assert.equal(titles(await see(person, nurse(sian))).length, 2)
    assert.equal(codeOf(await see(person, nurse(newPerson()))), 'nothing-shared')
    assert.equal(codeOf(await see(person, self(sian))), 'nothing-shared')
    const [receipt] = await looksAt(person)
    assert.equal(receipt?.via, 'emergency')
    house.clock.moveTo('2026-11-23T12:59:59.999Z')
    assert.equal(titles(await see(person, nurse(sian))).length, 2)
    house.clock.moveTo('2026-11-23T13:00:00.000Z')
    assert.equal(codeOf(await see(person, nurse(sian))), 'nothing-shared')
  })

  it('is told to the person once, is listed for audit, and can be stopped by them', async () => {
    const { person } = asha()
    const [sian, officer] = [newPerson(), newPerson()]
    const grant = done(await open(person, nurse(sian)))
    const [job] = await log.db.text<{ id: Id }>(
      `select id from log.facts where owner = $1 and kind = 'emergency-opened'`,
      [person],
    )
    assert.ok(job)
    await tellOfEmergency(log, { owner: person, fact: job.id })
    await tellOfEmergency(log, { owner: person, fact: job.id })
    assert.equal((await countInbox(log.db, person)).all, 1)
    const auditor = { ...nurse(officer), roles: ['information-officer'] }
    const where = '/share/emergencies'
    const listed = await seeEmergencies(log, auditor, oakLane, { where })
    assert.equal(listed.seen.filter((one) => one.grant === grant).length, 1)
    const audit = (await looksAt(person)).find(({ purpose }) => purpose === 'audit')
    assert.deepEqual(audit?.items, [grant])
    done(await stopGrant(log, { person, by: person, grant }))
    assert.equal(codeOf(await see(person, nurse(sian))), 'nothing-shared')
  })
})
