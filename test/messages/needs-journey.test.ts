// A journey in a browser: somebody says once what they need; staff see it, messages follow it.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession } from '../../src/identity/index.ts'
import { tell } from '../../src/messages/index.ts'
import { wroteWords } from '../../src/record/words/correction-messages.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { openFaces } from '../record/faces.ts'

const browser = await openBrowser()
after(() => browser.close())
const { site, asha, sian } = await openFaces()
const { log, app } = site
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo
const baseURL = `http://127.0.0.1:${port}`
const pictures = process.env.COPRODUCE_TEST_PICTURES

async function signedIn(person: PersonId, scripts: boolean): Promise<Page> {
  const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
  const session = await beginSession(log, begun)
  assert.ok(session.ok)
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts })
  await context.addCookies([{ name: 'session', value: session.value, url: baseURL }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

let shown = 0
/** Without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page, scripts: boolean) {
  if (scripts) assert.deepEqual(await axe(page), [], page.url())
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    if (scripts) assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures === undefined || !scripts) continue
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${shown}-${width}.png`, fullPage: true })
  }
  shown += 1
}

/** Answers the questions as they come; what is not chosen here is left as it stands. */
async function sayNeeds(page: Page, chosen: readonly string[], scripts: boolean) {
  await page.goto('/messages/needs/say/form')
  for (let asked = 0; asked < 10 && page.url().includes('/say'); asked += 1) {
    for (const value of [...chosen, 'inbox', 'en', 'yes']) {
      const box = page.locator(`main input[value="${value}"]`)
      if ((await box.count()) === 1) await box.check()
    }
    await isFine(page, scripts)
    await page.locator('main form button').last().click()
  }
}

for (const scripts of [true, false]) {
  describe(`A person, ${scripts ? 'with' : 'without'} scripts`, () => {
    it('A11 who signs says it once, and the nurse sees it', async () => {
      const [page, nurse] = [await signedIn(asha, scripts), await signedIn(sian, scripts)]
      await sayNeeds(page, ['british-sign-language', 'bsl-interpreter'], scripts)
      await nurse.goto(`/people/${asha}/record`)
      const flag = (await nurse.locator('.cp-flags').textContent()) ?? ''
      assert.match(flag, /Asha Patel needs: .*British Sign Language interpreter/)
      await isFine(nurse, scripts)
      await page.context().close()
      await nurse.context().close()
    })

    it('A11 who needs easy read is told in easy read', async () => {
      const page = await signedIn(asha, scripts)
      await sayNeeds(page, ['easy-read'], scripts)
      const message = site.newId()
      const draft = { from: 'Oak Lane Surgery', renderings: wroteWords('Mo'), leadsTo: null }
      assert.ok((await tell(log, asha, message, draft)).ok)
      await page.goto(`/messages/${message}`)
      const text = (await page.locator('main').textContent()) ?? ''
      assert.match(text, /Something new in your record/)
      await isFine(page, scripts)
      await page.context().close()
    })
  })
}
