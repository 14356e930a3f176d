// The addresses of passing on what somebody shares with the visitor, and of stopping it.
import { createElement } from 'react'
import { dayIn, idFrom, LONDON, refuse } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
} from '../../web/index.ts'
import { askerOf } from '../actions/look.ts'
import { type PassingOn, seePassingOn } from '../actions/pass-on.ts'
import { asIfGiven } from '../actions/see-shared.ts'
import { giveGrant, stopGrant } from '../actions/share.ts'
import type { Giving } from '../domain/decisions.ts'
import { everything } from '../domain/grant.ts'
import { purposeNamed } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { lastDayOf, spans } from '../domain/spans.ts'
import { shareWords } from '../words/share-words.ts'
import { ALL, choicesFor, codes, type GiveChoices, recipientOf } from './give-choices.ts'
import { namesFor, recipientName, type SharingDeps } from './page-parts.ts'
import { PassOnCheckPage, PassOnPage } from './pass-on-page.tsx'

const english = shareWords.in('en').give
const at = '/share/with-me/:person/:purpose/pass-on'

export const passOnRoutes = (deps: SharingDeps): readonly Route[] => [
  own('GET', at, 'Pass on what somebody shares with you', (request) =>
    show(deps, request, freshEntry()),
  ),
  own('POST', at, 'What they will see, before it is passed on', (request) => check(deps, request)),
  own('POST', `${at}/give`, 'Passes on what was chosen', (request) => give(deps, request)),
  own('POST', `${at}/:grant/stop`, 'Stops passing on at once', (request) => stop(deps, request)),
]

const own = (
  method: Route['method'],
  path: string,
  says: string,
  handle: Route['handle'],
): Route => ({ method, path, access: 'person', says, handle })

const nothing = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.nothingShared).refusal,
})

/** What is passed on; null where the visitor acts for anybody but themselves. */
function passingFrom(request: PageRequest): PassingOn | null {
  const person = idFrom<'person'>(request.params.person)
  const purpose = purposeNamed(request.params.purpose ?? '')
  const asker = askerOf(request.visitor)
  if (person === null || purpose === null || asker.person === null) return null
  if (asker.via !== 'self') return null
  return { person, by: asker.person, purpose: purpose.code }
}

const addressOf = ({ person, purpose }: PassingOn) => `/share/with-me/${person}/${purpose}/pass-on`

/** What may be chosen: not the person whose it is, and nothing that is marked as private. */
async function choosing(deps: SharingDeps, request: PageRequest, { person }: PassingOn) {
  const choices = await choicesFor(deps, request)
  return { ...choices, to: choices.to.filter(({ value }) => value !== `person ${person}`) }
}

async function show(deps: SharingDeps, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { log, sources } = deps
  const passing = passingFrom(request)
  if (passing === null) return nothing()
  const found = await seePassingOn(log, sources, passing, null)
  // Whether it may be seen and not passed on, or is not there at all, reads the same.
  if (!found.ok) return nothing()
  const { language } = request
  const say = shareWords.in(language)
  const choices = await choosing(deps, request, passing)
  const name = (await namesOf(log.db, [passing.person])).get(passing.person) ?? ''
  const names = await namesFor(
    log,
    found.value.given.map(({ to }) => to),
  )
  const rest = { passed: found.value, choices, entry, name, names, sources, say, language }
  return {
    kind: 'page',
    title: say.passOn.title(name),
    main: createElement(PassOnPage, { ...rest, at: addressOf(passing) }),
    about: [{ person: passing.person }],
    back: { href: '/share/with-me', text: say.withMe.back },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function check(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { log, sources } = deps
  const passing = passingFrom(request)
  if (passing === null) return nothing()
  const choices = await choosing(deps, request, passing)
  const typed = formOf(choices).keep(request.form)
  if (request.form.change === 'yes') return show(deps, request, freshEntry(typed))
  const read = readGiving(choices, typed, request, passing)
  if (!read.ok) return show(deps, request, read.entry)
  const { language, now } = request
  const grant = {
    ...asIfGiven(passing.person, read.giving, log.chance.id(), now),
    givenBy: passing.by,
    lastDay: read.giving.until,
  }
  const found = await seePassingOn(log, sources, passing, grant)
  if (!found.ok || found.value.shared === null) return nothing()
  const say = shareWords.in(language)
  const name = (await namesOf(log.db, [passing.person])).get(passing.person) ?? ''
  const recipient = recipientName(grant.to, await namesFor(log, [grant.to]), say)
  const rest = { shared: found.value.shared, grant, recipient, typed, sources, name, say, language }
  return {
    kind: 'page',
    title: say.give.check,
    main: createElement(PassOnCheckPage, {
      ...rest,
      purpose: passing.purpose,
      at: addressOf(passing),
    }),
    about: [{ person: passing.person }],
    here: '/share',
  }
}

async function give(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const passing = passingFrom(request)
  if (passing === null) return nothing()
  const { person, by } = passing
  const choices = await choosing(deps, request, passing)
  const typed = formOf(choices).keep(request.form)
  const read = readGiving(choices, typed, request, passing)
  if (!read.ok) return show(deps, request, read.entry)
  const asked = { person, by, giving: read.giving, key: request.formKey }
  const done = await giveGrant(deps.log, asked)
  if (done.ok) return { kind: 'redirect', to: addressOf(passing) }
  if (done.refusal.code === refusals.notYoursToGive.code) return nothing()
  return show(deps, request, refusedEntry(typed, done.refusal, 'to'))
}

async function stop(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const passing = passingFrom(request)
  const grant = idFrom(request.params.grant)
  if (passing === null || grant === null) return nothing()
  const { person } = passing
  const by = personOf(request).person
  const done = await stopGrant(deps.log, { person, by, grant, key: request.formKey })
  if (!done.ok) return nothing()
  return { kind: 'redirect', to: addressOf(passing) }
}

const formOf = ({ to, roles, kinds }: GiveChoices) =>
  defineForm({
    to: choiceField(codes(to), english.toMissing),
    role: optional(choiceField(codes(roles), english.toMissing)),
    kinds: choicesField(codes(kinds), english.kindsMissing),
    copies: choicesField(['print'] as const),
    until: choiceField(spans, english.untilMissing),
  })

type Read =
  | { readonly ok: true; readonly giving: Omit<Giving, 'id'> }
  | { readonly ok: false; readonly entry: FormEntry }

function readGiving(
  choices: GiveChoices,
  typed: FormValues,
  { now }: PageRequest,
  { purpose }: PassingOn,
): Read {
  const read = formOf(choices).parse(typed)
  if (!read.ok) return read
  const { to, role, kinds, copies, until } = read.values
  const giving = {
    effect: 'permit' as const,
    to: recipientOf(to, role ?? null),
    what: {
      ...everything,
      kinds: kinds.includes(ALL) ? null : kinds,
      without: codes(choices.labels),
    },
    acts: ['read' as const, ...copies],
    purposes: [purpose],
    until: lastDayOf(until, dayIn(LONDON, now)),
  }
  return { ok: true, giving }
}
