// What each side of a question about a look may do: ask, say more, answer, judge, take back.
import {
  dueAfterMonths,
  type Id,
  type Instant,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
  tidyText,
  unitsOf,
} from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import type { Receipt } from '../look-receipt.ts'
import { lookExplainedWithin } from './dated-rules.ts'
import { LONGEST_TEXT, type QueryKind } from './facts.ts'
import { type Found, isLate, type LookQuery } from './query.ts'
import { queryRefusals as refusals } from './refusals.ts'

type Decided = Result<Decision<QueryKind, null>>

/** What of a receipt decides whom a question about it goes to. */
export type Queried = Pick<Receipt, 'via' | 'organisation'> & {
  readonly id: Id
  readonly by: PersonId | null
}

/** Who has to explain a look: the organisation in whose role it was; null where it was in none. */
export const holderOfLook = ({ via, organisation }: Queried): OrganisationId | null =>
  via === 'role' || via === 'emergency' ? organisation : null

/** The roles of those who answer for an organisation. Policy of this installation. */
export const explainingRoles: readonly string[] = [
  'information-officer',
  'records-officer',
  'practice-manager',
  'complaints-manager',
]

function clock(now: Instant) {
  const { says, source, confirmed, value } = lookExplainedWithin
  return { due: dueAfterMonths(now, value), source: { says, source, confirmed } }
}

function faultOfText(says: string) {
  if (says === '') return refuse(refusals.textMissing, {}, 'says')
  return says.length > unitsOf(LONGEST_TEXT) ? refuse(refusals.textTooLong, {}, 'says') : null
}

/**
 * Asks whose look it was to explain it; asked again it changes nothing.
 * Refuses `look-query-nobody-to-ask`, `look-query-text-too-long`.
 */
export const queryLook =
  (look: Queried, shownAs: string, typed: string) =>
  (state: LookQuery, now: Instant): Decided => {
    if (state.state !== 'none') return ok({ facts: [], answer: null })
    const holder = holderOfLook(look)
    if (holder === null) return refuse(refusals.nobodyToAsk)
    const says = tidyText(typed)
    if (says.length > unitsOf(LONGEST_TEXT)) return refuse(refusals.textTooLong, {}, 'says')
    const body = { look: look.id, holder, says: says || null, ...clock(now), shownAs }
    return ok({ facts: [{ kind: 'look-queried', body }], answer: null })
  }

/** The person says more. Refuses `look-query-unknown`, `look-query-closed`, and of the text. */
export const sayMore =
  (shownAs: string, typed: string) =>
  (state: LookQuery): Decided => {
    if (state.state === 'none') return refuse(refusals.unknown)
    if (state.state !== 'open') return refuse(refusals.closed)
    return remarked('person', shownAs, typed)
  }

function remarked(from: 'person' | 'holder', shownAs: string, typed: string): Decided {
  const says = tidyText(typed)
  const fault = faultOfText(says)
  if (fault !== null) return fault
  return ok({
    facts: [{ kind: 'look-query-remarked', body: { from, says, shownAs } }],
    answer: null,
  })
}

/** The person takes it back. Refuses `look-query-unknown`, `look-query-closed`. */
export const takeQueryBack = (state: LookQuery): Decided => {
  if (state.state === 'none') return refuse(refusals.unknown)
  if (state.state !== 'open') return refuse(refusals.closed)
  return ok({ facts: [{ kind: 'look-query-withdrawn', body: {} }], answer: null })
}

/** The answer is enough. Refuses `look-query-unknown`, `look-query-not-answered`. */
export const settleQuery = (state: LookQuery): Decided => {
  if (state.state === 'none') return refuse(refusals.unknown)
  if (state.state === 'settled') return ok({ facts: [], answer: null })
  if (state.state !== 'answered') return refuse(refusals.notAnswered)
  return ok({ facts: [{ kind: 'look-query-settled', body: {} }], answer: null })
}

/**
 * The answer is not enough: the question is open anew, with a clock of its own.
 * Refuses `look-query-unknown`, `look-query-not-answered`, and of the text.
 */
export const disputeAnswer =
  (shownAs: string, typed: string) =>
  (state: LookQuery, now: Instant): Decided => {
    if (state.state === 'none') return refuse(refusals.unknown)
    if (state.state !== 'answered') return refuse(refusals.notAnswered)
    const says = tidyText(typed)
    const fault = faultOfText(says)
    if (fault !== null) return fault
    const body = { says, ...clock(now), shownAs }
    return ok({ facts: [{ kind: 'look-query-disputed', body }], answer: null })
  }

/** Who explains: somebody at work in the organisation that is asked. */
export type Explainer = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly shownAs: string
}

function faultOfExplainer(state: LookQuery, { person, organisation }: Explainer, look: Queried) {
  if (state.state === 'none' || state.holder !== organisation) return refuse(refusals.unknown)
  if (state.state !== 'open') return refuse(refusals.closed)
  return look.by === person ? refuse(refusals.aboutYourself) : null
}

/**
 * The organisation answers; nobody answers about a look of their own.
 * Refuses `look-query-unknown`, `look-query-closed`, `look-query-about-yourself`, and of the text.
 */
export const answerQuery =
  (speaker: Explainer, look: Queried, answer: { readonly found: Found; readonly says: string }) =>
  (state: LookQuery): Decided => {
    const says = tidyText(answer.says)
    const fault = faultOfExplainer(state, speaker, look) ?? faultOfText(says)
    if (fault !== null) return fault
    const body = { found: answer.found, says, shownAs: speaker.shownAs }
    return ok({ facts: [{ kind: 'look-query-answered', body }], answer: null })
  }

/** The organisation asks the person something; the clock goes on. Refuses as `answerQuery`. */
export const askAboutQuery =
  (speaker: Explainer, look: Queried, typed: string) =>
  (state: LookQuery): Decided =>
    faultOfExplainer(state, speaker, look) ?? remarked('holder', speaker.shownAs, typed)

/** The clock's own step, once for each day it was due: nothing where it was answered. */
export const lapseQuery = (state: LookQuery, now: Instant): Decided => {
  const { due, lapsed } = state
  if (state.state !== 'open' || due === null || lapsed === due || !isLate(due, now)) {
    return ok({ facts: [], answer: null })
  }
  return ok({ facts: [{ kind: 'look-query-lapsed', body: { due } }], answer: null })
}
