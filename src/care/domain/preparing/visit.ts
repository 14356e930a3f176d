// One visit that is prepared by both sides, and the questions that outlive it.
import type { Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import {
  type VisitKind,
  type visitForeseen,
  visitKinds,
  type visitPointsSet,
  type visitPrepared,
  type visitQuestionAnswered,
} from './facts.ts'

export type Foreseen = Static<(typeof visitForeseen)['schema']>
export type Prepared = Static<(typeof visitPrepared)['schema']>
export type Asked = Foreseen['carried'][number]
type Points = Static<(typeof visitPointsSet)['schema']>
type Answered = Static<(typeof visitQuestionAnswered)['schema']>

export type Visit = {
  readonly foreseen: (Foreseen & { readonly at: Instant }) | null
  /** What the person wrote last. */
  readonly prepared: (Prepared & { readonly at: Instant }) | null
  /** The other side’s, the last by each who wrote. */
  readonly points: readonly (Points & { readonly at: Instant })[]
  readonly answers: ReadonlyMap<Id, Answered & { readonly at: Instant }>
  readonly heldAt: Instant | null
}

export const visitStream: StreamType<Visit, VisitKind> = {
  name: 'care-visit',
  says: 'One visit that a person prepares, with the agenda of both sides',
  kinds: visitKinds,
  start: { foreseen: null, prepared: null, points: [], answers: new Map(), heldAt: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Visit, fact: FactOf<VisitKind>): Visit {
  const { at } = fact
  switch (fact.kind) {
    case 'visit-foreseen':
      return { ...state, foreseen: { ...fact.body, at } }
    case 'visit-prepared':
      return { ...state, prepared: { ...fact.body, at } }
    case 'visit-points-set': {
      const others = state.points.filter(({ shownAs }) => shownAs !== fact.body.shownAs)
      return { ...state, points: [...others, { ...fact.body, at }] }
    }
    case 'visit-question-answered':
      return {
        ...state,
        answers: new Map(state.answers).set(fact.body.question, { ...fact.body, at }),
      }
    case 'visit-held':
      return { ...state, heldAt: at }
  }
}

/** Every question of a visit: those carried to it first, then the person’s new ones. */
export const questionsOf = ({ foreseen, prepared }: Visit): readonly Asked[] => [
  ...(foreseen?.carried ?? []),
  ...(prepared?.questions ?? []),
]

/** What of a visit has no answer yet. */
export const openQuestions = (visit: Visit): readonly Asked[] =>
  questionsOf(visit).filter(({ question }) => !visit.answers.has(question))

/**
 * The questions that wait for a next visit, each once: not answered in any visit, and not on the
 * page of one that is still ahead. `others` are questions that were asked elsewhere first.
 */
export function questionsWaiting(
  visits: readonly Visit[],
  others: readonly Asked[] = [],
): readonly Asked[] {
  const settled = new Set(
    visits.flatMap((visit) => [
      ...visit.answers.keys(),
      ...(visit.heldAt === null ? questionsOf(visit).map(({ question }) => question) : []),
    ]),
  )
  const all = [...visits.flatMap(questionsOf), ...others]
  const byId = new Map(all.map((one) => [one.question, one]))
  return [...byId.values()].filter(({ question }) => !settled.has(question))
}
