// The whole site with the demonstration town, served to a real browser by the people of the town.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { Registry } from 'prom-client'
import { demonstrationPeople, makeDemonstrationTown } from '../src/demo/index.ts'
import { type DemonstrationPerson, findVisitor } from '../src/identity/index.ts'
import type { Log } from '../src/log/index.ts'
import { navigation, routes } from '../src/routes.ts'
import { createServer } from '../src/web/index.ts'
import { axe, sidewaysScroll } from './browser.ts'
import { openHouse } from './rooms.ts'

/** Serves the site to these people until the tests of the file are over; gives its address. */
export async function serveTo(people: readonly DemonstrationPerson[], log: Log): Promise<string> {
  const app = await createServer({
    routes: routes({ log, keys: async () => [], demonstrationPeople: people, provider: null }),
    findVisitor: findVisitor(log),
    clock: log.clock,
    chance: log.chance,
    log: (event, detail) => assert.notEqual(event, 'page-failed', JSON.stringify(detail)),
    secure: false,
    demonstration: true,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: { signInByAddress: { burst: 1_000, perSecond: 1_000 } },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  after(() => app.close())
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** Serves the whole town; gives a way to sign in by name. */
export async function openDemonstration(browser: Browser) {
  const { log } = await openHouse()
  await makeDemonstrationTown(log)
  const baseURL = await serveTo(demonstrationPeople, log)
  return async (name: string, scripts = true): Promise<Page> => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: `Sign in as ${name}` }).click()
    return page
  }
}

/** The page is without a breach of WCAG that axe can find, and nobody scrolls sideways. */
export async function isFine(page: Page) {
  assert.deepEqual(await axe(page), [], page.url())
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
  }
}
