// What a professional writes into a record that is shared with their role: entries, explanations.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  type PersonId,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../basics/index.ts'
import { actIn, actTogether, type Log, load, valueOrRefused } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { type Asker, mayAdd } from '../../sharing/index.ts'
import { type AuthoredKind, authoredEntry } from '../domain/authored-entry.ts'
import { markEntry, type Speaker } from '../domain/decide.ts'
import { entryStream } from '../domain/entry.ts'
import { refusals } from '../domain/refusals.ts'
import { shownOf } from '../domain/shown.ts'
import { wroteWords } from '../words/correction-messages.ts'
import { addIn, placeOf } from './add-entries.ts'

/** Somebody at work: as whom they may write, and under which name it stands. */
export type Writer = { readonly asker: Asker; readonly speaker: Speaker }

export type WrittenFor = {
  readonly kind: AuthoredKind
  readonly title: string
  readonly says: string
  readonly day: Day
  /** The page or the place where it was written. */
  readonly where: string
}

/**
 * Adds an entry as its author, where a grant lets them; the person hears of it. The same key
 * adds nothing twice.
 * Refuses `entry-day-in-future`, `entry-may-not-write`, and as `addEntry`.
 */
export async function writeFor(
  log: Log,
  { asker, speaker }: Writer,
  person: PersonId,
  written: WrittenFor,
  key: string | null,
): Promise<Result<Id>> {
  const now = log.clock.now()
  if (written.day > dayIn(LONDON, now)) return refuse(refusals.dayInFuture, {}, 'day')
  const says = tidyText(written.says)
  const title = tidyLine(written.title)
  const { kind, day, where } = written
  const { person: by, organisation, shownAs } = speaker
  const entry = {
    received: authoredEntry({ kind, title, says, day, writtenAt: now }),
    source: { what: 'written' as const, name: where, fullUrl: null },
    author: { person: by, organisation, shownAs },
    identifier: null,
    labels: [],
    batch: null,
  }
  const done = await actTogether(log, async (tx) => {
    const facets = { id: placeOf(person, entry), kind, labels: [], at: day }
    const may = await mayAdd(log, tx, person, asker, facets)
    if (!may) valueOrRefused(refuse(refusals.mayNotWrite))
    return addIn(log, tx, { by, onBehalfOf: null }, person, entry, key)
  })
  if (done.ok) await tellWritten(log, person, done.value, { shownAs, organisation })
  return done
}

/**
 * Explains an entry to the person, where a grant lets them write and see it.
 * Refuses `entry-unknown`, `entry-may-not-write`, and as the decision `markEntry`.
 */
export async function explainFor(
  log: Log,
  { asker, speaker }: Writer,
  { person, entry }: { readonly person: PersonId; readonly entry: Id },
  says: string,
  key: string | null,
): Promise<Result<null>> {
  const place = { owner: person, stream: entry, type: entryStream }
  return actTogether(log, async (tx) => {
    const { state } = await load(log, tx, entryStream, place)
    if (state.added === null) return valueOrRefused<null>(refuse(refusals.entryUnknown))
    const { kind, day } = shownOf(state.added.received)
    const at = day ?? dayIn(LONDON, state.added.at)
    const facets = { id: entry, kind, labels: state.added.labels, at }
    const may = await mayAdd(log, tx, person, asker, facets)
    if (!may) return valueOrRefused<null>(refuse(refusals.mayNotWrite))
    const actor = { by: speaker.person, onBehalfOf: null }
    const decide = markEntry(speaker, 'explained', says)
    return valueOrRefused(await actIn(log, tx, { ...place, actor, key, decide }))
  })
}

/** The person hears that something was written; once for each entry. */
async function tellWritten(
  log: Log,
  person: PersonId,
  entry: Id,
  who: Pick<Writer['speaker'], 'shownAs' | 'organisation'>,
): Promise<void> {
  await tell(log, person, idNamed(entry, 'written for you'), {
    from: who.shownAs,
    renderings: wroteWords(who.shownAs),
    leadsTo: `/record/entry/${entry}`,
    organisation: who.organisation,
  })
}
