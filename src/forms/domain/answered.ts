// A filled form: what was answered, checked against the words that were asked.
import {
  type Day,
  type Id,
  type Instant,
  ok,
  parseDay,
  type Refusal,
  type RefusalKind,
  type Result,
  refuse,
  type Static,
  tidyText,
} from '../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../log/index.ts'
import { type FormKind, type formAnswered, formKinds } from './facts.ts'
import { follow } from './follow.ts'
import { type Answer, type Answers, type Form, type Item, isAsked, isInUse } from './form.ts'
import { refusals } from './refusals.ts'

export type Filled = Static<(typeof formAnswered)['schema']>
export type Helped = Filled['helped']

export type FilledForm = { readonly filled: (Filled & { readonly at: Instant }) | null }

export const filledFormStream: StreamType<FilledForm, FormKind> = {
  name: 'filled-form',
  says: 'One form that somebody filled in',
  kinds: formKinds,
  start: { filled: null },
  fold: (_, fact: FactOf<FormKind>) => ({ filled: { ...fact.body, at: fact.at } }),
}

export type Filling = {
  readonly about: Id | null
  readonly language: 'en' | 'cy' | 'easy'
  readonly mode: string
  readonly helped: Helped
  readonly answers: Answers
  /** The day on which it was filled in, which for paper lies before it is typed. */
  readonly on: Day
}

/**
 * Takes a filled form once. `digest` is of the form as it was asked.
 * Refuses `form-not-in-use`, `form-mode-unknown`, `form-answer-missing`,
 * `form-answer-not-offered`, `form-answer-too-long`, `form-number-outside`,
 * `form-answer-not-asked`, `form-day-not-real`.
 */
export const answerForm =
  (form: Form, digest: string, filling: Filling) =>
  (state: FilledForm): Result<Decision<FormKind, null>> => {
    if (state.filled !== null) return ok({ facts: [], answer: null })
    const { about, language, mode, helped, on } = filling
    if (!isInUse(form, on)) {
      const { from, until } = form
      return refuse(refusals.notInUse, { from, until: until ?? 'today' })
    }
    if (!form.modes.some(({ code }) => code === mode))
      return refuse(refusals.modeUnknown, {}, 'mode')
    const answers = checkAnswers(form, filling.answers)
    if (!answers.ok) return answers
    const { code, version } = form
    const body = { form: code, version, digest, about, on, language, mode, helped }
    return ok({
      facts: [{ kind: 'form-answered', body: { ...body, answers: answers.value } }],
      answer: null,
    })
  }

type Kept = Filled['answers']

/**
 * The answers as they are kept, in the order of the questions, with what is worked out from them;
 * or the first that does not fit. What was typed for a value that is worked out is passed over.
 */
export function checkAnswers(form: Form, given: Answers): Result<Kept> {
  const tidy = Object.fromEntries(
    Object.entries(given).flatMap(([id, answer]) => {
      const one = tidied(answer)
      return one === undefined ? [] : [[id, one]]
    }),
  )
  const { asked, answers } = follow(form, tidy)
  const kept: Kept = {}
  for (const item of asked) {
    const answer = answers[item.id]
    if (answer === undefined) {
      if (item.required && isAsked(item)) return wrong(refusals.answerMissing, item)
      continue
    }
    const refusal = refusalOf(item, answer)
    if (refusal !== null) return { ok: false, refusal }
    kept[item.id] = typeof answer === 'object' ? [...answer] : answer
  }
  const worked = form.items.filter(({ kind }) => kind === 'worked').map(({ id }) => id)
  const strange = Object.keys(tidy).find(
    (id) => !worked.includes(id) && !asked.some((item) => item.id === id && isAsked(item)),
  )
  return strange === undefined ? ok(kept) : refuse(refusals.answerNotAsked)
}

/** Undefined where nothing was answered. */
function tidied(answer: Answer | undefined): Answer | undefined {
  if (typeof answer !== 'string')
    return Array.isArray(answer) && !answer.length ? undefined : answer
  const text = tidyText(answer)
  return text === '' ? undefined : text
}

function refusalOf(item: Item, answer: Answer): Refusal | null {
  switch (item.kind) {
    case 'one':
      return isOffered(item.choices, answer) ? null : wrong(refusals.answerNotOffered, item).refusal
    case 'several': {
      const fine = Array.isArray(answer) && answer.every((one) => isOffered(item.choices, one))
      return fine ? null : wrong(refusals.answerNotOffered, item).refusal
    }
    case 'text': {
      const { longest } = item
      const fine = typeof answer === 'string' && answer.length <= longest
      return fine ? null : wrong(refusals.answerTooLong, item, { longest }).refusal
    }
    case 'day':
      return isDay(answer) ? null : wrong(refusals.dayNotReal, item).refusal
    case 'note':
    case 'worked':
      return null
    case 'number': {
      const { least, most } = item
      const fine = Number.isInteger(answer) && Number(answer) >= least && Number(answer) <= most
      return fine ? null : wrong(refusals.numberOutside, item, { least, most }).refusal
    }
  }
}

const isDay = (answer: Answer): boolean => typeof answer === 'string' && parseDay(answer).ok

const isOffered = (choices: readonly { readonly value: string }[], answer: Answer): boolean =>
  choices.some(({ value }) => value === answer)

const wrong = (kind: RefusalKind, { id, says }: Item, more: Record<string, number> = {}) =>
  refuse(kind, { question: says.en, ...more }, id)
