// The addresses of places: found and read by anyone, added by an administrator.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON, type OrganisationId, refuse } from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { freshEntry, type PageReply, type PageRequest, type Route } from '../../web/index.ts'
import { loadPlace, providersOf } from '../actions/keep-places.ts'
import { linkedOn, type Place, placeNameOn } from '../domain/place.ts'
import { linkKinds } from '../domain/place-kinds.ts'
import { refusals } from '../domain/refusals.ts'
import { searchPlaces } from '../store/places.ts'
import { addPlaceRoutes } from './add-journey.ts'
import { type Linked, PlacePage, PlaceSearch } from './place-views.tsx'
import { words } from './words.ts'

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/places',
    access: 'anyone',
    says: 'Find a service, a site, an area or a condition',
    handle: (request) => showSearch(log, request),
  },
  ...addPlaceRoutes(log),
  {
    method: 'GET',
    path: '/places/:place',
    access: 'anyone',
    says: 'One place: who answers for it, where it is, its earlier names',
    handle: (request) => showPlace(log, request),
  },
]

async function showSearch(log: Log, request: PageRequest): Promise<PageReply> {
  const { language, visitor } = request
  const name = (request.query.name ?? '').slice(0, 200)
  const found = name.trim() === '' ? null : await searchPlaces(log.db, name, null)
  const mayAdd = visitor.kind === 'person' && visitor.roles.includes('administrator')
  const entry = freshEntry({ name })
  const main = createElement(PlaceSearch, { entry, found, mayAdd, language })
  return { kind: 'page', title: words.in(language).title, main, here: '/places', welsh: 'whole' }
}

async function showPlace(log: Log, request: PageRequest): Promise<PageReply> {
  const id = request.params.place ?? ''
  const place = isId(id) ? await loadPlace(log, id) : null
  if (place === null || place.kind === null) {
    return { kind: 'refused', refusal: refuse(refusals.placeUnknown).refusal }
  }
  const { language } = request
  const today = dayIn(LONDON, request.now)
  const name = placeNameOn(place, today)
  const providers = await providersOf(log, place, today)
  const names = await organisationNames(log.db, providers)
  const nameOf = async (other: Id) => placeNameOn(await loadPlace(log, other), today)
  const linked = await linkedPlaces(place, today, nameOf)
  const { successor: next } = place
  const successor = next === null ? null : { name: await nameOf(next), href: `/places/${next}` }
  const answers = providers.map((one: OrganisationId) => names.get(one) ?? '')
  return {
    kind: 'page',
    title: name,
    main: createElement(PlacePage, { place, name, linked, answers, successor, language }),
    back: { href: '/places', text: words.in(language).back },
    here: '/places',
    welsh: 'whole',
  }
}

async function linkedPlaces(
  place: Place,
  today: Parameters<typeof linkedOn>[2],
  nameOf: (place: Id) => Promise<string>,
): Promise<Linked[]> {
  const linked: Linked[] = []
  for (const { code, to } of linkKinds) {
    if (to === 'organisation') continue
    for (const other of linkedOn(place, code, today)) {
      linked.push({ link: code, name: await nameOf(other), href: `/places/${other}` })
    }
  }
  return linked
}
