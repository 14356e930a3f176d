// The addresses of network meetings: called, begun, written in and ended; read by whom is let.
import { createElement } from 'react'
import { isId, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choiceField,
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
import * as meetings from '../../actions/meeting/hold-meeting.ts'
import { seeNetwork, tiedWith } from '../../actions/network/keep-network.ts'
import { mayWriteIn } from '../../actions/write-for.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { refusals } from '../../domain/meeting/refusals.ts'
import type { Member } from '../../domain/network/network-map.ts'
import { sortOf } from '../../domain/network/network-type.ts'
import { meetingWords } from '../../words/meeting-words.ts'
import {
  type At,
  aboutOf,
  backFrom,
  bothRead,
  bothWrite,
  type One as OneOf,
  ownRoute,
  pagesOfOne,
  refused,
  statusOf,
} from '../both-places.ts'
import { CallPage } from './call-page.tsx'
import { MeetingPage, MeetingsPage } from './meeting-page.tsx'

const english = meetingWords.in('en')

const names = optional(textField({ missing: '', longest: 1_000, tooLong: english.othersTooLong }))
const callForm = defineForm({
  why: textField({ missing: english.enterWhy, longest: 1_000, tooLong: english.whyTooLong }),
  crisis: choiceField(['yes', 'no'], english.selectCrisis),
  where: optional(textField({ missing: '', longest: 200, tooLong: english.whereTooLong })),
  others: names,
  team: names,
})
const noteForm = defineForm({
  what: choiceField(['note', 'reflection', 'decision'], english.selectWhat),
  says: textField({ missing: english.enterSays, longest: 2_000, tooLong: english.saysTooLong }),
})

export const meetingRoutes = (log: Log): readonly Route[] => [
  ...bothRead(
    log,
    '/meetings',
    { own: 'My network meetings', theirs: 'Network meetings that I may read' },
    (request, at) => showAll(log, request, at),
  ),
  ownRoute('GET', '/meetings/call', 'Call my network together', (request, at) =>
    showCall(log, request, at, freshEntry()),
  ),
  ownRoute('POST', '/meetings/call', 'Call my network together', (request, at) =>
    call(log, request, at),
  ),
  ...bothRead(
    log,
    '/meetings/:meeting',
    { own: 'One of my network meetings', theirs: 'One network meeting that I may read' },
    (request, at) =>
      withMeeting(log, request, at, (one) => showOne(log, request, one, freshEntry())),
  ),
  ownRoute('POST', '/meetings/:meeting/begin', 'Say that I am here and begin', (request, at) =>
    withMeeting(log, request, at, (one) => begin(log, request, one)),
  ),
  ownRoute('POST', '/meetings/:meeting/presence', 'Say who came or left', (request, at) =>
    withMeeting(log, request, at, (one) => comeOrGo(log, request, one)),
  ),
  ownRoute('POST', '/meetings/:meeting/end', 'End my meeting', (request, at) =>
    withMeeting(log, request, at, (one) => end(log, request, one)),
  ),
  ownRoute('POST', '/meetings/:meeting/let', 'Let somebody read this meeting', (request, at) =>
    withMeeting(log, request, at, (one) => letRead(log, request, one)),
  ),
  ...bothWrite(
    log,
    'POST',
    '/meetings/:meeting/note',
    { own: 'Write in my meeting', theirs: 'Write in a meeting that I am let write in' },
    (request, at) => withMeeting(log, request, at, (one) => note(log, request, one)),
  ),
]

const unknown = () => refused(refuse(refusals.meetingUnknown).refusal)
const page = ({ here }: At) => ({ here, welsh: 'part' }) as const

async function showAll(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const seen = await meetings.seeMeetings(log, at.look('/meetings'))
  if (!seen.ok) return refused(seen.refusal)
  const { language, now } = request
  const say = meetingWords.in(language)
  const { name, base } = at
  return {
    kind: 'page',
    title: name === null ? say.title : say.titleOf(name),
    main: createElement(MeetingsPage, { list: seen.value, name, base, say, language, now }),
    ...aboutOf(at),
    ...backFrom(at, language),
    ...page(at),
  }
}

async function showCall(
  log: Log,
  request: PageRequest,
  at: At,
  entry: FormEntry,
): Promise<PageReply> {
  const say = meetingWords.in(request.language)
  const tied = await tiedWith(log, at.person)
  const onMap = await fromMap(log, at)
  return {
    kind: 'page',
    title: say.callTitle,
    main: createElement(CallPage, { entry, tied, onMap, say }),
    back: { href: `${at.base}/meetings`, text: say.back },
    status: statusOf(entry),
    ...page(at),
  }
}

/** People of the map who are not joined here: for them there is only their name. */
async function fromMap(log: Log, at: At): Promise<readonly Member[]> {
  const seen = await seeNetwork(log, at.look('/meetings/call'))
  if (!seen.ok) return []
  return seen.value.members.filter(
    ({ person, kind }) => person === null && ['kin', 'friends'].includes(sortOf(kind)),
  )
}

async function call(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const read = callForm.parse(request.form)
  if (!read.ok) return showCall(log, request, at, read.entry)
  const { why, crisis, where = '', others = '', team = '' } = read.values
  const tied = await tiedWith(log, at.person)
  const chosen = typedAt(request.form, 'invited')
  const marked = typedAt(request.form, 'onMap')
  const onMap = (await fromMap(log, at)).filter(({ member }) => marked.includes(member))
  const invited = [
    ...tied
      .filter(({ person }) => chosen.includes(person))
      .map(({ person, name }) => ({ called: name, person, side: 'network' as const })),
    ...onMap.map(({ called }) => ({ called, person: null, side: 'network' as const })),
    ...linesOf(others).map((called) => ({ called, person: null, side: 'network' as const })),
    ...linesOf(team).map((called) => ({ called, person: null, side: 'team' as const })),
  ].slice(0, MOST_INVITED)
  const calling = { why, crisis: crisis === 'yes', where, invited }
  const done = await meetings.call(log, at.writing, calling, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/meetings/${done.value}` }
  return showCall(log, request, at, refusedEntry(request.form, done.refusal, 'why'))
}

const MOST_INVITED = 30
const LONGEST_NAME = 60

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_NAME))
    .filter((line) => line !== '')

type One = OneOf<Meeting>

const withMeeting = pagesOfOne<Meeting>({
  path: '/meetings',
  param: 'meeting',
  where: '/meetings/meeting',
  see: meetings.seeMeeting,
  unknown: () => unknown(),
})

async function showOne(
  log: Log,
  request: PageRequest,
  { at, kept }: One,
  entry: FormEntry,
): Promise<PageReply> {
  const { language, now } = request
  const say = meetingWords.in(language)
  const { person, name, base, writing } = at
  const own = name === null
  const readers = own ? await meetings.readersOf(log, person, kept.row.stream) : new Set<string>()
  const mayWrite = await mayWriteIn(log, log.db, person, writing, kept.row)
  const shown = { kept, readers, mayWrite, entry, name, base, say, language, now }
  return {
    kind: 'page',
    title: say.meeting,
    main: createElement(MeetingPage, shown),
    ...aboutOf(at),
    back: { href: `${base}/meetings`, text: own ? say.back : say.titleOf(name) },
    status: statusOf(entry),
    ...page(at),
  }
}

const place = ({ at, kept }: One) => ({ person: at.person, meeting: kept.row.stream })
const backTo = ({ address }: One): PageReply => ({ kind: 'redirect', to: address })

async function begin(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const there = typedAt(request.form, 'there').filter(isId)
  const { writing } = one.at
  const done = await meetings.begin(log, writing, place(one), there, request.formKey)
  return done.ok ? backTo(one) : refused(done.refusal)
}

async function comeOrGo(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const typed = typedAt(request.form, 'attendee')[0]
  if (typed !== undefined && !isId(typed)) return unknown()
  const present = typedAt(request.form, 'present')[0] === 'yes'
  const change = { attendee: typed ?? null, present }
  const { writing } = one.at
  const done = await meetings.comeOrGo(log, writing, place(one), change, request.formKey)
  return done.ok ? backTo(one) : refused(done.refusal)
}

async function end(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const done = await meetings.end(log, one.at.writing, place(one), request.formKey)
  return done.ok ? backTo(one) : refused(done.refusal)
}

async function letRead(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const attendee = typedAt(request.form, 'attendee')[0]
  if (!isId(attendee)) return backTo(one)
  const may = typedAt(request.form, 'may')[0] === 'yes'
  const done = await meetings.letRead(log, one.at.writing, { kept: one.kept, attendee, may })
  return done.ok ? backTo(one) : refused(done.refusal)
}

async function note(log: Log, request: PageRequest, one: One): Promise<PageReply> {
  const may = await mayWriteIn(log, log.db, one.at.person, one.at.writing, one.kept.row)
  if (!may) return unknown()
  const read = noteForm.parse(request.form)
  if (!read.ok) return showOne(log, request, one, read.entry)
  const { writing, person } = one.at
  const at = { person, kept: one.kept }
  const done = await meetings.note(log, writing, at, read.values, request.formKey)
  if (done.ok) return backTo(one)
  if (done.refusal.field === undefined) return refused(done.refusal)
  return showOne(log, request, one, refusedEntry(request.form, done.refusal, 'says'))
}
