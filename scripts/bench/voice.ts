// How fast stories are found and counted when there are a million of them over 5,000 services.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Day, Id, Instant } from '../../src/basics/index.ts'
import { migrations as logMigrations } from '../../src/log/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
} from '../../src/plumbing/index.ts'
import { rooms } from '../../src/rooms.ts'
import {
  promisesOfStories,
  searchStories,
  storyNumbers,
} from '../../src/voice/store/public-stories.ts'
import type { Row } from './log.ts'

const BATCH = 20_000
const NOW = '2026-11-23T09:00:00.000Z' as Instant
const OLD = '2026-10-24T09:00:00.000Z' as Instant

// Words as stories have them: a few in every story, most in few.
const common = 'waiting room nurse appointment told hours called phone doctor kind letter pain'
const rare = Array.from({ length: 4_000 }, (_, one) => `word${one}`)

/** Fills the tables of stories in batches: what a rebuild would make from the facts. */
async function fill(db: Database, stories: number, services: readonly string[]): Promise<void> {
  for (let made = 0; made < stories; made += BATCH) {
    const size = Math.min(BATCH, stories - made)
    await db.text(
      `with made as (
         select gen_random_uuid() as stream, n,
           timestamptz '2026-11-23 09:00Z' - (n % 1500) * interval '1 day'
             - (n % 86400) * interval '1 second' as published_at
         from generate_series($1::int, $2::int) n
       ), published as (
         insert into voice.published (owner, stream, kind, title, happened, good, better,
           told_at, published_at, first_answer_at)
         select stream, stream, case n % 5 when 0 then 'praise' when 1 then 'concern'
             when 2 then 'idea' else 'story' end,
           'Story ' || ($4::text[])[1 + n % 4000],
           (select string_agg(w, ' ') from (
              select ($3::text[])[1 + (hashint4(n * 31 + k) & 2147483647) % 12] as w
              from generate_series(1, 12) k) x)
             || ' ' || ($4::text[])[1 + (hashint4(n) & 2147483647) % 4000]
             || ' ' || ($4::text[])[1 + (hashint4(n + 7) & 2147483647) % 4000],
           '', '', published_at - interval '1 day', published_at,
           case when n % 3 > 0 then published_at + interval '3 days' end
         from made returning owner, stream, kind, told_at, published_at, first_answer_at
       ), about as (
         insert into voice.about (owner, stream, place, kind, concern, told_at, published_at,
           first_answer_at)
         select owner, stream,
           ($5::uuid[])[1 + (hashtext(stream::text) & 2147483647) % array_length($5::uuid[], 1)],
           kind, kind = 'concern', told_at, published_at, first_answer_at
         from published returning stream, published_at
       )
       insert into voice.promised (owner, stream, story, organisation, due, made_at,
         said_done_at, answer)
       select stream, gen_random_uuid(), stream, null, '2026-10-01', published_at,
         published_at + interval '20 days', 'yes'
       from about where hashtext(stream::text) % 5 = 0`,
      [made, made + size - 1, common.split(' '), rare, services],
    )
  }
  await db.text('analyze voice.published')
  await db.text('analyze voice.about')
  await db.text('analyze voice.promised')
}

const at95 = (times: number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0

/** A piece of work 200 times, warm; the 95th of 100 in milliseconds. */
async function timed(work: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 240; turn += 1) {
    const before = performance.now()
    await work(turn)
    if (turn >= 40) times.push(performance.now() - before)
  }
  return at95(times)
}

const search = (words: string, more = {}) => ({
  words,
  kind: null,
  places: [],
  answered: null,
  became: null,
  today: NOW.slice(0, 10) as Day,
  after: null,
  limit: 21,
  ...more,
})

/** `stories`: how many are filled in, 1,000,000 for the published table. */
export async function benchVoice({ stories }: { readonly stories: number }): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const db = openDatabase({ connection: server.value.connection })
  try {
    await migrate(db, [...logMigrations, ...rooms.flatMap((one) => one.migrations)])
    const services = Array.from({ length: 5_000 }, () => randomUUID() as string)
    const begun = performance.now()
    await fill(db, stories, services)
    const filled = (performance.now() - begun) / 1000
    const service = (turn: number) => services[(turn * 37) % services.length] as Id
    const rareWord = (turn: number) => rare[(turn * 53) % rare.length] ?? ''
    const ms = { unit: 'ms, 95th of 100' }
    const count = stories.toLocaleString('en-GB')
    return [
      { name: `fill ${count} stories`, value: filled, unit: 's' },
      {
        name: 'search a rare word',
        value: await timed((turn) => searchStories(db, search(rareWord(turn)))),
        ...ms,
        target: '≤ 50',
      },
      {
        name: 'search two common words, of one kind, not answered',
        value: await timed(() =>
          searchStories(db, search('waiting nurse', { kind: 'story', answered: false })),
        ),
        ...ms,
        target: '≤ 50',
      },
      {
        name: 'search a common and a rare word',
        value: await timed((turn) => searchStories(db, search(`kind ${rareWord(turn)}`))),
        ...ms,
        target: '≤ 50',
      },
      {
        name: 'read the page of one service: list, promises and numbers',
        value: await timed((turn) => servicePage(db, service(turn))),
        ...ms,
        target: '≤ 20',
      },
    ]
  } finally {
    await db.close()
    await server.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function servicePage(db: Database, place: Id): Promise<void> {
  const [list] = await Promise.all([
    searchStories(db, search('', { places: [place] })),
    storyNumbers(db, [place], OLD, NOW.slice(0, 10) as Day),
  ])
  await promisesOfStories(
    db,
    list.map(({ stream }) => stream),
  )
}
