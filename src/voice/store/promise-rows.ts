// The rows made from promises of one sort: whatever they answer, how they stand is kept alike.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { type FactOf, type Projection, projection } from '../../log/index.ts'
import { type Tx, tables } from '../../plumbing/index.ts'
import {
  newDateAgreed,
  type PromiseRef,
  promiseAnswered,
  promiseMade,
  promiseSaidDone,
} from '../../promises/index.ts'

/** What the rows of both sorts hold; those that answer a story hold which, and since when. */
export type PromiseRow = {
  owner: Id
  stream: Id
  story?: Id
  organisation: Id | null
  due: Day
  made_at?: Instant
  said_done_at: Instant | null
  answer: string | null
}

type Table = 'voice.promised' | 'voice.recommended'
type Made = FactOf<typeof promiseMade>

const build = tables<Record<Table, PromiseRow>>()

/** What changes how a promise stands. */
export const promiseKinds = [promiseMade, promiseSaidDone, promiseAnswered, newDateAgreed] as const

/** Rows of those promises for which `more` gives what else the row holds; null leaves one out. */
export const promiseRows = (
  table: Table,
  more: (made: Made) => Pick<PromiseRow, 'story' | 'made_at'> | null,
): Projection =>
  projection({
    name: table,
    tables: [table],
    kinds: promiseKinds,
    async apply(tx, facts) {
      for (const fact of facts) {
        switch (fact.kind) {
          case 'promise-made':
            await insert(tx, table, fact, more(fact))
            break
          case 'promise-said-done':
            await change(tx, table, fact, { said_done_at: fact.at, answer: null })
            break
          case 'promise-answered':
            await change(tx, table, fact, { answer: fact.body.answer })
            break
          case 'promise-date-agreed':
            await change(tx, table, fact, { due: fact.body.due as Day })
            break
        }
      }
    },
  })

async function insert(
  tx: Tx,
  table: Table,
  made: Made,
  more: Partial<PromiseRow> | null,
): Promise<void> {
  if (more === null) return
  const row = {
    owner: made.owner,
    stream: made.stream,
    organisation: made.body.promiser.organisation as Id | null,
    due: made.body.due as Day,
    said_done_at: null,
    answer: null,
    ...more,
  }
  await tx.all(build.insertInto(table).values(row))
}

async function change(
  tx: Tx,
  table: Table,
  { owner, stream }: PromiseRef,
  set: Partial<PromiseRow>,
): Promise<void> {
  const rows = build.updateTable(table).set(set)
  await tx.all(rows.where('owner', '=', owner).where('stream', '=', stream))
}
