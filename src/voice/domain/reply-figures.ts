// The monthly figures of the Friends and Family Test for one service: which cells, which per cents.
import { addDays, addMonths, type Day } from '../../basics/index.ts'
import type { AskedTable, Counted, ReleasedTable, Shown } from '../../gate/index.ts'

/** A month as the return names it, `2026-11`. */
export type Month = string

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const firstDayOf = (month: Month): Day => `${month}-01` as Day

export const lastDayOf = (month: Month): Day => addDays(addMonths(firstDayOf(month), 1), -1)

/** The month before the one that a day lies in. */
export const monthBefore = (day: Day): Month => monthOf(addDays(firstDayOf(monthOf(day)), -1))

/** Which answers are positive and which are negative. @source facts F2.4 */
const positive = ['very-good', 'good'] as const
const negative = ['poor', 'very-poor'] as const

/**
 * Whole per cent of all six answers, “don’t know” included; null where there was no reply.
 * Halves are rounded up, as in the published workbook. Exact: no fractions are lost.
 * @source facts F2.6 (NHS England, FFT Pipeline, June 2026)
 */
export function wholePercent(part: number, replies: number): number | null {
  if (replies === 0) return null
  return Math.floor((200 * part + replies) / (2 * replies))
}

/** The label of a cell of every month: what it counts. */
export const ALL = 'Replies'
export const POSITIVE = 'Positive replies'
export const NEGATIVE = 'Negative replies'

/** The cells of one month: every reply, the positive and negative ones, and each of six answers. */
export function monthTable(
  month: Month,
  answers: readonly { readonly value: string; readonly says: string }[],
): AskedTable {
  const span = { from: firstDayOf(month), until: lastDayOf(month) }
  const cell = (label: string, only: Readonly<Record<string, readonly string[]>>) => {
    return { label, where: { ...span, only } }
  }
  return {
    title: month,
    asOf: span.until,
    cells: [
      cell(ALL, {}),
      cell(POSITIVE, { answer: positive }),
      cell(NEGATIVE, { answer: negative }),
      ...answers.map(({ value, says }) => cell(says, { answer: [value] })),
    ],
  }
}

/** Replies as they were counted: how many on a day gave an answer. */
export const countedReplies = (
  rows: readonly { readonly day: Day; readonly answer: string; readonly count: number }[],
): readonly Counted[] => rows.map(({ day, answer, count }) => ({ day, at: { answer }, count }))

export type MonthFigures = {
  readonly month: Month
  readonly cells: readonly { readonly label: string; readonly shown: Shown }[]
  /** Whole per cent; null where a number behind it is not shown, or there was no reply. */
  readonly positive: number | null
  readonly negative: number | null
}

/**
 * What a released month says. Per cents are worked out from what is shown and nothing else, so
 * that they give nothing away.
 * @source facts F2.4, F2.6, F2.10
 */
export function figuresOf({ title, cells }: ReleasedTable): MonthFigures {
  const shown = (wanted: string) => cells.find(({ label }) => label === wanted)?.shown ?? 'few'
  const all = shown(ALL)
  const percent = (part: Shown) =>
    typeof part === 'number' && typeof all === 'number' ? wholePercent(part, all) : null
  return {
    month: title,
    cells: cells.map(({ label, shown: one }) => ({ label, shown: one })),
    positive: percent(shown(POSITIVE)),
    negative: percent(shown(NEGATIVE)),
  }
}
