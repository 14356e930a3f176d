// A request to correct an entry: what was asked of whom, by when, and what became of it.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  type PersonId,
  type Static,
} from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import {
  type CorrectionKind,
  type correctionAnswered,
  type correctionAsked,
  correctionKinds,
} from './correction-facts.ts'
import type { Entry } from './entry.ts'

export type CorrectionAsked = Static<(typeof correctionAsked)['schema']>
export type Outcome = Static<(typeof correctionAnswered)['schema']>['outcome']

/** One thing that happened, as the page of a request tells it. */
export type Step = {
  readonly fact: Id
  readonly what: CorrectionKind['kind']
  readonly at: Instant
  readonly shownAs: string | null
  readonly says: string | null
  /** Who said more; null where nobody did. */
  readonly from: 'person' | 'holder' | null
  /** Whom it was handed to. */
  readonly to: OrganisationId | null
}

export type Correction = {
  readonly asked: (CorrectionAsked & { readonly at: Instant }) | null
  /** Who answers for it now. */
  readonly holder: OrganisationId | null
  readonly answer: {
    readonly outcome: Outcome
    readonly newer: Id | null
    readonly at: Instant
  } | null
  readonly withdrawn: boolean
  readonly lapsed: boolean
  readonly steps: readonly Step[]
}

/** How a request stands; `waiting` and `overdue` are open. */
export type CorrectionStanding = 'waiting' | 'overdue' | 'withdrawn' | Outcome

export const correctionStream: StreamType<Correction, CorrectionKind> = {
  name: 'record-correction',
  says: 'One request to correct an entry of a person’s record, and its answer',
  kinds: correctionKinds,
  start: {
    asked: null,
    holder: null,
    answer: null,
    withdrawn: false,
    lapsed: false,
    steps: [],
  },
  fold: (state, fact) => ({ ...fold(state, fact), steps: [...state.steps, stepOf(fact)] }),
}

function fold(state: Correction, fact: FactOf<CorrectionKind>): Correction {
  const { at } = fact
  switch (fact.kind) {
    case 'correction-asked':
      return { ...state, asked: { ...fact.body, at }, holder: fact.body.holder }
    case 'correction-handed-on':
      return { ...state, holder: fact.body.to }
    case 'correction-answered': {
      const { outcome, newer } = fact.body
      return { ...state, answer: { outcome, newer, at } }
    }
    case 'correction-withdrawn':
      return { ...state, withdrawn: true }
    case 'correction-lapsed':
      return { ...state, lapsed: true }
    case 'correction-remarked':
      return state
  }
}

function stepOf(fact: FactOf<CorrectionKind>): Step {
  const { id, kind: what, at } = fact
  const plain = { fact: id, what, at, shownAs: null, says: null, from: null, to: null }
  switch (fact.kind) {
    case 'correction-asked':
      return { ...plain, shownAs: fact.body.shownAs }
    case 'correction-handed-on':
      return { ...plain, ...fact.body }
    case 'correction-remarked':
      return { ...plain, ...fact.body }
    case 'correction-answered':
      return { ...plain, says: fact.body.says, shownAs: fact.body.shownAs }
    default:
      return plain
  }
}

/** Whether it still waits for an answer. */
export const isOpen = ({ asked, answer, withdrawn }: Correction): boolean =>
  asked !== null && answer === null && !withdrawn

/** How it stands now, in London; null where there is none. */
export function correctionStanding(state: Correction, now: Instant): CorrectionStanding | null {
  if (state.asked === null) return null
  if (state.answer !== null) return state.answer.outcome
  if (state.withdrawn) return 'withdrawn'
  return isOverdue(state.asked.due as Day, now) ? 'overdue' : 'waiting'
}

/** Whether the day by whose end it is due is over, in London. */
export const isOverdue = (due: Day, now: Instant): boolean => dayIn(LONDON, now) > due

/**
 * Who answers for an entry: the organisation it was written for where that is known here,
 * nobody but the person for what they wrote themselves, else whom the person chooses.
 */
export function holderOf({ added }: Entry, person: PersonId): OrganisationId | 'own' | 'choose' {
  if (added === null) return 'choose'
  const { organisation, person: author } = added.author
  if (organisation !== null) return organisation as OrganisationId
  return author === person ? 'own' : 'choose'
}
