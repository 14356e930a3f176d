// Promises about words that others hold: none are here, and none are shown without a licence.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Day, PersonId } from '../../src/basics/index.ts'
import { asDay } from '../../src/basics/index.ts'
import { askableForm, loadForm, wordingOf } from '../../src/forms/actions/bring-form.ts'
import { instrumentNamed, instruments } from '../../src/forms/domain/instruments.ts'
import { fillIn } from '../../src/forms/index.ts'
import { giveRole, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { hiddenField } from '../web/site.ts'

const root = join(import.meta.dirname, '..', '..')
const nobody = { by: null, onBehalfOf: null }

/** Six words in a row of each, as digests: the words themselves are not here either. */
const licensed: readonly (readonly [string, string])[] = [
  ['PAM', '2d2ae3ee06fe5a36dfa682ef'],
  ['PAM', '14aacc8eeaaba80ef1e34664'],
  ['PAM', '1947577f8c7144c4ed87ba72'],
  ['PAM', 'cb8d58682561ad34d0592115'],
  ['PAM', 'ac06208190b71f6062e40efa'],
  ['PAM', '84140f95e04897385cae9cf1'],
  ['PAM', 'e3afb3a99f5a09948166ad79'],
  ['SWEMWBS', '39555b07f5998e6a6cbfd7ee'],
  ['SWEMWBS', 'da58dbcb74033e35516ac739'],
  ['SWEMWBS', '709e3781ab72643f68ca5502'],
  ['collaboRATE', 'a5b59589d5006374a2bbd9a7'],
  ['EQ-5D', '1b2deb53834a47e46b90a34d'],
  ['WHO-5', '3138a5b406f8f342f26e3d3c'],
]

describe('C6 The words of others', () => {
  it('C6 are not in the repository: no text of PAM, SWEMWBS, collaboRATE, EQ-5D or WHO-5', () => {
    const wanted = new Map(licensed.map(([name, digest]) => [digest, name]))
    assert.equal(readIn(['x taking an active role in my y'], wanted).length, 1)
    const folders = ['src', 'test', 'docs', 'changes', 'packages', 'scripts', 'bin']
    const files = [...folders.flatMap(textFiles), 'README.md', 'GLOSSARY.md', 'ARCHITECTURE.md']
    const found = files
      // This file names one run of words to show that it would be found.
      .filter((path) => !path.endsWith('licences.test.ts'))
      .flatMap((path) =>
        readIn([readFileSync(join(root, path), 'utf8')], wanted).map((name) => `${path}: ${name}`),
      )
    assert.ok(files.length > 500)
    assert.deepEqual(found, [])
  })

  it('C6 are known by the name of what they belong to, also when the file hides it', () => {
    for (const name of [
      'PAM-13',
      'My_SWEMWBS',
      'Patient activation',
      'EQ5D',
      'collaboRATE',
      'WHO-5',
    ]) {
      assert.notEqual(instrumentNamed([name]), null, name)
    }
    for (const name of ['How you sleep', 'Spam', 'Working together', 'phq-9', 'gad-7', 'ons4']) {
      assert.equal(instrumentNamed([name]), null, name)
    }
    assert.ok(instruments.length >= 8)
  })
})

function textFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:tsx?|js|md|json|csv|css|txt)$/.test(one.name))
    .map((one) => join(one.parentPath, one.name).slice(root.length + 1))
    .filter((path) => !path.includes('node_modules'))
}

function readIn(texts: readonly string[], wanted: ReadonlyMap<string, string>): string[] {
  return texts.flatMap((text) => {
    const words =
      text
        .toLowerCase()
        .replace(/[’']/g, '')
        .match(/[a-z]+/g) ?? []
    return words.flatMap((_, place) => {
      const six = words.slice(place, place + 6).join(' ')
      const digest = createHash('sha256').update(six).digest('hex').slice(0, 24)
      const name = wanted.get(digest)
      return name === undefined ? [] : [name]
    })
  })
}

/** Seven questions with a scoring, as a licensed file would have them; the words are made up. */
const wellbeingFile = (version = 1) =>
  JSON.stringify({
    resourceType: 'Questionnaire',
    name: 'SWEMWBS',
    version: String(version),
    title: 'How you are',
    status: 'active',
    extension: [{ url: 'urn:coproduce:scoring', valueCode: 'swemwbs' }],
    item: Array.from({ length: 7 }, (_, place) => ({
      linkId: `w${place + 1}`,
      text: `Made-up statement ${place + 1}`,
      type: 'choice',
      answerOption: [1, 2, 3, 4, 5].map((value) => ({ valueInteger: value })),
    })),
  })

describe('C4 A form that came as a file', async () => {
  const site = await openWholeSite()
  const { log, app, clock, newId } = site
  const registered = await registerPerson(log, {
    actor: nobody,
    name: 'Ceri Davies',
    birthDate: asDay('1980-01-02'),
    nhsNumber: null,
  })
  assert.ok(registered.ok)
  const ceri = registered.value as PersonId
  const role = { what: 'administrator', organisation: null, until: null }
  assert.ok(
    (await giveRole(log, { actor: nobody, person: ceri, from: asDay('2020-01-01'), ...role })).ok,
  )
  let visitor = await site.visitorOf(ceri)
  const sent = (text: string) => Buffer.from(text).toString('base64url')
  const today = () => clock.now().slice(0, 10) as Day
  const keep = (text: string, terms: string) =>
    visitor.post('/forms/bring/keep', { sent: sent(text), terms, says: 'The letter of 3 May' })

  it('C4 is checked and shown before it comes in, with what to mend where it cannot', async () => {
    const upload = async (text: string) => {
      const page = (await visitor.get('/forms/bring')).body
      const field = (name: string) =>
        `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n` +
        `${hiddenField(page, name)}\r\n`
      const file =
        '--b\r\ncontent-disposition: form-data; name="file"; filename="f.json"\r\n' +
        `content-type: application/json\r\n\r\n${text}\r\n--b--\r\n`
      return app.inject({
        method: 'POST',
        url: '/forms/bring',
        headers: { cookie: visitor.cookie, 'content-type': 'multipart/form-data; boundary=b' },
        payload: `${field('form-guard')}${field('form-key')}${file}`,
      })
    }
    const broken = await upload('{"resourceType":"Patient"}')
    assert.equal(broken.statusCode, 422)
    assert.match(broken.body, /not a FHIR Questionnaire/)
    const fine = await upload(wellbeingFile())
    assert.equal(fine.statusCode, 200)
    assert.match(fine.body, /Made-up statement 7/)
    assert.match(fine.body, /University of Warwick/)
    assert.equal((await loadForm(log, 'swemwbs')).wordings.length, 0)
  })

  it('C4 cannot be passed off as free where its name says whose words it has', async () => {
    const free = await keep(wellbeingFile(), 'free')
    assert.equal(free.statusCode, 422)
    assert.match(free.body, /need a licence/)
  })

  it('C4 is shown to nobody, and asked of nobody, until a licence is recorded', async () => {
    assert.equal((await keep(wellbeingFile(), 'licensed')).statusCode, 303)
    for (const path of ['', '/paper', '/questionnaire']) {
      for (const get of [visitor.get, (url: string) => app.inject({ url })]) {
        const { body } = await get(`/forms/swemwbs${path}`)
        assert.doesNotMatch(body, /Made-up statement/, path)
      }
    }
    const asked = await askableForm(log, 'swemwbs', today())
    assert.equal(asked.ok ? '' : asked.refusal.code, 'form-not-licensed')
    const id = newId()
    const filled = await fillIn(log, {
      ...{ actor: nobody, owner: id, stream: id, form: 'swemwbs', version: 1, about: null },
      ...{ language: 'en', mode: 'screen', helped: 'nobody', answers: {}, on: today() },
    })
    assert.equal(filled.ok ? '' : filled.refusal.code, 'form-not-licensed')
  })

  it('C4 is asked from the first to the last day of its licence, and no day longer', async () => {
    const licence = {
      ...{ holder: 'University of Warwick', reference: 'W-123', proof: 'You may use it.' },
      ...{ 'from-day': '24', 'from-month': '11', 'from-year': '2026' },
      ...{ 'until-day': '26', 'until-month': '11', 'until-year': '2026' },
    }
    assert.equal((await visitor.post('/forms/swemwbs/licence', licence)).statusCode, 303)
    const mayShow = async (day: string) =>
      (await wordingOf(log, 'swemwbs', 1, asDay(day)))?.mayShow ?? null
    assert.deepEqual(
      [await mayShow('2026-11-23'), await mayShow('2026-11-24'), await mayShow('2026-11-26')],
      [false, true, true],
    )
    assert.equal(await mayShow('2026-11-27'), false)
    clock.moveTo('2026-11-25T09:00:00Z')
    visitor = await site.visitorOf(ceri)
    assert.match((await app.inject({ url: '/forms/swemwbs' })).body, /Made-up statement 1/)
    const page = (await visitor.get('/forms/swemwbs/licence')).body
    assert.match(page, /You may use it/)
  })

  it('is shown no more once the licence is ended, though its last day has not come', async () => {
    const ended = await visitor.post('/forms/swemwbs/licence/end', { why: 'Not renewed' })
    assert.equal(ended.statusCode, 303)
    assert.doesNotMatch((await app.inject({ url: '/forms/swemwbs' })).body, /Made-up statement/)
    assert.match((await app.inject({ url: '/forms' })).body, /need a licence/)
  })

  it('C4 takes a higher version, no other, and not the name of a form here', async () => {
    assert.equal((await keep(wellbeingFile(1), 'licensed')).statusCode, 422)
    assert.equal((await keep(wellbeingFile(2), 'licensed')).statusCode, 303)
    const taken = wellbeingFile().replace('SWEMWBS', 'PHQ-9').replace('swemwbs', 'swemwbs')
    assert.match((await keep(taken, 'licensed')).body, /comes with this site/)
  })

  it('C4 is the same after a rebuild', async () => {
    const rows = () => log.db.text('select code, version, terms from forms.loaded order by code')
    const before = await rows()
    await rebuild(log, () => {})
    assert.deepEqual(await rows(), before)
    assert.deepEqual(site.failures, [])
  })

  it('C4 is brought and licensed by an administrator alone', async () => {
    const other = await registerPerson(log, {
      actor: nobody,
      name: 'Asha Patel',
      birthDate: asDay('1984-03-15'),
      nhsNumber: null,
    })
    assert.ok(other.ok)
    const asha = await site.visitorOf(other.value as PersonId)
    assert.equal((await asha.get('/forms/bring')).statusCode, 403)
    const all = { sent: sent(wellbeingFile(3)), terms: 'licensed', says: 'x' }
    assert.equal((await asha.post('/forms/bring/keep', all)).statusCode, 403)
    assert.equal((await asha.post('/forms/swemwbs/licence', {})).statusCode, 403)
    assert.equal((await asha.post('/forms/swemwbs/licence/end', { why: 'x' })).statusCode, 403)
  })
})
