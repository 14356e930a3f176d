// The archive of a backup: one tar file whose last entry seals every byte before it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'
import { ok, type Result, refuse } from '../basics/index.ts'
import { refusals } from './refusals.ts'

const BLOCK = 512
const END = Buffer.alloc(2 * BLOCK)
const SEAL = 'seal.json'
const MANIFEST = 'manifest.json'
/** The seal's header, its one block, and the end mark of tar. */
const SEAL_LENGTH = 2 * BLOCK + END.length

type Seal = { readonly sha256: string; readonly manifestAt: number; readonly manifestBytes: number }

export type ArchiveWriter = {
  /** Adds one entry; `name` is plain ASCII of at most 100 characters. */
  add(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Writes the manifest and the seal, and everything to the disk; returns the length in bytes. */
  seal(manifest: unknown): Promise<number>
}

/** Writes an archive to an open file, which the caller closes. */
export function writeArchive(file: FileHandle): ArchiveWriter {
  const digest = createHash('sha256')
  let length = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    digest.update(bytes)
    length += bytes.length
    for (let done = 0; done < bytes.length; ) {
      done += (await file.write(bytes, done)).bytesWritten
    }
  }
  const add: ArchiveWriter['add'] = async (name, size, bytes) => {
    for await (const piece of entry(name, size, bytes)) await write(piece)
  }
  return {
    add,
    async seal(manifest) {
      const manifestAt = length + BLOCK
      const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
      await add(MANIFEST, text.length, Readable.from([text]))
      const sha256 = digest.copy().digest('hex')
      await write(await sealed({ sha256, manifestAt, manifestBytes: text.length }))
      await file.sync()
      return length
    },
  }
}

/** The bytes of one entry: header, content, and zeros up to a whole block. */
async function* entry(
  name: string,
  size: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const pack = tar.pack()
  const sink = pack.entry({ name, size, mode: 0o600, mtime: new Date(0) })
  const filled = pipeline(content, sink).then(() => pack.finalize())
  filled.catch((error: Error) => pack.destroy(error))
  let left = BLOCK + Math.ceil(size / BLOCK) * BLOCK
  for await (const piece of pack as AsyncIterable<Uint8Array>) {
    const part = piece.subarray(0, left)
    left -= part.length
    if (part.length > 0) yield part
  }
  await filled
}

async function sealed(seal: Seal): Promise<Buffer> {
  const text = Buffer.from(JSON.stringify(seal))
  const pieces: Uint8Array[] = []
  for await (const piece of entry(SEAL, text.length, Readable.from([text]))) pieces.push(piece)
  return Buffer.concat([...pieces, END])
}

export type ArchiveReader = {
  readonly manifest: unknown
  /** Every entry before the manifest, in order; each must be read to its end. */
  entries(): AsyncGenerator<{ name: string; size: number; bytes: AsyncIterable<Uint8Array> }>
}

/**
 * Opens an archive after reading it whole: one byte added, lost or changed breaks the seal.
 * Refuses with `archive-missing`, `archive-cut-short` and `archive-altered`.
 */
export async function openArchive(path: string): Promise<Result<ArchiveReader>> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return refuse(refusals.archiveMissing, { file: path })
  try {
    const { size } = await file.stat()
    if (size < SEAL_LENGTH) return refuse(refusals.archiveCutShort, { file: path })
    const tail = await readAt(file, size - SEAL_LENGTH, SEAL_LENGTH)
    const seal = readSeal(tail)
    if (seal === null) return refuse(refusals.archiveCutShort, { file: path })
    const altered = refuse(refusals.archiveAltered, { file: path, part: 'its seal is broken' })
    if (!tail.equals(await sealed(seal))) return altered
    const digest = createHash('sha256')
    const body = createReadStream(path, { end: size - SEAL_LENGTH - 1, highWaterMark: 1 << 20 })
    for await (const piece of body) digest.update(piece)
    if (digest.digest('hex') !== seal.sha256) return altered
    const text = await readAt(file, seal.manifestAt, seal.manifestBytes)
    const end = seal.manifestAt - BLOCK - 1
    return ok({ manifest: JSON.parse(text.toString('utf8')), entries: () => entriesOf(path, end) })
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** The seal at the end of the file; null when something else is there. */
function readSeal(tail: Buffer): Seal | null {
  const name = tail.toString('latin1', 0, SEAL.length)
  if (name !== SEAL) return null
  const text = tail.toString('utf8', BLOCK, 2 * BLOCK).replace(/\0+$/, '')
  try {
    const { sha256, manifestAt, manifestBytes } = JSON.parse(text) as Seal
    return { sha256, manifestAt, manifestBytes }
  } catch {
    return { sha256: '', manifestAt: 0, manifestBytes: 0 }
  }
}

async function* entriesOf(path: string, end: number): ReturnType<ArchiveReader['entries']> {
  if (end < 0) return
  const extract = tar.extract()
  const read = pipeline(createReadStream(path, { end, highWaterMark: 1 << 20 }), extract)
  read.catch(() => {})
  for await (const one of extract) {
    yield {
      name: one.header.name,
      size: one.header.size ?? 0,
      bytes: one as AsyncIterable<Uint8Array>,
    }
  }
  await read
}
