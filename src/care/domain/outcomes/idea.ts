// A published idea: the words of an outcome, its line of descent, and nothing of anybody’s life.
import { type Id, ok, type Result, refuse, tidyLine } from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import { type IdeaKind, ideaKinds } from './facts.ts'
import type { Outcome } from './outcomes.ts'
import { refusals } from './refusals.ts'

export type PublishedIdea = Extract<
  FactOf<IdeaKind>,
  { kind: 'outcome-idea-published' }
>['body'] & { readonly by: Id | null }

export type Idea = { readonly published: PublishedIdea | null; readonly withdrawn: boolean }

export const ideaStream: StreamType<Idea, IdeaKind> = {
  name: 'outcome-idea',
  says: 'The words of an outcome that somebody published for others',
  kinds: ideaKinds,
  start: { published: null, withdrawn: false },
  fold: (state, fact) =>
    fact.kind === 'outcome-idea-published'
      ? { ...state, published: { ...fact.body, by: fact.by } }
      : { ...state, withdrawn: true },
}

/**
 * What leaves of an outcome when its words are published: chosen part by part, so that no level
 * reached, day, importance, label or name can go along.
 */
export const wordsOf = (
  { says, levels, template }: Outcome,
  signed: string | null,
): Omit<PublishedIdea, 'by'> => ({ says, levels: [...levels], from: template, signed })

/** Publishes the words of an outcome once. Refuses `outcome-unknown` where it is closed. */
export const publishIdea =
  (outcome: Outcome, name: string | null) =>
  (state: Idea): Result<Decision<IdeaKind, null>> => {
    if (state.published !== null) return ok({ facts: [], answer: null })
    if (outcome.closed) return refuse(refusals.unknown)
    const signed = name === null ? null : tidyLine(name) || null
    const body = wordsOf(outcome, signed)
    return ok({ facts: [{ kind: 'outcome-idea-published', body }], answer: null })
  }

/** Refuses `idea-unknown`, also where somebody else published it. */
export const withdrawIdea =
  (by: Id) =>
  ({ published, withdrawn }: Idea): Result<Decision<IdeaKind, null>> => {
    const mine = published !== null && !withdrawn && published.by === by
    if (!mine) return refuse(refusals.ideaUnknown)
    return ok({ facts: [{ kind: 'outcome-idea-withdrawn', body: {} }], answer: null })
  }
