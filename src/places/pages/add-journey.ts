// Adding a place: one question a page, a draft between them, the answers checked, then sent.
import { createElement } from 'react'
import { type Day, ok, type Result } from '../../basics/index.ts'
import { draftStore, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  DateInput,
  dayField,
  defineForm,
  type FormValues,
  formatDay,
  type Journey,
  journeyRoutes,
  optional,
  type PageRequest,
  type Question,
  Radios,
  type Route,
  TextInput,
  textField,
  typedAt,
} from '../../web/index.ts'
import { addPlace } from '../actions/keep-places.ts'
import { kindNamed, placeKinds } from '../domain/place-kinds.ts'
import { words } from './words.ts'

const say = words.in('en')
const longest = { longest: 200, tooLong: say.tooLong }

const kindForm = defineForm({
  kind: choiceField(
    placeKinds.map(({ code }) => code),
    say.selectKind,
  ),
})
const nameForm = defineForm({ name: textField({ missing: say.enterName, ...longest }) })
const codeForm = defineForm({ code: optional(textField({ missing: '', ...longest })) })
const fromForm = defineForm({ from: dayField({ name: say.theDay, missing: say.enterDay }) })

const first = (typed: FormValues, name: string): string => typedAt(typed, name)[0]?.trim() ?? ''

const questions: readonly Question[] = [
  {
    at: 'what',
    title: say.what,
    form: kindForm,
    view: (entry, { language }) => {
      const { kind, what } = words.in(language)
      const choices = placeKinds.map(({ code }) => ({ value: code, text: kind[code as 'site'] }))
      return createElement(Radios, { name: 'kind', label: what, asHeading: true, entry, choices })
    },
    answer: (typed) => kindNamed(first(typed, 'kind'))?.says ?? null,
  },
  {
    at: 'name',
    title: say.nameQuestion,
    form: nameForm,
    view: (entry) =>
      createElement(TextInput, { name: 'name', label: say.nameQuestion, asHeading: true, entry }),
    answer: (typed) => first(typed, 'name') || null,
  },
  {
    at: 'code',
    title: say.code,
    form: codeForm,
    view: (entry) => {
      const { code: label, codeHint: hint } = say
      return createElement(TextInput, { name: 'code', label, hint, asHeading: true, entry })
    },
    answer: (typed) => first(typed, 'code') || null,
  },
  {
    at: 'since',
    title: say.from,
    form: fromForm,
    view: (entry) =>
      createElement(DateInput, { name: 'from', label: say.from, asHeading: true, entry }),
    answer: (typed) => {
      const day = dayTyped(typed)
      return day === null ? null : formatDay(day, 'en')
    },
  },
]

const dayTyped = (typed: FormValues): Day | null => {
  const read = fromForm.parse(typed)
  return read.ok ? read.values.from : null
}

async function send(
  log: Log,
  typed: FormValues,
  request: PageRequest,
): Promise<Result<{ readonly to: string }>> {
  const from = dayTyped(typed)
  if (from === null) throw new TypeError('Every question has been read before an answer is sent')
  const added = await addPlace(log, {
    actor: { by: personOf(request).person, onBehalfOf: null },
    key: request.formKey,
    kind: first(typed, 'kind'),
    name: first(typed, 'name'),
    code: first(typed, 'code') || null,
    from,
  })
  return added.ok ? ok({ to: `/places/${added.value}` }) : added
}

/** The addresses of the journey, for administrators. */
export const addPlaceRoutes = (log: Log): readonly Route[] => {
  const journey: Journey = {
    at: '/places/add',
    name: 'add-place',
    access: { roles: ['administrator'] },
    says: 'Add a place',
    questions,
    drafts: draftStore(log.db, log.clock),
    from: '/places',
    here: '/places',
    send: (typed, request) => send(log, typed, request),
  }
  return journeyRoutes(journey)
}
