// The addresses of giving and ending roles, in an organisation or in this site as a whole.
import { createElement } from 'react'
import {
  addDays,
  idFrom,
  type OrganisationId,
  type PersonId,
  parseNhsNumber,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
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
} from '../../web/index.ts'
import { roleName } from '../actions/find-visitor.ts'
import { endRole, giveRole } from '../actions/give-role.ts'
import { roleKinds } from '../domain/dated-lists.ts'
import { nameOn } from '../domain/organisation.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { findExactly, namesOf, rolesIn } from '../store/people.ts'
import { organisationWords } from '../words/organisation-words.ts'
import { EndPage } from './end-pages.tsx'
import { AdministratorsPage, GiveRolePage } from './organisation-pages.tsx'
import { actorOf, personOf, typedText } from './room-parts.ts'

const words = organisationWords.in('en')
const access = { roles: ['administrator'] } as const
const here = '/organisations'

const short = { longest: 100, tooLong: words.tooLong }
const findForm = defineForm({
  number: optional(textField({ missing: '', ...short })),
  name: optional(textField({ missing: '', ...short })),
  born: optional(dayField({ name: words.bornName, missing: words.enterOne })),
})
const roleForm = defineForm({
  person: textField({ missing: words.whichMissing, longest: 36, tooLong: words.whichMissing }),
  what: choiceField(
    roleKinds.map(({ code }) => code),
    words.roleMissing,
  ),
  from: dayField({ name: words.fromName, missing: words.day }),
})

/** Where a role is held: an organisation, or this site as a whole. */
type Place = {
  readonly organisation: OrganisationId | null
  readonly name: string
  readonly at: string
}

export function roleRoutes(log: Log): readonly Route[] {
  const both = (method: Route['method'], end: string, says: string, answer: Answer): Route[] =>
    ['/roles', '/:organisation'].map((start) => ({
      method,
      path: here + start + end,
      access,
      says,
      handle: async (request) => {
        const place = await placeOf(log, request, start === '/roles')
        if (place !== null) return answer(request, place)
        return { kind: 'refused', refusal: refusals.organisationUnknown }
      },
    }))
  return [
    {
      method: 'GET',
      path: `${here}/roles`,
      access,
      says: 'Who holds a role in this site as a whole',
      handle: (request) => showWhole(log, request),
    },
    ...both('GET', '/give-role', 'Choose who is given a role', async (_, place) =>
      showGive(place, freshEntry()),
    ),
    ...both('POST', '/give-role', 'Gives a role', (request, place) => give(log, request, place)),
    ...both('GET', '/end-role', 'Asks once more before a role is ended', (request, place) =>
      askToEnd(log, request, place),
    ),
    ...both('POST', '/end-role', 'Ends a role', (request, place) => end(log, request, place)),
  ]
}

type Answer = (request: PageRequest, place: Place) => Promise<PageReply>

async function placeOf(log: Log, request: PageRequest, whole: boolean): Promise<Place | null> {
  if (whole) return { organisation: null, name: words.peopleWhole, at: `${here}/roles` }
  const organisation = idFrom<'organisation'>(request.params.organisation)
  if (organisation === null) return null
  const { state } = await loadOrganisation(log, log.db, organisation)
  if (!state.registered) return null
  return { organisation, name: nameOn(state, today(request.now)), at: `${here}/${organisation}` }
}

async function showWhole(log: Log, request: PageRequest): Promise<PageReply> {
  const roles = await rolesIn(log.db, null, today(request.now))
  const main = createElement(AdministratorsPage, { roles, words })
  return { kind: 'page', title: words.peopleWhole, main, here, back: { href: here } }
}

function showGive(
  { name, organisation, at }: Place,
  entry: FormEntry,
  found: Found | null = null,
): PageReply {
  const main = createElement(GiveRolePage, {
    ...{ about: name, at, found, entry, words },
    roles: roleKinds.filter((kind) => kind.inOrganisation === (organisation !== null)),
  })
  const wrong = Object.keys(entry.errors).length > 0
  const page = { kind: 'page', title: words.give, main, here, back: { href: at } } as const
  return wrong ? { ...page, status: 422 } : page
}

type Found = { readonly person: PersonId; readonly name: string }

/** Who is meant, by what is known exactly; else what is wrong with what was typed. */
async function find(log: Log, request: PageRequest): Promise<Found | FormEntry> {
  const typed = findForm.keep(request.form)
  const wrong = (says: string, at: string): FormEntry => ({
    ...freshEntry(typed),
    errors: { [at]: { says, at, whole: true } },
  })
  const read = findForm.parse(typed)
  if (!read.ok) return read.entry
  const { number, name = '', born = null } = read.values
  const parsed = number === undefined ? null : parseNhsNumber(number)
  if (parsed !== null && !parsed.ok) return refusedEntry(typed, parsed.refusal, 'number')
  if (parsed === null && (name === '' || born === null)) return wrong(words.enterOne, 'number')
  const sought = { nhsNumber: parsed?.value ?? null, name, birthDate: born }
  const person = await findExactly(log.db, sought)
  if (person === null) return wrong(words.nobodyFound, parsed === null ? 'name' : 'number')
  return { person, name: (await namesOf(log.db, [person])).get(person) ?? '' }
}

async function give(log: Log, request: PageRequest, place: Place): Promise<PageReply> {
  const found = await find(log, request)
  if (!('person' in found)) return showGive(place, found)
  const typed = { ...findForm.keep(request.form), ...roleForm.keep(request.form) }
  const again = (entry: FormEntry) =>
    showGive(place, { ...entry, typed: { ...typed, ...entry.typed } }, found)
  if (typedText(request, 'do') === 'find') return again(freshEntry())
  const reading = roleForm.parse(request.form)
  if (!reading.ok) return again(reading.entry)
  const { what, from } = reading.values
  const person = idFrom<'person'>(reading.values.person)
  // Whoever was found is given it, and nobody whose id came along from elsewhere.
  if (person !== found.person) return { kind: 'refused', refusal: refusals.personUnknown }
  const { organisation } = place
  const given = await giveRole(log, {
    actor: actorOf(personOf(request)),
    person,
    key: request.formKey,
    what,
    organisation,
    from,
    until: null,
  })
  if (!given.ok) {
    return again(refusedEntry(request.form, given.refusal, 'what'))
  }
  return { kind: 'redirect', to: place.at }
}

async function askToEnd(log: Log, request: PageRequest, place: Place): Promise<PageReply> {
  const held = await rolesIn(log.db, place.organisation, today(request.now))
  const { person, role } = request.query
  const one = held.find((it) => it.person === person && it.role === role)
  if (one === undefined) return { kind: 'refused', refusal: refusals.roleUnknown }
  const title = words.endAsks(roleName(one.what), one.name)
  const main = createElement(EndPage, {
    about: place.name,
    asks: title,
    lead: words.endLead,
    keeps: words.endKeeps,
    action: `${place.at}/end-role`,
    carries: { person: one.person, role: one.role },
    end: words.endFor(roleName(one.what), one.name),
    keep: { href: place.at, text: words.keepRole },
  })
  return { kind: 'page', title, main, here, back: { href: place.at } }
}

/** Yesterday becomes the role's last day, so that nothing can be done with it any more. */
async function end(log: Log, request: PageRequest, place: Place): Promise<PageReply> {
  const person = idFrom<'person'>(typedText(request, 'person'))
  const role = idFrom(typedText(request, 'role'))
  if (person === null || role === null) return { kind: 'refused', refusal: refusals.roleUnknown }
  const ended = await endRole(log, {
    actor: actorOf(personOf(request)),
    person,
    key: request.formKey,
    role,
    until: addDays(today(request.now), -1),
  })
  if (!ended.ok) return { kind: 'refused', refusal: ended.refusal }
  return { kind: 'redirect', to: place.at }
}
