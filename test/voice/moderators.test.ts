// What moderators see first, what came at night, and what anybody may know of the wait.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id, PersonId } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { answerStory } from '../../src/voice/actions/answer-story.ts'
import { publishSaying } from '../../src/voice/actions/moderate-story.ts'
import { loadStory } from '../../src/voice/actions/see-story.ts'
import type { Answered } from '../../src/voice/domain/story.ts'
import { done, longAgo, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { nobody, voiceIn } from './people.ts'

const site = await openWholeSite()
const { app, log, clock, visitorOf } = site
const { told, publish, surgery, clinic, mo } = await voiceIn(site)

const person = await register({ log }, 'Nia Evans')
done(
  await giveRole(log, {
    actor: nobody,
    person,
    key: null,
    what: 'moderator',
    organisation: null,
    from: longAgo,
    until: null,
  }),
)
const moderator = await visitorOf(person)
const dilys = await register({ log }, 'Dilys Morgan')
const story = (happened: string, more = {}) =>
  told({ words: { title: '', happened, good: '', better: '' }, ...more })
const cardOf = (page: string, stream: Id): string =>
  page.split('<div class="cp-card').find((card) => card.includes(`/moderation/${stream}`)) ?? ''

describe('V1 The queue of moderators', () => {
  it('V1 says that a story with words of danger came when nobody was reading', async () => {
    clock.moveTo('2026-11-22T03:00:00Z')
    const danger = await story('I want to die.')
    const plain = await story('The chairs are hard.')
    clock.moveTo('2026-11-23T09:00:00Z')
    const byDay = await story('My carer hit me.')
    const page = (await moderator.get('/moderation')).body
    assert.match(cardOf(page, danger.stream), /Came when nobody was reading/)
    assert.doesNotMatch(cardOf(page, plain.stream), /Came when nobody was reading/)
    assert.doesNotMatch(cardOf(page, byDay.stream), /Came when nobody was reading/)
    assert.match(cardOf(page, byDay.stream), /abuse/)
    const order = [danger, byDay, plain].map(({ stream }) => page.indexOf(`/moderation/${stream}`))
    assert.ok(order.every((at) => at > 0))
    assert.ok(Math.max(order[0] ?? 0, order[1] ?? 0) < (order[2] ?? 0))
  })

  it('V1 is public in how long it is and how long it took, with no word of any story', async () => {
    await publish(await story('One that was read.'))
    const page = await app.inject({ url: `/stories/numbers?place=${clinic}` })
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /\d+ stories wait for a moderator now\./)
    assert.match(page.body, /Half of those read in the last 30 days waited/)
    assert.doesNotMatch(page.body, /want to die|hit me/)
  })
})

describe('V1 A service with a good record', () => {
  const answer = (more: Partial<Answered> = {}): Answered => ({
    says: 'Thank you for telling us.',
    organisation: surgery,
    shownAs: 'Dilys Morgan',
    change: 'none',
    promises: null,
    keeps: null,
    ...more,
  })
  const answers = async (more: Partial<Answered> = {}) => {
    const ref = await publish(await told())
    done(await answerStory(log, { ref, key: null }, dilys, answer(more)))
    return { ref, saying: (await loadStory(log, ref)).sayings.at(-1) }
  }

  it('V1 is seen at once by anybody, and never with a claim that something changed', async () => {
    for (let count = 0; count < 10; count += 1) {
      const { ref, saying } = await answers()
      assert.equal(saying?.standing, 'waiting')
      const on = { person: mo as PersonId, ref, key: null, told: [surgery] }
      const words = { saying: saying?.fact as Id, says: saying?.says ?? '', hides: [] }
      done(await publishSaying(log, on, words))
    }
    const fast = await answers()
    const seen = await app.inject({ url: `/stories/${fast.ref.stream}` })
    assert.match(seen.body, /Thank you for telling us\./)
    const says = 'The chairs are new since Monday.'
    for (const more of [{ change: 'made', says }, { says: 'We have bought new chairs.' }]) {
      const claim = await answers(more)
      const page = await app.inject({ url: `/stories/${claim.ref.stream}` })
      assert.ok(!page.body.includes(more.says))
      const queue = (await moderator.get('/moderation')).body
      assert.ok(queue.includes(`/moderation/${claim.ref.stream}/${claim.saying?.fact}`))
    }
  })
})
