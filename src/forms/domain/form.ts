// A form: its questions word for word, who may use it and since when; a new wording is a new one.
import type { Day, PlainData } from '../../basics/index.ts'

/** The same words in each language there is, and in easy read. */
export type Wording = { readonly en: string; readonly cy?: string; readonly easy?: string }

export type Choice = { readonly value: string; readonly says: Wording }

/** Asked only where an earlier question was answered with one of these. */
export type Condition = { readonly item: string; readonly is: readonly string[] }

export type Item = {
  /** The name of its answer: small letters, digits and hyphens. */
  readonly id: string
  readonly says: Wording
  readonly hint?: Wording
  readonly required: boolean
  readonly when?: Condition
} & (
  | { readonly kind: 'one' | 'several'; readonly choices: readonly Choice[] }
  /** `longest` in characters as machines count them. */
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
)

/** @source FHIR R4 Questionnaire (version, effectivePeriod, copyright, item, enableWhen) */
export type Form = {
  readonly code: string
  readonly version: number
  readonly title: Wording
  /** What stands above the questions; `{about}` is what it is about. */
  readonly preface: Wording
  readonly items: readonly Item[]
  /** In which ways it may be filled in, as the return to whoever asked for it counts them. */
  readonly modes: readonly { readonly code: string; readonly says: string }[]
  /** The first and the last day on which it is asked; null for no end. */
  readonly from: Day
  readonly until: Day | null
  /** Under which terms the words may be shown. */
  readonly licence: { readonly name: string; readonly holder: string }
  readonly source: string
  /** The day somebody last read the source, or null: nobody has yet. */
  readonly confirmed: Day | null
}

export type Answer = string | number | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

/** Whether the form is asked on this day. */
export const isInUse = ({ from, until }: Form, day: Day): boolean =>
  from <= day && (until === null || day <= until)

/** The questions that these answers lead to, in order. */
export const askedItems = ({ items }: Form, answers: Answers): readonly Item[] => {
  const asked: Item[] = []
  for (const item of items) {
    const { when } = item
    // What was answered to a question that is not asked any more counts for nothing.
    const open = when === undefined || asked.some(({ id }) => id === when.item)
    if (open && (when === undefined || answeredWith(answers[when.item], when.is))) asked.push(item)
  }
  return asked
}

const answeredWith = (answer: Answer | undefined, wanted: readonly string[]): boolean => {
  if (answer === undefined) return false
  const given = Array.isArray(answer) ? answer : [String(answer)]
  return given.some((one) => wanted.includes(one))
}

/** Faults in how a form is made, in words for whoever writes it; none where it can be used. */
export function faultsOf(form: Form): readonly string[] {
  const faults: string[] = []
  const seen = new Map<string, Item>()
  for (const item of form.items) {
    const { id, when } = item
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(id)) faults.push(`“${id}” is not a name for an answer`)
    if (seen.has(id)) faults.push(`Two questions are called “${id}”`)
    if ('choices' in item) {
      const values = item.choices.map(({ value }) => value)
      if (values.length < 2) faults.push(`“${id}” has fewer than two choices`)
      if (new Set(values).size < values.length) faults.push(`“${id}” has a choice twice`)
    }
    if (when !== undefined && !knows(seen.get(when.item), when.is)) {
      faults.push(`“${id}” waits for an answer that no question before it can have`)
    }
    seen.set(id, item)
  }
  if (form.items.length === 0) faults.push('There is no question')
  if (form.modes.length === 0) faults.push('There is no way to fill it in')
  if (form.until !== null && form.until < form.from) faults.push('It ends before it begins')
  return faults
}

const knows = (item: Item | undefined, values: readonly string[]): boolean =>
  item !== undefined &&
  (!('choices' in item) || values.every((one) => item.choices.some(({ value }) => value === one)))

/** The form as plain data: what its digest is made from, so that a wording cannot change. */
export const plainForm = (form: Form): PlainData => JSON.parse(JSON.stringify(form)) as PlainData

/** The words in a language, or in easy read where there are such; English where there are none. */
export const inLanguage = (wording: Wording, language: 'en' | 'cy', easy = false): string =>
  (easy ? wording.easy : undefined) ?? (language === 'cy' ? wording.cy : undefined) ?? wording.en
