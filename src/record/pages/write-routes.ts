// The addresses where a professional writes in a record that is shared with their role.
import { createElement } from 'react'
import { dayIn, isId, LONDON, type PersonId, type Refusal, refuse } from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { readsHard } from '../../messages/index.ts'
import { askerOf, mayAdd } from '../../sharing/index.ts'
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
  typedDay,
} from '../../web/index.ts'
import { seeEntry } from '../actions/see-record.ts'
import { explainFor, type Writer, writeFor } from '../actions/write-for.ts'
import { authoredKinds } from '../domain/authored-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { correctionWords } from '../words/correction-words.ts'
import { words } from './words.ts'
import { ExplainPage, WritePage } from './write-page.tsx'

const english = correctionWords.in('en')
const { tooLong } = english.ask

const writeForm = defineForm({
  kind: choiceField(authoredKinds, english.write.selectKind),
  called: textField({ missing: english.write.enterCalled, longest: 200, tooLong }),
  says: textField({ missing: english.write.enterSays, longest: 2_000, tooLong }),
  day: dayField({ name: words.in('en').theDay, missing: words.in('en').enterDay }),
})
const explainForm = defineForm({
  says: textField({ missing: english.write.enterSays, longest: 2_000, tooLong }),
})

export const writeRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/people/:person/record/write',
    access: 'person',
    says: 'Write in a record that is shared with my role',
    handle: (request) => showWrite(log, request, freshDay(request)),
  },
  {
    method: 'POST',
    path: '/people/:person/record/write',
    access: 'person',
    says: 'Write in a record that is shared with my role',
    handle: (request) => write(log, request),
  },
  {
    method: 'GET',
    path: '/people/:person/record/entry/:entry/explain',
    access: 'person',
    says: 'Explain an entry that is shared with my role',
    handle: (request) => showExplain(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/people/:person/record/entry/:entry/explain',
    access: 'person',
    says: 'Explain an entry that is shared with my role',
    handle: (request) => explain(log, request),
  },
]

const freshDay = ({ now }: PageRequest): FormEntry =>
  freshEntry(typedDay('day', dayIn(LONDON, now)))

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
const unknown = () => refused(refuse(refusals.entryUnknown).refusal)

/** Who writes: at work, under their name and the organisation they act for. */
function writerOf(request: PageRequest): Writer {
  const { person, name, acting } = personOf(request)
  const organisation = acting?.organisationId ?? null
  const shownAs = acting?.organisation ? `${name}, ${acting.organisation}` : name
  return { asker: askerOf(request.visitor), speaker: { person, organisation, shownAs } }
}

/** Whose record it is, where the asker may write something in it; else it reads as nobody. */
async function writable(log: Log, request: PageRequest) {
  const id = request.params.person
  if (!isId(id)) return null
  const person = id as string as PersonId
  const may = await mayAdd(log, log.db, person, askerOf(request.visitor))
  if (!may) return null
  const name = (await namesOf(log.db, [person])).get(person) ?? ''
  return { person, name, base: `/people/${person}/record` }
}

async function showWrite(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const at = await writable(log, request)
  if (at === null) return unknown()
  const say = correctionWords.in(request.language)
  return {
    kind: 'page',
    title: say.write.title(at.name),
    main: createElement(WritePage, { ...at, entry, say }),
    about: [{ person: at.person }],
    back: { href: at.base, text: words.in(request.language).backOf },
    here: '/people',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function write(log: Log, request: PageRequest): Promise<PageReply> {
  const at = await writable(log, request)
  if (at === null) return unknown()
  const read = writeForm.parse(request.form)
  if (!read.ok) return showWrite(log, request, read.entry)
  const again = readsHard(request.form, 'says')
  if (again !== null) return showWrite(log, request, again)
  const { kind, called: title, says, day } = read.values
  const written = { kind, title, says, day, where: english.write.where }
  const done = await writeFor(log, writerOf(request), at.person, written, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/entry/${done.value}` }
  return showWrite(log, request, refusedEntry(request.form, done.refusal, 'kind'))
}

async function showExplain(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const at = await writable(log, request)
  const id = request.params.entry
  if (at === null || !isId(id)) return unknown()
  const { person } = at
  const where = '/people/record/entry/explain'
  const visitor = askerOf(request.visitor)
  const look = { person, visitor, purpose: 'direct-care', act: 'read', where } as const
  const seen = await seeEntry(log, look, id)
  const listed = seen.ok ? seen.value?.listed : undefined
  // The form stands only where what is written there would be taken.
  if (listed === undefined || !(await mayAdd(log, log.db, person, visitor, listed))) {
    return unknown()
  }
  const say = correctionWords.in(request.language)
  return {
    kind: 'page',
    title: say.write.explain,
    main: createElement(ExplainPage, { ...at, entry, listed, say }),
    about: [{ person }],
    back: { href: `${at.base}/entry/${id}`, text: listed.title },
    here: '/people',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function explain(log: Log, request: PageRequest): Promise<PageReply> {
  const at = await writable(log, request)
  const id = request.params.entry
  if (at === null || !isId(id)) return unknown()
  const read = explainForm.parse(request.form)
  const again = read.ok ? readsHard(request.form, 'says') : read.entry
  if (!read.ok || again !== null) return showExplain(log, request, again ?? freshEntry())
  const place = { person: at.person, entry: id }
  const done = await explainFor(log, writerOf(request), place, read.values.says, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/entry/${id}` }
  return showExplain(log, request, refusedEntry(request.form, done.refusal, 'says'))
}
