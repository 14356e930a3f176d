// The rows made from measures, and the list read from them: all of it is public.
import type { Day, Id } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, tables } from '../../plumbing/index.ts'
import { measureKinds } from '../domain/facts.ts'

export type MeasureRow = {
  owner: Id
  stream: Id
  code: string
  title: string
  /** How many tables of it have left. */
  tables: number
  newest: Day | null
}

const build = tables<{ 'gate.measures': MeasureRow }>()

export const measures = projection({
  name: 'gate.measures',
  tables: ['gate.measures'],
  kinds: measureKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream } of facts) {
      if (kind === 'measure-opened') {
        const { code, title } = body
        const row = { owner, stream, code, title, tables: 0, newest: null }
        await tx.all(build.insertInto('gate.measures').values(row))
      } else {
        await tx.text(
          `update gate.measures set tables = tables + 1, newest = greatest(newest, $3::date)
           where owner = $1 and stream = $2`,
          [owner, stream, body.asOf],
          'count-table',
        )
      }
    }
  },
})

/** The measures of which something left, by title. */
export const listMeasures = (db: Querier, offset: number, limit: number): Promise<MeasureRow[]> =>
  db.all(
    build
      .selectFrom('gate.measures')
      .selectAll()
      .where('tables', '>', 0)
      .orderBy('title')
      .orderBy('owner')
      .offset(offset)
      .limit(limit),
  )
