// How fast the saved searches that fit one story are found among 10,000 of them.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Id } from '../../src/basics/index.ts'
import { migrations as logMigrations } from '../../src/log/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
} from '../../src/plumbing/index.ts'
import { rooms } from '../../src/rooms.ts'
import { fitting } from '../../src/voice/actions/alert-followers.ts'
import { becomesCodes } from '../../src/voice/domain/follow/becomes.ts'
import {
  anchorsOf,
  matches,
  readLexemes,
  readWordQuery,
} from '../../src/voice/domain/follow/saved-search.ts'
import { queryOf } from '../../src/voice/store/follows.ts'
import type { Row } from './log.ts'

const SEARCHES = 10_000
const KINDS = ['praise', 'idea', 'story', 'concern', 'safety']
// A third of the words people search for stand in many stories, the others in few.
const common = 'waiting nurse appointment hours phone doctor kind letter pain night ward'.split(' ')

/** What one of the searches looks for: a place, words, or both; some with a word left out. */
function searchOf(turn: number, places: readonly string[]) {
  const rare = `word${(turn * 7) % 4_000}`
  const often = common[turn % common.length] ?? ''
  const typed = [rare, `${often} ${rare}`, `"${often} ${rare}" or ${rare}`, `${rare} -${often}`, '']
  return {
    typed: typed[turn % 5] ?? '',
    kind: turn % 3 === 0 ? (KINDS[turn % KINDS.length] ?? null) : null,
    place: turn % 5 === 4 || turn % 4 === 0 ? (places[turn % places.length] ?? null) : null,
    // Half of them wait for what becomes of a story.
    becomes: turn % 2 === 0 ? null : (becomesCodes[turn % becomesCodes.length] ?? null),
  }
}

async function fill(db: Database, places: readonly string[]): Promise<string[]> {
  const queries: string[] = []
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    const { typed, kind, place, becomes } = searchOf(turn, places)
    const query = await queryOf(db, typed)
    queries.push(query)
    const anchors = anchorsOf(readWordQuery(query))
    await db.text(
      `insert into voice.follows (person, follow, typed, query, anchors, kind, place, often,
         outside, stop_key, made_at, same, becomes)
       values ($1, $2, $3, $4, $5, $6, $7, 'at-once', false, $8, now(), $8, $9)`,
      [
        randomUUID(),
        randomUUID(),
        typed,
        query,
        anchors && [...anchors],
        kind,
        place,
        `${turn}`,
        becomes,
      ],
    )
  }
  await db.text('analyze voice.follows')
  return queries
}

/** Stories of some 120 words, as many of them rare as people use. */
async function storyTexts(db: Database): Promise<string[]> {
  const texts: string[] = []
  for (let turn = 0; turn < 200; turn += 1) {
    const some = Array.from({ length: 120 }, (_, at) =>
      at % 4 === 0 ? `word${(turn * 131 + at * 37) % 4_000}` : (common[(turn + at) % 11] ?? ''),
    )
    const [row] = await db.text<{ words: string }>(
      `select to_tsvector('english', $1)::text as words`,
      [some.join(' ')],
    )
    texts.push(row?.words ?? '')
  }
  return texts
}

const at95 = (times: number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0

export async function benchFollows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const db = openDatabase({ connection: server.value.connection })
  try {
    await migrate(db, [...logMigrations, ...rooms.flatMap((one) => one.migrations)])
    const places = Array.from({ length: 500 }, () => randomUUID() as string)
    const queries = await fill(db, places)
    const texts = await storyTexts(db)
    const [stored, became, alone]: [number[], number[], number[]] = [[], [], []]
    let found = 0
    for (const [turn, words] of texts.entries()) {
      const about = new Set([places[turn % 500] as Id, places[(turn * 3) % 500] as Id])
      const before = performance.now()
      const story = { kind: KINDS[turn % 5] ?? '', words }
      const some = await fitting(db, story, about)
      if (turn >= 40) stored.push(performance.now() - before)
      const since = performance.now()
      await fitting(db, story, about, { became: ['promised', 'waiting'], some: null })
      if (turn >= 40) became.push(performance.now() - since)
      if (turn >= 40) found += some.length
    }
    const trees = queries.map((query) => ({ query: readWordQuery(query), kind: null, place: null }))
    for (const words of texts) {
      const before = performance.now()
      const story = { words: readLexemes(words), kind: 'story', places: new Set<string>() }
      trees.filter((one) => matches(one, story))
      alone.push(performance.now() - before)
    }
    const ms = { unit: 'ms, 95th of 100', target: '≤ 10' }
    const note = `${Math.round(found / stored.length)} fit one story on average`
    return [
      { name: 'find the searches that fit a story, of 10,000', value: at95(stored), ...ms, note },
      {
        name: 'find those that wait for what became of one, of 10,000',
        value: at95(became),
        ...ms,
      },
      { name: 'the rule alone, tried on each of 10,000', value: at95(alone), ...ms },
    ]
  } finally {
    await db.close()
    await server.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
