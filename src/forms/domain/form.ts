// A form: its questions word for word, who may use it and since when; a new wording is a new one.
import type { Day, PlainData } from '../../basics/index.ts'
import type { Condition } from './condition.ts'
import type { ScoringName } from './scoring.ts'

/** The same words in each language there is, and in easy read. */
export type Wording = { readonly en: string; readonly cy?: string; readonly easy?: string }

export type Choice = {
  readonly value: string
  readonly says: Wording
  /** What it counts in a score, where its value is not that number itself. */
  readonly worth?: number
  /** What kind of value it is in the file it came from, and of which code system; else a code. */
  readonly as?: 'integer' | 'string' | 'boolean'
  readonly system?: string
}

export type Item = {
  /** The name of its answer: small letters, digits and hyphens. */
  readonly id: string
  readonly says: Wording
  readonly hint?: Wording
  readonly required: boolean
  /** Asked only where this holds of the answers before it. */
  readonly when?: Condition
  /** The name that the file it came from gives it, where that is another. */
  readonly linkId?: string
} & (
  | { readonly kind: 'one' | 'several'; readonly choices: readonly Choice[] }
  /** `longest` in characters as machines count them. */
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  /** Words between questions: nothing is answered. */
  | { readonly kind: 'note' }
  /** Worked out from answers before it, never typed: see `expression.ts`. */
  | { readonly kind: 'worked'; readonly by: string }
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
  /** How its answers are scored, and the questions that count, in the order of the scoring. */
  readonly scoring?: { readonly by: ScoringName; readonly items: readonly string[] }
  /** The address under which others know it, where it came as a file. */
  readonly url?: string
}

export type Answer = string | number | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

/** Whether the form is asked on this day. */
export const isInUse = ({ from, until }: Form, day: Day): boolean =>
  from <= day && (until === null || day <= until)

/** Whether somebody answers it: not words between questions, and not what is worked out. */
export const isAsked = ({ kind }: Item): boolean => kind !== 'note' && kind !== 'worked'

/** The form as plain data: what its digest is made from, so that a wording cannot change. */
export const plainForm = (form: Form): PlainData => JSON.parse(JSON.stringify(form)) as PlainData

/** The words in a language, or in easy read where there are such; English where there are none. */
export const inLanguage = (wording: Wording, language: 'en' | 'cy', easy = false): string =>
  (easy ? wording.easy : undefined) ?? (language === 'cy' ? wording.cy : undefined) ?? wording.en

const wordingsOf = ({ title, preface, items }: Form): readonly Wording[] => [
  title,
  preface,
  ...items.flatMap((item) => [
    item.says,
    ...(item.hint === undefined ? [] : [item.hint]),
    ...('choices' in item ? item.choices.map(({ says }) => says) : []),
  ]),
]

/** In which words a form is asked: easy read or Welsh where it has such at all, else English. */
export function spokenIn(form: Form, language: 'en' | 'cy', easy: boolean): 'en' | 'cy' | 'easy' {
  const all = wordingsOf(form)
  if (easy && all.some((one) => one.easy !== undefined)) return 'easy'
  return language === 'cy' && all.some(({ cy }) => cy !== undefined) ? 'cy' : 'en'
}

/** The form with its own easy words in place of the others, for who needs easy read. */
export function inEasyRead(form: Form): Form {
  const easy = ({ easy: words, ...said }: Wording): Wording =>
    words === undefined ? said : { en: words }
  return {
    ...form,
    title: easy(form.title),
    preface: easy(form.preface),
    items: form.items.map((item) => {
      const said = {
        ...item,
        says: easy(item.says),
        ...(item.hint === undefined ? {} : { hint: easy(item.hint) }),
      }
      if (!('choices' in said)) return said
      const choices = said.choices.map((one) => ({ ...one, says: easy(one.says) }))
      return { ...said, choices }
    }),
  }
}

/** The number that an answer stands for in a score or a sum; null where it stands for none. */
export function numberOf(item: Item, answer: Answer | undefined): number | null {
  if (typeof answer === 'number') return answer
  if (typeof answer !== 'string' || !('choices' in item)) return null
  const chosen = item.choices.find(({ value }) => value === answer)
  if (chosen === undefined) return null
  if (chosen.worth !== undefined) return chosen.worth
  return /^-?\d{1,9}$/.test(chosen.value) ? Number(chosen.value) : null
}
