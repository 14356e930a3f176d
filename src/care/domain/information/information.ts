// One piece of information that was sent to a person, and what they made of it.
import {
  type Day,
  type Instant,
  ok,
  type Result,
  readingAge,
  refuse,
  type Static,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import {
  type InformationKind,
  type informationJudged,
  informationKinds,
  type informationSent,
} from './facts.ts'
import { refusals } from './refusals.ts'

export type Sent = Static<(typeof informationSent)['schema']>
export type Item = Omit<Sent['item'], 'readingAge'>
export type Judged = Static<(typeof informationJudged)['schema']>

export type Information = {
  readonly sent: (Sent & { readonly at: Instant }) | null
  readonly openedAt: Instant | null
  /** What was said last. */
  readonly judged: (Judged & { readonly at: Instant }) | null
}

export const informationStream: StreamType<Information, InformationKind> = {
  name: 'care-information',
  says: 'One piece of information that was sent to a person, and whether it helped',
  kinds: informationKinds,
  start: { sent: null, openedAt: null, judged: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Information, fact: FactOf<InformationKind>): Information {
  const { at } = fact
  switch (fact.kind) {
    case 'information-sent':
      return { ...state, sent: { ...fact.body, at } }
    case 'information-opened':
      return { ...state, openedAt: state.openedAt ?? at }
    case 'information-judged':
      return { ...state, judged: { ...fact.body, at } }
  }
}

type Decided = Result<Decision<InformationKind, null>>

/**
 * Sends an item, once, with its reading age as it is measured now. What is past its review date
 * is not sent any more; what was sent before stays, and says so.
 * Refuses `information-title-missing`, `information-text-missing`, `information-source-missing`,
 * `information-past-review`.
 */
export const sendInformation =
  (item: Item, from: Sent['from'], why: string, today: Day) =>
  (state: Information): Decided => {
    if (state.sent !== null) return ok({ facts: [], answer: null })
    const title = tidyLine(item.title)
    const says = tidyText(item.says)
    const source = tidyLine(item.source)
    if (title === '') return refuse(refusals.titleMissing, {}, 'title')
    if (says === '') return refuse(refusals.textMissing, {}, 'says')
    if (source === '') return refuse(refusals.sourceMissing, {}, 'source')
    if (isPastReview(item, today)) return refuse(refusals.pastReview, {}, 'reviewBy')
    const measured = { ...item, title, says, source, readingAge: readingAge(says)?.years ?? null }
    const body = { item: measured, from, why: tidyText(why) }
    return ok({ facts: [{ kind: 'information-sent', body }], answer: null })
  }

/** The person opens it. Refuses `information-unknown`. */
export const openInformation =
  () =>
  (state: Information): Decided => {
    if (state.sent === null) return refuse(refusals.informationUnknown)
    if (state.openedAt !== null) return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'information-opened', body: {} }], answer: null })
  }

/**
 * The person says whether it helped; they can say otherwise later.
 * Refuses `information-unknown`, `information-not-opened`.
 */
export const judgeInformation =
  ({ helped, says }: Judged) =>
  (state: Information): Decided => {
    if (state.sent === null) return refuse(refusals.informationUnknown)
    if (state.openedAt === null) return refuse(refusals.notOpened)
    const body = { helped, says: tidyText(says) }
    return ok({ facts: [{ kind: 'information-judged', body }], answer: null })
  }

/** Whether its review date has passed: the page says so wherever it is shown. */
export const isPastReview = ({ reviewBy }: Pick<Item, 'reviewBy'>, today: Day): boolean =>
  reviewBy < today
