// Seeing a record: every read is a look, decided, receipted, and only then shown.
import type { Id, PersonId, Result } from '../../basics/index.ts'
import { type Log, load } from '../../log/index.ts'
import { type Look, type LookRequest, look, type Visible } from '../../sharing/index.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import { ownKinds } from '../domain/entry-kinds.ts'
import {
  type Listed,
  type Page,
  readAlike,
  readCurrent,
  readEntry,
  readKinds,
  readTimeline,
} from '../store/entries.ts'

type Reader = (leave: Look, visible: Visible) => Promise<readonly Listed[]>

const lookAt = (
  log: Log,
  request: LookRequest,
  reader: Reader,
): Promise<Result<readonly Listed[]>> => log.db.transaction((tx) => look(log, tx, request, reader))

/** A person's own look at what is theirs. */
export const ownLook = (
  person: PersonId,
  where: string,
  act: LookRequest['act'] = 'read',
): LookRequest => ({
  person,
  visitor: { person, via: 'self', organisation: null, roles: [] },
  purpose: 'own',
  act,
  where,
})

// More than this is no longer a page that says what is going on: the timeline has them all.
const MOST_CURRENT = 200
const MOST_OWN = 10

export type Overview = { readonly current: readonly Listed[]; readonly own: readonly Listed[] }

/** What is going on now, and what the person wrote last. Refuses `nothing-shared`. */
export async function seeOverview(log: Log, request: LookRequest): Promise<Result<Overview>> {
  let overview: Overview = { current: [], own: [] }
  const done = await lookAt(log, request, async (leave, visible) => {
    const current = await readCurrent(leave, visible, MOST_CURRENT)
    const own = await readKinds(leave, visible, ownKinds, MOST_OWN)
    overview = { current, own }
    return [...current, ...own]
  })
  return done.ok ? { ok: true, value: overview } : done
}

/** One page of the timeline. Refuses `nothing-shared`. */
export const seeTimeline = (log: Log, request: LookRequest, page: Page) =>
  lookAt(log, request, (leave, visible) => readTimeline(leave, visible, page))

export type SeenEntry = {
  readonly listed: Listed
  readonly entry: Entry
  /** What others say of the same thing on the same day. */
  readonly alike: readonly Listed[]
}

/** One entry with its history; null where there is none that may be seen. */
export async function seeEntry(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<SeenEntry | null>> {
  let seen: SeenEntry | null = null
  const done = await lookAt(log, request, async (leave, visible) => {
    const [listed] = await readEntry(leave, visible, id)
    if (listed === undefined) return []
    const at = { owner: request.person, stream: id }
    const { state } = await load(log, leave.tx, entryStream, at)
    const alike = await readAlike(leave, visible, listed)
    seen = { listed, entry: state, alike }
    return [listed, ...alike]
  })
  return done.ok ? { ok: true, value: seen } : done
}
