// Promises of forms: words that stay, answers that fit them, and the Friends and Family Test.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Day, type Id } from '../../src/basics/index.ts'
import { digestOf } from '../../src/forms/actions/fill-in.ts'
import { checkAnswers } from '../../src/forms/domain/answered.ts'
import { askedItems } from '../../src/forms/domain/follow.ts'
import type { Answers, Form } from '../../src/forms/domain/form.ts'
import { faultsOf } from '../../src/forms/domain/form-faults.ts'
import { formOn, forms, versionsOf } from '../../src/forms/domain/forms.ts'
import { fillIn, loadFilled } from '../../src/forms/index.ts'
import { openHouse } from '../rooms.ts'

const day = (text: string) => text as Day

const wellbeing: Form = {
  code: 'wellbeing',
  version: 1,
  title: { en: 'How are you?' },
  preface: { en: 'Thinking about {about}' },
  items: [
    {
      id: 'worse',
      kind: 'one',
      required: true,
      says: { en: 'Is it worse?' },
      choices: [
        { value: 'yes', says: { en: 'Yes' } },
        { value: 'no', says: { en: 'No' } },
      ],
    },
    {
      id: 'days',
      kind: 'number',
      required: true,
      least: 1,
      most: 30,
      says: { en: 'For how many days?' },
      when: { item: 'worse', is: ['yes'] },
    },
    {
      id: 'where',
      kind: 'several',
      required: false,
      says: { en: 'Where?' },
      when: { item: 'days', is: ['7'] },
      choices: [
        { value: 'home', says: { en: 'At home' } },
        { value: 'work', says: { en: 'At work' } },
      ],
    },
    { id: 'more', kind: 'text', required: false, longest: 20, says: { en: 'Anything else?' } },
  ],
  modes: [{ code: 'paper', says: 'On paper' }],
  from: asDay('2026-01-01'),
  until: null,
  licence: { name: 'Ours', holder: 'Nobody' },
  source: 'This test',
  confirmed: null,
}

describe('A form', () => {
  it('asks only what the answers before lead to', () => {
    const ids = (answers: Answers) => askedItems(wellbeing, answers).map(({ id }) => id)
    assert.deepEqual(ids({}), ['worse', 'more'])
    assert.deepEqual(ids({ worse: 'yes' }), ['worse', 'days', 'more'])
    assert.deepEqual(ids({ worse: 'yes', days: 7 }), ['worse', 'days', 'where', 'more'])
    // The answer about days counts for nothing while days are not asked for.
    assert.deepEqual(ids({ worse: 'no', days: 7 }), ['worse', 'more'])
  })

  const table: readonly (readonly [string, Answers, string])[] = [
    ['a question without its answer', {}, 'form-answer-missing'],
    ['only spaces for an answer', { worse: '  ' }, 'form-answer-missing'],
    ['an answer that was not offered', { worse: 'perhaps' }, 'form-answer-not-offered'],
    ['a number outside', { worse: 'yes', days: 31 }, 'form-number-outside'],
    ['a number that is none', { worse: 'yes', days: 'many' }, 'form-number-outside'],
    ['a text that is too long', { worse: 'no', more: 'x'.repeat(21) }, 'form-answer-too-long'],
    ['an answer to what is not asked', { worse: 'no', days: 3 }, 'form-answer-not-asked'],
    ['an answer to what is not there', { worse: 'no', strange: 'x' }, 'form-answer-not-asked'],
    [
      'one choice of several not offered',
      { worse: 'yes', days: 7, where: ['home', 'moon'] },
      'form-answer-not-offered',
    ],
  ]
  for (const [what, answers, code] of table) {
    it(`refuses ${what}`, () => {
      const checked = checkAnswers(wellbeing, answers)
      assert.ok(!checked.ok)
      assert.equal(checked.refusal.code, code)
    })
  }

  it('keeps answers in the order of its questions, whatever order they came in', () => {
    const one = checkAnswers(wellbeing, { more: ' fine ', days: 2, worse: 'yes' })
    const other = checkAnswers(wellbeing, { worse: 'yes', more: 'fine', days: 2 })
    assert.ok(one.ok && other.ok)
    assert.equal(JSON.stringify(one.value), JSON.stringify(other.value))
    assert.equal(JSON.stringify(one.value), '{"worse":"yes","days":2,"more":"fine"}')
  })

  it('never keeps an answer that it would refuse', () => {
    const answer = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))
    const answers = fc.dictionary(fc.constantFrom('worse', 'days', 'where', 'more', 'x'), answer)
    fc.assert(
      fc.property(answers, (given) => {
        const first = checkAnswers(wellbeing, given)
        if (!first.ok) return
        const again = checkAnswers(wellbeing, first.value)
        assert.deepEqual(again, first)
      }),
    )
  })

  it('names every fault in how it is made', () => {
    const [first, ...rest] = wellbeing.items
    assert.ok(first !== undefined)
    assert.deepEqual(faultsOf(wellbeing), [])
    assert.equal(faultsOf({ ...wellbeing, items: [first, first] }).length, 1)
    assert.equal(faultsOf({ ...wellbeing, items: rest }).length, 1)
    assert.equal(faultsOf({ ...wellbeing, items: [{ ...first, id: 'Ö' }] }).length, 1)
    assert.equal(faultsOf({ ...wellbeing, items: [], modes: [] }).length, 2)
    assert.equal(faultsOf({ ...wellbeing, until: asDay('2025-01-01') }).length, 1)
  })
})

describe('Every form that is here', () => {
  it('has no fault, and one wording a day', () => {
    for (const form of forms) {
      assert.deepEqual(faultsOf(form), [], form.code)
      const versions = versionsOf(form.code)
      for (const one of versions) {
        const sameDay = versions.filter(
          ({ from, until }) => from <= (one.until ?? '9999') && one.from <= (until ?? '9999'),
        )
        assert.equal(sameDay.length, 1, `${form.code} ${one.version}`)
      }
    }
  })

  // A digest that differs means that a wording was changed: make a new version instead.
  const frozen: Readonly<Record<string, string>> = {
    'friends-and-family 1': '6dd8648104d5aaa8d047320c6eb293440e278252707adf8b7a97b6f1ee493d67',
    'friends-and-family 2': 'f509628dda8eb9aa1e6d23cd93dc6b805787bdc4ca914a1600e23754b924a0ac',
    'phq-9 1': 'a527f81e99aaaf989fe93d82da0a5446984567a60a74b74017dfde391a2a12b2',
    'gad-7 1': '1d691f709427cc613b6e67db704c19e1bcef11b9a117dbaa579685b5a99ceadd',
    'ons4 1': '296189114ebadd81e66221a074516a3154fabc68eec0aacd94fc411dcd3bd41b',
  }
  it('V6 has the exact wording frozen by version', () => {
    const found = forms.map((form) => [`${form.code} ${form.version}`, digestOf(form)])
    assert.deepEqual(Object.fromEntries(found), frozen)
  })
})

describe('The Friends and Family Test', () => {
  it('V6 asks the words of the day', () => {
    const asked = (on: string) => formOn('friends-and-family', day(on))?.items[0]?.says.en
    assert.equal(asked('2020-04-01'), 'Overall, how was your experience of our service?')
    assert.match(asked('2020-03-31') ?? '', /^How likely are you to recommend our service/)
    assert.equal(formOn('friends-and-family', day('2010-01-01')), null)
  })

  it('V6 has six answers in the order of the national returns', () => {
    const item = formOn('friends-and-family', day('2026-11-23'))?.items[0]
    assert.ok(item !== undefined && 'choices' in item)
    assert.deepEqual(
      item.choices.map(({ says }) => says.en),
      ['Very good', 'Good', 'Neither good nor poor', 'Poor', 'Very poor', 'Don’t know'],
    )
  })
})

describe('A form that was filled in', async () => {
  const house = await openHouse()
  const { log, newId } = house
  const actor = { by: null, onBehalfOf: null }
  const filling = (more: object = {}) => {
    const id = newId()
    const answers = { experience: 'good', why: 'They listened.' }
    return {
      actor,
      owner: id,
      stream: id,
      form: 'friends-and-family',
      version: 2,
      about: newId(),
      language: 'en' as const,
      mode: 'online',
      helped: 'nobody' as const,
      answers,
      on: day('2026-11-20'),
      ...more,
    }
  }

  it('is kept with the words that were asked, how, and who helped', async () => {
    const one = filling({ helped: 'family' })
    assert.ok((await fillIn(log, one)).ok)
    const { filled } = await loadFilled(log, one.owner, one.stream)
    assert.equal(filled?.digest, frozen2)
    assert.equal(filled?.helped, 'family')
    assert.equal(filled?.mode, 'online')
  })

  it('gives the same answers to the byte from paper as on a screen', async () => {
    const bytes = async (mode: string) => {
      const one = filling({ mode, about: null })
      assert.ok((await fillIn(log, one)).ok)
      const [row] = await log.db.text<{ body: string }>(
        'select body from log.facts where owner = $1',
        [one.owner],
      )
      return row?.body.replace(mode, 'MODE')
    }
    assert.equal(await bytes('paper-at-home'), await bytes('online'))
  })

  it('is refused with the wording of another time, or in a way nobody counts', async () => {
    const code = async (more: object) => {
      const done = await fillIn(log, filling(more))
      return done.ok ? '' : done.refusal.code
    }
    assert.equal(await code({ version: 1 }), 'form-not-in-use')
    assert.equal(await code({ mode: 'pigeon' }), 'form-mode-unknown')
    assert.equal(await code({ form: 'none' }), 'form-unknown')
    const old = { version: 1, on: day('2019-05-05'), answers: { experience: 'likely' } }
    assert.equal(await code(old), '')
  })

  it('stays as it was when it is sent again', async () => {
    const one = filling()
    assert.ok((await fillIn(log, one)).ok)
    assert.ok((await fillIn(log, { ...one, answers: { experience: 'poor' } })).ok)
    const { filled } = await loadFilled(log, one.owner as Id, one.stream)
    assert.equal(filled?.answers.experience, 'good')
  })
})

const frozen2 = 'f509628dda8eb9aa1e6d23cd93dc6b805787bdc4ca914a1600e23754b924a0ac'
