// Every entry of the large real inputs, and of hostile ones, stands on a page without an error.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { addMany } from '../../src/record/actions/add-entries.ts'
import { prepareBytes } from '../../src/record/actions/prepare-import.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { referenceData } from './people.ts'

const site = await openWholeSite()
const { log } = site
const actor = { by: null, onBehalfOf: null }

async function someone() {
  const person = site.newId() as PersonId
  const about = { person, name: 'Asha Patel', birthDate: null, nhsNumber: null }
  assert.ok((await registerPerson(log, { actor, ...about })).ok)
  return { person, ...(await site.visitorOf(person)) }
}

async function bring(person: PersonId, file: string, bytes: Uint8Array): Promise<number> {
  const how = { named: person, newcomers: new Map(), by: 'command' as const }
  const prepared = await prepareBytes(log, { file, batch: site.newId(), bytes }, how)
  assert.deepEqual(prepared.refused, [], file)
  const done = await addMany(log, actor, person, prepared.fresh)
  assert.ok(done.ok)
  return done.value.added
}

const entriesOf = (person: PersonId) =>
  log.db.text<{ stream: string; resource_type: string }>(
    'select stream, resource_type from record.entries where owner = $1 order by stream',
    [person],
  )

const data = referenceData('every page of the real inputs')
const jsonIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => join(folder, name))

/** As many pages as a minute allows: all of the small examples, and of each patient each type. */
if (data !== undefined) {
  describe('A1 A page of an entry', () => {
    it('answers for all examples of UK Core and of the patient summary', async () => {
      let pages = 0
      const folders = ['ips', 'uk-core/json'].map((name) => join(data, 'fhir-examples', name))
      for (const path of folders.flatMap(jsonIn)) {
        const { person, get } = await someone()
        await bring(person, 'a file.json', readFileSync(path))
        for (const { stream } of await entriesOf(person)) {
          assert.equal((await get(`/record/entry/${stream}`)).statusCode, 200, path)
          pages += 1
        }
      }
      console.log(`${pages} pages of examples`)
    })

    it('answers for every type of resource of all 25 patients, and lists answer too', async () => {
      let [pages, entries] = [0, 0]
      for (const path of jsonIn(join(data, 'synthea'))) {
        const { person, get } = await someone()
        entries += await bring(person, 'a patient.json', readFileSync(path))
        const byType = Map.groupBy(await entriesOf(person), (one) => one.resource_type)
        const some = [...byType.values()].flatMap((all) => all.slice(0, 3))
        const addresses = ['/record', '/record/timeline', '/record/results', '/record/team']
        for (const at of [...addresses, ...some.map((one) => `/record/entry/${one.stream}`)]) {
          assert.equal((await get(at)).statusCode, 200, `${path} ${at}`)
          pages += 1
        }
      }
      console.log(`${pages} pages of 25 patients with ${entries} entries`)
    })
  })
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe\u2066',
  'a\u200bb\u200dc\ufeff',
  '👩‍👩‍👧‍👦',
  "'; drop table record.entries; --",
  '{{7*7}}%00\\0',
]

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The resource with one text in place of every other that is no type, date or pointer. */
function withText(value: Json, text: string, name = ''): Json {
  if (Array.isArray(value)) return value.map((one) => withText(one, text, name))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, withText(one, text, key)]),
    )
  }
  const kept = /^(?:resourceType|reference|id|.*[dD]ate.*|.*(?:Time|On|start|end|issued|url))$/
  return typeof value === 'string' && !kept.test(name) ? text : value
}

if (data !== undefined) {
  describe('A hostile word in every field', () => {
    it('is kept as it came and runs on no page', async () => {
      const folder = join(data, 'fhir-examples', 'uk-core/json')
      const files = jsonIn(folder).filter((_path, place) => place % 4 === 0)
      let pages = 0
      for (const [place, path] of files.entries()) {
        const text = HOSTILE[place % HOSTILE.length] ?? ''
        const { person, get } = await someone()
        const body = JSON.stringify(withText(JSON.parse(readFileSync(path, 'utf8')), text))
        await bring(person, `${text}.json`, Buffer.from(body))
        for (const { stream } of await entriesOf(person)) {
          for (const at of [`/record/entry/${stream}`, '/record/timeline', '/record']) {
            const page = await get(at)
            assert.equal(page.statusCode, 200, `${path} ${at}`)
            assert.doesNotMatch(page.body, /<script>alert|<img src=x/, path)
            pages += 1
          }
        }
      }
      console.log(`${pages} pages with hostile words`)
    })
  })
}

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
