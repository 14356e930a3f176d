// One PostgreSQL server process: launched, found again, asked whether it is up, stopped.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, spawnOptions } from './postgres-binaries.ts'
import { clusterOf, USER } from './postgres-data.ts'
import { codeOf, processStarted } from './postgres-lock.ts'

export type PostgresConnection = {
  /** The folder of the socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password?: string
}

export type Postmaster = { readonly pid: number; isRunning(): boolean }

/** A server that we launched; `lastWords`: the end of what it wrote to its log, 4,000 bytes. */
export type Launched = Postmaster & { lastWords(): Promise<string> }

const PORT = 5432

/** How the one database is reached through the socket in a folder. */
export const connectionIn = (socketFolder: string): PostgresConnection => ({
  host: socketFolder,
  port: PORT,
  user: USER,
  database: USER,
})

// Durable before all; sized for a machine of two cores. The log never holds a statement, a value
// or an error's text: `log` leaves errors out, `terse` the details, which can quote a row.
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  max_connections: '60',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // One server and no copy of it elsewhere: the least to write.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Parallel plans need shared memory that containers give sparingly, and win little on two cores.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_lock_waits: 'off',
  log_temp_files: '-1',
}

/** Launches a server in a session of its own: it outlives us, and Ctrl-C does not reach it. */
export async function launch(
  binaries: Binaries,
  dataDir: string,
  socketFolder: string,
): Promise<Launched> {
  const settings = { ...SETTINGS, unix_socket_directories: `"${socketFolder}"` }
  const [file = '', ...args] = [
    ...binaries.runner.before,
    join(binaries.folder, 'bin', 'postgres'),
    '-D',
    clusterOf(dataDir),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const { path, length } = await freshLog(dataDir)
  const log = openSync(path, 'a', 0o600)
  try {
    const child = spawn(file, args, {
      ...spawnOptions(binaries.runner),
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    return { ...(await begun(child)), lastWords: () => readFrom(path, length) }
  } finally {
    closeSync(log)
  }
}

function begun(child: ChildProcess): Promise<Postmaster> {
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('spawn', () => {
      const { pid } = child
      if (pid !== undefined) done(postmaster(pid))
    })
  })
}

function postmaster(pid: number): Postmaster {
  const started = processStarted(pid)
  return { pid, isRunning: () => started !== null && processStarted(pid) === started }
}

const LONGEST_LOG_BYTES = 4_000_000

/** The log's path and length; a long one is put aside, and the one before it goes. */
async function freshLog(dataDir: string): Promise<{ path: string; length: number }> {
  const path = join(dataDir, 'postgres.log')
  const found = await stat(path).catch(() => null)
  if (found === null || found.size <= LONGEST_LOG_BYTES) return { path, length: found?.size ?? 0 }
  await rename(path, `${path}.1`)
  return { path, length: 0 }
}

async function readFrom(path: string, begin: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const from = Math.max(begin, size - 4_000)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

export type Found = Postmaster & {
  /** Null while the server has not written it yet. */
  readonly socketFolder: string | null
}

/**
 * The server that runs on the data folder, whoever started it; null when there is none.
 * @source PostgreSQL manual, `postmaster.pid`: process, folder, start, port, socket folder, …
 */
export async function findServer(dataDir: string): Promise<Found | null> {
  const lines = await pidFile(dataDir)
  const pid = Number(lines?.[0])
  if (lines === null || !(pid > 0)) return null
  const linux = process.platform === 'linux'
  const ours = linux ? worksIn(pid, await realCluster(dataDir)) : startedAt(pid, Number(lines[2]))
  if (!ours) return null
  return { ...postmaster(pid), socketFolder: lines[4] || null }
}

async function pidFile(dataDir: string): Promise<string[] | null> {
  try {
    return (await readFile(join(clusterOf(dataDir), 'postmaster.pid'), 'utf8')).split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** PostgreSQL's folder as its processes see it: an operator may have put it on another disk. */
const realCluster = (dataDir: string): Promise<string> =>
  realpath(clusterOf(dataDir)).catch(() => clusterOf(dataDir))

/** Whether a process is one of PostgreSQL's and works in this folder: each changes into its own. */
function worksIn(pid: number, cluster: string): boolean {
  if (processStarted(pid) === null) return false
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

/** Where there is no /proc: a program of that name that started when the file says so. */
function startedAt(pid: number, second: number): boolean {
  try {
    const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' }
    const ask = ['-o', 'lstart=,comm=', '-p', String(pid)]
    const line = execFileSync('ps', ask, { encoding: 'utf8', env }).trim()
    const started = Date.parse(`${line.slice(0, 24)} UTC`) / 1000
    return /postgres$/.test(line) && Math.abs(started - second) < 10
  } catch {
    return false
  }
}

/**
 * Clears away what a server that died left behind: its last children, which hold its memory,
 * and its own lock files when the number in them has gone to another process.
 * Only for the holder of the lock. Stops early when a server turns out to be running.
 */
export async function clearRemains(dataDir: string, socketFolder: string): Promise<void> {
  if (process.platform !== 'linux') return
  const cluster = await realCluster(dataDir)
  const begun = Date.now()
  for (let left = childrenIn(cluster); left.length > 0; left = childrenIn(cluster)) {
    if ((await findServer(dataDir)) !== null || Date.now() - begun > 10_000) return
    if (Date.now() - begun > 3_000) for (const pid of left) endNow(pid)
    await sleep(50)
  }
  for (const file of [
    join(cluster, 'postmaster.pid'),
    join(socketFolder, `.s.PGSQL.${PORT}.lock`),
  ]) {
    const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
    if (pid > 0 && exists(pid)) await rm(file, { force: true })
  }
}

/** Whether the number belongs to any process, even one that has ended and was not collected. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const childrenIn = (cluster: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, cluster))

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went by itself.
  }
}

export type Answer = 'up' | 'starting' | 'down'

/** Asks the server by connecting; makes the database the first time. */
export async function ask(connection: PostgresConnection): Promise<Answer> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return 'up'
  } catch (error) {
    await client.end().catch(() => {})
    const code = codeOf(error)
    if (code === '3D000') return makeDatabase(connection)
    // 57P03: still starting; 53300: every connection is taken.
    if (code === '57P03') return 'starting'
    return code === '53300' ? 'up' : 'down'
  }
}

async function makeDatabase(connection: PostgresConnection): Promise<Answer> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`create database ${pg.escapeIdentifier(connection.database)}`)
    return 'up'
  } catch (error) {
    return codeOf(error) === '42P04' ? 'up' : 'starting'
  } finally {
    await client.end().catch(() => {})
  }
}

/** Stops a server: no new work, what runs is rolled back, everything on disk; then waits. */
export async function stopServer(server: Postmaster, patienceMs = 60_000): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!server.isRunning()) return
    try {
      process.kill(server.pid, signal)
    } catch {
      return
    }
    const deadline = Date.now() + patience
    while (server.isRunning() && Date.now() < deadline) await sleep(10)
  }
}
