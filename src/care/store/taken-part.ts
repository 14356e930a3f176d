// Counting what people took part in, over all of them: codes and days, for the gate alone.
import type { Day } from '../../basics/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { TakenPart } from '../domain/taking-part/monthly-numbers.ts'

/** How often each thing happened on each day up to one. */
export const countTakenPart = (db: Querier, until: Day): Promise<TakenPart[]> =>
  db.text<TakenPart>(
    `select what, code, step, day, count(*)::integer as count from care.taken_part
     where day <= $1 and what not in ('map', 'met')
     group by what, code, step, day order by day, what, code, step`,
    [until],
    'count-taken-part',
  )
