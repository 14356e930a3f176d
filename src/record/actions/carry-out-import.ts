// An import carried out after its preview: that it was made is a fact, and every entry names it.
import type { Id, PersonId, Result } from '../../basics/index.ts'
import { type Actor, act, type Log } from '../../log/index.ts'
import { bringIn, type FileBroughtIn, importStream } from '../domain/import.ts'
import type { Fresh } from '../domain/read-entries.ts'
import { addMany, type Counted } from './add-entries.ts'

export type Carrying = {
  readonly actor: Actor
  readonly person: PersonId
  /** The id of the import, which its entries bear: carried out again, it adds nothing twice. */
  readonly batch: Id
  readonly made: FileBroughtIn
}

/** Refuses as `addEntry`; what went before stays, and the same import can go on. */
export async function carryOutImport(
  log: Log,
  carrying: Carrying,
  fresh: readonly Fresh[],
  progress?: (done: number) => void,
): Promise<Result<Counted>> {
  const begun = await beginImport(log, carrying)
  return begun.ok ? addMany(log, carrying.actor, carrying.person, fresh, progress) : begun
}

export const beginImport = (log: Log, { actor, person, batch, made }: Carrying) =>
  act(log, { actor, type: importStream, owner: person, stream: batch, decide: bringIn(made) })
