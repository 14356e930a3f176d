// Saying how somebody wants to be told things: one question a page, by them or for them.
import type { ReactNode } from 'react'
import type { Id, Refusal, Result } from '../../basics/index.ts'
import {
  type About,
  Checkboxes,
  choiceField,
  choicesField,
  type DraftStore,
  defineForm,
  type FormEntry,
  type FormValues,
  journeyRoutes,
  type Language,
  optional,
  type PageRequest,
  type Question,
  Radios,
  type Route,
  Textarea,
  TextInput,
  textField,
  typedAt,
} from '../../web/index.ts'
import { messageForms } from '../domain/forms.ts'
import { needKinds } from '../domain/need-kinds.ts'
import { CHANNELS, type Needs, type NeedsSaid } from '../domain/needs.ts'
import { needsWords } from '../words/needs-words.ts'

const english = needsWords.in('en')
const codesOf = (...groups: string[]) =>
  needKinds.filter(({ group }) => groups.includes(group)).map(({ code }) => code)
const helping = codesOf('professional', 'support')
const phone = codesOf('contact')

const text = (longest: number, tooLong: string) =>
  optional(textField({ missing: '', longest, tooLong }))

const forms = {
  form: defineForm({
    form: choiceField(
      messageForms.map(({ code }) => code),
      english.selectForm,
    ),
  }),
  help: defineForm({ needs: choicesField(helping) }),
  contact: defineForm({
    channel: choiceField(Object.keys(CHANNELS), english.selectChannel),
    address: text(200, english.tooLong),
    phone: choicesField(phone),
  }),
  language: defineForm({ language: choiceField(['en', 'cy'], english.selectLanguage) }),
  interpreter: defineForm({ interpreter: text(60, english.languageTooLong) }),
  note: defineForm({ note: text(500, english.tooLong) }),
  shown: defineForm({ shown: choiceField(['yes', 'no'], english.selectShown) }),
} as const

type Name = keyof typeof forms

const named = (table: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((code) => ({ value: code, text: table[code] ?? code }))

const listed = (
  table: Readonly<Record<string, string>>,
  codes: readonly string[],
): ReactNode | null =>
  codes.length === 0 ? null : (
    <ul>
      {codes.map((code) => (
        <li key={code}>{table[code] ?? code}</li>
      ))}
    </ul>
  )

type Shown = {
  view(entry: FormEntry, language: Language): ReactNode
  answer(typed: FormValues, language: Language): ReactNode | null
}

const one = (typed: FormValues, name: string): string => typedAt(typed, name)[0] ?? ''

const shows: Readonly<Record<Name, Shown>> = {
  form: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const choices = named(
        say.forms,
        messageForms.map(({ code }) => code),
      )
      const { form: label } = say.questions
      return (
        <Radios
          name="form"
          label={label}
          hint={say.hints.form}
          entry={entry}
          choices={choices}
          asHeading
        />
      )
    },
    answer: (typed, language) => {
      const table: Readonly<Record<string, string>> = needsWords.in(language).forms
      return table[one(typed, 'form')] ?? null
    },
  },
  help: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const { help: label } = say.questions
      const choices = named(say.needs, helping)
      return (
        <Checkboxes
          name="needs"
          label={label}
          hint={say.hints.help}
          entry={entry}
          choices={choices}
          asHeading
        />
      )
    },
    answer: (typed, language) => listed(needsWords.in(language).needs, typedAt(typed, 'needs')),
  },
  contact: {
    view: (entry, language) => <Contact entry={entry} language={language} />,
    answer: (typed, language) => {
      const say = needsWords.in(language)
      const table: Readonly<Record<string, string>> = say.channels
      const needs: Readonly<Record<string, string>> = say.needs
      const parts = [
        table[one(typed, 'channel')],
        one(typed, 'address'),
        ...typedAt(typed, 'phone').map((code) => needs[code]),
      ]
      return parts.filter(Boolean).join('. ')
    },
  },
  language: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const choices = [
        { value: 'en', text: say.english },
        { value: 'cy', text: say.welsh },
      ]
      return (
        <Radios
          name="language"
          label={say.questions.language}
          entry={entry}
          choices={choices}
          asHeading
        />
      )
    },
    answer: (typed, language) => {
      const say = needsWords.in(language)
      return one(typed, 'language') === 'cy' ? say.welsh : say.english
    },
  },
  interpreter: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const { interpreter: label } = say.questions
      return (
        <TextInput
          name="interpreter"
          label={label}
          hint={say.hints.interpreter}
          entry={entry}
          asHeading
        />
      )
    },
    answer: (typed) => one(typed, 'interpreter') || null,
  },
  note: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const { note: label } = say.questions
      return (
        <Textarea
          name="note"
          label={label}
          hint={say.hints.note}
          entry={entry}
          rows={3}
          asHeading
        />
      )
    },
    answer: (typed) => one(typed, 'note') || null,
  },
  shown: {
    view: (entry, language) => {
      const say = needsWords.in(language)
      const choices = [
        { value: 'yes', text: say.shown.yes },
        { value: 'no', text: say.shown.no },
      ]
      const { shown: label } = say.questions
      return (
        <Radios
          name="shown"
          label={label}
          hint={say.hints.shown}
          entry={entry}
          choices={choices}
          asHeading
        />
      )
    },
    answer: (typed, language) =>
      needsWords.in(language).shown[one(typed, 'shown') === 'no' ? 'no' : 'yes'],
  },
}

function Contact({ entry, language }: { readonly entry: FormEntry; readonly language: Language }) {
  const say = needsWords.in(language)
  return (
    <>
      <h1 className="nhsuk-heading-l">{say.questions.contact}</h1>
      <Radios
        name="channel"
        label={say.where}
        hint={say.hints.contact}
        entry={entry}
        choices={named(say.channels, Object.keys(CHANNELS))}
      />
      <TextInput name="address" label={say.address} hint={say.hints.address} entry={entry} />
      <Checkboxes name="phone" label={say.phone} entry={entry} choices={named(say.needs, phone)} />
    </>
  )
}

/** What is recorded, as the answers it was said in. */
export const answersOf = (said: Needs): FormValues => ({
  form: said.form,
  needs: said.needs.filter((code) => helping.includes(code)),
  channel: said.channel,
  address: said.address ?? '',
  phone: said.needs.filter((code) => phone.includes(code)),
  language: said.language,
  interpreter: said.interpreter ?? '',
  note: said.note,
  shown: said.shown ? 'yes' : 'no',
})

const saidFrom = (typed: FormValues): NeedsSaid => ({
  form: one(typed, 'form'),
  language: one(typed, 'language'),
  channel: one(typed, 'channel'),
  address: one(typed, 'address') || null,
  needs: [...typedAt(typed, 'needs'), ...typedAt(typed, 'phone')],
  interpreter: one(typed, 'interpreter') || null,
  note: one(typed, 'note'),
  shown: one(typed, 'shown') !== 'no',
})

/** The answers as people read them, by question. */
export const answersShown = (said: Needs, language: Language) => {
  const titles: Readonly<Record<Name, string>> = needsWords.in(language).questions
  const typed = answersOf(said)
  return (Object.keys(shows) as Name[]).map((name) => ({
    name: titles[name],
    value: shows[name].answer(typed, language) ?? needsWords.in(language).nothing,
  }))
}

const questions: readonly Question[] = (Object.keys(shows) as Name[]).map((name) => ({
  at: name,
  title: (language: Language) => needsWords.in(language).questions[name],
  form: forms[name],
  view: (entry, { language }) => shows[name].view(entry, language),
  answer: (typed, language) => shows[name].answer(typed, language),
}))

export type NeedsJourney = {
  /** Its path, under which every page of it lies; and the page before it. */
  readonly at: string
  readonly from: string
  readonly here: string
  readonly says: string
  /** Asked for at each request. */
  drafts(): DraftStore
  readonly whileActingFor?: true
  /** Whose needs they are. */
  whose(request: PageRequest): Id | null
  guard?(request: PageRequest): Promise<Refusal | null>
  about?(request: PageRequest): readonly About[]
  known(person: Id): Promise<Needs>
  record(
    request: PageRequest,
    person: Id,
    said: NeedsSaid,
  ): Promise<Result<{ readonly to: string }>>
}

/** The routes of saying it: for oneself, or for somebody else who was asked. */
export const needsJourney = (parts: NeedsJourney): readonly Route[] => {
  const { at, from, here, says, guard, about } = parts
  const personOf = (request: PageRequest): Id => {
    const person = parts.whose(request)
    if (person === null) throw new Error('The guard of a journey let in nobody')
    return person
  }
  return journeyRoutes({
    at,
    from,
    here,
    says,
    get drafts() {
      return parts.drafts()
    },
    name: 'communication-needs',
    access: 'person',
    welsh: 'whole',
    questions,
    known: async (request) => answersOf(await parts.known(personOf(request))),
    send: (typed, request) => parts.record(request, personOf(request), saidFrom(typed)),
    ...(parts.whileActingFor === true ? { whileActingFor: true } : {}),
    ...(guard === undefined ? {} : { guard }),
    ...(about === undefined ? {} : { about }),
  })
}
