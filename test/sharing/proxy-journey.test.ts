// Journeys in a browser: a daughter is asked, decided about, acts and is stopped; a birthday; a no.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { asDay, nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import {
  acceptTie,
  type DemonstrationPerson,
  giveRole,
  offerTie,
  registerOrganisation,
  registerPerson,
} from '../../src/identity/index.ts'
import { addOne } from '../../src/record/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { serveTo } from '../demonstration-site.ts'
import { openHouse } from '../rooms.ts'
import { done } from './proxy-town.ts'

const browser = await openBrowser()
after(() => browser.close())
const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')
const start = '2026-11-23T09:00:00Z'
const house = await openHouse(start)
const { log, clock } = house

const made = async (name: string, born: string, digits: string): Promise<DemonstrationPerson> => {
  const about = { name, birthDate: asDay(born), nhsNumber: nhsNumberOf(digits) }
  const person = done(await registerPerson(log, { actor: nobody, ...about }))
  return { person, name, group: 'people', story: `${name} lives in this test.` }
}
const maria = await made('Maria Costa', '1944-03-01', '999000101')
const ana = await made('Ana Costa', '1975-06-20', '999000102')
const tom = await made('Tom Evans', '2010-11-24', '999000103')
const kate = await made('Kate Evans', '1980-01-01', '999000104')
const dilys = await made('Dilys Morgan', '1971-09-09', '999000105')
const demonstrationPeople = [maria, ana, tom, kate, dilys]

async function linked(helper: PersonId, helped: PersonId) {
  const offer = { what: 'family', helper, helped, offeredBy: helper, from, until: null }
  const tie = done(await offerTie(log, { actor: nobody, ...offer }))
  done(await acceptTie(log, { actor: nobody, by: helped, tie }))
}
async function entry(person: PersonId, text: string, labels: string[]) {
  const received = JSON.stringify({
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
    onsetDateTime: '2024-05-01',
  })
  const author = { person: null, organisation: null, shownAs: 'Oak Lane Surgery' }
  const source = { what: 'file' as const, name: 'Oak Lane Surgery', fullUrl: null }
  const one = { received, source, author, identifier: null, labels, batch: null }
  done(await addOne(log, nobody, person, one, null))
}
const surgery = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from }
const organisation = done(await registerOrganisation(log, { actor: nobody, ...surgery }))
const role = { what: 'practice-manager', organisation, from, until: null }
done(await giveRole(log, { actor: nobody, person: dilys.person, ...role }))
await linked(ana.person, maria.person)
await linked(kate.person, tom.person)
await entry(maria.person, 'Arthritis of the hip', [])
await entry(maria.person, 'A time of low mood', ['mental'])
await entry(tom.person, 'Asthma', [])

const address = await serveTo(demonstrationPeople, log)

async function signIn(name: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: scripts })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  return page
}

const pictures = process.env.PICTURES
/** Without a breach of WCAG that axe finds; nobody scrolls sideways; pictures on request. */
async function isFine(page: Page, name: string) {
  assert.deepEqual(await axe(page), [], page.url())
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures !== undefined && width > 320) {
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    }
  }
}

const textOf = async (page: Page) => (await page.locator('body').textContent()) ?? ''
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click()

async function answerTests(page: Page) {
  await page.getByLabel('Is it needed? For what?').fill('She forgets her visits')
  await page.getByLabel('Is this much right for that, and no more?').fill('Only the record')
  await page.getByLabel('Is it safe for both? How do you know?').fill('Asked each alone')
}

const mother = await signIn('Maria Costa')
const daughter = await signIn('Ana Costa')

describe('A8 A mother and her daughter', () => {
  it('A8 begin with an invitation, and the practice decides', async () => {
    await mother.goto('/proxies')
    await isFine(mother, 'own-empty')
    await follow(mother, 'Ask somebody to act for you')
    await press(mother, 'Send')
    assert.match(await textOf(mother), /Select who they are/)
    await isFine(mother, 'invite-wrong')
    await mother.getByLabel('Who should act for you?').selectOption({ label: 'Ana Costa' })
    await mother.getByLabel('Their family').check()
    await mother.getByLabel('The record, and what is marked').check()
    await mother.getByLabel('What do they need it for?').fill('To come to visits with me')
    await mother.getByLabel('Who decides?').selectOption({ label: 'Oak Lane Surgery' })
    await press(mother, 'Send')
    assert.match(await textOf(mother), /It waits for their yes/)

    await daughter.goto('/proxies')
    await isFine(daughter, 'asked-of-me')
    await press(daughter, 'Say yes to Maria Costa')
    assert.match(await textOf(daughter), /If it is granted, you find it here/)

    const manager = await signIn('Dilys Morgan')
    await manager.locator('summary', { hasText: 'My work' }).click()
    await follow(manager, 'Acting for others')
    await isFine(manager, 'work')
    await follow(manager, 'Look at it')
    await isFine(manager, 'one')
    await follow(manager, 'Decide about it')
    await isFine(manager, 'decide')
    await manager.getByLabel('The person says yes').check()
    await manager.getByLabel('The person said yes here').check()
    await answerTests(manager)
    await press(manager, 'Look at what is sensitive')
    assert.match(await textOf(manager), /A time of low mood/)
    await isFine(manager, 'review')
    await press(manager, 'Let them act')
    assert.match(await textOf(manager), /In force/)
    await isFine(manager, 'work-after')
  })

  it('A8 go on: the daughter reads without what is sensitive, and adds in both names', async () => {
    await daughter.goto('/proxies')
    await press(daughter, 'Act for Maria Costa')
    assert.match(await textOf(daughter), /You act for Maria Costa\./)
    await isFine(daughter, 'acting')
    await follow(daughter, 'See the record')
    const seen = await textOf(daughter)
    assert.match(seen, /You act for Maria Costa\./)
    assert.match(seen, /Arthritis of the hip/)
    assert.doesNotMatch(seen, /low mood/)
    await isFine(daughter, 'acting-record')
    await daughter.goto(`/people/${maria.person}/record/add`)
    await daughter.getByLabel('A note').check()
    await daughter.getByLabel('In your own words').fill('She walked to the shop today.')
    await isFine(daughter, 'acting-add')
    await press(daughter, 'Add it to my record')
    for (const path of ['/record', '/share', '/messages', '/looks', '/proxies']) {
      assert.equal((await daughter.request.get(address + path)).status(), 409, path)
    }
    await daughter.goto('/record')
    await isFine(daughter, 'acting-own-page')
  })

  it('A8 end when the mother, who sees who looked, stops it', async () => {
    await mother.goto('/record/timeline')
    assert.match(await textOf(mother), /Ana Costa, for Maria Costa/)
    await mother.goto('/looks')
    assert.match(await textOf(mother), /Ana Costa, who acts for you/)
    await mother.goto('/proxies')
    await isFine(mother, 'own')
    await follow(mother, 'See what they see')
    assert.doesNotMatch(await textOf(mother), /low mood/)
    await mother.goto('/proxies')
    await press(mother, 'Stop Ana Costa at once')
    const gone = await daughter.request.get(`${address}/people/${maria.person}/record`)
    const never = await daughter.request.get(`${address}/people/${house.newId()}/record`)
    assert.deepEqual([gone.status(), never.status()], [404, 404])
    await daughter.goto('/')
    assert.match(await textOf(daughter), /You cannot act for them now/)
    assert.doesNotMatch(await textOf(daughter), /stopped it|said stop/)
    await press(daughter, 'Stop acting for Maria Costa')
    await isFine(daughter, 'after-stop')
  })
})

describe('A8 A young person', () => {
  it('A8 turns 16, and the access of the parent is gone at midnight; without scripts', async () => {
    const parent = await signIn('Kate Evans', false)
    await parent.goto('/proxies/ask')
    await parent
      .getByLabel('If it is somebody else: their NHS number')
      .fill(nhsNumberOf('999000103') ?? '')
    await parent.getByLabel('Day', { exact: true }).first().fill('24')
    await parent.getByLabel('Month', { exact: true }).first().fill('11')
    await parent.getByLabel('Year', { exact: true }).first().fill('2010')
    await parent.getByLabel('Their parent').check()
    await parent.getByLabel('The record without').check()
    await parent.getByLabel('What help do they need?').fill('His inhalers')
    await parent.getByLabel('Who decides?').selectOption({ label: 'Oak Lane Surgery' })
    await press(parent, 'Send')
    assert.match(await textOf(parent), /We have what you asked/)

    const manager = await signIn('Dilys Morgan', false)
    await manager.goto('/proxies/work')
    await manager.getByRole('row', { name: 'Kate Evans' }).getByRole('link').click()
    await follow(manager, 'Decide about it')
    await manager.getByLabel('The child cannot decide this; parental').check()
    await manager.getByLabel('Birth or adoption certificate').check()
    await answerTests(manager)
    await press(manager, 'Look at what is sensitive')
    await press(manager, 'Let them act')

    await parent.goto('/proxies')
    await press(parent, 'Act for Tom Evans')
    await parent.goto(`/people/${tom.person}/record`)
    assert.match(await textOf(parent), /Asthma/)
    clock.moveTo('2026-11-23T23:59:59Z')
    const again = await signIn('Kate Evans', false)
    await again.goto('/proxies')
    await press(again, 'Act for Tom Evans')
    await again.goto(`/people/${tom.person}/record`)
    assert.match(await textOf(again), /Asthma/)
    clock.moveTo('2026-11-24T00:00:00Z')
    await again.goto(`/people/${tom.person}/record`)
    assert.doesNotMatch(await textOf(again), /Asthma/)
    await again.goto('/acting')
    assert.match(await textOf(again), /You cannot act for them now/)
    clock.moveTo(start)
  })

  it('A8 is refused to somebody, who is told only what the practice chose', async () => {
    const asker = await signIn('Kate Evans')
    const send = async (year: string) => {
      await asker.goto('/proxies/ask')
      const number = 'If it is somebody else: their NHS number'
      await asker.getByLabel(number).fill(nhsNumberOf('999000101') ?? '')
      await asker.getByLabel('Day', { exact: true }).first().fill('1')
      await asker.getByLabel('Month', { exact: true }).first().fill('3')
      await asker.getByLabel('Year', { exact: true }).first().fill(year)
      await asker.getByLabel('Their friend').check()
      await asker.getByLabel('Visits and plans only').check()
      await asker.getByLabel('What help do they need?').fill('I want to know')
      await press(asker, 'Send')
      return asker.locator('main').innerHTML()
    }
    assert.equal(await send('1945'), await send('1944'), 'found or not reads the same')
    const manager = await signIn('Dilys Morgan')
    await manager.goto('/proxies/work')
    const rows = manager.getByRole('row', { name: 'Maria Costa' })
    await rows.filter({ hasText: 'Waits' }).getByRole('link').click()
    await press(manager, 'Refuse it')
    assert.match(await textOf(manager), /Select why/)
    await isFine(manager, 'refuse-wrong')
    await manager.getByLabel('It is not needed').check()
    await manager.getByLabel('In your own words').fill('Maria does not know her')
    await press(manager, 'Refuse it')
    await asker.goto('/proxies')
    assert.match(await textOf(asker), /If it is granted, you find it here/)
    assert.doesNotMatch(await textOf(asker), /does not know|may not|refused/i)
  })
})
