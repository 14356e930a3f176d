// The addresses of promises.
import { createElement } from 'react'
import { type Day, type Id, isId, type PersonId, type Result, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  type About,
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
import {
  agreeToDate,
  answer,
  askForDate,
  loadPromises,
  type Seen,
  saySaidDone,
  seePromise,
} from '../actions/keep-promises.ts'
import type { Speaker } from '../domain/decide.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { refusals } from '../domain/refusals.ts'
import { madeBy, owedTo } from '../store/rows.ts'
import { PromiseList } from './promise-list.tsx'
import { PromisePage } from './promise-page.tsx'
import { words } from './words.ts'

const english = words.in('en')

const LONGEST = { longest: 2_000, tooLong: english.tooLong }

const answerForm = defineForm({
  answer: choiceField(['yes', 'no', 'not yet'], english.enterAnswer),
  says: optional(textField({ missing: '', ...LONGEST })),
})
const doneForm = defineForm({ done: textField({ missing: english.enterDone, ...LONGEST }) })
const dateForm = defineForm({
  due: dayField({ name: english.theDay, missing: english.enterDay }),
  why: textField({ missing: english.enterWhy, ...LONGEST }),
})

type Party = { readonly seen: Seen; readonly speaker: Speaker }

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/promises',
    access: 'person',
    says: 'What was promised to you, and what you promised',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/promises/:promise',
    access: 'person',
    says: 'One promise and what became of it',
    handle: (request) => showOne(log, request, freshEntry()),
  },
  {
    ...post('answer', 'Say whether a promise was kept'),
    handle: (request) =>
      asParty(log, request, async ({ seen, speaker }) => {
        const read = answerForm.parse(request.form)
        if (!read.ok) return read.entry
        const { answer: chosen, says = '' } = read.values
        const said = { answer: chosen, says, claim: shownAt(request, 'claim') }
        return settled(await answer(log, seen.ref, speaker, said, request.formKey), request)
      }),
  },
  {
    ...post('done', 'Say that what was promised is done'),
    handle: (request) =>
      asParty(log, request, async ({ seen, speaker }) => {
        const read = doneForm.parse(request.form)
        if (!read.ok) return read.entry
        // What is written to those who asked is shown with its reading age before it goes.
        const again = hardOf(request, speaker, 'done')
        if (again !== null) return again
        const { done } = read.values
        return settled(await saySaidDone(log, seen.ref, speaker, done, request.formKey), request)
      }),
  },
  {
    ...post('other-date', 'Ask for another day'),
    handle: (request) =>
      asParty(log, request, async ({ seen, speaker }) => {
        const read = dateForm.parse(request.form)
        if (!read.ok) return read.entry
        const again = hardOf(request, speaker, 'why')
        if (again !== null) return again
        const asked = await askForDate(log, seen.ref, speaker, read.values, request.formKey)
        return settled(asked, request)
      }),
  },
  {
    ...post('date', 'Agree to another day'),
    handle: (request) =>
      asParty(log, request, async ({ seen, speaker }) => {
        const day = shownAt(request, 'day') as Day
        return settled(await agreeToDate(log, seen.ref, speaker, day, request.formKey), request)
      }),
  },
]

const post = (what: string, says: string) =>
  ({ method: 'POST', path: `/promises/:promise/${what}`, access: 'person', says }) as const

/** Who speaks for an organisation looks twice at hard words; others write as they like. */
const hardOf = ({ form }: PageRequest, { organisation }: Speaker, name: string) =>
  organisation === null ? null : readsHard(form, name)

/** Who speaks at this request: the person, and the organisation of the role they act in. */
function speakerOf(request: PageRequest): Speaker & { readonly person: Id } {
  const { person, acting } = personOf(request)
  return { person, organisation: acting?.organisationId ?? null }
}

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, organisation } = speakerOf(request)
  const owed = await loadPromises(log, await owedTo(log.db, person))
  const made = await loadPromises(log, await madeBy(log.db, person, organisation as Id | null))
  const { now, language } = request
  const main = createElement(PromiseList, { owed, made, viewer: person, now, language })
  return {
    kind: 'page',
    title: words.in(language).title,
    main,
    here: '/promises',
    welsh: words.welsh === 'whole' ? 'whole' : 'part',
  }
}

/** Those who asked: whoever promised knows how to tell them. */
const askersOf = ({ made }: PromiseRecord): readonly About[] =>
  (made?.to ?? []).map((person) => ({ person: person as PersonId, asked: true }))

function showOne(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  return withParty(log, request, async ({ seen, speaker }) => {
    const { now, language } = request
    const viewer = speaker.person as Id
    const say = words.in(language)
    const wrong = Object.keys(entry.errors).length > 0
    const thanked = request.query.said === 'yes' && !wrong
    return {
      kind: 'page',
      title: seen.promise.made?.says ?? say.title,
      main: createElement(PromisePage, { seen, viewer, now, language, entry, thanked }),
      about: askersOf(seen.promise),
      back: { href: '/promises', text: say.back },
      here: '/promises',
      welsh: words.welsh === 'whole' ? 'whole' : 'part',
      status: wrong ? 422 : 200,
    }
  })
}

async function withParty(
  log: Log,
  request: PageRequest,
  work: (party: Party) => Promise<PageReply>,
): Promise<PageReply> {
  const speaker = speakerOf(request)
  const stream = request.params.promise ?? ''
  const seen = isId(stream) ? await seePromise(log, speaker, stream) : null
  if (seen === null) return { kind: 'refused', refusal: refuse(refusals.promiseUnknown).refusal }
  return work({ seen, speaker })
}

/** Does a party's deed; what it typed is shown again where something is wrong with it. */
const asParty = (
  log: Log,
  request: PageRequest,
  deed: (party: Party) => Promise<FormEntry | null>,
): Promise<PageReply> =>
  withParty(log, request, async (party) => {
    const wrong = await deed(party)
    if (wrong !== null) return showOne(log, request, wrong)
    return { kind: 'redirect', to: `/promises/${party.seen.ref.stream}?said=yes` }
  })

/** What the page showed when it was answered: an answer is to that and to nothing else. */
const shownAt = (request: PageRequest, name: string) => typedAt(request.form, name)[0] ?? ''

const settled = (result: Result<null>, request: PageRequest): FormEntry | null =>
  result.ok ? null : refusedEntry(request.form, result.refusal)
