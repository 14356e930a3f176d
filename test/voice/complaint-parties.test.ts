// Who takes part in a complaint: without a name, said aloud, by somebody who acts, by two bodies.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Day, type Id, type PersonId } from '../../src/basics/index.ts'
import { giveRole, registerPerson } from '../../src/identity/index.ts'
import { comeBack } from '../../src/voice/actions/come-back.ts'
import { watchComplaints } from '../../src/voice/actions/follow-complaint.ts'
import * as act from '../../src/voice/actions/handle-complaint.ts'
import { loadComplaint, seeComplaint } from '../../src/voice/actions/see-complaint.ts'
import { tellOfComplaint } from '../../src/voice/actions/tell-of-complaint.ts'
import { duesOf, nextDue } from '../../src/voice/domain/complaint/dues.ts'
import * as decide from '../../src/voice/domain/complaint/handle.ts'
import * as parties from '../../src/voice/domain/complaint/parties.ts'
import { complaintsOf, ownComplaints } from '../../src/voice/store/complaint-rows.ts'
import type { Visitor } from '../../src/web/index.ts'
import { nobody, openVoice } from './people.ts'

const house = await openVoice()
const { log, clock, surgery, clinic, newId, browserOf } = house
const hers = { side: 'complainant' } as const
const acting = { side: 'complainant', acts: 'representative' } as const
const theirs = { side: 'body', body: surgery } as const
const someone: Visitor = { kind: 'nobody' }

const personCalled = (person: Id, more: Partial<Extract<Visitor, { kind: 'person' }>> = {}) => ({
  kind: 'person' as const,
  person: person as PersonId,
  name: 'Asha Patel',
  session: 's',
  acting: null,
  roles: [],
  identityLevel: 'P9',
  ...more,
})
const atWork = (person: Id) =>
  personCalled(person, {
    acting: { role: '', organisation: '', organisationId: surgery },
    roles: ['complaints-manager'],
  })

type Received = Parameters<typeof act.complain>[2]

async function made(more: Partial<Received> = {}, browser = browserOf(), by: Id | null = null) {
  const done = await act.complain(
    log,
    { by: by as PersonId | null, browser, key: null },
    {
      says: `My scan was cancelled twice. ${newId()}`,
      wants: '',
      how: 'written',
      receivedAt: log.clock.now(),
      nation: 'england',
      body: surgery,
      complainant: by,
      places: [clinic],
      happenedOn: null,
      representative: null,
      right: null,
      name: '',
      contact: '',
      writtenBy: null,
      ...more,
    },
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  return { id: done.value, browser }
}

type Rule = Parameters<typeof act.handle>[2]
const doTo = async (stream: Id, rule: Rule) => {
  const done = await act.handle(log, { by: null, stream, key: null }, rule)
  return done.ok ? 'done' : done.refusal.code
}
const see = (visitor: Visitor, browser: string, id: Id) =>
  seeComplaint(log, { visitor, browser }, id)
const codeOf = async (id: Id, holder: parties.Holder, browser: string | null = null) => {
  const code = await act.makeComplaintWay(log, id, holder, browser)
  assert.ok(code.ok)
  return code.value
}
const representative = {
  name: 'Ravi Patel',
  relation: 'Her father',
  ground: 'asked',
  permission: 'She asked me to',
  by: null,
}

describe('V2 A complaint by somebody who is not signed in', () => {
  it('V2 is open where it was made, and elsewhere only with its code', async () => {
    const { id, browser } = await made()
    assert.deepEqual((await see(someone, browser, id))?.side, hers)
    const other = browserOf()
    assert.equal(await see(someone, other, id), null)
    const back = await comeBack(log, await codeOf(id, 'complainant'), other)
    assert.ok(back.ok && back.value.what === 'complaint' && back.value.id === id)
    assert.deepEqual((await see(someone, other, id))?.side, hers)
  })

  it('V2 closes everywhere once its code is replaced, but where the new one is', async () => {
    const { id, browser } = await made()
    const other = browserOf()
    const first = await codeOf(id, 'complainant', browser)
    await comeBack(log, first, other)
    await codeOf(id, 'complainant', browser)
    assert.equal(await see(someone, other, id), null)
    assert.notEqual(await see(someone, browser, id), null)
    const late = await comeBack(log, first, other)
    assert.ok(!late.ok && late.refusal.code === 'claim-code-not-known')
  })

  it('V2 opens with its code for an hour, and never for somebody at work', async () => {
    const { id } = await made()
    const staff = newId()
    await comeBack(log, await codeOf(id, 'complainant'), staff)
    const handled = await see(atWork(staff), staff, id)
    assert.equal(handled?.side.side, 'body')
    const nurse = personCalled(staff, {
      acting: { role: '', organisation: '', organisationId: surgery },
      roles: ['nurse'],
    })
    assert.equal(await see(nurse, staff, id), null)
    const reader = browserOf()
    await comeBack(log, await codeOf(id, 'complainant'), reader)
    clock.moveTo('2026-11-23T10:00:01Z')
    assert.equal(await see(someone, reader, id), null)
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('V2 keeps only the digest of a code', async () => {
    const { id } = await made()
    const code = await codeOf(id, 'complainant')
    const bodies = await log.db.text<{ body: string }>(
      'select body from log.facts where stream = $1',
      [id],
    )
    assert.ok(bodies.every(({ body }) => !body.includes(code)))
  })

  it('V2 is kept by its owner once they sign in, and then by nobody else', async () => {
    const { id } = await made()
    const asha = newId()
    assert.equal(await doTo(id, parties.keepComplaint(hers, asha)), 'done')
    assert.equal(await doTo(id, parties.keepComplaint(hers, asha)), 'done')
    assert.equal(await doTo(id, parties.keepComplaint(hers, newId())), 'complaint-done-already')
    assert.deepEqual(await ownComplaints(log.db, asha), [{ owner: id, stream: id }])
    assert.deepEqual((await see(personCalled(asha), browserOf(), id))?.side, hers)
  })
})

describe('V2 A complaint made by word of mouth', () => {
  it('V2 is written down, and its owner says whether that is what they said', async () => {
    const nurse = newId()
    const said = { how: 'oral', name: 'Gwen Lloyd', contact: '01632 960 001', writtenBy: nurse }
    const { id, browser } = await made(said, nurse, null)
    // It is not open where a member of staff wrote it down.
    assert.equal(await see(someone, browser, id), null)
    assert.equal(await doTo(id, parties.confirmRecord(theirs, true, '')), 'complaint-not-your-step')
    assert.equal(await doTo(id, parties.confirmRecord(hers, false, ' ')), 'complaint-empty')
    const wrong = parties.confirmRecord(hers, false, 'It was three times, not twice')
    assert.equal(await doTo(id, wrong), 'done')
    assert.deepEqual((await loadComplaint(log, id)).record, {
      right: false,
      says: 'It was three times, not twice',
    })
    assert.equal(await doTo(id, parties.confirmRecord(hers, true, '')), 'complaint-done-already')
  })

  it('V2 of which nothing was written down by others has no record to read', async () => {
    const { id } = await made()
    assert.equal(await doTo(id, parties.confirmRecord(hers, true, '')), 'complaint-not-your-step')
  })
})

describe('V2 Somebody who acts', () => {
  it('V2 needs a ground of the law, and how they said yes', async () => {
    const refused = async (more: Partial<typeof representative>) => {
      const received = { ...representative, ...more }
      const { id } = await made()
      const body = { ...(await loadComplaint(log, id)).received?.body, representative: received }
      const done = decide.makeComplaint(body as Received)({
        ...(await loadComplaint(log, newId())),
      })
      return done.ok ? 'done' : done.refusal.code
    }
    assert.equal(await refused({ ground: 'neighbour' }), 'complaint-ground-unknown')
    assert.equal(await refused({ permission: '  ' }), 'complaint-permission-missing')
    assert.equal(await refused({ ground: 'child', permission: 'He is 9' }), 'done')
  })

  it('V2 opens this complaint and no other, until it ends', async () => {
    const { id } = await made()
    const another = await made()
    const name = parties.nameRepresentative(hers, 'Kath Onwuka', 'Advocate')
    assert.equal(await doTo(id, name), 'done')
    const advocate = newId()
    await comeBack(log, await codeOf(id, 'representative'), advocate)
    const visitor = personCalled(advocate)
    assert.deepEqual((await see(visitor, advocate, id))?.side, acting)
    assert.equal(await see(visitor, advocate, another.id), null)
    assert.equal(await doTo(id, parties.keepComplaint(acting, advocate)), 'done')
    assert.deepEqual(await ownComplaints(log.db, advocate), [{ owner: id, stream: id }])
    assert.equal(await doTo(id, parties.endRepresentative(hers, '')), 'done')
    assert.equal(await see(visitor, advocate, id), null)
    assert.deepEqual(await ownComplaints(log.db, advocate), [])
    const code = await act.makeComplaintWay(log, id, 'representative', null)
    assert.ok(!code.ok && code.refusal.code === 'complaint-nobody-acts')
  })

  it('V2 who complained for another is out as well once that has ended', async () => {
    const ravi = newId()
    const { id, browser } = await made(
      { representative: { ...representative, by: ravi } },
      ravi,
      null,
    )
    assert.deepEqual((await see(personCalled(ravi), browser, id))?.side, acting)
    assert.equal(await doTo(id, parties.endRepresentative(theirs, ' ')), 'complaint-empty')
    assert.equal(await doTo(id, parties.endRepresentative(theirs, 'She says no')), 'done')
    assert.equal(await see(personCalled(ravi), browser, id), null)
  })

  it('V2 cannot let anybody else act, and does the rest as the complainant would', async () => {
    const { id } = await made({ representative })
    const pass = parties.nameRepresentative(acting, 'Another', 'Friend')
    assert.equal(await doTo(id, pass), 'complaint-not-your-step')
    const again = parties.nameRepresentative(hers, 'Another', 'Friend')
    assert.equal(await doTo(id, again), 'complaint-acts-already')
    assert.equal(await doTo(id, decide.tellProgress(acting, 'One thing more')), 'done')
  })
})

describe('V2 The time of an answer', () => {
  it('V2 is set by the body alone only where the offer to talk was turned down', async () => {
    const { id } = await made()
    const day = '2027-01-15' as Day
    assert.equal(await doTo(id, decide.declineTalk(hers, '')), 'complaint-acknowledge-first')
    await doTo(id, decide.acknowledge(theirs, 'oral', 'We have it. Shall we talk?'))
    assert.equal(await doTo(id, decide.declineTalk(theirs, '')), 'complaint-not-your-step')
    assert.equal(await doTo(id, decide.declineTalk(hers, '')), 'done')
    assert.equal(await doTo(id, decide.proposePlan(theirs, 'By letter', day, newId())), 'done')
    assert.equal((await loadComplaint(log, id)).plan?.replyBy, day)
    const later = '2027-02-15' as Day
    await doTo(id, decide.proposePlan(theirs, 'Longer', later, newId()))
    assert.equal((await loadComplaint(log, id)).plan?.replyBy, day)
  })
})

describe('V2 A complaint that another body answers', () => {
  const other = newId()

  it('V2 is passed on with a yes; then the other acknowledges it in 3 working days', async () => {
    const { id } = await made()
    const ask = { other, why: 'It was theirs', how: 'pass', lead: other } as const
    assert.equal(
      await doTo(id, parties.askToShare(theirs, { ...ask, lead: surgery })),
      'complaint-body-missing',
    )
    assert.equal(await doTo(id, parties.askToShare(theirs, ask)), 'done')
    assert.equal(await doTo(id, parties.askToShare(theirs, ask)), 'complaint-asked-already')
    const asked = (await loadComplaint(log, id)).sharing?.id as Id
    clock.moveTo('2026-11-25T09:00:00Z')
    await doTo(id, decide.acknowledge(theirs, 'written', 'We have it.'))
    assert.equal(await doTo(id, parties.answerSharing(hers, asked, true)), 'done')
    const dues = duesOf(await loadComplaint(log, id), log.clock.now())
    assert.deepEqual(dues.slice(0, 2), [
      { step: 'acknowledge', due: '2026-11-26', standing: 'met' },
      { step: 'acknowledge', due: '2026-11-30', standing: 'waiting' },
    ])
    const otherSide = { side: 'body', body: other } as const
    assert.equal(await doTo(id, decide.acknowledge(otherSide, 'oral', 'It is with us.')), 'done')
    const again = parties.askToShare(theirs, ask)
    assert.equal(await doTo(id, again), 'complaint-has-it')
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('V2 stays where it is after a no', async () => {
    const { id } = await made()
    const ask = { other, why: 'It was theirs', how: 'together', lead: surgery } as const
    await doTo(id, parties.askToShare(theirs, ask))
    const asked = (await loadComplaint(log, id)).sharing?.id as Id
    assert.equal(await doTo(id, parties.answerSharing(hers, asked, false)), 'done')
    assert.deepEqual((await loadComplaint(log, id)).bodies, [surgery])
  })
})

describe('V2 The list of those who handle complaints', () => {
  it('V2 has what is late first, then what is due soonest, then what has ended', async () => {
    const body = newId()
    const side = { side: 'body', body } as const
    const late = await made({ body, receivedAt: '2026-11-16T09:00:00.000Z' as never })
    const fresh = await made({ body })
    const acknowledged = await made({ body, receivedAt: '2026-11-10T09:00:00.000Z' as never })
    await doTo(acknowledged.id, decide.acknowledge(side, 'oral', 'We have it.'))
    const ended = await made({ body, receivedAt: '2026-11-01T09:00:00.000Z' as never })
    await doTo(ended.id, decide.withdrawComplaint(hers, ''))
    const listed = (await complaintsOf(log.db, body)).map(({ stream }) => stream)
    assert.deepEqual(listed, [late.id, fresh.id, acknowledged.id, ended.id])
    const next = nextDue(await loadComplaint(log, late.id), log.clock.now())
    assert.deepEqual(next, { step: 'acknowledge', due: '2026-11-19', standing: 'late' })
  })
})

describe('V2 Both sides', () => {
  it('V2 hear of each step of the other, and of a day that passed, each once', async () => {
    const [asha, megan] = [newId() as PersonId, newId() as PersonId]
    for (const [person, name] of [
      [asha, 'Asha Patel'],
      [megan, 'Megan Hughes'],
    ] as const) {
      const known = { actor: nobody, birthDate: null, nhsNumber: null, person, name }
      assert.ok((await registerPerson(log, known)).ok)
    }
    const held = { actor: nobody, organisation: surgery, from: asDay('2024-01-01'), until: null }
    const role = { ...held, person: megan, what: 'complaints-manager' }
    assert.ok((await giveRole(log, role)).ok)
    const { id } = await made({}, browserOf(), asha)
    await act.handle(
      log,
      { by: megan, stream: id, key: null },
      decide.acknowledge(theirs, 'oral', 'Hello'),
    )
    clock.moveTo('2027-06-01T00:27:00Z')
    assert.ok((await watchComplaints(log)) > 0)
    assert.equal(await watchComplaints(log), 0)
    const { timeline } = await loadComplaint(log, id)
    for (const { id: fact } of timeline) {
      await tellOfComplaint(log, { stream: id, fact })
      await tellOfComplaint(log, { stream: id, fact })
    }
    const told = async (person: Id) =>
      (
        await log.db.text<{ body: string }>(
          `select body from log.facts where owner = $1 and kind = 'message-sent' order by at, id`,
          [person],
        )
      )
        .map(({ body }) => JSON.parse(body).rendering.subject)
        .toSorted()
    assert.deepEqual(await told(asha), [
      'A day has passed in your complaint',
      'Your complaint was acknowledged',
    ])
    assert.deepEqual(await told(megan), ['A complaint came in', 'You are late in a complaint'])
    clock.moveTo('2026-11-23T09:00:00Z')
  })
})

describe('Floods of complaints', () => {
  it('are refused in words: the same again, and the sixth of a day', async () => {
    const browser = browserOf()
    const says = 'The very same words'
    await made({ says }, browser)
    const request = { by: null, browser, key: null }
    const { received } = await loadComplaint(log, (await made({}, browser)).id)
    assert.ok(received)
    const same = await act.complain(log, request, { ...received.body, says })
    assert.ok(!same.ok && same.refusal.code === 'complaint-made-before')
    for (let count = 0; count < 3; count += 1) await made({}, browser)
    const sixth = await act.complain(log, request, { ...received.body, says: 'Another' })
    assert.ok(!sixth.ok && sixth.refusal.code === 'complaint-made-too-often')
  })
})
