// What a person decides about how they are doing: keep answers, name, score, close, schedule.
import { type Day, type Id, ok, type Result, refuse, tidyText } from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import type { OutcomeKind } from './facts.ts'
import type { Kept, Outcomes } from './outcomes.ts'
import { openOutcomes } from './outcomes.ts'
import { refusals } from './refusals.ts'

type Decided = (state: Outcomes) => Result<Decision<OutcomeKind, null>>
const done = (...facts: Decision<OutcomeKind, null>['facts']) => ok({ facts, answer: null })

/** Keeps answers once: the same filled form again does nothing. */
export const keepAnswers =
  (kept: Omit<Kept, 'at'>): Decided =>
  (state) =>
    state.kept.some(({ filled }) => filled === kept.filled)
      ? done()
      : done({ kind: 'answers-kept', body: kept })

/** @source Spec row C5: one to three outcomes */
export const MOST_OUTCOMES = 3

export type Naming = {
  readonly outcome: Id
  readonly says: string
  readonly levels: readonly string[]
  readonly importance: number
  readonly template: Id | null
  readonly labels: readonly string[]
  readonly shownAs: string
}

/**
 * Names an outcome.
 * Refuses `outcomes-enough`, `outcome-empty`, `outcome-level-empty`, `outcome-levels-alike`.
 */
export const nameOutcome =
  (naming: Naming): Decided =>
  (state) => {
    if (state.outcomes.some(({ id }) => id === naming.outcome)) return done()
    if (openOutcomes(state).length >= MOST_OUTCOMES) return refuse(refusals.enough)
    const says = tidyText(naming.says)
    if (says === '') return refuse(refusals.empty, {}, 'says')
    const levels = naming.levels.map(tidyText)
    const hole = [0, 1, 2, 3, 4].find((place) => (levels[place] ?? '') === '')
    if (hole !== undefined) return refuse(refusals.levelEmpty, {}, `level-${hole}`)
    if (new Set(levels).size < levels.length) return refuse(refusals.levelsAlike, {}, 'level-0')
    const labels = [...naming.labels]
    return done({ kind: 'outcome-named', body: { ...naming, says, levels, labels } })
  }

export type Scoring = {
  readonly outcome: Id
  readonly level: number
  readonly on: Day
  readonly note: string
}

/** Says where somebody is. Refuses `outcome-unknown`, `outcome-level-unknown`, `outcome-day`. */
export const scoreOutcome =
  (scoring: Scoring, today: Day): Decided =>
  (state) => {
    const found = openOutcomes(state).find(({ id }) => id === scoring.outcome)
    if (found === undefined) return refuse(refusals.unknown)
    const { level, on } = scoring
    if (!Number.isInteger(level) || Math.abs(level) > 2) {
      return refuse(refusals.levelUnknown, {}, 'level')
    }
    if (on > today) return refuse(refusals.dayAhead, {}, 'on')
    const note = tidyText(scoring.note)
    return done({ kind: 'outcome-scored', body: { ...scoring, note } })
  }

/** Refuses `outcome-unknown`. */
export const closeOutcome =
  (outcome: Id): Decided =>
  (state) =>
    openOutcomes(state).some(({ id }) => id === outcome)
      ? done({ kind: 'outcome-closed', body: { outcome } })
      : refuse(refusals.unknown)

export type Scheduling = {
  readonly form: string
  readonly everyWeeks: number
  readonly from: Day
  readonly until: Day | null
}

/** Asks a form again every so many weeks, in place of what was said before. */
export const scheduleForm =
  (scheduling: Scheduling): Decided =>
  () =>
    done({ kind: 'form-scheduled', body: scheduling })

/**
 * A professional asks for a form every so many weeks, where the person has not stopped it and does
 * not ask for it themselves. Refuses `schedule-stopped`, `schedule-theirs`.
 */
export const scheduleFor =
  (setBy: string, scheduling: Scheduling): Decided =>
  (state) => {
    const refusal = closedToOthers(state, scheduling.form)
    return refusal ?? done({ kind: 'form-scheduled', body: { ...scheduling, setBy } })
  }

/** A professional ends what one had set. Refuses `schedule-theirs`. */
export const endScheduleFor =
  (endedBy: string, form: string): Decided =>
  (state) => {
    const found = state.schedules.find((one) => one.form === form)
    if (found === undefined) return done()
    if (found.setBy === undefined) return refuse(refusals.scheduleTheirs)
    return done({ kind: 'form-schedule-ended', body: { form, endedBy } })
  }

function closedToOthers({ schedules, stopped }: Outcomes, form: string) {
  if (stopped.includes(form)) return refuse(refusals.scheduleStopped)
  const found = schedules.find((one) => one.form === form)
  const own = found !== undefined && found.setBy === undefined
  return own ? refuse(refusals.scheduleTheirs) : null
}

export const endSchedule =
  (form: string): Decided =>
  (state) =>
    state.schedules.some((one) => one.form === form)
      ? done({ kind: 'form-schedule-ended', body: { form } })
      : done()

/** Notes that the person was told; null facts where it is not due any more. */
export const noteReminded =
  (form: string, due: Day): Decided =>
  (state) =>
    state.schedules.some((one) => one.form === form && one.due === due)
      ? done({ kind: 'form-reminded', body: { form, due } })
      : done()

export const agreeToCounting =
  (form: string, agreed: boolean): Decided =>
  (state) =>
    state.counted.includes(form) === agreed
      ? done()
      : done({ kind: 'counting-agreed', body: { form, agreed } })
