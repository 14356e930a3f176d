// Clocks: when something is due, from a dated rule and the calendar of a nation.
import {
  type DatedRule,
  type Day,
  dueAfterDays,
  dueAfterMonths,
  dueAfterWorkingDays,
  type Instant,
  type Nation,
  ok,
  type Result,
  workingDays,
  workingDaysTaken,
} from '../../basics/index.ts'

export type ClockUnit = 'working days' | 'days' | 'months'
export type ClockRule = DatedRule<number> & { readonly unit: ClockUnit }

/** The day by whose end a rule makes something due. Refuses `bank-holidays-not-held`. */
export function dueUnder(rule: ClockRule, from: Instant | Day, nation: Nation): Result<Day> {
  switch (rule.unit) {
    case 'working days':
      return dueAfterWorkingDays(from, workingDays(rule.value), nation)
    case 'days':
      return ok(dueAfterDays(from, rule.value))
    case 'months':
      return ok(dueAfterMonths(from, rule.value))
  }
}

/** What a promise keeps of the rule that set its day. */
export const sourceOf = (rule: DatedRule<number | string>) => ({
  says: rule.says,
  source: rule.source,
  confirmed: rule.confirmed,
})

/** The source of a date that was agreed by hand. */
export const agreedByHand = { says: 'Agreed by hand', source: null, confirmed: null } as const

/** Whole working days by which a day has passed; 0 while it has not. */
export const workingDaysLate = (due: Day, today: Day, nation: Nation): Result<number> =>
  today <= due ? ok(0) : workingDaysTaken(due, today, nation)
