// What is kept of a filled form beside its answers: what it adds up to, and how it came about.
import type { Day, Id } from '../../../basics/index.ts'
import {
  type Answers,
  type Form,
  goalAttainment,
  inLanguage,
  opensSafetyPath,
  scoreAnswers,
} from '../../../forms/index.ts'
import { type Kept, latestOf, type Outcome } from '../../domain/outcomes/outcomes.ts'

export type Answered = {
  readonly filled: Id
  readonly on: Day
  readonly mode: string
  readonly answers: Answers
  readonly shownAs: string
}

/** Scorings whose answers are about the mind: they are private unless the person says otherwise. */
const ofTheMind: readonly string[] = ['phq-9', 'gad-7']

/** How private answers to a form are, whatever they are. */
export const labelsOf = ({ scoring }: Form): string[] =>
  ofTheMind.includes(scoring?.by ?? '') ? ['mental'] : []

/** What is kept of a filled form, with what it adds up to. */
export function keptOf(form: Form, answered: Answered): Omit<Kept, 'at'> {
  const { filled, on, mode, answers, shownAs } = answered
  const scored = scoreAnswers(form, answers)
  const score = scored?.score ?? null
  const whole = score?.kind === 'total' ? score : null
  const parts = score?.kind === 'apart' ? score.parts : []
  const named = form.scoring?.items ?? []
  return {
    filled,
    form: form.code,
    version: form.version,
    title: inLanguage(form.title, 'en'),
    on,
    mode,
    scoring: scored?.by ?? null,
    total: whole?.total ?? null,
    raw: whole?.raw ?? null,
    band: whole?.band ?? null,
    apart: parts.map(({ value, band }, place) => {
      const item = form.items.find(({ id }) => id === named[place])
      return { says: item?.says.en ?? '', value, band }
    }),
    safety: opensSafetyPath(form, answers),
    labels: labelsOf(form),
    shownAs,
  }
}

/**
 * The T-score of everything that is followed and was scored, each by its importance, to two
 * places; null where nothing was scored.
 * @source facts, part 11: Goal Attainment Scaling
 */
export function attainment(outcomes: readonly Outcome[]): number | null {
  const goals = outcomes.flatMap((one) => {
    const latest = latestOf(one)
    return latest === null ? [] : [{ level: latest.level, weight: one.importance }]
  })
  const t = goalAttainment(goals)
  return t === null ? null : Math.round(t * 100) / 100
}
