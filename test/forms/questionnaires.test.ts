// Promises of forms as files: a FHIR Questionnaire in, answers out and back, and values worked out.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asInstant, type Day } from '../../src/basics/index.ts'
import type { Json } from '../../src/fhir/index.ts'
import { checkAnswers } from '../../src/forms/domain/answered.ts'
import { evaluate, parseExpression } from '../../src/forms/domain/expression.ts'
import { askedItems } from '../../src/forms/domain/follow.ts'
import type { Answer, Answers, Form } from '../../src/forms/domain/form.ts'
import { forms } from '../../src/forms/domain/forms.ts'
import { readQuestionnaire } from '../../src/forms/domain/questionnaire-in.ts'
import { questionnaireOf } from '../../src/forms/domain/questionnaire-out.ts'
import { readResponse, responseOf } from '../../src/forms/domain/questionnaire-response.ts'

const today = '2026-11-30' as Day
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'
const CALCULATED = `${SDC}/sdc-questionnaire-calculatedExpression`

/** A questionnaire of our own, with everything that one can have here. */
export const sleepQuestionnaire = {
  resourceType: 'Questionnaire',
  url: 'https://oaklane.example/sleep',
  name: 'SleepDiary',
  version: '2',
  title: 'How you sleep',
  _title: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'cy' },
          { url: 'content', valueString: 'Sut yr ydych yn cysgu' },
        ],
      },
    ],
  },
  status: 'active',
  publisher: 'Oak Lane Surgery',
  copyright: 'Free to use',
  item: [
    { linkId: '1', text: 'Did you sleep last night?', type: 'boolean', required: true },
    {
      linkId: '2',
      text: 'The night',
      type: 'group',
      enableWhen: [{ question: '1', operator: '=', answerBoolean: true }],
      item: [
        {
          linkId: '2.1',
          text: 'How many hours?',
          type: 'integer',
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
            { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 24 },
          ],
          item: [{ linkId: '2.1h', text: 'Your best guess', type: 'display' }],
        },
        {
          linkId: '2.2',
          text: 'How rested are you?',
          type: 'choice',
          answerOption: [
            {
              valueCoding: { code: 'not', display: 'Not at all' },
              extension: [
                { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 0 },
              ],
            },
            {
              valueCoding: { code: 'very', display: 'Very' },
              extension: [
                { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 4 },
              ],
            },
          ],
        },
        {
          linkId: '2.3',
          text: 'Together',
          type: 'decimal',
          extension: [
            {
              url: CALCULATED,
              valueExpression: {
                language: 'text/x-coproduce-expression',
                expression: 'round(mean({2.1}, {2.2}), 1)',
              },
            },
          ],
        },
      ],
    },
    {
      linkId: '3',
      text: 'What woke you?',
      type: 'choice',
      repeats: true,
      enableWhen: [
        { question: '2.1', operator: '<', answerInteger: 6 },
        { question: '1', operator: '=', answerBoolean: false },
      ],
      enableBehavior: 'any',
      answerOption: [{ valueString: 'Pain' }, { valueString: 'Worry' }],
    },
    { linkId: 'since', text: 'Since when?', type: 'date' },
    { linkId: 'more', text: 'Anything else?', type: 'text', maxLength: 300 },
  ],
} satisfies Json

const read = (resource: Json) => {
  const done = readQuestionnaire(resource, today)
  if (!done.ok) throw new Error(done.faults.map(({ at, says }) => `${at}: ${says}`).join('\n'))
  return done.form
}

describe('C4 A FHIR Questionnaire', () => {
  const form = read(sleepQuestionnaire)

  it('C4 becomes a form with its words, translations, groups, hints and conditions', () => {
    assert.deepEqual(
      [form.code, form.version, form.title.cy],
      ['sleepdiary', 2, 'Sut yr ydych yn cysgu'],
    )
    const asked = (answers: Answers) => askedItems(form, answers).map(({ id }) => id)
    assert.deepEqual(asked({}), ['q-1', 'since', 'more'])
    assert.deepEqual(asked({ 'q-1': 'false' }), ['q-1', 'q-3', 'since', 'more'])
    assert.deepEqual(asked({ 'q-1': 'true', 'q-2-1': 5 }).slice(0, 6), [
      ...['q-1', 'q-2', 'q-2-1', 'q-2-2', 'q-2-3', 'q-3'],
    ])
    assert.equal(form.items.find(({ id }) => id === 'q-2-1')?.hint?.en, 'Your best guess')
  })

  it('C4 works values out from answers, and leaves them out where one is missing', () => {
    const whole = checkAnswers(form, { 'q-1': 'true', 'q-2-1': 7, 'q-2-2': 'very' })
    assert.ok(whole.ok)
    assert.equal(whole.value['q-2-3'], 5.5)
    const part = checkAnswers(form, { 'q-1': 'true', 'q-2-1': 7 })
    assert.ok(part.ok && !('q-2-3' in part.value))
    // What is typed for it is passed over.
    const typed = checkAnswers(form, { 'q-1': 'true', 'q-2-1': 7, 'q-2-2': 'very', 'q-2-3': 99 })
    assert.ok(typed.ok)
    assert.equal(typed.value['q-2-3'], 5.5)
  })

  it('C4 is the same form after it has gone out and come back', () => {
    for (const one of [form, ...forms]) {
      const again = read(questionnaireOf(one))
      const { source: _, modes: __, confirmed: ___, url: ____, ...rest } = again
      const { source, modes, confirmed, url, ...first } = one
      assert.deepEqual(rest, first, one.code)
    }
  })

  const broken: readonly (readonly [string, Json, RegExp])[] = [
    ['is something else', { resourceType: 'Patient' }, /not a FHIR Questionnaire/],
    ['has no title', { ...sleepQuestionnaire, title: '' }, /no title/],
    ['has a modifier', { ...sleepQuestionnaire, modifierExtension: [{}] }, /modifier/],
    ['has no questions', { ...sleepQuestionnaire, item: [] }, /no question/],
    ...(
      [
        ['has a kind of question that cannot be asked', { type: 'quantity' }, /quantity/],
        ['has a number without ends', { type: 'integer' }, /smallest and the largest/],
        [
          'has its answers in another list',
          { type: 'choice', answerValueSet: 'x' },
          /another list/,
        ],
        [
          'has one choice',
          { type: 'choice', answerOption: [{ valueString: 'a' }] },
          /fewer than two/,
        ],
        [
          'waits for a question that comes later',
          {
            type: 'text',
            enableWhen: [{ question: 'z', operator: 'exists', answerBoolean: true }],
          },
          /cannot be read|no question before/,
        ],
        [
          'works out a value in FHIRPath',
          {
            type: 'decimal',
            extension: [
              {
                url: CALCULATED,
                valueExpression: { language: 'text/fhirpath', expression: '1' },
              },
            ],
          },
          /text\/fhirpath/,
        ],
      ] as const
    ).map(([says, item, wanted]): readonly [string, Json, RegExp] => [
      says,
      { ...sleepQuestionnaire, item: [{ linkId: 'a', text: 'A?', ...item } as Json] },
      wanted,
    ]),
  ]
  for (const [says, resource, wanted] of broken) {
    it(`is refused with what to mend where it ${says}`, () => {
      const done = readQuestionnaire(resource, today)
      assert.ok(!done.ok)
      assert.match(done.faults.map((one) => one.says).join(' '), wanted)
    })
  }

  it('C4 never makes a mistake of ours out of what it does not know', () => {
    const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
    const item = fc.record({
      linkId: json,
      text: json,
      type: fc.oneof(json, fc.constantFrom('choice', 'group', 'integer', 'date', 'display')),
      item: json,
      enableWhen: json,
      answerOption: json,
      extension: json,
    })
    const resource = fc.record({
      resourceType: fc.constant('Questionnaire'),
      name: json,
      title: json,
      item: fc.array(item as fc.Arbitrary<Json>),
    })
    fc.assert(fc.property(resource, (one) => void readQuestionnaire(one as Json, today)))
  })
})

/** Answers of every kind that a form may be given. */
const answersTo = (form: Form): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(
        form.items.map((item): [string, fc.Arbitrary<Answer | null>] => {
          if ('choices' in item) {
            const values = item.choices.map(({ value }) => value)
            const one = fc.constantFrom(...values)
            const some = fc.subarray(values, { minLength: 1 })
            return [item.id, item.kind === 'one' ? fc.option(one) : fc.option(some)]
          }
          if (item.kind === 'number') {
            return [item.id, fc.option(fc.integer({ min: item.least, max: item.most }))]
          }
          const words = item.kind === 'day' ? fc.constant('2026-02-03') : fc.constant('Words.')
          return [item.id, item.kind === 'note' ? fc.constant(null) : fc.option(words)]
        }),
      ),
    )
    .map((given) =>
      Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== null)),
    ) as fc.Arbitrary<Answers>

describe('C4 A QuestionnaireResponse', () => {
  it('C4 carries any answers to any form here out and back, the same to the byte', () => {
    for (const form of [read(sleepQuestionnaire), ...forms]) {
      fc.assert(
        fc.property(answersTo(form), (given) => {
          const { asked } = { asked: new Set(askedItems(form, given).map(({ id }) => id)) }
          const answers = Object.fromEntries(Object.entries(given).filter(([id]) => asked.has(id)))
          const kept = checkAnswers(form, answers)
          if (!kept.ok) return
          const filled = {
            answers: kept.value,
            on: today,
            language: 'en',
            at: asInstant('2026-11-30T09:00:00.000Z'),
          }
          const back = readResponse(form, responseOf(form, filled, 'Patient/1'))
          assert.ok(back.ok, form.code)
          const again = checkAnswers(form, back.answers)
          assert.ok(again.ok)
          assert.equal(JSON.stringify(again.value), JSON.stringify(kept.value))
        }),
        { numRuns: 40 },
      )
    }
  })

  it('C4 of another form, or with what is not asked, is refused', () => {
    const form = read(sleepQuestionnaire)
    const response = (item: Json, questionnaire = 'https://oaklane.example/sleep|2') =>
      readResponse(form, { resourceType: 'QuestionnaireResponse', questionnaire, item })
    assert.ok(!response([], 'https://elsewhere.example/sleep').ok)
    assert.ok(!response([{ linkId: 'x', answer: [{ valueString: 'a' }] }]).ok)
    assert.ok(!response([{ linkId: '2.1', answer: [{ valueInteger: 1 }, { valueInteger: 2 }] }]).ok)
    assert.ok(!readResponse(form, { resourceType: 'Patient' }).ok)
  })
})

describe('C4 What is worked out', () => {
  const values: Readonly<Record<string, number>> = { a: 2, b: 3, 'two-words': 10, zero: 0 }
  const work = (text: string) => {
    const parsed = parseExpression(text)
    return parsed.ok ? evaluate(parsed.expression, (name) => values[name] ?? null) : parsed.says
  }
  const table: readonly (readonly [string, number | null])[] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-a + b', 1],
    ['7 - 2 - 1', 4],
    ['{two-words} / 4', 2.5],
    ['a / zero', null],
    ['sum(a, b, {two-words})', 15],
    ['mean(a, b)', 2.5],
    ['least(b, a) + most(b, a)', 5],
    ['sum(a, missing)', null],
    ['count(a, missing, b)', 2],
    ['round(10 / 3, 2)', 3.33],
    ['round(2.5)', 3],
    ['0.1 + 0.2', 0.3],
  ]
  for (const [text, value] of table)
    it(`${text} is ${value}`, () => assert.equal(work(text), value))

  it('C4 is refused where it is no sum: nothing is ever run as a program', () => {
    const wrong = ['', '1 +', '(1', 'a b', 'alert(1)', 'process.exit(1)', 'a = 1', '"x"', 'x => x']
    for (const text of [...wrong, `${'('.repeat(99)}1${')'.repeat(99)}`, '1+'.repeat(999)]) {
      assert.equal(typeof work(text), 'string', text.slice(0, 20))
    }
    fc.assert(fc.property(fc.string(), (text) => void work(text)))
  })
})
