// How a person is doing: outcomes in their own words, forms asked again, and what may be counted.
import { addDays, type Day, dayIn, type Id, type Instant, LONDON } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import { type OutcomeKind, outcomeKinds } from './facts.ts'

type BodyOf<K extends OutcomeKind['kind']> = Extract<FactOf<OutcomeKind>, { kind: K }>['body']

export type Kept = BodyOf<'answers-kept'> & { readonly at: Instant }
export type Reached = Omit<BodyOf<'outcome-scored'>, 'outcome'>

export type Outcome = Omit<BodyOf<'outcome-named'>, 'outcome'> & {
  readonly id: Id
  readonly namedAt: Instant
  /** Oldest first. */
  readonly reached: readonly Reached[]
  readonly closed: boolean
}

export type Schedule = BodyOf<'form-scheduled'> & {
  /** The day on which the person is told next; null when there is none any more. */
  readonly due: Day | null
  /** The day on which it was due and has not been answered since. */
  readonly waiting: Day | null
}

export type Outcomes = {
  readonly outcomes: readonly Outcome[]
  readonly kept: readonly Kept[]
  readonly schedules: readonly Schedule[]
  /** The forms that the person does not want to be asked by others. */
  readonly stopped: readonly string[]
  /** The forms whose answers may be counted with those of others. */
  readonly counted: readonly string[]
}

export const outcomesStream: StreamType<Outcomes, OutcomeKind> = {
  name: 'outcomes',
  says: 'How one person is doing, by forms and in their own words',
  kinds: outcomeKinds,
  start: { outcomes: [], kept: [], schedules: [], stopped: [], counted: [] },
  fold: (state, fact) => ({
    outcomes: outcomesAfter(state.outcomes, fact),
    schedules: schedulesAfter(state.schedules, fact),
    stopped: stoppedAfter(state.stopped, fact),
    kept:
      fact.kind === 'answers-kept' ? [...state.kept, { ...fact.body, at: fact.at }] : state.kept,
    counted: countedAfter(state.counted, fact),
  }),
}

function outcomesAfter(list: readonly Outcome[], fact: FactOf<OutcomeKind>): readonly Outcome[] {
  const change = (id: string, how: (one: Outcome) => Outcome) =>
    list.map((one) => (one.id === id ? how(one) : one))
  switch (fact.kind) {
    case 'outcome-named': {
      const { outcome, ...rest } = fact.body
      const id = outcome as Id
      return [...list, { ...rest, id, namedAt: fact.at, reached: [], closed: false }]
    }
    case 'outcome-scored': {
      const { outcome, ...reached } = fact.body
      return change(outcome, (one) => ({ ...one, reached: [...one.reached, reached] }))
    }
    case 'outcome-closed':
      return change(fact.body.outcome, (one) => ({ ...one, closed: true }))
    default:
      return list
  }
}

function schedulesAfter(list: readonly Schedule[], fact: FactOf<OutcomeKind>): readonly Schedule[] {
  switch (fact.kind) {
    case 'form-scheduled': {
      const others = list.filter(({ form }) => form !== fact.body.form)
      return [...others, { ...fact.body, due: fact.body.from, waiting: null }]
    }
    case 'form-schedule-ended':
      return list.filter(({ form }) => form !== fact.body.form)
    case 'answers-kept':
      return list.map((one) =>
        one.form === fact.body.form
          ? { ...one, due: dueAfter(one, fact.body.on), waiting: null }
          : one,
      )
    case 'form-reminded':
      return list.map((one) =>
        one.form === fact.body.form
          ? { ...one, due: dueAfter(one, dayIn(LONDON, fact.at)), waiting: one.due }
          : one,
      )
    default:
      return list
  }
}

/** What the person stopped stays stopped for others, until they ask for it again themselves. */
function stoppedAfter(list: readonly string[], fact: FactOf<OutcomeKind>): readonly string[] {
  const others = (form: string) => list.filter((one) => one !== form)
  if (fact.kind === 'form-scheduled' && fact.body.setBy === undefined) return others(fact.body.form)
  if (fact.kind !== 'form-schedule-ended' || fact.body.endedBy !== undefined) return list
  return [...others(fact.body.form), fact.body.form]
}

export type Rhythm = Pick<Schedule, 'due' | 'everyWeeks' | 'until'>

// Answered this many days early, it counts for the day on which it is due.
const EARLY_DAYS = 6

/**
 * When it is due next, after a day on which the person answered or was told. Answered a few days
 * early, it counts for the day that is near; what was missed is passed over.
 */
export function dueAfter({ due, everyWeeks, until }: Rhythm, day: Day): Day | null {
  if (due === null || day < addDays(due, -EARLY_DAYS)) return due
  let next = addDays(due, 7 * everyWeeks)
  while (next <= day) next = addDays(next, 7 * everyWeeks)
  return until !== null && next > until ? null : next
}

function countedAfter(list: readonly string[], fact: FactOf<OutcomeKind>): readonly string[] {
  if (fact.kind !== 'counting-agreed') return list
  const { form, agreed } = fact.body
  const others = list.filter((one) => one !== form)
  return agreed ? [...others, form] : others
}

export const openOutcomes = ({ outcomes }: Outcomes): readonly Outcome[] =>
  outcomes.filter(({ closed }) => !closed)

/** Where somebody stands, by the last day they said so; null where they have not. */
export const latestOf = ({ reached }: Outcome): Reached | null =>
  reached.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1) ??
  null

/** The five levels, from much less to much more than hoped. */
export const LEVELS = [-2, -1, 0, 1, 2] as const

/** What a level of an outcome means, in the person’s own words. */
export const meaningOf = ({ levels }: Pick<Outcome, 'levels'>, level: number): string =>
  levels[level + 2] ?? ''
