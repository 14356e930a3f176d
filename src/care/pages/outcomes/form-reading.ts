// What is typed around the questions of a form: how, by whose help, on which day, how often.
import type { Day } from '../../../basics/index.ts'
import { type Answers, askedItems, type Form, type Helped } from '../../../forms/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
} from '../../../web/index.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

const english = outcomesWords.in('en')
const helpers = ['nobody', 'family', 'staff', 'advocate'] as const satisfies readonly Helped[]

export const howForm = (form: Form) =>
  defineForm({
    mode: choiceField(
      form.modes.map(({ code }) => code),
      english.forms.selectMode,
    ),
    helped: choiceField(helpers, english.forms.selectHelped),
  })

const onForm = defineForm({
  filled: dayField({ name: english.own.dayName, missing: english.own.enterDay }),
})

export type Typed = { readonly mode: string; readonly helped: Helped; readonly on: Day }

/** The day on the paper, how it was filled in, and who helped. */
export function readTyped(
  form: Form,
  typed: FormValues,
): { readonly ok: true; readonly values: Typed } | { readonly ok: false; entry: FormEntry } {
  const how = howForm(form).parse(typed)
  const day = onForm.parse(typed)
  if (how.ok && day.ok) return { ok: true, values: { ...how.values, on: day.values.filled } }
  return { ok: false, entry: { typed, errors: { ...day.entry.errors, ...how.entry.errors } } }
}

/** Only what these answers lead to: an answer on paper to what is not asked counts for nothing. */
export function onlyAsked(form: Form, answers: Answers): Answers {
  const asked = new Set(askedItems(form, answers).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}

export const oftenForm = defineForm({
  often: choiceField(['1', '2', '4', '12', 'never'], english.schedule.selectOften),
})
