// The list of complaints: one's own, or those of a body, what is late first.
import type { Instant } from '../../../basics/index.ts'
import { personOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  ButtonLink,
  Card,
  EmptyState,
  formatDayOf,
  formatDueDay,
  type Language,
  PageHeading,
  type PageReply,
  type PageRequest,
  Pagination,
  PromiseState,
  pageFrom,
  type Route,
  Table,
  usePage,
} from '../../../web/index.ts'
import { type SeenComplaint, seeComplaint } from '../../actions/see-complaint.ts'
import { isClosed, mustLearn } from '../../domain/complaint/complaint.ts'
import { nextDue } from '../../domain/complaint/dues.ts'
import { complaintsOf, ownComplaints } from '../../store/complaint-rows.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import { useSay } from './use-say.ts'
import { atWork, complainantsOf, here } from './with.ts'

const work = complaintWorkWords.in('en')
const PAGE = 50

export const listRoute = (log: Log): Route => ({
  method: 'GET',
  path: '/complaints',
  access: 'person',
  says: 'Formal complaints: your own, or those you handle',
  handle: (request) => showList(log, request),
})

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, acting } = personOf(request)
  const body = acting?.organisationId ?? null
  const page = pageFrom(request)
  const refs =
    body === null
      ? await ownComplaints(log.db, person)
      : await complaintsOf(log.db, body, { limit: PAGE + 1, offset: (page - 1) * PAGE })
  const looker = { visitor: request.visitor, browser: request.draftOwner }
  const seen = await Promise.all(
    refs.slice(0, PAGE).map(({ stream }) => seeComplaint(log, looker, stream)),
  )
  const list = seen.filter((one) => one !== null)
  const more = body !== null && refs.length > PAGE
  const props = { list, now: request.now, page, more }
  return {
    kind: 'page',
    title: body === null ? complaintWords.in(request.language).mine : work.theirs,
    ...(body === null ? { welsh: 'part' as const } : {}),
    main: body === null ? <OwnPage {...props} /> : <HandlerPage {...props} />,
    about: complainantsOf(list),
    here: body === null ? here : atWork,
  }
}

type ListProps = {
  readonly list: readonly SeenComplaint[]
  readonly now: Instant
  readonly page: number
  readonly more: boolean
}

function Nothing() {
  const say = useSay()
  return (
    <EmptyState says={say.none}>
      <p>{say.noneNext}</p>
    </EmptyState>
  )
}

function OwnPage({ list, now }: ListProps) {
  const say = useSay()
  const { language } = usePage()
  return (
    <>
      <PageHeading lead={say.mineLead}>{say.mine}</PageHeading>
      {list.length === 0 && <Nothing />}
      {list.map((one) => (
        <Card
          key={one.id}
          heading={shortened(one)}
          href={`/complaints/${one.id}`}
          state={<Next one={one} now={now} />}
        >
          <p className="cp-small">
            {say.to([...one.names.values()][0] ?? '')}. {madeOn(one, language)}.
          </p>
        </Card>
      ))}
      <p>
        <ButtonLink href="/complain">{say.makeOne}</ButtonLink>
      </p>
    </>
  )
}

function madeOn({ complaint }: SeenComplaint, language: Language): string {
  if (complaint.received === null) return ''
  const day = formatDayOf(complaint.received.body.receivedAt, language)
  return complaintWords.in(language).receivedOn(day)
}

const LONGEST = 80

function shortened({ complaint }: SeenComplaint): string {
  const letters = [...(complaint.received?.body.says ?? '')]
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST).join('')}…`
}

/** What is next in it and by when, as a word and a shape. */
function Next({ one, now }: { readonly one: SeenComplaint; readonly now: Instant }) {
  const { complaint } = one
  if (isClosed(complaint)) return <PromiseState standing="kept" says={work.ended} />
  const next = nextDue(complaint, now)
  if (next === null) return <PromiseState standing="waiting" says={work.noDay} />
  const day = formatDueDay(next.due, 'en')
  return next.standing === 'late' ? (
    <PromiseState standing="overdue" says={work.lateSince(day)} />
  ) : (
    <PromiseState standing="waiting" says={work.dueOn(day)} />
  )
}

function nextStep({ complaint }: SeenComplaint, now: Instant): string {
  if (isClosed(complaint)) return work.nothing
  if (mustLearn(complaint)) return work.learn
  const step = nextDue(complaint, now)?.step
  return step === undefined || step === 'ombudsman' ? work.next.reply : work.next[step]
}

/**
 * Who complained and when, and no word of what they said: a look at that leaves a receipt, and
 * a list that is opened many times a day would leave none that says anything.
 */
function HandlerPage({ list, now, page, more }: ListProps) {
  const { columns } = work
  return (
    <>
      <PageHeading lead={work.theirsLead}>{work.theirs}</PageHeading>
      <p>
        <ButtonLink href="/complaints/spoken">{work.writeDown}</ButtonLink>
      </p>
      {list.length === 0 ? (
        <Nothing />
      ) : (
        <Table
          caption={work.caption}
          captionHeard
          columns={[
            { heading: columns.from },
            { heading: columns.made },
            { heading: columns.next },
            { heading: columns.standing },
          ]}
          rows={list.map((one) => ({
            key: one.id,
            cells: [
              <a key="a" href={`/complaints/${one.id}`}>
                {one.complaint.received?.body.name || work.someone}
                <span className="nhsuk-u-visually-hidden">, {madeOn(one, 'en')}</span>
              </a>,
              madeOn(one, 'en'),
              nextStep(one, now),
              <Next key="n" one={one} now={now} />,
            ],
          }))}
        />
      )}
      <Pagination
        page={page}
        of={more ? page + 1 : page}
        href={(other) => `/complaints?page=${other}`}
      />
    </>
  )
}
