// The addresses of messages: the inbox, one message, and how somebody wants to be told things.
import { createElement } from 'react'
import { type Id, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
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
} from '../../web/index.ts'
import { needsOf, openMessage, recordNeedsOf } from '../actions/tell.ts'
import { messageForms } from '../domain/forms.ts'
import { CHANNELS } from '../domain/needs.ts'
import { refusals } from '../domain/refusals.ts'
import { countInbox, readInbox } from '../store/inbox.ts'
import { InboxPage } from './inbox-page.tsx'
import { MessagePage } from './message-page.tsx'
import { NeedsPage } from './needs-page.tsx'
import { words } from './words.ts'

const english = words.in('en')
const forms = messageForms.filter(({ offered }) => offered).map(({ code }) => code)
const text = { missing: '', longest: 500, tooLong: english.tooLong }

const needsForm = defineForm({
  form: choiceField(forms, english.selectForm),
  language: choiceField(['en', 'cy'], english.selectLanguage),
  channel: choiceField(Object.keys(CHANNELS), english.selectChannel),
  address: optional(textField(text)),
  note: optional(textField(text)),
})

const PAGE = 20

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/messages',
    access: 'person',
    says: 'Everything you were told, newest first',
    handle: (request) => showInbox(log, request),
  },
  {
    method: 'GET',
    path: '/messages/needs',
    access: 'person',
    says: 'How you want to be told things',
    handle: async (request) => showNeeds(request, await needsEntry(log, request)),
  },
  {
    method: 'POST',
    path: '/messages/needs',
    access: 'person',
    says: 'Record how you want to be told things',
    handle: (request) => saveNeeds(log, request),
  },
  {
    method: 'GET',
    path: '/messages/:message',
    access: 'person',
    says: 'One message to you',
    handle: (request) => showMessage(log, request),
  },
]

async function showInbox(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { all, unread } = await countInbox(log.db, person)
  const pages = Math.max(1, Math.ceil(all / PAGE))
  const wanted = Number.parseInt(request.query.page ?? '1', 10)
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1
  const rows = await readInbox(log.db, person, (page - 1) * PAGE, PAGE)
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
  return {
    kind: 'page',
    title: opened.sent?.rendering.subject ?? words.in(language).title,
    main: createElement(MessagePage, { message: opened, language }),
    back: { href: '/messages', text: words.in(language).back },
    here: '/messages',
    welsh: words.welsh === 'whole' ? 'whole' : 'part',
  }
}

async function needsEntry(log: Log, request: PageRequest): Promise<FormEntry> {
  const { form, language, channel, address, note } = await needsOf(log, personOf(request).person)
  return freshEntry({ form, language, channel, address: address ?? '', note })
}

function showNeeds(request: PageRequest, entry: FormEntry): PageReply {
  const { language, query } = request
  const wrong = Object.keys(entry.errors).length > 0
  const saved = query.saved === 'yes' && !wrong
  return {
    kind: 'page',
    title: words.in(language).needsTitle,
    main: createElement(NeedsPage, { entry, saved, language }),
    back: { href: '/messages', text: words.in(language).back },
    here: '/messages',
    welsh: words.welsh === 'whole' ? 'whole' : 'part',
    status: wrong ? 422 : 200,
  }
}

async function saveNeeds(log: Log, request: PageRequest): Promise<PageReply> {
  const read = needsForm.parse(request.form)
  if (!read.ok) return showNeeds(request, read.entry)
  const { person } = personOf(request)
  const { address = null, note = '', ...chosen } = read.values
  const needs = { ...chosen, address: address ?? null, note: note ?? '', reviewOn: null }
  const actor = { by: person, onBehalfOf: null }
  const done = await recordNeedsOf(log, actor, person, needs, request.formKey)
  if (!done.ok) return showNeeds(request, refusedEntry(request.form, done.refusal))
  return { kind: 'redirect', to: '/messages/needs?saved=yes' }
}
