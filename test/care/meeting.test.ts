// E10: network meetings on pages: only with the person in the room, read by those whom they let.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { acceptTie, giveRole, offerTie, registerOrganisation } from '../../src/identity/index.ts'
import { done, longAgo, nobody } from '../attacks/town.ts'
import { openPlanTown } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, ravi, sian, gwen } = town
const offer = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi, from: longAgo }
const tie = done(await offerTie(log, { actor: nobody, ...offer, until: null }))
done(await acceptTie(log, { actor: nobody, by: asha, tie }))
const own = await site.visitorOf(asha)
const father = await site.visitorOf(ravi)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)

const LET = /name="attendee" value="([^"]+)"\/><input[^>]*name="may"/

type Visitor = typeof own
const read = async (visitor: Visitor, url: string) => textOfMarkup((await visitor.get(url)).body)
const note = (visitor: Visitor, url: string, says: string) =>
  visitor.post(`${url}/note`, { what: 'decision', says })

let meeting = ''
const theirs = () => `/people/${asha}${meeting}`

describe('A network meeting', () => {
  it('E10 is called by the person, who names their network, due within 24 hours', async () => {
    const called = await own.post('/care/meetings/call', {
      ...{ why: 'I do not feel safe', crisis: 'yes', invited: ravi, where: 'At home' },
      ...{ others: 'Meera', team: 'Gloria Santos, nurse' },
    })
    assert.equal(called.statusCode, 303)
    meeting = called.headers.location as string
    assert.match(await read(own, meeting), /To begin by 24 November 2026, 9am/)
    assert.match(await read(own, meeting), /Meera\s+As\s+From my network/)
  })

  it('E10 tells those who are called that there is a call, and no word of why', async () => {
    const inbox = await read(father, '/messages')
    assert.match(inbox, /You are asked to meet within a day/)
    assert.doesNotMatch(inbox, /feel safe/)
  })

  it('E10 is nothing to those whom the person has not let read it', async () => {
    assert.equal((await father.get(theirs())).statusCode, 404)
    assert.equal((await stranger.get(theirs())).statusCode, 404)
    assert.equal((await note(father, theirs(), 'He is worse')).statusCode, 404)
  })

  it('E10 is begun by nobody else, and takes no word before', async () => {
    assert.equal((await note(own, meeting, 'We meet daily')).statusCode, 409)
    assert.equal((await nurse.post(`${theirs()}/begin`, {})).statusCode, 404)
    assert.equal((await nurse.post(`${meeting}/begin`, {})).statusCode, 404)
    assert.equal((await note(nurse, theirs(), 'Without her')).statusCode, 409)
  })

  it('E10 takes notes while the person is there, also by whom they let', async () => {
    assert.equal((await own.post(`${meeting}/begin`, {})).statusCode, 303)
    const [, attendee = ''] = (await own.get(meeting)).body.match(LET) ?? []
    assert.equal((await own.post(`${meeting}/let`, { attendee, may: 'yes' })).statusCode, 303)
    assert.equal((await note(father, theirs(), 'I sleep on the sofa')).statusCode, 303)
    assert.match(await read(own, meeting), /I sleep on the sofa\s+Written by Ravi Patel/)
    assert.match(await read(father, theirs()), /I sleep on the sofa/)
  })

  it('E10 keeps where a relative works to themselves', async () => {
    const about = { name: 'Elm Street Hospital', odsCode: null, what: 'nhs-trust', from: longAgo }
    const hospital = done(await registerOrganisation(log, { actor: nobody, ...about }))
    const held = { actor: nobody, from: longAgo, until: null }
    done(await giveRole(log, { ...held, person: ravi, what: 'nurse', organisation: hospital }))
    const [, attendee = ''] = (await own.get(meeting)).body.match(LET) ?? []
    for (const may of ['no', 'yes']) await own.post(`${meeting}/let`, { attendee, may })
    const shared = await read(own, '/share')
    assert.match(shared, /Ravi Patel/)
    assert.doesNotMatch(shared, /Elm Street Hospital/)
    assert.equal((await father.get(theirs())).statusCode, 200)
  })

  it('E10 takes none while the person is out of the room', async () => {
    await own.post(`${meeting}/presence`, { present: 'no' })
    assert.equal((await note(father, theirs(), 'She is not here')).statusCode, 409)
    assert.equal((await note(nurse, theirs(), 'Nor now')).statusCode, 409)
    await own.post(`${meeting}/presence`, { present: 'yes' })
    assert.equal((await note(nurse, theirs(), 'I ring tomorrow')).statusCode, 303)
  })

  it('E10 is no longer read by somebody from when the person says so', async () => {
    const [, attendee = ''] = (await own.get(meeting)).body.match(LET) ?? []
    assert.equal((await own.post(`${meeting}/let`, { attendee, may: 'no' })).statusCode, 303)
    assert.equal((await father.get(theirs())).statusCode, 404)
  })

  it('E10 takes nothing once it is over, and is late when the 24 hours have passed', async () => {
    assert.equal((await own.post(`${meeting}/end`, {})).statusCode, 303)
    assert.equal((await note(own, meeting, 'Later')).statusCode, 409)
    const again = { why: 'Again', crisis: 'yes', team: 'Gloria Santos, nurse' }
    const called = await own.post('/care/meetings/call', again)
    site.clock.moveTo('2026-11-24T09:01:00Z')
    const later = await site.visitorOf(asha)
    assert.match(await read(later, called.headers.location as string), /the 24 hours are over/)
  })
})
