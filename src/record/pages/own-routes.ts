// The addresses of one's own record: seen, added to, explained, saved.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON, type Result, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type LookRequest, withheldItems } from '../../sharing/index.ts'
import {
  choiceField,
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
} from '../../web/index.ts'
import { ownLook, seeEntry } from '../actions/see-record.ts'
import { mark, mayReplace, supersede, writeEntry } from '../actions/write-entry.ts'
import { ownKinds } from '../domain/entry-kinds.ts'
import { labels } from '../domain/labels.ts'
import { receivedCopy } from '../domain/received-copy.ts'
import { refusals } from '../domain/refusals.ts'
import { AddPage } from './add-page.tsx'
import { afterAdding, forWhomField } from './for-whom.tsx'
import { type Me, meOf } from './me.ts'
import { type Shown, showEntry, showOverview } from './show.ts'
import { words } from './words.ts'

const english = words.in('en')

const addForm = defineForm({
  kind: choiceField(ownKinds, english.selectKind),
  says: textField({ missing: english.enterSays, longest: 10_000, tooLong: english.saysTooLong }),
  day: dayField({ name: english.theDay, missing: english.enterDay }),
  labels: choicesField(labels.map(({ code }) => code)),
  for: forWhomField,
})
const longest = { longest: 2_000, tooLong: english.tooLong }
const explainForm = defineForm({
  says: textField({ missing: english.enterExplanation, ...longest }),
})
const mistakeForm = defineForm({ wrong: textField({ missing: english.enterMistake, ...longest }) })

/** One's own record, for the page or the act of that name. */
export const mine = (
  request: PageRequest,
  where: string,
  act: LookRequest['act'] = 'read',
): Shown => ({
  look: ownLook(meOf(request).person, where, act, meOf(request).hides),
  base: '/record',
  name: null,
  here: '/record',
})

export const ownRoutes = (log: Log): readonly Route[] => [
  {
    ...get('/record', 'What is going on now in my health record'),
    handle: (request) => showOverview(log, request, mine(request, '/record')),
  },
  {
    ...get('/record/entry/:entry', 'One entry of my record and its history'),
    handle: (request) => showOne(log, request, freshEntry()),
  },
  {
    ...get('/record/entry/:entry/received', 'Save an entry exactly as it came'),
    handle: (request) => saveReceived(log, request),
  },
  {
    ...post('/record/entry/:entry/explain', 'Explain an entry'),
    handle: (request) => explain(log, request),
  },
  {
    ...post('/record/entry/:entry/mistake', 'Say that I wrote an entry by mistake'),
    handle: (request) => sayMistake(log, request),
  },
  {
    ...get('/record/add', 'Add a symptom, a note or what matters'),
    handle: (request) => showAdd(log, request, freshDay(request)),
  },
  {
    ...post('/record/add', 'Add a symptom, a note or what matters'),
    handle: (request) => add(log, request),
  },
]

const get = (path: string, says: string) =>
  ({ method: 'GET', path, access: 'person', says }) as const
const post = (path: string, says: string) =>
  ({ method: 'POST', path, access: 'person', says }) as const

const freshDay = ({ now }: PageRequest): FormEntry =>
  freshEntry(typedDay('day', dayIn(LONDON, now)))

const showOne = (log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> =>
  showEntry(log, request, mine(request, '/record/entry'), meOf(request), entry)

async function saveReceived(log: Log, request: PageRequest): Promise<PageReply> {
  const id = request.params.entry
  const { look } = mine(request, '/record/entry/received', 'export')
  const seen = isId(id) ? await seeEntry(log, look, id) : null
  if (seen !== null && !seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const found = seen?.value ?? null
  const body = found === null ? null : receivedCopy(found.listed.id, found.entry)
  if (body === null) return unknownEntry()
  return { kind: 'download', name: 'entry.json', type: 'application/fhir+json', body }
}

const unknownEntry = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.entryUnknown).refusal,
})

async function explain(log: Log, request: PageRequest): Promise<PageReply> {
  const read = explainForm.parse(request.form)
  if (!read.ok) return showOne(log, request, read.entry)
  return done(log, request, (me, entry) =>
    mark(log, me, { person: me.person, entry }, 'explained', read.values.says, request.formKey),
  )
}

async function sayMistake(log: Log, request: PageRequest): Promise<PageReply> {
  const read = mistakeForm.parse(request.form)
  if (!read.ok) return showOne(log, request, read.entry)
  const { wrong } = read.values
  return done(log, request, (me, entry) =>
    mark(log, me, { person: me.person, entry }, 'entered-in-error', wrong, request.formKey),
  )
}

async function done(
  log: Log,
  request: PageRequest,
  deed: (me: Me, entry: Id) => Promise<Result<null>>,
): Promise<PageReply> {
  const id = request.params.entry
  if (!isId(id)) return unknownEntry()
  const kept = await withheldItems(log, log.db, meOf(request).person)
  if (kept.has(id)) return unknownEntry()
  const result = await deed(meOf(request), id)
  if (result.ok) return { kind: 'redirect', to: `/record/entry/${id}` }
  if (result.refusal.field === undefined) return { kind: 'refused', refusal: result.refusal }
  return showOne(log, request, refusedEntry(request.form, result.refusal))
}

/** The entry whose place a new one takes; null for none, false where that cannot be. */
async function insteadOf(log: Log, request: PageRequest): Promise<Id | null | false> {
  const id = request.query.instead
  if (id === undefined || id === '') return null
  const me = meOf(request)
  const seen = isId(id) ? await seeEntry(log, mine(request, '/record/add').look, id) : null
  const entry = seen?.ok === true ? (seen.value?.entry ?? null) : null
  return isId(id) && entry !== null && mayReplace(entry, me) ? id : false
}

async function showAdd(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language } = request
  const say = words.in(language)
  const instead = await insteadOf(log, request)
  if (instead === false) return unknownEntry()
  return {
    kind: 'page',
    title: instead === null ? say.addTitle : say.newerTitle,
    main: createElement(AddPage, { entry, language, instead }),
    back: { href: '/record', text: say.back },
    here: '/record',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function add(log: Log, request: PageRequest): Promise<PageReply> {
  const instead = await insteadOf(log, request)
  if (instead === false) return unknownEntry()
  const read = addForm.parse(request.form)
  if (!read.ok) return showAdd(log, request, read.entry)
  const me = meOf(request)
  const title = english.titles[read.values.kind]
  const { for: audience, ...values } = read.values
  const written = { ...values, title, where: english.writtenHere }
  const onlyMe = instead === null && audience === 'me'
  const key = request.formKey
  const added = await writeEntry(log, me, me.person, written, key, onlyMe)
  if (!added.ok) return showAdd(log, request, refusedEntry(request.form, added.refusal, 'says'))
  if (instead !== null) {
    const at = { person: me.person, entry: instead }
    const taken = await supersede(log, me, at, added.value, null)
    if (!taken.ok) return { kind: 'refused', refusal: taken.refusal }
  }
  return { kind: 'redirect', to: afterAdding(added.value, instead === null ? audience : undefined) }
}
