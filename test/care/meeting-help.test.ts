// A11: nobody who needs help to be understood is met without it being booked.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Id, textOfMarkup } from '../../src/basics/index.ts'
import { planReview as decidePlanned } from '../../src/care/domain/plan/decide-reviews.ts'
import { aProfessional, ownWriter, planReview, planStream } from '../../src/care/index.ts'
import { done, looked } from '../attacks/town.ts'
import { sayNeeds } from '../messages/say-needs.ts'
import { openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, ravi, sian, gwen, share } = town
await share(toPerson(ravi), ['read', 'add'])
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const helper = await site.visitorOf(ravi)
const theirs = `/people/${asha}/plan/reviews`
await own.post('/plan/begin', {})

const meeting = { 'on-day': '7', 'on-month': '12', 'on-year': '2026', time: '9:30' }
const read = async (visitor: typeof own, url: string) => textOfMarkup((await visitor.get(url)).body)
const planned = () =>
  log.db.text('select id from log.facts where owner = $1 and kind = $2', [
    asha,
    'plan-review-planned',
  ])

describe('A11 A meeting with somebody who needs an interpreter', () => {
  it('A11 is planned by a professional as any other while no need is known', async () => {
    assert.doesNotMatch(await read(nurse, theirs), /Who is booked/)
    assert.equal((await nurse.post(theirs, meeting)).statusCode, 303)
  })

  it('A11 is blocked where nobody is booked, and nothing is written', async () => {
    await sayNeeds(own, { needs: 'bsl-interpreter', interpreter: 'Polish' })
    assert.match(await read(nurse, theirs), /Who is booked to help us understand each other/)
    const before = (await planned()).length
    for (const help of [{}, { help: '  ' }]) {
      const answer = await nurse.post(theirs, { ...meeting, ...help })
      assert.equal(answer.statusCode, 422)
      const says = textOfMarkup(answer.body)
      assert.match(says, /They need a British Sign Language interpreter; an interpreter for Polish/)
      assert.match(says, /Book who is needed, and write who comes/)
    }
    assert.equal((await planned()).length, before)
  })

  it('A11 is planned with who comes, whom both sides read of', async () => {
    const help = 'Jo Lane, BSL interpreter'
    const answer = await nurse.post(theirs, { ...meeting, help })
    assert.equal(answer.statusCode, 303)
    const at = String(answer.headers.location)
    const mine = at.replace(theirs, '/plan/reviews')
    for (const [visitor, url] of [[nurse, at] as const, [own, mine] as const]) {
      assert.match(await read(visitor, url), /Booked: Jo Lane, BSL interpreter \(written by Sian/)
    }
    assert.equal((await nurse.post(`${at}/help`, { help: '' })).statusCode, 422)
    assert.equal((await nurse.post(`${at}/help`, { help: 'Bo Finch instead' })).statusCode, 303)
    assert.match(await read(own, mine), /Booked: Bo Finch instead/)
  })

  it('A11 may be asked for by the person; both sides read that nobody is booked', async () => {
    for (const [visitor, base] of [[own, '/plan/reviews'] as const, [helper, theirs] as const]) {
      const answer = await visitor.post(base, meeting)
      assert.equal(answer.statusCode, 303)
      const at = String(answer.headers.location)
      assert.match(await read(visitor, at), /Nobody is booked yet/)
      const forNurse = `${theirs}/${at.split('/').at(-1)}`
      assert.match(await read(nurse, forNurse), /Nobody is booked yet. They need a British Sign/)
    }
  })

  it('A11 does not tell professionals of a need that the person keeps to themselves', async () => {
    await sayNeeds(own, { needs: 'bsl-interpreter', shown: 'no' })
    assert.doesNotMatch(await read(nurse, theirs), /Who is booked|Sign Language/)
    const answer = await nurse.post(theirs, meeting)
    assert.equal(answer.statusCode, 303)
    assert.doesNotMatch(await read(nurse, String(answer.headers.location)), /Nobody is booked/)
    assert.match(await read(own, '/plan/reviews'), /You need a British Sign Language interpreter/)
  })

  it('A11 is nothing to a stranger, who cannot say who is booked', async () => {
    const stranger = await site.visitorOf(gwen)
    const review = done(
      await planReview(
        log,
        asha,
        ownWriter(asha, 'Asha Patel'),
        { on: asDay('2026-12-09'), time: '10:00', place: null, agenda: [] },
        null,
      ),
    )
    for (const one of [review, log.chance.id()]) {
      const answer = await stranger.post(`${theirs}/${one}/help`, { help: 'Me' })
      assert.equal(answer.statusCode, 404)
    }
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

describe('A13 What a professional writes of a meeting, or against a change', () => {
  const hard =
    'Notwithstanding the aforementioned documentation, histopathological investigations ' +
    'demonstrated unequivocal evidence of longstanding respiratory insufficiency, ' +
    'necessitating continuation of pharmacological management and precluding any ' +
    'retrospective modification of the diagnostic classification previously established by ' +
    'multidisciplinary consensus.'

  /** Sends it as it stands, then as it was scored, then all the same. */
  async function isScored(url: string, rest: Readonly<Record<string, string>>) {
    const first = await nurse.post(url, { ...rest, says: hard })
    assert.equal(first.statusCode, 200, url)
    assert.match(first.body, /A reader of \d+ can follow/)
    assert.ok(textOfMarkup(first.body).includes('Notwithstanding'), 'it is not lost')
    const again = await nurse.post(url, { ...rest, says: hard, 'says-scored': hard })
    assert.equal(again.statusCode, 422, url)
    assert.equal((await nurse.post(url, { ...rest, ...looked({ says: hard }) })).statusCode, 303)
  }

  it('A13 is scored before it is sent: a meeting held, one called off, and a no', async () => {
    const planning = { ...meeting, help: 'Jo Lane' }
    const [held, off] = [await nurse.post(theirs, planning), await nurse.post(theirs, planning)]
    await isScored(`${held.headers.location}/held`, { came: 'Asha Patel' })
    await isScored(`${off.headers.location}/off`, {})
    await own.post('/plan/add/strength', { says: 'I know my own chest' })
    const [, proposal = ''] =
      /name="proposal" value="([^"]+)"/.exec(
        (await nurse.get(`/people/${asha}/plan/waiting`)).body,
      ) ?? []
    await isScored(`/people/${asha}/plan/waiting/no`, { proposal })
  })

  it('A13 is not asked of the person, who writes as they like', async () => {
    const answer = await own.post('/plan/reviews', meeting)
    const off = await own.post(`${answer.headers.location}/off`, { says: hard })
    assert.equal(off.statusCode, 303)
    assert.deepEqual(site.failures, [])
  })
})

describe('A11 Whoever plans a meeting', () => {
  it('A11 only a professional is held to it, whatever is needed and whoever is booked', () => {
    const plan = { ...planStream.start, begunAt: '2026-11-01T09:00:00.000Z' } as never
    const sides = ['self', 'legal-representative', 'professional', 'supporter'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...sides),
        fc.array(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 3 }),
        fc.option(fc.string({ minLength: 1, maxLength: 9 })),
        (as, needed, help) => {
          const speaker = { ...aProfessional(sian, 'Sian Rees').speaker, as }
          const place = { on: asDay('2026-12-07'), time: '09:30', place: null, agenda: [] }
          const id = '01920000-0000-7000-8000-000000000777' as Id
          const today = asDay('2026-11-30')
          const decided = decidePlanned(speaker, { ...place, id, help }, needed, today)(plan)
          const blocked = as === 'professional' && needed.length > 0 && help === null
          assert.equal(decided.ok, !blocked)
          if (!decided.ok) assert.equal(decided.refusal.code, 'plan-review-help-missing')
        },
      ),
    )
  })
})
