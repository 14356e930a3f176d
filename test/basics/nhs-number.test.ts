// What is promised of NHS numbers.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  formatNhsNumber,
  isKeptForTesting,
  nhsNumberOf,
  parseNhsNumber,
} from '../../src/basics/index.ts'
import { refusalIn, valueIn } from './outcome.ts'

const nineDigits = fc
  .integer({ min: 1, max: 999_999_999 })
  .map((number) => String(number).padStart(9, '0'))

describe('An NHS number', () => {
  it('is read with or without spaces and hyphens', () => {
    for (const text of ['9434765919', '943 476 5919', ' 943-476-5919 ', '943\u00a0476\u20135919']) {
      assert.equal(valueIn(parseNhsNumber(text)), '9434765919')
    }
  })

  it('is read when published examples pass the check', () => {
    for (const text of ['9912003888', '9730906181'])
      assert.equal(valueIn(parseNhsNumber(text)), text)
  })

  it('is refused when its last digit does not check the others', () => {
    for (const text of ['9912003814', '4123456879', '9434765918']) {
      assert.equal(refusalIn(parseNhsNumber(text)).code, 'nhs-number-mistyped')
    }
  })

  it('is refused when it is all zeros, which passes the check', () => {
    assert.equal(refusalIn(parseNhsNumber('000 000 0000')).code, 'nhs-number-mistyped')
  })

  it('is refused with too few digits, too many, or other characters', () => {
    for (const text of ['943476591', '94347659190', '943476591O', '٩٤٣٤٧٦٥٩١٩']) {
      assert.equal(refusalIn(parseNhsNumber(text, 'nhs')).code, 'nhs-number-not-ten-digits')
    }
    assert.equal(refusalIn(parseNhsNumber(' ')).code, 'nhs-number-missing')
  })

  it('is never repeated in a refusal', () => {
    const said = JSON.stringify(refusalIn(parseNhsNumber('9434765918')))
    assert.doesNotMatch(said, /943/)
  })

  it('is printed in threes and a four', () => {
    assert.equal(formatNhsNumber(valueIn(parseNhsNumber('9434765919'))), '943 476 5919')
  })

  it('is kept for testing when it begins with 999', () => {
    const made = nhsNumberOf('999000001')
    assert.ok(made !== null && isKeptForTesting(made))
    assert.equal(isKeptForTesting(valueIn(parseNhsNumber('9434765919'))), false)
  })
})

describe('Any nine digits', () => {
  it('have a check digit that is read back, or none at all', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const made = nhsNumberOf(digits)
        if (made !== null) assert.equal(valueIn(parseNhsNumber(formatNhsNumber(made))), made)
      }),
    )
  })

  it('lead to a number in which no single digit can be mistyped unnoticed', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, step) => {
        const made = nhsNumberOf(digits)
        if (made === null) return
        const other = String((Number(made[at]) + step) % 10)
        const mistyped = made.slice(0, at) + other + made.slice(at + 1)
        assert.equal(refusalIn(parseNhsNumber(mistyped)).code, 'nhs-number-mistyped')
      }),
    )
  })
})
