// Seeing what this room keeps: a look over its rows, and the stream of each row that may be seen.
import { type Id, ok, type PersonId, type Result } from '../../basics/index.ts'
import { type FactKind, type Log, loadMany, type StreamType } from '../../log/index.ts'
import { type LookRequest, look } from '../../sharing/index.ts'
import type { ItemKind } from '../domain/item-kinds.ts'
import { type KeptRow, readItem, readItemsOfKind } from '../store/network-reads.ts'

export type Kept<State> = { readonly row: KeptRow; readonly state: State }

/** As much of one as is needed to write in it. */
export type KeptToWrite<State> = {
  readonly row: Pick<KeptRow, 'id' | 'stream' | 'kind' | 'labels' | 'at'>
  readonly state: State
}

/** A person's own look at what is theirs; `hides` where private things are left out here. */
export const ownLook = (
  person: PersonId,
  where: string,
  act: LookRequest['act'] = 'read',
  hides = false,
): LookRequest => ({
  person,
  visitor: { person, via: 'self', organisation: null, roles: [], hides },
  purpose: 'own',
  act,
  where,
})

const MOST = 200

type Sort<State, Kind extends FactKind> = {
  readonly kind: ItemKind
  readonly type: StreamType<State, Kind>
}

/** Everything of one kind that may be seen, the latest first. Refuses `nothing-shared`. */
export async function seeAll<State, Kind extends FactKind>(
  log: Log,
  request: LookRequest,
  { kind, type }: Sort<State, Kind>,
): Promise<Result<readonly Kept<State>[]>> {
  let kept: readonly Kept<State>[] = []
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const rows = await readItemsOfKind(leave, visible, kind, MOST)
      const place = { owner: request.person, streams: rows.map(({ stream }) => stream) }
      const loaded = await loadMany(log, leave.tx, type, place)
      kept = rows.map((row) => ({ row, state: loaded.get(row.stream)?.state ?? type.start }))
      return rows
    }),
  )
  return done.ok ? ok(kept) : done
}

/** One of them; null where there is none that may be seen. Refuses `nothing-shared`. */
export async function seeOne<State, Kind extends FactKind>(
  log: Log,
  request: LookRequest,
  { kind, type }: Sort<State, Kind>,
  id: Id,
): Promise<Result<Kept<State> | null>> {
  let kept: Kept<State> | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const rows = await readItem(leave, visible, kind, id)
      const [row] = rows
      if (row === undefined) return []
      const place = { owner: request.person, streams: [row.stream] }
      const loaded = await loadMany(log, leave.tx, type, place)
      kept = { row, state: loaded.get(row.stream)?.state ?? type.start }
      return rows
    }),
  )
  return done.ok ? ok(kept) : done
}
