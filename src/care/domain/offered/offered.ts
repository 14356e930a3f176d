// What a person was offered when they were told of an illness, and what became of each gap.
import type { Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import { type OfferedKind, offeredKinds, type offeredSaid } from './facts.ts'
import { type SupportCode, supportCodes } from './nine-supports.ts'

export type Said = Static<(typeof offeredSaid)['schema']>

export type Offered = {
  /** What was said last. */
  readonly said: (Said & { readonly at: Instant }) | null
  /** The question that each gap became. */
  readonly followed: ReadonlyMap<
    SupportCode,
    { readonly question: Id; readonly says: string; readonly at: Instant }
  >
}

export const offeredStream: StreamType<Offered, OfferedKind> = {
  name: 'care-offered',
  says: 'What one person was offered when they were told of one illness',
  kinds: offeredKinds,
  start: { said: null, followed: new Map() },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Offered, fact: FactOf<OfferedKind>): Offered {
  const { at } = fact
  switch (fact.kind) {
    case 'offered-at-diagnosis-said':
      return { ...state, said: { ...fact.body, at } }
    case 'offered-gap-followed': {
      const { support, question, says } = fact.body
      return { ...state, followed: new Map(state.followed).set(support, { question, says, at }) }
    }
  }
}

/** What was not offered, in the order of the list; none before anything was said. */
export const gapsIn = ({ said }: Offered): readonly SupportCode[] =>
  said === null ? [] : supportCodes.filter((code) => !said.offered.includes(code))
