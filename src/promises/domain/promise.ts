// A promise: how it stands, and who may say so.
import { type Day, dayIn, type Id, type Instant, LONDON, type Static } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import { type PromiseKind, promiseKinds, type promiseMade } from './facts.ts'

export type Answer = 'yes' | 'no' | 'not yet'

export type PromiseMade = Static<(typeof promiseMade)['schema']>

/** The fact of its making: which, when, by whom. */
type MadeBy = { readonly fact: Id; readonly at: Instant; readonly by: Id | null }

export type PromiseRecord = {
  readonly made: (PromiseMade & MadeBy) | null
  /** The day it is due now: the first one, or the last that was agreed. */
  readonly due: Day | null
  readonly proposed: { readonly due: Day; readonly why: string; readonly by: Id | null } | null
  /** The latest claim, by the id of its fact: answers are about one claim and no other. */
  readonly saidDone: {
    readonly claim: Id
    readonly at: Instant
    readonly says: string
    readonly by: Id | null
  } | null
  /** The latest answer of each who asked. */
  readonly answers: ReadonlyMap<Id, { answer: Answer; says: string; at: Instant }>
  readonly lapsed: readonly Day[]
}

/**
 * The four ways a promise stands. `kept` needs a yes from those who asked, and no no from any;
 * the promiser has no way to reach it.
 */
export type Standing = 'waiting' | 'kept' | 'disputed' | 'overdue'

export const promiseStream: StreamType<PromiseRecord, PromiseKind> = {
  name: 'promise',
  says: 'One promise, from its making to what those who asked said of it',
  kinds: promiseKinds,
  start: {
    made: null,
    due: null,
    proposed: null,
    saidDone: null,
    answers: new Map(),
    lapsed: [],
  },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: PromiseRecord, fact: FactOf<PromiseKind>): PromiseRecord {
  switch (fact.kind) {
    case 'promise-made':
      return {
        ...state,
        made: { ...fact.body, fact: fact.id, at: fact.at, by: fact.by },
        due: fact.body.due as Day,
      }
    case 'promise-said-done':
      // A second claim asks anew: a no to the first one was about the first one.
      return {
        ...state,
        saidDone: { claim: fact.id, at: fact.at, says: fact.body.says, by: fact.by },
        answers: new Map(),
      }
    case 'promise-answered': {
      if (fact.by === null) return state
      const { answer, says } = fact.body
      const answers = new Map(state.answers).set(fact.by, { answer, says, at: fact.at })
      return { ...state, answers }
    }
    case 'promise-lapsed':
      return { ...state, lapsed: [...state.lapsed, fact.body.due as Day] }
    case 'promise-date-proposed':
      return { ...state, proposed: { due: fact.body.due as Day, why: fact.body.why, by: fact.by } }
    case 'promise-date-agreed':
      return { ...state, due: fact.body.due as Day, proposed: null }
  }
}

/** How it stands today, in London. */
export function standingOf(state: PromiseRecord, now: Instant): Standing {
  const answers = [...state.answers.values()].map(({ answer }) => answer)
  if (answers.includes('no')) return 'disputed'
  if (answers.includes('yes')) return 'kept'
  const today = dayIn(LONDON, now)
  const late = state.due !== null && today > state.due
  return late && (state.saidDone === null || answers.includes('not yet')) ? 'overdue' : 'waiting'
}

/** Whether it is for this person, who asked, to say something now. */
export function waitsForAsker(state: PromiseRecord, person: Id): boolean {
  if (!asked(state, person)) return false
  if (state.proposed !== null && state.proposed.by !== person) return true
  return state.saidDone !== null && state.saidDone.by !== person && !state.answers.has(person)
}

/** Whether it is for those who promised to do something now: it is late, or did not happen. */
export const waitsForPromiser = (state: PromiseRecord, now: Instant): boolean => {
  const standing = standingOf(state, now)
  return standing === 'overdue' || standing === 'disputed'
}

/** Whether this person asked for it: only they confirm, dispute or agree to another date. */
export const asked = (state: PromiseRecord, person: Id | null): boolean =>
  person !== null && (state.made?.to.includes(person) ?? false)

/**
 * Whether this person may speak for the promiser: acting for the organisation it binds, or, where
 * it binds none, named in it. A name alone is not enough for an organisation: roles end.
 */
export const maySpeakForPromiser = (
  state: PromiseRecord,
  person: Id | null,
  organisation: string | null,
): boolean => {
  const promiser = state.made?.promiser
  if (promiser === undefined || person === null) return false
  return promiser.organisation === null
    ? promiser.person === person
    : promiser.organisation === organisation
}
