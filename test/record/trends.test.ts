// Promises of trends: never two units in one picture, bounds and gaps said, each value as written.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day, Id } from '../../src/basics/index.ts'
import type { Json } from '../../src/fhir/index.ts'
import { measuredIn, valueWords } from '../../src/record/domain/measured.ts'
import { namesOfThing, panelsOf, type Reading } from '../../src/record/domain/trend.ts'

const measured = (rest: { readonly [name: string]: Json }, text?: string) => {
  const resource = { resourceType: 'Observation', ...rest }
  return measuredIn(resource, text ?? JSON.stringify(resource))
}

const reading = (day: string, rest: { readonly [name: string]: Json }, title = 'HbA1c') =>
  ({
    id: `id-${day}` as Id,
    day: day as Day,
    title,
    thing: 'http://loinc.org|4548-4',
    measured: measured(rest),
  }) satisfies Reading

const quantity = (value: number, unit: string, more: { readonly [name: string]: Json } = {}) => ({
  valueQuantity: { value, unit, ...more },
})

describe('A1 What was measured', () => {
  it('stays as it was written, also in a part', () => {
    const text = `{"resourceType":"Observation","component":[{"code":{"text":"Upper"},
      "valueQuantity":{"value":138.0,"unit":"mmHg"}}],"valueQuantity":{"value":1.10,"unit":"kg"}}`
    assert.deepEqual(measuredIn(JSON.parse(text), text).map(valueWords), ['1.10 kg', '138.0 mmHg'])
  })

  it('keeps the sign of a bound, a range of the laboratory, and why there is no value', () => {
    const [low] = measured({
      ...quantity(5, 'mg/L', { comparator: '<' }),
      referenceRange: [{ high: { value: 10 } }],
    })
    assert.equal(low && valueWords(low), '<5 mg/L')
    assert.equal(low?.range?.says, 'up to 10')
    const [none] = measured({ dataAbsentReason: { text: 'Sample lost' } })
    assert.equal(none && valueWords(none), 'no value (Sample lost)')
  })

  it('does not choose between two ranges', () => {
    const [one] = measured({
      ...quantity(5, 'mg/L'),
      referenceRange: [{ high: { value: 10 } }, { high: { value: 20 } }],
    })
    assert.equal(one?.range, null)
  })
})

describe('A1 A trend', () => {
  it('draws two units apart, and one unit in two spellings together', () => {
    const panels = panelsOf([
      reading('2024-01-01', quantity(58, 'mmol/mol')),
      reading('2025-01-01', quantity(7.5, '%')),
      reading('2026-01-01', quantity(54, 'mmol/mol')),
    ])
    assert.deepEqual(
      panels.map(({ unit, series }) => [unit, series[0]?.points.map(({ value }) => value)]),
      [
        ['mmol/mol', [58, 54]],
        ['%', [7.5]],
      ],
    )
    const same = panelsOf([
      reading('2024-01-01', quantity(120, 'mm[Hg]')),
      reading('2025-01-01', quantity(118, 'mmHg')),
    ])
    assert.equal(same.length, 1)
  })

  it('does not draw mmol/L and mg/dL on one line: nothing is converted', () => {
    const glucose = [
      reading('2024-01-01', quantity(5.5, 'mmol/L')),
      reading('2025-01-01', quantity(99, 'mg/dL')),
    ]
    assert.equal(panelsOf(glucose).length, 2)
  })

  it('draws both numbers of blood pressure in one picture, however they were coded', () => {
    const part = (code: string, text: string, value: number) => ({
      code: { coding: [{ system: 'http://loinc.org', code }], text },
      ...quantity(value, 'mmHg'),
    })
    const together = reading('2025-01-01', {
      component: [part('8480-6', 'Upper', 138), part('8462-4', 'Lower', 78)],
    })
    const alone = {
      ...reading('2026-01-01', quantity(131, 'mmHg'), 'Systolic'),
      thing: 'http://loinc.org|8480-6',
    }
    const [panel] = panelsOf([together, alone])
    assert.deepEqual(
      panel?.series.map(({ points }) => points.map(({ value }) => value)),
      [[138, 131], [78]],
    )
    const names = namesOfThing('http://loinc.org|8480-6')
    assert.ok(names.includes('http://loinc.org|85354-9'))
  })

  it('has no point where there is no number, and marks a bound as one', () => {
    const [panel] = panelsOf([
      reading('2024-01-01', { valueCodeableConcept: { text: 'Positive' } }),
      reading('2025-01-01', { dataAbsentReason: { text: 'Sample lost' } }),
      reading('2026-01-01', quantity(5, 'mg/L', { comparator: '<' })),
    ])
    assert.deepEqual(panel?.series[0]?.points, [
      { day: '2026-01-01', value: 5, says: '<5', bound: 'less' },
    ])
  })

  it('carries no range over to where none was given, nor an old one past a new one', () => {
    const ranged = (low: number, high: number) => ({
      ...quantity(50, 'mmol/mol'),
      referenceRange: [{ low: { value: low }, high: { value: high } }],
    })
    const [panel] = panelsOf([
      reading('2022-01-01', ranged(20, 41)),
      reading('2023-01-01', ranged(20, 41)),
      reading('2024-01-01', ranged(20, 48)),
      reading('2025-01-01', quantity(50, 'mmol/mol')),
      reading('2026-01-01', quantity(50, 'mmol/mol')),
    ])
    assert.deepEqual(
      panel?.series[0]?.bands.map(({ from, until, high }) => [from, until, high]),
      [
        ['2022-01-01', '2024-01-01', 41],
        ['2024-01-01', '2025-01-01', 48],
      ],
    )
  })
})
