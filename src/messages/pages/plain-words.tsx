// The question in which somebody at work writes to a person: how it reads, before it is sent.
import {
  Checkboxes,
  catalogue,
  type FormEntry,
  type FormValues,
  NotificationBanner,
  type QuestionProps,
  Textarea,
  typedAt,
} from '../../web/index.ts'
import { plainWordsUpTo } from '../domain/dated-rules.ts'
import { howItReads, judgeWords } from '../domain/plain-words.ts'
import { plainWordsEnglish } from '../words/plain-words-en.ts'

const words = catalogue(plainWordsEnglish)

const scoredIn = (name: string) => `${name}-scored`
const anywayIn = (name: string) => `${name}-anyway`

/**
 * The form to show again before the words of this field are sent; null when they may go. Works
 * without scripts: what was scored goes along, and words that were changed are scored anew.
 */
export function readsHard(form: FormValues, name: string): FormEntry | null {
  const one = (field: string) => typedAt(form, field)[0] ?? ''
  const text = one(name)
  const anyway = one(anywayIn(name)) === 'yes'
  const judged = judgeWords({ text, scored: one(scoredIn(name)), anyway })
  if (judged === 'send') return null
  const typed = { ...form, [scoredIn(name)]: text }
  if (judged === 'show') return { typed: { ...typed, [anywayIn(name)]: [] }, errors: {} }
  const at = anywayIn(name)
  return { typed, errors: { [at]: { says: plainWordsEnglish.thinkAgain, at, whole: true } } }
}

/** How the words read, above the form; nothing before they were sent once. */
export function HowItReads({ name, entry }: Pick<QuestionProps, 'name' | 'entry'>) {
  const scored = typedAt(entry.typed, scoredIn(name))[0]
  if (scored === undefined || scored === '') return null
  const say = words.in('en')
  const { years, hard } = howItReads(scored)
  return (
    <NotificationBanner>
      <h3 className="nhsuk-notification-banner__heading">
        {years === null ? say.short : say.years(years)}
      </h3>
      <p>{hard ? say.hard(plainWordsUpTo.value) : years === null ? say.short2 : say.good}</p>
    </NotificationBanner>
  )
}

/** The text itself, and where it is hard to read, the second thought. */
export function PlainWords(props: QuestionProps & { readonly rows?: number }) {
  const { name, entry } = props
  const scored = typedAt(entry.typed, scoredIn(name))[0]
  const say = words.in('en')
  return (
    <>
      <Textarea {...props} />
      {scored !== undefined && <input type="hidden" name={scoredIn(name)} value={scored} />}
      {scored !== undefined && howItReads(scored).hard && (
        <Checkboxes
          name={anywayIn(name)}
          label={say.anywayLabel}
          entry={entry}
          choices={[{ value: 'yes', text: say.anyway }]}
        />
      )}
    </>
  )
}
