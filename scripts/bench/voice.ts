// How fast stories are told, found and counted: a million of them over 5,000 services.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import type { Id, PersonId } from '../../src/basics/index.ts'
import { type Log, migrations as logMigrations, openLog } from '../../src/log/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFiles,
  prepareJobs,
  systemChance,
  systemClock,
} from '../../src/plumbing/index.ts'
import { reactions } from '../../src/reactions.ts'
import { rooms } from '../../src/rooms.ts'
import { agreeToStory, loadStory, readStory, severityScale, tell } from '../../src/voice/index.ts'
import { startSite } from '../../test/site-process.ts'
import { cpuOf, measured, middle, serverSeconds } from './cpu.ts'
import type { Row } from './log.ts'
import { addServices, fillStories, rare } from './stories.ts'
import { pagesAsked } from './story-pages.ts'

const FEW = 10_000

type Bench = {
  readonly db: Database
  readonly log: Log
  /** The processes of PostgreSQL and of the site. */
  readonly pid: number
  readonly services: readonly Id[]
  readonly area: Id
  readonly country: Id
}

/** `stories`: how many there are at the end, 1,000,000 for the published table. */
export async function benchVoice({ stories }: { readonly stories: number }): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const { connection } = server.value
  const owner = openDatabase({ connection })
  const db = openDatabase({ connection, role: 'coproduce_app' })
  try {
    await migrate(owner, [...logMigrations, ...rooms.flatMap((one) => one.migrations)])
    await prepareJobs(owner, 'coproduce_app')
    const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
    const bench = await openBench(db, join(folder, 'files'), Number(pidFile.split('\n')[0]))
    const told = await telling(bench, owner, stories)
    return [...told, ...(await served(bench, connection, folder))]
  } finally {
    await db.close()
    await owner.close()
    await server.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openBench(db: Database, files: string, pid: number): Promise<Bench> {
  const chance = systemChance(systemClock)
  const log = openLog({
    db,
    clock: systemClock,
    chance,
    files: openFiles(files, () => chance.hex(4)),
    streams: rooms.flatMap((one) => one.streams),
    projections: rooms.flatMap((one) => one.projections),
    reactions,
    scratch: rooms.flatMap((one) => one.scratch),
    countedIn: rooms.flatMap((one) => one.countedIn ?? []),
  })
  return { db, log, pid, ...(await addServices(log)) }
}

/** Runs the site as a process of its own, as anybody starts it, and asks it for pages. */
async function served(bench: Bench, connection: PoolConfig, folder: string): Promise<Row[]> {
  const { user, database, host } = connection
  const url = `postgresql://${user}@localhost/${database}?host=${host}`
  const settings = { DATABASE_URL: url, DATA_DIR: join(folder, 'site'), DEMO: 'off' }
  const site = await startSite(settings)
  try {
    await untilNoJobs(bench.db)
    const pages = await reading(bench, site.address, site.process.pid ?? 0)
    return [...pages, ...(await alerting(bench))]
  } finally {
    await site.stop()
  }
}

/** Until the site has done what follows from the stories that were told. */
async function untilNoJobs(db: Database): Promise<void> {
  for (let left = 1; left > 0; await pause(500)) {
    const [row] = await db.text<{ left: number }>(
      'select count(*) as left from graphile_worker._private_jobs where attempts = 0',
    )
    left = row?.left ?? 0
  }
}

/** What one story costs, told and published, with few of them and with all of them there. */
async function telling(bench: Bench, owner: Database, stories: number): Promise<Row[]> {
  const { services } = bench
  await fillStories(owner, 0, Math.min(FEW, stories), services)
  await tellSome(bench, 100)
  const few = await tellSome(bench, 500)
  const begun = performance.now()
  await fillStories(owner, FEW, stories, services)
  const filled = (performance.now() - begun) / 1000
  await tellSome(bench, 100)
  const many = await tellSome(bench, 500)
  const all = stories.toLocaleString('en-GB')
  const unit = 'CPU ms'
  return [
    { name: `fill ${all} stories, indexes made after`, value: filled, unit: 's' },
    { name: 'tell and publish a story, at 10,000', value: few * 1000, unit },
    {
      name: `CPU a story at ${all} against at 10,000`,
      value: many / few,
      unit: 'ratio',
      target: '≤ 1.3',
    },
  ]
}

let turns = 0

type Readers = { readonly first: PersonId; readonly second: PersonId }
const readers = ({ chance }: Log): Readers => {
  return { first: chance.id() as PersonId, second: chance.id() as PersonId }
}

/** Tells a story about a place, reads it twice and publishes it. */
async function tellOne(log: Log, place: Id, { first, second }: Readers): Promise<void> {
  const grades = severityScale.areas.map(({ code }) => ({ area: code, level: 1 }))
  turns += 1
  const words = {
    title: `Told ${turns}`,
    happened: `I waited for the nurse, ${rare[turns % rare.length]} ${log.chance.hex(4)}.`,
    good: '',
    better: '',
  }
  const told = await tell(log, {
    teller: { person: null, browser: randomUUID() },
    key: null,
    about: 'story',
    words,
    places: [place],
    mayBePublic: true,
    way: 'web',
    forSomebody: null,
  })
  if (!told.ok) throw new Error(told.refusal.code)
  const on = (person: PersonId) => ({ person, ref: told.value, key: null, told: [] })
  await readStory(log, on(first), { grades, words, hides: [], identifies: false, note: '' })
  const fact = (await loadStory(log, told.value)).reading?.fact as Id
  const agreed = await agreeToStory(log, on(second), fact)
  if (!agreed.ok) throw new Error(agreed.refusal.code)
}

/** Gives the seconds of CPU that one story takes. */
async function tellSome({ log, pid, services }: Bench, count: number): Promise<number> {
  const who = readers(log)
  const cost = await measured(pid, async () => {
    for (let turn = 0; turn < count; turn += 1) {
      await tellOne(log, services[turns % services.length] as Id, who)
    }
  })
  return cpuOf(cost) / count
}

const MANY_FOLLOW = 5_000

/** How soon those hear who follow a service, by the jobs of the site: one, and very many. */
async function alerting({ log, services }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const followers of [1, MANY_FOLLOW]) {
    const place = services[followers - 1] as Id
    await log.db.text(
      `insert into voice.follows (person, follow, typed, query, place, often, outside, stop_key,
         made_at, same)
       select gen_random_uuid(), gen_random_uuid(), '', '', $1::uuid, 'at-once', false,
         md5(n || ' ' || $1::text), now(), $1::text from generate_series(1, $2) n`,
      [place, followers],
    )
    const sent = async () => {
      const [row] = await log.db.text<{ count: number }>(
        `select count(*) as count from log.facts f join voice.follows w on w.person = f.owner
         where w.place = $1 and f.kind = 'message-sent'`,
        [place],
      )
      return row?.count ?? 0
    }
    await tellOne(log, place, readers(log))
    const published = performance.now()
    let first: number | null = null
    for (let count = 0; count < followers; await pause(5)) {
      count = await sent()
      if (count > 0) first ??= performance.now() - published
    }
    const all = (performance.now() - published) / 1000
    const many = followers.toLocaleString('en-GB')
    const name = `a new story reaches the first of ${many} who follow`
    const note = followers === 1 ? '' : `the last after ${all.toFixed(1)} s; each once`
    rows.push({ name, value: (first ?? 0) / 1000, unit: 's', target: '≤ 1', note })
  }
  return rows
}

const A_SECOND = 20
const ASKED = 200

/**
 * The 95th of 100 in milliseconds, warm, asked for 20 times a second whatever comes back; and the
 * milliseconds of CPU that one takes, which do not depend on what else the machine does.
 */
async function timed(pids: readonly number[], work: (turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < 40; turn += 1) await work(turn)
  const used = () => pids.reduce((sum, pid) => sum + serverSeconds(pid), 0)
  const times: number[] = []
  const before = used()
  const asked: Promise<void>[] = []
  for (let turn = 40; turn < 40 + ASKED; turn += 1) {
    const begun = performance.now()
    asked.push(work(turn).then(() => void times.push(performance.now() - begun)))
    await pause(1000 / A_SECOND)
  }
  await Promise.all(asked)
  const sorted = times.toSorted((one, other) => one - other)
  const at95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  return { at95, middle: middle(sorted), cpu: ((used() - before) * 1000) / ASKED }
}

/** The pages as they are asked for: through the server, with every query and the markup. */
async function reading(bench: Bench, address: string, site: number): Promise<Row[]> {
  const { pid } = bench
  const get = async (path: string) => {
    const answer = await fetch(`${address}${path}`)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status} for ${path}`)
  }
  const rows: Row[] = []
  for (const [name, most, path] of pagesAsked(bench)) {
    const { at95, middle: half, cpu } = await timed([pid, site], (turn) => get(path(turn)))
    const note = `half within ${half.toFixed(1)} ms; ${cpu.toFixed(1)} ms of CPU each`
    rows.push({ name, value: at95, unit: 'ms, 95th of 100', target: `≤ ${most}`, note })
  }
  return rows
}
