// The addresses of promising something to a person who shares with one's role.
import { createElement } from 'react'
import { idFrom, refuse } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { askerOf } from '../actions/look.ts'
import { mayPromise, promiseTo } from '../actions/promise-to.ts'
import { refusals } from '../domain/refusals.ts'
import { promiseWords } from '../words/promise-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { PromiseToPage } from './promise-page.tsx'

const english = promiseWords.in('en')
const form = defineForm({
  says: textField({ missing: english.sayMissing, longest: 2_000, tooLong: english.tooLong }),
  due: dayField({ name: english.dayName, missing: english.dayMissing }),
})

const path = '/people/:person/promise'

export const promiseToRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path,
    access: 'person',
    says: 'Promise something to somebody who shares with your role',
    handle: (request) => show(deps, request, freshEntry()),
  },
  {
    method: 'POST',
    path,
    access: 'person',
    says: 'Makes a promise for your organisation',
    handle: (request) => make(deps, request),
  },
]

/** To whom, where the visitor sees anything of theirs at work; else it reads as nobody. */
async function find({ log }: SharingDeps, request: PageRequest) {
  const person = idFrom<'person'>(request.params.person)
  const visitor = askerOf(request.visitor)
  if (person === null || visitor.organisation === null) return null
  const may = await mayPromise(log, visitor, person)
  return may.ok ? { person, organisation: visitor.organisation } : null
}

const nothing = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.nothingShared).refusal,
})

async function show(deps: SharingDeps, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return nothing()
  const { person } = found
  const say = promiseWords.in(request.language)
  const name = (await namesOf(deps.log.db, [person])).get(person) ?? ''
  const at = `/people/${person}/promise`
  return {
    kind: 'page',
    title: say.title(name),
    main: createElement(PromiseToPage, { entry, at, name, say }),
    about: [{ person }],
    back: { href: `/people/${person}/record` },
    here: '/people',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function make(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return nothing()
  const read = form.parse(request.form)
  if (!read.ok) return show(deps, request, read.entry)
  const again = readsHard(request.form, 'says')
  if (again !== null) return show(deps, request, again)
  const { person: by, name, acting } = personOf(request)
  const { person, organisation } = found
  const shownAs = acting?.organisation ? `${name}, ${acting.organisation}` : name
  const promised = { by, organisation, shownAs, ...read.values }
  const done = await promiseTo(deps.log, person, promised, request.formKey ?? request.reference)
  if (done.ok) return { kind: 'redirect', to: `/promises/${done.value}` }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return show(deps, request, refusedEntry(request.form, done.refusal))
}
