// The pages “Who looked” and one look: who, what, why they could, and what if it is stopped.
import {
  EmptyState,
  type Language,
  Moment,
  PageHeading,
  SummaryList,
  Table,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { SeenLook } from '../actions/see-looks.ts'
import { type Purpose, purposeNamed, switchable } from '../domain/purposes.ts'
import type { LookRow } from '../store/looks.ts'
import type { ShareWords } from '../words/share-words.ts'
import { GrantRows } from './grant-rows.tsx'
import { codeName, type Names, recipientName } from './page-parts.ts'
import { StopForm } from './share-page.tsx'
import { ItemCard } from './shared-view.tsx'

/** Who looked, as people read it: the name, the roles and the organisation. */
export function lookerName(row: LookRow, viewer: string, names: Names, say: ShareWords): string {
  if (row.by === null) return say.looks.system
  if (row.by === viewer && row.via === 'self') return say.looks.you
  if (row.via === 'proxy') return say.looks.proxy(names.people.get(row.by) ?? say.grant.somebody)
  const to = { person: row.by, organisation: row.organisation, role: null }
  return recipientName(to, names, say)
}

export function LooksPage(props: {
  readonly rows: readonly LookRow[]
  readonly more: boolean
  readonly page: number
  readonly own: boolean
  readonly purpose: Purpose | null
  readonly viewer: string
  readonly names: Names
  readonly say: ShareWords
}) {
  const { rows, say, viewer, names, own, page, purpose } = props
  const words = say.looks
  const ownPart = `${own ? '&own=yes' : ''}${purpose === null ? '' : `&purpose=${purpose}`}`
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <p>
        <a href={own ? '/looks' : '/looks?own=yes'}>{own ? words.withoutOwn : words.withOwn}</a>
      </p>
      <nav aria-label={words.byPurpose}>
        <ul>
          {[null, ...switchable].map((one) => (
            <li key={one?.code ?? 'all'}>
              <a
                href={one === null ? '/looks' : `/looks?purpose=${one.code}`}
                aria-current={(one?.code ?? null) === purpose ? 'page' : undefined}
              >
                {one === null ? words.anyPurpose : words.purpose(one.says)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.caption}
          columns={[words.who, words.when, words.did, words.why].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              lookerName(row, viewer, names, say),
              <Moment key="at" at={row.at} />,
              <Did key="did" row={row} say={say} />,
              <a key="why" href={`/looks/${row.id}`}>
                {words.why}
                <span className="nhsuk-u-visually-hidden">
                  {' '}
                  {lookerName(row, viewer, names, say)}
                </span>
              </a>,
            ],
          }))}
        />
      )}
      {(page > 1 || props.more) && (
        <p>
          {page > 1 && <a href={`/looks?page=${page - 1}${ownPart}`}>{words.newer}</a>}{' '}
          {props.more && <a href={`/looks?page=${page + 1}${ownPart}`}>{words.older}</a>}
        </p>
      )}
    </>
  )
}

function Did({ row, say }: { readonly row: LookRow; readonly say: ShareWords }) {
  const words = say.looks
  return (
    <>
      {row.items.length === 0
        ? words.noEntries
        : `${words.acts[row.act]} ${words.count(row.items.length)}`}
      <br />
      {words.purpose(purposeNamed(row.purpose)?.says ?? row.purpose)}
      {row.via === 'emergency' && (
        <>
          <br />
          <b>{words.emergency}</b>
        </>
      )}
    </>
  )
}

export function LookPage(props: {
  readonly seen: SeenLook
  readonly viewer: string
  readonly names: Names
  readonly sources: readonly ItemSource[]
  readonly say: ShareWords
  readonly language: Language
}) {
  const { seen, viewer, names, sources, say } = props
  const { row, items } = seen
  const words = say.look
  const gone = row.items.length - items.length
  return (
    <>
      <PageHeading about={say.looks.title}>
        {words.title(lookerName(row, viewer, names, say))}
      </PageHeading>
      <SummaryList
        rows={[
          { name: say.looks.when, value: <Moment at={row.at} /> },
          { name: say.looks.did, value: <Did row={row} say={say} /> },
        ]}
      />
      <h2>{words.why}</h2>
      <Why {...props} />
      <h2>{words.saw}</h2>
      {row.items.length === 0 && <p>{words.sawNone}</p>}
      {items.map((item) => (
        <ItemCard key={item.id} item={item} kind={codeName(sources, 'kinds', item.kind)} />
      ))}
      {gone > 0 && (
        <p>
          {words.gone}: {gone}
        </p>
      )}
    </>
  )
}

function Why(props: Parameters<typeof LookPage>[0]) {
  const { seen, names, say } = props
  const words = say.look
  if (seen.row.via === 'self' && seen.grants.length === 0) return <p>{words.own}</p>
  if (seen.row.purpose === 'audit') return <p>{words.audit}</p>
  return seen.grants.map(({ grant, lost }) => {
    const name = recipientName(grant.to, names, say)
    return (
      <section key={grant.id} aria-label={name}>
        <p>
          <b>{grant.effect === 'deny' ? say.grant.keepsBack(name) : name}</b>
          {grant.emergency !== null && ` ${say.share.emergency}: “${grant.emergency}”`}
        </p>
        <GrantRows {...props} grant={grant} />
        {lost === null ? (
          <p>{words.ended}</p>
        ) : (
          <>
            <h3>{words.if}</h3>
            <p>{words.lose(lost)}</p>
            <StopForm grant={grant} name={name} say={say} />
          </>
        )}
      </section>
    )
  })
}
