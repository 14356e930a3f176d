// B1 B6 B7: one plan a person, others under it; the clock of its review; opened in an emergency.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asInstant, type Day, textOfMarkup } from '../../src/basics/index.ts'
import { reviewDue } from '../../src/care/domain/plan/reviews.ts'
import { agreeTogether, aProfessional, ownWriter, type Wish } from '../../src/care/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { openEmergency } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const theirs = `/people/${asha}/plan`
const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)

const part = (kind: Wish['kind'], set: Wish['set']): Wish => ({
  ...{ kind, set, part: null, under: null, was: {}, remove: false, because: null },
})
const agreed = async (key: string, ...wishes: readonly Wish[]) =>
  done(
    await agreeTogether(
      { proposed: log, agreed: log },
      {
        ...{ person: asha, proposer: ownWriter(asha, 'Asha Patel'), wishes, key },
        other: aProfessional(sian, 'Sian Rees, Oak Lane Surgery'),
      },
    ),
  )

describe('The one plan of a person', () => {
  it('B6 is not opened a second time, by whomever', async () => {
    await own.post('/plan/begin', {})
    await agreed('goal', part('goal', { says: 'To walk to the shop' }))
    assert.equal((await nurse.post(`${theirs}/begin`, {})).statusCode, 303)
    assert.equal((await own.post('/plan/begin', {})).statusCode, 303)
    const begun = await log.db.text<{ count: number }>(
      `select count(*)::integer as count from log.facts where owner = $1 and kind = 'plan-begun'`,
      [asha],
    )
    assert.equal(begun[0]?.count, 1)
    const plans = await log.db.text('select 1 from care.plans where owner = $1', [asha])
    assert.equal(plans.length, 1)
    assert.match(await read(nurse, theirs), /To walk to the shop/)
  })

  it('B6 has what another team plans as an additional supporting plan under it', async () => {
    const content = 'Dress the wound on Mondays. Ring if it smells.'
    const posted = await nurse.post(`${theirs}/add/supporting-plan`, { name: 'My wound', content })
    assert.equal(posted.statusCode, 303)
    assert.doesNotMatch(await read(own, '/plan'), /Dress the wound/)
    const [, proposal = ''] =
      /type="checkbox"[^>]*value="([^"]+)"/.exec((await own.get('/plan/waiting')).body) ?? []
    assert.equal((await own.post('/plan/waiting', { proposal })).statusCode, 303)
    assert.match(await read(own, '/plan'), /Supporting plans.*My wound.*Dress the wound/s)
    const json = JSON.parse((await own.get('/plan/plan.json')).body)
    const plan = JSON.stringify(json['Personalised care and support plan'])
    assert.match(plan, /"Additional support plans":\[?\{[^}]*My wound/)
  })

  it('B1 asks how important a goal is, from 1 to 10 and no further', async () => {
    for (const importance of ['0', '11', '7.5', 'very']) {
      const refused = await own.post('/plan/add/goal', { says: 'To swim', importance })
      assert.equal(refused.statusCode, 422, importance)
    }
    for (const importance of ['1', '10']) {
      const taken = await own.post('/plan/add/goal', { says: 'To swim', importance })
      assert.equal(taken.statusCode, 303, importance)
    }
  })

  it('B1 has its headings in Welsh, and the words of people as they wrote them', async () => {
    const cookie = `${own.cookie}; language=cy`
    const paper = await site.app.inject({ url: '/plan/read/paper', headers: { cookie } })
    const text = textOfMarkup(paper.body)
    assert.match(text, /Beth rwyf ei eisiau.*To walk to the shop/s)
    assert.doesNotMatch(text, /What I want/)
  })
})

describe('The clock of a review', () => {
  const agreedAt = asInstant('2026-03-02T10:00:00.000Z')
  const day = (text: string) => text as Day

  it('B1 is due a year after both last agreed, where no day was agreed', () => {
    const plan = { agreedAt, review: null }
    assert.deepEqual(reviewDue(plan, day('2027-03-02')), { on: '2027-03-02', standing: 'waiting' })
    assert.deepEqual(reviewDue(plan, day('2027-03-03')), { on: '2027-03-02', standing: 'overdue' })
    assert.equal(reviewDue({ agreedAt: null, review: null }, day('2027-03-03')), null)
  })

  it('B1 is due on the day that both agreed, and says so when that has passed', async () => {
    await agreed('terms', part('terms', { review: '2027-01-11' }))
    assert.match(await read(own, '/plan'), /looked at again by 11 January 2027/)
    site.clock.moveTo('2027-01-12T09:00:00Z')
    const later = await site.visitorOf(asha)
    assert.match(await read(later, '/plan'), /should have been looked at again by 11 January/)
    site.clock.moveTo('2026-11-23T09:00:00Z')
  })
})

describe('Somebody with whom nothing is shared, in an emergency', () => {
  it('B7 reads first what to do when things go wrong, and what the person wants then', async () => {
    await agreed(
      'crisis',
      part('contingency', { name: 'When my chest is bad', triggers: ['No breath'], what: '999' }),
    )
    await own.post('/plan/add/advance-statement', { says: 'At home, please' })
    const about = { name: 'Elm Street Hospital', odsCode: null, what: 'nhs-trust', from: longAgo }
    const hospital = done(await registerOrganisation(log, { actor: nobody, ...about }))
    const farah = await register(site, 'Farah Siddiqui')
    const held = { actor: nobody, from: longAgo, until: null }
    done(await giveRole(log, { ...held, person: farah, what: 'doctor', organisation: hospital }))
    const doctor = await site.visitorOf(farah)
    assert.equal((await doctor.get(theirs)).statusCode, 404)
    const asker = { person: farah, via: 'role', organisation: hospital, roles: ['doctor'] } as const
    done(await openEmergency(log, { person: asha, asker, reason: 'Found without breath' }))
    for (const url of [`/share/with-me/${asha}/direct-care`, theirs]) {
      const shown = await read(doctor, url)
      const place = (text: string) => shown.indexOf(text)
      assert.ok(place('When my chest is bad') > 0, url)
      assert.ok(place('When my chest is bad') < place('To walk to the shop'), url)
      assert.ok(place('At home, please') < place('To walk to the shop'), url)
    }
    assert.match(await read(own, '/looks'), /Farah Siddiqui/)
  })
})
