// The addresses of information on prescription: read and judged, and sent to somebody.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { readsHard } from '../../../messages/index.ts'
import { sha256 } from '../../../plumbing/index.ts'
import {
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
} from '../../../web/index.ts'
import * as information from '../../actions/information/send-information.ts'
import { numbersOf } from '../../actions/taking-part/release-numbers.ts'
import type { Item } from '../../domain/information/information.ts'
import { itemCoded, items } from '../../domain/information/items.ts'
import { refusals } from '../../domain/information/refusals.ts'
import { informationWords } from '../../words/information-words.ts'
import {
  type At,
  aboutOf,
  backFrom,
  bothRead,
  ownRoute,
  refused,
  statusOf,
  theirRoute,
} from '../both-places.ts'
import { InformationListPage, InformationPage } from './information-page.tsx'
import { SendPage, WriteInformationPage } from './send-page.tsx'

const english = informationWords.in('en')

const why = optional(textField({ missing: '', longest: 500, tooLong: english.whyTooLong }))
const helpedForm = defineForm({
  helped: choiceField(['yes', 'partly', 'no'], english.selectHelped),
  says: optional(textField({ missing: '', longest: 1_000, tooLong: english.saidTooLong })),
})
const sendForm = defineForm({
  item: choiceField(
    items.map(({ code }) => code),
    english.selectItem,
  ),
  why,
})
const writeForm = defineForm({
  title: textField({ missing: english.enterTitle, longest: 200, tooLong: english.titleTooLong }),
  says: textField({ missing: english.enterSays, longest: 6_000, tooLong: english.saysTooLong }),
  source: textField({
    missing: english.enterSource,
    longest: 200,
    tooLong: english.sourceTooLong,
  }),
  reviewBy: dayField({ name: english.theReview, missing: english.enterReview }),
  why,
})

export const informationRoutes = (log: Log): readonly Route[] => [
  ...bothRead(
    log,
    '/information',
    { own: 'What was sent to me to read', theirs: 'What was sent to somebody who shares it' },
    (request, at) => showAll(log, request, at),
  ),
  ownRoute('GET', '/information/:information', 'Read what was sent to me', (request, at) =>
    showOne(log, request, at, freshEntry()),
  ),
  ownRoute('POST', '/information/:information/helped', 'Say whether it helped', (request, at) =>
    judge(log, request, at),
  ),
  ...sendRoutes(log),
]

const sendRoutes = (log: Log): readonly Route[] => [
  theirRoute(log, 'GET', '/information/send', 'Choose what to send somebody to read', (r, at) =>
    maySend(log, at, () => showSend(r, at, freshEntry())),
  ),
  theirRoute(log, 'POST', '/information/send', 'Send somebody something to read', (r, at) =>
    maySend(log, at, () => send(log, r, at)),
  ),
  theirRoute(log, 'GET', '/information/write', 'Write something for somebody to read', (r, at) =>
    maySend(log, at, () => showWrite(r, at, freshEntry())),
  ),
  theirRoute(log, 'POST', '/information/write', 'Write something for somebody to read', (r, at) =>
    maySend(log, at, () => write(log, r, at)),
  ),
]

const unknown = () => refused(refuse(refusals.informationUnknown).refusal)
const addressOf = ({ base }: At) => `${base}/information`
const page = ({ here }: At) => ({ here, welsh: 'part' }) as const

async function showAll(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const seen = await information.seeInformation(log, at.look('/information'))
  if (!seen.ok) return refused(seen.refusal)
  const { language, query } = request
  const say = informationWords.in(language)
  const { name, base, person, writing } = at
  const maySendNow = name !== null && (await information.maySend(log, writing, person)) !== null
  const today = dayIn(LONDON, request.now)
  const shown = { name, base, maySend: maySendNow, sent: query.sent === 'yes', say, language }
  return {
    kind: 'page',
    title: name === null ? say.title : say.titleOf(name),
    main: createElement(InformationListPage, { ...shown, today, list: seen.value }),
    ...aboutOf(at),
    ...backFrom(at, language),
    ...page(at),
  }
}

async function showOne(
  log: Log,
  request: PageRequest,
  at: At,
  entry: FormEntry,
): Promise<PageReply> {
  const id = request.params.information
  if (!isId(id)) return unknown()
  const seen = await information.openOne(log, at.look('/information/one'), id)
  if (!seen.ok) return refused(seen.refusal)
  const kept = seen.value
  if (kept === null) return unknown()
  const { language } = request
  const say = informationWords.in(language)
  const today = dayIn(LONDON, request.now)
  const numbers = await numbersOf(log, 'information')
  const { judged } = kept.state
  const typed = freshEntry({ helped: judged?.helped ?? '', says: judged?.says ?? '' })
  const shown = Object.keys(entry.errors).length > 0 ? entry : typed
  return {
    kind: 'page',
    title: kept.state.sent?.item.title ?? '',
    main: createElement(InformationPage, { kept, entry: shown, numbers, say, language, today }),
    back: { href: addressOf(at), text: say.back },
    status: statusOf(entry),
    ...page(at),
  }
}

async function judge(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const id = request.params.information
  if (!isId(id)) return unknown()
  const read = helpedForm.parse(request.form)
  if (!read.ok) return showOne(log, request, at, read.entry)
  const judged = { helped: read.values.helped, says: read.values.says ?? '' }
  const done = await information.judge(log, at.person, id as Id, judged, request.formKey)
  if (!done.ok) return refused(done.refusal)
  return { kind: 'redirect', to: `${addressOf(at)}/${id}` }
}

/** Who may not send is told the same as where there is nobody. */
async function maySend(log: Log, at: At, show: () => Promise<PageReply>): Promise<PageReply> {
  return (await information.maySend(log, at.writing, at.person)) === null ? unknown() : show()
}

function showSend(request: PageRequest, at: At, entry: FormEntry): Promise<PageReply> {
  const say = informationWords.in(request.language)
  const name = at.name ?? ''
  const today = dayIn(LONDON, request.now)
  const fresh = items.filter(({ reviewBy }) => reviewBy >= today)
  const props = { entry, address: addressOf(at), name, say, items: fresh }
  return Promise.resolve({
    kind: 'page',
    title: say.sendTitle(name),
    main: createElement(SendPage, props),
    ...aboutOf(at),
    back: { href: addressOf(at), text: say.titleOf(name) },
    status: statusOf(entry),
    ...page(at),
  })
}

async function send(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const read = sendForm.parse(request.form)
  if (!read.ok) return showSend(request, at, read.entry)
  const item = itemCoded(read.values.item)
  if (item === null) return unknown()
  const sending = { item, why: read.values.why ?? '' }
  const done = await information.send(log, at.writing, at.person, sending, request.formKey)
  if (done.ok) return afterSending(log, at)
  return showSend(request, at, refusedEntry(request.form, done.refusal, 'item'))
}

/** Who may not see what was sent goes home: a peer has no grant for that. */
async function afterSending(log: Log, at: At): Promise<PageReply> {
  const seen = await information.seeInformation(log, at.look('/information'))
  return { kind: 'redirect', to: seen.ok ? `${addressOf(at)}?sent=yes` : '/' }
}

function showWrite(request: PageRequest, at: At, entry: FormEntry): Promise<PageReply> {
  const say = informationWords.in(request.language)
  const name = at.name ?? ''
  const props = { entry, address: addressOf(at), name, say }
  return Promise.resolve({
    kind: 'page',
    title: say.writeTitle(name),
    main: createElement(WriteInformationPage, props),
    ...aboutOf(at),
    back: { href: `${addressOf(at)}/send`, text: say.send },
    status: statusOf(entry),
    ...page(at),
  })
}

async function write(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const read = writeForm.parse(request.form)
  const again = read.ok ? readsHard(request.form, 'says') : read.entry
  if (!read.ok || again !== null) return showWrite(request, at, again ?? freshEntry())
  const { title, says, source, reviewBy } = read.values
  // The same text has the same code wherever it is sent, and no number of it leaves by itself.
  const code = `own-${sha256(says).slice(0, 24)}`
  const item: Item = { code, title, says, source, address: null, reviewBy }
  const sending = { item, why: read.values.why ?? '' }
  const done = await information.send(log, at.writing, at.person, sending, request.formKey)
  if (done.ok) return afterSending(log, at)
  return showWrite(request, at, refusedEntry(request.form, done.refusal, 'title'))
}
