// The form in which somebody marks what matters to them, made from an aid.
import {
  choiceField,
  choicesField,
  defineForm,
  type FormEntry,
  type FormValues,
  optional,
  textField,
} from '../../../web/index.ts'
import type { Aid } from '../../domain/aid/aid.ts'
import { type Marks, type Weight, weights } from '../../domain/aid/weigh.ts'
import { aidWords } from '../../words/aid-words.ts'

/** What somebody marked in an aid, as it goes into a decision. */
export type Marked = {
  readonly marks: Marks
  readonly own: string
  readonly questions: readonly string[]
  /** The key of an option; null where they do not know yet. */
  readonly lean: string | null
}

type Reading =
  | { readonly ok: true; readonly marked: Marked; readonly entry: FormEntry }
  | { readonly ok: false; readonly entry: FormEntry }

const { tooLong } = aidWords.in('en')
const text = optional(textField({ missing: '', longest: 2_000, tooLong }))

export function readMarked(aid: Aid, typed: FormValues): Reading {
  const places = aid.questions.map((_, place) => String(place))
  const form = defineForm({
    ...Object.fromEntries(
      aid.values.map(({ key }) => [key, optional(choiceField(weights, tooLong))]),
    ),
    own: text,
    asks: choicesField(places),
    ownAsks: text,
    lean: optional(choiceField(['none', ...aid.options.map(({ key }) => key)], tooLong)),
  })
  const entry = { typed: form.keep(typed), errors: {} }
  const read = form.parse(typed)
  if (!read.ok) return { ok: false, entry: { ...entry, errors: read.entry.errors } }
  const values = read.values as Readonly<Record<string, unknown>>
  const { own, ownAsks, asks, lean } = read.values
  const marks = aid.values.map(({ key }): [string, Weight] => [
    key,
    (values[key] as Weight | undefined) ?? 'none',
  ])
  const asked = asks.map((place) => aid.questions[Number(place)] ?? '')
  const lines = (ownAsks ?? '').split('\n').map((line) => line.trim())
  return {
    ok: true,
    entry,
    marked: {
      marks: Object.fromEntries(marks),
      own: own ?? '',
      questions: [...asked, ...lines].filter((line) => line !== ''),
      lean: lean === undefined || lean === 'none' ? null : lean,
    },
  }
}
