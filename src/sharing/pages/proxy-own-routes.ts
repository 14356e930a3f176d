// The addresses of those who act for a person: seen, answered, stopped; and acting for somebody.

import { createElement } from 'react'
import { type Id, idFrom, type Result, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../web/index.ts'
import { answerProxy, giveUpProxy, stopProxy } from '../actions/act-for-others.ts'
import { askerOf } from '../actions/look.ts'
import {
  beginActingFor,
  findAccess,
  mayActFor,
  previewOfProxy,
  seeActedFor,
  seeOwnProxies,
  stopActingFor,
} from '../actions/see-proxies.ts'
import { seeShared } from '../actions/see-shared.ts'
import { refusals } from '../domain/proxy/refusals.ts'
import { proxyWords } from '../words/proxy-words.ts'
import { shareWords } from '../words/share-words.ts'
import { ActingPage } from './acting-page.tsx'
import type { SharingDeps } from './page-parts.ts'
import { typedIn } from './proxy-ask-routes.ts'
import { OwnProxiesPage } from './proxy-own-page.tsx'
import { namesIn } from './proxy-parts.tsx'
import { SharedPage } from './shared-view.tsx'

const own = (
  method: Route['method'],
  path: string,
  says: string,
  handle: Route['handle'],
): Route => ({ method, path, access: 'person', says, handle })

export const ownProxyRoutes = (deps: SharingDeps): readonly Route[] => [
  own('GET', '/proxies', 'Who acts for you, and for whom you act', (request) =>
    showOwn(deps, request),
  ),
  own('GET', '/proxies/:access/seen', 'What somebody who acts for you sees', (request) =>
    showSeen(deps, request),
  ),
  own('POST', '/proxies/:access/stop', 'Stops somebody who acts for you, at once', (request) =>
    stop(deps, request),
  ),
  own('POST', '/proxies/with/:person/:access/answer', 'Says yes or no to acting', (request) =>
    answer(deps, request),
  ),
  own('POST', '/proxies/with/:person/:access/give-up', 'Gives up acting for somebody', (request) =>
    giveUp(deps, request),
  ),
  own('POST', '/acting/:person', 'Acts for somebody from here on', (request) =>
    begin(deps, request),
  ),
  {
    ...own('GET', '/acting', 'Whom you act for now, and what you can do', (request) =>
      showActing(deps, request),
    ),
    whileActingFor: true,
  },
  {
    ...own('GET', '/acting/everything', 'All that you can see of whom you act for', (request) =>
      showEverything(deps, request),
    ),
    whileActingFor: true,
  },
  {
    ...own('POST', '/acting/stop', 'Acts for oneself again', (request) =>
      stopActing(deps, request),
    ),
    whileActingFor: true,
  },
]

const unknown = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.proxyUnknown).refusal,
})

async function showOwn({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language } = request
  const say = proxyWords.in(language)
  const mine = await seeOwnProxies(log, person)
  const theirs = await seeActedFor(log, person)
  const names = await namesIn(log, [...mine, ...theirs])
  const main = createElement(OwnProxiesPage, { mine, theirs, names, sources, say, language })
  return {
    kind: 'page',
    title: say.own.title,
    main,
    back: { href: '/share', text: shareWords.in(language).share.title },
    here: '/share',
  }
}

async function showSeen({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, name, hidesPrivate: hides = false } = personOf(request)
  const access = idFrom(request.params.access)
  const found = access === null ? null : await findAccess(log, person, access, 'any')
  if (found === null) return unknown()
  const say = shareWords.in(request.language)
  const asked = { reach: null, where: '/proxies', page: pageFrom(request), hides }
  const shared = await previewOfProxy(log, sources, found.access, asked)
  return {
    kind: 'page',
    title: say.give.check,
    main: createElement(SharedPage, { shared, sources, name, purpose: 'own', say }),
    back: { href: '/proxies', text: proxyWords.in(request.language).own.title },
    here: '/share',
  }
}

const backTo = (done: Result<Id>, to = '/proxies'): PageReply =>
  done.ok ? { kind: 'redirect', to } : { kind: 'refused', refusal: done.refusal }

async function stop({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const access = idFrom(request.params.access)
  if (access === null) return unknown()
  return backTo(await stopProxy(log, { person, access, key: request.formKey }))
}

/** Whose access, and which, as the address says. */
function placeFrom(request: PageRequest) {
  const person = idFrom<'person'>(request.params.person)
  const access = idFrom(request.params.access)
  return person === null || access === null ? null : { person, access, key: request.formKey }
}

async function answer({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const at = placeFrom(request)
  if (at === null) return unknown()
  const yes = typedIn(request, 'answer') === 'yes'
  return backTo(await answerProxy(log, at, personOf(request).person, yes))
}

async function giveUp({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const at = placeFrom(request)
  if (at === null) return unknown()
  return backTo(await giveUpProxy(log, at, personOf(request).person))
}

const sessionOf = (request: PageRequest) => {
  const { person, session } = personOf(request)
  return { person, session: session as Id }
}

async function begin({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const person = idFrom<'person'>(request.params.person)
  if (person === null) return unknown()
  const begun = await beginActingFor(log, sessionOf(request), person)
  if (!begun.ok) return { kind: 'refused', refusal: begun.refusal }
  return { kind: 'redirect', to: '/acting' }
}

async function stopActing({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  await stopActingFor(log, sessionOf(request))
  return { kind: 'redirect', to: '/proxies' }
}

async function showActing({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, actingFor = null } = personOf(request)
  if (actingFor === null) return { kind: 'redirect', to: '/proxies' }
  const may = await mayActFor(log, person, actingFor.person)
  const say = proxyWords.in(request.language)
  const { name } = actingFor
  const main = createElement(ActingPage, { person: actingFor.person, name, may, say })
  return { kind: 'page', title: say.acting.title(name), main, here: '/acting' }
}

/** In one list, as the person sees it before and while somebody acts for them. */
async function showEverything(
  { log, sources }: SharingDeps,
  request: PageRequest,
): Promise<PageReply> {
  const { actingFor = null } = personOf(request)
  if (actingFor === null) return unknown()
  const { person, name } = actingFor
  const visitor = askerOf(request.visitor)
  const where = '/acting/everything'
  const asking = { person, visitor, purpose: 'own', act: 'read', where } as const
  const seen = await seeShared(log, sources, asking, pageFrom(request))
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const say = shareWords.in(request.language)
  return {
    kind: 'page',
    title: say.seen.title(name),
    main: createElement(SharedPage, { shared: seen.value, sources, name, purpose: 'own', say }),
    about: [{ person }],
    back: { href: '/acting', text: proxyWords.in(request.language).acting.title(name) },
    here: '/acting',
  }
}
