// Import: an archive's streams taken in as they were written, ids, places and digests unchanged.
import { type Id, ok, type Result, refuse } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { FACTS, FILES } from '../domain/archive.ts'
import { CHAIN_START, type StoredFact } from '../domain/chain.ts'
import type { Fact } from '../domain/fact.ts'
import { refusals } from '../domain/refusals.ts'
import { unsealAll } from '../domain/seal.ts'
import { appendFacts, begunStreams, type Move, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'
import { project } from '../store/projection.ts'
import { actTogether, Refused } from './act.ts'
import { type Archive, factsIn } from './read-archive.ts'

export type Arriving = {
  /** Looks at facts before they are taken in; throws `Refused` where they may not be. */
  check(tx: Tx, facts: readonly Fact[]): Promise<void>
  /** What follows in the same transaction, when something was added. */
  after(tx: Tx, added: number): Promise<void>
}

const nothingMore: Arriving = { check: async () => {}, after: async () => {} }

type Counts = { added: number; already: number }

/**
 * Takes in a verified archive, whole or not at all, when one of the `trusted` public keys signed
 * it: anybody can write an archive that holds together and says what they like. A stream that is
 * here already is extended when the archive carries on from it, and left when it goes on from the
 * archive. Refuses with `key-not-trusted`, `stream-differs`, `archive-broken`.
 */
export async function importStreams(
  log: Log,
  archive: Archive,
  trusted: readonly string[],
  arriving: Arriving = nothingMore,
): Promise<Result<Counts>> {
  const { key, streams } = archive.manifest
  if (!trusted.includes(key)) return refuse(refusals.keyNotTrusted, { key })
  const owner = archive.manifest.owner as Id
  const types = new Map(streams.map(({ stream, type }) => [stream, type]))
  const before = new Set(await log.files.list(owner))
  const kept: string[] = []
  const done = await actTogether(log, async (tx) => {
    const counts = { added: 0, already: 0 }
    for await (const entry of archive.entries()) {
      if (entry.name.startsWith(FACTS)) {
        for (const some of batches(factsIn(entry))) {
          const { added, already } = await takeIn(log, tx, types, some, arriving)
          counts.added += added
          counts.already += already
        }
      } else if (entry.name.startsWith(FILES)) {
        kept.push(await log.files.keep(owner, entry.bytes))
      }
    }
    if (counts.added > 0) await arriving.after(tx, counts.added)
    return counts
  }).catch(async (error) => {
    await removeFiles(log, owner, kept, before)
    throw error
  })
  if (!done.ok) await removeFiles(log, owner, kept, before)
  return done.ok ? ok(done.value) : done
}

async function removeFiles(
  log: Log,
  owner: Id,
  kept: readonly string[],
  before: ReadonlySet<string>,
): Promise<void> {
  for (const digest of kept) if (!before.has(digest)) await log.files.remove(owner, digest)
}

// Large enough that the way to the database and back is small beside the work.
const BATCH = 500

/** Whole streams, some at a time. */
function* batches(facts: readonly StoredFact[]): Generator<StoredFact[][]> {
  let batch: StoredFact[][] = []
  let size = 0
  for (const fact of facts) {
    const last = batch.at(-1)
    if (last?.[0]?.stream === fact.stream) last.push(fact)
    else {
      if (size >= BATCH) {
        yield batch
        batch = []
        size = 0
      }
      batch.push([fact])
    }
    size += 1
  }
  if (batch.length > 0) yield batch
}

async function takeIn(
  log: Log,
  tx: Tx,
  types: ReadonlyMap<string, string>,
  batch: readonly (readonly StoredFact[])[],
  arriving: Arriving,
): Promise<Counts> {
  const owners = Map.groupBy(batch, ([first]) => first?.owner as Id)
  const moves: Move[] = []
  const fresh: StoredFact[] = []
  let already = 0
  for (const [owner, streams] of owners) {
    const ids = streams.map(([first]) => first?.stream as Id)
    const begun = await begunStreams(tx, owner, ids)
    for (const written of streams) {
      const stream = written[0]?.stream as Id
      const here = begun.has(stream) ? await readStream(tx, owner, stream) : []
      const more = moreThan(here, written)
      already += written.length - more.length
      const to = more.at(-1)
      if (to === undefined) continue
      const from = here.at(-1) ?? CHAIN_START
      moves.push({ owner, stream, type: types.get(stream) ?? '', from, to })
      fresh.push(...more)
    }
  }
  if (fresh.length > 0) await keep(log, tx, moves, fresh, arriving)
  return { added: fresh.length, already }
}

/** What is written beyond what is here. Throws `Refused` where the two are not the same. */
function moreThan(
  here: readonly StoredFact[],
  written: readonly StoredFact[],
): readonly StoredFact[] {
  const shared = Math.min(here.length, written.length)
  for (let index = 0; index < shared; index += 1) {
    const one = here[index] as StoredFact
    if (written[index]?.digest === one.digest) continue
    throw new Refused(refuse(refusals.streamDiffers, { stream: one.stream, place: one.place }))
  }
  return written.slice(here.length)
}

async function keep(
  log: Log,
  tx: Tx,
  moves: readonly Move[],
  fresh: readonly StoredFact[],
  arriving: Arriving,
): Promise<void> {
  const odd = (what: string) => new Refused(refuse(refusals.archiveBroken, { what }))
  for (const { kind } of fresh) {
    if (!log.kinds.has(kind)) throw odd(`this version does not know the kind ${kind}`)
  }
  for (const { type, stream } of moves) {
    if (!log.streams.has(type)) throw odd(`stream ${stream} is of no type that is known here`)
  }
  const facts = unsealAll(log.kinds, fresh)
  const strange = facts.find(({ kind, body }) => log.kinds.get(kind)?.check(body) !== null)
  if (strange !== undefined) {
    const { stream, place } = strange
    throw odd(`stream ${stream}, place ${place}: it is not in the form of its kind`)
  }
  await arriving.check(tx, facts)
  await appendFacts(tx, moves, fresh)
  await project(tx, log.projections, facts)
}
