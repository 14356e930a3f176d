// The addresses of the Friends and Family Test: asked by anyone, read in full by the service alone.
import { createElement } from 'react'
import { type Day, dayIn, isId, LONDON, refuse } from '../../basics/index.ts'
import { type Form, loadFilled, neverAskedAfter, readAnswers } from '../../forms/index.ts'
import { policyNamed } from '../../gate/index.ts'
import type { Log } from '../../log/index.ts'
import { searchPlaces } from '../../places/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  formatMonth,
  freshEntry,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
} from '../../web/index.ts'
import {
  isItsStaff,
  publishedMonths,
  replyToService,
  type TestedService,
  testedService,
  testOn,
} from '../actions/reply-to-service.ts'
import { refusals } from '../domain/refusals.ts'
import { figuresOf, lastDayOf, monthBefore } from '../domain/reply-figures.ts'
import { countReturn, listComments } from '../store/replies.ts'
import { replyEnglish as say } from '../words/reply-en.ts'
import { FiguresPage, FindService, QuestionPage, replyAddress, ThanksPage } from './reply-pages.tsx'
import { returnCsv } from './reply-return.ts'
import {
  type Comment,
  CommentsPage,
  DoNotAskPage,
  helpers,
  NOTHING_STOPS,
  TypeInPage,
} from './reply-staff-pages.tsx'

const here = '/have-a-say'
const at = '/friends-and-family/:service'
const PAGE = 50

type Handler = (request: PageRequest, service: TestedService, form: Form) => Promise<PageReply>

export const replyRoutes = (log: Log): readonly Route[] => {
  /** What can be asked on this day about this service; anything else reads as not there. */
  const open = (then: Handler) => async (request: PageRequest) => {
    const today = dayIn(LONDON, request.now)
    const id = request.params.service
    const service = isId(id) ? await testedService(log, id, today) : null
    const form = testOn(today)
    return service === null || form === null ? notThere : then(request, service, form)
  }
  const forStaff = (then: Handler) =>
    open(async (request, service, form) =>
      isItsStaff(request.visitor, service) ? then(request, service, form) : notYours,
    )
  const whileOpen = (then: Handler) =>
    open(async (request, service, form) =>
      service.isOpen ? then(request, service, form) : notThere,
    )
  return [...openRoutes(log, open, whileOpen), ...staffRoutes(log, forStaff)]
}

type Opened = (then: Handler) => Route['handle']

const route = (
  method: Route['method'],
  path: string,
  access: 'anyone' | 'person',
  says: string,
  handle: Route['handle'],
): Route => ({ method, path, access, says, handle })

const openRoutes = (log: Log, open: Opened, whileOpen: Opened): readonly Route[] => [
  route('GET', '/friends-and-family', 'anyone', 'Find a service to say how it was', (request) =>
    find(log, request),
  ),
  route('GET', at, 'anyone', 'The Friends and Family Test of a service', whileOpen(showQuestion)),
  route(
    'POST',
    at,
    'anyone',
    'Answer the Friends and Family Test',
    whileOpen((...all) => answer(log, ...all)),
  ),
  route('GET', `${at}/thanks`, 'anyone', 'What happens with the answer', open(showThanks)),
  route(
    'GET',
    `${at}/figures`,
    'anyone',
    'What people answered, month by month',
    open((_, service) => showFigures(log, service)),
  ),
]

const staffRoutes = (log: Log, forStaff: Opened): readonly Route[] => [
  route(
    'GET',
    `${at}/comments`,
    'person',
    'What people wrote, for those who run the service',
    forStaff((request, service, form) => showComments(log, request, service, form)),
  ),
  route(
    'GET',
    `${at}/typed`,
    'person',
    'Type in an answer from paper or the telephone',
    forStaff(async (_, service, form) => showTyping(service, form, freshEntry())),
  ),
  route(
    'POST',
    `${at}/typed`,
    'person',
    'Keep an answer from paper or the telephone',
    forStaff((request, service, form) => typeIn(log, request, service, form)),
  ),
  route(
    'GET',
    `${at}/return`,
    'person',
    'The counts of last month for the return, as CSV',
    forStaff((request, service) => giveReturn(log, request, service)),
  ),
]

const notThere: PageReply = { kind: 'refused', refusal: refuse(refusals.serviceNotThere).refusal }

const notYours: PageReply = { kind: 'refused', refusal: refuse(refusals.serviceNotYours).refusal }

const page = (title: string, main: Extract<PageReply, { kind: 'page' }>['main']): PageReply => ({
  kind: 'page',
  title,
  main,
  here,
})

async function find(log: Log, { query }: PageRequest): Promise<PageReply> {
  const name = (query.name ?? '').slice(0, 200)
  const found = name.trim() === '' ? null : await searchPlaces(log.db, name, 'service')
  return page(say.title, createElement(FindService, { entry: freshEntry({ name }), found }))
}

const showQuestion: Handler = async ({ query }, service, form) =>
  asking(service, form, freshEntry(), query.words === 'easy')

function asking(service: TestedService, form: Form, entry: FormEntry, easy: boolean): PageReply {
  const main = createElement(QuestionPage, { service, form, entry, easy })
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  return { kind: 'page', title: say.title, main, here, status }
}

async function answer(
  log: Log,
  { form: typed, query, now, formKey, draftOwner }: PageRequest,
  service: TestedService,
  form: Form,
): Promise<PageReply> {
  const easy = query.words === 'easy'
  const done = await replyToService(log, {
    service: service.id,
    answers: readAnswers(form, typed),
    language: easy ? 'easy' : 'en',
    mode: 'online',
    helped: 'nobody',
    on: dayIn(LONDON, now),
    typedBy: null,
    browser: draftOwner,
    key: formKey,
  })
  if (!done.ok) return asking(service, form, refusedEntry(typed, done.refusal), easy)
  return { kind: 'redirect', to: `${replyAddress(service)}/thanks` }
}

const showThanks: Handler = async (_, service) =>
  page(say.thanks, createElement(ThanksPage, { service }))

async function showFigures(log: Log, service: TestedService): Promise<PageReply> {
  const months = (await publishedMonths(log, service.id)).map(figuresOf)
  const nameOf = (month: string) => formatMonth(`${month}-01` as Day, 'en')
  const { hideUpTo = 0 } = policyNamed('four-and-exact') ?? {}
  const main = createElement(FiguresPage, { service, months, nameOf, hideUpTo })
  return page(say.figuresOf(service.name), main)
}

async function showComments(
  log: Log,
  { query }: PageRequest,
  service: TestedService,
  form: Form,
): Promise<PageReply> {
  const number = pageFrom({ query })
  const rows = await listComments(log.db, service.id, (number - 1) * PAGE, PAGE + 1)
  const comments: Comment[] = []
  for (const row of rows.slice(0, PAGE)) {
    const { filled } = await loadFilled(log, row.owner, row.stream)
    const { why, publish } = filled?.answers ?? {}
    const question = form.items.find(({ id }) => id === 'experience')
    const choices = question !== undefined && 'choices' in question ? question.choices : []
    const answered = choices.find(({ value }) => value === row.answer)?.says.en ?? row.answer
    comments.push({ ...row, wrote: String(why ?? ''), answered, mayPublish: publish === 'yes' })
  }
  const older = rows.length > PAGE ? `${replyAddress(service)}/comments?page=${number + 1}` : null
  return page(say.comments, createElement(CommentsPage, { service, comments, older }))
}

function showTyping(service: TestedService, form: Form, entry: FormEntry): PageReply {
  const main = createElement(TypeInPage, { service, form, entry })
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  const back = { href: `${replyAddress(service)}/comments`, text: say.comments }
  return { kind: 'page', title: say.typeIn, main, here, status, back }
}

const typingForm = (form: Form) =>
  defineForm({
    mode: choiceField(
      form.modes.map(({ code }) => code),
      say.selectMode,
    ),
    on: dayField({ name: say.theDay, missing: say.enterDay }),
    helped: choiceField(helpers, say.selectHelped),
  })

const stopForm = defineForm({
  stop: choiceField([NOTHING_STOPS, ...neverAskedAfter.map(({ code }) => code)], say.selectStop),
})

async function typeIn(
  log: Log,
  request: PageRequest,
  service: TestedService,
  form: Form,
): Promise<PageReply> {
  const { form: typed, visitor, formKey } = request
  const stop = stopForm.parse(typed)
  // Nothing of it is kept where the question is not asked.
  if (stop.ok && stop.values.stop !== NOTHING_STOPS) {
    return page(say.doNotAsk, createElement(DoNotAskPage, { service }))
  }
  const read = typingForm(form).parse(typed)
  if (!stop.ok || !read.ok) {
    return showTyping(service, form, {
      typed,
      errors: { ...stop.entry.errors, ...read.entry.errors },
    })
  }
  const { mode, on, helped } = read.values
  const wording = testOn(on) ?? form
  const done = await replyToService(log, {
    service: service.id,
    answers: readAnswers(wording, typed),
    language: 'en',
    mode,
    helped,
    on,
    typedBy: visitor.kind === 'person' ? visitor.person : null,
    browser: null,
    key: formKey,
  })
  if (!done.ok) return showTyping(service, form, refusedEntry(typed, done.refusal))
  return { kind: 'redirect', to: `${replyAddress(service)}/comments` }
}

async function giveReturn(
  log: Log,
  { now }: PageRequest,
  service: TestedService,
): Promise<PageReply> {
  const month = monthBefore(dayIn(LONDON, now))
  const rows = await countReturn(log.db, service.id, `${month}-01` as Day, lastDayOf(month))
  const body = returnCsv(month, testOn(lastDayOf(month)), rows)
  return { kind: 'download', name: `return-${month}.csv`, type: 'text/csv; charset=utf-8', body }
}
