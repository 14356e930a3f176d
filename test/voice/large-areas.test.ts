// An area of very many services is counted by a job, and nobody waits for that.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id } from '../../src/basics/index.ts'
import { appendAll, CHAIN_START } from '../../src/log/index.ts'
import {
  COUNT_TASK,
  COUNTED_AT_ONCE,
  countArea,
  countAreasAgain,
} from '../../src/voice/actions/count-stories.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { openTold } from './told.ts'

const site = await openWholeSite()
const { app, log, clock, newId } = site
clock.moveTo('2026-06-01T09:00:00Z')
const { published } = await openTold(site)

const [area, small] = [newId(), newId()]
const services = Array.from({ length: COUNTED_AT_ONCE + 1 }, newId)
const from = asDay('2024-01-01')
const opened = (place: Id, kind: string, within: Id | null) => ({
  owner: place,
  stream: place,
  type: { name: 'place' },
  from: CHAIN_START,
  actor: { by: null, onBehalfOf: null },
  facts: [
    { kind: 'place-opened', body: { kind, name: `A ${kind}`, code: null, from } },
    ...(within === null
      ? []
      : [{ kind: 'place-linked', body: { link: 'within', to: within, from } }]),
  ],
})
await log.db.transaction((tx) =>
  appendAll(log, tx, [
    opened(area, 'area', null),
    opened(small, 'area', area),
    ...services.map((one, at) => opened(one, 'service', at < 2 ? small : area)),
  ]),
)
const [first = newId(), second = newId(), third = newId()] = services
await published('2026-06-02T09:00:00Z', { places: [first, third] })
await published('2026-06-03T09:00:00Z', { places: [second] })

const ask = (path: string) => app.inject({ url: path })
const numbersOf = async (place: Id) => {
  const { body } = await ask(`/stories/about/${place}/numbers.json`)
  return JSON.parse(body).numbers?.stories
}
/** Does the jobs that wait to count, and gives how many there were. */
async function count(): Promise<number> {
  const jobs = await log.db.text<{ id: string; payload: { place: Id } }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1 returning j.id, j.payload`,
    [COUNT_TASK],
  )
  for (const { payload } of jobs) await countArea(log, payload.place)
  return jobs.length
}

describe('V1 The numbers of an area with very many services', () => {
  it('V1 are counted by one job, however many ask, and the page says so at once', async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      const { body, statusCode } = await ask(`/stories/about/${area}`)
      assert.equal(statusCode, 200)
      assert.match(body, /The numbers are being counted\. Look again in a minute\./)
      assert.equal(body.match(/href="\/stories\/[0-9a-f-]{36}"/g)?.length, 2)
    }
    for (const as of ['json', 'csv']) {
      const { body, statusCode } = await ask(`/stories/about/${area}/numbers.${as}`)
      assert.equal(statusCode, 503)
      assert.match(body, /counted for the first time/)
    }
    assert.equal(await count(), 1)
    assert.equal(await numbersOf(area), 2)
    assert.match((await ask(`/stories/about/${area}`)).body, /Counted on 3 June 2026 at 10am/)
  })

  it('V1 are those of an hour ago while they are counted again, and say when', async () => {
    await published('2026-06-03T09:30:00Z', { places: [third] })
    assert.equal(await numbersOf(area), 2)
    assert.equal(await count(), 0)
    clock.moveTo('2026-06-03T10:00:00Z')
    assert.equal(await numbersOf(area), 2)
    assert.match((await ask(`/stories/about/${area}`)).body, /at 10am/)
    assert.equal(await count(), 1)
    assert.equal(await numbersOf(area), 3)
    assert.match((await ask(`/stories/about/${area}`)).body, /at 11am/)
  })

  it('V1 are counted every night, also where nobody asks; small areas at once', async () => {
    assert.equal(await numbersOf(small), 2)
    assert.equal(await count(), 0)
    await published('2026-06-03T10:10:00Z', { places: [first] })
    await countAreasAgain(log)
    assert.equal(await count(), 1)
    assert.equal(await numbersOf(area), 4)
  })
})
