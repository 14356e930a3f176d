// B3, B4: decisions and aids as they are kept: rows, versions, traces, the day of review, the gate.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import {
  addMonths,
  dayIn,
  type Id,
  LONDON,
  type PersonId,
  textOfMarkup,
} from '../../src/basics/index.ts'
import { doIn } from '../../src/care/actions/decision/keep-decisions.ts'
import { saidAgainOf } from '../../src/care/actions/decision/release-again.ts'
import { ownWriter } from '../../src/care/actions/plan/change-plan.ts'
import * as decide from '../../src/care/domain/decision/decide.ts'
import {
  askReviews,
  beginDecision,
  careItems,
  publishAid,
  readableDecisions,
  releaseAgain,
  shipAids,
  withdrawAid,
} from '../../src/care/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { reactions } from '../../src/reactions.ts'
import { everything, look } from '../../src/sharing/index.ts'
import { renderAlone } from '../../src/web/index.ts'
import { done, nobody, person as register } from '../attacks/town.ts'
import { openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian, gwen } = town
await shipAids(log)
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const stranger = await site.visitorOf(gwen)
const theirs = `/people/${asha}/plan/decisions`
const throat = readFileSync('src/care/words/aids/sore-throat.aid', 'utf8')

const text = (body: string) => textOfMarkup(body)
const kept = {
  'matters-1': 'much',
  own: 'I sing on Sunday',
  asks: '0',
  ownAsks: 'Can I sing?',
  lean: 'none',
}

/** Everything that is kept of anybody: facts, and rows of this room. */
async function traces(): Promise<string> {
  const [row] = await log.db.text(
    `select (select count(*) from log.facts) as facts, (select count(*) from care.items) as items,
       (select count(*) from identity.drafts) as drafts`,
  )
  return JSON.stringify(row)
}

describe('A decision aid that is read', () => {
  it('B4 leaves nothing behind, not even what is marked, until it is asked for', async () => {
    const before = await traces()
    for (const url of ['/aids', '/aids/sore-throat', '/aids/sore-throat/matters']) {
      assert.equal((await own.get(url)).statusCode, 200)
    }
    const shown = await own.post('/aids/sore-throat/matters', kept)
    assert.equal(shown.statusCode, 200)
    assert.match(text(shown.body), /I sing on Sunday/)
    assert.match(text(shown.body), /Does not|Fits/)
    assert.equal(await traces(), before)
  })

  it('B4 shows one denominator, both frames, and the same rows for every choice', async () => {
    const { body } = await own.get('/aids/sore-throat')
    const shown = text(body)
    assert.match(shown, /38 of 100 people come back\. 62 do not\./)
    assert.match(
      shown,
      /4 of 100 people get it from antibiotics\. 96 do not\. It could be from 2 to 4/,
    )
    const titles = [...body.matchAll(/<title>(\d[^<]*)<\/title>/g)].map(([, title]) => title ?? '')
    assert.ok(titles.length >= 9)
    assert.ok(titles.every((title) => /^\d+ of 100 people/.test(title)))
    for (const row of ['Better by day 3', 'What it is like', 'What is bad about it']) {
      assert.equal(shown.split('\n').filter((line) => line.trim() === row).length >= 3, true, row)
    }
  })
})

let decision = ''

describe('A decision with an aid', () => {
  it('B4 takes the summary in when the person keeps it', async () => {
    const done = await own.post('/aids/sore-throat/keep', kept)
    assert.equal(done.statusCode, 303)
    decision = String(done.headers.location)
    const shown = text((await own.get(decision)).body)
    assert.match(shown, /I sing on Sunday/)
    assert.match(shown, /Can I sing\?/)
    assert.match(shown, /I want the pain to go as soon as it can/)
    assert.match(shown, /In progress, nothing is decided yet/)
  })

  it('B4 keeps the version it was made with, and says that there is a newer one', async () => {
    const newer = throat.replace('version: 2', 'version: 3').replace('none: 35', 'none: 36')
    done(await publishAid(log, newer, nobody))
    assert.match(text((await own.get('/aids/sore-throat')).body), /36 of 100/)
    const shown = text((await own.get(decision)).body)
    assert.match(shown, /version 2/)
    assert.match(shown, /There is a newer version now: 3/)
    assert.match(shown, /35 of 100/)
    assert.match(text((await own.get('/aids/sore-throat/versions/2')).body), /35 of 100/)
  })

  it('B4 does not let a version be changed under the same number', async () => {
    const other = await publishAid(log, throat.replace('none: 35', 'none: 10'), nobody)
    assert.equal(other.ok ? '' : other.refusal.code, 'aid-version-not-new')
  })

  it('B4 says that an aid was withdrawn, and begins nothing new with it', async () => {
    const says = 'A large new study says otherwise.'
    done(await withdrawAid(log, 'sore-throat', { says, actor: nobody, key: null }))
    assert.match(text((await own.get('/aids/sore-throat')).body), /withdrawn.*new study/s)
    assert.match(text((await own.get(decision)).body), /This aid has been withdrawn since/)
    assert.equal((await own.get('/aids/sore-throat/matters')).statusCode, 410)
    assert.equal((await own.post('/aids/sore-throat/keep', kept)).statusCode, 410)
  })
})

describe('A decision, to others', () => {
  it('B3 is read and written by who it is shared with, and by nobody else', async () => {
    const at = decision.replace('/plan/decisions', theirs)
    assert.match(text((await nurse.get(at)).body), /This may not be everything/)
    assert.equal((await stranger.get(at)).statusCode, 404)
    assert.equal((await stranger.post(`${at}/do/comment`, { says: 'Hello' })).statusCode, 404)
    assert.equal((await nurse.post(`${at}/do/comment`, { says: 'Ring me' })).statusCode, 303)
    const chosen = { option: 'now', reviewOn: '3' }
    assert.equal((await nurse.post(`${at}/do/choose`, chosen)).statusCode, 403)
    assert.equal((await nurse.post(`${at}/write/matters`, { says: 'Mine' })).statusCode, 403)
    assert.match(text((await own.get(decision)).body), /Ring me/)
  })

  it('B3 leaves a receipt for each look, and goes out as what it is', async () => {
    const before = Number((await count('sharing.looks')) ?? 0)
    const at = decision.replace('/plan/decisions', theirs)
    const { body } = await nurse.get(`${at}/file/headings`)
    assert.equal(JSON.parse(body)['Shared decision point'][0].Status, 'In progress')
    const fhir = JSON.parse((await nurse.get(`${at}/file/fhir`)).body)
    assert.deepEqual([fhir.resourceType, fhir.status], ['RequestGroup', 'draft'])
    assert.equal(Number(await count('sharing.looks')), before + 2)
  })

  it('B3 is shared as a thing whose title begins with how it stands', async () => {
    const visitor = { person: asha, via: 'self', organisation: null, roles: [] } as const
    const request = { person: asha, visitor, purpose: 'own', act: 'read', where: '/test' } as const
    const page = { limit: 20, offset: 0 }
    const seen = done(
      await log.db.transaction((tx) =>
        look(log, tx, request, (leave, visible) => careItems.read(leave, visible, page)),
      ),
    )
    assert.match(seen[0]?.title ?? '', /^In progress, nothing is decided yet: /)
  })

  it('B3 has its consent form noted by the nurse, and its labels set by the person', async () => {
    const at = decision.replace('/plan/decisions', theirs)
    const noted = { form: '1', where: 'In the notes of Oak Lane' }
    assert.equal((await own.get(`${decision}/do/form`)).statusCode, 403)
    assert.equal((await nurse.post(`${at}/do/form`, { form: '1' })).statusCode, 422)
    assert.equal((await nurse.post(`${at}/do/form`, noted)).statusCode, 303)
    assert.match(
      text((await own.get(decision)).body),
      /NHS consent form 1.*In the notes of Oak Lane/s,
    )
    assert.equal((await nurse.post(`${at}/do/private`, { labels: 'mental' })).statusCode, 403)
    assert.equal(
      (await own.post(`${decision}/do/private`, { labels: 'substance' })).statusCode,
      303,
    )
    assert.match(text((await own.get(decision)).body), /marked it as: Mental health, Alcohol/)
  })

  it('B3 is neither seen nor written in by who may not see what is marked like it', async () => {
    const carer = await register(site, 'Iris Carer')
    const reader = await site.visitorOf(carer)
    const at = decision.replace('/plan/decisions', theirs)
    await town.share(toPerson(carer), ['read', 'add', 'print'], {
      ...everything,
      without: ['mental'],
    })
    assert.doesNotMatch((await reader.get(theirs)).body, new RegExp(decision.slice(-36)))
    for (const end of ['', '/do/comment', '/file/fhir', '/write/people']) {
      assert.equal((await reader.get(`${at}${end}`)).statusCode, 404, end)
    }
    assert.equal((await reader.post(`${at}/do/comment`, { says: 'Hello' })).statusCode, 404)
    assert.equal((await own.post(`${decision}/do/private`, {})).statusCode, 303)
    assert.equal((await reader.get(at)).statusCode, 200)
  })

  it('B3 is a page in what the person takes away', async () => {
    const page = await log.db.transaction((tx) => readableDecisions(log)(tx, asha, 'en'))
    const read = text(renderAlone(page, 'en', log.clock.now()))
    assert.match(read, /In progress, nothing is decided yet: .*sore throat/i)
    assert.match(read, /I sing on Sunday.*Ring me|Ring me.*I sing on Sunday/s)
    assert.match(read, /NHS consent form 1/)
    const none = await log.db.transaction((tx) => readableDecisions(log)(tx, gwen, 'en'))
    assert.doesNotMatch(renderAlone(none, 'en', log.clock.now()), /sore throat/i)
  })

  it('B3 is the same after its rows have been made again', async () => {
    const rows = () => log.db.text('select * from care.items order by owner, stream, item')
    const days = () => log.db.text('select * from care.decision_days order by owner, stream')
    const before = [await rows(), await days()]
    await rebuild(log, () => undefined)
    assert.deepEqual([await rows(), await days()], before)
  })
})

const count = async (table: string) =>
  (await log.db.text<{ count: string }>(`select count(*) as count from ${table}`))[0]?.count

const talk = {
  day: '2026-11-23',
  method: 'Face to face',
  seenBy: 'Sian Rees',
  responsible: 'Sian Rees',
  accompanied: '',
  interpreter: '',
  recording: '',
}

/** Somebody who chose to wait for a month, with the statins aid. */
async function waited(person: PersonId): Promise<Id> {
  const writer = ownWriter(person, 'Somebody')
  const nurseToo = {
    speaker: { as: 'professional', basis: null, shownAs: 'Sian Rees' },
    actor: { by: sian, onBehalfOf: null },
    may: () => true,
  } as const
  const parts = {
    question: 'A statin?',
    matters: 'My legs',
    options: ['wait', 'statin'].map((id) => ({
      id,
      name: id,
      isWaiting: id === 'wait',
      benefits: ['Something'],
      risks: ['Something'],
    })),
  }
  const tool = { aid: 'statins', version: 2, title: 'Statins' }
  const decision = done(
    await beginDecision(log, person, writer, { tool, parts, because: null }, null),
  )
  const at = { person, decision }
  done(await doIn(log, at, nurseToo, (who) => decide.recordTalk(who, talk), null))
  const reviewOn = addMonths(dayIn(LONDON, log.clock.now()), 1)
  const chosen = { option: 'wait', says: '', reservations: '', reviewOn }
  done(await doIn(log, at, writer, (who) => decide.choose(who, chosen), null))
  return decision
}

describe('Afterwards', () => {
  it('B3 is asked about once, on the day that was chosen, and not by name', async () => {
    const stream = await waited(asha)
    assert.equal(await askReviews(log), 0)
    site.clock.moveTo('2026-12-23T09:00:00Z')
    assert.equal(await askReviews(log), 1)
    assert.equal(await askReviews(log), 0)
    const [fact] = await log.db.text<{ id: Id }>(
      `select id from log.facts where stream = $1 and kind = 'decision-review-asked'`,
      [stream],
    )
    const follow = reactions.find(({ name }) => name === 'tell-of-decision-review')
    const happened = { owner: asha as Id, stream, fact: fact?.id as Id }
    await follow?.follow({ log } as never, happened)
    await follow?.follow({ log } as never, happened)
    const later = await site.visitorOf(asha)
    const inbox = text((await later.get('/messages')).body)
    assert.equal(inbox.split('Would you choose this again?').length - 1, 1)
    assert.doesNotMatch(inbox, /statin/i)
  })

  it('B3 reaches later readers only by the gate: too few show nothing', async () => {
    const answer = async (person: PersonId, again: 'yes' | 'no') => {
      const decision = await waited(person)
      const said = { again, says: 'My own words', mayCount: true }
      const writer = ownWriter(person, 'Somebody')
      done(await doIn(log, { person, decision }, writer, (who) => decide.review(who, said), null))
    }
    const version = { aid: 'statins', version: 2 }
    for (let one = 0; one < 5; one += 1) await answer(await register(site, `P ${one}`), 'yes')
    site.clock.moveTo('2027-01-05T09:00:00Z')
    await releaseAgain(log)
    assert.deepEqual((await saidAgainOf(log, version))?.options ?? [], [])
    for (let one = 0; one < 30; one += 1) {
      await answer(await register(site, `Q ${one}`), one < 20 ? 'yes' : 'no')
    }
    site.clock.moveTo('2027-02-05T09:00:00Z')
    await releaseAgain(log)
    const shown = await saidAgainOf(log, version)
    assert.deepEqual(shown?.options, [{ option: 'wait', again: 25, of: 35 }])
    const reader = await site.visitorOf(gwen)
    const read = text((await reader.get('/aids/statins')).body)
    assert.match(read, /25 of 35 people who chose “Leave things as they are for now” would/)
    assert.doesNotMatch(read, /My own words/)
  })
})
