// The addresses where staff type in what somebody wrote on paper, or ask for a form again.
import { createElement } from 'react'
import { addDays, dayIn, isId, LONDON, type PersonId } from '../../../basics/index.ts'
import { askableForm, type Form, inLanguage, readAnswers } from '../../../forms/index.ts'
import { personOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { askerOf } from '../../../sharing/index.ts'
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
  type AtWork,
  askAgainFor,
  typeInFor,
  whatToKeepFor,
} from '../../actions/outcomes/keep-for.ts'
import { loadOutcomes } from '../../actions/outcomes/keep-outcomes.ts'
import { seeOutcomes } from '../../actions/outcomes/see-outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { ForFormPage, ForTypedPage } from './for-pages.tsx'
import { oftenForm, onlyAsked, readTyped } from './form-reading.ts'
import { isOwn } from './form-routes.ts'
import { around, noAnswers, type OutcomesPlace, refused, statusOf, theirPlace } from './place.ts'

const english = outcomesWords.in('en')

export const forRoutes = (log: Log): readonly Route[] => [
  forRoute(log, 'GET', '', 'A form that I type in or ask for, for somebody', showForm),
  forRoute(log, 'GET', '/typed', 'Type in what somebody wrote on paper', (_, request, found) =>
    typedPage(request, found, freshEntry(freshTyped(request))),
  ),
  forRoute(log, 'POST', '/typed', 'Keep what somebody wrote on paper', keepTyped),
  forRoute(log, 'POST', '/schedule', 'Ask somebody for a form again, or not', schedule),
]

type Found = { readonly at: OutcomesPlace; readonly worker: AtWork; readonly form: Form }
type Handle = (log: Log, request: PageRequest, found: Found) => Promise<PageReply> | PageReply

/** Only for who may keep answers for this person; to anybody else it reads as unknown. */
const forRoute = (
  log: Log,
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route => ({
  method,
  path: `/people/:person/outcomes/forms/:form${path}`,
  access: 'person',
  says,
  handle: async (request) => {
    const found = await find(log, request)
    return found === null ? noAnswers() : handle(log, request, found)
  },
})

async function find(log: Log, request: PageRequest): Promise<Found | null> {
  const id = request.params.person
  if (!isId(id) || request.visitor.kind !== 'person') return null
  const person = id as string as PersonId
  const worker = workerOf(request, person)
  const may = await whatToKeepFor(log, worker)
  if (may === null) return null
  const form = await askableForm(log, request.params.form ?? '', dayIn(LONDON, request.now))
  if (!form.ok || !isOwn(form.value) || !may(form.value)) return null
  const at = await theirPlace(log, request)
  return at === null ? null : { at, worker, form: form.value }
}

function workerOf(request: PageRequest, person: PersonId): AtWork {
  const { person: by, name, acting } = personOf(request)
  const shownAs = acting?.organisation ? `${name}, ${acting.organisation}` : name
  return { person, asker: askerOf(request.visitor), by, shownAs }
}

const showForm: Handle = async (log, request, found) => formPage(log, request, found, null)

async function formPage(
  log: Log,
  request: PageRequest,
  { at, form }: Found,
  refusal: FormEntry | null,
): Promise<PageReply> {
  // What the person chose is theirs to see: reading it is a look like any other.
  const seen = await seeOutcomes(log, at.look('/forms'))
  if (!seen.ok) return refused(seen.refusal)
  const { schedules, stopped } = await loadOutcomes(log, at.person)
  const schedule = schedules.find((one) => one.form === form.code) ?? null
  const { language } = request
  const isStopped = stopped.includes(form.code)
  const entry = refusal ?? freshEntry({ often: String(schedule?.everyWeeks ?? 'never') })
  return {
    kind: 'page',
    title: inLanguage(form.title, language),
    main: createElement(ForFormPage, { form, at, schedule, isStopped, entry, language }),
    ...around(request, at),
    status: statusOf(entry),
  }
}

const freshTyped = ({ now }: PageRequest) => ({
  ...typedDay('filled', dayIn(LONDON, now)),
  mode: 'paper',
})

function typedPage(request: PageRequest, { at, form }: Found, entry: FormEntry): PageReply {
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).forms.typedTitle(inLanguage(form.title, language)),
    main: createElement(ForTypedPage, { form, at, entry, language }),
    ...around(request, at, `${at.base}/forms/${form.code}`),
    status: statusOf(entry),
  }
}

const keepTyped: Handle = async (log, request, found) => {
  const { at, worker, form } = found
  const again = (entry: FormEntry) => typedPage(request, found, entry)
  const read = readTyped(form, request.form)
  if (!read.ok) return again(read.entry)
  const answers = onlyAsked(form, readAnswers(form, request.form))
  if (Object.keys(answers).length === 0) {
    const error = { says: english.forms.nothing, at: form.items[0]?.id ?? '', whole: true }
    return again({ typed: request.form, errors: { [error.at]: error } })
  }
  const answering = { ...read.values, answers, language: 'en' } as const
  const done = await typeInFor(log, worker, form, answering, request.formKey)
  if (!done.ok) return again(refusedEntry(request.form, done.refusal, 'mode'))
  // Danger stands first on the page of the answers, before any total.
  return { kind: 'redirect', to: `${at.base}/answers/${done.value}` }
}

const schedule: Handle = async (log, request, found) => {
  const { at, worker, form } = found
  const read = oftenForm.parse(request.form)
  if (!read.ok) return formPage(log, request, found, read.entry)
  const { often } = read.values
  const everyWeeks = Number(often)
  const from = addDays(dayIn(LONDON, request.now), 7)
  const wanted = often === 'never' ? null : { form: form.code, everyWeeks, from, until: null }
  const done = await askAgainFor(log, worker, form, wanted, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/forms/${form.code}` }
  return formPage(log, request, found, refusedEntry(request.form, done.refusal, 'often'))
}
