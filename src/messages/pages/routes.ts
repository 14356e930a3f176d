// The addresses of messages: the inbox and one message.
import { createElement } from 'react'
import { type Id, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { needsOf, openMessage } from '../actions/tell.ts'
import { formFor } from '../domain/forms.ts'
import { refusals } from '../domain/refusals.ts'
import { countInbox, readInbox } from '../store/inbox.ts'
import { messageWords as words } from '../words/message-words.ts'
import { needsWords } from '../words/needs-words.ts'
import { InboxPage } from './inbox-page.tsx'
import { MessagePage } from './message-page.tsx'
import { needsRoutes } from './needs-routes.ts'

const PAGE = 20

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/messages',
    access: 'person',
    says: 'Everything you were told, newest first',
    handle: (request) => showInbox(log, request),
  },
  ...needsRoutes(log),
  {
    method: 'GET',
    path: '/messages/:message',
    access: 'person',
    says: 'One message to you',
    handle: (request) => showMessage(log, request),
  },
]

async function showInbox(log: Log, request: PageRequest): Promise<PageReply> {
  const { person, hidesPrivate: hides = false } = personOf(request)
  const { all, unread } = await countInbox(log.db, person, hides)
  const pages = Math.max(1, Math.ceil(all / PAGE))
  const wanted = Number.parseInt(request.query.page ?? '1', 10)
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1
  const rows = await readInbox(log.db, person, { offset: (page - 1) * PAGE, limit: PAGE, hides })
  const { language } = request
  const main = createElement(InboxPage, { rows, unread, page, pages, language })
  return {
    kind: 'page',
    title: words.in(language).title,
    main,
    here: '/messages',
    welsh: words.welsh === 'whole' ? 'whole' : 'part',
  }
}

async function showMessage(log: Log, request: PageRequest): Promise<PageReply> {
  const message = request.params.message ?? ''
  const opened = await openMessage(log, personOf(request).person, message as Id)
  if (opened === null) return { kind: 'refused', refusal: refuse(refusals.messageUnknown).refusal }
  const { language } = request
  const { form } = await needsOf(log, personOf(request).person)
  const isThere = formFor(form, [opened.sent?.rendering.form ?? form]) !== null
  const names: Readonly<Record<string, string>> = needsWords.in(language).flag.forms
  const missing = isThere ? null : (names[form] ?? null)
  return {
    kind: 'page',
    title: opened.sent?.rendering.subject ?? words.in(language).title,
    main: createElement(MessagePage, { message: opened, missing, language }),
    back: { href: '/messages', text: words.in(language).back },
    here: '/messages',
    welsh: words.welsh === 'whole' ? 'whole' : 'part',
  }
}
