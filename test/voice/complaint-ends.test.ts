// How a complaint ends: answered or early, by the law or outside it, and always learned from.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Day, type Id, type PersonId, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { loadPromises } from '../../src/promises/index.ts'
import * as follow from '../../src/voice/actions/follow-complaint.ts'
import * as act from '../../src/voice/actions/handle-complaint.ts'
import { loadComplaint } from '../../src/voice/actions/see-complaint.ts'
import { isClosed, mustLearn } from '../../src/voice/domain/complaint/complaint.ts'
import { duesOf } from '../../src/voice/domain/complaint/dues.ts'
import * as decide from '../../src/voice/domain/complaint/handle.ts'
import { outsideTheLaw } from '../../src/voice/domain/complaint/outside.ts'
import * as parties from '../../src/voice/domain/complaint/parties.ts'
import { complaintsOf } from '../../src/voice/store/complaint-rows.ts'
import { done, nobody, person } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { voiceIn } from './people.ts'
import { type Received, receivedFrom } from './received.ts'
import { visit } from './visit.ts'

const site = await openWholeSite()
const { log, clock, newId } = site
const { surgery, clinic } = await voiceIn(site)
const megan = await person(site, 'Megan Hughes')
const held = { organisation: surgery, from: asDay('2024-01-01'), until: null }
done(await giveRole(log, { actor: nobody, person: megan, what: 'complaints-manager', ...held }))
const asha = await person(site, 'Asha Patel')
const hers = { side: 'complainant' } as const
const theirs = { side: 'body', body: surgery } as const
const START = '2026-11-23T09:00:00Z'

const made = async (more: Partial<Received> = {}): Promise<Id> =>
  done(
    await act.complain(
      log,
      { by: asha, browser: log.chance.hex(16), key: null },
      {
        says: `My scan was cancelled twice. ${log.chance.hex(4)}`,
        wants: 'An explanation.',
        ...receivedFrom(log, { complainant: asha, body: surgery, place: clinic }),
        ...more,
      },
    ),
  )
type Rule = Parameters<typeof act.handle>[2]
const doTo = async (stream: Id, rule: Rule, by: PersonId = asha) => {
  const result = await act.handle(log, { by, stream, key: null }, rule)
  return result.ok ? 'done' : result.refusal.code
}
const learn = (change: string, due: Day | null = null) =>
  decide.recordLearning(theirs, { change, says: 'We ring first', due, shownAs: 'Megan Hughes' })
const page = (body: string) => textOfMarkup(body).replace(/\s+/g, ' ')

describe('V2 Every complaint', () => {
  const ends: readonly (readonly [string, Partial<Received>, Rule])[] = [
    ['taken back', {}, decide.withdrawComplaint(hers, 'They rang me')],
    ['settled at once', { how: 'oral' }, decide.resolveAtOnce(hers, 'All is well')],
    ['outside the law', {}, decide.setOutside(theirs, 'done', 'We answered it in May')],
  ]
  for (const [name, more, rule] of ends) {
    it(`V2 ends in learning, also one that was ${name}`, async () => {
      const id = await made(more)
      assert.equal(await doTo(id, learn('none')), 'complaint-response-first')
      assert.equal(await doTo(id, rule), 'done')
      const ended = await loadComplaint(log, id)
      assert.ok(mustLearn(ended) && !isClosed(ended))
      assert.equal(await doTo(id, decide.acknowledge(theirs, 'oral', 'Hello')), 'complaint-closed')
      assert.deepEqual(duesOf(ended, log.clock.now()), [], 'nothing is due to her any more')
      const who = await visit(site, megan)
      assert.match(page((await who.get(`/complaints/${id}`)).body), /Now say what was learned/)
      assert.equal(await doTo(id, learn('promise', asDay('2027-01-15'))), 'done')
      assert.equal(await doTo(id, learn('none')), 'complaint-done-already')
      assert.ok(isClosed(await loadComplaint(log, id)))
      await follow.followComplaint(log, id)
      const refs = follow.promisesOfComplaint(id, await loadComplaint(log, id))
      assert.equal((await loadPromises(log, refs))[0]?.promise.due, '2027-01-15')
    })
  }

  it('V2 stands on the list until it is learned from, after those that have a day', async () => {
    const body = newId()
    const [back, fresh] = [await made({ body }), await made({ body })]
    const other = await made({ body })
    const side = { side: 'body', body } as const
    assert.equal(await doTo(back, decide.withdrawComplaint(hers, '')), 'done')
    assert.equal(await doTo(other, decide.withdrawComplaint(hers, '')), 'done')
    const none = { change: 'none', says: 'A slip', due: null, shownAs: '' }
    assert.equal(await doTo(other, decide.recordLearning(side, none)), 'done')
    const listed = (await complaintsOf(log.db, body)).map(({ stream }) => stream)
    assert.deepEqual(listed, [fresh, back, other])
  })
})

describe('V2 A reason why there is no answer', () => {
  it('V2 does not stop the clock months before it ends, and counts in the last month', async () => {
    const id = await made()
    const explain = decide.explainDelay(theirs, 'The surgeon is away')
    assert.equal(await doTo(id, explain), 'complaint-explain-early')
    const who = await visit(site, megan)
    assert.doesNotMatch((await who.get(`/complaints/${id}`)).body, /explain"/)
    // The 6 months end on 22 May 2027.
    clock.moveTo('2027-04-21T22:59:00Z')
    assert.equal(await doTo(id, explain), 'complaint-explain-early')
    clock.moveTo('2027-04-21T23:00:00Z')
    assert.equal(await doTo(id, explain), 'done')
    const dues = duesOf(await loadComplaint(log, id), log.clock.now())
    assert.deepEqual(dues.at(-1), { step: 'explain', due: '2027-05-22', standing: 'met' })
    clock.moveTo(START)
  })
})

describe('V2 A complaint that is all well soon', () => {
  it('V2 ends by the rule of its nation, and in no other time', async () => {
    const resolve = decide.resolveAtOnce(hers, 'All is well')
    // Received on Monday 23 November 2026. St Andrew’s Day is on the 30th.
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['england', 'oral', '2026-11-24T23:59:00Z', 'done'],
      ['england', 'oral', '2026-11-25T00:00:00Z', 'complaint-not-at-once'],
      ['england', 'written', '2026-11-23T10:00:00Z', 'complaint-not-at-once'],
      ['scotland', 'written', '2026-12-01T23:59:00Z', 'done'],
      ['scotland', 'oral', '2026-12-02T00:00:00Z', 'complaint-not-at-once'],
      ['wales', 'oral', '2026-11-23T10:00:00Z', 'complaint-not-at-once'],
      ['northern-ireland', 'oral', '2026-11-23T10:00:00Z', 'complaint-not-at-once'],
    ]
    for (const [nation, how, at, result] of cases) {
      clock.moveTo(START)
      const id = await made({ nation, how })
      clock.moveTo(at)
      assert.equal(await doTo(id, resolve), result, `${nation} ${how} ${at}`)
    }
    clock.moveTo(START)
  })
})

describe('V2 A complaint that is passed on before anybody acknowledged it', () => {
  const other = newId()
  const elsewhere = { side: 'body', body: other } as const

  async function passedOn(): Promise<Id> {
    const id = await made()
    const ask = { other, why: 'It was theirs', how: 'pass', lead: other } as const
    assert.equal(await doTo(id, parties.askToShare(theirs, ask)), 'done')
    const asked = (await loadComplaint(log, id)).sharing?.id as Id
    clock.moveTo('2026-11-24T09:00:00Z')
    assert.equal(await doTo(id, parties.answerSharing(hers, asked, true)), 'done')
    return id
  }
  const acknowledged = async (id: Id) =>
    duesOf(await loadComplaint(log, id), log.clock.now())
      .filter(({ step }) => step === 'acknowledge')
      .map(({ due, standing }) => [due, standing])

  it('V2 is acknowledged by each body for itself, whichever is first', async () => {
    const id = await passedOn()
    assert.equal(await doTo(id, decide.acknowledge(elsewhere, 'oral', 'With us.')), 'done')
    assert.deepEqual(await acknowledged(id), [
      ['2026-11-26', 'waiting'],
      ['2026-11-27', 'met'],
    ])
    const again = decide.acknowledge(elsewhere, 'oral', 'Again')
    assert.equal(await doTo(id, again), 'complaint-done-already')
    assert.equal(await doTo(id, decide.acknowledge(theirs, 'oral', 'We had it.')), 'done')
    clock.moveTo(START)
  })

  it('V2 is noted as late where the body it went to says nothing in 3 working days', async () => {
    const id = await passedOn()
    assert.equal(await doTo(id, decide.acknowledge(theirs, 'oral', 'We had it.')), 'done')
    clock.moveTo('2026-11-28T00:27:00Z')
    await follow.watchComplaints(log)
    const { missed } = await loadComplaint(log, id)
    assert.deepEqual(missed, [{ step: 'acknowledge', due: '2026-11-27' }])
    clock.moveTo(START)
  })
})

describe('V2 A complaint that the law does not ask a body to deal with', () => {
  it('V2 ends with one of the reasons that the law lists, in writing, by who leads', async () => {
    const id = await made()
    const out = (ground: string, says = 'It was answered in May', side: decide.Side = theirs) =>
      doTo(id, decide.setOutside(side, ground, says))
    assert.equal(await out('busy'), 'complaint-outside-unknown')
    assert.equal(await out('done', ' '), 'complaint-empty')
    assert.equal(await out('done', 'x', hers), 'complaint-not-your-step')
    assert.equal(await out('done', 'x', { side: 'body', body: newId() }), 'complaint-unknown')
    assert.equal(await out('late'), 'complaint-in-time')
    assert.equal(await out('done'), 'done')
    const welsh = await made({ nation: 'wales' })
    const rule = decide.setOutside(theirs, 'done', 'x')
    assert.equal(await doTo(welsh, rule), 'complaint-outside-unknown')
    for (const { source } of outsideTheLaw) assert.match(source, /SI 2009\/309, regulation/)
  })

  it('V2 is late after 12 months to the day, by the day it came to be known', async () => {
    const at = async (happenedOn: string) =>
      doTo(
        await made({ happenedOn: asDay(happenedOn) }),
        decide.setOutside(theirs, 'late', 'Nobody who was there works here any more'),
      )
    assert.equal(await at('2025-11-23'), 'complaint-in-time')
    assert.equal(await at('2025-11-22'), 'done')
  })

  it('V2 tells her why on its page, and leaves her the ombudsman', async () => {
    const id = await made({ happenedOn: asDay('2024-05-01') })
    const who = await visit(site, megan)
    const empty = await who.post(`/complaints/${id}/outside`, { ground: '', outside: '' })
    assert.equal(empty.statusCode, 422)
    assert.match(page(empty.body), /Select which of the reasons it is/)
    const outside = 'The ward was closed in 2024, and its notes are gone.'
    const sent = await who.post(`/complaints/${id}/outside`, { ground: 'late', outside })
    assert.equal(sent.statusCode, 303, page(sent.body).slice(0, 500))
    const seen = page((await (await visit(site, asha)).get(`/complaints/${id}`)).body)
    assert.match(seen, /They do not deal with it as a formal complaint/)
    assert.match(seen, /The ward was closed in 2024/)
    assert.match(seen, /More than 12 months have passed.*regulation 12/)
    assert.match(seen, /Take it to the ombudsman/)
    assert.equal(await doTo(id, decide.goToOmbudsman(hers, 'I could not write before')), 'done')
  })
})

describe('V2 The page of a complaint', () => {
  it('V2 has the same words in its timeline for both sides', async () => {
    const id = await made({ right: 'CR-A7' })
    await doTo(id, decide.acknowledge(theirs, 'written', 'We have it.'), megan)
    await doTo(id, decide.tellProgress(theirs, 'We have both rotas.'), megan)
    await doTo(id, decide.tellProgress(hers, 'It was a Tuesday.'))
    // Her first look is a step of its own, which then stands there for both.
    const who = await visit(site, megan)
    await who.get(`/complaints/${id}`)
    const handler = (await who.get(`/complaints/${id}`)).body
    const own = (await (await visit(site, asha)).get(`/complaints/${id}`)).body
    const timeline = (body: string) =>
      /What happened so far<\/h2>([\s\S]*?)<h2/.exec(body)?.[1] ?? ''
    for (const said of ['We have it.', 'We have both rotas.', 'It was a Tuesday.']) {
      assert.ok(timeline(own).includes(said), said)
    }
    assert.equal(timeline(own), timeline(handler))
    for (const body of [own, handler]) assert.match(page(body), /Certain services within maximum/)
  })
})

describe('The rows of complaints that ended or were passed on', () => {
  it('are the same when they are made again', async () => {
    const read = () => log.db.text('select * from voice.complaints t order by t::text')
    const before = await read()
    await rebuild(log)
    assert.deepEqual(await read(), before)
  })
})
