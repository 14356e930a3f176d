// A journey: one question a page, a draft kept between them, check answers, then it is sent.
import type { ReactNode } from 'react'
import type { Refusal, Result } from '../basics/index.ts'
import { Button } from './components/button.tsx'
import { ErrorSummary } from './components/error-summary.tsx'
import { PageForm } from './components/page-form.tsx'
import { PageHeading } from './components/page-heading.tsx'
import { SummaryList } from './components/summary-list.tsx'
import type { DraftKey, DraftStore } from './drafts.ts'
import {
  type Fields,
  type Form,
  type FormEntry,
  freshEntry,
  refusedEntry,
  typedAt,
} from './form.ts'
import { usePage } from './page-context.ts'
import type { About, Access, FormValues, Language, PageReply, PageRequest, Route } from './route.ts'
import { shellWords } from './words/shell-words.ts'

/** One page of a journey: usually one question, whose label is the heading. */
export type Question = {
  /** The last part of its address. */
  readonly at: string
  /** The title of its page, and its name where answers are checked. */
  readonly title: string | ((language: Language) => string)
  readonly form: Form<Fields>
  /** The same form, whose errors are in another language; as it is, if left out. */
  readonly formIn?: (language: Language) => Form<Fields>
  /** The inputs, filled from the entry. */
  view(entry: FormEntry, request: PageRequest): ReactNode
  /** The answer as people read it; null while there is none. */
  answer(typed: FormValues, language: Language): ReactNode | null
  /** Whether it is asked at all, from what was answered before; always, if left out. */
  asked?(typed: FormValues): boolean
}

export type Journey = {
  /** Its path, under which its pages lie: `/complaints/new`, or `/people/:person/needs`. */
  readonly at: string
  /** The name its drafts are kept under. */
  readonly name: string
  readonly access: Access
  /** Whether somebody may go through it for whom they act for. */
  readonly whileActingFor?: true
  /** What it is for, in a few words. */
  readonly says: string
  readonly questions: readonly Question[]
  readonly drafts: DraftStore
  /** The page before it. */
  readonly from: string
  /** The address in the main navigation it belongs to. */
  readonly here?: string
  /** How much of its questions is in Welsh; none, if left out. */
  readonly welsh?: 'whole' | 'part'
  /** Why this visitor may not go on; null where they may. Anybody who is let in, if left out. */
  guard?(request: PageRequest): Promise<Refusal | null>
  /** About whom its pages are. */
  about?(request: PageRequest): readonly About[]
  /** What is known before anything was typed. */
  known?(request: PageRequest): Promise<FormValues>
  /** What stands below each question, such as a way to stop half-way. */
  below?(request: PageRequest): ReactNode
  /** What stands above the answers, such as what to do when it is urgent. */
  beforeSending?(request: PageRequest): ReactNode
  /**
   * Sends all that was typed, which every question has read without an error. Gives the address
   * of the confirmation, or the refusal, whose `field` names the field to change.
   */
  send(typed: FormValues, request: PageRequest): Promise<Result<{ readonly to: string }>>
}

/** The routes of a journey: its start, each question, and check answers. */
export function journeyRoutes(journey: Journey): readonly Route[] {
  const { access, says } = journey
  const route = (method: Route['method'], end: string, handle: Route['handle']): Route => ({
    method,
    path: journey.at + end,
    access,
    says,
    ...(journey.whileActingFor === true ? { whileActingFor: true } : {}),
    handle: async (request) => {
      const refusal = (await journey.guard?.(request)) ?? null
      return refusal === null ? handle(request) : { kind: 'refused', refusal }
    },
  })
  return [
    route('GET', '', async (request) => goTo(await nextAddress(journey, request))),
    ...journey.questions.flatMap((question) => [
      route('GET', `/${question.at}`, (request) => showQuestion(journey, question, request)),
      route('POST', `/${question.at}`, (request) => takeAnswer(journey, question, request)),
    ]),
    route('GET', '/check', (request) => showAnswers(journey, request, null)),
    route('POST', '/check', (request) => sendAnswers(journey, request)),
  ]
}

/** The words of its buttons and titles: English until its questions are in Welsh too. */
const wordsOf = (journey: Journey, request: PageRequest) =>
  shellWords(journey.welsh === undefined ? 'en' : request.language)

const placeOf = ({ here, welsh, about }: Journey, request: PageRequest) => ({
  ...(here === undefined ? {} : { here }),
  ...(welsh === undefined ? {} : { welsh }),
  ...(about === undefined ? {} : { about: about(request) }),
})

/** An address of the journey with the parts of the one that was asked for. */
const filled = (path: string, { params }: PageRequest): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

const titleOf = ({ title }: Question, journey: Journey, { language }: PageRequest): string =>
  typeof title === 'string' ? title : title(journey.welsh === undefined ? 'en' : language)

const goTo = (to: string): PageReply => ({ kind: 'redirect', to })

const keyOf = (journey: Journey, request: PageRequest): DraftKey => ({
  owner: request.draftOwner,
  journey:
    filled(journey.at, request) === journey.at
      ? journey.name
      : `${journey.name} ${Object.values(request.params).join(' ')}`,
})

const typedSoFar = async (journey: Journey, request: PageRequest): Promise<FormValues> =>
  (await journey.drafts.load(keyOf(journey, request))) ?? (await journey.known?.(request)) ?? {}

const askedOf = (journey: Journey, typed: FormValues) =>
  journey.questions.filter((question) => question.asked?.(typed) !== false)

/** The questions answered so far, kept in the draft: one may be answered with nothing. */
const answeredField = '~answered'

const isOpen = (question: Question, typed: FormValues) =>
  !typedAt(typed, answeredField).includes(question.at) || !question.form.parse(typed).ok

/** The first question that has no good answer yet, else check answers. */
async function nextAddress(journey: Journey, request: PageRequest): Promise<string> {
  const typed = await typedSoFar(journey, request)
  const open = askedOf(journey, typed).find((question) => isOpen(question, typed))
  return `${filled(journey.at, request)}/${open?.at ?? 'check'}`
}

async function showQuestion(
  journey: Journey,
  question: Question,
  request: PageRequest,
): Promise<PageReply> {
  const typed = await typedSoFar(journey, request)
  return questionPage(journey, question, request, freshEntry(typed))
}

function questionPage(
  journey: Journey,
  question: Question,
  request: PageRequest,
  entry: FormEntry,
): PageReply {
  const checking = request.query.from === 'check'
  const at = filled(journey.at, request)
  const wrong = Object.keys(entry.errors).length > 0
  return {
    kind: 'page',
    title: titleOf(question, journey, request),
    ...(wrong ? { status: 422 } : {}),
    ...placeOf(journey, request),
    back: { href: checking ? `${at}/check` : before(journey, question, entry.typed, request) },
    main: (
      <>
        <ErrorSummary entry={entry} />
        <PageForm action={`${at}/${question.at}${checking ? '?from=check' : ''}`}>
          {question.view(entry, request)}
          <Button>{wordsOf(journey, request).continue}</Button>
        </PageForm>
        {journey.below?.(request)}
      </>
    ),
  }
}

function before(
  journey: Journey,
  question: Question,
  typed: FormValues,
  request: PageRequest,
): string {
  const asked = askedOf(journey, typed)
  const earlier = asked[asked.indexOf(question) - 1]
  const address = earlier === undefined ? journey.from : `${journey.at}/${earlier.at}`
  return filled(address, request)
}

async function takeAnswer(
  journey: Journey,
  question: Question,
  request: PageRequest,
): Promise<PageReply> {
  const answer = question.form.keep(request.form)
  const form = question.formIn?.(request.language) ?? question.form
  const reading = form.parse(answer)
  const typed = await typedSoFar(journey, request)
  if (!reading.ok) {
    return questionPage(journey, question, request, {
      typed: { ...typed, ...answer },
      errors: reading.entry.errors,
    })
  }
  const answered = new Set([...typedAt(typed, answeredField), question.at])
  const kept = { ...without(typed, question), ...answer, [answeredField]: [...answered] }
  await journey.drafts.save(keyOf(journey, request), kept)
  if (request.query.from === 'check') return goTo(await nextAddress(journey, request))
  const asked = askedOf(journey, kept)
  const later = asked[asked.indexOf(question) + 1]
  return goTo(`${filled(journey.at, request)}/${later?.at ?? 'check'}`)
}

/** What was typed, without this question's own fields: a box unticked now is not sent at all. */
function without(typed: FormValues, question: Question): FormValues {
  const own = question.form.keep(typed)
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !Object.hasOwn(own, name)))
}

async function showAnswers(
  journey: Journey,
  request: PageRequest,
  refused: FormEntry | null,
): Promise<PageReply> {
  const typed = await typedSoFar(journey, request)
  const asked = askedOf(journey, typed)
  const open = asked.find((question) => isOpen(question, typed))
  if (open !== undefined) return goTo(`${filled(journey.at, request)}/${open.at}`)
  const last = asked.at(-1)
  return {
    kind: 'page',
    title: wordsOf(journey, request).checkAnswers,
    ...(refused === null ? {} : { status: 422 }),
    ...placeOf(journey, request),
    back: {
      href: filled(last === undefined ? journey.from : `${journey.at}/${last.at}`, request),
    },
    main: (
      <Answers journey={journey} request={request} asked={asked} typed={typed} refused={refused}>
        {journey.beforeSending?.(request)}
      </Answers>
    ),
  }
}

function Answers(props: {
  readonly journey: Journey
  readonly request: PageRequest
  readonly asked: readonly Question[]
  readonly typed: FormValues
  readonly refused: FormEntry | null
  readonly children: ReactNode
}) {
  const { words } = usePage()
  const { journey, request, asked, typed } = props
  const at = filled(journey.at, request)
  return (
    <>
      {props.refused !== null && <ErrorSummary entry={props.refused} />}
      <PageHeading>{words.checkAnswers}</PageHeading>
      {props.children}
      <SummaryList
        rows={asked.map((question) => ({
          name: titleOf(question, journey, request),
          value: question.answer(typed, request.language) ?? words.notAnswered,
          change: `${at}/${question.at}?from=check`,
        }))}
      />
      <PageForm action={`${at}/check`}>
        <Button>{words.send}</Button>
      </PageForm>
    </>
  )
}

async function sendAnswers(journey: Journey, request: PageRequest): Promise<PageReply> {
  const typed = await typedSoFar(journey, request)
  const asked = askedOf(journey, typed)
  if (asked.some((question) => isOpen(question, typed))) {
    return goTo(await nextAddress(journey, request))
  }
  const sent = await journey.send(onlyAsked(asked, typed), request)
  if (sent.ok) {
    await journey.drafts.drop(keyOf(journey, request))
    return goTo(sent.value.to)
  }
  const { field } = sent.refusal
  const blamed = asked.find((question) => field !== undefined && field in question.form.fields)
  const entry = refusedEntry(typed, sent.refusal)
  if (blamed !== undefined) return questionPage(journey, blamed, request, entry)
  return showAnswers(journey, request, refusedEntry(typed, { ...sent.refusal, field: '' }))
}

/** Answers to questions that are no longer asked are not sent. */
const onlyAsked = (asked: readonly Question[], typed: FormValues): FormValues =>
  Object.assign({}, ...asked.map((question) => question.form.keep(typed)))
