// Entries added to one person's record: one by hand, or many in batches through one decision.
import { type Id, ok, type PersonId, type Result } from '../../basics/index.ts'
import { compactText } from '../../fhir/index.ts'
import {
  type Actor,
  type Addition,
  act,
  actIn,
  actTogether,
  appendAll,
  begunStreams,
  CHAIN_START,
  type Log,
  load,
  valueOrRefused,
} from '../../log/index.ts'
import { idNamed, sha256, type Tx } from '../../plumbing/index.ts'
import { type Added, addEntry } from '../domain/decide.ts'
import { type EntryAdded, entryStream } from '../domain/entry.ts'

/** SHA-256 of a resource's text without white space between its parts. */
export const digestOf = (compact: string): string => sha256(compact)

/**
 * Where an entry lies: its id follows from the person and the digest of what it says, so that
 * the same text is in one record once, whoever brings it and however often.
 */
export const entryId = (person: PersonId, digest: string): Id =>
  idNamed(person, `record entry ${digest}`)

export type NewEntry = Omit<EntryAdded, 'digest'>

/** Where an entry will lie once it is added. */
export const placeOf = (person: PersonId, entry: NewEntry): Id =>
  entryId(person, digestOf(compactText(entry.received)))

/** Adds one entry in a transaction of the caller's. Refuses, by ending it, as `addEntry`. */
export async function addIn(
  log: Log,
  tx: Tx,
  actor: Actor,
  person: PersonId,
  entry: NewEntry,
): Promise<Id> {
  const digest = digestOf(compactText(entry.received))
  const stream = entryId(person, digest)
  const decide = addEntry({ ...entry, digest })
  valueOrRefused(await actIn(log, tx, { actor, type: entryStream, owner: person, stream, decide }))
  return stream
}

/** Adds one entry, or finds it there already. Refuses as `addEntry`. */
export async function addOne(
  log: Log,
  actor: Actor,
  person: PersonId,
  entry: NewEntry,
  key: string | null = null,
): Promise<Result<{ readonly entry: Id; readonly done: Added }>> {
  const digest = digestOf(compactText(entry.received))
  const stream = entryId(person, digest)
  const decide = addEntry({ ...entry, digest })
  const at = { owner: person, stream, type: entryStream }
  const done = await act<Parameters<typeof decide>[0], (typeof entryStream.kinds)[number], Added>(
    log,
    { ...at, actor, key, decide },
  )
  return done.ok ? ok({ entry: stream, done: done.value }) : done
}

// Large enough that the way to the database and back is small beside the work.
const BATCH = 250

/** Adds many, a batch in each transaction. Refuses as `addEntry`; what went before stays. */
export async function addMany(
  log: Log,
  actor: Actor,
  person: PersonId,
  many: readonly EntryAdded[],
  progress: (done: number) => void = () => {},
): Promise<Result<{ readonly added: number; readonly already: number }>> {
  const single = [...new Map(many.map((one) => [one.digest, one])).values()]
  let added = 0
  for (let from = 0; from < single.length; from += BATCH) {
    const batch = single.slice(from, from + BATCH)
    const done = await actTogether(log, (tx) => addBatch(log, tx, actor, person, batch))
    if (!done.ok) return done
    added += done.value
    progress(Math.min(from + BATCH, single.length))
  }
  return ok({ added, already: many.length - added })
}

async function addBatch(
  log: Log,
  tx: Tx,
  actor: Actor,
  person: PersonId,
  batch: readonly EntryAdded[],
): Promise<number> {
  const placed = batch.map((entry) => ({ entry, stream: entryId(person, entry.digest) }))
  const streams = placed.map(({ stream }) => stream)
  const begun = await begunStreams(tx, person, streams)
  const additions: Addition[] = []
  for (const { entry, stream } of placed) {
    const at = { owner: person, stream }
    const { state, head } = begun.has(stream)
      ? await load(log, tx, entryStream, at)
      : { state: entryStream.start, head: CHAIN_START }
    const { facts } = valueOrRefused(addEntry(entry)(state))
    if (facts.length > 0) additions.push({ ...at, type: entryStream, from: head, facts, actor })
  }
  await appendAll(log, tx, additions)
  return additions.length
}

/** Which of these digests are in the record already. */
export async function alreadyHere(
  log: Log,
  person: PersonId,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>()
  for (let from = 0; from < digests.length; from += 5_000) {
    const some = digests.slice(from, from + 5_000)
    const begun = await begunStreams(
      log.db,
      person,
      some.map((digest) => entryId(person, digest)),
    )
    for (const digest of some) if (begun.has(entryId(person, digest))) here.add(digest)
  }
  return here
}
