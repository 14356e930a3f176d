// The addresses of those who explain looks for an organisation: the list, one, its answer.
import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  choiceField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { askerOf } from '../actions/look.ts'
import { explainLook } from '../actions/query-looks.ts'
import { seeQueriesFor, seeQueryFor } from '../actions/see-queries.ts'
import { type Explainer, explainingRoles } from '../domain/query/decisions.ts'
import { queryRefusals } from '../domain/query/refusals.ts'
import { queryWords } from '../words/query-words.ts'
import { shareWords } from '../words/share-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { ExplainPage, QueryWorkPage } from './query-work-page.tsx'

const english = queryWords.in('en')
const says = textField({
  missing: english.work.enter,
  longest: 2_000,
  tooLong: english.one.tooLong,
})
const answerForm = defineForm({
  found: choiceField(['explained', 'should-not-have'] as const, english.work.selectFound),
  says,
})
const questionForm = defineForm({ asks: says })

const one = '/look-questions/:person/:query'

export const queryWorkRoutes = (deps: SharingDeps): readonly Route[] => [
  staff('GET', '/look-questions', 'Looks that wait to be explained here', (request) =>
    showWork(deps, request),
  ),
  staff('GET', one, 'One look to explain', (request) => showOne(deps, request, freshEntry())),
  staff('POST', `${one}/answer`, 'Explains a look to the person', (request) =>
    answer(deps, request),
  ),
  staff('POST', `${one}/question`, 'Asks the person something about a look', (request) =>
    question(deps, request),
  ),
]

const staff = (
  method: Route['method'],
  path: string,
  what: string,
  handle: Route['handle'],
): Route => ({ method, path, access: { roles: explainingRoles }, says: what, handle })

const unknown = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(queryRefusals.unknown).refusal,
})

/** Who explains; null where they act for no organisation. */
function explainerOf(request: PageRequest): Explainer | null {
  const { person, name, acting } = personOf(request)
  const organisation = acting?.organisationId ?? null
  if (acting === null || organisation === null) return null
  return { person, organisation, shownAs: `${name}, ${acting.organisation ?? ''}` }
}

async function showWork({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const explainer = explainerOf(request)
  if (explainer === null) return unknown()
  const { language, now } = request
  const say = queryWords.in(language)
  const rows = await seeQueriesFor(log, askerOf(request.visitor), explainer.organisation)
  const people = await namesOf(
    log.db,
    rows.map(({ person }) => person),
  )
  const justDone = request.query.done === 'yes'
  return {
    kind: 'page',
    title: say.work.title,
    main: createElement(QueryWorkPage, { rows, people, justDone, say, language, now }),
    about: rows.map(({ person }) => ({ person, asked: true })),
    here: '/look-questions',
    welsh: 'part',
  }
}

/** The question that is asked for, where it is for the asker's organisation. */
async function find({ log }: SharingDeps, request: PageRequest) {
  const explainer = explainerOf(request)
  const person = idFrom<'person'>(request.params.person)
  const query = idFrom(request.params.query)
  if (explainer === null || person === null || query === null) return null
  const asker = askerOf(request.visitor)
  const place = { person, query }
  const found = await seeQueryFor(log, asker, explainer.organisation, place)
  return found.ok ? { explainer, place, seen: found.value } : null
}

async function showOne(
  deps: SharingDeps,
  request: PageRequest,
  entry: FormEntry,
): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return unknown()
  const { explainer, place, seen } = found
  const { language, now } = request
  const say = queryWords.in(language)
  const { by } = seen.row
  const names = await namesOf(deps.log.db, by === null ? [place.person] : [place.person, by])
  const main = createElement(ExplainPage, {
    seen,
    name: names.get(place.person) ?? '',
    looker: by === null ? '' : (names.get(by) ?? ''),
    at: `/look-questions/${place.person}/${place.query}`,
    ownLook: by === explainer.person,
    share: shareWords.in(language),
    ...{ entry, say, language, now },
  })
  return {
    kind: 'page',
    title: say.work.title,
    main,
    about: [{ person: place.person, asked: true }],
    back: { href: '/look-questions', text: say.work.back },
    here: '/look-questions',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function answer(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return unknown()
  const read = answerForm.parse(request.form)
  if (!read.ok) return showOne(deps, request, read.entry)
  // What is written to the person is shown with its reading age before it goes.
  const again = readsHard(request.form, 'says')
  if (again !== null) return showOne(deps, request, again)
  const { explainer, place } = found
  const done = await explainLook(deps.log, explainer, place, read.values, request.formKey)
  if (done.ok) return { kind: 'redirect', to: '/look-questions?done=yes' }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return showOne(deps, request, refusedEntry(request.form, done.refusal))
}

async function question(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return unknown()
  const read = questionForm.parse(request.form)
  if (!read.ok) return showOne(deps, request, read.entry)
  const again = readsHard(request.form, 'asks')
  if (again !== null) return showOne(deps, request, again)
  const { explainer, place } = found
  const said = { found: null, says: read.values.asks }
  const done = await explainLook(deps.log, explainer, place, said, request.formKey)
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: `/look-questions/${place.person}/${place.query}` }
}
