// A decision as others are shown it: one picture from which every face is made.
import { dayIn, LONDON } from '../../../basics/index.ts'
import { sideOf } from '../plan/plan.ts'
import {
  chosenName,
  type Decision,
  type DecisionOption,
  type Parts,
  reviewDayOf,
  type Status,
  type Talk,
  type Tool,
  type TreatmentConsentForm,
} from './decision.ts'

export type Remark = {
  readonly says: string
  readonly by: string
  readonly side: 'person' | 'professional' | 'supporter'
}

export type Portrait = Omit<Required<Parts>, 'lean' | 'options'> & {
  readonly status: Status
  readonly tool: Tool | null
  readonly talk: Omit<Talk, 'as' | 'basis' | 'shownAs'> | null
  readonly options: readonly DecisionOption[]
  /** What was decided; null while nothing is, and once it was cancelled. */
  readonly decided: {
    readonly option: string | null
    readonly named: string
    readonly says: string
    readonly by: string
    /** By which law somebody else decided for the person. */
    readonly basis: string | null
    readonly day: string
  } | null
  readonly reviewOn: string | null
  /** A trace of a talk: that a form was signed decides nothing. */
  readonly treatmentConsentForms: readonly TreatmentConsentForm[]
  /** Reservations and comments: every face shows them. */
  readonly issues: readonly Remark[]
  readonly cancelled: Remark | null
  readonly earlier: readonly {
    readonly named: string
    readonly until: string
    readonly because: string
  }[]
}

const sideName = (speaker: Parameters<typeof sideOf>[0]): Remark['side'] =>
  sideOf(speaker) ?? 'supporter'

export function portraitOf(decision: Decision): Portrait {
  const { status, tool, talk, choice, parts, comments, cancelled, earlier } = decision
  const { lean: _, ...shown } = parts
  const choices = [...earlier.map((one) => one.choice), ...(choice === null ? [] : [choice])]
  const reserved = choices.filter(({ reservations }) => reservations !== '')
  return {
    ...shown,
    status,
    tool,
    talk: talk === null ? null : withoutSpeaker(talk),
    decided:
      status === 'valid' && choice !== null
        ? {
            option: choice.option,
            named: chosenName(decision),
            says: choice.says,
            by: choice.shownAs,
            basis: choice.basis,
            day: dayIn(LONDON, choice.at),
          }
        : null,
    reviewOn: reviewDayOf(decision),
    treatmentConsentForms: decision.treatmentConsentForms,
    issues: [
      ...reserved.map((one) => ({
        says: one.reservations,
        by: one.shownAs,
        side: sideName(one),
      })),
      ...comments.map((one) => ({ says: one.says, by: one.shownAs, side: sideName(one) })),
    ],
    cancelled:
      cancelled === null
        ? null
        : { says: cancelled.says, by: cancelled.shownAs, side: sideName(cancelled) },
    earlier: earlier.map(({ named, until, because }) => ({
      named,
      until: dayIn(LONDON, until),
      because,
    })),
  }
}

const withoutSpeaker = ({ as: _, basis: __, shownAs: ___, ...talk }: Talk) => talk

/** The words for how a decision stands: no face uses others, and none is part of another. */
export const statusWords = {
  'in progress': 'In progress, nothing is decided yet',
  valid: 'Decided together',
  cancelled: 'Cancelled',
} as const satisfies Record<Status, string>

/** What a list calls it, and says of it: how it stands comes first. */
export function inAList({ status, question, decided, options, issues }: Portrait) {
  const title = `${statusWords[status]}: ${question}`
  const reserved = issues.map(({ says, by }) => `${by} says: ${says}`)
  const names = options.map(({ name }) => name).join(', ')
  const what =
    decided === null ? `Options: ${names === '' ? 'none yet' : names}` : `Chosen: ${decided.named}`
  return { title, says: [what, ...reserved].join('. ') }
}
