// What is wrong with how a form is made, in words for whoever writes it.
import { type Condition, itemsIn } from './condition.ts'
import { namesIn, parseExpression } from './expression.ts'
import { type Form, type Item, isAsked } from './form.ts'
import { scorings } from './scoring.ts'

/** Faults in how a form is made, in words for whoever writes it; none where it can be used. */
export function faultsOf(form: Form): readonly string[] {
  const faults = [...faultsOfItems(form)]
  if (!form.items.some(isAsked)) faults.push('There is no question')
  if (form.modes.length === 0) faults.push('There is no way to fill it in')
  if (form.until !== null && form.until < form.from) faults.push('It ends before it begins')
  return faults
}

/** Faults of its questions, one by one in order, then of its scoring. */
function faultsOfItems(form: Form): readonly string[] {
  const seen = new Map<string, Item>()
  const faults = form.items.flatMap((item) => {
    const found = faultsOfItem(item, seen)
    seen.set(item.id, item)
    return found
  })
  return [...faults, ...faultsOfScoring(form, seen)]
}

function faultsOfItem(item: Item, before: ReadonlyMap<string, Item>): string[] {
  const faults: string[] = []
  const { id, when } = item
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(id) || id in {})
    faults.push(`“${id}” is not a name for an answer`)
  if (before.has(id)) faults.push(`Two questions are called “${id}”`)
  if ('choices' in item) {
    const values = item.choices.map(({ value }) => value)
    if (values.length < 2) faults.push(`“${id}” has fewer than two choices`)
    if (new Set(values).size < values.length) faults.push(`“${id}” has a choice twice`)
  }
  if (item.kind === 'number' && item.most < item.least) {
    faults.push(`“${id}” has a largest number below its smallest`)
  }
  if (item.kind === 'worked') faults.push(...faultsOfExpression(id, item.by, before))
  if (when !== undefined && !isPossible(when, before)) {
    faults.push(`“${id}” waits for an answer that no question before it can have`)
  }
  return faults
}

function faultsOfExpression(id: string, by: string, before: ReadonlyMap<string, Item>): string[] {
  const parsed = parseExpression(by)
  if (!parsed.ok) return [`“${id}” cannot be worked out: ${parsed.says}`]
  return namesIn(parsed.expression)
    .filter((name) => !hasNumber(before.get(name)))
    .map((name) => `“${id}” counts “${name}”, which is no question with a number before it`)
}

const hasNumber = (item: Item | undefined): boolean =>
  item !== undefined && ['one', 'number', 'worked'].includes(item.kind)

function isPossible(condition: Condition, before: ReadonlyMap<string, Item>): boolean {
  if (!itemsIn(condition).every((id) => canBeAnswered(before.get(id)))) return false
  if ('all' in condition) return condition.all.every((one) => isPossible(one, before))
  if ('any' in condition) return condition.any.every((one) => isPossible(one, before))
  if ('is' in condition) return condition.is.every((one) => offers(before.get(condition.item), one))
  if ('isNot' in condition) return offers(before.get(condition.item), condition.isNot)
  return !('compared' in condition) || hasNumber(before.get(condition.item))
}

const canBeAnswered = (item: Item | undefined): boolean =>
  item !== undefined && item.kind !== 'note'

const offers = (item: Item | undefined, wanted: string): boolean =>
  item !== undefined && (!('choices' in item) || item.choices.some(({ value }) => value === wanted))

function faultsOfScoring({ scoring }: Form, items: ReadonlyMap<string, Item>): string[] {
  if (scoring === undefined) return []
  const known = scorings[scoring.by]
  if (scoring.items.length !== known.items) {
    return [
      `The scoring “${scoring.by}” counts ${known.items} questions, not ${scoring.items.length}`,
    ]
  }
  return scoring.items
    .filter((id) => !hasNumber(items.get(id)))
    .map((id) => `The scoring counts “${id}”, which is no question with a number`)
}
