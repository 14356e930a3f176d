// The addresses of letters, photos and documents: added, shown, saved.
import { createElement } from 'react'
import { dayIn, isId, isPicture, LONDON, mediaTypes, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { LookRequest } from '../../sharing/index.ts'
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
} from '../../web/index.ts'
import { addDocument, seeFile } from '../actions/add-document.ts'
import { labels } from '../domain/labels.ts'
import { refusals } from '../domain/refusals.ts'
import { bringingWords } from '../words/bringing-words.ts'
import { DocumentPage } from './document-page.tsx'
import { afterAdding, forWhomField } from './for-whom.tsx'
import { meOf } from './me.ts'
import { mine } from './own-routes.ts'
import { words } from './words.ts'

const english = bringingWords.in('en').document

/** @source Policy of this installation: a letter of many pages, or a photo of any telephone */
const MOST_MEGABYTES = 25

const form = defineForm({
  title: textField({ missing: english.enterName, longest: 200, tooLong: english.nameTooLong }),
  says: textField({ missing: english.enterSays, longest: 2_000, tooLong: english.saysTooLong }),
  day: dayField({ name: words.in('en').theDay, missing: words.in('en').enterDay }),
  labels: choicesField(labels.map(({ code }) => code)),
  for: forWhomField,
})

const place = { path: '/record/documents/add', access: 'person' } as const

export const documentRoutes = (log: Log): readonly Route[] => [
  {
    ...place,
    method: 'GET',
    says: 'Add a letter, a photo or a document',
    handle: (request) => showAdd(request, freshEntry(typedDay('day', dayIn(LONDON, request.now)))),
  },
  {
    ...place,
    method: 'POST',
    says: 'Add a letter, a photo or a document',
    files: { most: 1, megabytes: MOST_MEGABYTES },
    handle: (request) => add(log, request),
  },
  {
    method: 'GET',
    path: '/record/entry/:entry/file',
    access: 'person',
    says: 'The file of an entry of mine',
    handle: (request) =>
      sendFile(log, request, mine(request, '/record/entry/file', actOf(request)).look),
  },
]

/** Whether the file is looked at in its page, or taken away. */
const actOf = ({ query }: PageRequest): 'read' | 'export' =>
  query.save === 'yes' ? 'export' : 'read'

/** The file of an entry, to whoever may see the entry; a file and no file read the same. */
export async function sendFile(
  log: Log,
  request: PageRequest,
  look: LookRequest,
): Promise<PageReply> {
  const id = request.params.entry
  const seen = isId(id) ? await seeFile(log, look, id) : null
  if (seen !== null && !seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const file = seen?.value ?? null
  if (file === null) return { kind: 'refused', refusal: refuse(refusals.entryUnknown).refusal }
  const { type, bytes, title } = file
  const ending = type === 'text' ? 'txt' : type === 'jpeg' ? 'jpg' : type
  const shown = type !== null && isPicture(type) && look.act === 'read'
  return {
    kind: 'download',
    name: type === null ? title : `${title}.${ending}`,
    type: type === null ? 'application/octet-stream' : mediaTypes[type],
    body: bytes,
    ...(shown ? { shown } : {}),
  }
}

function showAdd({ language }: PageRequest, entry: FormEntry): Promise<PageReply> {
  return Promise.resolve({
    kind: 'page',
    title: bringingWords.in(language).document.title,
    main: createElement(DocumentPage, { entry, language }),
    back: { href: '/record', text: words.in(language).back },
    here: '/record',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  })
}

async function add(log: Log, request: PageRequest): Promise<PageReply> {
  const read = form.parse(request.form)
  const [file] = request.files
  const missing = { says: english.chooseFile, at: 'file', whole: true }
  if (!read.ok || file === undefined) {
    const errors = file === undefined ? { file: missing, ...read.entry.errors } : read.entry.errors
    return showAdd(request, { typed: request.form, errors })
  }
  const me = meOf(request)
  const where = words.in('en').writtenHere
  const { for: audience, ...values } = read.values
  const document = { ...values, bytes: file.bytes, where, onlyMe: audience === 'me' }
  const added = await addDocument(log, me, me.person, document, request.formKey)
  if (!added.ok) return showAdd(request, refusedEntry(request.form, added.refusal, 'file'))
  return { kind: 'redirect', to: afterAdding(added.value, audience) }
}
