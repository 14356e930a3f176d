// The map of a network as a picture: three rings, and a thread for each kind of support.
import type { Id } from '../../../basics/index.ts'
import type { Support } from '../../domain/network/facts.ts'
import { supports } from '../../domain/network/facts.ts'
import type { Drawn } from '../../domain/network/network-map.ts'
import { type Sort, sortOf } from '../../domain/network/network-type.ts'
import type { NetworkWords } from '../../words/network-words.ts'
import {
  isNamedAbove,
  middleOf,
  narrowSize,
  type PictureSize,
  placeOnMap,
  ringEdges,
  ringNameSpot,
  type Spot,
  wideSize,
} from './place-on-map.ts'

export type PictureProps = {
  /** Sets apart the pictures of one page. */
  readonly id: string
  readonly title: string
  /** What it shows, for those who do not see it; a table beside it says the same. */
  readonly says: string
  readonly members: readonly Drawn[]
  /** Who stands in the middle. */
  readonly middle: string
  readonly say: NetworkWords
  /** Those that came since the other picture. */
  readonly fresh?: ReadonlySet<Id>
}

/** Two sizes, of which a page shows one. On a phone names stand in the table, by their numbers. */
export function NetworkPicture(props: PictureProps) {
  return (
    <figure className="cp-chart cp-network">
      <Picture {...props} size={wideSize} />
      <Picture {...props} size={narrowSize} />
      <Key {...props} />
    </figure>
  )
}

const LONGEST = 20
const short = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`

function Picture({ id, title, says, members, middle, say, fresh, size }: PictureProps & Sized) {
  const named = `${id}-${size.name}`
  const labels = members.map((one) => short(one.called ?? say.kinds[one.kind]))
  const spots = placeOnMap(
    members.map(({ member, ring }, place) => ({ member, ring, label: labels[place] ?? '' })),
    size,
  )
  const spotOf = (member: Id): Spot => spots.get(member) ?? { x: 0, y: 0 }
  return (
    <svg
      className={`cp-chart-${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${named}-title ${named}-says`}
    >
      <title id={`${named}-title`}>{title}</title>
      <desc id={`${named}-says`}>{says}</desc>
      <Rings size={size} />
      {members.map(({ member, support }) => (
        <Threads key={member} to={spotOf(member)} support={support} size={size} />
      ))}
      <RingNames size={size} say={say} />
      <Middle size={size} text={middle} />
      {members.map((one, place) => (
        <Somebody
          key={one.member}
          at={spotOf(one.member)}
          sort={sortOf(one.kind)}
          number={place + 1}
          label={labels[place] ?? ''}
          fresh={fresh?.has(one.member) ?? false}
          size={size}
        />
      ))}
    </svg>
  )
}

type Sized = { readonly size: PictureSize }

function Rings({ size }: Sized) {
  const { width, height, across, up } = size
  return (
    <g>
      {([3, 2, 1] as const).map((ring) => (
        <ellipse
          key={ring}
          className={`cp-network-ring cp-network-ring-${ring}`}
          cx={width / 2}
          cy={height / 2}
          rx={whole(across * ringEdges[ring])}
          ry={whole(up * ringEdges[ring])}
        />
      ))}
    </g>
  )
}

function RingNames({ size, say }: Sized & { readonly say: NetworkWords }) {
  return ([3, 2, 1] as const).map((ring) => {
    const { x, y } = ringNameSpot(ring, size)
    return (
      <text key={ring} className="cp-network-ring-name" x={x} y={whole(y)} textAnchor="middle">
        {say.rings[ring]}
      </text>
    )
  })
}

/** One line for each kind of support, side by side, so that each is known by its pattern too. */
function Threads(props: Sized & { readonly to: Spot; readonly support: readonly Support[] }) {
  const { to, support, size } = props
  const [fromX, fromY] = [size.width / 2, size.height / 2]
  const length = Math.hypot(to.x - fromX, to.y - fromY) || 1
  const [sideX, sideY] = [-(to.y - fromY) / length, (to.x - fromX) / length]
  const gap = size.name === 'wide' ? 5.5 : 4.5
  const given = supports.filter((one) => support.includes(one))
  return given.map((one, place) => {
    const off = (place - (given.length - 1) / 2) * gap
    return (
      <line
        key={one}
        className={`cp-thread-${one}`}
        x1={whole(fromX + sideX * off)}
        y1={whole(fromY + sideY * off)}
        x2={whole(to.x + sideX * off)}
        y2={whole(to.y + sideY * off)}
      />
    )
  })
}

function Middle({ size, text }: Sized & { readonly text: string }) {
  const [x, y] = [size.width / 2, size.height / 2]
  return (
    <g className="cp-network-middle">
      <circle cx={x} cy={y} r={middleOf(size)} />
      <text x={x} y={y + 6} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

type SomebodyProps = Sized & {
  readonly at: Spot
  readonly sort: Sort
  readonly number: number
  readonly label: string
  readonly fresh: boolean
}

function Somebody({ at, sort, number, label, fresh, size }: SomebodyProps) {
  const [x, y] = [whole(at.x), whole(at.y)]
  return (
    <g className={`cp-network-who cp-network-${sort}`}>
      {fresh && <circle className="cp-network-fresh" cx={x} cy={y} r={size.dot + 6} />}
      <Shape sort={sort} x={x} y={y} half={size.dot} />
      <text className="cp-network-number" x={x} y={y + 5} textAnchor="middle">
        {number}
      </text>
      {size.letters > 0 && (
        <text
          className="cp-network-name"
          x={x}
          y={whole(isNamedAbove(y, size) ? y - size.dot - 9 : y + size.dot + 3 + size.letters)}
          textAnchor="middle"
        >
          {label}
        </text>
      )}
    </g>
  )
}

/** A shape for each sort, so that none is known by its colour alone. */
function Shape({ sort, x, y, half }: { sort: Sort; x: number; y: number; half: number }) {
  if (sort === 'friends') {
    return (
      <rect
        className="cp-network-shape"
        x={x - half}
        y={y - half}
        width={half * 2}
        height={half * 2}
        rx={5}
      />
    )
  }
  if (sort === 'kin') return <circle className="cp-network-shape" cx={x} cy={y} r={half + 1} />
  const corners = { community: 6, professionals: 4, pets: 5 }[sort]
  const turn = sort === 'community' ? 0 : -Math.PI / 2
  const reach = half + 3
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (corner * Math.PI * 2) / corners
    return `${whole(x + Math.cos(angle) * reach)},${whole(y + Math.sin(angle) * reach)}`
  })
  return <polygon className="cp-network-shape" points={points.join(' ')} />
}

const sorts: readonly Sort[] = ['kin', 'friends', 'community', 'professionals', 'pets']

function Key({ members, say, fresh }: PictureProps) {
  const shown = sorts.filter((sort) => members.some(({ kind }) => sortOf(kind) === sort))
  return (
    <figcaption>
      <ul className="cp-chart-key">
        {supports.map((support) => (
          <li key={support}>
            <svg viewBox="0 0 40 20" width={40} height={20} aria-hidden="true">
              <line className={`cp-thread-${support}`} x1={2} x2={38} y1={10} y2={10} />
            </svg>
            {say.supports[support]}
          </li>
        ))}
        {shown.map((sort) => (
          <li key={sort}>
            <svg viewBox="0 0 24 20" width={24} height={20} aria-hidden="true">
              <g className={`cp-network-${sort}`}>
                <Shape sort={sort} x={12} y={10} half={6} />
              </g>
            </svg>
            {say.sorts[sort]}
          </li>
        ))}
        {fresh !== undefined && fresh.size > 0 && (
          <li>
            <svg viewBox="0 0 24 20" width={24} height={20} aria-hidden="true">
              <circle className="cp-network-fresh" cx={12} cy={10} r={8} />
            </svg>
            {say.freshKey}
          </li>
        )}
      </ul>
    </figcaption>
  )
}

/** Tenths of a unit are finer than any screen shows, and keep the page small. */
const whole = (value: number): number => Math.round(value * 10) / 10
