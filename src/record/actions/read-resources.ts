// Entries read by programs: the same look and the same receipt as a page.
import { type Id, ok, type Result } from '../../basics/index.ts'
import { foldRead, type Log } from '../../log/index.ts'
import { type LookRequest, look } from '../../sharing/index.ts'
import { entryStream } from '../domain/entry.ts'
import type { Found } from '../domain/searchset.ts'
import { readFacts } from '../store/timeline.ts'

export type ResourcePage = {
  readonly found: readonly Found[]
  /** The last of this page, where there are more after it. */
  readonly last: Id | null
}

/**
 * One page of entries, newest first, from after `before`; or the one entry `only`.
 * Refuses `nothing-shared`.
 */
export async function readResources(
  log: Log,
  request: LookRequest,
  page: {
    readonly only?: Id
    readonly kind?: string | null
    readonly before: Id | null
    readonly size: number
  },
): Promise<Result<ResourcePage>> {
  let read: ResourcePage = { found: [], last: null }
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const facts = await readFacts(leave, visible, page)
      const entries = foldRead(log, entryStream, request.person, facts)
      const ids = [...entries.keys()].slice(0, page.size)
      const found = ids.flatMap((id) => {
        const entry = entries.get(id)
        // The text of an entry that was erased by law is gone, and its row with it.
        return entry === undefined || entry.added === null ? [] : [{ id, entry }]
      })
      read = { found, last: entries.size > page.size ? (ids.at(-1) ?? null) : null }
      return found
    }),
  )
  return done.ok ? ok(read) : done
}
