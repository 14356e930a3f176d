// The log of a short visit: what happened, and nothing of who it was or what they said.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { demonstrationPeople } from '../../src/demo/index.ts'
import { hiddenFields, visit } from '../client.ts'
import { coproduce } from '../site-process.ts'
import { serving } from './serving.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-runs-'))
after(() => rm(dataDir, { recursive: true, force: true }))

const [asha] = demonstrationPeople
if (asha === undefined) throw new Error('The demonstration has nobody')

/** What a careless line would hold: names, numbers, what was typed, ids and cookies. */
const PRIVATE = [
  ...demonstrationPeople.flatMap(({ name, person }) => [...name.split(' '), person]),
  'Patricia',
  'Quillfeather',
  '9990000018',
  '999 000 0018',
  'allergic',
  'penicillin',
  'asha@example.org',
  'tell-me-where',
  'forged-cookie',
  'session=',
  'visit=',
]

/** A visit in which everything goes on that a log could tell too much of. */
async function visitAll(address: string): Promise<void> {
  const visitor = visit(address)
  const { body } = await visitor.get('/sign-in?next=/promises%3Fnhs%3D9990000018')
  const hidden = { ...hiddenFields(body, '/sign-in/demonstration'), person: asha?.person ?? '' }
  assert.equal((await visitor.post('/sign-in/demonstration', hidden)).status, 303)
  assert.match((await visitor.get('/')).body, /Asha/)
  assert.equal((await visitor.get('/people/Patricia/Quillfeather?q=9990000018')).status, 404)
  assert.equal((await visitor.get('/Patricia%FFQuillfeather')).status, 404)
  assert.equal((await visitor.get(`/promises/${asha?.person}?why=allergic`)).status, 404)
  const note = 'I am allergic to penicillin. '.repeat(500)
  const say = '/messages/needs/say'
  const needs = await visitor.fillIn(`${say}/note`, `${say}/note`, { note })
  assert.equal(needs.status, 422)
  const wrong = { channel: 'email', address: 'asha@example.org no' }
  assert.equal((await visitor.fillIn(`${say}/contact`, `${say}/contact`, wrong)).status, 303)
  const forged = await visitor.post(`${say}/note`, { note: 'tell-me-where' })
  assert.equal(forged.status, 403)
  const long = 'penicillin'.repeat(50_000)
  assert.equal((await visitor.post(`${say}/note`, { note: long })).status, 413)
  const cookie = '__Host-session=forged-cookie; session=forged-cookie'
  await fetch(`${address}/promises?name=Patricia`, { headers: { cookie } })
  await fetch(`${address}/`, { headers: { 'user-agent': 'Patricia Quillfeather 9990000018' } })
  await fetch(`${address}/`, { method: 'PROPFIND' })
  assert.equal((await visitor.fillIn('/', '/sign-out', {})).status, 303)
}

describe('The log of a site', () => {
  it('tells of each answer, and of nobody: no name, number, query, id or cookie', async () => {
    const site = await serving({ DATA_DIR: dataDir })
    await visitAll(site.address)
    assert.equal(await site.stop(), 0)
    const lines = site.err().trim().split('\n')
    const events = lines.map((line) => JSON.parse(line))
    const answered = events.filter(({ event }) => event === 'page-answered')
    assert.ok(answered.length > 12, site.err())
    const allowed = ['at', 'event', 'method', 'milliseconds', 'reference', 'route', 'status']
    for (const one of answered) assert.deepEqual(Object.keys(one).sort(), allowed)
    for (const secret of PRIVATE) {
      assert.doesNotMatch(site.said(), new RegExp(`(?<![a-z])${secret}(?![a-z])`, 'i'), secret)
    }
    assert.doesNotMatch(site.err(), /\?|[0-9a-f]{8}-[0-9a-f]{4}-7|Mozilla/)
    assert.deepEqual(site.out(), `Coproduce is at ${site.address}\n`)
  })

  it('has nothing from commands about a person, beyond what was asked for', async () => {
    const out = join(dataDir, 'asha.coproduce')
    const words = ['export', '--person', asha.person, '--out', out]
    const exported = await coproduce(words, { DATA_DIR: dataDir })
    assert.match(exported.said, /^\d+ bytes written to .*asha\.coproduce\.\n$/)
    const checked = await coproduce(['verify', out], { DATA_DIR: dataDir })
    assert.match(
      checked.said,
      /^\d+ facts, \d+ of them as digests, signed with key [0-9a-f]{64} at .*: all hold\.\n$/,
    )
    assert.equal(checked.err, '')
  })
})
