// FHIR enableWhen and the conditions of a form: each read into the other.
import { type Json, listOf, member, textOf } from '../../fhir/index.ts'
import type { Condition } from './condition.ts'
import type { Item } from './form.ts'
import { valueAt } from './questionnaire-words.ts'

/**
 * What must hold for an item, from its own enableWhen and those of the groups it lies in; null
 * where it is always asked. `fault` is told of what cannot be read.
 */
export function conditionOf(
  holders: readonly Json[],
  ids: ReadonlyMap<string, string>,
  fault: (says: string) => void,
): Condition | null {
  const each = holders.map((holder) => {
    const parts = listOf(member(holder, 'enableWhen')).flatMap((one) => {
      const read = partOf(one, ids)
      if (read === null) fault('When it is asked cannot be read: see its enableWhen.')
      return read === null ? [] : [read]
    })
    return joined(parts, member(holder, 'enableBehavior') === 'any' ? 'any' : 'all')
  })
  const found = each.filter((one) => one !== null)
  return joined(found, 'all')
}

function joined(parts: readonly Condition[], how: 'all' | 'any'): Condition | null {
  const [first] = parts
  if (first === undefined) return null
  if (parts.length === 1) return first
  return how === 'all' ? { all: parts } : { any: parts }
}

function partOf(part: Json, ids: ReadonlyMap<string, string>): Condition | null {
  const item = ids.get(textOf(member(part, 'question')) ?? '')
  const operator = textOf(member(part, 'operator'))
  if (item === undefined || operator === null) return null
  if (operator === 'exists') {
    const answered = member(part, 'answerBoolean')
    return typeof answered === 'boolean' ? { item, answered } : null
  }
  const value = valueAt(part, 'answer')
  if (value === null) return null
  if (operator === '=') return { item, is: [String(value)] }
  if (operator === '!=') return { item, isNot: String(value) }
  if (typeof value !== 'number') return null
  return operator === '<' || operator === '<=' || operator === '>' || operator === '>='
    ? { item, compared: operator, to: value }
    : null
}

type Members = Readonly<Record<string, Json>>

/**
 * The same the other way. FHIR has one list with one behaviour: a condition that nests deeper is
 * written as the list it comes nearest to, so null says that it cannot be written exactly.
 */
export function enableWhenOf(
  condition: Condition,
  itemOf: (id: string) => Item | undefined,
): Members | null {
  const lists = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  const parts = (lists ?? [condition]).map((one) => partsOf(one, itemOf))
  if (parts.some((one) => one === null)) return null
  const flat = parts.flatMap((one) => one ?? [])
  const several = lists === null && flat.length > 1
  const behaviour = 'any' in condition || several ? 'any' : 'all'
  // “One of these” inside “all of these” cannot be said in one list.
  if (behaviour === 'all' && parts.some((one) => (one ?? []).length > 1)) return null
  return {
    enableWhen: flat,
    ...(flat.length > 1 ? { enableBehavior: behaviour } : {}),
  }
}

function partsOf(
  condition: Condition,
  itemOf: (id: string) => Item | undefined,
): readonly Json[] | null {
  if ('all' in condition || 'any' in condition) return null
  const item = itemOf(condition.item)
  if (item === undefined) return null
  const question = item.linkId ?? item.id
  if ('answered' in condition) {
    return [{ question, operator: 'exists', answerBoolean: condition.answered }]
  }
  if ('compared' in condition) {
    const { compared, to } = condition
    return [
      {
        question,
        operator: compared,
        [Number.isInteger(to) ? 'answerInteger' : 'answerDecimal']: to,
      },
    ]
  }
  const wanted = 'is' in condition ? condition.is : [condition.isNot]
  const operator = 'is' in condition ? '=' : '!='
  return wanted.map((value) => ({ question, operator, ...answerMember('answer', item, value) }))
}

/** A value as a member of the kind that its question has: `answerCoding`, `valueInteger`. */
export function answerMember(
  prefix: 'answer' | 'value',
  item: Item,
  value: string | number,
): Members {
  if (typeof value === 'number') {
    return { [`${prefix}${Number.isInteger(value) ? 'Integer' : 'Decimal'}`]: value }
  }
  if (!('choices' in item)) {
    if (item.kind === 'day') return { [`${prefix}Date`]: value }
    if (item.kind === 'number') return { [`${prefix}Integer`]: Number(value) }
    return { [`${prefix}String`]: value }
  }
  const choice = item.choices.find((one) => one.value === value)
  if (choice?.as === 'integer') return { [`${prefix}Integer`]: Number(value) }
  if (choice?.as === 'boolean') return { [`${prefix}Boolean`]: value === 'true' }
  if (choice?.as === 'string') return { [`${prefix}String`]: value }
  const system = choice?.system === undefined ? {} : { system: choice.system }
  const display = choice === undefined ? {} : { display: choice.says.en }
  return { [`${prefix}Coding`]: { ...system, code: value, ...display } }
}
