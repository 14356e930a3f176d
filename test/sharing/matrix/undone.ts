// A database in which every request can be undone, and that notes what each request asked of it.
import type { Database, Querier, Tx } from '../../../src/plumbing/index.ts'

class Undo extends Error {}

export type Undone = {
  /** Stands in for the database; works only inside `undoing`. */
  readonly db: Database
  /** Every statement, as it was sent. */
  readonly statements: string[]
  /** Statements that are made to fail; null for none. */
  fails: RegExp | null
  /** Does the work and undoes all that it changed. */
  undoing<T>(work: () => Promise<T>): Promise<T>
}

type Now = { tx: Tx | null; fails: RegExp | null; readonly statements: string[] }

/** Wraps `real`: one connection, a savepoint for every transaction, nothing kept. */
export function undone(real: Database): Undone {
  const now: Now = { tx: null, fails: null, statements: [] }
  const querier = watched(now)
  const inSavepoint = savepoints(now, querier)
  // Transactions of one request take turns, since savepoints lie inside one another.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {})
    return mine
  }
  const { ownerPool } = real
  return {
    statements: now.statements,
    get fails() {
      return now.fails
    },
    set fails(pattern) {
      now.fails = pattern
    },
    db: {
      ...querier,
      ownerPool,
      isUp: async () => true,
      close: async () => {},
      transaction: (work) => inTurn(() => inSavepoint(work)),
    },
    async undoing<T>(work: () => Promise<T>) {
      const outer = now.tx
      const done: T[] = []
      const inside = async (tx: Tx) => {
        now.tx = tx
        done.push(await work())
        throw new Undo()
      }
      const all = outer === null ? real.transaction(inside) : inSavepoint(() => inside(outer))
      await all.catch((error) => {
        if (!(error instanceof Undo)) throw error
      })
      now.tx = outer
      return done[0] as T
    },
  }
}

const txOf = ({ tx }: Now): Tx => {
  if (tx === null) throw new TypeError('Asked outside of undoing')
  return tx
}

function watched(now: Now): Querier {
  const noted = (sql: string): Tx => {
    now.statements.push(sql)
    if (now.fails?.test(sql)) throw new Error('This statement is made to fail')
    return txOf(now)
  }
  return {
    all: async (query) => noted(query.compile().sql).all(query),
    first: async (query) => noted(query.compile().sql).first(query),
    text: async (sql, values, name) => noted(sql).text(sql, values, name),
  }
}

function savepoints(now: Now, querier: Querier) {
  let depth = 0
  return async <T>(work: (inside: Tx) => Promise<T>): Promise<T> => {
    depth += 1
    const name = `undone_${depth}`
    await txOf(now).text(`savepoint ${name}`)
    try {
      const last: (() => Promise<unknown>)[] = []
      const lastly = (one: () => Promise<unknown>) => last.push(one)
      const value = await work({ ...querier, inTransaction: true, lastly })
      await Promise.all(last.map((one) => one()))
      await txOf(now).text(`release savepoint ${name}`)
      return value
    } catch (error) {
      await txOf(now).text(`rollback to savepoint ${name}`)
      throw error
    } finally {
      depth -= 1
    }
  }
}
