// The pages of the Friends and Family Test: the question, the thanks, the figures.
import { type Form, FormQuestions, inLanguage } from '../../forms/index.ts'
import type { FoundPlace } from '../../places/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Confirmation,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatNumber,
  Inset,
  PageForm,
  PageHeading,
  SearchForm,
  Table,
  TextInput,
  UrgentHelp,
} from '../../web/index.ts'
import type { TestedService } from '../actions/reply-to-service.ts'
import type { MonthFigures } from '../domain/reply-figures.ts'
import { replyEnglish as say } from '../words/reply-en.ts'

export const replyAddress = (service: { readonly id: string }): string =>
  `/friends-and-family/${service.id}`

export function FindService(props: {
  readonly entry: FormEntry
  readonly found: readonly FoundPlace[] | null
}) {
  const { entry, found } = props
  return (
    <>
      <PageHeading lead={say.findLead}>{say.title}</PageHeading>
      <UrgentHelp />
      <SearchForm action="/friends-and-family">
        <TextInput name="name" label={say.findLabel} entry={entry} width={20} />
        <Button kind="secondary">{say.findButton}</Button>
      </SearchForm>
      {found?.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {found?.map(({ stream, name }) => (
        <Card key={stream} heading={name} href={replyAddress({ id: stream })} level={2} />
      ))}
    </>
  )
}

export function QuestionPage(props: {
  readonly service: TestedService
  readonly form: Form
  readonly entry: FormEntry
  readonly easy: boolean
}) {
  const { service, form, entry, easy } = props
  const at = replyAddress(service)
  const preface = inLanguage(form.preface, 'en', easy).replace('{about}', service.name)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.anonymous}>{`${preface} …`}</PageHeading>
      <p>
        <a href={easy ? at : `${at}?words=easy`}>{easy ? say.plain : say.easy}</a>
      </p>
      <UrgentHelp />
      <PageForm action={easy ? `${at}?words=easy` : at}>
        <FormQuestions form={form} entry={entry} language="en" easy={easy} />
        <Button>{say.send}</Button>
      </PageForm>
      <p>
        <a href={`${at}/figures`}>{say.figures}</a>
      </p>
      <p>
        <a href={`/forms/${form.code}/paper`}>{say.print}</a>
      </p>
    </>
  )
}

export function ThanksPage({ service }: { readonly service: TestedService }) {
  return (
    <>
      <Confirmation heading={say.thanks}>
        <p>{service.name}</p>
      </Confirmation>
      <p>{say.thanksNext}</p>
      <p>{say.wantAnswer}</p>
      <ButtonLink href="/have-a-say" kind="secondary">
        {say.tell}
      </ButtonLink>
      <UrgentHelp />
      <p>
        <a href={`${replyAddress(service)}/figures`}>{say.figures}</a>
      </p>
    </>
  )
}

/** One service at a time: there is no page on which services stand together. */
export function FiguresPage(props: {
  readonly service: TestedService
  readonly months: readonly MonthFigures[]
  readonly nameOf: (month: string) => string
  /** The rule for small numbers hides up to this many. */
  readonly hideUpTo: number
}) {
  const { service, months, nameOf, hideUpTo } = props
  const shownAs = (shown: MonthFigures['cells'][number]['shown']): string => {
    if (shown === 'few') return say.few(hideUpTo)
    return shown === 'kept-back' ? say.keptBack : formatNumber(shown, 'en')
  }
  return (
    <>
      <PageHeading lead={say.figuresLead}>{say.figuresOf(service.name)}</PageHeading>
      <Inset>{say.figuresCare}</Inset>
      {months.length === 0 && (
        <EmptyState says={say.noFigures}>
          <p>{say.noFiguresNext}</p>
        </EmptyState>
      )}
      {months.map(({ month, cells, positive, negative }) => (
        <section key={month}>
          <h2>{nameOf(month)}</h2>
          <p>
            {positive !== null && say.positive(positive)}{' '}
            {negative !== null && say.negative(negative)}
            {positive === null && negative === null && say.noPercent}
          </p>
          <Table
            caption={`${nameOf(month)}, ${service.name}`}
            columns={[{ heading: say.what }, { heading: say.number, numeric: true }]}
            rows={cells.map(({ label, shown }) => ({ key: label, cells: [label, shownAs(shown)] }))}
          />
        </section>
      ))}
      <h2>{say.how}</h2>
      <p>{say.howText}</p>
      <p>
        <a href="/numbers">Numbers about people</a>
      </p>
    </>
  )
}
