// Attacks by somebody beside the person: every page of their own while private things are hidden.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
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
