// The pages of who decides: what waits, what is in force, what must be looked at again, and one.
import type { ReactNode } from 'react'
import type { Day } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  DayText,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  type Language,
  Moment,
  PageForm,
  PageHeading,
  Pagination,
  Radios,
  SummaryList,
  Table,
  Tag,
  Textarea,
} from '../../web/index.ts'
import type { ItemSource } from '../actions/item-source.ts'
import type { ProxyWork, SeenAccess } from '../actions/see-proxies.ts'
import { basisNamed, evidenceKinds, standings } from '../domain/proxy/bases.ts'
import {
  endingReasons,
  reasonSays,
  refusalReasons,
  suspensionReasons,
} from '../domain/proxy/reasons.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import type { Names } from './page-parts.ts'
import { AccessRows, nameIn, standingSays } from './proxy-parts.tsx'

export function ProxyWorkPage(props: {
  readonly work: ProxyWork
  readonly page: number
  readonly names: Names
  readonly today: Day
  readonly say: ProxyWords
}) {
  const { work, page, say } = props
  const words = say.work
  const of = (...states: string[]) => work.seen.filter((one) => states.includes(one.standing.is))
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <Listed {...props} title={words.waiting} none={words.noneWaiting} seen={of('asked')} />
      <Listed {...props} title={words.holding} none={words.noneHolding} seen={of('holds')} />
      <Listed
        {...props}
        title={words.past}
        none={words.nonePast}
        seen={of('suspended', 'removed', 'refused')}
      />
      <Pagination
        page={page}
        of={work.more ? 'more' : 'last'}
        href={(one) => `/proxies/work?page=${one}`}
      />
      {work.counts.length > 0 && <Counts {...props} />}
    </>
  )
}

function Listed(props: {
  readonly title: string
  readonly none: string
  readonly seen: readonly SeenAccess[]
  readonly names: Names
  readonly today: Day
  readonly say: ProxyWords
}) {
  const { title, none, seen, names, say } = props
  const words = say.work
  if (seen.length === 0) {
    return (
      <>
        <h2>{title}</h2>
        <EmptyState says={none} />
      </>
    )
  }
  const headings = [words.proxy, words.person, words.state, words.review, words.open]
  const cellsOf = (one: SeenAccess): ReactNode[] => [
    nameIn(names, one.access.proxy),
    nameIn(names, one.access.person),
    standingSays(one, say),
    <ReviewDay key="review" {...props} one={one} />,
    <a key="open" href={`/proxies/work/${one.access.person}/${one.access.id}`}>
      {words.open}
      <span className="nhsuk-u-visually-hidden">
        : {say.one.title(nameIn(names, one.access.proxy), nameIn(names, one.access.person))}
      </span>
    </a>,
  ]
  return (
    <Table
      caption={title}
      columns={headings.map((heading) => ({ heading }))}
      rows={seen.map((one) => ({ key: one.access.id, cells: cellsOf(one) }))}
    />
  )
}

function ReviewDay(props: {
  readonly one: SeenAccess
  readonly today: Day
  readonly say: ProxyWords
}) {
  const { one, today, say } = props
  if (one.reviewOn === null || one.standing.is !== 'holds') {
    return <Moment at={one.access.askedAt} />
  }
  return (
    <>
      <DayText day={one.reviewOn} />{' '}
      {one.reviewOn < today && <Tag colour="red">{say.work.overdue}</Tag>}
    </>
  )
}

function Counts({ work, say }: { readonly work: ProxyWork; readonly say: ProxyWords }) {
  const words = say.work
  const states: Readonly<Record<string, string>> = words.states
  const reasons = [...endingReasons, ...refusalReasons]
  return (
    <Table
      caption={words.counts}
      columns={[
        { heading: words.state },
        { heading: words.basis },
        { heading: words.reason },
        { heading: words.count },
      ]}
      rows={work.counts.map(({ state, basis, reason, count }) => ({
        key: `${state} ${basis} ${reason}`,
        cells: [
          states[state] ?? state,
          basis === null ? '–' : (basisNamed(basis)?.says ?? basis),
          reason === null ? '–' : reasonSays(reasons, reason),
          String(count),
        ],
      }))}
    />
  )
}

export function ProxyOnePage(props: {
  readonly seen: SeenAccess
  readonly names: Names
  readonly sources: readonly ItemSource[]
  readonly mayDecide: boolean
  readonly entry: FormEntry
  readonly say: ProxyWords
  readonly language: Language
}) {
  const { seen, names, entry, say } = props
  const { access, standing } = seen
  const words = say.one
  const base = `/proxies/work/${access.person}/${access.id}`
  const asked = standing.is === 'asked'
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={words.about} lead={standingSays(seen, say)}>
        {words.title(nameIn(names, access.proxy), nameIn(names, access.person))}
      </PageHeading>
      <AccessRows {...props} />
      <History {...props} />
      {props.mayDecide && (
        <>
          <h2>{asked ? words.decide : words.anew}</h2>
          {!asked && <p>{words.anewMore}</p>}
          <ButtonLink href={`${base}/decide`}>{asked ? words.decide : words.anew}</ButtonLink>
          {asked && <RefuseForm base={base} entry={entry} words={words} />}
          {standing.is === 'holds' && (
            <p>
              <a href={`${base}/alter`}>{say.alter.link}</a>
            </p>
          )}
          {standing.is === 'holds' && <SuspendForm base={base} entry={entry} words={words} />}
        </>
      )}
    </>
  )
}

function History({ seen, names, say }: Parameters<typeof ProxyOnePage>[0]) {
  const { access } = seen
  const words = say.one
  const { granted, refused, suspended } = access
  const spoken = (yes: boolean | null) =>
    yes === null ? words.nothing : yes ? say.own.yes : say.own.no
  const asker = access.askedBy === 'proxy' ? access.proxy : access.person
  const standing = standings.find(({ code }) => code === access.standing)?.says ?? access.standing
  const seenAs = evidenceKinds.find(({ code }) => code === granted?.evidence)?.says
  const rows = [
    { name: words.standing, value: standing },
    { name: words.asked, value: nameIn(names, asker) },
    { name: words.agreed, value: spoken(access.agreed) },
    { name: words.consented, value: spoken(access.consented) },
    ...(granted === null
      ? []
      : [
          { name: words.basis, value: basisNamed(granted.basis)?.says ?? granted.basis },
          { name: words.evidence, value: seenAs ?? granted.evidence },
          {
            name: words.tests,
            value: (
              <ul>
                {Object.values(granted.tests).map((said) => (
                  <li key={said}>{said}</li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(refused === null ? [] : [{ name: words.said, value: refused.says }]),
    ...(suspended?.says == null ? [] : [{ name: words.said, value: suspended.says }]),
  ]
  return <SummaryList rows={rows} />
}

type FormProps = {
  readonly base: string
  readonly entry: FormEntry
  readonly words: ProxyWords['one']
}

function RefuseForm({ base, entry, words }: FormProps) {
  return (
    <PageForm action={`${base}/refuse`}>
      <h2>{words.refuse}</h2>
      <Radios
        name="reason"
        label={words.reason}
        entry={entry}
        choices={refusalReasons.map(({ code, says }) => ({ value: code, text: says }))}
      />
      <Textarea name="says" label={words.says} hint={words.saysHint} entry={entry} rows={3} />
      <Checkboxes
        name="tells"
        label={words.tells}
        hint={words.tellsHint}
        entry={entry}
        choices={[
          { value: 'proxy', text: words.tellProxy },
          { value: 'person', text: words.tellPerson },
        ]}
      />
      <Button kind="secondary">{words.refuseIt}</Button>
    </PageForm>
  )
}

function SuspendForm({ base, entry, words }: FormProps) {
  return (
    <PageForm action={`${base}/suspend`}>
      <h2>{words.suspend}</h2>
      <Radios
        name="reason"
        label={words.reason}
        entry={entry}
        choices={suspensionReasons.map(({ code, says }) => ({ value: code, text: says }))}
      />
      <Textarea name="says" label={words.says} hint={words.saysHint} entry={entry} rows={3} />
      <Button kind="warning">{words.suspendIt}</Button>
    </PageForm>
  )
}
