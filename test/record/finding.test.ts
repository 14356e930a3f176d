// Promises of finding in a long record: as quick as in a short one, and only what may be seen.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day, Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { eraseBody, type Log } from '../../src/log/index.ts'
import {
  MOST_COUNTED,
  ownLook,
  seeOverview,
  seeTimeline,
} from '../../src/record/actions/see-record.ts'
import { askForWords, wordKeys, wordsOf } from '../../src/record/domain/word-keys.ts'
import { addOne } from '../../src/record/index.ts'
import { RECENT } from '../../src/record/store/overview.ts'
import { type Filter, noFilter } from '../../src/record/store/timeline.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { openRecords } from './people.ts'

const nobody = { by: null, onBehalfOf: null }
const { log, someone, bring, file, newId } = await openRecords()

type Result = {
  text: string
  note?: string
  year?: number
  performer?: string
}

const resource = ({ text, note = '', year = 2020, performer }: Result, at: number) => ({
  resourceType: 'Observation',
  id: `o${at}`,
  code: { text },
  effectiveDateTime: `${year}-03-0${1 + (at % 9)}`,
  valueQuantity: { value: at, unit: 'kg' },
  ...(note === '' ? {} : { note: [{ text: note }] }),
  ...(performer === undefined ? {} : { performer: [{ display: performer }] }),
})

async function withResults(results: readonly Result[]): Promise<PersonId> {
  const person = await someone()
  const lines = results.map((one, at) => JSON.stringify(resource(one, at))).join('\n')
  const done = await bring([file(lines, 'ndjson')], { person })
  assert.equal(done.added, results.length)
  return person
}

const many = (count: number, one: Result): Result[] => Array.from({ length: count }, () => one)

async function found(request: Parameters<typeof seeTimeline>[1], filter: Partial<Filter>) {
  const page = { ...noFilter, ...filter, before: null, limit: 1_000 }
  const seen = await seeTimeline(log, request, page)
  assert.ok(seen.ok)
  return seen.value.map(({ title, detail }) => `${title} ${detail.split('\n').at(-1)}`)
}

const own = (person: PersonId, filter: Partial<Filter>) => found(ownLook(person, 'test'), filter)

describe('A1 Words that somebody looks for', async () => {
  const person = await withResults([
    { text: 'Weight', note: 'A Zebra crossed', year: 2001, performer: 'Dr Zoe Quill' },
    ...many(600, { text: 'Weight', note: 'Taken at rest' }),
  ])

  it('are found however far back, by how each begins, in large letters or small', async () => {
    for (const search of ['zebra', 'ZEB', 'a zebra cro', 'Zebra']) {
      assert.deepEqual(await own(person, { search }), ['Weight A Zebra crossed'], search)
    }
    for (const search of ['ebra', 'zebras', 'zebra a', 'crossed zebra']) {
      assert.deepEqual(await own(person, { search }), [], search)
    }
    assert.deepEqual(await own(person, { writer: 'quill' }), ['Weight A Zebra crossed'])
    assert.deepEqual(await own(person, { writer: 'quill', search: 'rest' }), [])
    assert.deepEqual(await own(person, { search: 'zebra', kind: 'medicine' }), [])
    assert.equal((await own(person, { search: 'at rest' })).length, 600)
  })

  it('are turned through page by page, each entry once, there and back', async () => {
    const page = { ...noFilter, search: 'rest', limit: 50 }
    const seen: Id[] = []
    for (let before: Id | null = null; ; before = seen.at(-1) ?? null) {
      const next = await seeTimeline(log, ownLook(person, 'test'), { ...page, before })
      assert.ok(next.ok)
      seen.push(...next.value.map(({ id }) => id))
      if (next.value.length === 0) break
    }
    assert.equal(new Set(seen).size, 600)
    const after = seen.at(-1) ?? null
    const back = await seeTimeline(log, ownLook(person, 'test'), { ...page, before: null, after })
    assert.deepEqual(back.ok && back.value.map(({ id }) => id), seen.slice(-51, -1).toReversed())
  })

  it('are not found in another record, nor once their entry was erased', async () => {
    const other = await withResults([{ text: 'Weight', note: 'No such animal' }])
    assert.deepEqual(await own(other, { search: 'zebra' }), [])
    const [fact] = await log.db.text<{ id: string }>(
      `select id from log.facts where owner = $1 and body like '%Zebra%'`,
      [person],
    )
    const request = { fact: fact?.id as Id, officer: newId(), reason: 'unlawfully-held' }
    assert.ok((await eraseBody(log, request)).ok)
    assert.deepEqual(await own(person, { search: 'zebra' }), [])
    const left = await log.db.text(
      `select 1 from record.entries where owner = $1 and finds::text like '%zebra%'`,
      [person],
    )
    assert.deepEqual(left, [])
  })

  it('are read as runs of letters and digits, in any writing', () => {
    assert.deepEqual(wordsOf("HbA1c: 5.5%, Siân O'Neill"), ['hba1c', '5', 'siân', 'o', 'neill'])
    assert.deepEqual(wordsOf(`'s':* & ${'x'.repeat(99)} \\ "`), ['s', 'x'.repeat(40)])
    assert.deepEqual(wordsOf('%_!'), [])
  })

  it('that are signs of a search themselves are only words', async () => {
    for (const search of ["'", "zebra' | 'rest", 'rest:*', '!rest', '\\', "a'&!'b"]) {
      assert.deepEqual(await own(person, { search }), [], search)
    }
  })
})

describe('A4 Somebody who looks for words in what is shared', () => {
  const surgery = newId() as OrganisationId
  const visitor = { person: newId() as PersonId, via: 'role', organisation: surgery } as const
  const look = (person: PersonId) =>
    ({
      person,
      visitor: { ...visitor, roles: ['nurse'] },
      purpose: 'direct-care',
      act: 'read',
      where: 'test',
    }) as const

  it('finds nothing of the rest, and no index is asked that knows of it', async () => {
    const person = await withResults([
      { text: 'Weight', note: 'An open zebra', year: 2001 },
      { text: 'Weight', note: 'A zebra kept back', year: 2022 },
      ...many(500, { text: 'Weight', note: 'Taken at rest' }),
    ])
    const given = await giveGrant(log, {
      person,
      by: person,
      giving: {
        effect: 'permit',
        to: { person: null, organisation: surgery, role: 'nurse' },
        what: { ...everything, until: '2021-01-01' as Day },
        acts: ['read'],
        purposes: ['direct-care'],
        until: null,
      },
    })
    assert.ok(given.ok)
    const words = { ...noFilter, search: 'zebra', before: null, limit: 50 }
    const shared = await listening((heard) => seeTimeline(heard, look(person), words))
    const whole = await listening((heard) => seeTimeline(heard, ownLook(person, 'test'), words))
    assert.deepEqual(titles(shared.answer), ['An open zebra'])
    assert.deepEqual(titles(whole.answer), ['A zebra kept back', 'An open zebra'])
    assert.deepEqual([asksIndex(shared.asked), asksIndex(whole.asked)], [false, true])
  })

  it('is answered by the index where labels alone decide: others lie apart there', async () => {
    const sets = [[], ['mental'], ['private'], ['mental', 'private'], ['substance', 'mental']]
    const person = await withResults(many(450, { text: 'Weight', note: 'Taken at rest' }))
    for (const [at, labels] of sets.entries()) {
      const received = JSON.stringify(
        resource({ text: 'Weight', note: `Zebra ${at}`, year: 1999 }, at),
      )
      const author = { person: null, organisation: null, shownAs: 'A doctor' }
      const rest = { author, identifier: null, labels, batch: null }
      const source = { what: 'file' as const, name: 'a file', fullUrl: null }
      const added = await addOne(log, nobody, person, { received, source, ...rest })
      assert.ok(added.ok)
    }
    const without = (kept: string[]) => ({
      effect: 'permit' as const,
      to: { person: null, organisation: surgery, role: 'nurse' },
      what: { ...everything, without: kept },
      acts: ['read' as const],
      purposes: ['direct-care' as const],
      until: null,
    })
    const given = await giveGrant(log, { person, by: person, giving: without(['mental']) })
    assert.ok(given.ok)
    const words = { ...noFilter, search: 'zeb', before: null, limit: 50 }
    const shared = await listening((heard) => seeTimeline(heard, look(person), words))
    const found = titles(shared.answer)
    assert.deepEqual(new Set(found || []), new Set(['Zebra 0', 'Zebra 2']))
    assert.deepEqual(asksIndex(shared.asked), true)
    const own = ownLook(person, 'test')
    const hiding = { ...own, visitor: { ...own.visitor, hides: true } }
    const hidden = await listening((heard) => seeTimeline(heard, hiding, words))
    assert.deepEqual(titles(hidden.answer), ['Zebra 0'])
    const whole = await seeTimeline(log, own, words)
    assert.equal(whole.ok && whole.value.length, sets.length)
    // As many questions, and the same ones, whatever is there.
    const nothing = { ...words, search: 'unicorn' }
    const none = await listening((heard) => seeTimeline(heard, look(person), nothing))
    const again = await listening((heard) => seeTimeline(heard, look(person), words))
    assert.deepEqual(none.asked, again.asked)
  })

  it('has no key in the question for what they may not see', () => {
    const person = newId()
    const keys = wordKeys(person, { says: ['Zebra'], from: [] }, ['mental'])
    const sees = (labels: readonly string[]) => !labels.includes('mental')
    const asked = askForWords(person, { says: 'zebra' }, sees) ?? ''
    for (const key of keys) assert.ok(!asked.includes(`'${key}'`), key)
    const [plain] = wordKeys(person, { says: ['Zebra'], from: [] }, [])
    assert.ok(asked.includes(`'${plain}'`))
    assert.equal(
      askForWords(person, { says: 'zebra' }, () => false),
      "'-'",
    )
  })

  const titles = (answer: Awaited<ReturnType<typeof seeTimeline>>) =>
    answer.ok && answer.value.map(({ detail }) => detail.split('\n').at(-1))

  const asksIndex = (asked: readonly string[]) => asked.some((sql) => sql.includes('finds @@'))

  /** What is answered, and every question to the database on the way. */
  async function listening<Answer>(ask: (heard: Log) => Promise<Answer>) {
    const asked: string[] = []
    const transaction: Log['db']['transaction'] = (work, kind) =>
      log.db.transaction((tx) => {
        const text: typeof tx.text = (sql, ...rest) => {
          asked.push(sql)
          return tx.text(sql, ...rest)
        }
        return work({ ...tx, text })
      }, kind)
    const answer = await ask({ ...log, db: { ...log.db, transaction } })
    return { answer, asked }
  }
})

describe('A1 What is going on in a long record', () => {
  const kindsOf = async (person: PersonId) => {
    const seen = await seeOverview(log, ownLook(person, 'test'))
    assert.ok(seen.ok)
    const { latest, latestAmong, counts } = seen.value
    return { latest: latest.map(({ title }) => title), latestAmong, results: counts.get('result') }
  }

  it('says where older results may be missing, and where more are than it counts', async () => {
    const person = await withResults([
      { text: 'Height', year: 2001 },
      ...many(MOST_COUNTED + 40, { text: 'Weight' }),
    ])
    const { latest, latestAmong, results } = await kindsOf(person)
    assert.deepEqual([latest, latestAmong], [['Weight'], RECENT])
    assert.equal(results, MOST_COUNTED + 1)
  })

  it('says nothing of it where nothing is missing', async () => {
    const person = await withResults([
      { text: 'Height', year: 2001 },
      ...many(RECENT - 1, { text: 'Weight' }),
    ])
    const expected = { latest: ['Weight', 'Height'], latestAmong: null, results: RECENT }
    assert.deepEqual(await kindsOf(person), expected)
    const things = Array.from({ length: 12 }, (_, at) => ({ text: `Thing ${at}`, year: 2021 }))
    const full = await withResults([...things, ...many(RECENT + 40, { text: 'Weight' })])
    assert.equal((await kindsOf(full)).latestAmong, null)
  })
})
