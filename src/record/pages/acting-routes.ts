// The addresses of who adds to the record of somebody they act for: it says both their names.
import { createElement } from 'react'
import { dayIn, type Id, LONDON, type PersonId, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { mayActFor } from '../../sharing/index.ts'
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
import { writeEntry } from '../actions/write-entry.ts'
import { ownKinds } from '../domain/entry-kinds.ts'
import { labels } from '../domain/labels.ts'
import { refusals } from '../domain/refusals.ts'
import { AddPage } from './add-page.tsx'
import { words } from './words.ts'

const english = words.in('en')
const form = defineForm({
  kind: choiceField(ownKinds, english.selectKind),
  says: textField({ missing: english.enterSays, longest: 10_000, tooLong: english.saysTooLong }),
  day: dayField({ name: english.theDay, missing: english.enterDay }),
  labels: choicesField(labels.map(({ code }) => code)),
})

const path = '/people/:person/record/add'
const says = 'Add to the record of somebody you act for'

export const actingRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path,
    access: 'person',
    whileActingFor: true,
    says,
    handle: (request) =>
      show(log, request, freshEntry(typedDay('day', dayIn(LONDON, request.now)))),
  },
  {
    method: 'POST',
    path,
    access: 'person',
    whileActingFor: true,
    says,
    handle: (request) => add(log, request),
  },
]

type Acting = { readonly proxy: PersonId; readonly person: PersonId; readonly names: string }

/** Whom the visitor acts for, where it is this person and they may add; else null. */
async function actingOf(log: Log, { visitor, params }: PageRequest): Promise<Acting | null> {
  if (visitor.kind !== 'person' || !visitor.actingFor) return null
  const { person, name } = visitor.actingFor
  if (person !== params.person) return null
  const { adds } = await mayActFor(log, visitor.person, person)
  return adds ? { proxy: visitor.person, person, names: `${visitor.name}, for ${name}` } : null
}

const unknown = (): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusals.entryUnknown).refusal,
})

async function show(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const acting = await actingOf(log, request)
  if (acting === null) return unknown()
  const { language } = request
  const say = words.in(language)
  const base = `/people/${acting.person}/record`
  const to = { action: `${base}/add`, name: acting.names }
  return {
    kind: 'page',
    title: say.addTitle,
    main: createElement(AddPage, { entry, language, instead: null, to }),
    back: { href: base, text: say.backOf },
    here: base,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function add(log: Log, request: PageRequest): Promise<PageReply> {
  const acting = await actingOf(log, request)
  if (acting === null) return unknown()
  const read = form.parse(request.form)
  if (!read.ok) return show(log, request, read.entry)
  const { proxy, person, names } = acting
  const speaker = { person: proxy, organisation: null, shownAs: names, onBehalfOf: person as Id }
  const title = english.titles[read.values.kind]
  const written = { ...read.values, title, where: english.writtenHere }
  const added = await writeEntry(log, speaker, person, written, request.formKey)
  if (!added.ok) return show(log, request, refusedEntry(request.form, added.refusal, 'says'))
  return { kind: 'redirect', to: `/people/${person}/record` }
}
