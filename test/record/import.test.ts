// Promises of importing: nothing lost, nothing twice, nothing into the wrong record.
import assert from 'node:assert/strict'
import { truncateSync } from 'node:fs'
import { describe, it } from 'node:test'
import { nhsNumberOf } from '../../src/basics/index.ts'
import { resourceTypes } from '../../src/fhir/resource-types.ts'
import { findByNhsNumber, loadPerson, nameOf } from '../../src/identity/index.ts'
import { ownLook, seeOverview, seeTimeline } from '../../src/record/actions/see-record.ts'
import { noFilter } from '../../src/record/store/timeline.ts'
import { openRecords } from './people.ts'

const { log, someone, file, bring, exported } = await openRecords()

const condition = (id: string, text = 'Asthma') =>
  `{ "resourceType": "Condition", "id": "${id}", "code": {"text":"${text}"} }`
const bundle = (...resources: readonly string[]) =>
  `{"resourceType":"Bundle","type":"collection","entry":[${resources
    .map((one) => `{"resource":${one}}`)
    .join(',')}]}`
const patient = (digits: string, name = '"name":[{"text":"Gwen Lloyd"}],') =>
  `{"resourceType":"Patient","id":"p",${name}"identifier":[{
    "system":"https://fhir.nhs.uk/Id/nhs-number","value":"${nhsNumberOf(digits)}"}]}`

describe('A1 An import', () => {
  it('adds what is new and, brought again in any layout, adds nothing twice', async () => {
    const person = await someone()
    const first = file(bundle(condition('a'), condition('b')))
    assert.deepEqual(await bring([first], { person }), {
      code: 0,
      added: 2,
      already: 0,
      refused: [],
    })
    const again = file(JSON.stringify(JSON.parse(bundle(condition('b'), condition('c'))), null, 4))
    assert.deepEqual(await bring([first, again], { person }), {
      code: 0,
      added: 1,
      already: 3,
      refused: [],
    })
  })

  it('keeps every resource exactly as it came', async () => {
    const person = await someone()
    const odd = '{"resourceType":"Basic",\n\t"x": 1.10, "a":"\\u00e9é"}'
    await bring([file(odd), file(`${condition('a')}\n${condition('b')}\n`, 'ndjson')], { person })
    assert.deepEqual(
      (await exported(person)).toSorted(),
      [odd, condition('a'), condition('b')].toSorted(),
    )
  })

  it('shows the three sections of the smallest patient summary, and nothing twice', async () => {
    const person = await someone()
    const section = (title: string, at: number) => ({
      ...{ title, text: { status: 'generated', div: `<div>${title}</div>` } },
      entry: [{ reference: `urn:uuid:01920000-0000-4000-8000-00000000000${at}` }],
    })
    const parts = [
      { resourceType: 'Condition', code: { text: 'Asthma' } },
      { resourceType: 'AllergyIntolerance', code: { text: 'Penicillin' } },
      { resourceType: 'MedicationStatement', medicationCodeableConcept: { text: 'Salbutamol' } },
    ]
    const composition = {
      resourceType: 'Composition',
      type: { coding: [{ system: 'http://loinc.org', code: '60591-5' }] },
      section: ['Problems', 'Allergies', 'Medicines'].map((title, at) => section(title, at + 1)),
    }
    const entry = [composition, ...parts].map((resource, at) => ({
      ...{ fullUrl: `urn:uuid:01920000-0000-4000-8000-00000000000${at}`, resource },
    }))
    const path = file(JSON.stringify({ resourceType: 'Bundle', type: 'document', entry }))
    assert.equal((await bring([path], { person })).added, 4)
    assert.deepEqual(await bring([path], { person }), {
      ...{ code: 0, added: 0, already: 4, refused: [] },
    })
    const seen = await seeOverview(log, ownLook(person, 'test'))
    assert.ok(seen.ok)
    assert.deepEqual(seen.value.goingOn.map(({ kind, title }) => `${kind}: ${title}`).toSorted(), [
      'allergy: Penicillin',
      'medicine: Salbutamol',
      'problem: Asthma',
    ])
    assert.ok(seen.value.goingOn.every(({ author, source }) => author !== '' && source !== ''))
  })

  it('keeps every type of resource that there is, to the byte, whatever stands in it', async () => {
    const person = await someone()
    const lines = [...resourceTypes].map(
      (type) => `{ "resourceType":"${type}","id":"x", "odd":{"a":1.10,"b":["\\u0041",null]} }`,
    )
    const path = file(lines.join('\n'), 'ndjson')
    const done = await bring([path], { person })
    assert.deepEqual([done.added, done.refused], [lines.length, []])
    assert.deepEqual((await exported(person)).toSorted(), lines.toSorted())
    const page = { ...noFilter, before: null, limit: 1_000 }
    const all = await seeTimeline(log, ownLook(person, 'test'), page)
    assert.ok(all.ok && all.value.length === lines.length)
    for (const { title, kind } of all.value) assert.ok(title !== '' && kind !== '')
  })

  it('gives every entry an author and a source', async () => {
    const person = await someone()
    const named = `{"resourceType":"Condition","recorder":{"display":"Dr Rees"}}`
    await bring([file(bundle(named, condition('x')))], { person })
    const rows = await log.db.text<{ author: string; source: string }>(
      'select author, source from record.entries where owner = $1 order by author',
      [person],
    )
    assert.deepEqual(
      rows.map(({ author }) => author),
      ['Dr Rees', 'Not named in the file'],
    )
    assert.ok(rows.every(({ source }) => source.startsWith('file-')))
  })

  it('finds the writer by the visit, the role and the organisation of the file', async () => {
    const person = await someone()
    const doctor = '{"resourceType":"Practitioner","id":"d","name":[{"family":"Rees"}]}'
    const role = JSON.stringify({
      resourceType: 'PractitionerRole',
      id: 'r',
      practitioner: { reference: 'Practitioner/d' },
      organization: { display: 'Oak Lane' },
    })
    const visit = JSON.stringify({
      resourceType: 'Encounter',
      id: 'v',
      participant: [{ individual: { reference: 'PractitionerRole/r' } }],
    })
    const noted = `{"resourceType":"Condition","encounter":{"reference":"Encounter/v"}}`
    await bring([file(bundle(doctor, role, visit, noted))], { person })
    const rows = await log.db.text<{ author: string }>(
      `select author from record.entries where owner = $1 and kind = 'problem'`,
      [person],
    )
    assert.deepEqual(rows, [{ author: 'Rees, Oak Lane' }])
  })
})

describe('Whose record it is', () => {
  it('is found by the NHS number, and the person is made known where nobody has it', async () => {
    const path = file(bundle(patient('999000103'), condition('a')))
    assert.equal((await bring([path])).added, 2)
    const number = nhsNumberOf('999000103')
    assert.ok(number)
    const person = await findByNhsNumber(log.db, number)
    assert.ok(person)
    assert.equal(nameOf((await loadPerson(log, log.db, person)).state), 'Gwen Lloyd')
    assert.equal((await bring([file(bundle(patient('999000103'), condition('b')))])).added, 1)
    assert.equal((await exported(person)).length, 3)
  })

  it('is never found by a name alone', async () => {
    const named = '{"resourceType":"Patient","id":"p","name":[{"text":"Asha Patel"}]}'
    const done = await bring([file(bundle(named, condition('a')))])
    assert.equal(done.code, 1)
    assert.equal(done.refused[0]?.code, 'person-not-said')
  })

  it('is not another person’s than the one who was named', async () => {
    const asha = await someone('999000104')
    const done = await bring([file(bundle(patient('999000105'), condition('a')))], { person: asha })
    assert.deepEqual([done.added, done.refused[0]?.code], [0, 'record-of-another'])
  })

  it('is somebody’s who is known here', async () => {
    const person = '01920000-0000-7000-8000-00000000dead' as Awaited<ReturnType<typeof someone>>
    const done = await bring([file(condition('a'))], { person })
    assert.equal(done.refused[0]?.code, 'record-person-unknown')
  })

  it('is refused where the number is mistyped or has no name with it', async () => {
    const wrong = patient('999000106').replace(String(nhsNumberOf('999000106')), '9990001060')
    assert.equal((await bring([file(wrong)])).refused[0]?.code, 'person-number-wrong')
    const nameless = await bring([file(patient('999000106', ''))])
    assert.equal(nameless.refused[0]?.code, 'person-details-missing')
  })

  it('is one person’s, however many of one file share a number', async () => {
    const two = patient('999000107').replace('"id":"p"', '"id":"q"')
    const done = await bring([file(bundle(patient('999000107'), two))])
    assert.deepEqual([done.added, done.refused[0]?.code], [0, 'several-people'])
  })

  it('is one person’s when two new files of one import bear one number', async () => {
    const paths = ['a', 'b'].map((id) => file(bundle(patient('999000108'), condition(id))))
    assert.deepEqual(await bring(paths), { code: 0, added: 3, already: 1, refused: [] })
  })
})

describe('A file that is broken', () => {
  const cases: readonly (readonly [string, string, string | null, string])[] = [
    [
      'cut short',
      bundle(condition('a'), condition('b')).slice(0, -30),
      'entry 2',
      'json-cut-short',
    ],
    ['no resource', '{"hello":1}', null, 'resource-missing'],
    ['empty', '', null, 'file-empty'],
    ['a web page', '<html>', null, 'json-broken'],
    [
      'another resource type',
      bundle(condition('a'), '{"resourceType":"Patients"}'),
      'entry 2, Patients',
      'resource-type-unknown',
    ],
    [
      'a loose end',
      bundle(condition('a'), '{"resourceType":"Basic","author":{"reference":"urn:uuid:x"}}'),
      'entry 2, Basic',
      'reference-leads-nowhere',
    ],
    [
      'one id twice',
      bundle(condition('a'), condition('a', 'Gout')),
      'entry 2, Condition/a',
      'identifier-twice',
    ],
    [
      'a day that never was',
      bundle(condition('a'), '{"resourceType":"Condition","recordedDate":"2024-02-30"}'),
      'entry 2, Condition',
      'date-not-real',
    ],
    [
      'a null character',
      bundle(condition('a'), condition('b', '\\u0000')),
      'entry 2, Condition/b',
      'text-null-character',
    ],
    [
      'half a character',
      bundle(condition('a'), condition('b', '\\ud800')),
      'entry 2, Condition/b',
      'text-half-character',
    ],
    [
      'too deep',
      bundle(`{"resourceType":"Basic","x":${'['.repeat(200)}${']'.repeat(200)}}`),
      'entry 1',
      'json-too-deep',
    ],
  ]
  for (const [shows, text, entry, code] of cases) {
    it(`gives nothing of itself, and names the entry and the remedy: ${shows}`, async () => {
      const person = await someone()
      const path = file(text)
      const done = await bring([path], { person })
      assert.deepEqual([done.code, done.added, done.refused.length], [1, 0, 1])
      const [refused] = done.refused
      assert.equal(refused?.code, code)
      assert.equal(refused?.entry, entry)
      assert.ok(path.endsWith(refused?.file ?? '?'))
      assert.match(refused?.says ?? '', /\. [A-Z].*\.$/)
      assert.deepEqual(await exported(person), [])
    })
  }

  it('gives the rest of itself when that is chosen', async () => {
    const person = await someone()
    const path = file(bundle(condition('a'), '{"resourceType":"Nothing"}'))
    assert.equal((await bring([path], { person, yes: false, answers: ['no'] })).added, 0)
    assert.equal((await bring([path], { person, yes: false, answers: ['yes'] })).added, 1)
    assert.equal((await bring([path], { person: await someone(), rest: true })).added, 1)
  })

  it('is not opened when it is larger than 64 MB', async () => {
    const path = file('{"resourceType":"Basic"}')
    truncateSync(path, 64 * 1_048_576 + 1)
    const done = await bring([path], { person: await someone() })
    assert.equal(done.refused[0]?.code, 'file-too-large')
  })

  it('is taken when it is 64 MB exactly', async () => {
    const start = '{"resourceType":"Binary","contentType":"image/png","data":"'
    const size = 64 * 1_048_576 - start.length - 2
    const person = await someone()
    const path = file(`${start}${'A'.repeat(size)}"}`)
    assert.equal((await bring([path], { person })).added, 1)
  })

  it('is named when it is not there or is a folder', async () => {
    const done = await bring(['/nowhere/a.json', '/tmp'], { person: await someone() })
    assert.deepEqual(
      done.refused.map(({ code }) => code),
      ['file-not-read', 'file-not-read'],
    )
  })
})

describe('An import that nobody agreed to', () => {
  it('adds nothing, without an answer or with a no', async () => {
    const person = await someone()
    const path = file(condition('a'))
    for (const answers of [[], ['no'], ['maybe']]) {
      assert.equal((await bring([path], { person, yes: false, answers })).added, 0)
    }
    assert.equal((await bring([path], { person, yes: false, answers: ['YES '] })).added, 1)
  })
})

describe('Hostile words in every field', () => {
  it('are kept as they came and shown without what misleads', async () => {
    const person = await someone()
    const hostile = '\u202e<script>alert(1)</script>\\u0007'
    await bring([file(condition('a', hostile))], { person })
    const [row] = await log.db.text<{ title: string }>(
      'select title from record.entries where owner = $1',
      [person],
    )
    assert.equal(row?.title, '<script>alert(1)</script>')
    assert.deepEqual(await exported(person), [condition('a', hostile)])
  })
})
