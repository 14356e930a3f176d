// The log measured: appending against plain INSERT, verifying against plain digesting, rebuilding.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '../../src/basics/index.ts'
import {
  appendFacts,
  CHAIN_START,
  type Link,
  rebuild,
  type StoredFact,
  sealAll,
  verifyLog,
} from '../../src/log/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  prepareJobs,
  sha256,
} from '../../src/plumbing/index.ts'
import { type Desk, migrations, nobody, notebook, openDesk } from '../../test/log/notebook.ts'
import { cpuOf, measured, middle } from './cpu.ts'

export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly note?: string
}

// A body of the size of a small FHIR resource.
const TEXT =
  'A line about how the night was, how far the walk went and what the nurse said. '.repeat(6)

// The same columns under the same keys, with nothing checked, chained or digested.
const PLAIN = `create table testing.plain (
  id uuid not null, owner uuid not null, stream uuid not null, place integer not null,
  kind text not null, version smallint not null, at timestamptz not null, by uuid,
  on_behalf_of uuid, body text, salt text, body_digest bytea not null, digest bytea not null,
  primary key (owner, stream, place), unique (owner, id))`

const COLUMNS = `id, owner, stream, place, kind, version, at, by, on_behalf_of, body, salt,
  body_digest, digest`

type Bench = { readonly desk: Desk; readonly db: Database; readonly pid: number }

/** `facts`: how large the log grows, 1,000,000 for the published table. */
export async function benchLog({ facts }: { readonly facts: number }): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const connection = server.value.connection
  const owner = openDatabase({ connection })
  const migrated = await migrate(owner, migrations)
  if (!migrated.ok) throw new Error(migrated.refusal.says)
  await prepareJobs(owner, 'coproduce_app')
  await owner.text(PLAIN)
  await owner.text('grant select, insert on testing.plain to coproduce_app')
  await owner.close()
  const db = openDatabase({ connection, role: 'coproduce_app' })
  const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  const pid = Number(pidFile.split('\n')[0])
  const { log, ...rest } = openDesk(db, join(folder, 'files'))
  const bench = { desk: { ...rest, log: { ...log, reactions: [] } }, db, pid }
  try {
    return [
      ...(await appending(bench)),
      ...(await verifying(bench)),
      ...(await growing(bench, facts)),
      ...(await rebuilding(bench)),
    ]
  } finally {
    await db.close()
    await server.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Seals `count` facts for one stream, onto `from`. */
function sealed(desk: Desk, owner: Id, stream: Id, from: Link, count: number) {
  const fact = () => ({
    kind: 'line-written',
    body: { text: `${TEXT}${desk.chance.hex(8)}`, pictures: [] },
  })
  const facts = Array.from({ length: count }, fact)
  return sealAll(desk.log, [{ owner, stream, type: notebook, from, facts, actor: nobody }])
}

const valuesOf = (one: StoredFact) => [
  one.id,
  one.owner,
  one.stream,
  one.place,
  one.kind,
  one.version,
  one.at,
  one.by,
  one.onBehalfOf,
  one.body,
  one.salt,
  `\\x${one.bodyDigest}`,
  `\\x${one.digest}`,
]

const plainOne = (db: Database, one: StoredFact) =>
  db.text(
    `insert into testing.plain (${COLUMNS}) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
    valuesOf(one),
    'plain-one',
  )

function plainBatch(db: Database, facts: readonly StoredFact[]) {
  const rows = facts.map(
    (_, row) => `(${Array.from({ length: 13 }, (_, column) => `$${row * 13 + column + 1}`)})`,
  )
  const text = `insert into testing.plain (${COLUMNS}) values ${rows}`
  return db.text(text, facts.flatMap(valuesOf), `plain-${facts.length}`)
}

/** The same bytes by both ways, in turn, several rounds; the middle of the rounds' ratios. */
async function appending({ desk, db, pid }: Bench): Promise<Row[]> {
  const ratios: Record<string, { wall: number[]; cpu: number[] }> = {}
  const rates: Record<string, number[]> = {}
  for (const size of [1, 100]) {
    const name = size === 1 ? 'one at a time' : `in batches of ${size}`
    const into = { wall: [] as number[], cpu: [] as number[] }
    ratios[name] = into
    for (let round = 0; round < 7; round += 1) {
      const times = size === 1 ? 400 : 60
      const owner = desk.chance.id()
      const stream = desk.chance.id()
      let from: Link = CHAIN_START
      const copies: StoredFact[][] = []
      const appended = await measured(pid, async () => {
        for (let time = 0; time < times; time += 1) {
          const one = sealed(desk, owner, stream, from, size)
          await appendFacts(db, one.moves, one.sealed)
          from = one.moves[0]?.to ?? from
          copies.push(one.sealed)
        }
      })
      const plain = await measured(pid, async () => {
        for (const facts of copies) {
          if (size === 1) await plainOne(db, facts[0] as StoredFact)
          else await plainBatch(db, facts)
        }
      })
      if (round === 0) continue
      into.wall.push(plain.wall / appended.wall)
      into.cpu.push(cpuOf(plain) / cpuOf(appended))
      rates[name] = [...(rates[name] ?? []), (times * size) / appended.wall]
    }
  }
  return Object.entries(ratios).flatMap(([name, { wall, cpu }]) => {
    const target = name === 'one at a time' ? '≥ 0.35' : '≥ 0.7'
    return [
      {
        name: `append ${name} against plain INSERT, wall`,
        value: middle(wall),
        unit: 'ratio',
        target,
      },
      { name: `append ${name} against plain INSERT, CPU`, value: middle(cpu), unit: 'ratio' },
      { name: `append ${name}`, value: middle(rates[name] ?? []), unit: 'facts a second' },
    ]
  })
}

async function verifying({ desk, db, pid }: Bench): Promise<Row[]> {
  const ratios: number[] = []
  for (let round = 0; round < 5; round += 1) {
    let facts = 0
    const verified = await measured(pid, async () => {
      const all = await verifyLog(desk.log)
      if (all.broken !== null) throw new Error('The log does not verify')
      facts = all.facts
    })
    const plain = await measured(pid, async () => {
      const first = '00000000-0000-0000-0000-000000000000'
      let last = { owner: first, stream: first, place: 0 }
      for (let read = 0; read < facts; ) {
        const rows = await db.text<typeof last & { body: string; salt: string }>(
          `select * from testing.plain where (owner, stream, place) > ($1, $2, $3)
           order by owner, stream, place limit 2000`,
          [last.owner, last.stream, last.place],
          'plain-read',
        )
        if (rows.length === 0) break
        for (const row of rows) sha256(row.salt + row.body)
        last = rows.at(-1) ?? last
        read += rows.length
      }
    })
    if (round > 0) ratios.push(cpuOf(plain) / cpuOf(verified))
  }
  const name = 'verify against reading and digesting the same bytes, CPU'
  return [{ name, value: middle(ratios), unit: 'ratio', target: '≥ 0.3' }]
}

/** CPU a fact while the log is small and when it is large, over many streams. */
async function growing({ desk, db, pid }: Bench, most: number): Promise<Row[]> {
  const add = (facts: number) =>
    measured(pid, async () => {
      for (let added = 0; added < facts; added += 100) {
        const { moves, sealed: made } = sealed(
          desk,
          desk.chance.id(),
          desk.chance.id(),
          CHAIN_START,
          100,
        )
        await appendFacts(db, moves, made)
      }
    })
  const count = async () => Number((await db.text('select count(*) as n from log.facts'))[0]?.n)
  const sample = 10_000
  await add(Math.max(0, sample - (await count())))
  const small = await add(sample)
  await add(Math.max(0, most - sample - (await count())))
  const large = await add(sample)
  return [
    { name: 'CPU a fact at 10,000 facts', value: (1e6 * cpuOf(small)) / sample, unit: 'µs' },
    {
      name: `CPU a fact at ${most.toLocaleString('en-GB')} facts against at 10,000`,
      value: cpuOf(large) / cpuOf(small),
      unit: 'ratio',
      target: '≤ 1.3',
    },
  ]
}

async function rebuilding({ desk, pid }: Bench): Promise<Row[]> {
  let facts = 0
  const one = await measured(pid, async () => {
    facts = await rebuild(desk.log)
  })
  const scale = 1e6 / facts
  return [
    { name: 'rebuild a million facts', value: one.wall * scale, unit: 's' },
    { name: 'rebuild a million facts, CPU', value: cpuOf(one) * scale, unit: 's' },
  ]
}
