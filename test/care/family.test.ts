// E12 and C8: plans side by side by each one's own grant, and taking part counted from facts.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, textOfMarkup } from '../../src/basics/index.ts'
import { decidesAlone, linkStanding } from '../../src/care/domain/family/family.ts'
import { partsOf } from '../../src/care/domain/taking-part/taking-part.ts'
import { acceptTie, offerTie, recordDetails } from '../../src/identity/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, ravi, sian, gwen } = town
const tied = async (helper: typeof ravi, helped: typeof asha) => {
  const offer = { what: 'carer', helper, helped, offeredBy: helper, from: longAgo, until: null }
  const tie = done(await offerTie(log, { actor: nobody, ...offer }))
  done(await acceptTie(log, { actor: nobody, by: helped, tie }))
  return tie
}
const tie = await tied(ravi, asha)
const own = await site.visitorOf(asha)
const father = await site.visitorOf(ravi)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/plan`

type Visitor = typeof own
const read = async (visitor: Visitor, url: string) => textOfMarkup((await visitor.get(url)).body)

async function agreeOnGoal() {
  await own.post('/plan/begin', {})
  await own.post('/plan/add/goal', { says: 'To walk to the shop', importance: '8' })
  const waiting = (await nurse.get(`${theirs}/waiting`)).body
  const [, proposal = ''] = waiting.match(/type="checkbox"[^>]*value="([^"]+)"/) ?? []
  assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
}
await agreeOnGoal()

describe('A family view', () => {
  it('E12 shows no plan by a tie alone', async () => {
    assert.match(await read(father, '/care/family'), /Asha Patel/)
    assert.doesNotMatch((await father.get('/care/family')).body, /walk to the shop/)
    assert.equal((await father.get(theirs)).statusCode, 404)
  })

  it('E12 shows none by the grant of one of the two', async () => {
    assert.equal((await own.post(`/care/family/${tie}/link`, {})).statusCode, 303)
    assert.match(await read(own, '/care/family'), /They see yours\. You do not see theirs/)
    assert.match(await read(father, '/care/family'), /They have said yes\. You have not/)
    assert.doesNotMatch((await father.get('/care/family')).body, /walk to the shop/)
  })

  it('E12 links them by each adult’s own grant, and each look leaves a receipt', async () => {
    assert.equal((await father.post(`/care/family/${tie}/link`, {})).statusCode, 303)
    assert.match(await read(father, '/care/family'), /What is in the plan of Asha Patel/)
    assert.match((await father.get('/care/family')).body, /walk to the shop/)
    assert.match(await read(own, '/looks'), /Ravi Patel/)
  })

  it('E12 shows what they want under its heading, and not how the plan is kept', async () => {
    const review = { 'review-day': '11', 'review-month': '1', 'review-year': '2027' }
    await own.post('/plan/add/terms', { ...review, documents: 'The wound clinic’s plan' })
    const waiting = (await nurse.get(`${theirs}/waiting`)).body
    const [, proposal = ''] = waiting.match(/type="checkbox"[^>]*value="([^"]+)"/) ?? []
    assert.equal((await nurse.post(`${theirs}/waiting`, { proposal })).statusCode, 303)
    assert.match(await read(own, '/plan'), /looked at again by 11 January 2027/)
    const family = await read(father, '/care/family')
    assert.match(family, /What they want\s*To walk to the shop/)
    assert.doesNotMatch(family, /How the plan is|wound clinic|reviewed/)
  })

  it('E12 ends at once when either takes it back', async () => {
    assert.equal((await own.post(`/care/family/${tie}/unlink`, {})).statusCode, 303)
    assert.doesNotMatch((await father.get('/care/family')).body, /walk to the shop/)
    assert.equal((await father.get(theirs)).statusCode, 404)
  })

  it('E12 is not changed by somebody outside the tie', async () => {
    assert.equal((await stranger.post(`/care/family/${tie}/link`, {})).statusCode, 404)
    assert.equal((await stranger.post(`/care/family/${tie}/unlink`, {})).statusCode, 404)
  })

  it('E12 links nobody under 16', async () => {
    const child = await register(site, 'Jaden Clarke')
    const details = { birthDate: asDay('2011-01-05') }
    done(await recordDetails(log, { actor: nobody, person: child, details }))
    const young = await tied(ravi, child)
    assert.equal((await father.post(`/care/family/${young}/link`, {})).statusCode, 409)
  })

  it('E12 says how two stand from what both gave, and never more', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (given, received) => {
        assert.equal(linkStanding(given, received) === 'linked', given && received)
      }),
    )
    assert.ok(decidesAlone(asDay('2010-11-30'), asDay('2026-11-30')))
    assert.ok(!decidesAlone(asDay('2010-12-01'), asDay('2026-11-30')))
  })
})

describe('Taking part', () => {
  it('C8 is counted from facts alone, with no form to fill in', async () => {
    const page = await own.get('/care')
    const shown = textOfMarkup(page.body)
    assert.match(shown, /You agreed to 2 parts of it/)
    assert.match(shown, /Your map is empty/)
    const [main = ''] = page.body.match(/<main.*<\/main>/s) ?? []
    assert.doesNotMatch(main, /<form|<input/)
  })

  it('C8 goes up by what somebody does, and back when they undo it', async () => {
    const friend = { called: 'Meera', kind: 'friend', ring: '1', contact: 'weekly' }
    await own.post('/care/network/add', friend)
    const ahead = { withWhom: 'Sian', 'day-day': '1', 'day-month': '12', 'day-year': '2026' }
    const visit = (await own.post('/care/visits/add', ahead)).headers.location as string
    assert.match(await read(own, '/care'), /You prepared 0 of 1/)
    await own.post(`${visit}/prepare`, { matters: 'My feet' })
    const shown = await read(own, '/care')
    assert.match(shown, /You prepared 1 of 1/)
    assert.match(shown, /One is on your map/)
    const [, edit = ''] =
      (await own.get('/care/network')).body.match(/href="(\/care\/network\/member\/[^"]+)"/) ?? []
    await own.post(`${edit}/off`, {})
    assert.match(await read(own, '/care'), /Your map is empty/)
  })

  it('C8 makes no sum and no score of its parts', () => {
    const none = Object.fromEntries(
      ['planParts', 'visits', 'visitsPrepared', 'offered', 'offeredOf', 'sent', 'opened', 'judged']
        .concat(['onMap', 'meetings', 'decisions', 'aids', 'sharedWith'])
        .map((name) => [name, 0]),
    ) as never
    const parts = partsOf(none)
    assert.ok(parts.every((one) => !one.has && one.count === 0))
  })
})
