// Telling what happened: once, with or without a name, and never lost.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from '../../src/basics/index.ts'
import { comeBack } from '../../src/voice/actions/come-back.ts'
import { seeStory } from '../../src/voice/actions/see-story.ts'
import { makeWayBack, tell } from '../../src/voice/actions/tell-story.ts'
import { risksIn } from '../../src/voice/domain/risk-words.ts'
import { isOutOfHours, titleFrom } from '../../src/voice/domain/tell.ts'
import { openVoice } from './people.ts'

const { log, clock, clinic, surgery, told, telling, asha, browserOf } = await openVoice()
const nobodyHere = (browser: string) => ({ visitor: { kind: 'nobody' } as const, browser })
const asPerson = (person: PersonId) => ({
  visitor: {
    kind: 'person' as const,
    person,
    name: 'Asha Patel',
    session: 's',
    acting: null,
    roles: [],
    identityLevel: 'P9',
  },
  browser: person,
})

describe('V1 A story', () => {
  it('V1 lies with the person who tells it of themselves, else by itself', async () => {
    const own = await told({ teller: { person: asha, browser: asha } })
    assert.equal(own.owner, asha)
    const anonymous = await told()
    assert.equal(anonymous.owner, anonymous.stream)
    const teller = { person: asha, browser: browserOf() }
    const forSomebody = { relation: 'My father', permission: 'He asked me to', helper: asha }
    const other = await told({ teller, way: 'on-behalf', forSomebody })
    assert.equal(other.owner, other.stream)
  })

  it('V1 says who answers for what it is about, and by when it is read', async () => {
    const ref = await told({ teller: { person: asha, browser: asha } })
    const seen = await seeStory(log, asPerson(asha), ref.stream)
    assert.deepEqual(seen?.story.told?.organisations, [surgery])
    // Told on Monday 23 November 2026: two working days on is Wednesday.
    assert.equal(seen?.story.told?.readBy, '2026-11-25')
  })

  it('V1 for somebody else needs their yes', async () => {
    const forSomebody = { relation: 'Friend', permission: ' ', helper: null }
    for (const way of ['on-behalf', 'paper']) {
      const refused = await tell(log, telling({ way, forSomebody }))
      assert.ok(!refused.ok && refused.refusal.code === 'story-permission-missing')
    }
  })

  it('V1 is refused in words where it says nothing, of nothing, or of no kind', async () => {
    const words = { title: '', happened: '  ', good: '', better: '' }
    const cases = [
      [telling({ words }), 'story-empty'],
      [telling({ places: [] }), 'story-place-missing'],
      [telling({ about: 'gossip' }), 'story-kind-unknown'],
    ] as const
    for (const [request, code] of cases) {
      const refused = await tell(log, request)
      assert.ok(!refused.ok && refused.refusal.code === code)
    }
  })

  it('V1 is one story however often its form is posted', async () => {
    const teller = { person: null, browser: browserOf() }
    const request = telling({ teller, key: 'one-key' })
    const [one, two] = [await tell(log, request), await tell(log, request)]
    assert.ok(one.ok && two.ok)
    assert.deepEqual(one.value, two.value)
  })

  it('V1 has an id that says nothing of when it was told, with a form and without', async () => {
    for (const key of ['a-key-of-a-form', null]) {
      const teller = { person: null, browser: browserOf() }
      const done = await tell(log, telling({ teller, key }))
      assert.ok(done.ok)
      // An id of version 7 begins with the time to the millisecond; one of version 8 is a digest.
      assert.equal(done.value.stream[14], '8', String(key))
      assert.notEqual(done.value.stream.slice(0, 6), log.chance.id().slice(0, 6))
    }
  })

  it('V1 is seen before it is published by its author and by nobody else', async () => {
    const ref = await told({ teller: { person: asha, browser: asha } })
    assert.equal((await seeStory(log, asPerson(asha), ref.stream))?.isAuthor, true)
    assert.equal(await seeStory(log, nobodyHere(browserOf()), ref.stream), null)
    const stranger = log.chance.id<'person'>()
    assert.equal(await seeStory(log, asPerson(stranger), ref.stream), null)
  })
})

describe('V1 The way back', () => {
  it('V1 opens with the code, in that browser, for an hour', async () => {
    const ref = await told()
    const code = await makeWayBack(log, ref)
    const browser = browserOf()
    assert.equal(await seeStory(log, nobodyHere(browser), ref.stream), null)
    const back = await comeBack(log, code.toLowerCase().replaceAll('-', ' '), browser)
    assert.ok(back.ok && back.value.what === 'story' && back.value.id === ref.stream)
    assert.equal((await seeStory(log, nobodyHere(browser), ref.stream))?.isAuthor, true)
    assert.equal(await seeStory(log, nobodyHere(browserOf()), ref.stream), null)
    clock.moveTo('2026-11-23T10:00:01Z')
    assert.equal(await seeStory(log, nobodyHere(browser), ref.stream), null)
    clock.moveTo('2026-11-23T09:00:00Z')
  })

  it('V1 keeps only a digest of the code, and one code at a time', async () => {
    const ref = await told()
    const first = await makeWayBack(log, ref)
    const second = await makeWayBack(log, ref)
    const bodies = await log.db.text<{ body: string }>(
      `select body from log.facts where stream = $1 and kind = 'way-back-made'`,
      [ref.stream],
    )
    assert.equal(bodies.length, 2)
    for (const { body } of bodies) assert.ok(!body.includes(first) && !body.includes(second))
    const old = await comeBack(log, first, browserOf())
    assert.ok(!old.ok && old.refusal.code === 'claim-code-not-known')
    assert.ok((await comeBack(log, second, browserOf())).ok)
  })
})

describe('Abuse of telling', () => {
  it('refuses the same words twice from one browser, and says that they are kept', async () => {
    const request = telling()
    assert.ok((await tell(log, request)).ok)
    const shouted = { ...request.words, happened: request.words.happened.toUpperCase() }
    const again = await tell(log, { ...request, words: shouted })
    assert.ok(!again.ok && again.refusal.code === 'story-told-before')
  })

  it('refuses the eleventh story of one browser in a day, and nobody else’s', async () => {
    const teller = { person: null, browser: browserOf() }
    for (let count = 0; count < 10; count += 1) await told({ teller })
    const refused = await tell(log, telling({ teller }))
    assert.ok(!refused.ok && refused.refusal.code === 'story-told-too-often')
    await told()
  })

  it('refuses guessed codes after ten tries in an hour, the right one too', async () => {
    const ref = await told()
    const code = await makeWayBack(log, ref)
    const browser = browserOf()
    for (let count = 0; count < 10; count += 1) {
      const guess = await comeBack(log, '0000-0000-0000-0000', browser)
      assert.ok(!guess.ok && guess.refusal.code === 'claim-code-not-known')
    }
    const late = await comeBack(log, code, browser)
    assert.ok(!late.ok && late.refusal.code === 'claim-code-tried-too-often')
  })
})

describe('Words that may mean danger', () => {
  it('are found in plain speech, and not in what only sounds like them', () => {
    assert.deepEqual(risksIn('Some days I want to die.'), ['life'])
    assert.deepEqual(risksIn('My carer hit me, and I can’t breathe.'), ['abuse', 'now'])
    assert.deepEqual(risksIn('The waiting room is loud. I was told to wait.'), [])
  })

  it('flag a story that comes when nobody reads', () => {
    assert.equal(isOutOfHours('2026-11-23T09:00:00.000Z' as never, 'england'), false)
    assert.equal(isOutOfHours('2026-11-22T09:00:00.000Z' as never, 'england'), true)
    assert.equal(isOutOfHours('2026-12-25T12:00:00.000Z' as never, 'england'), true)
    // 18.30 in London in summer is 17.30 in UTC.
    assert.equal(isOutOfHours('2026-07-01T17:29:00.000Z' as never, 'england'), false)
    assert.equal(isOutOfHours('2026-07-01T17:30:00.000Z' as never, 'england'), true)
  })
})

describe('A title', () => {
  it('is the first sentence where none was given, cut at a word', () => {
    assert.equal(titleFrom('It was loud. I went home.'), 'It was loud')
    const long = titleFrom(`${'word '.repeat(40)}end.`)
    assert.ok(long.endsWith('word…') && long.length <= 81)
    assert.equal(clinic.length, 36)
  })
})
