// The address at which a person brings in a plan that was made elsewhere.
import { createElement } from 'react'
import type { Log } from '../../../log/index.ts'
import {
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import { bringPlan } from '../../actions/plan/bring-plan.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../../domain/plan/values.ts'
import { planWords } from '../../words/plan-words.ts'
import { BringPlanPage, BroughtPage } from './bring-page.tsx'
import { ownOnly, type Place, refused, unknownPlan } from './place.ts'
import { textOfDocument } from './plan-sections.ts'

const english = planWords.in('en')
const form = defineForm({
  name: textField({
    missing: english.bring.enterName,
    longest: LONGEST_LINE - 20,
    tooLong: english.tooLong,
  }),
})

export const bringPlanRoutes = (log: Log): readonly Route[] => [
  ownOnly(log, 'GET', '/bring', 'Bring in a plan that was made elsewhere', async (_, request, at) =>
    page(request, at, freshEntry()),
  ),
  {
    ...ownOnly(log, 'POST', '/bring', 'Bring in a plan that was made elsewhere', bring),
    files: { most: 1, megabytes: 1 },
  },
]

function page(request: PageRequest, at: Place, entry: FormEntry): PageReply {
  const say = planWords.in(request.language)
  return {
    kind: 'page',
    title: say.bring.title,
    main: createElement(BringPlanPage, { entry, say }),
    back: { href: at.base, text: say.back },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function bring(log: Log, request: PageRequest, at: Place): Promise<PageReply> {
  if (at.writer === null) return unknownPlan()
  const read = form.parse(request.form)
  if (!read.ok) return page(request, at, read.entry)
  const [file] = request.files.filter(({ field }) => field === 'files')
  if (file === undefined) {
    const says = english.bring.chooseFile
    const errors = { files: { says, at: 'files', whole: true as const } }
    return page(request, at, { typed: request.form, errors })
  }
  const { language } = request
  const say = planWords.in(language)
  const written = (document: PlanDocument) =>
    textOfDocument(document, { say, language, longest: LONGEST_TEXT - 100 })
  const wanted = { bytes: file.bytes, name: read.values.name, written }
  const done = await bringPlan(log, at.person, at.writer, wanted, request.formKey)
  if (!done.ok) {
    if (done.refusal.field === undefined) return refused(done.refusal)
    return page(request, at, refusedEntry(request.form, done.refusal, 'files'))
  }
  return {
    kind: 'page',
    title: say.bring.done,
    main: createElement(BroughtPage, { brought: done.value, say }),
    back: { href: at.base, text: say.back },
    here: at.here,
    welsh: 'part',
  }
}
