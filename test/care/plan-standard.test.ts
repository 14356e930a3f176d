// B1: whatever the PRSB standard allows comes in, and goes out as it came, as its JSON and as FHIR.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { broughtFrom, treeOfBrought } from '../../src/care/domain/plan/bring.ts'
import { alsoSaid } from '../../src/care/domain/plan/came.ts'
import type { PartNode, PlanDocument } from '../../src/care/domain/plan/document.ts'
import { toFhir } from '../../src/care/domain/plan/fhir.ts'
import { fromFhir } from '../../src/care/domain/plan/fhir-read.ts'
import { type PartKind, parts } from '../../src/care/domain/plan/headings.ts'
import { fromPrsb, type Json, standardOf, toPrsb } from '../../src/care/domain/plan/prsb.ts'
import { type StandardHeading, standardPlan } from '../../src/care/domain/plan/standard.ts'

const PLAN = 'Personalised care and support plan'
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((one) => one.trim() !== '')
const moment = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 16))
const held = {
  text: fc.oneof({ weight: 6, arbitrary: words }, fc.constantFrom('In progress', 'Done')),
  day: fc.oneof(
    moment,
    moment.map((one) => one.slice(0, 10)),
    fc.constant('In six months'),
  ),
  score: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constant(7.5)),
  'yes-no': fc.boolean(),
}

/** What cannot be a part here unless it has words: they are always there. */
const needsWords = [
  ...['Strengths', 'Needs, concerns or problems', 'Goals and hopes', 'Actions and activities'],
  ...['Outcomes', 'Stage goal', 'Formulation record entry', 'Advance statement'],
  ...['Professional contacts record entry', 'Additional support plans', 'Trigger factors'],
]
const theirWords = [
  ...['Free text', 'What', 'Stage goal', 'Formulation', 'Advance statement', 'Name'],
  ...['Additional support plan name', 'Additional support plan content'],
]

/** Anything that may stand under a heading; a group that says nothing is not there. */
function anything(heading: StandardHeading): fc.Arbitrary<Json> {
  const one = heading.holds === null ? anyGroup(heading) : held[heading.holds]
  return heading.most === 1 ? one : fc.array(one, { minLength: 1, maxLength: 2 })
}

function anyGroup({ name, inner }: StandardHeading): fc.Arbitrary<Json> {
  const model = Object.fromEntries(inner.map((one) => [one.name, anything(one)]))
  const wordy = (one: StandardHeading) => needsWords.includes(name) && theirWords.includes(one.name)
  const requiredKeys = inner.filter((one) => one.must || wordy(one)).map((one) => one.name)
  return fc
    .record(model, { requiredKeys })
    .map((one): Json => JSON.parse(JSON.stringify(one)))
    .filter((one) => Object.keys(one as object).length > 0)
}

const anyPlan = anyGroup(standardPlan).map(
  (one): Json => ({ [PLAN]: { version: '2.0', ...(one as object) } }),
)

const nodesIn = (nodes: readonly PartNode[]): readonly PartNode[] =>
  nodes.flatMap((one) => [one, ...nodesIn(one.inner)])

/** FHIR has the parts in an order of its own. */
const byHeading = (plan: PlanDocument): PlanDocument => {
  const kinds = Object.keys(parts)
  const place = ({ kind }: PartNode) => kinds.indexOf(kind)
  return { ...plan, parts: plan.parts.toSorted((one, other) => place(one) - place(other)) }
}

/** Every text, number and yes or no of a group, wherever it lies. */
const leavesOf = (json: Json): readonly string[] =>
  typeof json === 'object' && json !== null
    ? Object.values(json).flatMap((one) => leavesOf(one as Json))
    : [String(json)]

describe('Any plan that the standard allows', () => {
  it('B1 goes out as it came, nested groups, codes and all, heading by heading', () => {
    const sizes: number[] = []
    fc.assert(
      fc.property(anyPlan, (json) => {
        const { document, unread } = fromPrsb(json)
        assert.deepEqual(unread, [])
        assert.deepEqual(toPrsb(document), json)
        sizes.push(leavesOf(json).length)
      }),
      { numRuns: 60 },
    )
    assert.ok(Math.max(...sizes) > 200, `at most ${Math.max(...sizes)} values in a plan`)
  })

  it('B1 loses none of that as FHIR', () => {
    fc.assert(
      fc.property(anyPlan, (json) => {
        const { document } = fromPrsb(json)
        const bundle = JSON.parse(JSON.stringify(toFhir(document)))
        assert.deepEqual(byHeading(fromFhir(bundle)), byHeading(document))
      }),
      { numRuns: 60 },
    )
  })

  it('B1 is kept whole in the plan of the person, all but an advance statement', () => {
    fc.assert(
      fc.property(anyPlan, (json) => {
        const { document } = fromPrsb(json)
        const { parts: brought, left } = broughtFrom(document)
        assert.deepEqual(
          left.filter((one) => one !== 'Advance statement'),
          [],
        )
        const kept = { ...document, parts: treeOfBrought(brought) }
        assert.deepEqual(toPrsb(kept), withoutAdvance(toPrsb(document)))
      }),
      { numRuns: 60 },
    )
  })

  it('B1 hides nothing: each value is among those shown, or stands below them', () => {
    fc.assert(
      fc.property(anyPlan, (json) => {
        for (const { kind, values } of nodesIn(fromPrsb(json).document.parts)) {
          const came = JSON.parse(String(values.asItCame ?? '{}')) as Json
          const { asItCame: _, ...said } = values
          const shown = leavesOf(said as Json)
            .concat(alsoSaid(kind, values).map(({ says }) => says))
            .map(plainly)
          for (const leaf of leavesOf(came)) {
            const found = shown.some((one) => one.includes(plainly(leaf)) || isDayOf(one, leaf))
            assert.ok(found, `${kind}: ${leaf} in ${shown.join(' | ')}`)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** However it is spelt. */
const plainly = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')
const isDayOf = (day: string, moment: string) =>
  /^\d{4}-/.test(moment) && plainly(moment.slice(0, 10)) === day

function withoutAdvance(json: Json): Json {
  const plan = (json as { [name: string]: { [name: string]: Json } })[PLAN] ?? {}
  const name = 'Contingency/safety plans'
  const list = (plan[name] ?? []) as readonly { readonly [name: string]: Json }[]
  const bare = list.map(({ 'Advance statement': _, ...rest }) => rest)
  return { [PLAN]: { ...plan, ...(list.length === 0 ? {} : { [name]: bare }) } }
}

describe('A part that came from elsewhere', () => {
  const came = {
    ...{ 'Coded value': '300738008', 'Free text': 'She swims' },
    'Goal importance score': 9,
    'Goal status': 'On hold',
  }
  const plan = {
    [PLAN]: {
      'Care and support plan': {
        'Needs, concerns or problems': [
          { 'Coded value': '271825005', 'Free text': 'Short of breath', 'Goals and hopes': [came] },
        ],
      },
    },
  }
  const [need] = fromPrsb(plan).document.parts
  const [goal] = need?.inner ?? []
  assert.ok(need !== undefined && goal !== undefined)
  const goalAfter = (values: PartNode['values']) => {
    const parts = [{ ...need, inner: [{ ...goal, values: { ...goal.values, ...values } }] }]
    return JSON.stringify(toPrsb({ ...fromPrsb({}).document, parts }))
  }

  it('B1 takes its code along only while its words stay the same', () => {
    assert.match(goalAfter({ importance: 10 }), /300738008.*"Goal importance score":10/)
    assert.match(goalAfter({ importance: 10 }), /"Goal status":"On hold"/)
    const reworded = goalAfter({ says: 'She swims twice a week' })
    assert.doesNotMatch(reworded, /300738008/)
    assert.match(reworded, /She swims twice a week.*On hold|On hold.*She swims twice a week/)
  })

  it('B1 says its code and what has no place here below its values', () => {
    assert.deepEqual(alsoSaid('goal', goal.values), [
      { heading: 'Coded value', says: '300738008' },
      { heading: 'Goal status', says: 'On hold' },
    ])
    assert.deepEqual(alsoSaid('goal', { says: 'To walk' }), [])
  })

  it('B1 gives its code of SNOMED CT to those who read FHIR', () => {
    const bundle = JSON.stringify(toFhir(fromPrsb(plan).document))
    for (const code of ['300738008', '271825005']) {
      assert.ok(bundle.includes(`{"system":"http://snomed.info/sct","code":"${code}"}`), code)
    }
  })

  it('B1 is kept as it came up to a size, and what is beyond that is named', () => {
    const long = { 'Free text': 'She sings', 'Coded value': 'x'.repeat(9_000) }
    const { document, unread } = fromPrsb({
      [PLAN]: { 'Care and support plan': { Strengths: [long] } },
    })
    assert.deepEqual(document.parts[0]?.values, { says: 'She sings' })
    assert.deepEqual(unread, ['Strengths: Coded value'])
  })
})

describe('The headings of a part here', () => {
  it('B1 are each a heading of the standard, with as many as it allows', () => {
    for (const kind of Object.keys(parts) as PartKind[]) {
      const heading = standardOf(kind)
      const own = new Map(heading.inner.map((one) => [one.name, one]))
      for (const { code, prsb, kind: how } of parts[kind].fields) {
        if (prsb === null || (code === 'says' && heading.name === prsb)) continue
        const found = own.get(prsb)
        const isWords = code === 'says' && own.has('Free text')
        assert.ok(found !== undefined || isWords, `${kind}: ${prsb}`)
        if (how === 'texts') assert.equal(found?.most, '*', `${kind}: ${prsb}`)
      }
      if (kind !== 'terms' && kind !== 'advance-statement') {
        assert.equal(parts[kind].most, heading.most, kind)
      }
    }
  })
})
