// The addresses of what a person was offered when they were told of an illness.
import { createElement } from 'react'
import { refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choicesField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedDay,
} from '../../../web/index.ts'
import * as offers from '../../actions/offered/say-offered.ts'
import type { Kept } from '../../actions/see-kept.ts'
import { supportCodes } from '../../domain/offered/nine-supports.ts'
import type { Offered } from '../../domain/offered/offered.ts'
import { refusals } from '../../domain/offered/refusals.ts'
import { offeredWords } from '../../words/offered-words.ts'
import { type At, backToCare, ownRoute, refused, statusOf, withOne } from '../both-places.ts'
import { OfferedPage, OffersPage, SayOfferedPage } from './offered-page.tsx'

const english = offeredWords.in('en')

const sayForm = defineForm({
  condition: textField({
    missing: english.enterCondition,
    longest: 200,
    tooLong: english.conditionTooLong,
  }),
  toldOn: dayField({ name: english.theToldOn, missing: english.enterToldOn }),
  offered: choicesField(supportCodes),
})

export const offeredRoutes = (log: Log): readonly Route[] => [
  ownRoute('GET', '/offered', 'What I was offered when I was told of an illness', (request, at) =>
    showAll(log, request, at),
  ),
  ownRoute('GET', '/offered/add', 'Say what I was offered', (request) =>
    showSay(request, null, freshEntry()),
  ),
  ownRoute('POST', '/offered/add', 'Say what I was offered', (request, at) =>
    say(log, request, at, null),
  ),
  ownRoute('GET', '/offered/:offered', 'What I was offered, each gap with a next step', (r, at) =>
    withOffer(log, r, at, (kept) => showOne(r, kept)),
  ),
  ownRoute('GET', '/offered/:offered/change', 'Change what I said I was offered', (r, at) =>
    withOffer(log, r, at, (kept) => showSay(r, kept, typedOf(kept))),
  ),
  ownRoute('POST', '/offered/:offered/change', 'Change what I said I was offered', (r, at) =>
    withOffer(log, r, at, (kept) => say(log, r, at, kept)),
  ),
  ownRoute('POST', '/offered/:offered/ask/:support', 'Ask for what I was not offered', (r, at) =>
    withOffer(log, r, at, (kept) => ask(log, r, at, kept)),
  ),
]

const unknown = () => refused(refuse(refusals.offeredUnknown).refusal)
const page = { here: '/care', welsh: 'part' } as const

async function showAll(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const seen = await offers.seeOffers(log, at.look('/offered'))
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const words = offeredWords.in(language)
  const main = createElement(OffersPage, { offers: seen.value, say: words, language })
  return { kind: 'page', title: words.title, main, ...backToCare(language), ...page }
}

function showSay(
  request: PageRequest,
  kept: Kept<Offered> | null,
  entry: FormEntry,
): Promise<PageReply> {
  const words = offeredWords.in(request.language)
  const action = kept === null ? '/care/offered/add' : `/care/offered/${kept.row.id}/change`
  return Promise.resolve({
    kind: 'page',
    title: words.addTitle,
    main: createElement(SayOfferedPage, { entry, action, say: words }),
    back: { href: '/care/offered', text: words.back },
    status: statusOf(entry),
    ...page,
  })
}

async function say(
  log: Log,
  request: PageRequest,
  { person }: At,
  kept: Kept<Offered> | null,
): Promise<PageReply> {
  const read = sayForm.parse(request.form)
  if (!read.ok) return showSay(request, kept, read.entry)
  const saying = { ...read.values, offered: [...read.values.offered] }
  const done = await offers.say(log, person, saying, kept?.row.stream ?? null, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/care/offered/${done.value}` }
  return showSay(request, kept, refusedEntry(request.form, done.refusal, 'condition'))
}

const withOffer = (
  log: Log,
  request: PageRequest,
  at: At,
  show: (kept: Kept<Offered>) => Promise<PageReply>,
): Promise<PageReply> =>
  withOne(
    request.params.offered,
    (id) => offers.seeOffer(log, at.look('/offered/one'), id),
    unknown,
    show,
  )

const typedOf = ({ state: { said } }: Kept<Offered>): FormEntry =>
  said === null
    ? freshEntry()
    : freshEntry({
        condition: said.condition,
        ...typedDay('toldOn', said.toldOn),
        offered: said.offered,
      })

function showOne(request: PageRequest, kept: Kept<Offered>): Promise<PageReply> {
  const { language } = request
  const words = offeredWords.in(language)
  return Promise.resolve({
    kind: 'page',
    title: words.toldTitle(kept.state.said?.condition ?? ''),
    main: createElement(OfferedPage, { kept, say: words, language }),
    back: { href: '/care/offered', text: words.back },
    ...page,
  })
}

async function ask(
  log: Log,
  request: PageRequest,
  { person }: At,
  kept: Kept<Offered>,
): Promise<PageReply> {
  const support = supportCodes.find((code) => code === request.params.support)
  if (support === undefined) return unknown()
  const says = english.questions[support]
  const at = { offered: kept.row.stream, support, says }
  const done = await offers.follow(log, person, at, request.formKey)
  return done.ok ? { kind: 'redirect', to: `/care/offered/${kept.row.id}` } : refused(done.refusal)
}
