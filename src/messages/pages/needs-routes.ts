// The addresses of one's own communication needs: seen, said, said to be right.
import { createElement } from 'react'
import { dayIn, LONDON } from '../../basics/index.ts'
import { draftStore, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { needsOf, needsRecordOf, openNeeds, recordNeedsOf, reviewNeedsOf } from '../actions/tell.ts'
import { messageWords } from '../words/message-words.ts'
import { needsWords } from '../words/needs-words.ts'
import { needsJourney } from './needs-journey.tsx'
import { NeedsPage } from './needs-page.tsx'

const BASE = '/messages/needs'
const SAVED = `${BASE}?saved=yes`

export const needsRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: BASE,
    access: 'person',
    says: 'How you want to be told things',
    handle: (request) => showNeeds(log, request),
  },
  {
    method: 'POST',
    path: `${BASE}/right`,
    access: 'person',
    says: 'Say that it is still right',
    handle: (request) => sayRight(log, request),
  },
  ...needsJourney({
    at: `${BASE}/say`,
    from: BASE,
    here: '/messages',
    says: 'Say how you want to be told things',
    drafts: () => draftStore(log.db, log.clock),
    whose: (request) => personOf(request).person,
    known: (person) => needsOf(log, person),
    async record(request, person, said) {
      const actor = { by: person, onBehalfOf: null }
      const done = await recordNeedsOf(log, actor, person, said, request.formKey)
      return done.ok ? { ok: true, value: { to: SAVED } } : done
    },
  }),
]

async function showNeeds(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language, now } = request
  const before = await needsRecordOf(log, person)
  const record = await openNeeds(log, person)
  const main = createElement(NeedsPage, {
    record,
    name: null,
    base: BASE,
    saved: request.query.saved === 'yes',
    fresh: !before.seen,
    today: dayIn(LONDON, now),
    language,
  })
  return {
    kind: 'page',
    title: needsWords.in(language).title,
    main,
    back: { href: '/messages', text: messageWords.in(language).back },
    here: '/messages',
    welsh: 'whole',
  }
}

async function sayRight(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const actor = { by: person, onBehalfOf: null }
  const done = await reviewNeedsOf(log, actor, person, '', request.formKey)
  return done.ok ? { kind: 'redirect', to: SAVED } : { kind: 'refused', refusal: done.refusal }
}
