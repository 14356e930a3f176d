// Formal complaints on their pages: made without an account, handled, decided by the ombudsman.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, isId, type PersonId, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { loadPromises } from '../../src/promises/index.ts'
import { promisesOfComplaint } from '../../src/voice/actions/follow-complaint.ts'
import * as act from '../../src/voice/actions/handle-complaint.ts'
import { loadComplaint } from '../../src/voice/actions/see-complaint.ts'
import { acknowledge } from '../../src/voice/domain/complaint/handle.ts'
import { done, nobody, person } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { voiceIn } from './people.ts'
import { type Received, receivedFrom } from './received.ts'
import { codeIn, type Visit, visit } from './visit.ts'

const site = await openWholeSite()
const { log } = site
const { surgery, clinic } = await voiceIn(site)
const megan = await person(site, 'Megan Hughes')
const from = asDay('2024-01-01')
const held = { organisation: surgery, from, until: null }
done(await giveRole(log, { actor: nobody, person: megan, what: 'complaints-manager', ...held }))
const asha = await person(site, 'Asha Patel')

const WORDS = 'They lost the scan of my knee.'

async function made(more: Partial<Received> = {}): Promise<Id> {
  const received: Received = {
    says: `${WORDS} ${log.chance.hex(4)}`,
    wants: '',
    ...receivedFrom(log, { complainant: asha, body: surgery, place: clinic }),
    ...more,
  }
  const by = { by: received.complainant as PersonId | null, browser: log.chance.hex(16), key: null }
  return done(await act.complain(log, by, received))
}
const factsOf = async (stream: Id, kind: string) =>
  (await log.db.text('select 1 from log.facts where stream = $1 and kind = $2', [stream, kind]))
    .length
const page = (body: string) => textOfMarkup(body).replace(/\s+/g, ' ')

/** Makes one through the journey, with nobody signed in; gives where it ends. */
async function complains(who: Visit, nation = 'england'): Promise<string> {
  const answers: Record<string, Record<string, string>> = {
    nation: { nation },
    happened: { happened: `${WORDS} ${log.chance.hex(4)}` },
    wants: { wants: 'An apology' },
    when: { 'when-day': '1', 'when-month': '11', 'when-year': '2026' },
    whose: { whose: 'own' },
    reach: { name: '', contact: '' },
  }
  await who.post('/complain/where', { add: clinic })
  await who.post('/complain/where', { go: 'on' })
  for (const [at, fields] of Object.entries(answers)) await who.post(`/complain/${at}`, fields)
  const sent = await who.post('/complain/check')
  assert.equal(sent.statusCode, 303, page(sent.body).slice(0, 600))
  return String(sent.headers.location)
}

describe('V2 The list of those who handle complaints', () => {
  it('V2 says who and what is due; a look at what was said leaves a receipt', async () => {
    const id = await made()
    const who = await visit(site, megan)
    const list = (await who.get('/complaints')).body
    assert.match(page(list), /Asha Patel/)
    assert.doesNotMatch(list, /lost the scan/)
    assert.equal(await factsOf(id, 'complaint-opened'), 0)
    assert.match((await who.get(`/complaints/${id}`)).body, /lost the scan/)
    assert.equal(await factsOf(id, 'complaint-opened'), 1)
    const hers = await visit(site, asha)
    assert.match((await hers.get('/complaints')).body, /lost the scan/, 'her own words are hers')
  })
})

describe('V2 Somebody without an account', () => {
  it('V2 complains, and follows it with the code in another browser', async () => {
    const first = await visit(site)
    const at = await complains(first)
    const shown = (await first.get(at)).body
    const code = codeIn(shown)
    assert.notEqual(code, '', page(shown).slice(0, 800))
    const [id = ''] = at.match(/[0-9a-f-]{36}/) ?? []
    assert.ok(isId(id))
    const other = await visit(site)
    assert.equal((await other.get(`/complaints/${id}`)).statusCode, 404)
    assert.equal((await other.post('/sign-in/story-code', { code })).statusCode, 303)
    const seen = await other.get(`/complaints/${id}`)
    assert.match(page(seen.body), /What happened so far/)
    const rule = acknowledge({ side: 'body', body: surgery }, 'written', 'We have it.')
    done(await act.handle(log, { by: megan, stream: id, key: null }, rule))
    assert.match(page((await other.get(`/complaints/${id}`)).body), /We have it\./)
    assert.equal(
      (await other.post(`/complaints/${id}/add`, { add: 'One thing more' })).statusCode,
      303,
    )
    assert.match(page((await other.get(`/complaints/${id}`)).body), /One thing more/)
  })

  it('V2 reads the page in Welsh, where they chose Welsh', async () => {
    const id = await made({ nation: 'wales' })
    const who = await visit(site, asha)
    await who.post('/language', { language: 'cy', return: '/' })
    const text = page((await who.get(`/complaints/${id}`)).body)
    for (const words of [
      /Byddant yn ei chydnabod erbyn diwedd/,
      /Beth sydd wedi digwydd hyd yma/,
      /Gwnaed y gŵyn/,
      /Beth arall y gallwch ei wneud/,
      /Tynnu’r gŵyn yn ôl/,
    ]) {
      assert.match(text, words)
    }
    assert.match(page((await who.get('/complaints')).body), /Fy nghwynion/)
    assert.deepEqual(site.failures, [])
  })

  it('V2 is told the days of the nation where the service is', async () => {
    // Received on Monday 23 November 2026. Wales: 2 and 30 working days. Scotland: 3 and 20, with
    // St Andrew’s Day on 30 November. Northern Ireland: 3 and 10.
    const days = {
      england: [/by the end of Thursday 26 November 2026/, /22 May 2027/],
      wales: [/by the end of Wednesday 25 November 2026/, /7 January 2027/],
      scotland: [/by the end of Thursday 26 November 2026/, /22 December 2026/],
      'northern-ireland': [/by the end of Thursday 26 November 2026/, /7 December 2026/],
    }
    for (const [nation, due] of Object.entries(days)) {
      const id = await made({ nation: nation as Received['nation'] })
      const who = await visit(site, asha)
      const text = page((await who.get(`/complaints/${id}`)).body)
      for (const day of due) assert.match(text, day, nation)
    }
  })
})

describe('V3 What the ombudsman decided', () => {
  const decision = {
    outcome: 'upheld',
    number: 'P-7',
    'decidedOn-day': '20',
    'decidedOn-month': '11',
    'decidedOn-year': '2026',
    decided: 'The scan should not have been lost.',
    recommendation1: 'Apologise in writing',
    'recommendation1Due-day': '1',
    'recommendation1Due-month': '2',
    'recommendation1Due-year': '2027',
  }
  const letter = { name: 'file', file: 'letter.pdf', bytes: '%PDF-1.7 the letter' }

  it('V3 is brought in through its page, with the letter, and becomes promises', async () => {
    const id = await made()
    const hers = await visit(site, asha)
    const at = `/complaints/${id}/decision`
    assert.equal((await hers.get(at)).statusCode, 409, 'not before it went to the ombudsman')
    await hers.post(`/complaints/${id}/ombudsman`, { ombudsman: 'I am not satisfied' })
    assert.equal((await hers.get(at)).statusCode, 200)
    const half = { ...decision, recommendation1: '' }
    const wrong = await hers.send(at, half, [letter])
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /The scan should not have been lost\./, 'nothing typed is lost')
    const lies = { ...letter, bytes: '<html><script>alert(1)</script></html>' }
    assert.equal((await hers.send(at, decision, [lies])).statusCode, 422)
    assert.deepEqual(await log.files.list(id), [], 'no file is left of what was refused')
    const stranger = await visit(site, await person(site, 'Somebody else'))
    assert.equal((await stranger.send(at, decision, [letter])).statusCode, 404)
    assert.equal((await hers.send(at, decision, [letter])).statusCode, 303)
    assert.equal((await hers.send(at, decision, [letter])).statusCode, 409, 'it is decided once')
    const shown = page((await hers.get(`/complaints/${id}`)).body)
    assert.match(shown, /The ombudsman decided/)
    assert.match(shown, /Apologise in writing/)
    const file = await hers.get(`${at}/file`)
    assert.equal(file.headers['content-type'], 'application/pdf')
    assert.equal(file.body, letter.bytes)
    assert.equal((await stranger.get(`${at}/file`)).statusCode, 404)
    const refs = promisesOfComplaint(id, await loadComplaint(log, id))
    const [promised] = await loadPromises(log, refs)
    assert.equal(promised?.promise.due, '2027-02-01')
  })
})
