// One thing over time: a picture for each unit, and a table that says the same.
import type { ReactNode } from 'react'
import { Disagreements } from '../../sharing/index.ts'
import {
  formatDay,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  Table,
  TrendChart,
} from '../../web/index.ts'
import type { OverTime } from '../actions/see-record.ts'
import { type Measured, valueWords } from '../domain/measured.ts'
import { type Panel, panelsOf, type Series } from '../domain/trend.ts'
import type { ListedReading } from '../store/things.ts'
import { type SeeingWords, seeingWords } from '../words/seeing-words.ts'
import { type Place, stateOf } from './entry-card.tsx'
import { Glossary } from './glossary.tsx'
import { words } from './words.ts'

export type OverTimeProps = Place & {
  readonly seen: OverTime
  /** Null for one's own. */
  readonly name: string | null
}

export function OverTimePage(props: OverTimeProps) {
  const { seen, language, name } = props
  const say = seeingWords.in(language)
  const { listed, readings, more } = seen
  const drawn = readings.filter(isDrawn).map((one) => ({ ...one, day: one.at }))
  const panels = panelsOf(drawn)
  const measured = readings.some((one) => one.measured.length > 0)
  const unread = drawn.filter((one) => one.measured.every(({ number }) => number === null)).length
  const about = name === null ? {} : { about: words.in(language).titleOf(name) }
  return (
    <>
      <PageHeading {...about}>
        {measured ? say.overTimeOf(listed.title) : say.entriesOf(listed.title)}
      </PageHeading>
      {name !== null && <Inset>{say.notAll}</Inset>}
      <Pictures {...props} panels={panels} />
      {panels.length > 0 && unread > 0 && <p>{say.left(unread)}</p>}
      {measured && panels.length === 0 && <p>{say.noNumbers}</p>}
      {panels.length > 0 && <h2>{say.table}</h2>}
      {more && <p>{say.olderLeft(readings.length)}</p>}
      <ReadingTable {...props} />
      {panels.some(({ series }) => series.some(({ bands }) => bands.length > 0)) && (
        <p>{say.notAdvice}</p>
      )}
      <PrintButton />
      <Glossary texts={[listed.title, listed.detail]} language={language} />
    </>
  )
}

/** What is known to be wrong, or has been replaced, is in the table and not in the picture. */
const isDrawn = (one: ListedReading): boolean =>
  !one.inError && one.supersededBy === null && one.proviso !== 'cancelled'

function Pictures({ language, panels }: OverTimeProps & { readonly panels: readonly Panel[] }) {
  const say = seeingWords.in(language)
  const units = [...new Set(panels.map(({ unit }) => unit ?? say.noUnit))]
  return (
    <>
      {panels.length > 0 && <h2>{say.picture}</h2>}
      {units.length > 1 && <Inset>{say.apart(units.join(', '))}</Inset>}
      {panels.map((panel, place) => (
        <Picture
          key={`${panel.unit} ${panel.series[0]?.key}`}
          panel={panel}
          id={`picture-${place + 1}`}
          named={panels.length > 1}
          language={language}
        />
      ))}
    </>
  )
}

type PictureProps = {
  readonly panel: Panel
  readonly id: string
  /** Whether it has a heading, where there are several. */
  readonly named: boolean
  readonly language: Language
}

function Picture({ panel, id, named, language }: PictureProps) {
  const say = seeingWords.in(language)
  const { series } = panel
  const unit = panel.unit ?? say.noUnit
  const names = series.map(({ name }) => name).join(', ')
  const days = series.flatMap(({ points }) => points.map(({ day }) => day)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const written = [first, last].map((day) => formatDay(day, language)) as [string, string]
  const title =
    first === last
      ? say.chartOnce(names, unit, written[1])
      : say.chart(names, unit, written[0], written[1])
  return (
    <>
      {named && <h3>{`${names}, ${unit}`}</h3>}
      {!named && panel.unit !== null && <p>{`${names}, ${unit}`}</p>}
      <TrendChart
        id={id}
        title={title}
        says={series.map((one) => sentenceOf(one, unit, say)).join(' ')}
        series={series.map(lineOf)}
        bands={series.flatMap(({ bands }) => bands)}
        bandName={say.usualRange}
        boundNames={{ less: say.less, more: say.moreBound }}
      />
      {days.length === 1 && <p>{say.oneOnly}</p>}
      {series.map((one) => (
        <p key={one.key}>{sentenceOf(one, unit, say)}</p>
      ))}
    </>
  )
}

const lineOf = ({ name, points }: Series) => ({
  name,
  points: points.map(({ day, value, bound }) => ({
    day,
    value,
    ...(bound === null ? {} : { bound }),
  })),
  ...(points.length === 0 ? {} : { last: points.at(-1)?.says ?? '' }),
})

function sentenceOf({ name, points }: Series, unit: string, say: SeeingWords): string {
  const inOrder = points.toSorted((one, other) => one.value - other.value)
  const said = (point: Series['points'][number] | undefined) => `${point?.says ?? ''} ${unit}`
  return say.seriesSays(
    name,
    points.length,
    said(points[0]),
    said(points.at(-1)),
    said(inOrder[0]),
    said(inOrder.at(-1)),
  )
}

function ReadingTable({ seen, base, language }: OverTimeProps) {
  const say = seeingWords.in(language)
  const { listed, readings } = seen
  const ranged = readings.some((one) => one.measured.some(({ range }) => range !== null))
  const columns = [say.when, say.value, ...(ranged ? [say.range] : []), say.whoWrote]
  return (
    <Table
      caption={listed.title}
      columns={columns.map((heading) => ({ heading }))}
      rows={readings.map((one) => ({
        key: one.id,
        cells: [
          <a key="when" href={`${base}/entry/${one.id}`}>
            {formatDay(one.at, language)}
          </a>,
          <Values key="value" one={one} language={language} />,
          ...(ranged ? [<Ranges key="range" one={one} language={language} />] : []),
          say.byFrom(one.author, one.source),
        ],
      }))}
    />
  )
}

type CellProps = { readonly one: ListedReading; readonly language: Language }

function Values({ one, language }: CellProps): ReactNode {
  const say = seeingWords.in(language)
  const state = stateOf(one, language)
  return (
    <div>
      {one.measured.length === 0 && <span className="cp-line">{one.detail.split('\n')[0]}</span>}
      {one.measured.map((value) => (
        <span key={`${value.part} ${value.name}`} className="cp-line">
          {value.name !== null && `${value.name}: `}
          {valueWords(value)}
          {value.flag !== null && ` (${flagWords(value, say)})`}
        </span>
      ))}
      {state !== null && (
        <b className="cp-line">
          {state}
          {!isDrawn(one) && ` (${say.notDrawn})`}
        </b>
      )}
      <Disagreements statements={one.disagreements} />
    </div>
  )
}

const flagWords = ({ flag }: Measured, { flags }: SeeingWords): string => {
  const known: Readonly<Record<string, string>> = flags
  return known[flag ?? ''] ?? flag ?? ''
}

function Ranges({ one, language }: CellProps): ReactNode {
  const ranges = one.measured.map(({ range }) => range?.says).filter((says) => says !== undefined)
  if (ranges.length === 0) return seeingWords.in(language).noRange
  return [...new Set(ranges)].map((says) => (
    <span key={says} className="cp-line">
      {says}
    </span>
  ))
}
