// The addresses of what a person shares: the list, the purposes, what is seen, and stopping it.

import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route, typedAt } from '../../web/index.ts'
import { loadSharing } from '../actions/look.ts'
import { previewFor } from '../actions/see-shared.ts'
import { stopGrant, switchPurposes } from '../actions/share.ts'
import { switchable } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { grantsAt } from '../domain/sharing.ts'
import { shareWords } from '../words/share-words.ts'
import { namesFor, type SharingDeps } from './page-parts.ts'
import { SharePage } from './share-page.tsx'
import { SharedPage } from './shared-view.tsx'

export const ownRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share',
    access: 'person',
    says: 'What you share, with whom, and what it may be used for',
    handle: (request) => showShare(deps, request),
  },
  {
    method: 'POST',
    path: '/share/purposes',
    access: 'person',
    says: 'Turns purposes on and off',
    handle: (request) => switchThem(deps, request),
  },
  {
    method: 'GET',
    path: '/share/given/:grant/seen',
    access: 'person',
    says: 'What somebody sees of yours, just as they see it',
    handle: (request) => showSeen(deps, request),
  },
  {
    method: 'POST',
    path: '/share/given/:grant/stop',
    access: 'person',
    says: 'Stops sharing at once',
    handle: (request) => stop(deps, request),
  },
]

async function showShare({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { now, language } = request
  const say = shareWords.in(language)
  const sharing = await loadSharing(log, log.db, person)
  const holding = new Set(grantsAt(sharing, now).map(({ id }) => id as string))
  const recipients = sharing.grants.flatMap(({ to, givenBy }) => [
    to,
    { person: givenBy, organisation: null },
  ])
  const names = await namesFor(log, recipients)
  const main = createElement(SharePage, {
    viewer: person,
    sharing,
    holding,
    names,
    sources,
    say,
    language,
  })
  return { kind: 'page', title: say.share.title, main, here: '/share', welsh: 'part' }
}

async function switchThem({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const on = typedAt(request.form, 'purposes')
  const wanted = new Map(switchable.map(({ code }) => [code, on.includes(code)]))
  const done = await switchPurposes(log, person, wanted, request.formKey)
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: '/share' }
}

async function showSeen({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, name, hidesPrivate: hides = false } = personOf(request)
  const say = shareWords.in(request.language)
  const id = idFrom(request.params.grant)
  const { grants } = await loadSharing(log, log.db, person)
  const grant = grants.find((one) => one.id === id)
  const [purpose] = grant?.purposes ?? []
  if (grant === undefined || purpose === undefined) {
    return { kind: 'refused', refusal: refuse(refusals.grantUnknown).refusal }
  }
  const asked = { person, to: grant.to, purpose, adding: null, where: '/share', hides }
  const shared = await previewFor(log, sources, asked, pageFrom(request))
  // They are shown nothing, so there is nothing to preview.
  if (!shared.holds) return { kind: 'refused', refusal: refuse(refusals.grantUnknown).refusal }
  return {
    kind: 'page',
    title: say.give.check,
    main: createElement(SharedPage, { shared, sources, name, purpose, say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
  }
}

async function stop({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const grant = idFrom(request.params.grant)
  if (grant === null) return { kind: 'refused', refusal: refuse(refusals.grantUnknown).refusal }
  const done = await stopGrant(log, { person, by: person, grant, key: request.formKey })
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: '/share' }
}
