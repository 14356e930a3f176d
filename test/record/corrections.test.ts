// A3: asking for a correction, answering it, and who can see what while it is open.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { askPerson, handRequestOn } from '../../src/record/actions/answer-correction.ts'
import {
  disagree,
  lapseRequest,
  sayMore,
  takeBack,
} from '../../src/record/actions/ask-correction.ts'
import {
  answeringLook,
  seeCorrection,
  seeCorrections,
  seeWorklist,
} from '../../src/record/actions/see-corrections.ts'
import { ownLook, seeEntry } from '../../src/record/actions/see-record.ts'
import { tellOfCorrection } from '../../src/record/actions/tell-of-corrections.ts'
import { stopGrant, switchPurposes } from '../../src/sharing/index.ts'
import { done } from '../attacks/town.ts'
import { answers, asks, nurse, petitioner } from './corrections.ts'
import { openFaces, type Stage } from './faces.ts'

const at = (person: PersonId, organisation: OrganisationId) => ({
  person,
  via: 'role' as const,
  organisation,
  roles: ['records-officer'],
})

const worklist = async (stage: Stage, organisation: OrganisationId, person = stage.sian) => {
  const asked = { where: '/corrections' }
  return (await seeWorklist(stage.site.log, at(person, organisation), organisation, asked)).list
}

const own = (stage: Stage) => seeEntry(stage.site.log, ownLook(stage.asha, 'test'), stage.entry)

async function entryNow(stage: Stage) {
  const seen = done(await own(stage))
  assert.ok(seen)
  return seen
}

const inbox = async ({ site }: Stage, person: PersonId) =>
  (
    await site.log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'message-sent' order by at`,
      [person],
    )
  )
    .map(({ body }) => JSON.parse(body).rendering.subject as string)
    .toSorted()

/** Carries out the jobs that the facts of a request have queued. */
async function tellAll(stage: Stage, request: Id) {
  const facts = await stage.site.log.db.text<{ id: Id }>(
    'select id from log.facts where stream = $1 order by place',
    [request],
  )
  const place = { owner: stage.asha, stream: request }
  for (const { id } of facts) await tellOfCorrection(stage.site.log, { ...place, fact: id })
}

describe('A person who asks for a correction', () => {
  it('A3 is shown to those who answer for its author, and to nobody else', async () => {
    const stage = await openFaces()
    assert.deepEqual(await worklist(stage, stage.surgery), [])
    const request = done(await asks(stage))
    const [one, ...more] = await worklist(stage, stage.surgery)
    assert.deepEqual([one?.request, one?.due, more.length], [request, '2026-12-23', 0])
    assert.deepEqual(await worklist(stage, stage.hospital, stage.mo), [])
    const { log } = stage.site
    const look = answeringLook(at(stage.mo, stage.hospital), stage.asha, '/corrections')
    const denied = await seeCorrection(log, look, request)
    assert.ok(!denied.ok && denied.refusal.code === 'nothing-shared')
  })

  it('A3 leaves a receipt of every look at it', async () => {
    const stage = await openFaces()
    done(await asks(stage))
    await worklist(stage, stage.surgery)
    const rows = await stage.site.log.db.text<{ items: Id[] }>(
      `select items from sharing.looks where owner = $1 and purpose = 'correction'`,
      [stage.asha],
    )
    assert.ok(rows.some(({ items }) => items.includes(stage.entry)))
  })

  it('A3 shows the holder that one entry, until it is answered', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
    assert.deepEqual(await worklist(stage, stage.surgery), [])
    const look = answeringLook(at(stage.sian, stage.surgery), stage.asha, '/corrections')
    assert.ok(!(await seeCorrection(stage.site.log, look, request)).ok)
  })

  it('A3 can ask although sharing for care is turned off', async () => {
    const stage = await openFaces()
    const off = new Map([['direct-care' as const, false]])
    done(await switchPurposes(stage.site.log, stage.asha, off))
    done(await asks(stage))
    assert.equal((await worklist(stage, stage.surgery)).length, 1)
  })

  it('A3 cannot ask twice at once for one entry, and can ask again after an answer', async () => {
    const stage = await openFaces()
    const [one, two] = await Promise.all([asks(stage), asks(stage)])
    const refused = [one, two].filter((result) => !result.ok)
    assert.deepEqual(
      refused.map((result) => !result.ok && result.refusal.code),
      ['correction-open-already'],
    )
    const request = one.ok ? one.value : done(two)
    done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
    const again = done(await asks(stage, { wrong: 'The letter is about my sister.' }))
    const listed = done(await seeCorrections(stage.site.log, ownLook(stage.asha, 'test')))
    assert.deepEqual(
      listed.map((row) => [row.request, row.ended]),
      [
        [again, null],
        [request, 'declined'],
      ],
    )
  })

  it('A3 takes it back, and the holder no longer sees the entry', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const place = { request, entry: stage.entry }
    done(await takeBack(stage.site.log, petitioner(stage), place, null))
    assert.deepEqual(await worklist(stage, stage.surgery), [])
    const late = await answers(stage, request, { outcome: 'declined', says: 'No' })
    assert.ok(!late.ok && late.refusal.code === 'correction-closed')
  })

  it('A3 stops the sharing by hand, and the request is seen no longer', async () => {
    const stage = await openFaces()
    done(await asks(stage))
    const [row] = await stage.site.log.db.text<{ given: Id }>(
      `select given from sharing.given where owner = $1 and purpose = 'correction'`,
      [stage.asha],
    )
    assert.ok(row)
    const { asha } = stage
    done(await stopGrant(stage.site.log, { person: asha, by: asha, grant: row.given }))
    assert.deepEqual(await worklist(stage, stage.surgery), [])
  })

  it('A3 cannot disagree before the answer, and only once after it', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const place = { request, entry: stage.entry }
    const say = () => disagree(stage.site.log, petitioner(stage), place, 'It is not so.', null)
    const early = await say()
    assert.ok(!early.ok && early.refusal.code === 'correction-not-declined')
    assert.deepEqual((await entryNow(stage)).listed.disagreements, [])
    done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
    done(await say())
    const again = await say()
    assert.ok(!again.ok && again.refusal.code === 'disagreement-said-already')
    assert.deepEqual((await entryNow(stage)).listed.disagreements, ['It is not so.'])
  })
})

describe('The holder of an entry', () => {
  it('A3 replaces what it wrote, and the earlier entry stays', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const right = { title: 'Hay fever', says: 'You sneeze in June.' }
    const answer = { outcome: 'corrected' as const, says: 'You are right.', right }
    done(await answers(stage, request, answer))
    const { listed, entry } = await entryNow(stage)
    assert.ok(listed.supersededBy !== null)
    assert.equal(entry.marks.at(-1)?.says, 'You are right.')
    const look = ownLook(stage.asha, 'test')
    const newer = done(await seeEntry(stage.site.log, look, listed.supersededBy))
    const { title, detail, kind, author } = newer?.listed ?? {}
    assert.deepEqual(
      [title, detail, kind, author],
      ['Hay fever', 'You sneeze in June.', 'problem', 'Sian Rees, Oak Lane Surgery'],
    )
  })

  it('A3 says that what it wrote was a mistake, where nothing belongs in its place', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const answer = { outcome: 'corrected' as const, says: 'It was another person.', right: null }
    done(await answers(stage, request, answer))
    const { listed } = await entryNow(stage)
    assert.deepEqual([listed.inError, listed.supersededBy], [true, null])
  })

  it('A3 that is not its author explains it, and cannot replace it', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const { log } = stage.site
    const place = { person: stage.asha, request }
    const to = { organisation: stage.hospital, says: 'It came from you.' }
    done(await handRequestOn(log, nurse(stage), place, to, null))
    assert.deepEqual(await worklist(stage, stage.surgery), [])
    const [one] = await worklist(stage, stage.hospital, stage.mo)
    assert.equal(one?.due, '2026-12-23')
    const doctor = { sian: stage.mo, surgery: stage.hospital }
    const right = { title: 'Hay fever', says: '' }
    const answer = { outcome: 'corrected' as const, says: 'It was hay fever.', right }
    done(await answers({ ...stage, ...doctor }, request, answer))
    const { listed, entry } = await entryNow(stage)
    assert.deepEqual([listed.inError, listed.supersededBy], [false, null])
    assert.equal(entry.marks.at(-1)?.says, 'It was hay fever.')
  })

  it('A3 of another organisation cannot answer, and learns nothing', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const doctor = { sian: stage.mo, surgery: stage.hospital }
    const answer = { outcome: 'declined' as const, says: 'No' }
    const told = await answers({ ...stage, ...doctor }, request, answer)
    const none = await answers({ ...stage, ...doctor }, stage.site.newId(), answer)
    assert.ok(!told.ok && told.refusal.code === 'correction-unknown')
    assert.deepEqual(told, none)
  })

  it('A3 adds a note, and the person may still disagree', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    done(await answers(stage, request, { outcome: 'annotated', says: 'She says it is not so.' }))
    const { entry } = await entryNow(stage)
    assert.deepEqual(
      entry.marks.map(({ mark, says }) => [mark, says]),
      [['explained', 'She says it is not so.']],
    )
    const place = { request, entry: stage.entry }
    done(await disagree(stage.site.log, petitioner(stage), place, 'A note is not enough.', null))
  })
})

describe('Both sides', () => {
  it('A3 ask and answer each other, and each is told of the other', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const place = { person: stage.asha, request }
    done(await askPerson(stage.site.log, nurse(stage), place, 'When was it?', null))
    done(await sayMore(stage.site.log, petitioner(stage), request, 'In May.', null))
    done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
    await tellAll(stage, request)
    await tellAll(stage, request)
    assert.deepEqual(await inbox(stage, stage.asha), [
      'A question about your request',
      'Your request for a correction is answered',
    ])
    assert.deepEqual(await inbox(stage, stage.dilys), [
      'A correction request waits',
      'A correction request waits',
    ])
  })

  it('A3 hear when the day has passed, once, and it is not lost that it was late', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const place = { person: stage.asha, request }
    done(await lapseRequest(stage.site.log, place))
    stage.site.clock.moveTo('2026-12-24T00:00:00Z')
    done(await lapseRequest(stage.site.log, place))
    done(await lapseRequest(stage.site.log, place))
    await tellAll(stage, request)
    assert.deepEqual(await inbox(stage, stage.asha), ['The answer to your request is late'])
    done(await answers(stage, request, { outcome: 'declined', says: 'The letter says so.' }))
    const seen = done(await seeCorrection(stage.site.log, ownLook(stage.asha, 't'), request))
    assert.equal(seen?.correction.lapsed, true)
  })
})
