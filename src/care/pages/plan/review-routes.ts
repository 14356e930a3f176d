// The addresses of reviews: planned, with an agenda, held, called off, and as a calendar file.
import { createElement } from 'react'
import { type Id, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import {
  addToAgenda,
  bookHelp,
  callOffReview,
  helpNeeded,
  holdReview,
  planReview,
} from '../../actions/plan/change-plan.ts'
import { type SeenReviews, seeReviews } from '../../actions/plan/see-plan.ts'
import { refusals } from '../../domain/plan/refusals.ts'
import { calendarOf } from '../../domain/plan/reviews.ts'
import { planWords } from '../../words/plan-words.ts'
import {
  aboutOf,
  bothPlaces,
  type Handle,
  type Place,
  readsHardTo,
  refused,
  unknownPart,
} from './place.ts'
import { linesField, roleLinesField, timeField } from './review-form.ts'
import { HeldPage, type ReviewForm, ReviewPage, ReviewsPage } from './review-page.tsx'

const english = planWords.in('en').review
const { tooLong } = planWords.in('en')
const text = (longest: number, missing: string = english.enter) =>
  textField({ missing, longest, tooLong })

const planForm = defineForm({
  on: dayField({ name: english.day, missing: english.enterDay }),
  time: timeField(english.enterTime),
  place: optional(text(200)),
  help: optional(text(400)),
  agenda: optional(linesField(text(2_000))),
})
const helpForm = defineForm({ help: text(400, english.enterHelp) })
const agendaForm = defineForm({ says: text(400) })
const offForm = defineForm({ says: text(1_000, english.enterWhy) })
const heldForm = defineForm({
  came: linesField(text(2_000, english.enterCame)),
  says: optional(text(4_000)),
  actions: optional(roleLinesField(text(4_000), english.enterRole)),
  next: optional(dayField({ name: english.day, missing: english.enterDay })),
})

export const reviewRoutes = (log: Log): readonly Route[] => {
  const both = (method: Route['method'], path: string, own: string, theirs: string, to: Handle) =>
    bothPlaces(log, method, `/reviews${path}`, [own, theirs], to)
  const one = '/:review'
  return [
    ...both('GET', '', 'Reviews of my plan', 'Reviews of a plan', showAll),
    ...both('POST', '', 'Plan a review of my plan', 'Plan a review of a plan', plan),
    ...both('GET', one, 'One review of my plan', 'One review of a plan', showOne),
    ...both('POST', `${one}/agenda`, 'Add to the agenda', 'Add to the agenda', addItem),
    ...both('POST', `${one}/help`, 'Say who helps me there', 'Say who is booked', sayHelp),
    ...both('POST', `${one}/off`, 'Call a review off', 'Call a review off', callOff),
    ...both('GET', `${one}/held`, 'What came of a review', 'What came of a review', showHeld),
    ...both('POST', `${one}/held`, 'What came of a review', 'What came of a review', hold),
    ...both('GET', `${one}/calendar.ics`, 'A review for my calendar', 'A review as file', calendar),
  ]
}

const pageOf = (
  { language }: PageRequest,
  at: Place,
  title: string,
  main: Extract<PageReply, { kind: 'page' }>['main'],
  { entry, back }: { readonly entry: FormEntry; readonly back: string },
): PageReply => ({
  kind: 'page',
  title,
  main,
  back: { href: back, text: planWords.in(language)[at.name === null ? 'back' : 'backOf'] },
  here: at.here,
  welsh: 'part',
  status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  ...aboutOf(at),
})

const unknownReview = () => refused(refuse(refusals.reviewUnknown).refusal)

const showAll: Handle = (log, request, at) => allPage(log, request, at, freshEntry())

async function allPage(log: Log, request: PageRequest, at: Place, entry: FormEntry) {
  const seen = await seeReviews(log, at.look('/reviews'))
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const say = planWords.in(language)
  const needed = await neededAt(log, request, at)
  const main = createElement(ReviewsPage, { list: seen.value, needed, at, entry, language, say })
  return pageOf(request, at, say.review.title, main, { entry, back: at.base })
}

/** Who must be booked; the page says so to those whom it flags this person’s needs anyway. */
const neededAt = (log: Log, { language }: PageRequest, at: Place) =>
  helpNeeded(log, at.person, { own: at.name === null, language })

const plan: Handle = async (log, request, at) => {
  const something = { id: at.person as Id, kind: 'plan-review', labels: [], at: at.today }
  if (at.writer === null || !at.writer.may(something)) return unknownPart()
  const read = planForm.parse(request.form)
  if (!read.ok) return allPage(log, request, at, read.entry)
  const { on, time, place = null, agenda = [], help = null } = read.values
  const wanted = { on, time, place, agenda, help }
  const done = await planReview(log, at.person, at.writer, wanted, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/reviews/${done.value}` }
  return allPage(log, request, at, refusedEntry(request.form, done.refusal, 'on'))
}

/** The review of this id, where the visitor may see it; null reads as unknown. */
async function find(log: Log, { params }: PageRequest, at: Place, act?: 'print') {
  const seen = await seeReviews(log, at.look('/reviews', act))
  if (!seen.ok) return null
  return seen.value.find(({ id }) => id === params.review) ?? null
}

type Found = SeenReviews[number]

const showOne: Handle = async (log, request, at) => {
  const found = await find(log, request, at)
  return found === null ? unknownReview() : onePage(log, request, at, found, freshEntry())
}

async function onePage(
  log: Log,
  request: PageRequest,
  at: Place,
  { review }: Found,
  entry: FormEntry,
  form: ReviewForm = 'agenda',
): Promise<PageReply> {
  const { language } = request
  const say = planWords.in(language)
  const needed = await neededAt(log, request, at)
  const main = createElement(ReviewPage, { review, needed, at, entry, form, language, say })
  return pageOf(request, at, say.review.one, main, { entry, back: `${at.base}/reviews` })
}

type Does = (
  found: Found,
) => Promise<PageReply | { readonly refusal: Parameters<typeof refused>[0] }>

/** Does something to a review that the visitor may see and write in. */
async function toReview(log: Log, request: PageRequest, at: Place, deed: Does): Promise<PageReply> {
  if (at.writer === null) return unknownReview()
  const found = await find(log, request, at)
  if (found === null || !at.writer.may(found)) return unknownReview()
  const done = await deed(found)
  if (!('refusal' in done) || 'kind' in done) return done as PageReply
  return onePage(log, request, at, found, refusedEntry(request.form, done.refusal, 'says'))
}

const addItem: Handle = (log, request, at) =>
  toReview(log, request, at, async (found) => {
    const read = agendaForm.parse(request.form)
    if (!read.ok) return onePage(log, request, at, found, read.entry)
    const { writer } = at
    if (writer === null) return unknownReview()
    const item = { review: found.id, says: read.values.says }
    const done = await addToAgenda(log, at.person, writer, item, request.formKey)
    return done.ok ? { kind: 'redirect', to: `${at.base}/reviews/${found.id}` } : done
  })

const sayHelp: Handle = (log, request, at) =>
  toReview(log, request, at, async (found) => {
    const read = helpForm.parse(request.form)
    if (!read.ok) return onePage(log, request, at, found, read.entry)
    const { writer } = at
    if (writer === null) return unknownReview()
    const help = { review: found.id, says: read.values.help }
    const done = await bookHelp(log, at.person, writer, help, request.formKey)
    return done.ok ? { kind: 'redirect', to: `${at.base}/reviews/${found.id}` } : done
  })

const callOff: Handle = (log, request, at) =>
  toReview(log, request, at, async (found) => {
    const read = offForm.parse(request.form)
    const again = read.ok ? readsHardTo(at, request.form, 'says') : read.entry
    if (!read.ok || again !== null) {
      return onePage(log, request, at, found, again ?? freshEntry(), 'off')
    }
    const { writer } = at
    if (writer === null) return unknownReview()
    const off = { review: found.id, says: read.values.says }
    const done = await callOffReview(log, at.person, writer, off, request.formKey)
    return done.ok ? { kind: 'redirect', to: `${at.base}/reviews/${found.id}` } : done
  })

const showHeld: Handle = (log, request, at) =>
  toReview(log, request, at, async (found) => heldPage(request, at, found, freshEntry()))

function heldPage(request: PageRequest, at: Place, found: Found, entry: FormEntry): PageReply {
  const say = planWords.in(request.language)
  const main = createElement(HeldPage, { review: found.review, at, entry, say })
  const back = `${at.base}/reviews/${found.id}`
  return pageOf(request, at, say.review.heldTitle, main, { entry, back })
}

const hold: Handle = (log, request, at) =>
  toReview(log, request, at, async (found) => {
    const read = heldForm.parse(request.form)
    const again = read.ok ? readsHardTo(at, request.form, 'says') : read.entry
    if (!read.ok || again !== null) return heldPage(request, at, found, again ?? freshEntry())
    const { writer } = at
    if (writer === null) return unknownReview()
    const { came, says = null, actions = [], next = null } = read.values
    const held = { review: found.id, held: { came, says, actions, next } }
    const done = await holdReview(log, at.person, writer, held, request.formKey)
    if (done.ok) return { kind: 'redirect', to: `${at.base}/reviews/${found.id}` }
    return heldPage(request, at, found, refusedEntry(request.form, done.refusal, 'came'))
  })

const calendar: Handle = async (log, request, at) => {
  const found = await find(log, request, at, 'print')
  if (found === null) return unknownReview()
  const { review } = found
  const words = { title: english.calendarTitle, says: english.calendarSays }
  const body = calendarOf(review, words, request.now)
  return { kind: 'download', name: 'meeting.ics', type: 'text/calendar; charset=utf-8', body }
}
