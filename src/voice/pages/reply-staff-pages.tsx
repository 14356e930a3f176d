// What those who run a service see of the Friends and Family Test, and what they type in.
import { type Form, FormQuestions, inLanguage, neverAskedAfter } from '../../forms/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  PageForm,
  PageHeading,
  Radios,
  Select,
  Tag,
} from '../../web/index.ts'
import type { TestedService } from '../actions/reply-to-service.ts'
import type { CommentRef } from '../store/replies.ts'
import { replyEnglish as say } from '../words/reply-en.ts'
import { replyAddress } from './reply-pages.tsx'

export type Comment = CommentRef & {
  readonly wrote: string
  readonly answered: string
  readonly mayPublish: boolean
}

export function CommentsPage(props: {
  readonly service: TestedService
  readonly comments: readonly Comment[]
  readonly older: string | null
}) {
  const { service, comments, older } = props
  const at = replyAddress(service)
  return (
    <>
      <PageHeading lead={say.commentsLead} about={service.name}>
        {say.comments}
      </PageHeading>
      <p>
        <a href={`${at}/typed`}>{say.typeIn}</a>
      </p>
      <p>
        <a href={`${at}/return`}>{say.download}</a>
      </p>
      {comments.length === 0 && (
        <EmptyState says={say.noComments}>
          <p>{say.noCommentsNext}</p>
        </EmptyState>
      )}
      {comments.map(({ stream, day, wrote, answered, mayPublish }) => (
        <Card
          key={stream}
          heading={answered}
          level={2}
          state={<Tag colour="grey">{mayPublish ? say.mayPublish : say.keepInside}</Tag>}
        >
          <p>{wrote}</p>
          <p className="cp-small">{formatDay(day, 'en')}</p>
        </Card>
      ))}
      {older !== null && (
        <nav className="cp-pagination" aria-label={say.comments}>
          <a href={older} rel="next">
            {say.older}
          </a>
        </nav>
      )}
    </>
  )
}

export const helpers = ['nobody', 'family', 'staff', 'advocate'] as const
export const NOTHING_STOPS = 'none'

/** From paper, from the telephone, or beside the person. */
export function TypeInPage(props: {
  readonly service: TestedService
  readonly form: Form
  readonly entry: FormEntry
}) {
  const { service, form, entry } = props
  const preface = inLanguage(form.preface, 'en').replace('{about}', service.name)
  const stops = neverAskedAfter.map(({ code, says }) => ({ value: code, text: says }))
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.typeInLead} about={service.name}>
        {say.typeIn}
      </PageHeading>
      <PageForm action={`${replyAddress(service)}/typed`}>
        <Radios
          name="stop"
          label={say.stop}
          hint={say.stopHint}
          entry={entry}
          choices={[{ value: NOTHING_STOPS, text: say.stopNone }, ...stops]}
        />
        <Select
          name="mode"
          label={say.mode}
          entry={entry}
          choices={[
            { value: '', text: '' },
            ...form.modes.map(({ code, says }) => ({ value: code, text: says })),
          ]}
        />
        <DateInput name="on" label={say.on} entry={entry} />
        <Radios
          name="helped"
          label={say.helped}
          entry={entry}
          choices={helpers.map((value) => ({ value, text: say.helpers[value] }))}
        />
        <h2>{`${preface} …`}</h2>
        <FormQuestions form={form} entry={entry} language="en" easy={false} />
        <Button>{say.send}</Button>
      </PageForm>
    </>
  )
}

export function DoNotAskPage({ service }: { readonly service: TestedService }) {
  return (
    <>
      <PageHeading lead={say.doNotAskNext}>{say.doNotAsk}</PageHeading>
      <ButtonLink href={`${replyAddress(service)}/comments`} kind="secondary">
        {say.comments}
      </ButtonLink>
    </>
  )
}
