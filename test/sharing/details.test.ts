// A3: a name, a birthday or an NHS number that was recorded wrongly is put right, and how.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import {
  asDay,
  type Id,
  nhsNumberOf,
  type PersonId,
  type Refusal,
  type Result,
  textOfMarkup,
} from '../../src/basics/index.ts'
import {
  detailsPutRight,
  giveRole,
  loadPerson,
  putDetailsRight,
  registerPerson,
} from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { reactions } from '../../src/reactions.ts'
import { tellOfDetails } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { openBrowser } from '../browser.ts'
import { openDoors, ways } from '../hands.ts'

const site = await openWholeSite()
const { log } = site
const browser = await openBrowser()
after(() => browser.close())

const ceri = await register(site, 'Ceri Hughes')
await administers(ceri)
const asha = await somebody('Asha Patle', '1985-03-14', '999000401')

async function administers(person: PersonId) {
  const role = { person, what: 'administrator', organisation: null }
  done(await giveRole(log, { actor: nobody, from: longAgo, until: null, ...role }))
}

async function somebody(name: string, born: string, digits: string): Promise<PersonId> {
  const known = { name, birthDate: asDay(born), nhsNumber: nhsNumberOf(digits) }
  return done(await registerPerson(log, { actor: nobody, ...known }))
}

const number = (digits: string) => nhsNumberOf(digits)
const stateOf = async (person: PersonId) => (await loadPerson(log, log.db, person)).state

type Details = Parameters<typeof putDetailsRight>[1]['details']

async function change(by: PersonId, person: PersonId, details: Partial<Details>) {
  const { names, birthDate, nhsNumber } = await stateOf(person)
  const as = { name: names[0]?.name ?? '', birthDate, nhsNumber, reason: 'I saw her passport' }
  const actor = { by, onBehalfOf: null }
  return putDetailsRight(log, { actor, person, details: { ...as, ...details } })
}

const codeOf = (result: Result<unknown>): Refusal['code'] | null =>
  result.ok ? null : result.refusal.code

const factsOf = async (person: PersonId, kind: string) =>
  log.db.text<{ id: Id; by: Id; body: string }>(
    'select id, by, body from log.facts where owner = $1 and kind = $2 order by place',
    [person, kind],
  )

describe('A3 Details of a person that were recorded wrongly', () => {
  it('are put right by somebody who says why; what stood there is kept', async () => {
    const person = await somebody('Jon Smith', '1980-01-02', '999000402')
    const right = { name: 'John Smith', birthDate: asDay('1980-02-01') }
    done(await change(ceri, person, right))
    const { names, birthDate, putRight } = await stateOf(person)
    assert.deepEqual(
      [names[0]?.name, names[1]?.name, birthDate],
      ['John Smith', 'Jon Smith', '1980-02-01'],
    )
    assert.equal(putRight.length, 1)
    assert.deepEqual(putRight[0]?.was, [
      { what: 'name', value: 'Jon Smith' },
      { what: 'birthDate', value: '1980-01-02' },
    ])
    assert.deepEqual([putRight[0]?.by, putRight[0]?.reason], [ceri, 'I saw her passport'])
    await rebuild(log)
    assert.deepEqual((await stateOf(person)).putRight, putRight)
  })

  it('are refused without a reason, unchanged, taken away, to come, and by oneself', async () => {
    const person = await somebody('Ann Lee', '1970-01-02', '999000415')
    assert.equal(
      codeOf(await change(ceri, person, { name: 'Anne Lee', reason: ' ' })),
      'reason-for-change-missing',
    )
    assert.equal(codeOf(await change(ceri, person, {})), 'details-as-they-are')
    assert.equal(codeOf(await change(ceri, person, { nhsNumber: null })), 'detail-taken-away')
    assert.equal(codeOf(await change(ceri, person, { birthDate: null })), 'detail-taken-away')
    assert.equal(
      codeOf(await change(ceri, person, { birthDate: asDay('2040-01-01') })),
      'born-in-the-future',
    )
    assert.equal(codeOf(await change(person, person, { name: 'Anne Lee' })), 'own-details')
    assert.equal(
      codeOf(await change(ceri, site.newId() as PersonId, { name: 'A' })),
      'person-unknown',
    )
    assert.equal((await factsOf(person, 'details-put-right')).length, 0)
  })

  it('never give two people one NHS number, however many try at once, and it is said', async () => {
    const taken = await somebody('Bea Ray', '1970-01-02', '999000405')
    const others = [
      await somebody('Cal Ray', '1970-01-03', '999000406'),
      await somebody('Dee Ray', '1970-01-04', '999000407'),
    ]
    const theirs = await change(ceri, others[0] as PersonId, { nhsNumber: number('999000405') })
    assert.ok(
      !theirs.ok && theirs.refusal.says.includes('belongs to a record that is already here'),
    )
    const free = number('999000408')
    const both = await Promise.all(others.map((one) => change(ceri, one, { nhsNumber: free })))
    assert.deepEqual(both.map(codeOf).toSorted(), ['nhs-number-taken', null].toSorted())
    assert.equal((await stateOf(taken)).nhsNumber, number('999000405'))
  })

  it('are told to the person, once, without saying what they are', async () => {
    const person = await somebody('Ed Ray', '1970-01-05', '999000410')
    done(await change(ceri, person, { name: 'Eddie Ray' }))
    const [fact] = await factsOf(person, 'details-put-right')
    assert.ok(fact)
    assert.ok(reactions.length > 0 && detailsPutRight.kind === 'details-put-right')
    for (let times = 0; times < 2; times += 1)
      await tellOfDetails(log, { owner: person, fact: fact.id })
    const sent = await factsOf(person, 'message-sent')
    assert.equal(sent.length, 1)
    assert.doesNotMatch(sent[0]?.body ?? '', /Eddie|9990/)
  })
})

describe('A3 The page on which details are put right', () => {
  it('is for administrators, and finds nobody by a name alone or by half a number', async () => {
    const gwen = await site.visitorOf(await register(site, 'Gwen Lloyd'))
    for (const path of ['/details', `/details/${asha}`]) {
      assert.equal((await gwen.get(path)).statusCode, 403)
    }
    const admin = await site.visitorOf(ceri)
    const tries = [
      { name: 'Asha Patle' },
      { number: '999000' },
      { name: 'Asha', ...day('1985-03-14') },
    ]
    for (const fields of tries) {
      const answer = await admin.post('/details', fields as Record<string, string>)
      assert.equal(answer.statusCode, 422)
      assert.doesNotMatch(answer.headers.location ?? '', /details/)
    }
    const byName = await admin.post('/details', { name: 'ASHA PATLE', ...day('1985-03-14') })
    const byNumber = await admin.post('/details', { number: String(number('999000401')) })
    assert.deepEqual(
      [byName.headers.location, byNumber.headers.location],
      Array(2).fill(`/details/${asha}`),
    )
  })

  it('leaves a receipt with each look, that says what it was for', async () => {
    const admin = await site.visitorOf(ceri)
    assert.equal((await admin.get(`/details/${asha}`)).statusCode, 200)
    const [receipt] = await factsOf(asha, 'looked-at')
    const { purpose, roles, items } = JSON.parse(receipt?.body ?? '{}')
    assert.deepEqual(
      [receipt?.by, purpose, roles, items],
      [ceri, 'details', ['administrator'], [asha]],
    )
    const hers = await site.visitorOf(asha)
    const looks = textOfMarkup((await hers.get('/looks')).body)
    assert.match(looks, /Ceri Hughes.*putting personal details right/s)
    assert.equal((await admin.get(`/details/${site.newId()}`)).statusCode, 404)
  })

  for (const way of ways) {
    it(`is used with ${way}: found, looked at twice, changed, and seen by the person`, async () => {
      const digits = { pointer: '999000411', keyboard: '999000413', 'no scripts': '999000414' }[way]
      const person = await somebody('Rosa Diaz', '1991-07-08', digits)
      const enter = await openDoors(site, browser, way)
      const admin = await enter(ceri)
      await admin.page.goto('/organisations')
      await admin.follow('Put somebody’s name, birthday or NHS number right')
      await admin.isFine('details-find')
      await admin.press('Find')
      assert.match(await admin.says(), /Enter the NHS number, or the name and the date of birth/)
      await admin.isFine('details-find-wrong')
      await admin.write('NHS number', String(number(digits)))
      await admin.press('Find')
      await admin.isFine('details')
      await admin.write('Year', '1')
      await admin.press('Continue')
      assert.match(await admin.says(), /There is a problem|Enter how you know/)
      await admin.isFine('details-wrong')
      await admin.page.getByLabel('Year').fill('1990')
      await admin.write(/How do you know/, 'Her birth certificate')
      await admin.press('Continue')
      assert.match(await admin.says(), /too short to measure/)
      await admin.isFine('details-reads')
      await admin.press('Continue')
      assert.match(await admin.says(), /8 July 1991.*8 July 1990/s)
      await admin.isFine('details-check')
      await admin.press('Change it and tell them')
      assert.match(await admin.says(), /It is changed.*8 July 1990/s)
      await admin.isFine('details-done')
      const own = await enter(person)
      await own.page.goto('/me')
      assert.match(
        await own.says(),
        /What was put right.*Ceri Hughes.*8 July 1991.*Her birth certificate/s,
      )
      await own.isFine('me-put-right')
      for (const { page } of [admin, own]) await page.context().close()
    })
  }

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

const day = (born: string) => {
  const [year = '', month = '', date = ''] = born.split('-')
  return { 'born-day': date, 'born-month': month, 'born-year': year }
}
