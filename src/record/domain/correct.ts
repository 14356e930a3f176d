// What each side of a correction request may do: ask, hand on, say more, answer, take back.
import {
  type Day,
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
} from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { type Correction, holderOf, isOpen, isOverdue, type Outcome } from './correction.ts'
import { type CorrectionKind, LONGEST_TEXT } from './correction-facts.ts'
import { correctWithin } from './dated-rules.ts'
import type { Entry } from './entry.ts'
import type { AskedDetails } from './own-details.ts'
import { correctionRefusals as refusals } from './refusals.ts'

export type Asking = {
  readonly entry: Id
  /** Whom the person chose; what the entry says of its author comes before it. */
  readonly holder: OrganisationId | null
  readonly wrong: string
  readonly right: string
  /** Empty where there is none. */
  readonly evidence: string
  readonly shownAs: string
  /** Where it is about the person's own details, and not an entry. */
  readonly details?: AskedDetails
}

type Decided<Answer = null> = Result<Decision<CorrectionKind, Answer>>

/** The day by whose end a request made now is answered. */
export const correctionDue = (now: Instant): Day => dueAfterMonths(now, correctWithin.value)

/**
 * Asks whoever holds an entry to correct it; answers with the holder.
 * Refuses `correction-open-already`, `correction-of-own-entry`, `correction-holder-missing`,
 * `correction-wrong-missing`, `correction-right-missing`, `correction-text-too-long`.
 */
export const askCorrection =
  (asking: Asking, entry: Entry, person: PersonId) =>
  (state: Correction, now: Instant): Decided<OrganisationId> => {
    if (state.asked !== null) return refuse(refusals.openAlready)
    const known = holderOf(entry, person)
    if (known === 'own') return refuse(refusals.ownEntry)
    const holder = known === 'choose' ? asking.holder : known
    if (holder === null) return refuse(refusals.holderMissing, {}, 'holder')
    const [wrong, right, evidence] = [asking.wrong, asking.right, asking.evidence].map(tidyText)
    if (!wrong) return refuse(refusals.wrongMissing, {}, 'wrong')
    if (!right) return refuse(refusals.rightMissing, {}, 'right')
    const long = Object.entries({ wrong, right, evidence }).find(([, said]) => isTooLong(said))
    if (long !== undefined) return refuse(refusals.textTooLong, {}, long[0])
    const { says, source, confirmed } = correctWithin
    const body = {
      entry: asking.entry,
      ...(asking.details === undefined ? {} : { details: asking.details }),
      holder,
      wrong,
      right,
      evidence: evidence || null,
      due: correctionDue(now),
      source: { says, source, confirmed },
      shownAs: asking.shownAs,
    }
    return ok({ facts: [{ kind: 'correction-asked', body }], answer: holder })
  }

const isTooLong = (said: string | undefined): boolean => (said ?? '').length > unitsOf(LONGEST_TEXT)

/** Who speaks for the holder: somebody at work. */
export type HolderSpeaker = { readonly organisation: OrganisationId; readonly shownAs: string }

/** Refuses `correction-unknown`, `correction-closed`. */
function faultOfHolder(state: Correction, { organisation }: HolderSpeaker) {
  if (state.asked === null || state.holder !== organisation) return refuse(refusals.unknown)
  return isOpen(state) ? null : refuse(refusals.closed)
}

function faultOfText(says: string, field = 'says') {
  if (says === '') return refuse(refusals.answerMissing, {}, field)
  return isTooLong(says) ? refuse(refusals.textTooLong, {}, field) : null
}

/**
 * The holder says that the entry is not theirs; the clock goes on.
 * Refuses `correction-unknown`, `correction-closed`, `correction-handed-to-oneself`,
 * `correction-answer-missing`, `correction-text-too-long`.
 */
export const handOn =
  (speaker: HolderSpeaker, to: OrganisationId, typed: string) =>
  (state: Correction): Decided => {
    const says = tidyText(typed)
    const fault = faultOfHolder(state, speaker) ?? faultOfText(says)
    if (fault !== null) return fault
    if (to === state.holder) return refuse(refusals.handedToOneself, {}, 'to')
    const { shownAs } = speaker
    return decided({ kind: 'correction-handed-on', body: { to, says, shownAs } })
  }

const decided = (fact: Decision<CorrectionKind, null>['facts'][number]): Decided =>
  ok({ facts: [fact], answer: null })

export type Answering = {
  readonly outcome: Outcome
  /** What was done, or why it was not. */
  readonly says: string
  /** The right entry, where one was added. */
  readonly newer: Id | null
}

/**
 * The holder answers; a reason is always given.
 * Refuses `correction-unknown`, `correction-closed`, `correction-answer-missing`,
 * `correction-text-too-long`.
 */
export const answerCorrection =
  (speaker: HolderSpeaker, answering: Answering) =>
  (state: Correction): Decided => {
    const says = tidyText(answering.says)
    const fault = faultOfHolder(state, speaker) ?? faultOfText(says)
    if (fault !== null) return fault
    const { outcome, newer } = answering
    const body = { outcome, says, newer, shownAs: speaker.shownAs }
    return decided({ kind: 'correction-answered', body })
  }

/**
 * The holder asks something about an open request.
 * Refuses `correction-unknown`, `correction-closed`, `correction-answer-missing`,
 * `correction-text-too-long`.
 */
export const remarkAsHolder =
  (speaker: HolderSpeaker, typed: string) =>
  (state: Correction): Decided => {
    const says = tidyText(typed)
    const fault = faultOfHolder(state, speaker) ?? faultOfText(says)
    if (fault !== null) return fault
    const body = { from: 'holder' as const, says, shownAs: speaker.shownAs }
    return decided({ kind: 'correction-remarked', body })
  }

/** The person adds something to an open request. Refuses as `remarkAsHolder`. */
export const remarkAsPerson =
  (shownAs: string, typed: string) =>
  (state: Correction): Decided => {
    if (state.asked === null) return refuse(refusals.unknown)
    if (!isOpen(state)) return refuse(refusals.closed)
    const says = tidyText(typed)
    const fault = faultOfText(says)
    if (fault !== null) return fault
    return decided({ kind: 'correction-remarked', body: { from: 'person', says, shownAs } })
  }

/** The person takes it back. Refuses `correction-unknown`, `correction-closed`. */
export const withdrawCorrection = (state: Correction): Decided => {
  if (state.asked === null) return refuse(refusals.unknown)
  if (!isOpen(state)) return refuse(refusals.closed)
  return decided({ kind: 'correction-withdrawn', body: {} })
}

/**
 * Whether the person may say that they do not agree: the words themselves go to the entry.
 * Refuses `correction-unknown`, `correction-not-declined`, `correction-no-place-for-words`.
 */
export const disagreeWithAnswer = (state: Correction): Decided => {
  if (state.asked === null) return refuse(refusals.unknown)
  if (state.asked.details !== undefined) return refuse(refusals.noPlaceForWords)
  const outcome = state.answer?.outcome
  // An entry that only got a note still says what the person asked to have put right.
  if (outcome !== 'declined' && outcome !== 'annotated') return refuse(refusals.notDeclined)
  return ok({ facts: [], answer: null })
}

/** The clock's own step, once, after the day has ended: nothing where it was answered. */
export const lapseCorrection = (state: Correction, now: Instant): Decided => {
  const { asked, lapsed } = state
  if (asked === null || lapsed || !isOpen(state) || !isOverdue(asked.due as Day, now)) {
    return ok({ facts: [], answer: null })
  }
  return decided({ kind: 'correction-lapsed', body: { due: asked.due } })
}
