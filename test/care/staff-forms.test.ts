// C4: staff type in what a person wrote on paper, and ask for a form; the person can stop it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, textOfMarkup } from '../../src/basics/index.ts'
import { remindOfForms } from '../../src/care/actions/outcomes/reach-out.ts'
import { type Form, formOn } from '../../src/forms/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { everything, giveGrant, stopGrant } from '../../src/sharing/index.ts'
import { done, person as register } from '../attacks/town.ts'
import { letActFor, openPlanTown, toPerson } from './people.ts'

const town = await openPlanTown()
const { site, log, asha, sian, ravi, gwen } = town
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const theirs = `/people/${asha}/outcomes/forms`
const text = (body: string) => textOfMarkup(body).replaceAll(/\s+/g, ' ')

const phq = formOn('phq-9', asDay('2026-11-23')) as Form
const low = Object.fromEntries((phq.scoring?.items ?? []).map((id) => [id, '1']))
const day = { 'filled-day': '20', 'filled-month': '11', 'filled-year': '2026' }
const paper = { ...low, ...day, mode: 'paper', helped: 'family' }

const purposes = ['direct-care'] as const

const facts = async (kind: string) =>
  (await log.db.text('select id from log.facts where kind = $1', [kind])).length

describe('C4 A form that staff type in from paper', () => {
  it('C4 asks how and by whose help it was filled in, and says first what is missing', async () => {
    const page = text((await nurse.get(`${theirs}/phq-9/typed`)).body)
    assert.match(page, /Asha Patel.*They are told that you typed it in.*Did somebody help them\?/)
    const bare = await nurse.post(`${theirs}/phq-9/typed`, { ...low, ...day })
    assert.equal(bare.statusCode, 422)
    assert.match(text(bare.body), /There is a problem.*Select how you filled it in/)
    assert.equal(
      (await nurse.post(`${theirs}/phq-9/typed`, { ...paper, ...low, 'filled-year': '2027' }))
        .statusCode,
      422,
    )
    assert.equal(await facts('form-answered'), 0)
  })

  it('C4 is the person’s own, with who typed it in, how it was filled in, and a look', async () => {
    const looks = async () => (await log.db.text('select 1 from sharing.looks')).length
    const before = await looks()
    const sent = await nurse.post(`${theirs}/phq-9/typed`, paper)
    assert.equal(sent.statusCode, 303)
    const there = await nurse.get(String(sent.headers.location))
    const seen = text(there.body)
    assert.match(seen, /Ask about this first.*What it adds up to/, 'danger stands before any total')
    assert.equal(await looks(), before + 1)
    const mine = String(sent.headers.location).replace(`/people/${asha}`, '')
    const read = text((await own.get(mine)).body)
    assert.match(
      read,
      /Filled in on 20 November 2026\. On paper, by myself\. Typed in by Sian Rees/,
    )
    assert.match(read, /Help: Family or a friend/)
    assert.match(text((await own.get('/looks')).body), /Sian Rees/)
  })

  it('C4 tells the person so, and names neither the form nor what was answered', async () => {
    const inbox = text((await own.get('/messages')).body)
    assert.match(inbox, /Your answers from paper are here/)
    assert.doesNotMatch(inbox, /PHQ|depress|mood/i)
  })

  it('C4 keeps the same answers once, and the same as if the person had typed them', async () => {
    const before = await facts('form-answered')
    const key = site.newId()
    for (let time = 0; time < 2; time += 1) {
      const sent = { ...gad, 'form-key': key }
      assert.equal((await nurse.post(`${theirs}/gad-7/typed`, sent)).statusCode, 303)
    }
    assert.equal(await facts('form-answered'), before + 1)
    const [typed] = await bodies('gad-7')
    assert.equal((await own.post('/outcomes/forms/gad-7/typed', gad)).statusCode, 303)
    const [one, other] = await bodies('gad-7')
    assert.deepEqual(one?.answers, other?.answers)
    assert.deepEqual(typed?.answers, one?.answers)
  })

  it('C4 is for nobody who is not at work, not let, or may not see such answers', async () => {
    const friend = await register(site, 'Femi Bello')
    await town.share(toPerson(friend), ['read', 'add'])
    const how = { level: 'visits', basis: 'best-interests', evidence: 'best-interests-note' }
    await letActFor(town, { proxy: ravi, person: asha }, how)
    for (const who of [
      own,
      await site.visitorOf(friend),
      await site.visitorOf(gwen),
      await site.visitorOf(ravi),
    ]) {
      assert.equal((await who.get(`${theirs}/phq-9`)).statusCode, 404)
      assert.equal((await who.get(`${theirs}/phq-9/typed`)).statusCode, 404)
      assert.equal((await who.post(`${theirs}/phq-9/typed`, paper)).statusCode, 404)
      assert.equal((await who.post(`${theirs}/phq-9/schedule`, { often: '4' })).statusCode, 404)
    }
    const grant = { effect: 'deny', to: town.toNurses, acts: ['read', 'add'] } as const
    const what = { ...everything, labels: ['mental'] }
    const giving = { ...grant, what, acts: [...grant.acts], purposes: [...purposes], until: null }
    const deny = done(await giveGrant(log, { person: asha, by: asha, giving }))
    assert.equal((await nurse.get(`${theirs}/phq-9`)).statusCode, 404)
    assert.equal((await nurse.post(`${theirs}/phq-9/typed`, paper)).statusCode, 404)
    assert.equal((await nurse.get(`${theirs}/ons4`)).statusCode, 200)
    done(await stopGrant(log, { person: asha, by: asha, grant: deny }))
    for (const form of ['friends-and-family', 'nothing', 'collaborate']) {
      assert.equal((await nurse.get(`${theirs}/${form}/typed`)).statusCode, 404, form)
    }
  })
})

const gad = {
  ...Object.fromEntries(
    ((formOn('gad-7', asDay('2026-11-23')) as Form).scoring?.items ?? []).map((id) => [id, '2']),
  ),
  ...day,
  mode: 'paper',
  helped: 'nobody',
}

const bodies = async (form: string) =>
  (
    await log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'form-answered' order by at desc`,
    )
  )
    .map(({ body }) => JSON.parse(body) as { form: string; answers: unknown })
    .filter((one) => one.form === form)

describe('C4 A form that a professional asks for', () => {
  it('C4 is asked in that rhythm, says who set it, and tells the person', async () => {
    const set = await nurse.post(`${theirs}/ons4/schedule`, { often: '4' })
    assert.equal(set.statusCode, 303)
    assert.match(text((await nurse.get(`${theirs}/ons4`)).body), /Every 4 weeks.*Set by Sian Rees/)
    assert.match(
      text((await own.get('/outcomes/forms/ons4')).body),
      /Every 4 weeks\. Next on 30 November 2026\. Set by Sian Rees, Oak Lane Surgery\. It is yours/,
    )
    const inbox = text((await own.get('/messages')).body)
    assert.match(inbox, /Sian Rees, Oak Lane Surgery would like to know how you are doing/)
    assert.doesNotMatch(inbox, /ONS4|wellbeing/i)
    site.clock.moveTo('2026-11-30T09:00:00Z')
    await remindOfForms(log)
    const back = await site.visitorOf(asha)
    assert.match(text((await back.get('/outcomes')).body), /A form waits for you/)
  })

  it('C4 is stopped by the person, and then nobody else turns it on again', async () => {
    const [mine, theirNurse] = [await site.visitorOf(asha), await site.visitorOf(sian)]
    await mine.post('/outcomes/forms/ons4/schedule', { often: 'never' })
    const page = text((await theirNurse.get(`${theirs}/ons4`)).body)
    assert.match(page, /They do not want to be asked this form again by itself/)
    const again = await theirNurse.post(`${theirs}/ons4/schedule`, { often: '1' })
    assert.equal(again.statusCode, 422)
    assert.match(text(again.body), /There is a problem.*do not want to be asked/)
    assert.match(text((await mine.get('/outcomes/forms/ons4')).body), /not asked again by itself/)
  })

  it('C4 leaves what the person chose themselves, and ends only what a team set', async () => {
    const [mine, theirNurse] = [await site.visitorOf(asha), await site.visitorOf(sian)]
    await mine.post('/outcomes/forms/ons4/schedule', { often: '2' })
    for (const often of ['1', 'never']) {
      const done = await theirNurse.post(`${theirs}/ons4/schedule`, { often })
      assert.match(text(done.body), /They have chosen themselves/)
    }
    assert.match(text((await mine.get('/outcomes/forms/ons4')).body), /Every 2 weeks/)
    await theirNurse.post(`${theirs}/gad-7/schedule`, { often: '12' })
    await theirNurse.post(`${theirs}/gad-7/schedule`, { often: 'never' })
    assert.match(text((await theirNurse.get(`${theirs}/gad-7`)).body), /not asked again by itself/)
    await theirNurse.post(`${theirs}/gad-7/schedule`, { often: '12' })
    assert.match(text((await theirNurse.get(`${theirs}/gad-7`)).body), /Every 12 weeks/)
  })

  it('C4 is the same after its rows have been made again', async () => {
    const rows = () => log.db.text('select * from care.forms_due order by owner, stream, form')
    const before = await rows()
    assert.ok(before.length > 0)
    await rebuild(log, () => undefined)
    assert.deepEqual(await rows(), before)
  })
})
