// Bringing files in on a page: seen first, then added once, and taken back as a whole.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { rebuild, verifyLog } from '../../src/log/index.ts'
import { forgetOldPreviews } from '../../src/record/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { hiddenField } from '../web/site.ts'

const site = await openWholeSite()
const { log, app, clock } = site

async function someone(name = 'Asha Patel', digits: string | null = null) {
  const person = site.newId() as PersonId
  const nhsNumber = digits === null ? null : nhsNumberOf(digits)
  const actor = { by: null, onBehalfOf: null }
  const birthDate = '1984-03-15' as never
  const done = await registerPerson(log, { actor, person, name, birthDate, nhsNumber })
  assert.ok(done.ok)
  const visitor = await site.visitorOf(person)
  const send = async (files: Readonly<Record<string, string>>, key?: string) => {
    const page = (await visitor.get('/me')).body
    const parts: Part[] = [
      { name: 'form-guard', value: hiddenField(page, 'form-guard') },
      { name: 'form-key', value: key ?? hiddenField(page, 'form-key') },
      ...Object.entries(files).map(([file, bytes]) => ({ name: 'files', file, bytes })),
    ]
    const { headers, ...rest } = multipart(parts)
    const cookie = visitor.cookie
    return app.inject({ ...rest, url: '/record/bring', headers: { ...headers, cookie } })
  }
  /** Sends files and opens their preview. */
  const preview = async (files: Readonly<Record<string, string>>) => {
    const sent = await send(files)
    assert.equal(sent.statusCode, 303, sent.body)
    const at = String(sent.headers.location)
    return { at, text: textOf((await visitor.get(at)).body) }
  }
  const bring = async (files: Readonly<Record<string, string>>, more = {}) => {
    const { at } = await preview(files)
    const done = await visitor.post(at, more)
    return String(done.headers.location ?? done.statusCode)
  }
  const rows = () =>
    log.db.text<{ title: string; current: boolean; in_error: boolean; superseded_by: string }>(
      `select title, current, in_error, superseded_by from record.entries where owner = $1
       order by title, source`,
      [person],
    )
  return { person, ...visitor, send, preview, bring, rows }
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

const condition = (id: string, text = 'Asthma', more = {}) => ({
  resourceType: 'Condition',
  id,
  code: { text },
  ...more,
})
const bundle = (...resources: readonly object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  })
const patient = (name: string, birthDate: string, digits: string | null = null) => ({
  resourceType: 'Patient',
  id: 'p',
  name: [{ text: name }],
  birthDate,
  identifier:
    digits === null
      ? []
      : [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumberOf(digits) }],
})

describe('A1 Somebody who brings in a file', () => {
  it('sees what is in it first, and nothing is in the record until they say so', async () => {
    const asha = await someone()
    const { at, text } = await asha.preview({
      'mine.json': bundle(patient('Asha Patel', '1984-03-15'), condition('a'), condition('b')),
    })
    assert.match(at, /^\/record\/bring\/[0-9a-f-]{36}$/)
    assert.match(text, /mine\.json 3 new 0 here already 0 could not be read/)
    assert.match(text, /Problems and conditions 2/)
    assert.deepEqual(await asha.rows(), [])
    const again = await asha.get('/record/bring')
    assert.match(textOf(again.body), /Look at mine\.json/)
    const done = await asha.post(at, {})
    assert.match(String(done.headers.location), /^\/record\/imports\/[0-9a-f-]{36}\?done=yes$/)
    assert.equal((await asha.rows()).length, 3)
    assert.equal((await asha.post(at, {})).headers.location, done.headers.location)
    assert.equal((await asha.rows()).length, 3)
    assert.equal((await asha.get(at)).statusCode, 404)
  })

  it('makes one preview of a form that is sent twice', async () => {
    const asha = await someone()
    const key = site.newId()
    const files = { 'a.json': JSON.stringify(condition('a')) }
    const [one, two] = [await asha.send(files, key), await asha.send(files, key)]
    assert.equal(one.headers.location, two.headers.location)
  })

  it('can drop it, and it is gone after 7 days where they do neither', async () => {
    const asha = await someone()
    const { at } = await asha.preview({ 'a.json': JSON.stringify(condition('a')) })
    assert.equal((await asha.post(`${at}/drop`, {})).statusCode, 303)
    assert.equal((await asha.get(at)).statusCode, 404)
    const later = await asha.preview({ 'b.json': JSON.stringify(condition('b')) })
    const now = clock.now()
    await forgetOldPreviews({ ...log, clock: at8Days(now) })
    assert.equal((await asha.get(later.at)).statusCode, 404)
    const left = await log.db.text('select 1 from record.preview_entries where owner = $1', [
      asha.person,
    ])
    assert.deepEqual(left, [])
  })

  it('cannot open, carry out or drop the preview of another person', async () => {
    const [asha, gwen] = [await someone(), await someone('Gwen Lloyd')]
    const { at } = await asha.preview({ 'a.json': JSON.stringify(condition('a')) })
    assert.equal((await gwen.get(at)).statusCode, 404)
    assert.equal((await gwen.post(at, {})).statusCode, 404)
    await gwen.post(`${at}/drop`, {})
    assert.equal((await asha.get(at)).statusCode, 200)
    assert.deepEqual(await gwen.rows(), [])
  })

  it('is asked to choose a file where there is none, and told what is wrong with one', async () => {
    const asha = await someone()
    const none = await asha.send({})
    assert.equal(none.statusCode, 422)
    assert.match(textOf(none.body), /There is a problem Choose a file/)
    const { text } = await asha.preview({
      'empty.json': '',
      'page.json': '<html>',
      'cut.json': bundle(condition('a')).slice(0, -4),
    })
    assert.match(text, /There is nothing in the file/)
    assert.match(text, /not JSON/)
    assert.match(text, /ends too soon/)
    assert.doesNotMatch(text, /Bring in \d/)
  })

  it('reads lines of resources whatever the file is called', async () => {
    const asha = await someone()
    const lines = `${JSON.stringify(condition('a'))}\n${JSON.stringify(condition('b'))}\n`
    const { text } = await asha.preview({ 'lines.json': lines, 'whole.ndjson': '{\n"a": 1\n}' })
    assert.match(text, /lines\.json 2 new/)
    assert.match(text, /There is no FHIR resource here/)
  })
})

const at8Days = (now: string) => ({
  ...log.clock,
  now: () => new Date(Date.parse(now) + 8 * 86_400_000).toISOString() as never,
})

describe('A file of which some cannot be read', () => {
  it('goes in only when the rest of it is chosen', async () => {
    const asha = await someone()
    const files = { 'a.json': bundle(condition('a'), { resourceType: 'Nonsense' }) }
    const { at, text } = await asha.preview(files)
    assert.match(text, /entry 2, Nonsense/)
    const refused = await asha.post(at, {})
    assert.equal(refused.statusCode, 422)
    assert.match(textOf(refused.body), /Nothing was chosen/)
    assert.deepEqual(await asha.rows(), [])
    assert.equal((await asha.post(at, { 'rest-0': 'yes' })).statusCode, 303)
    assert.equal((await asha.rows()).length, 1)
  })
})

describe('A file about somebody else', () => {
  it('is refused where it has another NHS number', async () => {
    const asha = await someone('Asha Patel', '999000201')
    const { text } = await asha.preview({
      'a.json': bundle(patient('Asha Patel', '1984-03-15', '999000202'), condition('a')),
    })
    assert.match(text, /another NHS number than the record it would go into/)
    assert.doesNotMatch(text, /Bring in \d/)
  })

  it('goes in with another name or birthday only when the person says it is theirs', async () => {
    const asha = await someone('Asha Patel', '999000203')
    for (const one of [
      patient('Alan Jones', '1984-03-15'),
      patient('Asha Patel', '1950-01-01'),
      patient('Alan Jones', '1950-01-01', '999000203'),
    ]) {
      const { at, text } = await asha.preview({ 'a.json': bundle(one, condition(`${one.name}`)) })
      assert.match(text, /This file may be about somebody else/)
      assert.match(text, new RegExp(`Whom the file names ${one.name[0]?.text}`))
      assert.equal((await asha.post(at, {})).statusCode, 422)
      assert.equal((await asha.post(at, { 'mine-0': 'yes' })).statusCode, 303)
    }
    const imports = textOf((await asha.get('/record/imports')).body)
    assert.match(imports, /a\.json/)
  })

  it('is not in doubt for a title, a middle name or an accent', async () => {
    const sian = await someone('Siân Rees')
    const { text } = await sian.preview({
      'a.json': bundle(patient('Mrs Sian Mair REES', '1984-03-15'), condition('a')),
    })
    assert.doesNotMatch(text, /somebody else/)
  })
})

describe('An entry that comes again from the same source', () => {
  const medicine = (status: string, lastUpdated?: string) => ({
    resourceType: 'MedicationStatement',
    id: 'm',
    status,
    ...(lastUpdated === undefined ? {} : { meta: { lastUpdated } }),
    identifier: [{ system: 'https://surgery.example/medicines', value: '17' }],
    medicationCodeableConcept: { text: 'Metformin' },
  })

  it('in other words is a newer version, and the earlier one stays beside it', async () => {
    const asha = await someone()
    await asha.bring({ 'one.json': JSON.stringify(medicine('active')) })
    const { at, text } = await asha.preview({ 'two.json': JSON.stringify(medicine('stopped')) })
    assert.match(text, /Metformin\. A newer version, which takes its place/)
    await asha.post(at, {})
    const [first, second] = await asha.rows()
    assert.ok(first?.superseded_by)
    assert.deepEqual([first?.current, second?.current], [false, false])
    const imports = (await asha.get('/record/imports')).body
    const at2 = /two\.json/.test(imports)
      ? [...imports.matchAll(/\/record\/imports\/[0-9a-f-]{36}/g)].map(String)
      : []
    for (const one of at2) {
      if (!/>two\.json</.test((await asha.get(one)).body)) continue
      assert.equal((await asha.post(`${one}/take-back`, { why: 'wrong-file' })).statusCode, 303)
    }
    const [stands, gone] = await asha.rows()
    assert.deepEqual([stands?.superseded_by, stands?.current, gone?.in_error], [null, true, true])
  })

  it('in an older version does not take the place of what is here', async () => {
    const asha = await someone()
    await asha.bring({ 'two.json': JSON.stringify(medicine('stopped', '2026-05-01T00:00:00Z')) })
    const { at, text } = await asha.preview({
      'one.json': JSON.stringify(medicine('active', '2025-05-01T00:00:00Z')),
    })
    assert.match(text, /Metformin\. An older version/)
    await asha.post(at, {})
    const rows = await asha.rows()
    assert.deepEqual(
      rows.map(({ superseded_by, current }) => [superseded_by !== null, current]),
      [
        [true, false],
        [false, false],
      ],
    )
  })

  it('is no version where two of one file bear the number of one order', async () => {
    const asha = await someone()
    const sample = (id: string, code: string, value: number) => ({
      resourceType: 'Observation',
      id,
      identifier: [{ system: 'https://lab.example/orders', value: '9' }],
      code: { coding: [{ system: 'http://loinc.org', code }], text: code },
      valueQuantity: { value, unit: 'g/L' },
    })
    await asha.bring({ 'a.json': bundle(sample('x', '1', 5), sample('y', '2', 6)) })
    await asha.bring({ 'b.json': bundle(sample('x', '1', 7), sample('y', '2', 8)) })
    const rows = await asha.rows()
    assert.equal(rows.length, 4)
    assert.ok(rows.every(({ superseded_by }) => superseded_by === null))
  })
})

describe('Two sources of one thing on one day', () => {
  const weight = (value: string, source: string, unit = 'kg') =>
    `{"resourceType":"Observation","id":"${source}","status":"final",
      "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}],"text":"Weight"},
      "effectiveDateTime":"2026-10-01","valueQuantity":{"value":${value},"unit":"${unit}"}}`

  it('are shown as agreeing or differing, and are never put together', async () => {
    const asha = await someone()
    await asha.bring({ 'one.json': weight('71.50', 'one') })
    const agrees = await asha.preview({ 'two.json': weight('71.5', 'two') })
    assert.match(agrees.text, /Weight, 1 October 2026 They agree/)
    const differs = await asha.preview({ 'three.json': weight('17.5', 'three') })
    assert.match(differs.text, /They differ\. Value: 17\.5 kg in the file, 71\.50 kg here/)
    await asha.post(differs.at, {})
    assert.equal((await asha.rows()).length, 2)
    const [id] = await log.db.text<{ stream: string }>(
      `select stream from record.entries where owner = $1 and source = 'three.json'`,
      [asha.person],
    )
    const page = textOf((await asha.get(`/record/entry/${id?.stream}`)).body)
    assert.match(page, /one\.json: says something else\. Value: 17\.5 kg here, 71\.50 kg there/)
  })
})

describe('A3 An import that was a mistake', () => {
  it('is taken back as a whole: every entry stays, is marked, and none is current', async () => {
    const asha = await someone()
    const [one, other] = ['one', 'other'].map((name) =>
      bundle(condition(name), condition(`${name} too`, 'Gout')),
    )
    const at = (await asha.bring({ 'one.json': one ?? '' })).replace(/\?.*/, '')
    await asha.bring({ 'other.json': other ?? '' })
    const nothing = await asha.post(`${at}/take-back`, {})
    assert.equal(nothing.statusCode, 422)
    const told = { why: 'another-person', says: 'It is my father’s' }
    assert.equal((await asha.post(`${at}/take-back`, told)).statusCode, 303)
    const rows = await asha.rows()
    assert.equal(rows.length, 4)
    assert.deepEqual(rows.filter(({ in_error }) => in_error).length, 2)
    assert.deepEqual(rows.filter(({ current }) => current).length, 2)
    const page = textOf((await asha.get(at)).body)
    assert.match(page, /Taken back on 23 November 2026 by Asha Patel/)
    assert.match(page, /It is about another person\. It is my father’s/)
    const entry = /\/record\/entry\/[0-9a-f-]{36}/.exec((await asha.get(at)).body)?.[0] ?? ''
    const shown = textOf((await asha.get(entry)).body)
    assert.match(shown, /Brought in by mistake/)
    assert.match(shown, /It is my father’s/)
    assert.equal((await asha.post(`${at}/take-back`, told)).statusCode, 303)
    assert.match(textOf((await asha.get('/record/imports')).body), /Taken back one\.json/)
  })

  it('comes back when the file is brought again', async () => {
    const asha = await someone()
    const files = { 'one.json': bundle(condition('a')) }
    const at = (await asha.bring(files)).replace(/\?.*/, '')
    await asha.post(`${at}/take-back`, { why: 'wrong-file' })
    const { at: next, text } = await asha.preview(files)
    assert.match(text, /1 entry you had taken back/)
    const second = String((await asha.post(next, {})).headers.location).replace(/\?.*/, '')
    const [row] = await asha.rows()
    assert.deepEqual([row?.current, row?.in_error], [true, false])
    await asha.post(`${second}/take-back`, { why: 'wrong-file' })
    assert.deepEqual((await asha.rows())[0]?.in_error, true)
    const all = () => log.db.text('select * from record.entries order by owner, stream')
    const before = await all()
    await rebuild(log)
    assert.deepEqual(await all(), before)
    assert.equal((await verifyLog(log)).broken, null)
  })

  it('cannot be seen or taken back by another person', async () => {
    const [asha, gwen] = [await someone(), await someone('Gwen Lloyd')]
    const at = (await asha.bring({ 'a.json': bundle(condition('a')) })).replace(/\?.*/, '')
    assert.equal((await gwen.get(at)).statusCode, 404)
    assert.equal((await gwen.post(`${at}/take-back`, { why: 'other' })).statusCode, 404)
    assert.equal((await asha.rows())[0]?.in_error, false)
  })
})

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
