// NEWS2 equals the published chart at every value of every measurement, and at every total.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type News2Observations, news2 } from '../../src/forms/domain/scores/news2.ts'

const well: News2Observations = {
  respirations: 16,
  saturation: 97,
  scale: 1,
  oxygen: false,
  systolic: 120,
  pulse: 70,
  alert: true,
  temperature: 37,
}

/**
 * Chart 1 as it is printed, column by column from 3 over 0 to 3; `-` where a box is empty.
 * @source Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017, chart 1
 */
const chart = `
respirations            | ..8  | -      | 9..11    | 12..20   | -       | 21..24   | 25..
saturation scale 1      | ..91 | 92..93 | 94..95   | 96..     | -       | -        | -
saturation scale 2 air  | ..83 | 84..85 | 86..87   | 88..     | -       | -        | -
saturation scale 2 O2   | ..83 | 84..85 | 86..87   | 88..92   | 93..94  | 95..96   | 97..
systolic                | ..90 | 91..100 | 101..110 | 111..219 | -      | -        | 220..
pulse                   | ..40 | -      | 41..50   | 51..90   | 91..110 | 111..130 | 131..
temperature in tenths   | ..350 | -     | 351..360 | 361..380 | 381..390 | 391..   | -`

const columns = [3, 2, 1, 0, 1, 2, 3] as const

/** The points that the printed chart gives a value: it stands in one box and in no other. */
function printed(row: string, value: number): number {
  const line = chart.split('\n').find((one) => one.startsWith(row))
  const boxes = (line ?? '').split('|').slice(1)
  const found = boxes.flatMap((box, at) => {
    const [from = '', to = ''] = box.trim().split('..')
    if (box.trim() === '-') return []
    const isIn = (from === '' || value >= Number(from)) && (to === '' || value <= Number(to))
    return isIn ? [columns[at]] : []
  })
  assert.equal(found.length, 1, `${row} ${value}`)
  return found[0] ?? Number.NaN
}

const every = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('NEWS2', () => {
  it('C4 NEWS2 equals the chart at every rate of breathing from 0 to 80', () => {
    for (const respirations of every(0, 80)) {
      const { points } = news2({ ...well, respirations })
      assert.equal(points.respirations, printed('respirations', respirations))
    }
  })

  for (const oxygen of [false, true]) {
    it(`C4 NEWS2 equals scale 1 at every saturation, ${oxygen ? 'on oxygen' : 'on air'}`, () => {
      for (const saturation of every(0, 100)) {
        const { points } = news2({ ...well, saturation, oxygen })
        assert.equal(points.saturation, printed('saturation scale 1', saturation))
        assert.equal(points.oxygen, oxygen ? 2 : 0)
      }
    })

    it(`C4 NEWS2 equals scale 2 at every saturation, ${oxygen ? 'on oxygen' : 'on air'}`, () => {
      const row = oxygen ? 'saturation scale 2 O2' : 'saturation scale 2 air'
      for (const saturation of every(0, 100)) {
        const { points } = news2({ ...well, saturation, scale: 2, oxygen })
        assert.equal(points.saturation, printed(row, saturation), `${saturation}`)
      }
    })
  }

  it('C4 NEWS2 equals the chart at every systolic pressure from 0 to 300', () => {
    for (const systolic of every(0, 300)) {
      assert.equal(news2({ ...well, systolic }).points.systolic, printed('systolic', systolic))
    }
  })

  it('C4 NEWS2 equals the chart at every pulse from 0 to 300', () => {
    for (const pulse of every(0, 300)) {
      assert.equal(news2({ ...well, pulse }).points.pulse, printed('pulse', pulse))
    }
  })

  it('C4 NEWS2 equals the chart at every tenth of a degree from 25.0 to 45.0', () => {
    for (const tenths of every(250, 450)) {
      const { points } = news2({ ...well, temperature: tenths / 10 })
      assert.equal(points.temperature, printed('temperature in tenths', tenths), `${tenths}`)
    }
  })

  it('C4 NEWS2 gives 3 for anything but alert, and 2 for oxygen', () => {
    assert.deepEqual(
      [true, false].map((alert) => news2({ ...well, alert }).points.consciousness),
      [0, 3],
    )
    assert.equal(news2({ ...well, oxygen: true }).points.oxygen, 2)
  })

  it('C4 NEWS2 asks for what the published thresholds say, at every total from 0 to 20', () => {
    const seen = new Set<number>()
    const any = fc.record({
      respirations: fc.integer({ min: 4, max: 40 }),
      saturation: fc.integer({ min: 75, max: 100 }),
      scale: fc.constantFrom(1 as const, 2 as const),
      oxygen: fc.boolean(),
      systolic: fc.integer({ min: 60, max: 240 }),
      pulse: fc.integer({ min: 30, max: 150 }),
      alert: fc.boolean(),
      temperature: fc.integer({ min: 330, max: 410 }).map((tenths) => tenths / 10),
    })
    fc.assert(
      fc.property(any, (observations) => {
        const { points, total, asksFor } = news2(observations)
        const all = Object.values(points)
        assert.equal(
          total,
          all.reduce((sum, one) => sum + one, 0),
        )
        seen.add(total)
        const low = all.includes(3) ? 'low-with-a-three' : 'low'
        assert.equal(asksFor, total >= 7 ? 'emergency' : total >= 5 ? 'urgent' : low)
      }),
      { numRuns: 20_000, seed: 2017 },
    )
    const worst = { respirations: 30, saturation: 80, oxygen: true, systolic: 80, pulse: 140 }
    seen.add(news2({ ...well, ...worst, alert: false, temperature: 34 }).total)
    seen.add(news2(well).total)
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      every(0, 20),
    )
  })
})
