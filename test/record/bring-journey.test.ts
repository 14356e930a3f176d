// A journey in a browser: a file brought in and taken back; a letter added, shared and opened.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession, registerPerson } from '../../src/identity/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { fromTelephone } from './pictures.ts'

const browser = await openBrowser()
after(() => browser.close())
const site = await openWholeSite()
const { log, app } = site
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo
const baseURL = `http://127.0.0.1:${port}`

const PHONE = { width: 390, height: 844 }
const pictures = process.env.COPRODUCE_TEST_PICTURES

/** Somebody signed in on a telephone. */
async function onTelephone(name: string, scripts = true) {
  const person = site.newId() as PersonId
  const birthDate = '1984-03-15' as never
  const about = { person, name, birthDate, nhsNumber: null }
  assert.ok((await registerPerson(log, { actor: { by: null, onBehalfOf: null }, ...about })).ok)
  const begun = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
  const session = await beginSession(log, begun)
  assert.ok(session.ok)
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport: PHONE })
  await context.addCookies([{ name: 'session', value: session.value, url: baseURL }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { person, page }
}

let shown = 0
/** Without a breach of WCAG that axe can find, and nobody scrolls sideways. */
async function isFine(page: Page, scripts = true) {
  if (scripts) assert.deepEqual(await axe(page), [], page.url())
  for (const width of [320, 1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    if (scripts) assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${width}`)
    if (pictures !== undefined && width !== 320) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}/${shown}-${width}.png`, fullPage: true })
    }
  }
  shown += 1
}

const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

const bundle = (birthDate: string) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resourceType: 'Patient', id: 'p', name: [{ text: 'Asha Patel' }], birthDate },
      { resourceType: 'Condition', id: 'a', code: { text: 'Asthma' } },
      {
        resourceType: 'Observation',
        id: 'w',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }], text: 'Weight' },
        effectiveDateTime: '2026-10-01',
        valueQuantity: { value: birthDate === '1984-03-15' ? 71.5 : 17.5, unit: 'kg' },
      },
      { resourceType: 'Nonsense' },
    ].map((resource) => ({ resource })),
  })

for (const scripts of [true, false]) {
  describe(`Asha on her telephone, ${scripts ? 'with' : 'without'} scripts`, () => {
    it('A1 A3 brings a file in after a preview, and takes it back', async () => {
      const { page } = await onTelephone('Asha Patel', scripts)
      await page.goto('/record/bring')
      await isFine(page, scripts)
      await press(page, 'See what is in it')
      assert.match(await textOf(page), /There is a problem/)
      const input = page.locator('input[type=file]')
      await input.setInputFiles(file('surgery.json', bundle('1984-03-15')))
      await press(page, 'See what is in it')
      assert.match(await textOf(page), /3new|3 new/)
      assert.match(await textOf(page), /entry 4, Nonsense/)
      await isFine(page, scripts)
      await page.getByLabel(/Bring in the other 3/).check()
      await press(page, 'Bring in 3 entries')
      assert.match(await textOf(page), /It is in your record now/)
      await isFine(page, scripts)
      await page.goto('/record')
      assert.match(await textOf(page), /Asthma/)
      await page.goto('/record/bring')
      await input.setInputFiles(file('clinic.json', bundle('1950-01-01')))
      await press(page, 'See what is in it')
      assert.match(await textOf(page), /This file may be about somebody else/)
      assert.match(await textOf(page), /17\.5 kg in the file, 71\.5 kg here/)
      await isFine(page, scripts)
      await press(page, 'Drop it')
      await page.goto('/record/imports')
      await isFine(page, scripts)
      await page.getByRole('link', { name: 'surgery.json' }).click()
      await page.getByLabel('It was the wrong file').check()
      await press(page, 'Take it all back')
      assert.match(await textOf(page), /Taken back on/)
      await isFine(page, scripts)
      await page.goto('/record')
      assert.doesNotMatch(await textOf(page), /Asthma/)
      await page.context().close()
    })

    it('A4 A7 adds a photo of a letter, and whom she shares with opens it', async () => {
      const { page, person } = await onTelephone('Asha Patel', scripts)
      const drawn = await browser.newPage()
      const bytes = await drawn.evaluate<string>(`(() => {
        const canvas = document.createElement('canvas')
        canvas.width = 300
        canvas.height = 200
        canvas.getContext('2d').fillText('Dear Ms Patel', 20, 40)
        return canvas.toDataURL('image/jpeg').split(',')[1]
      })()`)
      await drawn.close()
      const buffer = fromTelephone(Buffer.from(bytes, 'base64'))
      await page.goto('/record/documents/add')
      await isFine(page, scripts)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
      await page.getByLabel('What is it called?').fill('Letter from the eye clinic')
      await page.getByLabel('What does it show or say?').fill('Come back in May')
      await press(page, 'Add it to my record')
      const picture = page.getByAltText('Come back in May')
      // Turned as it was held: 200 wide and 300 high.
      await page.waitForLoadState('load')
      const size = await picture.boundingBox()
      assert.ok(size !== null && size.height > size.width, JSON.stringify(size))
      await isFine(page, scripts)
      const at = new URL(page.url()).pathname
      const ravi = await onTelephone('Ravi Patel', scripts)
      const theirs = at.replace('/record', `/people/${person}/record`)
      assert.equal((await ravi.page.goto(theirs))?.status(), 404)
      await shareWith(person, ravi.person)
      assert.equal((await ravi.page.goto(theirs))?.status(), 200)
      await ravi.page.getByAltText('Come back in May').waitFor()
      await page.goto('/looks')
      assert.match(await textOf(page), /Ravi Patel/)
      await page.context().close()
      await ravi.page.context().close()
    })
  })
}

async function shareWith(person: PersonId, other: PersonId) {
  const giving = {
    effect: 'permit' as const,
    to: { person: other, organisation: null, role: null },
    what: everything,
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  assert.ok((await giveGrant(log, { person, by: person, giving })).ok)
}

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
