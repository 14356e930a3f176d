// A journey in a browser: a person's record seen, searched, added to, explained, and shared.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, sidewaysScroll } from '../browser.ts'
import { isFine, openDemonstration } from '../demonstration-site.ts'

const browser = await openBrowser()
after(() => browser.close())
const signIn = await openDemonstration(browser)

const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click()

describe('Asha', () => {
  it('A1 sees what is going on now, and everything on a timeline to search', async () => {
    const page = await signIn('Asha Patel')
    await follow(page, 'My record')
    const now = await textOf(page)
    for (const part of ['Type 2 diabetes', 'Metformin 500 mg', 'Penicillin', 'A quiet place']) {
      assert.ok(now.includes(part), part)
    }
    assert.match(now, /Written by Sian Rees, Oak Lane Surgery/)
    assert.match(now, /It came from the records of Oak Lane Surgery/)
    await isFine(page)
    await follow(page, 'See everything on a timeline')
    await isFine(page)
    await page.getByText('Find entries').click()
    await page.getByLabel('Kind').selectOption({ label: 'Test results' })
    await page.getByLabel('Words to look for').fill('hba1c')
    await press(page, 'Show')
    assert.equal(await page.locator('.cp-card').count(), 3)
    assert.equal(new URL(page.url()).search, '?chosen=yes')
    await follow(page, 'HbA1c')
    assert.match(await textOf(page), /49 mmol\/mol/)
    assert.match(await textOf(page), /your blood sugar over the last 3 months/)
    await isFine(page)
    await page.context().close()
  })

  it('A2 adds, explains, says it was a mistake, writes it anew; without scripts', async () => {
    const page = await signIn('Asha Patel', false)
    await page.goto('/record/add')
    assert.match(await textOf(page), /This is not an emergency service|999/)
    await press(page, 'Add it to my record')
    assert.match(await textOf(page), /Select what you want to add/)
    await page.getByLabel('A symptom').check()
    await page.getByLabel('In your own words').fill('My hands shake in the morning.')
    await page.getByLabel('Mental health').check()
    await press(page, 'Add it to my record')
    const added = await textOf(page)
    for (const part of ['My hands shake', 'It is in your record now', '999', 'Mental health']) {
      assert.ok(added.includes(part), part)
    }
    await press(page, 'Add this explanation')
    assert.match(await textOf(page), /Write what others should know/)
    await page.getByLabel('What should others know about it?').fill('Only on cold days')
    await press(page, 'Add this explanation')
    assert.match(await textOf(page), /Only on cold days/)
    await page.getByLabel('What was wrong?').fill('It was my left hand only')
    await press(page, 'Mark it as a mistake')
    assert.match(await textOf(page), /Entered by mistake/)
    const first = page.url()
    await follow(page, 'Write a newer one in its place')
    await page.getByLabel('A symptom').check()
    await page.getByLabel('In your own words').fill('My left hand shakes in the morning.')
    await press(page, 'Add it to my record')
    assert.match(await textOf(page), /My left hand shakes/)
    await page.goto(first)
    await follow(page, 'See the newer entry')
    assert.match(await textOf(page), /My left hand shakes/)
    await page.context().close()
  })

  it('finds every page of it free of what keeps people out', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/record/add')
    await isFine(page)
    await press(page, 'Add it to my record')
    await isFine(page)
    await page.goto('/record/timeline?kind=note')
    await follow(page, 'Note')
    await isFine(page)
    await page.context().close()
  })

  it('saves an entry just as it came', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/record')
    await follow(page, 'Type 2 diabetes')
    const shown = await page.locator('pre').textContent()
    const saved = await page.request.get(`${page.url()}/received`)
    assert.equal(await saved.text(), shown)
    await page.context().close()
  })

  it('does not find another person’s entry', async () => {
    const hers = await signIn('Asha Patel')
    await hers.goto('/record')
    await follow(hers, 'Type 2 diabetes')
    const path = new URL(hers.url()).pathname
    const page = await signIn('Gwen Lloyd')
    for (const at of [path, `${path}/received`, `/record/add?instead=${path.split('/').at(-1)}`]) {
      assert.equal((await page.request.get(at)).status(), 404, at)
    }
    await Promise.all([hers.context().close(), page.context().close()])
  })
})

describe('Sian, a nurse at Oak Lane Surgery', () => {
  it('A4 A7 sees who shares with her role, and of their record what they share', async () => {
    const page = await signIn('Sian Rees')
    await page.locator('summary', { hasText: 'My work' }).click()
    await follow(page, 'Shared with me')
    const people = await textOf(page)
    assert.match(people, /Asha Patel/)
    assert.doesNotMatch(people, /Leah Goldberg/)
    await isFine(page)
    await follow(page, 'Asha Patel')
    const now = await textOf(page)
    assert.match(now, /The record of Asha Patel[\s\S]*This may not be everything/)
    assert.match(now, /Type 2 diabetes/)
    assert.doesNotMatch(now, /Low for two weeks/)
    await isFine(page)
    await follow(page, 'Penicillin')
    assert.match(await textOf(page), /A rash on the arms/)
    assert.equal(await page.getByRole('button', { name: 'Add this explanation' }).count(), 0)
    await isFine(page)
    await follow(page, 'The record')
    await follow(page, 'See everything on a timeline')
    assert.doesNotMatch(await textOf(page), /Low for two weeks/)
    await isFine(page)
    const hers = await signIn('Asha Patel')
    await hers.goto('/looks')
    assert.match(await textOf(hers), /Sian Rees/)
    await Promise.all([page.context().close(), hers.context().close()])
  })
})

describe('Arthur, 83, who has COPD', () => {
  it('reads the same large as small: four times as big, each page fits', async () => {
    const page = await signIn('Arthur Bell')
    await page.setViewportSize({ width: 320, height: 256 })
    for (const path of ['/record', '/record/timeline', '/record/results', '/record/team']) {
      await page.goto(path)
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await page.context().close()
  })
})
