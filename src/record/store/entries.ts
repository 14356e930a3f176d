// The rows made from entries, and the lists read from them: each through a look.
import { type Day, dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import { nameOfText, type Tx } from '../../plumbing/index.ts'
import type { FacetColumns, ItemFacets, Look, Visible } from '../../sharing/index.ts'
import {
  type EntryKind,
  entryAdded,
  entryBroughtAgain,
  entryDisagreed,
  entryMarked,
  entryStandsAgain,
  entrySuperseded,
  entryTakenBack,
} from '../domain/facts.ts'
import { originOf } from '../domain/origin.ts'
import { type Shown, shownOf } from '../domain/shown.ts'
import type { Proviso } from '../domain/standing.ts'
import { wordKeys } from '../domain/word-keys.ts'
import { originKey } from './origin-key.ts'

export const entries = projection({
  name: 'record.entries',
  tables: ['record.entries'],
  kinds: [
    entryAdded,
    entrySuperseded,
    entryMarked,
    entryDisagreed,
    entryTakenBack,
    entryBroughtAgain,
    entryStandsAgain,
  ],
  async apply(tx, facts) {
    await insert(
      tx,
      facts.filter((fact) => fact.kind === 'entry-added'),
    )
    let run: FactOf<typeof entryTakenBack>[] = []
    for (const fact of facts) {
      if (fact.kind === 'entry-added') continue
      if (fact.kind === 'entry-taken-back') run.push(fact)
      else {
        await takeBack(tx, run)
        run = []
        await change(tx, fact)
      }
    }
    await takeBack(tx, run)
  },
})

/** What is said of one entry after it was added. */
async function change(tx: Tx, fact: Later): Promise<void> {
  const at = [fact.owner, fact.stream]
  if (fact.kind === 'entry-superseded') {
    await tx.text(
      `update record.entries set superseded_by = $3, was_current = current, current = false
       where owner = $1 and stream = $2`,
      [...at, fact.body.by],
      'supersede-entry',
    )
  } else if (fact.kind === 'entry-marked') {
    const error = fact.body.mark === 'entered-in-error'
    await tx.text(
      `update record.entries set explained = explained + 1, in_error = in_error or $3,
         current = current and not $3, was_current = was_current and not $3,
         was_in_error = was_in_error or $3
       where owner = $1 and stream = $2`,
      [...at, error],
      'mark-entry',
    )
  } else if (fact.kind === 'entry-stands-again') {
    await tx.text(
      `update record.entries set superseded_by = null, current = was_current
       where owner = $1 and stream = $2`,
      at,
      'let-entry-stand-again',
    )
  } else if (fact.kind === 'entry-brought-again') {
    await tx.text(
      `update record.entries set batch = $3, taken_back = false, current = was_current,
         in_error = was_in_error
       where owner = $1 and stream = $2`,
      [...at, fact.body.batch],
      'bring-entry-again',
    )
  } else if (fact.kind === 'entry-disagreed') {
    await tx.text(
      `update record.entries set disagreements = disagreements || $3::text
       where owner = $1 and stream = $2`,
      [...at, fact.body.says],
      'disagree-with-entry',
    )
  }
}

type Later = Exclude<FactOf<EntryKind>, { kind: 'entry-added' | 'entry-taken-back' }>

/** Those of a whole import come together. */
async function takeBack(tx: Tx, facts: readonly FactOf<typeof entryTakenBack>[]): Promise<void> {
  if (facts.length === 0) return
  await tx.text(
    `update record.entries e set taken_back = true, was_current = current, was_in_error = in_error,
       current = false, in_error = true
     from unnest($1::uuid[], $2::uuid[]) as w (owner, stream)
     where e.owner = w.owner and e.stream = w.stream`,
    [facts.map((fact) => fact.owner), facts.map((fact) => fact.stream)],
    'take-entries-back',
  )
}

type Row = { readonly fact: FactOf<typeof entryAdded>; readonly shown: Shown }

async function insert(tx: Tx, facts: readonly FactOf<typeof entryAdded>[]): Promise<void> {
  if (facts.length === 0) return
  const rows: Row[] = facts.map((fact) => ({ fact, shown: shownOf(fact.body.received) }))
  const column = <T>(read: (row: Row) => T): T[] => rows.map(read)
  await tx.text(
    `insert into record.entries (owner, stream, kind, resource_type, title, detail, day, day_said,
       code, labels, author, source, added_at, current, ends_on, proviso, measured, in_error, batch,
       origin, finds)
     select owner, stream, kind, resource_type, title, detail, day, day_said, code,
       string_to_array(labels, ' '), author, source, added_at, current, ends_on, proviso,
       measured, in_error, batch, origin, array_to_tsvector(string_to_array(finds, ' '))
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::date[], $8::boolean[], $9::text[], $10::text[], $11::text[], $12::text[],
       $13::timestamptz[], $14::boolean[], $15::date[], $16::text[], $17::text[], $18::boolean[],
       $19::uuid[], $20::text[], $21::text[])
       as e (owner, stream, kind, resource_type, title, detail, day, day_said, code, labels,
         author, source, added_at, current, ends_on, proviso, measured, in_error, batch, origin,
         finds)`,
    [
      column(({ fact }) => fact.owner),
      column(({ fact }) => fact.stream),
      column(({ shown }) => shown.kind),
      column(({ shown }) => shown.resourceType),
      column(({ shown }) => shown.title),
      column(({ shown }) => shown.detail),
      column(({ fact, shown }) => shown.day ?? dayIn(LONDON, fact.at)),
      column(({ shown }) => shown.day !== null),
      column(({ shown }) => shown.code),
      column(({ fact }) => fact.body.labels.join(' ')),
      column(({ fact }) => fact.body.author.shownAs),
      column(({ fact }) => fact.body.source.name),
      column(({ fact }) => fact.at),
      column(({ shown }) => shown.current),
      column(({ shown }) => shown.endsOn),
      column(({ shown }) => shown.proviso),
      column(({ shown }) => (shown.measured.length === 0 ? null : JSON.stringify(shown.measured))),
      column(({ shown }) => shown.inError),
      column(({ fact }) => fact.body.batch),
      column(({ fact, shown }) => originKey(originOf(fact.body, shown.resourceType, shown.kind))),
      column(({ fact, shown }) =>
        wordKeys(
          fact.owner,
          {
            says: [shown.title, shown.detail],
            from: [fact.body.author.shownAs, fact.body.source.name],
          },
          fact.body.labels,
        ).join(' '),
      ),
    ],
    'insert-entries',
  )
}

/** An entry as lists show it. */
export type Listed = ItemFacets & {
  readonly resourceType: string
  readonly title: string
  readonly detail: string
  /** Whether `at` is the day it is about; else the day it was added. */
  readonly daySaid: boolean
  readonly code: string | null
  readonly author: string
  readonly source: string
  readonly addedAt: Instant
  readonly supersededBy: Id | null
  readonly inError: boolean
  /** Whether the import it came with was taken back: it was brought in by mistake. */
  readonly takenBack: boolean
  readonly batch: Id | null
  /** How many explanations stand beside it. */
  readonly explained: number
  /** How it stands, where that must be said: not confirmed, on hold, stopped. */
  readonly proviso: Proviso | null
  /** What the person says against it: shown wherever the entry is. */
  readonly disagreements: readonly string[]
}

export const COLUMNS = `stream as id, kind, labels, day as at, resource_type as "resourceType",
  title, detail, day_said as "daySaid", code, author, source, added_at as "addedAt",
  superseded_by as "supersededBy", in_error as "inError", taken_back as "takenBack", batch,
  explained, proviso, disagreements`

const facets: FacetColumns = { id: 'stream', kind: 'kind', labels: 'labels', at: 'day' }

/**
 * Asks for what may be seen of one person's entries. `sql` is given the condition for its
 * `where`, and has `?` for each value of its own.
 */
export function askEntries<Row extends Record<string, unknown>>(
  { person, tx }: Look,
  visible: Visible,
  sql: (seen: string) => string,
  values: readonly unknown[],
): Promise<Row[]> {
  const seen = visible.sql(facets, 2)
  let place = 1 + seen.values.length
  const numbered = sql(`owner = $1 and ${seen.text}`).replaceAll('?', () => {
    place += 1
    return `$${place}`
  })
  return tx.text<Row>(numbered, [person, ...seen.values, ...values], nameOfText(numbered))
}

/** Reads entries; `more` is SQL with `?` for each value. */
const select = (
  look: Look,
  visible: Visible,
  more: string,
  values: readonly unknown[],
): Promise<Listed[]> =>
  askEntries<Listed>(
    look,
    visible,
    (seen) => `select ${COLUMNS} from record.entries where ${seen} ${more}`,
    values,
  )

/** Entries of some kinds, newest first. */
export const readKinds = (
  look: Look,
  visible: Visible,
  kinds: readonly string[],
  limit: number,
): Promise<Listed[]> =>
  select(
    look,
    visible,
    `and kind = any(?::text[]) and superseded_by is null and not in_error
     order by day desc, stream desc limit ?`,
    [kinds, limit],
  )

/** One entry, or none where it may not be seen or is not there: the two read the same. */
export const readEntry = (look: Look, visible: Visible, id: Id): Promise<Listed[]> =>
  select(look, visible, 'and stream = ?', [id])

/** What other entries say of the same thing on the same day. */
export const readAlike = (look: Look, visible: Visible, one: Listed): Promise<Listed[]> =>
  one.code === null
    ? Promise.resolve([])
    : select(
        look,
        visible,
        'and kind = ? and code = ? and day = ? and stream <> ? order by stream limit 20',
        [one.kind, one.code, one.at, one.id],
      )

/** Newest first, from an offset: for lists of what is shared. */
export const readSome = (
  look: Look,
  visible: Visible,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Listed[]> =>
  select(look, visible, 'order by day desc, stream desc limit ? offset ?', [limit, offset])

/** Every entry's id: what a receipt of taking everything names. */
export const readIds = (look: Look, visible: Visible): Promise<{ id: Id }[]> =>
  askEntries<{ id: Id }>(
    look,
    visible,
    (seen) => `select stream as id from record.entries where ${seen} order by stream`,
    [],
  )

export async function countEntries(look: Look, visible: Visible): Promise<number> {
  const [row] = await askEntries<{ count: number }>(
    look,
    visible,
    (seen) => `select count(*) as count from record.entries where ${seen}`,
    [],
  )
  return row?.count ?? 0
}

/** What stands here under these origins, as digests: versions of what comes. */
export const readOrigins = (
  { person, tx }: Look,
  origins: readonly string[],
): Promise<{ id: Id; origin: string; code: string | null }[]> =>
  tx.text(
    `select stream as id, origin, code from record.entries
     where owner = $1 and origin = any($2::text[]) and superseded_by is null and not taken_back`,
    [person, origins],
    'read-origins',
  )

/** What is said here of the same things on the same days, by code and day. */
export const readSameThings = (
  look: Look,
  visible: Visible,
  things: readonly { readonly code: string; readonly day: Day }[],
  limit: number,
): Promise<Listed[]> =>
  select(
    look,
    visible,
    `and (thing, day) in (select * from unnest(?::text[], ?::date[])) and not in_error
     order by day desc, stream limit ?`,
    [things.map(({ code }) => code), things.map(({ day }) => day), limit],
  )

/** Which of these entries were taken back with the import they came with. */
export const readTakenBack = ({ person, tx }: Look, ids: readonly Id[]): Promise<{ id: Id }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.text(
        `select stream as id from record.entries
         where owner = $1 and stream = any($2::uuid[]) and taken_back`,
        [person, ids],
        'read-taken-back',
      )

/** Which of these entries may be seen. */
export const readSeenAmong = (look: Look, visible: Visible, ids: readonly Id[]) =>
  askEntries<{ id: Id }>(
    look,
    visible,
    (seen) => `select stream as id from record.entries where ${seen} and stream = any(?::uuid[])`,
    [ids],
  )

/** The entries whose place these have taken. */
export const readGaveWayTo = ({ person, tx }: Look, ids: readonly Id[]): Promise<{ id: Id }[]> =>
  tx.text(
    'select stream as id from record.entries where owner = $1 and superseded_by = any($2::uuid[])',
    [person, ids],
    'read-gave-way',
  )
