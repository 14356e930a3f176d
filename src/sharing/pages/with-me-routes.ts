// The addresses of those who are given something: what is shared with me, and emergencies.
import { createElement } from 'react'
import { idFrom, parseNhsNumber, refuse } from '../../basics/index.ts'
import { findByNhsNumber, namesOf, personOf } from '../../identity/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { findExactly } from '../actions/ask-to-share.ts'
import { askerOf } from '../actions/look.ts'
import { seeShared } from '../actions/see-shared.ts'
import { seeEmergencies, seeThoseWhoShare } from '../actions/see-those-who-share.ts'
import { openEmergency } from '../actions/share.ts'
import { emergencyRoles } from '../domain/decisions.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { explainingRoles } from '../domain/query/decisions.ts'
import { refusals } from '../domain/refusals.ts'
import { shareWords } from '../words/share-words.ts'
import { mayAsk } from './ask-routes.ts'
import { meetingRoles } from './gaps-routes.ts'
import type { SharingDeps } from './page-parts.ts'
import { SharedPage } from './shared-view.tsx'
import { EmergenciesPage, EmergencyPage, WithMePage } from './with-me-page.tsx'

const english = shareWords.in('en').emergency
const mayCheck = ['information-officer']

export const withMeRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/with-me',
    access: 'person',
    says: 'Who shares something with you',
    handle: (request) => showWithMe(deps, request),
  },
  {
    method: 'GET',
    path: '/share/with-me/:person/:purpose',
    access: 'person',
    says: 'What somebody shares with you',
    handle: (request) => showShared(deps, request),
  },
  {
    method: 'GET',
    path: '/share/emergency',
    access: { roles: emergencyRoles },
    says: 'Ask to open what somebody keeps, in an emergency',
    handle: (request) => showEmergency(request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/share/emergency',
    access: { roles: emergencyRoles },
    says: 'Opens what somebody keeps, in an emergency, and tells them',
    handle: (request) => open(deps, request),
  },
  {
    method: 'GET',
    path: '/share/emergencies',
    access: { roles: mayCheck },
    says: 'What was opened in emergencies, for who checks it',
    handle: (request) => showEmergencies(deps, request),
  },
]

async function showWithMe({ log, ways }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { roles } = personOf(request)
  const say = shareWords.in(request.language)
  const page = pageFrom(request)
  const who = { page, named: '' }
  const asker = askerOf(request.visitor)
  const { shared, more } = await seeThoseWhoShare(log, asker, '/share/with-me', who)
  const people = await namesOf(
    log.db,
    shared.map(({ person }) => person),
  )
  const mayOpen = roles.some((role) => emergencyRoles.includes(role))
  const checks = roles.some((role) => mayCheck.includes(role))
  const asks = roles.some((role) => mayAsk.includes(role))
  const explains = roles.some((role) => explainingRoles.includes(role))
  const meets = roles.some((role) => meetingRoles.includes(role))
  const may = { mayOpen, mayCheck: checks, mayAsk: asks, explains, meets }
  const main = createElement(WithMePage, {
    shared: shared.map((one) => ({
      ...one,
      ways: one.purpose === 'direct-care' ? (ways?.(one, request.language) ?? []) : [],
    })),
    ...{ page, more, people, ...may, say },
  })
  const about = shared.map(({ person }) => ({ person }))
  return { kind: 'page', title: say.withMe.title, main, about, here: '/share' }
}

const nothing = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.nothingShared).refusal,
})

async function showShared({ log, sources }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const person = idFrom<'person'>(request.params.person)
  const purpose = purposeNamed(request.params.purpose ?? '')?.code
  if (person === null || purpose === undefined) return nothing()
  const visitor = askerOf(request.visitor)
  const asking = { person, visitor, purpose, act: 'read', where: '/share/with-me' } as const
  const seen = await seeShared(log, sources, asking, pageFrom(request))
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const name = (await namesOf(log.db, [person])).get(person) ?? ''
  return {
    kind: 'page',
    title: say.seen.title(name),
    main: createElement(SharedPage, { shared: seen.value, sources, name, purpose, say }),
    about: [{ person }],
    back: { href: '/share/with-me', text: say.withMe.back },
    here: '/share',
  }
}

const form = defineForm({
  number: textField({
    missing: english.numberMissing,
    longest: 20,
    tooLong: english.numberMissing,
  }),
  born: dayField({ name: english.born, missing: english.bornMissing }),
  reason: textField({
    missing: english.reasonMissing,
    longest: 2_000,
    tooLong: english.tooLong,
  }),
})

async function showEmergency(request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const say = shareWords.in(request.language)
  return {
    kind: 'page',
    title: say.emergency.title,
    main: createElement(EmergencyPage, { entry, say }),
    back: { href: '/share/with-me', text: say.withMe.back },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function open(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const read = form.parse(request.form)
  if (!read.ok) return showEmergency(request, read.entry)
  const { number, born, reason } = read.values
  const parsed = parseNhsNumber(number)
  const found = parsed.ok ? await findByNhsNumber(deps.log.db, parsed.value) : null
  const person = await findExactly(deps.log, found, born)
  if (person === null) {
    const { refusal } = refuse(refusals.nobodyFound, {}, 'number')
    return showEmergency(request, refusedEntry(request.form, refusal))
  }
  const asker = askerOf(request.visitor)
  const done = await openEmergency(deps.log, { person, asker, reason, key: request.formKey })
  if (!done.ok) return showEmergency(request, refusedEntry(request.form, done.refusal, 'reason'))
  return { kind: 'redirect', to: `/share/with-me/${person}/direct-care` }
}

async function showEmergencies({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const asker = askerOf(request.visitor)
  if (asker.organisation === null) return nothing()
  const page = pageFrom(request)
  const asked = { where: '/share/emergencies', page }
  const { seen, more } = await seeEmergencies(log, asker, asker.organisation, asked)
  const ids = seen.flatMap(({ person, opened }) => [person, opened.to.person ?? person])
  const names = await namesOf(log.db, ids)
  const listed = seen.map(({ person, grant, at, opened }) => ({
    id: grant,
    who: opened.to.person === null ? '' : (names.get(opened.to.person) ?? ''),
    whose: names.get(person) ?? '',
    at,
    endsAt: opened.endsAt,
    reason: opened.emergency ?? '',
  }))
  return {
    kind: 'page',
    title: say.emergencies.title,
    main: createElement(EmergenciesPage, { listed, page, more, say }),
    back: { href: '/share/with-me', text: say.withMe.back },
    here: '/share',
  }
}
