// B1: a plan keeps every heading of the standard, there and back, as its JSON and as FHIR.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import { broughtFrom } from '../../src/care/domain/plan/bring.ts'
import { propose } from '../../src/care/domain/plan/decide.ts'
import {
  aboutMe,
  demographics,
  missingIn,
  type PartNode,
  type PlanDocument,
} from '../../src/care/domain/plan/document.ts'
import { toFhir } from '../../src/care/domain/plan/fhir.ts'
import { fromFhir } from '../../src/care/domain/plan/fhir-read.ts'
import { type Heading, type PartKind, parts } from '../../src/care/domain/plan/headings.ts'
import { planStream } from '../../src/care/domain/plan/plan.ts'
import { fromPrsb, toPrsb } from '../../src/care/domain/plan/prsb.ts'
import type { Value, Values } from '../../src/care/domain/plan/values.ts'
import { idOf } from './folding.ts'

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((one) => one.trim() !== '')
const maybe = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: line })
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))
const who = fc
  .record({ name: line, role: maybe, team: maybe, contact: maybe })
  .map((one) => one as Value)

function anyValue({ kind, choices = [] }: Heading): fc.Arbitrary<Value> {
  if (kind === 'texts') return fc.array(line, { minLength: 1, maxLength: 3 })
  if (kind === 'score') return fc.integer({ min: 1, max: 10 })
  if (kind === 'yes-no') return fc.boolean()
  if (kind === 'choice') return fc.constantFrom(...choices)
  if (kind === 'who') return who
  return kind === 'day' ? day : line
}

const valuesOf = (kind: PartKind): fc.Arbitrary<Values> => {
  const { fields } = parts[kind]
  const model = Object.fromEntries(fields.map((one) => [one.code, anyValue(one)]))
  const requiredKeys = fields.filter(({ must }) => must).map(({ code }) => code)
  return fc.record(model, { requiredKeys })
}

const node = (kind: PartKind, inner: fc.Arbitrary<readonly PartNode[]> = fc.constant([])) =>
  fc.record({ kind: fc.constant(kind), values: valuesOf(kind), inner })
const some = (one: fc.Arbitrary<PartNode>, maxLength = 3) => fc.array(one, { maxLength })
const joined = (...lists: fc.Arbitrary<readonly PartNode[]>[]) =>
  fc.tuple(...lists).map((all) => all.flat())

const action = node('action', some(node('stage-goal'), 2))
const goal = node('goal', joined(some(action, 2), some(node('outcome'), 2)))
const contingency = node('contingency', some(node('advance-statement'), 1))
const terms = node('terms').filter(({ values }) => Object.keys(values).length > 0)

const texts = (codes: readonly string[]) =>
  fc.record(Object.fromEntries(codes.map((code) => [code, line])), { requiredKeys: [] })

/** In the order in which the standard has its headings. */
const document: fc.Arbitrary<PlanDocument> = fc
  .record({
    person: texts(demographics.map(({ code }) => code)),
    gpPractice: fc.array(fc.record({ identifier: line, name: maybe }), { maxLength: 2 }),
    aboutMe: texts(aboutMe.map(({ code }) => code)),
    agreement: fc.option(
      fc.record({ agreed: fc.boolean(), name: maybe, role: maybe, updated: maybe }),
      { nil: null },
    ),
    parts: joined(
      some(node('professional-contact')),
      some(node('personal-contact')),
      some(node('formulation')),
      some(node('strength')),
      some(node('need', some(goal, 2))),
      some(goal, 2),
      some(terms, 1),
      some(contingency),
      some(node('advance-statement'), 1),
      some(node('supporting-plan')),
    ),
  })
  .map((one) => JSON.parse(JSON.stringify(one)))

/** FHIR has both kinds of plan under the main one; the order between them is not the plan’s. */
const byHeading = (plan: PlanDocument): PlanDocument => {
  const kinds = Object.keys(parts)
  const place = ({ kind }: PartNode) => kinds.indexOf(kind)
  return { ...plan, parts: plan.parts.toSorted((one, other) => place(one) - place(other)) }
}

const aboutMeHeadings = [
  'What is most important to me',
  'People who are important to me',
  'How I communicate and how to communicate with me',
  'My wellness',
  "Please do and please don't",
  'How and when to support me',
  'Also worth knowing about me',
]

/**
 * What lies under each heading, how many of it there may be, and under what; `!` must be there.
 * @source PRSB Personalised Care and Support Plan v2.0 and About Me v2.01
 */
const standard: readonly (readonly [
  kind: PartKind,
  most: 1 | '*',
  under: readonly (PartKind | null)[],
  names: readonly string[],
])[] = [
  ['strength', '*', [null], ['Strengths!']],
  ['need', '*', [null], ['Needs, concerns or problems!']],
  ['goal', '*', [null, 'need'], ['Goals and hopes!', 'Goal importance score', 'Goal status']],
  [
    ...(['action', '*', ['goal']] as const),
    [
      ...['What!', 'Who', 'When', 'Suggested strategies', 'Status', 'Confidence'],
      ...['Date last updated', 'Review date'],
    ],
  ],
  ['stage-goal', '*', ['action'], ['Stage goal!', 'Outcome', 'Goal status']],
  ['outcome', '*', ['goal'], ['Outcomes!']],
  ['formulation', '*', [null], ['Formulation!']],
  [
    ...(['contingency', '*', [null]] as const),
    [
      ...['Trigger factors!', 'Contingency plan name', 'What should happen'],
      ...['Who should be contacted', 'Agreed with person or legitimate representative'],
      ...['Date this plan was last updated', 'Planned review date/interval'],
      ...['Responsibility for review', 'Coping strategies'],
      ...['Relapse indicators / early warning signs', 'Anticipatory medicines/equipment'],
    ],
  ],
  ['advance-statement', 1, [null, 'contingency'], ['Advance statement!']],
  [
    ...(['supporting-plan', '*', [null]] as const),
    [
      ...['Additional support plan name!', 'Additional support plan content!'],
      ...['Planned review date/interval', 'Responsibility for review'],
      'Date this plan was last updated',
    ],
  ],
  [
    ...(['professional-contact', '*', [null]] as const),
    [
      ...['Name!', 'Role', 'Key worker', 'Speciality', 'Team', 'Organisation', 'Contact details'],
      ...['Start date', 'End date'],
    ],
  ],
  [
    ...(['personal-contact', '*', [null]] as const),
    ['Name!', 'Relationship', 'Relationship type', 'Contact details'],
  ],
  [
    ...(['terms', 1, [null]] as const),
    [
      ...['Care funding source', 'Other care planning documents', 'Planned review date/interval'],
      ...['Responsibility for review', 'Performing professional', 'Person completing record'],
    ],
  ],
]

describe('A plan as a document', () => {
  it('B1 loses nothing on the way to the PRSB headings and back', () => {
    fc.assert(
      fc.property(document, (plan) => {
        const json = JSON.parse(JSON.stringify(toPrsb(plan)))
        const read = fromPrsb(json)
        assert.deepEqual(read.document, plan)
        assert.deepEqual(read.unread, [])
        assert.deepEqual(JSON.parse(JSON.stringify(toPrsb(read.document))), json)
      }),
      { numRuns: 150 },
    )
  })

  it('B1 loses nothing on the way to FHIR and back', () => {
    fc.assert(
      fc.property(document, (plan) => {
        const bundle = JSON.parse(JSON.stringify(toFhir(plan)))
        assert.deepEqual(byHeading(fromFhir(bundle)), byHeading(plan))
      }),
      { numRuns: 150 },
    )
  })

  it('B1 comes in again: each part of it can be proposed, the person’s own words apart', () => {
    const speaker = { as: 'self' as const, basis: null, shownAs: 'Asha Patel' }
    fc.assert(
      fc.property(document, (plan) => {
        const { parts: list, left } = broughtFrom(plan)
        assert.deepEqual(
          left.filter((one) => one !== 'Advance statement'),
          [],
        )
        const ids = list.map((_, place) => idOf(place + 1))
        const wanted = list.map(({ kind, values, under }, place) => ({
          ...{ proposal: idOf(place + 1_000), part: ids[place] as Id, kind, set: values },
          ...{ under: under === null ? null : (ids[under] as Id) },
          ...{ was: {}, remove: false, because: null },
        }))
        const done = propose(speaker, wanted)(planStream.start)
        assert.ok(done.ok, JSON.stringify(done))
      }),
      { numRuns: 100 },
    )
  })

  it('B1 says which headings of another plan it could not take', () => {
    const json = { 'Personalised care and support plan': { 'About me': { 'Shoe size': '9' } } }
    assert.deepEqual(fromPrsb(json).unread, ['About me: Shoe size'])
  })

  it('B1 names what the standard demands and nobody has said', () => {
    const [plan] = fc.sample(document, { numRuns: 1, seed: 7 })
    assert.ok(plan !== undefined)
    const missing = missingIn({ ...plan, person: { firstName: 'Asha' }, gpPractice: [] })
    assert.deepEqual(missing, [
      'Person family name',
      'Date of birth',
      'Address line 1',
      'Postcode',
      'GP practice identifier',
    ])
  })

  it('B1 has each heading that the standard names, with how many there may be', () => {
    for (const [kind, most, under, names] of standard) {
      const { fields, ...def } = parts[kind]
      assert.equal(def.most, most, kind)
      assert.deepEqual(def.under, under, kind)
      for (const name of names) {
        const bare = name.replace(/!$/, '')
        const heading = fields.find(({ prsb }) => prsb === bare)
        assert.ok(heading !== undefined, `${kind}: ${bare}`)
        assert.equal(heading.must, name.endsWith('!'), `${kind}: ${bare}`)
      }
    }
    assert.deepEqual(
      aboutMe.slice(0, 7).map(({ prsb }) => prsb),
      aboutMeHeadings,
    )
    for (const one of ['Date', 'Supported to write this by', 'Location to multimedia file']) {
      assert.ok(
        aboutMe.some(({ prsb }) => prsb === one),
        one,
      )
    }
  })

  it('B1 has every heading of the standard, each once', () => {
    for (const { fields } of Object.values(parts)) {
      const codes = fields.map(({ code }) => code)
      assert.equal(new Set(codes).size, codes.length)
    }
    assert.equal(parts.contingency.fields.find(({ code }) => code === 'triggers')?.must, true)
  })
})
