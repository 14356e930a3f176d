// The main navigation as each role has it: one calm line, and lists that open without a script.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { createElement } from 'react'
import type { OrganisationId, PersonId } from '../../src/basics/index.ts'
import { navigation } from '../../src/routes.ts'
import type { Language, Visitor } from '../../src/web/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { sampleRoutes } from './sample.tsx'
import { openSite, pageAt } from './site.ts'

const asha = {
  kind: 'person',
  person: '019e8cb6-0680-7250-a4f9-eda9984db465' as PersonId,
  name: 'Asha Patel',
  session: 'cookie-of-asha',
  identityLevel: 'P9',
  roles: [],
  acting: null,
} as const
const person: Visitor = asha
const roles = ['practice-manager', 'moderator', 'administrator', 'community-worker']
const organisationId = '019e8cb6-0680-7250-a4f9-eda9984db466' as OrganisationId
const acting = { role: 'Practice manager', organisation: 'Oak Lane', organisationId }
const everyRole: Visitor = { ...asha, roles, acting }
const visitors: Readonly<Record<string, Visitor>> = {
  nobody: { kind: 'nobody' },
  somebody: person,
  'somebody with every role': everyRole,
}
let [who, language]: [Visitor, Language] = [person, 'en']
const shown = (title: string, here: string) => {
  const main = createElement('h1', null, title)
  return pageAt(here, { handle: async () => ({ kind: 'page', title, main, here }) })
}
const site = await openSite(
  [
    ...sampleRoutes,
    ...[shown('Share', '/share'), shown('My plan', '/plan'), shown('Answers', '/answers')],
  ],
  {
    findVisitor: async () => who,
    navigation: () => navigation(who, language),
  },
)
const address = await site.app.listen({ port: 0, host: '127.0.0.1' })
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await site.app.close()
})

/** Opens the start page of a visitor, this wide. */
async function openAs(one: Visitor, width: number, in_: Language = 'en', script = true) {
  ;[who, language] = [one, in_]
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
    baseURL: address,
  })
  const page = await context.newPage()
  await page.goto('/')
  return page
}

/** The colour of the line below the first of these that is seen. */
const lineUnder = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    `getComputedStyle([...document.querySelectorAll(${JSON.stringify(selector)})]
      .find((one) => one.checkVisibility())).borderBottomColor`,
  )

describe('The main navigation', () => {
  for (const [name, visitor] of Object.entries(visitors)) {
    it(`is one line for ${name}, on a phone and a desk, in both languages`, async () => {
      for (const width of [390, 1280]) {
        for (const in_ of ['en', 'cy'] as const) {
          const page = await openAs(visitor, width, in_)
          const items = page.locator('.cp-navigation > ul > li:visible')
          const tops = new Set<number>()
          for (const one of await items.all()) tops.add((await one.boundingBox())?.y ?? 0)
          assert.equal(tops.size, 1, `${name} ${width} ${in_}`)
          assert.equal(await sidewaysScroll(page), 0)
          await page.context().close()
        }
      }
    })
  }

  it('opens by keyboard, and everything can be reached, on a phone too', async () => {
    const all = navigation(everyRole, 'en')
    for (const width of [320, 390, 1280]) {
      const page = await openAs(everyRole, width)
      for (const list of ['My work', 'More']) {
        await page.locator('summary', { hasText: list }).focus()
        await page.keyboard.press('Enter')
      }
      for (const { text } of all) {
        const links = page.locator('.cp-navigation a:visible', { hasText: text })
        assert.ok((await links.count()) >= 1, `${text} at ${width}`)
      }
      assert.deepEqual(await axe(page), [])
      assert.equal(await sidewaysScroll(page), 0)
      await page.context().close()
    }
  })

  it('marks the list that the page lies in, on a phone and a desk', async () => {
    // Where each page lies: in the line, or in a list that is closed.
    const lies = [
      [390, '/share', 'More'],
      [390, '/plan', 'More'],
      [390, '/answers', 'My work'],
      [1280, '/share', 'More'],
      [1280, '/plan', null],
      [1280, '/answers', 'My work'],
    ] as const
    for (const [width, path, list] of lies) {
      const page = await openAs(everyRole, width)
      await page.goto(path)
      const at = `${path} at ${width}`
      const current = page.locator('.cp-navigation [aria-current]:visible')
      assert.equal(await current.count(), 1, at)
      if (list === null) {
        assert.equal(await current.textContent(), 'My plan', at)
      } else {
        assert.equal(await current.textContent(), list, at)
        const [own, other] = await Promise.all([
          lineUnder(page, '.cp-navigation summary[aria-current]'),
          lineUnder(page, '.cp-navigation > ul > li > a'),
        ])
        assert.notEqual(own, other, at)
        await current.focus()
        await page.keyboard.press('Enter')
        assert.equal(await page.locator('a[aria-current="page"]:visible').count(), 1, at)
      }
      assert.deepEqual(await axe(page), [], at)
      assert.equal(await sidewaysScroll(page), 0)
      await page.context().close()
    }
  })

  it('opens with JavaScript off, and says where somebody is', async () => {
    const page = await openAs(person, 1280, 'en', false)
    await page.locator('summary', { hasText: 'More' }).click()
    await page.getByRole('link', { name: 'Share' }).click()
    await page.locator('summary.cp-holds-here').click()
    const here = page.locator('.cp-navigation a[aria-current="page"]')
    assert.equal(await here.textContent(), 'Share')
    await page.context().close()
  })
})
