// A story from telling to dispute, and a complaint to the ombudsman, in a real browser.
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
const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-voice-'))

before(async () => {
  site = await startSite({ DATA_DIR: dataDir })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await site?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A page for somebody; nobody where no name is given. JavaScript is off: nothing here needs it. */
async function pageFor(name: string | null): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: name === null,
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

/** Opens what is closed until it is asked for. */
const unfold = (page: Page) =>
  page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')

async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways at ${width}`)
  }
}

const title = 'The lift was out of order'

describe('V1 Somebody without a name', () => {
  let author: Page
  let story = ''

  it('V1 tells what happened, one question a page, and gets a code and a proof', async () => {
    author = await pageFor(null)
    await go(author, '/have-a-say')
    await isSound(author)
    await author.getByLabel('What happened to me').check()
    await press(author, 'Continue')
    await author.getByLabel('Type part of its name').fill('diabetes clinic')
    await press(author, 'Find')
    await press(author, 'Add Diabetes clinic at Oak Lane')
    await press(author, 'Continue')
    await press(author, 'Continue')
    assert.ok(await author.getByRole('link', { name: 'Write what happened' }).isVisible())
    await author.getByLabel('What happened?').fill('I use a wheelchair and could not get up.')
    await isSound(author)
    await press(author, 'Continue')
    await press(author, 'Continue')
    await press(author, 'Continue')
    await press(author, 'Continue without a photo')
    await author.getByLabel('Give it a title').fill(title)
    await press(author, 'Continue')
    await author.getByLabel('I am telling what happened to me').check()
    await press(author, 'Continue')
    await author.getByLabel('Yes, show it').check()
    await press(author, 'Continue')
    assert.ok(await author.getByText('This is not an emergency service').isVisible())
    await isSound(author)
    await press(author, 'Send')
    assert.match(author.url(), /\/told\//)
    story = author.url().split('/').at(-1) ?? ''
    const code = await author.locator('.cp-reference').textContent()
    assert.match(code ?? '', /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    assert.ok(await author.getByText('A moderator reads it by the end of').isVisible())
    await isSound(author)
    await author.reload()
    assert.equal(await author.locator('.cp-reference').count(), 0)
    const other = await pageFor(null)
    assert.equal((await go(other, `/stories/${story}`))?.status(), 404)
    await go(other, '/sign-in/story-code')
    await other.getByLabel('Your code').fill(code ?? '')
    await press(other, 'Open')
    assert.ok(await other.getByText('This is yours.').isVisible())
    await other.context().close()
  })

  it('V1 is read by two moderators, without JavaScript', async () => {
    const mo = await pageFor('Mo Rahman')
    await go(mo, `/moderation/${story}`)
    for (const none of await mo.getByRole('radio', { name: 'None' }).all()) await none.check()
    await press(mo, 'Send to a second person')
    assert.match(mo.url(), /\/moderation$/)
    await go(mo, `/moderation/${story}`)
    assert.equal(await mo.getByRole('button', { name: 'Agree, and publish it' }).count(), 0)
    await mo.context().close()
    const nia = await pageFor('Nia Pritchard')
    await go(nia, `/moderation/${story}`)
    await press(nia, 'Agree, and publish it')
    assert.match(nia.url(), /\/moderation$/)
    await nia.context().close()
  })

  it('V1 is answered with a promise, which a moderator reads first', async () => {
    const dilys = await pageFor('Dilys Morgan')
    await go(dilys, '/answers')
    await dilys.getByRole('link', { name: title }).click()
    await dilys.getByLabel('Your answer').fill('I am sorry. It will be mended.')
    await dilys.getByLabel('Yes: we promise a change').check()
    await unfold(dilys)
    await dilys.getByLabel('What do you promise?').fill('The lift works again')
    await dilys.getByLabel('Who sees to it?').fill('Dilys Morgan, practice manager')
    await dilys.getByLabel('Day').fill('1')
    await dilys.getByLabel('Month').fill('12')
    await dilys.getByLabel('Year').fill('2099')
    await press(dilys, 'Send the answer')
    await publishNext()
    await dilys.context().close()
    await go(author, `/stories/${story}`)
    assert.ok(await author.getByText('The lift works again').isVisible())
  })

  it('V1 is said to be done, and “not yet” shows as disputed to anybody', async () => {
    const dilys = await pageFor('Dilys Morgan')
    await go(dilys, `/stories/${story}`)
    await dilys.getByLabel('Your answer').fill('The lift was mended today.')
    await dilys.getByLabel('Yes: a change was made').check()
    await unfold(dilys)
    await dilys.getByLabel('The lift works again').check()
    await press(dilys, 'Send the answer')
    await publishNext()
    await dilys.context().close()
    await go(author, `/stories/${story}`)
    await author.getByLabel('Not yet').check()
    await press(author, 'Send my answer')
    await isSound(author)
    const anybody = await pageFor(null)
    await go(anybody, `/stories/${story}`)
    assert.ok(await anybody.getByText('Not yet, says the person who asked').first().isVisible())
    await isSound(anybody)
    await anybody.getByRole('link', { name: 'Diabetes clinic at Oak Lane' }).first().click()
    assert.ok(await anybody.getByText(/\d (?:is|are) disputed/).isVisible())
    await isSound(anybody)
    await go(anybody, '/stories?words=lift+wheelchair')
    assert.ok(await anybody.getByRole('link', { name: title }).isVisible())
    await isSound(anybody)
    await anybody.context().close()
    await author.context().close()
  })

  async function publishNext(): Promise<void> {
    const nia = await pageFor('Nia Pritchard')
    await go(nia, '/moderation')
    await nia.getByRole('link', { name: 'Answer by a service' }).first().click()
    await press(nia, 'Publish it')
    await nia.context().close()
  }
})

describe('V2 Asha, who complains formally', () => {
  let complaint = ''

  it('V2 complains, and sees by when it is acknowledged', async () => {
    const asha = await pageFor('Asha Patel')
    await go(asha, '/complain')
    await asha.getByLabel('Type part of its name').fill('scans')
    await press(asha, 'Find')
    await press(asha, 'Add Scans at Elm Street Hospital')
    await press(asha, 'Continue')
    await asha.getByLabel('England').check()
    await press(asha, 'Continue')
    await asha.getByLabel('What went wrong?').fill('My scan was cancelled twice.')
    await press(asha, 'Continue')
    await press(asha, 'Continue')
    await asha.getByLabel('Day').fill('1')
    await asha.getByLabel('Month').fill('11')
    await asha.getByLabel('Year').fill('2026')
    await press(asha, 'Continue')
    await asha.getByLabel('Mine').check()
    await press(asha, 'Continue')
    await press(asha, 'Continue')
    await press(asha, 'Send')
    assert.match(asha.url(), /\/complaints\/.*\/made/)
    complaint = new URL(asha.url()).pathname.replace('/made', '')
    await go(asha, complaint)
    assert.ok(await asha.getByText('Acknowledge it').first().isVisible())
    await asha.context().close()
  })

  it('V2 is answered with every part, and takes it to the ombudsman', async () => {
    const megan = await pageFor('Megan Hughes')
    await go(megan, complaint)
    const open = () => unfold(megan)
    await megan.getByLabel('In writing: what I write here').check()
    await megan.locator('#acknowledge').fill('We have it. Shall we talk about it?')
    await press(megan, 'Acknowledge it')
    await open()
    await press(megan, 'Sign and send the answer')
    assert.ok(await megan.getByText('This part is missing').first().isVisible())
    for (const part of ['considered', 'conclusions', 'action', 'taken', 'ombudsman']) {
      await megan.locator(`#${part}`).fill(`What is to be said of ${part}.`)
    }
    await megan.locator('#signedBy').fill('Jo Bevan, chief executive')
    await press(megan, 'Sign and send the answer')
    await megan.context().close()
    const asha = await pageFor('Asha Patel')
    await go(asha, complaint)
    assert.ok(await asha.getByText('Jo Bevan, chief executive').isVisible())
    await unfold(asha)
    await asha.locator('#ombudsman').fill('I am not satisfied.')
    await press(asha, 'I have taken it to the ombudsman')
    assert.ok(await asha.getByText('Taken to the ombudsman').isVisible())
    await asha.context().close()
  })
})

describe('B13 Anybody', () => {
  it('B13 finds a right, who owes it and where to start, on sound pages', async () => {
    const page = await pageFor(null)
    await go(page, '/rights')
    await isSound(page)
    await go(page, '/rights/CR-X1')
    assert.ok(await page.getByText('within 3 working days').first().isVisible())
    await isSound(page)
    await page.context().close()
  })
})
