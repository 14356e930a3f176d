// What is promised of days and moments.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMilliseconds,
  addMonths,
  ageOn,
  asDay,
  asInstant,
  dayFromParts,
  dayIn,
  daysBetween,
  endOfDay,
  epochMilliseconds,
  instantAt,
  LONDON,
  parseDay,
  parseInstant,
  startOfDay,
  weekday,
} from '../../src/basics/index.ts'
import { refusalIn, valueIn } from './outcome.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(asDay('1900-01-01'), days))

describe('A day as text', () => {
  it('is read when it exists', () => {
    assert.equal(valueIn(parseDay(' 2028-02-29 ')), '2028-02-29')
  })

  it('is refused by name when it does not exist or is written another way', () => {
    for (const text of ['2026-02-29', '2026-13-01', '20260101', '2026-1-1', '2026-01-01T00:00']) {
      const refusal = refusalIn(parseDay(text, 'date of birth', 'born'))
      assert.equal(refusal.code, 'day-not-real', text)
      assert.equal(refusal.says, 'The date of birth must be a real date.')
      assert.equal(refusal.field, 'born')
    }
  })

  it('is asked for when it is missing', () => {
    assert.equal(refusalIn(parseDay('')).code, 'day-missing')
  })

  it('throws when the code itself writes one that does not exist', () => {
    assert.throws(() => asDay('2026-02-30'), RangeError)
    assert.throws(() => asInstant('2026-02-20'), RangeError)
  })
})

describe('A day typed into three boxes', () => {
  it('is read with the month as a number or a name', () => {
    for (const month of ['3', '03', 'March', 'mar', 'MAR.']) {
      assert.equal(valueIn(dayFromParts({ day: '7', month, year: '2026' }, 'date')), '2026-03-07')
    }
  })

  it('names the box that is empty', () => {
    const refusal = refusalIn(dayFromParts({ day: '7', month: '', year: '2026' }, 'date of birth'))
    assert.equal(refusal.says, 'The date of birth must include a month.')
  })

  it('is refused when the year has two digits, the month no name or the day does not exist', () => {
    for (const parts of [
      { day: '7', month: '3', year: '26' },
      { day: '7', month: 'ma', year: '2026' },
      { day: '31', month: '4', year: '2026' },
      { day: '1.5', month: '4', year: '2026' },
    ]) {
      assert.equal(refusalIn(dayFromParts(parts, 'date')).code, 'day-not-real')
    }
  })
})

describe('A moment as text', () => {
  it('is kept in UTC to the millisecond, whatever its distance from UTC', () => {
    const found = valueIn(parseInstant('2026-06-01T09:30:00.123999+01:00'))
    assert.equal(found, '2026-06-01T08:30:00.123Z')
  })

  it('is refused without a distance from UTC, without a time, or when it does not exist', () => {
    for (const text of [
      '2026-06-01T09:30:00',
      '2026-06-01',
      '2026-02-30T09:30:00Z',
      '2026-06-01T25:00:00Z',
      '2026-06-01T09:30:00+15:00',
      '2026-06-01T09:30:00Z[Europe/London]',
      '0000-01-01T00:00:00+14:00',
    ]) {
      assert.equal(refusalIn(parseInstant(text)).code, 'instant-not-real', text)
    }
  })

  it('sorts as text in the order of time', () => {
    const moment = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 })
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        assert.equal(instantAt(one) < instantAt(other), one < other)
        assert.equal(epochMilliseconds(instantAt(one)), one)
      }),
    )
  })

  it('is moved by milliseconds', () => {
    assert.equal(addMilliseconds(asInstant('2026-01-01T00:00:00Z'), -1), '2025-12-31T23:59:59.999Z')
  })
})

describe('The clocks of London', () => {
  it('show the next day in the last hour of UTC in summer', () => {
    assert.equal(dayIn(LONDON, asInstant('2026-06-30T23:30:00Z')), '2026-07-01')
    assert.equal(dayIn(LONDON, asInstant('2026-12-30T23:30:00Z')), '2026-12-30')
  })

  it('begin a summer day at 23:00 UTC of the day before', () => {
    assert.equal(startOfDay(asDay('2026-07-01')), '2026-06-30T23:00:00.000Z')
  })

  it('make the day they go forward 23 hours long and the day they go back 25', () => {
    const hours = (day: string) =>
      (epochMilliseconds(endOfDay(asDay(day))) - epochMilliseconds(startOfDay(asDay(day)))) / 36e5
    assert.deepEqual(['2026-03-29', '2026-10-25', '2026-10-26'].map(hours), [23, 25, 24])
  })

  it('put the first and the last moment of any day in that day, and the next one after it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.equal(dayIn(LONDON, startOfDay(day)), day)
        assert.equal(dayIn(LONDON, addMilliseconds(endOfDay(day), -1)), day)
        assert.equal(dayIn(LONDON, endOfDay(day)), addDays(day, 1))
      }),
    )
  })
})

describe('Moving a day', () => {
  it('by months stops at the end of a shorter month', () => {
    assert.equal(addMonths(asDay('2026-01-31'), 3), '2026-04-30')
    assert.equal(addMonths(asDay('2027-12-31'), 2), '2028-02-29')
    assert.equal(addMonths(asDay('2026-03-31'), -1), '2026-02-28')
  })

  it('by days and counting the days between are each other undone', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        assert.equal(daysBetween(day, addDays(day, count)), count)
      }),
    )
  })

  it('moves the day of the week along', () => {
    assert.deepEqual([weekday(asDay('2026-04-05')), weekday(asDay('2026-04-06'))], [7, 1])
  })
})

describe('Age', () => {
  it('is completed at the start of the birthday', () => {
    assert.equal(ageOn(asDay('2010-11-23'), asDay('2026-11-22')), 15)
    assert.equal(ageOn(asDay('2010-11-23'), asDay('2026-11-23')), 16)
  })

  it('is completed on 1 March of common years for who was born on 29 February', () => {
    const born = asDay('2008-02-29')
    assert.deepEqual(
      ['2026-02-28', '2026-03-01', '2028-02-28', '2028-02-29'].map((day) =>
        ageOn(born, asDay(day)),
      ),
      [17, 18, 19, 20],
    )
  })
})
