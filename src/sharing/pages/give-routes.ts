// The addresses of giving a grant: choose, see what they will see, share it.

import { createElement } from 'react'
import { dayIn, type Instant, LONDON } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import {
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
import { loadAsks } from '../actions/ask-to-share.ts'
import { asIfGiven, previewFor } from '../actions/see-shared.ts'
import { checkGrant, giveGrant } from '../actions/share.ts'
import type { Giving } from '../domain/decisions.ts'
import { everything, type Grant, type Selector } from '../domain/grant.ts'
import type { Purpose } from '../domain/purposes.ts'
import { lastDayOf, spans } from '../domain/spans.ts'
import { shareWords } from '../words/share-words.ts'
import {
  ALL,
  choicesFor,
  codes,
  type GiveChoices,
  itemOf,
  type OneItem,
  recipientOf,
} from './give-choices.ts'
import { CheckPage, GivePage } from './give-page.tsx'
import { namesFor, recipientName, type SharingDeps } from './page-parts.ts'

const english = shareWords.in('en').give

export const giveRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/new',
    access: 'person',
    says: 'Choose what to share, with whom, what for and until when',
    handle: async (request) =>
      showForm(request, await choosing(deps, request), await startOf(deps, request)),
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

/** What may be chosen, and the single entry that it is about, if it is. */
type Choosing = { readonly choices: GiveChoices; readonly item: OneItem | null }

const choosing = async (deps: SharingDeps, request: PageRequest): Promise<Choosing> => ({
  choices: await choicesFor(deps, request),
  item: await itemOf(deps, request, '/share/new'),
})

/** The form as it begins: empty, or as somebody asked who is given less than they asked for. */
async function startOf({ log }: SharingDeps, { query, visitor }: PageRequest): Promise<FormEntry> {
  if (query.ask === undefined || visitor.kind !== 'person') return freshEntry()
  const asked = (await loadAsks(log, visitor.person)).find(({ ask }) => ask === query.ask)
  if (asked === undefined) return freshEntry()
  const { organisation, role, purpose, span } = asked
  return freshEntry({ to: `organisation ${organisation}`, role, purpose, until: span })
}

async function showForm(
  request: PageRequest,
  chosen: Choosing,
  entry: FormEntry,
): Promise<PageReply> {
  const say = shareWords.in(request.language)
  return {
    kind: 'page',
    title: say.give.title,
    main: createElement(GivePage, { entry, ...chosen, say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function check(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { log, sources } = deps
  const chosen = await choosing(deps, request)
  const form = formOf(chosen)
  const typed = form.keep(request.form)
  if (request.form.change === 'yes') return showForm(request, chosen, freshEntry(typed))
  const read = readGiving(chosen, typed, request.now)
  if (!read.ok) return showForm(request, chosen, read.entry)
  const { person, name, hidesPrivate: hides = false } = personOf(request)
  const { language, now } = request
  const say = shareWords.in(language)
  const grant = asIfGiven(person, read.giving, log.chance.id(), now)
  const fault = await checkGrant(log, person, { ...read.giving, id: grant.id })
  if (!fault.ok) return showForm(request, chosen, refusedEntry(typed, fault.refusal))
  const { to } = grant
  const { purpose } = read
  const asked = { person, to, purpose, adding: grant, where: '/share/new', hides }
  const shared = await previewFor(log, sources, asked, 1)
  const recipient = recipientName(to, await namesFor(log, [to]), say)
  const shown: Grant = { ...grant, lastDay: read.giving.until }
  const rest = {
    shared,
    sources,
    name,
    purpose,
    say,
    language,
    recipient,
    typed,
    item: chosen.item,
  }
  return {
    kind: 'page',
    title: say.give.check,
    main: createElement(CheckPage, { ...rest, grant: shown }),
    here: '/share',
  }
}

async function give(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const chosen = await choosing(deps, request)
  const typed = formOf(chosen).keep(request.form)
  const read = readGiving(chosen, typed, request.now)
  if (!read.ok) return showForm(request, chosen, read.entry)
  const { person } = personOf(request)
  const asked = { person, by: person, giving: read.giving, key: request.formKey }
  const done = await giveGrant(deps.log, asked)
  if (!done.ok) return showForm(request, chosen, refusedEntry(typed, done.refusal))
  return { kind: 'redirect', to: '/share' }
}

const formOf = ({ choices: { to, roles, kinds, labels, purposes }, item }: Choosing) =>
  defineForm({
    to: choiceField(codes(to), english.toMissing),
    role: optional(choiceField(codes(roles), english.toMissing)),
    kinds: choicesField(codes(kinds), item === null ? english.kindsMissing : undefined),
    include: choicesField(codes(labels)),
    first: optional(dayField({ name: english.firstDay, missing: english.dayMissing })),
    last: optional(dayField({ name: english.lastDay, missing: english.dayMissing })),
    purpose: choiceField(codes(purposes), english.purposeMissing),
    copies: choicesField(['print', 'export', 'add', 'share']),
    until: choiceField(spans, english.untilMissing),
  })

type Read =
  | { readonly ok: true; readonly giving: Omit<Giving, 'id'>; readonly purpose: Purpose }
  | { readonly ok: false; readonly entry: FormEntry }

function readGiving(chosen: Choosing, typed: FormValues, now: Instant): Read {
  const read = formOf(chosen).parse(typed)
  if (!read.ok) return read
  const { to, role, copies, until } = read.values
  const purpose = read.values.purpose as Purpose
  const giving = {
    effect: 'permit' as const,
    to: recipientOf(to, role ?? null),
    what: chosenOf(chosen, read.values),
    acts: ['read' as const, ...copies],
    purposes: [purpose],
    until: lastDayOf(until, dayIn(LONDON, now)),
  }
  return { ok: true, giving, purpose }
}

type Values = Extract<ReturnType<ReturnType<typeof formOf>['parse']>, { ok: true }>['values']

/** What is chosen. What is marked as private is left out, unless the person includes it. */
function chosenOf({ choices, item }: Choosing, values: Values): Selector {
  if (item !== null) return { ...everything, items: [item.id] }
  const { kinds, include, first, last } = values
  return {
    ...everything,
    kinds: kinds.includes(ALL) ? null : kinds,
    without: codes(choices.labels).filter((label) => !include.includes(label)),
    from: first ?? null,
    until: last ?? null,
  }
}
