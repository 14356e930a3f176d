// Searching stories: whatever is asked for, the same stories as if each had been looked at.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Id } from '../../src/basics/index.ts'
import { becameCodes } from '../../src/voice/domain/search/filters.ts'
import { searchStories } from '../../src/voice/store/search.ts'
import { type Bounds, type StorySearch, usualBounds } from '../../src/voice/store/search-asked.ts'
import { indexStory } from '../../src/voice/store/search-rows.ts'
import { freshDatabase } from '../database.ts'
import { allMigrations } from '../rooms.ts'

const { db } = await freshDatabase(allMigrations)
const id = (n: number) => `00000000-0000-4000-8000-${`${n}`.padStart(12, '0')}` as Id
const today = asDay('2026-06-01')
const places = [id(901), id(902), id(903)]
const kinds = ['praise', 'story', 'concern']
const texts = ['waiting for the nurse', 'the nurse was waiting', 'kind words', 'a cold room']

/** What a story may be, and what was promised in answer to it. */
type Made = { kind: number; text: number; places: number[]; answered: boolean; promises: number[] }
const anyStory: fc.Arbitrary<Made> = fc.record({
  kind: fc.nat(2),
  text: fc.nat(3),
  places: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
  answered: fc.boolean(),
  promises: fc.array(fc.nat(5), { maxLength: 2 }),
})
// Late, due still, said to be done, and with each answer of those who asked.
const promises = [
  ['2026-05-01', null, null],
  ['2026-07-01', null, null],
  ['2026-05-01', '2026-05-02', null],
  ['2026-05-01', '2026-05-02', 'yes'],
  ['2026-05-01', '2026-05-02', 'no'],
  ['2026-07-01', '2026-05-02', 'not yet'],
] as const

async function fill(some: readonly Made[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const table of ['published', 'about', 'promised', 'search']) {
      await tx.text(`delete from voice.${table}`)
    }
    for (const [n, one] of some.entries()) {
      const [story, kind, text] = [id(n), kinds[one.kind], texts[one.text]]
      // Two and two at the same moment, a few in a month.
      const at = new Date(Date.UTC(2026, 0, 1 + (n >> 1) * 9)).toISOString()
      await tx.text(
        `insert into voice.published (owner, stream, kind, title, happened, good, better, told_at,
           published_at, first_answer_at) values ($1, $1, $2, '', $3, '', '', $4, $4, $5)`,
        [story, kind, text, at, one.answered ? at : null],
      )
      for (const place of one.places) {
        await tx.text(
          `insert into voice.about (owner, stream, place, kind, concern, told_at, published_at)
           values ($1, $1, $2, $3, false, $4, $4)`,
          [story, places[place], kind, at],
        )
      }
      for (const [m, which] of one.promises.entries()) {
        const [due, done, answer] = promises[which] ?? promises[0]
        await tx.text(
          `insert into voice.promised (owner, stream, story, due, made_at, said_done_at, answer)
           values ($1, $2, $1, $3, now(), $4, $5)`,
          [story, id(1_000 + 10 * n + m), due, done, answer],
        )
      }
      await indexStory(tx, story, story)
    }
  })
  await db.ownerPool.query('analyze voice.search')
}

const millbrook = id(900)
const countArea = (within: readonly Id[]) =>
  db.text(
    `insert into voice.area_numbers (place, counted_at, within, numbers)
     values ($1, now(), $2, '{}')
     on conflict (place) do update set within = excluded.within`,
    [millbrook, [...within]],
  )

const BECAME = {
  promised: 'true',
  confirmed: "answer = 'yes'",
  disputed: "answer in ('no', 'not yet')",
  late: 'said_done_at is null and due < $5',
  waiting: 'answer is null and (said_done_at is not null or due >= $5)',
}

/** Each story looked at, in the plainest way there is. */
async function plainly({ words, kind, answered, became, places: any }: StorySearch) {
  const fits = became === null ? 'true' : BECAME[became]
  const rows = await db.text<{ stream: Id }>(
    `select stream from voice.published p
     where ($1 = '' or to_tsvector('english', happened) @@ websearch_to_tsquery('english', $1))
       and ($2::text is null or kind = $2)
       and ($3::boolean is null or (first_answer_at is not null) = $3)
       and (cardinality($4::uuid[]) = 0 or exists (
         select from voice.about a where a.stream = p.stream and a.place = any($4::uuid[])))
       and $5::date is not null
       and ($6 or exists (select from voice.promised where story = p.stream and ${fits}))
     order by published_at desc, stream desc`,
    [words, kind, answered, [...any], today, became === null],
  )
  return rows.map(({ stream }) => stream)
}

/** Every page of a search, one after the other. */
async function inPages(asked: StorySearch, bounds: Bounds): Promise<Id[]> {
  const found: Id[] = []
  for (let after = asked.after, pages = 0; pages < 100; pages += 1) {
    const { stories, lookedTo } = await searchStories(db, { ...asked, after }, bounds)
    found.push(...stories.map(({ stream }) => stream))
    const last = stories.length < asked.limit ? null : stories.at(-1)
    after = last ? { publishedAt: last.publishedAt, stream: last.stream } : lookedTo
    if (after === null) return found
  }
  throw new Error('It never ends')
}

const anySearch: fc.Arbitrary<StorySearch> = fc.record({
  words: fc.constantFrom('', 'nurse', '"waiting nurse"', 'nurse -kind', '-nurse', 'cold or kind'),
  kind: fc.constantFrom(null, ...kinds),
  answered: fc.constantFrom(null, true, false),
  became: fc.constantFrom(null, ...becameCodes),
  places: fc.subarray(places),
  area: fc.constant(null),
  today: fc.constant(today),
  after: fc.constant(null),
  limit: fc.integer({ min: 1, max: 4 }),
})

const one = { newest: 1, mostPlaces: 0, ofPlaces: 0, inIndex: 0, brought: 0, marks: 1, marked: 1 }

// So small that each way of looking takes its turn.
const ways: readonly Bounds[] = [
  usualBounds,
  { ...one, inIndex: 1_000, brought: 1_000 },
  { ...one, newest: 2, marks: 5, marked: 2 },
  { ...one, marks: 3, marked: 3 },
  { ...one, newest: 3, mostPlaces: 3, ofPlaces: 2, inIndex: 8, brought: 8, marks: 7, marked: 3 },
]

describe('V1 A search over stories', () => {
  it('V1 finds what looking at every story finds, in whichever way it looks', async () => {
    const towns = fc.array(anyStory, { minLength: 1, maxLength: 24 })
    const searches = fc.array(anySearch, { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(towns, searches, async (some, asked) => {
        await fill(some)
        for (const one of asked) {
          const wanted = await plainly(one)
          // The same places, as those that were counted with an area.
          await countArea(one.places)
          const asArea = { ...one, places: [], area: one.places.length === 0 ? null : millbrook }
          for (const bounds of ways) {
            const says = JSON.stringify({ one, bounds })
            assert.deepEqual(await inPages(one, bounds), wanted, says)
            assert.deepEqual(await inPages(asArea, bounds), wanted, says)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('V1 says how far it looked where all asked for is common and nothing fits', async () => {
    await fill(
      Array.from({ length: 24 }, (_, n) => {
        return { kind: n % 2, text: 0, places: [], answered: n % 2 === 0, promises: [] }
      }),
    )
    const asked = {
      words: 'nurse',
      kind: 'praise',
      answered: false,
      became: null,
      places: [],
      area: null,
    }
    const bounds = { ...one, newest: 2, marks: 4, marked: 4 }
    const search = { ...asked, today, after: null, limit: 3 }
    const { stories, lookedTo } = await searchStories(db, search, bounds)
    assert.deepEqual(stories, [])
    assert.equal(lookedTo?.publishedAt, '2026-02-15T00:00:00.000Z')
  })
})
