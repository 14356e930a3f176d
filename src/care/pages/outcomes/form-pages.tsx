// A form as a person fills it in: where it begins, one question, the check, and paper typed in.
import {
  type Form,
  FormQuestion,
  FormQuestions,
  type Item,
  inLanguage,
  safetyQuestion,
} from '../../../forms/index.ts'
import {
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  type FormEntry,
  formatDay,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  typedAt,
  UrgentHelp,
} from '../../../web/index.ts'
import type { Schedule } from '../../domain/outcomes/outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import type { FormDraft } from './draft.ts'

type OfForm = { readonly form: Form; readonly language: Language }

const addressOf = ({ code }: Form, end = '') => `/outcomes/forms/${code}${end}`

export function FormStartPage(
  props: OfForm & {
    readonly draft: FormDraft
    readonly schedule: Schedule | null
    readonly counted: boolean
  },
) {
  const { form, draft, language } = props
  const say = outcomesWords.in(language).forms
  return (
    <>
      <PageHeading lead={inLanguage(form.preface, language)}>
        {inLanguage(form.title, language)}
      </PageHeading>
      <p>{say.questions(draft.asked.length)}</p>
      <Inset>{say.notDiagnosis}</Inset>
      {draft.passed > 0 && <p>{say.answered(draft.passed, draft.asked.length)}</p>}
      <p>
        <ButtonLink href={addressOf(form, draft.next === null ? '/check' : '/question')}>
          {draft.passed > 0 ? say.goOn : say.start}
        </ButtonLink>
      </p>
      <p>{say.stopSays}</p>
      <ul>
        <li>
          <a href={addressOf(form, '/paper')}>{say.paper}</a>
        </li>
        <li>
          <a href={addressOf(form, '/typed')}>{say.typeIn}</a>
        </li>
        <li>
          <a href={addressOf(form, '/over-time')}>{say.overTime}</a>
        </li>
      </ul>
      {safetyQuestion(form) !== null && <UrgentHelp />}
      <ScheduleForm {...props} />
      <CountingForm {...props} />
      <p className="cp-small">{`${form.licence.name}. ${form.licence.holder}`}</p>
    </>
  )
}

function ScheduleForm(props: OfForm & { readonly schedule: Schedule | null }) {
  const { form, schedule, language } = props
  const say = outcomesWords.in(language).schedule
  const stands =
    schedule === null
      ? say.never
      : schedule.due === null
        ? say.once(schedule.everyWeeks)
        : say.every(schedule.everyWeeks, formatDay(schedule.due, language))
  const often = schedule === null ? 'never' : String(schedule.everyWeeks)
  return (
    <>
      <h2>{say.heading}</h2>
      <p>
        {stands}
        {schedule?.setBy !== undefined && ` ${say.setBy(schedule.setBy)} ${say.yours}`}
      </p>
      <PageForm action={addressOf(form, '/schedule')}>
        <Radios
          name="often"
          label={say.ask}
          entry={{ typed: { often }, errors: {} }}
          choices={Object.entries(say.often).map(([value, text]) => ({ value, text }))}
        />
        <Button kind="secondary">{say.save}</Button>
      </PageForm>
    </>
  )
}

function CountingForm(props: OfForm & { readonly counted: boolean }) {
  const { form, counted, language } = props
  const say = outcomesWords.in(language).counting
  if (form.scoring === undefined || form.scoring.by === 'ons4') return null
  return (
    <>
      <h2>{say.heading}</h2>
      <p>{say.says}</p>
      <p>
        <b>{counted ? say.isYes : say.isNo}</b>
      </p>
      <PageForm action={addressOf(form, '/counting')}>
        <Button kind="secondary" name="agreed" value={counted ? 'no' : 'yes'}>
          {counted ? say.no : say.yes}
        </Button>
      </PageForm>
    </>
  )
}

/** One question by itself. */
export function QuestionPage(
  props: OfForm & {
    readonly item: Item
    readonly place: number
    readonly count: number
    readonly entry: FormEntry
    readonly query: Readonly<Record<string, string>>
  },
) {
  const { form, item, place, count, entry, query, language } = props
  const all = outcomesWords.in(language)
  const say = all.forms
  const from = query.from === 'check' ? '&from=check' : ''
  return (
    <>
      <ErrorSummary entry={entry} />
      <p className="cp-small">{say.number(place + 1, count)}</p>
      {form.preface.en !== '' && <p>{inLanguage(form.preface, language)}</p>}
      <PageForm action={addressOf(form, `/question?at=${item.id}${from}`)}>
        <FormQuestion item={item} entry={entry} language={language} easy={false} asHeading />
        {!item.required && <p className="cp-small">{say.mayLeave}</p>}
        <Button>{all.goOn}</Button>
      </PageForm>
      {safetyQuestion(form) === item.id && <UrgentHelp />}
    </>
  )
}

/** What was answered, before it is kept. */
export function CheckPage(
  props: OfForm & { readonly draft: FormDraft; readonly entry: FormEntry },
) {
  const { form, draft, entry, language } = props
  const say = outcomesWords.in(language).forms
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={inLanguage(form.title, language)}>{say.check}</PageHeading>
      <SummaryList
        rows={draft.asked.map((item) => ({
          name: inLanguage(item.says, language),
          value: typedWords(item, draft, language) ?? say.empty,
          change: addressOf(form, `/question?at=${item.id}&from=check`),
        }))}
      />
      <PageForm action={addressOf(form, '/check')}>
        <HowAsked form={form} entry={entry} language={language} />
        <Button>{say.keep}</Button>
      </PageForm>
    </>
  )
}

function typedWords(item: Item, { typed }: FormDraft, language: Language): string | null {
  if (item.kind === 'day') {
    const parts = ['day', 'month', 'year'].map((part) => typedAt(typed, `${item.id}-${part}`)[0])
    return parts.join(' ').trim() || null
  }
  const given = typedAt(typed, item.id).filter((one) => one.trim() !== '')
  if (given.length === 0) return null
  if (!('choices' in item)) return given.join(', ')
  return item.choices
    .filter(({ value }) => given.includes(value))
    .map(({ says }) => inLanguage(says, language))
    .join(', ')
}

/** How it was filled in, and who helped: kept with the answers, since both can change them. */
export function HowAsked(
  props: OfForm & {
    readonly entry: FormEntry
    /** In other words where somebody else than the person is asked. */
    readonly mode?: string
    readonly helped?: string
  },
) {
  const { form, entry, language } = props
  const say = outcomesWords.in(language).forms
  return (
    <>
      <Radios
        name="mode"
        label={props.mode ?? say.modeAsk}
        entry={entry}
        choices={form.modes.map(({ code, says }) => ({ value: code, text: says }))}
      />
      <Radios
        name="helped"
        label={props.helped ?? say.helpedAsk}
        entry={entry}
        choices={Object.entries(say.helped).map(([value, text]) => ({ value, text }))}
      />
    </>
  )
}

/** Every question on one page, to be copied from paper. */
export function TypedPage(
  props: OfForm & {
    readonly entry: FormEntry
    /** The answers came as a file, and are to be checked. */
    readonly brought?: boolean
  },
) {
  const { form, entry, brought = false, language } = props
  const all = outcomesWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={brought ? all.bring.checkLead : all.forms.typedLead}>
        {all.forms.typedTitle(inLanguage(form.title, language))}
      </PageHeading>
      {safetyQuestion(form) !== null && <UrgentHelp />}
      <PageForm action={addressOf(form, '/typed')}>
        <DateInput name="filled" label={all.forms.onAsk} entry={entry} />
        {form.preface.en !== '' && <p>{inLanguage(form.preface, language)}</p>}
        <FormQuestions form={form} entry={entry} language={language} easy={false} />
        <HowAsked form={form} entry={entry} language={language} />
        <Button>{all.forms.keep}</Button>
      </PageForm>
    </>
  )
}
