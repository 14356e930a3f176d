// Promises about acting for another: how it ends, what is told of it, and what staff see.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay } from '../../src/basics/index.ts'
import { recordDeath } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import {
  giveUpProxy,
  grantProxy,
  refuseProxy,
  suspendProxy,
  watchProxies,
} from '../../src/sharing/actions/act-for-others.ts'
import { loadProxies } from '../../src/sharing/actions/proxy-grants.ts'
import { seeProxyWork } from '../../src/sharing/actions/see-proxies.ts'
import { listLooks } from '../../src/sharing/store/looks.ts'
import { codeOf, done, openProxyTown } from './proxy-town.ts'

const town = await openProxyTown()
const { log, clock, decider, manager, oakLane, elmStreet } = town
const start = '2026-11-23T09:00:00Z'

const { see, titles, standing, mariaAndAna } = town

describe('A8 A young person', () => {
  const parental = { basis: 'parental-responsibility', evidence: 'birth-certificate' }
  async function tomAndKate(born: string) {
    clock.moveTo(start)
    const tom = await town.someone('Tom Evans', born)
    const kate = await town.someone('Kate Evans', '1980-01-01')
    town.put(tom, 'Asthma')
    const access = await town.ask(tom, kate, { standing: 'parent' })
    await town.grant(tom, access, parental)
    return { tom, kate, access }
  }

  it('A8 turns 16: both were told ahead, and all is closed though no job ran', async () => {
    const { tom, kate, access } = await tomAndKate('2010-12-10')
    await watchProxies(log)
    await watchProxies(log)
    await town.tellAll(tom)
    assert.deepEqual(await town.toldTo(kate), [
      'Acting for Tom Evans will soon end',
      'You can now act for Tom Evans',
    ])
    assert.ok((await town.toldTo(tom)).includes('From now on you decide more yourself'))
    clock.moveTo('2026-12-09T23:59:59Z')
    assert.deepEqual(titles(await see(kate, tom)), ['Asthma'])
    clock.moveTo('2026-12-10T00:00:00Z')
    assert.equal(codeOf(await see(kate, tom)), 'nothing-shared')
    assert.equal((await standing(tom))?.is, 'suspended')
    await watchProxies(log)
    const [kept] = await loadProxies(log, log.db, tom)
    assert.equal(kept?.suspended?.why, 'sixteen')
    const again = await grantProxy(log, { person: tom, access }, decider, town.granting(parental))
    assert.equal(codeOf(again), 'proxy-basis-not-for-age')
    clock.moveTo(start)
  })

  it('A8 whose parental responsibility changes is closed to the parent at once', async () => {
    for (const why of ['child-into-care', 'adopted', 'responsibility-changed']) {
      const { tom, kate, access } = await tomAndKate('2014-12-10')
      const at = { person: tom, access }
      const said = { why, says: 'Told by the council' }
      assert.equal(
        codeOf(await suspendProxy(log, at, decider, { why: 'mood', says: 'x' })),
        'proxy-reason-missing',
      )
      done(await suspendProxy(log, at, decider, said))
      assert.equal(codeOf(await see(kate, tom)), 'nothing-shared')
    }
  })

  it('A8 whose date of birth nobody knows is not decided about', async () => {
    const nia = await town.someone('Nia Evans', null)
    const kate = await town.someone('Kate Evans', '1980-01-01')
    const access = await town.ask(nia, kate)
    const at = { person: nia, access }
    const refused = await grantProxy(log, at, decider, town.granting(parental))
    assert.equal(codeOf(refused), 'proxy-birth-date-missing')
  })
})

describe('A8 An access that came to its end', () => {
  it('A8 by its date is told of ahead, once, and opened again by the same tests', async () => {
    clock.moveTo(start)
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access, { until: asDay('2026-12-01') })
    await watchProxies(log)
    await watchProxies(log)
    await town.tellAll(maria)
    assert.deepEqual(await town.toldTo(ana), [
      'Acting for Maria Costa will soon end',
      'You can now act for Maria Costa',
    ])
    clock.moveTo('2026-12-02T00:00:00Z')
    assert.equal(codeOf(await see(ana, maria)), 'nothing-shared')
    const at = { person: maria, access }
    const untested = town.granting({ tests: { necessary: '', relevant: '', safe: '' } })
    assert.equal(codeOf(await grantProxy(log, at, decider, untested)), 'proxy-test-missing')
    await town.grant(maria, access, { until: asDay('2026-12-20') })
    assert.equal(titles(await see(ana, maria)).length, 2)
    await watchProxies(log)
    await town.tellAll(maria)
    assert.equal((await town.toldTo(ana)).length, 4)
    clock.moveTo(start)
  })

  it('A8 since nobody used it for 5 years is removed, and a look in between keeps it', async () => {
    clock.moveTo(start)
    const [one, other] = [await mariaAndAna(), await mariaAndAna()]
    for (const { maria, ana } of [one, other]) await town.grant(maria, await town.ask(maria, ana))
    clock.moveTo('2027-11-23T09:00:00Z')
    done(await see(other.ana, other.maria))
    clock.moveTo('2031-11-23T09:00:00Z')
    assert.equal(codeOf(await see(one.ana, one.maria)), 'nothing-shared')
    assert.equal(titles(await see(other.ana, other.maria)).length, 2)
    await watchProxies(log)
    const [kept] = await loadProxies(log, log.db, one.maria)
    assert.equal(kept?.removed?.why, 'unused')
    clock.moveTo(start)
  })

  it('A8 when a proxy dies is closed from that day', async () => {
    clock.moveTo(start)
    const { maria, ana } = await mariaAndAna()
    await town.grant(maria, await town.ask(maria, ana))
    const actor = { by: null, onBehalfOf: null }
    done(await recordDeath(log, { actor, person: ana, diedOn: asDay('2026-11-23') }))
    assert.equal(codeOf(await see(ana, maria)), 'nothing-shared')
    await watchProxies(log)
    const [kept] = await loadProxies(log, log.db, maria)
    assert.equal(kept?.suspended?.why, 'proxy-died')
  })

  it('A8 since the proxy gives it up is gone', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    await town.grant(maria, access)
    const at = { person: maria, access }
    assert.equal(codeOf(await giveUpProxy(log, at, maria)), 'proxy-unknown')
    done(await giveUpProxy(log, at, ana))
    assert.equal(codeOf(await see(ana, maria)), 'nothing-shared')
  })
})

describe('A8 The practice', () => {
  it('A8 sees what it is asked and decided, counted, and leaves receipts', async () => {
    const { maria, ana } = await mariaAndAna()
    const access = await town.ask(maria, ana)
    const said = { reason: 'not-safe', says: 'A worry was raised', tells: [] }
    const other = await town.mariaAndAna()
    const refused = { person: other.maria, access: await town.ask(other.maria, other.ana) }
    done(await refuseProxy(log, refused, decider, said))
    const { seen, counts } = await seeProxyWork(log, manager, oakLane, { where: '/proxies/work' })
    assert.ok(seen.some((one) => one.access.id === access && one.standing.is === 'asked'))
    assert.ok(counts.some(({ state, count }) => state === 'asked' && count > 0))
    assert.ok(counts.some(({ reason }) => reason === 'not-safe'))
    const [look] = await listLooks(log.db, maria, { own: true, limit: 1, offset: 0 })
    assert.equal(look?.purpose, 'proxy-review')
    const elsewhere = await seeProxyWork(log, manager, elmStreet, { where: '/proxies/work' })
    assert.deepEqual(elsewhere, { seen: [], counts: [], more: false })
  })

  it('A8 sees all that it is asked, fifty on a page', async () => {
    for (let at = 0; at < 51; at += 1) {
      const { maria, ana } = await mariaAndAna()
      await town.ask(maria, ana)
    }
    const asked = async (page: number) => {
      const work = await seeProxyWork(log, manager, oakLane, { where: '/proxies/work', page })
      const waiting = work.seen.filter(({ standing }) => standing.is === 'asked')
      return { ids: waiting.map(({ access }) => access.id), more: work.more }
    }
    const [first, second] = [await asked(1), await asked(2)]
    assert.deepEqual([first.ids.length, first.more, second.more], [50, true, false])
    const counts = (await seeProxyWork(log, manager, oakLane, { where: '/proxies/work' })).counts
    const all = counts.filter(({ state }) => state === 'asked').map(({ count }) => count)
    const sum = all.reduce((one, other) => one + other, 0)
    assert.equal(new Set([...first.ids, ...second.ids]).size, sum)
  })

  it('A8 has the same rows after a rebuild', async () => {
    const rows = () => log.db.text('select * from sharing.proxies order by owner, access')
    const before = await rows()
    await rebuild(log)
    assert.deepEqual(await rows(), before)
    assert.ok(before.length > 10)
  })
})
