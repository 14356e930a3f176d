// Following what becomes of stories: told when one comes to it, once, and only if it still is so.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id, PersonId } from '../../src/basics/index.ts'
import { lapseDue } from '../../src/promises/index.ts'
import { reactions } from '../../src/reactions.ts'
import { tellOfFinds } from '../../src/voice/actions/alert-followers.ts'
import { withdraw } from '../../src/voice/actions/answer-story.ts'
import { type FollowRequest, follow } from '../../src/voice/actions/follow-stories.ts'
import { type Becomes, becomesCodes, mayBring } from '../../src/voice/domain/follow/becomes.ts'
import { ALERT_TASK, alertByJob, alertOfWhatBecame, type StoryRef } from '../../src/voice/index.ts'
import { openHouse } from '../rooms.ts'
import { openTold } from './told.ts'

const house = await openHouse('2026-06-01T09:00:00Z')
const { log, clock, newId } = house
const { clinic, published, answered, said } = await openTold(house)

async function follows(becomes: Becomes | null, more: Partial<FollowRequest> = {}) {
  const person = newId() as PersonId
  const nothing = { typed: '', kind: null, place: clinic, outside: false }
  const done = await follow(log, { person, ...nothing, becomes, often: 'at-once', ...more })
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  return person
}

/** The subjects of what a person was told, oldest first. */
async function toldTo(person: PersonId): Promise<string[]> {
  const rows = await log.db.text<{ body: string }>(
    `select body from log.facts where owner = $1 and kind = 'message-sent' order by at, id`,
    [person],
  )
  return rows.map(({ body }) => JSON.parse(body).rendering.subject)
}

/** What the jobs do that follow from every fact of a story and its promises until now. */
async function jobsOf({ owner }: StoryRef): Promise<void> {
  const facts = await log.db.text<{ id: Id; stream: Id; kind: string }>(
    'select id, stream, kind from log.facts where owner = $1 order by at, id',
    [owner],
  )
  for (const { id, stream, kind } of facts) {
    if (kind in mayBring) await alertOfWhatBecame(log, kind, { owner, stream, fact: id })
  }
}

describe('V1 Whoever follows what becomes of stories', () => {
  it('V1 is told when one comes to it, whichever fact brings it there, and once', async () => {
    const who = {} as Record<Becomes, PersonId>
    for (const code of becomesCodes) who[code] = await follows(code)
    const ofNew = await follows(null, { typed: 'nothing that anybody says' })
    const told = async () => {
      const all = await Promise.all(becomesCodes.map((code) => toldTo(who[code])))
      return Object.fromEntries(becomesCodes.map((code, at) => [code, all[at]?.length]))
    }
    const story = await published('2026-06-02T09:00:00Z', { about: 'concern' })
    await jobsOf(story)
    const nobody = Object.fromEntries(becomesCodes.map((code) => [code, 0]))
    assert.deepEqual(await told(), nobody)

    const planned = { change: 'planned', due: '2026-06-20' } as const
    const promise = await answered('2026-06-05T09:00:00Z', story, planned)
    await jobsOf(story)
    const once = { ...nobody, answered: 1, promised: 1, waiting: 1 }
    assert.deepEqual(await told(), once)

    clock.moveTo('2026-06-21T09:00:00Z')
    await lapseDue(log)
    await jobsOf(story)
    assert.deepEqual(await told(), { ...once, late: 1 })

    await answered('2026-06-22T09:00:00Z', story, { change: 'made', keeps: promise })
    await said('2026-06-23T09:00:00Z', story, promise, 'not yet')
    await jobsOf(story)
    assert.deepEqual(await told(), { ...once, late: 1, disputed: 1 })

    await answered('2026-06-24T09:00:00Z', story, { change: 'made', keeps: promise })
    await said('2026-06-25T09:00:00Z', story, promise, 'yes')
    await jobsOf(story)
    await jobsOf(story)
    assert.deepEqual(await told(), { ...once, late: 1, disputed: 1, confirmed: 1 })
    assert.deepEqual(await toldTo(who.confirmed), [
      'A change was confirmed after a story that you follow',
    ])
    assert.deepEqual(await toldTo(ofNew), [])
  })

  it('V1 is told by the words, the kind and the place of the story as well', async () => {
    const other = newId()
    const [fits, kind, words, place] = await Promise.all([
      follows('promised', { typed: 'loud', kind: 'concern' }),
      follows('promised', { kind: 'praise' }),
      follows('promised', { typed: 'marmalade', place: null }),
      follows('promised', { place: other }),
    ])
    const anywhere = await follows('promised', { place: null })
    const story = await published('2026-07-02T09:00:00Z', { about: 'concern' })
    await answered('2026-07-05T09:00:00Z', story, { change: 'planned', due: '2026-08-01' })
    await jobsOf(story)
    const told = await Promise.all([fits, kind, words, place, anywhere].map(toldTo))
    assert.deepEqual(
      told.map(({ length }) => length),
      [1, 0, 0, 0, 1],
    )
  })

  it('V1 hears of several in one message a day, and of a second promise no more', async () => {
    const daily = await follows('promised', { often: 'daily' })
    const stories: StoryRef[] = []
    for (const day of ['02', '03']) {
      const story = await published(`2026-08-${day}T09:00:00Z`)
      await answered(`2026-08-${day}T10:00:00Z`, story, { change: 'planned', due: '2026-09-01' })
      await jobsOf(story)
      stories.push(story)
    }
    await tellOfFinds(log, 'daily')
    assert.deepEqual(await toldTo(daily), ['News of 2 stories that you follow'])
    const [first] = stories
    assert.ok(first)
    const more = { change: 'planned', due: '2026-09-09' } as const
    await answered('2026-08-04T09:00:00Z', first, more)
    await jobsOf(first)
    clock.moveTo('2026-08-05T09:00:00Z')
    await tellOfFinds(log, 'daily')
    assert.equal((await toldTo(daily)).length, 1)
  })

  it('V1 is not told of what is so no more, of a story taken back, or of their own', async () => {
    const [late, any] = [await follows('late'), await follows('answered')]
    const story = await published('2026-09-02T09:00:00Z', { by: any })
    const planned = { change: 'planned', due: '2026-09-10' } as const
    const promise = await answered('2026-09-03T09:00:00Z', story, planned)
    clock.moveTo('2026-09-11T09:00:00Z')
    await lapseDue(log)
    // Before the job comes to it, it is said to be done.
    await answered('2026-09-11T10:00:00Z', story, { change: 'made', keeps: promise })
    await jobsOf(story)
    const gone = await published('2026-09-12T09:00:00Z')
    await answered('2026-09-12T10:00:00Z', gone)
    assert.ok((await withdraw(log, { ref: gone, key: null }, null, '')).ok)
    await jobsOf(gone)
    assert.deepEqual([await toldTo(late), await toldTo(any)], [[], []])
  })

  it('V1 is not told of what was so before they followed', async () => {
    const story = await published('2026-09-20T09:00:00Z')
    await answered('2026-09-21T09:00:00Z', story, { change: 'planned', due: '2026-12-01' })
    clock.moveTo('2026-09-22T09:00:00Z')
    const later = await follows('promised')
    clock.moveTo('2026-09-21T09:00:00Z')
    await jobsOf(story)
    assert.deepEqual(await toldTo(later), [])
    clock.moveTo('2026-09-22T09:00:00Z')
  })

  it('V1 is told once by jobs of 50, however many follow and jobs are tried again', async () => {
    const place = newId()
    const people: PersonId[] = []
    for (let n = 0; n < 130; n += 1) people.push(await follows('promised', { place }))
    const story = await published('2026-10-02T09:00:00Z', { places: [clinic, place] })
    await answered('2026-10-03T09:00:00Z', story, { change: 'planned', due: '2026-11-01' })
    await jobsOf(story)
    const jobs = await log.db.text<{ payload: Record<string, string> }>(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [ALERT_TASK],
    )
    assert.equal(jobs.length, 3)
    for (const { payload } of jobs) await alertByJob(log, payload)
    for (const { payload } of jobs) await alertByJob(log, payload)
    await jobsOf(story)
    const told = await Promise.all(people.map(toldTo))
    assert.deepEqual([...new Set(told.map(({ length }) => length))], [1])
  })

  it('V1 is alerted by a job after each fact that may bring a story there', () => {
    const named = reactions.filter(({ name }) => name.startsWith('alert-followers-of-'))
    const kinds = named.map(({ on }) => on.kind)
    assert.deepEqual(kinds.toSorted(), Object.keys(mayBring).toSorted())
  })
})
