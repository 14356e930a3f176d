// Journeys over a care and support plan, in a real browser, by people of the demonstration town.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { type SiteProcess, startSite } from '../site-process.ts'

let site: SiteProcess
let browser: Browser
const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-plans-'))

before(async () => {
  site = await startSite({ DATA_DIR: dataDir, DEMO_PEOPLE: '0' })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function signedInAs(name: string, javaScriptEnabled = true): Promise<Page> {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ viewport, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${site.address}/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL(`${site.address}/`)
  return page
}

const go = (page: Page, path: string) => page.goto(`${site.address}${path}`)

async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways at ${width}`)
  }
}

/** Answers the question that has the focus by typing, and goes on by keyboard alone. */
async function typeAndGoOn(page: Page, ...answers: readonly string[]): Promise<void> {
  await page.locator('main textarea, main input[type=text]').first().focus()
  for (const answer of answers) {
    await page.keyboard.type(answer)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: 'Continue' }).focus()
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
}

describe('A person and a nurse who make a plan from two browsers at once', () => {
  it('B1 propose, see each other’s proposals, and agree, by keyboard', async () => {
    const marcus = await signedInAs('Marcus Bennett')
    const sian = await signedInAs('Sian Rees')
    await go(marcus, '/plan')
    await isSound(marcus)
    await go(marcus, '/plan/goal')
    await typeAndGoOn(marcus, 'To keep my licence', '10')
    assert.match(marcus.url(), /goal\/me$/)
    await isSound(marcus)
    await typeAndGoOn(marcus, 'I check my sugar before I drive')
    for (const _ of ['people', 'place', 'services', 'money']) await typeAndGoOn(marcus)
    assert.match(marcus.url(), /goal\/check$/)
    await marcus.locator('main form button[type=submit]').last().focus()
    await marcus.keyboard.press('Enter')
    await marcus.waitForURL(/just=proposed/)

    await go(sian, '/people')
    await sian.getByRole('link', { name: 'Marcus Bennett' }).first().click()
    const theirs = sian.url().replace(/\/record$/, '/plan')
    await sian.goto(theirs)
    await isSound(sian)
    await sian.getByRole('link', { name: 'See what waits' }).click()
    await isSound(sian)
    for (const box of await sian.getByRole('checkbox').all()) await box.check()
    await sian.getByRole('button', { name: 'Agree to what is ticked' }).press('Enter')
    await sian.waitForURL(/just=agreed/)
    await go(marcus, '/plan')
    assert.ok(await marcus.getByRole('heading', { name: 'To keep my licence' }).isVisible())
    await marcus.context().close()
    await sian.context().close()
  })

  it('B1 say yes, and say no with why, without JavaScript', async () => {
    const marcus = await signedInAs('Marcus Bennett', false)
    await go(marcus, '/plan/waiting')
    const boxes = await marcus.getByRole('checkbox').count()
    assert.ok(boxes > 0)
    const details = marcus.locator('main details').first()
    await details.locator('summary').click()
    await details.locator('textarea').fill('I want to talk about food first, not kilos')
    await details.getByRole('button', { name: 'Say no to this' }).click()
    assert.equal(await marcus.getByRole('checkbox').count(), boxes - 1)
    await go(marcus, '/plan/versions')
    await marcus.getByText('I want to talk about food first, not kilos').waitFor()
    await isSoundWithout(marcus)
    await marcus.context().close()
  })
})

/** Axe needs JavaScript, so without it only the width is looked at. */
async function isSoundWithout(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 })
  assert.equal(await sidewaysScroll(page), 0, page.url())
}

describe('A person who needs easy read', () => {
  const agrees = (scripts: boolean, says: string) => async () => {
    const sian = await signedInAs('Sian Rees')
    await go(sian, '/people')
    await sian.getByRole('link', { name: 'Daniel Price' }).first().click()
    await sian.goto(`${sian.url().replace(/\/record$/, '/plan')}/add/strength`)
    await sian.getByLabel('What are you good at, or what helps you?').fill(says)
    await sian.getByRole('button', { name: 'Propose this' }).click()
    await sian.context().close()

    const daniel = await signedInAs('Daniel Price', scripts)
    const look = scripts ? isSound : isSoundWithout
    await go(daniel, '/plan/read/easy')
    await look(daniel)
    assert.ok(await daniel.getByText('Quiet hour at the pool').isVisible())
    const largest = (tag: string) =>
      daniel.evaluate<number>(`Math.max(...[...document.querySelectorAll('main ${tag}')]
        .map((one) => parseFloat(getComputedStyle(one).fontSize)))`)
    assert.ok((await largest('h2')) > (await largest('p')), 'Headings are larger than the text')
    await go(daniel, '/plan/waiting')
    await look(daniel)
    await daniel.getByRole('checkbox').focus()
    await daniel.keyboard.press('Space')
    await daniel.keyboard.press('Tab')
    await daniel.keyboard.press('Enter')
    await daniel.waitForURL(/just=agreed/)
    assert.ok(await daniel.getByRole('heading', { name: says }).isVisible())
    await daniel.context().close()
  }

  it('B1 reads and agrees theirs, by keyboard', agrees(true, 'Daniel sings'))
  it('B1 does so with JavaScript off', agrees(false, 'Daniel waters the plants'))
})

describe('What people of the town agreed and differed on', () => {
  it('B1 stays to be read: what Gwen said no to, and why, with JavaScript off', async () => {
    const gwen = await signedInAs('Gwen Lloyd', false)
    await go(gwen, '/plan/versions')
    await gwen.getByText('I will not wear a bell').waitFor()
    await gwen.getByText('Sian Rees, Oak Lane Surgery').first().waitFor()
    await gwen.context().close()
  })

  it('B1 is read by a daughter who helps, and what is Joan’s alone is not hers', async () => {
    const joan = await signedInAs('Joan Whitaker')
    await go(joan, '/plan')
    await isSound(joan)
    await joan.getByText('it may be delirium').waitFor()
    await joan.context().close()
    const helen = await signedInAs('Helen Whitaker')
    await go(helen, '/proxies')
    await helen.getByRole('button', { name: 'Act for Joan Whitaker' }).click()
    await helen.getByRole('link', { name: 'Plan of Joan Whitaker' }).click()
    await isSound(helen)
    const texts = await helen.locator('main').textContent()
    assert.match(texts ?? '', /it may be delirium.*To stay in my own home/s)
    assert.equal(await helen.getByRole('link', { name: 'Write my advance statement' }).count(), 0)
    await helen.context().close()
  })
})

describe('A review', () => {
  it('B6 is planned, and its card and paper are sound', async () => {
    const arthur = await signedInAs('Arthur Bell')
    await go(arthur, '/plan/reviews')
    await arthur.getByRole('link', { name: /2pm/ }).click()
    await isSound(arthur)
    await arthur.getByText('Anita Desai, chest clinic').waitFor()
    for (const path of ['/plan/bring', '/plan/read/card', '/plan/read/paper', '/plan/versions']) {
      await go(arthur, path)
      await isSound(arthur)
    }
    await arthur.context().close()
  })

  it('B1 is read in large print at 200 per cent, and nobody scrolls sideways', async () => {
    const arthur = await signedInAs('Arthur Bell', false)
    for (const face of ['large', 'easy', 'paper', 'card']) {
      await go(arthur, `/plan/read/${face}`)
      for (const width of [195, 640]) {
        await arthur.setViewportSize({ width, height: 450 })
        assert.equal(await sidewaysScroll(arthur), 0, `${face} at ${width}`)
      }
    }
    await arthur.context().close()
  })
})
