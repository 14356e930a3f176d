// The addresses of formal complaints.
import { type Day, type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import { exportStreams, type Log } from '../../log/index.ts'
import { loadPromises } from '../../promises/index.ts'
import {
  type About,
  Card,
  choiceField,
  dayField,
  defineForm,
  EmptyState,
  type FormEntry,
  formatDayOf,
  freshEntry,
  optional,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../web/index.ts'
import * as act from '../actions/handle-complaint.ts'
import * as decide from '../domain/complain.ts'
import { refusals } from '../domain/refusals.ts'
import { responseParts } from '../domain/response-parts.ts'
import { complaintsOf, ownComplaints } from '../store/complaint-rows.ts'
import { complaintWords } from '../words/words.ts'
import { ComplaintPage } from './complaint-page.tsx'
import type { VoiceDeps } from './tell-routes.tsx'

const say = complaintWords.in('en')
const here = '/have-a-say'
const text = (longest = 5_000, missing: string = say.says) =>
  textField({ missing, longest, tooLong: say.tooLong })
const optionalDay = (name: string) => optional(dayField({ name, missing: '' }))

const planForm = defineForm({
  plan: text(),
  replyBy: dayField({ name: say.replyByName, missing: say.enterReplyBy }),
})
const learnForm = defineForm({
  learn: choiceField(['promise', 'none'], say.selectLearn),
  learned: text(),
  learnedBy: optional(text(200)),
  learnedDue: optionalDay(say.learnDue),
})
const decidedForm = defineForm({
  decided: text(10_000),
  recommendation: optional(text(2_000)),
  recommendationDue: optionalDay(say.recommendationDue),
})

type Seen = act.SeenComplaint
type Deed = (seen: Seen, request: PageRequest) => Parameters<typeof act.handle>[2] | FormEntry

export const complaintRoutes = ({ log, keys }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/complaints',
    access: 'person',
    says: 'Formal complaints: your own, or those you handle',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/complaints/:complaint',
    access: 'person',
    says: 'A formal complaint, the same for both sides',
    handle: (request) =>
      withComplaint(log, request, (seen) => show(log, request, seen, freshEntry())),
  },
  {
    method: 'GET',
    path: '/complaints/:complaint/bundle',
    access: 'person',
    says: 'Everything about a complaint in one file that can be checked anywhere',
    handle: (request) =>
      withComplaint(log, request, async ({ id }) => {
        const key = (await keys()).at(-1)
        if (key === undefined) throw new Error('An installation has a key from its first start')
        const chunks: Uint8Array[] = []
        for await (const chunk of exportStreams(log, key, id)) chunks.push(chunk)
        const body = Buffer.concat(chunks)
        return { kind: 'download', name: 'complaint.zip', type: 'application/zip', body }
      }),
  },
  ...deeds(log),
]

const field = (request: PageRequest, name: string) => typedAt(request.form, name)[0]?.trim() ?? ''

const deeds = (log: Log): readonly Route[] => [
  post(log, 'acknowledge', 'Acknowledge a complaint', ({ side }, request) =>
    decide.acknowledge(side, 'written', field(request, 'acknowledge')),
  ),
  post(log, 'plan', 'Propose how a complaint is handled', ({ side }, request) => {
    const read = planForm.parse(request.form)
    if (!read.ok) return read.entry
    return decide.proposePlan(side, read.values.plan, read.values.replyBy)
  }),
  post(log, 'agree', 'Agree how a complaint is handled', ({ side }, request) =>
    decide.agreePlan(side, field(request, 'plan') as Id),
  ),
  post(log, 'sharing', 'Say whether another body may have a complaint', ({ side }, request) =>
    decide.answerSharing(side, field(request, 'asked') as Id, field(request, 'allowed') === 'yes'),
  ),
  post(log, 'representative', 'Let somebody act in a complaint', ({ side }, request) =>
    decide.nameRepresentative(
      side,
      field(request, 'representative'),
      field(request, 'relation'),
      false,
    ),
  ),
  post(log, 'add', 'Add to a complaint, or say how the work goes', ({ side }, request) =>
    decide.tellProgress(side, field(request, 'add')),
  ),
  post(log, 'explain', 'Explain why a complaint is not answered yet', ({ side }, request) =>
    decide.explainDelay(side, field(request, 'explain')),
  ),
  post(log, 'respond', 'Send the response to a complaint', ({ side }, request) => {
    const parts = Object.fromEntries(responseParts.map(({ code }) => [code, field(request, code)]))
    return decide.sendResponse(side, parts, field(request, 'signedBy'))
  }),
  post(log, 'learn', 'Record what was learned from a complaint', ({ side }, request) => {
    const read = learnForm.parse(request.form)
    if (!read.ok) return read.entry
    const { learn, learned, learnedBy = '', learnedDue = null } = read.values
    const learning = { change: learn, says: learned, due: learnedDue, shownAs: learnedBy }
    return decide.recordLearning(side, learning)
  }),
  post(log, 'ombudsman', 'Say that a complaint went to the ombudsman', ({ side }, request) =>
    decide.goToOmbudsman(side, field(request, 'ombudsman')),
  ),
  post(log, 'decided', 'Record what the ombudsman decided', ({ side }, request) => {
    const read = decidedForm.parse(request.form)
    if (!read.ok) return read.entry
    const { decided, recommendation, recommendationDue } = read.values
    const due = recommendationDue as Day | undefined
    const list = recommendation && due ? [{ says: recommendation, due }] : []
    return decide.recordDecision(side, decided, list)
  }),
  post(log, 'withdraw', 'Take a complaint back', ({ side }, request) =>
    decide.withdrawComplaint(side, field(request, 'withdraw')),
  ),
]

function post(log: Log, end: string, says: string, deed: Deed): Route {
  return {
    method: 'POST',
    path: `/complaints/:complaint/${end}`,
    access: 'person',
    says,
    handle: (request) =>
      withComplaint(log, request, async (seen) => {
        const rule = deed(seen, request)
        if (typeof rule !== 'function') return show(log, request, seen, rule)
        const { person } = personOf(request)
        const on = { by: person, stream: seen.id, key: request.formKey }
        const done: Result<null> = await act.handle(log, on, rule)
        if (!done.ok) return show(log, request, seen, refusedEntry(request.form, done.refusal, end))
        await act.followComplaint(log, seen.id)
        return { kind: 'redirect', to: `/complaints/${seen.id}?said=done` }
      }),
  }
}

async function withComplaint(
  log: Log,
  request: PageRequest,
  work: (seen: Seen) => Promise<PageReply>,
): Promise<PageReply> {
  const seen = await act.seeComplaint(log, request.visitor, request.params.complaint ?? '')
  if (seen === null) return { kind: 'refused', refusal: refuse(refusals.complaintUnknown).refusal }
  return work(seen)
}

async function show(
  log: Log,
  request: PageRequest,
  seen: Seen,
  entry: FormEntry,
): Promise<PageReply> {
  const promises = await loadPromises(log, act.promisesOfComplaint(seen.id, seen.complaint))
  const { said } = request.query
  const props = {
    seen,
    promises,
    now: request.now,
    entry,
    said: said === 'made' || said === 'done' ? said : null,
  } as const
  return {
    kind: 'page',
    title: say.about,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <ComplaintPage {...props} />,
    about: complainantsOf([seen]),
    here,
    back: { href: '/complaints', text: seen.side.side === 'body' ? say.theirs : say.mine },
  }
}

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, acting } = personOf(request)
  const body = acting?.organisationId ?? null
  const refs =
    body === null ? await ownComplaints(log.db, person) : await complaintsOf(log.db, body)
  const seen = await Promise.all(
    refs.map(({ stream }) => act.seeComplaint(log, request.visitor, stream)),
  )
  const list = seen.filter((one) => one !== null)
  const title = body === null ? say.mine : say.theirs
  const main = (
    <>
      <PageHeading>{title}</PageHeading>
      {list.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {list.map(({ id, complaint }) => (
        <Card
          key={id}
          heading={(complaint.received?.body.says ?? '').slice(0, 80)}
          href={`/complaints/${id}`}
        >
          <p className="cp-small">
            {complaint.received !== null && formatDayOf(complaint.received.at, 'en')}
          </p>
        </Card>
      ))}
    </>
  )
  return { kind: 'page', title, main, about: complainantsOf(list), here }
}

/** Those who complained, for the body that answers them: it knows how to tell them. */
const complainantsOf = (list: readonly Seen[]): readonly About[] =>
  list.flatMap(({ side, complaint }) => {
    const person = complaint.received?.body.complainant ?? null
    if (side.side !== 'body' || person === null) return []
    return [{ person: person as PersonId, asked: true }]
  })

/** Where a journey ends: the page of the complaint that was made. */
export const madeAt = (id: Id) => ok({ to: `/complaints/${id}?said=made` })
