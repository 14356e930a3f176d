// The large real inputs: every resource of every file is kept, byte for byte, and reads as shown.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import type { PersonId } from '../../src/basics/index.ts'
import { readFhirText } from '../../src/fhir/index.ts'
import { cut, elementsOf, membersOf, wholeSpan } from '../../src/fhir/json-spans.ts'
import { readSigningKeys, readZip, type SigningKey } from '../../src/plumbing/index.ts'
import { ownLook, seeOverview, seeTimeline } from '../../src/record/actions/see-record.ts'
import { shownOf } from '../../src/record/domain/shown.ts'
import { leaveWith, readableParts } from '../../src/record/index.ts'
import { noFilter } from '../../src/record/store/timeline.ts'
import { openRecords, referenceData } from './people.ts'

const data = referenceData('25 Synthea patients and 112 FHIR R4 examples')

const jsonIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => join(folder, name))

/** The resources of a file in a plain way: by JSON.parse, to hold ours against. */
function resourcesOf(path: string): unknown[] {
  const whole = JSON.parse(readFileSync(path, 'utf8'))
  const inside = (whole.entry ?? []).flatMap((one: { resource?: unknown }) => one.resource ?? [])
  return inside.length > 0 ? inside : [whole]
}

if (data !== undefined) {
  const synthea = jsonIn(join(data, 'synthea'))
  const examples = ['ips', 'uk-core/json'].flatMap((folder) =>
    jsonIn(join(data, 'fhir-examples', folder)),
  )
  const { log, folder, someone, bring, exported, verify } = await openRecords()
  const keys = await readSigningKeys(join(folder, 'keys'))

  describe('A1 Every file of the large real inputs', () => {
    it('gives each of its resources exactly as it stands there, with nothing refused', () => {
      assert.equal(synthea.length + examples.length, 25 + 112)
      for (const path of [...synthea, ...examples]) {
        const text = readFileSync(path, 'utf8')
        const read = readFhirText(text, false)
        assert.deepEqual(read.unread, [], path)
        let from = 0
        for (const one of read.received) {
          const at = text.indexOf(one.text, from)
          assert.ok(at >= from, `${path}, ${one.entry}`)
          from = at + one.text.length
        }
        assert.deepEqual(
          read.received.map(({ resource }) => resource),
          resourcesOf(path),
        )
      }
    })

    it('is shown with a title and a kind that a person can read', () => {
      for (const path of [...synthea, ...examples]) {
        for (const { text } of readFhirText(readFileSync(path, 'utf8'), false).received) {
          const shown = shownOf(text)
          assert.ok(shown.title.trim() !== '', path)
          assert.ok(shown.kind !== '' && shown.title.isWellFormed(), path)
        }
      }
    })
  })

  /** Every resource of the `$everything` part of what a person takes away, as it stands there. */
  async function takenAway(person: PersonId): Promise<string[]> {
    const left = await leaveWith(log, keys[0] as SigningKey, {
      person,
      asker: { person, via: 'self', organisation: null, roles: [] },
      where: '/record/leave',
      readable: (looked, tx) => readableParts({ log, looked, language: 'en' }, tx),
    })
    assert.ok(left.ok)
    const resources: string[] = []
    for await (const { name, bytes } of readZip(Readable.from(left.value))) {
      if (!name.startsWith('fhir/')) continue
      const text = Buffer.from(bytes).toString('utf8')
      const list = membersOf(text, wholeSpan(text)).get('entry')
      assert.ok(list, name)
      for (const part of elementsOf(text, list)) {
        const resource = membersOf(text, part).get('resource')
        assert.ok(resource, name)
        resources.push(cut(text, resource))
      }
    }
    return resources.toSorted()
  }

  describe('A1 An import of real files', () => {
    it('loses nothing, kept or taken away: every resource of every file', async () => {
      let count = 0
      for (const path of [...synthea, ...examples]) {
        const person = await someone()
        const wanted = readFhirText(readFileSync(path, 'utf8'), false).received
        const done = await bring([path], { person })
        assert.deepEqual([done.code, done.added, done.refused], [0, wanted.length, []], path)
        const texts = wanted.map(({ text }) => text).toSorted()
        // Not deepEqual, whose message would be megabytes.
        assert.ok(isDeepStrictEqual((await exported(person)).toSorted(), texts), path)
        assert.ok(isDeepStrictEqual(await takenAway(person), texts), path)
        assert.equal(texts.length, resourcesOf(path).length, path)
        count += texts.length
      }
      console.log(`${count} resources of ${synthea.length + examples.length} files came out again`)
      assert.equal((await verify()).broken, null)
    })

    it('shows the three sections that a summary must have, and who wrote each entry', async () => {
      const summaries = ['IPS-examples-Bundle-01', 'bundle-ips-all-sections']
      for (const name of summaries) {
        const path = join(data, 'fhir-examples', 'ips', `Bundle-${name}.json`)
        const person = await someone()
        const first = await bring([path], { person })
        assert.equal((await bring([path], { person })).added, 0)
        const seen = await seeOverview(log, ownLook(person, 'test'))
        assert.ok(seen.ok && first.added > 0)
        const sections = new Set(seen.value.goingOn.map(({ kind }) => kind))
        for (const kind of ['problem', 'medicine', 'allergy']) {
          assert.ok(sections.has(kind), `${name}: ${kind}`)
        }
        const page = { ...noFilter, before: null, limit: 1_000 }
        const all = await seeTimeline(log, ownLook(person, 'test'), page)
        assert.ok(all.ok && all.value.length === first.added)
        for (const one of all.value) assert.ok(one.author !== '' && one.source !== '', one.title)
      }
    })

    it('adds nothing when the same file is brought again', async () => {
      for (const path of [...synthea.slice(0, 2), ...examples.slice(0, 10)]) {
        const person = await someone()
        const first = await bring([path], { person })
        const again = await bring([path], { person })
        assert.deepEqual([again.added, again.already], [0, first.added], path)
      }
    })
  })
}
