// The questions that telling a story and making a complaint share.
import {
  defineForm,
  type FormValues,
  type Language,
  optional,
  type Question,
  Textarea,
  textField,
  typedAt,
  UrgentHelp,
} from '../../web/index.ts'
import { chosenIn, placesField } from './tell-places.tsx'

export const firstTyped = (typed: FormValues, name: string): string =>
  typedAt(typed, name)[0]?.trim() ?? ''

/** Questions built for each language, as one list that shows itself in that of the visitor. */
export function inLanguages(build: (language: Language) => readonly Question[]): Question[] {
  const [english, welsh] = [build('en'), build('cy')]
  return english.map((one, place) => {
    const of = (language: Language) => (language === 'cy' ? (welsh[place] ?? one) : one)
    return {
      ...one,
      title: (language) => titleOf(of(language), language),
      formIn: (language) => of(language).form,
      view: (entry, request) => of(request.language).view(entry, request),
      answer: (typed, language) => of(language).answer(typed, language),
    }
  })
}

const titleOf = ({ title }: Question, language: Language): string =>
  typeof title === 'string' ? title : title(language)

type Words = {
  readonly title: string
  readonly hint: string
  readonly tooLong: string
  /** What is said where it is left empty; null where it can be. */
  readonly missing: string | null
  /** Whether what is written here could be urgent: it then says whom to call instead. */
  readonly urgent?: boolean
}

/** A question that is several lines of text. */
export function textQuestion(at: string, words: Words): Question {
  const { title, hint, tooLong, missing, urgent = false } = words
  const field = textField({ missing: missing ?? '', longest: 10_000, tooLong })
  return {
    at,
    title,
    form: defineForm({ [at]: missing === null ? optional(field) : field }),
    view: (entry) => (
      <>
        <Textarea name={at} label={title} hint={hint} asHeading entry={entry} rows={8} />
        {urgent && <UrgentHelp />}
      </>
    ),
    answer: (typed) => firstTyped(typed, at) || null,
  }
}

/** Which services it is about: a page of its own stands in for it. */
export const whereQuestion = (title: string, language: Language = 'en'): Question => ({
  at: 'where',
  title,
  form: defineForm({ places: placesField(language) }),
  view: () => null,
  answer: (typed) =>
    chosenIn(typed)
      .map(({ name }) => name)
      .join(', ') || null,
})
