// A fresh database for a test file, cloned from a template that holds every migration.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  type Database,
  type Migration,
  migrate,
  openDatabase,
  prepareJobs,
  sha256,
} from '../src/plumbing/index.ts'
import { startTestPostgres } from './postgres.ts'

export type FreshDatabase = { readonly db: Database; readonly connection: pg.PoolConfig }

/**
 * A database with all of `migrations`, dropped when the file's tests end. Every test file of one
 * run uses the same server, named by COPRODUCE_TEST_POSTGRES; alone, a file starts its own.
 */
export async function freshDatabase(migrations: readonly Migration[]): Promise<FreshDatabase> {
  const server = await startTestPostgres()
  const admin = new pg.Pool({ connectionString: server.url, max: 1 })
  // A connection that is closing when the server stops is told so, and must not mind.
  admin.on('connect', (client) => client.on('error', () => {}))
  const template = await makeTemplate(admin, server.url, migrations)
  const name = `test_${randomBytes(6).toString('hex')}`
  await locked(admin, () => admin.query(`create database ${name} template ${template}`))
  const connection = { connectionString: inDatabase(server.url, name) }
  const db = openDatabase({ connection, role: 'coproduce_app' })
  after(async () => {
    await db.close()
    await untilLeft(admin, name)
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await server.stop()
  })
  return { db, connection }
}

// A connection that was ended here may still be there for a moment on the server's side.
async function untilLeft(admin: pg.Pool, name: string): Promise<void> {
  for (let wait = 0; wait < 750; wait += 1) {
    const { rowCount } = await admin.query(
      'select from pg_stat_activity where datname = $1 limit 1',
      [name],
    )
    if (rowCount === 0) return
    await sleep(20)
  }
}

/** A folder for one test file, removed when its tests end. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-test-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const inDatabase = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

// A template cannot be copied while somebody is connected to it, so all go one by one.
async function locked<T>(admin: pg.Pool, work: () => Promise<T>): Promise<T> {
  await admin.query('select pg_advisory_lock(4711)')
  try {
    return await work()
  } finally {
    await admin.query('select pg_advisory_unlock(4711)')
  }
}

function makeTemplate(
  admin: pg.Pool,
  url: string,
  migrations: readonly Migration[],
): Promise<string> {
  const name = `template_${sha256(JSON.stringify(migrations)).slice(0, 16)}`
  return locked(admin, async () => {
    const known = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount === 1) return name
    await admin.query(`create database ${name}_half`)
    const db = openDatabase({ connection: { connectionString: inDatabase(url, `${name}_half`) } })
    const done = await migrate(db, migrations)
    if (!done.ok) throw new Error(done.refusal.says)
    await prepareJobs(db, 'coproduce_app')
    await db.close()
    await admin.query(`alter database ${name}_half rename to ${name}`)
    return name
  })
}
