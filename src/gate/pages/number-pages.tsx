// What anyone sees of the numbers that left: the list of measures, and the tables of one.
import {
  Card,
  DayText,
  EmptyState,
  formatDay,
  formatNumber,
  Inset,
  type Language,
  PageHeading,
  Pagination,
  SummaryList,
  Table,
} from '../../web/index.ts'
import type { ReleasedTable } from '../domain/measure.ts'
import type { Policy, Shown } from '../domain/policies.ts'
import type { MeasureRow } from '../store/measures.ts'
import { words } from '../words/number-words.ts'

export function MeasureList(props: {
  readonly list: readonly MeasureRow[]
  readonly page: number
  readonly pages: number
  readonly language: Language
}) {
  const { list, page, pages, language } = props
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {list.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {list.map(({ owner, title, tables, newest }) => (
        <Card key={owner} heading={title} href={`/numbers/${owner}`} level={2}>
          <p className="cp-small">
            {say.tables(tables)}. {newest !== null && say.newest(formatDay(newest, language))}
          </p>
        </Card>
      ))}
      <Pagination page={page} of={pages} href={(one) => `/numbers?page=${one}`} />
    </>
  )
}

export function MeasurePage(props: {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly policy: Policy
  /** The newest first. */
  readonly tables: readonly ReleasedTable[]
  readonly language: Language
}) {
  const { id, title, says, policy, tables, language } = props
  const say = words.in(language)
  const kept = tables.some(({ cells }) => cells.some(({ shown }) => shown === 'kept-back'))
  return (
    <>
      <PageHeading lead={says}>{title}</PageHeading>
      {tables.map((table) => (
        <section key={`${table.asOf} ${table.title}`}>
          <Table
            caption={`${table.title}. ${say.asOf(formatDay(table.asOf, language))}`}
            columns={[{ heading: say.what }, { heading: say.number, numeric: true }]}
            rows={table.cells.map(({ label, shown }, row) => ({
              key: `${row} ${label}`,
              cells: [label, shownAs(shown, policy, language)],
            }))}
          />
        </section>
      ))}
      {kept && <Inset>{say.keptBackMeans}</Inset>}
      <h2>{say.rule}</h2>
      <p>{policy.says}</p>
      <p>{say.test}</p>
      <SummaryList
        rows={[
          {
            name: say.source,
            value: (
              <>
                {policy.source}. {policy.confirmed === null && say.notRead}
                {policy.confirmed !== null && <DayText day={policy.confirmed} />}
              </>
            ),
          },
        ]}
      />
      <p>
        <a href={`/numbers/${id}/tables.csv`}>{say.csv}</a>
      </p>
      <p>
        <a href={`/numbers/${id}/tables.json`}>{say.json}</a>
      </p>
    </>
  )
}

function shownAs(shown: Shown, { hideUpTo }: Policy, language: Language): string {
  const say = words.in(language)
  if (shown === 'few') return say.few(hideUpTo)
  return shown === 'kept-back' ? say.keptBack : formatNumber(shown, language)
}
