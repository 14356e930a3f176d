// Promises of the scales of charts: round numbers, every value inside, days that are written.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../../src/basics/index.ts'
import { timeScale, valueScale } from '../../src/web/charts/scales.ts'

const size = { bottom: 300, top: 20, count: 5 }

describe('The scale of the values of a chart', () => {
  it('holds every value, at round numbers', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const { place, ticks } = valueScale(values, size)
        for (const one of values) {
          const at = place(one)
          assert.ok(at <= size.bottom + 1e-6 && at >= size.top - 1e-6, `${one} lies at ${at}`)
        }
        assert.ok(ticks.length >= 2 && ticks.length <= 13, `${ticks.length} ticks`)
      }),
    )
  })

  it('writes as many decimals as its steps have', () => {
    assert.equal(valueScale([1.1, 1.4], size).decimals, 1)
    assert.equal(valueScale([110, 140], size).decimals, 0)
    assert.deepEqual(
      valueScale([49, 58], size).ticks.map(({ value }) => value),
      [48, 50, 52, 54, 56, 58],
    )
  })
})

describe('The days below a chart', () => {
  const daysOf = (first: string, last: string) =>
    timeScale([first as Day, last as Day], { left: 50, right: 700, count: 7 }, 'en-GB').ticks.map(
      ({ text }) => text,
    )

  it('are days, months or years, by how long the chart is', () => {
    assert.deepEqual(daysOf('2026-11-01', '2026-11-05').slice(0, 2), ['1 Nov', '2 Nov'])
    assert.deepEqual(daysOf('2026-01-01', '2026-06-15').slice(0, 2), ['Jan 2026', 'Feb 2026'])
    assert.deepEqual(daysOf('2006-05-10', '2025-05-10'), ['2010', '2015', '2020', '2025'])
  })

  it('stand where there is one day alone', () => {
    assert.deepEqual(daysOf('2026-11-12', '2026-11-12'), ['12 Nov'])
  })
})
