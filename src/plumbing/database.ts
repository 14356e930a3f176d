// The database: typed queries and transactions over PostgreSQL, and the news when it is away.

import type { Socket } from 'node:net'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { Question } from './question.ts'

/** Thrown when PostgreSQL cannot be reached; answered with 503, and mended without a restart. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
}

export type Row = Record<string, unknown>

/** Runs queries, in a transaction or outside one. */
export type Querier = {
  /** All rows of a query that `tables()` built. */
  all<Output>(query: Compilable<Output>): Promise<Output[]>
  first<Output>(query: Compilable<Output>): Promise<Output | undefined>
  /** SQL as text, for what no builder says well; `name` keeps it prepared. */
  text<Output extends Row = Row>(
    sql: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Output[]>
}

/** A querier whose statements take effect together or not at all. */
export type Tx = Querier & {
  readonly inTransaction: true
  /**
   * Keeps work for the end, when the rest is done: what it asks in its first turn goes out
   * together with the commit, and where it fails nothing of the transaction remains. It can ask
   * nothing later: that throws.
   */
  lastly(work: () => Promise<unknown>): void
}

export type Database = Querier & {
  transaction<T>(work: (tx: Tx) => Promise<T>, kind?: 'read'): Promise<T>
  /** Connections without the role, for the job runner, backup and restore. */
  readonly ownerPool: pg.Pool
  isUp(): Promise<boolean>
  close(): Promise<void>
}

/** A builder for one room's tables: compiles queries, runs nothing by itself. */
export const tables = <Tables>(): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

export type DatabaseOptions = {
  readonly connection: pg.PoolConfig
  readonly connections?: number
  /** Set after connecting when it exists: a role that may add facts and not change them. */
  readonly role?: string
}

/** Opens a pool. Does not connect yet: the first query does. */
export function openDatabase({ connection, connections = 10, role }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser },
    pipeline: true,
  } as pg.PoolConfig)
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', () => {})
  const ownerPool = new pg.Pool({ ...connection, max: 4, connectionTimeoutMillis: 5_000 })
  ownerPool.on('error', () => {})
  ownerPool.on('connect', (client) => client.on('error', () => {}))
  const connect = connector(pool, role)
  const alone: Querier = querier(async (query) => {
    const client = await connect()
    try {
      const result = await ask(client, query)
      client.release()
      return result
    } catch (error) {
      client.release(isAway(error))
      return away(error)
    }
  })
  return {
    ...alone,
    ownerPool,
    async transaction(work, kind) {
      return inTransaction(await connect(), work, kind)
    },
    async isUp() {
      return alone.text('select 1').then(
        () => true,
        () => false,
      )
    },
    async close() {
      await Promise.all([pool.end(), ownerPool.end()])
    },
  }
}

/** Gives clients whose session is prepared, each once. */
function connector(pool: pg.Pool, role: string | undefined): () => Promise<pg.PoolClient> {
  const prepared = new WeakSet<pg.PoolClient>()
  return async () => {
    const client = await pool.connect().catch(away)
    if (prepared.has(client)) return client
    client.on('error', () => {})
    try {
      await client.query(session(role))
      prepared.add(client)
    } catch (error) {
      client.release(true)
      return away(error)
    }
    return client
  }
}

async function inTransaction<T>(
  client: pg.PoolClient,
  work: (tx: Tx) => Promise<T>,
  kind: 'read' | undefined,
): Promise<T> {
  let broken = false
  try {
    // Goes out with the first question of the work, which fails where this did.
    const begun = ask(client, { text: begin(kind), values: [] })
    begun.catch(() => {})
    const last: (() => Promise<unknown>)[] = []
    let ended = false
    const tx: Tx = {
      ...querier(async (query) => {
        if (ended) throw new Error('A question was asked after the commit')
        return ask(client, query)
      }),
      inTransaction: true,
      lastly: (one) => last.push(one),
    }
    const value = await work(tx)
    const finishing = last.map((one) => one())
    const committed = ask(client, { text: 'commit', values: [] })
    ended = true
    for (const one of await Promise.allSettled([begun, ...finishing, committed])) {
      if (one.status === 'rejected') throw one.reason
    }
    return value
  } catch (error) {
    broken = isAway(error)
    if (!broken) await client.query('rollback').catch(() => (broken = true))
    return away(error)
  } finally {
    client.release(broken)
  }
}

const begin = (kind: 'read' | undefined): string =>
  kind === 'read' ? 'begin read only isolation level repeatable read' : 'begin'

/** Asks without waiting for what was asked before: what is asked in one turn goes out as one. */
function ask(client: pg.PoolClient, { text, values, name }: Query): Promise<pg.QueryResult> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  if (stream.writableCorked === 0) {
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  return new Promise((resolve, reject) => {
    const said = (error: Error | undefined, result: pg.QueryResult) => {
      if (error) reject(error)
      else resolve(result)
    }
    client.query(new Question(text, values, name, said))
  })
}

type Query = { text: string; values: unknown[]; name?: string }

function querier(run: (query: Query) => Promise<pg.QueryResult>): Querier {
  const all = async <Output>(query: Compilable<Output>): Promise<Output[]> => {
    const { sql, parameters } = query.compile()
    return (await run({ text: sql, values: [...parameters] })).rows
  }
  return {
    all,
    first: async (query) => (await all(query))[0],
    text: async <Output extends Row>(
      sql: string,
      values: readonly unknown[] = [],
      name?: string,
    ) => {
      const query = { text: sql, values: [...values] }
      return (await run(name === undefined ? query : { ...query, name })).rows as Output[]
    },
  }
}

const MOST_NAMES = 200
const names = new Map<string, string>()

/**
 * A name that keeps SQL prepared whose text is put together anew each time, such as a list with
 * what may be seen of it. Only so many texts get one, since a connection keeps each it has seen.
 */
export function nameOfText(sql: string): string | undefined {
  if (!names.has(sql) && names.size < MOST_NAMES) names.set(sql, `text-${names.size}`)
  return names.get(sql)
}

// The role is taken only where it exists and may be taken: a small hosted database has none.
const session = (role: string | undefined): string => {
  const settings = `set time zone 'UTC'; set statement_timeout = '60s';
    set idle_in_transaction_session_timeout = '60s'`
  if (role === undefined) return settings
  return `${settings}; select set_config('role', rolname, false) from pg_roles
    where rolname = ${pg.escapeLiteral(role)} and pg_has_role(session_user, oid, 'member')`
}

/** The types as the code knows them: instants and days as text, big counts as numbers. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === 1184) return instantText
  if (oid === 1082) return (text) => text
  if (oid === 20) return Number
  return pg.types.getTypeParser(oid, format as 'text')
}

/** The session's time is UTC: an instant to the millisecond only needs its letters. */
const instantText = (text: string): string =>
  text.length === 26 && text.endsWith('+00')
    ? `${text.slice(0, 10)}T${text.slice(11, 23)}Z`
    : new Date(text).toISOString()

// Classes 08 (connection), 57 (operator intervention) and 53 (no room), and the socket's own codes.
// @source PostgreSQL manual, appendix A
const AWAY = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/

function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    AWAY.test(code) ||
    /^(Connection terminated|timeout exceeded|Client has encountered)/.test(error.message)
  )
}

/**
 * Whether an error that nobody awaited says only that the database has gone: the job runner
 * leaves such behind when it notes what became of a job. A missing file is another matter.
 */
export const isDatabaseLost = (error: unknown): boolean =>
  isAway(error) && !(error instanceof Error && 'code' in error && error.code === 'ENOENT')

function away(error: unknown): never {
  if (error instanceof DatabaseAway || !isAway(error)) throw error
  throw new DatabaseAway('PostgreSQL cannot be reached', { cause: error })
}

/** Whether an error is PostgreSQL's with this five-letter code, `23505` for a broken unique key. */
export const hasSqlState = (error: unknown, state: string): boolean =>
  error instanceof Error && 'code' in error && error.code === state
