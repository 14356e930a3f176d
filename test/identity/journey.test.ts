// Journeys through a real browser: signing in, one's own pages, the first administrator's day.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { Registry } from 'prom-client'
import {
  beginSession,
  type DemonstrationPerson,
  findVisitor,
  firstAdministratorCode,
  identityRoutes,
  offerTie,
} from '../../src/identity/index.ts'
import { createServer, webRoutes } from '../../src/web/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import {
  demonstrationIn,
  done,
  monday,
  nobody,
  openTown,
  person,
  type Town,
  townMigrations,
} from './town.ts'

const browser = await openBrowser()
after(() => browser.close())

async function open(demonstration: boolean) {
  const { db } = await freshDatabase(townMigrations)
  const town = openTown(db, await freshFolder())
  const { log } = town
  const people = demonstration ? await demonstrationIn(town) : null
  const app = await createServer({
    routes: [...webRoutes, ...identityRoutes({ log, demonstrationPeople: people, provider: null })],
    findVisitor: findVisitor(log),
    clock: log.clock,
    chance: log.chance,
    log: (event, detail) => assert.notEqual(event, 'page-failed', JSON.stringify(detail)),
    secure: false,
    demonstration,
    navigation: () => [{ href: '/', text: 'Home' }],
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: { signInByAddress: { burst: 1_000, perSecond: 1_000 } },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  after(() => app.close())
  const { port } = app.server.address() as AddressInfo
  return { town, people: people ?? [], address: `http://127.0.0.1:${port}` }
}

const visit = async (address: string, scripts = true): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: scripts })
  return context.newPage()
}

const widths = [320, 768, 1280]

/** The page is without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page) {
  assert.deepEqual(await axe(page), [], page.url())
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
  }
}

const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? ''

const heading = (page: Page) => textOf(page, 'h1')

async function signInAs(page: Page, name: string, next = '/') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
}

describe('A visitor of the demonstration', async () => {
  const { town, people, address } = await open(true)

  it('reads what Coproduce is, signs in as Asha and is greeted', async () => {
    const page = await visit(address)
    await page.goto('/')
    assert.equal(await heading(page), 'Sharing power in health and care')
    await isFine(page)
    await page
      .getByRole('button', { name: 'Sign in' })
      .or(page.locator('main a[href="/sign-in"]'))
      .click()
    await isFine(page)
    await page.getByRole('button', { name: 'Sign in as Asha Patel' }).click()
    assert.equal(await heading(page), 'Good morning, Asha')
    await isFine(page)
    await page.context().close()
  })

  it('reads the start and sign-in pages in Welsh', async () => {
    const page = await visit(address)
    await page.goto('/')
    await page.getByRole('button', { name: 'Cymraeg' }).click()
    assert.equal(await heading(page), 'Rhannu grym ym maes iechyd a gofal')
    await page.goto('/sign-in')
    assert.equal(await heading(page), 'Mewngofnodi')
    assert.equal(await page.getByText('Dim ond yn Saesneg').count(), 0)
    await page.context().close()
  })

  it('accepts a tie as Asha, without JavaScript, and ends it', async () => {
    await offerKeyWorker(town, people)
    const page = await visit(address, false)
    await signInAs(page, 'Asha Patel', '/me')
    await page.getByRole('button', { name: 'Accept Sian Rees' }).click()
    assert.match(await textOf(page, 'main'), /Since 23 November 2026/)
    await page.getByRole('link', { name: 'End the link with Sian Rees' }).click()
    assert.equal(await heading(page), 'End the link with Sian Rees?')
    await page.getByRole('link', { name: 'Do not end it' }).click()
    assert.match(await textOf(page, 'main'), /Since 23 November 2026/)
    await page.getByRole('link', { name: 'End the link with Sian Rees' }).click()
    await page.getByRole('button', { name: 'End the link with Sian Rees' }).click()
    assert.equal(await heading(page), 'About me')
    assert.match(await textOf(page, 'main'), /Ended/)
    assert.equal(await page.getByRole('link', { name: 'End the link with Sian Rees' }).count(), 0)
    await page.context().close()
  })

  it('sees where Asha is signed in, and signs out of the other device', async () => {
    const [one, two] = [await visit(address), await visit(address)]
    await signInAs(one, 'Gwen Lloyd')
    await signInAs(two, 'Gwen Lloyd', '/me/devices')
    await isFine(two)
    await two.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await one.goto('/me')
    assert.match(one.url(), /\/sign-in\?next=%2Fme$/)
    await two.goto('/me')
    assert.equal(await heading(two), 'About me')
    await isFine(two)
    await Promise.all([one.context().close(), two.context().close()])
  })

  it('acts as a nurse, then for herself, and cannot open the administrators’ pages', async () => {
    const page = await visit(address)
    await signInAs(page, 'Sian Rees', '/me')
    assert.match(await textOf(page, 'header'), /Nurse, Oak Lane Surgery/)
    await page.getByRole('button', { name: 'Act for myself' }).click()
    assert.doesNotMatch(await textOf(page, 'header'), /Nurse/)
    const reply = await page.goto('/organisations')
    assert.equal(reply?.status(), 403)
    await page.context().close()
  })
})

async function offerKeyWorker({ log }: Town, people: readonly DemonstrationPerson[]) {
  const named = (name: string) => people.find((one) => one.name === name)?.person
  const [helper, helped] = [named('Sian Rees'), named('Asha Patel')]
  assert.ok(helper && helped)
  const tie = { what: 'key-worker', helper, helped, offeredBy: helper, from: monday, until: null }
  done(await offerTie(log, { actor: nobody, ...tie }))
}

describe('The first administrator', async () => {
  const { town, address } = await open(false)

  it('uses the printed code, keeps recovery codes, and comes back with one', async () => {
    const code = (await firstAdministratorCode(town.log)) ?? ''
    const page = await visit(address)
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Make the first administrator' }).click()
    await page.getByRole('button', { name: 'Make me the administrator' }).click()
    assert.match(await textOf(page, '[role=alert]'), /Enter the code that was printed/)
    await isFine(page)
    await page.getByLabel('Code').fill(code)
    await page.getByLabel('Your name').fill('Ola Nowak')
    await page.getByRole('button', { name: 'Make me the administrator' }).click()
    await page.getByRole('button', { name: 'Make new codes' }).click()
    await isFine(page)
    const recovery = await textOf(page, 'main li')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto('/sign-in/recovery')
    await page.getByLabel('Recovery code').fill(recovery)
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
    assert.equal(await heading(page), 'Where you are signed in')
    await page.context().close()
  })

  it('adds organisations, gives a role, merges and sees where the duties are', async () => {
    await person(town, { name: 'Sian Rees', born: '1979-05-05' })
    const page = await visit(address)
    const cookie = await administratorCookie(town)
    await page.context().addCookies([{ name: 'session', value: cookie, url: address }])
    await add(page, 'Oak Lane Surgery', 'GP practice', 'z99001')
    await add(page, 'Mill Park Surgery', 'GP practice', '')
    await page
      .getByRole('button', { name: 'Give a role' })
      .or(page.getByRole('link', { name: 'Give a role' }))
      .click()
    // Nobody leafs through people: a name alone finds nobody, and stands in no address.
    await page.getByLabel('Whole name').fill('Sian Rees')
    await page.getByRole('button', { name: 'Find' }).click()
    assert.match(await textOf(page, '[role=alert]'), /the name and the date of birth/)
    assert.ok(!page.url().includes('Rees'))
    await isFine(page)
    await fillDay(page, '5', '5', '1979')
    await page.getByRole('button', { name: 'Find' }).click()
    assert.match(await textOf(page, 'main'), /To: Sian Rees/)
    await page.getByLabel('Role').selectOption({ label: 'Nurse' })
    await fillDay(page, '1', '1', '2026')
    await isFine(page)
    await page.getByRole('button', { name: 'Give a role' }).click()
    assert.match(await textOf(page, 'table'), /Sian Rees/)
    await isFine(page)
    await page.getByRole('link', { name: 'End the role Nurse of Sian Rees' }).click()
    assert.equal(await heading(page), 'End the role Nurse of Sian Rees?')
    await isFine(page)
    await page.getByRole('link', { name: 'Do not end it' }).click()
    assert.match(await textOf(page, 'table'), /Sian Rees/)
    await page.getByRole('link', { name: 'End the role Nurse of Sian Rees' }).click()
    await page.getByRole('button', { name: 'End the role Nurse of Sian Rees' }).click()
    assert.match(await textOf(page, 'main'), /Nobody has a role here/)
    await page.getByRole('link', { name: 'Merge it into another' }).click()
    await page.getByRole('button', { name: 'Merge them' }).click()
    assert.match(await textOf(page, '[role=alert]'), /Select the organisation/)
    await page.getByLabel('Into which organisation?').selectOption({ label: 'Oak Lane Surgery' })
    await fillDay(page, '1', 'November', '2026')
    await page.getByLabel('Which order or decision says so?').fill('The partners agreed it')
    await isFine(page)
    await page.getByRole('button', { name: 'Merge them' }).click()
    assert.match(await textOf(page, 'main'), /Duties came from Mill Park Surgery/)
    await page.goto('/organisations')
    await page.getByRole('link', { name: 'Mill Park Surgery' }).click()
    const text = await textOf(page, 'main')
    assert.match(text, /Its duties went to Oak Lane Surgery on 1 November 2026/)
    assert.match(text, /Today its duties are with Oak Lane Surgery/)
    await page.goto('/organisations')
    await isFine(page)
    await page.goto('/organisations/roles')
    assert.match(await textOf(page, 'main'), /Ola Nowak/)
    await page.context().close()
  })
})

async function administratorCookie({ log }: Town): Promise<string> {
  const [row] = await log.db.text<{ owner: never }>(
    `select owner from identity.roles where what = 'administrator'`,
  )
  assert.ok(row)
  const who = { person: row.owner, wayIn: 'recovery-code', identityLevel: 'P0' } as const
  return done(await beginSession(log, { ...who, userAgent: 'Firefox/130' }))
}

async function fillDay(page: Page, day: string, month: string, year: string) {
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
}

async function add(page: Page, name: string, kind: string, odsCode: string) {
  await page.goto('/organisations/add')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Kind').selectOption({ label: kind })
  await page.getByLabel('ODS code').fill(odsCode)
  await fillDay(page, '1', '4', '2013')
  await page.getByRole('button', { name: 'Save' }).click()
  assert.equal(await heading(page), name)
}
