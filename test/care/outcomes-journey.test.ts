// Journeys in a browser: a form ended on paper, help before any total, and words passed on.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { asDay, type PersonId } from '../../src/basics/index.ts'
import { formOn } from '../../src/forms/index.ts'
import { acceptTie, beginSession, offerTie, registerPerson } from '../../src/identity/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const browser = await openBrowser()
after(() => browser.close())
const site = await openWholeSite()
const { log, app } = site
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo
const baseURL = `http://127.0.0.1:${port}`
const PHONE = { width: 390, height: 844 }
const pictures = process.env.COPRODUCE_TEST_PICTURES
const nobody = { by: null, onBehalfOf: null }

async function somebody(name: string): Promise<PersonId> {
  const person = site.newId() as PersonId
  const about = { person, name, birthDate: asDay('1984-03-15'), nhsNumber: null }
  assert.ok((await registerPerson(log, { actor: nobody, ...about })).ok)
  return person
}

/** A device of somebody, signed in. */
async function deviceOf(person: PersonId, scripts = true): Promise<Page> {
  const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
  const session = await beginSession(log, begun)
  assert.ok(session.ok)
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport: PHONE })
  await context.addCookies([{ name: 'session', value: session.value, url: baseURL }])
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  return page
}

let shown = 0
/** Without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page, scripts = true) {
  if (!scripts) return
  assert.deepEqual(await axe(page), [], page.url())
  for (const width of [320, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures !== undefined && width !== 320) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}/${shown}-${width}.png`, fullPage: true })
    }
  }
  shown += 1
}

const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const choose = async (page: Page, name: string) => {
  await page.getByLabel(name, { exact: true }).check()
  await press(page, 'Continue')
}

/** She names what she wants, and says where she is. */
async function namesWish(page: Page, scripts: boolean) {
  await page.goto('/outcomes')
  await page.getByRole('link', { name: 'Name something you want' }).click()
  await isFine(page, scripts)
  await page.getByRole('textbox').fill('Walk to my mother’s house')
  await press(page, 'Continue')
  const levels = ['I stay at home', 'To the corner', 'All the way', 'There and back', 'Daily']
  for (const [place, says] of levels.entries()) await page.fill(`#level-${place}`, says)
  await isFine(page, scripts)
  await press(page, 'Continue')
  await isFine(page, scripts)
  await choose(page, '9')
  await isFine(page, scripts)
  await choose(page, 'None of these')
  await isFine(page, scripts)
  await press(page, 'Send')
  await page.getByLabel('To the corner').check()
  await page.getByLabel(/Anything to add/).fill('My knee was sore')
  await press(page, 'Save')
  assert.match(await textOf(page), /Less than I hope for/)
  await isFine(page, scripts)
}

for (const scripts of [true, false]) {
  const how = scripts ? 'with' : 'without'
  describe(`Asha, ${how} scripts`, () => {
    it('C4 stops a form on her telephone and ends it on paper, with the same answers', async () => {
      const asha = await somebody('Asha Patel')
      const phone = await deviceOf(asha, scripts)
      await phone.goto('/outcomes')
      await isFine(phone, scripts)
      await phone.getByRole('link', { name: /How worried you have been/ }).click()
      await isFine(phone, scripts)
      await phone.getByRole('link', { name: 'Start' }).click()
      await isFine(phone, scripts)
      await press(phone, 'Continue')
      await choose(phone, 'Several days')
      await choose(phone, 'Nearly every day')
      await phone.context().close()
      // Another device: what she answered is there, also on what she prints.
      const computer = await deviceOf(asha, scripts)
      await computer.goto('/outcomes/forms/gad-7')
      assert.match(await textOf(computer), /You have answered 3 of 8 questions/)
      await computer.getByRole('link', { name: /Print it/ }).click()
      assert.match(await textOf(computer), /Several days \(your answer so far\)/)
      await isFine(computer, scripts)
      await computer.goto('/outcomes/forms/gad-7/typed')
      await isFine(computer, scripts)
      const group = (name: string) => computer.getByRole('group', { name })
      await group('Feeling nervous').getByLabel('Not at all').check()
      for (const name of ['Trouble relaxing', 'restless', 'annoyed', 'afraid']) {
        await group(name).getByLabel('More than half').check()
      }
      await press(computer, 'Keep my answers')
      assert.match(await textOf(computer), /12 on a scale from 0 to 21/)
      assert.match(await textOf(computer), /On paper, by myself/)
      await isFine(computer, scripts)
      const { body } = await (await site.visitorOf(asha)).get('/outcomes')
      assert.doesNotMatch(body, /Go on where you stopped/)
      await computer.context().close()
    })

    it('C4 gets help at once for one answer of PHQ-9, before any total', async () => {
      const [asha, ravi] = [await somebody('Asha Patel'), await somebody('Ravi Patel')]
      const about = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, until: null }
      const tie = await offerTie(log, { actor: nobody, from: asDay('2020-01-01'), ...about })
      assert.ok(tie.ok)
      assert.ok((await acceptTie(log, { actor: nobody, by: asha, tie: tie.value })).ok)
      const page = await deviceOf(asha, scripts)
      await page.goto('/outcomes/forms/phq-9/question?at=harm')
      await isFine(page, scripts)
      await choose(page, 'Several days')
      assert.match(await textOf(page), /You do not have to be alone with this/)
      for (const help of [/Call 999/, /Call 111/, /116 123/]) assert.match(await textOf(page), help)
      await isFine(page, scripts)
      await page.getByLabel('Ravi Patel').check()
      await press(page, 'Send the message')
      assert.match(await textOf(page), /Ravi Patel has been asked to get in touch/)
      await isFine(page, scripts)
      await page.getByRole('link', { name: 'Go on with the form' }).click()
      // Eight left out, then the same answer again: help comes again, and then the rest.
      for (let left = 0; left < 9; left += 1) await press(page, 'Continue')
      assert.match(await textOf(page), /You do not have to be alone with this/)
      await page.getByRole('link', { name: 'Go on with the form' }).click()
      await press(page, 'Continue')
      assert.match(await textOf(page), /Check your answers/)
      await isFine(page, scripts)
      await press(page, 'Keep my answers')
      assert.match(await textOf(page), /You do not have to be alone with this/)
      assert.doesNotMatch(await textOf(page), /on a scale/)
      await page.getByRole('link', { name: 'Go to your answers' }).click()
      const text = await textOf(page)
      assert.match(text, /Call 999/)
      assert.ok(text.indexOf('Call 999') < text.indexOf('What it adds up to'))
      await isFine(page, scripts)
      // Ravi reads who asks him, and nothing of why.
      const told = (await (await site.visitorOf(ravi)).get('/messages')).body
      assert.match(told, /Asha Patel would like to hear from you today/)
      assert.doesNotMatch(told, /PHQ|mood|dead/)
      await page.context().close()
    })

    it('C5 names what she wants, follows it, shares it, and passes on only its words', async () => {
      const [asha, ravi] = [await somebody('Asha Patel'), await somebody('Ravi Patel')]
      const page = await deviceOf(asha, scripts)
      await namesWish(page, scripts)
      const outcome = page.url()
      const giving = {
        effect: 'permit' as const,
        to: { person: ravi, organisation: null, role: null },
        what: { ...everything, kinds: ['own-outcome'] },
        acts: ['read' as const],
        purposes: ['direct-care' as const],
        until: null,
      }
      assert.ok((await giveGrant(log, { person: asha, by: asha, giving })).ok)
      const theirs = await deviceOf(ravi, scripts)
      await theirs.goto(`/people/${asha}/outcomes`)
      assert.match(await textOf(theirs), /This may not be everything/)
      assert.match(await textOf(theirs), /To the corner/)
      await isFine(theirs, scripts)
      await theirs.getByRole('link', { name: /Walk to my mother/ }).click()
      assert.match(await textOf(theirs), /My knee was sore/)
      await isFine(theirs, scripts)
      await page.goto(outcome)
      await page.getByText('Let others use these words').first().click()
      await press(page, 'Publish the words')
      assert.match(await textOf(page), /All the way/)
      assert.doesNotMatch(await textOf(page), /My knee was sore/)
      await isFine(page, scripts)
      await theirs.goto('/ideas')
      await isFine(theirs, scripts)
      await theirs
        .getByRole('link', { name: /Walk to my mother/ })
        .first()
        .click()
      await press(theirs, 'Make it mine')
      await theirs.getByRole('textbox').fill('Walk to the allotment')
      await press(theirs, 'Continue')
      await press(theirs, 'Continue')
      await choose(theirs, '5')
      await press(theirs, 'Continue')
      await press(theirs, 'Send')
      assert.match(await textOf(theirs), /It grew from an idea of somebody else/)
      assert.doesNotMatch(await textOf(theirs), /My knee was sore|Less than I hope for\s*My/)
      await page.context().close()
      await theirs.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}

/** Goes to a thing with Tab alone, and presses a key there. */
async function byTab(page: Page, thing: Locator, ...keys: string[]) {
  await thing.first().waitFor()
  for (let step = 0; step < 160; step += 1) {
    await page.keyboard.press('Tab')
    if ((await thing.and(page.locator(':focus')).count()) > 0) {
      for (const key of keys) await page.keyboard.press(key)
      return
    }
  }
  assert.fail(`It cannot be reached with the keyboard at ${page.url()}`)
}

/** The choice at a place of the group, and on to the next page. */
async function answerByKeys(page: Page, place: number | null) {
  const down = Array.from({ length: place ?? 0 }, () => 'ArrowDown')
  if (place !== null) await byTab(page, page.locator('main input[type=radio]'), 'Space', ...down)
  await goByKeys(page, page.getByRole('button', { name: 'Continue' }))
}

async function goByKeys(page: Page, thing: Locator) {
  const left = page.waitForEvent('load')
  await byTab(page, thing, 'Enter')
  await left
}

describe('Asha, by the keyboard alone', () => {
  it('C4 stops a form on her telephone and ends it on paper', async () => {
    const asha = await somebody('Asha Patel')
    const phone = await deviceOf(asha)
    await phone.goto('/outcomes/forms/gad-7')
    await goByKeys(phone, phone.getByRole('link', { name: 'Start' }))
    await answerByKeys(phone, null)
    await answerByKeys(phone, 1)
    await phone.context().close()
    const computer = await deviceOf(asha)
    await computer.goto('/outcomes/forms/gad-7')
    assert.match(await textOf(computer), /You have answered 2 of 8 questions/)
    await goByKeys(computer, computer.getByRole('link', { name: 'Type in what you wrote' }))
    const items = formOn('gad-7', asDay('2026-11-23'))?.scoring?.items ?? []
    for (const id of items) {
      // A group is entered where it is chosen already, and one arrow goes on from there.
      const group = computer.locator(`input[type=radio][name="${id}"]`)
      await byTab(computer, group, 'Space', 'ArrowDown')
    }
    await goByKeys(computer, computer.getByRole('button', { name: 'Keep my answers' }))
    assert.match(await textOf(computer), /8 on a scale from 0 to 21/)
    await computer.context().close()
  })

  it('C4 gets help at once for one answer of PHQ-9', async () => {
    const page = await deviceOf(await somebody('Asha Patel'))
    await page.goto('/outcomes/forms/phq-9/question?at=harm')
    await answerByKeys(page, 1)
    assert.match(await textOf(page), /You do not have to be alone with this/)
    assert.doesNotMatch(await textOf(page), /on a scale/)
    await byTab(page, page.getByRole('link', { name: 'Call 999' }))
    await byTab(page, page.getByRole('link', { name: /116 123/ }))
    await goByKeys(page, page.getByRole('link', { name: 'Go on with the form' }))
    assert.match(await textOf(page), /Question 1 of/)
    await page.context().close()
  })
})
