// The demonstration town measured: how long it takes to make, and how fast its pages answer.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { demonstrationPeople } from '../../src/demo/index.ts'
import { makeTown } from '../../src/demo/make-town.ts'
import { beginSession } from '../../src/identity/index.ts'
import { type Log, openLog } from '../../src/log/index.ts'
import {
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFiles,
  prepareJobs,
  systemChance,
  systemClock,
} from '../../src/plumbing/index.ts'
import { followNow } from '../../src/reactions.ts'
import { rooms } from '../../src/rooms.ts'
import { allMigrations } from '../../test/rooms.ts'
import { startSite } from '../../test/site-process.ts'
import { cpuOf, type Measure, measured } from './cpu.ts'
import type { Row } from './log.ts'

type Bench = {
  readonly log: Log
  readonly pid: number
  readonly folder: string
  readonly connection: PoolConfig
}

/** `people`: how large the town is; 10,000 is what the design speaks of. */
export async function benchTown({ people }: { readonly people: number }): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-town-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const { connection, stop } = server.value
  const owner = openDatabase({ connection })
  const migrated = await migrate(owner, allMigrations)
  if (!migrated.ok) throw new Error(migrated.refusal.says)
  await prepareJobs(owner, 'coproduce_app')
  await owner.close()
  const db = openDatabase({ connection, role: 'coproduce_app' })
  const chance = systemChance(systemClock)
  const log = openLog({
    db,
    clock: systemClock,
    chance,
    files: openFiles(join(folder, 'files'), () => chance.hex(4)),
    streams: rooms.flatMap((one) => one.streams),
    projections: rooms.flatMap((one) => one.projections),
    scratch: rooms.flatMap((one) => one.scratch),
    reactions: [],
  })
  const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  const bench = { log, folder, connection, pid: Number(pidFile.split('\n')[0]) }
  try {
    return [...(await making(bench, people)), ...(await answering(bench))]
  } finally {
    await db.close()
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function making({ log, pid, folder }: Bench, people: number): Promise<readonly Row[]> {
  const installation = { log, address: 'http://127.0.0.1:1', settings: { dataDir: folder } }
  const follow = followNow(installation as Parameters<typeof followNow>[0])
  let entries = 0
  const took: Measure = await measured(pid, async () => {
    const made = await makeTown(log, { people, seed: '1' }, follow, () => {})
    if (!made.ok) throw new Error(made.refusal.says)
    entries = made.value.entries
  })
  const [row] = await log.db.text<{ facts: number }>('select count(*) as facts from log.facts')
  const facts = row?.facts ?? 0
  const target = people <= 300 ? { target: '≤ 15' } : people <= 10_000 ? { target: '≤ 360' } : {}
  const name = `a town of ${people.toLocaleString('en-GB')}`
  const cpu = cpuOf(took)
  return [
    { name, value: took.wall, unit: 's', ...target, note: `${facts} facts, ${entries} entries` },
    { name: `${name}, CPU on two cores`, value: cpu / 2, unit: 's', ...target },
    { name: 'CPU for each of its facts', value: (cpu / facts) * 1000, unit: 'ms' },
    { name: 'most memory of Node', value: process.resourceUsage().maxRSS / 1024, unit: 'MiB' },
  ]
}

const PATHS = ['/', '/record', '/record/timeline', '/messages', '/promises', '/looks', '/places']
const A_SECOND = 20
const SECONDS = 30

/**
 * Pages of every named person, asked at a steady pace of a site that is a process of its own. In
 * between it is asked whether it is well, which takes next to nothing: what that takes at its
 * slowest is what the machine adds to any answer.
 */
async function answering({ log, folder, connection }: Bench): Promise<readonly Row[]> {
  const { user, database, host } = connection
  const url = `postgresql://${user}@localhost/${database}?host=${host}`
  const cookies: string[] = []
  for (const { person } of demonstrationPeople) {
    const begun = { person, wayIn: 'demonstration', identityLevel: 'P9', userAgent: '' } as const
    const token = await beginSession(log, begun)
    if (!token.ok) throw new Error(token.refusal.says)
    cookies.push(`session=${token.value}`)
  }
  const site = await startSite({ DATABASE_URL: url, DATA_DIR: folder, DEMO: 'off' })
  const [pages, health]: [number[], number[]] = [[], []]
  const ask = async (path: string, turn: number, into: number[]) => {
    const cookie = cookies[turn % cookies.length] ?? ''
    const begun = performance.now()
    const answer = await fetch(`${site.address}${path}`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    into.push(performance.now() - begun)
  }
  const page = (turn: number) => PATHS[turn % PATHS.length] ?? '/'
  for (let turn = 0; turn < 300; turn += 1) await ask(page(turn), turn, [])
  const asked: Promise<void>[] = []
  for (let turn = 0; turn < A_SECOND * SECONDS; turn += 1) {
    asked.push(ask(page(turn), turn, pages))
    await sleep(500 / A_SECOND)
    asked.push(ask('/health', turn, health))
    await sleep(500 / A_SECOND)
  }
  await Promise.all(asked)
  await site.stop()
  const name = `page at ${A_SECOND} requests a second`
  const fifty = { unit: 'ms', target: '≤ 50' }
  const [half, most] = [share(health, 0.5).toFixed(1), share(health, 0.99).toFixed(0)]
  const note = `asked whether it is well: half within ${half} ms, 99 of 100 within ${most} ms`
  return [
    { name: `${name}, median`, value: share(pages, 0.5), unit: 'ms', target: '≤ 10' },
    { name: `${name}, 99th percentile`, value: share(pages, 0.99), note, ...fifty },
  ]
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN
}
