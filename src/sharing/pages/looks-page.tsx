// The pages “Who looked” and one look: who, what, why they could, and what if it is stopped.
import type { Instant } from '../../basics/index.ts'
import {
  Button,
  Checkboxes,
  Details,
  EmptyState,
  formatTime,
  freshEntry,
  type Language,
  Moment,
  PageHeading,
  SearchForm,
  Select,
  SummaryList,
  Table,
  usePage,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { SeenLook, SeenVisits } from '../actions/see-looks.ts'
import { lookActs } from '../domain/grant.ts'
import { purposeNamed, purposes } from '../domain/purposes.ts'
import type { LookFilter, LookRow, Visit } from '../store/looks.ts'
import { queryWords } from '../words/query-words.ts'
import type { ShareWords } from '../words/share-words.ts'
import { GrantRows } from './grant-rows.tsx'
import { capitalised, codeName, type Names, recipientName } from './page-parts.ts'
import { QueryDoor } from './query-door.tsx'
import { StopForm } from './share-page.tsx'
import { ItemCard } from './shared-view.tsx'

/** Who looked, as people read it: the name, the roles and the organisation. */
export function lookerName(
  row: Pick<LookRow, 'by' | 'via' | 'organisation'>,
  viewer: string,
  names: Names,
  say: ShareWords,
): string {
  if (row.by === null) return say.looks.system
  if (row.by === viewer && row.via === 'self') return say.looks.you
  if (row.via === 'proxy') return say.looks.proxy(names.people.get(row.by) ?? say.grant.somebody)
  const to = { person: row.by, organisation: row.organisation, role: null }
  return recipientName(to, names, say)
}

export type LooksPageProps = {
  readonly seen: SeenVisits
  readonly page: number
  readonly filter: LookFilter
  readonly viewer: string
  readonly names: Names
  readonly say: ShareWords
  readonly language: Language
}

export function LooksPage(props: LooksPageProps) {
  const { seen, say, page, filter, language } = props
  const words = say.looks
  const ask = queryWords.in(language)
  const waiting = seen.queries.filter(({ stands }) => stands === 'open').length
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {seen.queries.length > 0 && (
        <p>
          <a href="/looks/asked">{ask.list.link}</a> ({words.waiting(waiting)})
        </p>
      )}
      <Filter {...props} />
      {seen.rows.length === 0 ? (
        <EmptyState says={isFiltered(filter) ? words.noneChosen : words.none}>
          <p>{isFiltered(filter) ? words.noneChosenNext : words.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.caption}
          columns={[words.who, words.when, words.did, words.each].map((heading) => ({ heading }))}
          rows={seen.rows.map((visit) => visitRow(props, visit))}
        />
      )}
      {(page > 1 || seen.more) && (
        <p>
          {page > 1 && <a href={addressOf(filter, page - 1)}>{words.newer}</a>}{' '}
          {seen.more && <a href={addressOf(filter, page + 1)}>{words.older}</a>}
        </p>
      )}
      <p className="cp-small">{words.notKnown}</p>
    </>
  )
}

const isFiltered = ({ purpose, act, who }: LookFilter): boolean =>
  purpose !== null || act !== null || who !== null

function addressOf({ own, purpose, act, who }: LookFilter, page: number): string {
  const parts = { who, purpose, act, own: own ? 'yes' : null, page: String(page) }
  const chosen = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null)
  return `/looks?${new URLSearchParams(chosen)}`
}

function visitRow({ viewer, names, say }: LooksPageProps, visit: Visit) {
  const words = say.looks
  const name = lookerName(visit, viewer, names, say)
  return {
    key: `${visit.id} ${visit.via} ${visit.organisation}`,
    cells: [
      name,
      <VisitTime key="at" visit={visit} />,
      <>
        {visit.acts.map((act) => words.visit[act]).join(', ')}: {shownSay(visit, say)}
        <br />
        {visit.purposes.map((code) => words.purpose(purposeNamed(code)?.says ?? code)).join('. ')}
        {visit.via === 'emergency' && (
          <>
            <br />
            <b>{words.emergency}</b>
          </>
        )}
      </>,
      <a key="each" href={`/looks/visits/${visit.id}`}>
        {words.looks(visit.count)}
        <span className="nhsuk-u-visually-hidden"> {name}</span>
      </a>,
    ],
  }
}

function shownSay({ shown, kept }: Visit, { looks: words }: ShareWords): string {
  if (!kept) return words.different(shown)
  return shown === 0
    ? words.somethingKept
    : words.different(shown) + words.and + words.somethingKept
}

function VisitTime({ visit: { first, last } }: { readonly visit: Visit }) {
  const { language } = usePage()
  if (formatTime(first, language) === formatTime(last, language)) return <Moment at={last} />
  return (
    <>
      <Moment at={first} /> – {formatTime(last, language)}
    </>
  )
}

/** Whose looks, what for, what they did: answers stand in the address, all of them ids or codes. */
function Filter({ seen, filter, names, say }: LooksPageProps) {
  const words = say.looks
  const whoever = new Map<string, string>()
  for (const { organisation } of seen.lookers) {
    if (organisation === null) continue
    whoever.set(organisation, words.anybodyAt(names.organisations.get(organisation) ?? ''))
  }
  for (const { by } of seen.lookers) {
    if (by !== null) whoever.set(by, names.people.get(by) ?? say.grant.somebody)
  }
  const { who, purpose, act, own } = filter
  const entry = freshEntry({
    who: who ?? '',
    purpose: purpose ?? '',
    act: act ?? '',
    own: own ? ['yes'] : [],
  })
  return (
    <Details summary={words.choose}>
      <SearchForm action="/looks">
        <Select
          name="who"
          label={words.byWhom}
          entry={entry}
          choices={[
            { value: '', text: words.anybody },
            ...[...whoever].map(([value, text]) => ({ value, text })),
          ]}
        />
        <Select
          name="purpose"
          label={words.byPurpose}
          entry={entry}
          choices={[
            { value: '', text: words.anyPurpose },
            ...purposes.map(({ code, says }) => ({ value: code, text: capitalised(says) })),
          ]}
        />
        <Select
          name="act"
          label={words.byAct}
          entry={entry}
          choices={[
            { value: '', text: words.anyAct },
            ...lookActs.map((value) => ({ value, text: words.visit[value] })),
          ]}
        />
        <Checkboxes
          name="own"
          label={words.ownLabel}
          entry={entry}
          choices={[{ value: 'yes', text: words.withOwn }]}
        />
        <Button kind="secondary">{words.show}</Button>
      </SearchForm>
    </Details>
  )
}

/** Every look of one visitor on one day. */
export function VisitPage(props: {
  readonly rows: readonly LookRow[]
  readonly more: boolean
  readonly page: number
  readonly visit: string
  readonly viewer: string
  readonly names: Names
  readonly say: ShareWords
}) {
  const { rows, say, viewer, names, page, more, visit } = props
  const words = say.looks
  const [newest] = rows
  return (
    <>
      <PageHeading about={words.title} lead={words.visitLead}>
        {newest === undefined ? words.title : lookerName(newest, viewer, names, say)}
      </PageHeading>
      <Table
        caption={words.caption}
        columns={[words.when, words.who, words.did, words.why].map((heading) => ({ heading }))}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <Moment key="at" at={row.at} />,
            lookerName(row, viewer, names, say),
            <Did key="did" row={row} say={say} />,
            <a key="why" href={`/looks/${row.id}`}>
              {words.why}
              <span className="nhsuk-u-visually-hidden">
                {' '}
                <Moment at={row.at} />
              </span>
            </a>,
          ],
        }))}
      />
      {(page > 1 || more) && (
        <p>
          {page > 1 && <a href={`/looks/visits/${visit}?page=${page - 1}`}>{words.newer}</a>}{' '}
          {more && <a href={`/looks/visits/${visit}?page=${page + 1}`}>{words.older}</a>}
        </p>
      )}
    </>
  )
}

/** What was done, as the person may know it: of what is kept from them, only that it was there. */
export function didSay({ act, items, kept }: LookRow, { looks: words }: ShareWords): string {
  if (items.length === 0 && !kept) return words.noEntries
  const seen = items.length === 0 ? [] : [words.count(items.length)]
  return `${words.acts[act]} ${[...seen, ...(kept ? [words.somethingKept] : [])].join(words.and)}`
}

export function Did({ row, say }: { readonly row: LookRow; readonly say: ShareWords }) {
  const words = say.looks
  return (
    <>
      {didSay(row, say)}
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
  readonly now: Instant
}) {
  const { seen, viewer, names, sources, say, language } = props
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
      {row.items.length === 0 && !row.kept && <p>{words.sawNone}</p>}
      {row.kept && <p>{words.sawKept}</p>}
      {items.map((item) => (
        <ItemCard key={item.id} item={item} kind={codeName(sources, 'kinds', item.kind)} />
      ))}
      {gone > 0 && (
        <p>
          {words.gone}: {gone}
        </p>
      )}
      <QueryDoor {...props} {...seen} say={queryWords.in(language)} />
    </>
  )
}

function Why(props: Parameters<typeof LookPage>[0]) {
  const { seen, names, say } = props
  const words = say.look
  if (seen.row.via === 'self' && seen.grants.length === 0) return <p>{words.own}</p>
  if (seen.row.purpose === 'audit') return <p>{words.audit}</p>
  if (seen.row.purpose === 'details') return <p>{words.details}</p>
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
