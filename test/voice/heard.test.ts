// Conversations heard for people without an account: kept once, counted as reach, raised, answered.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { asDay, type Day, type OrganisationId } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { addPlace } from '../../src/places/index.ts'
import { makeBoxKey, openBox } from '../../src/plumbing/index.ts'
import {
  hearConversation,
  loadTheme,
  type NewHearing,
  openSealed,
  raiseTheme,
  sealingKeyOf,
  takeConversationBack,
  themeAt,
} from '../../src/voice/actions/hear.ts'
import { loadReport } from '../../src/voice/actions/report.ts'
import { reachOf } from '../../src/voice/domain/heard/theme.ts'
import { answerOne } from '../../src/voice/index.ts'
import { done, longAgo as from, nobody } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, newId, visitorOf } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

async function body(name: string, what: string, odsCode: string | null, role: string) {
  const about = { actor: nobody, name, odsCode, what, from }
  const organisation: OrganisationId = done(await registerOrganisation(log, about))
  return { organisation, ...(await worker(organisation, `${name} worker`, role)) }
}
async function worker(organisation: OrganisationId, name: string, role: string) {
  const known = { name, birthDate: null, nhsNumber: null }
  const person = done(await registerPerson(log, { actor: nobody, ...known }))
  done(await giveRole(log, { actor: nobody, person, what: role, organisation, from, until: null }))
  return { person, web: await visitorOf(person) }
}
const charity = await body('Millbrook Together', 'charity', null, 'community-worker')
const other = await worker(charity.organisation, 'Another worker', 'community-worker')
const elsewhere = await body('Elm Together', 'charity', null, 'community-worker')
const trust = await body('Elm Street Hospital', 'nhs-trust', 'Z99002', 'complaints-manager')

const about = { actor: nobody, key: newId(), kind: 'area', code: null, from }
const north = done(await addPlace(log, { ...about, name: 'North Millbrook' }))

const hearing = (more: Partial<NewHearing> = {}): NewHearing => ({
  conversation: newId(),
  theme: 'Buses stop at six',
  says: 'Nobody can get to the evening clinic.',
  where: 'Willow Court',
  area: null,
  group: 'Shift workers',
  people: 1,
  evidence: [],
  heardOn: asDay('2026-11-20'),
  way: 'device',
  agreed: true,
  ...more,
})
const hears = async (more: Partial<NewHearing> = {}, by = charity) =>
  done(await hearConversation(log, by, hearing(more)))
const refusal = async (more: Partial<NewHearing>) => {
  const one = await hearConversation(log, charity, hearing(more))
  return one.ok ? 'done' : one.refusal.code
}

describe('G5 Conversations heard', () => {
  it('G5 say “said in 4 places, by 31 people, 2 evidence links”, and are raised so', async () => {
    const link = 'https://buses.example/timetable'
    const theme = await hears({ people: 12, evidence: [link] })
    for (const more of [
      { where: 'St Mary’s hall', people: 9, evidence: [link, 'Minutes of the patient group, May'] },
      { where: 'The allotments', people: 7 },
      { where: 'the  allotments', people: 2, theme: 'buses stop at SIX!' },
      { where: 'Foundry Street', people: 1 },
    ]) {
      assert.equal(await hears(more), theme)
    }
    const page = (await charity.web.get(`/heard/${theme}`)).body
    assert.match(page, /Said in 4 places, by 31 people, 2 evidence links/)
    const raising = { addressee: 'Z99002', asks: ['An evening bus', 'A later clinic'] }
    const report = done(await raiseTheme(log, charity, theme, raising, 'once'))
    assert.equal(done(await raiseTheme(log, charity, theme, raising, 'once')), report)
    const posted = await loadReport(log, report)
    assert.match(posted.posted?.summary ?? '', /^Said in 4 places, by 31 people, 2 evidence links/)
    // Twenty working days from Monday 23 November 2026, none of them a holiday.
    assert.equal(posted.posted?.due, '2026-12-21')
    done(await answerOne(log, trust, report, ANSWER, null))
    assert.match((await charity.web.get(`/reports/${report}`)).body, /We will ask the council/)
    assert.match((await charity.web.get(`/heard/${theme}`)).body, /See the report/)
  })

  it('G5 count in reach, and never as a story, a promise to anybody, or a vote', async () => {
    const theme = await hears({ theme: 'Proxy', people: 40 })
    assert.equal(reachOf(await loadTheme(log, theme)).people, 40)
    for (const table of ['work', 'published', 'about', 'told_to', 'promised', 'replies']) {
      const rows = await log.db.text(`select from voice.${table}`)
      assert.equal(rows.length, 0, table)
    }
    const kinds = await log.db.text<{ kind: string }>(
      'select distinct kind from log.facts where stream = $1',
      [theme],
    )
    assert.deepEqual(kinds, [{ kind: 'conversation-heard' }])
  })

  it('G5 are kept once, however often and from wherever one is sent', async () => {
    const conversation = newId()
    const same = { theme: 'Once', conversation }
    const [theme] = await Promise.all([
      hears(same),
      hears(same),
      hears(same, { ...charity, ...other }),
    ])
    assert.equal((await loadTheme(log, theme)).conversations.length, 1)
  })

  it('G5 need a yes, a theme, words, a place, people and a day that can be', async () => {
    assert.equal(await refusal({ agreed: false }), 'conversation-not-agreed')
    for (const part of ['theme', 'says', 'where'] as const) {
      assert.equal(await refusal({ [part]: '  ' }), 'conversation-empty')
    }
    for (const people of [0, 501, 1.5]) {
      assert.equal(await refusal({ people }), 'conversation-people')
    }
    for (const heardOn of ['2026-11-24', '2026-08-24'] as Day[]) {
      assert.equal(await refusal({ heardOn }), 'conversation-day')
    }
    assert.equal(await refusal({ heardOn: asDay('2026-08-25'), theme: 'Old' }), 'done')
  })

  it('G5 are taken back by whoever wrote them, and then count no more', async () => {
    const conversation = newId()
    const theme = await hears({ theme: 'Mistaken', conversation, people: 5 })
    const back = { conversation, why: 'Written twice' }
    const theirs = await takeConversationBack(log, { ...charity, ...other }, theme, back)
    assert.ok(!theirs.ok && theirs.refusal.code === 'conversation-unknown')
    done(await takeConversationBack(log, charity, theme, back))
    assert.equal(reachOf(await loadTheme(log, theme)).people, 0)
    const raised = await raiseTheme(log, charity, theme, { addressee: 'Z99002', asks: ['x'] }, null)
    assert.ok(!raised.ok && raised.refusal.code === 'theme-nothing-heard')
  })

  it('G5 are read by the organisation that heard them and by nobody else', async () => {
    const theme = await hears({ theme: 'Ours' })
    assert.notEqual(await themeAt(log, charity, theme), null)
    assert.equal(await themeAt(log, elsewhere, theme), null)
    const [theirs, none] = await Promise.all([
      elsewhere.web.get(`/heard/${theme}`),
      elsewhere.web.get(`/heard/${newId()}`),
    ])
    assert.deepEqual([theirs.statusCode, none.statusCode], [404, 404])
    assert.equal((await trust.web.get('/heard')).statusCode, 403)
  })

  it('G5 have the same rows after a rebuild', async () => {
    const rows = () => log.db.text('select * from voice.heard_themes order by stream')
    const before = await rows()
    assert.ok(before.length > 3)
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})

const ANSWER = {
  number: 1,
  stance: 'accepted' as const,
  says: 'We will ask the council.',
  promised: null,
}

describe('G5 A sealed box', () => {
  it('G5 is opened by this site for its worker, and by nothing and nobody else', async () => {
    const [mine, another] = [await makeBoxKey(), await makeBoxKey()]
    for (const box of ['', 'none', Buffer.alloc(200).toString('base64')]) {
      assert.equal(await openBox(mine.privateKey, box), null)
    }
    assert.notEqual(mine.privateKey, another.privateKey)
    await sealingKeyOf(log, charity.person)
    assert.equal(await sealingKeyOf(log, charity.person), await sealingKeyOf(log, charity.person))
    const opened = await openSealed(log, charity.person, 'none')
    assert.ok(!opened.ok && opened.refusal.code === 'conversation-box-not-yours')
  })
})

async function contextOf(cookie: string | null, settings = {}) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 800 },
    ...settings,
  })
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: baseURL }])
  }
  return context
}
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof contextOf>>['newPage']>>

async function writes(page: Page, theme: string, people = '3') {
  await page.getByLabel('In which area is that?').selectOption('North Millbrook')
  await page.getByLabel('What is it about?').fill(theme)
  await page.getByLabel('What was said?').fill('The path floods.')
  await page.getByLabel('Where did you hear it?').fill('Canal Side')
  await page.getByLabel('How many people said it?').fill(people)
  await page.getByLabel('Day', { exact: true }).fill('20')
  await page.getByLabel('Month', { exact: true }).fill('11')
  await page.getByLabel('Year', { exact: true }).fill('2026')
  await page.getByLabel('I heard it').check()
  await page.getByLabel('Those who said it agree').check()
  await page.getByRole('button', { name: 'Keep it' }).click()
}
const heardOn = async (words: string) => {
  const rows = await log.db.text<{ body: string }>(
    `select body from log.facts where kind = 'conversation-heard'`,
  )
  return rows.map(({ body }) => JSON.parse(body)).filter(({ theme }) => theme === words)
}
const waits = (page: Page) =>
  page.evaluate(`JSON.parse(localStorage.getItem('offline-waiting') ?? '[]').length`)

describe('G5 On a telephone with the network off', () => {
  it('G5 keeps what is written, unreadable, and sends it later with no duplicate', async () => {
    const context = await contextOf(charity.web.cookie)
    const page = await context.newPage()
    await page.goto('/heard/add')
    await page.evaluate('navigator.serviceWorker.ready')
    await context.setOffline(true)
    await page.goto('/heard/add')
    await page.getByRole('heading', { name: 'The network is off' }).waitFor()
    assert.deepEqual(await axe(page), [])
    assert.equal(await sidewaysScroll(page), 0)
    await writes(page, 'The towpath')
    await page.getByText('Kept on this device.').waitFor()
    await writes(page, 'The towpath', '4')
    await page.getByText('Waiting on this device for the network: 2').waitFor()
    const held = String(await page.evaluate('JSON.stringify(localStorage)'))
    assert.doesNotMatch(held, /towpath|floods|Canal|worker/i)
    const boxes = (await page.evaluate(`localStorage.getItem('offline-waiting')`)) as string
    assert.equal((await heardOn('The towpath')).length, 0)
    await context.setOffline(false)
    await page.goto('/heard/add')
    await page.getByText('Sent: 2.').waitFor()
    assert.equal(await waits(page), 0)
    // The same boxes once more, as a device would that did not hear the answer.
    await page.evaluate(`localStorage.setItem('offline-waiting', ${JSON.stringify(boxes)})`)
    await page.reload()
    await page.getByText('Sent: 2.').waitFor()
    const kept = await heardOn('The towpath')
    assert.deepEqual(kept.map(({ people }) => people).toSorted(), [3, 4])
    assert.deepEqual(
      kept.map((one) => one.area),
      [north, north],
    )
    await context.close()
  })

  it('G5 loses nothing when the session has ended, and waits for its own worker', async () => {
    const context = await contextOf(charity.web.cookie)
    const page = await context.newPage()
    await page.goto('/heard/add')
    await page.evaluate('navigator.serviceWorker.ready')
    await context.setOffline(true)
    await page.goto('/heard/add')
    await writes(page, 'Session over')
    await page.getByText('Kept on this device.').waitFor()
    await context.clearCookies()
    await context.setOffline(false)
    await page.goto('/heard/add')
    assert.match(page.url(), /sign-in/)
    assert.equal(await waits(page), 1)
    const signedInAs = async (cookie: string) => {
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url: baseURL }])
      const answered = page.waitForResponse(/heard\/sync/)
      await page.goto('/heard/add')
      return (await answered).status()
    }
    assert.equal(await signedInAs(other.web.cookie), 403)
    assert.equal(await waits(page), 1, 'another worker on the device cannot send it')
    assert.equal((await heardOn('Session over')).length, 0)
    await signedInAs(charity.web.cookie)
    await page.getByText('Sent: 1.').waitFor()
    assert.equal((await heardOn('Session over')).length, 1)
    await context.close()
  })

  it('G5 sends what waits when somebody signs out, and leaves nothing on the device', async () => {
    const { web } = await worker(charity.organisation, 'Somebody who leaves', 'community-worker')
    const context = await contextOf(web.cookie)
    const page = await context.newPage()
    await page.goto('/heard/add')
    await page.evaluate('navigator.serviceWorker.ready')
    await page.goto('/heard/offline')
    await writes(page, 'Signing out')
    await page.getByText('Kept on this device.').waitFor()
    await page.goto('/me')
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForURL(baseURL.concat('/'))
    assert.equal(await page.evaluate('localStorage.length'), 0)
    assert.equal((await heardOn('Signing out')).length, 1)
    await context.close()
  })

  it('G5 asks before it deletes what could not be sent, and keeps it after a no', async () => {
    const { web } = await worker(charity.organisation, 'Somebody who stays', 'community-worker')
    const context = await contextOf(web.cookie)
    const page = await context.newPage()
    await page.goto('/heard/add')
    await page.evaluate(`localStorage.setItem('offline-waiting', '["bm90IGEgYm94"]')`)
    page.once('dialog', (dialog) => dialog.dismiss())
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForTimeout(300)
    assert.equal(await waits(page), 1)
    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForURL(baseURL.concat('/'))
    assert.equal(await page.evaluate('localStorage.length'), 0)
    await context.close()
  })

  it('G5 keeps one that was not whole to be mended, so that it is not lost', async () => {
    const context = await contextOf(charity.web.cookie)
    const page = await context.newPage()
    await page.goto('/heard/add')
    await page.goto('/heard/offline')
    await writes(page, 'Mend me', 'three')
    await page.getByText('Kept on this device.').waitFor()
    await page.goto('/heard/add')
    await page.getByText('Sent: 1.').waitFor()
    await page.reload()
    await page.getByText('needs mending').waitFor()
    assert.equal(await page.getByLabel('What is it about?').inputValue(), 'Mend me')
    await page.getByLabel('How many people said it?').fill('3')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('heading', { name: 'Mend me' }).waitFor()
    assert.equal((await heardOn('Mend me')).length, 1)
    await context.close()
  })
})

describe('G5 On paper, without JavaScript', () => {
  it('G5 has a sheet to print and a form to type it in, with axe', async () => {
    const context = await contextOf(charity.web.cookie, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/heard/paper')
    await page.getByRole('heading', { name: 'Conversation sheet' }).waitFor()
    await page.getByText('North Millbrook').waitFor()
    await page.goto('/heard/add')
    await page.getByLabel('How many people said it?').fill('')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('link', { name: 'Enter how many people said it' }).waitFor()
    await writes(page, 'Typed in')
    await page.getByRole('heading', { name: 'Typed in' }).waitFor()
    assert.equal((await heardOn('Typed in')).length, 1)
    await context.close()
    const scripted = await contextOf(charity.web.cookie)
    const looked = await scripted.newPage()
    for (const path of ['/heard', '/heard/add', '/heard/paper']) {
      await looked.goto(path)
      assert.deepEqual(await axe(looked), [], path)
    }
    await scripted.close()
  })
})
