// B3: every face of a decision says how it stands, and none says another state, whatever happened.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createElement, type ReactElement } from 'react'
import { type Day, type Id, textOfMarkup } from '../../src/basics/index.ts'
import * as decide from '../../src/care/domain/decision/decide.ts'
import type { Decision } from '../../src/care/domain/decision/decision.ts'
import { requestGroupOf } from '../../src/care/domain/decision/fhir.ts'
import { headingsOf } from '../../src/care/domain/decision/headings.ts'
import { inAList, portraitOf, statusWords } from '../../src/care/domain/decision/portrait.ts'
import { DecisionAlone } from '../../src/care/pages/decision/decision-alone.tsx'
import { DecisionPage } from '../../src/care/pages/decision/decision-page.tsx'
import { DecisionsPage } from '../../src/care/pages/decision/list-page.tsx'
import { decisionWords } from '../../src/care/words/decision-words.ts'
import { type Language, renderAlone } from '../../src/web/index.ts'
import {
  after,
  anyDecision,
  asha,
  begin,
  chosen,
  doctor,
  friend,
  matter,
  now,
  refusedWith,
  talked,
} from './any-decision.ts'

const shownBy = (main: ReactElement, language: Language): string =>
  renderAlone({ title: 'A page', main }, language, now)

const pageOf = (state: Decision, language: Language, name: string | null = null) =>
  createElement(DecisionPage, {
    state,
    here: '/plan/decisions/one',
    name,
    speaker: name === null ? asha : doctor,
    opened: null,
    saidAgain: null,
    language,
  })

const listOf = (state: Decision, language: Language) =>
  createElement(DecisionsPage, {
    decisions: [
      { id: 'one' as Id, kind: 'shared-decision', labels: [], at: '2026-11-30' as Day, state },
    ],
    base: '/plan',
    name: null,
    mayBegin: true,
    language,
  })

/** What somebody reads on each face, with what is not printed taken out for the printed one. */
const faces: Readonly<Record<string, (state: Decision, language: Language) => string>> = {
  page: (state, language) => shownBy(pageOf(state, language), language),
  'the page of who it is shared with': (state, language) =>
    shownBy(pageOf(state, language, 'Asha Patel'), language),
  print: (state, language) =>
    shownBy(pageOf(state, language), language).replaceAll(
      /<div class="cp-no-print">.*?<\/div>/gs,
      '',
    ),
  list: (state, language) => shownBy(listOf(state, language), language),
  'what is taken away': (state, language) =>
    shownBy(createElement(DecisionAlone, { state, language }), language),
}

describe('B3 Every page of a decision', () => {
  for (const [face, show] of Object.entries(faces)) {
    for (const language of ['en', 'cy'] as const) {
      it(`B3 ${face} (${language}) says how it stands and never another state`, () => {
        const words = decisionWords.in(language).states
        fc.assert(
          fc.property(anyDecision, (state) => {
            const read = textOfMarkup(show(state, language))
            for (const [status, says] of Object.entries(words)) {
              assert.equal(read.includes(says), status === state.status, `${status}: ${read}`)
            }
            const card = read.includes(decisionWords.in(language).saidNo)
            assert.ok(!card || state.status === 'valid')
          }),
          { numRuns: 60 },
        )
      })
    }
  }

  it('B3 a choice that does not count yet is nowhere but on the page of who chose it', () => {
    const open = after([
      begin,
      matter,
      (state) => decide.choose(asha, chosen('splint'))(state, now),
    ])
    const own = textOfMarkup(shownBy(pageOf(open, 'en'), 'en'))
    assert.match(own, /“A splint” is chosen. It counts once everything above is done/)
    for (const face of ['the page of who it is shared with', 'list', 'what is taken away']) {
      const read = textOfMarkup(faces[face]?.(open, 'en') ?? '')
      assert.doesNotMatch(read, /chosen|Chosen|The decision\b/, face)
    }
    for (const sent of [headingsOf(portraitOf(open)), requestGroupOf(portraitOf(open), where)]) {
      assert.doesNotMatch(
        JSON.stringify(sent),
        /"isChosen","valueBoolean":true|"Decision":"A splint"/,
      )
    }
    assert.doesNotMatch(inAList(portraitOf(open)).says, /Chosen/)
  })

  it('B3 reservations and comments stand on every page, and in what is taken away', () => {
    const shy = { ...chosen('splint'), reservations: 'I am afraid of heat' }
    const state = after([
      begin,
      matter,
      talked,
      (held) => decide.choose(asha, shy)(held, now),
      decide.comment(doctor, 'I would wait'),
    ])
    for (const [face, show] of Object.entries(faces)) {
      const read = textOfMarkup(show(state, 'en'))
      assert.match(read, /I am afraid of heat/, face)
      assert.match(read, /I would wait/, face)
    }
  })

  it('B3 the words of the three states are no part of one another', () => {
    for (const words of [statusWords, decisionWords.in('cy').states]) {
      const all = Object.values(words)
      for (const one of all) {
        assert.equal(all.filter((other) => other.includes(one)).length, 1)
      }
    }
  })
})

const where = { id: 'one', person: 'asha' }
const form = { form: '1', says: '', where: 'https://notes.example/form.pdf' } as const

describe('B3 A consent form that was signed', () => {
  it('B3 is noted by a professional alone, also once decided, and never after a cancel', () => {
    const made = after([
      begin,
      matter,
      talked,
      (state) => decide.choose(asha, chosen('splint'))(state, now),
    ])
    assert.equal(
      after([decide.noteConsentForm(doctor, form)], made).treatmentConsentForms.length,
      1,
    )
    for (const other of [asha, friend]) {
      const done = decide.noteConsentForm(other, form)(made)
      assert.equal(refusedWith(done), 'decision-form-by-professional')
    }
    const gone = after([decide.cancel(asha, 'Over')], made)
    assert.equal(refusedWith(decide.noteConsentForm(doctor, form)(gone)), 'decision-form-cancelled')
  })

  it('B3 makes nothing valid that is not: a form does not stand for a choice', () => {
    const open = after([begin, matter, talked, decide.noteConsentForm(doctor, form)])
    assert.equal(open.status, 'in progress')
    assert.equal(portraitOf(open).decided, null)
  })

  it('B3 goes out with its code, place and kind of file as the standard says', () => {
    const other = { form: 'other', says: 'In Welsh', where: 'In the paper notes' } as const
    const state = after([
      begin,
      decide.noteConsentForm(doctor, form),
      decide.noteConsentForm(doctor, other),
    ])
    assert.deepEqual(headingsOf(portraitOf(state))['Consent form details'], [
      {
        'Consent form type': { 'Coded value': '849771000000105', 'Free text': '' },
        'Consent form location': 'https://notes.example/form.pdf',
        'Consent form MIME type': 'application/pdf',
        notedBy: 'Dr Okafor, Oak Lane',
      },
      {
        'Consent form type': { 'Coded value': null, 'Free text': 'In Welsh' },
        'Consent form location': 'In the paper notes',
        'Consent form MIME type': null,
        notedBy: 'Dr Okafor, Oak Lane',
      },
    ])
  })
})

describe('B3 How private a decision is', () => {
  it('B3 only the person says; saying the same again keeps nothing', () => {
    const state = after([begin, decide.label(asha, ['mental'])])
    assert.deepEqual(state.labels, ['mental'])
    assert.deepEqual(decide.label(asha, ['mental'])(state), {
      ok: true,
      value: { facts: [], answer: null },
    })
    for (const other of [doctor, friend]) {
      assert.equal(refusedWith(decide.label(other, [])(state)), 'decision-choice-theirs')
    }
  })

  it('B3 no file and no page of others says that it is marked', () => {
    const state = after([begin, decide.label(asha, ['mental'])])
    const shared = textOfMarkup(shownBy(pageOf(state, 'en', 'Asha Patel'), 'en'))
    assert.doesNotMatch(shared, /Mental health/)
    assert.match(textOfMarkup(shownBy(pageOf(state, 'en'), 'en')), /Mental health/)
    for (const sent of [headingsOf(portraitOf(state)), requestGroupOf(portraitOf(state), where)]) {
      assert.doesNotMatch(JSON.stringify(sent), /mental/i)
    }
  })
})
