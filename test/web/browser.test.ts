// The shell and every component in a real browser: on a phone, by keyboard, without scripts.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { webRoutes } from '../../src/web/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { sampleNavigation, sampleRoutes } from './sample.tsx'
import { openSite } from './site.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof openSite>>
let home: string

before(async () => {
  site = await openSite([...sampleRoutes, ...webRoutes], {
    demonstration: true,
    navigation: () => sampleNavigation,
    unreadMessages: async () => ({ count: 2, href: '/messages' }),
  })
  home = await site.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await site?.app.close()
})

/** A page of a browser in which Asha is signed in, and what its console complained about. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.addCookies([{ name: 'session', value: 'cookie-of-asha', url: home }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(home + path)
  return { page, complaints }
}

const focusedClass = (page: Page) => page.evaluate('document.activeElement.className')
const focusedId = (page: Page) => page.evaluate('document.activeElement.id')
const pages = [
  '/',
  '/story',
  '/parts',
  '/trends',
  '/questions',
  '/cookies',
  '/accessibility',
  '/privacy',
  '/check',
]

describe('Every page of the sample', () => {
  for (const width of [320, 768, 1280]) {
    it(`holds to WCAG 2.2 AA and never scrolls sideways, ${width} pixels wide`, async () => {
      const { page, complaints } = await open('/', { viewport: { width, height: 800 } })
      for (const path of pages) {
        await page.goto(home + path)
        assert.deepEqual(await axe(page), [], path)
        assert.equal(await sidewaysScroll(page), 0, path)
      }
      assert.deepEqual(complaints, [])
      await page.context().close()
    })
  }

  it('still fits when a person makes everything four times as big', async () => {
    const { page } = await open('/', {
      viewport: { width: 320, height: 256 },
      deviceScaleFactor: 4,
    })
    for (const path of pages) {
      await page.goto(home + path)
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await page.context().close()
  })

  it('still fits when people have a very long name', async () => {
    const { page } = await open('/long', { viewport: { width: 320, height: 800 } })
    assert.equal(await sidewaysScroll(page), 0)
    await page.context().close()
  })

  it('can be read in high contrast', async () => {
    const { page } = await open('/story', { forcedColors: 'active' })
    assert.deepEqual(await axe(page), [])
    const dot = await page.evaluate(
      `getComputedStyle(document.querySelector('.cp-thread li'), '::before').borderTopWidth`,
    )
    assert.equal(dot, '4px')
    await page.context().close()
  })

  it('prints what was said and leaves out what is only for the screen', async () => {
    const { page } = await open('/parts')
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.getByText('We have your complaint').isVisible())
    assert.ok(!(await page.locator('.cp-navigation').isVisible()))
    assert.ok(!(await page.getByRole('link', { name: 'Start now' }).isVisible()))
    await page.context().close()
  })
})

describe('By keyboard alone', () => {
  it('the first stop skips to the main content', async () => {
    const { page } = await open('/story')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to main content' })
    assert.equal(await focusedClass(page), 'nhsuk-skip-link')
    assert.ok(((await skip.boundingBox())?.width ?? 0) > 10)
    await page.keyboard.press('Enter')
    assert.equal(await focusedId(page), 'maincontent')
    await page.context().close()
  })

  it('an error leads to the input it is about, also of choices and dates', async () => {
    const { page } = await open('/questions')
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    assert.match(await page.title(), /^Error: /)
    const summary = page.locator('.nhsuk-error-summary')
    assert.equal(await focusedClass(page), 'nhsuk-error-summary')
    const leads = [
      ['Enter your name', 'name'],
      ['Enter what happened', 'story'],
      ['Enter your date of birth', 'born-day'],
      ['Select how you would like to hear from us', 'how'],
      ['Select what would help you', 'needs'],
      ['Select where it happened', 'place'],
    ] as const
    for (const [says, id] of leads) {
      await summary.getByRole('link', { name: says }).press('Enter')
      assert.equal(await focusedId(page), id, says)
    }
    assert.deepEqual(await axe(page), [])
    await page.context().close()
  })

  it('a journey is walked to the end, each page of it accessible', async () => {
    const { page } = await open('/wish')
    await page.getByLabel('What would make it better?').fill('A quiet corner')
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    await page.getByRole('link', { name: 'Select how we answer' }).press('Enter')
    await page.keyboard.press('Space')
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    await page.getByRole('link', { name: 'Change What would make it better?' }).press('Enter')
    await page.getByLabel('What would make it better?').fill('A quiet room')
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    assert.ok(await page.getByText('A quiet room').isVisible())
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Send' }).press('Enter')
    assert.ok(await page.getByText('We have your complaint').isVisible())
    await page.context().close()
  })

  it('every stop can be seen to have the focus', async () => {
    const { page } = await open('/')
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(`(() => {
        const style = getComputedStyle(document.activeElement)
        return (style.backgroundColor + style.boxShadow).includes('rgb(255, 235, 59)')
      })()`)
      const where = await page.evaluate('document.activeElement.outerHTML')
      assert.equal(seen, true, String(where))
    }
    await page.context().close()
  })
})

describe('With JavaScript turned off', () => {
  it('a form is refused, shown again as it was typed, mended and sent', async () => {
    const { page } = await open('/questions', { javaScriptEnabled: false })
    await page.getByLabel('What happened').fill('The room is loud.\nI left.')
    await page.getByLabel('Large print').check()
    await page.getByLabel('Month').fill('13')
    await page.getByRole('button', { name: 'Continue' }).click()
    assert.ok(await page.getByRole('alert').isVisible())
    assert.equal(await page.getByLabel('What happened').inputValue(), 'The room is loud.\nI left.')
    assert.equal(await page.getByLabel('Month').inputValue(), '13')
    assert.ok(await page.getByLabel('Large print').isChecked())
    await page.getByLabel('Your name').fill('Asha')
    await page.getByLabel('Day').fill('15')
    await page.getByLabel('Month').fill('March')
    await page.getByLabel('Year').fill('1984')
    await page.getByLabel('By letter').check()
    await page.getByLabel('Where did it happen?').selectOption('oak')
    await page.getByRole('button', { name: 'Continue' }).click()
    assert.ok(await page.getByText('We have your complaint').isVisible())
    await page.context().close()
  })

  it('the language is switched and the shell is in Welsh', async () => {
    const { page } = await open('/cookies', { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Cymraeg' }).click()
    assert.ok(page.url().endsWith('/cookies'))
    assert.ok(await page.getByText('Nodyn bach y mae eich porwr').isVisible())
    assert.ok(await page.getByRole('button', { name: 'Allgofnodi' }).isVisible())
    await page.context().close()
  })
})
