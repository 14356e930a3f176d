// Exact fractions: what they come to, and how they are read and written.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  compareFractions,
  fraction,
  inUnits,
  minus,
  over,
  plus,
  readDecimal,
  times,
  toDecimal,
  toNumber,
} from '../src/ground/fraction.ts'

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 10n ** 40n))
  .map(([n, d]) => fraction(n, d))

describe('A fraction', () => {
  it('is in lowest terms with its sign above the line', () => {
    assert.deepEqual(fraction(6n, -4n), { n: -3n, d: 2n })
    assert.deepEqual(fraction(0n, -4n), { n: 0n, d: 1n })
  })

  it('is added and taken away, multiplied and divided without a trace', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        assert.deepEqual(minus(plus(a, b), b), a)
        if (b.n !== 0n) assert.deepEqual(over(times(a, b), b), a)
        assert.equal(compareFractions(a, b), -compareFractions(b, a) + 0)
      }),
    )
  })

  it('of thousands of digits is near the float it stands for', () => {
    const huge = 7n ** 4000n
    assert.ok(Math.abs(toNumber({ n: huge, d: huge * 3n }) - 1 / 3) < 1e-16)
    assert.equal(toNumber({ n: -huge * 5n, d: huge }), -5)
    assert.equal(toNumber({ n: 1n, d: 1n << 900n }), 2 ** -900)
  })

  it('is written with its last decimal rounded half up', () => {
    assert.equal(toDecimal(fraction(2n, 3n), 2), '0.67')
    assert.equal(toDecimal(fraction(1n, 8n), 2), '0.13')
    assert.equal(toDecimal(fraction(-1n, 3n), 3), '-0.333')
    assert.equal(toDecimal(fraction(-1n, 1000n), 2), '0')
    assert.equal(toDecimal(fraction(1200n), 2), '1200')
  })
})

describe('A decimal', () => {
  it('is read with a point, or with a comma that can only be one', () => {
    assert.deepEqual(readDecimal('0012.50'), { units: 125n, decimals: 1 })
    assert.deepEqual(readDecimal('-12,5'), { units: -125n, decimals: 1 })
    assert.equal(inUnits({ units: 125n, decimals: 1 }, 3), 12500n)
  })

  it('is not read where it could be something else', () => {
    for (const text of ['', '1,000', '1e3', '1 000', '1.', '.5', '--1', '1234567890123456']) {
      assert.equal(readDecimal(text), null, text)
    }
  })
})
