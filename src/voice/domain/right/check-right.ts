// Was this right kept for me? What a person answers, held against the rule: never a verdict.
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  ok,
  type Result,
} from '../../../basics/index.ts'
import { clockOf, dueFor } from '../complaint/clocks.ts'
import { recordCorrectedWithin, recordGivenWithin, treatedWithin } from './dated-rules.ts'

export type CheckedDay = 'acknowledged' | 'answered' | 'treated' | 'given' | 'corrected'
export type CheckedAsk = 'choice' | 'told-why' | 'involved' | 'told-of-harm'

/** How a right can be checked: two days and a rule between them, or one plain question. */
export type RightCheck =
  | { readonly by: 'days'; readonly what: CheckedDay }
  | { readonly by: 'asking'; readonly what: CheckedAsk }

export const rightChecks: Readonly<Record<string, RightCheck>> = {
  'CH-1': { by: 'asking', what: 'told-why' },
  'CH-3': { by: 'asking', what: 'choice' },
  'CH-4': { by: 'days', what: 'treated' },
  'CR-A7': { by: 'days', what: 'treated' },
  'CR-C1': { by: 'asking', what: 'told-why' },
  'CR-C4': { by: 'asking', what: 'choice' },
  'CR-I1': { by: 'asking', what: 'involved' },
  'CR-I2': { by: 'asking', what: 'told-of-harm' },
  'CR-R5': { by: 'days', what: 'given' },
  'CR-R6': { by: 'days', what: 'corrected' },
  'CR-X1': { by: 'days', what: 'acknowledged' },
  'CR-X4': { by: 'days', what: 'answered' },
}

type Rule = { readonly says: string; readonly source: string }

/** The day by whose end it was due, with the rule that says so. */
export function dueOf(
  what: CheckedDay,
  from: Day,
): Result<{ readonly due: Day; readonly rule: Rule }> {
  switch (what) {
    case 'acknowledged':
    case 'answered': {
      const step = what === 'acknowledged' ? 'acknowledge' : 'explain'
      const due = dueFor('england', step, from)
      const rule = clockOf('england', step)?.rule
      if (!due.ok) return due
      if (due.value === null || rule === undefined) throw new Error('England has this clock')
      return ok({ due: due.value, rule })
    }
    case 'treated':
      return ok({ due: addDays(from, treatedWithin.value), rule: treatedWithin })
    case 'given':
      return ok({ due: addMonths(from, recordGivenWithin.value), rule: recordGivenWithin })
    case 'corrected':
      return ok({ due: addMonths(from, recordCorrectedWithin.value), rule: recordCorrectedWithin })
  }
}

export type Checked = {
  readonly due: Day
  readonly rule: Rule
  /** How many days after the day it was due; 0 in time; null while it may still come. */
  readonly daysAfter: number | null
  readonly done: boolean
}

/** Holds two days against the rule; where nothing came yet, today stands in its place. */
export function checkDays(
  what: CheckedDay,
  from: Day,
  doneOn: Day | null,
  today: Day,
): Result<Checked> {
  const found = dueOf(what, from)
  if (!found.ok) return found
  const { due, rule } = found.value
  const until = doneOn ?? today
  const after = until > due ? daysBetween(due, until) : 0
  const daysAfter = doneOn === null && after === 0 ? null : after
  return ok({ due, rule, daysAfter, done: doneOn !== null })
}
