// When this happens, then that: what follows in another room, as a job queued with the fact.
import type { Id } from './basics/index.ts'
import type { Log, Reaction } from './log/index.ts'

/** Where the fact lies that was reacted to. */
export type Happened = { readonly owner: Id; readonly stream: Id; readonly fact: Id }

/** May be carried out twice for one fact and must not mind; never fires on a rebuild. */
export type Follow = Reaction & {
  readonly says: string
  then(log: Log, happened: Happened): Promise<void>
}

export const reactions: readonly Follow[] = []
