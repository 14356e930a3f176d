// A hand on the pages of a site in a real browser: pointer, keyboard alone, or no scripts.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import type { PersonId } from '../src/basics/index.ts'
import { beginSession } from '../src/identity/index.ts'
import type { WholeSite } from './attacks/whole-site.ts'
import { axe, sidewaysScroll } from './browser.ts'

/** The ways in which people use a page. */
export const ways = ['pointer', 'keyboard', 'no scripts'] as const
export type Way = (typeof ways)[number]

export type Hand = ReturnType<typeof handOn>

const pictures = process.env.COPRODUCE_TEST_PICTURES

/** Goes to a thing with Tab alone, as somebody does who has no mouse. */
async function tabTo(page: Page, thing: Locator) {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    if ((await thing.and(page.locator(':focus')).count()) > 0) return
  }
  assert.fail(`It cannot be reached with the keyboard at ${page.url()}`)
}

/** A hand on the page, by one of the ways in which people use it. */
function handOn(page: Page, way: Way) {
  const use = async (thing: Locator) => {
    await thing.first().waitFor()
    if (way !== 'keyboard') return thing.first().click()
    await tabTo(page, thing.first())
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  return {
    page,
    follow: (name: string | RegExp) => use(page.locator('main').getByRole('link', { name })),
    press: (name: string | RegExp) => use(page.getByRole('button', { name })),
    async write(label: string | RegExp, text: string) {
      const field = page.getByLabel(label)
      if (way !== 'keyboard') return field.fill(text)
      await tabTo(page, field)
      await page.keyboard.type(text)
    },
    /** Ticks or chooses: with the keyboard by Tab, or by arrows within a group. */
    async choose(label: string | RegExp) {
      const box = page.getByLabel(label)
      if (way !== 'keyboard') return box.check()
      await box.focus()
      await page.keyboard.press('Space')
      assert.ok(await box.isChecked(), String(label))
    },
    pick: (label: string | RegExp, text: string) =>
      page.getByLabel(label).selectOption({ label: text }),
    says: async () => (await page.locator('main').textContent()) ?? '',
    /** Without a breach of WCAG that axe can find, and nobody scrolls sideways. */
    async isFine(name = '') {
      for (const width of [320, 1280, 390]) {
        await page.setViewportSize({ width, height: 844 })
        if (way !== 'pointer') continue
        if (width !== 320) assert.deepEqual(await axe(page), [], page.url())
        assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
        if (pictures === undefined || width === 320 || name === '') continue
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
      }
    },
  }
}

/** Lets the site be visited in this browser: gives a way in for any person. */
export async function openDoors({ app, log }: WholeSite, browser: Browser, way: Way) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return async (person: PersonId): Promise<Hand> => {
    const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    const session = await beginSession(log, begun)
    assert.ok(session.ok)
    const javaScriptEnabled = way !== 'no scripts'
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport })
    await context.addCookies([{ name: 'session', value: session.value, url: baseURL }])
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return handOn(page, way)
  }
}
