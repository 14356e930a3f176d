// The addresses of making an access less: by staff who decide about it, or by the person.
import { createElement } from 'react'
import { idFrom } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import {
  choiceField,
  choicesField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
} from '../../web/index.ts'
import { alterProxy } from '../actions/act-for-others.ts'
import { findAccess, type SeenAccess } from '../actions/see-proxies.ts'
import { type Decider, mayDecide } from '../domain/proxy/decisions.ts'
import { levels, protectedLabels } from '../domain/proxy/levels.ts'
import { refusals } from '../domain/proxy/refusals.ts'
import { proxyWords } from '../words/proxy-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { AlterPage } from './proxy-alter-page.tsx'
import { deciderOf, foundAt, staff, unknownProxy } from './proxy-work-routes.ts'

const english = proxyWords.in('en')
const form = defineForm({
  level: choiceField(
    levels.map(({ code }) => code),
    english.decide.levelMissing,
  ),
  labels: choicesField(protectedLabels),
  until: optional(dayField({ name: english.alter.untilName, missing: english.alter.dayMissing })),
})

type Altering = {
  readonly seen: SeenAccess
  readonly decider: Decider
  /** The address of what is altered, and where one is led afterwards. */
  readonly base: string
  readonly home: string
}
type Find = (deps: SharingDeps, request: PageRequest) => Promise<Altering | null>

const byStaff: Find = async (deps, request) => {
  const seen = await foundAt(deps, request)
  if (seen === null) return null
  const base = `/proxies/work/${seen.access.person}/${seen.access.id}`
  return { seen, decider: deciderOf(request), base, home: base }
}

const byPerson: Find = async ({ log }, request) => {
  const { person } = personOf(request)
  const id = idFrom(request.params.access)
  const seen = id === null ? null : await findAccess(log, person, id, 'any')
  if (seen === null) return null
  const decider = { by: person, organisation: null, roles: [] }
  return { seen, decider, base: `/proxies/${seen.access.id}`, home: '/proxies' }
}

export const alterRoutes = (deps: SharingDeps): readonly Route[] => {
  const says = 'Make less of what somebody may do who acts for another'
  const answers = [
    ['GET', (request: PageRequest, find: Find) => show(deps, request, find, freshEntry())],
    ['POST', (request: PageRequest, find: Find) => alter(deps, request, find)],
  ] as const
  return answers.flatMap(([method, answer]) => [
    staff(method, '/proxies/work/:person/:access/alter', says, (request) =>
      answer(request, byStaff),
    ),
    {
      method,
      path: '/proxies/:access/alter',
      access: 'person',
      says,
      handle: (request: PageRequest) => answer(request, byPerson),
    },
  ])
}

async function show(
  deps: SharingDeps,
  request: PageRequest,
  find: Find,
  entry: FormEntry,
): Promise<PageReply> {
  const found = await find(deps, request)
  if (found === null) return unknownProxy()
  const { seen, decider, base, home } = found
  const { access, standing } = seen
  const own = decider.by === access.person
  const { granted } = access
  if (granted === null || standing.is !== 'holds' || (!own && !mayDecide(access, decider))) {
    return { kind: 'redirect', to: home }
  }
  const say = proxyWords.in(request.language)
  const names = await namesOf(deps.log.db, [access.person, access.proxy])
  const [year = '', month = '', day = ''] = granted.until?.split('-') ?? []
  const known = {
    level: granted.level,
    labels: granted.labels,
    'until-day': day,
    'until-month': month,
    'until-year': year,
  }
  const main = createElement(AlterPage, {
    ...{ base, granted, sources: deps.sources, say },
    about: say.one.title(names.get(access.proxy) ?? '', names.get(access.person) ?? ''),
    entry: Object.keys(entry.typed).length > 0 ? entry : freshEntry(known),
  })
  return {
    kind: 'page',
    title: say.alter.title,
    main,
    about: own ? [] : [{ person: access.person, asked: true }],
    back: { href: home, text: own ? say.own.title : say.one.about },
    here: own ? '/share' : '/proxies/work',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function alter(deps: SharingDeps, request: PageRequest, find: Find): Promise<PageReply> {
  const read = form.parse(request.form)
  if (!read.ok) return show(deps, request, find, read.entry)
  const found = await find(deps, request)
  if (found === null) return unknownProxy()
  const { access } = found.seen
  const { granted } = access
  if (granted === null) return { kind: 'redirect', to: found.home }
  const { level, labels, until = null } = read.values
  const { letThrough, keptBack } = granted
  const reach = { level, labels: [...labels], until, letThrough, keptBack }
  const at = { person: access.person, access: access.id, key: request.formKey }
  const done = await alterProxy(deps.log, at, found.decider, reach)
  if (done.ok) return { kind: 'redirect', to: found.home }
  const isField = done.refusal.field !== undefined || done.refusal.code === refusals.onlyLess.code
  if (!isField) return { kind: 'refused', refusal: done.refusal }
  return show(deps, request, find, refusedEntry(request.form, done.refusal, 'level'))
}
