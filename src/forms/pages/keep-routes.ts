// The addresses where an administrator brings a form as a file and records the licence to show it.
import { createElement } from 'react'
import { dayIn, LONDON, type Refusal, refuse } from '../../basics/index.ts'
import { decodeUtf8 } from '../../fhir/index.ts'
import type { Actor, Log } from '../../log/index.ts'
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
  typedAt,
} from '../../web/index.ts'
import { bring, license, loadForm, unlicense } from '../actions/bring-form.ts'
import { instrumentOf, mayBeShown, readText } from '../domain/loaded-form.ts'
import type { Fault } from '../domain/questionnaire-in.ts'
import { refusals } from '../domain/refusals.ts'
import { words as formWords } from '../words/form-words.ts'
import { keepFormsEnglish as say } from '../words/keep-forms-en.ts'
import { BringPage, LicencePage, PreviewPage } from './keep-pages.tsx'

const access = { roles: ['administrator'] } as const

const keepForm = defineForm({
  terms: choiceField(['ours', 'free', 'licensed'], say.bring.selectTerms),
  says: textField({ missing: say.bring.enterSays, longest: 500, tooLong: say.bring.tooLong }),
})

const long = (missing: string) =>
  textField({ missing, longest: 4_000, tooLong: say.licence.tooLong })

const licenceForm = defineForm({
  holder: long(say.licence.enterHolder),
  reference: long(say.licence.enterReference),
  proof: long(say.licence.enterProof),
  from: dayField({ name: say.licence.fromDay, missing: say.licence.enterFrom }),
  until: optional(dayField({ name: say.licence.untilDay, missing: say.licence.enterFrom })),
})

const endForm = defineForm({ why: long(say.licence.enterWhy) })

export const keepRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/forms/bring',
    access,
    says: 'Bring a form as a FHIR Questionnaire',
    handle: async () => showBring(freshEntry(), []),
  },
  {
    method: 'POST',
    path: '/forms/bring',
    access,
    says: 'Check a FHIR Questionnaire, and show how it would be asked',
    files: { most: 1, megabytes: 1 },
    handle: async (request) => check(request),
  },
  {
    method: 'POST',
    path: '/forms/bring/keep',
    access,
    says: 'Keep a form that was checked',
    handle: (request) => keep(log, request),
  },
  {
    method: 'GET',
    path: '/forms/:form/licence',
    access,
    says: 'The licences to show the words of a form',
    handle: (request) => showLicence(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/forms/:form/licence',
    access,
    says: 'Record a licence to show the words of a form',
    handle: (request) => record(log, request),
  },
  {
    method: 'POST',
    path: '/forms/:form/licence/end',
    access,
    says: 'End the licence of a form',
    handle: (request) => end(log, request),
  },
]

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
const back = { href: '/forms', text: formWords.in('en').back }

const actorOf = ({ visitor }: PageRequest): Actor => ({
  by: visitor.kind === 'person' ? visitor.person : null,
  onBehalfOf: null,
})

const statusOf = (entry: FormEntry) => (Object.keys(entry.errors).length > 0 ? 422 : 200)

const showBring = (entry: FormEntry, faults: readonly Fault[]): PageReply => ({
  kind: 'page',
  title: say.bring.title,
  main: createElement(BringPage, { entry, faults }),
  back,
  status: faults.length > 0 ? 422 : statusOf(entry),
})

function check(request: PageRequest): PageReply {
  const [file] = request.files
  if (file === undefined) {
    const error = { says: say.bring.chooseFile, at: 'file', whole: true }
    return showBring({ typed: {}, errors: { file: error } }, [])
  }
  const text = decodeUtf8(file.bytes)
  if (!text.ok) return showBring(refusedEntry({}, text.refusal, 'file'), [])
  return preview(request, text.value, freshEntry())
}

function preview(request: PageRequest, text: string, entry: FormEntry): PageReply {
  const read = readText(text, dayIn(LONDON, request.now))
  if (!read.ok) {
    const { refusal } = refuse(refusals.fileFaulty, {}, 'file')
    return showBring(refusedEntry({}, refusal), read.faults)
  }
  const { form, notes } = read
  const instrument = instrumentOf(form)
  const sent = Buffer.from(text).toString('base64url')
  const { language } = request
  return {
    kind: 'page',
    title: form.title.en,
    main: createElement(PreviewPage, { entry, form, notes, instrument, sent, language }),
    back: { href: '/forms/bring', text: say.bring.title },
    status: statusOf(entry),
  }
}

async function keep(log: Log, request: PageRequest): Promise<PageReply> {
  const [sent = ''] = typedAt(request.form, 'sent')
  const text = decodeUtf8(Buffer.from(sent, 'base64url'))
  if (sent === '' || !text.ok) return { kind: 'redirect', to: '/forms/bring' }
  const read = keepForm.parse(request.form)
  if (!read.ok) return preview(request, text.value, read.entry)
  const bringing = { questionnaire: text.value, ...read.values }
  const done = await bring(log, actorOf(request), bringing, request.formKey)
  if (!done.ok) return preview(request, text.value, refusedEntry(request.form, done.refusal))
  const next = read.values.terms === 'licensed' ? '/licence' : ''
  return { kind: 'redirect', to: `/forms/${done.value}${next}` }
}

async function showLicence(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const code = request.params.form ?? ''
  const loaded = await loadForm(log, code)
  const newest = loaded.wordings.at(-1)
  if (newest === undefined) return refused(refuse(refusals.formUnknown).refusal)
  const title = newest.form.title.en
  const needed = newest.terms === 'licensed'
  const holdsNow = mayBeShown(loaded, newest, dayIn(LONDON, request.now))
  const { language } = request
  const props = { loaded, code, title, needed, holdsNow, entry, language }
  return {
    kind: 'page',
    title: say.licence.title(title),
    main: createElement(LicencePage, props),
    back: { href: `/forms/${code}`, text: title },
    status: statusOf(entry),
  }
}

async function record(log: Log, request: PageRequest): Promise<PageReply> {
  const code = request.params.form ?? ''
  const read = licenceForm.parse(request.form)
  if (!read.ok) return showLicence(log, request, read.entry)
  const licence = { ...read.values, until: read.values.until ?? null }
  return after(log, request, await license(log, actorOf(request), code, licence, request.formKey))
}

async function end(log: Log, request: PageRequest): Promise<PageReply> {
  const code = request.params.form ?? ''
  const read = endForm.parse(request.form)
  if (!read.ok) return showLicence(log, request, read.entry)
  const { why } = read.values
  return after(log, request, await unlicense(log, actorOf(request), code, why, request.formKey))
}

async function after(
  log: Log,
  request: PageRequest,
  done: Awaited<ReturnType<typeof license>>,
): Promise<PageReply> {
  if (done.ok) return { kind: 'redirect', to: `/forms/${request.params.form}/licence` }
  if (done.refusal.http === 404) return refused(done.refusal)
  return showLicence(log, request, refusedEntry(request.form, done.refusal))
}
