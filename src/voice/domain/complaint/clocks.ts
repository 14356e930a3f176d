// The clocks of a formal complaint, nation by nation, as dated rules of law.
import {
  addDays,
  addMonths,
  type DatedRule,
  type Day,
  dayIn,
  dueAfterWorkingDays,
  type Instant,
  LONDON,
  type Nation,
  ok,
  type Result,
  workingDays,
} from '../../../basics/index.ts'
import * as rules from './dated-rules.ts'

export type ComplaintStep =
  | 'acknowledge'
  | 'resolve-at-once'
  | 'resolve-early'
  | 'reply'
  | 'explain'
  | 'bring'
  | 'ombudsman'

export type ComplaintClock = {
  readonly nation: Nation
  readonly step: ComplaintStep
  readonly rule: DatedRule<number>
}

const clock = (nation: Nation, step: ComplaintStep, rule: DatedRule<number>): ComplaintClock => ({
  nation,
  step,
  rule,
})

/** A rule for each step that a nation's law gives a time for. Where there is none, none is here. */
export const complaintClocks: readonly ComplaintClock[] = [
  clock('england', 'acknowledge', rules.englishAcknowledge),
  clock('england', 'resolve-at-once', rules.englishResolveAtOnce),
  clock('england', 'explain', rules.englishExplain),
  clock('england', 'bring', rules.englishBring),
  clock('england', 'ombudsman', rules.englishOmbudsman),
  clock('wales', 'acknowledge', rules.welshAcknowledge),
  clock('wales', 'reply', rules.welshReply),
  clock('scotland', 'acknowledge', rules.scottishAcknowledge),
  clock('scotland', 'resolve-early', rules.scottishResolveEarly),
  clock('scotland', 'reply', rules.scottishReply),
  clock('northern-ireland', 'acknowledge', rules.irishAcknowledge),
  clock('northern-ireland', 'reply', rules.irishReply),
]

export const clockOf = (nation: Nation, step: ComplaintStep): ComplaintClock | undefined =>
  complaintClocks.find((one) => one.nation === nation && one.step === step)

/**
 * The last day of a step that began with a day or moment, by the nation's rule; null where its law
 * gives no time. Refuses `bank-holidays-not-held`.
 */
export function dueFor(
  nation: Nation,
  step: ComplaintStep,
  from: Instant | Day,
): Result<Day | null> {
  const found = clockOf(nation, step)
  if (found === undefined) return ok(null)
  const { value, unit } = found.rule
  const start = from.length === 10 ? (from as Day) : dayIn(LONDON, from as Instant)
  if (unit === 'working days') return dueAfterWorkingDays(start, workingDays(value), nation)
  if (unit === 'months after the day') return ok(addMonths(start, value))
  return ok(lastDayOfMonths(start, value))
}

/**
 * The last day of so many months that begin with a day: the day before the corresponding one, or
 * the last of the month where that has no such day.
 * @source Dodds v Walker [1981] 1 WLR 1027 (HL), where the first day counts
 */
export function lastDayOfMonths(first: Day, months: number): Day {
  const corresponding = addMonths(first, months)
  return corresponding.slice(8) === first.slice(8) ? addDays(corresponding, -1) : corresponding
}

/**
 * The day by whose end the body answers or explains: 6 months, or the longer time that was agreed
 * while they still ran. A day agreed too late, or a shorter one, does not move it.
 */
export function explainBy(received: Day, agreed: { on: Day; until: Day } | null): Result<Day> {
  const due = dueFor('england', 'explain', received)
  if (!due.ok) return due
  const first = due.value ?? received
  const longer = agreed !== null && agreed.on <= first && agreed.until > first
  return ok(longer ? agreed.until : first)
}
