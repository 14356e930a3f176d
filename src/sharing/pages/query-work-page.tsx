// The worklist of those who explain looks: questions with their clocks, and one of them.
import type { Id } from '../../basics/index.ts'
import { roleName } from '../../identity/index.ts'
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  formatList,
  Inset,
  Moment,
  NotificationBanner,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
} from '../../web/index.ts'
import type { SeenQuery } from '../actions/see-queries.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { breachToldWithin } from '../domain/query/dated-rules.ts'
import type { QueryRow } from '../store/queries.ts'
import type { ShareWords } from '../words/share-words.ts'
import { capitalised } from './page-parts.ts'
import { dueOf, QueryState, QueryThread, standsOf, type Telling } from './query-parts.tsx'

export function QueryWorkPage(
  props: Telling & {
    readonly rows: readonly QueryRow[]
    readonly people: ReadonlyMap<Id, string>
    readonly justDone: boolean
  },
) {
  const { rows, people, justDone, say } = props
  const words = say.work
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {justDone && (
        <NotificationBanner success>
          <p>{words.done}</p>
        </NotificationBanner>
      )}
      {rows.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {rows.map((row) => (
        <Card
          key={row.query}
          heading={words.of(people.get(row.person) ?? '')}
          href={`/look-questions/${row.person}/${row.query}`}
          state={<QueryState {...props} {...row} />}
        />
      ))}
    </>
  )
}

export type ExplainPageProps = Telling & {
  readonly seen: SeenQuery
  readonly share: ShareWords
  /** Whose record it is, and who looked. */
  readonly name: string
  readonly looker: string
  readonly at: string
  readonly entry: FormEntry
  /** Whether whoever asks for this page is who looked. */
  readonly ownLook: boolean
}

export function ExplainPage(props: ExplainPageProps) {
  const { seen, say, name, entry } = props
  const { state } = seen
  const words = say.work
  const open = state.state === 'open'
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={words.title}>{words.of(name)}</PageHeading>
      <HowItReads name="says" entry={entry} />
      <HowItReads name="asks" entry={entry} />
      <p>
        <QueryState {...props} due={dueOf(state)} stands={standsOf(state)} />
      </p>
      <Receipt {...props} />
      <h2>{say.one.history}</h2>
      <QueryThread {...props} state={state} />
      {open && props.ownLook && <Inset>{words.own}</Inset>}
      {open && !props.ownLook && <Answers {...props} />}
    </>
  )
}

function Receipt({ seen, say, share, looker, language }: ExplainPageProps) {
  const { row, state } = seen
  const words = say.work
  const asked = state.steps.find(({ what }) => what === 'look-queried')?.says ?? null
  const roles = row.roles.map((role) => roleName(role))
  return (
    <>
      <SummaryList
        rows={[
          { name: words.who, value: looker },
          { name: words.role, value: formatList(roles, language) },
          { name: words.when, value: <Moment at={row.at} /> },
          {
            name: words.what,
            value:
              row.items.length === 0
                ? share.looks.noEntries
                : `${share.looks.acts[row.act]} ${share.looks.count(row.items.length)}`,
          },
          {
            name: words.why,
            value:
              row.via === 'emergency'
                ? words.emergency
                : capitalised(purposeNamed(row.purpose)?.says ?? row.purpose),
          },
          { name: words.asks, value: asked ?? words.nothing },
          { name: say.one.due, value: formatDueDay(dueOf(state), language) },
          { name: say.one.rule, value: `${state.source?.says}. ${state.source?.source}` },
        ]}
      />
      <p className="cp-small">{words.sees}</p>
    </>
  )
}

function Answers({ say, at, entry }: ExplainPageProps) {
  const words = say.work
  return (
    <>
      <h2>{words.answer}</h2>
      <PageForm action={`${at}/answer`}>
        <Radios
          name="found"
          label={words.found}
          entry={entry}
          choices={[
            { value: 'explained', text: words.explained, hint: words.explainedHint },
            {
              value: 'should-not-have',
              text: words.shouldNot,
              hint: words.shouldNotHint(breachToldWithin.value),
            },
          ]}
        />
        <PlainWords name="says" label={words.says} hint={words.saysHint} entry={entry} rows={6} />
        <Button>{words.send}</Button>
      </PageForm>
      <h2>{words.question}</h2>
      <PageForm action={`${at}/question`}>
        <PlainWords
          name="asks"
          label={words.questionLabel}
          hint={words.questionHint}
          entry={entry}
          rows={3}
        />
        <Button kind="secondary">{words.question}</Button>
      </PageForm>
    </>
  )
}
