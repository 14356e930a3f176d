// The addresses of places: found and read by anyone, added by an administrator.
import { createElement } from 'react'
import { dayIn, type Id, LONDON, type OrganisationId, refuse } from '../../basics/index.ts'
import { organisationNames } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
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
import { addPlace, loadPlace, providersOf } from '../actions/keep-places.ts'
import { linkedOn, type Place, placeNameOn } from '../domain/place.ts'
import { linkKinds, placeKinds } from '../domain/place-kinds.ts'
import { refusals } from '../domain/refusals.ts'
import { searchPlaces } from '../store/places.ts'
import { AddPlace, type Linked, PlacePage, PlaceSearch } from './place-views.tsx'
import { words } from './words.ts'

const english = words.in('en')
const longest = { longest: 200, tooLong: english.tooLong }

const addForm = defineForm({
  kind: choiceField(
    placeKinds.map(({ code }) => code),
    english.selectKind,
  ),
  name: textField({ missing: english.enterName, ...longest }),
  code: optional(textField({ missing: '', ...longest })),
  from: dayField({ name: english.theDay, missing: english.enterDay }),
})

const administrators = { roles: ['administrator'] } as const

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/places',
    access: 'anyone',
    says: 'Find a service, a site, an area or a condition',
    handle: (request) => showSearch(log, request),
  },
  {
    method: 'GET',
    path: '/places/add',
    access: administrators,
    says: 'Add a place',
    handle: async (request) => showAdd(request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/places/add',
    access: administrators,
    says: 'Add a place',
    handle: (request) => add(log, request),
  },
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
  return { kind: 'page', title: words.in(language).title, main, here: '/places', welsh: 'part' }
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
    welsh: 'part',
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

function showAdd(request: PageRequest, entry: FormEntry): PageReply {
  const { language } = request
  return {
    kind: 'page',
    title: words.in(language).add,
    main: createElement(AddPlace, { entry, language }),
    back: { href: '/places', text: words.in(language).back },
    here: '/places',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function add(log: Log, request: PageRequest): Promise<PageReply> {
  const read = addForm.parse(request.form)
  if (!read.ok) return showAdd(request, read.entry)
  if (request.visitor.kind !== 'person') throw new TypeError('Only administrators come here')
  const actor = { by: request.visitor.person, onBehalfOf: null }
  const opening = { ...read.values, code: read.values.code ?? null }
  const done = await addPlace(log, { actor, key: request.formKey, ...opening })
  if (!done.ok) return showAdd(request, refusedEntry(request.form, done.refusal))
  return { kind: 'redirect', to: `/places/${done.value}` }
}

const isId = (text: string): text is Id => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
