// Promises of what is kept about how people are doing: shared, receipted, reminded, made again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, asDay, type Day, type Id, type PersonId } from '../../src/basics/index.ts'
import {
  answerOwnForm,
  nameOwnOutcome,
  publishOwnIdea,
  scheduleOwnForm,
  scoreOwnOutcome,
} from '../../src/care/actions/outcomes/keep-outcomes.ts'
import { remindOfForms } from '../../src/care/actions/outcomes/reach-out.ts'
import { ownOutcomesLook, seeOutcomes } from '../../src/care/actions/outcomes/see-outcomes.ts'
import { type Answers, type Form, formOn } from '../../src/forms/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'

const site = await openWholeSite()
const { log, clock } = site
const today = asDay('2026-11-23')
const nobody = { by: null, onBehalfOf: null }
const form = (code: string) => formOn(code, today) as Form

function done<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const somebody = async (name: string) => {
  const about = { name, birthDate: asDay('1984-03-15'), nhsNumber: null }
  const person: PersonId = done(await registerPerson(log, { actor: nobody, ...about }))
  return { person, name }
}

const answer = async (
  me: Awaited<ReturnType<typeof somebody>>,
  code: string,
  answers: Answers,
  on: Day = today,
): Promise<Id> => {
  const how = { language: 'en', mode: 'screen', helped: 'nobody', on, answers } as const
  return done(await answerOwnForm(log, me, form(code), how, site.newId()))
}

const low = Object.fromEntries((form('phq-9').scoring?.items ?? []).map((id) => [id, '1']))
const levels = ['In bed', 'Up', 'Out', 'Far', 'Further']
const naming = (says: string) => {
  return { says, levels, importance: 5, template: null, labels: [] }
}

describe('C4 C5 What a person keeps', async () => {
  const [asha, ravi] = [await somebody('Asha Patel'), await somebody('Ravi Patel')]
  const phq = await answer(asha, 'phq-9', low)
  const ons = await answer(asha, 'ons4', { satisfied: 5, worthwhile: 7, happy: 9, anxious: 6 })
  const outcome = done(await nameOwnOutcome(log, asha, naming('To walk far'), site.newId()))
  const scoring = { outcome, level: 1, on: today, note: 'Up the hill' }
  done(await scoreOwnOutcome(log, asha, scoring, site.newId()))
  const father = await site.visitorOf(ravi.person)

  it('C4 is seen by nobody else, and reads as if it were not there', async () => {
    for (const end of ['', `/answers/${phq}`, `/own/${outcome}`, '/forms/phq-9/over-time']) {
      const { statusCode } = await father.get(`/people/${asha.person}/outcomes${end}`)
      assert.equal(statusCode, 404, end)
    }
    for (const path of [`answers/${phq}`, `own/${outcome}`, `answers/${phq}/response`]) {
      assert.equal((await father.get(`/outcomes/${path}`)).statusCode, 404, path)
    }
    const scored = await father.post(`/outcomes/own/${outcome}`, {
      ...{ level: '2', 'on-day': '1', 'on-month': '11', 'on-year': '2026', note: '' },
    })
    assert.equal(scored.statusCode, 404)
    assert.equal((await father.post(`/outcomes/own/${outcome}/publish`, {})).statusCode, 404)
  })

  it('C4 is shared by what she chooses, help first, and each look leaves a receipt', async () => {
    const giving = {
      effect: 'permit' as const,
      to: { person: ravi.person, organisation: null, role: null },
      what: { ...everything, kinds: ['form-answers'], without: ['mental'] },
      acts: ['read' as const],
      purposes: ['direct-care' as const],
      until: null,
    }
    done(await giveGrant(log, { person: asha.person, by: asha.person, giving }))
    const page = (await father.get(`/people/${asha.person}/outcomes`)).body
    assert.match(page, /ONS4/)
    assert.match(page, /This may not be everything/)
    assert.doesNotMatch(page, /PHQ-9|To walk far/)
    assert.equal(
      (await father.get(`/people/${asha.person}/outcomes/answers/${phq}`)).statusCode,
      404,
    )
    const all = { ...giving, what: everything }
    done(await giveGrant(log, { person: asha.person, by: asha.person, giving: all }))
    const one = (await father.get(`/people/${asha.person}/outcomes/answers/${phq}`)).body
    assert.ok(one.indexOf('ask about this first') < one.indexOf('What it adds up to'))
    assert.match(
      (await father.get(`/share/with-me/${asha.person}/direct-care`)).body,
      /To walk far/,
    )
    const [looks] = await log.db.text<{ count: number }>(
      `select count(*)::integer as count from log.facts
       where owner = $1 and kind = 'looked-at' and by = $2`,
      [asha.person, ravi.person],
    )
    assert.equal(looks?.count, 4)
  })

  it('C4 leaves as a FHIR QuestionnaireResponse', async () => {
    const own = await site.visitorOf(asha.person)
    const { body, headers } = await own.get(`/outcomes/answers/${ons}/response`)
    assert.match(String(headers['content-type']), /fhir\+json/)
    const response = JSON.parse(body)
    assert.equal(response.resourceType, 'QuestionnaireResponse')
    assert.equal(response.questionnaire, 'urn:coproduce:form:ons4|1')
    assert.deepEqual(response.item[0].answer, [{ valueInteger: 5 }])
  })

  it('C4 never stands on a public page: published words carry no value', async () => {
    const idea = done(await publishOwnIdea(log, asha, outcome, false, site.newId()))
    for (const url of ['/ideas', `/ideas/${idea}`]) {
      const { body } = await site.app.inject({ url })
      assert.match(body, /To walk far/)
      assert.doesNotMatch(body, /Up the hill|Asha|23 November|More than I hope for<\/strong>/)
    }
    const [fact] = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'outcome-idea-published'`,
      [idea],
    )
    assert.doesNotMatch(fact?.body ?? '', /Up the hill|Asha/)
  })

  it('C4 is the same after a rebuild', async () => {
    const tables = ['care.items', 'care.forms_due', 'care.paired', 'care.ideas']
    const rows = async () =>
      Promise.all(tables.map((table) => log.db.text(`select * from ${table} order by 1, 2, 3`)))
    done(await scheduleOwnForm(log, asha, weekly('phq-9', 4), null))
    const before = await rows()
    assert.ok(before.every((list) => list.length > 0))
    await rebuild(log, () => {})
    assert.deepEqual(await rows(), before)
  })

  it('C4 is kept once when the form is sent twice', async () => {
    const key = site.newId()
    const how = { language: 'en', mode: 'paper', helped: 'nobody', on: today } as const
    const send = () =>
      answerOwnForm(log, ravi, form('gad-7'), { ...how, answers: { relax: '2' } }, key)
    assert.equal(done(await send()), done(await send()))
    const seen = done(await seeOutcomes(log, ownOutcomesLook(ravi.person, '/outcomes')))
    assert.equal(seen.answers.length, 1)
    assert.deepEqual(site.failures, [])
  })
})

const weekly = (code: string, everyWeeks: number) => ({
  ...{ form: code, everyWeeks, from: addDays(today, 7 * everyWeeks), until: null },
})

describe('C4 A reminder', async () => {
  const gwen = await somebody('Gwen Lloyd')
  const told = async () => {
    const rows = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'message-sent' order by at`,
      [gwen.person],
    )
    return rows.map(({ body }) => body)
  }

  it('C4 comes on the day, once, and names neither the form nor what it is about', async () => {
    done(await scheduleOwnForm(log, gwen, weekly('phq-9', 2), null))
    await remindOfForms(log)
    assert.equal((await told()).length, 0)
    clock.moveTo('2026-12-07T08:00:00Z')
    await remindOfForms(log)
    await remindOfForms(log)
    const [first, ...rest] = await told()
    assert.equal(rest.length, 0)
    assert.match(first ?? '', /Some questions wait for you/)
    assert.doesNotMatch(first ?? '', /phq|mood|depress|health/i)
  })

  it('C4 stands on her page until she answers', async () => {
    const page = async () => (await (await site.visitorOf(gwen.person)).get('/outcomes')).body
    assert.match(await page(), /A form waits for you/)
    await answer(gwen, 'phq-9', low, asDay('2026-12-07'))
    assert.doesNotMatch(await page(), /A form waits for you/)
    clock.moveTo('2026-12-21T08:00:00Z')
    await remindOfForms(log)
    assert.equal((await told()).length, 2)
  })
})
