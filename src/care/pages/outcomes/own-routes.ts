// The addresses of what a person wants: named, followed, stopped, and its words published.
import { createElement } from 'react'
import { dayIn, type Id, isId, LONDON } from '../../../basics/index.ts'
import { draftStore } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  journeyRoutes,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
  typedDay,
} from '../../../web/index.ts'
import {
  closeOwnOutcome,
  nameOwnOutcome,
  publishOwnIdea,
  scoreOwnOutcome,
} from '../../actions/outcomes/keep-outcomes.ts'
import { seeOutcome } from '../../actions/outcomes/see-outcomes.ts'
import { LEVELS } from '../../domain/outcomes/outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { type NamingView, namingViews } from './naming-view.tsx'
import { OutcomePage } from './own-page.tsx'
import {
  around,
  bothRoutes,
  type Handle,
  meOf,
  noOutcome,
  type OutcomesPlace,
  ownRoute,
  refused,
  statusOf,
} from './place.ts'

const english = outcomesWords.in('en')

/** The name under which the draft of an outcome is kept: an idea that is adopted goes there too. */
export const NAMING_DRAFT = 'outcome-naming'

export const ownRoutes = (log: Log): readonly Route[] => [
  ...namingJourney(log),
  ...bothRoutes(
    log,
    '/own/:outcome',
    ['Something I want', 'Something that somebody wants who shares it'],
    (_, request, at) => showOutcome(log, request, at, freshDay(request)),
  ),
  ownRoute(log, 'POST', '/own/:outcome', 'Say where I am with it', score),
  ownRoute(log, 'POST', '/own/:outcome/stop', 'Stop following it', stop),
  ownRoute(log, 'POST', '/own/:outcome/publish', 'Publish its words, and nothing else', publish),
]

const naming = english.naming
const short = (missing: string) => textField({ missing, longest: 300, tooLong: naming.tooLong })

const importances = Array.from({ length: 10 }, (_, place) => String(place + 1))
const labelCodes = ['none', 'mental', 'sexual', 'private'] as const

const forms = {
  says: defineForm({ says: short(naming.enterSays), template: optional(short('')) }),
  scale: defineForm({
    'level-0': short(naming.enterLevel),
    'level-1': short(naming.enterLevel),
    'level-2': short(naming.enterLevel),
    'level-3': short(naming.enterLevel),
    'level-4': short(naming.enterLevel),
  }),
  importance: defineForm({ importance: choiceField(importances, naming.selectImportance) }),
  private: defineForm({ labels: optional(choiceField(labelCodes, naming.none)) }),
}

function namingJourney(log: Log): readonly Route[] {
  const view = (name: NamingView) => (entry: FormEntry) =>
    createElement(namingViews[name], { entry })
  const typed = (name: string) => (values: PageRequest['form']) => typedAt(values, name)[0] || null
  return journeyRoutes({
    at: '/outcomes/own/new',
    name: NAMING_DRAFT,
    access: 'person',
    says: 'Name something I want',
    drafts: draftStore(log.db, log.clock),
    from: '/outcomes',
    here: '/outcomes',
    questions: [
      {
        at: 'words',
        title: naming.says,
        form: forms.says,
        view: view('says'),
        answer: typed('says'),
      },
      {
        at: 'scale',
        title: naming.scaleTitle,
        form: forms.scale,
        view: view('scale'),
        answer: (values) =>
          createElement(namingViews.scaleShown, {
            levels: LEVELS.map((_, place) => typedAt(values, `level-${place}`)[0] ?? ''),
          }),
      },
      {
        at: 'importance',
        title: naming.importanceTitle,
        form: forms.importance,
        view: view('importance'),
        answer: typed('importance'),
      },
      {
        at: 'private',
        title: naming.privateTitle,
        form: forms.private,
        view: view('private'),
        answer: (values) => {
          const [label = 'none'] = typedAt(values, 'labels')
          return label === 'none' ? naming.none : naming.labels[label as 'mental']
        },
      },
    ],
    send: (values, request) => sendNaming(log, values, request),
  })
}

async function sendNaming(log: Log, values: PageRequest['form'], request: PageRequest) {
  const one = (name: string) => typedAt(values, name)[0] ?? ''
  const template = one('template')
  const label = one('labels')
  const done = await nameOwnOutcome(
    log,
    meOf(request),
    {
      says: one('says'),
      levels: LEVELS.map((_, place) => one(`level-${place}`)),
      importance: Number(one('importance')),
      template: isId(template) ? (template as Id) : null,
      labels: label === '' || label === 'none' ? [] : [label],
    },
    request.formKey,
  )
  return done.ok ? { ok: true as const, value: { to: `/outcomes/own/${done.value}` } } : done
}

const freshDay = ({ now }: PageRequest): FormEntry => freshEntry(typedDay('on', dayIn(LONDON, now)))

async function showOutcome(
  log: Log,
  request: PageRequest,
  at: OutcomesPlace,
  entry: FormEntry,
): Promise<PageReply> {
  const id = request.params.outcome
  const seen = isId(id) ? await seeOutcome(log, at.look('/own'), id) : null
  if (seen === null || !seen.ok || seen.value === null) return noOutcome()
  const { language } = request
  return {
    kind: 'page',
    title: seen.value.says,
    main: createElement(OutcomePage, { seen: seen.value, at, entry, language }),
    ...around(request, at),
    status: statusOf(entry),
  }
}

const scoreForm = defineForm({
  level: choiceField(['-2', '-1', '0', '1', '2'], english.own.selectLevel),
  on: dayField({ name: english.own.dayName, missing: english.own.enterDay }),
  note: optional(textField({ missing: '', longest: 1_000, tooLong: english.own.tooLong })),
})

const score: Handle = async (log, request, at) => {
  const id = request.params.outcome
  if (!isId(id)) return noOutcome()
  const read = scoreForm.parse(request.form)
  if (!read.ok) return showOutcome(log, request, at, read.entry)
  const { level, on, note = '' } = read.values
  const scoring = { outcome: id, level: Number(level), on, note }
  const done = await scoreOwnOutcome(log, meOf(request), scoring, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/outcomes/own/${id}` }
  if (done.refusal.http === 404) return noOutcome()
  return showOutcome(log, request, at, refusedEntry(request.form, done.refusal, 'level'))
}

const stop: Handle = async (log, request) => {
  const id = request.params.outcome
  if (!isId(id)) return noOutcome()
  const done = await closeOwnOutcome(log, meOf(request), id, request.formKey)
  return done.ok ? { kind: 'redirect', to: '/outcomes' } : refused(done.refusal)
}

const publish: Handle = async (log, request) => {
  const id = request.params.outcome
  if (!isId(id)) return noOutcome()
  const signed = typedAt(request.form, 'signed')[0] === 'yes'
  const done = await publishOwnIdea(log, meOf(request), id, signed, request.formKey)
  return done.ok ? { kind: 'redirect', to: `/ideas/${done.value}` } : refused(done.refusal)
}
