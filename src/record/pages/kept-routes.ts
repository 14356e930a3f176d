// The addresses where a person reads that something is kept from them, and asks about it.
import { createElement } from 'react'
import type { Log } from '../../log/index.ts'
import { keptOne, lookAgainBy, queryWithholding } from '../../sharing/index.ts'
import {
  defineForm,
  type FormEntry,
  formatDueDay,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { withholdWords } from '../words/withhold-words.ts'
import { KeptFromYouPage } from './kept-page.tsx'
import { meOf } from './me.ts'
import { words } from './words.ts'

const { tooLong } = withholdWords.in('en')
const form = defineForm({ says: optional(textField({ missing: '', longest: 2_000, tooLong })) })

const access = 'person'
const path = '/record/kept/:kept'

export const keptRoutes = (log: Log): readonly Route[] => [
  {
    ...{ method: 'GET', path, access },
    says: 'Something that is kept from me: who decided, why, and how to ask about it',
    handle: (request) => show(log, request, freshEntry()),
  },
  {
    ...{ method: 'POST', path: `${path}/ask`, access },
    says: 'Asks for it to be looked at again',
    handle: (request) => ask(log, request),
  },
]

async function show(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language, now, params, query } = request
  const found = await keptOne(log, meOf(request).person, params.kept)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const kept = found.value
  const due = formatDueDay(lookAgainBy(now).due, language)
  const justAsked = query.asked === 'yes'
  return {
    kind: 'page',
    title: withholdWords.in(language).cardTitle,
    main: createElement(KeptFromYouPage, { kept, due, entry, justAsked, now, language }),
    back: { href: '/record', text: words.in(language).back },
    here: '/record',
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function ask(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, shownAs } = meOf(request)
  const found = await keptOne(log, person, request.params.kept)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const read = form.parse(request.form)
  if (!read.ok) return show(log, request, read.entry)
  const { id: kept } = found.value
  const { says = '' } = read.values
  const asked = { person, shownAs, withholding: kept, says }
  const done = await queryWithholding(log, asked, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/record/kept/${kept}?asked=yes` }
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return show(log, request, refusedEntry(request.form, done.refusal))
}
