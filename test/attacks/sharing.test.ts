// Attacks on what is shared: while it is stopped, by repeating, by size, by roles that are over.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import { endRole, registerPerson } from '../../src/identity/index.ts'
import { supersede, writeEntry } from '../../src/record/actions/write-entry.ts'
import { addOne } from '../../src/record/index.ts'
import { everything, giveGrant, stopGrant } from '../../src/sharing/index.ts'
import { done, nobody, peopleIn, typed } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log } = site
const { asha, gwen, dilys, surgery, role } = await peopleIn(site)
const ashas = await site.visitorOf(asha)
const gwens = await site.visitorOf(gwen)
const dilyss = await site.visitorOf(dilys)

async function condition(text: string, labels: string[]): Promise<Id> {
  const received = JSON.stringify({ resourceType: 'Condition', code: { text } })
  const entry = {
    received,
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person: null, organisation: null, shownAs: 'Dr Shah' },
    identifier: null,
    labels,
    batch: null,
  }
  return done(await addOne(log, nobody, asha, entry)).entry
}
await condition('Type 2 diabetes', [])
await condition('Low mood', ['mental'])

const toGwen = { person: gwen, organisation: null, role: null }
const toNurses = { person: null, organisation: surgery, role: 'nurse' }
const share = async (to: typeof toGwen | typeof toNurses, person: PersonId = asha) =>
  done(
    await giveGrant(log, {
      person,
      by: person,
      giving: {
        effect: 'permit',
        to,
        what: everything,
        acts: ['read'],
        purposes: ['direct-care'],
        until: null,
      },
    }),
  )
const stop = async (grant: Id) => done(await stopGrant(log, { person: asha, by: asha, grant }))
const record = `/people/${asha}/record`

describe('A4 A read that begins after stopping is acknowledged', () => {
  it('sees nothing, however many read at that moment', async () => {
    for (let round = 0; round < 25; round += 1) {
      const grant = await share(toGwen)
      assert.equal((await gwens.get(record)).statusCode, 200)
      const [, ...before] = await Promise.all([stop(grant), gwens.get(record), gwens.get(record)])
      for (const { statusCode } of before) assert.ok([200, 404].includes(statusCode))
      const faces = [record, `${record}/timeline`, `/share/with-me/${asha}/direct-care`, record]
      const late = await Promise.all(faces.map((path) => gwens.get(path)))
      for (const { statusCode } of late) assert.equal(statusCode, 404)
    }
  })
})

describe('An entry that a newer one replaced', () => {
  it('says so to those it is shared with', async () => {
    const me = { person: asha, organisation: null, shownAs: 'Asha Patel' }
    const words = { kind: 'note' as const, day: asDay('2026-11-01'), labels: [], where: 'here' }
    const write = async (title: string) =>
      done(await writeEntry(log, me, asha, { ...words, title, says: title }, null))
    const [older, newer] = [await write('I take two tablets'), await write('I take one tablet')]
    done(await supersede(log, me, { person: asha, entry: older }, newer, null))
    const grant = await share(toGwen)
    const { body } = await gwens.get(`/share/with-me/${asha}/direct-care`)
    assert.match(body, /I take two tablets \(a newer entry took its place\)/)
    assert.doesNotMatch(body, /I take one tablet \(/)
    await stop(grant)
  })
})

describe('A form of sharing', () => {
  const fields = {
    to: `organisation ${surgery}`,
    role: 'nurse',
    kinds: 'everything',
    purpose: 'direct-care',
    until: 'week',
  }
  const grants = async () =>
    (await log.db.text(`select 1 from log.facts where owner = $1 and kind = 'grant-given'`, [asha]))
      .length

  it('that is sent twice at once gives one grant', async () => {
    const before = await grants()
    const key = { 'form-key': site.newId() }
    const sent = await Promise.all(
      [1, 2, 3].map(() => ashas.post('/share/give', { ...fields, ...key })),
    )
    assert.ok(sent.every(({ statusCode }) => statusCode === 303))
    assert.equal(await grants(), before + 1)
  })

  it('takes nothing that it did not offer, and says what is wrong', async () => {
    const before = await grants()
    const hostile = [
      { to: `person ${gwen}` },
      { to: 'everybody' },
      { to: `person ${asha}` },
      { role: 'administrator' },
      { kinds: '__proto__' },
      { purpose: 'own' },
      { purpose: 'audit' },
      { purpose: 'research' },
      { until: '2099-01-01' },
      { to: '\u202e<script>' },
      { kinds: 'x'.repeat(100_000) },
      { item: site.newId(), kinds: '' },
      { ...typed('first', '2026-02-30') },
    ]
    for (const wrong of hostile) {
      for (const path of ['/share/give', '/share/new']) {
        const { statusCode } = await ashas.post(path, { ...fields, ...wrong })
        assert.equal(statusCode, 422, JSON.stringify(wrong).slice(0, 80))
      }
    }
    const kept = await ashas.post('/share/keep', { ...fields, to: `person ${gwen}` })
    assert.equal(kept.statusCode, 422)
    assert.equal(await grants(), before)
  })

  it('that waited while the purpose was turned off is not taken', async () => {
    await ashas.post('/share/purposes', { purposes: 'research' })
    assert.equal((await ashas.post('/share/give', fields)).statusCode, 422)
    await ashas.post('/share/purposes', { purposes: 'direct-care' })
    assert.equal((await ashas.post('/share/give', fields)).statusCode, 303)
  })

  it('cannot stop or see what somebody else gave', async () => {
    const grant = await share(toGwen)
    for (const path of [`/share/given/${grant}/stop`, `/share/given/${site.newId()}/stop`]) {
      assert.equal((await gwens.post(path, {})).statusCode, 404)
    }
    assert.equal((await gwens.get(`/share/given/${grant}/seen`)).statusCode, 404)
    assert.equal((await gwens.get(record)).statusCode, 200)
    await stop(grant)
  })
})

describe('A12 Somebody who leaves private things out of their own lists', () => {
  it('has them back after signing in anew, and the page never says which way it is', async () => {
    const lists = async () => (await ashas.get('/record/timeline')).body.includes('Low mood')
    const page = async () => (await ashas.get('/share/private')).body.replace(/value="[^"]*"/g, '')
    assert.ok(await lists())
    const before = await page()
    assert.equal((await ashas.post('/share/private', { do: 'hide' })).statusCode, 303)
    assert.ok(!(await lists()))
    assert.ok(!(await ashas.get('/record')).body.includes('Low mood'))
    assert.equal(await page(), before)
    const now = log.clock.now()
    site.clock.moveTo('2026-11-23T09:11:00Z')
    assert.equal((await ashas.post('/share/private', { do: 'show' })).statusCode, 403)
    const again = await site.visitorOf(asha)
    assert.equal((await again.post('/share/private', { do: 'show' })).statusCode, 303)
    assert.ok(await lists())
    site.clock.moveTo(now)
  })
})

describe('An emergency', () => {
  const fields = {
    number: '999 000 0018',
    reason: 'Found unconscious',
    ...typed('born', '1984-03-15'),
  }

  it('answers the same for nobody, for a wrong birthday and for a wrong number', async () => {
    const about = { name: 'Ravi Patel', birthDate: asDay('1961-01-02') }
    const nhsNumber = nhsNumberOf('999000001')
    done(await registerPerson(log, { actor: nobody, ...about, nhsNumber }))
    const told = async (number: string) => {
      const answer = await dilyss.post('/share/emergency', { ...fields, number })
      return [answer.statusCode, /Nothing can be opened/.test(answer.body)]
    }
    assert.deepEqual(await told(nhsNumber ?? ''), [422, true])
    assert.deepEqual(await told(nhsNumberOf('999000777') ?? ''), [422, true])
    assert.deepEqual(await told('999 000 0000'), [422, true])
  })

  it('takes any words as a reason, and no more than there is room for', async () => {
    const huge = await dilyss.post('/share/emergency', { ...fields, reason: 'x'.repeat(5_000) })
    assert.equal(huge.statusCode, 422)
    const odd = await dilyss.post('/share/emergency', { ...fields, reason: '\u0000\ud800 <b>' })
    assert.equal(odd.statusCode, 422)
  })
})

describe('Somebody whose role ended yesterday', () => {
  it('sees nothing of what is shared with that role', async () => {
    const grant = await share(toNurses)
    assert.equal((await dilyss.get(record)).statusCode, 200)
    done(await endRole(log, { actor: nobody, person: dilys, role, until: asDay('2026-11-22') }))
    assert.equal((await dilyss.get(record)).statusCode, 404)
    const list = await dilyss.get('/share/with-me')
    assert.ok(!list.body.includes('Asha Patel'))
    assert.equal((await dilyss.get('/share/emergency')).statusCode, 403)
    await stop(grant)
  })
})

describe('All of this', () => {
  it('meets no mistake of ours', () => {
    assert.deepEqual(site.failures, [])
  })
})
