// Texts, dates and numbers as people read them, in English and Welsh.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day, Instant } from '../../src/basics/index.ts'
import {
  catalogue,
  dayOf,
  formatCount,
  formatDay,
  formatDueDay,
  formatInstant,
  formatList,
  formatNumber,
  formatTime,
  formatWeekday,
  shellWords,
} from '../../src/web/index.ts'
import { refusals } from '../../src/web/refusals.ts'
import { welshRefusals } from '../../src/web/words/cy.ts'
import { shellCatalogue } from '../../src/web/words/shell-words.ts'

const at = (text: string) => text as Instant

describe('A catalogue', () => {
  const english = { hello: 'Hello', days: (n: number) => `${n} days`, deep: { end: 'The end' } }

  it('falls back to English where Welsh is missing, and knows what is missing', () => {
    const words = catalogue(english, { hello: 'Helo' })
    assert.equal(words.in('cy').hello, 'Helo')
    assert.equal(words.in('cy').days(3), '3 days')
    assert.equal(words.in('cy').deep.end, 'The end')
    assert.deepEqual(words.untranslated, ['days', 'deep.end'])
    assert.equal(words.welsh, 'part')
  })

  it('is whole when every text is there, and none when there is nothing', () => {
    const whole = catalogue(english, {
      hello: 'Helo',
      days: (n) => `${n} dydd`,
      deep: { end: 'Y diwedd' },
    })
    assert.equal(whole.welsh, 'whole')
    assert.equal(catalogue(english).welsh, 'none')
  })

  it('of the shell is whole in Welsh, and so are its refusals', () => {
    assert.deepEqual(shellCatalogue.untranslated, [])
    assert.equal(shellWords('cy').skip, 'Neidio i’r prif gynnwys')
    const codes = Object.values(refusals).map(({ code }) => code)
    assert.deepEqual(Object.keys(welshRefusals).sort(), codes.sort())
  })
})

describe('Dates and times', () => {
  it('are those of London, in summer and in winter', () => {
    assert.equal(formatInstant(at('2026-11-23T09:30:00.000Z'), 'en'), '23 November 2026 at 9:30am')
    assert.equal(formatInstant(at('2026-07-01T23:30:00.000Z'), 'en'), '2 July 2026 at 12:30am')
    assert.equal(dayOf(at('2026-07-01T23:30:00.000Z')), '2026-07-02')
    assert.equal(dayOf(at('2026-01-01T23:30:00.000Z')), '2026-01-01')
  })

  it('follow the NHS style for times', () => {
    assert.equal(formatTime(at('2026-11-23T12:00:00.000Z'), 'en'), 'midday')
    assert.equal(formatTime(at('2026-11-23T00:00:00.000Z'), 'en'), 'midnight')
    assert.equal(formatTime(at('2026-11-23T17:00:00.000Z'), 'en'), '5pm')
    assert.equal(formatTime(at('2026-11-23T17:05:00.000Z'), 'cy'), '5:05pm')
    assert.equal(formatTime(at('2026-11-23T12:00:00.000Z'), 'cy'), 'canol dydd')
  })

  it('name the day, and the day alone never moves', () => {
    assert.equal(formatDay('2026-03-01' as Day, 'en'), '1 March 2026')
    assert.equal(formatDay('2026-03-01' as Day, 'cy'), '1 Mawrth 2026')
    assert.equal(formatWeekday('2026-11-27' as Day, 'en'), 'Friday 27 November')
    assert.equal(formatDueDay('2026-11-27' as Day, 'en'), 'Friday 27 November 2026')
  })
})

describe('Numbers', () => {
  it('are grouped', () => {
    assert.equal(formatNumber(12345, 'en'), '12,345')
  })

  it('take the plural that the language has', () => {
    const days = { one: '{n} day', other: '{n} days' }
    assert.deepEqual(
      [0, 1, 2].map((n) => formatCount(n, days, 'en')),
      ['0 days', '1 day', '2 days'],
    )
    const welsh = { two: '{n} ddiwrnod', few: '{n} diwrnod', other: '{n} diwrnod' }
    assert.equal(formatCount(2, welsh, 'cy'), '2 ddiwrnod')
    assert.equal(formatList(['Asha', 'Sian', 'Tom'], 'en'), 'Asha, Sian and Tom')
  })
})
