// Promises of numbers about many: through the gate, for 30 pairs or 25 visits, and no fewer.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Day, type Id, type PersonId } from '../../src/basics/index.ts'
import {
  changeOf,
  releaseTogether,
  sayOfVisit,
  topScoreOfTeam,
} from '../../src/care/actions/outcomes/count-together.ts'
import { agreeToOwnCounting, answerOwnForm } from '../../src/care/actions/outcomes/keep-outcomes.ts'
import { makeNumbers } from '../../src/care/actions/outcomes/visit-numbers.ts'
import {
  changesUntil,
  directionOf,
  FEWEST_PAIRS,
  shownOf,
} from '../../src/care/domain/outcomes/together.ts'
import { bring, license } from '../../src/forms/actions/bring-form.ts'
import { askableForm, type Form, formOn } from '../../src/forms/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { visit } from '../voice/visit.ts'

const site = await openWholeSite()
const { log, clock, newId } = site
const nobody = { by: null, onBehalfOf: null }

function done<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('C7 A change from first to last', () => {
  it('C7 is better or worse by the way of the scale', () => {
    assert.equal(directionOf(2, 'more'), 'better')
    assert.equal(directionOf(2, 'fewer'), 'worse')
    assert.equal(directionOf(-2, 'fewer'), 'better')
    assert.equal(directionOf(0, 'more'), 'same')
  })

  it('C7 has no number for 29 pairs, and has for 30', () => {
    const last = asDay('2026-10-01')
    const of = (count: number) => changesUntil([{ last, change: -1, count }], last, 'fewer')
    assert.equal(FEWEST_PAIRS, 30)
    assert.equal(of(29), null)
    assert.equal(of(30)?.[0]?.count, 30)
    // A pair that ended later does not count yet.
    assert.equal(changesUntil([{ last, change: 1, count: 40 }], asDay('2026-09-30'), 'more'), null)
  })
})

describe('C7 Whether people feel better', async () => {
  const gad = formOn('gad-7', asDay('2026-11-01')) as Form
  const all = (value: string) =>
    Object.fromEntries((gad.scoring?.items ?? []).map((id) => [id, value]))
  const somebody = async (agrees: boolean, then: string) => {
    const me = { person: newId() as PersonId, name: 'Somebody' }
    const answer = async (on: Day, answers: Record<string, string>) => {
      const how = { language: 'en', mode: 'screen', helped: 'nobody', on, answers } as const
      done(await answerOwnForm(log, me, gad, how, null))
    }
    await answer(asDay('2026-11-01'), all('2'))
    await answer(asDay('2026-11-20'), all(then))
    if (agrees) done(await agreeToOwnCounting(log, me, 'gad-7', true, null))
  }

  it('C7 leaves only through the gate, once 30 who agreed have a first and a last', async () => {
    clock.moveTo('2026-11-23T09:00:00Z')
    for (let count = 0; count < 29; count += 1) await somebody(true, count < 20 ? '1' : '3')
    for (let count = 0; count < 5; count += 1) await somebody(false, '1')
    clock.moveTo('2026-12-01T01:00:00Z')
    await releaseTogether(log)
    assert.equal(await changeOf(log, 'gad-7'), null)
    await somebody(true, '1')
    await releaseTogether(log)
    const table = await changeOf(log, 'gad-7')
    assert.ok(table !== null)
    // Rounded to the nearest 5; those who did not agree are not among them.
    assert.deepEqual(
      ['All', 'better', 'worse', 'same'].map((label) => shownOf(table, label)),
      [30, 20, 10, 0],
    )
    const { body } = await site.app.inject({ url: '/together' })
    assert.match(body, /How worried you have been/)
  })
})

/** Three questions with a scale of 0 to 4; the words are made up. */
const visitFile = JSON.stringify({
  resourceType: 'Questionnaire',
  name: 'collaborate',
  version: '1',
  title: 'After a visit',
  extension: [{ url: 'urn:coproduce:scoring', valueCode: 'collaborate' }],
  item: ['One', 'Two', 'Three'].map((text, place) => ({
    linkId: `c${place + 1}`,
    text: `Made-up question ${text}`,
    type: 'choice',
    answerOption: [0, 1, 2, 3, 4].map((value) => ({ valueInteger: value })),
  })),
})

describe('B5 Being involved as much as one wants', async () => {
  const made = { actor: nobody, name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice' }
  const organisation = done(await registerOrganisation(log, { ...made, from: asDay('2020-01-01') }))
  const team = organisation as string as Id
  const address = `/after-visit/${team}`
  const say = async (answers: Record<string, string>) => {
    const form = done(await askableForm(log, 'collaborate', asDay('2026-12-01')))
    const on = asDay('2026-12-01')
    const [number = ''] = done(await makeNumbers(log, team, 1))
    return done(await sayOfVisit(log, { team, form, answers, on, number, key: null }))
  }

  /** Somebody who works there and hands out numbers. */
  const atTheDesk = async (name: string) => {
    const known = { actor: nobody, name, birthDate: null, nhsNumber: null }
    const person = done(await registerPerson(log, known))
    const role = { what: 'practice-manager', organisation, from: asDay('2020-01-01'), until: null }
    done(await giveRole(log, { actor: nobody, person, ...role }))
    return person
  }

  it('B5 is not asked while nobody has recorded a licence', async () => {
    const bringing = { questionnaire: visitFile, terms: 'licensed' as const, says: 'A letter' }
    done(await bring(log, nobody, bringing, null))
    const { statusCode, body } = await site.app.inject({ url: address })
    assert.equal(statusCode, 404)
    assert.doesNotMatch(body, /Made-up question/)
    const licence = { holder: 'Its holder', reference: '1', proof: 'You may.', until: null }
    done(await license(log, nobody, 'collaborate', { ...licence, from: asDay('2026-01-01') }, null))
    assert.match((await site.app.inject({ url: address })).body, /Made-up question Three/)
  })

  it('B5 says “not enough” for 24 visits and scores 25; a hole does not count', async () => {
    const top = { c1: '4', c2: '4', c3: '4' }
    for (let count = 0; count < 20; count += 1) await say(top)
    for (let count = 0; count < 4; count += 1) await say({ ...top, c2: '3' })
    for (let count = 0; count < 9; count += 1) await say({ c1: '4', c3: '4' })
    clock.moveTo('2027-01-01T01:00:00Z')
    await releaseTogether(log)
    assert.equal(await topScoreOfTeam(log, team), null)
    assert.match((await site.app.inject({ url: `${address}/figures` })).body, /not enough answers/)
    await say(top)
    await releaseTogether(log)
    const score = await topScoreOfTeam(log, team)
    // 21 of 25 had the top score; 20 of 25 is what leaves, to the nearest 5.
    assert.deepEqual(score, { kind: 'score', counted: 25, top: 20, percent: 80 })
    const { body } = await site.app.inject({ url: `${address}/figures` })
    assert.match(body, /After 80 of 100 visits/)
  })

  it('B5 takes one answer for each number that the team handed out, and none without', async () => {
    const form = done(await askableForm(log, 'collaborate', asDay('2026-12-01')))
    const top = { c1: '4', c2: '4', c3: '4' }
    const sends = async (number: string, key: string | null = null) => {
      const judging = { team, form, answers: top, on: asDay('2026-12-01'), number, key }
      const one = await sayOfVisit(log, judging)
      return one.ok ? 'done' : one.refusal.code
    }
    const unknown = 'outcome-visit-number-unknown'
    for (const number of ['', 'AAAA-AAAA', 'x'.repeat(500)]) {
      assert.equal(await sends(number), unknown, number)
    }
    const [first = '', second = ''] = done(await makeNumbers(log, team, 2))
    assert.match(first, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const key = newId()
    assert.equal(await sends(first.toLowerCase().replace('-', ' '), key), 'done')
    assert.equal(await sends(first, key), 'done', 'the same form sent twice is one answer')
    assert.equal(await sends(first), unknown)
    const raced = await Promise.all([sends(second), sends(second), sends(second)])
    assert.deepEqual(raced.toSorted(), ['done', unknown, unknown])
    const elsewhere = newId()
    const [foreign = ''] = done(await makeNumbers(log, elsewhere, 1))
    assert.equal(await sends(foreign), unknown, 'a number of another team lets nothing in')
  })

  it('B5 makes numbers for who works there alone, and ties none to an answer', async () => {
    const known = { actor: nobody, birthDate: null, nhsNumber: null }
    const dilys = await site.visitorOf(await atTheDesk('Dilys'))
    const other = await site.visitorOf(
      done(await registerPerson(log, { ...known, name: 'Somebody' })),
    )
    assert.equal((await other.get(`${address}/numbers`)).statusCode, 403)
    assert.equal((await other.post(`${address}/numbers`, { count: '3' })).statusCode, 403)
    assert.equal((await dilys.post(`${address}/numbers`, { count: '101' })).statusCode, 422)
    const page = (await dilys.post(`${address}/numbers`, { count: '3' })).body
    const numbers = [...page.matchAll(/<b[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4})<\/b>/g)].map(
      ([, one]) => one,
    )
    assert.equal(numbers.length, 3)
    const kept = JSON.stringify(await log.db.text('select * from care.visit_numbers'))
    for (const number of numbers) assert.ok(!kept.includes(number ?? ''))
    const columns = Object.keys((await log.db.text('select * from care.visit_numbers'))[0] ?? {})
    assert.deepEqual(columns.toSorted(), ['digest', 'owner', 'until'])
  })

  it('B5 is reached from a card by an address and a number short enough to type', async () => {
    const dilys = await site.visitorOf(await atTheDesk('Dilys Lewis'))
    const cards = (await dilys.post(`${address}/numbers`, { count: '2' })).body
    const [, typed = ''] = /<span class="cp-reference">([^<]*)</.exec(cards) ?? []
    assert.match(typed, /^[a-z0-9.:-]+\/visit$/)
    assert.ok(typed.split('/').slice(1).join('/').length <= 5)
    const [, number = ''] = /<b class="cp-reference">([0-9A-Z-]{9})</.exec(cards) ?? []
    const somebody = await visit(site)
    assert.match((await somebody.get('/visit')).body, /The number on your card/)
    // As it is typed on a phone: small letters, a space for the line, one before and after.
    const sent = { number: ` ${number.toLowerCase().replace('-', ' ')} ` }
    const { body } = await somebody.post('/visit', sent)
    assert.match(body, /Oak Lane Surgery/)
    assert.ok(body.includes(`action="${address}"`))
    const top = { c1: '4', c2: '4', c3: '4' }
    const told = await somebody.post(address, { ...sent, ...top })
    assert.equal(told.headers.location, `${address}/thanks`)
    for (const wrong of [number, 'AAAA-AAAA', '', 'x'.repeat(500)]) {
      const page = await somebody.post('/visit', { number: wrong })
      assert.equal(page.statusCode, 422)
      assert.match(page.body, /This number is not known here/)
      assert.doesNotMatch(page.body, /Oak Lane/)
    }
  })

  it('B5 keeps no name: what is said belongs to itself', async () => {
    const id = await say({ c1: '1' })
    const rows = await log.db.text<{ owner: Id; by: Id | null }>(
      'select owner, by from log.facts where owner = $1',
      [id],
    )
    assert.deepEqual(
      rows.map(({ by }) => by),
      [null, null],
    )
    assert.deepEqual(site.failures, [])
  })
})
