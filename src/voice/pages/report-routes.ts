// The addresses of reports: read by anybody, posted by bodies with a mandate, answered by others.
import { createElement } from 'react'
import { type Day, dayIn, type Id, isId, LONDON, type Refusal, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
  textField,
  type Visitor,
} from '../../web/index.ts'
import {
  type AtWork,
  answerOne,
  close,
  loadReport,
  mandateFor,
  post,
  promisesOf,
} from '../actions/report.ts'
import { mandateOf } from '../domain/report/mandates.ts'
import { refusals } from '../domain/report/refusals.ts'
import { overdue, type Report } from '../domain/report/report.ts'
import { mattersOfReport } from '../store/matters.ts'
import { listReports, reportsToAnswer } from '../store/reports.ts'
import { reportEnglish as say } from '../words/report-en.ts'
import { AnsweredPage, AnswerPage, PostPage, stances } from './report-forms.tsx'
import { ReportList, ReportPage, reportAddress, ToAnswerPage } from './report-pages.tsx'

const here = '/have-a-say'
const PAGE = 30

const long = (missing: string) => textField({ missing, longest: 10_000, tooLong: say.tooLong })
const postForm = defineForm({
  title: textField({ missing: say.enterTitle, longest: 200, tooLong: say.tooLong }),
  addressee: textField({ missing: say.enterAddressee, longest: 20, tooLong: say.tooLong }),
  summary: long(say.enterSummary),
  recommendations: long(say.enterRecommendations),
})

const answerForm = defineForm({
  stance: choiceField(stances, say.selectStance),
  says: long(say.enterSays),
  promise: optional(textField({ missing: '', longest: 1_000, tooLong: say.tooLong })),
  due: optional(dayField({ name: say.theDay, missing: say.enterDay })),
})

export const reportRoutes = (log: Log): readonly Route[] => [
  ...listRoutes(log),
  ...pointRoutes(log),
]

const listRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/reports',
    access: 'anyone',
    says: 'Every report, with how many of its points are answered',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/reports/new',
    access: 'person',
    says: 'Post a report, for bodies with a mandate',
    handle: (request) => asReporter(log, request, () => showPost(freshEntry())),
  },
  {
    method: 'POST',
    path: '/reports/new',
    access: 'person',
    says: 'Post a report',
    handle: (request) => asReporter(log, request, (work) => takePost(log, request, work)),
  },
  {
    method: 'GET',
    path: '/reports/to-answer',
    access: 'person',
    says: 'The reports that the body you act for is to answer',
    handle: (request) => showToAnswer(log, request),
  },
  {
    method: 'GET',
    path: '/reports/:report',
    access: 'anyone',
    says: 'A report, and the answer to each point or its silence',
    handle: (request) =>
      withReport(log, request, (id, report) => showReport(log, request, id, report, freshEntry())),
  },
]

const pointRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/reports/:report/answer/:number',
    access: 'person',
    says: 'Answer one point of a report',
    handle: (request) =>
      withReport(log, request, async (id, report) => showAnswer(request, id, report, freshEntry())),
  },
  {
    method: 'POST',
    path: '/reports/:report/answer/:number',
    access: 'person',
    says: 'Publish the answer to one point of a report',
    handle: (request) =>
      withReport(log, request, (id, report) => takeAnswer(log, request, id, report)),
  },
  {
    method: 'POST',
    path: '/reports/:report/close',
    access: 'person',
    says: 'Close a report that was answered whole',
    handle: (request) =>
      withReport(log, request, (id, report) => takeClose(log, request, id, report)),
  },
]

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })

const page = (
  title: string,
  main: Extract<PageReply, { kind: 'page' }>['main'],
  entry: FormEntry = freshEntry(),
): PageReply => {
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  const back = { href: '/reports', text: say.title }
  return { kind: 'page', title, main, here, status, back }
}

/** For whom a visitor acts; null where for nobody but themselves. */
export const workOf = (visitor: Visitor): AtWork | null => {
  if (visitor.kind !== 'person') return null
  const organisation = visitor.acting?.organisationId ?? null
  return organisation === null ? null : { person: visitor.person, organisation }
}

const todayOf = ({ now }: PageRequest): Day => dayIn(LONDON, now)

async function withReport(
  log: Log,
  { params }: PageRequest,
  then: (id: Id, report: Report) => Promise<PageReply>,
): Promise<PageReply> {
  const id = params.report
  const report = isId(id) ? await loadReport(log, id) : null
  if (!isId(id) || report?.posted == null) return refused(refuse(refusals.reportUnknown).refusal)
  return then(id, report)
}

async function asReporter(
  log: Log,
  request: PageRequest,
  then: (work: AtWork) => PageReply | Promise<PageReply>,
): Promise<PageReply> {
  const work = workOf(request.visitor)
  const mandate = work === null ? null : await mandateFor(log, work.organisation, todayOf(request))
  if (work === null || mandate === null) return refused(refuse(refusals.mandateMissing).refusal)
  if (mandate.needsParts) return refused(refuse(refusals.needsMembers).refusal)
  return then(work)
}

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { query, visitor } = request
  const number = pageFrom({ query })
  const rows = await listReports(log.db, (number - 1) * PAGE, PAGE + 1)
  const work = workOf(visitor)
  const today = todayOf(request)
  const mandate = work === null ? null : await mandateFor(log, work.organisation, today)
  const mayPost = mandate !== null && !mandate.needsParts
  const older = rows.length > PAGE ? `/reports?page=${number + 1}` : null
  const main = createElement(ReportList, { list: rows.slice(0, PAGE), today, mayPost, older })
  return { kind: 'page', title: say.title, main, here }
}

async function showToAnswer(log: Log, request: PageRequest): Promise<PageReply> {
  const work = workOf(request.visitor)
  const list = work === null ? [] : await reportsToAnswer(log.db, work.organisation)
  return page(say.toAnswer, createElement(ToAnswerPage, { list, today: todayOf(request) }))
}

const showPost = (entry: FormEntry): PageReply =>
  page(say.post, createElement(PostPage, { entry }), entry)

async function takePost(
  log: Log,
  { form, formKey }: PageRequest,
  work: AtWork,
): Promise<PageReply> {
  const read = postForm.parse(form)
  if (!read.ok) return showPost(read.entry)
  const recommendations = read.values.recommendations.split('\n')
  const done = await post(log, work, { ...read.values, recommendations, parts: null }, formKey)
  if (!done.ok) return showPost(refusedEntry(form, done.refusal, 'title'))
  return { kind: 'redirect', to: reportAddress(done.value) }
}

async function showReport(
  log: Log,
  request: PageRequest,
  id: Id,
  report: Report,
  entry: FormEntry,
): Promise<PageReply> {
  const { posted } = report
  const work = workOf(request.visitor)
  const actsFor = (organisation: string | undefined) =>
    work !== null && work.organisation === organisation
  const main = createElement(ReportPage, {
    id,
    report,
    mandate: mandateOf(posted?.mandate ?? '', todayOf(request)),
    promises: await promisesOf(log, report),
    now: request.now,
    entry,
    mayAnswer: actsFor(posted?.addressee.organisation),
    mayClose: actsFor(posted?.publisher.organisation),
    mayRefer:
      actsFor(posted?.publisher.organisation) && overdue(report, todayOf(request)).length > 0,
    matters: await mattersOfReport(log.db, id),
    language: request.language,
  })
  return page(posted?.title ?? '', main, entry)
}

/** The recommendation that an address names, where the visitor acts for whoever is to answer. */
function pointOf({ params, visitor }: PageRequest, { posted }: Report) {
  const number = /^[1-9]\d{0,2}$/.test(params.number ?? '') ? Number(params.number) : 0
  const text = posted?.recommendations[number - 1]
  const work = workOf(visitor)
  if (work === null || work.organisation !== posted?.addressee.organisation) {
    return { ok: false, refusal: refuse(refusals.notToYou).refusal } as const
  }
  if (text === undefined) return refuse(refusals.recommendationUnknown)
  return { ok: true, number, text, work } as const
}

function showAnswer(request: PageRequest, id: Id, report: Report, entry: FormEntry): PageReply {
  const point = pointOf(request, report)
  if (!point.ok) return refused(point.refusal)
  const { number, text } = point
  const given = report.answers.get(number)
  // What stands there is shown again, and never an empty form that would only be refused.
  if (given !== undefined) {
    const main = createElement(AnsweredPage, { id, number, recommendation: text, answer: given })
    return page(say.answeredTitle(number), main)
  }
  const main = createElement(AnswerPage, { id, number, recommendation: text, entry })
  return page(say.answerTitle(number), main, entry)
}

async function takeAnswer(
  log: Log,
  request: PageRequest,
  id: Id,
  report: Report,
): Promise<PageReply> {
  const point = pointOf(request, report)
  if (!point.ok) return refused(point.refusal)
  const read = answerForm.parse(request.form)
  if (!read.ok) return showAnswer(request, id, report, read.entry)
  const { stance, says, promise, due } = read.values
  if (promise !== undefined && due === undefined) {
    const errors = { due: { says: say.enterDay, at: 'due-day', whole: true } }
    return showAnswer(request, id, report, { typed: request.form, errors })
  }
  const promised = due === undefined ? null : { says: promise ?? '', due }
  const answer = { number: point.number, stance, says, promised }
  const done = await answerOne(log, point.work, id, answer, request.formKey)
  if (!done.ok) {
    return showAnswer(request, id, report, refusedEntry(request.form, done.refusal, 'says'))
  }
  return { kind: 'redirect', to: reportAddress(id) }
}

async function takeClose(
  log: Log,
  request: PageRequest,
  id: Id,
  report: Report,
): Promise<PageReply> {
  const work = workOf(request.visitor)
  if (work === null) return refused(refuse(refusals.notYours).refusal)
  const done = await close(log, work, id, request.formKey)
  if (done.ok) return { kind: 'redirect', to: reportAddress(id) }
  if (done.refusal.code !== refusals.answersMissing.code) return refused(done.refusal)
  return showReport(log, request, id, report, refusedEntry(request.form, done.refusal))
}
