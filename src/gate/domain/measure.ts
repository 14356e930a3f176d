// One measure: what is counted, under which rule, and every table of it that ever left.
import { ok, type Result, refuse, type Static } from '../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../log/index.ts'
import { type MeasureKind, measureKinds, type measureOpened, type tableReleased } from './facts.ts'
import { policyNamed } from './policies.ts'
import { refusals } from './refusals.ts'

export type Opening = Static<(typeof measureOpened)['schema']>
export type ReleasedTable = Static<(typeof tableReleased)['schema']>

export type Measure = {
  readonly opened: Opening | null
  /** In the order in which they left. */
  readonly released: readonly ReleasedTable[]
}

export const measureStream: StreamType<Measure, MeasureKind> = {
  name: 'measure',
  says: 'One kind of number about people, and every table of it that was released',
  kinds: measureKinds,
  start: { opened: null, released: [] },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Measure, fact: FactOf<MeasureKind>): Measure {
  switch (fact.kind) {
    case 'measure-opened':
      return { ...state, opened: fact.body }
    case 'table-released':
      return { ...state, released: [...state.released, fact.body] }
  }
}

type Decided = Result<Decision<MeasureKind, null>>

/** Opens a measure once; its rule never changes. Refuses `gate-policy-unknown`. */
export const openMeasure =
  (opening: Opening) =>
  (state: Measure): Decided => {
    if (state.opened !== null) return ok({ facts: [], answer: null })
    const { policy } = opening
    if (policyNamed(policy) === null) return refuse(refusals.policyUnknown, { policy }, 'policy')
    return ok({ facts: [{ kind: 'measure-opened', body: opening }], answer: null })
  }
