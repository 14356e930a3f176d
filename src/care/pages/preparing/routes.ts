// The addresses of visits: prepared by the person, and by those with whom they are shared.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON, type Refusal, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { readsHard } from '../../../messages/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import * as visits from '../../actions/preparing/prepare-visit.ts'
import { mayWriteIn } from '../../actions/write-for.ts'
import { refusals } from '../../domain/preparing/refusals.ts'
import { questionsOf, type Visit } from '../../domain/preparing/visit.ts'
import { preparingWords } from '../../words/preparing-words.ts'
import {
  type At,
  aboutOf,
  backFrom,
  bothRead,
  bothWrite,
  type One as OneOf,
  ownRoute,
  pagesOfOne,
  refused,
  statusOf,
  writeRoute,
} from '../both-places.ts'
import { AddVisitPage, AnswerPage, PointsForm, PreparePage } from './visit-forms.tsx'
import { VisitPage, VisitsPage } from './visit-page.tsx'

const english = preparingWords.in('en')
const { tooLong, questionTooLong } = english

const addForm = defineForm({
  withWhom: textField({
    missing: english.enterWithWhom,
    longest: 200,
    tooLong: english.withWhomTooLong,
  }),
  day: dayField({ name: english.theDay, missing: english.enterDay }),
})
const text = optional(textField({ missing: '', longest: 2_000, tooLong }))
const question = optional(textField({ missing: '', longest: 500, tooLong: questionTooLong }))
const prepareForm = defineForm({
  matters: text,
  worries: text,
  question1: question,
  question2: question,
  question3: question,
})
const pointsForm = defineForm({
  says: textField({ missing: english.enterPoints, longest: 2_000, tooLong }),
})
const answerForm = defineForm({
  says: textField({ missing: english.enterAnswer, longest: 2_000, tooLong }),
})

export const preparingRoutes = (log: Log): readonly Route[] => [
  ...bothRead(
    log,
    '/visits',
    { own: 'My visits and what I want from them', theirs: 'Visits that are shared with me' },
    (request, at) => showAll(log, request, at),
  ),
  ownRoute('GET', '/visits/add', 'Add a visit that lies ahead', (request, at) =>
    showAdd(request, at, freshEntry()),
  ),
  ownRoute('POST', '/visits/add', 'Add a visit that lies ahead', (request, at) =>
    add(log, request, at),
  ),
  ...bothRead(
    log,
    '/visits/:appointment',
    { own: 'One visit, with both agendas', theirs: 'One visit that is shared with me' },
    (request, at) => withVisit(log, request, at, (one) => showOne(log, request, one, freshEntry())),
  ),
  ownRoute('GET', '/visits/:appointment/prepare', 'Write what I want from a visit', (request, at) =>
    withVisit(log, request, at, (one) => showPrepare(request, one, typedOf(one.kept.state))),
  ),
  ownRoute(
    'POST',
    '/visits/:appointment/prepare',
    'Write what I want from a visit',
    (request, at) => withVisit(log, request, at, (one) => prepare(log, request, one)),
  ),
  ownRoute('POST', '/visits/:appointment/held', 'Say that a visit took place', (request, at) =>
    withVisit(log, request, at, (one) => hold(log, request, one)),
  ),
  writeRoute(
    log,
    'POST',
    '/visits/:appointment/points',
    'Write my side of a visit',
    (request, at) => withVisit(log, request, at, (one) => setPoints(log, request, one)),
  ),
  ...bothWrite(
    log,
    'GET',
    '/visits/:appointment/answer/:question',
    { own: 'Write down an answer I was given', theirs: 'Answer a question of somebody’s' },
    (request, at) =>
      withVisit(log, request, at, (one) => showAnswer(log, request, one, freshEntry())),
  ),
  ...bothWrite(
    log,
    'POST',
    '/visits/:appointment/answer/:question',
    { own: 'Write down an answer I was given', theirs: 'Answer a question of somebody’s' },
    (request, at) => withVisit(log, request, at, (one) => answer(log, request, one)),
  ),
]

const said = (refusal: ReturnType<typeof refuse>) => refused(refusal.refusal)
const welsh = 'part' as const

async function showAll(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const seen = await visits.seeVisits(log, at.look('/visits'))
  if (!seen.ok) return refused(seen.refusal)
  const own = at.name === null
  const waiting = own ? await visits.seeWaiting(log, at.look('/visits')) : null
  if (waiting?.ok === false) return refused(waiting.refusal)
  const { language } = request
  const say = preparingWords.in(language)
  const { base, name } = at
  const props = { visits: seen.value, waiting: waiting?.value ?? [], name, base, say, language }
  return {
    kind: 'page',
    title: name === null ? say.title : say.titleOf(name),
    main: createElement(VisitsPage, props),
    ...aboutOf(at),
    ...backFrom(at, language),
    here: at.here,
    welsh,
  }
}

function showAdd(request: PageRequest, { base, here }: At, entry: FormEntry) {
  const say = preparingWords.in(request.language)
  return Promise.resolve<PageReply>({
    kind: 'page',
    title: say.addTitle,
    main: createElement(AddVisitPage, { entry, action: `${base}/visits/add`, say }),
    back: { href: `${base}/visits`, text: say.back },
    here,
    welsh,
    status: statusOf(entry),
  })
}

async function add(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const read = addForm.parse(request.form)
  if (!read.ok) return showAdd(request, at, read.entry)
  const look = at.look('/visits/add')
  const done = await visits.foresee(log, at.writing, read.values, request.formKey, look)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/visits/${done.value}` }
  return showAdd(request, at, refusedEntry(request.form, done.refusal, 'withWhom'))
}

type One = OneOf<Visit>

const unknownVisit = () => said(refuse(refusals.visitUnknown))

const withVisit = pagesOfOne<Visit>({
  path: '/visits',
  param: 'appointment',
  where: '/visits/visit',
  see: visits.seeVisit,
  unknown: unknownVisit,
})

async function showOne(
  log: Log,
  request: PageRequest,
  { at, kept, address }: One,
  entry: FormEntry,
): Promise<PageReply> {
  const { language } = request
  const say = preparingWords.in(language)
  const { name, base } = at
  const may = await mayWrite(log, { at, kept, address })
  const points = createElement(PointsForm, { entry, action: `${address}/points`, say })
  const today = dayIn(LONDON, request.now)
  return {
    kind: 'page',
    title: kept.row.title,
    main: createElement(VisitPage, {
      ...{ kept, name, base, mayWrite: may, today, points, say, language },
    }),
    ...aboutOf(at),
    back: { href: `${base}/visits`, text: name === null ? say.back : say.titleOf(name) },
    here: at.here,
    welsh,
    status: statusOf(entry),
  }
}

const typedOf = ({ prepared }: Visit): FormEntry => {
  const [one, two, three] = prepared?.questions ?? []
  return freshEntry({
    matters: prepared?.matters ?? '',
    worries: prepared?.worries ?? '',
    question1: one?.says ?? '',
    question2: two?.says ?? '',
    question3: three?.says ?? '',
  })
}

function showPrepare(request: PageRequest, { address, at }: One, entry: FormEntry) {
  const say = preparingWords.in(request.language)
  return Promise.resolve<PageReply>({
    kind: 'page',
    title: say.prepareTitle,
    main: createElement(PreparePage, { entry, action: `${address}/prepare`, say }),
    back: { href: address, text: say.backToVisit },
    here: at.here,
    welsh,
    status: statusOf(entry),
  })
}

async function prepare(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const read = prepareForm.parse(request.form)
  if (!read.ok) return showPrepare(request, one, read.entry)
  const { matters = '', worries = '', question1, question2, question3 } = read.values
  const questions = [question1, question2, question3].filter((asked) => asked !== undefined)
  const wish = { matters, worries, questions }
  const { writing } = one.at
  const done = await visits.prepare(log, writing, one.kept.row.stream, wish, request.formKey)
  if (done.ok) return { kind: 'redirect', to: one.address }
  return showPrepare(request, one, refusedEntry(request.form, done.refusal, 'matters'))
}

async function hold(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const done = await visits.hold(log, one.at.writing, one.kept.row.stream, request.formKey)
  return done.ok ? { kind: 'redirect', to: one.address } : refused(done.refusal)
}

async function setPoints(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  if (!(await mayWrite(log, one))) return unknownVisit()
  const read = pointsForm.parse(request.form)
  const again = read.ok ? readsHard(request.form, 'says') : read.entry
  if (!read.ok || again !== null) return showOne(log, request, one, again ?? freshEntry())
  const place = { person: one.at.person, kept: one.kept }
  const { says } = read.values
  const done = await visits.setPoints(log, one.at.writing, place, says, request.formKey)
  return done.ok
    ? { kind: 'redirect', to: one.address }
    : refusedAt(log, request, one, done.refusal)
}

/** Who may read a visit and not write in it is told the same as where there is none. */
const mayWrite = (log: Log, { at, kept }: One) =>
  mayWriteIn(log, log.db, at.person, at.writing, kept.row)

const refusedAt = (log: Log, request: PageRequest, one: One, refusal: Refusal) =>
  refusal.field === undefined
    ? Promise.resolve(refused(refusal))
    : showOne(log, request, one, refusedEntry(request.form, refusal, 'says'))

async function showAnswer(
  log: Log,
  request: PageRequest,
  one: One,
  entry: FormEntry,
): Promise<PageReply> {
  const { at, kept, address } = one
  const asked = questionsOf(kept.state).find((each) => each.question === request.params.question)
  if (asked === undefined || !(await mayWrite(log, one)))
    return said(refuse(refusals.questionUnknown))
  const say = preparingWords.in(request.language)
  const action = `${address}/answer/${asked.question}`
  return {
    kind: 'page',
    title: say.answerTitle,
    main: createElement(AnswerPage, { entry, action, say, question: asked.says }),
    ...aboutOf(at),
    back: { href: address, text: say.backToVisit },
    here: at.here,
    welsh,
    status: statusOf(entry),
  }
}

async function answer(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const id = request.params.question
  if (!isId(id) || !(await mayWrite(log, one))) return said(refuse(refusals.questionUnknown))
  const read = answerForm.parse(request.form)
  const own = one.at.name === null
  const again = read.ok ? (own ? null : readsHard(request.form, 'says')) : read.entry
  if (!read.ok || again !== null) return showAnswer(log, request, one, again ?? freshEntry())
  const place = { person: one.at.person, kept: one.kept }
  const given = { question: id as Id, says: read.values.says }
  const done = await visits.answer(log, one.at.writing, place, given, request.formKey)
  return done.ok ? { kind: 'redirect', to: one.address } : refused(done.refusal)
}
