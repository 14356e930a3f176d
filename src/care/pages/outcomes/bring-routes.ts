// The addresses where a person brings their answers to a form as a file, to be checked and kept.
import { createElement } from 'react'
import { decodeUtf8 } from '../../../fhir/index.ts'
import { inLanguage, readResponseTo, typedAnswers } from '../../../forms/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedDay,
} from '../../../web/index.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { BringAnswersPage } from './bring-page.tsx'
import { TypedPage } from './form-pages.tsx'
import { around, type Handle, type OutcomesPlace, ownRoute, statusOf } from './place.ts'
import { ownForms } from './seen-routes.ts'

const english = outcomesWords.in('en')

export const bringRoutes = (log: Log): readonly Route[] => [
  ownRoute(log, 'GET', '/bring', 'Bring my answers as a file', async (_, request, at) =>
    bringPage(request, at, freshEntry()),
  ),
  {
    ...ownRoute(log, 'POST', '/bring', 'Check a FHIR QuestionnaireResponse of mine', check),
    files: { most: 1, megabytes: 1 },
  },
]

function bringPage(request: PageRequest, at: OutcomesPlace, entry: FormEntry): PageReply {
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).bring.title,
    main: createElement(BringAnswersPage, { entry, language }),
    ...around(request, at),
    status: statusOf(entry),
  }
}

/** Nothing is kept yet: the answers stand on the page where paper is typed in, to be checked. */
const check: Handle = async (log, request, at) => {
  const again = (says: string) =>
    bringPage(request, at, { typed: {}, errors: { file: { says, at: 'file', whole: true } } })
  const [file] = request.files
  if (file === undefined) return again(english.bring.chooseFile)
  const text = decodeUtf8(file.bytes)
  if (!text.ok) return bringPage(request, at, refusedEntry({}, text.refusal, 'file'))
  const read = readResponseTo(await ownForms(log, request), text.value)
  if (!read.ok) return again(read.says)
  const { form, answers, on } = read
  const day = on === null ? {} : typedDay('filled', on)
  const entry = freshEntry({ ...day, ...typedAnswers(form, answers) })
  const { language } = request
  return {
    kind: 'page',
    title: outcomesWords.in(language).forms.typedTitle(inLanguage(form.title, language)),
    main: createElement(TypedPage, { form, entry, brought: true, language }),
    ...around(request, at, '/outcomes/bring'),
  }
}
