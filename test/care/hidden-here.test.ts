// B2 B12 E10: on a device on which private things are left out, what waits of them is left out too.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { openPlanTown } from './people.ts'

const { site, log, asha } = await openPlanTown()
const open = await site.visitorOf(asha)
const hiding = await site.visitorOf(asha)
await hiding.post('/share/private', { do: 'hide-here' })

type Visitor = typeof open
const read = async (visitor: Visitor, url: string) => textOfMarkup((await visitor.get(url)).body)
const addVisit = async (visitor: Visitor, withWhom: string) => {
  const day = { 'day-day': '1', 'day-month': '12', 'day-year': '2026' }
  return (await visitor.post('/care/visits/add', { withWhom, ...day })).headers.location as string
}
/** As a thing stands that was marked as about mental health. */
const mark = (kind: string) =>
  log.db.text(`update care.items set labels = '{mental}' where owner = $1 and kind = $2`, [
    asha,
    kind,
  ])

const visit = await addVisit(open, 'The crisis team')
await open.post(`${visit}/prepare`, { matters: 'To sleep', question1: 'Must I take it for life?' })
await open.post(`${visit}/held`, {})
const told = { 'toldOn-day': '2', 'toldOn-month': '11', 'toldOn-year': '2026' }
const said = { condition: 'Bipolar disorder', ...told, offered: 'information' }
const offered = (await open.post('/care/offered/add', said)).headers.location as string
await open.post(`${offered}/ask/peer`, {})
await mark('visit')
await mark('offered')

const ofVisit = /Must I take it for life\?/
const ofGap = /How do I meet others who live with this\?/

describe('A device on which private things are left out', () => {
  it('B2 shows no question that waits from a private visit, and no such visit', async () => {
    const shown = await read(open, '/care/visits')
    assert.match(shown, ofVisit)
    assert.match(shown, /The crisis team/)
    const bare = await read(hiding, '/care/visits')
    assert.doesNotMatch(bare, ofVisit)
    assert.doesNotMatch(bare, /crisis team/)
    assert.equal((await hiding.get(visit)).statusCode, 404)
    assert.equal((await open.get(visit)).statusCode, 200)
  })

  it('B12 shows no question that came of a gap at a private diagnosis', async () => {
    assert.match(await read(open, '/care/visits'), ofGap)
    assert.doesNotMatch(await read(hiding, '/care/visits'), ofGap)
    assert.match(await read(open, '/care/offered'), /Bipolar disorder/)
    assert.doesNotMatch(await read(hiding, '/care/offered'), /Bipolar disorder/)
    assert.equal((await hiding.get(offered)).statusCode, 404)
  })

  it('B2 carries none of them to a visit that is begun there, and none is lost', async () => {
    const next = await addVisit(hiding, 'Blood test')
    assert.doesNotMatch(await read(hiding, next), ofVisit)
    assert.doesNotMatch(await read(open, next), ofVisit)
    const waiting = await read(open, '/care/visits')
    assert.match(waiting, ofVisit)
    assert.match(waiting, ofGap)
    const later = await addVisit(open, 'Sian Rees')
    assert.match(await read(open, later), ofVisit)
  })

  it('E10 shows no network meeting, which is private by what it is', async () => {
    const called = await open.post('/care/meetings/call', {
      ...{ why: 'I do not feel safe', crisis: 'yes', where: 'At home', others: 'Meera' },
    })
    const meeting = called.headers.location as string
    assert.match(await read(open, '/care/meetings'), /I do not feel safe|Network meeting/)
    assert.doesNotMatch(await read(hiding, '/care/meetings'), /feel safe|Meera/)
    assert.equal((await open.get(meeting)).statusCode, 200)
    assert.equal((await hiding.get(meeting)).statusCode, 404)
    assert.deepEqual(site.failures, [])
  })
})
