// The addresses of a care and support plan: one's own, and those that others share.
import { createElement } from 'react'
import { isId, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../../web/index.ts'
import {
  agreeToChanges,
  beginPlan,
  declineChange,
  proposeChanges,
  type Writer,
  withdrawChange,
} from '../../actions/plan/change-plan.ts'
import { seePlan } from '../../actions/plan/see-plan.ts'
import { isPartKind, parts } from '../../domain/plan/headings.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { planWords } from '../../words/plan-words.ts'
import { mayWriteNew } from './may-write.ts'
import { valuesRead } from './part-form.ts'
import { PartPage } from './part-page.tsx'
import {
  aboutOf,
  bothPlaces,
  type Handle,
  type Place,
  readsHardTo,
  refused,
  unknownPart,
} from './place.ts'
import { PlanPage } from './plan-page.tsx'
import { WaitingPage } from './waiting-page.tsx'

const english = planWords.in('en')
const whyForm = defineForm({
  says: textField({ missing: english.enterWhy, longest: 2_000, tooLong: english.tooLong }),
})

export const planRoutes = (log: Log): readonly Route[] => {
  const both = (method: Route['method'], path: string, own: string, theirs: string, to: Handle) =>
    bothPlaces(log, method, path, [own, theirs], to)
  return [
    ...both('GET', '', 'My care and support plan', 'A plan that is shared with me', showPlan),
    ...both('POST', '/begin', 'Begin my plan', 'Begin a plan with somebody', begin),
    ...both('GET', '/add/:kind', 'Add to my plan', 'Propose something for a plan', showAdd),
    ...both('POST', '/add/:kind', 'Add to my plan', 'Propose something for a plan', add),
    ...both('GET', '/waiting', 'What waits for a yes or no', 'What waits in a plan', showWaiting),
    ...both('POST', '/waiting', 'Agree to what waits', 'Agree to what waits in a plan', agree),
    ...both('POST', '/waiting/no', 'Say no to what waits', 'Say no to what waits', decline),
    ...both(
      'POST',
      '/waiting/back',
      'Take back what I proposed',
      'Take back what I proposed',
      takeBack,
    ),
  ]
}

const showPlan: Handle = async (log, request, at) => {
  const seen = await seePlan(log, at.look(''), at.writer)
  if (!seen.ok) return refused(seen.refusal)
  const { language, query } = request
  const say = planWords.in(language)
  return {
    kind: 'page',
    title: at.name === null ? say.title : say.titleOf(at.name),
    main: createElement(PlanPage, { seen: seen.value, at, language, just: query.just ?? null }),
    here: at.here,
    welsh: 'part',
    ...aboutOf(at),
    ...(at.name === null ? {} : { back: { href: '/people', text: say.plans } }),
  }
}

const begin: Handle = async (log, request, at) => {
  const may = Object.keys(parts).some((kind) => {
    return isPartKind(kind) && mayWriteNew(at, kind, request.now)
  })
  if (at.writer === null || !may) return unknownPart()
  const done = await beginPlan(log, at.person, at.writer, request.formKey)
  return done.ok ? { kind: 'redirect', to: at.base } : refused(done.refusal)
}

const showAdd: Handle = async (_, request, at) => {
  const { kind } = request.params
  const { writer } = at
  const others = writer !== null && writer.speaker.as !== 'self'
  if (others && isPartKind(kind) && parts[kind].own)
    return refused(refuse(refusals.ownWords).refusal)
  return addPage(request, at, freshEntry())
}

function addPage(request: PageRequest, at: Place, entry: FormEntry): PageReply {
  const { kind } = request.params
  if (!isPartKind(kind) || !mayWriteNew(at, kind, request.now)) return unknownPart()
  const say = planWords.in(request.language)
  const under = request.query.under ?? ''
  return {
    kind: 'page',
    title: say.add[kind],
    main: createElement(PartPage, {
      kind,
      entry,
      action: `${at.base}/add/${kind}${under === '' ? '' : `?under=${encodeURIComponent(under)}`}`,
      title: say.add[kind],
      lead: parts[kind].own ? say.ownLead : say.addLead,
      about: at.name ?? undefined,
      changes: null,
      say,
    }),
    back: { href: at.base, text: at.name === null ? say.back : say.backOf },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}

const add: Handle = async (log, request, at) => {
  const { kind } = request.params
  if (!isPartKind(kind) || at.writer === null) return unknownPart()
  if (!mayWriteNew(at, kind, request.now)) return unknownPart()
  const read = valuesRead(kind, request.form)
  if (!read.ok) return addPage(request, at, read.entry)
  const under = request.query.under ?? null
  if (under !== null && !isId(under)) return unknownPart()
  const wish = { part: null, kind, under, set: read.values, was: {}, remove: false, because: null }
  const done = await proposeChanges(log, at.person, at.writer, [wish], request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}?just=proposed` }
  return addPage(request, at, refusedEntry(request.form, done.refusal, 'says'))
}

const showWaiting: Handle = (log, request, at) => waitingPage(log, request, at, freshEntry())

async function waitingPage(
  log: Log,
  request: PageRequest,
  at: Place,
  entry: FormEntry,
): Promise<PageReply> {
  if (at.writer === null) return unknownPart()
  const seen = await seePlan(log, at.look('/waiting'), at.writer)
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const say = planWords.in(language)
  return {
    kind: 'page',
    title: say.waitingTitle,
    main: createElement(WaitingPage, { seen: seen.value, at, entry, language }),
    back: { href: at.base, text: at.name === null ? say.back : say.backOf },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}

/** What waits that the visitor may see and write in, by these ids; null where one is not there. */
async function waitingOf(log: Log, at: Place, ids: readonly string[]): Promise<Writer | null> {
  const { writer } = at
  if (writer === null) return null
  const seen = await seePlan(log, at.look('/waiting'), writer)
  if (!seen.ok) return null
  const open = new Set(seen.value.open.map(({ proposal }) => proposal))
  return ids.every((id) => open.has(id)) ? writer : null
}

const agree: Handle = async (log, request, at) => {
  const chosen = typedAt(request.form, 'proposal')
  const writer = await waitingOf(log, at, chosen)
  if (writer === null) return unknownProposal()
  const done = await agreeToChanges(log, at.person, writer, chosen, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}?just=agreed` }
  if (done.refusal.code === refusals.notYours.code) return refused(done.refusal)
  return waitingPage(log, request, at, refusedEntry(request.form, done.refusal, 'proposal'))
}

const decline: Handle = async (log, request, at) => {
  const [proposal = ''] = typedAt(request.form, 'proposal')
  if (proposal === '') return nothingChosen(log, request, at)
  const writer = await waitingOf(log, at, [proposal])
  if (writer === null) return unknownProposal()
  const read = whyForm.parse(request.form)
  const again = read.ok ? readsHardTo(at, request.form, 'says') : read.entry
  if (!read.ok || again !== null) return waitingPage(log, request, at, again ?? freshEntry())
  const no = { proposal, says: read.values.says }
  const done = await declineChange(log, at.person, writer, no, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/waiting` }
  return waitingPage(log, request, at, refusedEntry(request.form, done.refusal, 'says'))
}

const takeBack: Handle = async (log, request, at) => {
  const [proposal = ''] = typedAt(request.form, 'proposal')
  if (proposal === '') return nothingChosen(log, request, at)
  const writer = await waitingOf(log, at, [proposal])
  if (writer === null) return unknownProposal()
  const done = await withdrawChange(log, at.person, writer, proposal, request.formKey)
  return done.ok ? { kind: 'redirect', to: `${at.base}/waiting` } : refused(done.refusal)
}

const nothingChosen = (log: Log, request: PageRequest, at: Place) => {
  const { refusal } = refuse(refusals.nothingChosen, {}, 'proposal')
  return waitingPage(log, request, at, refusedEntry(request.form, refusal))
}

const unknownProposal = () => refused(refuse(refusals.proposalUnknown).refusal)
