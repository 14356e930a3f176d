// B1 B6: a plan from elsewhere comes in part by part, and a second one as a supporting plan.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nhsNumberOf, textOfMarkup } from '../../src/basics/index.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { hiddenField } from '../web/site.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const theirs = `/people/${asha}/plan`
const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)

const wish = { 'Advance statement': { 'Free text': 'Not in a hospital' } }
const coded = { 'Coded value': '279039007 |Low back pain|', 'Free text': 'My back' }
const walk = {
  What: [{ 'Free text': 'Walk to the park' }],
  ...{ When: 'Daily', Status: { 'Free text': 'Now and then' } },
  'Stage goal': [{ 'Stage goal': { 'Free text': 'To the gate' } }],
}
const goal = {
  ...{ 'Free text': 'To walk without pain', 'Goal importance score': 9 },
  'Actions and activities': [walk],
}
const crisis = {
  'Contingency plan name': { 'Free text': 'When my back locks' },
  'Trigger factors': [{ 'Free text': 'I cannot stand up' }],
  'Who should be contacted': [{ Name: 'Dr Owen', Role: 'GP', 'Contact details': '0117 496 0123' }],
  'Planned review date/interval': 'In spring',
  'Advance statement': wish,
}
const care = { 'Needs, concerns or problems': [{ ...coded, 'Goals and hopes': [goal] }] }
const inPlan = (plan: object) => JSON.stringify({ 'Personalised care and support plan': plan })
const elsewhere = inPlan({
  'Person demographics': { 'Date of birth': '1984-03-15' },
  'Care and support plan': care,
  'Contingency/safety plans': [crisis],
})

async function send(file: string | Uint8Array | null, name = 'The plan of the pain clinic') {
  const page = (await own.get('/me')).body
  const parts: Part[] = [
    ...['form-guard', 'form-key'].map((one) => ({ name: one, value: hiddenField(page, one) })),
    { name: 'name', value: name },
    ...(file === null ? [] : [{ name: 'files', file: 'plan.json', bytes: file }]),
  ]
  const { headers, ...rest } = multipart(parts)
  const cookie = own.cookie
  return site.app.inject({ ...rest, url: '/plan/bring', headers: { ...headers, cookie } })
}

/** All that was ever written of this plan. */
const facts = async () =>
  (await log.db.text("select 1 from log.facts where owner = $1 and kind like 'plan-%'", [asha]))
    .length

describe('A plan that was made elsewhere', () => {
  it('B1 is refused where there is no plan in the file, and nothing is written', async () => {
    const half = Buffer.from(elsewhere, 'utf16le')
    const cut = elsewhere.slice(0, -20)
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const files = ['not JSON', '[]', inPlan({}), '7', 'null', '', cut, half, deep, '\u0000']
    for (const file of files) {
      const refused = await send(file)
      assert.equal(refused.statusCode, 422, String(file).slice(0, 80))
      assert.match(refused.body, /There is no plan in this file/)
    }
    assert.match((await send(null)).body, /Select a file/)
    assert.match((await send(elsewhere, '')).body, /Enter what you call it/)
    assert.equal((await send(' '.repeat(1_200_000))).statusCode, 413)
    assert.equal(await facts(), 0)
    assert.match(await read(own, '/plan'), /There is no plan yet/)
    assert.deepEqual(site.failures, [])
  })

  it('B1 is not taken where the file says that it is of somebody else', async () => {
    const number = nhsNumberOf('999000777') ?? ''
    const theirs = elsewhere.replace('"Person demographics":{', `$&"NHS number":"${number}",`)
    assert.ok(theirs.includes(number))
    const refused = await send(theirs)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /another NHS number than yours/)
    assert.equal(await facts(), 0)
  })

  it('B1 is looked at first: what can be taken, what cannot, and nothing has gone in', async () => {
    const sent = await send(elsewhere)
    assert.equal(sent.headers.location, '/plan/bring/check')
    const text = await read(own, '/plan/bring/check')
    assert.match(text, /5\s*parts can be taken\s*1\s*headings cannot be taken/)
    assert.match(text, /What cannot be taken\s*Advance statement/)
    assert.match(text, /The file also says who you are\. That is not changed here/)
    assert.match(text, /To walk without pain.*Walk to the park.*To the gate/s)
    assert.match(text, /Dr Owen, GP, 0117 496 0123/)
    assert.match(text, /Coded value\s*279039007 \|Low back pain\|/)
    assert.doesNotMatch(text, /Not in a hospital/)
    assert.match(await read(own, '/plan/bring'), /A plan you sent waits/)
    assert.equal(await facts(), 0)
    assert.match(await read(nurse, `${theirs}/waiting`), /Nothing waits|not.*found|does not/i)
  })

  it('B1 leaves nothing where the person lets go of it', async () => {
    assert.equal((await own.post('/plan/bring/drop', {})).statusCode, 303)
    assert.equal((await own.get('/plan/bring/check')).headers.location, '/plan/bring')
    assert.equal((await own.post('/plan/bring/check', {})).headers.location, '/plan')
    assert.equal(await facts(), 0)
    const drafts = "select 1 from identity.drafts where journey = 'bring-plan'"
    assert.deepEqual(await log.db.text(drafts), [])
  })

  it('B1 waits part by part in an empty plan, by one commit, once', async () => {
    await send(elsewhere)
    const done = await own.post('/plan/bring/check', {})
    assert.equal(done.headers.location, '/plan?just=brought')
    assert.equal((await own.post('/plan/bring/check', {})).headers.location, '/plan')
    assert.match(await read(own, '/plan?just=brought'), /The plan was brought in/)
    assert.doesNotMatch(await read(own, '/plan'), /To walk without pain/)
    assert.match(await read(nurse, `${theirs}/waiting`), /To walk without pain.*I cannot stand/s)
    const proposed = await log.db.text(
      "select 1 from log.facts where owner = $1 and kind = 'plan-change-proposed'",
      [asha],
    )
    assert.equal(proposed.length, 5)
  })

  it('B1 is in the plan once both have agreed, each part and its codes in place', async () => {
    const ticks = (await nurse.get(`${theirs}/waiting`)).body
    for (const [, proposal = ''] of ticks.matchAll(/type="checkbox"[^>]*value="([^"]+)"/g)) {
      assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
    }
    const shown = await read(own, '/plan')
    assert.match(shown, /To walk without pain.*Walk to the park.*When my back locks/s)
    assert.match(shown, /Also said where it came from.*Coded value: 279039007/s)
    assert.doesNotMatch(shown, /Not in a hospital/)
  })

  it('B1 goes out again as it came in, nested groups and all', async () => {
    const plan = JSON.parse((await own.get('/plan/plan.json')).body)
    const out = plan['Personalised care and support plan']
    const { 'Advance statement': _, ...bare } = crisis
    assert.deepEqual(out['Contingency/safety plans'], [bare])
    assert.deepEqual(
      out['Care and support plan']['Needs, concerns or problems'],
      care['Needs, concerns or problems'],
    )
  })

  it('B1 keeps what came with a part when somebody changes another of its headings', async () => {
    const [{ item = '' } = {}] = await log.db.text<{ item: string }>(
      "select item from care.items where owner = $1 and title = 'My back'",
      [asha],
    )
    await own.post(`/plan/part/${item}/change`, { says: 'My back and my knees' })
    const waits = (await nurse.get(`${theirs}/waiting`)).body
    const [, proposal = ''] = /type="checkbox"[^>]*value="([^"]+)"/.exec(waits) ?? []
    await nurse.post(`${theirs}/waiting`, { proposal })
    const plan = (await own.get('/plan/plan.json')).body
    assert.match(plan, /My back and my knees/)
    assert.doesNotMatch(plan, /279039007/)
    assert.match(plan, /In spring/)
  })

  it('B6 is proposed as an additional supporting plan where there is one already', async () => {
    await send(elsewhere)
    const before = await read(own, '/plan/bring/check')
    assert.match(before, /“The plan of the pain clinic” waits as a supporting plan/)
    await own.post('/plan/bring/check', {})
    const [proposal] = [...(await nurse.get(`${theirs}/waiting`)).body.matchAll(/value="([^"]+)"/g)]
      .map(([, value = '']) => value)
      .filter((value) => /^[0-9a-f-]{36}$/.test(value))
      .slice(-1)
    assert.equal(
      (await nurse.post(`${theirs}/waiting`, { proposal: proposal ?? '' })).statusCode,
      303,
    )
    const shown = await read(own, '/plan')
    assert.match(shown, /Supporting plans.*The plan of the pain clinic.*To walk without pain/s)
    assert.deepEqual(site.failures, [])
  })
})

describe('A file that was made to do harm', () => {
  const strengths = (...all: readonly unknown[]) =>
    inPlan({ 'Care and support plan': { Strengths: all } })

  it('B1 loses what nobody can read, and the rest stands as text alone', async () => {
    const says = '<script>alert(1)</script> \u0000half \ud800 letter'
    const odd = strengths({ 'Free text': says, 'Shoe size': 9 })
    await send(odd.replace('"Shoe size":9', '"Shoe size":9e999,"__proto__":{"x":1}'))
    const { body } = await own.get('/plan/bring/check')
    assert.doesNotMatch(body, /<script>alert/)
    assert.match(textOfMarkup(body), /<script>alert\(1\)<\/script> half/)
    assert.match(textOfMarkup(body), /Strengths: Shoe size/)
    assert.equal((await own.post('/plan/bring/check', {})).statusCode, 303)
    assert.deepEqual(site.failures, [])
  })

  it('B1 says how much of a file is more than is taken at once', async () => {
    const all = Array.from({ length: 5_000 }, (_, place) => ({ 'Free text': `Strength ${place}` }))
    await send(strengths(...all))
    const text = await read(own, '/plan/bring/check')
    assert.match(text, /200\s*parts can be taken/)
    assert.match(text, /4800 more are left out|4,800 more are left out/)
    await own.post('/plan/bring/drop', {})
  })

  it('B1 is seen by nobody but who sent it', async () => {
    await send(elsewhere)
    for (const url of [`${theirs}/bring`, `${theirs}/bring/check`]) {
      assert.equal((await nurse.get(url)).statusCode, 404)
    }
    assert.equal((await nurse.get('/plan/bring/check')).headers.location, '/plan/bring')
    await own.post('/plan/bring/drop', {})
  })
})
