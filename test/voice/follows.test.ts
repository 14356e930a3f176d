// Following: a search that is kept finds what the search finds, and stops with one tap.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id, PersonId } from '../../src/basics/index.ts'
import { REACTION_TASK } from '../../src/log/index.ts'
import { recordNeedsOf, sendWord } from '../../src/messages/index.ts'
import { addPlace, linkTo } from '../../src/places/index.ts'
import { startWorker } from '../../src/plumbing/index.ts'
import { type Happened, reactions } from '../../src/reactions.ts'
import {
  ALERT_TASK,
  alertByJob,
  alertFollowers,
  fitting,
  tellOfFinds,
} from '../../src/voice/actions/alert-followers.ts'
import { withdraw } from '../../src/voice/actions/answer-story.ts'
import {
  changeHowOften,
  type FollowRequest,
  follow,
  stopByLink,
  stopFollowing,
} from '../../src/voice/actions/follow-stories.ts'
import { storyPublished } from '../../src/voice/domain/facts.ts'
import {
  anchorsOf,
  matches,
  readLexemes,
  readWordQuery,
} from '../../src/voice/domain/follow/saved-search.ts'
import { followsOf, publishedStory, queryOf } from '../../src/voice/store/follows.ts'
import { nobody, openVoice } from './people.ts'

const voice = await openVoice()
const { log, clock, newId, told, publish, clinic, addClinic, surgery } = voice
const quiet = () => {}

const somebody = () => newId() as PersonId
const search = (person: PersonId, more: Partial<FollowRequest> = {}): FollowRequest => ({
  person,
  typed: '',
  kind: null,
  place: null,
  becomes: null,
  often: 'at-once',
  outside: false,
  ...more,
})
async function follows(person: PersonId, more: Partial<FollowRequest>): Promise<Id> {
  const done = await follow(log, search(person, more))
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  return done.value
}
const refusal = async (request: FollowRequest) => {
  const done = await follow(log, request)
  return done.ok ? 'done' : done.refusal.code
}
type Sent = { subject: string; body: string; stops: { href: string }[]; channels: string[] }
/** What a person was told, oldest first. */
async function inboxOf(person: PersonId): Promise<Sent[]> {
  const rows = await log.db.text<{ body: string }>(
    `select body from log.facts where owner = $1 and kind = 'message-sent' order by at, id`,
    [person],
  )
  return rows.map(({ body }) => {
    const { rendering, stops = [], channels } = JSON.parse(body)
    return { ...rendering, stops, channels }
  })
}
const story = (happened: string, more = {}) =>
  told({ words: { title: 'A title', happened, good: '', better: '' }, ...more })
/** The job that follows the publishing of a story, done here and now. */
async function alert(ref: { owner: Id; stream: Id }): Promise<void> {
  const [row] = await log.db.text<{ id: Id }>(
    'select id from log.facts where stream = $1 and kind = $2',
    [ref.stream, storyPublished.kind],
  )
  assert.ok(row)
  await alertFollowers(log, { ...ref, fact: row.id })
}

const words = ['waiting', 'nurse', 'nurses', 'kind', "don't", 'phone', 'the', 'pain', 'night']
const typedQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words).map((word) => `-${word}`),
      fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }).map((some) => {
        return `"${some.join(' ')}"`
      }),
      fc.constant('or'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' '))

describe('V1 A search that is kept', () => {
  it('V1 finds exactly what PostgreSQL finds by the same words', async () => {
    await fc.assert(
      fc.asyncProperty(typedQuery, text, async (typed, happened) => {
        const [row] = await log.db.text<{ query: string; found: boolean; words: string }>(
          `select websearch_to_tsquery('english', $1)::text as query,
             to_tsvector('english', $2)::text as words,
             to_tsvector('english', $2) @@ websearch_to_tsquery('english', $1) as found`,
          [typed, happened],
        )
        assert.ok(row)
        const query = readWordQuery(row.query)
        const about = { words: readLexemes(row.words), kind: 'story', places: new Set<string>() }
        const found = query !== null && matches({ query, kind: null, place: null }, about)
        assert.equal(found, row.found, `${typed} / ${happened}`)
        const anchors = anchorsOf(query)
        const anchored = anchors === null || anchors.some((word) => about.words.has(word))
        assert.ok(anchored || !found, `${typed} would be missed in: ${happened}`)
      }),
      { numRuns: 300 },
    )
  })

  it('V1 reads quotes and marks in words as what they are', async () => {
    const query = readWordQuery(await queryOf(log.db, `o'neill "back\\slash night"`))
    assert.ok(query !== null)
    const about = readLexemes(String.raw`'o''neill':1 'a\\b':2`)
    assert.deepEqual([...about.keys()], ["o'neill", String.raw`a\b`])
  })

  it('V1 is held against the story by words, kind, and every place around it', async () => {
    const add = (kind: string, name: string) =>
      addPlace(log, { actor: nobody, kind, name, code: null, from: FROM, place: newId() })
    const [town, house, illness] = await Promise.all([
      add('area', 'Millbrook'),
      add('site', 'Elm House'),
      add('condition', 'Diabetes'),
    ])
    assert.ok(town.ok && house.ok && illness.ok)
    const service = await addClinic('Foot clinic', surgery)
    for (const [place, link, to] of [
      [service, 'at', house.value],
      [house.value, 'within', town.value],
      [service, 'for', illness.value],
    ] as const) {
      assert.ok((await linkTo(log, { actor: nobody, place, link, to, from: FROM })).ok)
    }
    const person = somebody()
    const wanted = [
      await follows(person, { place: service }),
      await follows(person, { place: town.value }),
      await follows(person, { place: illness.value }),
      await follows(person, { typed: 'chilly rooms' }),
      await follows(person, { place: town.value, typed: 'chilly', kind: 'concern' }),
      await follows(person, { kind: 'concern' }),
    ]
    await follows(person, { place: clinic })
    await follows(person, { place: town.value, typed: 'warm' })
    await follows(person, { kind: 'praise', typed: 'chilly' })
    const ref = await publish(
      await story('The room was chilly.', { about: 'concern', places: [service] }),
    )
    const row = await publishedStory(log.db, ref)
    assert.ok(row)
    const around = new Set([service, house.value, town.value, illness.value])
    const found = await fitting(log.db, row, around)
    assert.deepEqual(found.map((one) => one.follow).toSorted(), wanted.toSorted())
  })
})

const FROM = '2024-01-01' as never

describe('V1 Whoever follows', () => {
  it('V1 has the alert in under 1 second after a story is published, by the real job', async () => {
    const person = somebody()
    await follows(person, { typed: 'marmalade' })
    const tasks = {
      [REACTION_TASK]: async (payload: Readonly<Record<string, unknown>>) => {
        const reaction = reactions.find((one) => one.name === payload.reaction)
        await reaction?.follow({ log } as never, payload as unknown as Happened)
      },
    }
    const worker = await startWorker(log.db, tasks, quiet, '')
    try {
      const ref = await story('They gave me marmalade.')
      await publish(ref)
      const published = performance.now()
      while ((await inboxOf(person)).length === 0 && performance.now() - published < 5_000) {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const took = performance.now() - published
      assert.equal((await inboxOf(person)).length, 1)
      assert.ok(took < 1_000, `${took} ms`)
    } finally {
      await worker.stop()
    }
  })

  it('V1 is told once of one story, however many searches it fits and jobs are tried', async () => {
    const person = somebody()
    await follows(person, { typed: 'porridge' })
    await follows(person, { typed: 'spoon' })
    const ref = await publish(await story('Porridge without a spoon.'))
    await alert(ref)
    await alert(ref)
    const [only, ...more] = await inboxOf(person)
    assert.equal(more.length, 0)
    assert.equal(only?.stops.length, 2)
    assert.match(only?.body ?? '', /“porridge”/)
  })

  it('V1 is told once by jobs that break off and begin again, however many follow', async () => {
    const people = Array.from({ length: 130 }, somebody)
    for (const person of people) await follows(person, { typed: 'gooseberry' })
    const ref = await publish(await story('A gooseberry.'))
    await alert(ref)
    const jobs = await log.db.text<{ payload: never }>(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [ALERT_TASK],
    )
    assert.equal(jobs.length, 3)
    let left = 20
    const killed: typeof log = {
      ...log,
      db: {
        ...log.db,
        transaction(...asked) {
          if (left-- === 0) throw new Error('killed')
          return log.db.transaction(...asked)
        },
      },
    }
    for (const { payload } of jobs) {
      left = 20
      await assert.rejects(alertByJob(killed, payload), /killed/)
    }
    const told = async () => {
      const all = await Promise.all(people.map((one) => inboxOf(one)))
      return all.map(({ length }) => length)
    }
    const reached = (await told()).filter((messages) => messages === 1).length
    assert.ok(reached > 0 && reached < 130, `${reached}`)
    for (const { payload } of jobs) await alertByJob(log, payload)
    await alert(ref)
    assert.deepEqual(await told(), Array(130).fill(1))
  })

  it('V1 hears of a story once a day, though its job begins again after that day', async () => {
    const person = somebody()
    await follows(person, { typed: 'raspberry', often: 'daily' })
    const ref = await publish(await story('A raspberry.'))
    await alert(ref)
    await tellOfFinds(log, 'daily')
    await alert(ref)
    clock.moveTo('2026-11-25T09:00:00Z')
    await tellOfFinds(log, 'daily')
    clock.moveTo('2026-11-23T09:00:00Z')
    assert.equal((await inboxOf(person)).length, 1)
  })

  it('V1 is not told of their own story, nor of one that was taken back', async () => {
    const person = somebody()
    await follows(person, { typed: 'lavender' })
    await alert(await publish(await story('Lavender soap.', { teller: { person, browser: 'x' } })))
    const ref = await publish(await story('More lavender.'))
    assert.ok((await withdraw(log, { ref, key: null }, null, '')).ok)
    await alert(ref)
    assert.deepEqual(await inboxOf(person), [])
  })

  it('V1 hears once a day or week of all that came, and of nothing when nothing did', async () => {
    const [day, week] = [somebody(), somebody()]
    await follows(day, { typed: 'tangerine', often: 'daily' })
    await follows(week, { typed: 'tangerine', often: 'weekly' })
    const gone = await publish(await story('A tangerine that is taken back.'))
    for (const text of ['One tangerine.', 'Two tangerines.'])
      await alert(await publish(await story(text)))
    await alert(gone)
    assert.ok((await withdraw(log, { ref: gone, key: null }, null, '')).ok)
    assert.deepEqual(await inboxOf(day), [])
    await tellOfFinds(log, 'daily')
    await tellOfFinds(log, 'daily')
    clock.moveTo('2026-11-24T09:00:00Z')
    await tellOfFinds(log, 'daily')
    await tellOfFinds(log, 'weekly')
    clock.moveTo('2026-11-23T09:00:00Z')
    for (const person of [day, week]) {
      const told = await inboxOf(person)
      assert.deepEqual(
        told.map(({ subject }) => subject),
        ['2 new stories that you follow'],
      )
    }
  })

  it('V1 hears here alone or outside too, where the word never says of what', async () => {
    const needs = { form: 'plain', language: 'cy', channel: 'email', address: 'a@here.example' }
    const rest = { needs: [], interpreter: null, note: '', shown: true, saidBy: '' }
    const letters: { subject: string; body: string }[] = []
    const post = {
      async send(letter: (typeof letters)[0]) {
        letters.push(letter)
        return null
      },
    }
    for (const outside of [true, false]) {
      const person = somebody()
      const recorded = await recordNeedsOf(
        log,
        nobody,
        person,
        { ...needs, ...rest } as never,
        null,
      )
      assert.ok(recorded.ok)
      const typed = `cucumber ${outside}`
      await follows(person, { typed, outside })
      await alert(await publish(await story(`A ${typed}.`)))
      const [sent] = await inboxOf(person)
      assert.deepEqual(sent?.channels, outside ? ['inbox', 'email'] : ['inbox'])
      assert.match(sent?.subject ?? '', /Stori newydd/)
      const [at] = await log.db.text<{ stream: Id }>(
        `select stream from log.facts where owner = $1 and kind = 'message-sent'`,
        [person],
      )
      await sendWord(log, post as never, 'https://here.example', {
        owner: person,
        stream: at?.stream as Id,
      })
    }
    assert.equal(letters.length, 1)
    assert.doesNotMatch(letters[0]?.body ?? '', /cucumber/)
    assert.match(letters[0]?.body ?? '', /https:\/\/here\.example\/follows\/stop\/[0-9a-f]{32}/)
  })
})

describe('V1 Stopping', () => {
  it('V1 takes one tap on the link, without signing in, and leaves nothing behind', async () => {
    const person = somebody()
    await follows(person, { typed: 'rhubarb', often: 'daily' })
    await alert(await publish(await story('Rhubarb again.')))
    const [own] = await followsOf(log.db, person)
    assert.ok(own)
    await stopByLink(log, own.stopKey)
    await stopByLink(log, own.stopKey)
    await stopByLink(log, 'not a link')
    assert.deepEqual(await followsOf(log.db, person), [])
    const left = await log.db.text('select from voice.follow_finds where person = $1', [person])
    assert.equal(left.length, 0)
  })

  it('V1 by a link leaves what else is followed, and no link is like another', async () => {
    const person = somebody()
    await follows(person, { typed: 'one thing' })
    await follows(person, { typed: 'another thing' })
    const [one, other] = await followsOf(log.db, person)
    assert.ok(one && other && one.stopKey !== other.stopKey)
    await stopByLink(log, one.stopKey)
    assert.deepEqual(await followsOf(log.db, person), [other])
  })

  it('V1 and changing are for whoever follows and nobody else', async () => {
    const [person, other] = [somebody(), somebody()]
    const own = await follows(person, { typed: 'mustard' })
    const changed = await changeHowOften(
      log,
      { person: other, follow: own },
      { often: 'daily', outside: false },
    )
    assert.ok(!changed.ok && changed.refusal.code === 'follow-unknown')
    await stopFollowing(log, { person: other, follow: own })
    assert.equal((await followsOf(log.db, person)).length, 1)
  })
})

describe('V1 What can be followed', () => {
  it('V1 is something, and words that are not in every text', async () => {
    assert.equal(await refusal(search(somebody())), 'follow-nothing')
    assert.equal(await refusal(search(somebody(), { typed: 'the and of' })), 'follow-nothing')
  })

  it('V1 is one thing when it is followed twice, and 50 things at most', async () => {
    const person = somebody()
    const first = await follows(person, { typed: 'thing  0', often: 'daily' })
    const again = await follows(person, { typed: 'thing 0', often: 'weekly' })
    assert.equal(first, again)
    for (let count = 1; count < 50; count += 1) await follows(person, { typed: `thing ${count}` })
    assert.equal(await refusal(search(person, { typed: 'thing 50' })), 'follow-too-many')
    assert.equal((await followsOf(log.db, person)).length, 50)
    assert.equal(await refusal(search(person, { typed: 'thing 0', often: 'daily' })), 'done')
  })
})
