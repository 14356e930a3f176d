// The rights card: every right has an owner, something to do, a measure or none, a clock or none.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Day, textOfMarkup } from '../../src/basics/index.ts'
import { complaintClocks } from '../../src/voice/domain/complaint/clocks.ts'
import { checkDays, rightChecks } from '../../src/voice/domain/right/check-right.ts'
import { choices, choicesEdition } from '../../src/voice/domain/right/choices.ts'
import * as rules from '../../src/voice/domain/right/dated-rules.ts'
import { everyRight } from '../../src/voice/domain/right/every-right.ts'
import { rights, rightsEdition } from '../../src/voice/domain/rights.ts'
import { rightsEnglish } from '../../src/voice/words/rights-en.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { visit } from './visit.ts'

const site = await openWholeSite()

describe('B13 The rights card', () => {
  it('B13 holds the 37 rights of the Constitution, each once', () => {
    assert.equal(rights.length, 37)
    assert.equal(new Set(rights.map(({ id }) => id)).size, 37)
  })

  it('B13 is due to be read again while the law changes', () => {
    assert.equal(rightsEdition.reviewBy, '2026-12-31')
    assert.equal(choicesEdition.reviewBy, '2026-12-31')
  })

  it('B13 holds the 11 choices that people have, each once, beside the rights', async () => {
    assert.equal(choices.length, 11)
    assert.equal(new Set(everyRight.map(({ id }) => id)).size, 48)
    const list = textOfMarkup((await (await visit(site)).get('/rights')).body)
    for (const { id } of everyRight) {
      assert.notEqual(rightsEnglish.nameOf(id), id)
      assert.ok(list.includes(rightsEnglish.nameOf(id)), id)
    }
  })

  it('B13 says of no right that it has no clock where a dated rule gives one', () => {
    const clocks = {
      acknowledged: 'acknowledge',
      answered: 'explain',
      treated: 'treated',
      given: 'given',
      corrected: 'corrected',
    } as const
    for (const { id, clock } of everyRight) {
      const check = rightChecks[id]
      if (check?.by === 'days') assert.equal(clock, clocks[check.what], id)
    }
  })

  it('B13 says in each clock the number of the rule that it comes from', () => {
    const law = (step: string) =>
      complaintClocks.find((one) => one.nation === 'england' && one.step === step)?.rule.value
    assert.match(
      rightsEnglish.clocks.acknowledge,
      new RegExp(`within ${law('acknowledge')} working`),
    )
    assert.match(rightsEnglish.clocks.explain, new RegExp(`within ${law('explain')} months`))
    const weeks = rules.treatedWithin.value / 7
    assert.match(rightsEnglish.clocks.treated, new RegExp(`within ${weeks} weeks`))
    assert.equal(rules.recordGivenWithin.value, 1)
    assert.equal(rules.recordCorrectedWithin.value, 1)
    assert.match(
      rightsEnglish.clocks.given + rightsEnglish.clocks.corrected,
      /one month.*one month/,
    )
  })

  it('B13 asks for another hospital where a wait is too long, by one tap', async () => {
    const who = await visit(site)
    const card = await who.get('/rights/CH-4')
    assert.match(textOfMarkup(card.body), /within 18 weeks of the referral/)
    assert.match(card.body, /href="\/rights\/CH-4\/letter"/)
    const letter = textOfMarkup((await who.get('/rights/CH-4/letter')).body)
    assert.match(letter, /The integrated care board/)
    assert.match(letter, /I wait longer than 18 weeks for my treatment/)
    assert.match(letter, /at another hospital/)
    assert.equal((await who.post('/rights/CH-4/start')).headers.location, '/complain')
    assert.match(textOfMarkup((await who.get('/complain/right')).body), /Ask for another hospital/)
    const late = { 'began-day': '2', 'began-month': '3', 'began-year': '2026' }
    const checked = textOfMarkup((await who.post('/rights/CH-4/check', late)).body)
    assert.match(checked, /It was due by the end of Monday 6 July 2026/)
    assert.match(checked, /I write about this choice that people have in the NHS/)
    const none = await who.get('/rights/CR-X1/letter')
    assert.equal(none.headers.location, '/rights/CR-X1')
  })
})

for (const { id, says, owner, start, clock, measure } of everyRight) {
  describe(`V4 B13 ${id}, ${says.slice(0, 60)}`, () => {
    it(`V4 ${id} has an owner, and a measure or “unmeasured”`, async () => {
      const page = textOfMarkup((await (await visit(site)).get(`/rights/${id}`)).body)
      assert.ok(page.includes(rightsEnglish.nameOf(id)), 'a name in plain words')
      assert.notEqual(rightsEnglish.nameOf(id), id)
      assert.ok(page.includes(rightsEnglish.owners[owner]))
      const measured = measure === null ? 'Unmeasured' : rightsEnglish.measures[measure]
      assert.ok(page.includes(measured), page)
    })

    it(`B13 ${id} has a clock or says that there is none, and one tap starts it`, async () => {
      const who = await visit(site)
      const { body } = await who.get(`/rights/${id}`)
      const page = textOfMarkup(body)
      const due = clock === null ? rightsEnglish.noClock : rightsEnglish.clocks[clock]
      assert.ok(page.includes(due))
      assert.ok(page.includes(rightsEnglish.starts[start]))
      if (start === 'letter') {
        assert.ok(body.includes(`href="/rights/${id}/letter"`))
        const letter = await who.get(`/rights/${id}/letter`)
        assert.ok(textOfMarkup(letter.body).includes(rightsEnglish.requests[id] ?? 'no letter'))
      }
      if (!body.includes(`/rights/${id}/start`)) return
      const begun = await who.post(`/rights/${id}/start`)
      assert.match(String(begun.headers.location), /^\/(tell|complain)$/)
      const kept = start === 'complain' ? await who.get('/complain/right') : null
      if (kept !== null) assert.ok(textOfMarkup(kept.body).includes(says))
    })
  })
}

describe('V4 Was this right kept for me?', () => {
  const on = (text: string) => asDay(text) as Day
  const checked = (what: Parameters<typeof checkDays>[0], from: string, done: string | null) => {
    const found = checkDays(what, on(from), done === null ? null : on(done), on('2026-11-30'))
    assert.ok(found.ok)
    return [found.value.due, found.value.daysAfter]
  }

  it('V4 holds two days against the rule, for a complaint, a wait and a record', () => {
    assert.deepEqual(checked('acknowledged', '2026-04-02', '2026-04-09'), ['2026-04-09', 0])
    assert.deepEqual(checked('acknowledged', '2026-04-02', '2026-04-10'), ['2026-04-09', 1])
    assert.deepEqual(checked('acknowledged', '2026-11-27', null), ['2026-12-02', null])
    assert.deepEqual(checked('answered', '2026-01-12', null), ['2026-07-11', 142])
    assert.deepEqual(checked('treated', '2026-03-02', '2026-07-06'), ['2026-07-06', 0])
    assert.deepEqual(checked('treated', '2026-03-02', '2026-07-07'), ['2026-07-06', 1])
    assert.deepEqual(checked('given', '2026-01-31', '2026-02-28'), ['2026-02-28', 0])
    assert.deepEqual(checked('corrected', '2026-01-31', '2026-03-01'), ['2026-02-28', 1])
  })

  it('V4 never says that a right was broken, and gives a letter and who to ask', async () => {
    const who = await visit(site)
    const day = { 'began-day': '2', 'began-month': '3', 'began-year': '2026' }
    const late = await who.post('/rights/CR-A7/check', day)
    const page = textOfMarkup(late.body)
    assert.equal(late.statusCode, 200)
    assert.match(page, /It was due by the end of Monday 6 July 2026/)
    assert.match(page, /This page does not say whether a right was kept/)
    assert.match(page, /A letter you can send/)
    assert.match(page, /You can ask:/)
    assert.doesNotMatch(page, /breach|broken/i)
    const asked = textOfMarkup((await who.post('/rights/CR-C4/check', { kept: 'no' })).body)
    assert.match(asked, /Which services could I have chosen/)
  })

  it('V4 keeps nothing of what was answered, and no day stands in an address', async () => {
    const who = await visit(site)
    const count = async () =>
      (await site.log.db.text<{ n: number }>('select count(*)::int as n from identity.drafts'))[0]
        ?.n
    const before = await count()
    await who.post('/rights/CR-X1/check', {
      'began-day': '2',
      'began-month': '3',
      'began-year': '2026',
    })
    assert.equal(await count(), before)
  })

  it('V4 asks for days that can be, in words', async () => {
    const who = await visit(site)
    const began = { 'began-day': '2', 'began-month': '3', 'began-year': '2099' }
    const future = await who.post('/rights/CR-X1/check', began)
    assert.equal(future.statusCode, 422)
    assert.match(textOfMarkup(future.body), /The day must be today or earlier/)
    const none = await who.post('/rights/CR-X1/check', {})
    assert.match(textOfMarkup(none.body), /Enter the day they got your complaint/)
  })

  it('V4 is there for rights that are in the list', () => {
    const known = new Set(everyRight.map(({ id }) => id))
    for (const id of Object.keys(rightChecks)) assert.ok(known.has(id), id)
  })
})
