// The whole site as a process of its own, on a free port, as somebody starts it from a terminal.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { untilWell } from './client.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const hook = pathToFileURL(join(root, 'bin', 'load-tsx.js')).href

export type SiteProcess = Running & {
  readonly address: string
  stop(): Promise<number | null>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

export type Running = {
  readonly process: ChildProcess
  /** Everything it has said so far. */
  said(): string
  /** What it has said as its answer, and what as complaint or log. */
  out(): string
  err(): string
  /** Its exit code, once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** As what `coproduce` is run, where that is not this checkout under this runtime. */
export type RunAs = {
  /** The program and the words before the command. */
  readonly program?: readonly string[]
  readonly uid?: number
  readonly cwd?: string
  /** In a process group of its own, as a terminal starts it. */
  readonly ownGroup?: boolean
}

/** Runs `coproduce` with these words and settings, and nothing of this process's own settings. */
export function runCoproduce(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  { program, uid, cwd, ownGroup = false }: RunAs = {},
): Running {
  const own = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  // The neighbours come while a site is up already; only a test that names them waits for them.
  const env = { ...own, DEMO_PEOPLE: '0', ...settings }
  const usual = [process.execPath, '--import', hook, join(root, 'src', 'main.ts')]
  const [file = '', ...before] = program ?? usual
  const child = spawn(file, [...before, ...words], {
    cwd: cwd ?? (settings.DATA_DIR === undefined ? root : undefined),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  let [said, out, err] = ['', '', '']
  child.stdout.on('data', (chunk) => {
    said += chunk
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
    err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { process: child, said: () => said, out: () => out, err: () => err, ended }
}

export type Ended = {
  readonly code: number | null
  readonly said: string
  readonly out: string
  readonly err: string
}

/** Runs a command to its end. */
export async function coproduce(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  as: RunAs = {},
): Promise<Ended> {
  const { ended, said, out, err } = runCoproduce(words, settings, as)
  const code = await ended
  return { code, said: said(), out: out(), err: err() }
}

/** Starts the site and waits until it is well; throws what it said where it ends instead. */
export async function startSite(
  settings: Readonly<Record<string, string>>,
  port?: number,
  as: RunAs = {},
): Promise<SiteProcess> {
  const taken = port ?? (await freePort())
  const address = `http://127.0.0.1:${taken}`
  const site = runCoproduce(['serve'], { PORT: String(taken), ...settings }, as)
  const gaveUp = site.ended.then((code) => {
    throw new Error(`The site ended with ${code}: ${site.said()}`)
  })
  await Promise.race([untilWell(address), gaveUp])
  gaveUp.catch(() => {})
  return {
    ...site,
    address,
    async stop() {
      site.process.kill('SIGTERM')
      return site.ended
    },
  }
}

/** The process id of the embedded PostgreSQL of a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}
