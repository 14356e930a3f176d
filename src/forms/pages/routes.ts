// The addresses of forms: every wording, and the paper to print, for anyone.
import { createElement } from 'react'
import { type Day, dayIn, LONDON, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { askableForm, loadForm } from '../actions/bring-form.ts'
import { type Form, inLanguage } from '../domain/form.ts'
import { forms, versionsOf } from '../domain/forms.ts'
import { mayBeShown } from '../domain/loaded-form.ts'
import { questionnaireOf } from '../domain/questionnaire-out.ts'
import { refusals } from '../domain/refusals.ts'
import { listLoaded } from '../store/loaded.ts'
import { words } from '../words/form-words.ts'
import { FormList, FormPage, type ListedLoaded, PaperForm, UnlicensedPage } from './form-pages.tsx'
import { keepRoutes } from './keep-routes.ts'

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/forms',
    access: 'anyone',
    says: 'Every form that is asked here',
    handle: (request) => showList(log, request),
  },
  ...keepRoutes(log),
  {
    method: 'GET',
    path: '/forms/:form',
    access: 'anyone',
    says: 'One form, word for word, with every wording it had',
    handle: (request) => showForm(log, request),
  },
  {
    method: 'GET',
    path: '/forms/:form/paper',
    access: 'anyone',
    says: 'One form to print and fill in by hand',
    handle: (request) => withForm(log, request, showPaper),
  },
  {
    method: 'GET',
    path: '/forms/:form/questionnaire',
    access: 'anyone',
    says: 'One form as a FHIR Questionnaire, for programs',
    handle: (request) => withForm(log, request, giveQuestionnaire),
  },
]

const mayKeepForms = ({ visitor }: PageRequest): boolean =>
  visitor.kind === 'person' && visitor.roles.includes('administrator')

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { language, now } = request
  const codes = [...new Set(forms.map(({ code }) => code))]
  const list = codes.flatMap((code) => versionsOf(code).slice(0, 1))
  const loaded = await loadedForms(log, dayIn(LONDON, now))
  const mayBring = mayKeepForms(request)
  const main = createElement(FormList, { list, loaded, mayBring, language })
  return { kind: 'page', title: words.in(language).title, main, welsh: 'part' }
}

async function loadedForms(log: Log, today: Day): Promise<readonly ListedLoaded[]> {
  const listed: ListedLoaded[] = []
  for (const { code } of await listLoaded(log.db)) {
    const form = await loadForm(log, code)
    const newest = form.wordings.at(-1)
    if (newest === undefined) continue
    const { title, version } = newest.form
    listed.push({ code, title: title.en, version, mayShow: mayBeShown(form, newest, today) })
  }
  return listed
}

async function showForm(log: Log, request: PageRequest): Promise<PageReply> {
  const { params, language, now } = request
  const code = params.form ?? ''
  const built = versionsOf(code)
  if (built.length > 0) return formPage(built, request, false)
  const loaded = await loadForm(log, code)
  const newest = loaded.wordings.at(-1)
  if (newest === undefined) return unknown
  const today = dayIn(LONDON, now)
  const shown = loaded.wordings.filter((one) => mayBeShown(loaded, one, today)).toReversed()
  const mayKeep = mayKeepForms(request)
  if (shown.length > 0) {
    return formPage(
      shown.map(({ form }) => form),
      request,
      mayKeep,
    )
  }
  const title = inLanguage(newest.form.title, language)
  const main = createElement(UnlicensedPage, { title, code, mayKeep })
  return { kind: 'page', title, main, back: backTo(language) }
}

const backTo = (language: PageRequest['language']) => ({
  href: '/forms',
  text: words.in(language).back,
})

function formPage(
  versions: readonly Form[],
  { language }: PageRequest,
  mayKeep: boolean,
): PageReply {
  const [newest] = versions
  if (newest === undefined) return unknown
  return {
    kind: 'page',
    title: inLanguage(newest.title, language),
    main: createElement(FormPage, { versions, language, mayKeep }),
    back: backTo(language),
    welsh: 'part',
  }
}

/** With the form as it is asked today; without one, or without leave to show it, says so. */
async function withForm(
  log: Log,
  request: PageRequest,
  then: (request: PageRequest, form: Form) => PageReply,
): Promise<PageReply> {
  const found = await askableForm(log, request.params.form ?? '', dayIn(LONDON, request.now))
  return found.ok ? then(request, found.value) : { kind: 'refused', refusal: found.refusal }
}

function showPaper({ language }: PageRequest, form: Form): PageReply {
  const title = inLanguage(form.title, language)
  return {
    kind: 'page',
    title,
    main: createElement(PaperForm, { form, language }),
    back: { href: `/forms/${form.code}`, text: title },
    welsh: 'part',
  }
}

function giveQuestionnaire(_: PageRequest, form: Form): PageReply {
  const body = `${JSON.stringify(questionnaireOf(form), null, 2)}\n`
  return { kind: 'data', type: 'application/fhir+json; charset=utf-8', body }
}

const unknown: PageReply = { kind: 'refused', refusal: refuse(refusals.formUnknown).refusal }
