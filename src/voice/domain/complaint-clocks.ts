// The clocks of a formal complaint, nation by nation, as dated rules of law.
import {
  addDays,
  addMonths,
  type DatedRule,
  type Day,
  datedRule,
  dayIn,
  dueAfterWorkingDays,
  type Instant,
  LONDON,
  type Nation,
  ok,
  type Result,
  workingDays,
} from '../../basics/index.ts'

export type ComplaintStep =
  | 'acknowledge'
  | 'resolve-at-once'
  | 'resolve-early'
  | 'reply'
  | 'explain'
  | 'bring'

export type ComplaintClock = {
  readonly nation: Nation
  readonly step: ComplaintStep
  readonly rule: DatedRule<number>
}

const clock = (
  nation: Nation,
  step: ComplaintStep,
  rule: Omit<DatedRule<number>, 'confirmed'>,
): ComplaintClock => ({ nation, step, rule: { ...datedRule({ ...rule, confirmed: null }) } })

const english =
  'Local Authority Social Services and National Health Service Complaints (England) ' +
  'Regulations 2009 (SI 2009/309)'
const welsh =
  'National Health Service (Concerns, Complaints and Redress Arrangements) (Wales) ' +
  'Regulations 2011 (SI 2011/704)'
const scottish = 'NHS Scotland Model Complaints Handling Procedure'
const irish = 'HSC Complaints Policy, Northern Ireland'
const days = 'working days'

/** A rule for each step that a nation's law gives a time for. Where there is none, none is here. */
export const complaintClocks: readonly ComplaintClock[] = [
  clock('england', 'acknowledge', {
    says: 'A complaint is acknowledged not later than 3 working days after the day received',
    from: '2009-04-01',
    value: 3,
    unit: days,
    source: `${english}, regulation 13`,
  }),
  clock('england', 'resolve-at-once', {
    says:
      'A complaint made by word of mouth and resolved by the end of the next working day is ' +
      'outside the regulations',
    from: '2009-04-01',
    value: 1,
    unit: days,
    source: `${english}, regulation 8(1)(c)`,
  }),
  clock('england', 'explain', {
    says:
      'Where there is no response within 6 months beginning with the day received, or a longer ' +
      'time agreed before that ends, the body writes to explain why',
    from: '2009-04-01',
    value: 6,
    unit: 'months beginning with the day',
    source: `${english}, regulation 14`,
  }),
  clock('england', 'bring', {
    says: 'A complaint is made not later than 12 months after it happened, or came to be known',
    from: '2009-04-01',
    value: 12,
    unit: 'months after the day',
    source: `${english}, regulation 12`,
  }),
  clock('wales', 'acknowledge', {
    says: 'A concern is acknowledged not later than 2 working days after the day received',
    from: '2011-04-01',
    value: 2,
    unit: days,
    source: `${welsh}, regulation 22`,
  }),
  clock('wales', 'reply', {
    says: 'A concern is answered within 30 working days',
    from: '2011-04-01',
    value: 30,
    unit: days,
    source: `${welsh}, regulation 24`,
  }),
  clock('scotland', 'acknowledge', {
    says: 'A complaint to be investigated is acknowledged within 3 working days',
    from: '2017-04-01',
    value: 3,
    unit: days,
    source: `${scottish}, stage 2`,
  }),
  clock('scotland', 'resolve-early', {
    says: 'A complaint is resolved early within 5 working days',
    from: '2017-04-01',
    value: 5,
    unit: days,
    source: `${scottish}, stage 1`,
  }),
  clock('scotland', 'reply', {
    says: 'A complaint that is investigated is answered within 20 working days',
    from: '2017-04-01',
    value: 20,
    unit: days,
    source: `${scottish}, stage 2`,
  }),
  clock('northern-ireland', 'acknowledge', {
    says: 'A complaint is acknowledged within 3 working days',
    from: '2009-04-01',
    value: 3,
    unit: days,
    source: irish,
  }),
  clock('northern-ireland', 'reply', {
    says: 'A complaint about a family practice is answered within 10 working days',
    from: '2009-04-01',
    value: 10,
    unit: days,
    source: irish,
  }),
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
  if (unit === days) return dueAfterWorkingDays(start, workingDays(value), nation)
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
