// The addresses of those who answer requests for correction: the list, one request, and its ways.
import { createElement } from 'react'
import {
  isId,
  type OrganisationId,
  type PersonId,
  type Refusal,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { namesOf, organisationNames, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { readsHard } from '../../messages/index.ts'
import { askerOf, mayWithhold, seeWithheldBy } from '../../sharing/index.ts'
import {
  choiceField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  pageFrom,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import {
  answerDetails,
  answerRequest,
  askPerson,
  type Holder,
  handRequestOn,
} from '../actions/answer-correction.ts'
import { answeringLook, seeCorrection, seeWorklist } from '../actions/see-corrections.ts'
import { answeringRoles, asAnswering } from '../domain/answering.ts'
import { isAuthor } from '../domain/decide.ts'
import { correctionRefusals } from '../domain/refusals.ts'
import { correctionWords } from '../words/correction-words.ts'
import { AnswerPage } from './answer-page.tsx'
import { holdersToChoose } from './correct-routes.ts'
import { holdersOf } from './correction-parts.tsx'
import {
  type Door,
  doors,
  doorsTo,
  doorWords,
  ToAnswerPage,
  WorklistPage,
} from './worklist-page.tsx'

const english = correctionWords.in('en')
const { tooLong } = english.ask
const says = textField({ missing: english.work.enter, longest: 2_000, tooLong })
const line = (missing: string) => textField({ missing, longest: 300, tooLong })

const forms = {
  plain: defineForm({ says }),
  correct: defineForm({
    how: choiceField(['instead', 'nothing'], english.work.selectHow),
    title: optional(line(english.work.enterTitle)),
    more: optional(line('')),
    says,
  }),
  'hand-on': defineForm({ to: line(english.work.selectTo), says }),
}

const access = { roles: answeringRoles }

export const worklistRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/corrections',
    access,
    says: 'Requests for correction that wait for my organisation',
    handle: (request) => showWorklist(log, request),
  },
  {
    method: 'GET',
    path: '/corrections/:person/:request',
    access,
    says: 'One request for correction to answer',
    handle: (request) => showRequest(log, request),
  },
  ...doors.flatMap((door): Route[] => [
    {
      method: 'GET',
      path: `/corrections/:person/:request/${door}`,
      access,
      says: english.work.doors[door],
      handle: (request) => showDoor(log, request, door, freshEntry()),
    },
    {
      method: 'POST',
      path: `/corrections/:person/:request/${door}`,
      access,
      says: english.work.doors[door],
      handle: (request) => goThrough(log, request, door),
    },
  ]),
]

/** Who answers; null where they act for no organisation. */
function holderFrom(request: PageRequest): Holder | null {
  const { person, name, acting } = personOf(request)
  const organisation = acting?.organisationId ?? null
  if (acting === null || organisation === null) return null
  return { person, organisation, shownAs: `${name}, ${acting.organisation ?? ''}` }
}

const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
const unknown = () => refused(refuse(correctionRefusals.unknown).refusal)

async function showWorklist(log: Log, request: PageRequest): Promise<PageReply> {
  const holder = holderFrom(request)
  if (holder === null) return unknown()
  const { language, now, query } = request
  const say = correctionWords.in(language)
  const asker = asAnswering(askerOf(request.visitor))
  const page = pageFrom(request)
  const waiting = { where: '/corrections', page }
  const { list, more } = await seeWorklist(log, asker, holder.organisation, waiting)
  const held = await seeWithheldBy(log, asker, holder.organisation, '/corrections')
  const toReview = held.map((one) => ({ ...one, may: mayWithhold(asker, one.person) }))
  const shown = [...new Set([...list, ...toReview].map(({ person }) => person))]
  const people = await namesOf(log.db, shown)
  const justDone = query.done === 'yes'
  const main = createElement(WorklistPage, {
    ...{ list, page, more, toReview, people, justDone, say, language, now },
  })
  const about = shown.map((person) => ({ person, asked: true }))
  return { kind: 'page', title: say.work.title, main, about, here: '/corrections' }
}

/** The request that is asked for, where it is for the asker's organisation to answer now. */
async function find(log: Log, request: PageRequest) {
  const holder = holderFrom(request)
  const { person, request: id } = request.params
  if (holder === null || !isId(person) || !isId(id)) return null
  const look = answeringLook(
    asAnswering(askerOf(request.visitor)),
    person as string as PersonId,
    '/corrections',
  )
  const found = await seeCorrection(log, look, id)
  const seen = found.ok ? found.value : null
  if (seen === null || seen.correction.holder !== holder.organisation) return null
  const names = await namesOf(log.db, [look.person])
  return { holder, seen, person: look.person, name: names.get(look.person) ?? '' }
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

async function propsFor(log: Log, { language, now }: PageRequest, found: Found) {
  const { seen, person, name } = found
  const names = await organisationNames(log.db, holdersOf(seen.correction))
  const say = correctionWords.in(language)
  const at = `/corrections/${person}/${seen.request}`
  return { seen, name, names, at, say, language, now }
}

async function showRequest(log: Log, request: PageRequest): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null) return unknown()
  const props = await propsFor(log, request, found)
  return {
    kind: 'page',
    title: props.say.work.asks(found.name),
    main: createElement(ToAnswerPage, props),
    about: [{ person: found.person, asked: true }],
    back: { href: '/corrections', text: props.say.work.back },
    here: '/corrections',
  }
}

async function showDoor(
  log: Log,
  request: PageRequest,
  door: Door,
  entry: FormEntry,
): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null || !doorsTo(found.seen).includes(door)) return unknown()
  const props = await propsFor(log, request, found)
  const others = (await holdersToChoose(log, request)).filter(
    ({ value }) => value !== found.holder.organisation,
  )
  const author = isAuthor(found.seen.entry, found.holder)
  return {
    kind: 'page',
    title: doorWords(door, props).says,
    main: createElement(AnswerPage, { ...props, door, entry, author, others }),
    about: [{ person: found.person, asked: true }],
    back: { href: props.at, text: props.say.work.asks(found.name) },
    here: '/corrections',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function goThrough(log: Log, request: PageRequest, door: Door): Promise<PageReply> {
  const found = await find(log, request)
  if (found === null || !doorsTo(found.seen).includes(door)) return unknown()
  const read = readDoor(door, found, request)
  if (!read.ok) return showDoor(log, request, door, read.entry)
  // What is written to the person is shown with its reading age before it goes.
  const again = readsHard(request.form, 'says')
  if (again !== null) return showDoor(log, request, door, again)
  const done = await read.send(log, found, request)
  if (done.ok) {
    const at = `/corrections/${found.person}/${found.seen.request}`
    return { kind: 'redirect', to: door === 'question' ? at : '/corrections?done=yes' }
  }
  if (done.refusal.field === undefined) return refused(done.refusal)
  return showDoor(log, request, door, refusedEntry(request.form, done.refusal))
}

type Send = (log: Log, found: Found, request: PageRequest) => Promise<Result<null>>
type Read = { readonly ok: true; readonly send: Send } | { readonly ok: false; entry: FormEntry }

const placeOf = ({ person, seen }: Found) => ({ person, request: seen.request })

function readDoor(door: Door, { seen }: Found, { form }: PageRequest): Read {
  if (door === 'correct') return seen.details === null ? readRight(form) : readDetails(form)
  if (door === 'hand-on') {
    const read = forms['hand-on'].parse(form)
    if (!read.ok) return read
    const { to, says: why } = read.values
    const send: Send = async (log, found, request) => {
      const choices = await holdersToChoose(log, request)
      const chosen = choices.find(({ value }) => value === to)
      if (chosen === undefined) return refuse(correctionRefusals.holderMissing, {}, 'to')
      const next = { organisation: chosen.value as OrganisationId, says: why }
      return handRequestOn(log, found.holder, placeOf(found), next, request.formKey)
    }
    return { ok: true, send }
  }
  const read = forms.plain.parse(form)
  if (!read.ok) return read
  const { says: text } = read.values
  const send: Send = (log, found, { formKey }) =>
    door === 'question'
      ? askPerson(log, found.holder, placeOf(found), text, formKey)
      : answerRequest(
          log,
          found.holder,
          placeOf(found),
          { outcome: door === 'note' ? 'annotated' : 'declined', says: text },
          formKey,
        )
  return { ok: true, send }
}

function readDetails(form: PageRequest['form']): Read {
  const read = forms.plain.parse(form)
  if (!read.ok) return read
  const { says: text } = read.values
  const send: Send = (log, found, { formKey }) =>
    answerDetails(log, found.holder, placeOf(found), text, formKey)
  return { ok: true, send }
}

function readRight(form: PageRequest['form']): Read {
  const read = forms.correct.parse(form)
  if (!read.ok) return read
  const { how, title = '', more = '', says: text } = read.values
  if (how === 'instead' && title === '') {
    const error = { says: english.work.enterTitle, at: 'title', whole: true }
    return { ok: false, entry: { typed: form, errors: { title: error } } }
  }
  const right = how === 'nothing' ? null : { title, says: more }
  const answer = { outcome: 'corrected' as const, says: text, right }
  return {
    ok: true,
    send: (log, found, { formKey }) =>
      answerRequest(log, found.holder, placeOf(found), answer, formKey),
  }
}
