// What each party to a promise may do, as pure decisions: state and now in, facts or refusal out.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { NewFactOf } from '../../log/index.ts'
import type { PromiseKind } from './facts.ts'
import {
  type Answer,
  asked,
  maySpeakForPromiser,
  type PromiseMade,
  type PromiseRecord,
  standingOf,
} from './promise.ts'
import { refusals } from './refusals.ts'

type Decided = Result<{ facts: NewFactOf<PromiseKind>[]; answer: null }>

/** Who speaks: a person, and the organisation they act for at this moment. */
export type Speaker = { readonly person: Id | null; readonly organisation: string | null }

const decided = (fact: NewFactOf<PromiseKind>): Decided => ok({ facts: [fact], answer: null })

/** Refuses `promise-empty`, `promise-due-in-the-past`. */
export function makePromise(made: PromiseMade) {
  return (_state: PromiseRecord, now: Instant): Decided => {
    if (made.says.trim() === '') return refuse(refusals.nothingPromised, {}, 'says')
    if (made.due < dayIn(LONDON, now)) return refuse(refusals.dueInThePast, {}, 'due')
    return decided({ kind: 'promise-made', body: made })
  }
}

/** Refuses `promise-unknown`, `promise-not-yours-to-keep`, `promise-already-kept`. */
export function sayDone(speaker: Speaker, says: string) {
  return (state: PromiseRecord, now: Instant): Decided => {
    const refused = refusePromiser(state, speaker, now)
    if (refused !== null) return refused
    if (says.trim() === '') return refuse(refusals.nothingPromised, {}, 'says')
    return decided({ kind: 'promise-said-done', body: { says } })
  }
}

/** What those who asked say of a claim; of the latest one, where no claim is named. */
export type Said = {
  readonly answer: Answer
  readonly says: string
  readonly claim?: string
}

/**
 * Those who asked say whether it happened.
 * Refuses `promise-unknown`, `promise-not-yours-to-confirm`, `promise-not-said-done`,
 * `promise-changed-meanwhile` where another claim came since, and `promise-own-word` where the
 * one who asked is also the one who said it is done.
 */
export function answerPromise(speaker: Speaker, { answer, says, claim }: Said) {
  return (state: PromiseRecord): Decided => {
    if (state.made === null) return refuse(refusals.promiseUnknown)
    if (!asked(state, speaker.person)) return refuse(refusals.notYoursToConfirm)
    if (state.saidDone === null) return refuse(refusals.nothingSaidDone)
    if (claim !== undefined && claim !== state.saidDone.claim) {
      return refuse(refusals.changedMeanwhile)
    }
    if (state.saidDone.by === speaker.person) return refuse(refusals.notYourOwnWord)
    return decided({ kind: 'promise-answered', body: { answer, says } })
  }
}

/** Refuses as `sayDone`, and `promise-due-in-the-past`. */
export function proposeDate(speaker: Speaker, due: Day, why: string) {
  return (state: PromiseRecord, now: Instant): Decided => {
    const refused = refusePromiser(state, speaker, now)
    if (refused !== null) return refused
    if (due < dayIn(LONDON, now)) return refuse(refusals.dueInThePast, {}, 'due')
    return decided({ kind: 'promise-date-proposed', body: { due, why } })
  }
}

/**
 * Somebody who asked agrees to the day they were shown, and to no other.
 * Refuses `promise-unknown`, `promise-not-yours-to-confirm`, `promise-no-date-proposed`,
 * `promise-changed-meanwhile`, `promise-own-word`.
 */
export function agreeDate(speaker: Speaker, due: Day) {
  return (state: PromiseRecord): Decided => {
    if (state.made === null) return refuse(refusals.promiseUnknown)
    if (!asked(state, speaker.person)) return refuse(refusals.notYoursToConfirm)
    if (state.proposed === null) return refuse(refusals.nothingProposed)
    if (state.proposed.due !== due) return refuse(refusals.changedMeanwhile)
    if (state.proposed.by === speaker.person) return refuse(refusals.notYourOwnWord)
    return decided({ kind: 'promise-date-agreed', body: { due } })
  }
}

/** The clock's own step, run by a job after the day has ended: nothing where nothing lapsed. */
export const lapse = (state: PromiseRecord, now: Instant): Decided => {
  const { due, saidDone, lapsed } = state
  const over = due !== null && dayIn(LONDON, now) > due
  if (!over || saidDone !== null || lapsed.includes(due)) return ok({ facts: [], answer: null })
  return decided({ kind: 'promise-lapsed', body: { due } })
}

function refusePromiser(state: PromiseRecord, speaker: Speaker, now: Instant) {
  if (state.made === null) return refuse(refusals.promiseUnknown)
  if (!maySpeakForPromiser(state, speaker.person, speaker.organisation)) {
    return refuse(refusals.notYoursToKeep)
  }
  return standingOf(state, now) === 'kept' ? refuse(refusals.alreadyKept) : null
}
