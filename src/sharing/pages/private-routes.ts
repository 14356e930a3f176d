// The page on which a person leaves private things out of their own lists; it never says which.
import { createElement } from 'react'
import { refuse } from '../../basics/index.ts'
import { personOf, signedInAt } from '../../identity/index.ts'
import { type PageReply, type PageRequest, type Route, typedAt } from '../../web/index.ts'
import { hidePrivate } from '../actions/share.ts'
import { refusals } from '../domain/refusals.ts'
import { shareWords } from '../words/share-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { PrivatePage } from './private-page.tsx'

export const privateRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/private',
    access: 'person',
    says: 'Leave private things out of your own lists, or show them again',
    handle: async (request) => show(request),
  },
  {
    method: 'POST',
    path: '/share/private',
    access: 'person',
    says: 'Leaves private things out of your own lists, or shows them again',
    handle: (request) => change(deps, request),
  },
]

function show(request: PageRequest): PageReply {
  const say = shareWords.in(request.language)
  return {
    kind: 'page',
    title: say.private.title,
    main: createElement(PrivatePage, { say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
  }
}

async function change({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, session } = personOf(request)
  const show = typedAt(request.form, 'do')[0] === 'show'
  const labels = show ? [] : sources.flatMap((source) => source.labels).map(({ code }) => code)
  const since = await signedInAt(log, person, session)
  if (since === null)
    return { kind: 'refused', refusal: refuse(refusals.notSignedInAfresh).refusal }
  const asked = { labels, signedInAt: since, key: request.formKey }
  const done = await hidePrivate(log, person, asked)
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: '/share/private' }
}
