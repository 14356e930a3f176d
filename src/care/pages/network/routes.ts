// The addresses of the map of a network: one's own, those one is on, and what others share.
import { createElement } from 'react'
import { type Id, isId, type PersonId, refuse } from '../../../basics/index.ts'
import { personOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../../web/index.ts'
import {
  answerOnNetwork,
  askedForName,
  keepNetwork,
  placeOnNetwork,
  seeNetwork,
  takeOffNetwork,
  tiedWith,
} from '../../actions/network/keep-network.ts'
import { ownLook } from '../../actions/see-kept.ts'
import { contacts, memberKinds, type Ring, supports } from '../../domain/network/facts.ts'
import { drawnForOthers, type Member, ownDrawn } from '../../domain/network/network-map.ts'
import { refusals } from '../../domain/network/refusals.ts'
import { networkWords } from '../../words/network-words.ts'
import { type At, aboutOf, backToCare, readRoute, refused, statusOf } from '../both-places.ts'
import { ComparePage } from './compare-page.tsx'
import { AskedPage, MemberPage } from './member-page.tsx'
import { NetworkPage } from './network-page.tsx'

const english = networkWords.in('en')
const { form: say } = english

const memberForm = defineForm({
  called: textField({ missing: say.missing, longest: 60, tooLong: say.tooLong }),
  kind: choiceField(memberKinds, say.selectKind),
  ring: choiceField(['1', '2', '3'], say.selectRing),
  support: choicesField(supports),
  contact: choiceField(contacts, say.selectContact),
  person: optional(
    textField({ missing: say.selectPerson, longest: 40, tooLong: say.selectPerson }),
  ),
})
const keepForm = defineForm({
  called: textField({ missing: english.keepMissing, longest: 60, tooLong: say.tooLong }),
})

export const networkRoutes = (log: Log): readonly Route[] => [
  {
    ...get('/care/network', 'The map of the people around me'),
    handle: (request) => showMine(log, request, freshEntry()),
  },
  {
    ...get('/care/network/add', 'Put somebody on my map'),
    handle: (request) => showMember(log, request, null, freshEntry()),
  },
  {
    ...post('/care/network/add', 'Put somebody on my map'),
    handle: (request) => add(log, request),
  },
  {
    ...get('/care/network/member/:member', 'Change how somebody stands on my map'),
    handle: (request) =>
      withMember(log, request, (one) => showMember(log, request, one, typed(one))),
  },
  {
    ...post('/care/network/member/:member', 'Change how somebody stands on my map'),
    handle: (request) => withMember(log, request, (one) => change(log, request, one)),
  },
  {
    ...post('/care/network/member/:member/off', 'Take somebody off my map'),
    handle: (request) => withMember(log, request, (one) => takeOff(log, request, one)),
  },
  { ...post('/care/network/keep', 'Keep my map as it is now'), handle: (r) => keep(log, r) },
  {
    ...get('/care/network/compare', 'Lay my map beside one that I kept'),
    handle: (request) => compare(log, request),
  },
  {
    ...get('/care/network/asked', 'The maps of others that I am on'),
    handle: (request) => showAsked(log, request),
  },
  {
    ...post('/care/network/asked/:person/:member', 'Say whether others may see my name'),
    handle: (request) => answer(log, request),
  },
  readRoute(log, '/network', 'The map of a network that is shared with me', (request, at) =>
    showShared(log, request, at),
  ),
]

const get = (path: string, says: string) =>
  ({ method: 'GET', path, access: 'person', says }) as const
const post = (path: string, says: string) =>
  ({ method: 'POST', path, access: 'person', says }) as const

const nobodyThere = () => refused(refuse(refusals.memberUnknown).refusal)

function look(request: PageRequest, where: string) {
  const { person, hidesPrivate } = personOf(request)
  return ownLook(person, where, 'read', hidesPrivate)
}

async function showMine(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const seen = await seeNetwork(log, look(request, '/care/network'))
  if (!seen.ok) return refused(seen.refusal)
  const { members, kept } = seen.value
  const { language } = request
  const words = networkWords.in(language)
  const props = { members: ownDrawn(members), kept, name: null, entry, language, say: words }
  return {
    kind: 'page',
    title: words.title,
    main: createElement(NetworkPage, props),
    ...backToCare(language),
    welsh: networkWords.welsh === 'none' ? 'part' : networkWords.welsh,
    status: statusOf(entry),
  }
}

async function showShared(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const seen = await seeNetwork(log, at.look('/network'))
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const words = networkWords.in(language)
  const name = at.name ?? ''
  const props = { kept: [], name, entry: freshEntry(), language, say: words }
  return {
    kind: 'page',
    title: words.titleOf(name),
    main: createElement(NetworkPage, { ...props, members: drawnForOthers(seen.value) }),
    ...aboutOf(at),
    back: { href: `/people/${at.person}/plan`, text: name },
    here: at.here,
    welsh: 'part',
  }
}

async function showMember(
  log: Log,
  request: PageRequest,
  one: Member | null,
  entry: FormEntry,
): Promise<PageReply> {
  const words = networkWords.in(request.language)
  const tied = await tiedWith(log, personOf(request).person)
  const action = one === null ? '/care/network/add' : `/care/network/member/${one.member}`
  const props = { entry, action, called: one?.called ?? null, tied, say: words }
  return {
    kind: 'page',
    title: one === null ? words.addTitle : words.changeTitle(one.called),
    main: createElement(MemberPage, props),
    back: { href: '/care/network', text: words.back },
    here: '/care/network',
    welsh: 'part',
    status: statusOf(entry),
  }
}

const typed = (one: Member): FormEntry =>
  freshEntry({
    called: one.called,
    kind: one.kind,
    ring: String(one.ring),
    support: one.support,
    contact: one.contact,
    person: one.person ?? '',
  })

/** One of the person's own map; somebody else's and nobody read the same. */
async function withMember(
  log: Log,
  request: PageRequest,
  show: (one: Member) => Promise<PageReply>,
): Promise<PageReply> {
  const seen = await seeNetwork(log, look(request, '/care/network/member'))
  if (!seen.ok) return refused(seen.refusal)
  const found = seen.value.members.find(({ member }) => member === request.params.member)
  return found === undefined ? nobodyThere() : show(found)
}

const add = (log: Log, request: PageRequest): Promise<PageReply> =>
  place(log, request, null, log.chance.id())

const change = (log: Log, request: PageRequest, one: Member): Promise<PageReply> =>
  place(log, request, one, one.member)

async function place(
  log: Log,
  request: PageRequest,
  one: Member | null,
  member: Id,
): Promise<PageReply> {
  const read = memberForm.parse(request.form)
  if (!read.ok) return showMember(log, request, one, read.entry)
  const { called, kind, ring, support, contact, person } = read.values
  if (person !== undefined && !isId(person)) return nobodyThere()
  const placing: Member = {
    ...{ member, called, kind, contact, support: [...support] },
    ring: Number(ring) as Ring,
    person: person ?? null,
  }
  const done = await placeOnNetwork(log, personOf(request), placing, request.formKey)
  if (done.ok) return { kind: 'redirect', to: '/care/network' }
  return showMember(log, request, one, refusedEntry(request.form, done.refusal, 'called'))
}

async function takeOff(log: Log, request: PageRequest, { member }: Member): Promise<PageReply> {
  const done = await takeOffNetwork(log, personOf(request).person, member, request.formKey)
  return done.ok ? { kind: 'redirect', to: '/care/network' } : refused(done.refusal)
}

async function keep(log: Log, request: PageRequest): Promise<PageReply> {
  const read = keepForm.parse(request.form)
  if (!read.ok) return showMine(log, request, read.entry)
  const { person } = personOf(request)
  const done = await keepNetwork(log, person, read.values.called, request.formKey)
  if (done.ok) return { kind: 'redirect', to: '/care/network' }
  return showMine(log, request, refusedEntry(request.form, done.refusal, 'called'))
}

async function compare(log: Log, request: PageRequest): Promise<PageReply> {
  const seen = await seeNetwork(log, look(request, '/care/network/compare'))
  if (!seen.ok) return refused(seen.refusal)
  const number = /^[1-9]\d{0,2}$/.test(request.query.with ?? '') ? Number(request.query.with) : 0
  const before = seen.value.kept[number - 1]
  if (before === undefined) return nobodyThere()
  const words = networkWords.in(request.language)
  return {
    kind: 'page',
    title: words.compareTitle,
    main: createElement(ComparePage, {
      called: before.called,
      before: ownDrawn(before.members),
      now: ownDrawn(seen.value.members),
      say: words,
    }),
    back: { href: '/care/network', text: words.back },
    here: '/care/network',
    welsh: 'part',
  }
}

async function showAsked(log: Log, request: PageRequest): Promise<PageReply> {
  const asked = await askedForName(log, look(request, '/care/network/asked'))
  const words = networkWords.in(request.language)
  return {
    kind: 'page',
    title: words.asked.title,
    main: createElement(AskedPage, { asked, say: words }),
    about: asked.map(({ owner }) => ({ person: owner, asked: true })),
    back: { href: '/care/network', text: words.back },
    here: '/care/network',
    welsh: 'part',
  }
}

async function answer(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, member } = request.params
  if (!isId(person) || !isId(member)) return nobodyThere()
  const shown = typedAt(request.form, 'shown')[0] === 'yes'
  const at = { owner: person as PersonId, member }
  const by = personOf(request).person
  const done = await answerOnNetwork(log, by, at, shown, request.formKey)
  return done.ok ? { kind: 'redirect', to: '/care/network/asked' } : refused(done.refusal)
}
