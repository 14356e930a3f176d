// A promise whose fact is erased is nowhere counted, found or shown as if it still stood.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { eraseBody, rebuild } from '../../src/log/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { openTold } from './told.ts'

const site = await openWholeSite()
const { app, log, clock, newId } = site
clock.moveTo('2026-06-01T09:00:00Z')
const { clinic, addArea, published, answered, said } = await openTold(site)

const area = await addArea('Millbrook', [clinic])

async function numbersOf(place: Id) {
  const reply = await app.inject({ url: `/stories/about/${place}/numbers.json` })
  return JSON.parse(reply.body).numbers as Record<string, number>
}
const found = async (became: string) => {
  const { body } = await app.inject({ url: `/stories?became=${became}` })
  return /href="\/stories\/[0-9a-f-]{36}"/.test(body)
}
const row = () => log.db.text('select * from voice.search order by stream')

async function erase(kind: string, stream: Id): Promise<void> {
  const [fact] = await log.db.text<{ id: Id }>(
    'select id from log.facts where stream = $1 and kind = $2',
    [stream, kind],
  )
  assert.ok(fact)
  const done = await eraseBody(log, { fact: fact.id, officer: newId(), reason: 'court-order' })
  assert.ok(done.ok, done.ok ? '' : done.refusal.says)
}

const story = await published('2026-06-02T09:00:00Z', { about: 'concern' })
const promise = await answered('2026-06-05T09:00:00Z', story, { change: 'made' })
await said('2026-06-08T09:00:00Z', story, promise, 'no')

describe('V10 A promise that somebody disputed', () => {
  it('V10 is not disputed any more once that word is erased, in any list or number', async () => {
    assert.deepEqual([await found('disputed'), await found('waiting')], [true, false])
    for (const place of [clinic, area]) assert.equal((await numbersOf(place)).disputed, 1)
    await erase('promise-answered', promise)
    assert.deepEqual([await found('disputed'), await found('waiting')], [false, true])
    for (const place of [clinic, area]) {
      const { disputed, waiting } = await numbersOf(place)
      assert.deepEqual([disputed, waiting], [0, 1])
    }
  })

  it('V10 is nowhere found, counted or shown once it is erased itself', async () => {
    assert.equal(await found('promised'), true)
    await erase('promise-made', promise)
    assert.equal(await found('promised'), false)
    assert.equal(await found('waiting'), false)
    for (const place of [clinic, area]) assert.equal((await numbersOf(place)).promised, 0)
    const pages = [`/stories/${story.stream}`, `/stories/about/${clinic}`, '/stories']
    for (const url of pages) {
      const { body, statusCode } = await app.inject({ url })
      assert.equal(statusCode, 200)
      assert.match(body, /Story [0-9a-f]/)
      assert.doesNotMatch(body, /cp-state/, url)
    }
  })

  it('V10 leaves the rows as a rebuild makes them', async () => {
    const before = await row()
    assert.equal(before.length, 1)
    await rebuild(log, () => {})
    assert.deepEqual(await row(), before)
  })
})
