// Promises of promises: a clock with a source, kept only by the word of those who asked.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Day, datedRule, type Id, type Instant } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { countInbox } from '../../src/messages/index.ts'
import {
  agreeToDate,
  answer,
  askForDate,
  askWhetherDone,
  lapseDue,
  loadPromises,
  promise,
  saySaidDone,
  seePromise,
  tellOfLapse,
} from '../../src/promises/actions/keep-promises.ts'
import { type ClockRule, dueUnder } from '../../src/promises/domain/clock.ts'
import * as decide from '../../src/promises/domain/decide.ts'
import { promiseStream, standingOf } from '../../src/promises/domain/promise.ts'
import { agreedByHand, madeBy, owedTo, type PromiseMade } from '../../src/promises/index.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log, newId } = house

const surgery = newId()
const dilys = { person: newId(), organisation: surgery }
const speakerFor = (person: Id) => ({ person, organisation: null })

const made = (to: readonly Id[], due: string, more: Partial<PromiseMade> = {}): PromiseMade => ({
  says: 'We will turn the small office into a quiet room',
  promiser: { organisation: surgery, person: null, shownAs: 'Dilys Morgan, Oak Lane Surgery' },
  to: [...to],
  due,
  source: agreedByHand,
  about: null,
  escalateTo: null,
  ...more,
})

async function promised(to: readonly Id[], due = '2026-12-01', more: Partial<PromiseMade> = {}) {
  const done = await promise(log, dilys, made(to, due, more))
  assert.ok(done.ok)
  return done.value
}

async function standing(ref: { owner: Id; stream: Id }) {
  const [one] = await loadPromises(log, [ref])
  assert.ok(one)
  return standingOf(one.promise, log.clock.now())
}

describe('A clock', () => {
  const rule = (value: number, unit: ClockRule['unit']): ClockRule => ({
    ...datedRule({
      says: 'A complaint is acknowledged within 3 working days',
      from: '2009-04-01',
      value,
      unit,
      source: 'SI 2009/309, regulation 13',
      confirmed: null,
    }),
    unit,
  })

  it('makes a complaint received on Maundy Thursday 2026 due by Thursday 9 April', () => {
    const due = dueUnder(rule(3, 'working days'), '2026-04-02T10:00:00.000Z' as Instant, 'england')
    assert.deepEqual(due, { ok: true, value: '2026-04-09' })
  })

  it('counts one month to the same day of the next, or its last', () => {
    assert.deepEqual(dueUnder(rule(1, 'months'), '2026-01-31' as Day, 'england'), {
      ok: true,
      value: '2026-02-28',
    })
  })

  it('refuses to guess in a year whose bank holidays are not held', () => {
    const due = dueUnder(rule(3, 'working days'), '2031-01-02' as Day, 'england')
    assert.ok(!due.ok && due.refusal.code === 'bank-holidays-not-held')
  })
})

describe('A promise', () => {
  it('cannot be marked kept by whoever made it', async () => {
    const asha = newId()
    const ref = await promised([asha])
    await saySaidDone(log, ref, dilys, 'The quiet room is open', null)
    assert.equal(await standing(ref), 'waiting')
    const own = await answer(log, ref, dilys, { answer: 'yes', says: '' }, null)
    assert.ok(!own.ok && own.refusal.code === 'promise-not-yours-to-confirm')
    assert.equal(await standing(ref), 'waiting')
  })

  it('is not confirmed by one who asked and then said themselves that it is done', async () => {
    const ref = await promised([dilys.person, newId()])
    await saySaidDone(log, ref, dilys, 'Open', null)
    const own = await answer(log, ref, dilys, { answer: 'yes', says: '' }, null)
    assert.ok(!own.ok && own.refusal.code === 'promise-own-word')
    await askForDate(log, ref, dilys, { due: '2027-01-15' as Day, why: 'Later' }, null)
    const agreed = await agreeToDate(log, ref, dilys, '2027-01-15' as Day, null)
    assert.ok(!agreed.ok && agreed.refusal.code === 'promise-own-word')
  })

  it('is kept once those who asked say yes, and disputed as soon as one says no', async () => {
    const [asha, bronwen] = [newId(), newId()]
    const ref = await promised([asha, bronwen])
    await saySaidDone(log, ref, dilys, 'Open', null)
    await answer(log, ref, speakerFor(asha), { answer: 'yes', says: '' }, null)
    assert.equal(await standing(ref), 'kept')
    await answer(log, ref, speakerFor(bronwen), { answer: 'no', says: 'It is locked' }, null)
    assert.equal(await standing(ref), 'disputed')
  })

  it('asks anew after a second claim that it is done', async () => {
    const asha = newId()
    const ref = await promised([asha])
    await saySaidDone(log, ref, dilys, 'Open', null)
    await answer(log, ref, speakerFor(asha), { answer: 'no', says: '' }, null)
    await saySaidDone(log, ref, dilys, 'Open now, with a key', null)
    assert.equal(await standing(ref), 'waiting')
  })

  it('cannot be answered before anybody says that it is done', async () => {
    const asha = newId()
    const ref = await promised([asha])
    const early = await answer(log, ref, speakerFor(asha), { answer: 'yes', says: '' }, null)
    assert.ok(!early.ok && early.refusal.code === 'promise-not-said-done')
  })

  it('moves to another day only when somebody who asked agrees', async () => {
    const asha = newId()
    const ref = await promised([asha])
    await askForDate(
      log,
      ref,
      dilys,
      { due: '2027-01-15' as Day, why: 'The carpenter is ill' },
      null,
    )
    const [before] = await loadPromises(log, [ref])
    assert.equal(before?.promise.due, '2026-12-01')
    const own = await agreeToDate(log, ref, dilys, '2027-01-15' as Day, null)
    assert.ok(!own.ok && own.refusal.code === 'promise-not-yours-to-confirm')
    assert.ok((await agreeToDate(log, ref, speakerFor(asha), '2027-01-15' as Day, null)).ok)
    const [after] = await loadPromises(log, [ref])
    assert.equal(after?.promise.due, '2027-01-15')
  })

  it('reads to a stranger as if it did not exist', async () => {
    const ref = await promised([newId()])
    assert.equal(await seePromise(log, speakerFor(newId()), ref.stream), null)
    assert.equal(await seePromise(log, speakerFor(newId()), newId()), null)
  })

  it('is refused when it says nothing or was due yesterday', async () => {
    const empty = await promise(log, dilys, made([newId()], '2026-12-01', { says: '  ' }))
    assert.ok(!empty.ok && empty.refusal.code === 'promise-empty')
    const late = await promise(log, dilys, made([newId()], '2026-11-22'))
    assert.ok(!late.ok && late.refusal.code === 'promise-due-in-the-past')
  })

  it('does nothing twice for one form', async () => {
    const asha = newId()
    const ref = await promised([asha])
    await saySaidDone(log, ref, dilys, 'Open', 'form-1')
    await saySaidDone(log, ref, dilys, 'Open', 'form-1')
    const facts = await log.db.text('select 1 from log.facts where stream = $1', [ref.stream])
    assert.equal(facts.length, 2)
  })

  it('is listed for those who asked and whoever owes it, the same after a rebuild', async () => {
    const asha = newId()
    const later = await promised([asha], '2026-12-20')
    const sooner = await promised([asha], '2026-12-02')
    assert.deepEqual(await owedTo(log.db, asha), [sooner, later])
    await saySaidDone(log, sooner, dilys, 'Open', null)
    await answer(log, sooner, speakerFor(asha), { answer: 'yes', says: '' }, null)
    const owed = await owedTo(log.db, asha)
    assert.deepEqual(owed, [later, sooner])
    const owing = await madeBy(log.db, dilys.person, surgery)
    await rebuild(log)
    assert.deepEqual(await owedTo(log.db, asha), owed)
    assert.deepEqual(await madeBy(log.db, dilys.person, surgery), owing)
  })
})

describe('When the day of a promise has passed', () => {
  it('it lapses once, and those who asked and the one it escalates to are told once', async () => {
    const [asha, board] = [newId(), newId()]
    const ref = await promised([asha], '2026-11-30', { escalateTo: board })
    house.clock.moveTo('2026-12-01T00:30:00Z')
    assert.equal(await standing(ref), 'overdue')
    assert.ok((await lapseDue(log)) >= 1)
    assert.equal(await lapseDue(log), 0)
    const [fact] = await log.db.text<{ id: Id }>(
      `select id from log.facts where stream = $1 and kind = 'promise-lapsed'`,
      [ref.stream],
    )
    assert.ok(fact)
    await tellOfLapse(log, ref, fact.id)
    await tellOfLapse(log, ref, fact.id)
    assert.equal((await countInbox(log.db, asha)).all, 1)
    assert.equal((await countInbox(log.db, board)).all, 1)
  })

  it('a promise said to be done does not lapse, and asks those who asked', async () => {
    const asha = newId()
    const ref = await promised([asha], '2026-12-03')
    await saySaidDone(log, ref, dilys, 'Open', null)
    await askWhetherDone(log, ref, newId())
    assert.equal((await countInbox(log.db, asha)).all, 1)
    house.clock.moveTo('2026-12-05T09:00:00Z')
    await lapseDue(log)
    const [one] = await loadPromises(log, [ref])
    assert.deepEqual(one?.promise.lapsed, [])
    assert.equal(await standing(ref), 'waiting')
  })

  it('does not ask somebody who has said already whether it happened', async () => {
    const [asha, gwen] = [newId(), newId()]
    const ref = await promised([asha, gwen], '2027-01-03')
    await saySaidDone(log, ref, dilys, 'Open', null)
    const said = await answer(log, ref, speakerFor(gwen), { answer: 'no', says: '' }, null)
    assert.ok(said.ok)
    await askWhetherDone(log, ref, newId())
    assert.equal((await countInbox(log.db, asha)).all, 1)
    assert.equal((await countInbox(log.db, gwen)).all, 0)
  })
})

describe('Whatever a promiser does, in any order', () => {
  it('the promise never stands as kept without a yes from somebody who asked', () => {
    const now = '2026-11-25T12:00:00.000Z' as Instant
    const asker = 'asker' as Id
    const steps = fc.array(fc.constantFrom('done', 'yes', 'date', 'agree', 'lapse', 'stranger'))
    fc.assert(
      fc.property(steps, (deeds) => {
        let state = promiseStream.start
        let place = 0
        const due = '2027-02-01' as Day
        const yes = { answer: 'yes', says: '' } as const
        const speaker = { person: dilys.person, organisation: surgery }
        const stranger = { person: 'stranger' as Id, organisation: null }
        const apply = (result: ReturnType<typeof decide.lapse>, by: Id) => {
          if (!result.ok) return
          for (const fact of result.value.facts) {
            place += 1
            const whole = { ...fact, owner: asker, stream: asker, place, id: asker, version: 1 }
            state = promiseStream.fold(state, { ...whole, at: now, by, onBehalfOf: null })
          }
        }
        apply(decide.makePromise(made([asker], '2026-12-01'))(state, now), speaker.person)
        for (const deed of deeds) {
          if (deed === 'done') apply(decide.sayDone(speaker, 'done')(state, now), speaker.person)
          if (deed === 'yes') apply(decide.answerPromise(speaker, yes)(state), speaker.person)
          if (deed === 'date') {
            apply(decide.proposeDate(speaker, due, 'why')(state, now), speaker.person)
          }
          if (deed === 'agree') apply(decide.agreeDate(speaker, due)(state), speaker.person)
          if (deed === 'lapse') apply(decide.lapse(state, now), speaker.person)
          if (deed === 'stranger') {
            apply(decide.answerPromise(stranger, yes)(state), stranger.person)
          }
        }
        assert.notEqual(standingOf(state, now), 'kept')
        assert.equal(state.due, '2026-12-01')
      }),
    )
  })
})
