// The addresses at which a person brings in a plan from elsewhere: sent, looked at, then proposed.
import { createElement } from 'react'
import { draftStore } from '../../../identity/index.ts'
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
  typedAt,
} from '../../../web/index.ts'
import { bringPlan, readPlanFile, textOfFile } from '../../actions/plan/bring-plan.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../../domain/plan/values.ts'
import { planWords } from '../../words/plan-words.ts'
import { BringPlanPage, CheckPlanPage } from './bring-page.tsx'
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
  ownOnly(log, 'GET', '/bring', 'Bring in a plan that was made elsewhere', (_, request, at) =>
    askForFile(log, request, at, freshEntry()),
  ),
  {
    ...ownOnly(log, 'POST', '/bring', 'Bring in a plan that was made elsewhere', send),
    files: { most: 1, megabytes: 1 },
  },
  ownOnly(log, 'GET', '/bring/check', 'What is in the plan I sent, before it goes in', check),
  ownOnly(log, 'POST', '/bring/check', 'Propose what is in the plan I sent', bring),
  ownOnly(log, 'POST', '/bring/drop', 'Leave the plan I sent', async (_, request) => {
    await waitingOf(log, request).drop()
    return { kind: 'redirect', to: '/plan' }
  }),
]

/** The file that was sent, which waits as a draft until the person has looked at what is in it. */
function waitingOf(log: Log, { draftOwner: owner }: PageRequest) {
  const drafts = draftStore(log.db, log.clock)
  const key = { owner, journey: 'bring-plan' }
  return {
    async load() {
      const typed = (await drafts.load(key)) ?? {}
      const [name, text] = [typedAt(typed, 'name')[0], typedAt(typed, 'text')[0]]
      return name === undefined || text === undefined ? null : { name, text }
    },
    save: (sent: { name: string; text: string }) => drafts.save(key, sent),
    drop: () => drafts.drop(key),
  }
}

const pageAt = (request: PageRequest, at: Place, title: string) => ({
  ...{ kind: 'page' as const, title, here: at.here, welsh: 'part' as const },
  back: { href: at.base, text: planWords.in(request.language).back },
})

async function askForFile(
  log: Log,
  request: PageRequest,
  at: Place,
  entry: FormEntry,
): Promise<PageReply> {
  const say = planWords.in(request.language)
  const waits = (await waitingOf(log, request).load()) !== null
  return {
    ...pageAt(request, at, say.bring.title),
    main: createElement(BringPlanPage, { entry, waits, say }),
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function send(log: Log, request: PageRequest, at: Place): Promise<PageReply> {
  const read = form.parse(request.form)
  if (!read.ok) return askForFile(log, request, at, read.entry)
  const [file] = request.files.filter(({ field }) => field === 'files')
  if (file === undefined) {
    const says = english.bring.chooseFile
    const errors = { files: { says, at: 'files', whole: true as const } }
    return askForFile(log, request, at, { typed: request.form, errors })
  }
  const text = textOfFile(file.bytes) ?? ''
  const found = await readPlanFile(log, at.person, text)
  if (!found.ok) {
    return askForFile(log, request, at, refusedEntry(request.form, found.refusal, 'files'))
  }
  await waitingOf(log, request).save({ name: read.values.name, text })
  return { kind: 'redirect', to: '/plan/bring/check' }
}

async function check(log: Log, request: PageRequest, at: Place): Promise<PageReply> {
  const { language } = request
  const say = planWords.in(language)
  const sent = await waitingOf(log, request).load()
  if (sent === null) return { kind: 'redirect', to: '/plan/bring' }
  const found = await readPlanFile(log, at.person, sent.text)
  if (!found.ok) return refused(found.refusal)
  const main = createElement(CheckPlanPage, { name: sent.name, read: found.value, language, say })
  const back = { href: '/plan/bring', text: say.bring.title }
  return { ...pageAt(request, at, say.bring.checkTitle), main, back }
}

/** Sent twice, it is proposed once: what waited is gone then, and the plan shows it. */
async function bring(log: Log, request: PageRequest, at: Place): Promise<PageReply> {
  const { language, formKey } = request
  if (at.writer === null) return unknownPlan()
  const waiting = waitingOf(log, request)
  const sent = await waiting.load()
  if (sent === null) return { kind: 'redirect', to: '/plan' }
  const say = planWords.in(language)
  const written = (document: PlanDocument) =>
    textOfDocument(document, { say, language, longest: LONGEST_TEXT - 100 })
  const done = await bringPlan(log, at.person, at.writer, { ...sent, written }, formKey)
  if (!done.ok) return refused(done.refusal)
  await waiting.drop()
  return { kind: 'redirect', to: '/plan?just=brought' }
}
