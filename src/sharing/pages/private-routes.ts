// The page on which a person leaves private things out of their own lists; it never says which.
import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { noteHidesPrivate, personOf, signedInAt } from '../../identity/index.ts'
import { type PageReply, type PageRequest, type Route, typedAt } from '../../web/index.ts'
import { hidePrivate } from '../actions/share.ts'
import { isFresh } from '../domain/decisions.ts'
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

/** What a button does: on this device alone, or on all of them, also those used later. */
const ways: Readonly<Record<string, { readonly hides: boolean; readonly everywhere: boolean }>> = {
  'hide-here': { hides: true, everywhere: false },
  'show-here': { hides: false, everywhere: false },
  hide: { hides: true, everywhere: true },
  show: { hides: false, everywhere: true },
}

async function change({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { person, session: here } = personOf(request)
  const way = ways[typedAt(request.form, 'do')[0] ?? ''] ?? ways.hide
  const since = await signedInAt(log, person, here)
  if (since === null || way === undefined) return notFresh()
  const session = way.everywhere ? null : idFrom(here)
  if (!way.hides && !isFresh(since, log.clock.now())) return notFresh()
  if (way.everywhere) {
    const all = sources.flatMap((source) => source.labels).map(({ code }) => code)
    const asked = { labels: way.hides ? all : [], signedInAt: since, key: request.formKey }
    const done = await hidePrivate(log, person, asked)
    if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  }
  await noteHidesPrivate(log, { person, session }, way.hides)
  return { kind: 'redirect', to: '/share/private' }
}

const notFresh = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.notSignedInAfresh).refusal,
})
