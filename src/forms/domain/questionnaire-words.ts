// The addresses of the parts of a FHIR Questionnaire that are extensions, and its translations.
import { type Json, listOf, member, textOf } from '../../fhir/index.ts'
import type { Wording } from './form.ts'

const HL7 = 'http://hl7.org/fhir/StructureDefinition'

/** @source FHIR R4 and Structured Data Capture 3.0; the scoring by name is ours */
export const extensions = {
  minValue: `${HL7}/minValue`,
  maxValue: `${HL7}/maxValue`,
  worth: `${HL7}/ordinalValue`,
  translation: `${HL7}/translation`,
  calculated:
    'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
  scoring: 'urn:coproduce:scoring',
  preface: 'urn:coproduce:preface',
} as const

/** The language in which a value is worked out: see `expression.ts`. */
export const EXPRESSIONS = 'text/x-coproduce-expression'

const languages = { cy: 'cy', 'en-x-easyread': 'easy' } as const

export const extensionAt = (value: Json | undefined, url: string): Json | undefined =>
  listOf(member(value, 'extension')).find((one) => member(one, 'url') === url)

/** Words with their translations: `text` and what stands beside it in `_text`. */
export function wordingAt(holder: Json | undefined, name: string): Wording | null {
  const en = textOf(member(holder, name))
  if (en === null) return null
  const wording: { en: string; cy?: string; easy?: string } = { en: en.trim() }
  for (const one of listOf(member(holder, `_${name}`, 'extension'))) {
    if (member(one, 'url') !== extensions.translation) continue
    const parts = listOf(member(one, 'extension'))
    const part = (url: string) => parts.find((each) => member(each, 'url') === url)
    const lang = textOf(member(part('lang'), 'valueCode')) ?? ''
    const content =
      textOf(member(part('content'), 'valueString')) ??
      textOf(member(part('content'), 'valueMarkdown'))
    if (content !== null && Object.hasOwn(languages, lang)) {
      wording[languages[lang as keyof typeof languages]] = content.trim()
    }
  }
  return wording
}

/** The same the other way: the members that words and their translations become. */
export function membersOf(name: string, wording: Wording): Readonly<Record<string, Json>> {
  const others = Object.entries(languages).flatMap(([lang, key]) => {
    const content = wording[key]
    return content === undefined ? [] : [translation(lang, content)]
  })
  if (others.length === 0) return { [name]: wording.en }
  return { [name]: wording.en, [`_${name}`]: { extension: others } }
}

const translation = (lang: string, content: string): Json => ({
  url: extensions.translation,
  extension: [
    { url: 'lang', valueCode: lang },
    { url: 'content', valueString: content },
  ],
})

/** The value of an answer, whichever kind it has: `answerInteger`, `valueCoding`. */
export function valueAt(holder: Json, prefix: 'answer' | 'value'): string | number | null {
  for (const kind of ['Integer', 'Decimal']) {
    const number = member(holder, `${prefix}${kind}`)
    if (typeof number === 'number') return number
  }
  const flag = member(holder, `${prefix}Boolean`)
  if (typeof flag === 'boolean') return String(flag)
  return (
    textOf(member(holder, `${prefix}Coding`, 'code')) ??
    textOf(member(holder, `${prefix}String`)) ??
    textOf(member(holder, `${prefix}Date`))
  )
}
