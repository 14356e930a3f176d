// A form reads what was typed, or says what to do about each field and keeps what was typed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  choiceField,
  choicesField,
  dayField,
  defineForm,
  demanding,
  type FormValues,
  optional,
  refusedEntry,
  textField,
  tickField,
  wholeNumberField,
} from '../../src/web/index.ts'

const born = dayField({ name: 'Date of birth', missing: 'Enter your date of birth' })
const name = textField({
  missing: 'Enter your name',
  longest: 5,
  tooLong: 'Use 5 letters or fewer',
})
const hours = wholeNumberField({
  missing: 'Enter how many hours',
  notANumber: 'Hours must be a whole number, such as 3',
  least: 1,
  most: 4000,
  outside: 'Hours must be between 1 and 4,000',
})

/** What a form of one field makes of it: its value, or the sentence and where it points. */
function read(field: Parameters<typeof defineForm>[0][string], form: FormValues) {
  const reading = defineForm({ it: field }).parse(form)
  return reading.ok
    ? reading.values.it
    : [reading.entry.errors.it?.says, reading.entry.errors.it?.at]
}

const day = (d: string, m: string, y: string) => ({ 'it-day': d, 'it-month': m, 'it-year': y })

describe('A day', () => {
  it('is read from numbers and from names of months', () => {
    assert.equal(read(born, day('15', '3', '1984')), '1984-03-15')
    assert.equal(read(born, day(' 29 ', 'Feb', '2024')), '2024-02-29')
    assert.equal(read(born, day('1', 'december', '2000')), '2000-12-01')
  })

  it('that lacks a part, or was never there, says so at the part to change', () => {
    const says = (d: string, m: string, y: string) => read(born, day(d, m, y))
    assert.deepEqual(says('', '', ''), ['Enter your date of birth', 'it-day'])
    assert.deepEqual(says('', '3', '1984'), ['Date of birth must include a day', 'it-day'])
    assert.deepEqual(says('15', '', '1984'), ['Date of birth must include a month', 'it-month'])
    assert.deepEqual(says('15', '3', ''), ['Date of birth must include a year', 'it-year'])
    assert.deepEqual(says('15', '3', '84'), [
      'Date of birth must have a year of 4 numbers',
      'it-year',
    ])
    const notReal = 'Date of birth must be a real date, such as 15 3 1984'
    assert.deepEqual(says('29', '2', '2023'), [notReal, 'it-day'])
    assert.deepEqual(says('15', 'x', '1984'), [notReal, 'it-month'])
    assert.deepEqual(says('15', 'ma', '1984'), [notReal, 'it-month'])
    assert.deepEqual(says('0', '1', '1984'), [notReal, 'it-day'])
  })

  it('is real exactly when the calendar has it', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.nat({ max: 13 }),
      fc.nat({ max: 32 }),
    )
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const y = String(year).padStart(4, '0')
        const real = new Date(`${y}-01-01T00:00:00Z`)
        real.setUTCMonth(month - 1, date)
        const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === date
        const value = read(born, day(String(date), String(month), y))
        assert.equal(typeof value === 'string', exists)
        if (exists) assert.equal(value, real.toISOString().slice(0, 10))
      }),
      { numRuns: 500 },
    )
  })
})

describe('Other fields', () => {
  it('read text, numbers, choices and ticks, and say what to do', () => {
    assert.equal(read(name, { it: '  Asha ' }), 'Asha')
    assert.equal(read(name, { it: 'Zoë👩‍👩‍👧!' }), 'Zoë👩‍👩‍👧!')
    assert.deepEqual(read(name, { it: 'Ashana' }), ['Use 5 letters or fewer', 'it'])
    assert.deepEqual(read(name, {}), ['Enter your name', 'it'])
    assert.equal(read(hours, { it: '1,200' }), 1200)
    assert.deepEqual(read(hours, { it: '2.5' }), ['Hours must be a whole number, such as 3', 'it'])
    assert.deepEqual(read(hours, { it: '0' }), ['Hours must be between 1 and 4,000', 'it'])
    assert.equal(read(choiceField(['a', 'b'], 'Select one'), { it: 'b' }), 'b')
    assert.deepEqual(read(choiceField(['a', 'b'], 'Select one'), { it: 'c' }), ['Select one', 'it'])
    assert.deepEqual(read(choicesField(['a', 'b', 'c']), { it: ['c', 'a', 'x'] }), ['a', 'c'])
    assert.deepEqual(read(choicesField(['a'], 'Select any'), {}), ['Select any', 'it'])
    assert.equal(read(tickField('Tick to agree'), { it: 'yes' }), true)
    assert.deepEqual(read(tickField('Tick to agree'), {}), ['Tick to agree', 'it'])
  })

  it('may be left out, or ask for more', () => {
    assert.equal(read(optional(born), day('', '', '')), undefined)
    assert.equal(read(optional(born), day('1', '1', '2000')), '2000-01-01')
    const past = demanding(born, (value) =>
      value < '2026-11-23' ? null : 'Date of birth must be in the past',
    )
    assert.deepEqual(read(past, day('1', '1', '2030')), [
      'Date of birth must be in the past',
      'it-day',
    ])
  })

  it('are not fooled by names that every object has', () => {
    for (const typed of ['__proto__', 'constructor', 'toString']) {
      const reading = defineForm({ [typed]: name }).parse({})
      assert.equal(reading.ok, false)
    }
  })
})

describe('A form with errors', () => {
  it('shows every error at once, in the order of the questions, and keeps what was typed', () => {
    const form = defineForm({ name, hours, born })
    const typed = { name: 'Asha', hours: 'many', 'born-day': '31', 'born-month': '2' }
    const reading = form.parse(typed)
    assert.equal(reading.ok, false)
    assert.deepEqual(Object.keys(reading.entry.errors), ['hours', 'born'])
    assert.equal(reading.entry.typed, typed)
    assert.deepEqual(form.keep({ ...typed, other: 'x' }), typed)
  })

  it('shows what an action refused at the field that it blames', () => {
    const refusal = {
      code: 'name-taken',
      says: 'This name is taken.',
      next: 'Enter another.',
      http: 409,
      fhir: 'duplicate',
      field: 'name',
    } as const
    const { errors } = refusedEntry({ name: 'Asha' }, refusal)
    assert.deepEqual(errors, {
      name: { says: 'This name is taken. Enter another.', at: 'name', whole: true },
    })
  })
})
