// Entries added to the records of many people in one transaction, each by the decision for one.
import type { PersonId } from '../../basics/index.ts'
import { compactText } from '../../fhir/index.ts'
import { type Actor, actOnMany, type Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { addEntry } from '../domain/decide.ts'
import { entryStream } from '../domain/entry.ts'
import { digestOf, entryId, type NewEntry } from './add-entries.ts'

/** What one person's record is to hold. */
export type NewcomerEntries = {
  readonly actor: Actor
  readonly person: PersonId
  readonly entries: readonly NewEntry[]
}

/**
 * Adds what is not there yet, in a transaction of the caller's; gives how many were added. Throws
 * `Refused` with the refusals of `addEntry`.
 */
export async function addForMany(
  log: Log,
  tx: Tx,
  many: readonly NewcomerEntries[],
): Promise<number> {
  const placed = many.flatMap(({ actor, person, entries }) =>
    entries.map((entry) => {
      const digest = digestOf(compactText(entry.received))
      const stream = entryId(person, digest)
      return { actor, owner: person, stream, decide: addEntry({ ...entry, digest }) }
    }),
  )
  // The same text twice is one entry.
  const single = [...new Map(placed.map((one) => [one.stream, one])).values()]
  return (await actOnMany(log, tx, entryStream, single)).length
}
