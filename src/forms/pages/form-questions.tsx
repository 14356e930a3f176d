// The questions of a form as inputs of a page, and what was typed read back into answers.
import {
  Checkboxes,
  type FormEntry,
  type FormValues,
  Radios,
  Textarea,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import type { Answer, Answers, Form, Item } from '../domain/form.ts'
import { inLanguage } from '../domain/form.ts'

/** All questions of a form on one page: only for forms whose questions do not wait on others. */
export function FormQuestions(props: {
  readonly form: Form
  readonly entry: FormEntry
  readonly language: 'en' | 'cy'
  readonly easy: boolean
}) {
  const { form, entry, language, easy } = props
  return form.items.map((item) => {
    const label = inLanguage(item.says, language, easy)
    const hint = item.hint === undefined ? {} : { hint: inLanguage(item.hint, language, easy) }
    const common = { name: item.id, label, entry, ...hint }
    if (item.kind === 'text') return <Textarea key={item.id} {...common} rows={4} />
    if (item.kind === 'number') return <TextInput key={item.id} {...common} width={4} />
    const choices = item.choices.map(({ value, says }) => {
      return { value, text: inLanguage(says, language, easy) }
    })
    return item.kind === 'one' ? (
      <Radios key={item.id} {...common} choices={choices} />
    ) : (
      <Checkboxes key={item.id} {...common} choices={choices} />
    )
  })
}

/** What was typed under the names of the questions. A number that is none stays as it was typed. */
export const readAnswers = (form: Form, typed: FormValues): Answers =>
  Object.fromEntries(
    form.items.flatMap((item) => {
      const answer = read(item, typedAt(typed, item.id))
      return answer === null ? [] : [[item.id, answer]]
    }),
  )

function read(item: Item, typed: readonly string[]): Answer | null {
  const [first = ''] = typed
  if (item.kind === 'several') return typed.length === 0 ? null : typed
  if (first.trim() === '') return null
  return item.kind === 'number' && /^-?\d{1,9}$/.test(first.trim()) ? Number(first) : first
}
