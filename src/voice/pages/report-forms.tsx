// The forms of reports: to post one, and to answer one of its points.
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import { partNames } from '../domain/report/report.ts'
import { reportEnglish as say } from '../words/report-en.ts'
import { reportAddress } from './report-pages.tsx'

export function PostPage(props: { readonly entry: FormEntry; readonly needsParts: boolean }) {
  const { entry, needsParts } = props
  const parts = needsParts ? partNames : []
  const { addressee, addresseeHint, recommendations, recommendationsHint } = say
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.postLead}>{say.post}</PageHeading>
      <PageForm action="/reports/new">
        <TextInput name="title" label={say.reportTitle} entry={entry} />
        <TextInput
          name="addressee"
          label={addressee}
          hint={addresseeHint}
          entry={entry}
          width={10}
          spellCheck={false}
        />
        <Textarea name="summary" label={say.summary} entry={entry} rows={8} />
        {parts.map((name) => (
          <Textarea key={name} name={name} label={say[name]} entry={entry} rows={4} />
        ))}
        <Textarea
          name="recommendations"
          label={recommendations}
          hint={recommendationsHint}
          entry={entry}
          rows={10}
        />
        <Button>{say.postButton}</Button>
      </PageForm>
    </>
  )
}

export const stances = ['accepted', 'partly', 'not-accepted'] as const

export function AnswerPage(props: {
  readonly id: string
  readonly number: number
  readonly recommendation: string
  readonly entry: FormEntry
}) {
  const { id, number, recommendation, entry } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={recommendation}>{say.answerTitle(number)}</PageHeading>
      <PageForm action={`${reportAddress(id)}/answer/${number}`}>
        <Radios
          name="stance"
          label={say.stance}
          entry={entry}
          choices={stances.map((value) => ({ value, text: say.stances[value] }))}
        />
        <Textarea name="says" label={say.says} entry={entry} rows={6} />
        <Textarea
          name="promise"
          label={say.promise}
          hint={say.promiseHint}
          entry={entry}
          rows={2}
        />
        <DateInput name="due" label={say.due} entry={entry} />
        <Button>{say.answerButton}</Button>
      </PageForm>
    </>
  )
}
