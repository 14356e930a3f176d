// Answers as a FHIR QuestionnaireResponse, and back.
import { type Day, type Instant, parseDay } from '../../basics/index.ts'
import { type Json, listOf, member, textOf } from '../../fhir/index.ts'
import type { Filled } from './answered.ts'
import { answerMember } from './enable-when.ts'
import { follow } from './follow.ts'
import type { Answer, Answers, Form, Item } from './form.ts'
import { urlOf } from './questionnaire-out.ts'
import { valueAt } from './questionnaire-words.ts'

/**
 * The QuestionnaireResponse of a filled form. `subject` is a reference such as `Patient/…`; null
 * where nobody is named. What was worked out is among its items.
 * @source FHIR R4 QuestionnaireResponse
 */
export function responseOf(
  form: Form,
  filled: Pick<Filled, 'on' | 'language'> & { readonly answers: Answers; readonly at: Instant },
  subject: string | null,
): Json {
  const { asked } = follow(form, filled.answers)
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${urlOf(form)}|${form.version}`,
    status: 'completed',
    language: filled.language === 'cy' ? 'cy' : 'en',
    ...(subject === null ? {} : { subject: { reference: subject } }),
    authored: filled.at.startsWith(filled.on) ? filled.at : filled.on,
    item: asked.flatMap((item) => {
      const answer = filled.answers[item.id]
      if (answer === undefined) return []
      const linkId = item.linkId ?? item.id
      return [{ linkId, text: item.says.en, answer: answersOf(item, answer) }]
    }),
  }
}

const answersOf = (item: Item, answer: Answer): readonly Json[] =>
  (Array.isArray(answer) ? answer : [answer]).map((one) =>
    answerMember('value', item, one as string | number),
  )

export type ResponseRead =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly says: string }

/** The answers of a response to this form, still to be checked as any that were typed. */
export function readResponse(form: Form, response: Json): ResponseRead {
  if (member(response, 'resourceType') !== 'QuestionnaireResponse') {
    return { ok: false, says: 'It is not a FHIR QuestionnaireResponse.' }
  }
  const named = textOf(member(response, 'questionnaire')) ?? ''
  if (named !== `${urlOf(form)}|${form.version}` && named !== urlOf(form)) {
    return { ok: false, says: `It answers “${named}”, not this form.` }
  }
  const answers: Record<string, Answer> = {}
  for (const one of flat(listOf(member(response, 'item')), 0)) {
    const linkId = textOf(member(one, 'linkId'))
    const item = form.items.find(({ id, linkId: own = id }) => own === linkId)
    const given = listOf(member(one, 'answer')).map((each) => valueAt(each, 'value'))
    if (given.length === 0 || item?.kind === 'worked') continue
    if (item === undefined)
      return { ok: false, says: `It answers “${linkId}”, which is not asked.` }
    const [first] = given
    if (given.some((each) => each === null) || first === undefined || first === null) {
      return { ok: false, says: `Its answer to “${linkId}” cannot be read.` }
    }
    if (item.kind === 'several') answers[item.id] = given.map(String)
    else if (given.length > 1) return { ok: false, says: `It has two answers to “${linkId}”.` }
    else answers[item.id] = item.kind === 'number' ? Number(first) : String(first)
  }
  return { ok: true, answers }
}

/** The longest file that is read, in characters. */
const LONGEST_RESPONSE = 100_000

export type BroughtResponse =
  | { readonly ok: true; readonly form: Form; readonly answers: Answers; readonly on: Day | null }
  | { readonly ok: false; readonly says: string }

/** A response that came as a file, to whichever of these forms it answers. */
export function readResponseTo(forms: readonly Form[], text: string): BroughtResponse {
  if (text.length > LONGEST_RESPONSE) {
    return { ok: false, says: 'The file must be smaller than 100 kilobytes.' }
  }
  const response = jsonIn(text)
  if (member(response, 'resourceType') !== 'QuestionnaireResponse') {
    return { ok: false, says: 'The file must be a FHIR QuestionnaireResponse.' }
  }
  const named = textOf(member(response, 'questionnaire')) ?? ''
  const form = forms.find((one) => [urlOf(one), `${urlOf(one)}|${one.version}`].includes(named))
  if (form === undefined) {
    return { ok: false, says: 'The file answers a form that is not asked here.' }
  }
  const read = readResponse(form, response)
  if (!read.ok) return read
  const authored = parseDay((textOf(member(response, 'authored')) ?? '').slice(0, 10))
  return { ok: true, form, answers: read.answers, on: authored.ok ? authored.value : null }
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

/** Groups and what lies under answers, in one list. */
function flat(items: readonly Json[], depth: number): readonly Json[] {
  if (depth > 10) return []
  return items.flatMap((item) => {
    const under = listOf(member(item, 'answer')).flatMap((one) => listOf(member(one, 'item')))
    return [item, ...flat([...listOf(member(item, 'item')), ...under], depth + 1)]
  })
}
