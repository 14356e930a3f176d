// The addresses where answers and outcomes are seen: one's own, and those that others share.
import { createElement } from 'react'
import { addDays, dayIn, isId, LONDON } from '../../../basics/index.ts'
import {
  askableForm,
  type Form,
  formOn,
  forms,
  loadedCodes,
  responseOf,
} from '../../../forms/index.ts'
import type { Log } from '../../../log/index.ts'
import { askerOf } from '../../../sharing/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedAt,
} from '../../../web/index.ts'
import { whatToKeepFor } from '../../actions/outcomes/keep-for.ts'
import {
  agreeToOwnCounting,
  endOwnSchedule,
  loadOutcomes,
  scheduleOwnForm,
} from '../../actions/outcomes/keep-outcomes.ts'
import { askToGetInTouch, whoCanBeTold } from '../../actions/outcomes/reach-out.ts'
import { seeFilled, seeOutcomes } from '../../actions/outcomes/see-outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { oftenForm } from './form-reading.ts'
import { isOwn } from './form-routes.ts'
import { OverPage } from './over-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import {
  around,
  bothRoutes,
  type Handle,
  meOf,
  noAnswers,
  type OutcomesPlace,
  ownRoute,
  refused,
  statusOf,
} from './place.ts'
import { ResultPage } from './result-page.tsx'
import { TalkPage } from './talk-page.tsx'

const english = outcomesWords.in('en')

export const seenRoutes = (log: Log): readonly Route[] => [
  ...bothRoutes(log, '', ['How I am doing', 'How somebody is doing who shares it'], showOverview),
  ...bothRoutes(
    log,
    '/answers/:answer',
    ['What I answered', 'What somebody answered who shares it'],
    showResult,
  ),
  ...bothRoutes(
    log,
    '/forms/:form/over-time',
    ['A form over time', 'A form of somebody over time'],
    showOver,
  ),
  ownRoute(log, 'GET', '/answers/:answer/talk', 'Help at once, before any total', showTalk),
  ownRoute(
    log,
    'GET',
    '/answers/:answer/response',
    'What I answered, as a FHIR QuestionnaireResponse',
    giveResponse,
  ),
  ownRoute(log, 'POST', '/talk', 'Ask somebody to get in touch with me', askSomebody),
  ownRoute(log, 'POST', '/forms/:form/schedule', 'Be asked again, or not any more', schedule),
  ownRoute(log, 'POST', '/forms/:form/counting', 'Let my answers be counted, or not', count),
]

/** The forms that people can fill in about themselves today, wherever they came from. */
export async function ownForms(log: Log, request: PageRequest): Promise<readonly Form[]> {
  const today = dayIn(LONDON, request.now)
  const codes = [...new Set(forms.map(({ code }) => code))]
  const built = codes.map((code) => formOn(code, today)).filter((one) => one !== null)
  const loaded: Form[] = []
  for (const code of await loadedCodes(log.db)) {
    const form = await askableForm(log, code, today)
    if (form.ok) loaded.push(form.value)
  }
  return [...built, ...loaded].filter(isOwn)
}

const showOverview: Handle = async (log, request, at) => {
  const seen = await seeOutcomes(log, at.look(''))
  if (!seen.ok) return refused(seen.refusal)
  const own = at.name === null
  const all = await ownForms(log, request)
  const worker = { person: at.person, asker: askerOf(request.visitor) }
  const mayKeep = own ? () => true : await whatToKeepFor(log, worker)
  const list = all.filter((form) => mayKeep?.(form))
  const schedules = own ? (await loadOutcomes(log, at.person)).schedules : []
  const { language } = request
  const say = outcomesWords.in(language)
  const props = { seen: seen.value, at, forms: list, schedules, language }
  return {
    kind: 'page',
    title: own ? say.title : say.titleOf(at.name ?? ''),
    main: createElement(OverviewPage, props),
    ...around(request, at, own ? null : '/people'),
  }
}

async function filledAt(
  log: Log,
  { params }: PageRequest,
  at: OutcomesPlace,
  where: string,
  act?: 'export',
) {
  const id = params.answer
  const seen = isId(id) ? await seeFilled(log, at.look(where, act), id) : null
  return seen?.ok ? seen.value : null
}

const showResult: Handle = async (log, request, at) => {
  const seen = await filledAt(log, request, at, '/answers')
  if (seen === null) return noAnswers()
  const { language } = request
  return {
    kind: 'page',
    title: seen.kept.title,
    main: createElement(ResultPage, { seen, at, language }),
    ...around(request, at),
  }
}

const showTalk: Handle = async (log, request, at) => {
  const seen = await filledAt(log, request, at, '/answers/talk')
  // Help is there at once also where the answers are left out of what this device shows.
  const goOn = seen === null ? '/outcomes' : `/outcomes/answers/${seen.kept.id}`
  return talkPage(log, request, at, goOn, freshEntry(), null)
}

async function talkPage(
  log: Log,
  request: PageRequest,
  at: OutcomesPlace,
  goOn: string,
  entry: FormEntry,
  sent: string | null,
): Promise<PageReply> {
  const whom = await whoCanBeTold(log, at.person)
  const { language } = request
  const toResult = goOn.startsWith('/outcomes/answers/')
  return {
    kind: 'page',
    title: outcomesWords.in(language).talk.title,
    main: createElement(TalkPage, { goOn, toResult, whom, entry, sent, language }),
    ...around(request, at, null),
    status: statusOf(entry),
  }
}

const giveResponse: Handle = async (log, request, at) => {
  const seen = await filledAt(log, request, at, '/answers/response', 'export')
  if (seen === null || seen.form === null) return noAnswers()
  const { kept, answers, language, form } = seen
  const filled = { answers, on: kept.on, language, at: kept.at }
  const response = responseOf(form, filled, `Patient/${at.person}`)
  const body = `${JSON.stringify(response, null, 2)}\n`
  return { kind: 'data', type: 'application/fhir+json; charset=utf-8', body }
}

const showOver: Handle = async (log, request, at) => {
  const code = request.params.form ?? ''
  const seen = await seeOutcomes(log, at.look('/forms/over-time'))
  if (!seen.ok) return refused(seen.refusal)
  const answers = seen.value.answers.filter(({ form }) => form === code)
  const form = await askableForm(log, code, dayIn(LONDON, request.now))
  const title = answers[0]?.title ?? (form.ok ? form.value.title.en : null)
  if (title === null || (at.name !== null && answers.length === 0)) return noAnswers()
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).over.title(title),
    main: createElement(OverPage, { title, answers, at, language }),
    ...around(request, at, at.name === null ? `/outcomes/forms/${code}` : at.base),
  }
}

const whomForm = defineForm({
  whom: {
    parts: [''],
    read: (typed) => {
      const [value = ''] = typed('')
      return value === ''
        ? { ok: false, says: english.talk.selectWhom }
        : { ok: true, value: value.slice(0, 40) }
    },
  },
})

/** Only a page of these: where the form came from says where to go on. */
const onward = ({ form }: PageRequest): string => {
  const [then = ''] = typedAt(form, 'then')
  return /^\/outcomes\/[a-z0-9/-]{1,120}$/.test(then) ? then : '/outcomes'
}

const askSomebody: Handle = async (log, request, at) => {
  const goOn = onward(request)
  const read = whomForm.parse(request.form)
  if (!read.ok) return talkPage(log, request, at, goOn, read.entry, null)
  const done = await askToGetInTouch(log, meOf(request), read.values.whom, request.formKey)
  if (done.ok) return talkPage(log, request, at, goOn, freshEntry(), done.value)
  return talkPage(log, request, at, goOn, refusedEntry(request.form, done.refusal, 'whom'), null)
}

const schedule: Handle = async (log, request) => {
  const code = request.params.form ?? ''
  const today = dayIn(LONDON, request.now)
  const form = await askableForm(log, code, today)
  if (!form.ok) return refused(form.refusal)
  const read = oftenForm.parse(request.form)
  const me = meOf(request)
  if (read.ok && read.values.often === 'never') {
    await endOwnSchedule(log, me, code, request.formKey)
  } else if (read.ok) {
    const everyWeeks = Number(read.values.often)
    const from = addDays(today, 7 * everyWeeks)
    await scheduleOwnForm(log, me, { form: code, everyWeeks, from, until: null }, request.formKey)
  }
  return { kind: 'redirect', to: `/outcomes/forms/${code}` }
}

const count: Handle = async (log, request) => {
  const code = request.params.form ?? ''
  const form = await askableForm(log, code, dayIn(LONDON, request.now))
  if (!form.ok) return refused(form.refusal)
  const agreed = typedAt(request.form, 'agreed')[0] === 'yes'
  await agreeToOwnCounting(log, meOf(request), code, agreed, request.formKey)
  return { kind: 'redirect', to: `/outcomes/forms/${code}` }
}
