// Values over time as a picture: lines, the usual range behind them, and what each line is.
import type { ReactNode } from 'react'
import type { Day } from '../../basics/index.ts'
import { usePage } from '../page-context.ts'
import { type Scale, type TimeScale, timeScale, valueScale } from './scales.ts'

export type TrendPoint = {
  readonly day: Day
  readonly value: number
  /** Where only a bound is known: the value is less, or more, than this. */
  readonly bound?: 'less' | 'more'
}

export type TrendSeries = {
  readonly name: string
  /** In the order of their days. */
  readonly points: readonly TrendPoint[]
  /** The last value as it was written, beside its dot. */
  readonly last?: string
}

/** A usual range, from one day to another; an end that is null is open. */
export type TrendBand = {
  readonly from: Day
  readonly until: Day
  readonly low: number | null
  readonly high: number | null
}

export type TrendChartProps = {
  /** Sets apart the charts of one page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence or two, for those who do not see it. */
  readonly says: string
  /** At most three lines in one picture, all in one unit. */
  readonly series: readonly TrendSeries[]
  readonly bands: readonly TrendBand[]
  /** What the shaded ground is called: “Usual range”. */
  readonly bandName: string
  readonly boundNames: { readonly less: string; readonly more: string }
}

/**
 * The picture in two sizes, of which a page shows one: letters stay as large on a phone. It needs
 * a table beside it that says the same.
 */
export function TrendChart(props: TrendChartProps) {
  return (
    <figure className="cp-chart">
      <Picture {...props} size={wide} />
      <Picture {...props} size={narrow} />
      <Key {...props} />
    </figure>
  )
}

type Size = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly days: number
}

const wide: Size = { name: 'wide', width: 760, height: 340, days: 7 }
const narrow: Size = { name: 'narrow', width: 340, height: 300, days: 3 }
const edge = { left: 54, right: 40, top: 28, bottom: 40 }

// More dots than this become a blot, and the line says it alone.
const MOST_DOTS = 60

type Drawn = {
  readonly x: TimeScale
  readonly y: Scale
  readonly size: Size
}

function Picture(props: TrendChartProps & { readonly size: Size }) {
  const { id, title, says, series, bands, size } = props
  const { language } = usePage()
  const points = series.flatMap((one) => one.points)
  const values = [
    ...points.map(({ value }) => value),
    ...bands.flatMap(({ low, high }) => [low, high].filter((end) => end !== null)),
  ]
  const right = size.width - edge.right
  const bottom = size.height - edge.bottom
  const y = valueScale(values, { bottom, top: edge.top, count: 5 })
  const days = points.map(({ day }) => day)
  const x = timeScale(
    days,
    { left: edge.left + 12, right, count: size.days },
    language === 'cy' ? 'cy-GB' : 'en-GB',
  )
  const drawn = { x, y, size }
  const named = `${id}-${size.name}`
  return (
    <svg
      className={`cp-chart-${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${named}-title ${named}-says`}
    >
      <title id={`${named}-title`}>{title}</title>
      <desc id={`${named}-says`}>{says}</desc>
      {bands.map((band) => (
        <Band key={band.from} {...drawn} band={band} alone={bands.length === 1} />
      ))}
      <Axes {...drawn} />
      {series.map((one, place) => (
        <Line key={one.name} {...drawn} one={one} place={place} />
      ))}
    </svg>
  )
}

function Band({ x, y, size, band, alone }: Drawn & { band: TrendBand; alone: boolean }) {
  const from = alone ? edge.left : x.place(band.from)
  const until = alone ? size.width - edge.right + 12 : x.place(band.until)
  const top = band.high === null ? edge.top : y.place(band.high)
  const bottom = band.low === null ? size.height - edge.bottom : y.place(band.low)
  return (
    <rect
      className="cp-chart-band"
      x={whole(from)}
      y={whole(top)}
      width={whole(Math.max(until - from, 2))}
      height={whole(Math.max(bottom - top, 1))}
    />
  )
}

function Axes({ x, y, size }: Drawn) {
  const { language } = usePage()
  const format = new Intl.NumberFormat(language === 'cy' ? 'cy-GB' : 'en-GB', {
    minimumFractionDigits: y.decimals,
    maximumFractionDigits: y.decimals,
  })
  const bottom = size.height - edge.bottom
  return (
    <g className="cp-chart-axes">
      {y.ticks.map(({ at, value }) => (
        <g key={value}>
          <line x1={edge.left} x2={size.width - edge.right + 12} y1={whole(at)} y2={whole(at)} />
          <text x={edge.left - 8} y={whole(at) + 5} textAnchor="end">
            {format.format(value)}
          </text>
        </g>
      ))}
      {x.ticks.map(({ at, text }) => (
        <g key={at}>
          <line x1={whole(at)} x2={whole(at)} y1={bottom} y2={bottom + 6} />
          <text x={whole(at)} y={bottom + 24} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

function Line({ x, y, one, place }: Drawn & { one: TrendSeries; place: number }) {
  const look = `cp-chart-${place % 3}`
  const at = (point: TrendPoint) => [whole(x.place(point.day)), whole(y.place(point.value))]
  const { points } = one
  const last = points.at(-1)
  const many = points.length > MOST_DOTS
  const shown = many ? points.filter((point) => point.bound || point === last) : points
  // Two that are alike lie upon each other.
  const dots = new Map(shown.map((point) => [`${point.day} ${point.value} ${point.bound}`, point]))
  return (
    <g className={look}>
      {runsOf(points).map((run) => (
        <polyline
          key={run[0]?.day}
          className="cp-chart-line"
          points={run.map((point) => at(point).join(',')).join(' ')}
        />
      ))}
      {[...dots].map(([key, point]) => {
        const [left = 0, top = 0] = at(point)
        return <Dot key={key} x={left} y={top} place={place} bound={point.bound} />
      })}
      {last !== undefined && one.last !== undefined && (
        <text
          className="cp-chart-last"
          x={whole(x.place(last.day)) + 8}
          y={whole(y.place(last.value)) - 12}
          textAnchor="end"
        >
          {one.last}
        </text>
      )}
    </g>
  )
}

/** A line joins what was measured; where only a bound is known it breaks off. */
function runsOf(points: readonly TrendPoint[]): readonly (readonly TrendPoint[])[] {
  const runs: TrendPoint[][] = [[]]
  for (const point of points) {
    if (point.bound === undefined) runs.at(-1)?.push(point)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 1)
}

/** Each line has dots of its own shape, so that none is known by its colour alone. */
function Dot(props: {
  readonly x: number
  readonly y: number
  readonly place: number
  readonly bound?: 'less' | 'more' | undefined
}) {
  const { x, y, place, bound } = props
  if (bound !== undefined) {
    const tip = bound === 'less' ? 7 : -7
    const base = -tip / 2
    const corners = `${x - 7},${y + base} ${x + 7},${y + base} ${x},${y + tip}`
    return <polygon className="cp-chart-bound" points={corners} />
  }
  if (place % 3 === 1) {
    return <rect className="cp-chart-dot" x={x - 4.5} y={y - 4.5} width={9} height={9} />
  }
  if (place % 3 === 2) {
    const corners = `${x},${y - 6} ${x + 6},${y} ${x},${y + 6} ${x - 6},${y}`
    return <polygon className="cp-chart-dot" points={corners} />
  }
  return <circle className="cp-chart-dot" cx={x} cy={y} r={5} />
}

function Key({ series, bands, bandName, boundNames }: TrendChartProps) {
  const bounds = (['less', 'more'] as const).filter((bound) =>
    series.some(({ points }) => points.some((point) => point.bound === bound)),
  )
  if (series.length < 2 && bands.length === 0 && bounds.length === 0) return null
  return (
    <figcaption>
      <ul className="cp-chart-key">
        {series.length > 1 &&
          series.map(({ name }, place) => (
            <li key={name}>
              <Sample className={`cp-chart-${place % 3}`}>
                <line className="cp-chart-line" x1={0} x2={32} y1={10} y2={10} />
                <Dot x={16} y={10} place={place} />
              </Sample>
              {name}
            </li>
          ))}
        {bands.length > 0 && (
          <li>
            <Sample>
              <rect className="cp-chart-band" x={1} y={3} width={30} height={14} />
            </Sample>
            {bandName}
          </li>
        )}
        {bounds.map((bound) => (
          <li key={bound}>
            <Sample className="cp-chart-0">
              <Dot x={16} y={10} place={0} bound={bound} />
            </Sample>
            {boundNames[bound]}
          </li>
        ))}
      </ul>
    </figcaption>
  )
}

function Sample(props: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 32 20" width={32} height={20} aria-hidden="true">
      <g className={props.className}>{props.children}</g>
    </svg>
  )
}

/** Tenths of a unit are finer than any screen shows, and keep the page small. */
const whole = (value: number): number => Math.round(value * 10) / 10
