// CPU time of this process and of a PostgreSQL server with all its children, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs'

// Linux counts process time in hundredths of a second on every platform Node runs on.
const TICKS_A_SECOND = 100

type Counted = { readonly parent: number; readonly own: number; readonly ended: number }

/** The fields of /proc/<pid>/stat after the name, which may hold spaces and brackets. */
function readProcess(pid: string | number): Counted | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (place: number) => fields[place] ?? 0
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return null
  }
}

/** Seconds of CPU used so far by a server, its children, and children that have ended. */
export function serverSeconds(pid: number): number {
  const server = readProcess(pid)
  if (server === null) throw new Error(`There is no process ${pid} to measure`)
  let ticks = server.own + server.ended
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const one = readProcess(name)
    if (one?.parent === pid) ticks += one.own + one.ended
  }
  return ticks / TICKS_A_SECOND
}

export function nodeSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export type Measure = { readonly wall: number; readonly node: number; readonly server: number }

/** Wall time and CPU of Node and PostgreSQL while the work is done, in seconds. */
export async function measured(pid: number, work: () => Promise<unknown>): Promise<Measure> {
  const before = { wall: performance.now(), node: nodeSeconds(), server: serverSeconds(pid) }
  await work()
  return {
    wall: (performance.now() - before.wall) / 1000,
    node: nodeSeconds() - before.node,
    server: serverSeconds(pid) - before.server,
  }
}

export const cpuOf = (one: Measure): number => one.node + one.server

export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
