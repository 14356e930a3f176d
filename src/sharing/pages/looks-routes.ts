// The addresses of who looked: every look, and one look with why it was allowed.

import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../web/index.ts'
import { seeLook, seeVisit, seeVisits } from '../actions/see-looks.ts'
import { lookActs } from '../domain/grant.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { shareWords } from '../words/share-words.ts'
import { LookPage, LooksPage, VisitPage } from './looks-page.tsx'
import { namesFor, type SharingDeps } from './page-parts.ts'

const PAGE = 25

export const looksRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/looks',
    access: 'person',
    says: 'Who looked at what you keep here',
    handle: (request) => showLooks(deps, request),
  },
  {
    method: 'GET',
    path: '/looks/visits/:visit',
    access: 'person',
    says: 'Each look of one visitor on one day',
    handle: (request) => showVisit(deps, request),
  },
  {
    method: 'GET',
    path: '/looks/:look',
    access: 'person',
    says: 'One look: why they could, and what if you stop it',
    handle: (request) => showLook(deps, request),
  },
]

async function showLooks({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language, query } = request
  const say = shareWords.in(language)
  const filter = {
    own: query.own === 'yes',
    purpose: purposeNamed(query.purpose ?? '')?.code ?? null,
    act: lookActs.find((act) => act === query.act) ?? null,
    who: idFrom(query.who),
  }
  const page = pageFrom(request)
  const seen = await seeVisits(log, person, { filter, page, size: PAGE })
  const recipients = [...seen.rows, ...seen.lookers]
  const names = await namesFor(
    log,
    recipients.map(({ by, organisation }) => ({ person: by, organisation })),
  )
  const main = createElement(LooksPage, {
    ...{ seen, page, filter, names, say, language },
    viewer: person,
  })
  return { kind: 'page', title: say.looks.title, main, here: '/looks', welsh: 'part' }
}

async function showVisit({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const say = shareWords.in(request.language)
  const visit = idFrom(request.params.visit)
  if (visit === null) return { kind: 'refused', refusal: refuse(refusals.lookUnknown).refusal }
  const page = pageFrom(request)
  const found = await seeVisit(log, person, { visit, page, size: PAGE })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const names = await namesFor(
    log,
    found.value.rows.map(({ by, organisation }) => ({ person: by, organisation })),
  )
  return {
    kind: 'page',
    title: say.looks.title,
    main: createElement(VisitPage, { ...found.value, page, visit, viewer: person, names, say }),
    back: { href: '/looks', text: say.looks.back },
    here: '/looks',
    welsh: 'part',
  }
}

async function showLook({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, hidesPrivate = false } = personOf(request)
  const { language, now } = request
  const say = shareWords.in(language)
  const id = idFrom(request.params.look)
  if (id === null) return { kind: 'refused', refusal: refuse(refusals.lookUnknown).refusal }
  const found = await seeLook(log, sources, person, id, hidesPrivate)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const seen = found.value
  const recipients = [
    ...seen.grants.map(({ grant }) => grant.to),
    { person: seen.row.by, organisation: seen.row.organisation },
  ]
  const names = await namesFor(log, recipients)
  return {
    kind: 'page',
    title: say.looks.title,
    main: createElement(LookPage, { seen, viewer: person, names, sources, say, language, now }),
    back: { href: '/looks', text: say.looks.back },
    here: '/looks',
    welsh: 'part',
  }
}
