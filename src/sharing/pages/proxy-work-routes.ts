// The addresses of who decides about acting for others: the list, one, refused, stopped.

import { createElement } from 'react'
import { dayIn, idFrom, LONDON, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { refuseProxy, suspendProxy } from '../actions/act-for-others.ts'
import { askerOf } from '../actions/look.ts'
import { lookAtAccess, type SeenAccess, seeProxyWork } from '../actions/see-proxies.ts'
import { type Decider, mayDecide } from '../domain/proxy/decisions.ts'
import { decidingRoles } from '../domain/proxy/grants.ts'
import { refusalReasons, suspensionReasons } from '../domain/proxy/reasons.ts'
import { refusals } from '../domain/proxy/refusals.ts'
import { proxyWords } from '../words/proxy-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { namesIn } from './proxy-parts.tsx'
import { ProxyOnePage, ProxyWorkPage } from './proxy-work-page.tsx'

const english = proxyWords.in('en').one
const words = { missing: english.saysMissing, longest: 2_000, tooLong: english.tooLong }
const refusing = defineForm({
  reason: choiceField(
    refusalReasons.map(({ code }) => code),
    english.reasonMissing,
  ),
  says: textField(words),
  tells: choicesField(['proxy', 'person'] as const),
})
const suspending = defineForm({
  reason: choiceField(
    suspensionReasons.map(({ code }) => code),
    english.reasonMissing,
  ),
  says: textField(words),
})

const one = '/proxies/work/:person/:access'

export const workRoutes = (deps: SharingDeps): readonly Route[] => [
  staff('GET', '/proxies/work', 'Who asks to act for others, who does, what is due', (request) =>
    showWork(deps, request),
  ),
  staff('GET', one, 'One request to act for somebody, or one who does', (request) =>
    showOne(deps, request, freshEntry()),
  ),
  staff('POST', `${one}/refuse`, 'Refuses a request to act for somebody', (request) =>
    refuseIt(deps, request),
  ),
  staff('POST', `${one}/suspend`, 'Stops somebody who acts for another', (request) =>
    suspend(deps, request),
  ),
]

export const staff = (
  method: Route['method'],
  path: string,
  says: string,
  handle: Route['handle'],
): Route => ({ method, path, access: { roles: decidingRoles }, says, handle })

/** Who decides, as the visitor acts at this request. */
export function deciderOf(request: PageRequest): Decider {
  const { person, acting, roles } = personOf(request)
  return { by: person, organisation: acting?.organisationId ?? null, roles }
}

export const unknownProxy = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.proxyUnknown).refusal,
})

/** The access of the address, where it is one of the organisation that the visitor works at. */
export async function foundAt(
  { log }: SharingDeps,
  request: PageRequest,
): Promise<SeenAccess | null> {
  const person = idFrom<'person'>(request.params.person)
  const access = idFrom(request.params.access)
  const asker = askerOf(request.visitor)
  if (person === null || access === null || asker.organisation === null) return null
  return lookAtAccess(log, asker, { person, access }, '/proxies/work')
}

async function showWork({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const say = proxyWords.in(request.language)
  const asker = askerOf(request.visitor)
  if (asker.organisation === null) return unknownProxy()
  const page = pageFrom(request)
  const asked = { where: '/proxies/work', page }
  const work = await seeProxyWork(log, asker, asker.organisation, asked)
  const names = await namesIn(log, work.seen)
  const today = dayIn(LONDON, request.now)
  const main = createElement(ProxyWorkPage, { work, page, names, today, say })
  const people = new Set(work.seen.map(({ access }) => access.person))
  const about = [...people].map((person) => ({ person, asked: true }))
  return { kind: 'page', title: say.work.title, main, here: '/proxies/work', about }
}

async function showOne(
  deps: SharingDeps,
  request: PageRequest,
  entry: FormEntry,
): Promise<PageReply> {
  const seen = await foundAt(deps, request)
  if (seen === null) return unknownProxy()
  const { language } = request
  const say = proxyWords.in(language)
  const names = await namesIn(deps.log, [seen])
  const may = mayDecide(seen.access, deciderOf(request))
  const { sources } = deps
  const shown = { seen, names, sources, mayDecide: may, entry, say, language }
  return {
    kind: 'page',
    title: say.one.about,
    about: [{ person: seen.access.person, asked: true }],
    main: createElement(ProxyOnePage, shown),
    back: { href: '/proxies/work', text: say.work.back },
    here: '/proxies/work',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function refuseIt(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const read = refusing.parse(request.form)
  if (!read.ok) return showOne(deps, request, read.entry)
  const seen = await foundAt(deps, request)
  if (seen === null) return unknownProxy()
  const { person, id: access } = seen.access
  const at = { person, access, key: request.formKey }
  const done = await refuseProxy(deps.log, at, deciderOf(request), read.values)
  if (!done.ok) return showOne(deps, request, refusedEntry(request.form, done.refusal, 'says'))
  return { kind: 'redirect', to: '/proxies/work' }
}

async function suspend(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const read = suspending.parse(request.form)
  if (!read.ok) return showOne(deps, request, read.entry)
  const seen = await foundAt(deps, request)
  if (seen === null) return unknownProxy()
  const { person, id: access } = seen.access
  const at = { person, access, key: request.formKey }
  const { reason: why, says } = read.values
  const done = await suspendProxy(deps.log, at, deciderOf(request), { why, says })
  if (!done.ok) return showOne(deps, request, refusedEntry(request.form, done.refusal, 'says'))
  return { kind: 'redirect', to: '/proxies/work' }
}
