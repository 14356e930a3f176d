// A decision made together: what it holds, how it stands, and what is missing before it is valid.
import type { Day, Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import type { Speaker } from '../plan/plan.ts'
import {
  type DecisionKind,
  type decisionBegun,
  type decisionChosen,
  decisionKinds,
  type decisionReviewed,
  type decisionTalkedAbout,
  type treatmentConsentFormNoted,
} from './facts.ts'

type Begun = Static<(typeof decisionBegun)['schema']>
export type Parts = Begun['parts']
export type Tool = NonNullable<Begun['tool']>
export type DecisionOption = NonNullable<Parts['options']>[number]
export type Talk = Static<(typeof decisionTalkedAbout)['schema']>
export type Choice = Static<(typeof decisionChosen)['schema']> & {
  readonly by: Id | null
  readonly at: Instant
}
/** A consent form that was signed: which, and where it is. */
export type TreatmentConsentForm = Pick<
  Static<(typeof treatmentConsentFormNoted)['schema']>,
  'form' | 'says' | 'where'
> & { readonly by: string }
export type Review = Static<(typeof decisionReviewed)['schema']> & { readonly at: Instant }

/** `provisional` is the same as in progress: nothing is decided. */
export type Status = 'in progress' | 'valid' | 'cancelled'

type Said = Speaker & { readonly says: string; readonly at: Instant }

export type Decision = {
  readonly begun: (Speaker & { readonly at: Instant; readonly because: string | null }) | null
  readonly status: Status
  readonly tool: Tool | null
  readonly parts: Required<Parts>
  readonly talk: Talk | null
  /** What the person has chosen; it counts once the decision is valid. */
  readonly choice: Choice | null
  readonly validSince: Instant | null
  readonly comments: readonly Said[]
  readonly cancelled: Said | null
  /** What was decided before the person changed their mind, oldest first. */
  readonly earlier: readonly {
    readonly choice: Choice
    /** As the option was called then. */
    readonly named: string
    readonly from: Instant
    readonly until: Instant
    readonly because: string
  }[]
  readonly reviewAskedAt: Instant | null
  readonly reviews: readonly Review[]
  readonly treatmentConsentForms: readonly TreatmentConsentForm[]
  /** How private it is: labels of the record, as the person set them. */
  readonly labels: readonly string[]
  /** The last time anything happened. */
  readonly at: Instant | null
}

const emptyParts: Required<Parts> = {
  question: '',
  people: [],
  before: '',
  personAgenda: '',
  professionalAgenda: '',
  matters: '',
  marks: [],
  questions: [],
  lean: null,
  options: [],
  noWaiting: '',
  withheld: null,
  delayed: null,
  professionalActions: [],
  personActions: [],
}

export const decisionStream: StreamType<Decision, DecisionKind> = {
  name: 'decision',
  says: 'One decision of a person, made together: options, what matters, choice, review',
  kinds: decisionKinds,
  start: {
    begun: null,
    status: 'in progress',
    tool: null,
    parts: emptyParts,
    talk: null,
    choice: null,
    validSince: null,
    comments: [],
    cancelled: null,
    earlier: [],
    reviewAskedAt: null,
    reviews: [],
    treatmentConsentForms: [],
    labels: [],
    at: null,
  },
  fold: (state, fact) => ({ ...foldDecision(state, fact), at: fact.at }),
}

/** One fact on. */
export function foldDecision(
  state: Decision,
  fact: Pick<FactOf<DecisionKind>, 'at' | 'by'> & FactLike,
): Decision {
  const { at, by } = fact
  switch (fact.kind) {
    case 'decision-begun': {
      const { tool, parts, because, ...speaker } = fact.body
      const begun = { ...speaker, at, because }
      return { ...state, begun, tool, parts: { ...state.parts, ...parts } }
    }
    case 'decision-worked-on':
      return { ...state, parts: { ...state.parts, ...fact.body.parts } }
    case 'decision-talked-about':
      return { ...state, talk: fact.body }
    case 'decision-chosen':
      return { ...state, choice: { ...fact.body, by, at }, reviewAskedAt: null }
    case 'decision-made':
      return { ...state, status: 'valid', validSince: at }
    case 'decision-commented':
      return { ...state, comments: [...state.comments, { ...fact.body, at }] }
    case 'decision-reopened':
      return reopened(state, fact.body.because, at)
    case 'decision-cancelled': {
      const { because, ...speaker } = fact.body
      return { ...state, status: 'cancelled', cancelled: { ...speaker, says: because, at } }
    }
    case 'decision-review-asked':
      return { ...state, reviewAskedAt: at }
    case 'treatment-consent-form-noted': {
      const { form, says, where, shownAs } = fact.body
      const noted = { form, says, where, by: shownAs }
      return { ...state, treatmentConsentForms: [...state.treatmentConsentForms, noted] }
    }
    case 'decision-labelled':
      return { ...state, labels: fact.body.labels }
    case 'decision-reviewed':
      return { ...state, reviews: [...state.reviews, { ...fact.body, at }] }
  }
}

type FactLike = {
  [Kind in DecisionKind['kind']]: {
    readonly kind: Kind
    readonly body: Static<Extract<DecisionKind, { kind: Kind }>['schema']>
  }
}[DecisionKind['kind']]

function reopened(state: Decision, because: string, until: Instant): Decision {
  const { choice, validSince } = state
  const left =
    choice === null || validSince === null
      ? []
      : [{ choice, named: chosenName(state), from: validSince, until, because }]
  const earlier = [...state.earlier, ...left]
  return { ...state, status: 'in progress', choice: null, validSince: null, earlier }
}

/** What “none of these” is called wherever a choice is named. */
export const NONE_OF_THESE = 'None of these options'

export const optionOf = ({ parts }: Pick<Decision, 'parts'>, id: string | null) =>
  parts.options.find((one) => one.id === id) ?? null

/** The name of what was chosen. */
export const chosenName = (state: Decision): string =>
  optionOf(state, state.choice?.option ?? null)?.name ?? NONE_OF_THESE

/** Whether what was chosen is to wait, to do nothing, or none of what was offered: a no. */
export const isNo = (state: Pick<Decision, 'parts'>, { option }: { option: string | null }) =>
  option === null || optionOf(state, option)?.isWaiting === true

/**
 * Whether it was talked about before this choice. Who says no after they had chosen something
 * needs no new talk: a no counts at once.
 */
export const isTalkedAbout = (state: Decision): boolean => {
  const last = state.earlier.at(-1)
  if (state.talk === null) return false
  if (last === undefined || state.choice === null) return true
  return isNo(state, state.choice) || state.talk.day >= last.until.slice(0, 10)
}

export type Missing =
  | { readonly what: 'matters' | 'options' | 'waiting' | 'choice' | 'talk' }
  | { readonly what: 'benefit' | 'risk'; readonly option: string }

/**
 * What a decision still lacks before it can be valid, in the order in which it is worked on.
 * @source PRSB Shared Decision Making v1.0: what matters M; options 1..*; risks 1..* and benefits
 *   1..* of each; decision entry M; contacts with professionals M. At least two options, with
 *   waiting or a stated reason: design of this product
 */
export function missingIn(state: Decision): readonly Missing[] {
  const { matters, marks, options, noWaiting } = state.parts
  const missing: Missing[] = []
  if (matters === '' && marks.length === 0) missing.push({ what: 'matters' })
  if (options.length < 2) missing.push({ what: 'options' })
  if (!options.some((one) => one.isWaiting) && noWaiting === '') missing.push({ what: 'waiting' })
  for (const { name, benefits, risks } of options) {
    if (benefits.length === 0) missing.push({ what: 'benefit', option: name })
    if (risks.length === 0) missing.push({ what: 'risk', option: name })
  }
  if (!isTalkedAbout(state)) missing.push({ what: 'talk' })
  if (state.choice === null) missing.push({ what: 'choice' })
  return missing
}

/** The day on which the person wants to be asked again; null where they do not. */
export const reviewDayOf = ({ status, choice }: Decision): Day | null =>
  status === 'valid' ? ((choice?.reviewOn ?? null) as Day | null) : null
