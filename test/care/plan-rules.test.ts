// B1: what no sequence of proposals, edits and answers can bring about, and what each keeps.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id, Instant } from '../../src/basics/index.ts'
import * as decide from '../../src/care/domain/plan/decide.ts'
import { metBefore } from '../../src/care/domain/plan/met.ts'
import { type Plan, planStream, type Speaker } from '../../src/care/domain/plan/plan.ts'
import {
  compareVersions,
  disagreementsOf,
  partsAt,
  versionsOf,
} from '../../src/care/domain/plan/versions.ts'
import type { FactOf } from '../../src/log/index.ts'

const speaker = (as: Speaker['as'], shownAs: string, basis: string | null = null): Speaker => ({
  as,
  basis,
  shownAs,
})
const asha = speaker('self', 'Asha Patel')
const helen = speaker('legal-representative', 'Helen Whitaker', 'lasting-power')
const ravi = speaker('supporter', 'Ravi Patel')
const sian = speaker('professional', 'Sian Rees, Oak Lane Surgery')
const speakers = [asha, helen, ravi, sian]
const idOf = (name: string) => name as Id

type Made = Extract<
  ReturnType<ReturnType<typeof decide.agree>>,
  { ok: true }
>['value']['facts'][number]

/** The plan after facts, as the log would fold them. */
function after(plan: Plan, facts: readonly Made[], by: string): Plan {
  return facts.reduce((state, fact) => {
    const at = '2026-11-23T09:00:00.000Z' as Instant
    const whole = { ...fact, by: idOf(by), onBehalfOf: null, at, owner: 'asha', stream: 'plan' }
    return planStream.fold(state, whole as unknown as FactOf<(typeof planStream)['kinds'][number]>)
  }, plan)
}

type Step = {
  readonly who: number
  readonly what: 'propose' | 'edit' | 'remove' | 'agree' | 'decline' | 'withdraw' | 'revoke'
  readonly which: number
  readonly kind: 'goal' | 'strength' | 'contingency' | 'advance-statement'
  readonly says: string
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 3 }),
  what: fc.constantFrom('propose', 'edit', 'remove', 'agree', 'decline', 'withdraw', 'revoke'),
  which: fc.nat({ max: 12 }),
  kind: fc.constantFrom('goal', 'strength', 'contingency', 'advance-statement'),
  says: fc.constantFrom('one', 'two', 'three'),
})

const valuesFor = (kind: Step['kind'], says: string) =>
  kind === 'contingency' ? { triggers: [says] } : { says }

/** A plan, whether Helen may still decide for Asha, and whether she might at each version. */
type Played = {
  readonly plan: Plan
  readonly decides: boolean
  readonly decidedAt: ReadonlyMap<number, boolean>
}

/** Asha takes back, and gives anew, that Helen decides for her; else a step in the plan. */
function takeWith({ plan, decides, decidedAt }: Played, one: Step, place: number): Played {
  if (one.what === 'revoke') return { plan, decides: !decides, decidedAt }
  const next = take(plan, one, place, decides)
  const made = next.version > plan.version
  return {
    plan: next,
    decides,
    decidedAt: made ? new Map(decidedAt).set(next.version, decides) : decidedAt,
  }
}

const playWith = (steps: readonly Step[]): Played =>
  steps.reduce(takeWith, { plan: planStream.start, decides: true, decidedAt: new Map() })

/** Does one step where it is allowed; what is refused changes nothing. */
function take(plan: Plan, one: Step, place: number, decides = true): Plan {
  const asked = speakers[one.who] ?? asha
  // Who may not decide for her any more only helps, as `writerIn` says it each time.
  const who = asked === helen && !decides ? speaker('supporter', helen.shownAs) : asked
  const proposals = [...plan.proposals.keys()]
  const parts = [...plan.parts.values()]
  const name = proposals[one.which % Math.max(1, proposals.length)] ?? 'none'
  const part = parts[one.which % Math.max(1, parts.length)]
  const fresh = { proposal: idOf(`proposal ${place}`), because: null, was: {} }
  const decided = (() => {
    switch (one.what) {
      case 'propose': {
        const where = { part: idOf(`part ${place}`), kind: one.kind, under: null }
        const set = valuesFor(one.kind, one.says)
        return decide.propose(who, [{ ...fresh, ...where, set, remove: false }])(plan)
      }
      case 'edit':
      case 'remove': {
        if (part === undefined) return null
        const remove = one.what === 'remove'
        const set = remove ? {} : valuesFor(part.kind as Step['kind'], one.says)
        const where = { part: idOf(part.id), kind: part.kind, under: part.under as Id | null }
        return decide.propose(who, [{ ...fresh, ...where, set, was: part.values, remove }])(plan)
      }
      case 'agree':
        return decide.agree(who, [name], () => decides)(plan)
      case 'decline':
        return decide.decline(who, name, 'I see it differently')(plan)
      case 'withdraw':
        return decide.withdraw(who, idOf(who.shownAs), name)(plan)
      case 'revoke':
        return null
    }
  })()
  return decided?.ok === true ? after(plan, decided.value.facts, who.shownAs) : plan
}

const play = (steps: readonly Step[]): Plan =>
  steps.reduce((plan, one, place) => take(plan, one, place), planStream.start)

const theirs = ['self', 'legal-representative']

describe('Whatever anybody proposes, edits, answers or takes back', () => {
  it('B1 a plan is never agreed without the person or who decides for them by law', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const plan = play(steps)
        for (const { changes } of versionsOf(plan)) {
          for (const change of changes) {
            assert.ok(change.person !== null && theirs.includes(change.person.as))
            const own = change.kind === 'advance-statement'
            assert.ok(own || change.professional?.as === 'professional')
            if (own) assert.equal(change.person.as, 'self')
          }
        }
        if (versionsOf(plan).length === 0) assert.equal(plan.parts.size, 0)
      }),
      { numRuns: 400 },
    )
  })

  it('B1 revoked, a yes for the person makes nothing agreed, however it was given before', () => {
    let represented = 0
    const often = fc.constantFrom<Step['what']>('propose', 'agree', 'agree', 'revoke', 'edit')
    const acting = fc.tuple(step, fc.constantFrom(1, 1, 3, 3, 0), often, fc.nat({ max: 4 }))
    const steps = acting.map(([one, who, what, which]): Step => ({ ...one, who, what, which }))
    fc.assert(
      fc.property(fc.array(steps, { minLength: 20, maxLength: 80 }), (steps) => {
        const { plan, decidedAt } = playWith(steps)
        for (const { number, changes } of versionsOf(plan)) {
          for (const { person } of changes) {
            if (person?.as !== 'legal-representative') continue
            represented += 1
            assert.equal(decidedAt.get(number), true)
          }
        }
      }),
      { numRuns: 400 },
    )
    assert.ok(represented > 50, `${represented} changes were agreed for the person`)
  })

  it('B1 without the person’s side nothing at all is in the plan', () => {
    const others = step.map((one) => ({ ...one, who: one.who % 2 === 0 ? 2 : 3 }))
    fc.assert(
      fc.property(fc.array(others, { maxLength: 60 }), (steps) => {
        const plan = play(steps)
        assert.equal(plan.version, 0)
        assert.equal(plan.parts.size, 0)
      }),
      { numRuns: 200 },
    )
  })

  it('B1 every version stays, and folds to the plan of its time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const plan = play(steps)
        const now = [...partsAt(plan, plan.version).values()].map(({ id, values }) => ({
          id,
          values,
        }))
        const folded = [...plan.parts.values()].map(({ id, values }) => ({ id, values }))
        assert.deepEqual(
          now.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          folded.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        )
        assert.deepEqual(compareVersions(plan, plan.version, plan.version), [])
        const declined = [...plan.proposals.values()].filter(
          ({ ended }) => ended?.how === 'declined',
        )
        assert.equal(disagreementsOf(plan).length, declined.length)
      }),
      { numRuns: 200 },
    )
  })

  it('B1 every plan for when things go wrong says what sets it off', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        for (const { kind, values } of play(steps).parts.values()) {
          if (kind === 'contingency') assert.ok(Array.isArray(values.triggers))
        }
      }),
    )
  })
})

describe('The yes of who decides for the person by law', () => {
  const goal = { proposal: idOf('one'), part: idOf('goal'), kind: 'goal' as const, under: null }
  const wanted = { ...goal, set: { says: 'To walk' }, was: {}, remove: false, because: null }
  const proposed = decide.propose(helen, [wanted])(planStream.start)
  const waits = after(planStream.start, proposed.ok ? proposed.value.facts : [], 'helen')
  const codeOf = (result: ReturnType<ReturnType<typeof decide.agree>>) =>
    result.ok ? null : result.refusal.code

  it('B1 counts only while they still may decide', () => {
    assert.equal(codeOf(decide.agree(sian, ['one'], () => true)(waits)), null)
    assert.equal(codeOf(decide.agree(sian, ['one'], () => false)(waits)), 'plan-yes-lapsed')
    assert.equal(waits.parts.size, 0)
  })

  it('B1 gives way to the person’s own word, yes or no', () => {
    assert.equal(codeOf(decide.agree(helen, ['one'])(waits)), 'plan-said-yes')
    assert.equal(codeOf(decide.agree(ravi, ['one'])(waits)), 'plan-not-yours-to-agree')
    const no = decide.decline(asha, 'one', 'I do not want to')(waits)
    assert.ok(no.ok)
    const yes = decide.agree(asha, ['one'])(waits)
    assert.ok(yes.ok)
    const own = after(waits, yes.value.facts, 'asha').proposals.get('one')
    assert.deepEqual([own?.person?.as, own?.ended], ['self', null])
  })
})

describe('How much of a plan is met before a service is asked', () => {
  const part = (kind: string, values: object) =>
    ({ id: 'x', kind, under: null, values, version: 1 }) as never
  const goal = (...layers: string[]) => ({
    part: part('goal', { says: 'To walk' }),
    inner: layers.map((layer) => part('action', { says: 'A walk', layer })),
  })

  it('B1 counts the goals that the person, their people and their place meet alone', () => {
    const met = metBefore([goal('me', 'people'), goal('me', 'services'), goal(), goal('place')])
    assert.deepEqual(met, {
      goals: 4,
      withoutService: 2,
      actions: { me: 2, people: 1, place: 1, services: 1, money: 0 },
    })
  })
})
