// A database in which every request can be undone, and that notes what each request asked of it.
import type { Database, Querier, Tx } from '../../../src/plumbing/index.ts'

class Undo extends Error {}

export type Undone = {
  /** Stands in for the database; works only inside `undoing`. */
  readonly db: Database
  /** Every statement since `forget`, as it was sent. */
  readonly statements: string[]
  /** Statements that are made to fail; null for none. */
  fails: RegExp | null
  /** Does the work and undoes all that it changed. */
  undoing<T>(work: () => Promise<T>): Promise<T>
}

/** Wraps `real`: one connection, a savepoint for every transaction, nothing kept. */
export function undone(real: Database): Undone {
  let current: Tx | null = null
  let depth = 0
  let turn: Promise<unknown> = Promise.resolve()
  const statements: string[] = []
  const tx = (): Tx => {
    if (current === null) throw new TypeError('Asked outside of undoing')
    return current
  }
  const noted = (sql: string): void => {
    statements.push(sql)
    if (self.fails?.test(sql)) throw new Error('This statement is made to fail')
  }
  const querier: Querier = {
    async all(query) {
      noted(query.compile().sql)
      return tx().all(query)
    },
    async first(query) {
      noted(query.compile().sql)
      return tx().first(query)
    },
    async text(sql, values, name) {
      noted(sql)
      return tx().text(sql, values, name)
    },
  }
  // Transactions of one request take turns, since savepoints lie inside one another.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {})
    return mine
  }
  async function inSavepoint<T>(work: (inside: Tx) => Promise<T>): Promise<T> {
    depth += 1
    const name = `undone_${depth}`
    await tx().text(`savepoint ${name}`)
    try {
      const value = await work({ ...querier, inTransaction: true })
      await tx().text(`release savepoint ${name}`)
      return value
    } catch (error) {
      await tx().text(`rollback to savepoint ${name}`)
      throw error
    } finally {
      depth -= 1
    }
  }
  const self: Undone = {
    statements,
    fails: null,
    db: {
      ...querier,
      ownerPool: real.ownerPool,
      isUp: async () => true,
      close: async () => {},
      transaction: (work) => inTurn(() => inSavepoint(work)),
    },
    async undoing(work) {
      const outer = current
      let value: Awaited<ReturnType<typeof work>> | undefined
      const inside = async (tx: Tx) => {
        current = tx
        value = await work()
        throw new Undo()
      }
      const done = outer === null ? real.transaction(inside) : inSavepoint(() => inside(outer))
      await done.catch((error) => {
        if (!(error instanceof Undo)) throw error
      })
      current = outer
      return value as Awaited<ReturnType<typeof work>>
    },
  }
  return self
}
