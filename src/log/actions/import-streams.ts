// Import: an archive's streams taken in as they were written, ids, places and digests unchanged.
import { type Id, ok, type Result, refuse } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { CHAIN_START, type StoredFact } from '../domain/chain.ts'
import { refusals } from '../domain/refusals.ts'
import { unsealAll } from '../domain/seal.ts'
import { appendFacts, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'
import { project } from '../store/projection.ts'
import { actTogether, Refused } from './act.ts'
import type { Archive } from './read-archive.ts'

/**
 * Takes in a verified archive, whole or not at all, when one of the `trusted` public keys signed
 * it: anybody can write an archive that holds together and says what they like. A stream that is
 * here already is extended when the archive carries on from it.
 * Refuses with `key-not-trusted`, `stream-differs`, `archive-broken`.
 */
export async function importStreams(
  log: Log,
  archive: Archive,
  trusted: readonly string[],
): Promise<Result<{ added: number; already: number }>> {
  const { key } = archive.manifest
  if (!trusted.includes(key)) return refuse(refusals.keyNotTrusted, { key })
  const owner = archive.manifest.owner as Id
  const kinds = [...archive.streams.values()].flat().map((fact) => fact.kind)
  const unknown = kinds.find((kind) => !log.kinds.has(kind))
  if (unknown !== undefined) {
    return refuse(refusals.archiveBroken, {
      what: `this version does not know the kind ${unknown}`,
    })
  }
  const kept: string[] = []
  const before = new Set(await log.files.list(owner))
  for (const bytes of archive.files.values()) kept.push(await log.files.keep(owner, bytes))
  const done = await actTogether(log, async (tx) => {
    let added = 0
    let already = 0
    for (const { stream, type } of archive.manifest.streams) {
      const facts = archive.streams.get(stream) ?? []
      const counts = await takeIn(log, tx, owner, stream as Id, type, facts)
      added += counts.added
      already += counts.already
    }
    return { added, already }
  })
  if (done.ok) return ok(done.value)
  for (const digest of kept) if (!before.has(digest)) await log.files.remove(owner, digest)
  return done
}

async function takeIn(
  log: Log,
  tx: Tx,
  owner: Id,
  stream: Id,
  type: string,
  written: readonly StoredFact[],
): Promise<{ added: number; already: number }> {
  const here = await readStream(tx, owner, stream)
  const differs = here.find((fact, index) => written[index]?.digest !== fact.digest)
  if (differs !== undefined) {
    throw new Refused(refuse(refusals.streamDiffers, { stream, place: differs.place }))
  }
  const fresh = written.slice(here.length)
  const last = fresh.at(-1)
  if (last === undefined) return { added: 0, already: here.length }
  await appendFacts(
    tx,
    [{ owner, stream, type, from: here.at(-1) ?? CHAIN_START, to: last }],
    fresh,
  )
  const facts = unsealAll(log.kinds, fresh)
  const odd = facts.find(({ kind, body }) => log.kinds.get(kind)?.check(body) !== null)
  if (odd !== undefined) {
    const what = `stream ${stream}, place ${odd.place}: it is not in the form of its kind`
    throw new Refused(refuse(refusals.archiveBroken, { what }))
  }
  await project(tx, log.projections, facts)
  return { added: fresh.length, already: here.length }
}
