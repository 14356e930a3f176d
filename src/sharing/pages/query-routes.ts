// The addresses where a person asks about a look they do not recognise, and judges the answer.
import { createElement } from 'react'
import { dueAfterMonths, idFrom, type OrganisationId, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { type PersonSays, queryLook, sayOfQuery } from '../actions/query-looks.ts'
import { seeReceipt } from '../actions/see-looks.ts'
import { seeOwnQueries, seeOwnQuery } from '../actions/see-queries.ts'
import { lookExplainedWithin } from '../domain/query/dated-rules.ts'
import { holderOfLook } from '../domain/query/decisions.ts'
import { queryRefusals } from '../domain/query/refusals.ts'
import { refusals } from '../domain/refusals.ts'
import { queryWords } from '../words/query-words.ts'
import { shareWords } from '../words/share-words.ts'
import { namesFor, type SharingDeps } from './page-parts.ts'
import { AskPage, QueriesPage, QueryPage } from './query-page.tsx'

const english = queryWords.in('en')
const text = { longest: 2_000, tooLong: english.one.tooLong }
const askForm = defineForm({ says: optional(textField({ ...text, missing: '' })) })
const sayForm = defineForm({ says: textField({ ...text, missing: english.one.enter }) })

const asked = '/looks/asked/:query'

export const queryRoutes = (deps: SharingDeps): readonly Route[] => [
  own('GET', '/looks/asked', 'The looks I asked about', (request) => showList(deps, request)),
  own('GET', asked, 'One look I asked about, and the answer', (request) =>
    showOne(deps, request, freshEntry()),
  ),
  own('GET', '/looks/:look/ask', 'Ask about a look that I do not recognise', (request) =>
    showAsk(deps, request, freshEntry()),
  ),
  own('POST', '/looks/:look/ask', 'Ask about a look that I do not recognise', (request) =>
    ask(deps, request),
  ),
  own('POST', `${asked}/more`, 'Add something to a question about a look', (request) =>
    say(deps, request, 'more'),
  ),
  own('POST', `${asked}/not-enough`, 'Say that the answer is not enough', (request) =>
    say(deps, request, 'dispute'),
  ),
  own('POST', `${asked}/enough`, 'Say that the answer is enough', (request) =>
    say(deps, request, 'settle'),
  ),
  own('POST', `${asked}/take-back`, 'Take a question about a look back', (request) =>
    say(deps, request, 'take-back'),
  ),
]

const own = (
  method: Route['method'],
  path: string,
  says: string,
  handle: Route['handle'],
): Route => ({ method, path, access: 'person', says, handle })

const refused = (
  kind: (typeof queryRefusals)['unknown'] | typeof refusals.lookUnknown,
): PageReply => ({
  kind: 'refused',
  refusal: refuse(kind).refusal,
})

const wordsFor = ({ language, now }: PageRequest) => ({
  say: queryWords.in(language),
  share: shareWords.in(language),
  language,
  now,
})

const organisationOf = (organisation: OrganisationId | null) => ({ person: null, organisation })

async function showList({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const words = wordsFor(request)
  const rows = await seeOwnQueries(log, person)
  const names = await namesFor(
    log,
    rows.map(({ holder }) => organisationOf(holder)),
  )
  return {
    kind: 'page',
    title: words.say.list.title,
    main: createElement(QueriesPage, { ...words, rows, names }),
    back: { href: '/looks', text: words.share.looks.back },
    here: '/looks',
    welsh: 'part',
  }
}

async function showAsk(
  { log }: SharingDeps,
  request: PageRequest,
  entry: FormEntry,
): Promise<PageReply> {
  const { person } = personOf(request)
  const id = idFrom(request.params.look)
  const row = id === null ? null : await seeReceipt(log, person, id)
  if (row === null) return refused(refusals.lookUnknown)
  const holder = holderOfLook(row)
  if (holder === null) return { kind: 'redirect', to: `/looks/${row.id}` }
  const words = wordsFor(request)
  const names = await namesFor(log, [{ person: row.by, organisation: holder }])
  const due = dueAfterMonths(request.now, lookExplainedWithin.value)
  return {
    kind: 'page',
    title: words.say.ask.title,
    main: createElement(AskPage, { ...words, row, viewer: person, names, entry, due }),
    back: { href: `/looks/${row.id}`, text: words.share.looks.back },
    here: '/looks',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function ask(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, name } = personOf(request)
  const read = askForm.parse(request.form)
  if (!read.ok) return showAsk(deps, request, read.entry)
  const look = idFrom(request.params.look)
  if (look === null) return refused(refusals.lookUnknown)
  const asking = { look, says: read.values.says ?? '' }
  const done = await queryLook(deps.log, { person, shownAs: name }, asking, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/looks/asked/${done.value.query}?sent=yes` }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return showAsk(deps, request, refusedEntry(request.form, done.refusal))
}

async function showOne(
  { log }: SharingDeps,
  request: PageRequest,
  entry: FormEntry,
): Promise<PageReply> {
  const { person } = personOf(request)
  const query = idFrom(request.params.query)
  if (query === null) return refused(queryRefusals.unknown)
  const found = await seeOwnQuery(log, { person, query })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const seen = found.value
  const words = wordsFor(request)
  const names = await namesFor(log, [
    { person: seen.row.by, organisation: seen.row.organisation },
    organisationOf(seen.state.holder),
  ])
  const justSent = request.query.sent === 'yes'
  const main = createElement(QueryPage, {
    ...words,
    ...{ seen, names, viewer: person, entry, justSent },
  })
  return {
    kind: 'page',
    title: words.say.one.title,
    main,
    back: { href: '/looks/asked', text: words.say.list.link },
    here: '/looks',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function say(
  deps: SharingDeps,
  request: PageRequest,
  what: PersonSays['what'],
): Promise<PageReply> {
  const { person, name } = personOf(request)
  const query = idFrom(request.params.query)
  if (query === null) return refused(queryRefusals.unknown)
  const read = what === 'more' || what === 'dispute' ? sayForm.parse(request.form) : null
  if (read?.ok === false) return showOne(deps, request, read.entry)
  const says = read?.values.says ?? ''
  const said = (what === 'more' || what === 'dispute' ? { what, says } : { what }) as PersonSays
  const asks = { person, shownAs: name }
  const done = await sayOfQuery(deps.log, asks, query, said, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/looks/asked/${query}` }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return showOne(deps, request, refusedEntry(request.form, done.refusal))
}
