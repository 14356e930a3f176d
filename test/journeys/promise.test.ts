// Journeys over promises, in a real browser, by people of the demonstration town.
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
const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-journeys-'))

before(async () => {
  site = await startSite({ DATA_DIR: dataDir })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function signedInAs(
  name: string,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(`${site.address}/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL(`${site.address}/`)
  return page
}

async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways at ${width}`)
  }
}

describe('Asha, who asked for a quiet place to wait', () => {
  it('reads first how things stand, then what waits for her word', async () => {
    const page = await signedInAs('Asha Patel')
    assert.match(
      (await page.locator('.cp-lead').textContent()) ?? '',
      /^\w+ things? waits? for you\. \w+ promises? made to you (?:is|are) late\.$/,
    )
    const headings = await page.locator('main h2, main h3').allTextContents()
    assert.deepEqual(headings.slice(0, 2), [
      'Waiting for you',
      'We will turn the small office into a quiet room',
    ])
    await page.context().close()
  })

  it('says that it is open, without JavaScript, and sees it kept', async () => {
    const page = await signedInAs('Asha Patel', { javaScriptEnabled: false })
    await page
      .getByRole('link', { name: 'We will turn the small office into a quiet room' })
      .first()
      .click()
    await page.getByRole('button', { name: 'Send my answer' }).click()
    assert.ok(await page.getByRole('link', { name: 'Select yes, no or not yet' }).isVisible())
    await page.getByLabel('Yes, it happened').check()
    await page
      .getByLabel('What do you want to say about it?')
      .fill('I sat there for my last visit.')
    await page.getByRole('button', { name: 'Send my answer' }).click()
    assert.ok(await page.getByText('Thank you. What you said was kept.').isVisible())
    assert.ok(await page.getByText('Kept. You confirmed it').isVisible())
    assert.ok(await page.getByText('I sat there for my last visit.').isVisible())
    await page.context().close()
  })

  it('finds every page sound at every width', async () => {
    const page = await signedInAs('Asha Patel')
    const promise = await page
      .getByRole('link', { name: 'We will write to you why' })
      .first()
      .getAttribute('href')
    const pages = [
      '/',
      '/messages',
      '/messages/needs',
      '/promises',
      promise ?? '',
      '/places',
      '/places?name=oak',
      '/me',
      '/me/devices',
    ]
    for (const path of pages) {
      await page.goto(site.address + path)
      await isSound(page)
    }
    await page.context().close()
  })

  it('walks from the skip link to her promises by keyboard alone', async () => {
    const page = await signedInAs('Asha Patel')
    await page.keyboard.press('Tab')
    assert.match(await page.evaluate('document.activeElement.textContent'), /Skip to main content/)
    await page.keyboard.press('Enter')
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab')
      const text = await page.evaluate('document.activeElement.textContent')
      if (/See all promises/.test(String(text))) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.address}/promises`)
    await page.context().close()
  })
})

describe('Megan, whose promise did not happen', () => {
  it('finds it waiting for her, and reads what was said of it', async () => {
    const page = await signedInAs('Megan Hughes')
    await page.getByRole('link', { name: 'The side door gets a ramp' }).first().click()
    assert.ok(await page.getByText('There is a step at the top of it.').isVisible())
    assert.ok(await page.getByText('They said: No, it did not happen').isVisible())
    await isSound(page)
    await page.context().close()
  })
})

describe('Dilys, who made the promise', () => {
  it('says that something is done, and finds no way to mark it kept', async () => {
    const page = await signedInAs('Megan Hughes')
    await page.goto(`${site.address}/promises`)
    await page
      .getByRole('link', { name: 'We will write to you why your scan was cancelled' })
      .click()
    await page.getByRole('button', { name: 'Say that it is done' }).click()
    assert.ok(await page.getByRole('link', { name: 'Write what was done' }).isVisible())
    await page.getByLabel('What was done?').fill('The letter went out on Monday.')
    await page.getByRole('button', { name: 'Say that it is done' }).click()
    // What goes to a person is looked at twice where nobody can say how hard it is.
    assert.ok(await page.getByText('too short to measure').isVisible())
    await page.getByRole('button', { name: 'Say that it is done' }).click()
    assert.ok(
      await page.getByText('Waiting for those who asked', { exact: true }).first().isVisible(),
    )
    assert.equal(await page.getByText('Did this happen?').count(), 0)
    await isSound(page)
    await page.context().close()
  })
})

describe('Gwen, who speaks Welsh and reads large print', () => {
  it('reads her promises in Welsh where there is Welsh', async () => {
    const page = await signedInAs('Gwen Lloyd')
    await page.getByRole('button', { name: 'Cymraeg' }).click()
    await page.goto(`${site.address}/promises`)
    assert.equal(await page.locator('html').getAttribute('lang'), 'cy')
    assert.ok(await page.getByText('Wedi’i gadw. Chi gadarnhaodd').isVisible())
    await isSound(page)
    await page.context().close()
  })
})

describe('Ola, who runs the site', () => {
  it('begins a place on one device and ends it on another, and checks before sending', async () => {
    const phone = await signedInAs('Ola Nowak')
    await phone.goto(`${site.address}/places/add`)
    await phone.getByLabel('Service').check()
    await phone.getByRole('button', { name: 'Continue' }).click()
    await phone.getByLabel('What do people call it?').fill('Walk and talk')
    await phone.getByRole('button', { name: 'Continue' }).click()
    await phone.context().close()
    const desk = await signedInAs('Ola Nowak')
    await desk.goto(`${site.address}/places/add`)
    assert.match(desk.url(), /\/places\/add\/(code|since)$/)
    if (desk.url().endsWith('/code')) await desk.getByRole('button', { name: 'Continue' }).click()
    await desk.getByLabel('Day').fill('1')
    await desk.getByLabel('Month').fill('4')
    await desk.getByLabel('Year').fill('2026')
    await desk.getByRole('button', { name: 'Continue' }).click()
    assert.match(desk.url(), /\/check$/)
    assert.ok(await desk.getByText('Walk and talk').isVisible())
    await isSound(desk)
    await desk.getByRole('main').getByRole('button').last().click()
    await desk.waitForURL(/\/places\/[0-9a-f-]{36}$/)
    assert.ok(await desk.getByRole('heading', { name: 'Walk and talk' }).isVisible())
    await desk.context().close()
  })
})
