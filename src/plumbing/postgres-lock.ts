// The lock on a data folder: which process uses it, and where it serves.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Use = 'serve' | 'command'

/** Who holds a data folder. */
export type Holder = {
  readonly token: string
  readonly pid: number
  /** When the process started, in the system's words: tells it from a later one of its number. */
  readonly started: string
  readonly use: Use
  /** Where it serves, once it does. */
  readonly address: string | null
  /** The folder of the database's socket, once it is known. */
  readonly socketFolder: string | null
}

export type Lock = {
  recordSocket(socketFolder: string): Promise<void>
  release(): Promise<void>
}

export type Turn = { readonly lock: Lock } | { readonly heldBy: Holder }

/**
 * Takes the lock, or says which live process holds it. A lock whose holder is gone is replaced;
 * of any number of starters at the same moment exactly one gets it.
 */
export async function takeLock(dataDir: string, use: Use): Promise<Turn> {
  const mine: Holder = {
    token: randomBytes(8).toString('hex'),
    pid: process.pid,
    started: processStarted(process.pid) ?? 'unknown',
    use,
    address: null,
    socketFolder: null,
  }
  const path = pathOf(dataDir)
  const heldBy = await acquire(path, mine)
  if (heldBy !== null) return { heldBy }
  return {
    lock: {
      recordSocket: (socketFolder) => rewrite(path, mine, { socketFolder }),
      release: () => release(path, mine),
    },
  }
}

/** Writes where this process serves into the lock it holds, for a second starter to be told. */
export async function recordAddress(dataDir: string, address: string): Promise<void> {
  const path = pathOf(dataDir)
  const holder = await read(path)
  if (holder === null || holder === 'unreadable' || !isThisProcess(holder)) return
  await rewrite(path, holder, { address })
}

/** The live process that holds the folder, or null. */
export async function holderOf(dataDir: string): Promise<Holder | null> {
  const holder = await read(pathOf(dataDir))
  return holder !== null && holder !== 'unreadable' && isLive(holder) ? holder : null
}

const pathOf = (dataDir: string): string => join(dataDir, 'coproduce.lock')

// A stale lock may be replaced only by whoever holds a second lock named after the stale one's
// token. Without it two starters could both see the stale lock and the slower one would replace
// the quicker one's.
async function acquire(path: string, mine: Holder): Promise<Holder | null> {
  for (;;) {
    if (await placed(path, mine)) return null
    const holder = await read(path)
    if (holder === null) continue
    if (holder !== 'unreadable' && isLive(holder)) return holder
    const token = holder === 'unreadable' ? holder : holder.token
    const guard = `${path}.${token}`
    if ((await acquire(guard, mine)) !== null) {
      await sleep(20)
      continue
    }
    try {
      const now = await read(path)
      const unchanged = now === holder || (typeof now === 'object' && now?.token === token)
      if (!unchanged) continue
      await replace(path, mine)
      return null
    } finally {
      await release(guard, mine)
    }
  }
}

/** Puts the lock there whole, in one step, unless there is one. */
async function placed(path: string, mine: Holder): Promise<boolean> {
  const draft = `${path}.${mine.token}.${randomBytes(4).toString('hex')}`
  await writeDraft(draft, mine)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function replace(path: string, holder: Holder): Promise<void> {
  const draft = `${path}.${holder.token}.${randomBytes(4).toString('hex')}`
  await writeDraft(draft, holder)
  await rename(draft, path)
}

async function writeDraft(draft: string, holder: Holder): Promise<void> {
  try {
    await writeFile(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function rewrite(path: string, mine: Holder, change: Partial<Holder>): Promise<void> {
  const now = await read(path)
  if (now === null || now === 'unreadable' || now.token !== mine.token) return
  await replace(path, { ...now, ...change })
}

async function release(path: string, mine: Holder): Promise<void> {
  const now = await read(path)
  if (typeof now === 'object' && now?.token === mine.token) await rm(path, { force: true })
}

/** A lock is placed whole, so one that cannot be read was lost with the power: nobody holds it. */
async function read(path: string): Promise<Holder | 'unreadable' | null> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>
    const whole = typeof holder.token === 'string' && typeof holder.pid === 'number'
    return whole ? (holder as Holder) : 'unreadable'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (error instanceof SyntaxError || error instanceof TypeError) return 'unreadable'
    throw error
  }
}

const isLive = (holder: Holder): boolean => processStarted(holder.pid) === holder.started

const isThisProcess = (holder: Holder): boolean => holder.pid === process.pid && isLive(holder)

/**
 * When a running process started, in words only to be compared; null when there is none of that
 * number or it has ended and only waits to be collected.
 * @source proc(5), /proc/pid/stat, fields 3 (state) and 22 (starttime, since boot)
 */
export function processStarted(pid: number): string | null {
  if (process.platform !== 'linux') return startedByPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return null
  }
}

function startedByPs(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
    }).trim()
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '')
  } catch {
    return null
  }
}

/** The system's name of an error, `ENOSPC`, or PostgreSQL's five-letter code; else empty. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
