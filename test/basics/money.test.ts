// What is promised of money and minutes.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addMinutes,
  addPence,
  formatMinutes,
  formatPence,
  minutes,
  parsePounds,
  pence,
  splitPence,
} from '../../src/basics/index.ts'
import { refusalIn, valueIn } from './outcome.ts'

const anyPence = fc.maxSafeInteger().map(pence)
const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))

describe('Pence', () => {
  it('are whole and exact, or a bug', () => {
    for (const count of [0.5, Number.NaN, 2 ** 53]) assert.throws(() => pence(count), RangeError)
    const most = pence(Number.MAX_SAFE_INTEGER)
    assert.throws(() => addPence(most, pence(1)), RangeError)
    assert.equal(addPence(most, pence(-1), pence(1)), most)
    assert.ok(Object.is(pence(-0), 0))
  })

  it('are shown as pounds with two digits after the point', () => {
    assert.deepEqual(
      [0, 5, 450, 123_450, -123_456_789, -5].map((count) => formatPence(pence(count))),
      ['£0.00', '£0.05', '£4.50', '£1,234.50', '-£1,234,567.89', '-£0.05'],
    )
  })

  it('are read back from what is shown', () => {
    fc.assert(
      fc.property(fc.maxSafeNat().map(pence), (amount) => {
        assert.equal(valueIn(parsePounds(formatPence(amount))), amount)
      }),
    )
  })

  it('are read as people type them', () => {
    for (const text of ['12.5', '£12.50', ' 12.50 ', '£ 12.50', '0012.50']) {
      assert.equal(valueIn(parsePounds(text)), 1250, text)
    }
  })

  it('are refused with a fraction of a penny, a sign, words, or commas in odd places', () => {
    for (const text of ['1.005', '-5', '+5', 'ten', '1,23', '12,3456', '1e3', '.5', '5.']) {
      assert.equal(refusalIn(parsePounds(text, 'amount')).code, 'amount-not-money', text)
    }
    assert.equal(refusalIn(parsePounds('£')).code, 'amount-missing')
    assert.equal(refusalIn(parsePounds('90071992547409.92')).code, 'amount-too-large')
  })
})

describe('An amount that is shared out', () => {
  it('gives the odd pennies of equal shares to the first ones', () => {
    assert.deepEqual(splitPence(pence(100), [1, 1, 1]), [34, 33, 33])
    assert.deepEqual(splitPence(pence(-100), [1, 1, 1]), [-34, -33, -33])
  })

  it('gives the odd penny to the share that lost most', () => {
    assert.deepEqual(splitPence(pence(10), [1, 2, 4]), [1, 3, 6])
  })

  it('gives nothing for a weight of nothing', () => {
    assert.deepEqual(splitPence(pence(5), [0, 3, 0]), [0, 5, 0])
  })

  it('adds up to itself, each share within a penny of its exact part', () => {
    fc.assert(
      fc.property(anyPence, weights, (amount, list) => {
        const shares = splitPence(amount, list)
        const sum = shares.reduce((total, share) => total + BigInt(share), 0n)
        assert.equal(sum, BigInt(amount))
        const all = list.reduce((total, weight) => total + BigInt(weight), 0n)
        for (const [at, share] of shares.entries()) {
          const off = BigInt(share) * all - BigInt(amount) * BigInt(list[at] ?? 0)
          assert.ok(off < all && off > -all)
        }
      }),
    )
  })

  it('is refused as a bug without a weight above nothing', () => {
    for (const list of [[], [0, 0], [1, -1], [0.5]]) {
      assert.throws(() => splitPence(pence(1), list), RangeError)
    }
  })
})

describe('Minutes', () => {
  it('are said in hours and minutes', () => {
    assert.deepEqual(
      [0, 1, 45, 60, 90, 121, -120].map((count) => formatMinutes(minutes(count))),
      [
        '0 minutes',
        '1 minute',
        '45 minutes',
        '1 hour',
        '1 hour 30 minutes',
        '2 hours 1 minute',
        'minus 2 hours',
      ],
    )
  })

  it('are whole', () => {
    assert.throws(() => minutes(0.5), RangeError)
    assert.equal(addMinutes(minutes(50), minutes(-20), minutes(31)), 61)
  })
})
