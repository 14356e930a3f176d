// The addresses of bringing files in: sent, previewed, carried out or dropped, and taken back.
import { createElement } from 'react'
import { isId, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
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
import { MOST_MEGABYTES } from '../actions/prepare-import.ts'
import {
  type Chosen,
  carryOutPreview,
  dropOwnPreview,
  isTaken,
  MOST_FILES,
  makePreview,
  type Preview,
  seePreview,
  seePreviews,
} from '../actions/preview-import.ts'
import { seeImport, seeImports, takeImportBack } from '../actions/take-back.ts'
import { takeBackReasons } from '../domain/import.ts'
import { refusals } from '../domain/refusals.ts'
import { bringingWords } from '../words/bringing-words.ts'
import { BringPage } from './bring-page.tsx'
import { ImportPage, ImportsPage } from './imports-page.tsx'
import { meOf } from './me.ts'
import { PreviewPage } from './preview-page.tsx'
import { words } from './words.ts'

const english = bringingWords.in('en')

const backForm = defineForm({
  why: choiceField(
    takeBackReasons.map(({ code }) => code),
    english.imports.selectWhy,
  ),
  says: optional(textField({ missing: '', longest: 2_000, tooLong: english.imports.tooLong })),
})

export const bringRoutes = (log: Log): readonly Route[] => [
  {
    ...get('/record/bring', 'Bring files into my record'),
    handle: (request) => showBring(log, request, freshEntry()),
  },
  {
    ...post('/record/bring', 'Bring files into my record'),
    files: { most: MOST_FILES, megabytes: MOST_MEGABYTES },
    handle: (request) => send(log, request),
  },
  {
    ...get('/record/bring/:preview', 'What is in the files I sent, before they go in'),
    handle: (request) => showPreview(log, request, freshEntry()),
  },
  {
    ...post('/record/bring/:preview', 'Bring in what I chose of a preview'),
    handle: (request) => carryOut(log, request),
  },
  {
    ...post('/record/bring/:preview/drop', 'Drop a preview'),
    handle: (request) => drop(log, request),
  },
  {
    ...get('/record/imports', 'What was brought into my record'),
    handle: (request) => showImports(log, request),
  },
  {
    ...get('/record/imports/:import', 'One import, and taking it back'),
    handle: (request) => showImport(log, request, freshEntry()),
  },
  {
    ...post('/record/imports/:import/take-back', 'Take an import back as a whole'),
    handle: (request) => takeBack(log, request),
  },
]

const get = (path: string, says: string) =>
  ({ method: 'GET', path, access: 'person', says }) as const
const post = (path: string, says: string) =>
  ({ method: 'POST', path, access: 'person', says }) as const

const page = (title: string, main: PageOf['main'], entry: FormEntry, more: Partial<PageOf>) => ({
  kind: 'page' as const,
  title,
  main,
  here: '/record',
  welsh: bringingWords.welsh === 'whole' ? ('whole' as const) : ('part' as const),
  status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  ...more,
})
type PageOf = Extract<PageReply, { kind: 'page' }>

const refused = (kind: (typeof refusals)[keyof typeof refusals]): PageReply => ({
  kind: 'refused',
  refusal: refuse(kind).refusal,
})

async function showBring(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language } = request
  const waiting = await seePreviews(log, meOf(request).person)
  const main = createElement(BringPage, { entry, waiting, language })
  const back = { href: '/record', text: words.in(language).back }
  return page(bringingWords.in(language).bring.title, main, entry, { back })
}

async function send(log: Log, request: PageRequest): Promise<PageReply> {
  const files = request.files.filter(({ field }) => field === 'files')
  if (files.length === 0) {
    const says = bringingWords.in(request.language).bring.chooseFile
    const errors = { files: { says, at: 'files', whole: true } }
    return showBring(log, request, { typed: {}, errors })
  }
  const preview = await makePreview(log, meOf(request), files, request.formKey)
  return { kind: 'redirect', to: `/record/bring/${preview}` }
}

async function showPreview(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language, params } = request
  const seen = isId(params.preview)
    ? await seePreview(log, meOf(request), params.preview)
    : refuse(refusals.previewGone)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const say = bringingWords.in(language)
  const preview = seen.value
  const main = createElement(PreviewPage, { preview, entry, language })
  const title = preview.files.length > 1 ? say.preview.titleMany : say.preview.title
  return page(title, main, entry, { back: { href: '/record/bring', text: say.bring.title } })
}

function chosenIn({ form }: PageRequest): Chosen {
  const places = (name: string) =>
    Array.from({ length: MOST_FILES }, (_, place) => place).filter((place) =>
      typedAt(form, `${name}-${place}`).includes('yes'),
    )
  return { rest: places('rest'), mine: places('mine') }
}

async function carryOut(log: Log, request: PageRequest): Promise<PageReply> {
  const me = meOf(request)
  const id = request.params.preview
  if (!isId(id)) return refused(refusals.previewGone)
  const chosen = chosenIn(request)
  const seen = await seePreview(log, me, id)
  if (seen.ok && !seen.value.files.some((file, place) => isTaken(file, place, chosen))) {
    return showPreview(log, request, askedFor(seen.value, request))
  }
  const done = await carryOutPreview(log, me, id, chosen)
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  const [first] = done.value
  const one = done.value.length === 1 && first !== undefined ? `/${first}` : ''
  return { kind: 'redirect', to: `/record/imports${one}?done=yes` }
}

/** Nothing was ticked that must be: the error leads to the first box. */
function askedFor({ files }: Preview, { form }: PageRequest): FormEntry {
  const { says, next } = refuse(refusals.nothingChosen).refusal
  const place = files.findIndex(({ fresh }) => fresh > 0)
  const doubted = (files[place]?.about?.doubts.length ?? 0) > 0
  const ticked = typedAt(form, `mine-${place}`).includes('yes')
  const name = `${doubted && !ticked ? 'mine' : 'rest'}-${place}`
  return { typed: form, errors: { [name]: { says: `${says} ${next}`, at: name, whole: true } } }
}

async function drop(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = meOf(request)
  const id = request.params.preview
  const seen = isId(id) ? await seePreview(log, meOf(request), id) : refuse(refusals.previewGone)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  await dropOwnPreview(log, person, seen.value.id)
  return { kind: 'redirect', to: '/record/bring' }
}

async function showImports(log: Log, request: PageRequest): Promise<PageReply> {
  const { language, query } = request
  const imports = await seeImports(log, meOf(request).person)
  const justDone = query.done === 'yes'
  const main = createElement(ImportsPage, { imports, justDone, language })
  const back = { href: '/record', text: words.in(language).back }
  return page(bringingWords.in(language).imports.title, main, freshEntry(), { back })
}

async function showImport(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language, params, query } = request
  const id = params.import
  if (!isId(id)) return refused(refusals.importUnknown)
  const seen = await seeImport(log, meOf(request), id)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const say = bringingWords.in(language).imports
  const justDone = query.done === 'yes'
  const main = createElement(ImportPage, { seen: seen.value, entry, justDone, language })
  return page(say.one, main, entry, { back: { href: '/record/imports', text: say.title } })
}

async function takeBack(log: Log, request: PageRequest): Promise<PageReply> {
  const me = meOf(request)
  const batch = request.params.import
  if (!isId(batch)) return refused(refusals.importUnknown)
  const read = backForm.parse(request.form)
  if (!read.ok) return showImport(log, request, read.entry)
  const { why, says = '' } = read.values
  const taking = { person: me.person, batch, why, says }
  const done = await takeImportBack(log, me, 'person', taking)
  if (done.ok) return { kind: 'redirect', to: `/record/imports/${batch}` }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return showImport(log, request, refusedEntry(request.form, done.refusal))
}
