// Journeys in a browser: sharing, seeing what is shared, who looked, and an emergency.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { Registry } from 'prom-client'
import {
  asDay,
  nhsNumberOf,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import {
  acceptTie,
  type DemonstrationPerson,
  findVisitor,
  giveRole,
  identityRoutes,
  offerTie,
  registerOrganisation,
  registerPerson,
} from '../../src/identity/index.ts'
import { messageRoutes } from '../../src/messages/index.ts'
import { navigation } from '../../src/routes.ts'
import { sharingRoutes, tellOfEmergency } from '../../src/sharing/index.ts'
import { createServer, webRoutes } from '../../src/web/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { openHouse } from '../rooms.ts'
import { openShelf, thing } from './shelf.ts'

const browser = await openBrowser()
after(() => browser.close())

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

async function open() {
  const house = await openHouse()
  const { log } = house
  const shelf = openShelf()
  const people = new Map<string, PersonId>()
  const made = async (name: string, number: string): Promise<DemonstrationPerson> => {
    const about = { name, birthDate: asDay('1984-03-15'), nhsNumber: nhsNumberOf(number) }
    const person = done(await registerPerson(log, { actor: nobody, ...about }))
    people.set(name, person)
    return { person, name, group: 'people', story: `${name} lives in this test.` }
  }
  const demonstrationPeople = [
    await made('Asha Patel', '999000001'),
    await made('Ravi Patel', '999000002'),
    await made('Sian Rees', '999000004'),
    await made('Ewa Kowal', '999000006'),
  ]
  const [asha, ravi, sian, ewa] = demonstrationPeople.map(({ person }) => person)
  assert.ok(asha && ravi && sian && ewa)
  const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from, until: null }
  const tie = done(await offerTie(log, { actor: nobody, ...offer }))
  done(await acceptTie(log, { actor: nobody, by: asha, tie }))
  const surgery = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from }
  const organisation = done(await registerOrganisation(log, { actor: nobody, ...surgery }))
  await workAs(sian, 'nurse', organisation)
  await workAs(ewa, 'information-officer', organisation)
  shelf.put(asha, thing(house.newId(), 'Blood sugar 48', { says: 'A little high.' }))
  shelf.put(asha, thing(house.newId(), 'I sleep badly', { kind: 'note', from: 'Asha Patel' }))
  const low = house.newId()
  shelf.put(asha, thing(low, 'Low mood', { kind: 'note', labels: ['mental'] }))
  async function workAs(person: PersonId, what: string, at: OrganisationId) {
    const role = { what, organisation: at, from, until: null }
    done(await giveRole(log, { actor: nobody, person, ...role }))
  }
  const app = await createServer({
    routes: [
      ...webRoutes,
      ...identityRoutes({ log, demonstrationPeople, provider: null }),
      ...messageRoutes({ log }),
      ...sharingRoutes({ log, sources: [shelf] }),
    ],
    findVisitor: findVisitor(log),
    clock: log.clock,
    chance: log.chance,
    log: (event, detail) =>
      assert.ok(event !== 'page-failed' || mayFail.now, JSON.stringify(detail)),
    secure: false,
    demonstration: true,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: { signInByAddress: { burst: 1_000, perSecond: 1_000 } },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  after(() => app.close())
  const { port } = app.server.address() as AddressInfo
  return { log, asha, low, address: `http://127.0.0.1:${port}` }
}

const mayFail = { now: false }
const { log, asha, low, address } = await open()

async function signIn(name: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: scripts })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  return page
}

/** The page is without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page) {
  assert.deepEqual(await axe(page), [], page.url())
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
  }
}

const textOf = async (page: Page, selector = 'main') =>
  (await page.locator(selector).first().textContent()) ?? ''
const markupOf = (page: Page, selector: string) => page.locator(selector).first().innerHTML()

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function choose(page: Page, to: string) {
  await page.getByLabel('Who may see it?').selectOption({ label: to })
  await page.getByLabel('Everything', { exact: true }).check()
  await page.getByLabel('Care', { exact: true }).check()
  await page.getByLabel('For a week').check()
}

describe('A person with something to keep', () => {
  it('A4 sees what her father will see, shares it, and he sees the very same', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/share')
    assert.match(await textOf(page), /You share nothing with anybody/)
    await isFine(page)
    await page
      .getByRole('button', { name: 'Share something' })
      .or(page.getByRole('link', { name: 'Share something' }))
      .click()
    await isFine(page)
    await press(page, 'See what they will see')
    assert.match(await textOf(page, '[role=alert]'), /Select who may see it/)
    await isFine(page)
    await choose(page, 'Ravi Patel (Your carer)')
    await press(page, 'See what they will see')
    assert.match(await textOf(page), /They will see 2 entries[\s\S]*1 entry is kept from them/)
    const preview = await markupOf(page, '.cp-shared')
    assert.match(preview, /Blood sugar 48/)
    assert.doesNotMatch(preview, /Low mood/)
    await isFine(page)
    await press(page, 'Change it')
    assert.ok(await page.getByLabel('For a week').isChecked())
    await press(page, 'See what they will see')
    await press(page, 'Share this')
    assert.match(await textOf(page), /Ravi Patel[\s\S]*Everything you keep here/)
    await isFine(page)
    await page.getByRole('link', { name: 'See what they see' }).click()
    const shown = await markupOf(page, 'main')
    await isFine(page)

    const his = await signIn('Ravi Patel')
    await his.goto('/share/with-me')
    await isFine(his)
    await his.getByRole('link', { name: 'Asha Patel' }).click()
    assert.equal(await markupOf(his, '.cp-shared'), preview)
    assert.equal(await markupOf(his, 'main'), shown)
    assert.match(await textOf(his), /This may not be everything/)
    await isFine(his)
    await Promise.all([page.context().close(), his.context().close()])
  })

  it('A12 leaves out what is marked as private, until she includes it', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/share/new')
    assert.ok(!(await page.getByLabel('Include: Mental health').isChecked()))
    await choose(page, 'Ravi Patel (Your carer)')
    await press(page, 'See what they will see')
    assert.doesNotMatch(await textOf(page), /Low mood/)
    await press(page, 'Change it')
    await page.getByLabel('Include: Mental health').check()
    await press(page, 'See what they will see')
    assert.match(await textOf(page), /Low mood/)
    await page.context().close()
  })

  it('A4 keeps one entry from everybody in an emergency, and stops doing so', async () => {
    const page = await signIn('Asha Patel')
    await page.goto(`/share/keep?item=${low}`)
    assert.match(await textOf(page), /You keep back only this one entry: Low mood/)
    await isFine(page)
    await press(page, 'Keep it back')
    assert.match(await textOf(page, '[role=alert]'), /Select whom you keep it from/)
    assert.match(await textOf(page), /You keep back only this one entry: Low mood/)
    await page.getByLabel('Whom do you keep it from?').selectOption({ value: 'emergency' })
    await page.getByLabel('Until I stop it').check()
    await press(page, 'Keep it back')
    assert.match(await textOf(page), /Kept from those who open it in an emergency/)
    await isFine(page)
    await press(page, 'Stop keeping it back')
    await page.goto(`/share/new?item=${low}`)
    assert.match(await textOf(page), /They will see only this one entry: Low mood/)
    await isFine(page)
    await page.context().close()
  })

  it('A7 reads who looked and why, and stops it; he then sees nothing', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/looks')
    await isFine(page)
    const his = page.getByRole('row').filter({ hasText: 'Ravi Patel' })
    await his.getByRole('link').first().click()
    assert.match(await textOf(page), /Ravi Patel/)
    await isFine(page)
    await page
      .getByRole('link', { name: /Why could they/ })
      .first()
      .click()
    assert.match(await textOf(page), /They would see 2 entries fewer than now/)
    await isFine(page)
    await press(page, 'Stop sharing with Ravi Patel')
    assert.match(await textOf(page), /You stopped it/)
    await isFine(page)
    await page.goto('/looks?own=yes')
    assert.match(await textOf(page), /You/)
    await isFine(page)

    const ravis = await signIn('Ravi Patel')
    const reply = await ravis.goto(`/share/with-me/${asha}/direct-care`)
    assert.equal(reply?.status(), 404)
    const stranger = await ravis.goto(
      '/share/with-me/01920000-0000-7000-8000-000000000999/direct-care',
    )
    assert.equal(stranger?.status(), 404)
    await ravis.goto('/share/with-me')
    assert.match(await textOf(ravis), /Nobody shares anything with you/)
    await Promise.all([page.context().close(), ravis.context().close()])
  })

  it('A9 turns care off without JavaScript, and the nurses see nothing more', async () => {
    const page = await signIn('Asha Patel', false)
    await page.goto('/share/new')
    await choose(page, 'Oak Lane Surgery')
    await page.getByLabel('If it is an organisation').selectOption({ label: 'Nurse' })
    await press(page, 'See what they will see')
    await press(page, 'Share this')
    assert.match(await textOf(page), /Nurse at Oak Lane Surgery/)
    const sian = await signIn('Sian Rees', false)
    await sian.goto('/share/with-me')
    await sian.getByRole('link', { name: 'Asha Patel' }).click()
    assert.match(await textOf(sian), /Blood sugar 48/)
    await page.getByLabel('Care', { exact: true }).uncheck()
    await press(page, 'Save')
    assert.equal((await sian.reload())?.status(), 404)
    await page.getByLabel('Care', { exact: true }).check()
    await press(page, 'Save')
    assert.equal((await sian.reload())?.status(), 200)
    await Promise.all([page.context().close(), sian.context().close()])
  })
})

describe('A12 Somebody who must leave at once', () => {
  const elsewhere = 'https://www.bbc.co.uk/weather'

  it('leaves by a link or by the Escape key, is signed out, and cannot go back', async () => {
    for (const way of ['link', 'keys']) {
      const page = await signIn('Asha Patel')
      await page.route(`${elsewhere}**`, (route) => route.fulfill({ body: 'Sunny' }))
      await page.goto('/share')
      if (way === 'link') await page.getByRole('link', { name: 'Leave this site' }).click()
      else for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape')
      await page.waitForURL(elsewhere)
      // The word that signs out goes on its own way, while the browser is somewhere else already.
      for (let times = 0; times < 50 && !page.url().includes('sign-in'); times += 1) {
        await page.goto('/share')
      }
      assert.match(page.url(), /sign-in/, way)
      await page.context().close()
    }
  })

  it('has the link without JavaScript', async () => {
    const page = await signIn('Asha Patel', false)
    await page.route(`${elsewhere}**`, (route) => route.fulfill({ body: 'Sunny' }))
    await page.getByRole('link', { name: 'Leave this site' }).click()
    assert.equal(page.url(), elsewhere)
    await page.goto('/leave-no-trace')
    await page.goto('/share/private')
    await page.context().close()
    const scripted = await signIn('Asha Patel')
    for (const path of ['/leave-no-trace', '/share/private']) {
      await scripted.goto(path)
      await isFine(scripted)
    }
    await scripted.context().close()
  })
})

describe('A nurse in an emergency', () => {
  it('opens a record with a reason; the person is told, and it is listed for audit', async () => {
    const page = await signIn('Sian Rees')
    await page.goto('/share/with-me')
    await page.getByRole('link', { name: 'Open a record in an emergency' }).click()
    await isFine(page)
    await page.getByLabel('NHS number').fill('999 000 0018')
    await page.getByLabel('Day', { exact: true }).fill('15')
    await page.getByLabel('Month', { exact: true }).fill('3')
    await page.getByLabel('Year', { exact: true }).fill('1985')
    await page.getByLabel('What is happening').fill('Found unconscious at the bus stop')
    await press(page, 'Open it')
    assert.match(await textOf(page, '[role=alert]'), /Nothing can be opened for that number/)
    await page.getByLabel('NHS number').fill(nhsNumberOf('999000001') ?? '')
    await page.getByLabel('Year', { exact: true }).fill('1984')
    await press(page, 'Open it')
    assert.match(await textOf(page), /Low mood/)

    const [opened] = await log.db.text<{ id: never }>(
      `select id from log.facts where kind = 'emergency-opened'`,
    )
    assert.ok(opened)
    await tellOfEmergency(log, { owner: asha, fact: opened.id })
    const hers = await signIn('Asha Patel')
    await hers.goto('/messages')
    assert.match(await textOf(hers), /opened in an emergency/)
    await hers.goto('/share')
    assert.match(await textOf(hers), /Found unconscious at the bus stop/)
    await isFine(hers)

    const officer = await signIn('Ewa Kowal')
    await officer.goto('/share/emergencies')
    assert.match(await textOf(officer), /Sian Rees[\s\S]*Found unconscious at the bus stop/)
    await isFine(officer)
    assert.equal((await page.goto('/share/emergencies'))?.status(), 403)
    for (const one of [page, hers, officer]) await one.context().close()
  })
})

describe('A7 While receipts cannot be written', () => {
  it('no page gives anything that a person keeps', async () => {
    const hers = await signIn('Asha Patel')
    const sian = await signIn('Sian Rees')
    const shared = `/share/with-me/${asha}/direct-care`
    const given = await hers.goto('/share').then(() => hers.getByText('See what they see').first())
    const seen = (await given.getAttribute('href')) ?? ''
    const faces = [
      { page: sian, path: '/share/with-me', shows: 'Asha Patel' },
      { page: sian, path: shared, shows: 'Blood sugar 48' },
      { page: hers, path: seen, shows: 'Blood sugar 48' },
      { page: hers, path: '/looks', shows: 'Sian Rees' },
    ]
    for (const { page, path, shows } of faces) {
      await page.goto(path)
      assert.ok((await textOf(page)).includes(shows), path)
    }
    mayFail.now = true
    await log.db.ownerPool.query('revoke insert on sharing.looks from coproduce_app')
    for (const { page, path, shows } of faces) {
      assert.equal((await page.goto(path))?.status(), 503, path)
      assert.ok(!(await textOf(page)).includes(shows), path)
    }
    await log.db.ownerPool.query('grant insert on sharing.looks to coproduce_app')
    mayFail.now = false
    await isFine(hers)
    await Promise.all([hers.context().close(), sian.context().close()])
  })
})
