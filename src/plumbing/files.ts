// Files kept by what is in them: a folder an owner, a file a digest; written whole or not at all.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ok, type Result, refuse } from '../basics/index.ts'
import { sha256 } from './chance.ts'
import { refusals } from './refusals.ts'

export type FileStore = {
  readonly folder: string
  /** Keeps the bytes and returns their SHA-256 digest in hexadecimal. */
  keep(owner: string, bytes: Uint8Array): Promise<string>
  /** The bytes, or null when there are none by that digest or they have been changed on disk. */
  read(owner: string, digest: string): Promise<Uint8Array | null>
  stream(owner: string, digest: string): Readable
  remove(owner: string, digest: string): Promise<void>
  list(owner: string): Promise<string[]>
}

const OWNER = /^[0-9a-f-]{36}$/
const DIGEST = /^[0-9a-f]{64}$/

/** Opens the store in `folder`; owners and digests of any other form are refused by throwing. */
export function openFiles(folder: string, salt: () => string): FileStore {
  const pathOf = (owner: string, digest: string): string => {
    if (!OWNER.test(owner) || !DIGEST.test(digest)) throw new TypeError('Not an owner and a digest')
    return join(folder, owner.slice(-2), owner, digest)
  }
  return {
    folder,
    async keep(owner, bytes) {
      const digest = sha256(bytes)
      const path = pathOf(owner, digest)
      const known = await stat(path).catch(() => null)
      if (known?.size === bytes.length) return digest
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const half = `${path}.${salt()}`
      await writeThrough(half, bytes)
      await rename(half, path)
      await syncFolder(join(path, '..'))
      return digest
    },
    async read(owner, digest) {
      const bytes = await readFile(pathOf(owner, digest)).catch(() => null)
      return bytes !== null && sha256(bytes) === digest ? bytes : null
    },
    stream: (owner, digest) => createReadStream(pathOf(owner, digest)),
    remove: (owner, digest) => rm(pathOf(owner, digest), { force: true }),
    async list(owner) {
      const names = await readdir(join(pathOf(owner, '0'.repeat(64)), '..')).catch(() => [])
      return names.filter((name) => DIGEST.test(name)).sort()
    },
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/**
 * Writes a file whole or not at all: beside its place first, then moved there. Gives the bytes
 * written; refuses with `file-not-written` (no room, no such folder, not allowed).
 */
export async function writeWhole(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Result<number>> {
  const half = `${path}.part`
  try {
    const file = await open(half, 'wx', 0o600)
    let written = 0
    try {
      for await (const chunk of content) {
        await file.writeFile(chunk)
        written += chunk.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(half, path)
    return ok(written)
  } catch (error) {
    const why = (error as { code?: string }).code ?? ''
    if (why !== 'EEXIST') await rm(half, { force: true }).catch(() => {})
    if (!(why in NOT_WRITTEN)) throw error
    return refuse(refusals.fileNotWritten, { path, why: NOT_WRITTEN[why] ?? '' })
  }
}

/**
 * Writes content into a file of no name, to be read once: whatever happens, nothing of it stays.
 * `folder` is where there is room for it; `salt` sets two at once apart.
 */
export async function spool(
  folder: string,
  salt: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: Readable; readonly size: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `.spool-${salt}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await rm(path)
    let size = 0
    for await (const chunk of content) {
      await file.writeFile(chunk)
      size += chunk.length
    }
    return { bytes: file.createReadStream({ start: 0, highWaterMark: 1 << 18 }), size }
  } catch (error) {
    await file.close()
    throw error
  }
}

const NOT_WRITTEN: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'its folder does not exist',
  EACCES: 'we may not write there',
  EROFS: 'the disk can only be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  ENAMETOOLONG: 'its name is too long',
  EPERM: 'we may not write there',
  EEXIST: 'another command is writing it',
}

/** The text of a file. Refuses with `file-not-read`. */
export async function readText(path: string): Promise<Result<string>> {
  try {
    return ok(await readFile(path, 'utf8'))
  } catch (error) {
    const why = NOT_READ[(error as { code?: string }).code ?? '']
    if (why === undefined) throw error
    return refuse(refusals.fileNotRead, { path, why })
  }
}

/**
 * The bytes of a file from its beginning, each time they are asked for, once it is known that
 * they can be read. Refuses with `file-not-read`.
 */
export async function readBytes(path: string): Promise<Result<() => Readable>> {
  try {
    const file = await open(path, 'r')
    const isFile = (await file.stat()).isFile()
    await file.close()
    if (isFile) return ok(() => createReadStream(path, { highWaterMark: 1 << 20 }))
    return refuse(refusals.fileNotRead, { path, why: 'it is not a file' })
  } catch (error) {
    const why = NOT_READ[(error as { code?: string }).code ?? '']
    if (why === undefined) throw error
    return refuse(refusals.fileNotRead, { path, why })
  }
}

/**
 * The bytes of a file that is not larger than so many megabytes of 1,048,576 bytes; a larger one
 * is not opened. Refuses with `file-not-read`, `file-too-large`.
 */
export async function readWhole(path: string, megabytes: number): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > megabytes * 1_048_576) return refuse(refusals.fileTooLarge, { path, megabytes })
    return ok(await readFile(path))
  } catch (error) {
    const why = NOT_READ[(error as { code?: string }).code ?? '']
    if (why === undefined) throw error
    return refuse(refusals.fileNotRead, { path, why })
  }
}

const NOT_READ: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'its name is too long',
  EACCES: 'we may not read it',
  EPERM: 'we may not read it',
  EISDIR: 'it is a folder',
  EIO: 'the disk does not answer',
}
