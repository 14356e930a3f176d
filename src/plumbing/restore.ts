// Restoring a backup into an empty installation: all of it, proven, or nothing.
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { ok, type Refusal, type Result, refuse } from '../basics/index.ts'
import { type ArchiveReader, openArchive } from './archive.ts'
import {
  FORMAT,
  listFiles,
  type Manifest,
  type MigrationRun,
  migrationsOf,
  type TableEntry,
} from './backup.ts'
import { codeOf } from './postgres-lock.ts'
import { refusals } from './refusals.ts'
import {
  copyIn,
  copyOut,
  listSequences,
  listTables,
  SESSION,
  setSequence,
  type Table,
} from './table-copy.ts'

export type RestoreOptions = {
  /** The database, migrated and empty. */
  readonly pool: pg.Pool
  readonly filesDir: string
  readonly from: string
  /** Tables that an empty installation may hold rows in, `schema.table`: they are replaced. */
  readonly mayHold?: readonly string[]
  /** Brings an empty database to exactly these migrations, before anything is compared. */
  readonly migrateTo?: (migrations: readonly MigrationRun[]) => Promise<Result<unknown>>
}

export type RestoreSummary = Pick<Manifest, 'takenAt'> & {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/**
 * Puts an archive's rows and files into an empty installation, in one transaction that commits
 * only after every table has been read back and found equal.
 * Refuses with `archive-missing`, `archive-cut-short`, `archive-altered`,
 * `archive-of-other-format`, `archive-of-other-version`, `archive-does-not-fit`,
 * `restore-not-empty` and `restore-no-space`.
 */
export async function restore(options: RestoreOptions): Promise<Result<RestoreSummary>> {
  const { pool, from: file } = options
  const archive = await openArchive(file)
  if (!archive.ok) return archive
  const manifest = archive.value.manifest as Manifest
  if (manifest.format !== FORMAT) {
    return refuse(refusals.archiveOfOtherFormat, { file, found: manifest.format, expected: FORMAT })
  }
  const migrated = await options.migrateTo?.(manifest.migrations)
  if (migrated?.ok === false) return migrated
  const placed: string[] = []
  const client = await pool.connect()
  try {
    await client.query(`begin; ${SESSION}`)
    await restoreIn({ ...options, client, archive: archive.value, manifest, placed })
    await client.query('commit')
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { takenAt, tables, files } = manifest
    return ok({ takenAt, tables: tables.length, rows, files: files.length })
  } catch (error) {
    await client.query('rollback').catch(() => {})
    for (const path of placed) await rm(path, { force: true })
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    // 53100: the server's own disk is full.
    const full = ['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error))
    if (full) return refuse(refusals.restoreNoSpace, { file })
    throw error
  } finally {
    client.release(true)
  }
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refused: { readonly refusal: Refusal }) {
    super(refused.refusal.code)
    this.refusal = refused.refusal
  }
}

type Restoring = RestoreOptions & {
  readonly client: pg.PoolClient
  readonly archive: ArchiveReader
  readonly manifest: Manifest
  /** Every file placed so far, to be removed if the transaction does not commit. */
  readonly placed: string[]
}

async function restoreIn(restoring: Restoring): Promise<void> {
  const { client, manifest } = restoring
  const tables = await listTables(client)
  const names = tables.map((table) => table.name)
  if (names.length > 0) await client.query(`lock table ${names.join(', ')}`)
  await checkVersion(restoring)
  await checkEmpty(restoring, tables)
  await checkFit(restoring, tables)
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  await client.query('set constraints all deferred')
  const triggered = tables.filter((table) => table.hasTriggers)
  for (const { name } of triggered) {
    await client.query(`alter table ${name} disable trigger user`)
  }
  await load(restoring, tables)
  await client.query('set constraints all immediate')
  for (const { name } of triggered) await client.query(`alter table ${name} enable trigger user`)
  for (const sequence of manifest.sequences) await setSequence(client, sequence)
  await checkLoaded(restoring, tables)
  await freeJobs(client)
}

async function checkVersion({ client, manifest, from: file }: Restoring): Promise<void> {
  const here = await migrationsOf(client)
  const same = (one: MigrationRun) => (other: MigrationRun) =>
    one.room === other.room && one.number === other.number && one.digest === other.digest
  const unknown = manifest.migrations.find((one) => !here.some(same(one)))
  const extra = here.find((one) => !manifest.migrations.some(same(one)))
  const odd = unknown ?? extra
  if (odd === undefined) return
  const only = unknown === undefined ? 'only this installation has' : 'only the backup has'
  const difference = `${only} step ${odd.number} of ${odd.room} in that form`
  throw new Refused(refuse(refusals.archiveOfOtherVersion, { file, difference }))
}

async function checkEmpty(restoring: Restoring, tables: readonly Table[]): Promise<void> {
  const { client, manifest, filesDir, mayHold = [] } = restoring
  for (const { name } of tables) {
    if (mayHold.includes(name) || name.startsWith('graphile_worker.')) continue
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount !== 0) {
      throw new Refused(refuse(refusals.restoreNotEmpty, { what: `the table ${name}` }))
    }
  }
  // Files of this very backup may be left over from a restore that was cut off.
  const known = new Set(manifest.files.map((file) => file.path))
  const stranger = (await listFiles(filesDir)).find((path) => !known.has(path))
  if (stranger !== undefined) {
    throw new Refused(refuse(refusals.restoreNotEmpty, { what: `the folder ${filesDir}` }))
  }
}

async function checkFit(restoring: Restoring, tables: readonly Table[]): Promise<void> {
  const { client, manifest, from: file } = restoring
  const shapeOf = ({ columns }: Pick<Table, 'columns'>) =>
    JSON.stringify([...columns].sort(([a], [b]) => (a < b ? -1 : 1)))
  const wrong = (what: string) => new Refused(refuse(refusals.archiveDoesNotFit, { file, what }))
  for (const kept of manifest.tables) {
    const table = tables.find((one) => one.name === kept.name)
    if (table === undefined || shapeOf(table) !== shapeOf(kept)) throw wrong(`table ${kept.name}`)
  }
  const missing = tables.find((one) => !manifest.tables.some((kept) => kept.name === one.name))
  if (missing !== undefined) throw wrong(`table ${missing.name}`)
  const sequences = new Set((await listSequences(client)).map((one) => one.name))
  const lost = manifest.sequences.find((one) => !sequences.has(one.name))
  if (lost !== undefined) throw wrong(`sequence ${lost.name}`)
}

/** The table being filled, and what went wrong there first. */
type Sink = { readonly folder: string; readonly sink: Writable; trouble: unknown }

/** Reads the archive once: rows into their tables, files into their folder. */
async function load(restoring: Restoring, tables: readonly Table[]): Promise<void> {
  const { client, archive, manifest } = restoring
  const files = new Map(manifest.files.map((file) => [`files/${file.path}`, file]))
  let into: Sink | null = null
  try {
    for await (const { name, bytes } of archive.entries()) {
      const folder = dirname(name)
      if (into !== null && into.folder !== folder) {
        await ended(into.sink)
        into = null
      }
      const kept: TableEntry | undefined = manifest.tables.find((one) => one.folder === folder)
      const table: Table | undefined = tables.find((one) => one.name === kept?.name)
      const file = files.get(name)
      if (kept !== undefined && table !== undefined) {
        // The archive's own order of columns: here they may have been made in another.
        into ??= openSink(folder, copyIn(client, { ...table, columns: kept.columns }))
        for await (const piece of bytes) await written(into.sink, piece)
      } else if (file !== undefined) {
        await placeFile(restoring, file, bytes)
        files.delete(name)
      } else {
        throw altered(restoring, name)
      }
    }
    if (into !== null) await ended(into.sink)
  } catch (error) {
    into?.sink.destroy()
    throw into?.trouble ?? error
  }
  for (const lost of files.keys()) throw altered(restoring, lost)
}

function openSink(folder: string, sink: Writable): Sink {
  const opened: Sink = { folder, sink, trouble: null }
  sink.on('error', (error) => {
    opened.trouble ??= error
  })
  return opened
}

const written = (sink: Writable, piece: Uint8Array): Promise<void> =>
  new Promise((done, fail) => {
    sink.write(piece, (error) => (error ? fail(error) : done()))
  })

const ended = (sink: Writable): Promise<void> =>
  new Promise((done, fail) => {
    sink.once('error', fail)
    sink.end(() => done())
  })

const altered = ({ from: file }: Restoring, part: string): Refused =>
  new Refused(refuse(refusals.archiveAltered, { file, part: `${part} does not match its digest` }))

async function placeFile(
  restoring: Restoring,
  { path, sha256 }: Manifest['files'][number],
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const target = join(restoring.filesDir, path)
  if (path.split('/').includes('..')) throw altered(restoring, `files/${path}`)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const draft = `${target}.unfinished`
  restoring.placed.push(draft, target)
  const file = await open(draft, 'w', 0o600)
  const digest = createHash('sha256')
  try {
    for await (const piece of bytes) {
      digest.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (digest.digest('hex') !== sha256) throw altered(restoring, `files/${path}`)
  await rename(draft, target)
}

/** Reads every table back: what is about to be committed is what the manifest says. */
async function checkLoaded(restoring: Restoring, tables: readonly Table[]): Promise<void> {
  for (const kept of restoring.manifest.tables) {
    const table = tables.find((one) => one.name === kept.name)
    if (table === undefined) throw altered(restoring, kept.folder)
    const asKept = { ...table, columns: kept.columns }
    const { rows, sha256 } = await copyOut(restoring.client, asKept, () => {})
    if (rows !== kept.rows || sha256 !== kept.sha256) throw altered(restoring, kept.folder)
  }
}

/** Jobs that were being done when the backup was made are due again: their worker is gone. */
async function freeJobs(client: pg.ClientBase): Promise<void> {
  for (const name of ['_private_jobs', '_private_job_queues']) {
    const table = `graphile_worker.${name}`
    const there = await client.query('select to_regclass($1) is not null as there', [table])
    if (there.rows[0]?.there !== true) continue
    await client.query(
      `update ${table} set locked_at = null, locked_by = null where locked_at is not null`,
    )
  }
}
