// Work for later: queued in the transaction that makes it due, done at least once.
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import type { Instant } from '../basics/index.ts'
import type { Database, Querier } from './database.ts'
import { aboutError, type LogEvent } from './logging.ts'
import { oneStarter } from './migrations.ts'

/** A job carries opaque ids only, never anything about a person. */
export type Job = {
  readonly task: string
  readonly payload: Readonly<Record<string, string | number | null>>
  /** A job with the same key that has not begun yet is replaced. */
  readonly key?: string
  readonly at?: Instant
}

/** Does one kind of job; may be called twice with the same payload and must not mind. */
export type Task = (payload: Job['payload']) => Promise<void>

/** Brings the runner's own tables up to date, and opens them to the role if there is one. */
export async function prepareJobs(db: Database, role: string | undefined): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.text('set local role none')
    await oneStarter(tx)
    await runMigrations({ pgPool: db.ownerPool, logger: silent })
    const known = await tx.text('select from pg_roles where rolname = $1', [role ?? null])
    if (role === undefined || known.length === 0) return
    await tx.text(`grant usage on schema graphile_worker to ${role}`)
    await tx.text(`grant all on all tables in schema graphile_worker to ${role}`)
    await tx.text(`grant all on all sequences in schema graphile_worker to ${role}`)
    await tx.text(openToRole(role))
  })
}

// The runner's tables have row security, which keeps everybody out who is not named.
const openToRole = (role: string): string => `
  do $$
  declare name text;
  begin
    for name in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity
    loop
      execute format('drop policy if exists coproduce on graphile_worker.%I', name);
      execute format('create policy coproduce on graphile_worker.%I to ${role} using (true)', name);
    end loop;
  end $$`

/** Queues jobs; inside a transaction they exist only if it commits. */
export async function queueJobs(tx: Querier, jobs: readonly Job[]): Promise<void> {
  for (const { task, payload, key = null, at = null } of jobs) {
    await tx.text(
      'select graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4)',
      [task, JSON.stringify(payload), at, key],
      'queue-job',
    )
  }
}

export type Worker = { stop(): Promise<void> }

/**
 * Runs jobs until stopped; a failed one is tried again later, up to 25 times. The runner gives up
 * where the database goes away while it notes what became of a job: it is then started again.
 */
export async function startWorker(
  db: Database,
  tasks: Readonly<Record<string, Task>>,
  log: LogEvent,
  crontab: string,
): Promise<Worker> {
  const taskList = quietly(tasks, log)
  const begin = (): Promise<Runner> =>
    run({
      pgPool: db.ownerPool,
      taskList,
      crontab,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: silent,
    })
  const stopping = new AbortController()
  let runner: Runner | null = await begin()
  const keptRunning = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await begin()
        await runner.promise
      } catch (error) {
        log('jobs-interrupted', aboutError(error))
      }
      runner = null
      await sleep(BEGIN_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      // One that has ended by itself says so by throwing.
      await runner?.stop().catch(() => {})
      await keptRunning
    },
  }
}

const BEGIN_AGAIN_MS = 1_000

/** The tasks as the runner takes them, telling it nothing of why one failed. */
const quietly = (tasks: Readonly<Record<string, Task>>, log: LogEvent) =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task((payload ?? {}) as Job['payload'])
        } catch (error) {
          log('job-failed', { task: name, ...aboutError(error) })
          // The runner keeps the message it is given, and a message may quote a person.
          throw new Error(`${name} failed`)
        }
      },
    ]),
  )

const silent = new Logger(() => () => {})
