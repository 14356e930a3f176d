// A form over time: a picture of its totals, and a table that says the same.
import { isScoringName, scorings } from '../../../forms/index.ts'
import {
  EmptyState,
  formatDay,
  formatNumber,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  Table,
  TrendChart,
  type TrendSeries,
} from '../../../web/index.ts'
import { SAFETY_FIRST } from '../../domain/outcomes/safety.ts'
import type { SeenAnswers } from '../../store/outcome-reads.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import type { OutcomesPlace } from './place.ts'
import { modeWords } from './result-page.tsx'

export type OverProps = {
  readonly title: string
  /** The newest first. */
  readonly answers: readonly SeenAnswers[]
  readonly at: OutcomesPlace
  readonly language: Language
}

export function OverPage(props: OverProps) {
  const { title, answers, at, language } = props
  const all = outcomesWords.in(language)
  const say = all.over
  return (
    <>
      <PageHeading {...(at.name === null ? {} : { about: at.name })}>
        {say.title(title)}
      </PageHeading>
      {at.name !== null && <Inset>{all.notAll}</Inset>}
      {answers.length === 0 && <EmptyState says={say.none} />}
      <Pictures {...props} />
      {answers.length > 0 && <InTable {...props} />}
      {answers.length > 0 && <p className="cp-small">{say.modeNote}</p>}
      <PrintButton />
    </>
  )
}

type Drawn = {
  readonly id: string
  readonly title: string
  readonly series: readonly TrendSeries[]
}

function Pictures(props: OverProps) {
  const { answers, language } = props
  const say = outcomesWords.in(language).over
  const inOrder = answers.toReversed()
  const drawn = picturesOf(inOrder, language)
  const days = inOrder.map(({ on }) => on)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  return drawn.map(({ id, title, series }) => (
    <div key={id}>
      <h2>{title}</h2>
      <TrendChart
        id={id}
        title={say.chart(title, formatDay(first, language), formatDay(last, language))}
        says={series
          .map(({ name, points }) => {
            const ends = [points[0]?.value, points.at(-1)?.value]
            const [from = '', to = ''] = ends.map((value) => formatNumber(value ?? 0, language))
            return `${name}: ${say.says(points.length, from, to)}`
          })
          .join(' ')}
        series={series}
        bands={[]}
        bandName=""
        boundNames={{ less: '', more: '' }}
      />
    </div>
  ))
}

/** One picture of totals; where questions are never added up, those in one direction together. */
function picturesOf(inOrder: readonly SeenAnswers[], language: Language): readonly Drawn[] {
  const say = outcomesWords.in(language).over
  const totals = inOrder.filter(({ total }) => total !== null)
  const by = inOrder.find(({ scoring }) => scoring !== null)?.scoring ?? ''
  const name = isScoringName(by) ? scorings[by].title : ''
  if (totals.length > 0) {
    const points = totals.map(({ on, total }) => ({ day: on, value: total ?? 0 }))
    return [{ id: 'totals', title: name, series: [{ name, points }] }]
  }
  const whole = inOrder.filter(({ apart }) => apart.length > 0)
  if (whole.length === 0) return []
  const line = (place: number): TrendSeries => ({
    name: whole[0]?.apart[place]?.says ?? '',
    points: whole.map(({ on, apart }) => ({ day: on, value: apart[place]?.value ?? 0 })),
  })
  return [
    { id: 'good', title: say.apartTitle.good, series: [line(0), line(1), line(2)] },
    { id: 'anxious', title: say.apartTitle.anxious, series: [line(3)] },
  ]
}

function InTable({ answers, at, language }: OverProps) {
  const say = outcomesWords.in(language).over
  const value = (one: SeenAnswers): string => {
    const number = (each: number) => formatNumber(each, language)
    if (one.total !== null) return `${number(one.total)}${one.band ? ` (${one.band})` : ''}`
    if (one.apart.length === 0) return say.noTotal
    return one.apart.map((part) => `${number(part.value)} (${part.band})`).join(', ')
  }
  return (
    <>
      <h2>{say.table}</h2>
      <Table
        caption={say.table}
        captionHeard
        columns={[{ heading: say.day }, { heading: say.value }, { heading: say.mode }]}
        rows={answers.map((one) => ({
          key: one.id,
          cells: [
            <a key="day" href={`${at.base}/answers/${one.id}`}>
              {formatDay(one.on, language)}
            </a>,
            <span key="value">
              {one.safety && <b className="cp-line">{SAFETY_FIRST}</b>}
              <span className="cp-line">{value(one)}</span>
            </span>,
            modeWords(one.mode),
          ],
        }))}
      />
    </>
  )
}
