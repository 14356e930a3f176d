// The addresses of who looked: every look, and one look with why it was allowed.

import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../web/index.ts'
import { seeLook, seeLooks } from '../actions/see-looks.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { shareWords } from '../words/share-words.ts'
import { LookPage, LooksPage } from './looks-page.tsx'
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
    path: '/looks/:look',
    access: 'person',
    says: 'One look: why they could, and what if you stop it',
    handle: (request) => showLook(deps, request),
  },
]

async function showLooks({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const say = shareWords.in(request.language)
  const own = request.query.own === 'yes'
  const page = pageFrom(request)
  const purpose = purposeNamed(request.query.purpose ?? '')?.code ?? null
  const { rows, more } = await seeLooks(log, person, { own, purpose, page, size: PAGE })
  const names = await namesFor(
    log,
    rows.map(({ by, organisation }) => ({ person: by, organisation })),
  )
  const main = createElement(LooksPage, {
    rows,
    more,
    page,
    own,
    purpose,
    viewer: person,
    names,
    say,
  })
  return { kind: 'page', title: say.looks.title, main, here: '/looks' }
}

async function showLook({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language } = request
  const say = shareWords.in(language)
  const id = idFrom(request.params.look)
  if (id === null) return { kind: 'refused', refusal: refuse(refusals.lookUnknown).refusal }
  const found = await seeLook(log, sources, person, id)
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
    main: createElement(LookPage, { seen, viewer: person, names, sources, say, language }),
    back: { href: '/looks', text: say.looks.back },
    here: '/looks',
  }
}
