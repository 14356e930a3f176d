// Promises of outcomes and answers: kept with what they add up to, shared, and never ahead of help.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, asInstant, type Id, type PersonId } from '../../src/basics/index.ts'
import { attainment, keptOf } from '../../src/care/actions/outcomes/kept-of.ts'
import {
  closeOutcome,
  keepAnswers,
  MOST_OUTCOMES,
  nameOutcome,
  noteReminded,
  scheduleForm,
  scoreOutcome,
} from '../../src/care/domain/outcomes/decide.ts'
import type { OutcomeKind } from '../../src/care/domain/outcomes/facts.ts'
import { publishIdea, wordsOf } from '../../src/care/domain/outcomes/idea.ts'
import {
  latestOf,
  type Outcomes,
  openOutcomes,
  outcomesStream,
} from '../../src/care/domain/outcomes/outcomes.ts'
import { type Form, formOn } from '../../src/forms/index.ts'
import type { FactOf } from '../../src/log/index.ts'

const today = asDay('2026-11-30')
const owner = '01920000-0000-7000-8000-00000000a5a5' as PersonId
const idOf = (place: number) => `01920000-0000-7000-8000-${String(place).padStart(12, '0')}` as Id

/** The state after decisions; throws where one is refused. */
function after(start: Outcomes, ...decisions: readonly ReturnType<typeof nameOutcome>[]): Outcomes {
  return decisions.reduce((state, decide) => {
    const decided = decide(state)
    if (!decided.ok) throw new Error(decided.refusal.code)
    return decided.value.facts.reduce(
      (so, fact) =>
        outcomesStream.fold(so, {
          ...{ owner, stream: owner, place: 1, id: idOf(1), version: 1, by: owner },
          ...{ onBehalfOf: null, at: asInstant('2026-11-30T09:00:00.000Z') },
          ...fact,
        } as FactOf<OutcomeKind>),
      state,
    )
  }, start)
}

const levels = ['stuck in bed', 'up for an hour', 'out to the shop', 'out to the park', 'dancing']
const naming = (place: number, more: object = {}) =>
  nameOutcome({
    ...{ outcome: idOf(place), says: `Want ${place}`, levels, importance: 5, template: null },
    ...{ labels: [], shownAs: 'Asha Patel', ...more },
  })
const scored = (place: number, level: number, on = today, note = '') =>
  scoreOutcome({ outcome: idOf(place), level, on, note }, today)
const { start } = outcomesStream

describe('C5 What a person wants', () => {
  it('C5 is named in their own words, at most three at a time', () => {
    const full = after(start, naming(1), naming(2), naming(3))
    assert.equal(openOutcomes(full).length, MOST_OUTCOMES)
    const fourth = naming(4)(full)
    assert.equal(fourth.ok ? '' : fourth.refusal.code, 'outcomes-enough')
    const room = after(full, closeOutcome(idOf(2)))
    assert.ok(naming(4)(room).ok)
  })

  it('C5 says what each of its five levels means, and no two the same', () => {
    const code = (more: object) => {
      const done = naming(1, more)(start)
      return done.ok ? '' : done.refusal.code
    }
    assert.equal(code({ levels: levels.with(3, ' ') }), 'outcome-level-empty')
    assert.equal(code({ levels: levels.slice(0, 4) }), 'outcome-level-empty')
    assert.equal(code({ levels: levels.with(3, 'dancing') }), 'outcome-levels-alike')
    assert.equal(code({ says: ' ' }), 'outcome-empty')
  })

  it('C5 stands where the person last said, by the day it is about', () => {
    const state = after(start, naming(1), scored(1, 1), scored(1, -1, asDay('2026-11-01')))
    const [one] = state.outcomes
    assert.equal(one && latestOf(one)?.level, 1)
    const ahead = scored(1, 0, asDay('2026-12-01'))(state)
    assert.equal(ahead.ok ? '' : ahead.refusal.code, 'outcome-day')
    assert.ok(!scored(1, 3)(state).ok)
    assert.ok(!scored(9, 0)(state).ok)
  })

  it('C5 adds up to the Goal Attainment Scaling T-score, each by how much it matters', () => {
    assert.equal(attainment(after(start, naming(1)).outcomes), null)
    assert.equal(attainment(after(start, naming(1), scored(1, 1)).outcomes), 60)
    const two = after(start, naming(1), naming(2), scored(1, 1), scored(2, 1))
    assert.equal(attainment(two.outcomes), 62.4)
    const weighed = after(
      start,
      naming(1, { importance: 10 }),
      naming(2, { importance: 1 }),
      scored(1, -1),
      scored(2, 1),
    )
    // 50 + 10·(−10 + 1) / √(0.7·101 + 0.3·121)
    assert.equal(attainment(weighed.outcomes), 41.3)
  })
})

describe('C5 Words that are published', () => {
  it('C5 never carry a level reached, a day, a note, a weight, a label or a name', () => {
    const reached = fc.record({
      level: fc.integer({ min: -2, max: 2 }),
      day: fc.integer({ min: 1, max: 30 }),
      note: fc.uuid(),
    })
    const story = fc.record({
      importance: fc.integer({ min: 1, max: 10 }),
      label: fc.constantFrom('mental', 'sexual', 'private'),
      reached: fc.array(reached, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(story, story, (one, other) => {
        const made = (told: typeof one) => {
          const on = (day: number) => asDay(`2026-11-${String(day).padStart(2, '0')}`)
          return after(
            start,
            naming(1, { importance: told.importance, labels: [told.label] }),
            ...told.reached.map(({ level, day, note }) => scored(1, level, on(day), note)),
          ).outcomes[0]
        }
        const [first, second] = [made(one), made(other)]
        assert.ok(first !== undefined && second !== undefined)
        // Two lives with the same words publish the same to the byte, whatever happened in them.
        const published = JSON.stringify(wordsOf(first, null))
        assert.equal(published, JSON.stringify(wordsOf(second, null)))
        assert.deepEqual(Object.keys(wordsOf(first, null)), ['says', 'levels', 'from', 'signed'])
        for (const { note } of one.reached) assert.ok(!published.includes(note))
        assert.ok(!published.includes(one.label) && !published.includes('Asha'))
      }),
    )
  })

  it('C5 keep the line they grew from', () => {
    const [one] = after(start, naming(1, { template: idOf(77) })).outcomes
    assert.ok(one !== undefined)
    const done = publishIdea(one, null)({ published: null, withdrawn: false })
    assert.ok(done.ok)
    assert.match(JSON.stringify(done.value.facts), new RegExp(idOf(77)))
  })
})

const phq = formOn('phq-9', today) as Form
const kept = (answers: Record<string, string>, on = today, place = 1) =>
  keptOf(phq, { filled: idOf(place), on, mode: 'screen', answers, shownAs: 'Asha Patel' })
const all = (value: string) =>
  Object.fromEntries((phq.scoring?.items ?? []).map((id) => [id, value]))

describe('C4 Answers that are kept', () => {
  it('C4 bear their total and how they were filled in, and none where one is missing', () => {
    assert.deepEqual([kept(all('1')).total, kept(all('1')).band], [9, 'mild'])
    assert.equal(kept(all('1')).mode, 'screen')
    const { mood: _, ...hole } = all('1')
    assert.equal(kept(hole).total, null)
  })

  it('C4 say that they opened the safety path, also without a total, and are private', () => {
    assert.equal(kept({ harm: '1' }).safety, true)
    assert.equal(kept({ harm: '0' }).safety, false)
    assert.equal(kept({}).safety, false)
    assert.deepEqual(kept({}).labels, ['mental'])
  })

  it('C4 are kept once', () => {
    const state = after(start, keepAnswers(kept(all('1'))), keepAnswers(kept(all('2'))))
    assert.equal(state.kept.length, 1)
  })
})

describe('C4 A form asked again', () => {
  const every = (weeks: number, from = '2026-11-30', until: string | null = null) =>
    scheduleForm({
      form: 'phq-9',
      everyWeeks: weeks,
      from: asDay(from),
      until: until === null ? null : asDay(until),
    })
  const dueOf = (state: Outcomes) => state.schedules[0]?.due ?? null
  const told = (state: Outcomes) => {
    const due = dueOf(state)
    assert.ok(due !== null)
    return after(state, noteReminded('phq-9', due))
  }

  it('C4 waits from the day on which the person was told until they answer', () => {
    const state = told(after(start, every(4)))
    assert.deepEqual([state.schedules[0]?.waiting, dueOf(state)], ['2026-11-30', '2026-12-28'])
    const answered = after(state, keepAnswers(kept(all('1'))))
    assert.deepEqual([answered.schedules[0]?.waiting, dueOf(answered)], [null, '2026-12-28'])
  })

  it('C4 counts an answer a few days early, and passes over what was missed', () => {
    const early = after(
      after(start, every(4, '2026-12-05')),
      keepAnswers(kept(all('1'), asDay('2026-11-29'))),
    )
    assert.equal(dueOf(early), '2027-01-02')
    const far = after(
      after(start, every(4, '2026-12-05')),
      keepAnswers(kept(all('1'), asDay('2026-11-28'))),
    )
    assert.equal(dueOf(far), '2026-12-05')
    // Two days were missed: the person is told once.
    assert.equal(dueOf(told(after(start, every(1, '2026-11-10')))), '2026-12-01')
  })

  it('C4 ends with its last day', () => {
    assert.equal(dueOf(told(after(start, every(4, '2026-11-30', '2026-12-20')))), null)
  })
})
