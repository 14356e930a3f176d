// Decisions for tests: what each side may do to one, and any that can come of it, in any order.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { asDay, asInstant, type Result } from '../../src/basics/index.ts'
import * as decide from '../../src/care/domain/decision/decide.ts'
import {
  type Decision,
  decisionStream,
  foldDecision,
  type Parts,
} from '../../src/care/domain/decision/decision.ts'

export const now = asInstant('2026-11-30T12:00:00.000Z')
export const asha = { as: 'self', basis: null, shownAs: 'Asha Patel' } as const
export const doctor = { as: 'professional', basis: null, shownAs: 'Dr Okafor, Oak Lane' } as const
export const friend = { as: 'supporter', basis: null, shownAs: 'Femi Bello' } as const

export const wait = {
  id: 'wait',
  name: 'Wait and see',
  isWaiting: true,
  benefits: ['Nothing is done'],
  risks: ['It may stay'],
}
export const splint = {
  id: 'splint',
  name: 'A splint',
  isWaiting: false,
  benefits: ['It may help'],
  risks: ['It is hot'],
}
export const whole: Parts = { question: 'What about my hand?', options: [wait, splint] }
export const talk = {
  day: '2026-11-30',
  method: 'Face to face',
  seenBy: 'Dr Okafor',
  responsible: 'Dr Okafor',
  accompanied: '',
  interpreter: '',
  recording: '',
}
export const chosen = (option: string | null): decide.Chosen => ({
  option,
  says: '',
  reservations: '',
  reviewOn: asDay('2027-01-15'),
})

export type Step = (state: Decision) => Result<{ facts: readonly unknown[] }>
export const begin: Step = decide.beginDecision(doctor, { tool: null, parts: whole, because: null })
export const matter: Step = (state) => decide.workOn(asha, { matters: 'My work' })(state, now)
export const talked: Step = (state) => decide.recordTalk(doctor, talk)(state, now)
export const choose =
  (option: string | null): Step =>
  (state) =>
    decide.choose(asha, chosen(option))(state, now)

export function after(steps: readonly Step[], from: Decision = decisionStream.start): Decision {
  return steps.reduce((state, step) => {
    const done = step(state)
    assert.ok(done.ok, done.ok ? '' : done.refusal.code)
    return done.value.facts.reduce<Decision>(
      (held, fact) => foldDecision(held, { ...(fact as object), at: now, by: null } as never),
      state,
    )
  }, from)
}
export const refusedWith = (done: Result<unknown>) => (done.ok ? 'done' : done.refusal.code)

export const again: decide.Again = { again: 'yes', says: '', mayCount: true }

/** Anything that anybody might try, in any order. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(
    begin,
    matter,
    talked,
    choose('wait'),
    choose('splint'),
    choose(null),
    decide.changeMind(asha, 'I slept on it'),
    decide.cancel(asha, 'It is over'),
    decide.comment(doctor, 'I would wait'),
    decide.review(asha, again),
    decide.noteConsentForm(doctor, { form: '1', says: '', where: 'https://x.example/1.pdf' }),
    decide.noteConsentForm(doctor, { form: 'other', says: 'In Welsh', where: 'In the notes' }),
    decide.label(asha, ['mental']),
    (state) => decide.askReview(state, now),
  ),
  fc
    .record({
      matters: fc.string(),
      personAgenda: fc.string(),
      questions: fc.array(fc.string({ minLength: 1 })),
      marks: fc.array(
        fc.record({
          name: fc.string({ minLength: 1 }),
          weight: fc.constantFrom('some' as const, 'much' as const),
        }),
      ),
      personActions: fc.array(fc.string({ minLength: 1 })),
    })
    .map(
      (parts): Step =>
        (state) =>
          decide.workOn(asha, parts)(state, now),
    ),
  fc
    .record({
      withheld: fc.option(
        fc.record({ why: fc.string({ minLength: 1 }), legalAdvice: fc.boolean() }),
      ),
      delayed: fc.option(
        fc.record({
          what: fc.string({ minLength: 1 }),
          why: fc.string({ minLength: 1 }),
          when: fc.string({ minLength: 1 }),
        }),
      ),
      before: fc.string(),
    })
    .map(
      (parts): Step =>
        (state) =>
          decide.workOn(doctor, parts)(state, now),
    ),
)

export const anyDecision = fc.array(anyStep, { maxLength: 14 }).map((steps) =>
  steps.reduce(
    (state, step) => {
      const done = step(state)
      return done.ok ? after([() => done], state) : state
    },
    after([begin]),
  ),
)
