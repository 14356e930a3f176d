// A formal complaint: the same page for the complainant and for whoever handles it.
import type { Instant, OrganisationId } from '../../../basics/index.ts'
import {
  ErrorSummary,
  formatDueDay,
  formatList,
  Inset,
  type Language,
  LinkButton,
  NotificationBanner,
  PageForm,
  PageHeading,
  PromiseState,
  SummaryList,
  Table,
  Thread,
  usePage,
} from '../../../web/index.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { type Complaint, isClosed, mustLearn } from '../../domain/complaint/complaint.ts'
import { type ComplaintDue, duesOf, nextDue } from '../../domain/complaint/dues.ts'
import { rightNamed } from '../../domain/right/every-right.ts'
import type { Right as NamedRight } from '../../domain/rights.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import { BodyMore, BodyNext } from './body-forms.tsx'
import { ComplainantMore, ComplainantNext } from './complainant-forms.tsx'
import type { ComplaintPageProps } from './page-props.ts'
import { Promised } from './promised.tsx'
import { stepsOf } from './timeline.tsx'
import { useSay } from './use-say.ts'

const work = complaintWorkWords.in('en')

export function ComplaintPage(props: ComplaintPageProps) {
  const say = useSay()
  const { language } = usePage()
  const { seen, now } = props
  const { complaint, names, side } = seen
  if (complaint.received === null) return null
  const bodies = complaint.bodies.map((one) => names.get(one as OrganisationId) ?? '')
  const ours = side.side === 'body'
  return (
    <>
      <ErrorSummary entry={props.entry} />
      {props.said && <NotificationBanner success>{say.done}</NotificationBanner>}
      <PageHeading about={say.about} lead={standingOf(complaint, now, ours, language)}>
        {say.to(formatList(bodies, language))}
      </PageHeading>
      {ours && toldBySelf(complaint) && (
        <Inset>
          <p>{say.notHere}</p>
        </Inset>
      )}
      {ours ? <BodyNext {...props} /> : <ComplainantNext {...props} />}
      <Promised {...props} />
      <Dues dues={duesOf(complaint, now)} />
      <h2>{say.timeline}</h2>
      <Thread steps={stepsOf(seen, language)} />
      <Parties seen={seen} />
      {ours ? <BodyMore {...props} /> : <ComplainantMore {...props} />}
      <p>
        <a href={`/complaints/${seen.id}/bundle`}>{say.bundle}</a>. {say.bundleSays}
      </p>
      {seen.byCode && (
        <PageForm action="/sign-in/story-code/close">
          <LinkButton>{say.closeHere}</LinkButton>
        </PageForm>
      )}
    </>
  )
}

/** Whether no message reaches the complainant or whoever acts for them. */
const toldBySelf = ({ complainant, representative }: Complaint): boolean =>
  complainant === null && (representative?.by ?? null) === null

/** One sentence that says how it stands, to either side. */
function standingOf(complaint: Complaint, now: Instant, ours: boolean, language: Language): string {
  const say = complaintWords.in(language)
  const words = { ...say.standing, ...(ours ? work.standing : {}) }
  if (complaint.ombudsman !== null) return words.decided
  if (complaint.ombudsmanAskedAt !== null) return words.ombudsman
  if (complaint.ended !== null) {
    const how = words.ended[complaint.ended]
    return ours && mustLearn(complaint) ? `${how} ${work.nowLearn}` : how
  }
  if (isClosed(complaint)) return words.closed
  if (complaint.response !== null) return words.answered
  const next = nextDue(complaint, now)
  if (next === null || next.step === 'ombudsman') return words.answered
  const day = formatDueDay(next.due, language)
  return next.standing === 'late' ? words.late(day) : words[next.step](day)
}

const looks = { waiting: 'waiting', met: 'kept', 'met late': 'disputed', late: 'overdue' } as const

function Dues({ dues }: { readonly dues: readonly ComplaintDue[] }) {
  const say = useSay()
  const { language } = usePage()
  return (
    <Table
      caption={say.dues}
      columns={[
        { heading: say.duesWhat },
        { heading: say.duesWhen },
        { heading: say.duesStanding },
      ]}
      rows={dues.map(({ step, due, standing }) => {
        const state = (
          <PromiseState key={step} standing={looks[standing]} says={say.dueState[standing]} />
        )
        const key = `${step} ${due}`
        return { key, cells: [say.steps[step], formatDueDay(due, language), state] as const }
      })}
    />
  )
}

function Parties({ seen }: { readonly seen: SeenComplaint }) {
  const say = useSay()
  const { language } = usePage()
  const { complaint, names, side } = seen
  const { received, representative, lead, bodies } = complaint
  if (received === null) return null
  const nameOf = (body: string | null) => names.get(body as OrganisationId) ?? ''
  const { name, contact } = received.body
  const right = rightNamed(received.body.right ?? '')
  const acts = representative === null ? [] : [`${representative.name}, ${representative.relation}`]
  return (
    <>
      <h2>{say.parties}</h2>
      <SummaryList
        rows={[
          { name: say.complaintOf, value: name || say.notSaid },
          ...acts.map((value) => ({ name: say.actsFor, value })),
          ...(right === undefined ? [] : [{ name: say.restsOn, value: <Right right={right} /> }]),
          { name: say.bodies, value: formatList(bodies.map(nameOf), language) },
          ...(bodies.length > 1 ? [{ name: say.leads, value: nameOf(lead) }] : []),
          ...(side.side === 'body' && contact !== ''
            ? [{ name: say.reachAt, value: contact }]
            : []),
        ]}
      />
    </>
  )
}

/** In its short form, which is in English alone; it leads to who owes it and by when. */
const Right = ({ right: { id, says } }: { readonly right: NamedRight }) => (
  <a href={`/rights/${id}`} lang="en">
    {says}
  </a>
)
