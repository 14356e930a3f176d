// A form as a FHIR Questionnaire, for any program that can ask one.
import type { Json } from '../../fhir/index.ts'
import { enableWhenOf } from './enable-when.ts'
import type { Choice, Form, Item } from './form.ts'
import { EXPRESSIONS, extensions, membersOf } from './questionnaire-words.ts'

type Members = Readonly<Record<string, Json>>

/** The address of a form where it brought none with it. */
export const urlOf = ({ url, code }: Pick<Form, 'url' | 'code'>): string =>
  url ?? `urn:coproduce:form:${code}`

/**
 * The Questionnaire. A condition that FHIR cannot say in one list stays out, and the words of
 * the question stand; no form here has one.
 * @source FHIR R4 Questionnaire
 */
export function questionnaireOf(form: Form): Json {
  const itemOf = (id: string) => form.items.find((one) => one.id === id)
  const { scoring } = form
  const more: Json[] = [
    ...(form.preface.en === ''
      ? []
      : [{ url: extensions.preface, ...membersOf('valueString', form.preface) }]),
    ...(scoring === undefined ? [] : [{ url: extensions.scoring, valueCode: scoring.by }]),
  ]
  return {
    resourceType: 'Questionnaire',
    ...(more.length === 0 ? {} : { extension: more }),
    url: urlOf(form),
    version: String(form.version),
    name: form.code,
    ...membersOf('title', form.title),
    status: form.until === null ? 'active' : 'retired',
    language: 'en',
    subjectType: ['Patient'],
    ...(form.licence.holder === '' ? {} : { publisher: form.licence.holder }),
    ...(form.licence.name === '' ? {} : { copyright: form.licence.name }),
    effectivePeriod: { start: form.from, ...(form.until === null ? {} : { end: form.until }) },
    item: form.items.map((item) => itemMembers(item, itemOf)),
  }
}

function itemMembers(item: Item, itemOf: (id: string) => Item | undefined): Json {
  const { id, linkId = id, says, hint, required, when } = item
  const condition = when === undefined ? null : enableWhenOf(when, itemOf)
  return {
    linkId,
    ...membersOf('text', says),
    ...(condition ?? {}),
    ...(required ? { required } : {}),
    ...kindMembers(item, itemOf),
    ...(hint === undefined
      ? {}
      : { item: [{ linkId: `${linkId}-hint`, ...membersOf('text', hint), type: 'display' }] }),
  }
}

function kindMembers(item: Item, itemOf: (id: string) => Item | undefined): Members {
  switch (item.kind) {
    case 'one':
    case 'several':
      return {
        type: item.choices.every((one) => one.as === 'boolean') ? 'boolean' : 'choice',
        ...(item.kind === 'several' ? { repeats: true } : {}),
        ...(item.choices.every((one) => one.as === 'boolean')
          ? {}
          : { answerOption: item.choices.map(optionOf) }),
      }
    case 'text':
      return { type: item.longest > 200 ? 'text' : 'string', maxLength: item.longest }
    case 'number':
      return {
        extension: [
          { url: extensions.minValue, valueInteger: item.least },
          { url: extensions.maxValue, valueInteger: item.most },
        ],
        type: 'integer',
      }
    case 'day':
      return { type: 'date' }
    case 'note':
      return { type: 'display' }
    case 'worked':
      return workedMembers(item.by, itemOf)
  }
}

function workedMembers(by: string, itemOf: (id: string) => Item | undefined): Members {
  const expression = by.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    return `{${itemOf(name)?.linkId ?? name}}`
  })
  const valueExpression = { language: EXPRESSIONS, expression }
  return {
    extension: [{ url: extensions.calculated, valueExpression }],
    type: 'decimal',
    readOnly: true,
  }
}

function optionOf({ value, says, worth, as, system }: Choice): Json {
  const counts =
    worth === undefined ? {} : { extension: [{ url: extensions.worth, valueDecimal: worth }] }
  if (as === 'integer') return { ...counts, valueInteger: Number(value) }
  if (as === 'string') return { ...counts, ...membersOf('valueString', says) }
  const under = system === undefined ? {} : { system }
  return { ...counts, valueCoding: { ...under, code: value, ...membersOf('display', says) } }
}
