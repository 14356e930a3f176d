// One import: a file that was brought in, and whether it was taken back as a whole.
import {
  type Day,
  type Id,
  type Instant,
  ok,
  type Result,
  refuse,
  type Static,
  tidyText,
} from '../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../log/index.ts'
import type { Speaker } from './decide.ts'
import { broughtBy, type Entry, isTakenBack } from './entry.ts'
import type { EntryKind } from './facts.ts'
import { type fileBroughtIn, type ImportKind, importKinds } from './import-facts.ts'
import { refusals } from './refusals.ts'

export type FileBroughtIn = Static<(typeof fileBroughtIn)['schema']>

export type Import = {
  readonly made: (FileBroughtIn & { readonly at: Instant; readonly by: Id | null }) | null
  readonly takenBack: {
    readonly why: string
    readonly says: string
    readonly shownAs: string
    readonly at: Instant
  } | null
}

/** One import; the stream has the id that its entries bear as their batch. */
export const importStream: StreamType<Import, ImportKind> = {
  name: 'record-import',
  says: 'A file that was brought into a person’s record, and whether it was taken back',
  kinds: importKinds,
  start: { made: null, takenBack: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Import, fact: FactOf<ImportKind>): Import {
  const { at, by } = fact
  return fact.kind === 'file-brought-in'
    ? { ...state, made: { ...fact.body, at, by } }
    : { ...state, takenBack: { ...fact.body, at } }
}

/** Why somebody takes an import back, as dated data. */
export type TakeBackReason = { readonly code: string; readonly says: string; readonly from: Day }

const from = '2026-11-01' as Day

/** @source Policy of this installation; see the hazard log (import into the wrong record) */
export const takeBackReasons: readonly TakeBackReason[] = [
  { code: 'another-person', says: 'It is about another person', from },
  { code: 'one-number', says: 'Two people have the same NHS number', from },
  { code: 'wrong-file', says: 'It was the wrong file', from },
  { code: 'other', says: 'Something else', from },
]

type Decided<Kind extends ImportKind | EntryKind, Answer> = Result<Decision<Kind, Answer>>

/** Notes that a file is brought in; again does nothing. */
export const bringIn =
  (made: FileBroughtIn) =>
  (state: Import): Decided<ImportKind, null> =>
    ok({
      facts: state.made === null ? [{ kind: 'file-brought-in', body: made }] : [],
      answer: null,
    })

/** The words that stand on every entry of an import that was taken back. */
export const takenBackWords = (why: string, says: string): string => {
  const reason = takeBackReasons.find(({ code }) => code === why)?.says ?? ''
  return [reason, says].filter((part) => part !== '').join('. ')
}

/**
 * Takes an import back as a whole: by whoever brought it in, or by the person whose record it is.
 * Refuses `import-unknown`, `import-not-yours`, `take-back-reason-missing`,
 * `explanation-too-long`. Taken back already, it stays so.
 */
export const takeBack =
  (speaker: Speaker, owner: Id, why: string, words: string) =>
  (state: Import): Decided<ImportKind, null> => {
    if (state.made === null) return refuse(refusals.importUnknown)
    if (speaker.person !== owner && speaker.person !== state.made.by) {
      return refuse(refusals.importNotYours)
    }
    if (state.takenBack !== null) return ok({ facts: [], answer: null })
    if (!takeBackReasons.some(({ code }) => code === why)) {
      return refuse(refusals.takeBackReasonMissing, {}, 'why')
    }
    const says = tidyText(words)
    if (says.length > 2_000) return refuse(refusals.explanationTooLong, {}, 'says')
    const body = { why, says, shownAs: speaker.shownAs }
    return ok({ facts: [{ kind: 'import-taken-back', body }], answer: null })
  }

/** Marks one entry of an import that was taken back; one that came with another stays as it is. */
export const takeBackEntry =
  (batch: Id, says: string, shownAs: string) =>
  (state: Entry): Decided<EntryKind, null> => {
    if (broughtBy(state) !== batch || isTakenBack(state)) return ok({ facts: [], answer: null })
    const body = { batch, says, shownAs }
    return ok({ facts: [{ kind: 'entry-taken-back', body }], answer: null })
  }

/** Lets an entry stand again whose newer version was taken back. */
export const standAgain =
  (batch: Id, gone: ReadonlySet<Id>) =>
  (state: Entry): Decided<EntryKind, null> => {
    const { supersededBy } = state
    if (supersededBy === null || !gone.has(supersededBy.entry))
      return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'entry-stands-again', body: { batch } }], answer: null })
  }
