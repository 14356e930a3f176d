// Numbers about areas, sites and conditions: counted over many services, kept for a while.
import type { Id, Instant } from '../../basics/index.ts'
import { grantRoom } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import type { StoryNumbers } from './public-stories.ts'

export const areaNumbersTable = `
-- scratch, not personal: what was counted about an area, a site or a condition, and when
create table voice.area_numbers (
  place uuid primary key,
  counted_at timestamptz not null,
  within uuid[] not null,
  numbers jsonb not null
);

${grantRoom('voice')}
`

export type AreaNumbers = {
  readonly countedAt: Instant
  /** What lies within it and was counted with it; of very many, the first of them. */
  readonly within: readonly Id[]
  /** How many these are altogether. */
  readonly withinCount: number
  readonly numbers: StoryNumbers
}

/** What was counted about a place last; null where it never was. */
export async function keptNumbers(
  db: Querier,
  place: Id,
  named: number,
): Promise<AreaNumbers | null> {
  const [row] = await db.text<AreaNumbers>(
    `select counted_at as "countedAt", within[:$2] as within, cardinality(within) as "withinCount",
       numbers
     from voice.area_numbers where place = $1`,
    [place, named],
    'kept-numbers',
  )
  return row ?? null
}

/** The places that were counted with more than so many within them. */
export async function largeAreas(db: Querier, most: number): Promise<Id[]> {
  const rows = await db.text<{ place: Id }>(
    'select place from voice.area_numbers where cardinality(within) > $1',
    [most],
    'large-areas',
  )
  return rows.map(({ place }) => place)
}

export const keepNumbers = (db: Querier, place: Id, { countedAt, within, numbers }: AreaNumbers) =>
  db.text(
    `insert into voice.area_numbers (place, counted_at, within, numbers) values ($1, $2, $3, $4)
     on conflict (place) do update set counted_at = excluded.counted_at,
       within = excluded.within, numbers = excluded.numbers`,
    [place, countedAt, within, JSON.stringify(numbers)],
    'keep-numbers',
  )

/** What was counted of all of them is counted anew when next asked for. */
export const forgetNumbers = (db: Querier): Promise<unknown> =>
  db.text('delete from voice.area_numbers', [], 'forget-numbers')
