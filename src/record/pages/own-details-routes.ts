// The addresses where a person asks for their own name, birthday or NHS number to be put right.
import { createElement } from 'react'
import {
  dayIn,
  formatNhsNumber,
  LONDON,
  type NhsNumber,
  type OrganisationId,
  ok,
  parseNhsNumber,
  type Result,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedDay,
} from '../../web/index.ts'
import { askForDetails } from '../actions/ask-correction.ts'
import { seeOwnDetails } from '../actions/see-corrections.ts'
import { correctionDue } from '../domain/correct.ts'
import type { AskedDetails, OwnDetails } from '../domain/own-details.ts'
import { correctionRefusals } from '../domain/refusals.ts'
import { correctionWords } from '../words/correction-words.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'
import { holdersToChoose, look, petitioner } from './correct-routes.ts'
import { AskForDetailsPage, detailSaid } from './own-details-page.tsx'

const english = ownDetailsWords.in('en')
const { ask } = correctionWords.in('en')
const longest = { longest: 2_000, tooLong: ask.tooLong }
const short = { longest: 100, tooLong: ask.tooLong }

const form = defineForm({
  name: textField({ missing: english.enterName, ...short }),
  born: optional(dayField({ name: english.bornName, missing: english.enterBorn })),
  number: optional(textField({ missing: '', ...short })),
  wrong: textField({ missing: ask.enterWrong, ...longest }),
  evidence: optional(textField({ missing: '', ...longest })),
  holder: optional(textField({ missing: '', ...short })),
})

const access = 'person'
const path = '/me/put-right'

export const ownDetailsRoutes = (log: Log): readonly Route[] => [
  {
    ...{ method: 'GET', path, access },
    says: 'Ask for my name, birthday or NHS number to be put right',
    handle: (request) => show(log, request, null),
  },
  {
    ...{ method: 'POST', path, access },
    says: 'Asks for details of mine to be put right',
    handle: (request) => send(log, request),
  },
]

/** The form, filled in with what stands here; an open request is shown instead. */
async function show(log: Log, request: PageRequest, wrong: FormEntry | null): Promise<PageReply> {
  const found = await seeOwnDetails(log, look(request, path))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { details, requests } = found.value
  const open = requests.find(({ ended }) => ended === null)
  if (open !== undefined) return { kind: 'redirect', to: `/record/corrections/${open.request}` }
  const { language, now } = request
  const say = ownDetailsWords.in(language)
  const main = createElement(AskForDetailsPage, {
    entry: wrong ?? { typed: filledIn(details), errors: {} },
    holders: await holdersToChoose(log, request),
    due: correctionDue(now),
    language,
  })
  const status = wrong === null ? 200 : 422
  const back = { href: '/me', text: say.mine }
  return { kind: 'page', title: say.title, main, back, here: '/me', welsh: 'part', status }
}

const filledIn = ({ name, birthDate, nhsNumber }: OwnDetails) => ({
  name,
  ...(birthDate === null ? {} : typedDay('born', birthDate)),
  number: nhsNumber === null ? '' : formatNhsNumber(nhsNumber),
})

async function send(log: Log, request: PageRequest): Promise<PageReply> {
  const typed = form.keep(request.form)
  const read = form.parse(typed)
  if (!read.ok) return show(log, request, read.entry)
  const { name, born = null, number, wrong, evidence = '', holder } = read.values
  const parsed = numberOf(number)
  if (!parsed.ok) return show(log, request, refusedEntry(typed, parsed.refusal, 'number'))
  if (born !== null && born >= dayIn(LONDON, request.now)) {
    const born = { says: english.bornToCome, at: 'born', whole: true }
    return show(log, request, { typed, errors: { born } })
  }
  const choices = await holdersToChoose(log, request)
  const chosen = choices.find(({ value }) => value === holder)?.value ?? null
  const asking = {
    wanted: { name, birthDate: born, nhsNumber: parsed.value },
    ...{ wrong, evidence, right },
    holder: chosen as OrganisationId | null,
  }
  const sight = look(request, path)
  const done = await askForDetails(log, petitioner(request), asking, sight, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `/record/corrections/${done.value}?sent=yes` }
  // Asked already, by this form sent twice or in another window: that request is shown.
  if (done.refusal.code === correctionRefusals.openAlready.code) return show(log, request, null)
  if (done.refusal.field === undefined) return { kind: 'refused', refusal: done.refusal }
  return show(log, request, refusedEntry(typed, done.refusal))
}

const numberOf = (typed: string | undefined): Result<NhsNumber | null> =>
  typed === undefined ? ok(null) : parseNhsNumber(typed)

/** What is asked, in words that stay with the request. */
function right(asked: AskedDetails): string {
  const details = { ...asked, name: asked.name ?? '' }
  return (['name', 'birthDate', 'nhsNumber'] as const)
    .filter((what) => asked[what] !== null)
    .map((what) => english.right(english.parts[what], detailSaid(what, details, 'en')))
    .join('. ')
}
