// The addresses of forms: every wording, and the paper to print, for anyone.
import { createElement } from 'react'
import { dayIn, LONDON, refuse } from '../../basics/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { inLanguage } from '../domain/form.ts'
import { formOn, forms, versionsOf } from '../domain/forms.ts'
import { questionnaireOf } from '../domain/questionnaire-out.ts'
import { refusals } from '../domain/refusals.ts'
import { words } from '../words/form-words.ts'
import { FormList, FormPage, PaperForm } from './form-pages.tsx'

export const routes = (): readonly Route[] => [
  {
    method: 'GET',
    path: '/forms',
    access: 'anyone',
    says: 'Every form that is asked here',
    handle: async (request) => showList(request),
  },
  {
    method: 'GET',
    path: '/forms/:form',
    access: 'anyone',
    says: 'One form, word for word, with every wording it had',
    handle: async (request) => showForm(request),
  },
  {
    method: 'GET',
    path: '/forms/:form/paper',
    access: 'anyone',
    says: 'One form to print and fill in by hand',
    handle: async (request) => showPaper(request),
  },
  {
    method: 'GET',
    path: '/forms/:form/questionnaire',
    access: 'anyone',
    says: 'One form as a FHIR Questionnaire, for programs',
    handle: async (request) => giveQuestionnaire(request),
  },
]

function showList({ language }: PageRequest): PageReply {
  const codes = [...new Set(forms.map(({ code }) => code))]
  const list = codes.flatMap((code) => versionsOf(code).slice(0, 1))
  const main = createElement(FormList, { list, language })
  return { kind: 'page', title: words.in(language).title, main, welsh: 'part' }
}

function showForm({ params, language }: PageRequest): PageReply {
  const versions = versionsOf(params.form ?? '')
  const [newest] = versions
  if (newest === undefined) return unknown
  return {
    kind: 'page',
    title: inLanguage(newest.title, language),
    main: createElement(FormPage, { versions, language }),
    back: { href: '/forms', text: words.in(language).back },
    welsh: 'part',
  }
}

function showPaper({ params, language, now }: PageRequest): PageReply {
  const form = formOn(params.form ?? '', dayIn(LONDON, now))
  if (form === null) return unknown
  const title = inLanguage(form.title, language)
  return {
    kind: 'page',
    title,
    main: createElement(PaperForm, { form, language }),
    back: { href: `/forms/${form.code}`, text: title },
    welsh: 'part',
  }
}

function giveQuestionnaire({ params, now }: PageRequest): PageReply {
  const form = formOn(params.form ?? '', dayIn(LONDON, now))
  if (form === null) return unknown
  const body = `${JSON.stringify(questionnaireOf(form), null, 2)}\n`
  return { kind: 'data', type: 'application/fhir+json; charset=utf-8', body }
}

const unknown: PageReply = { kind: 'refused', refusal: refuse(refusals.formUnknown).refusal }
