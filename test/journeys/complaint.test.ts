// Complaints in a real browser: said aloud, by who acts, to two bodies; and told from a tablet.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { townId } from '../../src/demo/names.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { type SiteProcess, startSite } from '../site-process.ts'

let site: SiteProcess
let browser: Browser
const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-complaints-'))

before(async () => {
  site = await startSite({ DATA_DIR: dataDir })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function pageFor(name: string | null, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled,
  })
  const page = await context.newPage()
  if (name === null) return page
  await page.goto(`${site.address}/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL(`${site.address}/`)
  return page
}

const go = (page: Page, path: string) => page.goto(site.address + path)
const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()
const unfold = (page: Page) =>
  page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
const sees = async (page: Page, text: string | RegExp) =>
  assert.ok(await page.getByText(text).first().isVisible(), String(text))
const codeOn = async (page: Page) => (await page.locator('.cp-reference').textContent()) ?? ''

async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways at ${width}`)
  }
}

/** Comes back with a code, in a browser of its own. */
async function withCode(code: string, javaScriptEnabled = true): Promise<Page> {
  const page = await pageFor(null, javaScriptEnabled)
  await go(page, '/sign-in/story-code')
  await page.getByLabel('Your code').fill(code)
  await press(page, 'Open')
  return page
}

describe('V2 Somebody who complains aloud at the surgery', () => {
  let code = ''

  it('V2 is written down by a nurse, who prints the record with a code', async () => {
    const sian = await pageFor('Sian Rees')
    await go(sian, '/complaints/spoken')
    await isSound(sian)
    await press(sian, 'Make the written record')
    await sees(sian, 'Enter their name')
    await sian.getByLabel('Diabetes clinic at Oak Lane').check()
    await sian.getByLabel('What do they say went wrong?').fill('I fell on the wet floor.')
    await sian.getByLabel('Their name').fill('Albert Finch')
    await sian.getByLabel('How can you reach them?').fill('01632 960 114')
    await press(sian, 'Make the written record')
    await sees(sian, 'Written record of a complaint')
    await isSound(sian)
    code = await codeOn(sian)
    assert.match(code, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    await sian.context().close()
  })

  it('V2 reads the record without JavaScript, says it is right, and gets a new code', async () => {
    const albert = await withCode(code, false)
    await sees(albert, 'Is this what you said?')
    await sees(albert, 'I fell on the wet floor.')
    await press(albert, 'Yes, this is what I said')
    const second = await codeOn(albert)
    assert.notEqual(second, code)
    await albert.context().close()
    const again = await withCode(code)
    await sees(again, /has this code/)
    await again.context().close()
    const later = await withCode(second)
    await sees(later, 'It says what they said.')
    await isSound(later)
    await press(later, 'Close it on this device')
    await later.context().close()
  })
})

describe('V2 Gwen, who lets an advocate act', () => {
  it('V2 gives her a code; she acts in this complaint alone, until Gwen ends it', async () => {
    const at = `/complaints/${townId('complaint-large-print')}`
    const gwen = await pageFor('Gwen Lloyd')
    await go(gwen, at)
    await isSound(gwen)
    await unfold(gwen)
    await gwen.getByLabel('Their name').fill('Kath Onwuka')
    await gwen.getByLabel('Who are they to you?').fill('Advocate')
    await press(gwen, 'Let them act for me')
    await press(gwen, 'Make a new code for Kath Onwuka')
    await isSound(gwen)
    const kath = await withCode(await codeOn(gwen))
    assert.ok(kath.url().endsWith(at))
    await unfold(kath)
    await kath.locator('#add').fill('I am the advocate. Ring me, please.')
    await press(kath, 'Send')
    await sees(kath, 'I am the advocate. Ring me, please.')
    assert.equal((await go(kath, `/complaints/${townId('complaint-side-door')}`))?.status(), 404)
    await go(gwen, at)
    await sees(gwen, 'I am the advocate. Ring me, please.')
    await unfold(gwen)
    await press(gwen, 'End it now')
    assert.equal((await go(kath, at))?.status(), 404)
    await kath.context().close()
    await gwen.context().close()
  })
})

describe('V2 Marcus, whose complaint two bodies answer', () => {
  const at = `/complaints/${townId('complaint-ambulance-bay')}`

  it('V2 says yes; then both have it', async () => {
    const marcus = await pageFor('Marcus Bennett')
    await go(marcus, at)
    await sees(marcus, 'May Elm Street Hospital have your complaint?')
    await isSound(marcus)
    await press(marcus, 'Yes, they may')
    await sees(marcus, 'To Oak Lane Surgery and Elm Street Hospital')
    await marcus.context().close()
  })

  it('V2 gets one answer, which waits for the part of the other', async () => {
    const megan = await pageFor('Megan Hughes')
    await go(megan, '/complaints')
    await isSound(megan)
    await go(megan, at)
    const answer = async () => {
      await unfold(megan)
      for (const part of ['considered', 'conclusions', 'action', 'taken', 'ombudsman']) {
        await megan.locator(`#${part}`).fill(`What is to be said of ${part}.`)
      }
      await megan.locator('#signedBy').fill('Jo Bevan, chief executive')
      await press(megan, 'Sign and send the answer')
    }
    await answer()
    await sees(megan, /has not given its part yet/)
    const dilys = await pageFor('Dilys Morgan')
    await go(dilys, at)
    await isSound(dilys)
    await dilys.locator('#part').fill('We forgot the letter. The nurse was new.')
    await press(dilys, 'Give this part')
    await dilys.context().close()
    await go(megan, at)
    await answer()
    await sees(megan, 'It was answered. Now say what was learned.')
    await isSound(megan)
    await megan.getByLabel('Yes: we promise a change').check()
    await megan.getByLabel('What changes, or why nothing does').fill('A letter goes with each.')
    await megan.getByLabel('Who sees to it?').fill('Megan Hughes')
    for (const [name, value] of [
      ['Day', '1'],
      ['Month', '12'],
      ['Year', '2099'],
    ] as const) {
      await megan.getByLabel(name).last().fill(value)
    }
    await press(megan, 'Record it')
    await sees(megan, 'What was promised')
    await megan.context().close()
  })

  it('V3 shows a late recommendation on the page of the service, to anybody', async () => {
    const anybody = await pageFor(null)
    await go(anybody, `/stories/about/${townId('place-scans')}`)
    await sees(anybody, /1 recommendation is overdue since/)
    await isSound(anybody)
    await anybody.context().close()
  })
})

describe('V1 Somebody with a tablet of the service', () => {
  it('V1 tells, is given a code, and gives the tablet back with nothing on it', async () => {
    const tablet = await pageFor('Sian Rees')
    await go(tablet, '/tell/tablet')
    await isSound(tablet)
    await tablet.getByLabel('Diabetes clinic at Oak Lane').check()
    await press(tablet, 'Sign out and hand it over')
    await sees(tablet, 'You can tell us now')
    await isSound(tablet)
    await press(tablet, 'Begin')
    await tablet.getByLabel('Thank you: something was good').check()
    await press(tablet, 'Continue')
    await sees(tablet, 'Diabetes clinic at Oak Lane')
    await press(tablet, 'Continue')
    await tablet.getByLabel('What happened?').fill('She waited with me.')
    await press(tablet, 'Continue')
    await press(tablet, 'Continue')
    await press(tablet, 'Continue')
    await sees(tablet, 'Photos, if you have any')
    await isSound(tablet)
    await press(tablet, 'Continue without a photo')
    await press(tablet, 'Continue')
    await press(tablet, 'Continue')
    await tablet.getByLabel('Yes, show it').check()
    await press(tablet, 'Continue')
    await press(tablet, 'Send')
    assert.match(await codeOn(tablet), /-/)
    await isSound(tablet)
    const told = tablet.url()
    await press(tablet, 'Clear this tablet')
    await sees(tablet, 'This tablet is clear')
    assert.equal((await tablet.goto(told))?.status(), 404)
    await go(tablet, '/messages')
    assert.match(tablet.url(), /\/sign-in/)
    await tablet.context().close()
  })
})

describe('V4 Anybody', () => {
  it('V4 checks a right, prints a letter and begins to complain with the right named', async () => {
    const page = await pageFor(null)
    await go(page, '/rights/CR-X1/check')
    await isSound(page)
    await page.getByLabel('Day').first().fill('2')
    await page.getByLabel('Month').first().fill('3')
    await page.getByLabel('Year').first().fill('2026')
    await press(page, 'Check it')
    await sees(page, 'A letter you can send')
    await isSound(page)
    await press(page, 'Make a formal complaint')
    await sees(page, 'Which service is it about?')
    await go(page, '/tell/paper')
    await isSound(page)
    await page.context().close()
  })
})
