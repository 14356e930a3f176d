// Numbers about many people, as anybody reads them: change after a while, and visits.
import { type Form, FormQuestions, type TopScore } from '../../../forms/index.ts'
import type { ReleasedTable, Shown } from '../../../gate/index.ts'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatNumber,
  type Language,
  PageForm,
  PageHeading,
  PrintButton,
  Table,
  TextInput,
} from '../../../web/index.ts'
import { ALL, directions, shownOf } from '../../domain/outcomes/together.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

export type FormChange = { readonly title: string; readonly table: ReleasedTable }

export function TogetherPage(props: {
  readonly changes: readonly FormChange[]
  readonly language: Language
}) {
  const { changes, language } = props
  const say = outcomesWords.in(language).together
  const number = (shown: Shown | null) =>
    typeof shown === 'number' ? formatNumber(shown, language) : shown === 'few' ? say.few : say.kept
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {changes.length === 0 && <EmptyState says={say.none} />}
      {changes.map(({ title, table }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{say.asOf(formatDay(table.asOf, language))}</p>
          <Table
            caption={title}
            captionHeard
            columns={[{ heading: say.what }, { heading: say.people, numeric: true }]}
            rows={[...directions, ALL].map((label) => ({
              key: label,
              cells: [say.names[label as 'All'], number(shownOf(table, label))],
            }))}
          />
        </section>
      ))}
      <p>{say.not}</p>
      <p>
        <a href="/numbers">{say.rule}</a>
      </p>
    </>
  )
}

type ServiceProps = { readonly team: string; readonly name: string; readonly language: Language }

export function VisitPage(
  props: ServiceProps & { readonly form: Form; readonly entry: FormEntry },
) {
  const { team, name, form, entry, language } = props
  const say = outcomesWords.in(language).visit
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.about(name)}>{say.title}</PageHeading>
      <p>{say.noName}</p>
      <PageForm action={`/after-visit/${team}`}>
        <TextInput
          name="number"
          label={say.number}
          hint={say.numberHint}
          entry={entry}
          width={10}
          spellCheck={false}
        />
        <FormQuestions form={form} entry={entry} language={language} easy={false} />
        <Button>{say.send}</Button>
      </PageForm>
      <p>
        <a href={`/after-visit/${team}/figures`}>{say.figures}</a>
      </p>
    </>
  )
}

/** Where somebody begins who holds a card: with its number alone. */
export function CardPage(props: { readonly entry: FormEntry; readonly language: Language }) {
  const { entry, language } = props
  const say = outcomesWords.in(language).visit
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.noName}>{say.card}</PageHeading>
      <PageForm action="/visit">
        <TextInput
          name="number"
          label={say.number}
          hint={say.cardHint}
          entry={entry}
          width={10}
          spellCheck={false}
        />
        <Button>{say.cardOpen}</Button>
      </PageForm>
    </>
  )
}

/** Cards to cut out: shown once, since only their digests are kept. */
export function VisitNumbers(
  props: ServiceProps & {
    readonly entry: FormEntry
    readonly numbers: readonly string[]
    /** By which name this site is asked for. */
    readonly host: string
  },
) {
  const { team, name, entry, numbers, language, host } = props
  const say = outcomesWords.in(language).visit
  if (numbers.length > 0) {
    return (
      <>
        <PageHeading lead={say.numbersMade}>{say.numbers}</PageHeading>
        <PrintButton />
        {numbers.map((number) => (
          <Card key={number} heading={say.title}>
            <p>{say.about(name)}</p>
            <p>
              {say.cardGo} <span className="cp-reference">{`${host}/visit`}</span>
            </p>
            <p>
              {say.cardType} <b className="cp-reference">{number}</b>
            </p>
            <p>{say.noName}</p>
          </Card>
        ))}
      </>
    )
  }
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={name} lead={say.numbersLead}>
        {say.numbers}
      </PageHeading>
      <PageForm action={`/after-visit/${team}/numbers`}>
        <TextInput
          name="count"
          label={say.numbersCount}
          entry={entry}
          width={3}
          inputMode="numeric"
        />
        <Button>{say.numbersMake}</Button>
      </PageForm>
    </>
  )
}

export function VisitThanks({ team, language }: ServiceProps) {
  const say = outcomesWords.in(language).visit
  return (
    <>
      <PageHeading lead={say.thanksSays}>{say.thanks}</PageHeading>
      <p>
        <a href={`/after-visit/${team}/figures`}>{say.figures}</a>
      </p>
    </>
  )
}

export function VisitFigures(
  props: ServiceProps & { readonly score: TopScore | null; readonly worksThere: boolean },
) {
  const { team, name, score, language, worksThere } = props
  const say = outcomesWords.in(language).visit
  return (
    <>
      <PageHeading about={name}>{say.figures}</PageHeading>
      {score?.kind === 'score' ? (
        <>
          <p>
            <b>{say.score(formatNumber(score.percent, language))}</b>
          </p>
          <p>{say.counted(formatNumber(score.counted, language))}</p>
        </>
      ) : (
        <EmptyState says={say.notEnough} />
      )}
      <p className="cp-small">{say.rule}</p>
      {worksThere && (
        <p>
          <a href={`/after-visit/${team}/numbers`}>{say.numbers}</a>
        </p>
      )}
    </>
  )
}
