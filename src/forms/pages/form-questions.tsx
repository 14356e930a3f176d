// The questions of a form as inputs of a page, and what was typed read back into answers.
import {
  Checkboxes,
  DateInput,
  type FormEntry,
  type FormValues,
  Radios,
  Textarea,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import { type Answer, type Answers, type Form, type Item, inLanguage } from '../domain/form.ts'

type QuestionsProps = {
  readonly entry: FormEntry
  readonly language: 'en' | 'cy'
  readonly easy: boolean
}

/** All questions of a form on one page: typed in from paper, or where none waits on another. */
export const FormQuestions = ({ form, ...rest }: QuestionsProps & { readonly form: Form }) =>
  form.items.map((item) => <FormQuestion key={item.id} item={item} {...rest} />)

/** One question; `asHeading` where it stands alone on its page. */
export function FormQuestion(
  props: QuestionsProps & { readonly item: Item; readonly asHeading?: boolean },
) {
  const { item, entry, language, easy, asHeading = false } = props
  const label = inLanguage(item.says, language, easy)
  const hint = item.hint === undefined ? {} : { hint: inLanguage(item.hint, language, easy) }
  const common = { name: item.id, label, entry, ...hint, asHeading }
  switch (item.kind) {
    case 'note':
      return <p>{label}</p>
    case 'worked':
      return null
    case 'text':
      return <Textarea {...common} rows={4} />
    case 'number':
      return item.most - item.least <= 10 ? (
        <Radios {...common} choices={numbersFrom(item.least, item.most)} inline />
      ) : (
        <TextInput {...common} width={4} inputMode="numeric" />
      )
    case 'day':
      return <DateInput {...common} />
    case 'one':
    case 'several': {
      const choices = item.choices.map(({ value, says }) => {
        return { value, text: inLanguage(says, language, easy) }
      })
      return item.kind === 'one' ? (
        <Radios {...common} choices={choices} />
      ) : (
        <Checkboxes {...common} choices={choices} />
      )
    }
  }
}

/** A few numbers to choose from: no keyboard is needed. */
const numbersFrom = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, place) => String(least + place)).map((value) => {
    return { value, text: value }
  })

/** Answers as they would have been typed: what `readAnswers` makes the same answers of. */
export const typedAnswers = (form: Form, answers: Answers): FormValues =>
  Object.fromEntries(
    form.items.flatMap(({ id, kind }) => {
      const answer = answers[id]
      if (answer === undefined) return []
      if (kind !== 'day') return [[id, typeof answer === 'object' ? [...answer] : String(answer)]]
      const [year = '', month = '', day = ''] = String(answer).split('-')
      return Object.entries({ day, month, year }).map(([part, says]) => [`${id}-${part}`, says])
    }),
  )

/** What was typed under the names of the questions. A number that is none stays as it was typed. */
export const readAnswers = (form: Form, typed: FormValues): Answers =>
  Object.fromEntries(
    form.items.flatMap((item) => {
      const answer = read(item, typed)
      return answer === null ? [] : [[item.id, answer]]
    }),
  )

function read(item: Item, typed: FormValues): Answer | null {
  if (item.kind === 'note' || item.kind === 'worked') return null
  if (item.kind === 'day') return readDay(item.id, typed)
  const given = typedAt(typed, item.id)
  const [first = ''] = given
  if (item.kind === 'several') return given.length === 0 ? null : given
  if (first.trim() === '') return null
  return item.kind === 'number' && /^-?\d{1,9}$/.test(first.trim()) ? Number(first) : first
}

/** As `2026-11-30`; what is no day stays as it was typed and is refused as such. */
function readDay(id: string, typed: FormValues): string | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (typedAt(typed, `${id}-${part}`)[0] ?? '').trim(),
  )
  if (day === '' && month === '' && year === '') return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
