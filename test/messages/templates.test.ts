// A11: whatever the site tells people reaches everybody in a form they can use, or the gap is kept.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { messageForms } from '../../src/messages/domain/forms.ts'
import { needKinds } from '../../src/messages/domain/need-kinds.ts'
import { openMessage, recordNeedsOf, tell } from '../../src/messages/index.ts'
import { openHouse } from '../rooms.ts'
import { besides, templates } from './templates.ts'

const { log, newId } = await openHouse()
const nobody = { by: null, onBehalfOf: null }
const all = Object.entries(templates).flatMap(([file, list]) =>
  list.map(([name, renderings], place) => ({ name: `${file} ${name} ${place + 1}`, renderings })),
)

const codeOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

describe('The list of messages that the site sends', () => {
  const root = new URL('../../', import.meta.url).pathname
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/^src\/(demo|messages)\//.test(file),
  )

  it('A11 names every file that holds words of one', () => {
    const holding = files.filter((file) =>
      /form: 'plain', language|form: 'plain',\n|form: 'plain' \||inThreeForms\(/.test(codeOf(file)),
    )
    assert.deepEqual(holding.sort(), Object.keys(templates).sort())
  })

  it('A11 names every message that stands in them', async () => {
    for (const [file, list] of Object.entries(templates)) {
      const there = Object.keys(await import(`../../${file}`))
      const missing = there.filter(
        (name) => !besides.includes(name) && !list.some(([known]) => known === name),
      )
      assert.deepEqual(missing, [], `Add them to test/messages/templates.ts, under ${file}`)
    }
  })

  it('A11 is all that is told: whoever tells takes the words from there', () => {
    const telling = files.filter((file) =>
      /import \{[^}]*\btell\b[^}]*\} from '[./]*messages\/index.ts'/.test(codeOf(file)),
    )
    assert.ok(telling.length >= 7)
    const holders = Object.keys(templates).map((file) => file.replace(/^.*\//, ''))
    for (const file of telling) {
      const code = codeOf(file)
      assert.ok(
        holders.some((holder) => code.includes(`/${holder}'`) || file.endsWith(holder)),
        `${file} tells people something: take its words from a file in templates.ts`,
      )
    }
  })
})

describe('What the site tells', () => {
  for (const { name, renderings } of all) {
    it(`A11 is written in easy read, not only in plain words: ${name}`, () => {
      const [plain, easy] = ['plain', 'easy-read'].map((form) =>
        renderings.find((one) => one.form === form && one.language === 'en'),
      )
      assert.ok(plain !== undefined && easy !== undefined)
      assert.notEqual(easy.body, plain.body)
      for (const sentence of easy.body.split(/\n\n|(?<=[.?!”]) /)) {
        assert.ok(sentence.split(' ').length <= 15, `Too long for easy read: ${sentence}`)
      }
    })
  }
})

describe('Somebody who is told all of it', () => {
  for (const { code, ofWords } of messageForms) {
    for (const language of ['en', 'cy']) {
      it(`A11 can use it, or it is noted that they cannot: ${code}, ${language}`, async () => {
        const person = newId()
        const needs = needKinds.map((kind) => kind.code)
        const said = { form: code, language, channel: 'inbox', address: null, note: '', needs }
        assert.ok((await recordNeedsOf(log, nobody, person, said, null)).ok)
        for (const { name, renderings } of all) {
          const message = newId()
          const draft = { from: 'Coproduce', renderings, leadsTo: null }
          assert.ok((await tell(log, person, message, draft)).ok, name)
          const sent = (await openMessage(log, person, message))?.sent
          assert.equal(sent?.shownAs === code, ofWords, name)
        }
        assert.equal(await gaps(person), ofWords ? 0 : all.length)
      })
    }
  }
})

async function gaps(person: Id): Promise<number> {
  const rows = await log.db.text(
    `select 1 from log.facts where owner = $1 and kind = 'communication-need-not-met'`,
    [person],
  )
  return rows.length
}
