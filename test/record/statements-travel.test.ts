// A3: what a person says against an entry goes on to its next version, and stands where several
// entries that say the same are shown as one; beside results; and in what programs are given.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Id, textOfMarkup } from '../../src/basics/index.ts'
import { readSigningKeys, readZip, type SigningKey } from '../../src/plumbing/index.ts'
import { askForCorrection, disagree } from '../../src/record/actions/ask-correction.ts'
import { ownLook } from '../../src/record/actions/see-record.ts'
import { importFiles, leaveWith, readableParts } from '../../src/record/index.ts'
import { done } from '../attacks/town.ts'
import { answers, petitioner } from './corrections.ts'
import { openFaces } from './faces.ts'

const stage = await openFaces()
const { site, asha, sian, surgery } = stage
const { log } = site
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const theirs = `/people/${asha}/record`

const read = async (visitor: typeof own, path: string) => {
  const { statusCode, body } = await visitor.get(path)
  assert.equal(statusCode, 200, path)
  return textOfMarkup(body)
}

async function bring(name: string, ...resources: readonly unknown[]): Promise<void> {
  const path = join(site.folder, name)
  const entry = resources.map((resource) => ({ resource }))
  writeFileSync(path, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  const io = { out: () => {}, err: () => {}, progress: () => {}, answer: async () => null }
  const wanted = { files: [path], person: asha, yes: true, rest: false, json: true }
  assert.equal(await importFiles(log, wanted, [], io), 0)
}

/** What this file brought. */
async function entryOf(file: string): Promise<Id> {
  const [row] = await log.db.text<{ stream: Id }>(
    'select stream from record.entries where owner = $1 and source = $2',
    [asha, file],
  )
  assert.ok(row, file)
  return row.stream
}

/** She asks the surgery to correct it, is declined, and says that she does not agree. */
async function disputes(entry: Id, says: string): Promise<Id> {
  const asking = { entry, holder: surgery, wrong: 'Not so', right: 'Nothing', evidence: '' }
  const look = ownLook(asha, '/record/entry/correct')
  const request = done(await askForCorrection(log, petitioner(stage), asking, look, null))
  done(await answers(stage, request, { outcome: 'declined', says: 'It was found so.' }))
  done(await disagree(log, petitioner(stage), { request, entry }, says, null))
  return request
}

const gout = (more: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: 'Condition',
  id: 'gout',
  identifier: [{ system: 'https://surgery.example/problems', value: '4' }],
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text: 'Gout of the left foot' },
  onsetDateTime: '2019-02-03',
  meta: { lastUpdated: '2025-01-01T00:00:00Z' },
  ...more,
})

describe('A3 A disputed entry that comes again in another version', () => {
  const statement = 'It was a broken toe. I have never had gout.'
  const again = { meta: { lastUpdated: '2026-01-01T00:00:00Z' }, note: [{ text: 'Reviewed' }] }

  it('A3 has the statement with it, on every page and for programs', async () => {
    await bring('first.json', gout())
    const first = await entryOf('first.json')
    await disputes(first, statement)
    await bring('second.json', gout(again))
    const second = await entryOf('second.json')
    assert.notEqual(second, first)
    for (const base of ['/record', theirs]) {
      const visitor = base === '/record' ? own : nurse
      for (const path of ['', '/timeline', `/entry/${second}`, `/entry/${second}/over-time`]) {
        assert.ok((await read(visitor, `${base}${path}`)).includes(statement), `${base}${path}`)
      }
      const forPrograms = await visitor.get(`${base}/entry/${second}.json`)
      assert.ok(forPrograms.body.includes(statement))
    }
    assert.ok((await own.get(`/record/entry/${second}/received`)).body.includes(statement))
  })

  it('A3 has it once, however often the file comes', async () => {
    await bring('second.json', gout(again))
    await bring('third.json', gout({ ...again, meta: { lastUpdated: '2026-02-01T00:00:00Z' } }))
    const third = await entryOf('third.json')
    const told = await read(own, `/record/entry/${third}`)
    // Above the entry, and in the history of it.
    assert.equal(told.split(statement).length - 1, 2)
    const said = await log.db.text(
      `select id from log.facts where owner = $1 and stream = $2 and kind = 'entry-disagreed'`,
      [asha, third],
    )
    assert.equal(said.length, 1)
  })
})

describe('A3 A disputed entry beside a newer one that says the same', () => {
  const statement = 'Nobody ever tested me for this.'
  const anaemia = (id: string, day: string) => ({
    resourceType: 'Condition',
    id,
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text: 'Iron deficiency' },
    onsetDateTime: day,
  })

  it('A3 has its statement where the two stand as one, and the receipt names both', async () => {
    await bring('clinic.json', anaemia('a', '2020-01-01'))
    const older = await entryOf('clinic.json')
    await disputes(older, statement)
    await bring('ward.json', anaemia('b', '2024-01-01'))
    const both = [older, await entryOf('ward.json')]
    const shown = [[own, asha, '/record'] as const, [nurse, sian, theirs] as const]
    for (const [visitor, by, path] of shown) {
      assert.ok((await read(visitor, path)).includes(statement), path)
      const named = await log.db.text(
        'select look from sharing.looks where owner = $1 and by = $2 and items @> $3::uuid[]',
        [asha, by, both],
      )
      assert.equal(named.length, 1, path)
    }
    const paper = await own.post('/record/print', { what: 'going-on' })
    assert.ok(textOfMarkup(paper.body).includes(statement))
  })
})

describe('A3 A disputed result', () => {
  const statement = 'That was somebody else’s sample.'
  const result = (id: string, value: number, day: string) => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2276-4' }], text: 'Ferritin' },
    effectiveDateTime: day,
    valueQuantity: { value, unit: 'ug/L' },
  })

  it('A3 has its statement on every list of results, beside its trend, and on paper', async () => {
    await bring('laboratory.json', result('x', 4, '2025-03-01'))
    const entry = await entryOf('laboratory.json')
    await disputes(entry, statement)
    for (const [visitor, base] of [[own, '/record'] as const, [nurse, theirs] as const]) {
      for (const path of ['/results', `/entry/${entry}/over-time`, '']) {
        assert.ok((await read(visitor, `${base}${path}`)).includes(statement), `${base}${path}`)
      }
    }
    const paper = await own.post('/record/print', { what: 'result' })
    assert.ok(textOfMarkup(paper.body).includes(statement))
  })
})

describe('A3 What a person takes away', () => {
  it('A3 has every statement on its first page, on its pages, and in its FHIR', async () => {
    const [key] = await readSigningKeys(join(site.folder, 'keys'))
    const left = await leaveWith(log, key as SigningKey, {
      person: asha,
      asker: null,
      where: 'coproduce export',
      readable: (looked, tx) => readableParts({ log, looked, language: 'en' }, tx),
    })
    const parts = await Array.fromAsync(readZip(done(left)))
    const textOf = (beginning: string) =>
      parts
        .filter(({ name }) => name.startsWith(beginning))
        .map(({ bytes }) => Buffer.from(bytes).toString())
        .join('\n')
    const [problem, folded] = ['never had gout', 'ever tested me']
    for (const says of [problem, folded]) assert.ok(textOf('index').includes(says), says)
    for (const part of ['record-', 'fhir/']) {
      for (const says of [problem, folded, 'somebody else’s sample']) {
        assert.ok(textOf(part).includes(says), `${part}: ${says}`)
      }
    }
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
