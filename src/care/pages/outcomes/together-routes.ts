// The addresses of numbers about many: change after a while, and how far visits involved people.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON, type OrganisationId, refuse } from '../../../basics/index.ts'
import { askableForm, type Form, forms, loadedCodes, readAnswers } from '../../../forms/index.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedAt,
  wholeNumberField,
} from '../../../web/index.ts'
import { changeOf, sayOfVisit, topScoreOfTeam } from '../../actions/outcomes/count-together.ts'
import { makeNumbers, teamOf } from '../../actions/outcomes/visit-numbers.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { refused, statusOf } from './place.ts'
import {
  CardPage,
  type FormChange,
  TogetherPage,
  VisitFigures,
  VisitNumbers,
  VisitPage,
  VisitThanks,
} from './together-pages.tsx'

const at = '/after-visit/:organisation'
const visitEnglish = outcomesWords.in('en').visit

export const togetherRoutes = (log: Log): readonly Route[] => [
  ...cardRoutes(log),
  {
    method: 'GET',
    path: '/together',
    access: 'anyone',
    says: 'How many people feel better after a while, as numbers that left',
    handle: (request) => showTogether(log, request),
  },
  {
    method: 'GET',
    path: at,
    access: 'anyone',
    says: 'Say how far I was involved in a visit, without my name',
    handle: (request) => withVisitForm(log, request, showVisit),
  },
  {
    method: 'POST',
    path: at,
    access: 'anyone',
    says: 'Send how far I was involved in a visit',
    handle: (request) => withVisitForm(log, request, sayVisit),
  },
  {
    method: 'GET',
    path: `${at}/numbers`,
    access: 'person',
    says: 'Make numbers to hand out after visits, for who works there',
    handle: (request) => withTeam(log, request, showNumbers),
  },
  {
    method: 'POST',
    path: `${at}/numbers`,
    access: 'person',
    says: 'Show the numbers once, as cards to print',
    handle: (request) => withTeam(log, request, takeNumbers),
  },
  {
    method: 'GET',
    path: `${at}/thanks`,
    access: 'anyone',
    says: 'What happens with what I said of a visit',
    handle: (request) => withTeam(log, request, showThanks),
  },
  {
    method: 'GET',
    path: `${at}/figures`,
    access: 'anyone',
    says: 'How far people were involved in visits, as numbers that left',
    handle: (request) => withTeam(log, request, showFigures),
  },
]

/** What stands on a card, short enough to be typed: the number says which team it is of. */
const cardRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/visit',
    access: 'anyone',
    says: 'Type the number on a card from a visit',
    handle: (request) => withForm(log, request, async () => cardPage(request, freshEntry())),
  },
  {
    method: 'POST',
    path: '/visit',
    access: 'anyone',
    says: 'Find the questions that a number on a card is for',
    handle: (request) => withForm(log, request, (form) => openCard(log, request, form)),
  },
]

const cardPage = ({ language }: PageRequest, entry: FormEntry): PageReply => ({
  kind: 'page',
  title: outcomesWords.in(language).visit.card,
  main: createElement(CardPage, { entry, language }),
  status: statusOf(entry),
})

/** The number goes from form to form, and into no address. */
async function openCard(log: Log, request: PageRequest, form: Form): Promise<PageReply> {
  const [number = ''] = typedAt(request.form, 'number')
  const team = await teamOf(log, number)
  const names = await organisationNames(log.db, team === null ? [] : [team as OrganisationId])
  const name = names.get(team as OrganisationId)
  if (team === null || name === undefined) {
    const refusal = refuse(refusals.numberUnknown, {}, 'number')
    return cardPage(request, refusedEntry(request.form, refusal.refusal))
  }
  return visitPage(request, { team, name }, form, freshEntry({ number }))
}

async function showTogether(log: Log, request: PageRequest): Promise<PageReply> {
  const { language } = request
  const today = dayIn(LONDON, request.now)
  const codes = [...new Set([...forms.map(({ code }) => code), ...(await loadedCodes(log.db))])]
  const changes: FormChange[] = []
  for (const code of codes) {
    const table = await changeOf(log, code)
    const form = table === null ? null : await askableForm(log, code, today)
    if (table !== null && form !== null) {
      changes.push({ title: form.ok ? form.value.title.en : code, table })
    }
  }
  return {
    kind: 'page',
    title: outcomesWords.in(language).together.title,
    main: createElement(TogetherPage, { changes, language }),
  }
}

type Team = { readonly team: Id; readonly name: string }
type OfTeam = (log: Log, request: PageRequest, team: Team) => Promise<PageReply>

/** An organisation that is known here; anything else reads as not there. */
async function withTeam(log: Log, request: PageRequest, then: OfTeam): Promise<PageReply> {
  const id = request.params.organisation
  if (!isId(id)) return refused(refuse(refusals.teamUnknown).refusal)
  const names = await organisationNames(log.db, [id as string as OrganisationId])
  const name = names.get(id as string as OrganisationId)
  if (name === undefined) return refused(refuse(refusals.teamUnknown).refusal)
  return then(log, request, { team: id, name })
}

type Asked = (log: Log, request: PageRequest, team: Team, form: Form) => Promise<PageReply>

/**
 * The questions come as a file, under a licence: without one, every team reads the same, whether
 * it is known here or not.
 */
const withVisitForm = (log: Log, request: PageRequest, then: Asked): Promise<PageReply> =>
  withForm(log, request, (form) =>
    withTeam(log, request, (_, __, team) => then(log, request, team, form)),
  )

async function withForm(
  log: Log,
  request: PageRequest,
  then: (form: Form) => Promise<PageReply>,
): Promise<PageReply> {
  const form = await askableForm(log, 'collaborate', dayIn(LONDON, request.now))
  return form.ok ? then(form.value) : refused(refuse(refusals.visitNotAsked).refusal)
}

const showVisit: Asked = async (_, request, team, form) =>
  visitPage(request, team, form, freshEntry())

const visitPage = (
  { language }: PageRequest,
  team: Team,
  form: Form,
  entry: FormEntry,
): PageReply => ({
  kind: 'page',
  title: outcomesWords.in(language).visit.title,
  main: createElement(VisitPage, { ...team, form, entry, language }),
  status: statusOf(entry),
})

const sayVisit: Asked = async (log, request, team, form) => {
  const answers = readAnswers(form, request.form)
  const on = dayIn(LONDON, request.now)
  const [number = ''] = typedAt(request.form, 'number')
  const judging = { team: team.team, form, answers, on, number, key: request.formKey }
  const done = await sayOfVisit(log, judging)
  if (done.ok) return { kind: 'redirect', to: `/after-visit/${team.team}/thanks` }
  return visitPage(request, team, form, refusedEntry(request.form, done.refusal))
}

const showThanks: OfTeam = async (_, { language }, team) => ({
  kind: 'page',
  title: outcomesWords.in(language).visit.thanks,
  main: createElement(VisitThanks, { ...team, language }),
})

const showFigures: OfTeam = async (log, request, team) => ({
  kind: 'page',
  title: outcomesWords.in(request.language).visit.figures,
  main: createElement(VisitFigures, {
    ...team,
    score: await topScoreOfTeam(log, team.team),
    language: request.language,
    worksThere: worksThere(request, team),
  }),
})

/** Who works for the team, and nobody else, hands out numbers. */
const worksThere = ({ visitor }: PageRequest, { team }: Team): boolean =>
  visitor.kind === 'person' && visitor.acting?.organisationId === team

const numbersForm = defineForm({
  count: wholeNumberField({
    missing: visitEnglish.enterCount,
    notANumber: visitEnglish.enterCount,
    least: 1,
    most: 100,
    outside: visitEnglish.enterCount,
  }),
})

function numbersPage(
  { language, host }: PageRequest,
  team: Team,
  entry: FormEntry,
  numbers: readonly string[],
): PageReply {
  return {
    kind: 'page',
    title: outcomesWords.in(language).visit.numbers,
    main: createElement(VisitNumbers, { ...team, language, entry, numbers, host }),
    status: statusOf(entry),
  }
}

const showNumbers: OfTeam = async (_, request, team) => {
  if (!worksThere(request, team)) return refused(refuse(refusals.notOfTeam).refusal)
  return numbersPage(request, team, freshEntry({ count: '20' }), [])
}

const takeNumbers: OfTeam = async (log, request, team) => {
  if (!worksThere(request, team)) return refused(refuse(refusals.notOfTeam).refusal)
  const read = numbersForm.parse(request.form)
  if (!read.ok) return numbersPage(request, team, read.entry, [])
  const made = await makeNumbers(log, team.team, read.values.count)
  if (!made.ok) return numbersPage(request, team, refusedEntry(request.form, made.refusal), [])
  return numbersPage(request, team, freshEntry(), made.value)
}
