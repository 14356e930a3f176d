// What can be written in a decision, heading by heading: the form, and what it makes of the words.
import {
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  textField,
  tickField,
  typedAt,
} from '../../../web/index.ts'
import type { DecisionOption, Parts } from '../../domain/decision/decision.ts'
import { decisionWords } from '../../words/decision-words.ts'

const english = decisionWords.in('en')
const longest = { longest: 4_000, tooLong: english.tooLong }
const some = optional(textField({ missing: '', ...longest }))

/** Headings under which there is one text, or one text a line. */
const texts = [
  'question',
  'matters',
  'personAgenda',
  'professionalAgenda',
  'before',
  'noWaiting',
] as const
const lines = ['questions', 'personActions', 'professionalActions'] as const

export type TextHeading = (typeof texts)[number]
export type LinesHeading = (typeof lines)[number]
export type WrittenHeading =
  | TextHeading
  | LinesHeading
  | 'people'
  | 'option'
  | 'withheld'
  | 'delayed'

export const isText = (heading: string): heading is TextHeading =>
  texts.some((one) => one === heading)
export const isLines = (heading: string): heading is LinesHeading =>
  lines.some((one) => one === heading)
export const isWrittenHeading = (heading: string | undefined): heading is WrittenHeading =>
  heading !== undefined &&
  (isText(heading) ||
    isLines(heading) ||
    ['people', 'option', 'withheld', 'delayed'].includes(heading))

/** The heading of the decision that is written under: an option lies among the options. */
export const partOf = (heading: WrittenHeading): keyof Parts =>
  heading === 'option' ? 'options' : heading

const says = defineForm({ says: some })
const question = defineForm({
  says: textField({ missing: english.beginMissing, ...longest }),
})
const option = defineForm({
  name: textField({ missing: english.option.nameMissing, ...longest }),
  waiting: optional(tickField('')),
  good: some,
  bad: some,
})
const withheld = defineForm({ why: some, legal: optional(tickField('')) })
const delayed = defineForm({ what: some, why: some, when: some })

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const personOf = (line: string) => {
  const comma = line.indexOf(',')
  return comma < 1
    ? { name: line, role: '' }
    : { name: line.slice(0, comma).trim(), role: line.slice(comma + 1).trim() }
}

type Reading =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly entry: FormEntry }

type Held = Required<Parts>

/** Reads what was written under a heading. `chosen` names the option that is changed, if any. */
export function readWritten(
  heading: WrittenHeading,
  form: FormValues,
  held: Held,
  chosen: string,
): Reading {
  switch (heading) {
    case 'option':
      return readOption(form, held, chosen)
    case 'withheld': {
      const read = withheld.parse(form)
      if (!read.ok) return read
      const { why, legal } = read.values
      const set = why === undefined ? null : { why, legalAdvice: legal === true }
      return { ok: true, parts: { withheld: set } }
    }
    case 'delayed':
      return readDelayed(form)
    default: {
      const read = (heading === 'question' ? question : says).parse(form)
      if (!read.ok) return read
      const text = read.values.says ?? ''
      if (isText(heading)) return { ok: true, parts: { [heading]: text } }
      if (heading === 'people') return { ok: true, parts: { people: linesOf(text).map(personOf) } }
      return { ok: true, parts: { [heading]: linesOf(text) } }
    }
  }
}

function readDelayed(form: FormValues): Reading {
  const read = delayed.parse(form)
  if (!read.ok) return read
  const { what, why, when } = read.values
  if (what === undefined && why === undefined && when === undefined) {
    return { ok: true, parts: { delayed: null } }
  }
  if (what === undefined || why === undefined || when === undefined) {
    const at = what === undefined ? 'what' : why === undefined ? 'why' : 'when'
    const error = { says: english.delayedForm.all, at, whole: true }
    return { ok: false, entry: { typed: form, errors: { [at]: error } } }
  }
  return { ok: true, parts: { delayed: { what, why, when } } }
}

function readOption(form: FormValues, { options }: Held, chosen: string): Reading {
  const others = options.filter(({ id }) => id !== chosen)
  if (typedAt(form, 'take-out')[0] === 'yes') return { ok: true, parts: { options: others } }
  const read = option.parse(form)
  if (!read.ok) return read
  const { name, waiting, good, bad } = read.values
  const written: DecisionOption = {
    id: options.some(({ id }) => id === chosen) ? chosen : freshId(options),
    name,
    isWaiting: waiting === true,
    benefits: linesOf(good),
    risks: linesOf(bad),
  }
  const place = options.findIndex(({ id }) => id === chosen)
  const after = place < 0 ? [...options, written] : options.with(place, written)
  return { ok: true, parts: { options: after } }
}

/** An option needs a name only within its decision. */
function freshId(options: readonly { readonly id: string }[]): string {
  let number = options.length + 1
  while (options.some(({ id }) => id === `option-${number}`)) number += 1
  return `option-${number}`
}

/** The form as it is shown first: what stands there already. */
export function writtenEntry(heading: WrittenHeading, held: Held, chosen: string): FormEntry {
  if (isText(heading)) return freshEntry({ says: held[heading] })
  if (isLines(heading)) return freshEntry({ says: held[heading].join('\n') })
  switch (heading) {
    case 'people': {
      const lined = held.people.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`))
      return freshEntry({ says: lined.join('\n') })
    }
    case 'withheld': {
      const { why = '', legalAdvice = false } = held.withheld ?? {}
      return freshEntry({ why, legal: legalAdvice ? 'yes' : '' })
    }
    case 'delayed':
      return freshEntry({ ...held.delayed })
    case 'option': {
      const found = held.options.find(({ id }) => id === chosen)
      if (found === undefined) return freshEntry()
      const { name, isWaiting, benefits, risks } = found
      const waiting = isWaiting ? 'yes' : ''
      return freshEntry({ name, waiting, good: benefits.join('\n'), bad: risks.join('\n') })
    }
  }
}
