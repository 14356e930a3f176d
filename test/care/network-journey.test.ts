// Journeys in a browser: the map, a visit, an offer, something to read, a meeting, the family.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { isFine, openDemonstration } from '../demonstration-site.ts'

const browser = await openBrowser()
after(() => browser.close())
const signIn = await openDemonstration(browser)

const textOf = async (page: Page, selector = 'main') =>
  (await page.locator(selector).first().textContent()) ?? ''
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click()

/** Goes on with the Tab key alone until this has the focus. */
async function tabTo(page: Page, name: string) {
  for (let tries = 0; tries < 80; tries += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      `(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent?.trim() ?? ''`,
    )
    if (String(focused).startsWith(name)) return
  }
  throw new Error(`Nothing called ${name} can be reached by keyboard`)
}

describe('The people around somebody', () => {
  it('E11 are added by keyboard alone, kept, and compared with before', async () => {
    const page = await signIn('Gwen Lloyd')
    await page.goto('/care/network')
    await isFine(page)
    await tabTo(page, 'Add somebody')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/add')
    await isFine(page)
    await tabTo(page, 'What do you call them?')
    await page.keyboard.type('Walking group')
    await page.keyboard.press('Tab')
    await page.keyboard.type('A group')
    await tabTo(page, 'Nearest')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'Everyday help')
    await page.keyboard.press('Space')
    await tabTo(page, 'Every day')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'Put on the map')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/care/network')
    assert.match(await textOf(page, 'table'), /Walking group/)
    assert.match(await textOf(page), /helps you with your illness/)
  })

  it('E11 are compared, before and after, in two pictures and in words', async () => {
    const page = await signIn('Asha Patel')
    await page.goto('/care/network')
    await follow(page, 'Compare with: Before I joined the walkers')
    await isFine(page)
    assert.equal(await page.locator('svg[role=img]:visible').count(), 2)
    assert.match(await textOf(page, 'table'), /Thursday walkers\s*What changed New on the map/)
  })

  it('E11 decide with JavaScript off whether their name is seen', async () => {
    const page = await signIn('Helen Whitaker', false)
    await page.goto('/care/network/asked')
    assert.match(await textOf(page), /Joan Whitaker put you on their map/)
    await press(page, 'Others may see my name')
    assert.match(await textOf(page), /Others may see your name\./)
  })
})

describe('A visit', () => {
  it('B2 is prepared by both sides, and what is open carries over', async () => {
    const page = await signIn('Marcus Bennett')
    await page.goto('/care/visits')
    await isFine(page)
    await follow(page, 'Visit: Sian Rees, diabetes clinic')
    await isFine(page)
    const shown = await textOf(page)
    assert.match(shown, /A plan that fits my shifts/)
    assert.match(shown, /Your feet and your blood pressure/)
    assert.match(shown, /What can I eat on a night shift\?\s*Carried over/)
    const nurse = await signIn('Sian Rees')
    await nurse.goto(await asShared(page))
    await isFine(nurse)
    await nurse.getByLabel('What do you want to talk about?').fill('Your tablets.')
    await press(nurse, 'Put it beside theirs')
    if (await nurse.getByRole('button', { name: 'Put it beside theirs' }).isVisible()) {
      await press(nurse, 'Put it beside theirs')
    }
    await page.reload()
    assert.match(await textOf(page), /Your tablets\./)
  })

  it('B2 is prepared with JavaScript off, an error leading to its field', async () => {
    const page = await signIn('Arthur Bell', false)
    await page.goto('/care/visits/add')
    await press(page, 'Save')
    assert.match(await textOf(page, '[role=alert]'), /Enter whom you meet/)
    await page.getByLabel('Who do you meet?').fill('The lung nurse')
    await page.getByLabel('Day', { exact: true }).fill('1')
    await page.getByLabel('Month').fill('2')
    await page.getByLabel('Year').fill('2027')
    await press(page, 'Save')
    await follow(page, 'Write what I want')
    await page.getByLabel('Question 1').fill('When do I start the rescue pack?')
    await press(page, 'Save')
    assert.match(await textOf(page), /When do I start the rescue pack\?/)
  })

  /** The same visit at the address by which those see it with whom it is shared. */
  const asShared = async (page: Page) => {
    const { pathname } = new URL(page.url())
    const nurse = await signIn('Sian Rees')
    await nurse.goto('/people')
    const link = nurse.getByRole('link', { name: 'Marcus Bennett', exact: true })
    const record = (await link.getAttribute('href')) ?? ''
    return record.replace('/record', pathname)
  }
})

describe('What was offered, and what was sent', () => {
  it('B12 says what was offered and what was not, and a gap becomes a question', async () => {
    const page = await signIn('Marcus Bennett')
    await page.goto('/care/offered')
    await isFine(page)
    await follow(page, 'Type 2 diabetes')
    await isFine(page)
    assert.match(await textOf(page), /You were offered 2 of 9/)
    await press(page, /^Ask for it\s*: Money for your care/)
    assert.match(await textOf(page), /“May I have a personal health budget\?”/)
    await follow(page, 'See my visits and questions')
    assert.match(await textOf(page), /May I have a personal health budget\?/)
  })

  it('B8 is opened and judged by the person, and the nurse sees both', async () => {
    const page = await signIn('Marcus Bennett')
    await page.goto('/care/information')
    await isFine(page)
    await follow(page, 'Personal health budgets')
    await isFine(page)
    assert.match(await textOf(page), /Reading age/)
    await press(page, 'Save')
    assert.match(await textOf(page, '[role=alert]'), /Select whether it helped/)
    await page.getByLabel('Yes').check()
    await press(page, 'Save')
    assert.match(await textOf(page), /You said: Yes/)
  })
})

describe('A person’s side of their care', () => {
  it('C8 is counted on one page, reached from home, without a form', async () => {
    const page = await signIn('Daniel Price')
    await follow(page, 'My side of my care')
    await isFine(page)
    assert.match(await textOf(page), /You met \d+ times, with you in the room/)
    assert.equal(await page.locator('main form').count(), 0)
  })

  it('E12 is linked by each one’s own yes, and taken back by keyboard, at once', async () => {
    const ravi = await signIn('Ravi Patel', false)
    await ravi.goto('/care/family')
    assert.match(await textOf(ravi), /What is in the plan of Asha Patel/)
    const page = await signIn('Asha Patel')
    await page.goto('/care/family')
    await isFine(page)
    await tabTo(page, 'Stop it')
    await page.keyboard.press('Enter')
    await page.getByText('They have said yes. You have not').waitFor()
    await ravi.reload()
    assert.doesNotMatch(await textOf(ravi), /What is in the plan of Asha Patel/)
  })
})

describe('A network meeting', () => {
  it('E10 is called, begun and written in by the person, and not once they leave', async () => {
    const page = await signIn('Daniel Price')
    await page.goto('/care/meetings')
    await isFine(page)
    assert.match(await textOf(page), /75%/)
    await follow(page, 'Call a meeting')
    await isFine(page)
    await page.getByLabel('What is going on?').fill('I am afraid again.')
    await page.getByLabel('Yes: we need to meet within 24 hours').check()
    await page.getByLabel('Kofi Mensah').check()
    await press(page, 'Call the meeting')
    await isFine(page)
    assert.match(await textOf(page), /To begin by/)
    assert.equal(await page.getByLabel('The words').count(), 0)
    await page.getByLabel('Kofi Mensah').check()
    await press(page, 'I am here: begin the meeting')
    await isFine(page)
    await page.getByLabel('Decision').check()
    await page.getByLabel('The words').fill('Kofi stays tonight.')
    await press(page, 'Write it down')
    assert.match(await textOf(page), /Kofi stays tonight\./)
    await press(page, 'I am leaving the room')
    assert.match(await textOf(page), /Nothing can be written or decided/)
    assert.equal(await page.getByLabel('The words').count(), 0)
  })
})
