// A11: what somebody needs to be told things stands on every page about them, and is met.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay } from '../../src/basics/index.ts'
import { acceptTie, endTie, offerTie } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { needsRecordOf, tell } from '../../src/messages/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { sayNeeds } from '../messages/say-needs.ts'
import { openFaces } from '../record/faces.ts'

const stage = await openFaces()
const { site, asha, ravi, sian, mo, surgery, entry } = stage
const { log } = site
let [ashas, nurse] = [await site.visitorOf(asha), await site.visitorOf(sian)]
const line = 'Asha Patel needs: large print; a British Sign Language interpreter'
const said = { form: 'large-print', needs: 'bsl-interpreter', note: 'I lip-read a little.' }

const flagOf = (body: string): string =>
  /<aside class="cp-flags"[^>]*>(.*?)<\/aside>/s.exec(body)?.[1] ?? ''

describe('A deaf person who signs', () => {
  it('A11 says it once, by questions, and staff see it on every page about her', async () => {
    assert.equal((await sayNeeds(ashas, said)).statusCode, 303)
    for (const path of [
      '/people',
      `/people/${asha}/record`,
      `/people/${asha}/record/timeline`,
      `/people/${asha}/record/entry/${entry}`,
      `/people/${asha}/record/results`,
      `/people/${asha}/record/team`,
      `/people/${asha}/needs`,
      '/share/with-me',
      `/share/with-me/${asha}/direct-care`,
    ]) {
      const { statusCode, body } = await nurse.get(path)
      assert.equal(statusCode, 200, path)
      assert.ok(flagOf(body).includes(line), path)
    }
    for (const other of [ravi, mo]) {
      const { body } = await (await site.visitorOf(other)).get(`/share/with-me/${asha}/direct-care`)
      assert.ok(flagOf(body).includes(line))
    }
  })

  it('A11 finds one receipt a day of each who was shown it', async () => {
    const [row] = await log.db.text<{ count: number }>(
      `select count(*)::int as count from sharing.looks
       where owner = $1 and by = $2 and cardinality(items) = 1
         and items = array[(select stream from log.heads
           where owner = $1 and type = 'communication-needs')] and page not like '%needs%'`,
      [asha, sian],
    )
    assert.equal(row?.count, 1)
  })

  it('A11 is asked about by staff, sees what they wrote, and can change it', async () => {
    const at = `/people/${asha}/needs/say`
    assert.equal((await sayNeeds(nurse, { ...said, form: 'easy-read' }, at)).statusCode, 303)
    assert.equal((await needsRecordOf(log, asha)).seen, false)
    assert.match((await ashas.get('/messages/needs')).body, /Written down by Sian Rees/)
    assert.equal((await needsRecordOf(log, asha)).seen, true)
    assert.equal((await sayNeeds(ashas, said)).statusCode, 303)
  })

  it('A11 is written down by nobody who only sees something: a former partner', async () => {
    const father = await site.visitorOf(ravi)
    const at = `/people/${asha}/needs`
    const { statusCode, body } = await father.get(at)
    assert.equal(statusCode, 200)
    assert.doesNotMatch(body, /needs\/say/)
    assert.equal((await sayNeeds(father, { form: 'plain' }, `${at}/say`)).statusCode, 403)
    assert.equal((await father.post(`${at}/right`, {})).statusCode, 403)
    const { actor } = { actor: nobody }
    const between = { what: 'carer', helper: ravi, helped: asha, offeredBy: ravi }
    const tie = done(await offerTie(log, { actor, from: longAgo, until: null, ...between }))
    done(await acceptTie(log, { actor, by: asha, tie }))
    assert.equal((await father.get(`${at}/say`)).statusCode, 303)
    const until = asDay('2026-11-22')
    done(await endTie(log, { actor, by: asha, tie, until }))
    assert.equal((await father.get(`${at}/say`)).statusCode, 403)
  })

  it('A11 shows it to nobody once she keeps it to herself', async () => {
    await sayNeeds(ashas, { ...said, shown: 'no' })
    assert.equal(flagOf((await nurse.get(`/people/${asha}/record`)).body), '')
    assert.equal((await nurse.get(`/people/${asha}/needs`)).statusCode, 403)
    await sayNeeds(ashas, said)
  })

  it('A11 is asked again after twelve months, and staff see that it is time', async () => {
    site.clock.moveTo('2027-11-24T09:00:00Z')
    // Nobody stays signed in for a year.
    ashas = await site.visitorOf(asha)
    nurse = await site.visitorOf(sian)
    const { body } = await nurse.get(`/people/${asha}/record`)
    assert.match(flagOf(body), /It is time to ask whether this is still right/)
    assert.equal((await ashas.post('/messages/needs/right', {})).statusCode, 303)
    assert.doesNotMatch(flagOf((await nurse.get(`/people/${asha}/record`)).body), /time to ask/)
  })
})

describe('A message', () => {
  const plain = { form: 'plain', language: 'en', subject: 'A letter', body: 'Come on Monday.' }
  const draft = { from: 'Oak Lane Surgery', renderings: [plain], leadsTo: null }
  const gaps = () =>
    log.db.text(
      `select body::json ->> 'what' as what from log.facts
       where owner = $1 and kind = 'communication-need-not-met' order by place`,
      [asha],
    )

  it('A11 is refused where nobody wrote the easy read; the gap is a fact', async () => {
    await sayNeeds(ashas, { form: 'easy-read' })
    const sent = await tell(log, asha, site.newId(), draft)
    assert.ok(!sent.ok && sent.refusal.code === 'message-form-missing')
    assert.deepEqual(await gaps(), [{ what: 'not-sent' }])
  })

  it('A11 leaves the gap, and who was not asked, on the page of the organisation', async () => {
    nurse = await site.visitorOf(sian)
    const before = (await nurse.get('/needs-gaps')).body
    assert.match(before, /Everything you sent was in the way that they need/)
    await tell(log, asha, site.newId(), { ...draft, organisation: surgery })
    const { body } = await nurse.get('/needs-gaps')
    assert.match(body, /Asha Patel.*Easy read.*It could not be sent/s)
    assert.match(body, /Everybody who shares with you was asked/)
    const elsewhere = await site.visitorOf(mo)
    assert.doesNotMatch((await elsewhere.get('/needs-gaps')).body, /It could not be sent/)
    const joan = await register(site, 'Joan Whitaker')
    const to = { person: null, organisation: surgery, role: 'nurse' }
    const chosen = { effect: 'permit', to, what: everything, acts: ['read'] } as const
    const giving = { ...chosen, purposes: ['direct-care'] as const, until: null }
    done(await giveGrant(log, { person: joan, by: joan, giving }))
    assert.match((await nurse.get('/needs-gaps')).body, /not asked yet.*Joan Whitaker.*Ask them/s)
    await rebuild(log)
    assert.match((await nurse.get('/needs-gaps')).body, /It could not be sent/)
  })

  it('A11 goes out in easy words where no video is made; the gap is a fact', async () => {
    await sayNeeds(ashas, { form: 'british-sign-language' })
    const easy = { ...plain, form: 'easy-read', body: 'Come on Monday.' }
    const id = site.newId()
    assert.ok((await tell(log, asha, id, { ...draft, renderings: [plain, easy] })).ok)
    assert.ok((await tell(log, asha, id, { ...draft, renderings: [plain, easy] })).ok)
    assert.deepEqual((await gaps()).at(-1), { what: 'sent-otherwise' })
    assert.equal((await gaps()).length, 3)
    assert.match((await ashas.get(`/messages/${id}`)).body, /Nobody has made this message as/)
  })
})
