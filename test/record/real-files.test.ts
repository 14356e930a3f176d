// The large real inputs: every resource of every file is kept, byte for byte, and reads as shown.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readFhirText } from '../../src/fhir/index.ts'
import { shownOf } from '../../src/record/domain/shown.ts'
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
  const { someone, bring, exported, verify } = await openRecords()

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

  describe('A1 An import of real files', () => {
    // Every fifth patient: the whole set is read above, and what is written is the same for all.
    const some = synthea.filter((_path, place) => place % 5 === 0)

    it('loses nothing, and brought again adds nothing', async () => {
      for (const path of some) {
        const person = await someone()
        const wanted = readFhirText(readFileSync(path, 'utf8'), false).received
        const done = await bring([path], { person })
        assert.deepEqual([done.code, done.added], [0, wanted.length], path)
        const kept = await exported(person)
        assert.deepEqual(kept.toSorted(), wanted.map(({ text }) => text).toSorted())
        const again = await bring([path], { person })
        assert.deepEqual([again.added, again.already], [0, wanted.length])
      }
      assert.equal((await verify()).broken, null)
    })

    it('takes all examples of UK Core and the patient summary without an error', async () => {
      const done = []
      for (const path of examples) done.push(await bring([path], { person: await someone() }))
      assert.deepEqual(
        done.flatMap(({ refused }) => refused),
        [],
      )
      assert.ok(done.every(({ added }) => added > 0))
    })
  })
}
