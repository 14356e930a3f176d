// What is promised of canonical text.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalText } from '../../src/basics/index.ts'
import { refusalIn, valueIn } from './outcome.ts'

const plain = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 })
const whatOf = (value: unknown) => refusalIn(canonicalText(value)).says

describe('Canonical text', () => {
  it('is the text that RFC 8785, section 3.2.2, prints for its example', () => {
    const sample = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/",' +
        '"literals":[null,true,false]}',
    )
    assert.equal(
      valueIn(canonicalText(sample)),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by UTF-16 code unit, as RFC 8785, section 3.2.3, prints', () => {
    const sample = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    const text = valueIn(canonicalText(sample))
    const order = Array.from(text.matchAll(/:(\d)/g), ([, number]) => number)
    assert.deepEqual(order.join(''), '2467153')
  })

  it('writes minus zero as zero', () => {
    assert.equal(valueIn(canonicalText([-0])), '[0]')
  })

  it('is the same whatever the order of keys, and reads back as the same data', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = valueIn(canonicalText(value))
        assert.equal(valueIn(canonicalText(backwards(value))), text)
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('Canonical text is refused', () => {
  it('for half a surrogate pair, in text and in keys', () => {
    assert.match(whatOf({ words: ['a', '\ud83d'] }), /words\/1 is text with half a character/)
    assert.match(whatOf({ '\ude00': 1 }), /key has half a character/)
  })

  it('for a number that is none', () => {
    assert.match(whatOf([Number.NaN]), /the number NaN/)
    assert.match(whatOf(Number.NEGATIVE_INFINITY), /the top is the number -Infinity/)
  })

  it('for what JSON would drop in silence', () => {
    assert.match(whatOf(undefined), /the top is undefined/)
    assert.match(whatOf({ a: { b: undefined } }), /a\/b is undefined/)
    assert.match(whatOf(new Array(1)), /0 is undefined/)
    assert.match(whatOf({ a: () => 1 }), /a function/)
    assert.match(whatOf({ a: Symbol('a') }), /a symbol/)
  })

  it('for what JSON would change in silence or cannot write', () => {
    assert.match(whatOf({ at: new Date(0) }), /at is an object of a class/)
    assert.match(whatOf(new Map([['a', 1]])), /an object of a class/)
    assert.match(whatOf(1n), /a bigint/)
  })

  it('for a circle', () => {
    const circle: Record<string, unknown> = {}
    circle.again = circle
    assert.match(whatOf(circle), /more than 500 levels deep/)
  })
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inside]) => [key, backwards(inside)]))
}
