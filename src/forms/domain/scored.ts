// What the answers to a form add up to, and whether they open the safety path.
import { type Answers, type Form, numberOf } from './form.ts'
import { type Score, type Scoring, type ScoringName, scorings } from './scoring.ts'

export type ScoredAnswers = {
  readonly by: ScoringName
  readonly scoring: Scoring
  readonly score: Score
}

/** The answers that count, in the order of the scoring; null where one is missing. */
export const countedValues = (form: Form, answers: Answers): readonly (number | null)[] =>
  (form.scoring?.items ?? []).map((id) => {
    const item = form.items.find((one) => one.id === id)
    return item === undefined ? null : numberOf(item, answers[id])
  })

/** Null where the form has no scoring. */
export function scoreAnswers(form: Form, answers: Answers): ScoredAnswers | null {
  if (form.scoring === undefined) return null
  const scoring = scorings[form.scoring.by]
  return { by: form.scoring.by, scoring, score: scoring.score(countedValues(form, answers)) }
}

/** The question whose answer can open the safety path; null where the form has none. */
export function safetyQuestion({ scoring }: Form): string | null {
  const place = scoring === undefined ? null : scorings[scoring.by].safety
  return place === null ? null : (scoring?.items[place] ?? null)
}

/**
 * Whether these answers open the safety path: any thought of death or of hurting oneself, however
 * the rest is answered and however little. It is shown at once, and before any total.
 * @source facts, part 11: PHQ-9, item 9
 */
export function opensSafetyPath(form: Form, answers: Answers): boolean {
  const id = safetyQuestion(form)
  const item = form.items.find((one) => one.id === id)
  return item !== undefined && (numberOf(item, answers[item.id]) ?? 0) > 0
}
