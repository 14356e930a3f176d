// You said, we did, you checked: everybody whose story led to a change hears of it, and says so.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Id, PersonId } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { deliveryOf, recordNeedsOf, sendWord } from '../../src/messages/index.ts'
import { filePost, idNamed } from '../../src/plumbing/index.ts'
import { answerStory, withdraw } from '../../src/voice/actions/answer-story.ts'
import { comeBack } from '../../src/voice/actions/come-back.ts'
import { publishSaying } from '../../src/voice/actions/moderate-story.ts'
import { loadStory } from '../../src/voice/actions/see-story.ts'
import * as act from '../../src/voice/actions/tell-change.ts'
import { tellOfSaying } from '../../src/voice/actions/tell-people.ts'
import { makeWayBack } from '../../src/voice/actions/tell-story.ts'
import { checkedCounts } from '../../src/voice/domain/change/change.ts'
import { person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { nobody, voiceIn } from './people.ts'

const site = await openWholeSite()
const { app, log, folder, visitorOf } = site
const { told, publish, surgery, mo, nia, newId } = await voiceIn(site)
await app.listen({ host: '127.0.0.1', port: 0 })
const baseURL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const dilys = await register({ log }, 'Dilys Morgan')
const given = await giveRole(log, {
  actor: nobody,
  person: dilys,
  key: null,
  what: 'practice-manager',
  organisation: surgery,
  from: '2024-01-01' as never,
  until: null,
})
assert.ok(given.ok)
const work = { person: dilys, organisation: surgery }
const moderator = await register({ log }, 'Mo Ali')
assert.ok(
  (
    await giveRole(log, {
      actor: nobody,
      person: moderator,
      key: null,
      what: 'moderator',
      organisation: null,
      from: '2024-01-01' as never,
      until: null,
    })
  ).ok,
)

const needs = { form: 'plain', language: 'en', channel: 'inbox', address: null }
const rest = { needs: [], interpreter: null, note: '', shown: true, saidBy: '' }
async function somebody(name: string, more: object = {}): Promise<PersonId> {
  const person = await register({ log }, name)
  const said = { ...needs, ...rest, ...more }
  assert.ok((await recordNeedsOf(log, nobody, person, said as never, null)).ok)
  return person
}
const storyOf = async (person: PersonId, more = {}) =>
  publish(await told({ teller: { person, browser: person }, ...more }))

const telling = (stories: readonly Id[]) => ({
  shownAs: 'Oak Lane Surgery',
  youSaid: 'The waiting room is too loud.',
  weDid: 'There is a quiet room now.',
  stories: [...stories],
})
const tells = async (stories: readonly Id[]) => {
  const done = await act.tellChange(log, work, telling(stories), null)
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  return done.value
}
const code = (done: { ok: true } | { ok: false; refusal: { code: string } }) =>
  done.ok ? 'done' : done.refusal.code

/** What the job does after a publication, and the word outside for each message of it. */
async function followed(change: Id, people: readonly PersonId[]): Promise<void> {
  const { publishedBy } = await act.loadChange(log, change)
  assert.ok(publishedBy !== null)
  await act.tellContributors(log, { stream: change, fact: publishedBy })
  await act.tellContributors(log, { stream: change, fact: publishedBy })
  const post = filePost(`${folder}/outbox`)
  for (const person of people) {
    const at = { owner: person, stream: idNamed(publishedBy, person) }
    await sendWord(log, post, 'https://here.example', at)
  }
}
const subjectOf = async (person: PersonId, message: Id) => {
  const [row] = await log.db.text<{ body: string }>(
    `select body from log.facts where owner = $1 and stream = $2 and kind = 'message-sent'`,
    [person, message],
  )
  return JSON.parse(row?.body ?? '{}').rendering
}

describe('K18 You said, we did, you checked', () => {
  it('K18 everybody linked has a delivered or bounced notice, in their language', async () => {
    const welsh = await somebody('Gwen Lloyd', { language: 'cy' })
    const easy = await somebody('Daniel Price', { form: 'easy-read' })
    const away = await somebody('Leah Goldberg', { channel: 'email', address: 'a@none.invalid' })
    const carer = await somebody('Helen Whitaker')
    const gone = await somebody('Taken Back')
    const forSomebody = { relation: 'My mother', permission: 'She said yes', helper: carer }
    const refs = [
      await storyOf(welsh),
      await storyOf(easy),
      await storyOf(away),
      await storyOf(carer, { way: 'on-behalf', forSomebody }),
      await publish(await told()),
      await storyOf(gone),
    ]
    const change = await tells(refs.map(({ stream }) => stream))
    assert.deepEqual((await act.noticesOf(log, await act.loadChange(log, change))).none, 6)
    assert.equal(code(await act.publishChange(log, mo, change, null)), 'done')
    const last = refs.at(-1)
    assert.ok(last && (await withdraw(log, { ref: last, key: null }, gone, '')).ok)
    await followed(change, [welsh, easy, away, carer])
    const loaded = await act.loadChange(log, change)
    const notices = await act.noticesOf(log, loaded)
    const { contributors, none, ...arrived } = notices
    assert.equal(none, 0)
    assert.equal(contributors, 5)
    assert.deepEqual(arrived, { delivered: 3, bounced: 1, seen: 0, wayBack: 1 })
    const message = (person: PersonId) => idNamed(loaded.publishedBy as Id, person)
    assert.equal((await subjectOf(welsh, message(welsh))).language, 'cy')
    assert.equal((await subjectOf(easy, message(easy))).form, 'easy-read')
    assert.equal(await deliveryOf(log, gone, message(gone)), 'none')
  })

  it('K18 whoever has a code finds it at the way back, which is noted, and checks it', async () => {
    const ref = await publish(await told())
    const change = await tells([ref.stream])
    assert.equal(code(await act.publishChange(log, mo, change, null)), 'done')
    await followed(change, [])
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`/changes/${change}`)
    assert.equal(await page.getByText('Did it happen for you?').count(), 0)
    const way = await makeWayBack(log, ref)
    await page.goto('/sign-in/story-code')
    await page.getByLabel('code').fill(way)
    await page.locator('main').getByRole('button').first().click()
    await page.getByRole('link', { name: 'There is a quiet room now.' }).click()
    assert.equal((await act.noticesOf(log, await act.loadChange(log, change))).seen, 1)
    await page.getByLabel('Not yet').check()
    await page.getByRole('button', { name: 'Say so' }).click()
    await page.getByText('Some who asked say that it has not happened.').waitFor()
    const { notYet, silent } = checkedCounts(await act.loadChange(log, change))
    assert.deepEqual([notYet, silent], [1, 0])
    await context.close()
    assert.ok((await comeBack(log, way, newId())).ok)
  })

  it('K18 the author of one answered story has a notice too', async () => {
    const asha = await somebody('Asha Patel')
    const ref = await storyOf(asha)
    const answer = {
      says: 'The chairs are new.',
      organisation: surgery,
      shownAs: 'Dilys Morgan',
      change: 'made',
      promises: null,
      keeps: null,
    }
    assert.ok((await answerStory(log, { ref, key: null }, dilys, answer)).ok)
    const saying = (await loadStory(log, ref)).sayings.at(-1)
    assert.ok(saying)
    const on = { person: mo, ref, key: null, told: [surgery] }
    const shown = { saying: saying.fact, says: saying.says, hides: [] }
    assert.ok((await publishSaying(log, on, shown)).ok)
    const settled = (await loadStory(log, ref)).sayings.at(-1)?.settledBy as Id
    await tellOfSaying(log, { ...ref, fact: settled })
    assert.equal(await deliveryOf(log, asha, idNamed(settled, asha)), 'delivered')
  })

  it('K18 is read by a moderator who has no part in it, before anybody may', async () => {
    const ref = await publish(await told())
    const change = await tells([ref.stream])
    const read = async (path: string) => (await app.inject({ url: path })).statusCode
    assert.equal(await read(`/changes/${change}`), 404)
    assert.equal(code(await act.publishChange(log, dilys, change, null)), 'moderator-own-story')
    assert.equal(code(await act.returnChange(log, nia, change, ' ', null)), 'story-reason-missing')
    const web = await visitorOf(moderator)
    assert.match((await web.get('/moderation')).body, /What services say they did/)
    assert.equal((await web.get(`/moderation/changes/${change}`)).statusCode, 200)
    const sent = await web.post(`/moderation/changes/${change}/publish`, {})
    assert.equal(sent.statusCode, 303)
    assert.equal(await read(`/changes/${change}`), 200)
    assert.equal(code(await act.publishChange(log, mo, change, null)), 'story-read-already')
  })

  it('K18 links only stories told to the service and read, and only authors check', async () => {
    const ref = await publish(await told())
    const unread = await told()
    for (const stories of [[], [unread.stream], [ref.stream, newId()]]) {
      const done = await act.tellChange(log, work, telling(stories), null)
      assert.equal(code(done), 'change-stories-missing')
    }
    const empty = { ...telling([ref.stream]), weDid: ' ' }
    assert.equal(code(await act.tellChange(log, work, empty, null)), 'change-empty')
    const other = { person: dilys, organisation: newId() as never }
    const theirs = await act.tellChange(log, other, telling([ref.stream]), null)
    assert.equal(code(theirs), 'change-stories-missing')
    const change = await tells([ref.stream])
    assert.equal(code(await act.publishChange(log, mo, change, null)), 'done')
    const web = await visitorOf(await register({ log }, 'A stranger'))
    const fields = { story: ref.stream, happened: 'no' }
    assert.equal((await web.post(`/changes/${change}/check`, fields)).statusCode, 404)
    assert.equal(checkedCounts(await act.loadChange(log, change)).no, 0)
  })

  it('K18 the service sees counts of notices and nobody behind them, with axe', async () => {
    const web = await visitorOf(dilys)
    await web.post('/me/acting', { role: given.ok ? String(given.value) : '' })
    const list = await web.get('/answers/changes')
    assert.match(list.body, /Notice bounced outside/)
    assert.doesNotMatch(list.body, /Gwen|Daniel|Leah/)
    const context = await browser.newContext({ baseURL, viewport: { width: 320, height: 800 } })
    const [name = '', value = ''] = web.cookie.split('=')
    await context.addCookies([{ name, value, url: baseURL }])
    const page = await context.newPage()
    const [first] = await log.db.text<{ stream: Id }>(
      `select stream from voice.changes where standing = 'published' limit 1`,
    )
    const paths = [
      '/changes',
      `/changes/${first?.stream}`,
      '/answers/changes',
      '/answers/changes/add',
    ]
    for (const path of paths) {
      await page.goto(path)
      assert.deepEqual(await axe(page), [], path)
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await context.close()
  })

  it('K18 has the same rows after a rebuild', async () => {
    const rows = async () => [
      await log.db.text('select * from voice.changes order by stream'),
      await log.db.text('select * from voice.change_stories order by stream, story'),
    ]
    const before = await rows()
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})
