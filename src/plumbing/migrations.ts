// Steps that bring the database from one version of the code to the next, in order, once each.
import { ok, type Result, refuse } from '../basics/index.ts'
import { sha256 } from './chance.ts'
import type { Database, Tx } from './database.ts'
import { refusals } from './refusals.ts'

/** One step of one room. `number` begins at 1 and has no gaps; what has been run never changes. */
export type Migration = {
  readonly room: string
  readonly number: number
  readonly name: string
  readonly sql: string
}

type Ran = { room: string; number: number; digest: string }

// Any number will do, so long as every starter takes the same one.
const LOCK = 724_190_211

const LEDGER = `
  create schema if not exists plumbing;
  -- reference
  create table if not exists plumbing.migrations (
    room text not null, number integer not null, name text not null, digest text not null,
    at timestamptz not null default now(), primary key (room, number))`

/** Waits until no other starter prepares this database; ends with the transaction. */
export async function oneStarter(tx: Tx): Promise<void> {
  await tx.text('set local statement_timeout = 0')
  await tx.text('set local idle_in_transaction_session_timeout = 0')
  await tx.text(`select pg_advisory_xact_lock(${LOCK})`)
}

/**
 * Runs what has not been run. A second starter waits and then finds nothing to do.
 * Refuses with `database-newer` and `migration-changed`, and then has changed nothing.
 */
export function migrate(db: Database, migrations: readonly Migration[]): Promise<Result<number>> {
  return db.transaction(async (tx) => {
    await tx.text('set local role none')
    await oneStarter(tx)
    await tx.text(LEDGER)
    const ran = await tx.text<Ran>('select room, number, digest from plumbing.migrations')
    const problem = compare(ran, migrations)
    if (problem !== null) return problem
    const done = new Set(ran.map((one) => `${one.room} ${one.number}`))
    const due = migrations.filter((one) => !done.has(`${one.room} ${one.number}`))
    for (const one of due) await run(tx, one)
    return ok(due.length)
  })
}

/** Every migration that has been run, for a backup to name. */
export const migrationsRun = (db: Database): Promise<Ran[]> =>
  db.text<Ran>('select room, number, digest from plumbing.migrations order by room, number')

function compare(ran: readonly Ran[], migrations: readonly Migration[]) {
  for (const { room, number, digest } of ran) {
    const known = migrations.find((one) => one.room === room && one.number === number)
    if (known === undefined) return refuse(refusals.databaseNewer, { room, number })
    if (sha256(known.sql) !== digest) return refuse(refusals.migrationChanged, { room, number })
  }
  return null
}

async function run(tx: Tx, { room, number, name, sql }: Migration): Promise<void> {
  await tx.text(sql)
  await tx.text(
    'insert into plumbing.migrations (room, number, name, digest) values ($1, $2, $3, $4)',
    [room, number, name, sha256(sql)],
  )
}
