// Which numbers about taking part leave each month, through the gate alone: cells and counts.
import { addDays, addMonths, type Day } from '../../../basics/index.ts'
import type { AskedTable, Counted } from '../../../gate/index.ts'
import type { SupportCode } from '../offered/nine-supports.ts'

/** A month as a table names it, `2026-11`. */
type Month = string

export const monthBefore = (today: Day): Month =>
  addDays(`${today.slice(0, 7)}-01` as Day, -1).slice(0, 7)

export const spanOf = (month: Month) => {
  const from = `${month}-01` as Day
  return { from, until: addDays(addMonths(from, 1), -1) }
}

/** How many did something on a day: codes, and no person. */
export type TakenPart = {
  readonly what: string
  readonly code: string
  readonly step: string
  readonly day: Day
  readonly count: number
}

const policy = 'seven-and-five'

/** Numbers about people leave under one rule for each measure. */
export const measures = {
  information: {
    code: 'care-information',
    title: 'Information on prescription',
    says: 'How often each piece of information was sent in a month, opened, and whether it helped.',
    policy,
  },
  offered: {
    code: 'care-offered',
    title: 'Offered when told of an illness',
    says: 'How many people said in a month what they were offered, by each of nine supports.',
    policy,
  },
  takingPart: {
    code: 'care-taking-part',
    title: 'Taking part in one’s own care',
    says: 'How often people prepared a visit, were sent information, and agreed to a plan.',
    policy,
  },
} as const

/** Every step after the first holds those before it: who judged it has opened it. */
const reached = {
  Sent: ['sent', 'opened', 'yes', 'partly', 'no'],
  Opened: ['opened', 'yes', 'partly', 'no'],
  'It helped': ['yes'],
  'It helped in part': ['partly'],
  'It did not help': ['no'],
} as const

type Named = { readonly code: string; readonly title: string }

/** For each piece of information: sent, opened, and what people said. */
export const informationTable = (month: Month, items: readonly Named[]): AskedTable => ({
  title: month,
  asOf: spanOf(month).until,
  cells: items.flatMap(({ code, title }) =>
    Object.entries(reached).map(([label, steps]) => ({
      label: `${title}: ${label}`,
      where: { ...spanOf(month), only: { item: [code], step: steps } },
    })),
  ),
})

/** For each support: how many said, and how many of them were offered it. */
export const offeredTable = (
  month: Month,
  names: Readonly<Record<SupportCode, string>>,
): AskedTable => ({
  title: month,
  asOf: spanOf(month).until,
  cells: Object.entries(names).flatMap(([code, name]) => [
    { label: `${name}: said`, where: { ...spanOf(month), only: { support: [code] } } },
    {
      label: `${name}: offered`,
      where: { ...spanOf(month), only: { support: [code], step: ['offered'] } },
    },
  ]),
})

const taking = {
  'Visits prepared': 'prepared',
  'Information sent': 'information',
  'Plans that people said yes to': 'plan',
} as const

export const takingPartTable = (month: Month): AskedTable => ({
  title: month,
  asOf: spanOf(month).until,
  cells: Object.entries(taking).map(([label, what]) => ({
    label,
    where: { ...spanOf(month), only: { what: [what] } },
  })),
})

/** What was counted, with the names of the dimensions that the tables use. */
export const countedFor = (
  rows: readonly TakenPart[],
  what: 'information' | 'offered',
): readonly Counted[] =>
  rows
    .filter((row) => row.what === what)
    .map(({ code, step, day, count }) => ({
      day,
      at: what === 'information' ? { item: code, step } : { support: code, step },
      count,
    }))

export const countedTaking = (rows: readonly TakenPart[]): readonly Counted[] =>
  rows
    .filter(({ what }) => what !== 'offered')
    .map(({ what, day, count }) => ({ day, at: { what }, count }))
