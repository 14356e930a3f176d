// The addresses where two people come to be linked by a code, and where one says how to be reached.
import { createElement } from 'react'
import type { Day } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  demanding,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { recordDetails } from '../actions/record-details.ts'
import { acceptTieCode, makeTieCode, seeTieCode } from '../actions/tie-by-code.ts'
import { tieCodeHolds } from '../domain/dated-rules.ts'
import { today } from '../domain/registration.ts'
import { loadPerson, namesOf } from '../store/people.ts'
import type { CodedOffer } from '../store/tie-codes.ts'
import { tieWords } from '../words/tie-words.ts'
import { actorOf, type IdentityDeps, personOf, typedText } from './room-parts.ts'
import { AnswerTiePage, ContactPage, EnterTiePage, MadeTiePage, MakeTiePage } from './tie-page.tsx'

const english = tieWords.in('en')
const codeForm = defineForm({
  code: textField({
    missing: english.enter.codeMissing,
    longest: 60,
    tooLong: english.enter.codeLong,
  }),
})
const line = textField({ missing: '', longest: 300, tooLong: english.contact.long })
const contactForm = defineForm({
  email: optional(
    demanding(line, (text) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : english.contact.emailWrong,
    ),
  ),
  phone: optional(
    demanding(line, (text) => {
      const digits = text.replace(/\D/g, '').length
      const isPhone = /^\+?[\d ()-]+$/.test(text) && digits >= 7 && digits <= 15
      return isPhone ? null : english.contact.phoneWrong
    }),
  ),
  address: optional(line),
})

/** What somebody is to the other, and which of the two makes the code. */
const offers: Readonly<Record<string, Omit<CodedOffer, 'until'>>> = {
  'carer helper': { what: 'carer', makerIs: 'helped' },
  'carer helped': { what: 'carer', makerIs: 'helper' },
  family: { what: 'family', makerIs: 'helper' },
  'key-worker helper': { what: 'key-worker', makerIs: 'helped' },
  'key-worker helped': { what: 'key-worker', makerIs: 'helper' },
}

export function tieRoutes({ log }: IdentityDeps): readonly Route[] {
  const own = (method: Route['method'], path: string, says: string, handle: Route['handle']) =>
    ({ method, path, access: 'person', says, handle }) as const
  return [
    own('GET', '/me/ties/new', 'Link with somebody: what they are to you', async (request) =>
      makePage(request, freshEntry()),
    ),
    own('POST', '/me/ties/new', 'Makes a code to give to somebody', (request) =>
      make(log, request),
    ),
    own('GET', '/me/ties/code', 'Enter a code that somebody gave you', async (request) =>
      enterPage(request, freshEntry()),
    ),
    own('POST', '/me/ties/code', 'Whom a code is from, and the yes to it', (request) =>
      enter(log, request),
    ),
    own('GET', '/me/contact', 'How to reach you', (request) => showContact(log, request)),
    own('POST', '/me/contact', 'Changes how to reach you', (request) => saveContact(log, request)),
  ]
}

const isWrong = ({ errors }: FormEntry) => Object.keys(errors).length > 0
const rest = (entry: FormEntry) =>
  ({
    back: { href: '/me' },
    here: '/me',
    welsh: 'part',
    status: isWrong(entry) ? 422 : 200,
  }) as const

function makePage({ language }: PageRequest, entry: FormEntry): PageReply {
  const say = tieWords.in(language)
  const main = createElement(MakeTiePage, { entry, say })
  return { kind: 'page', title: say.make.title, main, ...rest(entry) }
}

const makeForm = (from: Day) =>
  defineForm({
    what: choiceField(Object.keys(offers), english.make.missing),
    until: optional(
      demanding(
        dayField({ name: english.make.untilName, missing: english.make.dayMissing }),
        (day) => (day < from ? english.make.past : null),
      ),
    ),
  })

async function make(log: Log, request: PageRequest): Promise<PageReply> {
  const read = makeForm(today(request.now)).parse(request.form)
  if (!read.ok) return makePage(request, read.entry)
  const { what, until = null } = read.values
  const offer = offers[what]
  if (offer === undefined) return makePage(request, freshEntry())
  const code = await makeTieCode(log, personOf(request).person, { ...offer, until })
  const say = tieWords.in(request.language)
  const main = createElement(MadeTiePage, { code, days: tieCodeHolds.value, say })
  return { kind: 'page', title: say.make.made, main, ...rest(freshEntry()) }
}

function enterPage({ language }: PageRequest, entry: FormEntry): PageReply {
  const say = tieWords.in(language)
  const main = createElement(EnterTiePage, { entry, say })
  return { kind: 'page', title: say.enter.title, main, ...rest(entry) }
}

async function enter(log: Log, request: PageRequest): Promise<PageReply> {
  const read = codeForm.parse(request.form)
  if (!read.ok) return enterPage(request, read.entry)
  const { code } = read.values
  const { person } = personOf(request)
  if (typedText(request, 'answer') === 'yes') {
    const done = await acceptTieCode(log, person, code)
    return done.ok
      ? { kind: 'redirect', to: '/me' }
      : enterPage(request, refusedEntry(request.form, done.refusal, 'code'))
  }
  const found = await seeTieCode(log, person, code)
  if (!found.ok) return enterPage(request, refusedEntry(request.form, found.refusal, 'code'))
  const offer = found.value
  const { language } = request
  const say = tieWords.in(language)
  const name = (await namesOf(log.db, [offer.person])).get(offer.person) ?? ''
  const main = createElement(AnswerTiePage, { offer, code, name, say, language })
  return { kind: 'page', title: say.enter.asks(name), main, ...rest(freshEntry()) }
}

function contactPage({ language }: PageRequest, entry: FormEntry): PageReply {
  const say = tieWords.in(language)
  const main = createElement(ContactPage, { entry, say })
  return { kind: 'page', title: say.contact.title, main, ...rest(entry) }
}

async function showContact(log: Log, request: PageRequest): Promise<PageReply> {
  const { state } = await loadPerson(log, log.db, personOf(request).person)
  const { email, phone, address } = state.contact
  const known = { email: email ?? '', phone: phone ?? '', address: address ?? '' }
  return contactPage(request, freshEntry(known))
}

async function saveContact(log: Log, request: PageRequest): Promise<PageReply> {
  const read = contactForm.parse(request.form)
  if (!read.ok) return contactPage(request, read.entry)
  const { email = null, phone = null, address = null } = read.values
  const visitor = personOf(request)
  const details = { contact: { email, phone, address } }
  const about = { actor: actorOf(visitor), person: visitor.person, key: request.formKey }
  const done = await recordDetails(log, { ...about, details })
  if (!done.ok) return { kind: 'refused', refusal: done.refusal }
  return { kind: 'redirect', to: '/me' }
}
