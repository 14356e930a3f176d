// The addresses for editors of decision aids: checked, previewed, published, withdrawn.
import { createElement } from 'react'
import type { Log } from '../../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import { openAid, publish, withdraw } from '../../actions/aid/keep-aids.ts'
import { compileAid, LONGEST_SOURCE } from '../../domain/aid/compile.ts'
import { listAids } from '../../store/aid-rows.ts'
import { aidWorkWords } from '../../words/aid-words.ts'
import { CheckedPage, WithdrawPage, WorkPage } from './work-pages.tsx'

const english = aidWorkWords.in('en')
const access = { roles: ['aid-editor'] } as const
const here = '/aids'

const sourceForm = defineForm({
  source: textField({
    missing: english.missing,
    longest: LONGEST_SOURCE,
    tooLong: english.tooLong,
  }),
})
const withdrawForm = defineForm({
  says: textField({
    missing: english.withdrawMissing,
    longest: 1_000,
    tooLong: english.withdrawTooLong,
  }),
})

export const aidWorkRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/aid-work',
    access,
    says: 'Decision aids for editors: what is there, and a new one',
    handle: (request) => showWork(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/aid-work/check',
    access,
    files: { most: 1, megabytes: 1 },
    says: 'Check a decision aid and see it as readers would',
    handle: (request) => check(log, request),
  },
  {
    method: 'POST',
    path: '/aid-work/publish',
    access,
    says: 'Publish a version of a decision aid',
    handle: (request) => publishIt(log, request),
  },
  {
    method: 'GET',
    path: '/aid-work/:aid/withdraw',
    access,
    says: 'Withdraw a decision aid: why',
    handle: (request) => showWithdraw(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/aid-work/:aid/withdraw',
    access,
    says: 'Withdraw a decision aid',
    async handle(request) {
      const read = withdrawForm.parse(request.form)
      if (!read.ok) return showWithdraw(log, request, read.entry)
      const { says } = read.values
      const words = { says, actor: actorOf(request), key: request.formKey }
      const done = await withdraw(log, request.params.aid ?? '', words)
      if (!done.ok) return { kind: 'refused', refusal: done.refusal }
      return { kind: 'redirect', to: `/aids/${request.params.aid}` }
    },
  },
]

const actorOf = ({ visitor }: PageRequest) => {
  if (visitor.kind !== 'person') throw new Error('A route for editors let in nobody')
  return { by: visitor.person, onBehalfOf: null }
}

async function showWork(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const aids = await listAids(log.db)
  const main = createElement(WorkPage, { aids, entry, language: request.language })
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  const { title } = aidWorkWords.in(request.language)
  return { kind: 'page', title, main, here, welsh: 'part', status }
}

/** A file goes before what was pasted. */
function sentSource({ files, form }: PageRequest): Record<string, string> {
  const [file] = files.filter(({ field }) => field === 'file')
  const pasted = typeof form.source === 'string' ? form.source : ''
  return { source: file === undefined ? pasted : new TextDecoder().decode(file.bytes) }
}

async function check(log: Log, request: PageRequest): Promise<PageReply> {
  const read = sourceForm.parse(sentSource(request))
  if (!read.ok) return showWork(log, request, read.entry)
  return showChecked(request, read.entry, read.values.source)
}

function showChecked(request: PageRequest, entry: FormEntry, source: string): PageReply {
  const compiled = compileAid(source)
  const { language } = request
  const say = aidWorkWords.in(language)
  const main = createElement(CheckedPage, { compiled, source, language, entry })
  const wrong = compiled.aid === null || Object.keys(entry.errors).length > 0
  return {
    kind: 'page',
    title: compiled.aid === null ? say.refused : say.builds,
    main,
    here,
    welsh: 'part',
    back: { href: '/aid-work', text: say.title },
    status: wrong ? 422 : 200,
  }
}

async function publishIt(log: Log, request: PageRequest): Promise<PageReply> {
  const read = sourceForm.parse(request.form)
  if (!read.ok) return showWork(log, request, read.entry)
  const { source } = read.values
  const done = await publish(log, source, actorOf(request), request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/aids/${done.value.aid}` }
  return showChecked(request, refusedEntry(request.form, done.refusal, 'source'), source)
}

async function showWithdraw(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const opened = await openAid(log, request.params.aid ?? '')
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
  const { id, title } = opened.value.aid
  const { language } = request
  const say = aidWorkWords.in(language)
  const main = createElement(WithdrawPage, { aid: id, title, entry, language })
  const back = { href: '/aid-work', text: say.title }
  const status = Object.keys(entry.errors).length > 0 ? 422 : 200
  const about = { kind: 'page', title: say.withdrawTitle(title), main, here } as const
  return { ...about, welsh: 'part', back, status }
}
