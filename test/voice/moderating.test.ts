// Moderation, answers and promises: two people read, nobody speaks for another.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Day, Id, PersonId } from '../../src/basics/index.ts'
import { giveRole, registerPerson } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { loadPromises, saySaidDone } from '../../src/promises/index.ts'
import * as converse from '../../src/voice/actions/answer-story.ts'
import { followSaying, promiseOf } from '../../src/voice/actions/follow-sayings.ts'
import * as moderate from '../../src/voice/actions/moderate-story.ts'
import { loadStory, noteOpened, type SeenStory } from '../../src/voice/actions/see-story.ts'
import { claimsChange, hasGoodRecord } from '../../src/voice/domain/converse.ts'
import { holdsNothingNew } from '../../src/voice/domain/moderate.ts'
import { severityScale } from '../../src/voice/domain/severity.ts'
import type { Answered, StoryWords } from '../../src/voice/domain/story.ts'
import { publicStanding, threadOf } from '../../src/voice/pages/story-thread.tsx'
import {
  latestAnswers,
  queueTimes,
  toldTo,
  waitingStories,
} from '../../src/voice/store/work-lists.ts'
import { nobody, openVoice } from './people.ts'

const { log, clock, surgery, told, newId, addClinic } = await openVoice()
const [mo, nia] = [newId() as PersonId, newId() as PersonId]
const dilys = newId() as PersonId

const on = async (ref: { owner: Id; stream: Id }, person: PersonId) => {
  const story = await loadStory(log, ref)
  return { person, ref, key: null, told: story.told?.organisations ?? [] }
}
const reading = (words: StoryWords, level = 1, hides: string[] = []) => ({
  grades: severityScale.areas.map(({ code }) => ({ area: code, level })),
  words,
  hides,
  identifies: false,
  note: '',
})
async function readFirst(ref: { owner: Id; stream: Id }, level = 1, by = mo) {
  const story = await loadStory(log, ref)
  assert.ok(story.words)
  const done = await moderate.read(log, await on(ref, by), reading(story.words, level))
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  return (await loadStory(log, ref)).reading?.fact as Id
}
async function published(more = {}) {
  const ref = await told(more)
  const fact = await readFirst(ref)
  assert.ok((await moderate.agree(log, await on(ref, nia), fact)).ok)
  return ref
}
const anAnswer = (more: Partial<Answered> = {}): Answered => ({
  says: 'Thank you. You should not have had to leave.',
  organisation: surgery,
  shownAs: 'Dilys Morgan, Oak Lane Surgery',
  change: 'none',
  promises: null,
  keeps: null,
  ...more,
})
async function answered(ref: { owner: Id; stream: Id }, more: Partial<Answered> = {}) {
  const done = await converse.answerStory(log, { ref, key: null }, dilys, anAnswer(more))
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  const saying = (await loadStory(log, ref)).sayings.at(-1)
  assert.ok(saying)
  return saying
}
async function shown(ref: { owner: Id; stream: Id }, saying: { fact: Id; says: string }) {
  const words = { saying: saying.fact, says: saying.says, hides: [] }
  const done = await moderate.publishSaying(log, await on(ref, mo), words)
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
}
const codeOf = (done: Awaited<ReturnType<typeof moderate.read>>) =>
  done.ok ? 'done' : done.refusal.code

describe('V1 Moderation', () => {
  it('V1 publishes only what a second person agreed to', async () => {
    const ref = await told()
    const fact = await readFirst(ref)
    assert.equal(
      codeOf(await moderate.agree(log, await on(ref, mo), fact)),
      'moderator-second-person',
    )
    assert.equal((await loadStory(log, ref)).standing, 'read once')
    assert.equal(codeOf(await moderate.agree(log, await on(ref, nia), fact)), 'done')
    const story = await loadStory(log, ref)
    assert.equal(story.standing, 'published')
    assert.equal(story.severity, 1)
    // Published on Monday 23 November 2026: 7 working days on.
    assert.equal(story.answerBy, '2026-12-02')
  })

  it('V1 goes back to the start where the second person disagrees', async () => {
    const ref = await told()
    const fact = await readFirst(ref)
    const says = 'The bed number shows who it is.'
    assert.equal(codeOf(await moderate.returnReading(log, await on(ref, nia), fact, says)), 'done')
    assert.equal((await loadStory(log, ref)).standing, 'to be read')
    assert.equal(codeOf(await moderate.agree(log, await on(ref, nia), fact)), 'story-read-already')
  })

  it('V1 takes words out with a reason, and puts none in', async () => {
    const words = { title: 'A title', happened: 'Nurse Joan was rude.', good: '', better: '' }
    const ref = await told({ words })
    const put = reading({ ...words, happened: 'Nurse Joan was kind.' })
    assert.equal(codeOf(await moderate.read(log, await on(ref, mo), put)), 'story-words-added')
    const cut = { ...words, happened: 'Nurse […] was rude.' }
    const silent = reading(cut)
    assert.equal(
      codeOf(await moderate.read(log, await on(ref, mo), silent)),
      'story-reason-missing',
    )
    const said = reading(cut, 1, ['names-staff'])
    assert.equal(codeOf(await moderate.read(log, await on(ref, mo), said)), 'done')
    const fact = (await loadStory(log, ref)).reading?.fact as Id
    await moderate.agree(log, await on(ref, nia), fact)
    const story = await loadStory(log, ref)
    assert.equal(story.shown?.happened, 'Nurse […] was rude.')
    assert.equal(story.words?.happened, 'Nurse Joan was rude.')
    assert.deepEqual(story.hides, ['names-staff'])
  })

  it('V1 never finds a word in what is shown that was not told', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (words, keep) => {
          const kept = words.map((one) => (keep.next().value ? one : '[…]'))
          assert.ok(holdsNothingNew(words.join(' '), kept.join(' ')))
          assert.ok(!holdsNothingNew(words.join(' '), `${kept.join(' ')} zzzzzzz`))
        },
      ),
    )
  })

  it('V1 is not done by whoever told it, nor by whoever works for the service', async () => {
    const own = await told({ teller: { person: mo, browser: newId() } })
    const story = await loadStory(log, own)
    const words = reading(story.words as StoryWords)
    assert.equal(codeOf(await moderate.read(log, await on(own, mo), words)), 'moderator-own-story')
    const person = newId() as PersonId
    await registerPerson(log, {
      actor: nobody,
      person,
      name: 'Una Works-There',
      birthDate: null,
      nhsNumber: null,
    })
    const given = await giveRole(log, {
      actor: nobody,
      person,
      key: null,
      role: newId(),
      what: 'nurse',
      organisation: surgery,
      from: '2024-01-01' as Day,
      until: null,
    })
    assert.ok(given.ok)
    assert.equal(
      codeOf(await moderate.read(log, await on(own, person), words)),
      'moderator-own-service',
    )
  })

  it('V1 tells the author why a story is held back, who then says it in another way', async () => {
    const ref = await told()
    const held = await moderate.holdBack(
      log,
      await on(ref, mo),
      'names-somebody',
      'Leave out her name.',
    )
    assert.ok(held.ok)
    assert.equal((await loadStory(log, ref)).heldBack?.says, 'Leave out her name.')
    assert.ok((await converse.reword(log, { ref, key: null }, null, 'A nurse was rude.')).ok)
    const story = await loadStory(log, ref)
    assert.equal(story.standing, 'to be read')
    assert.equal(story.words?.happened, 'A nurse was rude.')
  })

  it('V1 reads first what may mean danger, then the gravest, then the oldest', async () => {
    const plain = await told()
    const grave = await told()
    await readFirst(grave, 3)
    const words = { title: 'Help', happened: 'I want to die.', good: '', better: '' }
    const danger = await told({ words })
    const order = (await waitingStories(log.db, 500)).map(({ stream }) => stream)
    assert.ok(order.indexOf(danger.stream) < order.indexOf(grave.stream))
    assert.ok(order.indexOf(grave.stream) < order.indexOf(plain.stream))
  })

  it('V1 says in public how long the queue is and how long it took', async () => {
    const times = await queueTimes(log.db, '2026-10-24T00:00:00.000Z' as never)
    assert.ok(times.waiting > 0 && times.settled > 0)
    assert.equal(times.medianHours, 0)
  })
})

describe('V1 Answers', () => {
  it('V1 wait for a moderator until the service has a good record', async () => {
    const place = await addClinic('Another clinic', surgery)
    const ref = await published({ places: [place] })
    assert.equal((await answered(ref)).standing, 'waiting')
    assert.equal(hasGoodRecord([]), false)
    assert.equal(hasGoodRecord(Array.from({ length: 10 }, () => ({ standing: 'published' }))), true)
    const one = Array.from({ length: 10 }, (_, at) => ({
      standing: at === 4 ? 'returned' : 'published',
    }))
    assert.equal(hasGoodRecord(one), false)
  })

  it('V1 that claim a change are read by a person, however good the record', async () => {
    for (let count = 0; count < 10; count += 1) {
      const ref = await published()
      await shown(ref, await answered(ref))
    }
    const ref = await published()
    const latest = await latestAnswers(log.db, surgery, 10)
    assert.ok(hasGoodRecord(latest))
    assert.equal((await answered(ref)).standing, 'published')
    const hidden = await answered(ref, { says: 'We have installed a quiet room.' })
    assert.equal(hidden.standing, 'waiting')
    assert.equal((await answered(ref, { change: 'made' })).standing, 'waiting')
    assert.equal(claimsChange('Thank you for telling us. I am sorry.'), false)
  })

  it('V1 come from a service that was told, and not from its own author', async () => {
    const ref = await published()
    const other = await converse.answerStory(
      log,
      { ref, key: null },
      dilys,
      anAnswer({ organisation: newId() }),
    )
    assert.equal(codeOf(other), 'story-unknown')
    const own = await published({ teller: { person: dilys, browser: newId() } })
    const self = await converse.answerStory(log, { ref: own, key: null }, dilys, anAnswer())
    assert.equal(codeOf(self), 'answer-own-story')
  })

  it('V1 stand on the list of the service, those that wait first', async () => {
    const rows = await toldTo(log.db, surgery, { limit: 200, offset: 0 })
    const waits = rows.map(({ firstAnswerAt }) => firstAnswerAt === null)
    assert.ok(waits.includes(true) && waits.includes(false))
    assert.ok(waits.lastIndexOf(true) < waits.indexOf(false))
  })
})

describe('V1 A promised change', () => {
  const promises = {
    says: 'We will turn the small office into a quiet room',
    due: '2026-12-15' as Day,
    shownAs: 'Dilys Morgan, practice manager',
  }

  it('V1 becomes a promise to the author once the answer is published, and only once', async () => {
    const ref = await published()
    const saying = await answered(ref, { change: 'planned', promises })
    const at = promiseOf(ref, saying.fact)
    assert.equal((await loadPromises(log, [at]))[0]?.promise.made, null)
    await shown(ref, saying)
    await followSaying(log, ref, saying.fact)
    const [one] = await loadPromises(log, [at])
    assert.deepEqual(one?.promise.made?.to, [ref.owner])
    assert.equal(one?.promise.due, '2026-12-15')
  })

  it('V1 needs a promise with a day that has not passed', async () => {
    const ref = await published()
    const ask = (more: Partial<Answered>) =>
      converse.answerStory(log, { ref, key: null }, dilys, anAnswer(more))
    assert.equal(codeOf(await ask({ change: 'planned' })), 'answer-promise-missing')
    const past = { ...promises, due: '2026-11-20' as Day }
    assert.equal(codeOf(await ask({ change: 'planned', promises: past })), 'answer-promise-day')
    assert.equal(codeOf(await ask({ change: 'made', keeps: newId() })), 'answer-keeps-nothing')
  })

  it('V1 is confirmed by its author alone, whose “not yet” shows as disputed', async () => {
    const ref = await published()
    const saying = await answered(ref, { change: 'planned', promises })
    await shown(ref, saying)
    const at = promiseOf(ref, saying.fact)
    const done = await answered(ref, { change: 'made', keeps: at.stream, says: 'It is open.' })
    await shown(ref, done)
    const stands = async () => {
      const [one] = await loadPromises(log, [at])
      return publicStanding(one!.promise, log.clock.now(), 'en').standing
    }
    assert.equal(await stands(), 'waiting')
    const own = await saySaidDone(log, at, { person: newId(), organisation: newId() }, 'x', null)
    assert.ok(!own.ok && own.refusal.code === 'promise-not-yours-to-keep')
    const asked = { ref, key: null }
    assert.ok((await converse.confirm(log, asked, at.stream, { answer: 'not yet', says: '' })).ok)
    assert.equal(await stands(), 'disputed')
    assert.ok((await converse.confirm(log, asked, at.stream, { answer: 'yes', says: '' })).ok)
    assert.equal(await stands(), 'kept')
  })

  it('V1 that was made without a promise is asked about too', async () => {
    const ref = await published()
    const saying = await answered(ref, { change: 'made', says: 'The chairs are new.' })
    await shown(ref, saying)
    const [one] = await loadPromises(log, [promiseOf(ref, saying.fact)])
    assert.ok(one?.promise.saidDone !== null)
    assert.equal(one?.promise.answers.size, 0)
  })
})

describe('V1 The author', () => {
  it('V1 says whether it helped once there is an answer, and takes it back', async () => {
    const ref = await published()
    const asked = { ref, key: null }
    assert.equal(codeOf(await converse.judge(log, asked, null, 'yes')), 'story-not-answered')
    await shown(ref, await answered(ref, { says: 'We will ask for a new chair.' }))
    assert.equal(codeOf(await converse.judge(log, asked, null, 'partly')), 'done')
    assert.equal(codeOf(await converse.withdraw(log, asked, null, '')), 'done')
    const there = await log.db.text('select from voice.published where stream = $1', [ref.stream])
    assert.equal(there.length, 0)
    assert.equal(clock.now().slice(0, 10), '2026-11-23')
  })
})

describe('The rows of voice', () => {
  it('are the same when they are made again from the facts', async () => {
    const tables = ['work', 'told_to', 'about', 'published', 'sayings', 'promised', 'ways_back']
    const read = () =>
      Promise.all(
        tables.map((table) => log.db.text(`select * from voice.${table} t order by t::text`)),
      )
    const before = await read()
    await rebuild(log)
    assert.deepEqual(await read(), before)
  })
})

describe('V1 The timeline of a story', () => {
  it('V1 is the same for its author and for the service that answers it', async () => {
    const ref = await published()
    await noteOpened(log, ref, mo, 'moderator', null)
    await noteOpened(log, ref, dilys, 'service', surgery)
    const answer = await answered(ref, { change: 'made' })
    await shown(ref, answer)
    const story = await loadStory(log, ref)
    const stepsFor = (more: Partial<SeenStory>) =>
      threadOf({
        seen: { ref, story, isAuthor: false, isModerator: false, answersFor: null, ...more },
        promises: [],
        language: 'en',
        now: clock.now(),
      }).map(({ heading, quote }) => ({ heading, quote }))
    const [own, service] = [stepsFor({ isAuthor: true }), stepsFor({ answersFor: surgery })]
    assert.deepEqual(service, own)
    const headings = own.map(({ heading }) => heading)
    for (const one of ['Said', 'A moderator opened it', 'The service opened it', 'Published']) {
      assert.ok(headings.includes(one), one)
    }
    // Anybody reads what is public, and not who opened it.
    assert.deepEqual(
      stepsFor({}).map(({ heading }) => heading),
      headings.filter((one) => !/opened it|Published/.test(one)),
    )
  })
})
