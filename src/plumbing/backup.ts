// A backup: every table and every file of an installation as they were at one moment.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { type Instant, ok, type Result, refuse } from '../basics/index.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { codeOf } from './postgres-lock.ts'
import { refusals } from './refusals.ts'
import {
  copyOut,
  type Digest,
  LEDGERS,
  listSequences,
  listTables,
  SESSION,
  type Sequence,
  type Table,
  type TableShape,
} from './table-copy.ts'

export const FORMAT = 1

/** A migration that had been run when the backup was made. */
export type MigrationRun = {
  readonly room: string
  readonly number: number
  readonly digest: string
}

export type TableEntry = TableShape & Digest & { readonly folder: string }

/** A file: its path in the folder of files, its length in bytes, the digest of what is in it. */
export type FileEntry = { readonly path: string; readonly bytes: number; readonly sha256: string }

export type Manifest = {
  readonly format: number
  readonly takenAt: Instant
  readonly migrations: readonly MigrationRun[]
  readonly tables: readonly TableEntry[]
  readonly sequences: readonly Sequence[]
  readonly files: readonly FileEntry[]
}

export type BackupSummary = {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that were no longer what their name says when they were read; kept as found. */
  readonly damagedFiles: readonly string[]
  /** The length of the archive. */
  readonly bytes: number
}

/**
 * Writes an archive of the database that `pool` reaches and of the folder of files, while
 * everything goes on. Either the whole archive is at `out` in the end, or nothing.
 * Refuses with `backup-exists`, `backup-folder` and `backup-no-space`.
 */
export async function backup(options: {
  readonly pool: pg.Pool
  readonly filesDir: string
  readonly out: string
  readonly now: Instant
}): Promise<Result<BackupSummary>> {
  const { pool, out } = options
  if (await exists(out)) return refuse(refusals.backupExists, { file: out })
  const draft = `${out}.unfinished`
  let file: FileHandle
  try {
    await rm(draft, { force: true })
    file = await open(draft, 'wx', 0o600)
  } catch (error) {
    return refuseWriting(error, out)
  }
  try {
    const client = await pool.connect()
    try {
      const summary = await write({ ...options, client }, writeArchive(file))
      await rename(draft, out)
      await syncFolder(dirname(out))
      return ok(summary)
    } finally {
      // The connection may be in the middle of a copy: it is closed rather than used again.
      client.release(true)
    }
  } catch (error) {
    return refuseWriting(error, out)
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
}

async function write(
  options: { client: pg.PoolClient; filesDir: string; now: Instant },
  archive: ArchiveWriter,
): Promise<BackupSummary> {
  const { client, filesDir, now } = options
  await client.query(`begin transaction isolation level repeatable read read only; ${SESSION}`)
  const migrations = await migrationsOf(client)
  const tables: TableEntry[] = []
  for (const table of await listTables(client)) {
    tables.push(await writeTable(client, archive, table, tables.length + 1))
  }
  const sequences = await listSequences(client)
  // A file is there before the fact that names it, so listing now misses none of the snapshot's.
  const { files, damagedFiles } = await writeFiles(archive, filesDir)
  await client.query('commit')
  const manifest = { format: FORMAT, takenAt: now, migrations, tables, sequences, files }
  const bytes = await archive.seal(manifest satisfies Manifest)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: tables.length, rows, files: files.length, damagedFiles, bytes }
}

/** What has been run to make the tables; none in a database that was never migrated. */
export async function migrationsOf(client: pg.ClientBase): Promise<MigrationRun[]> {
  const ledger = LEDGERS[0] ?? ''
  const there = await client.query('select to_regclass($1) is not null as there', [ledger])
  if (there.rows[0]?.there !== true) return []
  const run = await client.query<MigrationRun>(
    `select room, number, digest from ${ledger} order by room collate "C", number`,
  )
  return run.rows
}

/** An entry must say its length first, so rows are gathered into entries of about this length. */
const ENTRY_BYTES = 1_000_000

async function writeTable(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  table: Table,
  place: number,
): Promise<TableEntry> {
  const plainName = table.name.replace(/[^\w.-]/g, '_').slice(0, 60)
  const folder = `tables/${String(place).padStart(4, '0')}-${plainName}`
  let pieces: Buffer[] = []
  let bytes = 0
  let entries = 0
  const flush = async (): Promise<void> => {
    if (bytes === 0) return
    entries += 1
    await archive.add(`${folder}/${String(entries).padStart(6, '0')}`, bytes, Readable.from(pieces))
    pieces = []
    bytes = 0
  }
  const digest = await copyOut(client, table, async (piece) => {
    pieces.push(piece)
    bytes += piece.length
    if (bytes >= ENTRY_BYTES) await flush()
  })
  await flush()
  return { name: table.name, columns: table.columns, folder, ...digest }
}

async function writeFiles(archive: ArchiveWriter, filesDir: string) {
  const files: FileEntry[] = []
  const damagedFiles: string[] = []
  for (const path of await listFiles(filesDir)) {
    const found = await stat(join(filesDir, path)).catch(() => null)
    // It was erased a moment ago, and so were the rows that named it.
    if (found === null) continue
    const digest = createHash('sha256')
    await archive.add(`files/${path}`, found.size, through(join(filesDir, path), digest))
    const sha256 = digest.digest('hex')
    files.push({ path, bytes: found.size, sha256 })
    if (DIGEST.test(basename(path)) && sha256 !== basename(path)) damagedFiles.push(path)
  }
  return { files, damagedFiles }
}

async function* through(path: string, digest: Hash): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(piece)
    yield piece
  }
}

const DIGEST = /^[0-9a-f]{64}$/
const KEY = /^\d{6}\.pem$/

/** The path of every whole file and key in the folder; half-written ones are left. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return found
    .filter((entry) => entry.isFile() && (DIGEST.test(entry.name) || KEY.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort()
}

function refuseWriting(error: unknown, out: string): Result<never> {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(refusals.backupNoSpace, { file: out })
  const why = REASONS[code]
  if (why === undefined) throw error
  return refuse(refusals.backupFolder, { file: out, why })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
