// Attacks on what is told and complained of: floods, lies, hidden text, codes, and the wrong side.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Id, type OrganisationId, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import { comeBack } from '../../src/voice/actions/come-back.ts'
import { followComplaint, promisesOfComplaint } from '../../src/voice/actions/follow-complaint.ts'
import { handle } from '../../src/voice/actions/handle-complaint.ts'
import { loadComplaint } from '../../src/voice/actions/see-complaint.ts'
import * as decide from '../../src/voice/domain/complaint/handle.ts'
import { responseParts } from '../../src/voice/domain/complaint/response-parts.ts'
import { undone } from '../sharing/matrix/undone.ts'
import { codeIn, type Visit, visit } from '../voice/visit.ts'
import { done, longAgo, nobody, person } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log } = site
const held = { actor: nobody, from: longAgo, until: null }
const [surgery, hospital] = [await body('Oak Lane Surgery'), await body('Elm Street Hospital')]
const clinic = await service('Diabetes clinic', surgery)
const dilys = await person(site, 'Dilys Morgan')
const megan = await person(site, 'Megan Hughes')
const manager = { ...held, person: dilys, what: 'practice-manager', organisation: surgery }
done(await giveRole(log, manager))
const other = { ...held, person: megan, what: 'complaints-manager', organisation: hospital }
done(await giveRole(log, other))

async function body(name: string): Promise<OrganisationId> {
  const about = { name, odsCode: null, what: 'gp-practice', from: longAgo }
  return done(await registerOrganisation(log, { actor: nobody, ...about }))
}
async function service(name: string, provider: OrganisationId) {
  const about = { actor: nobody, kind: 'service', name, code: null, from: longAgo }
  const place = done(await addPlace(log, about))
  done(
    await linkTo(log, { actor: nobody, place, link: 'provided-by', to: provider, from: longAgo }),
  )
  return place
}

type Typed = Readonly<Record<string, string>>

/** Fills in a complaint, and gives the answer to sending it. */
async function complains(who: Visit, more: Typed = {}) {
  await who.post('/complain/where', { add: clinic })
  await who.post('/complain/where', { go: 'on' })
  const typed: Typed = {
    happened: `Nobody came. ${log.chance.hex(4)}`,
    wants: '',
    name: '',
    contact: '',
    ...more,
  }
  const { happened = '', wants = '', name = '', contact = '' } = typed
  await who.post('/complain/nation', { nation: 'england' })
  const said = await who.post('/complain/happened', { happened })
  if (said.statusCode !== 303) return said
  await who.post('/complain/wants', { wants })
  const day = { 'when-day': '1', 'when-month': '11', 'when-year': '2026' }
  await who.post('/complain/when', day)
  await who.post('/complain/whose', { whose: 'own' })
  await who.post('/complain/reach', { name, contact })
  return who.post('/complain/check')
}
const complaintOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers.location).replace('/made', '')

describe('A flood of complaints', () => {
  it('is refused in words, and what was written is still there', async () => {
    const who = await visit(site)
    for (let count = 0; count < 5; count += 1) {
      assert.equal((await complains(who)).statusCode, 303)
    }
    const sixth = await complains(who, { happened: 'The sixth, which is not lost' })
    assert.equal(sixth.statusCode, 422)
    assert.match(textOfMarkup(sixth.body), /Many complaints came from here in one day/)
    assert.ok((await who.get('/complain/happened')).body.includes('The sixth, which is not lost'))
  })

  it('of the same words is one, and says so', async () => {
    const who = await visit(site)
    const happened = 'Word for word the same'
    assert.equal((await complains(who, { happened })).statusCode, 303)
    const again = await complains(who, { happened: '  Word  for word the SAME ' })
    assert.match(textOfMarkup(again.body), /We have this complaint from you already/)
  })
})

describe('Text made to break or to mislead in a complaint', () => {
  it('is shown as the letters it is made of, to both sides', async () => {
    const who = await visit(site)
    const markup = '<svg onload=alert(1)><a href="javascript:alert(1)">'
    const at = complaintOf(
      await complains(who, { happened: markup, name: markup, contact: markup }),
    )
    const handler = await visit(site, dilys)
    for (const { body } of [await who.get(at), await handler.get(at)]) {
      assert.ok(body.includes('&lt;svg onload=alert(1)&gt;'))
      assert.ok(!body.includes('<svg onload') && !body.includes('href="javascript'))
    }
    assert.equal((await handler.get(at)).statusCode, 200)
    assert.deepEqual(site.failures, [])
  })

  it('is kept without marks that hide or turn round', async () => {
    const who = await visit(site)
    const happened = `Done\u202e \u2066yadretsey\u200b ${log.chance.hex(4)}`
    const at = complaintOf(await complains(who, { happened }))
    assert.ok((await who.get(at)).body.includes('Done yadretsey'))
    const blank = await complains(await visit(site), { happened: '\u200b\u2060\ufeff' })
    assert.equal(blank.statusCode, 422)
    assert.match(textOfMarkup(blank.body), /Write what went wrong/)
  })

  it('is refused in words where it is very long, and is not lost', async () => {
    for (const happened of ['a'.repeat(10_001), `a${'\u0316'.repeat(30_000)}`]) {
      const long = await complains(await visit(site), { happened })
      assert.equal(long.statusCode, 422)
      assert.match(textOfMarkup(long.body), /Use fewer words/)
      assert.ok(long.body.includes(happened.slice(0, 50)))
    }
    assert.deepEqual(site.failures, [])
  })
})

describe('The code of somebody else’s complaint', () => {
  it('guessed ten times is then refused, the right one too, in words', async () => {
    const who = await visit(site)
    const made = await complains(who)
    const code = codeIn((await who.get(String(made.headers.location))).body)
    const thief = await visit(site)
    for (let count = 0; count < 10; count += 1) {
      const guess = { code: `0000-0000-0000-00${String(count).padStart(2, '0')}` }
      const refused = await thief.post('/sign-in/story-code', guess)
      assert.match(textOfMarkup(refused.body), /has this code/)
    }
    const late = await thief.post('/sign-in/story-code', { code })
    assert.match(textOfMarkup(late.body), /Too many codes were tried here/)
    assert.equal((await thief.get(complaintOf(made))).statusCode, 404)
  })

  it('takes as many questions to the database whatever was typed', async () => {
    const database = undone(log.db)
    const counted = (typed: string) =>
      database.undoing(async () => {
        database.statements.length = 0
        const found = await comeBack({ ...log, db: database.db }, typed, log.chance.hex(16))
        assert.ok(!found.ok)
        return database.statements.length
      })
    const counts = [await counted('x'), await counted(''), await counted('7K2M-Q9XA-3BCD-8WXY')]
    assert.equal(new Set(counts).size, 1, counts.join(' '))
  })

  it('opens nothing for whoever handles it: nobody answers for the other side', async () => {
    const who = await visit(site)
    const made = await complains(who)
    const code = codeIn((await who.get(String(made.headers.location))).body)
    const handler = await visit(site, dilys)
    const opened = await handler.post('/sign-in/story-code', { code })
    assert.equal(opened.statusCode, 303)
    const at = complaintOf(made)
    const page = (await handler.get(at)).body
    assert.ok(!page.includes(`${at}/withdraw`))
    const forged = await handler.post(`${at}/withdraw`, { withdraw: 'They took it back' })
    assert.match(textOfMarkup(forged.body), /This step is for the other side/)
    for (const end of ['code', 'record', 'representative/code']) {
      assert.equal((await handler.post(`${at}/${end}`, { right: 'yes' })).statusCode, 404)
    }
  })
})

describe('The code that whoever wrote a complaint down has seen', () => {
  it('opens nothing once its owner keeps it by name, and no other is made', async () => {
    const staff = await visit(site, dilys)
    const said = { happened: `Said aloud. ${log.chance.hex(4)}`, name: 'Gwen', contact: 'By post' }
    const sent = { ...said, place: clinic, nation: 'england' }
    const written = String((await staff.post('/complaints/spoken', sent)).headers.location)
    const at = written.replace('/written', '')
    const code = codeIn((await staff.get(written)).body)
    const gwen = await visit(site, await person(site, 'Gwen Lloyd'))
    await gwen.post('/sign-in/story-code', { code })
    assert.equal((await gwen.post(`${at}/keep`)).statusCode, 303)
    const atHome = await visit(site)
    await atHome.post('/sign-in/story-code', { code })
    assert.equal((await atHome.get(at)).statusCode, 404)
    assert.equal((await staff.get(written)).statusCode, 404)
    assert.equal((await staff.post(written)).statusCode, 404)
    assert.equal((await gwen.get(at)).statusCode, 200)
  })
})

describe('Whoever acts in a complaint by a code', () => {
  it('does not say in the name of somebody known that a promise was kept', async () => {
    const gwen = await visit(site, await person(site, 'Gwen Pugh'))
    const at = complaintOf(await complains(gwen))
    const id = at.replace('/complaints/', '') as Id
    await gwen.post(`${at}/representative`, { representative: 'Kath', relation: 'Friend' })
    const code = codeIn((await gwen.post(`${at}/representative/code`)).body)
    const kath = await visit(site)
    await kath.post('/sign-in/story-code', { code })
    const theirs = { side: 'body', body: surgery } as const
    const parts = Object.fromEntries(responseParts.map(({ code }) => [code, 'As it was']))
    const learning = { change: 'promise', says: 'A second nurse', due: '2026-12-20', shownAs: '' }
    for (const rule of [
      decide.acknowledge(theirs, 'written', 'We have it'),
      decide.sendResponse(theirs, parts, 'Dilys Morgan'),
      decide.recordLearning(theirs, learning as Parameters<typeof decide.recordLearning>[1]),
    ]) {
      done(await handle(log, { by: dilys, stream: id, key: null }, rule))
    }
    await followComplaint(log, id)
    assert.equal((await kath.get(at)).statusCode, 200)
    const [ref] = promisesOfComplaint(id, await loadComplaint(log, id))
    assert.ok(ref !== undefined && ref.owner !== id)
    const says = { promise: ref.stream, happened: 'no' }
    assert.equal((await kath.post(`${at}/happened`, says)).statusCode, 404)
    assert.notEqual((await gwen.post(`${at}/happened`, says)).statusCode, 404)
  })
})

describe('A handler who takes a complaint as a file and never opens its page', () => {
  it('is seen by the complainant all the same', async () => {
    const who = await visit(site)
    const at = complaintOf(await complains(who))
    const handler = await visit(site, dilys)
    assert.equal((await handler.get(`${at}/bundle`)).statusCode, 200)
    const { timeline } = await loadComplaint(log, at.replace('/complaints/', '') as Id)
    assert.ok(timeline.some(({ kind }) => kind === 'complaint-opened'))
  })
})

describe('A body that does not have a complaint', () => {
  it('finds nothing at any of its addresses, and changes nothing', async () => {
    const who = await visit(site)
    const at = complaintOf(await complains(who))
    const stranger = await visit(site, megan)
    const before = await log.db.text('select count(*) from log.facts')
    for (const end of ['', '/bundle', '/proof', '/pass', '/decision', '/made', '/written']) {
      assert.equal((await stranger.get(at + end)).statusCode, 404, end)
    }
    for (const end of 'acknowledge plan agree add explain part respond learn happened'.split(' ')) {
      const typed = { acknowledge: 'x', how: 'oral', add: 'x', explain: 'x', part: 'x' }
      assert.equal((await stranger.post(`${at}/${end}`, typed)).statusCode, 404, end)
    }
    assert.deepEqual(await log.db.text('select count(*) from log.facts'), before)
  })
})

describe('A service that answers its own story', () => {
  it('is refused in words, though the story is about it', async () => {
    const own = await visit(site, dilys)
    await own.post('/tell/kind', { about: 'concern' })
    await own.post('/tell/where', { add: clinic })
    await own.post('/tell/where', { go: 'on' })
    await own.post('/tell/happened', { happened: 'We are wonderful' })
    for (const at of ['good', 'better', 'title']) await own.post(`/tell/${at}`, { [at]: '' })
    await own.post('/tell/photos', { go: 'on' })
    await own.post('/tell/who', { way: 'web' })
    await own.post('/tell/public', { public: 'yes' })
    const told = String((await own.post('/tell/check')).headers.location)
    const at = told.replace('/told/', '/stories/')
    const answer = { answer: 'How kind', change: 'none' }
    const refused = await own.post(`${at}/answer`, answer)
    assert.match(textOfMarkup(refused.body), /You told this story, so you cannot answer it/)
  })
})
