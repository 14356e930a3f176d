// Promises of the Friends and Family Test: asked in exact words, counted by the gate, never ranked.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { asDay, type Id, type PersonId, type Result } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import { routes } from '../../src/routes.ts'
import { publishedMonths, testOn } from '../../src/voice/actions/reply-to-service.ts'
import { figuresOf, monthTable, wholePercent } from '../../src/voice/domain/reply-figures.ts'
import { releaseLastMonth, replyToService } from '../../src/voice/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, clock, newId, visitorOf } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const organisation = async (name: string) =>
  done(
    await registerOrganisation(log, {
      actor: nobody,
      name,
      odsCode: null,
      what: 'gp-practice',
      from,
    }),
  )

async function worker(name: string, at: Awaited<ReturnType<typeof organisation>>) {
  const about = { name, birthDate: null, nhsNumber: null }
  const person = done(await registerPerson(log, { actor: nobody, ...about }))
  const role = { what: 'practice-manager', organisation: at, from, until: null }
  done(await giveRole(log, { actor: nobody, person, ...role }))
  return visitorOf(person as PersonId)
}

const oakLane = await organisation('Oak Lane Surgery')
const elsewhere = await organisation('Elm Street Surgery')
const service = done(
  await addPlace(log, {
    actor: nobody,
    kind: 'service',
    name: 'Oak Lane diabetes clinic',
    code: null,
    from,
  }),
)
done(await linkTo(log, { actor: nobody, place: service, link: 'provided-by', to: oakLane, from }))
const dilys = await worker('Dilys Owen', oakLane)
const stranger = await worker('Tom Fox', elsewhere)
const at = `/friends-and-family/${service}`

const reply = (experience: string, on: string, more: object = {}) =>
  replyToService(log, {
    service: service as Id,
    answers: { experience },
    language: 'en',
    mode: 'online',
    helped: 'nobody',
    on: asDay(on),
    typedBy: null,
    browser: null,
    key: null,
    ...more,
  })

describe('The Friends and Family Test', () => {
  it('V6 is answered in a browser without JavaScript, with axe, on a telephone', async () => {
    const context = await browser.newContext({
      baseURL: address,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 700 },
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto('/friends-and-family')
    await page.getByLabel('Name of the service').fill('diabetes')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Oak Lane diabetes clinic' }).click()
    await page.getByRole('heading', { name: /^Thinking about Oak Lane diabetes clinic/ }).waitFor()
    assert.equal(await sidewaysScroll(page), 0)
    await page.getByRole('button', { name: 'Send my answer' }).click()
    await page.getByRole('link', { name: /^Answer this question/ }).waitFor()
    await page.getByLabel('Very good').check()
    await page.getByLabel('Please can you tell us why').fill('They explained <b>everything</b>.')
    await page.getByRole('button', { name: 'Send my answer' }).click()
    await page.getByRole('heading', { name: 'Thank you for your answer' }).waitFor()
    await context.close()
  })

  it('V6 can be used by everybody: axe on each page', async () => {
    const page = await browser.newPage({ baseURL: address })
    for (const path of [
      '/friends-and-family',
      at,
      `${at}?words=easy`,
      `${at}/thanks`,
      `${at}/figures`,
    ]) {
      await page.goto(path)
      assert.deepEqual(await axe(page), [], path)
    }
    await page.goto('/forms/friends-and-family/paper')
    assert.deepEqual(await axe(page), [])
    await page.close()
  })

  it('V6 keeps free text with the provider: nobody else can read it', async () => {
    const comments = await dilys.get(`${at}/comments`)
    assert.equal(comments.statusCode, 200)
    assert.match(comments.body, /They explained &lt;b&gt;everything/)
    assert.match(comments.body, /Must stay inside the service/)
    for (const page of ['comments', 'typed', 'return']) {
      const other = await stranger.get(`${at}/${page}`)
      assert.equal(other.statusCode, 403, page)
      assert.doesNotMatch(other.body, /They explained/, page)
    }
  })

  it('V6 is not asked after a bereavement or the loss of a baby, and nothing is kept', async () => {
    const before = await replies()
    const answer = await dilys.post(`${at}/typed`, {
      stop: 'baby-lost',
      mode: 'paper-at-home',
      'on-day': '3',
      'on-month': '11',
      'on-year': '2026',
      helped: 'nobody',
      experience: 'good',
    })
    assert.match(answer.body, /Do not ask this question now/)
    assert.equal(await replies(), before)
  })

  it('V6 takes an answer from paper with the day, the way and who helped', async () => {
    const before = await replies()
    const fields = {
      stop: 'none',
      mode: 'paper-at-home',
      'on-day': '3',
      'on-month': '11',
      'on-year': '2026',
      helped: 'family',
      experience: 'good',
    }
    const wrong = await dilys.post(`${at}/typed`, { ...fields, mode: '', 'on-day': '' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Select how it was answered/)
    assert.match(wrong.body, /The day must include a day/)
    assert.equal((await dilys.post(`${at}/typed`, fields)).statusCode, 303)
    assert.equal(await replies(), before + 1)
  })

  it('V6 publishes each month once, with small numbers hidden', async () => {
    for (let one = 0; one < 30; one += 1) done(await reply('very-good', '2026-10-05'))
    for (let one = 0; one < 12; one += 1) done(await reply('good', '2026-10-06'))
    for (let one = 0; one < 9; one += 1) done(await reply('poor', '2026-10-07'))
    for (let one = 0; one < 6; one += 1) done(await reply('very-poor', '2026-10-07'))
    for (let one = 0; one < 5; one += 1) done(await reply('dont-know', '2026-10-08'))
    await releaseLastMonth(log)
    done(await reply('very-poor', '2026-10-30'))
    await releaseLastMonth(log)
    const months = (await publishedMonths(log, service as Id)).map(figuresOf)
    assert.equal(months.length, 1)
    const [october] = months
    assert.equal(october?.month, '2026-10')
    // 42 of 62 is 67.7 per cent, 15 of 62 is 24.2: worked out by hand.
    assert.equal(october?.positive, 68)
    assert.equal(october?.negative, 24)
    const shown = Object.fromEntries(october?.cells.map((c) => [c.label, c.shown]) ?? [])
    assert.deepEqual(shown, {
      Replies: 62,
      'Positive replies': 42,
      'Negative replies': 15,
      'Very good': 30,
      Good: 12,
      'Neither good nor poor': 0,
      Poor: 9,
      'Very poor': 6,
      'Don’t know': 5,
    })
    const page = await (await fetch(`${address}${at}/figures`)).text()
    assert.match(page, /October 2026/)
    assert.match(page, /68% good or very good/)
    assert.match(page, /Do not compare services/)
  })

  // Worked by hand: part, replies, per cent. “Don’t know” is among the replies.
  const percents: readonly (readonly [number, number, number | null])[] = [
    [0, 0, null],
    [0, 12, 0],
    [12, 12, 100],
    [1, 3, 33],
    [2, 3, 67],
    [1, 200, 1],
    [1, 201, 0],
    [995, 1_000, 100],
    [994, 1_000, 99],
    [93_457, 98_765, 95],
  ]
  for (const [part, replies, percent] of percents) {
    it(`V6 gives ${percent ?? 'no'} per cent for ${part} of ${replies} replies`, () =>
      assert.equal(wholePercent(part, replies), percent))
  }

  it('V6 says no per cent where a number behind it is hidden', () => {
    const { cells } = monthTable('2026-09', [])
    const shown = (...values: readonly (number | 'few' | 'kept-back')[]) =>
      figuresOf({
        title: '2026-09',
        asOf: asDay('2026-09-30'),
        cells: cells.map(({ label, where }, place) => ({
          label,
          where: { ...where, only: {} },
          shown: values[place] ?? 0,
        })),
      })
    assert.equal(shown(40, 'few', 20).positive, null)
    assert.equal(shown(40, 'few', 20).negative, 50)
    assert.equal(shown('kept-back', 10, 20).negative, null)
    assert.equal(shown(0, 0, 0).positive, null)
  })

  it('V6 gives the service its return of last month', async () => {
    const { body } = await dilys.get(`${at}/return`)
    assert.match(body, /^month,what,replies\r\n2026-10,all,63\r\n2026-10,very-good,30\r\n/)
    assert.match(body, /2026-10,neither,0\r\n/)
    assert.match(body, /2026-10,mode online,63\r\n/)
    assert.match(body, /2026-10,mode sms,0\r\n/)
  })

  it('V6 has no page on which services stand beside one another', () => {
    const all = routes({ log, keys: async () => [], provider: null, demonstrationPeople: null })
    // How far people were involved in visits is another measure, of one team at a time.
    const ofVisits = '/after-visit/:organisation/figures'
    const figures = all.filter(({ path }) => /figures|return/.test(path) && path !== ofVisits)
    assert.ok(figures.length > 0)
    assert.ok(figures.every(({ path }) => path.includes(':service')))
  })

  it('V6 takes 20 answers a day from one browser about one service, and no more', async () => {
    const browser = log.chance.hex(16)
    const key = log.chance.id()
    const before = await replies()
    done(await reply('good', '2026-11-23', { browser, key }))
    done(await reply('good', '2026-11-23', { browser, key }))
    for (let one = 1; one < 20; one += 1) done(await reply('good', '2026-11-23', { browser }))
    const late = await reply('good', '2026-11-23', { browser })
    assert.ok(!late.ok && late.refusal.code === 'reply-too-often')
    assert.equal(await replies(), before + 20)
    done(await reply('good', '2026-11-23', { browser: log.chance.hex(16) }))
    done(await reply('good', '2026-11-23', { browser: null, typedBy: newId() }))
    const kept = await log.db.text('select from voice.told_lately where owner = $1', [browser])
    assert.equal(kept.length, 0, 'the browser itself is not kept')
  })

  it('V6 can be answered in every way that is counted, and by each with a helper', () => {
    const counted =
      'sms electronic-at-discharge electronic-at-home paper-at-discharge ' +
      'paper-at-home telephone online other'
    const modes = testOn(asDay('2026-11-23'))?.modes.map(({ code }) => code)
    assert.deepEqual(modes?.toSorted(), counted.split(' ').toSorted())
  })

  it('V6 reads in easy words too, with the same six answers in the same order', async () => {
    const plain = await (await fetch(`${address}${at}`)).text()
    const easy = await (await fetch(`${address}${at}?words=easy`)).text()
    const values = (page: string) =>
      [...page.matchAll(/name="experience"[^>]*value="([^"]+)"/g)].map(([, one]) => one)
    assert.equal(values(plain).length, 6)
    assert.deepEqual(values(easy), values(plain))
    assert.notEqual(/<h1[\s\S]*?<\/h1>/.exec(easy)?.[0], undefined)
  })

  it('V6 asks in the words of the day on which it was answered', async () => {
    clock.moveTo('2026-11-23T09:00:00Z')
    const early = await reply('good', '2012-01-01')
    assert.ok(!early.ok && early.refusal.code === 'reply-not-asked-then')
    const later = await reply('good', '2026-11-24')
    assert.ok(!later.ok && later.refusal.code === 'reply-not-asked-then')
    assert.ok((await reply('likely', '2019-06-01')).ok)
    const mixed = await reply('very-good', '2019-06-01')
    assert.ok(!mixed.ok && mixed.refusal.code === 'form-answer-not-offered')
  })

  it('is kept once when sent twice, and its rows are the same after a rebuild', async () => {
    const before = await replies()
    const key = log.chance.id()
    done(await reply('good', '2026-11-20', { key }))
    done(await reply('good', '2026-11-20', { key }))
    assert.equal(await replies(), before + 1)
    const rows = () => log.db.text('select * from voice.replies order by stream')
    const was = await rows()
    await rebuild(log)
    assert.deepEqual(await rows(), was)
  })
})

async function replies(): Promise<number> {
  const [row] = await log.db.text<{ count: number }>(
    'select count(*)::integer as count from voice.replies',
  )
  return row?.count ?? 0
}
