// The addresses of asking: somebody to act for oneself, or to act for somebody.
import { createElement } from 'react'
import {
  dayIn,
  idFrom,
  LONDON,
  type OrganisationId,
  type PersonId,
  parseNhsNumber,
} from '../../basics/index.ts'
import {
  findByNhsNumber,
  listOrganisations,
  loadPerson,
  namesOf,
  otherOf,
  personOf,
  tiesOn,
} from '../../identity/index.ts'
import {
  type Choice,
  choiceField,
  dayField,
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
} from '../../web/index.ts'
import { askProxy } from '../actions/act-for-others.ts'
import { standings } from '../domain/proxy/bases.ts'
import { levels } from '../domain/proxy/levels.ts'
import { proxyWords } from '../words/proxy-words.ts'
import type { SharingDeps } from './page-parts.ts'
import { AskedPage, AskPage } from './proxy-ask-page.tsx'

const english = proxyWords.in('en').ask

const anyText = (missing: string, longest: number) =>
  textField({ missing, longest, tooLong: english.tooLong })

const form = defineForm({
  to: optional(anyText(english.whoMissing, 40)),
  number: optional(anyText(english.whoMissing, 20)),
  born: optional(dayField({ name: english.born, missing: english.whoMissing })),
  standing: choiceField(
    standings.map(({ code }) => code),
    english.standingMissing,
  ),
  level: choiceField(
    levels.map(({ code }) => code),
    english.levelMissing,
  ),
  why: anyText(english.whyMissing, 2_000),
  until: optional(dayField({ name: english.day, missing: english.dayMissing })),
  organisation: optional(anyText(english.deciderMissing, 40)),
})

export const askToActRoutes = (deps: SharingDeps): readonly Route[] =>
  ([true, false] as const).flatMap((invites) => {
    const path = invites ? '/proxies/invite' : '/proxies/ask'
    const says = invites ? 'Ask somebody to act for you' : 'Ask to act for somebody'
    return [
      {
        method: 'GET',
        path,
        access: 'person',
        says,
        handle: (request) => show(deps, request, invites, freshEntry()),
      },
      {
        method: 'POST',
        path,
        access: 'person',
        says,
        handle: (request) => ask(deps, request, invites),
      },
    ] satisfies Route[]
  })

async function show(
  deps: SharingDeps,
  request: PageRequest,
  invites: boolean,
  entry: FormEntry,
): Promise<PageReply> {
  const say = proxyWords.in(request.language)
  const people = await peopleOf(deps, request)
  const deciders = await decidersIn(deps)
  return {
    kind: 'page',
    title: invites ? say.ask.inviteTitle : say.ask.title,
    main: createElement(AskPage, { invites, entry, people, deciders, say }),
    back: { href: '/proxies', text: say.own.title },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function peopleOf({ log }: SharingDeps, request: PageRequest): Promise<readonly Choice[]> {
  const { person } = personOf(request)
  const { state } = await loadPerson(log, log.db, person)
  const others = tiesOn(state, dayIn(LONDON, request.now)).map((tie) => otherOf(tie, person))
  const names = await namesOf(log.db, others)
  return [...new Set(others)].map((value) => ({ value, text: names.get(value) ?? '' }))
}

/** The organisations that may decide: those that treat people. */
const deciding: readonly string[] = ['gp-practice', 'nhs-trust']

async function decidersIn({ log }: SharingDeps): Promise<readonly Choice[]> {
  const listed = await listOrganisations(log.db, 1, 200)
  return listed
    .filter(({ what, abolishedOn }) => deciding.includes(what) && abolishedOn === null)
    .map(({ organisation, name }) => ({ value: organisation, text: name }))
}

async function ask(deps: SharingDeps, request: PageRequest, invites: boolean): Promise<PageReply> {
  const read = form.parse(request.form)
  if (!read.ok) return show(deps, request, invites, read.entry)
  const { to, number, born, organisation, until = null, ...asked } = read.values
  const self = personOf(request).person
  const people = await peopleOf(deps, request)
  const chosen = people.some(({ value }) => value === to) ? (idFrom<'person'>(to) ?? null) : null
  const missing = chosen === null && (invites || number === undefined || born === undefined)
  if (missing) return show(deps, request, invites, wrong(request, english.whoMissing, 'to'))
  const other = chosen ?? (await findExactly(deps, number ?? '', born ?? ''))
  // Nobody by that number and birthday: answered just like somebody.
  if (other === null) return sent(request)
  const done = await askProxy(deps.log, {
    ...asked,
    person: invites ? self : other,
    proxy: invites ? other : self,
    by: self,
    organisation: await deciderFrom(deps, organisation),
    until,
    key: request.formKey,
  })
  if (done.ok) return invites ? { kind: 'redirect', to: '/proxies' } : sent(request)
  if (!invites && done.refusal.code === 'proxy-asked-already') return sent(request)
  return show(deps, request, invites, refusedEntry(request.form, done.refusal, 'to'))
}

const wrong = (request: PageRequest, says: string, at: string): FormEntry => ({
  typed: request.form,
  errors: { [at]: { says, at, whole: true } },
})

async function deciderFrom(
  deps: SharingDeps,
  typed: string | undefined,
): Promise<OrganisationId | null> {
  const known = (await decidersIn(deps)).some(({ value }) => value === typed)
  return known ? idFrom<'organisation'>(typed) : null
}

async function findExactly(
  { log }: SharingDeps,
  typed: string,
  born: string,
): Promise<PersonId | null> {
  const number = parseNhsNumber(typed)
  const person = number.ok ? await findByNhsNumber(log.db, number.value) : null
  if (person === null) return null
  const { state } = await loadPerson(log, log.db, person)
  return state.birthDate === born ? person : null
}

async function sent(request: PageRequest): Promise<PageReply> {
  const say = proxyWords.in(request.language)
  const main = createElement(AskedPage, { say })
  return { kind: 'page', title: say.ask.sentTitle, main, here: '/share' }
}

/** What was typed into one field. */
export const typedIn = (request: PageRequest, name: string): string =>
  typedAt(request.form, name)[0] ?? ''
