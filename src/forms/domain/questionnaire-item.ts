// One item of a FHIR Questionnaire read into a question: what kind it is, and what it offers.
import { type Json, listOf, member, textOf } from '../../fhir/index.ts'
import type { Choice, Item, Wording } from './form.ts'
import { EXPRESSIONS, extensionAt, extensions, wordingAt } from './questionnaire-words.ts'

export type Reading = {
  readonly item: Json
  readonly linkId: string
  readonly type: string
  readonly hint: Wording | null
}

type Distribute<T> = T extends { readonly kind: Item['kind'] }
  ? Omit<T, 'id' | 'says' | 'hint' | 'required' | 'when' | 'linkId'>
  : never
export type Body = Distribute<Item>

type Faults = { push(fault: { readonly at: string; readonly says: string }): unknown }

/** What kind of question it is; null, with a fault, where it cannot be asked here. */
export function bodyOf(
  { item, linkId, type }: Reading,
  ids: ReadonlyMap<string, string>,
  faults: Faults,
): Body | null {
  const fault = (says: string): null => {
    faults.push({ at: linkId, says })
    return null
  }
  const worked = extensionAt(item, extensions.calculated)
  if (worked !== undefined) return workedBody(worked, ids, fault)
  const repeats = member(item, 'repeats') === true
  if (repeats && type !== 'choice') return fault('Only a choice may have several answers here.')
  switch (type) {
    case 'group':
    case 'display':
      return { kind: 'note' }
    case 'boolean':
      return { kind: 'one', choices: yesOrNo }
    case 'choice': {
      const choices = choicesOf(item, fault)
      return choices === null ? null : { kind: repeats ? 'several' : 'one', choices }
    }
    case 'integer':
      return numberBody(item, fault)
    case 'string':
    case 'text':
      return { kind: 'text', longest: longestOf(item, type) }
    case 'date':
      return { kind: 'day' }
    default:
      return fault(`A question of the type “${type}” cannot be asked here. ${instead(type)}`)
  }
}

const instead = (type: string): string =>
  type === 'open-choice'
    ? 'Make it a choice, and a text for anything else.'
    : type === 'decimal' || type === 'quantity'
      ? 'Ask for a whole number, and say the unit in its words.'
      : 'Use a choice, a whole number, a date or a text.'

const yesOrNo: readonly Choice[] = [
  { value: 'true', says: { en: 'Yes' }, as: 'boolean' },
  { value: 'false', says: { en: 'No' }, as: 'boolean' },
]

function workedBody(
  worked: Json,
  ids: ReadonlyMap<string, string>,
  fault: (says: string) => null,
): Body | null {
  const language = textOf(member(worked, 'valueExpression', 'language'))
  const by = textOf(member(worked, 'valueExpression', 'expression'))
  if (language !== EXPRESSIONS || by === null) {
    return fault(`Its value is worked out in “${language}”. Write it in ${EXPRESSIONS}.`)
  }
  // Names in the file are linkIds; in braces they may be anything.
  const named = by.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const id = ids.get(name)
    return id === undefined ? whole : `{${id}}`
  })
  return { kind: 'worked', by: named }
}

function numberBody(item: Json, fault: (says: string) => null): Body | null {
  const end = (url: string) => member(extensionAt(item, url), 'valueInteger')
  const [least, most] = [end(extensions.minValue), end(extensions.maxValue)]
  if (typeof least !== 'number' || typeof most !== 'number') {
    return fault('It asks for a number and does not say the smallest and the largest.')
  }
  return { kind: 'number', least, most }
}

const LONGEST_TEXT = 2_000

function longestOf(item: Json, type: string): number {
  const said = member(item, 'maxLength')
  const most = type === 'string' ? 200 : LONGEST_TEXT
  return typeof said === 'number' && said > 0 ? Math.min(said, LONGEST_TEXT) : most
}

function choicesOf(item: Json, fault: (says: string) => null): readonly Choice[] | null {
  if (member(item, 'answerValueSet') !== undefined) {
    return fault('Its answers stand in another list. Write them into the item as answerOption.')
  }
  const options = listOf(member(item, 'answerOption')).map(choiceOf)
  const found = options.filter((one) => one !== null)
  if (found.length < options.length) return fault('One of its answers cannot be read.')
  return found
}

function choiceOf(option: Json): Choice | null {
  const coding = member(option, 'valueCoding')
  const worth = worthOf(option, coding)
  if (coding !== undefined) {
    const value = textOf(member(coding, 'code'))
    const says = wordingAt(coding, 'display') ?? (value === null ? null : { en: value })
    if (value === null || says === null || value.length > 100) return null
    const system = textOf(member(coding, 'system'))
    return { value, says, ...worth, ...(system === null ? {} : { system }) }
  }
  const number = member(option, 'valueInteger')
  if (typeof number === 'number') {
    return { value: String(number), says: { en: String(number) }, ...worth, as: 'integer' }
  }
  const says = wordingAt(option, 'valueString')
  if (says === null || says.en.length > 200) return null
  return { value: says.en, says, ...worth, as: 'string' }
}

/** A whole number, on the option or on its coding. */
function worthOf(option: Json, coding: Json | undefined): { readonly worth?: number } {
  const holder = extensionAt(option, extensions.worth) ?? extensionAt(coding, extensions.worth)
  const worth = member(holder, 'valueDecimal')
  return typeof worth === 'number' ? { worth } : {}
}
