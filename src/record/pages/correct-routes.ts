// The addresses where a person asks for corrections and follows what becomes of them.
import { createElement } from 'react'
import {
  dayIn,
  type Id,
  isId,
  LONDON,
  type OrganisationId,
  type Refusal,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { listOrganisations, organisationNames, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import {
  askForCorrection,
  disagree,
  type Petitioner,
  sayMore,
  takeBack,
} from '../actions/ask-correction.ts'
import {
  type RequestsFor,
  type SeenCorrection,
  seeCorrection,
  seeCorrections,
  seeRequestsFor,
} from '../actions/see-corrections.ts'
import { ownLook } from '../actions/see-record.ts'
import { correctionDue } from '../domain/correct.ts'
import { holderOf } from '../domain/correction.ts'
import { correctionRefusals, refusals } from '../domain/refusals.ts'
import { correctionWords } from '../words/correction-words.ts'
import { CorrectPage } from './correct-page.tsx'
import { CorrectionPage } from './correction-page.tsx'
import { holdersOf } from './correction-parts.tsx'
import { CorrectionsPage } from './corrections-page.tsx'

const english = correctionWords.in('en')
const { tooLong } = english.ask

const askForm = defineForm({
  wrong: textField({ missing: english.ask.enterWrong, longest: 2_000, tooLong }),
  right: textField({ missing: english.ask.enterRight, longest: 2_000, tooLong }),
  evidence: optional(textField({ missing: '', longest: 2_000, tooLong })),
  holder: optional(textField({ missing: '', longest: 100, tooLong: english.ask.selectHolder })),
})
const moreForm = defineForm({
  more: textField({ missing: english.one.enterMore, longest: 2_000, tooLong }),
})
const disagreeForm = defineForm({
  says: textField({ missing: english.one.enterDisagree, longest: 2_000, tooLong }),
})

export const petitioner = (request: PageRequest): Petitioner => {
  const { person, name } = personOf(request)
  return { by: person, person, shownAs: name }
}

export const look = (request: PageRequest, where: string) => {
  const { person, hidesPrivate } = personOf(request)
  return ownLook(person, where, 'read', hidesPrivate)
}

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
const noEntry = () => refused(refuse(refusals.entryUnknown).refusal)
const noRequest = () => refused(refuse(correctionRefusals.unknown).refusal)

const get = (path: string, says: string) =>
  ({ method: 'GET', path, access: 'person', says }) as const
const post = (path: string, says: string) =>
  ({ method: 'POST', path, access: 'person', says }) as const

export const correctRoutes = (log: Log): readonly Route[] => [
  {
    ...get('/record/corrections', 'What I asked to have put right, and by when it is answered'),
    handle: (request) => showList(log, request),
  },
  {
    ...get('/record/corrections/:request', 'One request for a correction and its answer'),
    handle: (request) => showOne(log, request, freshEntry()),
  },
  {
    ...post('/record/corrections/:request/more', 'Add something to a request for a correction'),
    handle: (request) => addMore(log, request),
  },
  {
    ...post('/record/corrections/:request/take-back', 'Take a request for a correction back'),
    handle: (request) => takeItBack(log, request),
  },
  {
    ...post('/record/corrections/:request/disagree', 'Say that I do not agree with an answer'),
    handle: (request) => sayDisagreement(log, request),
  },
  {
    ...get('/record/entry/:entry/correct', 'Ask for an entry to be corrected'),
    handle: (request) => showAsk(log, request, freshEntry()),
  },
  {
    ...post('/record/entry/:entry/correct', 'Ask for an entry to be corrected'),
    handle: (request) => ask(log, request),
  },
]

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { language, now } = request
  const say = correctionWords.in(language)
  const seen = await seeCorrections(log, look(request, '/record/corrections'))
  if (!seen.ok) return refused(seen.refusal)
  const list = seen.value
  const names = await organisationNames(
    log.db,
    list.map(({ holder }) => holder),
  )
  const main = createElement(CorrectionsPage, { list, names, say, language, now })
  return { kind: 'page', title: say.list.title, main, back: { href: '/record' }, here: '/record' }
}

const find = async (log: Log, request: PageRequest): Promise<Result<SeenCorrection | null>> => {
  const id = request.params.request
  return isId(id)
    ? seeCorrection(log, look(request, '/record/corrections'), id)
    : { ok: true, value: null }
}

async function showOne(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const found = await find(log, request)
  if (!found.ok) return refused(found.refusal)
  const seen = found.value
  if (seen === null) return noRequest()
  const { language, now, query } = request
  const say = correctionWords.in(language)
  const names = await organisationNames(log.db, holdersOf(seen.correction))
  const justSent = query.sent === 'yes'
  const props = { seen, names, entry, justSent, say, language, now }
  return {
    kind: 'page',
    title: say.one.title,
    main: createElement(CorrectionPage, props),
    back: { href: '/record/corrections', text: say.list.back },
    here: '/record',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

/** Does something to a request, and shows it again. */
async function doTo(
  log: Log,
  request: PageRequest,
  deed: (seen: SeenCorrection) => Promise<Result<null>>,
): Promise<PageReply> {
  const found = await find(log, request)
  if (!found.ok) return refused(found.refusal)
  const seen = found.value
  if (seen === null) return noRequest()
  const done = await deed(seen)
  if (done.ok) return { kind: 'redirect', to: `/record/corrections/${seen.request}` }
  const { field } = done.refusal
  if (field === undefined) return refused(done.refusal)
  return showOne(log, request, refusedEntry(request.form, done.refusal))
}

async function addMore(log: Log, request: PageRequest): Promise<PageReply> {
  const read = moreForm.parse(request.form)
  if (!read.ok) return showOne(log, request, read.entry)
  const { more } = read.values
  return doTo(log, request, (seen) =>
    sayMore(log, petitioner(request), seen.request, more, request.formKey),
  )
}

const takeItBack = (log: Log, request: PageRequest): Promise<PageReply> =>
  doTo(log, request, ({ request: id, listed }) =>
    takeBack(log, petitioner(request), { request: id, entry: listed.id }, request.formKey),
  )

async function sayDisagreement(log: Log, request: PageRequest): Promise<PageReply> {
  const read = disagreeForm.parse(request.form)
  if (!read.ok) return showOne(log, request, read.entry)
  const { says } = read.values
  return doTo(log, request, ({ request: id, listed }) => {
    const place = { request: id, entry: listed.id }
    return disagree(log, petitioner(request), place, says, request.formKey)
  })
}

/** More organisations than this are not offered in one list. */
const MOST = 200

/** The organisations that are there today, to choose from. */
export async function holdersToChoose(log: Log, { now }: PageRequest) {
  const today = dayIn(LONDON, now)
  return (await listOrganisations(log.db, 1, MOST))
    .filter(({ abolishedOn }) => abolishedOn === null || abolishedOn > today)
    .map(({ organisation, name }) => ({ value: organisation as string, text: name }))
}

async function findEntry(log: Log, request: PageRequest): Promise<Result<RequestsFor | null>> {
  const id = request.params.entry
  return isId(id)
    ? seeRequestsFor(log, look(request, '/record/entry/correct'), id)
    : { ok: true, value: null }
}

const openOne = ({ requests }: RequestsFor): Id | null =>
  requests.find(({ ended }) => ended === null)?.request ?? null

async function showAsk(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const found = await findEntry(log, request)
  if (!found.ok) return refused(found.refusal)
  if (found.value === null) return noEntry()
  const { listed, entry: state } = found.value
  const open = openOne(found.value)
  if (open !== null) return { kind: 'redirect', to: `/record/corrections/${open}` }
  const known = holderOf(state, petitioner(request).person)
  // What the person wrote themselves they replace: nobody else need be asked.
  if (known === 'own') return { kind: 'redirect', to: `/record/add?instead=${listed.id}` }
  const { language, now } = request
  const say = correctionWords.in(language)
  const names = known === 'choose' ? null : await organisationNames(log.db, [known])
  const holder =
    known === 'choose' ? await holdersToChoose(log, request) : (names?.get(known) ?? '')
  const props = { listed, entry, holder, due: correctionDue(now), say, language }
  return {
    kind: 'page',
    title: say.ask.title,
    main: createElement(CorrectPage, props),
    back: { href: `/record/entry/${listed.id}`, text: listed.title },
    here: '/record',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function ask(log: Log, request: PageRequest): Promise<PageReply> {
  const read = askForm.parse(request.form)
  if (!read.ok) return showAsk(log, request, read.entry)
  const id = request.params.entry
  if (!isId(id)) return noEntry()
  const { wrong, right, evidence = '', holder = '' } = read.values
  const choices = await holdersToChoose(log, request)
  const chosen = choices.find(({ value }) => value === holder)?.value ?? null
  const asking = { entry: id, holder: chosen as OrganisationId | null, wrong, right, evidence }
  const where = look(request, '/record/entry/correct')
  const done = await askForCorrection(log, petitioner(request), asking, where, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/record/corrections/${done.value}?sent=yes` }
  // Asked already, by this form sent twice or in another window: that request is shown.
  if (done.refusal.code === correctionRefusals.openAlready.code) {
    return showAsk(log, request, freshEntry())
  }
  if (done.refusal.field === undefined) return refused(done.refusal)
  return showAsk(log, request, refusedEntry(request.form, done.refusal))
}
