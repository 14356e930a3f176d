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
  /** Taken back with the import it came with, and brought again with another, in order. */
  readonly comings: readonly {
    readonly what: 'taken-back' | 'brought-again'
    readonly batch: Id
    /** Why it was taken back, and by whom; empty where it came again. */
    readonly says: string
    readonly shownAs: string
    readonly at: Instant
  }[]
  readonly supersededBy: { readonly entry: Id; readonly at: Instant } | null
}

export const entryStream: StreamType<Entry, EntryKind> = {
  name: 'record-entry',
  says: 'One entry of a person’s record, and what was said of it since',
  kinds: entryKinds,
  start: { added: null, marks: [], disagreements: [], supersededBy: null, comings: [] },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Entry, fact: FactOf<EntryKind>): Entry {
  const { at, by } = fact
  switch (fact.kind) {
    case 'entry-added':
      return { ...state, added: { ...fact.body, at, by } }
    case 'entry-superseded':
      return { ...state, supersededBy: { entry: fact.body.by as Id, at } }
    case 'entry-stands-again':
      return { ...state, supersededBy: null }
    case 'entry-taken-back':
      return coming(state, { what: 'taken-back', ...fact.body, batch: fact.body.batch as Id, at })
    case 'entry-brought-again':
      return coming(state, {
        what: 'brought-again',
        batch: fact.body.batch as Id,
        says: '',
        shownAs: '',
        at,
      })
    case 'entry-marked':
      return { ...state, marks: [...state.marks, { ...fact.body, at, by }] }
    case 'entry-disagreed':
      return { ...state, disagreements: [...state.disagreements, { ...fact.body, at }] }
  }
}

const coming = (state: Entry, one: Entry['comings'][number]): Entry => ({
  ...state,
  comings: [...state.comings, one],
})

/** Whether the import that it came with was taken back, and it has not come again since. */
export const isTakenBack = ({ comings }: Entry): boolean => comings.at(-1)?.what === 'taken-back'

/** The import that it is here by: the last that brought it. */
export const broughtBy = ({ added, comings }: Entry): string | null =>
  comings.findLast(({ what }) => what === 'brought-again')?.batch ?? added?.batch ?? null

/** Whether its author said that it was entered in error. */
export const isInError = (entry: Entry): boolean =>
  entry.marks.some(({ mark }) => mark === 'entered-in-error')
