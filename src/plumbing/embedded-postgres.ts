// The embedded PostgreSQL: one server a data folder, kept up while we run, found again after us.
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok, type Result, refuse } from '../basics/index.ts'
import { type Binaries, findBinaries } from './postgres-binaries.ts'
import {
  ownerOfCluster,
  prepareCluster,
  prepareDataDir,
  prepareSocketFolder,
  refusalOfSystem,
  refuseByWords,
} from './postgres-data.ts'
import { type Holder, holderOf, type Lock, takeLock, type Use } from './postgres-lock.ts'
import {
  ask,
  clearRemains,
  connectionIn,
  findServer,
  launch,
  type PostgresConnection,
  type Postmaster,
  stopServer,
} from './postgres-server.ts'
import { refusals } from './refusals.ts'

export { recordAddress } from './postgres-lock.ts'
export type { PostgresConnection } from './postgres-server.ts'

export type RunningPostgres = {
  readonly connection: PostgresConnection
  /** Whether stopping it is ours to do: false when a running `serve` keeps it. */
  readonly owned: boolean
  /** Stops the server and gives up the folder; does nothing when it is not ours. */
  stop(): Promise<void>
  /** Resolves as soon as the server answers, at once or after a crash. */
  whenUp(): Promise<void>
}

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly own: Use
  log(event: string, detail?: Record<string, unknown>): void
  /** The folder with `bin`, `lib` and `share`; else that of the installed package. */
  readonly binaries?: string
  /** How long to wait for another process to make room or to answer. */
  readonly patienceMs?: number
}

/** Recovery after a crash reads at most 2 GB of log: minutes on a slow disk. */
const LONGEST_START_MS = 600_000

/**
 * Opens the database of a data folder: joins the running one, adopts one that lost its keeper,
 * or starts one. Unix socket only.
 * Refuses with `already-running`, `command-running`, `database-not-answering`,
 * `data-folder-out-of-reach`, `data-folder-full`, `data-folder-of-another-user`,
 * `data-folder-of-another-version`, `data-folder-not-postgres`, `postgres-missing`,
 * `postgres-does-not-run`, `postgres-as-root`, `postgres-would-not-start` and `socket-folder`.
 */
export async function openEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Result<RunningPostgres>> {
  try {
    const dataDir = await prepareDataDir(options.dataDir)
    return await joinOrKeep({ ...options, dataDir })
  } catch (error) {
    const refusal = refusalOfSystem(error, options.dataDir)
    if (refusal === null) throw error
    return { ok: false, refusal }
  }
}

async function joinOrKeep(options: EmbeddedOptions): Promise<Result<RunningPostgres>> {
  const { dataDir: folder, own, patienceMs = 30_000 } = options
  const deadline = Date.now() + patienceMs
  for (;;) {
    const turn = await takeLock(folder, own)
    if ('lock' in turn) return keep(options, turn.lock)
    const { heldBy } = turn
    const { pid, address } = heldBy
    if (heldBy.use === 'serve' && own === 'serve') {
      const where = address === null ? 'it is just starting' : `it serves ${address}`
      return refuse(refusals.alreadyRunning, { folder, pid, where })
    }
    if (heldBy.use === 'serve') {
      const guest = await join(options, heldBy)
      if (guest !== null) return ok(guest)
    }
    if (Date.now() > deadline) {
      const serving = heldBy.use === 'serve'
      const kind = serving ? refusals.databaseNotAnswering : refusals.commandRunning
      return refuse(kind, { folder, pid })
    }
    await sleep(100)
  }
}

/** Connects to the server that a running `serve` keeps; null while it does not answer. */
async function join(
  { dataDir, patienceMs = 30_000 }: EmbeddedOptions,
  { socketFolder }: Holder,
): Promise<RunningPostgres | null> {
  if (socketFolder === null) return null
  const connection = connectionIn(socketFolder)
  if ((await ask(connection)) !== 'up') return null
  return {
    connection,
    owned: false,
    stop: async () => {},
    async whenUp() {
      const deadline = Date.now() + patienceMs
      while ((await ask(connection)) !== 'up') {
        const gone = (await holderOf(dataDir)) === null
        if (gone || Date.now() > deadline) throw new Error('The database is not kept any more')
        await sleep(50)
      }
    },
  }
}

async function keep(options: EmbeddedOptions, lock: Lock): Promise<Result<RunningPostgres>> {
  try {
    const kept = await startOrAdopt(options, lock)
    if (!kept.ok) await lock.release()
    return kept
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function startOrAdopt(
  options: EmbeddedOptions,
  lock: Lock,
): Promise<Result<RunningPostgres>> {
  const { dataDir, log } = options
  const owner = await ownerOfCluster(dataDir)
  const binaries = await findBinaries(dataDir, owner, options.binaries)
  if (!binaries.ok) return binaries
  const cluster = await prepareCluster(binaries.value, dataDir)
  if (!cluster.ok) return cluster
  const place = await prepareSocketFolder(dataDir, binaries.value.runner)
  if (!place.ok) return place
  const socketFolder = place.value
  await lock.recordSocket(socketFolder)
  const ended = new AbortController()
  const site = { dataDir, socketFolder, binaries: binaries.value, log, ended: ended.signal }
  const server = await start(site)
  return server.ok ? ok(supervise(site, server.value, lock, ended)) : server
}

type Site = {
  readonly dataDir: string
  readonly socketFolder: string
  readonly binaries: Binaries
  log(event: string, detail?: Record<string, unknown>): void
  /** Fires when we are to stop. */
  readonly ended: AbortSignal
}

/**
 * A server that lost its keeper, once it answers: it may be in the middle of its recovery.
 * One that is going down, or that listens in a folder no longer ours, is seen off first: null.
 */
async function adopt({ dataDir, socketFolder, log, ended }: Site): Promise<Postmaster | null> {
  const deadline = Date.now() + LONGEST_START_MS
  let unreachable = 0
  let pause = 10
  for (;;) {
    const found = await findServer(dataDir)
    if (found === null) return null
    const elsewhere = found.socketFolder !== null && found.socketFolder !== socketFolder
    const answer = elsewhere ? 'down' : await ask(connectionIn(socketFolder))
    if (answer === 'up' || ended.aborted) return found
    unreachable = answer === 'starting' ? 0 : unreachable + 1
    if (elsewhere || unreachable > 30 || Date.now() > deadline) {
      log('database-replaced', { process: found.pid })
      await stopServer(found)
      return null
    }
    pause = await rest(pause)
  }
}

/** Adopts the server there is, or starts one and waits until it answers. */
async function start(site: Site): Promise<Result<Postmaster>> {
  const { dataDir, socketFolder, binaries, log } = site
  await clearRemains(dataDir, socketFolder)
  const adopted = await adopt(site)
  if (adopted !== null) {
    log('database-adopted', { process: adopted.pid })
    return ok(adopted)
  }
  const server = await launch(binaries, dataDir, socketFolder)
  let pause = 10
  const deadline = Date.now() + LONGEST_START_MS
  while (Date.now() < deadline && !site.ended.aborted) {
    if ((await ask(connectionIn(socketFolder))) === 'up') {
      log('database-started', { process: server.pid })
      return ok(server)
    }
    if (!server.isRunning()) return refuseByWords(await server.lastWords(), dataDir)
    pause = await rest(pause)
  }
  await stopServer(server)
  return refuseByWords('', dataDir)
}

/** Waits, and says how long to wait the next time: each question is a line in the server's log. */
async function rest(pause: number): Promise<number> {
  await sleep(pause)
  return Math.min(pause * 1.2, 500)
}

const LONGEST_PAUSE_MS = 10_000
const WATCH_EVERY_MS = 200

/** Keeps the server up: whenever it is gone it is started again, at longer and longer pauses. */
function supervise(
  site: Site,
  first: Postmaster,
  lock: Lock,
  ended: AbortController,
): RunningPostgres {
  const connection = connectionIn(site.socketFolder)
  let server = first
  const revive = async (): Promise<void> => {
    for (let pause = 100; !ended.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const again = await start(site).catch((error) => {
        const refusal = refusalOfSystem(error, site.dataDir)
        return { ok: false as const, refusal: refusal ?? { code: String(error) } }
      })
      if (again.ok) {
        server = again.value
        return
      }
      site.log('database-not-restarted', { because: again.refusal.code, pauseMs: pause })
      await sleep(pause, undefined, { signal: ended.signal, ref: false }).catch(() => {})
    }
  }
  const watch = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await sleep(WATCH_EVERY_MS, undefined, { signal: ended.signal, ref: false }).catch(() => {})
      if (ended.signal.aborted || server.isRunning()) continue
      site.log('database-died', { process: server.pid })
      await revive()
    }
  }
  const watching = watch()
  let stopped: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    ended.abort()
    await watching
    await stopServer(server)
    await tidy(site)
    await lock.release()
    site.log('database-stopped')
  }
  return {
    connection,
    owned: true,
    stop: () => (stopped ??= stop()),
    async whenUp() {
      while ((await ask(connection)) !== 'up') {
        if (ended.signal.aborted) throw new Error('The database has been stopped')
        await sleep(20)
      }
    },
  }
}

/** Leaves nothing among the temporary files. */
async function tidy({ dataDir, socketFolder }: Site): Promise<void> {
  if (dirname(socketFolder) !== dataDir) await rm(socketFolder, { recursive: true, force: true })
}
