// Text made to break or to mislead: long, invisible, turned round, from a year that never was.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { looked, peopleIn, promised, typed } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { app } = site
const { asha, dilys, ceri, surgery } = await peopleIn(site)
const promise = await promised(site, { person: dilys, organisation: surgery }, [asha])
const ashas = await site.visitorOf(asha)
const dilyss = await site.visitorOf(dilys)
const ceris = await site.visitorOf(ceri)

const at = `/promises/${promise.stream}`
const family = '👨‍👩‍👧‍👦'
const marked = (length: number) => `a${'\u0316'.repeat(length)}`

describe('Text of few characters that are made of very many parts', () => {
  it('is said to be too long, and nothing fails', async () => {
    for (const text of [family.repeat(1_900), marked(30_000)]) {
      const done = await dilyss.post(`${at}/done`, { done: text })
      assert.equal(done.statusCode, 422)
      assert.ok(done.body.includes('Use 2,000 characters or fewer'))
      const needs = await ashas.post('/messages/needs/say/note', { note: text })
      assert.equal(needs.statusCode, 422)
      const named = await ceris.post('/places/add/name', { name: text })
      assert.equal(named.statusCode, 422)
    }
    assert.deepEqual(site.failures, [])
  })

  it('is kept where it is as long as people would count it', async () => {
    const text = `${'कि'.repeat(1_900)} ${family.repeat(50)}`
    assert.equal((await dilyss.post(`${at}/done`, looked({ done: text }))).statusCode, 303)
    assert.ok((await ashas.get(at)).body.includes(text))
  })
})

describe('Text that hides or turns round what stands beside it', () => {
  it('is kept without the marks that do so', async () => {
    const says = 'Done\u202e \u2066yadretsey\u200b\u00ad'
    assert.equal((await dilyss.post(`${at}/done`, looked({ done: says }))).statusCode, 303)
    assert.ok((await ashas.get(at)).body.includes('Done yadretsey'))
  })

  it('is no text at all where nothing else is there', async () => {
    const blank = '\u200b\u2060\ufeff'
    assert.equal((await dilyss.post(`${at}/done`, looked({ done: blank }))).statusCode, 422)
    assert.equal((await ceris.post('/places/add/name', { name: blank })).statusCode, 422)
  })
})

describe('A day in the year 0000, which no calendar of ours has', () => {
  it('is said not to be a real date, and nothing fails', async () => {
    const from = typed('from', '0000-01-01')
    const add = { name: 'Old Clinic', what: 'gp-practice', ...from }
    const on = { source: 'A letter', ...typed('on', '0000-01-01') }
    const answers = await Promise.all([
      ceris.post('/organisations/add', add),
      ceris.post(`/organisations/${surgery}/abolish`, on),
      ceris.post(`/organisations/${surgery}/give-role`, typed('born', '0000-01-01')),
      ceris.post('/places/add/since', from),
    ])
    for (const { statusCode, body } of answers) {
      assert.equal(statusCode, 422)
      assert.ok(body.includes('must be a real date'))
    }
    assert.deepEqual(site.failures, [])
  })
})

describe('Every text field, given markup', () => {
  it('shows it as the letters it is made of', async () => {
    const markup = '<svg onload=alert(1)><a href="javascript:alert(1)">'
    assert.equal((await dilyss.post(`${at}/done`, looked({ done: markup }))).statusCode, 303)
    for (const body of [
      (await ashas.get(at)).body,
      (await app.inject(`/places?name=${encodeURIComponent(markup)}`)).body,
    ]) {
      assert.ok(body.includes('&lt;svg onload=alert(1)&gt;'))
      assert.ok(!body.includes('<svg onload'))
      assert.ok(!body.includes('href="javascript'))
    }
  })
})
