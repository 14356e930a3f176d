// Attacks on reports and on the Friends and Family Test: floods, lies, hidden text, the wrong side.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { addPlace, close, linkTo } from '../../src/places/index.ts'
import { visit } from '../voice/visit.ts'
import { done, longAgo, nobody, person, typed } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { app, log } = site

async function body(name: string, what: string, odsCode: string | null, role: string) {
  const about = { actor: nobody, name, odsCode, what, from: longAgo }
  const organisation = done(await registerOrganisation(log, about))
  const worker = await person(site, `Worker of ${name}`)
  const held = { actor: nobody, from: longAgo, until: null }
  done(await giveRole(log, { ...held, person: worker, what: role, organisation }))
  return { organisation, web: await site.visitorOf(worker) }
}
const healthwatch = await body('Healthwatch Millbrook', 'local-healthwatch', null, 'facilitator')
const trust = await body('Elm Street Hospital', 'nhs-trust', 'Z99002', 'complaints-manager')
const surgery = await body('Oak Lane Surgery', 'gp-practice', 'Z99001', 'practice-manager')
const ashas = await site.visitorOf(await person(site, 'Asha Patel'))

async function place(kind: string, name: string) {
  const added = done(await addPlace(log, { actor: nobody, kind, name, code: null, from: longAgo }))
  const link = { link: 'provided-by', to: surgery.organisation, from: longAgo }
  if (kind === 'service') done(await linkTo(log, { actor: nobody, place: added, ...link }))
  return added
}
const clinic = await place('service', 'Diabetes clinic')
const area = await place('area', 'Millbrook')
const shut = await place('service', 'The old clinic')
done(await close(log, { actor: nobody, place: shut, on: longAgo, successor: null }))

type Fields = Readonly<Record<string, string>>
const report = (more: Fields = {}): Fields => ({
  title: 'Waiting in the dark',
  addressee: 'Z99002',
  summary: 'We spent a night there.',
  recommendations: 'Put a light up\nSay how long it takes',
  ...more,
})
const post = (more: Fields = {}, by = healthwatch.web) => by.post('/reports/new', report(more))
const addressOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers.location ?? '')
const says = (answer: { body: string }) => textOfMarkup(answer.body)
const count = async () => {
  const [row] = await log.db.text<{ count: number }>('select count(*) as count from voice.reports')
  return row?.count ?? 0
}
const answers: Fields = { stance: 'accepted', says: 'We will.' }

const markup = '<svg onload=alert(1)><a href="javascript:alert(1)">'
const hidden = 'dark\u202e\u2066krad\u200b\u00ad\u2069'
const blank = '\u200b\u2060\ufeff'
const nothing = '019e8cb6-0680-7250-a4f9-eda9984db465'

describe('A report', () => {
  it('that is sent twice with one key is posted once', async () => {
    const before = await count()
    const key = { 'form-key': log.chance.id() }
    const [one, other] = [await post(key), await post(key)]
    assert.equal(one.statusCode, 303)
    assert.equal(addressOf(one), addressOf(other))
    assert.equal(await count(), before + 1)
  })

  it('is posted by a body with a mandate alone', async () => {
    const before = await count()
    for (const by of [trust.web, surgery.web, ashas]) {
      assert.ok((await post({}, by)).statusCode >= 400)
    }
    const sent = await (await visit(site)).post('/reports/new', report())
    assert.notEqual(sent.headers.location, undefined)
    assert.equal(await count(), before)
  })

  it('shows markup as the letters it is made of, wherever it stands', async () => {
    const at = addressOf(
      await post({ title: markup, summary: markup, recommendations: `${markup}\n${markup}` }),
    )
    assert.equal(
      (await trust.web.post(`${at}/answer/1`, { ...answers, says: markup })).statusCode,
      303,
    )
    for (const url of [at, '/reports', `${at}/answer/2`, '/reports/to-answer']) {
      const { statusCode, body: shown } = await trust.web.get(url)
      assert.equal(statusCode, 200, url)
      assert.ok(shown.includes('&lt;svg onload=alert(1)&gt;'), url)
      assert.ok(!shown.includes('<svg onload') && !shown.includes('href="javascript'), url)
    }
  })

  it('keeps no mark that hides text or turns it round, and nothing else is no report', async () => {
    const at = addressOf(await post({ title: hidden, summary: hidden, recommendations: hidden }))
    const shown = (await app.inject(at)).body
    assert.ok(shown.includes('darkkrad'))
    assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff]/)
    assert.equal((await post({ title: blank })).statusCode, 422)
    assert.equal((await post({ recommendations: `${blank}\n${blank}` })).statusCode, 422)
  })

  it('that is too long, or has too many points, is told so, and nothing is lost', async () => {
    const summary = 'The end of it is here. '.repeat(5_000)
    const long = await post({ summary })
    assert.equal(long.statusCode, 422)
    assert.ok(says(long).includes('Use fewer words'))
    assert.ok(long.body.includes('The end of it is here. The end of it is here.'))
    const many = await post({ recommendations: 'Do it\n'.repeat(101) })
    assert.equal(many.statusCode, 422)
    assert.ok(says(many).includes('100'))
    assert.deepEqual(site.failures, [])
  })

  it('of somebody else is answered and closed by nobody else', async () => {
    const at = addressOf(await post())
    for (const by of [surgery.web, healthwatch.web, ashas]) {
      assert.ok((await by.post(`${at}/answer/1`, answers)).statusCode >= 400)
      assert.ok((await by.get(`${at}/answer/1`)).statusCode >= 400)
    }
    for (const by of [surgery.web, trust.web, ashas]) {
      assert.ok((await by.post(`${at}/close`, {})).statusCode >= 400)
    }
    assert.doesNotMatch((await app.inject(at)).body, /We will\./)
  })

  it('has only its own points, and each is answered once', async () => {
    const at = addressOf(await post())
    for (const number of ['0', '-1', '3', '1.5', '01', '1e0', '999999999', '1%00', "1'--"]) {
      const answer = await trust.web.post(`${at}/answer/${number}`, answers)
      assert.ok([400, 403, 404, 422].includes(answer.statusCode), `${number} ${answer.statusCode}`)
    }
    assert.equal((await trust.web.post(`${at}/answer/1`, answers)).statusCode, 303)
    await trust.web.post(`${at}/answer/1`, { ...answers, says: 'Or we will not.' })
    assert.doesNotMatch((await app.inject(at)).body, /Or we will not/)
  })

  it('that does not exist reads the same to everybody, whatever is asked for', async () => {
    for (const id of [nothing, 'x', '%00', '../new', `${nothing}'--`]) {
      for (const by of [trust.web, healthwatch.web, ashas]) {
        for (const url of [`/reports/${id}`, `/reports/${id}/answer/1`]) {
          const { statusCode } = await by.get(url)
          assert.ok([400, 403, 404].includes(statusCode), `${url} ${statusCode}`)
        }
      }
    }
    assert.deepEqual(site.failures, [])
  })
})

const test = (service: string, rest = '') => `/friends-and-family/${service}${rest}`
const replies = async () => {
  const [row] = await log.db.text<{ count: number }>('select count(*) as count from voice.replies')
  return row?.count ?? 0
}
const good: Fields = { experience: 'very-good' }

describe('The Friends and Family Test', () => {
  it('of what is no service, is closed or is nowhere reads the same', async () => {
    const who = await visit(site)
    const before = await replies()
    for (const id of [nothing, area, shut, surgery.organisation, 'x', '%00', `${clinic}'--`]) {
      const [shown, sent] = [await who.get(test(id)), await who.post(test(id), good)]
      assert.ok([400, 404].includes(shown.statusCode), `${id} ${shown.statusCode}`)
      assert.equal(sent.statusCode, shown.statusCode, id)
      const comments = await surgery.web.get(test(id, '/comments'))
      assert.equal(comments.statusCode, id === shut ? 200 : shown.statusCode, id)
    }
    assert.equal(await replies(), before)
  })

  it('sent again is one answer, and a flood from one browser is stopped in words', async () => {
    const who = await visit(site)
    const before = await replies()
    const key = { 'form-key': log.chance.id() }
    for (let turn = 0; turn < 4; turn += 1) {
      assert.equal((await who.post(test(clinic), { ...good, ...key })).statusCode, 303)
    }
    assert.equal(await replies(), before + 1)
    let stopped = 303
    for (let turn = 0; turn < 60 && stopped === 303; turn += 1) {
      const answer = await who.post(test(clinic), { ...good, why: 'This is not lost' })
      stopped = answer.statusCode
      if (stopped !== 303) assert.ok(answer.body.includes('This is not lost'))
    }
    assert.equal(stopped, 422)
  })

  it('takes no answer that it does not offer, and no more fields than it asks', async () => {
    const who = await visit(site)
    const before = await replies()
    for (const wrong of ['', 'best', 'constructor', '__proto__', markup, 'a'.repeat(5_000)]) {
      assert.equal((await who.post(test(clinic), { experience: wrong })).statusCode, 422, wrong)
    }
    assert.equal(await replies(), before)
    const more = { ...good, mode: 'paper', helped: 'staff', on: '2020-01-01', typedBy: nothing }
    assert.equal((await who.post(test(clinic), more)).statusCode, 303)
    const [row] = await log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'form-filled' order by at desc, id desc limit 1`,
    )
    assert.doesNotMatch(row?.body ?? '', /paper|2020-01-01|019e8cb6/)
  })

  it('shows what people wrote to its service alone, and without hidden marks', async () => {
    const who = await visit(site)
    const sent = await who.post(test(clinic), { ...good, why: `${markup} ${hidden}` })
    assert.equal(sent.statusCode, 303)
    const shown = (await surgery.web.get(test(clinic, '/comments'))).body
    assert.ok(shown.includes('&lt;svg onload=alert(1)&gt;'))
    assert.ok(!shown.includes('<svg onload'))
    assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069\u200b]/)
    for (const rest of ['/comments', '/typed', '/return']) {
      for (const by of [trust.web, ashas]) {
        assert.ok((await by.get(test(clinic, rest))).statusCode >= 400, rest)
      }
    }
    assert.ok((await trust.web.post(test(clinic, '/typed'), good)).statusCode >= 400)
  })

  it('that is too long is said to be, and nothing typed is lost', async () => {
    const who = await visit(site)
    const answer = await who.post(test(clinic), { ...good, why: 'It goes on. '.repeat(5_000) })
    assert.equal(answer.statusCode, 422)
    assert.ok(answer.body.includes('It goes on. It goes on.'))
  })

  it('typed in from paper is of a day that has come, and of staff of the service', async () => {
    const base = { ...good, stop: 'no', mode: 'paper', helped: 'nobody' }
    const before = await replies()
    for (const day of ['2099-01-01', '0000-01-01', '2019-01-01']) {
      const answer = await surgery.web.post(test(clinic, '/typed'), {
        ...base,
        ...typed('on', day),
      })
      assert.equal(answer.statusCode, 422, day)
    }
    assert.equal(await replies(), before)
    assert.deepEqual(site.failures, [])
  })
})
