// Journeys in a browser: a person compares, decides with a nurse, thinks again; another says no.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { PersonId } from '../../src/basics/index.ts'
import { shipAids } from '../../src/care/index.ts'
import { beginSession } from '../../src/identity/index.ts'
import { done } from '../attacks/town.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { openPlanTown } from './people.ts'

const browser = await openBrowser()
after(() => browser.close())
const pictures = process.env.COPRODUCE_TEST_PICTURES

type Way = 'pointer' | 'keyboard' | 'no scripts'

/** Goes to a thing with Tab alone, as somebody does who has no mouse. */
async function tabTo(page: Page, thing: Locator) {
  for (let step = 0; step < 160; step += 1) {
    await page.keyboard.press('Tab')
    if ((await thing.and(page.locator(':focus')).count()) > 0) return
  }
  assert.fail('It cannot be reached with the keyboard')
}

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
    press: (name: string) => use(page.getByRole('button', { name, exact: true })),
    async write(label: string | RegExp, text: string) {
      const field = page.getByLabel(label)
      if (way !== 'keyboard') return field.fill(text)
      await tabTo(page, field)
      await page.keyboard.type(text)
    },
    /** The choice at a place of a group; with the keyboard by the arrows. */
    async choose(name: string, place: number) {
      const group = page.locator(`input[type=radio][name="${name}"]`)
      if (way !== 'keyboard') return group.nth(place).check({ force: true })
      await tabTo(page, group.first())
      await page.keyboard.press('Space')
      for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown')
    },
    says: async () => (await page.locator('main').textContent()) ?? '',
  }
}

let shown = 0
async function isFine(page: Page, way: Way) {
  const scripts = way !== 'no scripts'
  for (const width of [320, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    if (scripts && width === 390) assert.deepEqual(await axe(page), [], page.url())
    if (scripts) assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures === undefined || way !== 'pointer' || width === 320) continue
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${shown}-${width}.png`, fullPage: true })
  }
  shown += 1
}

async function openStage(way: Way) {
  const town = await openPlanTown()
  const { site, log } = town
  await shipAids(log)
  await site.app.listen({ host: '127.0.0.1', port: 0 })
  const baseURL = `http://127.0.0.1:${(site.app.server.address() as AddressInfo).port}`
  const enter = async (person: PersonId) => {
    const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    const session = done(await beginSession(log, begun))
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: way !== 'no scripts',
      viewport: { width: 390, height: 844 },
    })
    await context.addCookies([{ name: 'session', value: session, url: baseURL }])
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return handOn(page, way)
  }
  return { ...town, enter }
}

type Hand = ReturnType<typeof handOn>

async function recordsTalk(nurse: Hand, way: Way) {
  await nurse.follow('Record that you talked about it')
  await isFine(nurse.page, way)
  await nurse.write('Day', '23')
  await nurse.write('Month', '11')
  await nurse.write('Year', '2026')
  await nurse.choose('method', 0)
  await nurse.write('Who talked with the person?', 'Sian Rees')
  await nurse.write('Which professional answers for it?', 'Sian Rees')
  await nurse.press('Record the talk')
}

async function thinksAgain(own: Hand, nurse: Hand, way: Way) {
  await own.follow('Change your mind')
  await isFine(own.page, way)
  await own.press('Yes, open it again')
  assert.match(await own.says(), /In progress.*“A splint at night”, until/s)
  await own.follow('Say what you choose')
  await own.choose('option', 0)
  await own.choose('reviewOn', 4)
  await own.press('This is what I choose')
  assert.match(await own.says(), /Decided together.*Wait and see/s)
  await isFine(own.page, way)
  await own.page.emulateMedia({ media: 'print' })
  assert.ok(await own.page.getByText('Decided together').first().isVisible(), 'on paper')
  await own.page.emulateMedia({ media: null })
  await nurse.page.reload()
  assert.match(await nurse.says(), /Decided together.*Wait and see/s)
}

for (const way of ['pointer', 'keyboard', 'no scripts'] as const) {
  describe(`A decision, with ${way}`, () => {
    it('B3 B4 is compared, made with a nurse, and thought over again', async () => {
      const { site, asha, sian, enter } = await openStage(way)
      const own = await enter(asha)
      await own.page.goto('/aids')
      await isFine(own.page, way)
      await own.follow(/carpal tunnel/)
      assert.match(await own.says(), /54 of 100 people say that they are much better\. 46 do not/)
      await isFine(own.page, way)
      await own.follow('Mark what matters to me')
      await isFine(own.page, way)
      await own.choose('matters-2', 2)
      await own.choose('matters-3', 1)
      await own.write('Is there anything else that matters to you?', 'My work')
      await own.press('See what follows')
      assert.match(await own.says(), /I do not want to be cut.*Does not fit/s)
      await isFine(own.page, way)
      await own.press('Keep this and begin a decision')
      assert.match(await own.says(), /In progress, nothing is decided yet/)
      await isFine(own.page, way)
      const decision = own.page.url()

      const nurse = await enter(sian)
      await nurse.page.goto(`/people/${asha}/plan/decisions`)
      await isFine(nurse.page, way)
      await nurse.follow(/carpal tunnel/)
      assert.match(await nurse.says(), /This is provisional/)
      await isFine(nurse.page, way)
      await recordsTalk(nurse, way)
      assert.match(await nurse.says(), /In progress/)
      assert.doesNotMatch(await nurse.says(), /Decided together/)

      await own.page.goto(decision)
      await own.follow('Say what you choose')
      await isFine(own.page, way)
      await own.press('This is what I choose')
      assert.match(await own.says(), /Select what you choose/)
      await isFine(own.page, way)
      await own.choose('option', 1)
      await own.write('Is there anything you are not sure about?', 'It may be hot at night')
      await own.choose('reviewOn', 1)
      await own.press('This is what I choose')
      assert.match(await own.says(), /Decided together/)
      assert.match(await own.says(), /A splint at night.*It may be hot at night/s)
      await isFine(own.page, way)
      await nurse.page.reload()
      assert.match(await nurse.says(), /Decided together.*It may be hot at night/s)

      await thinksAgain(own, nurse, way)
      for (const { page } of [own, nurse]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}

for (const way of ['keyboard', 'no scripts'] as const) {
  describe(`A no, with ${way}`, () => {
    it('B3 is of equal standing: kept, not asked about again, not overruled', async () => {
      const { site, asha, sian, enter } = await openStage(way)
      const nurse = await enter(sian)
      await nurse.page.goto(`/people/${asha}/plan/decisions/begin`)
      await isFine(nurse.page, way)
      await nurse.write('What is there to decide?', 'Would you like a statin?')
      await nurse.choose('aid', 2)
      await nurse.press('Begin a decision')
      const url = nurse.page.url()
      await recordsTalk(nurse, way)

      const own = await enter(asha)
      await own.page.goto('/plan/decisions')
      await own.follow(/statin/)
      await own.page.goto(`${own.page.url()}/write/matters`)
      await own.write('What matters to you in this?', 'No tablets')
      await own.press('Save')
      await own.follow('Say what you choose')
      await own.choose('option', 3)
      await own.choose('reviewOn', 4)
      await own.press('This is what I choose')
      assert.match(await own.says(), /Decided together.*None of these options/s)
      assert.match(await own.says(), /To say no is a decision like any other/)
      await isFine(own.page, way)

      await nurse.page.goto(url)
      assert.match(await nurse.says(), /Decided together.*None of these options/s)
      assert.equal(await nurse.page.getByRole('link', { name: 'Say what you choose' }).count(), 0)
      await nurse.page.goto(`/people/${asha}/plan/decisions/begin`)
      await nurse.write('What is there to decide?', 'Would you like a statin?')
      await nurse.choose('aid', 2)
      await nurse.press('Begin a decision')
      assert.match(await nurse.says(), /They have said no to this/)
      await isFine(nurse.page, way)
      for (const { page } of [own, nurse]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
