// A13: whatever somebody at work writes to a person is scored first; no new form is forgotten.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { routes } from '../../src/routes.ts'
import { openHouse } from '../rooms.ts'

/** Forms in which somebody at work writes what a person reads, and the test that shows it. */
const scored: Readonly<Record<string, string>> = {
  'POST /corrections/:person/:request/correct': 'sharing/promise-to.test.ts',
  'POST /corrections/:person/:request/decline': 'sharing/promise-to.test.ts',
  'POST /corrections/:person/:request/note': 'sharing/promise-to.test.ts',
  'POST /corrections/:person/:request/question': 'sharing/promise-to.test.ts',
  'POST /look-questions/:person/:query/answer': 'sharing/promise-to.test.ts',
  'POST /look-questions/:person/:query/question': 'sharing/promise-to.test.ts',
  'POST /people/:person/promise': 'sharing/promise-to.test.ts',
  'POST /people/:person/record/write': 'sharing/promise-to.test.ts',
  'POST /people/:person/record/entry/:entry/explain': 'sharing/promise-to.test.ts',
  'POST /share/ask': 'sharing/promise-to.test.ts',
  'POST /people/:person/care/information/write': 'care/preparing.test.ts',
  'POST /people/:person/care/visits/:appointment/answer/:question': 'care/preparing.test.ts',
  'POST /people/:person/care/visits/:appointment/points': 'care/preparing.test.ts',
  'POST /people/:person/plan/reviews/:review/off': 'care/meeting-help.test.ts',
  'POST /people/:person/plan/reviews/:review/held': 'care/meeting-help.test.ts',
  'POST /people/:person/plan/waiting/no': 'care/meeting-help.test.ts',
}

/** Forms about a person that are not scored, with the reason; `*` is any end. */
const unscored: Readonly<Record<string, string>> = {
  'POST /corrections/:person/:request/hand-on': 'Names an organisation',
  'POST /people/:person/care/information/send':
    'A text that bears its reading age already, and a line of why',
  'POST /people/:person/care/meetings/:meeting/note': 'Written in the room, with the person there',
  'POST /people/:person/needs/*': 'What the person needs, in a few words of a list',
  'POST /people/:person/outcomes/*': 'What the person answered, typed in for them',
  'POST /people/:person/plan/add/:kind': 'Written together: it holds when the person says yes',
  'POST /people/:person/plan/part/*': 'As above',
  'POST /people/:person/plan/goal/*': 'As above',
  'POST /people/:person/plan/begin': 'No words',
  'POST /people/:person/plan/waiting': 'No words',
  'POST /people/:person/plan/waiting/back': 'No words',
  'POST /people/:person/plan/decisions/*': 'Written together: only the person chooses',
  'POST /people/:person/plan/reviews': 'When and where, and lines of an agenda',
  'POST /people/:person/plan/reviews/:review/agenda': 'A line of an agenda',
  'POST /people/:person/plan/reviews/:review/help': 'A name',
  'POST /people/:person/record/add': 'By who acts for the person, for the person',
  'POST /people/:person/record/entry/:entry/give-back': 'Why, which the person is never shown',
  'POST /people/:person/record/entry/:entry/withhold': 'Why, which the person is never shown',
  'POST /people/:person/record/print': 'No words',
  'POST /people/:person/record/timeline': 'Words to look for',
  'POST /proxies/work/*': 'Stands beside the record; neither of the two is shown the words',
}

/** Scored, and looked at twice in a journey of its own. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /people/:person/record/entry/:entry/keep-still': 'Why it is kept from the person still',
}

const aboutPeople =
  /^POST \/(people\/:person|corrections|look-questions|proxies\/work|share\/ask)\b/

describe('A13 Every form in which somebody at work writes about a person', async () => {
  const { log } = await openHouse()
  const table = routes({ log, keys: async () => [], provider: null, demonstrationPeople: null })
  const there = table
    .map(({ method, path }) => `${method} ${path}`)
    .filter((address) => aboutPeople.test(address) && !address.includes('/share/asks'))
  const names = [scored, unscored, elsewhere].flatMap((list) => Object.keys(list))
  const isNamed = (address: string, name: string) =>
    name.endsWith('*') ? address.startsWith(name.slice(0, -1)) : address === name

  it('A13 is on the list: scored before it is sent, or not, with the reason', () =>
    assert.deepEqual(
      there.filter((address) => !names.some((name) => isNamed(address, name))),
      [],
      'Add the address to `scored` or `unscored` in test/messages/scored.test.ts',
    ))

  it('A13 is there: the list names no form that is gone', () =>
    assert.deepEqual(
      names.filter((name) => !there.some((address) => isNamed(address, name))),
      [],
    ))

  it('A13 is shown to be scored by the test that is named', () => {
    for (const [address, file] of Object.entries(scored)) {
      const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
      const end = address.split('/').findLast((part) => !part.startsWith(':')) ?? ''
      assert.ok(
        text.includes(`/${end}`) && /scored|looked\(|reader of/.test(text),
        `${address} in ${file}`,
      )
    }
  })
})
