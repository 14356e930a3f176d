// What is promised of working days and of the day something is due.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import held from '../../src/basics/bank-holidays.json' with { type: 'json' }
import {
  addDays,
  asDay,
  asInstant,
  daysBetween,
  dueAfterDays,
  dueAfterMonths,
  dueAfterWorkingDays,
  isWorkingDay,
  type Nation,
  weekday,
  workingDays,
  workingDaysTaken,
} from '../../src/basics/index.ts'
import { refusalIn, valueIn } from './outcome.ts'

const nations: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland']
const working = (day: string, nation: Nation) => valueIn(isWorkingDay(asDay(day), nation))

describe('A complaint received on Maundy Thursday 2026', () => {
  it('is due an acknowledgement by Thursday 9 April', () => {
    const due = dueAfterWorkingDays(asDay('2026-04-02'), workingDays(3), 'england')
    assert.equal(valueIn(due), '2026-04-09')
    assert.equal(weekday(valueIn(due)), 4)
  })

  it('is due a day sooner in Scotland, where Easter Monday is a working day', () => {
    const due = dueAfterWorkingDays(asDay('2026-04-02'), workingDays(3), 'scotland')
    assert.equal(valueIn(due), '2026-04-08')
  })

  it('counts from the day it was in London, also in the last hour of UTC', () => {
    const late = asInstant('2026-06-03T22:59:59.999Z')
    const later = asInstant('2026-06-03T23:00:00.000Z')
    assert.equal(valueIn(dueAfterWorkingDays(late, workingDays(1), 'england')), '2026-06-04')
    assert.equal(valueIn(dueAfterWorkingDays(later, workingDays(1), 'england')), '2026-06-05')
  })
})

describe('The working days of a nation', () => {
  it('leave out the day proclaimed for Scotland alone', () => {
    assert.deepEqual(
      nations.map((nation) => working('2026-06-15', nation)),
      [true, true, false, true],
    )
  })

  it('leave out weekends, and Boxing Day on the Monday where it falls on a Saturday', () => {
    const days = [
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
      '2026-12-28',
      '2026-12-29',
    ]
    assert.deepEqual(
      days.map((day) => working(day, 'wales')),
      [true, false, false, false, false, true],
    )
  })

  it('come from dates that are all on the weekday the source says', () => {
    const names = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
    for (const list of Object.values(held.nations)) {
      for (const { date, weekday: name } of list) {
        assert.equal(names[weekday(asDay(date)) - 1], name, date)
      }
    }
  })

  it('are refused for a year not held, which the refusal names', () => {
    const refusal = refusalIn(dueAfterWorkingDays(asDay('2028-12-29'), workingDays(1), 'england'))
    assert.equal(refusal.code, 'bank-holidays-not-held')
    assert.match(refusal.says, /bank holidays of 2029 are not held.*2024 to 2028/)
    assert.equal(refusalIn(isWorkingDay(asDay('2023-12-29'), 'wales')).code, refusal.code)
  })
})

describe('Counting that begins with the day', () => {
  it('takes a working day as day 1', () => {
    const from = asDay('2026-03-02')
    const due = dueAfterWorkingDays(from, workingDays(20), 'england', 'beginning-with')
    assert.equal(valueIn(due), '2026-03-27')
  })

  it('takes the next working day as day 1 when it begins on a Saturday', () => {
    const from = asDay('2026-03-07')
    const due = dueAfterWorkingDays(from, workingDays(1), 'england', 'beginning-with')
    assert.equal(valueIn(due), '2026-03-09')
  })
})

describe('Any number of working days', () => {
  const from = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(asDay('2024-01-01'), days))
  const count = fc.integer({ min: 1, max: 60 })
  const nation = fc.constantFrom(...nations)

  it('ends on a working day, and as many were taken', () => {
    fc.assert(
      fc.property(from, count, nation, (start, n, where) => {
        const due = valueIn(dueAfterWorkingDays(start, workingDays(n), where))
        assert.equal(valueIn(isWorkingDay(due, where)), true)
        assert.equal(valueIn(workingDaysTaken(start, due, where)), n)
      }),
      { numRuns: 60 },
    )
  })

  it('is never sooner than the same number of calendar days', () => {
    fc.assert(
      fc.property(from, count, nation, (start, n, where) => {
        const due = valueIn(dueAfterWorkingDays(start, workingDays(n), where))
        assert.ok(daysBetween(dueAfterDays(start, n), due) >= 0)
      }),
      { numRuns: 60 },
    )
  })

  it('is a whole number, 0 or more', () => {
    assert.throws(() => workingDays(-1), RangeError)
    assert.throws(() => workingDays(1.5), RangeError)
    const none = dueAfterWorkingDays(asDay('2026-04-04'), workingDays(0), 'england')
    assert.equal(valueIn(none), '2026-04-04')
  })
})

describe('Calendar time', () => {
  it('counts plain days: an answer within 28 days of 2 March is due by 30 March', () => {
    assert.equal(dueAfterDays(asDay('2026-03-02'), 28), '2026-03-30')
  })

  it('counts months by the corresponding date, from the day in London', () => {
    assert.equal(dueAfterMonths(asInstant('2026-07-14T23:30:00Z'), 6), '2027-01-15')
  })
})
