// The addresses of health scrutiny: read by anybody, referred by bodies, decided by members.
import {
  type Day,
  dayIn,
  type Id,
  isId,
  LONDON,
  type OrganisationId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
  textField,
  typedAt,
  wholeNumberField,
} from '../../web/index.ts'
import { type AtWork, loadReport, mandateFor } from '../actions/report.ts'
import * as act from '../actions/scrutinise.ts'
import { overdue } from '../domain/report/report.ts'
import { evidenceWays, isOwnMotion, isTakenUp, type Matter } from '../domain/scrutiny/matter.ts'
import { refusals } from '../domain/scrutiny/refusals.ts'
import { listMatters, onAgendas } from '../store/matters.ts'
import { scrutinyWords } from '../words/scrutiny-words.ts'
import { matterAddress } from './matter-cards.tsx'
import { workOf } from './report-routes.ts'
import { memberDecisions, ReferPage, StepPage } from './scrutiny-forms.tsx'
import { MatterPage, ScrutinyList, type StepName, stepNames } from './scrutiny-pages.tsx'
import { refused } from './tell-routes.tsx'

const here = '/have-a-say'
const PAGE = 30
const english = scrutinyWords.in('en')
const { form: words } = english

const line = textField({ missing: words.enter, longest: 200, tooLong: words.tooLong })
const long = textField({ missing: words.enter, longest: 10_000, tooLong: words.tooLong })
const day = dayField({ name: words.day, missing: words.enterDay })
const forms = {
  acknowledge: defineForm({ takenUp: choiceField(['yes', 'no'], words.select), says: long }),
  agenda: defineForm({
    meetingOn: day,
    where: line,
    item: wholeNumberField({
      missing: words.number,
      notANumber: words.number,
      least: 1,
      most: 99,
      outside: words.number,
    }),
    commentsBy: day,
    commentsTo: line,
  }),
  evidence: defineForm({
    what: line,
    givenBy: line,
    givenOn: day,
    way: choiceField(evidenceWays, words.select),
  }),
  draft: defineForm({
    title: line,
    addressee: line,
    summary: long,
    matter: long,
    evidence: long,
    participants: long,
    explanation: long,
    recommendations: long,
  }),
  decide: defineForm({
    decision: choiceField(memberDecisions, words.select),
    says: optional(textField({ missing: '', longest: 2_000, tooLong: words.tooLong })),
  }),
} as const
const referForm = defineForm({ title: line, why: long })

export const scrutinyRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/scrutiny',
    access: 'anyone',
    says: 'What health scrutiny committees look into, and their next meetings',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/scrutiny/new',
    access: 'person',
    says: 'Refer a matter to a health scrutiny committee',
    handle: (request) => showRefer(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/scrutiny/new',
    access: 'person',
    says: 'Refer a matter',
    handle: (request) => takeRefer(log, request),
  },
  {
    method: 'GET',
    path: '/scrutiny/:matter',
    access: 'anyone',
    says: 'One matter: why, its agenda, its evidence, and what the members decided',
    handle: (request) => withMatter(log, request, (id, matter) => show(log, request, id, matter)),
  },
  ...stepNames.flatMap((step) => stepRoutes(log, step)),
]

const stepRoutes = (log: Log, step: StepName): readonly Route[] => [
  {
    method: 'GET',
    path: `/scrutiny/:matter/${step}`,
    access: { roles: act.scrutinyRoles },
    says: english.steps[step],
    handle: (request) =>
      asCommittee(log, request, async (_, id, matter) => {
        return showStep(id, step, matter, freshEntry())
      }),
  },
  {
    method: 'POST',
    path: `/scrutiny/:matter/${step}`,
    access: { roles: act.scrutinyRoles },
    says: english.steps[step],
    handle: (request) =>
      asCommittee(log, request, (work, id, matter) =>
        takeStep(log, request, step, { work, id, matter }),
      ),
  },
]

async function withMatter(
  log: Log,
  { params }: PageRequest,
  then: (id: Id, matter: Matter) => PageReply | Promise<PageReply>,
): Promise<PageReply> {
  const id = params.matter
  const matter = isId(id) ? await act.loadMatter(log, id) : null
  if (!isId(id) || matter?.referred == null) return refused(refuse(refusals.unknown).refusal)
  return then(id, matter)
}

/** Only who works for, or sits on, the committee that has the matter. */
const asCommittee = (
  log: Log,
  request: PageRequest,
  then: (work: AtWork, id: Id, matter: Matter) => Promise<PageReply>,
): Promise<PageReply> =>
  withMatter(log, request, async (id, matter) => {
    const inside = await insideOf(log, request, matter)
    if (inside === null) return refused(refuse(refusals.notYourCommittee).refusal)
    return then(inside.work, id, matter)
  })

/** The seat of a visitor in the committee that has a matter; a role elsewhere opens nothing. */
async function insideOf(log: Log, { visitor }: PageRequest, { referred }: Matter) {
  const work = workOf(visitor)
  if (work === null || work.organisation !== referred?.committee.organisation) return null
  const seat = await act.seatOf(log, work)
  return seat === null ? null : { work, isMember: seat.what === 'scrutiny-member' }
}

const todayOf = ({ now }: PageRequest): Day => dayIn(LONDON, now)
const back = { href: '/scrutiny', text: english.title }

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { query, language } = request
  const today = todayOf(request)
  const number = pageFrom({ query })
  const [meetings, rows, begins] = await Promise.all([
    onAgendas(log.db, today),
    listMatters(log.db, (number - 1) * PAGE, PAGE + 1),
    beginsOf(log, request),
  ])
  const main = (
    <ScrutinyList
      meetings={meetings}
      list={rows.slice(0, PAGE)}
      today={today}
      language={language}
      begins={begins === null ? null : begins.own ? 'takeUp' : 'refer'}
      older={rows.length > PAGE ? `/scrutiny?page=${number + 1}` : null}
    />
  )
  const { title } = scrutinyWords.in(language)
  return { kind: 'page', title, main, here, welsh: 'part' }
}

/** What a visitor may begin: `own` where they take it up for their committee. */
async function beginsOf(log: Log, request: PageRequest) {
  const work = workOf(request.visitor)
  const mandate = work === null ? null : await mandateFor(log, work.organisation, todayOf(request))
  return work === null || mandate === null ? null : { work, own: mandate.needsParts }
}

/** A report of the visitor’s own body that was not answered in time, where one is named. */
async function reportToRefer(log: Log, request: PageRequest, work: AtWork, named: string) {
  const report = isId(named) ? await loadReport(log, named) : null
  if (!isId(named) || report?.posted?.publisher.organisation !== work.organisation) return null
  const open = overdue(report, todayOf(request)).map(String)
  return open.length === 0 ? null : { id: named, title: report.posted.title, open }
}

async function showRefer(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const begins = await beginsOf(log, request)
  if (begins === null) return refused(refuse(refusals.mayNotRefer).refusal)
  const named = typedAt(entry.typed, 'report')[0] ?? request.query.report ?? ''
  const { work, own } = begins
  const report = own ? null : await reportToRefer(log, request, work, named)
  const committees = own ? [] : await act.committeesOn(log, todayOf(request))
  const main = <ReferPage entry={entry} committees={committees} own={own} report={report} />
  return pageOf(own ? english.takeUp : english.refer, main, entry)
}

async function takeRefer(log: Log, request: PageRequest): Promise<PageReply> {
  const { form, formKey } = request
  const begins = await beginsOf(log, request)
  if (begins === null) return refused(refuse(refusals.mayNotRefer).refusal)
  const read = referForm.parse(form)
  if (!read.ok) return showRefer(log, request, read.entry)
  const { work, own } = begins
  const [chosen = ''] = typedAt(form, 'committee')
  const committee = own ? work.organisation : chosen
  const [about = ''] = typedAt(form, 'report')
  const report = !own && isId(about) ? about : null
  if (!isId(committee)) {
    const fault = refuse(refusals.committeeUnknown, {}, 'committee').refusal
    return showRefer(log, request, refusedEntry(form, fault))
  }
  const referral = { ...read.values, committee: committee as OrganisationId, report }
  const done = await act.referMatter(log, work, referral, formKey)
  if (!done.ok) return showRefer(log, request, refusedEntry(form, done.refusal, 'title'))
  return { kind: 'redirect', to: matterAddress(done.value) }
}

const pageOf = (title: string, main: React.ReactElement, entry: FormEntry): PageReply => {
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  return { kind: 'page', title, main, here, status, back }
}

async function show(log: Log, request: PageRequest, id: Id, matter: Matter): Promise<PageReply> {
  const { language, now } = request
  const seat = await insideOf(log, request, matter)
  const steps = seat === null ? [] : stepsFor(matter, seat.isMember, todayOf(request))
  const inside = seat !== null
  const main = <MatterPage {...{ id, matter, now, language, steps, inside }} />
  const title = matter.referred?.title ?? ''
  return { kind: 'page', title, main, here, back, welsh: 'part' }
}

/** What can be done next by somebody of the committee, in the order of the law. */
function stepsFor(matter: Matter, isMember: boolean, today: Day): readonly StepName[] {
  if (matter.agreed !== null) return []
  if (!isTakenUp(matter)) return matter.acknowledged === null ? ['acknowledge'] : []
  const met = matter.agenda.some(({ meetingOn }) => meetingOn <= today)
  const may: Record<StepName, boolean> = {
    acknowledge: matter.acknowledged === null && !isOwnMotion(matter),
    agenda: true,
    evidence: true,
    draft: matter.agenda.length > 0 && matter.evidence.length > 0,
    decide: matter.drafts.length > 0 && met && isMember,
  }
  return stepNames.filter((step) => may[step])
}

function showStep(id: Id, step: StepName, matter: Matter, entry: FormEntry): PageReply {
  const main = <StepPage id={id} step={step} matter={matter} entry={entry} />
  const page = pageOf(english.steps[step], main, entry)
  return page.kind === 'page'
    ? { ...page, back: { href: matterAddress(id), text: matter.referred?.title ?? '' } }
    : page
}

type AtMatter = { readonly work: AtWork; readonly id: Id; readonly matter: Matter }

async function takeStep(
  log: Log,
  { form, formKey }: PageRequest,
  step: StepName,
  { work, id, matter }: AtMatter,
): Promise<PageReply> {
  const read = doOf(log, step, form, { work, id, matter }, formKey)
  if ('errors' in read) return showStep(id, step, matter, read)
  const done = await read.go()
  if (!done.ok) {
    const first = Object.keys(forms[step].fields)[0] ?? ''
    return showStep(id, step, matter, refusedEntry(form, done.refusal, first))
  }
  return { kind: 'redirect', to: matterAddress(id) }
}

/** What a form asks to be done, or the form with what is wrong in it. */
function doOf(
  log: Log,
  step: StepName,
  form: FormValues,
  { work, id }: AtMatter,
  key: string | null,
): FormEntry | { readonly go: () => Promise<Result<null>> } {
  switch (step) {
    case 'acknowledge': {
      const read = forms.acknowledge.parse(form)
      if (!read.ok) return read.entry
      const given = { takenUp: read.values.takenUp === 'yes', says: read.values.says }
      return { go: () => act.acknowledgeMatter(log, work, id, given, key) }
    }
    case 'agenda': {
      const read = forms.agenda.parse(form)
      if (!read.ok) return read.entry
      return { go: () => act.putOnAgenda(log, work, id, read.values, key) }
    }
    case 'evidence': {
      const read = forms.evidence.parse(form)
      if (!read.ok) return read.entry
      return { go: () => act.listEvidence(log, work, id, read.values, key) }
    }
    case 'draft': {
      const read = forms.draft.parse(form)
      if (!read.ok) return read.entry
      const { title, addressee, summary, recommendations, ...parts } = read.values
      const draft = {
        title,
        addressee,
        summary,
        parts,
        recommendations: recommendations.split('\n'),
      }
      return { go: () => act.draftScrutinyReport(log, work, id, draft, key) }
    }
    case 'decide': {
      const read = forms.decide.parse(form)
      if (!read.ok) return read.entry
      const { decision, says = '' } = read.values
      const draft = Number(typedAt(form, 'draft')[0] ?? 0)
      const made = { draft: Number.isInteger(draft) ? draft : 0, decision, says }
      return { go: () => act.decideOnDraft(log, work, id, made, key) }
    }
  }
}
