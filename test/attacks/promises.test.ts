// A promiser who moves the ground while somebody answers, or who speaks after their role is over.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id } from '../../src/basics/index.ts'
import { endRole } from '../../src/identity/index.ts'
import { lapseDue, seePromise } from '../../src/promises/actions/keep-promises.ts'
import { madeBy } from '../../src/promises/index.ts'
import { dueBefore } from '../../src/promises/store/rows.ts'
import { hiddenFields } from '../client.ts'
import { done, looked, nobody, peopleIn, promised, typed } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log } = site
const { asha, gwen, dilys, surgery, role } = await peopleIn(site)
const [ashas, dilyss] = [await site.visitorOf(asha), await site.visitorOf(dilys)]

const make = async (to: readonly Id[] = [asha]) => {
  const { stream } = await promised(site, { person: dilys, organisation: surgery }, to)
  return { stream, at: `/promises/${stream}` }
}

const seen = async (stream: Id) => {
  const found = await seePromise(log, { person: asha, organisation: null }, stream)
  assert.ok(found)
  return found.promise
}

describe('Somebody who agrees to another day', () => {
  it('agrees to the day they were shown, and to none that was put in its place since', async () => {
    const { stream, at } = await make()
    const ask = (day: string) =>
      dilyss.post(`${at}/other-date`, { ...looked({ why: 'The builders' }), ...typed('due', day) })
    await ask('2026-12-08')
    const shown = hiddenFields((await ashas.get(at)).body, `${at}/date`)
    await ask('2031-12-08')
    const late = await ashas.post(`${at}/date`, shown)
    assert.equal(late.statusCode, 422)
    assert.ok(late.body.includes('8 December 2031'))
    assert.equal((await seen(stream)).due, '2026-12-01')
    assert.equal((await ashas.post(`${at}/date`, {})).statusCode, 422)
    const now = hiddenFields((await ashas.get(at)).body, `${at}/date`)
    assert.equal((await ashas.post(`${at}/date`, now)).statusCode, 303)
    assert.equal((await seen(stream)).due, '2031-12-08')
  })
})

describe('Somebody who says that it happened', () => {
  it('says it of the words they were shown, and of none that came since', async () => {
    const { stream, at } = await make()
    await dilyss.post(`${at}/done`, looked({ done: 'The quiet room is open' }))
    const shown = hiddenFields((await ashas.get(at)).body, `${at}/answer`)
    await dilyss.post(`${at}/done`, looked({ done: 'We put a sign on the wall' }))
    const late = await ashas.post(`${at}/answer`, { ...shown, answer: 'yes' })
    assert.equal(late.statusCode, 422)
    assert.equal((await seen(stream)).answers.size, 0)
    assert.equal((await ashas.post(`${at}/answer`, { answer: 'yes' })).statusCode, 422)
    const now = hiddenFields((await ashas.get(at)).body, `${at}/answer`)
    assert.equal((await ashas.post(`${at}/answer`, { ...now, answer: 'yes' })).statusCode, 303)
    assert.equal((await seen(stream)).answers.size, 1)
  })
})

describe('The night’s look for promises whose day has passed', () => {
  it('ends, also where many are late that nobody can note again', async () => {
    const late = await make([asha, gwen])
    await dilyss.post(`${late.at}/done`, looked({ done: 'Open' }))
    const shown = hiddenFields((await ashas.get(late.at)).body, `${late.at}/answer`)
    await ashas.post(`${late.at}/answer`, { ...shown, answer: 'not yet' })
    const other = await make()
    const before = log.clock.now()
    site.clock.moveTo('2032-01-01T09:00:00.000Z')
    const noted = await lapseDue(log, 1)
    assert.ok(noted >= 2)
    assert.deepEqual((await seen(other.stream)).lapsed, ['2026-12-01'])
    const still = await dueBefore(log.db, asDay('2032-01-01'), 10)
    assert.deepEqual(
      still.map(({ stream }) => stream),
      [late.stream],
    )
    site.clock.moveTo(before)
  })
})

describe('Somebody named in a promise of an organisation, whose role there is over', () => {
  it('no longer sees it or speaks for the organisation', async () => {
    const { stream, at } = await make()
    assert.equal((await dilyss.get(at)).statusCode, 200)
    const until = asDay('2026-11-22')
    done(await endRole(log, { actor: nobody, person: dilys, role, until }))
    assert.equal((await dilyss.get(at)).statusCode, 404)
    assert.equal((await dilyss.post(`${at}/done`, looked({ done: 'It is open' }))).statusCode, 404)
    const list = await madeBy(log.db, dilys, null)
    assert.ok(!list.some((one) => one.stream === stream))
    assert.equal((await seen(stream)).saidDone, null)
  })
})
