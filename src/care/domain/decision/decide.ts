// What each side of a decision may do. The choice is the person’s, and nobody takes it from them.
import {
  type Day,
  dayIn,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import type { NewFactOf } from '../../../log/index.ts'
import { type Side, type Speaker, sideOf } from '../plan/plan.ts'
import {
  type Decision,
  foldDecision,
  missingIn,
  optionOf,
  type Parts,
  reviewDayOf,
  type Talk,
  type Tool,
  type TreatmentConsentForm,
} from './decision.ts'
import type { DecisionKind } from './facts.ts'
import { refusals } from './refusals.ts'

type Decided = Result<{ facts: NewFactOf<DecisionKind>[]; answer: null }>

/** The headings that are one side's alone; the others are both sides'. */
const owned: Readonly<Partial<Record<keyof Parts, Side>>> = {
  personAgenda: 'person',
  matters: 'person',
  marks: 'person',
  questions: 'person',
  lean: 'person',
  professionalAgenda: 'professional',
  before: 'professional',
  withheld: 'professional',
  delayed: 'professional',
  professionalActions: 'professional',
}

/** Whether somebody may write under a heading: who only helps writes on the person's side. */
export function mayWriteIn(heading: keyof Parts, { as }: Pick<Speaker, 'as'>): boolean {
  const side = owned[heading]
  return side === undefined || side === (as === 'professional' ? 'professional' : 'person')
}

export type Beginning = {
  readonly tool: Tool | null
  readonly parts: Parts
  /** What is new since the person said no to the same; null where nothing is said to be. */
  readonly because: string | null
}

/** Begins a decision. Refuses `decision-question-missing`, `decision-not-your-part`. */
export const beginDecision =
  (speaker: Speaker, { tool, parts, because }: Beginning) =>
  (state: Decision): Decided => {
    if (state.begun !== null) return ok({ facts: [], answer: null })
    if ((parts.question ?? '') === '') return refuse(refusals.questionMissing, {}, 'question')
    if (!mayWriteAll(parts, speaker)) return refuse(refusals.notYourPart)
    return ok({
      facts: [{ kind: 'decision-begun', body: { tool, parts, because, ...speaker } }],
      answer: null,
    })
  }

const mayWriteAll = (parts: Parts, speaker: Speaker): boolean =>
  (Object.keys(parts) as (keyof Parts)[]).every((heading) => mayWriteIn(heading, speaker))

/**
 * Writes in a decision that is in progress. Refuses `decision-unknown`, `decision-not-open`,
 * `decision-not-your-part`, `decision-question-missing`, `decision-option-chosen`.
 */
export const workOn =
  (speaker: Speaker, parts: Parts) =>
  (state: Decision, now: Instant): Decided => {
    const closed = closedTo(state)
    if (closed !== null) return closed
    if (!mayWriteAll(parts, speaker)) return refuse(refusals.notYourPart)
    if (parts.question === '') return refuse(refusals.questionMissing, {}, 'question')
    const chosen = state.choice?.option ?? null
    const gone = chosen !== null && parts.options?.every(({ id }) => id !== chosen) === true
    if (gone) return refuse(refusals.optionChosen)
    return ok(made(state, now, [{ kind: 'decision-worked-on', body: { parts, ...speaker } }]))
  }

const closedTo = (state: Decision): ReturnType<typeof refuse> | null => {
  if (state.begun === null) return refuse(refusals.decisionUnknown)
  return state.status === 'in progress' ? null : refuse(refusals.notOpen)
}

/** The facts, and that the decision is made where nothing is missing any more. */
function made(state: Decision, now: Instant, facts: NewFactOf<DecisionKind>[]) {
  const after = facts.reduce(
    (held, fact) => foldDecision(held, { ...fact, at: now, by: null } as never),
    state,
  )
  const isMade = after.status === 'in progress' && missingIn(after).length === 0
  const more: NewFactOf<DecisionKind>[] = isMade ? [{ kind: 'decision-made', body: {} }] : []
  return { facts: [...facts, ...more], answer: null }
}

/**
 * A professional records that it was talked about. It says nothing of what the person chooses.
 * Refuses `decision-unknown`, `decision-not-open`, `decision-talk-by-professional`,
 * `decision-talk-ahead`.
 */
export const recordTalk =
  (speaker: Speaker, talk: Omit<Talk, keyof Speaker>) =>
  (state: Decision, now: Instant): Decided => {
    const closed = closedTo(state)
    if (closed !== null) return closed
    if (speaker.as !== 'professional') return refuse(refusals.talkByProfessional)
    if (talk.day > dayIn(LONDON, now)) return refuse(refusals.talkAhead, {}, 'day')
    const body = { ...talk, ...speaker }
    return ok(made(state, now, [{ kind: 'decision-talked-about', body }]))
  }

export type Chosen = {
  readonly option: string | null
  readonly says: string
  readonly reservations: string
  /** Null where the person does not want to be asked again. */
  readonly reviewOn: Day | null
}

/**
 * The person says what they choose; any option, or none of them. Refuses `decision-unknown`,
 * `decision-not-open`, `decision-choice-theirs`, `decision-option-unknown`, `decision-review-past`.
 */
export const choose =
  (speaker: Speaker, chosen: Chosen) =>
  (state: Decision, now: Instant): Decided => {
    const closed = closedTo(state)
    if (closed !== null) return closed
    if (sideOf(speaker) !== 'person') return refuse(refusals.choiceTheirs)
    const { option, reviewOn } = chosen
    if (option !== null && optionOf(state, option) === null) {
      return refuse(refusals.optionUnknown, {}, 'option')
    }
    if (reviewOn !== null && reviewOn <= dayIn(LONDON, now)) {
      return refuse(refusals.reviewPast, {}, 'reviewOn')
    }
    return ok(made(state, now, [{ kind: 'decision-chosen', body: { ...chosen, ...speaker } }]))
  }

/** Adds a reservation or a comment, whenever. Refuses `decision-unknown`. */
export const comment =
  (speaker: Speaker, says: string) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    return ok({ facts: [{ kind: 'decision-commented', body: { says, ...speaker } }], answer: null })
  }

/**
 * The person changes their mind: at once, and without giving a reason.
 * Refuses `decision-unknown`, `decision-choice-theirs`, `decision-not-made`.
 */
export const changeMind =
  (speaker: Speaker, because: string) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    if (sideOf(speaker) !== 'person') return refuse(refusals.choiceTheirs)
    if (state.status !== 'valid') return refuse(refusals.notMade)
    const body = { because, ...speaker }
    return ok({ facts: [{ kind: 'decision-reopened', body }], answer: null })
  }

/**
 * Cancels: the person whenever, a professional only what is in progress and nobody has chosen in.
 * Refuses `decision-unknown`, `decision-choice-theirs`, `decision-not-open`.
 */
export const cancel =
  (speaker: Speaker, because: string) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    const isChosen = state.status === 'valid' || state.choice !== null
    const side = sideOf(speaker)
    if (side === null || (side === 'professional' && isChosen)) return refuse(refusals.choiceTheirs)
    if (state.status === 'cancelled') return refuse(refusals.notOpen)
    const body = { because, ...speaker }
    return ok({ facts: [{ kind: 'decision-cancelled', body }], answer: null })
  }

/**
 * A professional notes which consent form was signed: while it is in progress, or once it is
 * valid. It decides nothing. Refuses `decision-unknown`, `decision-form-by-professional`,
 * `decision-form-cancelled`.
 */
export const noteConsentForm =
  (speaker: Speaker, { form, says, where }: Omit<TreatmentConsentForm, 'by'>) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    if (speaker.as !== 'professional') return refuse(refusals.formByProfessional)
    if (state.status === 'cancelled') return refuse(refusals.formCancelled)
    const body = { form, says, where, ...speaker }
    return ok({ facts: [{ kind: 'treatment-consent-form-noted', body }], answer: null })
  }

/** The person says how private it is. Refuses `decision-unknown`, `decision-choice-theirs`. */
export const label =
  (speaker: Speaker, labels: readonly string[]) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    if (sideOf(speaker) !== 'person') return refuse(refusals.choiceTheirs)
    const facts: NewFactOf<DecisionKind>[] =
      state.labels.join(' ') === labels.join(' ')
        ? []
        : [{ kind: 'decision-labelled', body: { labels: [...labels] } }]
    return ok({ facts, answer: null })
  }

/** The day has come: the person is asked once, and never again about the same choice. */
export const askReview = (state: Decision, now: Instant): Decided => {
  const due = reviewDayOf(state)
  const isDue = due !== null && due <= dayIn(LONDON, now) && state.reviewAskedAt === null
  return ok({ facts: isDue ? [{ kind: 'decision-review-asked', body: {} }] : [], answer: null })
}

export type Again = {
  readonly again: 'yes' | 'no' | 'not-sure'
  readonly says: string
  readonly mayCount: boolean
}

/** Refuses `decision-unknown`, `decision-choice-theirs`, `decision-not-made`. */
export const review =
  (speaker: Speaker, said: Again) =>
  (state: Decision): Decided => {
    if (state.begun === null) return refuse(refusals.decisionUnknown)
    if (sideOf(speaker) !== 'person') return refuse(refusals.choiceTheirs)
    if (state.status !== 'valid') return refuse(refusals.notMade)
    return ok({
      facts: [{ kind: 'decision-reviewed', body: { ...said, ...speaker } }],
      answer: null,
    })
  }

/** A decision of the person before this one, as far as it matters for asking again. */
export type Before = {
  readonly tool: Tool | null
  readonly question: string
  readonly status: Decision['status']
  readonly saidNo: boolean
  readonly reviewOn: Day | null
}

/**
 * A no is a decision like any other: nobody else begins the same again before its review day,
 * unless something is new and they say what. Refuses `decision-no-said`.
 */
export function mayBegin(
  speaker: Speaker,
  { tool, parts, because }: Beginning,
  before: readonly Before[],
  today: Day,
): Result<null> {
  if (sideOf(speaker) === 'person' || because !== null) return ok(null)
  const same = (one: Before) =>
    tool === null || one.tool === null
      ? plain(one.question) === plain(parts.question ?? '')
      : one.tool.aid === tool.aid
  const stands = before.some(
    (one) =>
      one.status === 'valid' &&
      one.saidNo &&
      same(one) &&
      (one.reviewOn === null || today < one.reviewOn),
  )
  return stands ? refuse(refusals.noSaid, {}, 'because') : ok(null)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
