// Attacks by somebody beside the person: every page of their own while private things are hidden.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { tell } from '../../src/messages/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { hiddenField } from '../web/site.ts'
import { done, peopleIn } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log } = site
const { asha, surgery } = await peopleIn(site)
const ashas = await site.visitorOf(asha)

const condition = (text: string, codes: readonly string[]) => ({
  resourceType: 'Condition',
  meta: { security: codes.map((code) => ({ code })) },
  code: { text },
  recordedDate: '2026-10-01',
})

const fileOf = (...resources: readonly object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  })

async function send(file: string) {
  const page = (await ashas.get('/me')).body
  const parts: Part[] = [
    { name: 'form-guard', value: hiddenField(page, 'form-guard') },
    { name: 'form-key', value: hiddenField(page, 'form-key') },
    { name: 'files', file: 'record.json', bytes: file },
  ]
  const { headers, ...rest } = multipart(parts)
  const all = { ...headers, cookie: ashas.cookie }
  const sent = await site.app.inject({ ...rest, url: '/record/bring', headers: all })
  assert.equal(sent.statusCode, 303, sent.body)
  return String(sent.headers.location)
}

const preview = await send(fileOf(condition('Chlamydia', ['SEX']), condition('Hay fever', [])))
const brought = String((await ashas.post(preview, {})).headers.location).split('?')[0] ?? ''
const grant = done(
  await giveGrant(log, {
    person: asha,
    by: asha,
    giving: {
      effect: 'permit',
      to: { person: null, organisation: surgery, role: 'nurse' },
      what: everything,
      acts: ['read'],
      purposes: ['direct-care'],
      until: null,
    },
  }),
) as Id

const shown = async (path: string) => (await ashas.get(path)).body

describe('While private things are left out of a person’s own lists', () => {
  it('no page of theirs names one, whoever looks over their shoulder', async () => {
    const pages = [
      '/record',
      '/record/timeline',
      '/record/results',
      '/record/entries.json',
      '/record/imports',
      brought,
      `/share/given/${grant}/seen`,
      '/share',
      '/looks?own=yes',
    ]
    const before = await Promise.all(pages.map(shown))
    assert.ok(before.filter((body) => body.includes('Chlamydia')).length >= 4)
    assert.equal((await ashas.post('/share/private', { do: 'hide' })).statusCode, 303)
    const linked = async (path: string, to: RegExp) => [
      ...new Set([...(await shown(path)).matchAll(to)].map(([at]) => at)),
    ]
    const visits = await linked('/looks?own=yes', /\/looks\/visits\/[0-9a-f-]{36}/g)
    const looks: string[] = []
    for (const visit of visits) looks.push(...(await linked(visit, /\/looks\/[0-9a-f-]{36}/g)))
    assert.ok(looks.length > 0)
    for (const path of [...pages, ...visits, ...looks]) {
      assert.doesNotMatch(await shown(path), /Chlamydia/, path.replace(/[0-9a-f-]{36}/g, '…'))
    }
    assert.match(await shown(brought), /Hay fever/)
    assert.match(await shown(`/share/given/${grant}/seen`), /Hay fever/)
  })

  it('an import counts what it names, so that no number tells of something hidden', async () => {
    const { body } = await ashas.get(brought)
    assert.doesNotMatch(body.replace(/<[^>]+>/g, ' '), /\b2\b/)
  })
})

describe('While private things are left out on one device', () => {
  it('A12 they are left out there and in its messages, and nowhere else', async () => {
    assert.equal((await ashas.post('/share/private', { do: 'show' })).statusCode, 303)
    const [phone, laptop] = [await site.visitorOf(asha), await site.visitorOf(asha)]
    const words = {
      form: 'plain' as const,
      language: 'en',
      subject: 'The clinic wrote',
      body: 'Hello',
    }
    const draft = { from: 'The clinic', renderings: [words], leadsTo: '/record/timeline' }
    assert.ok((await tell(site.log, asha, site.newId(), draft)).ok)
    const both = async (path: string, text: RegExp) => [
      text.test((await phone.get(path)).body),
      text.test((await laptop.get(path)).body),
    ]
    assert.deepEqual(await both('/record/timeline', /Chlamydia/), [true, true])
    assert.deepEqual(await both('/messages', /The clinic wrote/), [true, true])
    const page = (await phone.get('/share/private')).body
    assert.equal((await phone.post('/share/private', { do: 'hide-here' })).statusCode, 303)
    for (const path of ['/record', '/record/timeline', '/record/entries.json']) {
      assert.deepEqual((await both(path, /Chlamydia/))[0], false, path)
    }
    assert.deepEqual(await both('/record/timeline', /Chlamydia/), [false, true])
    assert.deepEqual(await both('/messages', /The clinic wrote/), [false, true])
    assert.deepEqual(await both('/', /The clinic wrote/), [false, true])
    // No page tells which way it is.
    const main = (body: string) =>
      body
        .slice(body.indexOf('<main'), body.indexOf('</main>'))
        .replace(/name="form-(?:guard|key)" value="[^"]*"/g, '')
    assert.equal(main((await phone.get('/share/private')).body), main(page))
    site.clock.moveTo('2026-11-23T09:20:00Z')
    assert.equal((await phone.post('/share/private', { do: 'show-here' })).statusCode, 403)
  })
})
