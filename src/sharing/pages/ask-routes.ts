// The addresses of asking somebody to share, and of answering.
import { createElement } from 'react'
import {
  idFrom,
  type OrganisationId,
  type PersonId,
  parseNhsNumber,
  refuse,
} from '../../basics/index.ts'
import { findByNhsNumber, personOf } from '../../identity/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../web/index.ts'
import { answerAsk, askToShare, findExactly, loadAsks } from '../actions/ask-to-share.ts'
import { askerOf } from '../actions/look.ts'
import { type Ask, askAnswers } from '../domain/asks.ts'
import { switchable } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { shareWords } from '../words/share-words.ts'
import { AskedPage, AskPage, type AskShown, AsksPage, OneAskPage } from './ask-page.tsx'
import { capitalised, namesFor, recipientName, type SharingDeps } from './page-parts.ts'

const english = shareWords.in('en')

/** The roles that may ask to be shared with. */
export const mayAsk: readonly string[] = [
  'doctor',
  'nurse',
  'pharmacist',
  'link-worker',
  'care-coordinator',
  'commissioner',
  'facilitator',
  'advocate',
]

export const askRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/share/ask',
    access: { roles: mayAsk },
    says: 'Ask somebody to share with your role',
    handle: (request) => showAsk(request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/share/ask',
    access: { roles: mayAsk },
    says: 'Asks somebody to share with your role',
    handle: (request) => ask(deps, request),
  },
  {
    method: 'GET',
    path: '/share/asks',
    access: 'person',
    says: 'Who asked you to share',
    handle: (request) => showAsks(deps, request),
  },
  {
    method: 'GET',
    path: '/share/asks/:ask',
    access: 'person',
    says: 'One who asks you to share: who, what, why and how long',
    handle: (request) => showOne(deps, request),
  },
  {
    method: 'POST',
    path: '/share/asks/:ask',
    access: 'person',
    says: 'Says yes, yes but less, or no',
    handle: (request) => answer(deps, request),
  },
]

const form = defineForm({
  number: textField({
    missing: english.emergency.numberMissing,
    longest: 20,
    tooLong: english.emergency.numberMissing,
  }),
  born: dayField({ name: english.emergency.born, missing: english.emergency.bornMissing }),
  purpose: choiceField(
    switchable.map(({ code }) => code),
    english.give.purposeMissing,
  ),
  why: textField({
    missing: english.ask.whyMissing,
    longest: 1_000,
    tooLong: english.ask.whyTooLong,
  }),
  span: choiceField(['week', 'quarter', 'year'], english.give.untilMissing),
})

async function showAsk(request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const purposes = switchable.map(({ code, says }) => ({ value: code, text: capitalised(says) }))
  return {
    kind: 'page',
    title: say.ask.title,
    main: createElement(AskPage, { entry, purposes, say }),
    back: { href: '/share/with-me', text: say.withMe.back },
    here: '/share',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function ask({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const read = form.parse(request.form)
  if (!read.ok) return showAsk(request, read.entry)
  // What is written to a person is shown with its reading age before it goes.
  const again = readsHard(request.form, 'why')
  if (again !== null) return showAsk(request, again)
  const { number, born, purpose, why, span } = read.values
  const { person: by, organisation, roles } = askerOf(request.visitor)
  const role = roles.find((one) => mayAsk.includes(one))
  if (by === null || organisation === null || role === undefined) {
    return { kind: 'refused', refusal: refuse(refusals.emergencyRoleMissing).refusal }
  }
  const parsed = parseNhsNumber(number)
  if (!parsed.ok) return showAsk(request, refusedEntry(request.form, parsed.refusal, 'number'))
  const found = (await findByNhsNumber(log.db, parsed.value)) ?? null
  const person = await findExactly(log, found, born)
  const asking = { by, organisation: organisation as OrganisationId, role, purpose, why, span }
  const done = await askToShare(log, asking, person, request.formKey)
  if (!done.ok) return showAsk(request, refusedEntry(request.form, done.refusal))
  const say = shareWords.in(request.language)
  const main = createElement(AskedPage, { say })
  const back = { href: '/share/with-me', text: say.withMe.back }
  return { kind: 'page', title: say.ask.sent, main, back, here: '/share' }
}

async function shown({ log }: SharingDeps, request: PageRequest): Promise<readonly AskShown[]> {
  const asks = await loadAsks(log, personOf(request).person)
  const names = await namesFor(
    log,
    asks.map(({ by, organisation }) => ({ person: by, organisation })),
  )
  const say = shareWords.in(request.language)
  const nameOf = ({ by, organisation }: Ask): string =>
    recipientName({ person: by as PersonId, organisation, role: null }, names, say)
  return asks.map((one) => ({ ask: one, who: nameOf(one) }))
}

async function showAsks(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const asks = (await shown(deps, request)).toReversed()
  return {
    kind: 'page',
    title: say.asks.title,
    main: createElement(AsksPage, { asks, say }),
    back: { href: '/share', text: say.share.title },
    here: '/share',
  }
}

const unknown = (): PageReply => ({ kind: 'refused', refusal: refuse(refusals.askUnknown).refusal })

async function showOne(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const say = shareWords.in(request.language)
  const id = idFrom(request.params.ask)
  const found = (await shown(deps, request)).find(({ ask }) => ask.ask === id)
  if (found === undefined) return unknown()
  return {
    kind: 'page',
    title: say.asks.title,
    main: createElement(OneAskPage, { shown: found, say }),
    back: { href: '/share/asks', text: say.asks.title },
    here: '/share',
  }
}

async function answer(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { log, sources } = deps
  const id = idFrom(request.params.ask)
  const said = askAnswers.find((one) => one === typedAt(request.form, 'answer')[0])
  if (id === null || said === undefined) return showOne(deps, request)
  const labels = sources.flatMap((source) => source.labels).map(({ code }) => code)
  const done = await answerAsk(log, personOf(request).person, { ask: id, answer: said, labels })
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: said === 'less' ? `/share/new?ask=${id}` : '/share' }
}
