// Going through a form in order: which questions these answers lead to, and what follows from them.
import type { Comparison, Condition } from './condition.ts'
import { evaluate, parseExpression } from './expression.ts'
import { type Answer, type Answers, type Form, type Item, numberOf } from './form.ts'

export type Followed = {
  /** What these answers lead to, in order. */
  readonly asked: readonly Item[]
  /** The answers that count, with what was worked out from them. */
  readonly answers: Answers
}

/** Goes through the form in order: what is asked, what counts, and what follows from it. */
export function follow({ items }: Form, given: Answers): Followed {
  const asked: Item[] = []
  const answers: Record<string, Answer> = {}
  const known = new Map<string, Item>()
  for (const item of items) {
    if (item.when !== undefined && !holds(item.when, known, answers)) continue
    asked.push(item)
    known.set(item.id, item)
    // What was answered to a question that is not asked any more counts for nothing.
    const answer = item.kind === 'worked' ? worked(item.by, known, answers) : given[item.id]
    if (answer !== undefined && answer !== null && item.kind !== 'note') answers[item.id] = answer
  }
  return { asked, answers }
}

/** The questions that these answers lead to, in order. */
export const askedItems = (form: Form, answers: Answers): readonly Item[] =>
  follow(form, answers).asked

function worked(by: string, known: ReadonlyMap<string, Item>, answers: Answers): number | null {
  const parsed = parseExpression(by)
  if (!parsed.ok) return null
  return evaluate(parsed.expression, (name) => {
    const item = known.get(name)
    return item === undefined ? null : numberOf(item, answers[name])
  })
}

function holds(condition: Condition, known: ReadonlyMap<string, Item>, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, known, answers))
  if ('any' in condition) return condition.any.some((one) => holds(one, known, answers))
  const answer = answers[condition.item]
  if ('answered' in condition) return (answer !== undefined) === condition.answered
  if ('is' in condition) return answeredWith(answer, condition.is)
  if ('isNot' in condition) return !answeredWith(answer, [condition.isNot])
  const item = known.get(condition.item)
  const number = item === undefined ? null : numberOf(item, answer)
  return number !== null && compare(number, condition.compared, condition.to)
}

const answeredWith = (answer: Answer | undefined, wanted: readonly string[]): boolean => {
  if (answer === undefined) return false
  const given = Array.isArray(answer) ? answer : [String(answer)]
  return given.some((one) => wanted.includes(one))
}

function compare(one: number, compared: Comparison, other: number): boolean {
  switch (compared) {
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    case '>=':
      return one >= other
  }
}
