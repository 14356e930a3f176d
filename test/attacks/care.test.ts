// Attacks on plans, decisions and outcomes: by a narrow grant, by a file, beside the person.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay } from '../../src/basics/index.ts'
import { answerOwnForm } from '../../src/care/actions/outcomes/keep-outcomes.ts'
import { type Form, formOn } from '../../src/forms/index.ts'
import { giveRole, noteHidesPrivate, registerOrganisation } from '../../src/identity/index.ts'
import { everything } from '../../src/sharing/index.ts'
import { openPlanTown, toPerson } from '../care/people.ts'
import { done, longAgo, nobody, typed } from './town.ts'

const { site, log, asha, ravi, gwen, share } = await openPlanTown()
const own = await site.visitorOf(asha)
const helper = await site.visitorOf(ravi)
const theirs = `/people/${asha}`

describe('Somebody who may write in one thing alone', async () => {
  const one = { ...everything, items: [site.newId()] }
  await share(toPerson(ravi), ['read', 'add'], one)
  const about = { name: 'Elm Clinic', odsCode: null, what: 'gp-practice', from: longAgo }
  const clinic = done(await registerOrganisation(log, { actor: nobody, ...about }))
  const role = { actor: nobody, from: longAgo, until: null, what: 'nurse', organisation: clinic }
  done(await giveRole(log, { ...role, person: gwen }))
  await share({ person: null, organisation: clinic, role: 'nurse' }, ['read', 'add'], one)

  it('begins no plan and plans no review', async () => {
    assert.equal((await helper.post(`${theirs}/plan/begin`, {})).statusCode, 404)
    assert.equal((await own.post('/plan/begin', {})).statusCode, 303)
    const meeting = { time: '10:00', ...typed('on', '2026-12-14') }
    assert.equal((await helper.post(`${theirs}/plan/reviews`, meeting)).statusCode, 404)
  })

  it('sends nothing new to read from work', async () => {
    const nurse = await site.visitorOf(gwen)
    assert.equal((await nurse.get(`${theirs}/care/information/send`)).statusCode, 404)
  })
})

describe('Somebody who may read and take no copy', () => {
  it('gets no file of a decision or a review', async () => {
    await share(toPerson(ravi), ['read'])
    const begun = await own.post('/plan/decisions/begin', { question: 'Insulin?', aid: 'none' })
    const at = `${theirs}${begun.headers.location}`
    const meeting = { time: '10:00', ...typed('on', '2026-12-14') }
    const review = (await own.post('/plan/reviews', meeting)).headers.location
    assert.equal((await helper.get(at)).statusCode, 200)
    assert.equal((await helper.get(`${at}/file/fhir`)).statusCode, 404)
    assert.equal((await helper.get(`${theirs}${review}`)).statusCode, 200)
    assert.equal((await helper.get(`${theirs}${review}/calendar.ics`)).statusCode, 404)
    assert.equal((await own.get(`${begun.headers.location}/file/fhir`)).statusCode, 200)
  })
})

describe('Somebody beside the person, where private things are left out', () => {
  it('does not see answers about the mind; help is there all the same', async () => {
    const on = asDay('2026-11-01')
    const gad = formOn('gad-7', on) as Form
    const answers = Object.fromEntries((gad.scoring?.items ?? []).map((id) => [id, '2']))
    const how = { language: 'en', mode: 'screen', helped: 'nobody', on, answers } as const
    const me = { person: asha, name: 'Asha Patel' }
    const at = `/outcomes/answers/${done(await answerOwnForm(log, me, gad, how, null))}`
    assert.ok((await own.get('/outcomes')).body.includes(at))
    await noteHidesPrivate(log, { person: asha, session: null }, true)
    assert.ok(!(await own.get('/outcomes')).body.includes(at))
    assert.equal((await own.get(at)).statusCode, 404)
    assert.equal((await own.get(`${at}/talk`)).statusCode, 200)
    assert.deepEqual(site.failures, [])
  })
})
