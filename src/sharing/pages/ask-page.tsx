// Asking somebody to share, and the pages on which they are asked and answer.
import type { Id } from '../../basics/index.ts'
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  Card,
  type Choice,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  Inset,
  Moment,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  TextInput,
} from '../../web/index.ts'
import type { Ask } from '../domain/asks.ts'
import { purposeNamed } from '../domain/purposes.ts'
import type { ShareWords } from '../words/share-words.ts'
import { capitalised } from './page-parts.ts'

export function AskPage(props: {
  readonly entry: FormEntry
  readonly purposes: readonly Choice[]
  readonly say: ShareWords
}) {
  const { entry, purposes, say } = props
  const words = say.ask
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <HowItReads name="why" entry={entry} />
      <PageForm action="/share/ask">
        <TextInput
          name="number"
          label={say.emergency.number}
          hint={say.emergency.numberHint}
          entry={entry}
        />
        <DateInput name="born" label={say.emergency.born} entry={entry} />
        <Radios name="purpose" label={say.give.purpose} entry={entry} choices={purposes} />
        <PlainWords name="why" label={words.why} hint={words.whyHint} entry={entry} rows={4} />
        <Radios
          name="span"
          label={words.span}
          entry={entry}
          choices={[
            { value: 'week', text: say.give.week },
            { value: 'quarter', text: say.give.quarter },
            { value: 'year', text: say.give.year },
          ]}
        />
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

export function AskedPage({ say }: { readonly say: ShareWords }) {
  return (
    <>
      <PageHeading>{say.ask.sent}</PageHeading>
      <p>{say.ask.sentSays}</p>
    </>
  )
}

export type AskShown = { readonly ask: Ask; readonly who: string }

export function AsksPage({
  asks,
  say,
}: {
  readonly asks: readonly AskShown[]
  readonly say: ShareWords
}) {
  const words = say.asks
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {asks.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {asks.map(({ ask, who }) => (
        <Card key={ask.ask} heading={who} href={`/share/asks/${ask.ask}`}>
          <p className="cp-small">
            {say.withMe.purpose(purposeNamed(ask.purpose)?.says ?? ask.purpose)}.{' '}
            {ask.answered === null ? words.waits : words.answers[ask.answered.answer]}
          </p>
        </Card>
      ))}
    </>
  )
}

export function OneAskPage({ shown, say }: { readonly shown: AskShown; readonly say: ShareWords }) {
  const { ask, who } = shown
  const words = say.asks
  const purpose = purposeNamed(ask.purpose)?.says ?? ask.purpose
  return (
    <>
      <PageHeading about={words.title}>{words.asksYou(who)}</PageHeading>
      <SummaryList
        rows={[
          { name: words.who, value: who },
          { name: words.what, value: words.whatSays },
          { name: say.grant.why, value: capitalised(purpose) },
          { name: words.why, value: `“${ask.why}”` },
          { name: words.span, value: say.give[ask.span] },
          { name: words.askedAt, value: <Moment at={ask.at} /> },
        ]}
      />
      {ask.answered === null ? (
        <AnswerForms ask={ask.ask} purpose={purpose} say={say} />
      ) : (
        <Inset>{words.answers[ask.answered.answer]}</Inset>
      )}
    </>
  )
}

function AnswerForms(props: {
  readonly ask: Id
  readonly purpose: string
  readonly say: ShareWords
}) {
  const words = props.say.asks
  const answers = [
    { value: 'yes', text: words.yes, kind: 'primary' },
    { value: 'less', text: words.less, kind: 'secondary' },
    { value: 'no', text: words.no, kind: 'secondary' },
  ] as const
  return (
    <>
      <Inset>
        {words.turnsOn(props.purpose)} {words.silence}
      </Inset>
      <PageForm action={`/share/asks/${props.ask}`}>
        {answers.map(({ value, text, kind }) => (
          <p key={value}>
            <Button name="answer" value={value} kind={kind}>
              {text}
            </Button>
          </p>
        ))}
      </PageForm>
    </>
  )
}
