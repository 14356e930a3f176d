// The rows made from promises, and the lists read from them.
import type { Day, Id } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, type Tx, tables } from '../../plumbing/index.ts'
import { promiseKinds } from '../domain/facts.ts'

type Tables = {
  'promises.owed': { owner: Id; stream: Id; person: Id; due: Day; settled: boolean }
  'promises.made': {
    owner: Id
    stream: Id
    organisation: Id | null
    person: Id | null
    due: Day
    said_done: boolean
    settled: boolean
    lapsed_on: Day | null
  }
}

const build = tables<Tables>()

export type PromiseRef = { readonly owner: Id; readonly stream: Id }

export const rows = projection({
  name: 'promises.rows',
  tables: ['promises.owed', 'promises.made'],
  kinds: promiseKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream }
      switch (fact.kind) {
        case 'promise-made': {
          const { to, due, promiser } = fact.body
          const owed = to.map((person) => ({
            ...at,
            person: person as Id,
            due: due as Day,
            settled: false,
          }))
          await tx.all(build.insertInto('promises.owed').values(owed))
          const made = {
            ...at,
            organisation: promiser.organisation as Id | null,
            person: promiser.person as Id | null,
            due: due as Day,
            said_done: false,
            settled: false,
            lapsed_on: null,
          }
          await tx.all(build.insertInto('promises.made').values(made))
          break
        }
        case 'promise-said-done':
          await change(tx, at, { said_done: true, settled: false })
          break
        case 'promise-answered':
          await change(tx, at, {
            said_done: fact.body.answer !== 'not yet',
            settled: fact.body.answer === 'yes',
          })
          break
        case 'promise-date-agreed':
          await change(tx, at, { due: fact.body.due as Day })
          break
        case 'promise-lapsed':
          await change(tx, at, { lapsed_on: fact.body.due as Day })
          break
        case 'promise-date-proposed':
          break
      }
    }
  },
})

async function change(
  tx: Tx,
  at: PromiseRef,
  to: { due?: Day; said_done?: boolean; settled?: boolean; lapsed_on?: Day },
): Promise<void> {
  const { said_done: _done, lapsed_on: _lapsed, ...owed } = to
  await tx.all(
    build
      .updateTable('promises.made')
      .set(to)
      .where('owner', '=', at.owner)
      .where('stream', '=', at.stream),
  )
  if (Object.keys(owed).length === 0) return
  await tx.all(
    build
      .updateTable('promises.owed')
      .set(owed)
      .where('owner', '=', at.owner)
      .where('stream', '=', at.stream),
  )
}

/** What a person asked for, open ones by the day they are due, then those that are settled. */
export const owedTo = (db: Querier, person: Id, limit = 50): Promise<PromiseRef[]> =>
  db.all(owed(person, limit))

/** What a person asked for and has not confirmed, by the day it is due. */
export const openTo = (db: Querier, person: Id, limit = 50): Promise<PromiseRef[]> =>
  db.all(owed(person, limit).where('settled', '=', false))

/** What a person, or the organisation they act for, has promised; open ones first. */
export const madeBy = (
  db: Querier,
  person: Id,
  organisation: Id | null,
  limit = 50,
): Promise<PromiseRef[]> => db.all(made(person, organisation, limit))

/** What a person, or the organisation they act for, has promised and nobody has confirmed. */
export const openBy = (
  db: Querier,
  person: Id,
  organisation: Id | null,
  limit = 50,
): Promise<PromiseRef[]> => db.all(made(person, organisation, limit).where('settled', '=', false))

const owed = (person: Id, limit: number) =>
  build
    .selectFrom('promises.owed')
    .select(['owner', 'stream'])
    .where('person', '=', person)
    .orderBy('settled')
    .orderBy('due')
    .orderBy('stream')
    .limit(limit)

const made = (person: Id, organisation: Id | null, limit: number) =>
  build
    .selectFrom('promises.made')
    .select(['owner', 'stream'])
    .where((is) =>
      is.or([
        is.and([is('person', '=', person), is('organisation', 'is', null)]),
        ...(organisation === null ? [] : [is('organisation', '=', organisation)]),
      ]),
    )
    .orderBy('settled')
    .orderBy('due')
    .orderBy('stream')
    .limit(limit)

export type DueRow = PromiseRef & { readonly due: Day }

/** Promises whose day has passed with nothing said to be done, oldest first, `after` one. */
export const dueBefore = (
  db: Querier,
  day: Day,
  limit: number,
  after?: DueRow,
): Promise<DueRow[]> =>
  db.all(
    build
      .selectFrom('promises.made')
      .select(['owner', 'stream', 'due'])
      .where((is) =>
        after === undefined
          ? is.lit(true)
          : is.or([
              is('due', '>', after.due),
              is.and([is('due', '=', after.due), is('stream', '>', after.stream)]),
            ]),
      )
      .where('due', '<', day)
      .where('said_done', '=', false)
      .where('settled', '=', false)
      .where((is) => is('lapsed_on', 'is distinct from', is.ref('due')))
      .orderBy('due')
      .orderBy('stream')
      .limit(limit),
  )

/** Where a promise lies, for somebody who holds its address. */
export const findPromise = (db: Querier, stream: Id): Promise<PromiseRef | undefined> =>
  db.first(
    build.selectFrom('promises.made').select(['owner', 'stream']).where('stream', '=', stream),
  )
