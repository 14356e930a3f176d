// One entry of a record: what was added, and what was said of it since. Nothing goes away.
import type { Id, Instant, Static } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import { type EntryKind, type entryAdded, entryKinds, type entryMarked } from './facts.ts'

export type EntryAdded = Static<(typeof entryAdded)['schema']>
export type Mark = Static<(typeof entryMarked)['schema']>['mark']

export type Entry = {
  readonly added: (EntryAdded & { readonly at: Instant; readonly by: Id | null }) | null
  readonly marks: readonly {
    readonly mark: Mark
    readonly says: string
    readonly shownAs: string
    readonly by: Id | null
    readonly at: Instant
  }[]
  /** What the person said against it; each goes with the entry wherever it is shown. */
  readonly disagreements: readonly {
    readonly says: string
    readonly shownAs: string
    readonly request: string
    readonly at: Instant
  }[]
  readonly supersededBy: { readonly entry: Id; readonly at: Instant } | null
}

export const entryStream: StreamType<Entry, EntryKind> = {
  name: 'record-entry',
  says: 'One entry of a person’s record, and what was said of it since',
  kinds: entryKinds,
  start: { added: null, marks: [], disagreements: [], supersededBy: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Entry, fact: FactOf<EntryKind>): Entry {
  const { at, by } = fact
  switch (fact.kind) {
    case 'entry-added':
      return { ...state, added: { ...fact.body, at, by } }
    case 'entry-superseded':
      return { ...state, supersededBy: { entry: fact.body.by as Id, at } }
    case 'entry-marked':
      return { ...state, marks: [...state.marks, { ...fact.body, at, by }] }
    case 'entry-disagreed':
      return { ...state, disagreements: [...state.disagreements, { ...fact.body, at }] }
  }
}

/** Whether its author said that it was entered in error. */
export const isInError = (entry: Entry): boolean =>
  entry.marks.some(({ mark }) => mark === 'entered-in-error')
