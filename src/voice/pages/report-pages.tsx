// Reports as anybody reads them: the list, and one with the answer to each point.
import { type Day, dayIn, type Instant, LONDON } from '../../basics/index.ts'
import { type PromiseRecord, standingOf } from '../../promises/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDayOf,
  type Language,
  PageForm,
  PageHeading,
  PromiseState,
  SummaryList,
  type SummaryRow,
  Tag,
} from '../../web/index.ts'
import type { Mandate } from '../domain/report/mandates.ts'
import { overdue, partNames, type Report } from '../domain/report/report.ts'
import type { MatterRow } from '../store/matters.ts'
import type { ReportRow } from '../store/reports.ts'
import { reportEnglish as say } from '../words/report-en.ts'
import { scrutinyWords } from '../words/scrutiny-words.ts'
import { MatterCards } from './matter-cards.tsx'

export const reportAddress = (id: string): string => `/reports/${id}`

/** How a report stands on a list, always in words and a shape. */
function Standing({ row, today }: { readonly row: ReportRow; readonly today: Day }) {
  const open = row.recommendations - row.answered
  if (row.closed_at !== null) return <Tag colour="grey">{say.closed}</Tag>
  if (open > 0 && row.due < today) return <PromiseState standing="overdue" says={say.late(open)} />
  const says = open === 0 ? say.answered(row.answered, row.recommendations) : say.open
  return <PromiseState standing="waiting" says={says} />
}

export function ReportCards(props: { readonly list: readonly ReportRow[]; readonly today: Day }) {
  const { list, today } = props
  return list.map((row) => (
    <Card
      key={row.stream}
      heading={row.title}
      href={reportAddress(row.stream)}
      level={2}
      state={<Standing row={row} today={today} />}
    >
      <p className="cp-small">
        {say.from(row.publisher_name)}. {say.to(row.addressee_name)}.{' '}
        {say.answered(row.answered, row.recommendations)}. {say.dueOn(formatDay(row.due, 'en'))}.
      </p>
    </Card>
  ))
}

export function ReportList(props: {
  readonly list: readonly ReportRow[]
  readonly today: Day
  readonly mayPost: boolean
  readonly older: string | null
}) {
  const { list, today, mayPost, older } = props
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {mayPost && <ButtonLink href="/reports/new">{say.post}</ButtonLink>}
      <p>
        <a href="/scrutiny">{say.toScrutiny}</a>
      </p>
      {list.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      <ReportCards list={list} today={today} />
      {older !== null && (
        <nav className="cp-pagination" aria-label={say.title}>
          <a href={older} rel="next">
            {say.older}
          </a>
        </nav>
      )}
    </>
  )
}

export function ToAnswerPage(props: { readonly list: readonly ReportRow[]; readonly today: Day }) {
  return (
    <>
      <PageHeading lead={say.toAnswerLead}>{say.toAnswer}</PageHeading>
      {props.list.length === 0 && (
        <EmptyState says={say.nothingToAnswer}>
          <p>{say.nothingToAnswerNext}</p>
        </EmptyState>
      )}
      <ReportCards {...props} />
    </>
  )
}

export type ReportPageProps = {
  readonly id: string
  readonly report: Report
  readonly mandate: Mandate | null
  readonly promises: ReadonlyMap<number, PromiseRecord>
  readonly now: Instant
  readonly entry: FormEntry
  /** Whether the visitor acts for the body that is to answer, or for the one that posted it. */
  readonly mayAnswer: boolean
  readonly mayClose: boolean
  /** Whether it can be referred to health scrutiny: an answer is late, and it is theirs. */
  readonly mayRefer: boolean
  /** The matters that it led to, or came from. */
  readonly matters: readonly MatterRow[]
  readonly language: Language
}

export function ReportPage(props: ReportPageProps) {
  const { id, report, mandate, now, entry, mayClose } = props
  const { posted, closedAt } = report
  if (posted === null) return null
  const late = overdue(report, dayIn(LONDON, now)).length
  const { addressee, publisher, parts } = posted
  const rows: SummaryRow[] = [
    {
      name: say.mandate,
      value: mandate === null ? posted.mandate : `${mandate.says}. ${mandate.source}`,
    },
    ...(mandate === null ? [] : [{ name: say.rule, value: mandate.clock.says }]),
    ...partNames.flatMap((name) =>
      parts === null ? [] : [{ name: say[name], value: <Lines text={parts[name]} /> }],
    ),
  ]
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={`${say.from(publisher.shownAs)}. ${say.to(addressee.shownAs)}`}>
        {posted.title}
      </PageHeading>
      <p>
        {closedAt !== null && <Tag colour="grey">{say.closed}</Tag>}
        {late > 0 && <PromiseState standing="overdue" says={say.late(late)} />}
      </p>
      <p className="cp-small">{formatDayOf(posted.at, 'en')}</p>
      <Lines text={posted.summary} />
      {posted.recommendations.map((text, place) => (
        <Recommendation key={text} {...props} number={place + 1} text={text} />
      ))}
      <SummaryList rows={rows} />
      <Scrutiny {...props} />
      {mayClose && closedAt === null && (
        <PageForm action={`${reportAddress(id)}/close`}>
          <p>{say.closeHint}</p>
          <Button kind="secondary">{say.close}</Button>
        </PageForm>
      )}
    </>
  )
}

/** Where the report was referred to, or how a committee came to it. */
function Scrutiny({ id, matters, mayRefer, now, language }: ReportPageProps) {
  const words = scrutinyWords.in(language)
  const today = dayIn(LONDON, now)
  const own = matters.filter(({ report }) => report === id)
  const referred = matters.filter(({ report }) => report !== id)
  return (
    <>
      {own.length > 0 && <h2>{words.ofMatter}</h2>}
      <MatterCards list={own} today={today} language={language} />
      {referred.length > 0 && <h2>{words.fromReport}</h2>}
      <MatterCards list={referred} today={today} language={language} />
      {mayRefer && (
        <p>
          <a href={`/scrutiny/new?report=${id}`}>{words.referReport}</a>
        </p>
      )}
    </>
  )
}

function Recommendation(
  props: ReportPageProps & { readonly number: number; readonly text: string },
) {
  const { id, report, promises, now, mayAnswer, number, text } = props
  const today = dayIn(LONDON, now)
  const { posted, answers } = report
  const answer = answers.get(number)
  const due = formatDay(posted?.due ?? today, 'en')
  const late = overdue(report, today).includes(number)
  return (
    <section>
      <h2>{say.recommendation(number)}</h2>
      <Lines text={text} />
      {answer === undefined && (
        <p>
          <PromiseState
            standing={late ? 'overdue' : 'waiting'}
            says={late ? say.silence(due) : say.waiting(due)}
          />
        </p>
      )}
      {answer === undefined && mayAnswer && (
        <p>
          <a href={`${reportAddress(id)}/answer/${number}`}>
            {say.answer}
            <span className="nhsuk-u-visually-hidden"> {say.recommendation(number)}</span>
          </a>
        </p>
      )}
      {answer !== undefined && (
        <Card heading={say.stances[answer.stance]} level={3} soft>
          <Lines text={answer.says} />
          {answer.promised !== null && (
            <Promised
              says={answer.promised.says}
              due={answer.promised.due}
              promise={promises.get(number) ?? null}
              now={now}
            />
          )}
          <p className="cp-small">{formatDayOf(answer.at, 'en')}</p>
        </Card>
      )}
    </section>
  )
}

function Promised(props: {
  readonly says: string
  readonly due: Day
  readonly promise: PromiseRecord | null
  readonly now: Instant
}) {
  const { says, due, promise, now } = props
  const standing = promise === null ? 'waiting' : standingOf(promise, now)
  return (
    <>
      <h4>{say.promised}</h4>
      <p>{says}</p>
      <p>
        <PromiseState
          standing={standing}
          says={`${say.standings[standing]}. ${say.by(formatDay(promise?.due ?? due, 'en'))}`}
        />
      </p>
    </>
  )
}

export const Lines = ({ text }: { readonly text: string }) =>
  text.split('\n').map((line) => line.trim() !== '' && <p key={line}>{line}</p>)
