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
  type Decision,
  type Log,
  loadMany,
  valueOrRefused,
} from '../../log/index.ts'
import { idNamed, sha256, type Tx } from '../../plumbing/index.ts'
import { keepNewerBack } from '../../sharing/index.ts'
import { type Added, addEntry, giveWay, statementsCarried } from '../domain/decide.ts'
import { type EntryAdded, entryStream } from '../domain/entry.ts'
import type { EntryKind } from '../domain/facts.ts'
import type { Fresh } from '../domain/read-entries.ts'

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

/**
 * Adds one entry in a transaction of the caller's; with a key that came before, gives what that
 * one added. Refuses, by ending it, as `addEntry`.
 */
export async function addIn(
  log: Log,
  tx: Tx,
  actor: Actor,
  person: PersonId,
  entry: NewEntry,
  key: string | null = null,
): Promise<Id> {
  const digest = digestOf(compactText(entry.received))
  const stream = entryId(person, digest)
  const add = addEntry({ ...entry, digest })
  const at = { owner: person, stream, type: entryStream }
  const decide = (state: Parameters<typeof add>[0]) => {
    const decided = add(state)
    return decided.ok ? ok({ facts: decided.value.facts, answer: stream }) : decided
  }
  return valueOrRefused(
    await actIn<Parameters<typeof add>[0], EntryKind, Id>(log, tx, { ...at, actor, key, decide }),
  )
}

/** Adds one entry, or finds it there already. Refuses as `addEntry`. */
export async function addOne(
  log: Log,
  actor: Actor,
  person: PersonId,
  entry: NewEntry,
  key: string | null = null,
  /** What is done with it in the same transaction. */
  also: ((tx: Tx, entry: Id) => Promise<void>) | null = null,
): Promise<Result<{ readonly entry: Id; readonly done: Added }>> {
  const digest = digestOf(compactText(entry.received))
  const stream = entryId(person, digest)
  const decide = addEntry({ ...entry, digest })
  return act(log, {
    owner: person,
    stream,
    type: entryStream,
    actor,
    key,
    ...(also === null ? {} : { also: (tx: Tx) => also(tx, stream) }),
    // The answer names the entry: a form sent again later is answered with the one that is there.
    decide: (state) => {
      const decided = decide(state)
      if (!decided.ok) return decided
      const { facts, answer } = decided.value
      return ok({ facts, answer: { entry: stream, done: answer } })
    },
  })
}

// Large enough that the way to the database and back is small beside the work, and small enough
// that pages are answered meanwhile.
export const BATCH = 50

export type Counted = { readonly added: number; readonly already: number }

/** Adds many, a batch in each transaction. Refuses as `addEntry`; what went before stays. */
export async function addMany(
  log: Log,
  actor: Actor,
  person: PersonId,
  many: readonly Fresh[],
  progress: (done: number) => void = () => {},
): Promise<Result<Counted>> {
  let added = 0
  for (let from = 0; from < many.length; from += BATCH) {
    const batch = many.slice(from, from + BATCH)
    const done = await actTogether(log, (tx) => addBatch(log, tx, actor, person, batch))
    if (!done.ok) return done
    added += done.value
    progress(Math.min(from + BATCH, many.length))
  }
  return ok({ added, already: many.length - added })
}

/** Adds some in the caller's transaction, each text once; gives how many are new. */
export async function addBatch(
  log: Log,
  tx: Tx,
  actor: Actor,
  person: PersonId,
  some: readonly Fresh[],
): Promise<number> {
  const single = [...new Map(some.map((one) => [one.added.digest, one])).values()]
  const placed = single.map((one) => ({ ...one, stream: entryId(person, one.added.digest) }))
  const begun = await begunStreams(
    tx,
    person,
    placed.map(({ stream }) => stream),
  )
  const giving = placed.flatMap(({ instead }) => (instead?.givesWay === 'here' ? instead.of : []))
  const streams = [...new Set([...begun, ...giving])]
  const here = await loadMany(log, tx, entryStream, { owner: person, streams })
  const additions = new Map<Id, Addition>()
  const pairs: { readonly earlier: Id; readonly newer: Id }[] = []
  let count = 0
  const append = (stream: Id, decide: ReturnType<typeof addEntry> | ReturnType<typeof giveWay>) => {
    const before = here.get(stream)
    const { facts } = valueOrRefused<Decision<EntryKind, unknown>>(
      decide(before?.state ?? entryStream.start),
    )
    if (facts.length === 0 || additions.has(stream)) return false
    const from = before?.head ?? CHAIN_START
    additions.set(stream, { owner: person, stream, type: entryStream, from, facts, actor })
    return true
  }
  for (const { added, instead, stream } of placed) {
    if (!append(stream, addEntry(added))) continue
    count += 1
    const gaveWay = instead?.givesWay === 'here' && append(instead.of, giveWay(stream))
    const mine = additions.get(stream)
    if (gaveWay) pairs.push({ earlier: instead.of, newer: stream })
    const earlier = gaveWay ? here.get(instead.of)?.state : undefined
    if (earlier !== undefined && mine !== undefined) {
      const newer = here.get(stream)?.state ?? entryStream.start
      const carried = statementsCarried(instead?.of as Id, earlier, newer)
      additions.set(stream, { ...mine, facts: [...mine.facts, ...carried] })
    }
    if (instead?.givesWay === 'new' && mine !== undefined && !begun.has(stream)) {
      const gone = { kind: 'entry-superseded', body: { by: instead.of } }
      additions.set(stream, { ...mine, facts: [...mine.facts, gone] })
    }
  }
  await appendAll(log, tx, [...additions.values()])
  await keepNewerBack(log, tx, actor, { person, pairs })
  return count
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
