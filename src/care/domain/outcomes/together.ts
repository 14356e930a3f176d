// Many people's answers together: change from first to last, and shared decisions by collaboRATE.
import { addDays, addMonths, type Day } from '../../../basics/index.ts'
import type { AskedTable, Counted, ReleasedTable, Shown } from '../../../gate/index.ts'

/** @source facts, part 11: Warwick advises 30 paired people or more for claims about a group */
export const FEWEST_PAIRS = 30

export type Direction = 'better' | 'same' | 'worse'
export const directions = ['better', 'same', 'worse'] as const satisfies readonly Direction[]

/** What a change of a total means, by which way of the scale is the better one. */
export function directionOf(change: number, better: 'more' | 'fewer'): Direction {
  if (change === 0) return 'same'
  return change > 0 === (better === 'more') ? 'better' : 'worse'
}

/** The last day of the month before the one that a day lies in. */
export const lastMonthEnd = (today: Day): Day => addDays(`${today.slice(0, 7)}-01` as Day, -1)

const BEGINNING = '2020-01-01' as Day
export const ALL = 'All'

export type Change = { readonly last: Day; readonly change: number; readonly count: number }

/** The pairs whose last answer lies no later than a day; null where they are fewer than 30. */
export function changesUntil(
  rows: readonly Change[],
  until: Day,
  better: 'more' | 'fewer',
): readonly Counted[] | null {
  const within = rows.filter(({ last }) => last <= until)
  const pairs = within.reduce((so, { count }) => so + count, 0)
  if (pairs < FEWEST_PAIRS) return null
  return within.map(({ last, change, count }) => {
    return { day: last, at: { change: directionOf(change, better) }, count }
  })
}

/** Everybody, and those with each direction. */
export const changeTable = (until: Day): AskedTable => ({
  title: until,
  asOf: until,
  cells: [
    { label: ALL, where: { from: BEGINNING, until, only: {} } },
    ...directions.map((one) => {
      return { label: one, where: { from: BEGINNING, until, only: { change: [one] } } }
    }),
  ],
})

/** What left of one label. */
export const shownOf = ({ cells }: Pick<ReleasedTable, 'cells'>, label: string): Shown | null =>
  cells.find((one) => one.label === label)?.shown ?? null

export const TOP = 'Top score'

/** Three months of a team: visits that count, and those with the top answer to everything. */
export function visitTable(until: Day): AskedTable {
  const from = addDays(addMonths(addDays(until, 1), -3), 0)
  return {
    title: until,
    asOf: until,
    cells: [
      { label: ALL, where: { from, until, only: {} } },
      { label: TOP, where: { from, until, only: { top: ['yes'] } } },
    ],
  }
}
