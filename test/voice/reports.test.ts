// Promises of reports: each recommendation gets its own answer, and silence is public in time.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import {
  asDay,
  asInstant,
  type Id,
  type OrganisationId,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { answer, owedTo, saySaidDone } from '../../src/promises/index.ts'
import { loadReport } from '../../src/voice/actions/report.ts'
import { mandateOf } from '../../src/voice/domain/report/mandates.ts'
import {
  answerRecommendation,
  closeReport,
  postReport as decidePost,
  overdue,
  type Report,
  reportStream,
} from '../../src/voice/domain/report/report.ts'
import {
  answerOne,
  closeReport as close,
  makePromisesOf,
  postReport,
} from '../../src/voice/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, clock, visitorOf } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const nobody = { by: null, onBehalfOf: null }
const from = asDay('2024-01-01')

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const refusal = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)

async function body(name: string, what: string, odsCode: string | null, role: string) {
  const about = { actor: nobody, name, odsCode, what, from }
  const organisation: OrganisationId = done(await registerOrganisation(log, about))
  const known = { name: `${name} worker`, birthDate: null, nhsNumber: null }
  const person: PersonId = done(await registerPerson(log, { actor: nobody, ...known }))
  done(await giveRole(log, { actor: nobody, person, what: role, organisation, from, until: null }))
  return { organisation, person, at: { organisation, person }, web: await visitorOf(person) }
}

const healthwatch = await body('Healthwatch Millbrook', 'local-healthwatch', null, 'facilitator')
const council = await body('Millbrook Council', 'local-authority', null, 'commissioner')
const trust = await body('Elm Street Hospital', 'nhs-trust', 'Z99002', 'complaints-manager')
const surgery = await body('Oak Lane Surgery', 'gp-practice', 'Z99001', 'practice-manager')

const seven = Array.from({ length: 7 }, (_, place) => `Do the thing number ${place + 1}`)

const posted = async (more: object = {}, by = healthwatch) =>
  done(
    await postReport(
      log,
      by.at,
      {
        title: 'Waiting in the dark',
        summary: 'We spent a night in the waiting room.',
        addressee: 'z99002',
        recommendations: seven,
        parts: null,
        ...more,
      },
      null,
    ),
  )

const answered = (report: Id, number: number, more: object = {}, by = trust) =>
  answerOne(
    log,
    by.at,
    report,
    { number, stance: 'accepted', says: 'We will.', promised: null, ...more },
    null,
  )

describe('A report with seven recommendations', () => {
  it('G3 cannot be closed with six answers, and can with seven', async () => {
    const report = await posted()
    for (let number = 1; number <= 6; number += 1) done(await answered(report, number))
    assert.equal(refusal(await close(log, healthwatch.at, report, null)), 'report-answers-missing')
    done(await answered(report, 7, { stance: 'not-accepted', says: 'There is no money for it.' }))
    done(await close(log, healthwatch.at, report, null))
    assert.notEqual((await loadReport(log, report)).closedAt, null)
  })

  it('G3 is answered only by the body it is addressed to, and closed only by its own', async () => {
    const report = await posted()
    assert.equal(refusal(await answered(report, 1, {}, surgery)), 'report-not-to-you')
    assert.equal(refusal(await answered(report, 1, {}, healthwatch)), 'report-not-to-you')
    assert.equal(refusal(await answered(report, 8)), 'recommendation-unknown')
    done(await answered(report, 1))
    assert.equal(refusal(await answered(report, 1)), 'recommendation-answered')
    assert.equal(refusal(await answered(report, 2, { says: '  ' })), 'recommendation-answer-empty')
    assert.equal(refusal(await close(log, trust.at, report, null)), 'report-not-yours')
  })

  it('G3 has twenty working days for its answers, over Christmas too', async () => {
    clock.moveTo('2026-12-01T10:00:00Z')
    // Counted by hand: 2 December is the first working day; 25 and 28 December (in place of
    // Saturday 26) and 1 January are holidays, so that the twentieth is 31 December.
    const report = await posted()
    assert.equal((await loadReport(log, report)).posted?.due, '2026-12-31')
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('G3 shows the silence to everybody from day twenty-one, and not before', async () => {
    const report = await posted({ title: 'Silence' })
    const state = await loadReport(log, report)
    const due = asDay(state.posted?.due ?? '')
    assert.equal(due, '2026-12-21')
    assert.deepEqual(overdue(state, due), [])
    assert.deepEqual(overdue(state, asDay('2026-12-22')), [1, 2, 3, 4, 5, 6, 7])
    done(await answered(report, 3))
    clock.moveTo('2026-12-21T23:30:00Z')
    const on = async () => (await fetch(`${address}/reports/${report}`)).text()
    assert.doesNotMatch(await on(), /No answer\./)
    clock.moveTo('2026-12-22T00:30:00Z')
    const page = await on()
    assert.equal(page.match(/No answer\. It was due by 21 December 2026/g)?.length, 6)
    const list = await (await fetch(`${address}/reports`)).text()
    assert.match(list, /6 answers are overdue/)
    clock.moveTo('2026-11-23T09:00:00Z')
  })
})

describe('Who may report', () => {
  it('G3 is a body with a mandate, as dated data', async () => {
    const report = {
      title: 'x',
      summary: 'x',
      addressee: 'Z99002',
      recommendations: ['x'],
      parts: null,
    }
    assert.equal(refusal(await postReport(log, surgery.at, report, null)), 'report-mandate-missing')
    const wrong = { ...report, addressee: 'Z00000' }
    const unknown = await postReport(log, healthwatch.at, wrong, null)
    assert.equal(refusal(unknown), 'report-addressee-unknown')
    assert.equal(mandateOf('local-healthwatch', asDay('2013-03-31')), null)
    assert.equal(mandateOf('local-healthwatch', asDay('2026-11-23'))?.code, 'local-healthwatch')
  })

  it('V5 a committee does not post a report by itself: its members publish it', async () => {
    const report = { title: 'x', summary: 'x', addressee: 'Z99002', recommendations: ['x'] }
    const alone = await postReport(log, council.at, { ...report, parts: null }, null)
    assert.equal(refusal(alone), 'report-needs-members')
    assert.equal((await council.web.get('/reports/new')).statusCode, 403)
  })
})

describe('What was promised in an answer', () => {
  it('G3 is owed to whoever posted the report, and only they say that it happened', async () => {
    const report = await posted({ title: 'Lights' })
    const promised = { says: 'The lights are mended', due: asDay('2026-12-15') }
    done(await answered(report, 2, { promised }))
    await makePromisesOf(log, report)
    await makePromisesOf(log, report)
    const owed = await owedTo(log.db, healthwatch.person, 50)
    assert.equal(owed.length, 1)
    const [ref] = owed
    assert.ok(ref !== undefined)
    done(await saySaidDone(log, ref, trust.at, 'It is done', null))
    const page = async () => (await fetch(`${address}/reports/${report}`)).text()
    assert.doesNotMatch(await page(), /Confirmed by those who asked/)
    const no = { answer: 'no' as const, says: 'It is still dark' }
    done(await answer(log, ref, { person: healthwatch.person, organisation: null }, no, null))
    assert.match(await page(), /Disputed by those who asked/)
  })

  it('is refused without words, and for a day that has passed', async () => {
    const report = await posted()
    const past = { says: 'Soon', due: asDay('2026-11-22') }
    assert.equal(
      refusal(await answered(report, 1, { promised: past })),
      'recommendation-promise-past',
    )
    const empty = { says: ' ', due: asDay('2026-12-22') }
    assert.equal(
      refusal(await answered(report, 1, { promised: empty })),
      'recommendation-promise-empty',
    )
  })
})

describe('A report on the web', () => {
  it('G3 is posted, answered and read without JavaScript, with axe, on a telephone', async () => {
    const fields = {
      title: 'The long corridor',
      addressee: 'Z99002',
      summary: 'Nobody knew the way.',
      recommendations: 'Put up signs\n\nPaint a line on the floor',
    }
    const missing = await healthwatch.web.post('/reports/new', { ...fields, title: '' })
    assert.equal(missing.statusCode, 422)
    assert.match(missing.body, /Enter the title of the report/)
    const made = await healthwatch.web.post('/reports/new', fields)
    assert.equal(made.statusCode, 303, made.body)
    const at = made.headers.location ?? ''
    assert.match((await trust.web.get('/reports/to-answer')).body, /The long corridor/)
    const wrong = await trust.web.post(`${at}/answer/1`, {
      stance: 'accepted',
      says: 'Yes',
      promise: 'Signs',
    })
    assert.match(wrong.body, /Enter the day by which it will be done/)
    const sent = await trust.web.post(`${at}/answer/1`, { stance: 'partly', says: 'Some signs.' })
    assert.equal(sent.statusCode, 303)
    const again = (await trust.web.get(`${at}/answer/1`)).body
    assert.match(again, /Recommendation 1 has its answer[\s\S]*Some signs\./)
    assert.doesNotMatch(again, /<textarea/)
    assert.equal((await surgery.web.get(`${at}/answer/2`)).statusCode, 403)
    assert.match((await healthwatch.web.post(`${at}/close`, {})).body, /without an answer: 1/)
    const context = await browser.newContext({
      baseURL: address,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 800 },
    })
    const page = await context.newPage()
    await page.goto('/reports')
    await page.getByRole('link', { name: 'The long corridor' }).click()
    await page.getByRole('heading', { name: 'Accepted in part' }).waitFor()
    assert.equal(await sidewaysScroll(page), 0)
    await context.close()
    const scripted = await browser.newPage({ baseURL: address })
    for (const path of ['/reports', at]) {
      await scripted.goto(path)
      assert.deepEqual(await axe(scripted), [], path)
    }
    await scripted.close()
  })

  it('has the same rows after a rebuild', async () => {
    const rows = () => log.db.text('select * from voice.reports order by stream')
    const before = await rows()
    assert.ok(before.length > 5)
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})

describe('The rule itself', () => {
  const empty: Report = reportStream.start
  const side = (organisation: string) => ({ organisation, shownAs: organisation })
  const posting = {
    title: 'T',
    summary: '',
    publisher: side('a'),
    addressee: side('b'),
    mandate: 'charity',
    recommendations: ['x'],
    parts: null,
    due: asDay('2026-12-01'),
  }

  it('refuses a report without a title, without points, with too many, or to itself', () => {
    const code = (more: object) => refusal(decidePost({ ...posting, ...more }, false)(empty))
    assert.equal(code({ title: ' ' }), 'report-title-missing')
    assert.equal(code({ recommendations: [' ', ''] }), 'report-recommendations-missing')
    const many = Array.from({ length: 101 }, () => 'x')
    assert.equal(code({ recommendations: many }), 'report-recommendations-too-many')
    assert.equal(code({ addressee: side('a') }), 'report-to-itself')
  })

  it('says of a report that is not there what it says of any', () => {
    const point = { number: 1, stance: 'accepted' as const, says: 'x', promised: null }
    const now = asInstant('2026-11-23T09:00:00Z')
    assert.equal(refusal(answerRecommendation('b', point)(empty, now)), 'report-unknown')
    assert.equal(refusal(closeReport('a')(empty)), 'report-unknown')
  })
})
