// The addresses of the records that others share with whoever asks, for care.
import { createElement } from 'react'
import { isId, type PersonId, refuse } from '../../basics/index.ts'
import { namesOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  askerOf,
  type LookRequest,
  purposeOf,
  seeThoseWhoShare,
  type WaysTo,
} from '../../sharing/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route, typedAt } from '../../web/index.ts'
import { refusals } from '../domain/refusals.ts'
import { sendFile } from './document-routes.ts'
import { PeoplePage } from './people-page.tsx'
import { type Shown, showEntry, showOverview } from './show.ts'
import { words } from './words.ts'

export const peopleRoutes = (log: Log, ways: WaysTo = () => []): readonly Route[] => [
  {
    ...get('/people', 'People who share their record with me for their care'),
    handle: (request) => showPeople(log, ways, request),
  },
  {
    method: 'POST',
    path: '/people',
    access: 'person',
    says: 'Finds somebody among those who share their record with me',
    handle: (request) => showPeople(log, ways, request),
  },
  {
    ...get('/people/:person/record', 'What is going on now in a record that is shared with me'),
    handle: (request) => withPerson(log, request, '', (at) => showOverview(log, request, at)),
  },
  {
    ...get('/people/:person/record/entry/:entry', 'One entry that is shared with me'),
    handle: (request) => withPerson(log, request, '/entry', (at) => showEntry(log, request, at)),
  },
  {
    ...get('/people/:person/record/entry/:entry/file', 'The file of an entry shared with me'),
    handle: (request) =>
      withPerson(log, request, '/entry/file', ({ look }) => sendFile(log, request, look)),
  },
]

const get = (path: string, says: string) =>
  ({ method: 'GET', path, access: 'person', says, whileActingFor: true }) as const

const LONGEST_NAME = 200

async function showPeople(log: Log, ways: WaysTo, request: PageRequest): Promise<PageReply> {
  const { language } = request
  const say = words.in(language)
  const asker = askerOf(request.visitor)
  const page = pageFrom(request)
  // Typed into a form and never in the address: it is somebody's name.
  const [typed = ''] = typedAt(request.form, 'named')
  const named = typed.trim().slice(0, LONGEST_NAME)
  const who = { only: purposeOf(asker), page, named }
  const { shared: sharing, more } = await seeThoseWhoShare(log, asker, '/people', who)
  const people = sharing.map(({ person }) => person)
  const names = await namesOf(log.db, people)
  const listed = sharing.map((one) => ({
    ...{ person: one.person, name: names.get(one.person) ?? '' },
    ways: ways(one, language),
  }))
  const main = createElement(PeoplePage, { people: listed, page, more, named, language })
  const about = people.map((person) => ({ person }))
  return { kind: 'page', title: say.people, main, about, here: '/people', welsh: 'part' }
}

/** Somebody who is not there, and somebody who shares nothing, read the same. */
export async function withPerson(
  log: Log,
  request: PageRequest,
  page: string,
  show: (at: Shown) => Promise<PageReply>,
  act: LookRequest['act'] = 'read',
): Promise<PageReply> {
  const id = request.params.person
  if (!isId(id)) return { kind: 'refused', refusal: refuse(refusals.entryUnknown).refusal }
  const person = id as PersonId
  const names = await namesOf(log.db, [person])
  const visitor = askerOf(request.visitor)
  const where = `/people/record${page}`
  return show({
    look: { person, visitor, purpose: purposeOf(visitor), act, where },
    base: `/people/${person}/record`,
    name: names.get(person) ?? '',
    here: '/people',
  })
}
