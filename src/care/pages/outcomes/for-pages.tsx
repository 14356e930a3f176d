// A form as staff have it for somebody: typed in from paper, and asked for again.
import { type Form, FormQuestions, inLanguage, safetyQuestion } from '../../../forms/index.ts'
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
  UrgentHelp,
} from '../../../web/index.ts'
import type { Schedule } from '../../domain/outcomes/outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { HowAsked } from './form-pages.tsx'
import type { OutcomesPlace } from './place.ts'

type ForForm = {
  readonly form: Form
  readonly at: OutcomesPlace
  readonly entry: FormEntry
  readonly language: Language
}

export function ForFormPage(
  props: ForForm & { readonly schedule: Schedule | null; readonly isStopped: boolean },
) {
  const { form, at, schedule, isStopped, entry, language } = props
  const all = outcomesWords.in(language)
  const say = all.forOthers
  const here = `${at.base}/forms/${form.code}`
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name} lead={say.lead}>
        {inLanguage(form.title, language)}
      </PageHeading>
      <p>
        <ButtonLink href={`${here}/typed`}>{say.typeIn}</ButtonLink>
      </p>
      <h2>{say.again}</h2>
      <p>{standing(props)}</p>
      {!isStopped && !isTheirs(schedule) && (
        <PageForm action={`${here}/schedule`}>
          <Radios
            name="often"
            label={say.often}
            hint={say.oftenHint}
            entry={entry}
            choices={Object.entries(all.schedule.often).map(([value, text]) => ({ value, text }))}
          />
          <Button kind="secondary">{all.schedule.save}</Button>
        </PageForm>
      )}
      <p className="cp-small">{`${form.licence.name}. ${form.licence.holder}`}</p>
    </>
  )
}

const isTheirs = (schedule: Schedule | null): boolean =>
  schedule !== null && schedule.setBy === undefined

function standing({
  schedule,
  isStopped,
  language,
}: Pick<ForForm, 'language'> & {
  readonly schedule: Schedule | null
  readonly isStopped: boolean
}): string {
  const all = outcomesWords.in(language)
  const say = all.forOthers
  if (isStopped) return say.stopped
  if (schedule === null) return all.schedule.never
  if (isTheirs(schedule)) return say.theirs
  const { everyWeeks, due, setBy } = schedule
  const every =
    due === null
      ? all.schedule.once(everyWeeks)
      : all.schedule.every(everyWeeks, formatDay(due, language))
  return `${every} ${all.schedule.setBy(setBy ?? '')}`
}

export function ForTypedPage({ form, at, entry, language }: ForForm) {
  const all = outcomesWords.in(language)
  const say = all.forOthers
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={at.name} lead={all.forms.typedLead}>
        {all.forms.typedTitle(inLanguage(form.title, language))}
      </PageHeading>
      <Inset>{say.told}</Inset>
      {safetyQuestion(form) !== null && <UrgentHelp />}
      <PageForm action={`${at.base}/forms/${form.code}/typed`}>
        <DateInput name="filled" label={all.forms.onAsk} entry={entry} />
        {form.preface.en !== '' && <p>{inLanguage(form.preface, language)}</p>}
        <FormQuestions form={form} entry={entry} language={language} easy={false} />
        <HowAsked
          form={form}
          entry={entry}
          language={language}
          mode={say.modeAsk}
          helped={say.helpedAsk}
        />
        <Button>{say.keep}</Button>
      </PageForm>
    </>
  )
}
