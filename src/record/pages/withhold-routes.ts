// The addresses where somebody at work keeps an entry from the person, or gives it back to them.
import { createElement, type ReactNode } from 'react'
import { isId, type PersonId, type Refusal, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  askerOf,
  endWithholding,
  mayAdd,
  mayWithhold,
  upholdWithholding,
  withholdingOf,
  withholdingReasons,
} from '../../sharing/index.ts'
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
  typedAt,
} from '../../web/index.ts'
import { seeEntry } from '../actions/see-record.ts'
import { checkWithholdEntry, type ToWithhold, withholdEntry } from '../actions/withhold-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { withholdWords } from '../words/withhold-words.ts'
import { LookAgainPage, WithholdCheckPage, WithholdPage } from './withhold-page.tsx'

const english = withholdWords.in('en')
const longest = { longest: 2_000, tooLong: english.tooLong }

const form = defineForm({
  reason: choiceField(withholdingReasons, english.selectReason),
  says: textField({ missing: english.enterWhy, ...longest }),
  review: dayField({ name: english.theDay, missing: english.enterReview }),
})
const giveForm = defineForm({ says: textField({ missing: english.enterGiveWhy, ...longest }) })
const stillForm = defineForm({
  tells: textField({ missing: english.enterTells, ...longest }),
  review: dayField({ name: english.theDay, missing: english.enterReview }),
})

const access = 'person'
const path = '/people/:person/record/entry/:entry'

export const withholdRoutes = (log: Log): readonly Route[] => [
  {
    ...{ method: 'GET', path: `${path}/withhold`, access },
    says: 'Keep an entry from the person whose record it is, or give it back',
    handle: (request) => show(log, request, freshEntry()),
  },
  {
    ...{ method: 'POST', path: `${path}/withhold`, access },
    says: 'Keeps an entry from the person, after a second look',
    handle: (request) => keep(log, request),
  },
  {
    ...{ method: 'POST', path: `${path}/give-back`, access },
    says: 'Gives an entry back to the person',
    handle: (request) => giveBack(log, request),
  },
  {
    ...{ method: 'POST', path: `${path}/keep-still`, access },
    says: 'Keeps it from the person still, after looking at it again',
    handle: (request) => keepStill(log, request),
  },
]

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
const unknown = () => refused(refuse(refusals.entryUnknown).refusal)

/** The entry, where somebody at work may judge it; to everybody else it reads as none. */
async function find(log: Log, request: PageRequest) {
  const { person: whose, entry: id } = request.params
  const asker = askerOf(request.visitor)
  const person = whose as string as PersonId
  if (!isId(whose) || !isId(id) || !mayWithhold(asker, person)) return null
  const held = await withholdingOf(log, person, id)
  // Whoever kept it can always give it back, though it is shared with them no more.
  const mine = held !== null && held.organisation === asker.organisation
  if (held === null ? !(await mayAdd(log, log.db, person, asker)) : !mine) return null
  const where = '/people/record/entry/withhold'
  const look = { person, visitor: asker, purpose: 'direct-care', act: 'read', where } as const
  const found = await seeEntry(log, look, id)
  const seen = found.ok ? found.value : null
  const may = seen !== null && (await mayAdd(log, log.db, person, asker, seen.listed))
  if (held === null && !may) return null
  const at = `/people/${person}/record/entry/${id}`
  return { person, id, asker, seen, held, at }
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

async function show(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null) return unknown()
  const { seen, held, at } = found
  const { language } = request
  const say = withholdWords.in(language)
  if (held !== null) {
    return around(request, found, entry, {
      title: say.againTitle,
      main: createElement(LookAgainPage, {
        ...{ at, language, entry, held, now: request.now },
        listed: seen?.listed ?? null,
      }),
    })
  }
  if (seen === null) return unknown()
  const { listed } = seen
  return around(request, found, entry, {
    title: say.title,
    main: createElement(WithholdPage, { at, language, entry, listed }),
  })
}

const around = (
  { language }: PageRequest,
  { person, seen, at }: Found,
  entry: FormEntry,
  page: { readonly title: string; readonly main: ReactNode },
): PageReply => ({
  kind: 'page',
  ...page,
  about: [{ person }],
  back:
    seen === null
      ? { href: '/corrections', text: withholdWords.in(language).entryBack }
      : { href: at, text: seen.listed.title },
  here: '/people',
  welsh: 'part',
  status: Object.keys(entry.errors).length > 0 ? 422 : 200,
})

async function keep(log: Log, request: PageRequest): Promise<PageReply> {
  const found = await find(log, request)
  const seen = found?.seen ?? null
  if (found === null || seen === null) return unknown()
  const typed = form.keep(request.form)
  const read = form.parse(typed)
  if (!read.ok) return show(log, request, read.entry)
  const { person, asker, at } = found
  const { reason, says, review: reviewOn } = read.values
  const asked: ToWithhold = { person, asker, seen, reason, says, reviewOn }
  const sure = typedAt(request.form, 'sure')[0] === 'yes'
  const done = sure
    ? await withholdEntry(log, asked, request.formKey)
    : await checkWithholdEntry(log, asked)
  if (!done.ok) return refusedAt(log, request, done.refusal)
  if (sure) return { kind: 'redirect', to: at }
  const { language } = request
  const entry = freshEntry()
  const { listed } = seen
  return around(request, found, entry, {
    title: withholdWords.in(language).check,
    main: createElement(WithholdCheckPage, { at, language, listed, typed, asked }),
  })
}

async function giveBack(log: Log, request: PageRequest): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null) return unknown()
  const read = giveForm.parse(request.form)
  if (!read.ok) return show(log, request, read.entry)
  const { person, asker, id: item, seen, at } = found
  const asked = { person, asker, item, says: read.values.says, key: request.formKey }
  const done = await endWithholding(log, asked)
  if (!done.ok) return refusedAt(log, request, done.refusal)
  return { kind: 'redirect', to: seen === null ? '/corrections' : at }
}

async function keepStill(log: Log, request: PageRequest): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null || found.held === null) return unknown()
  const read = stillForm.parse(request.form)
  if (!read.ok) return show(log, request, read.entry)
  // The person reads it, so it is shown with its reading age before it goes.
  const again = readsHard(request.form, 'tells')
  if (again !== null) return show(log, request, again)
  const { person, asker, id: item } = found
  const { tells: says, review: reviewOn } = read.values
  const asked = { person, asker, item, says, reviewOn, key: request.formKey }
  const done = await upholdWithholding(log, asked)
  if (!done.ok) return refusedAt(log, request, done.refusal)
  return { kind: 'redirect', to: '/corrections?done=yes' }
}

const refusedAt = async (log: Log, request: PageRequest, refusal: Refusal): Promise<PageReply> =>
  refusal.field === undefined
    ? refused(refusal)
    : show(log, request, refusedEntry(request.form, refusal))
