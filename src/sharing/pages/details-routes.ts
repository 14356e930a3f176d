// The addresses of putting somebody's details right: for administrators alone.
import { createElement } from 'react'
import { formatNhsNumber, type PersonId, parseNhsNumber, refuse } from '../../basics/index.ts'
import {
  findExactly,
  namesOf,
  type Person,
  personOf,
  putDetailsRight,
  tryDetails,
} from '../../identity/index.ts'
import { readsHard } from '../../messages/index.ts'
import {
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedDay,
} from '../../web/index.ts'
import { askerOf } from '../actions/look.ts'
import { seeDetails } from '../actions/put-details-right.ts'
import { refusals } from '../domain/refusals.ts'
import { detailsWords } from '../words/details-words.ts'
import { CheckDetailsPage, DetailsPage, FindPersonPage } from './details-page.tsx'
import type { SharingDeps } from './page-parts.ts'

const english = detailsWords.in('en')
const here = '/organisations'
const WHERE = '/details'

const short = { longest: 100, tooLong: english.tooLong }
const day = dayField({ name: english.bornName, missing: english.enterOne })
const findForm = defineForm({
  number: optional(textField({ missing: '', ...short })),
  name: optional(textField({ missing: '', ...short })),
  born: optional(day),
})
const changeForm = defineForm({
  name: textField({ missing: english.enterName, ...short }),
  birthDate: optional(day),
  nhsNumber: optional(textField({ missing: '', ...short })),
  reason: textField({
    missing: english.enterReason,
    longest: 1_000,
    tooLong: english.reasonTooLong,
  }),
})

export const detailsRoutes = (deps: SharingDeps): readonly Route[] => {
  const route = (
    method: Route['method'],
    path: string,
    says: string,
    handle: Route['handle'],
  ): Route => ({ method, path, access: { roles: ['administrator'] }, says, handle })
  return [
    route('GET', WHERE, 'Find somebody whose details are wrong', async (request) =>
      showFind(request, freshEntry()),
    ),
    route('POST', WHERE, 'Finds somebody by what is known exactly', (request) =>
      find(deps, request),
    ),
    route('GET', `${WHERE}/:person`, 'The details of one person, and what is right', (request) =>
      show(deps, request, null),
    ),
    route('POST', `${WHERE}/:person`, 'Puts details right, after a second look', (request) =>
      change(deps, request),
    ),
  ]
}

function showFind(request: PageRequest, entry: FormEntry): PageReply {
  const say = detailsWords.in(request.language)
  return {
    kind: 'page',
    title: say.title,
    main: createElement(FindPersonPage, { entry, say }),
    back: { href: here },
    here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

async function find({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const typed = findForm.keep(request.form)
  const wrong = (says: string, at = 'number') =>
    showFind(request, { ...freshEntry(typed), errors: { [at]: { says, at, whole: true } } })
  const read = findForm.parse(typed)
  if (!read.ok) return showFind(request, read.entry)
  const { number, name = '', born = null } = read.values
  const parsed = number === undefined ? null : parseNhsNumber(number)
  if (parsed !== null && !parsed.ok) {
    return showFind(request, refusedEntry(typed, parsed.refusal, 'number'))
  }
  if (parsed === null && (name === '' || born === null)) return wrong(english.enterOne)
  const nhsNumber = parsed === null ? null : parsed.value
  const person = await findExactly(log.db, { nhsNumber, name, birthDate: born })
  return person === null
    ? wrong(english.notFound, nhsNumber === null ? 'name' : 'number')
    : { kind: 'redirect', to: `${WHERE}/${person}` }
}

/** Their page, with the form as it was typed, or filled in with what stands here. */
async function show(
  { log }: SharingDeps,
  request: PageRequest,
  wrong: FormEntry | null,
): Promise<PageReply> {
  const seen = await seeDetails(log, askerOf(request.visitor), request.params.person, WHERE)
  if (!seen.ok) return { kind: 'refused', refusal: refuse(refusals.nothingShared).refusal }
  const { person, state } = seen.value
  const say = detailsWords.in(request.language)
  const by = state.putRight.flatMap((one) => (one.by === null ? [] : [one.by as PersonId]))
  const main = createElement(DetailsPage, {
    at: `${WHERE}/${person}`,
    person: state,
    names: await namesOf(log.db, by),
    entry: wrong ?? freshEntry(filledIn(state)),
    justDone: request.query.done === 'yes',
    language: request.language,
    say,
  })
  return {
    kind: 'page',
    title: say.title,
    main,
    about: [{ person }],
    back: { href: WHERE },
    here,
    welsh: 'part',
    status: wrong === null ? 200 : 422,
  }
}

const filledIn = ({ names, birthDate, nhsNumber }: Person) => ({
  name: names[0]?.name ?? '',
  ...(birthDate === null ? {} : typedDay('birthDate', birthDate)),
  nhsNumber: nhsNumber === null ? '' : formatNhsNumber(nhsNumber),
})

async function change(deps: SharingDeps, request: PageRequest): Promise<PageReply> {
  const { log } = deps
  const typed = changeForm.keep(request.form)
  const read = changeForm.parse(typed)
  if (!read.ok) return show(deps, request, read.entry)
  // What the person reads is shown with its reading age before it is used.
  const again = readsHard(request.form, 'reason')
  if (again !== null) return show(deps, request, again)
  const { name, birthDate = null, nhsNumber: number, reason } = read.values
  const parsed = number === undefined ? null : parseNhsNumber(number)
  if (parsed !== null && !parsed.ok) {
    return show(deps, request, refusedEntry(typed, parsed.refusal, 'nhsNumber'))
  }
  const seen = await seeDetails(log, askerOf(request.visitor), request.params.person, WHERE)
  if (!seen.ok) return { kind: 'refused', refusal: refuse(refusals.nothingShared).refusal }
  const { person, state } = seen.value
  const details = { name, birthDate, nhsNumber: parsed === null ? null : parsed.value, reason }
  const about = { actor: { by: personOf(request).person, onBehalfOf: null }, person, details }
  const sure = request.form.sure === 'yes'
  const done = sure
    ? await putDetailsRight(log, { ...about, key: request.formKey })
    : await tryDetails(log, about)
  if (!done.ok) return show(deps, request, refusedEntry(typed, done.refusal, 'name'))
  if (!sure) {
    const say = detailsWords.in(request.language)
    const at = `${WHERE}/${person}`
    const main = createElement(CheckDetailsPage, {
      ...{ at, person: state, details, say },
      typed: { ...typed, ...readAlready(request) },
      language: request.language,
    })
    const page = { kind: 'page', title: say.check, main, back: { href: at }, here } as const
    return { ...page, about: [{ person }], welsh: 'part' }
  }
  return { kind: 'redirect', to: `${WHERE}/${person}?done=yes` }
}

/** That the words to the person were looked at, carried on to the button that does it. */
const readAlready = ({ form }: PageRequest) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('reason-')))
