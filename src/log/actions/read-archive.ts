// Reading an archive: every fact, file and count of it checked before anything is believed.
import type { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { ok, type Result, refuse } from '../../basics/index.ts'
import { sha256, verifySignature } from '../../plumbing/index.ts'
import { type Manifest, readFactLine, readManifest } from '../domain/archive.ts'
import { type StoredFact, verifyStream } from '../domain/chain.ts'
import { refusals } from '../domain/refusals.ts'

export type Archive = {
  readonly manifest: Manifest
  readonly streams: ReadonlyMap<string, readonly StoredFact[]>
  readonly files: ReadonlyMap<string, Uint8Array>
}

// A person's whole record with its pictures stays well below; more is not read into memory.
const LIMIT_BYTES = 4 * 1024 ** 3

/** Reads and verifies an archive. Refuses with `archive-broken`, which names the first break. */
export async function readArchive(source: Readable): Promise<Result<Archive>> {
  const entries = new Map<string, Buffer>()
  const unpacked = extract()
  source.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  let size = 0
  try {
    for await (const entry of unpacked) {
      const chunks: Buffer[] = []
      for await (const chunk of entry) {
        const bytes = chunk as Buffer
        size += bytes.length
        if (size > LIMIT_BYTES) return broken('it is larger than 4 GiB')
        chunks.push(bytes)
      }
      entries.set(entry.header.name, Buffer.concat(chunks))
    }
  } catch {
    return broken('it ends early or is no archive of ours')
  }
  return check(entries)
}

const broken = (what: string) => refuse(refusals.archiveBroken, { what })

function check(entries: ReadonlyMap<string, Buffer>): Result<Archive> {
  const text = entries.get('manifest.json')?.toString('utf8')
  const signature = entries.get('manifest.sig')?.toString('utf8')
  if (text === undefined || signature === undefined) return broken('its manifest is missing')
  const manifest = readManifest(verifySignature, { text, signature })
  if (manifest === null) return broken('its manifest does not carry the signature it names')
  const streams = checkStreams(manifest, entries)
  if (!streams.ok) return streams
  const files = checkFiles(manifest, entries)
  if (!files.ok) return files
  const expected = 2 + manifest.streams.length + manifest.files.length
  if (entries.size !== expected) return broken('it holds something the manifest does not name')
  return ok({ manifest, streams: streams.value, files: files.value })
}

function checkStreams(
  manifest: Manifest,
  entries: ReadonlyMap<string, Buffer>,
): Result<Map<string, StoredFact[]>> {
  const streams = new Map<string, StoredFact[]>()
  for (const { stream, facts: count, head } of manifest.streams) {
    const text = entries.get(`facts/${stream}.ndjson`)?.toString('utf8')
    if (text === undefined) return broken(`stream ${stream} is missing`)
    const facts: StoredFact[] = []
    for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
      const fact = readFactLine(line)
      const own = fact?.owner === manifest.owner && fact.stream === stream
      if (fact === null || !own) return broken(`stream ${stream}, line ${index + 1} is no fact`)
      facts.push(fact)
    }
    const verified = verifyStream(sha256, facts)
    if (verified.broken !== null) {
      const { place, why } = verified.broken
      return broken(`stream ${stream}, place ${place}: ${why}`)
    }
    if (facts.length !== count || verified.head.digest !== head) {
      return broken(`stream ${stream} does not end where the manifest says`)
    }
    streams.set(stream, facts)
  }
  const digests = manifest.streams.map(({ stream }) =>
    sha256(entries.get(`facts/${stream}.ndjson`) as Buffer),
  )
  return sha256(digests.join('')) === manifest.facts.sha256
    ? ok(streams)
    : broken('the facts are not those the manifest was signed over')
}

function checkFiles(
  manifest: Manifest,
  entries: ReadonlyMap<string, Buffer>,
): Result<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { digest } of manifest.files) {
    const bytes = entries.get(`files/${digest}`)
    if (bytes === undefined) return broken(`file ${digest} is missing`)
    if (sha256(bytes) !== digest) return broken(`file ${digest} has been changed`)
    files.set(digest, bytes)
  }
  return ok(files)
}
