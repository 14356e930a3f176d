// A look that the person does not recognise: asking about it, the list, one question, its answer.
import type { Day } from '../../basics/index.ts'
import {
  Button,
  Card,
  DayText,
  dayOf,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  Inset,
  NotificationBanner,
  PageForm,
  PageHeading,
  SummaryList,
  Textarea,
} from '../../web/index.ts'
import type { SeenQuery } from '../actions/see-queries.ts'
import { holderOfLook } from '../domain/query/decisions.ts'
import { isLate } from '../domain/query/query.ts'
import type { LookRow } from '../store/looks.ts'
import type { QueryRow } from '../store/queries.ts'
import type { ShareWords } from '../words/share-words.ts'
import { Did, lookerName } from './looks-page.tsx'
import type { Names } from './page-parts.ts'
import {
  dueOf,
  holderName,
  QueryState,
  QueryThread,
  standsOf,
  type Telling,
} from './query-parts.tsx'

type Shown = Telling & { readonly names: Names; readonly share: ShareWords }

export function AskPage(
  props: Shown & {
    readonly row: LookRow
    readonly viewer: string
    readonly entry: FormEntry
    readonly due: Day
  },
) {
  const { row, viewer, names, share, say, entry, due, language } = props
  const words = say.ask
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading
        about={share.looks.title}
        lead={words.lead(lookerName(row, viewer, names, share))}
      >
        {words.title}
      </PageHeading>
      <Inset>
        <Did row={row} say={share} />
      </Inset>
      <p>{words.goesTo(holderName(names, holderOfLook(row)))}</p>
      <p>{words.sees}</p>
      <PageForm action={`/looks/${row.id}/ask`}>
        <Textarea name="says" label={words.says} hint={words.saysHint} entry={entry} rows={4} />
        <p>
          <b>{words.due(formatDueDay(due, language))}</b>
        </p>
        <p>
          {words.stop} <a href="/share">{words.stopLink}</a>
        </p>
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

export function QueriesPage(props: Shown & { readonly rows: readonly QueryRow[] }) {
  const { rows, say, names } = props
  const words = say.list
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {rows.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {rows.map((row) => (
        <Card
          key={row.query}
          heading={holderName(names, row.holder)}
          href={`/looks/asked/${row.query}`}
          state={<QueryState {...props} {...row} />}
        >
          <p className="cp-small">
            <DayText day={dayOf(row.askedAt)} />
          </p>
        </Card>
      ))}
    </>
  )
}

export type QueryPageProps = Shown & {
  readonly seen: SeenQuery
  readonly viewer: string
  readonly entry: FormEntry
  readonly justSent: boolean
}

export function QueryPage(props: QueryPageProps) {
  const { seen, say, names, share, language, now, viewer } = props
  const { state, row } = seen
  const words = say.one
  const holder = holderName(names, state.holder)
  const due = dueOf(state)
  const open = state.state === 'open'
  return (
    <>
      <ErrorSummary entry={props.entry} />
      <PageHeading about={words.title}>{lookerName(row, viewer, names, share)}</PageHeading>
      {props.justSent && (
        <NotificationBanner success>
          <p>
            <b>{words.sent}</b> {words.sentNext(holder, formatDueDay(due, language))}
          </p>
        </NotificationBanner>
      )}
      <p>
        <QueryState {...props} due={due} stands={standsOf(state)} />
      </p>
      {((open && isLate(due, now)) || state.found === 'should-not-have') && (
        <Inset>
          <h2>{words.lateNext}</h2>
          <p>{words.lateHelp}</p>
          <p>
            <a href="/complain">{words.complain}</a>
          </p>
        </Inset>
      )}
      <SummaryList
        rows={[
          { name: words.look, value: <Did row={row} say={share} /> },
          { name: words.holder, value: holder },
          { name: words.due, value: formatDueDay(due, language) },
          { name: words.rule, value: `${state.source?.says}. ${state.source?.source}` },
        ]}
      />
      <p>
        <a href={`/looks/${row.id}`}>{words.see}</a>
      </p>
      <h2>{words.history}</h2>
      <QueryThread {...props} state={state} />
      <Doors {...props} />
    </>
  )
}

/** What the person can do now. */
function Doors({ seen, say, entry }: QueryPageProps) {
  const words = say.one
  const at = `/looks/asked/${seen.query}`
  if (seen.state.state === 'answered') {
    return (
      <>
        <h2>{words.judge}</h2>
        <PageForm action={`${at}/enough`}>
          <Button>{words.enough}</Button>
        </PageForm>
        <PageForm action={`${at}/not-enough`}>
          <Textarea
            name="says"
            label={words.notEnoughLabel}
            hint={words.notEnoughHint}
            entry={entry}
            rows={4}
          />
          <Button kind="secondary">{words.notEnough}</Button>
        </PageForm>
      </>
    )
  }
  if (seen.state.state !== 'open') return null
  return (
    <>
      <h2>{words.more}</h2>
      <PageForm action={`${at}/more`}>
        <Textarea name="says" label={words.moreLabel} entry={entry} rows={3} />
        <Button kind="secondary">{words.moreButton}</Button>
      </PageForm>
      <PageForm action={`${at}/take-back`}>
        <Button kind="secondary">{words.takeBack}</Button>
      </PageForm>
    </>
  )
}
