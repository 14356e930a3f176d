// Formal complaints: what each side may do, and what must be there before it is answered.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type Day,
  type Id,
  type Instant,
  type PersonId,
  textOfMarkup,
} from '../../src/basics/index.ts'
import { exportStreams, rebuild, verifyFile } from '../../src/log/index.ts'
import { addSigningKey, readZip } from '../../src/plumbing/index.ts'
import { loadPromises } from '../../src/promises/index.ts'
import * as follow from '../../src/voice/actions/follow-complaint.ts'
import * as act from '../../src/voice/actions/handle-complaint.ts'
import * as see from '../../src/voice/actions/see-complaint.ts'
import { duesOf } from '../../src/voice/domain/complaint/dues.ts'
import * as decide from '../../src/voice/domain/complaint/handle.ts'
import * as parties from '../../src/voice/domain/complaint/parties.ts'
import { missingParts, responseParts } from '../../src/voice/domain/complaint/response-parts.ts'
import { readableComplaint } from '../../src/voice/pages/complaint/bundle.tsx'
import { complaintsOf, ownComplaints } from '../../src/voice/store/complaint-rows.ts'
import { recommendedBy } from '../../src/voice/store/recommended.ts'
import type { Visitor } from '../../src/web/index.ts'
import { openVoice } from './people.ts'
import { receivedFrom } from './received.ts'

const house = await openVoice()
const { log, clock, surgery, clinic, newId, folder } = house
const asha = newId() as PersonId
const other = newId()
const hers = { side: 'complainant' } as const
const theirs = { side: 'body', body: surgery } as const

async function made(how: 'written' | 'oral' = 'written'): Promise<Id> {
  const done = await act.complain(
    log,
    { by: asha, browser: newId(), key: null },
    {
      says: `My scan was cancelled twice and nobody told me why. ${newId()}`,
      wants: 'An explanation.',
      ...receivedFrom(log, { complainant: asha, body: surgery, place: clinic }),
      how,
    },
  )
  assert.ok(done.ok)
  return done.value
}
type Rule = Parameters<typeof act.handle>[2]
const doTo = async (stream: Id, rule: Rule) => {
  const done = await act.handle(log, { by: asha, stream, key: null }, rule)
  return done.ok ? 'done' : done.refusal.code
}
const whole = Object.fromEntries(responseParts.map(({ code }) => [code, `About ${code}.`]))

const personAt = (person: Id, organisation: Id | null, roles: string[]) => ({
  kind: 'person' as const,
  person: person as PersonId,
  name: '',
  session: 's',
  acting: organisation && { role: '', organisation: '', organisationId: organisation as never },
  roles,
  identityLevel: 'P9',
})

describe('V2 A formal complaint', () => {
  it('V2 shows both sides the same timeline, and nobody else anything', async () => {
    const id = await made()
    const at = (one: Visitor) => ({ visitor: one, browser: 'another' })
    const own = await see.seeComplaint(log, at(personAt(asha, null, [])), id)
    const handler = personAt(newId(), surgery, ['complaints-manager'])
    const handled = await see.seeComplaint(log, at(handler), id)
    assert.deepEqual(own?.complaint.timeline, handled?.complaint.timeline)
    assert.equal(own?.side.side, 'complainant')
    assert.equal(handled?.side.side, 'body')
    for (const stranger of [
      personAt(newId(), null, []),
      personAt(newId(), surgery, ['nurse']),
      personAt(newId(), other, ['complaints-manager']),
      { kind: 'nobody' as const },
    ]) {
      assert.equal(await see.seeComplaint(log, at(stranger), id), null)
    }
  })

  it('V2 is never handled by whoever made it, in whatever role they act', async () => {
    const id = await made()
    const visitor = personAt(asha, surgery, ['complaints-manager'])
    const seen = await see.seeComplaint(log, { visitor, browser: 'another' }, id)
    assert.deepEqual(seen?.side, { side: 'complainant' })
  })

  it('V2 is acknowledged in 3 working days, and answered or explained in 6 months', async () => {
    const id = await made()
    const dues = duesOf(await see.loadComplaint(log, id), log.clock.now())
    assert.deepEqual(dues, [
      { step: 'acknowledge', due: '2026-11-26', standing: 'waiting' },
      { step: 'explain', due: '2027-05-22', standing: 'waiting' },
    ])
    const late = duesOf(await see.loadComplaint(log, id), '2026-11-27T00:00:00.000Z' as Instant)
    assert.equal(late[0]?.standing, 'late')
  })

  it('V2 changes its plan only by agreement of the other side', async () => {
    const id = await made()
    const day = '2027-01-15' as Day
    assert.equal(
      await doTo(id, decide.proposePlan(theirs, 'A nurse looks into it', day, newId())),
      'done',
    )
    const plan = (await see.loadComplaint(log, id)).proposed?.fact as Id
    assert.equal(await doTo(id, decide.agreePlan(theirs, plan)), 'complaint-plan-own')
    assert.equal((await see.loadComplaint(log, id)).plan, null)
    assert.equal(await doTo(id, decide.agreePlan(hers, plan)), 'done')
    assert.equal((await see.loadComplaint(log, id)).plan?.replyBy, day)
    const later = '2027-02-15' as Day
    assert.equal(
      await doTo(id, decide.proposePlan(theirs, 'We need longer', later, newId())),
      'done',
    )
    assert.equal((await see.loadComplaint(log, id)).plan?.replyBy, day)
  })

  it('V2 is not answered while any part that the law asks for is missing', async () => {
    const id = await made()
    const send = (parts: Record<string, string>, signed = 'Chief Executive') =>
      doTo(id, decide.sendResponse(theirs, parts, signed))
    assert.equal(await send(whole), 'complaint-acknowledge-first')
    assert.equal(await doTo(id, decide.acknowledge(theirs, 'written', 'We have it.')), 'done')
    for (const { code } of responseParts.filter(({ required }) => required)) {
      assert.equal(await send({ ...whole, [code]: '  ' }), 'complaint-part-missing')
    }
    assert.equal(await send(whole, ' '), 'complaint-not-signed')
    assert.equal(await send({ ...whole, apology: '' }), 'done')
    assert.deepEqual(missingParts(whole), [])
  })

  it('V2 goes to another body only with her yes, and one of them answers', async () => {
    const id = await made()
    await doTo(id, decide.acknowledge(theirs, 'oral', 'We have it.'))
    assert.equal(
      await doTo(
        id,
        parties.askToShare(theirs, {
          other,
          why: 'They did the scan',
          how: 'together',
          lead: other,
        }),
      ),
      'done',
    )
    const asked = (await see.loadComplaint(log, id)).sharing?.id as Id
    assert.deepEqual((await see.loadComplaint(log, id)).bodies, [surgery])
    assert.equal(
      await doTo(id, parties.answerSharing(theirs, asked, true)),
      'complaint-not-your-step',
    )
    assert.equal(await doTo(id, parties.answerSharing(hers, asked, true)), 'done')
    assert.deepEqual((await see.loadComplaint(log, id)).bodies, [surgery, other])
    assert.equal(await doTo(id, decide.sendResponse(theirs, whole, 'A')), 'complaint-not-lead')
    const lead = { side: 'body', body: other } as const
    assert.equal(await doTo(id, decide.sendResponse(lead, whole, 'A')), 'complaint-part-of-body')
    assert.equal(await doTo(id, parties.givePart(theirs, 'We sent the letter late')), 'done')
    assert.equal(await doTo(id, decide.sendResponse(lead, whole, 'A')), 'done')
    assert.ok((await complaintsOf(log.db, other)).some(({ stream }) => stream === id))
  })

  it('V2 ends in a promise to her, or in no change and why', async () => {
    const id = await made()
    const learn = (change: string, says: string, due: Day | null) =>
      doTo(id, decide.recordLearning(theirs, { change, says, due, shownAs: 'Megan Hughes' }))
    assert.equal(await learn('none', 'Nothing to change', null), 'complaint-response-first')
    await doTo(id, decide.acknowledge(theirs, 'written', 'We have it.'))
    await doTo(id, decide.sendResponse(theirs, whole, 'A'))
    assert.equal(await learn('none', ' ', null), 'complaint-empty')
    assert.equal(await learn('promise', 'We telephone', null), 'complaint-day-passed')
    assert.equal(await learn('promise', 'We telephone', '2027-01-15' as Day), 'done')
    await follow.followComplaint(log, id)
    await follow.followComplaint(log, id)
    const refs = follow.promisesOfComplaint(id, await see.loadComplaint(log, id))
    const [one] = await loadPromises(log, refs)
    assert.deepEqual(one?.promise.made?.to, [asha])
    assert.equal(one?.promise.due, '2027-01-15')
  })

  it('V2 made by word of mouth ends at once only by the next working day', async () => {
    const written = await made()
    assert.equal(await doTo(written, decide.resolveAtOnce(hers, '')), 'complaint-not-at-once')
    const oral = await made('oral')
    const late = await made('oral')
    assert.equal(await doTo(oral, decide.resolveAtOnce(theirs, '')), 'complaint-not-your-step')
    clock.moveTo('2026-11-24T23:00:00Z')
    assert.equal(await doTo(oral, decide.resolveAtOnce(hers, 'All is well')), 'done')
    clock.moveTo('2026-11-25T00:00:00Z')
    assert.equal(await doTo(late, decide.resolveAtOnce(hers, '')), 'complaint-not-at-once')
    clock.moveTo('2026-11-23T09:00:00Z')
    assert.ok((await ownComplaints(log.db, asha)).length > 0)
  })
})

describe('V3 The ombudsman', () => {
  it('V3 gets a bundle that verifies offline, and one changed byte does not', async () => {
    const id = await made()
    await doTo(id, decide.acknowledge(theirs, 'written', 'We have it.'))
    await doTo(id, parties.nameRepresentative(hers, 'Kath Onwuka', 'Advocate'))
    await doTo(id, decide.goToOmbudsman(hers, 'Not satisfied'))
    const letter = Buffer.from('%PDF-1.7 the letter of the ombudsman')
    const digest = await log.files.keep(id, letter)
    await doTo(
      id,
      decide.recordDecision(hers, {
        outcome: 'upheld',
        number: 'P-1',
        decidedOn: '2026-11-23' as Day,
        file: { digest, type: 'pdf' },
        says: 'Upheld',
        recommendations: [],
      }),
    )
    const key = await addSigningKey(`${folder}/keys`)
    const chunks: Uint8Array[] = []
    const looker = { visitor: personAt(asha, null, []), browser: 'another' }
    const seen = await see.seeComplaint(log, looker, id)
    assert.ok(seen)
    const leaving = readableComplaint(seen, log.clock.now())
    for await (const chunk of exportStreams(log, key, id, leaving)) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const given = (held: Buffer) =>
      async function* () {
        yield held
      }
    const held = await verifyFile(given(bytes), key.publicKey)
    assert.ok(held.ok, held.ok ? '' : held.refusal.says)
    assert.equal(held.value.detail.facts, 5)
    const parts = new Map<string, string>()
    for await (const { name, bytes: part } of readZip(given(bytes)())) {
      parts.set(name, Buffer.from(part).toString('utf8'))
    }
    const page = textOfMarkup(parts.get('complaint.html') ?? '')
    for (const said of ['Kath Onwuka', 'Every step, in order', 'We have it.', 'npx coproduce']) {
      assert.ok(page.includes(said), said)
    }
    assert.equal(parts.get(`files/${digest}`), letter.toString('utf8'))
    const changed = Buffer.from(bytes)
    const at = changed.indexOf('complaint-received')
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal((await verifyFile(given(changed), key.publicKey)).ok, false)
  })

  it('V3 decides; each recommendation is a promise with a day, and a late one shows', async () => {
    const id = await made()
    const recommends = [{ says: 'Apologise in writing', due: '2027-02-01' as Day }]
    const record = decide.recordDecision(theirs, {
      outcome: 'partly',
      number: 'P-000123',
      decidedOn: '2026-11-20' as Day,
      file: null,
      says: 'Upheld in part',
      recommendations: recommends,
    })
    assert.equal(await doTo(id, record), 'complaint-ombudsman-first')
    assert.equal(await doTo(id, decide.goToOmbudsman(hers, 'Not satisfied')), 'done')
    assert.equal(await doTo(id, record), 'done')
    await follow.followComplaint(log, id)
    const refs = follow.promisesOfComplaint(id, await see.loadComplaint(log, id))
    const [one] = await loadPromises(log, refs)
    assert.equal(one?.promise.due, '2027-02-01')
    assert.equal(refs.length, 1)
    const at = async (today: string) => {
      const [row] = await recommendedBy(log.db, [surgery], today as Day)
      return row && { all: row.all, overdue: row.overdue, since: row.since }
    }
    assert.deepEqual(await at('2027-02-01'), { all: 1, overdue: 0, since: null })
    assert.deepEqual(await at('2027-02-02'), { all: 1, overdue: 1, since: '2027-02-01' })
  })
})

describe('The rows of complaints', () => {
  it('are the same when they are made again', async () => {
    const tables = ['recommended', 'complaints', 'complaint_bodies', 'complaint_ways']
    const read = () =>
      Promise.all(tables.map((one) => log.db.text(`select * from voice.${one} t order by t::text`)))
    const before = await read()
    await rebuild(log)
    assert.deepEqual(await read(), before)
  })
})
