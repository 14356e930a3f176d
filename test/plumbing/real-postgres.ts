// A PostgreSQL server of the system's own programs, for tests that must hold on it as well.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const DEBIAN = '/usr/lib/postgresql'

export type SystemPostgres = {
  /** A superuser's address, `postgresql://postgres@localhost/postgres?host=…`. */
  readonly connectionString: string
  readonly major: number
  stop(): Promise<void>
}

/** The folder of the newest system programs from 15 on, or null. */
export function systemPrograms(): { folder: string; major: number } | null {
  if (!existsSync(DEBIAN)) return null
  const major = readdirSync(DEBIAN)
    .map(Number)
    .filter((one) => one >= 15 && existsSync(join(DEBIAN, String(one), 'bin', 'postgres')))
    .sort((a, b) => a - b)
    .at(-1)
  return major === undefined ? null : { folder: join(DEBIAN, String(major), 'bin'), major }
}

/** As root the programs refuse to run: a user namespace shows them an ordinary user. */
const BEFORE =
  process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] : []

/** Starts one in a temporary folder, on a Unix socket only; null where there are no programs. */
export async function startSystemPostgres(): Promise<SystemPostgres | null> {
  const found = systemPrograms()
  if (found === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-system-'))
  await chmod(folder, 0o700)
  const data = join(folder, 'data')
  const program = (name: string, args: string[]): [string, string[]] => {
    const [file = '', ...rest] = [...BEFORE, join(found.folder, name), ...args]
    return [file, rest]
  }
  await run(
    ...program('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ]),
  )
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off']
  const server = spawn(
    ...program('postgres', ['-D', data, ...settings.flatMap((one) => ['-c', one])]),
    { stdio: 'ignore' },
  )
  const host = encodeURIComponent(folder)
  const connectionString = `postgresql://postgres@localhost/postgres?host=${host}`
  const ended = once(server, 'exit')
  while (!(await answers(connectionString))) {
    if (server.exitCode !== null) throw new Error('The system PostgreSQL did not start')
    await sleep(20)
  }
  return {
    connectionString,
    major: found.major,
    async stop() {
      server.kill('SIGQUIT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
