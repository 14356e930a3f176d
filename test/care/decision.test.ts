// A decision made together: who may do what, when it is valid, and no state shown as another.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, asInstant } from '../../src/basics/index.ts'
import * as decide from '../../src/care/domain/decision/decide.ts'
import { type Decision, missingIn, type Parts } from '../../src/care/domain/decision/decision.ts'
import { fromRequestGroup, requestGroupOf } from '../../src/care/domain/decision/fhir.ts'
import { fromHeadings, headingsOf } from '../../src/care/domain/decision/headings.ts'
import { inAList, portraitOf, statusWords } from '../../src/care/domain/decision/portrait.ts'
import {
  after,
  again,
  anyDecision,
  asha,
  begin,
  choose,
  chosen,
  doctor,
  friend,
  matter,
  now,
  refusedWith,
  type Step,
  splint,
  talked,
  wait,
} from './any-decision.ts'

describe('B3 A decision', () => {
  it('B3 is valid once the person has chosen, it was talked about, and nothing is missing', () => {
    assert.equal(after([begin, matter, talked]).status, 'in progress')
    assert.equal(after([begin, matter, choose('splint')]).status, 'in progress')
    assert.equal(after([begin, matter, talked, choose('splint')]).status, 'valid')
    assert.equal(after([begin, matter, choose('splint'), talked]).status, 'valid')
  })

  const lacking: readonly (readonly [string, Parts, string])[] = [
    ['what matters to the person', {}, 'matters'],
    ['two options', { matters: 'Work', options: [wait] }, 'options'],
    [
      'waiting among the options',
      { matters: 'Work', options: [splint, { ...splint, id: 'other' }] },
      'waiting',
    ],
    [
      'a benefit of each',
      { matters: 'Work', options: [wait, { ...splint, benefits: [] }] },
      'benefit',
    ],
    ['a risk of each', { matters: 'Work', options: [{ ...wait, risks: [] }, splint] }, 'risk'],
  ]
  for (const [what, parts, code] of lacking) {
    it(`B3 is never valid without ${what}`, () => {
      const { matters, ...others } = parts
      const write: Step[] = [(state) => decide.workOn(doctor, others)(state, now)]
      if (matters !== undefined) write.push((state) => decide.workOn(asha, { matters })(state, now))
      const state = after([begin, ...write, talked, choose(null)])
      assert.equal(state.status, 'in progress')
      assert.ok(missingIn(state).some((one) => one.what === code))
    })
  }

  it('B3 may leave out waiting where somebody says why', () => {
    const parts = { options: [splint, { ...splint, id: 'other' }], noWaiting: 'It bleeds' }
    const write: Step = (state) => decide.workOn(doctor, parts)(state, now)
    assert.equal(after([begin, write, matter, talked, choose('splint')]).status, 'valid')
  })

  it('B3 is chosen by the person alone, never by a professional or by who only helps', () => {
    const state = after([begin, matter, talked])
    for (const other of [doctor, friend]) {
      const done = decide.choose(other, chosen('splint'))(state, now)
      assert.equal(refusedWith(done), 'decision-choice-theirs')
      assert.equal(refusedWith(decide.review(other, again)(state)), 'decision-choice-theirs')
    }
  })

  it('B3 keeps the headings of each side to that side, and lets a friend help to write', () => {
    const state = after([begin])
    const write = (speaker: typeof asha | typeof doctor | typeof friend, parts: Parts) =>
      refusedWith(decide.workOn(speaker, parts)(state, now))
    assert.equal(write(doctor, { matters: 'What I think' }), 'decision-not-your-part')
    assert.equal(write(asha, { professionalAgenda: 'Mine' }), 'decision-not-your-part')
    assert.equal(write(friend, { matters: 'She wants to work' }), 'done')
    assert.equal(write(doctor, { options: [wait] }), 'done')
  })

  it('B3 does not change once it is valid, until the person changes their mind', () => {
    const state = after([begin, matter, talked, choose('splint')])
    assert.equal(
      refusedWith(decide.workOn(doctor, { options: [] })(state, now)),
      'decision-not-open',
    )
    assert.equal(refusedWith(decide.cancel(doctor, 'No')(state)), 'decision-choice-theirs')
    assert.equal(refusedWith(decide.changeMind(doctor, '')(state)), 'decision-choice-theirs')
    const open = after([decide.changeMind(asha, 'I slept on it')], state)
    assert.equal(open.status, 'in progress')
    assert.equal(open.choice, null)
    assert.equal(open.earlier[0]?.named, 'A splint')
  })

  it('B3 takes a no at once after a change of mind, and a yes only after a new talk', () => {
    const open = after([begin, matter, talked, choose('splint'), decide.changeMind(asha, '')])
    const until = asInstant('2026-12-10T09:00:00.000Z')
    const later = { ...open, earlier: open.earlier.map((one) => ({ ...one, until })) }
    assert.equal(after([choose('wait')], later).status, 'valid')
    assert.equal(after([choose(null)], later).status, 'valid')
    assert.equal(after([choose('splint')], later).status, 'in progress')
  })

  it('B3 that is a no is not begun again by others before its day, unless something is new', () => {
    const begun = { tool: null, parts: { question: 'What about my hand' }, because: null }
    const no = {
      tool: null,
      question: 'What about my hand?',
      status: 'valid',
      saidNo: true,
      reviewOn: asDay('2027-01-15'),
    } as const
    const may = (
      speaker: typeof asha | typeof doctor,
      before: decide.Before,
      day = '2026-12-01',
      because: string | null = null,
    ) => refusedWith(decide.mayBegin(speaker, { ...begun, because }, [before], asDay(day)))
    assert.equal(may(doctor, no), 'decision-no-said')
    assert.equal(may(doctor, { ...no, reviewOn: null }, '2036-01-01'), 'decision-no-said')
    assert.equal(may(doctor, no, '2027-01-15'), 'done')
    assert.equal(may(doctor, no, '2026-12-01', 'The nerve test is back'), 'done')
    assert.equal(may(doctor, { ...no, saidNo: false }), 'done')
    assert.equal(may(asha, no), 'done')
  })

  it('B3 asks for a review once, on its day, and never where the person does not want it', () => {
    const state = after([begin, matter, talked, choose('wait')])
    const on = (held: Decision, day: string) => {
      const done = decide.askReview(held, asInstant(`${day}T09:00:00.000Z`))
      return done.ok ? done.value.facts.length : -1
    }
    assert.equal(on(state, '2027-01-14'), 0)
    assert.equal(on(state, '2027-01-15'), 1)
    assert.equal(on({ ...state, reviewAskedAt: now }, '2027-01-16'), 0)
    const quiet = { ...chosen('wait'), reviewOn: null }
    const never = after([begin, matter, talked, (s) => decide.choose(asha, quiet)(s, now)])
    assert.equal(on(never, '2099-01-01'), 0)
  })
})

/** As it is once it was sent. */
const plain = <T>(data: T): T => JSON.parse(JSON.stringify(data))

describe('B3 Every face of a decision', () => {
  const where = { id: 'one', person: 'asha' }

  it('B3 shows how it stands and never another state, whatever has happened', () => {
    fc.assert(
      fc.property(anyDecision, (state) => {
        const shown = portraitOf(state)
        const { status } = shown
        const { title } = inAList(shown)
        for (const [other, words] of Object.entries(statusWords)) {
          assert.equal(title.startsWith(words), other === status)
        }
        const point = headingsOf(shown)['Shared decision point'][0]
        assert.equal(point?.Status.toLowerCase(), status)
        assert.equal(point?.['Decision entry'].length, status === 'valid' ? 1 : 0)
        const group = requestGroupOf(shown, where)
        const fhir = { 'in progress': 'draft', valid: 'active', cancelled: 'revoked' }
        assert.equal(group.status, fhir[status])
        if (status !== 'valid')
          assert.doesNotMatch(JSON.stringify(group), /"isChosen","valueBoolean":true/)
        assert.equal(shown.decided !== null, status === 'valid')
        if (status === 'valid') assert.deepEqual(missingIn(state), [])
      }),
      { numRuns: 300 },
    )
  })

  it('B3 shows every reservation and comment', () => {
    const shy: Step = (state) =>
      decide.choose(asha, { ...chosen('splint'), reservations: 'I am afraid of heat' })(state, now)
    const state = after([begin, matter, talked, shy, decide.comment(doctor, 'I would wait')])
    for (const face of [
      inAList(portraitOf(state)).says,
      JSON.stringify(headingsOf(portraitOf(state))),
      JSON.stringify(requestGroupOf(portraitOf(state), where)),
    ]) {
      assert.match(face, /I am afraid of heat/)
      assert.match(face, /I would wait/)
    }
  })

  it('B3 goes out under the headings of the standard and comes back the same', () => {
    fc.assert(
      fc.property(anyDecision, (state) => {
        const shown = portraitOf(state)
        const sent = plain(headingsOf(shown))
        assert.deepEqual(fromHeadings(sent), plain(shown))
      }),
      { numRuns: 200 },
    )
  })

  it('B3 goes out as FHIR and comes back the same', () => {
    fc.assert(
      fc.property(anyDecision, (state) => {
        const shown = portraitOf(state)
        const sent = plain(requestGroupOf(shown, where))
        assert.deepEqual(fromRequestGroup(sent), plain(shown))
      }),
      { numRuns: 200 },
    )
  })
})
