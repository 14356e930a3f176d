// Imports listed, and one taken back as a whole: every entry of it is marked and none goes away.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import {
  type Actor,
  type Addition,
  act,
  actTogether,
  appendAll,
  type Log,
  load,
  loadMany,
  valueOrRefused,
} from '../../log/index.ts'
import { type Look, look, lookByCommand } from '../../sharing/index.ts'
import type { Speaker } from '../domain/decide.ts'
import { entryStream } from '../domain/entry.ts'
import {
  type Import,
  importStream,
  standAgain,
  takeBack,
  takeBackEntry,
  takenBackWords,
} from '../domain/import.ts'
import { refusals } from '../domain/refusals.ts'
import { readGaveWayTo } from '../store/entries.ts'
import {
  countBatch,
  type ListedImport,
  readBatch,
  readImports,
  readStanding,
} from '../store/imports.ts'
import { BATCH } from './add-entries.ts'
import { ownLook } from './see-record.ts'

const MOST = 200

/** Every import into one's own record, newest first. */
export async function seeImports(log: Log, person: PersonId): Promise<readonly ListedImport[]> {
  let imports: readonly ListedImport[] = []
  await log.db.transaction((tx) =>
    look(log, tx, ownLook(person, '/record/imports'), async (leave) => {
      imports = await readImports(leave, MOST)
      return []
    }),
  )
  return imports
}

export type SeenImport = {
  readonly id: Id
  readonly made: NonNullable<Import['made']>
  readonly takenBack: Import['takenBack']
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
  readonly count: number
  /** How many are not marked: all of them, or the rest where taking back was broken off. */
  readonly standing: number
  readonly some: readonly { readonly id: Id; readonly title: string; readonly kind: string }[]
}

const MOST_NAMED = 20

/** One import with what it brought, as far as their own lists show it. Refuses `import-unknown`. */
export async function seeImport(
  log: Log,
  { person, hides = false }: { readonly person: PersonId; readonly hides?: boolean },
  id: Id,
): Promise<Result<SeenImport>> {
  let seen: SeenImport | null = null
  await log.db.transaction((tx) =>
    look(log, tx, ownLook(person, '/record/imports', 'read', hides), async (leave, visible) => {
      const { state } = await load(log, tx, importStream, { owner: person, stream: id })
      if (state.made === null) return []
      const counts = await countBatch(leave, visible, id)
      const some = await readBatch(leave, visible, id, MOST_NAMED)
      seen = {
        id,
        made: state.made,
        takenBack: state.takenBack,
        kinds: counts.map(({ kind, count }) => ({ kind, count })),
        count: counts.reduce((sum, { count }) => sum + count, 0),
        standing: counts.reduce((sum, { standing }) => sum + standing, 0),
        some,
      }
      return some
    }),
  )
  return seen === null ? refuse(refusals.importUnknown) : ok(seen)
}

export type TakingBack = {
  readonly person: PersonId
  readonly batch: Id
  readonly why: string
  readonly says: string
}

/**
 * Takes an import back: first that it was, then each of its entries, some at a time. Broken off,
 * it goes on when it is asked for again. Gives how many entries are marked.
 * Refuses as the decision `takeBack`.
 */
export async function takeImportBack(
  log: Log,
  speaker: Speaker,
  by: 'person' | 'command',
  { person, batch, why, says }: TakingBack,
): Promise<Result<number>> {
  const actor = { by: by === 'person' ? speaker.person : null, onBehalfOf: null }
  const at = { type: importStream, owner: person, stream: batch }
  const taken = await act(log, { ...at, actor, decide: takeBack(speaker, person, why, says) })
  if (!taken.ok) return taken
  const { state } = await load(log, log.db, importStream, at)
  const words = takenBackWords(state.takenBack?.why ?? why, state.takenBack?.says ?? says)
  const marking = takeBackEntry(batch, words, state.takenBack?.shownAs ?? speaker.shownAs)
  for (let marked = 0; ; ) {
    const { streams, gaveWay } = await standing(log, by, person, batch)
    const gone = new Set(streams)
    const again = await letStandAgain(log, actor, { person, batch }, gaveWay, gone)
    if (!again.ok) return again
    const before = marked
    for (let from = 0; from < streams.length; from += BATCH) {
      const some = streams.slice(from, from + BATCH)
      const done = await actTogether(log, async (tx) => {
        const here = await loadMany(log, tx, entryStream, { owner: person, streams: some })
        const additions: Addition[] = []
        for (const [stream, { state: entry, head }] of here) {
          const { facts } = valueOrRefused(marking(entry))
          additions.push({ owner: person, stream, type: entryStream, from: head, facts, actor })
        }
        return (await appendAll(log, tx, additions)).length
      })
      if (!done.ok) return done
      marked += done.value
    }
    if (marked === before) return ok(marked)
  }
}

/** What had given way to entries of the import stands again. */
const letStandAgain = (
  log: Log,
  actor: Actor,
  { person, batch }: Pick<TakingBack, 'person' | 'batch'>,
  streams: readonly Id[],
  gone: ReadonlySet<Id>,
) =>
  actTogether(log, async (tx) => {
    const here = await loadMany(log, tx, entryStream, { owner: person, streams })
    const additions = [...here].map(([stream, { state, head }]): Addition => {
      const { facts } = valueOrRefused(standAgain(batch, gone)(state))
      return { owner: person, stream, type: entryStream, from: head, facts, actor }
    })
    await appendAll(log, tx, additions)
  })

/** So many are held in memory at once. */
const READ = 5_000

type Standing = { readonly streams: readonly Id[]; readonly gaveWay: readonly Id[] }

/** The entries of an import that are not marked yet, and what gave way to them, in one look. */
async function standing(
  log: Log,
  by: 'person' | 'command',
  person: PersonId,
  batch: Id,
): Promise<Standing> {
  let found: Standing = { streams: [], gaveWay: [] }
  const read = async (leave: Look) => {
    const own = await readStanding(leave, batch, READ)
    const streams = own.map(({ id }) => id)
    const gave = await readGaveWayTo(leave, streams)
    found = { streams, gaveWay: gave.map(({ id }) => id) }
    return [...own, ...gave]
  }
  await log.db.transaction(async (tx) => {
    const where = by === 'person' ? '/record/imports' : 'coproduce take-back'
    if (by === 'command') await lookByCommand(log, tx, { person, where }, read)
    else await look(log, tx, ownLook(person, where), read)
  })
  return found
}
