// The addresses of keeping something back: choose what, from whom and until when.

import { createElement } from 'react'
import { dayIn, type Instant, LONDON } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
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
import { giveGrant } from '../actions/share.ts'
import type { Giving } from '../domain/decisions.ts'
import { everything, type Selector } from '../domain/grant.ts'
import { switchable } from '../domain/purposes.ts'
import { lastDayOf, spans } from '../domain/spans.ts'
import { shareWords } from '../words/share-words.ts'
import {
  ALL,
  choicesFor,
  codes,
  EMERGENCY,
  EVERYBODY,
  type GiveChoices,
  itemOf,
  type OneItem,
  recipientOf,
} from './give-choices.ts'
import { KeepPage } from './keep-page.tsx'
import type { SharingDeps } from './page-parts.ts'

const english = shareWords.in('en')

export const keepRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/keep',
    access: 'person',
    says: 'Choose what to keep from somebody, or from everybody in an emergency',
    handle: async (request) => {
      const item = await itemOf(deps, request, '/share/keep')
      return showForm(request, await choicesFor(deps, request), item, freshEntry())
    },
  },
  {
    method: 'POST',
    path: '/share/keep',
    access: 'person',
    says: 'Keeps what was chosen from them',
    handle: (request) => keep(deps, request),
  },
]

async function showForm(
  request: PageRequest,
  choices: GiveChoices,
  item: OneItem | null,
  entry: FormEntry,
): Promise<PageReply> {
  const say = shareWords.in(request.language)
  return {
    kind: 'page',
    title: say.keep.title,
    main: createElement(KeepPage, { entry, choices, item, say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

const formOf = ({ to, roles, kinds, labels }: GiveChoices, item: OneItem | null) =>
  defineForm({
    to: choiceField([EVERYBODY, EMERGENCY, ...codes(to)], english.keep.toMissing),
    role: optional(choiceField(codes(roles), english.keep.toMissing)),
    kinds: choicesField(codes(kinds), item === null ? english.keep.kindsMissing : undefined),
    marked: choicesField(codes(labels)),
    first: optional(dayField({ name: english.give.firstDay, missing: english.give.dayMissing })),
    last: optional(dayField({ name: english.give.lastDay, missing: english.give.dayMissing })),
    until: choiceField(spans, english.give.untilMissing),
  })

async function keep(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const choices = await choicesFor(deps, request)
  const item = await itemOf(deps, request, '/share/keep')
  const form = formOf(choices, item)
  const typed = form.keep(request.form)
  const read = form.parse(typed)
  if (!read.ok) return showForm(request, choices, item, read.entry)
  const { person } = personOf(request)
  const giving = givingOf(read.values, item, request.now)
  const done = await giveGrant(deps.log, { person, by: person, giving, key: request.formKey })
  if (done.ok) return { kind: 'redirect', to: '/share' }
  return showForm(request, choices, item, refusedEntry(typed, done.refusal))
}

type Values = Extract<ReturnType<ReturnType<typeof formOf>['parse']>, { ok: true }>['values']

function givingOf(values: Values, item: OneItem | null, now: Instant): Omit<Giving, 'id'> {
  const { to, role, until } = values
  return {
    effect: 'deny',
    to: recipientOf(to, role ?? null),
    what: item === null ? chosenOf(values) : { ...everything, items: [item.id] },
    acts: ['read', 'print', 'export', 'share'],
    // What is kept back is kept back whatever it is wanted for.
    purposes: switchable.map(({ code }) => code),
    until: lastDayOf(until, dayIn(LONDON, now)),
    ...(to === EMERGENCY ? { only: 'emergency' as const } : {}),
  }
}

const chosenOf = ({ kinds, marked, first, last }: Values): Selector => ({
  ...everything,
  kinds: kinds.includes(ALL) ? null : kinds,
  labels: marked.length === 0 ? null : marked,
  from: first ?? null,
  until: last ?? null,
})
