// The timeline: everything newest first, narrowed by what was chosen; no address says what.
import { createElement } from 'react'
import { isId } from '../../basics/index.ts'
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { keptFromYou } from '../../sharing/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  textField,
} from '../../web/index.ts'
import { seeTimeline } from '../actions/see-record.ts'
import { kinds } from '../domain/entry-kinds.ts'
import { type Filter, noFilter } from '../store/timeline.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { mine } from './own-routes.ts'
import { withPerson } from './people-routes.ts'
import { aboutOf, type Shown } from './show.ts'
import { TimelinePage } from './timeline-page.tsx'
import { words } from './words.ts'

const PAGE = 50
const english = seeingWords.in('en')
const short = { longest: 100, tooLong: english.tooLong }
const day = { name: english.dayName, missing: english.enterDay }

const form = defineForm({
  kind: optional(choiceField(kinds, english.everyKind)),
  search: optional(textField({ missing: '', ...short })),
  from: optional(dayField(day)),
  until: optional(dayField(day)),
  writer: optional(textField({ missing: '', ...short })),
})

export const timelineRoutes = (log: Log): readonly Route[] => [
  {
    ...address('GET', '/record/timeline', 'Everything in my record, newest first'),
    handle: (request) => show(log, request, mine(request, '/record/timeline')),
  },
  {
    ...address('POST', '/record/timeline', 'Choose what my timeline shows'),
    handle: (request) => choose(log, request, mine(request, '/record/timeline')),
  },
  {
    ...address('GET', '/people/:person/record/timeline', 'Everything that is shared of a record'),
    whileActingFor: true,
    handle: (request) => withPerson(log, request, '/timeline', (at) => show(log, request, at)),
  },
  {
    ...address('POST', '/people/:person/record/timeline', 'Choose what a shared timeline shows'),
    whileActingFor: true,
    handle: (request) => withPerson(log, request, '/timeline', (at) => choose(log, request, at)),
  },
]

const address = (method: Route['method'], path: string, says: string) =>
  ({ method, path, access: 'person', says }) as const

/** What was chosen is kept as a draft: words that are looked for stand in no address and no log. */
const draftOf = ({ draftOwner }: PageRequest, { look }: Shown) => ({
  owner: draftOwner,
  journey: `timeline ${look.person}`,
})

async function choose(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const typed = form.keep(request.form)
  const read = form.parse(typed)
  if (!read.ok) return show(log, request, at, read.entry)
  const { from, until } = read.values
  if (from !== undefined && until !== undefined && until < from) {
    const says = english.untilBeforeFrom
    const errors = { until: { says, at: 'until-day', whole: true } }
    return show(log, request, at, { ...freshEntry(typed), errors })
  }
  await draftStore(log.db, log.clock).save(draftOf(request, at), typed)
  return { kind: 'redirect', to: `${at.base}/timeline?chosen=yes` }
}

async function show(
  log: Log,
  request: PageRequest,
  at: Shown,
  wrong: FormEntry | null = null,
): Promise<PageReply> {
  const { language, query } = request
  const chosen = query.chosen === 'yes'
  const kept = chosen ? await draftStore(log.db, log.clock).load(draftOf(request, at)) : null
  const kind = kinds.find((one) => one === query.kind) ?? null
  const filter = kept === null ? { ...noFilter, kind } : filterOf(kept)
  const before = isId(query.before) ? query.before : null
  const after = isId(query.after) && before === null ? query.after : null
  const seen = await seeTimeline(log, at.look, { ...filter, before, after, limit: PAGE + 1 })
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const page = seen.value.slice(0, PAGE)
  const more = seen.value.length > PAGE
  const list = after === null ? page : page.toReversed()
  const { base, name, here } = at
  const say = words.in(language)
  const main = createElement(TimelinePage, {
    list,
    filter,
    entry: wrong ?? freshEntry(kept ?? { kind: kind ?? '' }),
    // Towards the newest there is always a way back from a page that was turned to.
    newer: after === null ? before !== null : more,
    older: after === null ? more : true,
    chosen: kept !== null,
    base,
    language,
    name,
    kept: name === null ? await keptFromYou(log, at.look.person) : [],
    now: request.now,
  })
  return {
    kind: 'page',
    title: say.timeline,
    main,
    back: { href: base, text: name === null ? say.back : say.backOf },
    here,
    ...aboutOf(at),
    welsh: 'part',
    status: wrong === null ? 200 : 422,
  }
}

function filterOf(typed: FormValues): Filter {
  const read = form.parse(typed)
  if (!read.ok) return noFilter
  const { kind = null, search = '', from = null, until = null, writer = '' } = read.values
  return { kind, search: search.trim(), from, until, writer: writer.trim() }
}
