// What may be done with a visit: foreseen, prepared by both sides, its questions answered, held.
import {
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import type { VisitKind } from './facts.ts'
import { refusals } from './refusals.ts'
import { type Foreseen, type Prepared, questionsOf, type Visit } from './visit.ts'

type Decided = Result<Decision<VisitKind, null>>

/**
 * A visit lies ahead. `carried` are the questions that waited.
 * Refuses `visit-with-whom-missing`, `visit-day-past`.
 */
export const foreseeVisit =
  (seen: Foreseen) =>
  (state: Visit, now: Instant): Decided => {
    if (state.foreseen !== null) return ok({ facts: [], answer: null })
    const withWhom = tidyLine(seen.withWhom)
    if (withWhom === '') return refuse(refusals.withWhomMissing, {}, 'withWhom')
    if (seen.day < dayIn(LONDON, now)) return refuse(refusals.dayPast, {}, 'day')
    return ok({ facts: [{ kind: 'visit-foreseen', body: { ...seen, withWhom } }], answer: null })
  }

/**
 * The person’s side; what was written before stays in the facts.
 * Refuses `visit-unknown`, `visit-already-held`, `visit-nothing-written`.
 */
export const prepareVisit =
  (side: Prepared) =>
  (state: Visit): Decided => {
    if (state.foreseen === null) return refuse(refusals.visitUnknown)
    if (state.heldAt !== null) return refuse(refusals.alreadyHeld)
    const matters = tidyText(side.matters)
    const worries = tidyText(side.worries)
    const questions = side.questions
      .map(({ question, says }) => ({ question, says: tidyLine(says) }))
      .filter(({ says }) => says !== '')
    const carried = state.foreseen.carried.length > 0
    if (matters === '' && worries === '' && questions.length === 0 && !carried) {
      return refuse(refusals.nothingWritten, {}, 'matters')
    }
    const body = { matters, worries, questions }
    return ok({ facts: [{ kind: 'visit-prepared', body }], answer: null })
  }

/** The other side. Refuses `visit-unknown`, `visit-already-held`, `visit-nothing-written`. */
export const setPoints =
  (words: string, shownAs: string) =>
  (state: Visit): Decided => {
    if (state.foreseen === null) return refuse(refusals.visitUnknown)
    if (state.heldAt !== null) return refuse(refusals.alreadyHeld)
    const says = tidyText(words)
    if (says === '') return refuse(refusals.nothingWritten, {}, 'says')
    return ok({ facts: [{ kind: 'visit-points-set', body: { says, shownAs } }], answer: null })
  }

/**
 * Answers one question, in the person’s words or a professional’s; the last answer counts.
 * Refuses `visit-unknown`, `visit-question-unknown`, `visit-nothing-written`.
 */
export const answerQuestion =
  (question: Id, words: string, shownAs: string) =>
  (state: Visit): Decided => {
    if (state.foreseen === null) return refuse(refusals.visitUnknown)
    if (!questionsOf(state).some((one) => one.question === question)) {
      return refuse(refusals.questionUnknown)
    }
    const says = tidyText(words)
    if (says === '') return refuse(refusals.nothingWritten, {}, 'says')
    const body = { question, says, shownAs }
    return ok({ facts: [{ kind: 'visit-question-answered', body }], answer: null })
  }

/** It took place, as the person says. Refuses `visit-unknown`. */
export const holdVisit =
  () =>
  (state: Visit): Decided => {
    if (state.foreseen === null) return refuse(refusals.visitUnknown)
    if (state.heldAt !== null) return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'visit-held', body: {} }], answer: null })
  }
