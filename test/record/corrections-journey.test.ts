// A journey in a browser: a correction asked for, declined, disagreed with, and seen elsewhere.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession, giveRole } from '../../src/identity/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { diagnosisText, openFaces } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())
const pictures = process.env.COPRODUCE_TEST_PICTURES

type Way = 'pointer' | 'keyboard' | 'no scripts'

/** Goes to a thing with Tab alone, as somebody does who has no mouse. */
async function tabTo(page: Page, thing: Locator) {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    if ((await thing.and(page.locator(':focus')).count()) > 0) return
  }
  assert.fail('It cannot be reached with the keyboard')
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
    press: (name: string) => use(page.getByRole('button', { name })),
    async write(label: string | RegExp, text: string) {
      const field = page.getByLabel(label)
      if (way !== 'keyboard') return field.fill(text)
      await tabTo(page, field)
      await page.keyboard.type(text)
    },
    says: async () => (await page.locator('main').textContent()) ?? '',
  }
}

let shown = 0
/** Without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page, way: Way) {
  const scripts = way !== 'no scripts'
  for (const width of [320, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    if (scripts && width !== 320) assert.deepEqual(await axe(page), [], page.url())
    if (scripts) assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures === undefined || way !== 'pointer' || width === 320) continue
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${shown}-${width}.png`, fullPage: true })
  }
  shown += 1
}

/** Asha, the nurse who wrote in her record, and one elsewhere with whom she shares it. */
async function openStage(way: Way) {
  const stage = await openFaces()
  const { site, asha, hospital } = stage
  const { log, app } = site
  const gloria = await register(site, 'Gloria Santos')
  const role = { person: gloria, what: 'nurse', organisation: hospital }
  done(await giveRole(log, { actor: nobody, from: longAgo, until: null, ...role }))
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: hospital, role: 'nurse' },
    what: everything,
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  done(await giveGrant(log, { person: asha, by: asha, giving }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const enter = async (person: PersonId) => {
    const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    const session = done(await beginSession(log, begun))
    const javaScriptEnabled = way !== 'no scripts'
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport })
    await context.addCookies([{ name: 'session', value: session, url: baseURL }])
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return handOn(page, way)
  }
  return { ...stage, gloria, enter }
}

const statement = 'I have never had asthma. It was my sister who had it.'

for (const way of ['pointer', 'keyboard', 'no scripts'] as const) {
  describe(`A correction, with ${way}`, () => {
    it('A3 is asked for, declined and disagreed with; the words go with the entry', async () => {
      const { site, asha, sian, gloria, entry, enter } = await openStage(way)
      const own = await enter(asha)
      await own.page.goto(`/record/entry/${entry}`)
      await isFine(own.page, way)
      await own.follow('Ask for a correction')
      await isFine(own.page, way)
      await own.press('Send the request')
      assert.match(await own.says(), /Write what is wrong/)
      await isFine(own.page, way)
      await own.write('What is wrong?', 'I have never had asthma.')
      await own.write('What would be right?', 'It should not be there.')
      await own.press('Send the request')
      assert.match(await own.says(), /Your request is sent.*Oak Lane Surgery must answer by/s)
      await isFine(own.page, way)
      const request = own.page.url().replace('?sent=yes', '')

      const nurse = await enter(sian)
      await nurse.page.goto('/corrections')
      await isFine(nurse.page, way)
      await nurse.follow(diagnosisText)
      assert.match(await nurse.says(), /Asha Patel asks for a correction/)
      await isFine(nurse.page, way)
      await nurse.follow('Decline')
      await isFine(nurse.page, way)
      await nurse.write('Why do you decline?', 'We looked at your old letters. One names asthma.')
      await nurse.press('Send it')
      // Words to a person are looked at twice where nobody can say how hard they are.
      assert.match(await nurse.says(), /too short to measure/)
      await isFine(nurse.page, way)
      await nurse.press('Send it')
      assert.match(await nurse.says(), /Your answer is sent/)
      await isFine(nurse.page, way)

      await own.page.goto(request)
      assert.match(await own.says(), /Declined.*One names asthma/s)
      await isFine(own.page, way)
      await own.write('What should everybody know who reads this entry?', statement)
      await own.press('Put my words beside the entry')
      assert.ok((await own.says()).includes(statement))
      await isFine(own.page, way)
      await own.page.goto('/record/corrections')
      assert.ok((await own.says()).includes(statement))
      await isFine(own.page, way)

      const elsewhere = await enter(gloria)
      for (const path of ['', `/entry/${entry}`]) {
        await elsewhere.page.goto(`/people/${asha}/record${path}`)
        assert.ok((await elsewhere.says()).includes(statement), path)
        await isFine(elsewhere.page, way)
      }
      for (const { page } of [own, nurse, elsewhere]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
