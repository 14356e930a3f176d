// The addresses where a person fills in a form: one question a page, or typed in from paper.
import { createElement } from 'react'
import { dayIn, LONDON, type Result, refuse } from '../../../basics/index.ts'
import {
  type Answers,
  askableForm,
  checkAnswers,
  type Form,
  type Item,
  inEasyRead,
  inLanguage,
  opensSafetyPath,
  PaperForm,
  readAnswers,
  safetyQuestion,
  spokenIn,
} from '../../../forms/index.ts'
import type { Log } from '../../../log/index.ts'
import { needsOf } from '../../../messages/index.ts'
import {
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedDay,
} from '../../../web/index.ts'
import {
  type Answering,
  answerOwnForm,
  loadOutcomes,
} from '../../actions/outcomes/keep-outcomes.ts'
import { whoCanBeTold } from '../../actions/outcomes/reach-out.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { dropDraft, type FormDraft, keepInDraft, loadDraft } from './draft.ts'
import { CheckPage, FormStartPage, QuestionPage, TypedPage } from './form-pages.tsx'
import { howForm, onlyAsked, readTyped } from './form-reading.ts'
import {
  around,
  type Handle,
  meOf,
  type OutcomesPlace,
  ownRoute,
  refused,
  statusOf,
} from './place.ts'
import { TalkPage } from './talk-page.tsx'

const english = outcomesWords.in('en')

type OfForm = (log: Log, request: PageRequest, at: OutcomesPlace, form: Form) => Promise<PageReply>

/** With the form as it is asked today; without one, or without leave to ask it, says so. */
const withForm =
  (then: OfForm): Handle =>
  async (log, request, at) => {
    const form = await askableForm(log, request.params.form ?? '', dayIn(LONDON, request.now))
    if (!form.ok) return refused(form.refusal)
    // A form about a service belongs to nobody, and one for many visits says nothing of one.
    if (!isOwn(form.value)) return refused(refuse(refusals.formNotOwn).refusal)
    const easy = await needsEasyRead(log, at)
    return then(log, request, at, easy ? inEasyRead(form.value) : form.value)
  }

/** Whether the person wants what they are asked in easy read, as they said once for everything. */
const needsEasyRead = async (log: Log, { person }: OutcomesPlace): Promise<boolean> =>
  (await needsOf(log, person)).form === 'easy-read'

/** Whether a form is one that people fill in about themselves. */
export const isOwn = ({ preface, scoring }: Form): boolean =>
  !preface.en.includes('{about}') && scoring?.by !== 'collaborate'

export const formRoutes = (log: Log): readonly Route[] => {
  const own = (method: Route['method'], path: string, says: string, then: OfForm) =>
    ownRoute(log, method, `/forms/:form${path}`, says, withForm(then))
  return [
    own('GET', '', 'A form that I can fill in', showStart),
    own('GET', '/question', 'One question of a form', showQuestion),
    own('POST', '/question', 'Answer one question of a form', answerQuestion),
    own('GET', '/talk', 'Help at once, after an answer that may mean danger', showTalk),
    own('GET', '/check', 'Check my answers', (log, request, at, form) =>
      showCheck(log, request, at, form, freshEntry({ mode: 'screen', helped: 'nobody' })),
    ),
    own('POST', '/check', 'Keep my answers', keepChecked),
    own('GET', '/paper', 'A form to print, with my answers so far', showPaper),
    own('GET', '/typed', 'Type in what I wrote on paper', showFreshTyping),
    own('POST', '/typed', 'Keep what I wrote on paper', keepTyped),
  ]
}

const addressOf = (form: Form, end = ''): string => `/outcomes/forms/${form.code}${end}`
const titleOf = (form: Form, { language }: PageRequest) => inLanguage(form.title, language)

const showStart: OfForm = async (log, request, at, form) => {
  const draft = await loadDraft(log, request, form)
  const { schedules, counted } = await loadOutcomes(log, at.person)
  const schedule = schedules.find((one) => one.form === form.code) ?? null
  const { language } = request
  const props = { form, draft, schedule, counted: counted.includes(form.code), language }
  return {
    kind: 'page',
    title: titleOf(form, request),
    main: createElement(FormStartPage, props),
    ...around(request, at),
  }
}

const showQuestion: OfForm = async (log, request, at, form) => {
  const draft = await loadDraft(log, request, form)
  const wanted = draft.asked.find(({ id }) => id === request.query.at) ?? draft.next
  if (wanted === null) return { kind: 'redirect', to: addressOf(form, '/check') }
  return questionPage(request, at, form, draft, wanted, freshEntry(draft.typed))
}

function questionPage(
  request: PageRequest,
  at: OutcomesPlace,
  form: Form,
  draft: FormDraft,
  item: Item,
  entry: FormEntry,
): PageReply {
  const { language, query } = request
  const place = draft.asked.findIndex(({ id }) => id === item.id)
  const before = draft.asked[place - 1]
  const back = query.from === 'check' ? '/check' : before ? `/question?at=${before.id}` : ''
  const props = { form, item, place, count: draft.asked.length, entry, query, language }
  return {
    kind: 'page',
    title: inLanguage(item.says, language),
    main: createElement(QuestionPage, props),
    ...around(request, at, addressOf(form, back)),
    status: statusOf(entry),
  }
}

const answerQuestion: OfForm = async (log, request, at, form) => {
  const draft = await loadDraft(log, request, form)
  const item = draft.asked.find(({ id }) => id === request.query.at)
  if (item === undefined) return { kind: 'redirect', to: addressOf(form) }
  const checked = checkOne(form, item, request)
  if (!checked.ok) {
    const entry = refusedEntry({ ...draft.typed, ...request.form }, checked.refusal, item.id)
    return questionPage(request, at, form, draft, item, entry)
  }
  const kept = await keepInDraft(log, request, form, item)
  const place = kept.asked.findIndex(({ id }) => id === item.id)
  const next = kept.asked[place + 1]
  const on = request.query.from === 'check' || next === undefined
  // Help comes at once: before the next question, and long before any total.
  const danger = safetyQuestion(form) === item.id && opensSafetyPath(form, checked.value)
  if (danger) return { kind: 'redirect', to: addressOf(form, '/talk') }
  return { kind: 'redirect', to: addressOf(form, on ? '/check' : `/question?at=${next.id}`) }
}

/** One answer by itself, as if its form had no other question. */
function checkOne(form: Form, item: Item, { form: typed }: PageRequest): Result<Answers> {
  const { when: _, ...alone } = item
  const one = { ...form, items: [alone as Item] }
  return checkAnswers(one, readAnswers(one, typed))
}

const showTalk: OfForm = async (log, request, at, form) => {
  const draft = await loadDraft(log, request, form)
  const goOn = addressOf(form, draft.next === null ? '/check' : '/question')
  const whom = await whoCanBeTold(log, at.person)
  const entry = freshEntry()
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).talk.title,
    main: createElement(TalkPage, { goOn, toResult: false, whom, entry, sent: null, language }),
    ...around(request, at, null),
  }
}

async function showCheck(
  log: Log,
  request: PageRequest,
  at: OutcomesPlace,
  form: Form,
  entry: FormEntry,
): Promise<PageReply> {
  const draft = await loadDraft(log, request, form)
  if (draft.next !== null) return { kind: 'redirect', to: addressOf(form, '/question') }
  const last = draft.asked.at(-1)
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).forms.check,
    main: createElement(CheckPage, { form, draft, entry, language }),
    ...around(request, at, addressOf(form, `/question?at=${last?.id ?? ''}`)),
    status: statusOf(entry),
  }
}

const keepChecked: OfForm = async (log, request, at, form) => {
  const read = howForm(form).parse(request.form)
  if (!read.ok) return showCheck(log, request, at, form, read.entry)
  const draft = await loadDraft(log, request, form)
  if (draft.next !== null) return { kind: 'redirect', to: addressOf(form, '/question') }
  const on = dayIn(LONDON, request.now)
  const answers = readAnswers(form, draft.typed)
  const again = (entry: FormEntry) => showCheck(log, request, at, form, entry)
  return keep(log, request, at, form, { ...read.values, on, answers }, again)
}

async function keep(
  log: Log,
  request: PageRequest,
  at: OutcomesPlace,
  shown: Form,
  answering: Omit<Answering, 'language'>,
  again: (entry: FormEntry) => Promise<PageReply> | PageReply,
): Promise<PageReply> {
  // What is kept is of the form word for word, and in which of its words it was asked.
  const asked = await askableForm(log, shown.code, dayIn(LONDON, request.now))
  if (!asked.ok) return refused(asked.refusal)
  const form = asked.value
  const language = spokenIn(form, request.language, await needsEasyRead(log, at))
  const answers = onlyAsked(form, answering.answers)
  if (Object.keys(answers).length === 0) {
    const error = { says: english.forms.nothing, at: form.items[0]?.id ?? '', whole: true }
    return again({ typed: request.form, errors: { [error.at]: error } })
  }
  const me = meOf(request)
  const done = await answerOwnForm(
    log,
    me,
    form,
    { ...answering, answers, language },
    request.formKey,
  )
  if (!done.ok) return again(refusedEntry(request.form, done.refusal, 'mode'))
  await dropDraft(log, request, form)
  // Help before anything else: the answers come after it.
  const end = opensSafetyPath(form, answers) ? '/talk' : ''
  return { kind: 'redirect', to: `/outcomes/answers/${done.value}${end}` }
}

const showPaper: OfForm = async (log, request, at, form) => {
  const draft = await loadDraft(log, request, form)
  const answers = readAnswers(form, draft.typed)
  const { language } = request
  return {
    kind: 'page',
    title: titleOf(form, request),
    main: createElement(PaperForm, { form, language, answers }),
    ...around(request, at, addressOf(form)),
  }
}

const showFreshTyping: OfForm = async (log, request, at, form) => {
  const { typed } = await loadDraft(log, request, form)
  const today = typedDay('filled', dayIn(LONDON, request.now))
  const known = { ...today, mode: 'paper', helped: 'nobody', ...typed }
  return showTyping(request, at, form, freshEntry(known))
}

function showTyping(
  request: PageRequest,
  at: OutcomesPlace,
  form: Form,
  entry: FormEntry,
): PageReply {
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).forms.typedTitle(titleOf(form, request)),
    main: createElement(TypedPage, { form, entry, language }),
    ...around(request, at, addressOf(form)),
    status: statusOf(entry),
  }
}

const keepTyped: OfForm = async (log, request, at, form) => {
  const again = (entry: FormEntry) => showTyping(request, at, form, entry)
  const read = readTyped(form, request.form)
  if (!read.ok) return again(read.entry)
  const answers = readAnswers(form, request.form)
  return keep(log, request, at, form, { ...read.values, answers }, again)
}
