// At the end of a look: the way to say that one does not know it, or what else helps.
import { holderOfLook } from '../domain/query/decisions.ts'
import type { LookRow } from '../store/looks.ts'
import type { QueryRow } from '../store/queries.ts'
import type { Names } from './page-parts.ts'
import { holderName, QueryState, type Telling } from './query-parts.tsx'

type DoorProps = Telling & {
  readonly names: Names
  readonly row: LookRow
  readonly asked: QueryRow | null
  readonly viewer: string
}

export function QueryDoor(props: DoorProps) {
  const { row, asked, say, names } = props
  const words = say.door
  const holder = holderOfLook(row)
  return (
    <section aria-label={words.head}>
      <h2>{words.head}</h2>
      {asked !== null ? (
        <>
          <p>
            {words.asked}. <QueryState {...props} {...asked} />
          </p>
          <p>
            <a href={`/looks/asked/${asked.query}`}>{words.see}</a>
          </p>
        </>
      ) : holder === null ? (
        <Otherwise {...props} />
      ) : (
        <>
          <p>{words.lead(holderName(names, holder))}</p>
          <p>
            <a href={`/looks/${row.id}/ask`}>{words.link}</a>
          </p>
        </>
      )}
    </section>
  )
}

/** What helps where no organisation looked. */
function Otherwise({ row, viewer, say }: Pick<DoorProps, 'row' | 'viewer' | 'say'>) {
  const words = say.door
  const [says, href, next] =
    row.by === null
      ? [words.site, '/check', words.siteNext]
      : row.via === 'proxy'
        ? [words.proxy, '/proxies', words.proxyNext]
        : row.by === viewer
          ? [words.own, '/me/devices', words.ownNext]
          : [words.named, '/share', words.namedNext]
  return (
    <>
      <p>{says}</p>
      <p>
        <a href={href}>{next}</a>
      </p>
    </>
  )
}
