// What the tests of the embedded database need: processes that keep one, and folders made quickly.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { PostgresConnection } from '../../src/plumbing/postgres-server.ts'

export const isRoot = process.getuid?.() === 0

const KEEPER = join(import.meta.dirname, 'embedded-postgres-keeper.ts')

/** What a keeper said: an event's name, a refusal's code, or the connection it opened. */
export type Said = {
  event?: string
  process?: number
  because?: string
  pauseMs?: number
  refused?: string
  says?: string
  next?: string
  opened?: PostgresConnection
  owned?: boolean
  stopped?: boolean
}

export type Keeper = {
  readonly child: ChildProcess
  readonly lines: Said[]
  /** The first line that opened or refused. */
  readonly outcome: Promise<Said>
  until(event: string): Promise<Said>
  stop(): Promise<void>
  kill(): Promise<void>
}

const scratch: string[] = []
const keepers: Keeper[] = []

/** A folder of its own, named so that spaces are always met. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coproduce test '))
  chmodSync(folder, 0o755)
  scratch.push(folder)
  return join(folder, 'data')
}

/** Starts a process that opens the data folder as told. */
export function keeper(
  options: {
    dataDir: string
    own: 'serve' | 'command'
    address?: string
    binaries?: string
    patienceMs?: number
  },
  as: { uid?: number; gid?: number; env?: Record<string, string> } = {},
): Keeper {
  const { env, ...user } = as
  const child = spawn(process.execPath, [KEEPER, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    ...user,
  })
  const lines: Said[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const one of waiting) one()
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line))
    wake()
  })
  const gone = once(child, 'close').then(wake)
  const find = async (wanted: (line: Said) => boolean): Promise<Said> => {
    for (;;) {
      const found = lines.find(wanted)
      if (found !== undefined) return found
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`The keeper ended: ${JSON.stringify(lines)}`)
      }
      await new Promise<void>((done) => waiting.add(done))
    }
  }
  const made: Keeper = {
    child,
    lines,
    outcome: find((line) => line.opened !== undefined || line.refused !== undefined),
    until: (event) => find((line) => line.event === event),
    async stop() {
      child.stdin.write('stop\n')
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
  made.outcome.catch(() => {})
  keepers.push(made)
  return made
}

/** Runs one statement and returns its rows. */
export async function query(
  connection: PostgresConnection,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The first column of the first row, as text. */
export async function value(connection: PostgresConnection, sql: string): Promise<string> {
  const [row] = await query(connection, sql)
  return String(Object.values(row ?? {})[0])
}

/** The process of the server on a data folder, from its own file. */
export const serverOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)

let template: string | null = null

/** A copy of a data folder made before, so that a test need not wait for a new one. */
export async function readyFolder(): Promise<string> {
  if (template === null) {
    const first = newFolder()
    const made = keeper({ dataDir: first, own: 'serve' })
    await made.outcome
    await made.stop()
    template = first
  }
  const dataDir = newFolder()
  mkdirSync(dataDir, { mode: 0o700 })
  execFileSync('cp', ['-a', join(template, 'postgres'), join(dataDir, 'postgres')])
  return dataDir
}

/** Ends every process and removes every folder that a test made. */
export async function clearAway(): Promise<void> {
  for (const one of keepers) {
    if (one.child.exitCode === null && one.child.signalCode === null) await one.kill()
  }
  for (const folder of scratch) {
    const dataDir = join(folder, 'data')
    if (existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) endServer(serverOf(dataDir))
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

function endServer(pid: number): void {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    if (name === 'postgres') process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended.
  }
}
