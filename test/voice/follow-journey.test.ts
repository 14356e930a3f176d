// Somebody follows what they searched for, is told of it, changes it, and stops with one tap.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { asDay, type Id } from '../../src/basics/index.ts'
import { addPlace } from '../../src/places/index.ts'
import { follow } from '../../src/voice/index.ts'
import { followsOf } from '../../src/voice/store/follows.ts'
import { person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, newId, visitorOf } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const asha = await register({ log }, 'Asha Patel')
const gwen = await register({ log }, 'Gwen Lloyd')
const web = await visitorOf(asha)
const placed = await addPlace(log, {
  actor: { by: null, onBehalfOf: null },
  kind: 'service',
  name: 'Foot clinic',
  code: null,
  from: asDay('2024-01-01'),
  place: newId() as Id,
})
assert.ok(placed.ok)

const nothing = { kind: null, place: null, becomes: null }

async function pageOf(settings: { cookie?: string; javaScriptEnabled?: boolean }) {
  const { cookie, javaScriptEnabled = true } = settings
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 320, height: 800 },
  })
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: baseURL }])
  }
  return context.newPage()
}

describe('V1 Following on the web', () => {
  it('V1 begins at a search, is changed, and stops, without JavaScript', async () => {
    const page = await pageOf({ cookie: web.cookie, javaScriptEnabled: false })
    await page.goto('/stories')
    await page.getByLabel('Words in the story').fill('quiet room')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Hear of new stories like these' }).click()
    await page.getByLabel('At once, for each story').check()
    await page.getByRole('button', { name: 'Follow this' }).click()
    await page.getByRole('heading', { name: 'Stories with “quiet room”' }).waitFor()
    await page.getByRole('link', { name: 'Change how often' }).click()
    await page.getByLabel('Once a week').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Once a week.').waitFor()
    assert.equal(await sidewaysScroll(page), 0)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('You follow nothing yet.').waitFor()
    assert.deepEqual(await followsOf(log.db, asha), [])
    await page.context().close()
  })

  it('V1 follows what becomes of a search, and says what will be told', async () => {
    const page = await pageOf({ cookie: web.cookie })
    await page.goto('/stories?kind=concern&became=disputed')
    await page.getByRole('link', { name: /Hear when a change .* is disputed/ }).click()
    await page.getByText('Every story of this kind: A concern', { exact: false }).waitFor()
    const told = page.getByText('What you will be told: A service says that it made a change')
    await told.waitFor()
    await page.getByText('and not of what is so already').waitFor()
    assert.deepEqual(await axe(page), [])
    assert.equal(await sidewaysScroll(page), 0)
    await page.getByLabel('At once').check()
    await page.getByRole('button', { name: 'Follow this' }).click()
    const [own] = await followsOf(log.db, asha)
    assert.deepEqual([own?.kind, own?.becomes, own?.typed], ['concern', 'disputed', ''])
    await page.getByRole('link', { name: 'See these stories' }).first().click()
    assert.match(page.url(), /kind=concern&became=disputed$/)
    await page.goto('/follows')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.context().close()
  })

  it('V1 begins at a service with the keyboard, on pages that hold to axe', async () => {
    const page = await pageOf({ cookie: web.cookie })
    await page.goto(`/stories/about/${placed.value}`)
    await page.getByRole('link', { name: 'Follow this: Foot clinic' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Follow this' }).waitFor()
    assert.deepEqual(await axe(page), [])
    await page.getByLabel('Once a day').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Anything about Foot clinic' }).waitFor()
    assert.deepEqual(await axe(page), [])
    await page.context().close()
  })

  it('V1 stops by the link in a message, in a browser that nobody signed in to', async () => {
    const request = { typed: 'rhubarb', ...nothing, often: 'at-once' as const }
    assert.ok((await follow(log, { person: gwen, ...request, outside: false })).ok)
    const [own] = await followsOf(log.db, gwen)
    assert.ok(own)
    const page = await pageOf({ javaScriptEnabled: false })
    await page.goto(`/follows/stop/${own.stopKey}`)
    assert.doesNotMatch(await page.content(), /rhubarb|Gwen/)
    assert.equal((await followsOf(log.db, gwen)).length, 1, 'opening the link stops nothing')
    await page.getByRole('button', { name: 'Stop these messages' }).click()
    await page.getByRole('heading', { name: 'You hear no more of this' }).waitFor()
    assert.deepEqual(await followsOf(log.db, gwen), [])
    await page.context().close()
    const scripted = await pageOf({})
    await scripted.goto(`/follows/stop/${own.stopKey}`)
    assert.deepEqual(await axe(scripted), [])
    await scripted.context().close()
  })

  it('V1 reads the same for what somebody else follows and for nothing at all', async () => {
    const request = { typed: 'mustard', ...nothing, often: 'daily' as const }
    const own = await follow(log, { person: gwen, ...request, outside: false })
    assert.ok(own.ok)
    const texts = await Promise.all(
      [own.value, newId()].map(async (id) => {
        const { statusCode, body } = await web.get(`/follows/${id}`)
        const stop = await web.post(`/follows/${id}/stop`, {})
        return `${statusCode} ${stop.statusCode} ${/<main[\s\S]*<\/main>/.exec(body)?.[0]}`
      }),
    )
    const plain = texts.map((one) => one.replaceAll(/[A-Z0-9]{4}-[A-Z0-9]{4}|[0-9a-f-]{36}/g, ''))
    assert.equal(plain[0], plain[1])
    assert.equal((await followsOf(log.db, gwen)).length, 1)
  })
})
