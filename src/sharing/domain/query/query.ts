// A look that a person does not recognise: who has to explain it, by when, and what was said.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  type Static,
} from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import { type lookQueried, type lookQueryAnswered, type QueryKind, queryKinds } from './facts.ts'

export type Found = Static<(typeof lookQueryAnswered)['schema']>['found']

/** One thing that happened, as the page of a question tells it. */
export type QueryStep = {
  readonly fact: Id
  readonly what: QueryKind['kind']
  readonly at: Instant
  readonly shownAs: string | null
  readonly says: string | null
  /** Who said more; null where nobody did. */
  readonly from: 'person' | 'holder' | null
  readonly found: Found | null
}

export type LookQuery = {
  readonly look: Id | null
  /** Who has to explain it: the organisation of the role that looked. */
  readonly holder: OrganisationId | null
  readonly due: Day | null
  /** The rule from which the day follows. */
  readonly source: Static<(typeof lookQueried)['schema']>['source'] | null
  /** The answer that stands; null while it is open. */
  readonly found: Found | null
  /** `settled` and `withdrawn` are ends; `answered` waits for the person, or for nobody. */
  readonly state: 'none' | 'open' | 'answered' | 'settled' | 'withdrawn'
  /** The day of which it was noted that it passed without an answer. */
  readonly lapsed: Day | null
  readonly steps: readonly QueryStep[]
}

export type QueryStanding = 'waiting' | 'overdue' | 'settled' | 'withdrawn' | Found

export const queryStream: StreamType<LookQuery, QueryKind> = {
  name: 'look-query',
  says: 'One question about a look that a person does not recognise, and its answer',
  kinds: queryKinds,
  start: {
    look: null,
    holder: null,
    due: null,
    source: null,
    found: null,
    state: 'none',
    lapsed: null,
    steps: [],
  },
  fold: (state, fact) => ({ ...fold(state, fact), steps: [...state.steps, stepOf(fact)] }),
}

function fold(state: LookQuery, fact: FactOf<QueryKind>): LookQuery {
  switch (fact.kind) {
    case 'look-queried': {
      const { look, holder, due, source } = fact.body
      return { ...state, look, holder, due: due as Day, source, state: 'open' }
    }
    case 'look-query-remarked':
      return state
    case 'look-query-answered':
      return { ...state, found: fact.body.found, state: 'answered' }
    case 'look-query-settled':
      return { ...state, state: 'settled' }
    case 'look-query-disputed': {
      const { due, source } = fact.body
      return { ...state, found: null, due: due as Day, source, state: 'open' }
    }
    case 'look-query-withdrawn':
      return { ...state, state: 'withdrawn' }
    case 'look-query-lapsed':
      return { ...state, lapsed: fact.body.due as Day }
  }
}

function stepOf(fact: FactOf<QueryKind>): QueryStep {
  const { id, kind: what, at } = fact
  const plain = { fact: id, what, at, shownAs: null, says: null, from: null, found: null }
  switch (fact.kind) {
    case 'look-queried':
    case 'look-query-disputed':
      return { ...plain, says: fact.body.says, shownAs: fact.body.shownAs, from: 'person' }
    case 'look-query-remarked':
      return { ...plain, ...fact.body }
    case 'look-query-answered':
      return { ...plain, ...fact.body, from: 'holder' }
    default:
      return plain
  }
}

/** How it stands now, in London; null where nothing was asked. */
export function queryStanding(state: LookQuery, now: Instant): QueryStanding | null {
  if (state.state === 'none' || state.due === null) return null
  if (state.state === 'settled' || state.state === 'withdrawn') return state.state
  if (state.found !== null) return state.found
  return isLate(state.due, now) ? 'overdue' : 'waiting'
}

/** Whether the day by whose end it is due is over, in London. */
export const isLate = (due: Day, now: Instant): boolean => dayIn(LONDON, now) > due
