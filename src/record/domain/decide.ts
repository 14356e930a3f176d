// What may be done with an entry: added once, explained, marked, superseded; never taken away.
import { type Id, ok, type Result, refuse, tidyText } from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import { type Entry, type EntryAdded, isInError, isTakenBack, type Mark } from './entry.ts'
import type { EntryKind } from './facts.ts'
import { labels } from './labels.ts'
import { refusals } from './refusals.ts'

/** Who speaks: a person, for an organisation where they act for one. */
export type Speaker = {
  readonly person: Id
  readonly organisation: Id | null
  readonly shownAs: string
  /** The person they speak for, where they act for somebody else. */
  readonly onBehalfOf?: Id
}

export type Added = 'added' | 'already' | 'again'
type Decided<Answer> = Result<Decision<EntryKind, Answer>>

/**
 * Adds an entry, or finds that the same text is in the record already. One that was taken back
 * with its import counts again when another import brings it.
 * Refuses `entry-empty`, `entry-author-missing`, `entry-source-missing`, `label-not-listed`.
 */
export const addEntry =
  (added: EntryAdded) =>
  (state: Entry): Decided<Added> => {
    if (state.added !== null) {
      if (added.batch === null || !isTakenBack(state)) return ok({ facts: [], answer: 'already' })
      const again = { kind: 'entry-brought-again' as const, body: { batch: added.batch } }
      return ok({ facts: [again], answer: 'again' })
    }
    if (added.received.trim() === '') return refuse(refusals.entryEmpty, {}, 'says')
    if (added.author.shownAs.trim() === '') return refuse(refusals.authorMissing)
    if (added.source.name.trim() === '') return refuse(refusals.sourceMissing)
    const strange = added.labels.find((label) => !labels.some(({ code }) => code === label))
    if (strange !== undefined) return refuse(refusals.labelUnknown, {}, 'labels')
    return ok({ facts: [{ kind: 'entry-added', body: added }], answer: 'added' })
  }

/** Whether this person wrote the entry, or acts for the organisation that it was written for. */
export const isAuthor = ({ added }: Entry, { person, organisation }: Speaker): boolean =>
  added !== null &&
  (added.author.person === person ||
    (added.author.organisation !== null && added.author.organisation === organisation))

/**
 * Explains an entry, or says that it was entered in error, which only its author can.
 * Refuses `entry-unknown`, `explanation-missing`, `explanation-too-long`, `entry-not-yours`,
 * `entry-already-in-error`.
 */
export const markEntry =
  (speaker: Speaker, mark: Mark, words: string) =>
  (state: Entry): Decided<null> => {
    if (state.added === null) return refuse(refusals.entryUnknown)
    const says = tidyText(words)
    if (says === '') return refuse(refusals.explanationMissing, {}, 'says')
    if (says.length > 2_000) return refuse(refusals.explanationTooLong, {}, 'says')
    if (mark === 'entered-in-error') {
      if (!isAuthor(state, speaker)) return refuse(refusals.notYours)
      if (isInError(state)) return refuse(refusals.alreadyInError)
    }
    const body = { mark, says, shownAs: speaker.shownAs }
    return ok({ facts: [{ kind: 'entry-marked', body }], answer: null })
  }

/**
 * Puts the person's own words against an entry beside it, once for each request that was not met.
 * Whether the request was declined is for the request to say.
 * Refuses `entry-unknown`, `disagreement-missing`, `disagreement-too-long`,
 * `disagreement-said-already`.
 */
export const disagreeWithEntry =
  (shownAs: string, request: Id, words: string) =>
  (state: Entry): Decided<null> => {
    if (state.added === null) return refuse(refusals.entryUnknown)
    const says = tidyText(words)
    if (says === '') return refuse(refusals.disagreementMissing, {}, 'says')
    if (says.length > 2_000) return refuse(refusals.disagreementTooLong, {}, 'says')
    if (state.disagreements.some((one) => one.request === request)) {
      return refuse(refusals.disagreementSaidAlready)
    }
    return ok({
      facts: [{ kind: 'entry-disagreed', body: { says, shownAs, request } }],
      answer: null,
    })
  }

/**
 * A newer entry by the same author takes its place.
 * Refuses `entry-unknown`, `entry-not-yours`, `entry-superseded-already`.
 */
export const supersedeEntry =
  (speaker: Speaker, by: Id) =>
  (state: Entry): Decided<null> => {
    if (state.added === null) return refuse(refusals.entryUnknown)
    if (!isAuthor(state, speaker)) return refuse(refusals.notYours)
    if (state.supersededBy !== null) return refuse(refusals.supersededAlready)
    return ok({ facts: [{ kind: 'entry-superseded', body: { by } }], answer: null })
  }

/**
 * Another version of the same thing came from the same source. Only what came in files, from
 * somebody who is not known here, gives way to a file.
 */
export const giveWay =
  (by: Id) =>
  (state: Entry): Decided<null> => {
    const stays = state.added === null || !cameInFile(state.added) || state.supersededBy !== null
    if (stays || isTakenBack(state)) return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'entry-superseded', body: { by } }], answer: null })
  }

/**
 * What the person said against an earlier version, said of the newer one that took its place in a
 * file: nobody who sends the same again is rid of it. What stands there already is not said twice.
 * @source UK GDPR, Articles 5(1)(d) and 16 (a supplementary statement)
 */
export const statementsCarried = (
  from: Id,
  earlier: Pick<Entry, 'disagreements'>,
  newer: Pick<Entry, 'disagreements'>,
): Decision<EntryKind, null>['facts'] =>
  earlier.disagreements
    .filter(({ request }) => !newer.disagreements.some((one) => one.request === request))
    .map(({ says, shownAs, request }) => ({
      kind: 'entry-disagreed',
      body: { says, shownAs, request, from },
    }))

export const cameInFile = ({ source, author }: EntryAdded): boolean =>
  source.what === 'file' && author.person === null && author.organisation === null
