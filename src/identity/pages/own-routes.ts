// The addresses of a person's own details, devices and recovery codes, and of the first code.
import { createElement } from 'react'
import { addDays, type Id, idFrom, type OrganisationId, type PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import {
  becomeFirstAdministrator,
  hasAdministrator,
} from '../actions/become-first-administrator.ts'
import { actAs, endOtherSessions, endSession } from '../actions/end-session.ts'
import { roleName } from '../actions/find-visitor.ts'
import { makeRecoveryCodes } from '../actions/recover.ts'
import { acceptTie, declineTie, endTie } from '../actions/tie-people.ts'
import type { Role } from '../domain/bonds.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import { rolesOn } from '../domain/roles.ts'
import { otherOf, tieStanding } from '../domain/ties.ts'
import { countRecoveryCodes } from '../store/one-time-codes.ts'
import { organisationNames } from '../store/organisations.ts'
import { loadPerson, namesOf } from '../store/people.ts'
import { endSessionsOf, sessionsOf } from '../store/sessions.ts'
import { ownWords } from '../words/own-words.ts'
import { tieWords } from '../words/tie-words.ts'
import { DevicesPage, RecoveryPage } from './devices-page.tsx'
import { EndPage } from './end-pages.tsx'
import { FirstAdministratorPage } from './first-administrator-page.tsx'
import { MePage, type RoleShown } from './me-page.tsx'
import {
  actorOf,
  type IdentityDeps,
  type PersonVisitor,
  personOf,
  typedText,
} from './room-parts.ts'

const words = ownWords.in('en')

export function ownRoutes({ log }: IdentityDeps): readonly Route[] {
  const own = (method: Route['method'], path: string, says: string, handle: Route['handle']) =>
    ({ method, path, access: 'person', says, handle }) as const
  return [
    own('GET', '/me', 'Your own details, people and roles', (request) => showMe(log, request)),
    own('GET', '/me/ties/:tie', 'Asks once more before a tie is ended', (request) =>
      askToEndTie(log, request),
    ),
    own('POST', '/me/ties/:tie', 'Accepts, declines or ends a tie', (request) =>
      answerTie(log, request),
    ),
    own('POST', '/me/acting', 'Chooses the role to act in', (request) => chooseRole(log, request)),
    own('GET', '/me/devices', 'Where you are signed in', (request) => showDevices(log, request)),
    own('POST', '/me/devices', 'Signs out on a device', (request) => endDevices(log, request)),
    own('GET', '/me/recovery', 'Your recovery codes', async (request) => {
      const left = await countRecoveryCodes(log.db, personOf(request).person)
      return recoveryPage(left, null)
    }),
    own('POST', '/me/recovery', 'Makes recovery codes and shows them once', async (request) => {
      const codes = await makeRecoveryCodes(log, personOf(request).person)
      return recoveryPage(codes.length, codes)
    }),
    {
      ...own('GET', '/first-administrator', 'Enter the code that serve printed', async () =>
        firstPage(log, freshEntry()),
      ),
      access: 'anyone',
    },
    {
      ...own('POST', '/first-administrator', 'Makes the first administrator', (request) =>
        takeFirst(log, request),
      ),
      access: 'anyone',
    },
  ]
}

const sessionOf = ({ person, session }: PersonVisitor) => ({ person, session: session as Id })

async function showMe(log: Log, request: PageRequest): Promise<PageReply> {
  const visitor = personOf(request)
  const { state } = await loadPerson(log, log.db, visitor.person)
  const who = state.putRight.flatMap(({ by }) => (by === null ? [] : [by as PersonId]))
  const others = [...state.ties.map((tie) => otherOf(tie, visitor.person)), ...who]
  const main = createElement(MePage, {
    self: visitor.person,
    person: state,
    names: await namesOf(log.db, others),
    roles: await rolesShown(log, visitor, rolesOn(state, today(request.now))),
    day: today(request.now),
    language: request.language,
    words: words.me,
    tieWords: tieWords.in(request.language),
  })
  return { kind: 'page', title: words.me.title, main, here: '/me' }
}

async function rolesShown(
  log: Log,
  visitor: PersonVisitor,
  held: readonly Role[],
): Promise<readonly RoleShown[]> {
  const places = held.flatMap(({ organisation }) => organisation ?? [])
  const names = await organisationNames(log.db, places)
  const nameAt = (organisation: OrganisationId | null) =>
    organisation === null ? null : (names.get(organisation) ?? null)
  return held.map(({ role, what, organisation, until }) => {
    const at = nameAt(organisation)
    const acting = visitor.acting?.role === roleName(what) && visitor.acting.organisation === at
    return { role, text: at === null ? roleName(what) : `${roleName(what)}, ${at}`, until, acting }
  })
}

async function askToEndTie(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { state } = await loadPerson(log, log.db, person)
  const tie = state.ties.find((one) => one.tie === request.params.tie)
  if (tie === undefined) return { kind: 'refused', refusal: refusals.tieUnknown }
  const standing = tieStanding(tie, today(request.now))
  if (standing !== 'holds' && standing !== 'to-come') {
    return { kind: 'refused', refusal: refusals.tieSettled }
  }
  const other = otherOf(tie, person)
  const name = (await namesOf(log.db, [other])).get(other) ?? ''
  const main = createElement(EndPage, {
    asks: words.me.endAsks(name),
    lead: words.me.endLead,
    keeps: words.me.endKeeps,
    action: `/me/ties/${tie.tie}`,
    carries: { answer: 'end' },
    end: words.me.end(name),
    keep: { href: '/me', text: words.me.keep },
  })
  return {
    kind: 'page',
    title: words.me.endAsks(name),
    main,
    about: [{ person: other }],
    here: '/me',
    back: { href: '/me' },
  }
}

async function answerTie(log: Log, request: PageRequest): Promise<PageReply> {
  const visitor = personOf(request)
  const answer = { actor: actorOf(visitor), by: visitor.person, tie: request.params.tie as Id }
  const result = await carryOut(log, request, answer)
  if (!result.ok) return { kind: 'refused', refusal: result.refusal }
  return { kind: 'redirect', to: '/me' }
}

function carryOut(log: Log, request: PageRequest, answer: Parameters<typeof acceptTie>[1]) {
  switch (typedText(request, 'answer')) {
    case 'accept':
      return acceptTie(log, answer)
    case 'decline':
      return declineTie(log, answer)
    default:
      // Yesterday becomes its last day, so that the other can do nothing more under it today.
      return endTie(log, { ...answer, until: addDays(today(request.now), -1) })
  }
}

async function chooseRole(log: Log, request: PageRequest): Promise<PageReply> {
  const wanted = typedText(request, 'role')
  const role = wanted === 'none' ? null : (wanted as Id)
  const chosen = await actAs(log, sessionOf(personOf(request)), role)
  if (!chosen.ok) return { kind: 'refused', refusal: chosen.refusal }
  return { kind: 'redirect', to: '/me' }
}

async function showDevices(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, session } = sessionOf(personOf(request))
  const sessions = await sessionsOf(log.db, person)
  const main = createElement(DevicesPage, { sessions, here: session, words: words.devices })
  return { kind: 'page', title: words.devices.title, main, here: '/me', back: { href: '/me' } }
}

async function endDevices(log: Log, request: PageRequest): Promise<PageReply> {
  const own = sessionOf(personOf(request))
  const what = typedText(request, 'end')
  if (what === 'others') {
    await endOtherSessions(log, own)
    return { kind: 'redirect', to: '/me/devices' }
  }
  if (what === 'all') {
    await endSessionsOf(log.db, own.person)
    return { kind: 'redirect', to: '/', setSession: null }
  }
  const session = idFrom(what)
  if (session === null) return { kind: 'refused', refusal: refusals.sessionUnknown }
  const ended = await endSession(log, { person: own.person, session })
  if (!ended.ok) return { kind: 'refused', refusal: ended.refusal }
  return what === own.session
    ? { kind: 'redirect', to: '/', setSession: null }
    : { kind: 'redirect', to: '/me/devices' }
}

const recoveryPage = (left: number, codes: readonly string[] | null): PageReply => ({
  kind: 'page',
  title: codes === null ? words.recovery.title : words.recovery.made,
  main: createElement(RecoveryPage, { left, codes, words: words.recovery }),
  here: '/me',
  back: { href: '/me/devices' },
})

const firstForm = defineForm({
  code: textField({
    missing: words.first.codeMissing,
    longest: 60,
    tooLong: words.first.codeLong,
  }),
  name: textField({
    missing: words.first.nameMissing,
    longest: 100,
    tooLong: words.first.nameLong,
  }),
})

async function firstPage(log: Log, entry: FormEntry): Promise<PageReply> {
  const known = await hasAdministrator(log)
  const wrong = Object.keys(entry.errors).length > 0
  const main = createElement(FirstAdministratorPage, { known, entry, words: words.first })
  const page = { kind: 'page', title: words.first.title, main, back: { href: '/sign-in' } } as const
  return wrong ? { ...page, status: 422 } : page
}

async function takeFirst(log: Log, request: PageRequest): Promise<PageReply> {
  const reading = firstForm.parse(request.form)
  if (!reading.ok) return firstPage(log, reading.entry)
  const { userAgent } = request
  const token = await becomeFirstAdministrator(log, { ...reading.values, userAgent })
  if (!token.ok) return firstPage(log, refusedEntry(request.form, token.refusal))
  return { kind: 'redirect', to: '/me/recovery', setSession: token.value }
}
