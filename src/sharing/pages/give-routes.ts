// The addresses of giving a grant: choose, see what they will see, share it.
import { createElement } from 'react'
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  type Instant,
  LONDON,
  type OrganisationId,
  type PersonId,
} from '../../basics/index.ts'
import {
  listOrganisations,
  loadPerson,
  namesOf,
  otherOf,
  roleKinds,
  tieKinds,
  tiesOn,
} from '../../identity/index.ts'
import {
  type Choice,
  choiceField,
  choicesField,
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
} from '../../web/index.ts'
import { loadSharing } from '../actions/look.ts'
import { asIfGiven, previewFor } from '../actions/see-shared.ts'
import { checkGrant, giveGrant } from '../actions/share.ts'
import type { Giving } from '../domain/decisions.ts'
import { everything, type Grant, type Recipient } from '../domain/grant.ts'
import { type Purpose, switchable } from '../domain/purposes.ts'
import { isOn } from '../domain/sharing.ts'
import { shareWords } from '../words/share-words.ts'
import { CheckPage, type GiveChoices, GivePage } from './give-page.tsx'
import { capitalised, namesFor, personOf, recipientName, type SharingDeps } from './page-parts.ts'

const english = shareWords.in('en').give
const ALL = 'everything'

export const giveRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/new',
    access: 'person',
    says: 'Choose what to share, with whom, what for and until when',
    handle: (request) => showForm(deps, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/share/new',
    access: 'person',
    says: 'What they will see, before it is shared',
    handle: (request) => check(deps, request),
  },
  {
    method: 'POST',
    path: '/share/give',
    access: 'person',
    says: 'Shares what was chosen',
    handle: (request) => give(deps, request),
  },
]

async function showForm(
  deps: SharingDeps,
  request: PageRequest,
  entry: FormEntry,
): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const choices = await choicesFor(deps, request)
  return {
    kind: 'page',
    title: say.give.title,
    main: createElement(GivePage, { entry, choices, say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function check(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { log, sources } = deps
  const choices = await choicesFor(deps, request)
  const form = formOf(choices)
  const typed = form.keep(request.form)
  if (request.form.change === 'yes') return showForm(deps, request, freshEntry(typed))
  const read = readGiving(choices, typed, request.now)
  if (!read.ok) return showForm(deps, request, read.entry)
  const { person, name } = personOf(request)
  const { language, now } = request
  const say = shareWords.in(language)
  const grant = asIfGiven(person, read.giving, log.chance.id(), now)
  const fault = await checkGrant(log, person, { ...read.giving, id: grant.id })
  if (!fault.ok) return showForm(deps, request, refusedEntry(typed, fault.refusal))
  const { to } = grant
  const { purpose } = read
  const asked = { person, to, purpose, adding: grant, where: '/share/new' }
  const shared = await previewFor(log, sources, asked, 1)
  const recipient = recipientName(to, await namesFor(log, [to]), say)
  const shown: Grant = { ...grant, lastDay: read.giving.until }
  const rest = { shared, sources, name, purpose, say, language, recipient, typed }
  return {
    kind: 'page',
    title: say.give.check,
    main: createElement(CheckPage, { ...rest, grant: shown }),
    here: '/share',
  }
}

async function give(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const choices = await choicesFor(deps, request)
  const typed = formOf(choices).keep(request.form)
  const read = readGiving(choices, typed, request.now)
  if (!read.ok) return showForm(deps, request, read.entry)
  const { person } = personOf(request)
  const asked = { person, by: person, giving: read.giving, key: request.formKey }
  const done = await giveGrant(deps.log, asked)
  if (!done.ok) return showForm(deps, request, refusedEntry(typed, done.refusal))
  return { kind: 'redirect', to: '/share' }
}

/** What this person may choose: their people, the organisations, the kinds there are. */
async function choicesFor({ log, sources }: SharingDeps, request: PageRequest) {
  const { person } = personOf(request)
  const today = dayIn(LONDON, request.now)
  const { state } = await loadPerson(log, log.db, person)
  const ties = tiesOn(state, today)
  const names = await namesOf(
    log.db,
    ties.map((tie) => otherOf(tie, person)),
  )
  const people = ties.map((tie) => {
    const other = otherOf(tie, person)
    const kind = tieKinds.find(({ code }) => code === tie.what)
    const is = tie.helper === person ? kind?.helpedIs : kind?.helperIs
    return { value: `person ${other}`, text: `${names.get(other) ?? ''} (${is ?? tie.what})` }
  })
  const organisations = (await listOrganisations(log.db, 1, MOST))
    .filter(({ abolishedOn }) => abolishedOn === null || abolishedOn > today)
    .map(({ organisation, name }) => ({ value: `organisation ${organisation}`, text: name }))
  const sharing = await loadSharing(log, log.db, person)
  const named = (list: 'kinds' | 'labels') =>
    sources.flatMap((source) => source[list]).map(({ code, says }) => ({ value: code, text: says }))
  const words = shareWords.in(request.language).give
  return {
    to: [...people, ...organisations],
    roles: roleKinds
      .filter(({ inOrganisation }) => inOrganisation)
      .map(({ code, says }) => ({ value: code, text: says })),
    kinds: [{ value: ALL, text: words.everything }, ...named('kinds')],
    labels: named('labels'),
    purposes: switchable
      .filter(({ code }) => isOn(sharing, code))
      .map(({ code, says }) => ({ value: code, text: capitalised(says) })),
  } satisfies GiveChoices
}

/** More organisations than this are not offered in one list. */
const MOST = 200

const codes = (choices: readonly Choice[]) => choices.map(({ value }) => value)

const formOf = ({ to, roles, kinds, labels, purposes }: GiveChoices) =>
  defineForm({
    to: choiceField(codes(to), english.toMissing),
    role: optional(choiceField(codes(roles), english.toMissing)),
    kinds: choicesField(codes(kinds), english.kindsMissing),
    without: choicesField(codes(labels)),
    first: optional(dayField({ name: english.firstDay, missing: english.dayMissing })),
    last: optional(dayField({ name: english.lastDay, missing: english.dayMissing })),
    purpose: choiceField(codes(purposes), english.purposeMissing),
    copies: choicesField(['print', 'export', 'add']),
    until: choiceField(['week', 'quarter', 'year', 'open'], english.untilMissing),
  })

type Read =
  | { readonly ok: true; readonly giving: Omit<Giving, 'id'>; readonly purpose: Purpose }
  | { readonly ok: false; readonly entry: FormEntry }

function readGiving(choices: GiveChoices, typed: FormValues, now: Instant): Read {
  const read = formOf(choices).parse(typed)
  if (!read.ok) return read
  const { to, role, kinds, without, first, last, copies, until } = read.values
  const purpose = read.values.purpose as Purpose
  const giving = {
    effect: 'permit' as const,
    to: recipientOf(to, role ?? null),
    what: {
      ...everything,
      kinds: kinds.includes(ALL) ? null : kinds,
      without,
      from: first ?? null,
      until: last ?? null,
    },
    acts: ['read' as const, ...copies],
    purposes: [purpose],
    until: lastDayOf(until, dayIn(LONDON, now)),
  }
  return { ok: true, giving, purpose }
}

function recipientOf(chosen: string, role: string | null): Recipient {
  const [what, id = ''] = chosen.split(' ')
  return what === 'person'
    ? { person: id as PersonId, organisation: null, role: null }
    : { person: null, organisation: id as OrganisationId, role }
}

function lastDayOf(until: 'week' | 'quarter' | 'year' | 'open', today: Day): Day | null {
  if (until === 'open') return null
  if (until === 'week') return addDays(today, 7)
  return addMonths(today, until === 'quarter' ? 3 : 12)
}
