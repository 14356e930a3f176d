// Those who ask a person to share: who, for what, why and how long, and what the person answered.
import {
  type Id,
  type Instant,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
  type Static,
  Type,
  tidyText,
} from '../../basics/index.ts'
import type { Decision, FactKind, StreamType } from '../../log/index.ts'
import { asksInADay } from './dated-rules.ts'
import { type Purpose, purposeNamed } from './purposes.ts'
import { refusals } from './refusals.ts'

const id = Type.Unsafe<Id>(Type.String())

const asked = {
  by: Type.Unsafe<PersonId>(Type.String()),
  organisation: Type.Unsafe<OrganisationId>(Type.String()),
  role: Type.String({ description: 'A code of the list of roles: all who hold it there' }),
  purpose: Type.Unsafe<Purpose>(Type.String({ description: 'A code of `purposes`' })),
  why: Type.String({ minLength: 1, maxLength: 2_000 }),
  span: Type.Union([Type.Literal('week'), Type.Literal('quarter'), Type.Literal('year')]),
}

/** Lies by itself: whoever asked learns nothing from it, not even whether there is a person. */
export const askMade = {
  kind: 'share-ask-made',
  version: 1,
  says: 'Somebody at work asked, by an exact number and birthday, to be shared with',
  schema: Type.Object({
    ...asked,
    person: Type.Union([Type.Unsafe<PersonId>(Type.String()), Type.Null()]),
  }),
} as const satisfies FactKind

export const askArrived = {
  kind: 'share-asked',
  version: 1,
  says: 'A person was asked to share for a purpose',
  schema: Type.Object({ ask: id, ...asked }),
} as const satisfies FactKind

export const askAnswered = {
  kind: 'share-ask-answered',
  version: 1,
  says: 'A person said yes, yes but less, or no to being asked to share',
  schema: Type.Object({
    ask: id,
    answer: Type.Union([Type.Literal('yes'), Type.Literal('less'), Type.Literal('no')]),
    grant: Type.Union([id, Type.Null()], { description: 'What was shared in answer' }),
  }),
} as const satisfies FactKind

export type Asked = Static<(typeof askArrived)['schema']>
export const askAnswers = ['yes', 'less', 'no'] as const
export type AskAnswer = (typeof askAnswers)[number]
export type Ask = Asked & {
  readonly at: Instant
  readonly answered: { readonly answer: AskAnswer; readonly at: Instant } | null
}

export const askMadeKinds = [askMade] as const
export const askKinds = [askArrived, askAnswered] as const

/** One ask as it was made: delivered to the person, if there is one, by a reaction. */
export const askMadeStream: StreamType<Static<(typeof askMade)['schema']> | null, typeof askMade> =
  {
    name: 'share-ask',
    says: 'One ask to be shared with, as it was made',
    kinds: askMadeKinds,
    start: null,
    fold: (_, { body }) => body,
  }

export const asksStream: StreamType<readonly Ask[], (typeof askKinds)[number]> = {
  name: 'share-asks',
  says: 'Those who asked a person to share, and what the person answered',
  kinds: askKinds,
  start: [],
  fold(asks, fact) {
    if (fact.kind === 'share-asked') return [...asks, { ...fact.body, at: fact.at, answered: null }]
    const { ask, answer } = fact.body
    const said = { answer, at: fact.at }
    return asks.map((one) => (one.ask === ask ? { ...one, answered: said } : one))
  },
}

export type Asking = Omit<Asked, 'ask'>

/**
 * Makes an ask; `today` is how many this asker has made today.
 * Refuses: `ask-too-often`, `ask-why-missing`, `purpose-not-listed`.
 */
export const makeAsk =
  (asking: Asking, person: PersonId | null, today: number) =>
  (): Result<Decision<typeof askMade, null>> => {
    if (today >= asksInADay.value) return refuse(refusals.askedTooOften, {}, 'number')
    const why = tidyText(asking.why)
    if (why === '') return refuse(refusals.askWhyMissing, {}, 'why')
    if (purposeNamed(asking.purpose)?.hasSwitch !== true) {
      return refuse(refusals.purposeUnknown, {}, 'purpose')
    }
    const body = { ...asking, why, person }
    return ok({ facts: [{ kind: 'share-ask-made', body }], answer: null })
  }

/** Brings an ask to the person: once, and not beside one like it that waits for an answer. */
export const deliverAsk =
  (ask: Asked) =>
  (asks: readonly Ask[]): Result<Decision<(typeof askKinds)[number], boolean>> => {
    const there = asks.some(
      (one) =>
        one.ask === ask.ask ||
        (one.answered === null &&
          one.organisation === ask.organisation &&
          one.role === ask.role &&
          one.purpose === ask.purpose),
    )
    if (there) return ok({ facts: [], answer: false })
    return ok({ facts: [{ kind: 'share-asked', body: ask }], answer: true })
  }

/** Refuses: `ask-unknown`, `ask-answered-before`. */
export const answerAsk =
  (ask: Id, answer: AskAnswer, grant: Id | null) =>
  (asks: readonly Ask[]): Result<Decision<(typeof askKinds)[number], Ask>> => {
    const found = asks.find((one) => one.ask === ask)
    if (found === undefined) return refuse(refusals.askUnknown)
    if (found.answered !== null) return refuse(refusals.askAnswered)
    const body = { ask, answer, grant }
    return ok({ facts: [{ kind: 'share-ask-answered', body }], answer: found })
  }
