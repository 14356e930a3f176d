// The addresses of deciding: by staff of an organisation, or by the person for themselves.
import { createElement } from 'react'
import { type Id, idFrom } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../web/index.ts'
import { grantProxy } from '../actions/act-for-others.ts'
import { askerOf } from '../actions/look.ts'
import { basesFor, lookAtAccess, reviewSensitive } from '../actions/see-proxies.ts'
import type { Access } from '../domain/proxy/access.ts'
import { bases, evidenceKinds } from '../domain/proxy/bases.ts'
import type { Decider } from '../domain/proxy/decisions.ts'
import { levels } from '../domain/proxy/levels.ts'
import { proxyWords } from '../words/proxy-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { typedIn } from './proxy-ask-routes.ts'
import { DecidePage, ReviewPage } from './proxy-decide-page.tsx'
import { deciderOf, foundAt, staff, unknownProxy } from './proxy-work-routes.ts'

const english = proxyWords.in('en').decide
const test = textField({
  missing: english.testMissing,
  longest: 2_000,
  tooLong: proxyWords.in('en').one.tooLong,
})
const form = defineForm({
  basis: choiceField(
    bases.map(({ code }) => code),
    english.basisMissing,
  ),
  evidence: choiceField(
    evidenceKinds.map(({ code }) => code),
    english.evidenceMissing,
  ),
  necessary: test,
  relevant: test,
  safe: test,
  level: choiceField(
    levels.map(({ code }) => code),
    english.levelMissing,
  ),
  until: optional(dayField({ name: english.until, missing: english.until })),
})

/** What is decided about, by whom, and where its pages lie. */
type Deciding = {
  readonly access: Access
  readonly decider: Decider
  readonly base: string
  readonly own: boolean
}

type Find = (deps: SharingDeps, request: PageRequest) => Promise<Deciding | null>

const byStaff: Find = async (deps, request) => {
  const seen = await foundAt(deps, request)
  if (seen === null) return null
  const { access } = seen
  const base = `/proxies/work/${access.person}/${access.id}`
  return { access, decider: deciderOf(request), base, own: false }
}

const byPerson: Find = async ({ log }, request) => {
  const { person } = personOf(request)
  const id = idFrom(request.params.access)
  const self = { person, via: 'self', organisation: null, roles: [] } as const
  const at = id === null ? null : { person, access: id }
  const seen = at === null ? null : await lookAtAccess(log, self, at, '/proxies')
  if (seen === null) return null
  const decider = { by: person, organisation: null, roles: [] }
  return { access: seen.access, decider, base: `/proxies/${seen.access.id}`, own: true }
}

export const decideRoutes = (deps: SharingDeps): readonly Route[] =>
  ([byStaff, byPerson] as const).flatMap((find) => {
    const base = find === byStaff ? '/proxies/work/:person/:access' : '/proxies/:access'
    const route = (method: Route['method'], end: string, says: string, answer: Answer): Route => {
      const made = staff(method, `${base}${end}`, says, async (request) => {
        const deciding = await find(deps, request)
        return deciding === null ? unknownProxy() : answer(deps, request, deciding)
      })
      return find === byStaff ? made : { ...made, access: 'person' }
    }
    return [
      route('GET', '/decide', 'Decide who may act: the ground and the three tests', (...asked) =>
        show(...asked, freshEntry()),
      ),
      route('POST', '/decide', 'What is sensitive, before it is decided', review),
      route('POST', '/grant', 'Lets somebody act for a person', grant),
    ]
  })

type Answer = (deps: SharingDeps, request: PageRequest, deciding: Deciding) => Promise<PageReply>

async function show(
  { log }: SharingDeps,
  request: PageRequest,
  { access, base, own }: Deciding,
  entry: FormEntry,
): Promise<PageReply> {
  const say = proxyWords.in(request.language)
  const about = await aboutOf(log, access, request)
  const fitting = await basesFor(log, access.person)
  const before = { level: access.granted?.level ?? access.level }
  const shown = Object.keys(entry.typed).length > 0 ? entry : freshEntry(before)
  return {
    kind: 'page',
    title: say.decide.title,
    about: own ? [] : [{ person: access.person, asked: true }],
    main: createElement(DecidePage, { base, about, entry: shown, own, bases: fitting, say }),
    back: { href: own ? '/proxies' : base, text: say.one.about },
    here: own ? '/share' : '/proxies/work',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function aboutOf(
  log: SharingDeps['log'],
  { person, proxy }: Access,
  request: PageRequest,
): Promise<string> {
  const names = await namesOf(log.db, [person, proxy])
  const say = proxyWords.in(request.language).one
  return say.title(names.get(proxy) ?? '', names.get(person) ?? '')
}

/** What was typed; who decides for themselves rests on their own yes. */
const typedBy = (request: PageRequest, { own }: Deciding): FormValues =>
  own ? { ...request.form, basis: 'consent', evidence: 'said-here' } : request.form

const review: Answer = async (deps, request, deciding) => {
  const typed = typedBy(request, deciding)
  if (typedIn(request, 'change') === 'yes') {
    return show(deps, request, deciding, freshEntry(typed))
  }
  const read = form.parse(typed)
  if (!read.ok) return show(deps, request, deciding, read.entry)
  const { access, base, own } = deciding
  const { level } = read.values
  const asked = {
    person: access.person,
    visitor: own ? { ...askerOf(request.visitor), via: 'self' as const } : askerOf(request.visitor),
    purpose: own ? ('own' as const) : ('proxy-review' as const),
    act: 'read' as const,
    where: own ? '/proxies' : '/proxies/work',
  }
  const found = await reviewSensitive(deps.log, deps.sources, asked, level)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const say = proxyWords.in(request.language)
  const about = await aboutOf(deps.log, access, request)
  const { sources } = deps
  const kept = form.keep(typed)
  const shown = { base, about, level, items: found.value, sources, typed: kept, say }
  return {
    kind: 'page',
    title: say.decide.review,
    about: own ? [] : [{ person: access.person, asked: true }],
    main: createElement(ReviewPage, shown),
    back: { href: `${base}/decide`, text: say.decide.title },
    here: own ? '/share' : '/proxies/work',
  }
}

const idsAt = (request: PageRequest, name: string): Id[] =>
  typedAt(request.form, name).flatMap((text) => idFrom(text) ?? [])

const grant: Answer = async (deps, request, deciding) => {
  const typed = typedBy(request, deciding)
  const read = form.parse(typed)
  if (!read.ok) return show(deps, request, deciding, read.entry)
  const { basis, evidence, level, until = null, ...tests } = read.values
  const { access, decider, own } = deciding
  const at = { person: access.person, access: access.id, key: request.formKey }
  const done = await grantProxy(deps.log, at, decider, {
    basis,
    evidence,
    tests,
    level,
    until,
    labels: [...typedAt(request.form, 'labels')],
    letThrough: idsAt(request, 'through'),
    keptBack: idsAt(request, 'back'),
  })
  if (!done.ok) return show(deps, request, deciding, refusedEntry(typed, done.refusal, 'basis'))
  return { kind: 'redirect', to: own ? '/proxies' : '/proxies/work' }
}
