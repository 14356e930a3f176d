// Promises of scores: each equals its published table at every value, and a hole gives no score.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Answers } from '../../src/forms/domain/form.ts'
import { formOn } from '../../src/forms/domain/forms.ts'
import { opensSafetyPath, scoreAnswers } from '../../src/forms/domain/scored.ts'
import { isTop, topScore } from '../../src/forms/domain/scores/collaborate.ts'
import { scoreGad7 } from '../../src/forms/domain/scores/gad-7.ts'
import { goalAttainment } from '../../src/forms/domain/scores/goal-attainment.ts'
import { scoreOns4 } from '../../src/forms/domain/scores/ons4.ts'
import { scorePhq9 } from '../../src/forms/domain/scores/phq-9.ts'
import { scoreSwemwbs } from '../../src/forms/domain/scores/swemwbs.ts'
import type { Score } from '../../src/forms/domain/scoring.ts'

/** So many answers between two numbers that add up to a sum. */
function addingUpTo(sum: number, count: number, least: number, most: number): number[] {
  const values = Array.from({ length: count }, () => least)
  let left = sum - least * count
  return values.map((value) => {
    const more = Math.min(left, most - least)
    left -= more
    return value + more
  })
}

const total = (score: Score) => (score.kind === 'total' ? score.total : score.kind)
const band = (score: Score) => (score.kind === 'total' ? score.band : score.kind)

/** As facts, part 11, print it. */
const published = `
7 7.00 | 8 9.51 | 9 11.25 | 10 12.40 | 11 13.33 | 12 14.08 | 13 14.75 | 14 15.32 | 15 15.84 |
16 16.36 | 17 16.88 | 18 17.43 | 19 17.98 | 20 18.59 | 21 19.25 | 22 19.98 | 23 20.73 | 24 21.54 |
25 22.35 | 26 23.21 | 27 24.11 | 28 25.03 | 29 26.02 | 30 27.03 | 31 28.13 | 32 29.31 | 33 30.70 |
34 32.55 | 35 35.00`

describe('SWEMWBS', () => {
  it('C7 equals the published table at every sum from 7 to 35: 21 gives 19.25', () => {
    const rows = published.split('|').map((row) => row.trim().split(' ').map(Number))
    assert.equal(rows.length, 29)
    for (const [raw = 0, metric = 0] of rows) {
      assert.equal(total(scoreSwemwbs(addingUpTo(raw, 7, 1, 5))), metric, `sum ${raw}`)
    }
    assert.equal(total(scoreSwemwbs([3, 3, 3, 3, 3, 3, 3])), 19.25)
  })

  it('C7 has no score where any answer is missing, too many, or outside', () => {
    for (let place = 0; place < 7; place += 1) {
      const values = Array.from({ length: 7 }, (_, at) => (at === place ? null : 3))
      assert.deepEqual(scoreSwemwbs(values), { kind: 'none', because: 'missing' })
    }
    assert.equal(scoreSwemwbs([3, 3, 3, 3, 3, 3]).kind, 'none')
    assert.equal(scoreSwemwbs([3, 3, 3, 3, 3, 3, 6]).kind, 'none')
    assert.equal(scoreSwemwbs([3, 3, 3, 3, 3, 3, 2.5]).kind, 'none')
  })
})

const severity = (value: number, steps: readonly (readonly [number, string])[]) =>
  steps.find(([upTo]) => value <= upTo)?.[1]

describe('PHQ-9 and GAD-7', () => {
  const few = 'none or very few signs'
  it('C4 PHQ-9 is 0 to 27 in five bands, at every value', () => {
    const steps = [
      [4, few],
      [9, 'mild'],
      [14, 'moderate'],
      [19, 'moderately severe'],
      [27, 'severe'],
    ] as const
    for (let sum = 0; sum <= 27; sum += 1) {
      const score = scorePhq9(addingUpTo(sum, 9, 0, 3))
      assert.equal(total(score), sum)
      assert.equal(band(score), severity(sum, steps), `sum ${sum}`)
    }
  })

  it('C4 GAD-7 is 0 to 21 in four bands, at every value', () => {
    const steps = [
      [4, few],
      [9, 'mild'],
      [14, 'moderate'],
      [21, 'severe'],
    ] as const
    for (let sum = 0; sum <= 21; sum += 1) {
      const score = scoreGad7(addingUpTo(sum, 7, 0, 3))
      assert.equal(total(score), sum)
      assert.equal(band(score), severity(sum, steps), `sum ${sum}`)
    }
  })

  it('C4 any thought of death or harm opens the safety path, whatever the rest adds up to', () => {
    const form = formOn('phq-9', '2026-11-30' as never)
    assert.ok(form !== null)
    const ids = form.scoring?.items ?? []
    assert.equal(ids[8], 'harm')
    const each = fc.constantFrom('0', '1', '2', '3', undefined)
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => each)), (given) => {
        const answers = Object.fromEntries(
          ids.flatMap((id, place) => (given[place] === undefined ? [] : [[id, given[place]]])),
        ) as Answers
        const opened = opensSafetyPath(form, answers)
        assert.equal(opened, given[8] !== undefined && given[8] !== '0')
        // A set with a hole has no total, and opens the path all the same.
        const scored = scoreAnswers(form, answers)
        assert.equal(scored?.score.kind === 'none', given.includes(undefined))
      }),
    )
  })
})

describe('ONS4', () => {
  it('C7 puts each of four answers in its own band at every value, and never adds them', () => {
    const usual = ['low', 'low', 'low', 'low', 'low', 'medium', 'medium', 'high', 'high']
    const wellbeing = [...usual, 'very high', 'very high']
    const anxiety = ['very low', 'very low', 'low', 'low', 'medium', 'medium']
    const worried = [...anxiety, 'high', 'high', 'high', 'high', 'high']
    for (let value = 0; value <= 10; value += 1) {
      const score = scoreOns4([value, value, value, value])
      const bands = [wellbeing[value], wellbeing[value], wellbeing[value], worried[value]]
      assert.deepEqual(
        score.kind === 'apart' && score.parts.map((part) => part.band),
        bands,
        `value ${value}`,
      )
      assert.ok(!('total' in score))
    }
    assert.equal(scoreOns4([1, 2, 3, null]).kind, 'none')
    assert.equal(scoreOns4([1, 2, 3, 11]).kind, 'none')
  })
})

describe('Goal Attainment Scaling', () => {
  const even = (...levels: readonly number[]) =>
    goalAttainment(levels.map((level) => ({ level, weight: 1 })))
  it('C5 gives 50 where all is as hoped, 60 for one at +1, 62.40 for two', () => {
    assert.equal(even(0), 50)
    assert.equal(even(0, 0, 0), 50)
    assert.equal(even(1), 60)
    assert.equal(even(1, 1)?.toFixed(2), '62.40')
    assert.equal(even(-2), 30)
    assert.equal(even(2), 70)
  })

  it('C5 equals the formula for equal weights at every set of one to three levels', () => {
    const levels = [-2, -1, 0, 1, 2]
    const sets = levels.flatMap((a) => [
      [a],
      ...levels.flatMap((b) => [[a, b], ...levels.map((c) => [a, b, c])]),
    ])
    assert.equal(sets.length, 5 + 25 + 125)
    for (const set of sets) {
      const n = set.length
      const sum = set.reduce((so, one) => so + one, 0)
      const wanted = 50 + (10 * sum) / Math.sqrt(n - 0.3 * n + 0.3 * n * n)
      assert.ok(Math.abs((even(...set) ?? 0) - wanted) < 1e-9, String(set))
    }
  })

  it('C5 does not change when all weights grow alike, and refuses what is no level', () => {
    const goals = fc.array(
      fc.record({
        level: fc.integer({ min: -2, max: 2 }),
        weight: fc.integer({ min: 1, max: 10 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(goals, fc.integer({ min: 2, max: 9 }), (some, times) => {
        const larger = some.map(({ level, weight }) => ({ level, weight: weight * times }))
        const difference = (goalAttainment(some) ?? 0) - (goalAttainment(larger) ?? 0)
        assert.ok(Math.abs(difference) < 1e-9)
      }),
    )
    assert.equal(even(), null)
    assert.equal(even(3), null)
    assert.equal(even(0.5), null)
    assert.equal(goalAttainment([{ level: 1, weight: 0 }]), null)
  })
})

describe('collaboRATE', () => {
  const top = [9, 9, 9]
  it('B5 says “not enough” for 24 visits and gives a score for 25', () => {
    const visits = (count: number) => Array.from({ length: count }, () => top)
    assert.deepEqual(topScore(visits(24)), { kind: 'not-enough', counted: 24, needed: 25 })
    assert.deepEqual(topScore(visits(25)), { kind: 'score', counted: 25, top: 25, percent: 100 })
  })

  it('B5 leaves out a response with a missing answer, also from the 25', () => {
    const visits = [...Array.from({ length: 24 }, () => top), [9, 9, null]]
    assert.equal(topScore(visits).kind, 'not-enough')
    const mixed = [...Array.from({ length: 24 }, () => top), [9, 9, 8], [9, 9, null]]
    assert.deepEqual(topScore(mixed), { kind: 'score', counted: 25, top: 24, percent: 96 })
  })

  it('B5 counts only the highest answer to all three, on either scale', () => {
    assert.ok(isTop([4, 4, 4], 4))
    assert.ok(!isTop([4, 4, 4], 9))
    assert.ok(!isTop([9, 9, 8], 9))
  })
})
