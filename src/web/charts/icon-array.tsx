// So many of a hundred or a thousand people, one mark each: an icon array.

export type IconArrayProps = {
  readonly count: number
  readonly of: 100 | 1_000
  /** Whether it is good to be among them: shape and colour tell it apart. */
  readonly isWanted: boolean
  /** “54 of 100 people feel better”, for those who do not see it; the caption says the rest. */
  readonly title: string
}

const STEP = 12

/**
 * Every array of one denominator has the same size and order, so that two can be held against one
 * another. Whoever uses it writes the same in words below it. The colours stand here and not in the
 * style sheet, so that the picture is the same in a page that stands alone.
 */
export function IconArray({ count, of, isWanted, title }: IconArrayProps) {
  const columns = of === 100 ? 20 : 50
  const rows = of / columns
  const places = Array.from({ length: of }, (_, place) => ({
    x: (place % columns) * STEP + STEP / 2,
    y: Math.floor(place / columns) * STEP + STEP / 2,
  }))
  const among = places.slice(0, count)
  const others = places.slice(count)
  return (
    <svg
      className="cp-icons"
      viewBox={`0 0 ${columns * STEP} ${rows * STEP}`}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      {others.length > 0 && (
        <path fill="none" stroke="#7c888c" strokeWidth="1.4" d={others.map(ring).join('')} />
      )}
      {among.length > 0 && (
        <path
          fill={isWanted ? '#0f4f4b' : '#7a3e00'}
          d={among.map(isWanted ? disc : square).join('')}
        />
      )}
    </svg>
  )
}

type Place = { readonly x: number; readonly y: number }

const round =
  (radius: number) =>
  ({ x, y }: Place): string => {
    const half = (to: number) => `a${radius} ${radius} 0 1 0 ${to} 0`
    return `M${x - radius} ${y}${half(2 * radius)}${half(-2 * radius)}`
  }

const disc = round(4.6)
const ring = round(4)
const square = ({ x, y }: Place): string => `M${x - 4.6} ${y - 4.6}h9.2v9.2h-9.2z`
