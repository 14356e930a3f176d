// The forms of reports: to post one, and to answer one of its points.
import {
  Button,
  Card,
  DateInput,
  ErrorSummary,
  type FormEntry,
  formatDay,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import type { Answered } from '../domain/report/report.ts'
import { reportEnglish as say } from '../words/report-en.ts'
import { Lines, reportAddress } from './report-pages.tsx'

export function PostPage({ entry }: { readonly entry: FormEntry }) {
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

/** A recommendation has one answer: whoever comes back to it reads what stands there. */
export function AnsweredPage(props: {
  readonly id: string
  readonly number: number
  readonly recommendation: string
  readonly answer: Answered
}) {
  const { id, number, recommendation, answer } = props
  return (
    <>
      <PageHeading lead={recommendation}>{say.answeredTitle(number)}</PageHeading>
      <Card heading={say.stances[answer.stance]} soft>
        <Lines text={answer.says} />
        {answer.promised !== null && (
          <p>
            {say.promised}: {answer.promised.says}. {say.by(formatDay(answer.promised.due, 'en'))}.
          </p>
        )}
      </Card>
      <p>{say.answeredNext}</p>
      <p>
        <a href={reportAddress(id)}>{say.backToReport}</a>
      </p>
    </>
  )
}
