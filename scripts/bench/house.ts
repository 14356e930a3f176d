// A whole installation for the benchmarks, as it runs in service: its own PostgreSQL and site.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession, findVisitor, registerPerson } from '../../src/identity/index.ts'
import { type Log, openLog, type Reaction } from '../../src/log/index.ts'
import {
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFiles,
  prepareJobs,
  systemChance,
  systemClock,
} from '../../src/plumbing/index.ts'
import { rooms } from '../../src/rooms.ts'
import { navigation, routes } from '../../src/routes.ts'
import { needsFlags, whoStillActs } from '../../src/sharing/index.ts'
import { createServer, type Route } from '../../src/web/index.ts'
import { allMigrations } from '../../test/rooms.ts'

export type House = {
  readonly log: Log
  readonly folder: string
  /** The process of PostgreSQL that started all others of it. */
  readonly pid: number
  close(): Promise<void>
}

/** Opens one, without jobs; `also` is SQL run first, by the owner of the database. */
export async function openHouse({
  reactions = [],
  also = [],
}: {
  readonly reactions?: readonly Reaction[]
  readonly also?: readonly string[]
} = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(server.refusal.says)
  const { connection } = server.value
  const owner = openDatabase({ connection })
  const migrated = await migrate(owner, allMigrations)
  if (!migrated.ok) throw new Error(migrated.refusal.says)
  await prepareJobs(owner, 'coproduce_app')
  for (const sql of also) await owner.text(sql)
  await owner.close()
  const db = openDatabase({ connection, role: 'coproduce_app' })
  const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  const chance = systemChance(systemClock)
  const log = openLog({
    db,
    clock: systemClock,
    chance,
    files: openFiles(join(folder, 'files'), () => chance.hex(4)),
    streams: rooms.flatMap((one) => one.streams),
    projections: rooms.flatMap((one) => one.projections),
    scratch: rooms.flatMap((one) => one.scratch),
    countedIn: rooms.flatMap((one) => one.countedIn ?? []),
    reactions,
  })
  const close = async () => {
    await db.close()
    await server.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { log, folder, pid: Number(pidFile.split('\n')[0]), close }
}

const free = { burst: 1e12, perSecond: 1e12 }

export type App = Awaited<ReturnType<typeof createServer>>

/** The site as it is served, with no limit on how often one asks. */
export const serve = (log: Log, more: readonly Route[] = []): Promise<App> =>
  createServer({
    routes: [
      ...routes({ log, keys: async () => [], provider: null, demonstrationPeople: null }),
      ...more,
    ],
    findVisitor: whoStillActs(log, findVisitor(log)),
    flags: needsFlags(log),
    clock: log.clock,
    chance: log.chance,
    log: () => {},
    secure: false,
    demonstration: false,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: { pagesByAddress: free, pagesBySession: free },
  })

export type Somebody = {
  readonly person: PersonId
  readonly headers: { readonly cookie: string }
}

/** Somebody who is signed in. */
export async function signedIn(log: Log, name: string): Promise<Somebody> {
  const person = log.chance.id() as PersonId
  const actor = { by: null, onBehalfOf: null }
  const known = await registerPerson(log, { actor, person, name, birthDate: null, nhsNumber: null })
  if (!known.ok) throw new Error(known.refusal.code)
  const how = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
  const begun = await beginSession(log, how)
  if (!begun.ok) throw new Error(begun.refusal.code)
  return { person, headers: { cookie: `session=${begun.value}` } }
}

export async function ask(app: App, url: string, { headers }: Somebody): Promise<string> {
  const answer = await app.inject({ url, headers })
  if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}`)
  return answer.body
}
