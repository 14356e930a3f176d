// Export: everything an owner has, as one archive that anyone can check.
import { pack } from 'tar-stream'
import { canonicalText, type Id, ok, type Result, refuse } from '../../basics/index.ts'
import { EPOCH, type Querier, type SigningKey, sha256 } from '../../plumbing/index.ts'
import { ARCHIVE_FORMAT, factLine, type Manifest } from '../domain/archive.ts'
import { refusals } from '../domain/refusals.ts'
import { type HeadRow, readHeads, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'

/** The id, where anything is kept under it. Refuses with `owner-unknown`. */
export async function knownOwner(log: Pick<Log, 'db'>, owner: Id): Promise<Result<Id>> {
  const heads = await readHeads(log.db, owner)
  return heads.length > 0 ? ok(owner) : refuse(refusals.ownerUnknown)
}

/**
 * Writes the archive as a stream of bytes: `facts/<stream>.ndjson`, `files/<digest>`, then
 * `manifest.json` and `manifest.sig`. Only streams that `wanted` accepts are written.
 */
export async function* exportStreams(
  log: Pick<Log, 'db' | 'files' | 'clock'>,
  key: SigningKey,
  owner: Id,
  wanted: (head: HeadRow) => boolean = () => true,
): AsyncGenerator<Uint8Array> {
  const archive = pack()
  const written = log.db
    .transaction((tx) => write(log, tx, key, owner, wanted, archive), 'read')
    .catch((error) => archive.destroy(error))
  for await (const chunk of archive) yield chunk as Uint8Array
  await written
}

async function write(
  log: Pick<Log, 'files' | 'clock'>,
  tx: Querier,
  key: SigningKey,
  owner: Id,
  wanted: (head: HeadRow) => boolean,
  archive: ReturnType<typeof pack>,
): Promise<void> {
  const add = (name: string, body: string | Uint8Array) =>
    new Promise<void>((done, failed) =>
      archive.entry({ name, mtime: EPOCH }, Buffer.from(body as string), (error) =>
        error ? failed(error) : done(),
      ),
    )
  const streams: Manifest['streams'][number][] = []
  const digests: string[] = []
  let count = 0
  for (const head of (await readHeads(tx, owner)).filter(wanted)) {
    const facts = await readStream(tx, owner, head.stream)
    const text = facts.map((fact) => `${factLine(fact)}\n`).join('')
    digests.push(sha256(text))
    count += facts.length
    streams.push({
      stream: head.stream,
      type: head.type,
      facts: facts.length,
      head: head.digest,
    })
    await add(`facts/${head.stream}.ndjson`, text)
  }
  const files = []
  for (const digest of await log.files.list(owner)) {
    const bytes = await log.files.read(owner, digest)
    if (bytes === null) throw new Error(`The file ${digest} is not as it was kept`)
    files.push({ digest, bytes: bytes.length })
    await add(`files/${digest}`, bytes)
  }
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    owner,
    at: log.clock.now(),
    streams,
    facts: { sha256: sha256(digests.join('')), count },
    files,
    key: key.publicKey,
  }
  const text = canonicalText(manifest)
  if (!text.ok) throw new Error(text.refusal.says)
  await add('manifest.json', text.value)
  await add('manifest.sig', key.sign(text.value))
  archive.finalize()
}
