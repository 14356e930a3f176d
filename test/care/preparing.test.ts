// B2, B8 and B12 on pages: both agendas, what carries over, what was offered, what was sent.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, textOfMarkup } from '../../src/basics/index.ts'
import { releaseCareNumbers } from '../../src/care/index.ts'
import { loadMeasure, measureId } from '../../src/gate/index.ts'
import { acceptTie, offerTie } from '../../src/identity/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian, gwen, ravi } = town
const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from: longAgo }
const tie = done(await offerTie(log, { actor: nobody, ...offer, until: null }))
done(await acceptTie(log, { actor: nobody, by: asha, tie }))
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const father = await site.visitorOf(ravi)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/care`

type Visitor = typeof own
const read = async (visitor: Visitor, url: string) => textOfMarkup((await visitor.get(url)).body)
const day = { 'day-day': '1', 'day-month': '12', 'day-year': '2026' }
const told = { 'toldOn-day': '2', 'toldOn-month': '11', 'toldOn-year': '2026' }
const addVisit = async (withWhom: string) =>
  (await own.post('/care/visits/add', { withWhom, ...day })).headers.location as string

describe('A visit that is prepared', () => {
  let visit = ''

  it('B2 has what the person wants, their worries and their questions', async () => {
    visit = await addVisit('Sian Rees, diabetes clinic')
    const wish = {
      matters: 'To keep my job',
      question1: 'May I drive?',
      question2: 'What of nights?',
    }
    assert.equal((await own.post(`${visit}/prepare`, wish)).statusCode, 303)
    const shown = await read(own, visit)
    assert.match(shown, /What matters to me\s+To keep my job/)
    assert.match(shown, /May I drive\?/)
  })

  it('B2 shows the professional’s agenda beside it, to both, before they meet', async () => {
    const at = `/people/${asha}${visit}`
    assert.match(await read(nurse, at), /To keep my job/)
    const says = 'Your feet. Your eyes.'
    const scored = await nurse.post(`${at}/points`, { says })
    const sent = scored.statusCode === 303
    if (!sent) await nurse.post(`${at}/points`, { says, 'says-scored': says })
    for (const [visitor, url] of [
      [own, visit],
      [nurse, at],
    ] as const) {
      const shown = await read(visitor, url)
      assert.match(shown, /To keep my job/)
      assert.match(shown, /Sian Rees, Oak Lane Surgery\s+Your feet\. Your eyes\./)
    }
  })

  it('B2 carries what was not answered to the next visit', async () => {
    const { body } = await own.get(visit)
    const [first = ''] = [...body.matchAll(/href="([^"]+\/answer\/[^"]+)"/g)].map(([, at]) => at)
    assert.equal((await own.post(first ?? '', { says: 'Yes, tell the DVLA.' })).statusCode, 303)
    assert.equal((await own.post(`${visit}/held`, {})).statusCode, 303)
    assert.match(await read(own, '/care/visits'), /wait for your next visit\s+What of nights\?/)
    const next = await addVisit('Blood test')
    const shown = await read(own, next)
    assert.match(shown, /What of nights\?\s*Carried over from before/)
    assert.doesNotMatch(shown, /May I drive/)
  })

  it('B2 is nothing to somebody with whom it is not shared, and not theirs to write', async () => {
    assert.equal((await stranger.get(`/people/${asha}${visit}`)).statusCode, 404)
    assert.equal((await stranger.get(visit)).statusCode, 404)
    const posted = await stranger.post(`/people/${asha}${visit}/points`, { says: 'Hello' })
    assert.equal(posted.statusCode, 404)
    assert.equal((await nurse.post(`${visit}/held`, {})).statusCode, 404)
  })
})

describe('What was offered at a diagnosis', () => {
  let offered = ''

  it('B12 shows what was offered and what not, and the survey as claims', async () => {
    const said = { condition: 'Type 2 diabetes', ...told, offered: 'information' }
    const posted = await own.post('/care/offered/add', said)
    assert.equal(posted.statusCode, 303)
    offered = posted.headers.location as string
    const shown = await read(own, offered)
    assert.match(shown, /You were offered 1 of 9/)
    assert.match(shown, /Something to read about it\s+Said they were offered it\s+40%/)
    assert.match(shown, /53% said that they were offered none/)
    assert.match(shown, /Source: IPPR, Powerful people/)
    assert.match(shown, /they say nothing about you/)
  })

  it('B12 makes a question for the next visit of a gap by one tap, once', async () => {
    assert.equal((await own.post(`${offered}/ask/peer`, {})).statusCode, 303)
    assert.equal((await own.post(`${offered}/ask/peer`, {})).statusCode, 303)
    const shown = await read(own, '/care/visits')
    assert.equal(shown.match(/How do I meet others who live with this\?/g)?.length, 1)
    assert.match(await read(await site.visitorOf(asha), '/care/information'), /Meeting others/)
    assert.equal((await own.post(`${offered}/ask/nothing`, {})).statusCode, 404)
    assert.equal((await stranger.get(offered)).statusCode, 404)
  })
})

describe('Information on prescription', () => {
  const send = (visitor: Visitor, item: string) =>
    visitor.post(`${theirs}/information/send`, { item, why: 'You asked about it' })

  it('B8 is sent by a clinician, a peer or the site, and each says by whom', async () => {
    assert.equal((await send(nurse, 'type-2-diabetes-first-weeks')).statusCode, 303)
    assert.equal((await send(father, 'care-plans')).statusCode, 303)
    const shown = await read(own, '/care/information')
    assert.match(shown, /From Sian Rees, Oak Lane Surgery/)
    assert.match(shown, /From Ravi Patel/)
    assert.match(shown, /From Coproduce/)
  })

  it('A13 in somebody’s own words is sent only after they saw how it reads', async () => {
    const by = { 'reviewBy-day': '1', 'reviewBy-month': '6', 'reviewBy-year': '2027' }
    const words = { title: 'About insulin', says: 'Keep it cold.', source: 'Our team', ...by }
    const first = await nurse.post(`${theirs}/information/write`, words)
    assert.equal(first.statusCode, 200)
    assert.match(first.body, /name="says-scored"/)
    assert.doesNotMatch(await read(own, '/care/information'), /About insulin/)
  })

  it('B8 is sent by a peer three times a day at most, and the same once', async () => {
    const titles = async () => (await read(own, '/care/information')).match(/From Ravi Patel/g)
    assert.equal((await send(father, 'care-plans')).statusCode, 303)
    assert.equal((await titles())?.length, 1)
    for (const item of ['others-like-me', 'personal-health-budgets']) {
      assert.equal((await send(father, item)).statusCode, 303)
    }
    const refused = await send(father, 'type-2-diabetes-first-weeks')
    assert.equal(refused.statusCode, 422)
    assert.match(textOfMarkup(refused.body), /sent them 3 things to read today.*tomorrow/s)
    assert.equal((await titles())?.length, 3)
    site.clock.moveTo('2026-11-24T09:00:00Z')
    const next = await site.visitorOf(ravi)
    assert.equal((await send(next, 'type-2-diabetes-first-weeks')).statusCode, 303)
    site.clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('B8 is sent by nobody else', async () => {
    assert.equal((await send(stranger, 'care-plans')).statusCode, 404)
    assert.equal((await stranger.get(`${theirs}/information/send`)).statusCode, 404)
  })

  it('B8 says its source, its review date and its reading age', async () => {
    const list = (await own.get('/care/information')).body
    const [, address = ''] =
      list.match(/href="([^"]+)">Newly told of diabetes: the first weeks/) ?? []
    const shown = await read(own, address)
    assert.match(shown, /Where it comes from\s+Coproduce, in our own words/)
    assert.match(shown, /Looked at again by\s+1 November 2028/)
    assert.match(shown, /Reading age\s+About \d+ years/)
  })

  it('B8 is known as opened and as helpful or not to those with whom it is shared', async () => {
    const list = (await own.get('/care/information')).body
    const [, address = ''] =
      list.match(/href="([^"]+)">Newly told of diabetes: the first weeks/) ?? []
    assert.match(await read(nurse, `${theirs}/information`), /Opened\s+Newly told of diabetes/)
    assert.equal((await own.post(`${address}/helped`, { helped: 'partly' })).statusCode, 303)
    const shown = await read(nurse, `${theirs}/information`)
    assert.match(shown, /It helped in part\s+Newly told of diabetes/)
  })

  it('B8 says that it is past its review date, once it is', async () => {
    site.clock.moveTo('2028-11-02T09:00:00Z')
    const later = await site.visitorOf(asha)
    assert.match(await read(later, '/care/information'), /Past its review date/)
    const list = (await later.get('/care/information')).body
    const [, address = ''] =
      list.match(/href="([^"]+)">Newly told of diabetes: the first weeks/) ?? []
    assert.match(await read(later, address), /That day has passed/)
    site.clock.moveTo('2026-12-01T09:00:00Z')
  })
})

describe('Numbers about people', () => {
  it('B8 and B12 and C8 leave only through the gate, small ones hidden', async () => {
    for (let number = 0; number < 9; number += 1) {
      const somebody = await site.visitorOf(await register(site, `Person ${number}`))
      const said = { condition: 'Asthma', ...told, offered: 'information' }
      assert.equal((await somebody.post('/care/offered/add', said)).statusCode, 303)
    }
    site.clock.moveTo('2027-01-02T09:00:00Z')
    await releaseCareNumbers(log)
    await releaseCareNumbers(log)
    const { released } = await loadMeasure(log, measureId('care-offered'))
    assert.equal(released.length, 1)
    const [table] = released
    assert.equal(table?.asOf, asDay('2026-12-31'))
    const shown = new Map(table?.cells.map(({ label, shown: value }) => [label, value]))
    assert.equal(shown.get('Something to read about it: said'), 10)
    assert.equal(shown.get('Meeting others who live with it: offered'), 0)
    const information = await loadMeasure(log, measureId('care-information'))
    const values = information.released.flatMap(({ cells }) => cells.map((cell) => cell.shown))
    assert.ok(values.every((value) => value === 0 || value === 'few' || Number(value) >= 10))
  })
})
