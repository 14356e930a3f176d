// What a person writes into their own record, and what they say of an entry.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  type PersonId,
  type Result,
  refuse,
  tidyText,
} from '../../basics/index.ts'
import { act, type Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { keepNewerBack, keepToOneself } from '../../sharing/index.ts'
import type { AboutMeHeading } from '../domain/about-me.ts'
import { isAuthor, markEntry, type Speaker, supersedeEntry } from '../domain/decide.ts'
import { type Entry, entryStream, type Mark } from '../domain/entry.ts'
import type { OwnKind } from '../domain/entry-kinds.ts'
import { withWider } from '../domain/labels.ts'
import { ownEntry } from '../domain/own-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { addOne } from './add-entries.ts'

export type Written = {
  readonly kind: OwnKind
  /** What the kind is called in a list. */
  readonly title: string
  readonly says: string
  readonly day: Day
  readonly labels: readonly string[]
  /** The heading of About Me, and who helped to write it, where there is any. */
  readonly heading?: AboutMeHeading
  readonly supportedBy?: string
  /** The page or the place where it was written. */
  readonly where: string
}

const LONGEST = 10_000

/**
 * Adds what somebody wrote to a person's record.
 * Refuses `entry-empty`, `entry-too-long`, `entry-day-in-future`, and as `addEntry`.
 */
export async function writeEntry(
  log: Log,
  speaker: Speaker,
  person: PersonId,
  written: Written,
  key: string | null,
  /** Whether it is kept from everybody else from the moment that it is there. */
  onlyMe = false,
): Promise<Result<Id>> {
  const now = log.clock.now()
  const says = tidyText(written.says)
  if (says === '') return refuse(refusals.entryEmpty, {}, 'says')
  if (says.length > LONGEST) return refuse(refusals.entryTooLong, {}, 'says')
  if (written.day > dayIn(LONDON, now)) return refuse(refusals.dayInFuture, {}, 'day')
  const { kind, title, day, labels, where, heading, supportedBy } = written
  const about = {
    ...(heading === undefined ? {} : { heading }),
    ...(supportedBy === undefined ? {} : { supportedBy }),
  }
  const { person: by, organisation, shownAs } = speaker
  const entry = {
    received: ownEntry({ kind, title, says, day, writtenAt: now, ...about }),
    source: { what: 'written' as const, name: where, fullUrl: null },
    author: { person: by, organisation, shownAs },
    identifier: null,
    labels: [...withWider(labels)],
    batch: null,
  }
  const onBehalfOf = speaker.onBehalfOf ?? null
  const also = (tx: Tx, item: Id) => keepToOneself(log, tx, { person, item })
  const done = await addOne(log, { by, onBehalfOf }, person, entry, key, onlyMe ? also : null)
  return done.ok ? { ok: true, value: done.value.entry } : done
}

export type EntryPlace = { readonly person: PersonId; readonly entry: Id }

/** Refuses as the decision `markEntry`. */
export const mark = (
  log: Log,
  speaker: Speaker,
  at: EntryPlace,
  what: Mark,
  says: string,
  key: string | null,
) => doTo(log, speaker, at, key, markEntry(speaker, what, says))

/** Refuses as the decision `supersedeEntry`. */
export const supersede = (log: Log, speaker: Speaker, at: EntryPlace, by: Id, key: string | null) =>
  doTo(log, speaker, at, key, supersedeEntry(speaker, by), (tx) =>
    keepNewerBack(log, tx, actorOf(speaker), {
      person: at.person,
      pairs: [{ earlier: at.entry, newer: by }],
    }),
  )

const actorOf = (speaker: Speaker) => ({ by: speaker.person, onBehalfOf: null })

const doTo = (
  log: Log,
  speaker: Speaker,
  { person, entry }: EntryPlace,
  key: string | null,
  decide: ReturnType<typeof markEntry>,
  also?: (tx: Tx) => Promise<void>,
): Promise<Result<null>> =>
  act(log, {
    ...(also === undefined ? {} : { also }),
    actor: actorOf(speaker),
    type: entryStream,
    owner: person,
    stream: entry,
    key,
    decide,
  })

/** Whether this speaker may write a newer one in its place. */
export const mayReplace = (entry: Entry, speaker: Speaker): boolean =>
  isAuthor(entry, speaker) && entry.supersededBy === null
