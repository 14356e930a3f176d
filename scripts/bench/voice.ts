// How fast stories are told, found and counted: a million of them over 5,000 services.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Registry } from 'prom-client'
import type { Day, Id, PersonId } from '../../src/basics/index.ts'
import {
  appendAll,
  CHAIN_START,
  type Log,
  migrations as logMigrations,
  openLog,
} from '../../src/log/index.ts'
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
import { navigation, routes } from '../../src/routes.ts'
import { agreeToStory, loadStory, readStory, severityScale, tell } from '../../src/voice/index.ts'
import { createServer } from '../../src/web/index.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import type { Row } from './log.ts'

const SERVICES = 5_000
/** Of these the first lie in one area. */
const IN_AREA = 250
const FEW = 10_000
const BATCH = 50_000
const FROM = '2020-01-01' as Day

// Words as stories have them: a few in every story, most in few.
const common = 'waiting room nurse appointment told hours called phone doctor kind letter pain'
const rare = Array.from({ length: 4_000 }, (_, one) => `word${one}`)

type Bench = {
  readonly db: Database
  readonly log: Log
  readonly pid: number
  readonly services: readonly Id[]
  readonly area: Id
  /** Asks for an address as somebody who is not signed in. */
  get(path: string): Promise<void>
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
    return [...(await telling(bench, owner, stories)), ...(await reading(bench))]
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
  const often = { burst: 1_000_000, perSecond: 1_000 }
  const app = await createServer({
    routes: routes({ log, keys: async () => [], provider: null, demonstrationPeople: null }),
    findVisitor: async () => ({ kind: 'nobody' }),
    clock: systemClock,
    chance,
    log: () => {},
    secure: false,
    demonstration: false,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: {
      pagesByAddress: often,
      formsByAddress: often,
      pagesBySession: often,
      formsBySession: often,
    },
  })
  const get = async (url: string) => {
    const { statusCode } = await app.inject({ url })
    if (statusCode !== 200) throw new Error(`${statusCode} for ${url}`)
  }
  return { db, log, pid, get, ...(await addServices(log)) }
}

/** Services, of which the first lie in one area, as facts in one go. */
async function addServices(log: Log): Promise<{ services: Id[]; area: Id }> {
  const area = log.chance.id()
  const services = Array.from({ length: SERVICES }, () => log.chance.id())
  const opened = (place: Id, kind: string, name: string, within: boolean) => ({
    owner: place,
    stream: place,
    type: { name: 'place' },
    from: CHAIN_START,
    actor: { by: null, onBehalfOf: null },
    facts: [
      { kind: 'place-opened', body: { kind, name, code: null, from: FROM } },
      ...(within ? [{ kind: 'place-linked', body: { link: 'within', to: area, from: FROM } }] : []),
    ],
  })
  await log.db.transaction(async (tx) => {
    await appendAll(log, tx, [
      opened(area, 'area', 'Millbrook', false),
      ...services.map((one, at) => opened(one, 'service', `Service ${at}`, at < IN_AREA)),
    ])
  })
  return { services, area }
}

// Secondary indexes are made after a large filling, as whoever brings a million stories in would.
const LATER = [
  'published_words',
  'published_newest',
  'published_kind',
  'about_place',
  'work_stream',
]

/** Fills the tables of stories: what a rebuild would make from the facts of that many. */
async function fill(owner: Database, from: number, to: number, services: readonly Id[]) {
  const names = LATER.map((name) => `voice.${name}`)
  const made = await owner.text<{ says: string }>(
    `select pg_get_indexdef(one::regclass) as says from unnest($1::text[]) as one`,
    [names],
  )
  await owner.text(`drop index ${names.join(', ')}`)
  for (let at = from; at < to; at += BATCH) {
    await fillBatch(owner, at, Math.min(at + BATCH, to) - 1, services)
  }
  for (const { says } of made) await owner.text(says)
  for (const table of ['published', 'about', 'promised', 'work']) {
    await owner.text(`vacuum analyze voice.${table}`)
  }
}

const fillBatch = (owner: Database, from: number, to: number, services: readonly Id[]) =>
  owner.text(
    `with made as materialized (
       select gen_random_uuid() as stream, n,
         now() - (n % 1500) * interval '1 day' - (n % 86400) * interval '1 second' as published_at,
         case n % 5 when 0 then 'praise' when 1 then 'concern' when 2 then 'idea' else 'story' end
           as kind,
         ($5::uuid[])[1 + (hashint4(n) & 2147483647) % array_length($5::uuid[], 1)] as place,
         case when n % 3 > 0 then interval '3 days' end as answered
       from generate_series($1::int, $2::int) n
     ), published as (
       insert into voice.published (owner, stream, kind, title, happened, good, better,
         told_at, published_at, first_answer_at)
       select stream, stream, kind, 'Story ' || ($4::text[])[1 + n % 4000],
         concat_ws(' ', ($3::text[])[1 + n % 12], ($3::text[])[1 + (n / 7) % 12],
           ($3::text[])[1 + (n / 11) % 12], ($3::text[])[1 + (n / 13) % 12],
           ($3::text[])[1 + (n / 17) % 12], ($3::text[])[1 + (n / 19) % 12],
           ($3::text[])[1 + (n / 23) % 12], ($3::text[])[1 + (n / 29) % 12],
           ($4::text[])[1 + (hashint4(n) & 2147483647) % 4000],
           ($4::text[])[1 + (hashint4(n + 7) & 2147483647) % 4000]), '', '',
         published_at - interval '1 day', published_at, published_at + answered
       from made
     ), about as (
       insert into voice.about (owner, stream, place, kind, concern, told_at, published_at,
         first_answer_at)
       select stream, stream, place, kind, kind = 'concern', published_at - interval '1 day',
         published_at, published_at + answered
       from made
     ), work as (
       insert into voice.work (owner, stream, kind, told_at, read_by, standing, severity, risks,
         out_of_hours, settled_at, answer_by, first_answer_at, is_own)
       select stream, stream, kind, published_at - interval '1 day', published_at::date,
         'published', 1, '{}', false, published_at, published_at::date + 10,
         published_at + answered, false
       from made
     )
     insert into voice.promised (owner, stream, story, organisation, due, made_at, said_done_at,
       answer)
     select stream, gen_random_uuid(), stream, null, published_at::date + 60, published_at,
       case when n % 7 > 0 then published_at + interval '20 days' end,
       case when n % 7 > 1 then (array['yes', 'yes', 'yes', 'no', 'not yet'])[1 + n % 5] end
     from made where n % 6 = 0`,
    [from, to, common.split(' '), rare, services],
  )

/** What one story costs, told and published, with few of them and with all of them there. */
async function telling(bench: Bench, owner: Database, stories: number): Promise<Row[]> {
  const { services } = bench
  await fill(owner, 0, Math.min(FEW, stories), services)
  await tellSome(bench, 100)
  const few = await tellSome(bench, 500)
  const begun = performance.now()
  await fill(owner, FEW, stories, services)
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

/** Tells, reads twice and publishes; gives the seconds of CPU that one story takes. */
async function tellSome({ log, pid, services }: Bench, count: number): Promise<number> {
  const [first, second] = [log.chance.id() as PersonId, log.chance.id() as PersonId]
  const grades = severityScale.areas.map(({ code }) => ({ area: code, level: 1 }))
  const one = async () => {
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
      places: [services[turns % services.length] as Id],
      mayBePublic: true,
      way: 'web',
      forSomebody: null,
    })
    if (!told.ok) throw new Error(told.refusal.code)
    const on = (person: PersonId) => ({ person, ref: told.value, key: null, told: [] })
    const reading = { grades, words, hides: [], identifies: false, note: '' }
    await readStory(log, on(first), reading)
    const fact = (await loadStory(log, told.value)).reading?.fact as Id
    const agreed = await agreeToStory(log, on(second), fact)
    if (!agreed.ok) throw new Error(agreed.refusal.code)
  }
  const cost = await measured(pid, async () => {
    for (let turn = 0; turn < count; turn += 1) await one()
  })
  return cpuOf(cost) / count
}

const A_SECOND = 20
const ASKED = 200

/**
 * The 95th of 100 in milliseconds, warm, asked for 20 times a second whatever comes back; and the
 * milliseconds of CPU that one takes, which do not depend on what else the machine does.
 */
async function timed(pid: number, work: (turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < 40; turn += 1) await work(turn)
  const times: number[] = []
  const cost = await measured(pid, async () => {
    const asked: Promise<void>[] = []
    for (let turn = 40; turn < 40 + ASKED; turn += 1) {
      const before = performance.now()
      asked.push(work(turn).then(() => void times.push(performance.now() - before)))
      await pause(1000 / A_SECOND)
    }
    await Promise.all(asked)
  })
  const sorted = times.toSorted((one, other) => one - other)
  const at95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  return { at95, middle: middle(sorted), cpu: (cpuOf(cost) * 1000) / ASKED }
}

/** The pages as they are asked for: through the server, with every query and the markup. */
async function reading({ services, area, get, pid }: Bench): Promise<Row[]> {
  const service = (turn: number) => services[(turn * 37) % services.length]
  const word = (turn: number) => rare[(turn * 53) % rare.length]
  const asks: readonly (readonly [name: string, most: number, path: (turn: number) => string])[] = [
    ['search a rare word', 50, (turn) => `/stories?words=${word(turn)}`],
    [
      'search two common words, of one kind, not answered',
      50,
      () => '/stories?words=waiting+nurse&kind=story&answered=no',
    ],
    ['search a common and a rare word', 50, (turn) => `/stories?words=kind+${word(turn)}`],
    ['search what is late, of one kind', 50, () => '/stories?became=late&kind=idea'],
    ['search what is disputed, with a word', 50, () => '/stories?became=disputed&words=doctor'],
    [
      'search one service: a word, confirmed',
      50,
      (turn) => `/stories?place=${service(turn)}&words=nurse&became=confirmed`,
    ],
    ['search with no story that fits', 50, (turn) => `/stories?words=none+${word(turn)}`],
    ['the page of one service', 20, (turn) => `/stories/about/${service(turn)}`],
    [`the page of an area with ${IN_AREA} services, counted`, 50, () => `/stories/about/${area}`],
  ]
  const rows: Row[] = []
  for (const [name, most, path] of asks) {
    const { at95, middle: half, cpu } = await timed(pid, (turn) => get(path(turn)))
    const note = `half within ${half.toFixed(1)} ms; ${cpu.toFixed(1)} ms of CPU each`
    rows.push({ name, value: at95, unit: 'ms, 95th of 100', target: `≤ ${most}`, note })
  }
  return rows
}
