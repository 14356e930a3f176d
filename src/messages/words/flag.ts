// What is shown of a person's needs on every page about them: one line.
import type { Day } from '../../basics/index.ts'
import type { Language } from '../../web/index.ts'
import { needNamed } from '../domain/need-kinds.ts'
import { type NeedsRecord, reviewIsDue } from '../domain/needs.ts'
import { needsWords } from './needs-words.ts'

/** The needs of one person, as they stand on a page about them. */
export type Flagged = {
  readonly name: string
  readonly record: NeedsRecord
  /** What those need who care for them. */
  readonly carers: readonly NeedsRecord[]
}

/** The line, or null where there is nothing to say or the person does not want it shown. */
export function flagLine(
  { name, record, carers }: Flagged,
  today: Day,
  language: Language,
): string | null {
  const say = needsWords.in(language).flag
  const parts: string[] = []
  const { said } = record
  if (said.shown) {
    const list = listOf(record, language)
    if (list !== '') parts.push(say.needs(name, list))
    if (said.language === 'cy') parts.push(parts.length === 0 ? `${name}. ${say.welsh}` : say.welsh)
    if (said.interpreter !== null) {
      const wants = say.interpreter(said.interpreter)
      parts.push(parts.length === 0 ? `${name}. ${wants}` : wants)
    }
    if (said.note !== '')
      parts.push(parts.length === 0 ? `${name}: “${said.note}”` : say.note(said.note))
    if (parts.length > 0 && reviewIsDue(record, today)) parts.push(say.due)
  }
  for (const carer of carers) {
    const list = carer.said.shown ? listOf(carer, language) : ''
    if (list !== '') parts.push(say.carer(name, list))
  }
  return parts.length === 0 ? null : parts.join(' ')
}

/**
 * Who must be booked before somebody is met: those who help them to be understood, and an
 * interpreter of another language. Nothing that they keep to themselves, unless it is for them.
 */
export function helpToBook(
  { said }: NeedsRecord,
  { own, language }: { readonly own: boolean; readonly language: Language },
): readonly string[] {
  if (!said.shown && !own) return []
  const say = needsWords.in(language).flag
  const short: Readonly<Record<string, string>> = say.needsShort
  const people = said.needs
    .filter((code) => needNamed(code)?.group === 'professional')
    .map((code) => short[code] ?? code)
  const wanted = said.interpreter?.toLowerCase() ?? null
  // Who says that they sign may say so in both places: one interpreter is booked.
  const saidAlready = wanted === null || people.some((one) => one.toLowerCase().includes(wanted))
  return saidAlready ? people : [...people, say.interpreterFor(said.interpreter ?? '')]
}

function listOf({ said }: NeedsRecord, language: Language): string {
  const say = needsWords.in(language).flag
  const forms: Readonly<Record<string, string>> = say.forms
  const needs: Readonly<Record<string, string>> = say.needsShort
  return [forms[said.form], ...said.needs.map((code) => needs[code])]
    .filter((one) => one !== undefined)
    .join('; ')
}
