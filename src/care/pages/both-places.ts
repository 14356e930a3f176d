// The same page at one's own and at that of somebody who shares theirs: who asks, who writes.
import {
  type Id,
  isId,
  type PersonId,
  type Refusal,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { namesOf, personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { askerOf, type LookRequest, mayAdd, purposeOf } from '../../sharing/index.ts'
import type { FormEntry, Language, PageReply, PageRequest, Route } from '../../web/index.ts'
import { type Kept, ownLook } from '../actions/see-kept.ts'
import type { Writing } from '../actions/write-for.ts'
import { refusals } from '../domain/network/refusals.ts'
import { takingPartWords } from '../words/taking-part-words.ts'

export type At = {
  readonly person: PersonId
  /** Whose it is; null for one's own. */
  readonly name: string | null
  /** Where the addresses begin: `/care` or that of the person. */
  readonly base: string
  /** The address in the main navigation. */
  readonly here: string
  readonly writing: Writing
  look(where: string): LookRequest
}

type Handle = (request: PageRequest, at: At) => Promise<PageReply>
type Says = { readonly own: string; readonly theirs: string }

export const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
export const statusOf = ({ errors }: FormEntry): number =>
  Object.keys(errors).length > 0 ? 422 : 200

/** A page for a person of what is theirs. */
export const ownRoute = (
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route => ({
  method,
  path: `/care${path}`,
  access: 'person',
  says,
  handle: (request) => handle(request, ownPlace(request)),
})

/** A page for those with whom somebody shares, in their own name. */
export const theirRoute = (
  log: Log,
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route => ({
  method,
  path: `/people/:person/care${path}`,
  access: 'person',
  says,
  handle: async (request) => {
    const at = await theirPlace(log, request)
    return at === null ? refused(refuse(refusals.memberUnknown).refusal) : handle(request, at)
  },
})

/** The same, where nothing is read before it is known that they may write something here. */
export const writeRoute = (
  log: Log,
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route =>
  theirRoute(log, method, path, says, async (request, at) => {
    const may = await mayAdd(log, log.db, at.person, at.writing.asker)
    return may ? handle(request, at) : refused(refuse(refusals.memberUnknown).refusal)
  })

/** The same, open while acting for that person too: for reading. */
export const readRoute = (log: Log, path: string, says: string, handle: Handle): Route => ({
  ...theirRoute(log, 'GET', path, says, handle),
  whileActingFor: true,
})

/** The same page to read at both. */
export const bothRead = (log: Log, path: string, { own, theirs }: Says, handle: Handle) => [
  ownRoute('GET', path, own, handle),
  readRoute(log, path, theirs, handle),
]

/** The same page or form to write at both. */
export const bothWrite = (
  log: Log,
  method: Route['method'],
  path: string,
  { own, theirs }: Says,
  handle: Handle,
): readonly Route[] => [
  ownRoute(method, path, own, handle),
  writeRoute(log, method, path, theirs, handle),
]

function ownPlace(request: PageRequest): At {
  const { person, name, hidesPrivate } = personOf(request)
  const asker = { person, via: 'self', organisation: null, roles: [] } as const
  return {
    person,
    name: null,
    base: '/care',
    here: '/care',
    writing: { asker, by: person, shownAs: name },
    look: (where) => ownLook(person, `/care${where}`, 'read', hidesPrivate),
  }
}

async function theirPlace(log: Log, request: PageRequest): Promise<At | null> {
  const id = request.params.person
  if (!isId(id)) return null
  const person = id as string as PersonId
  const { person: by, name, acting } = personOf(request)
  const asker = askerOf(request.visitor)
  const shownAs = acting?.organisation ? `${name}, ${acting.organisation}` : name
  return {
    person,
    name: (await namesOf(log.db, [person])).get(person) ?? '',
    base: `/people/${person}/care`,
    here: '/people',
    writing: { asker, by, shownAs },
    look: (where) => ({
      person,
      visitor: asker,
      purpose: purposeOf(asker),
      act: 'read',
      where: `/people/care${where}`,
    }),
  }
}

/** One thing that may be seen; somebody else's and none at all read the same. */
export async function withOne<State>(
  id: string | undefined,
  see: (id: Id) => Promise<Result<Kept<State> | null>>,
  unknown: () => PageReply,
  show: (kept: Kept<State>) => Promise<PageReply>,
): Promise<PageReply> {
  if (!isId(id)) return unknown()
  const seen = await see(id)
  if (!seen.ok) return refused(seen.refusal)
  return seen.value === null ? unknown() : show(seen.value)
}

/** From a first page of one's own back to where all of them are counted. */
export const backToCare = (language: Language) => ({
  back: { href: '/care', text: takingPartWords.in(language).title },
})

/** From a first page back: from one's own to where all are counted, else to the plan around it. */
export const backFrom = ({ name, person }: At, language: Language) =>
  name === null ? backToCare(language) : { back: { href: `/people/${person}/plan`, text: name } }

/** One thing that may be seen, whose it is, and its address. */
export type One<State> = {
  readonly at: At
  readonly kept: Kept<State>
  readonly address: string
}

/** How one of a sort is found: by which part of its address, and as which page its look counts. */
type Sort<State> = {
  readonly path: string
  readonly param: string
  readonly where: string
  readonly see: (log: Log, look: LookRequest, id: Id) => Promise<Result<Kept<State> | null>>
  readonly unknown: () => PageReply
}

/** The pages of one of a sort: they show it, or that there is none. */
export const pagesOfOne =
  <State>({ path, param, where, see, unknown }: Sort<State>) =>
  (log: Log, request: PageRequest, at: At, show: (one: One<State>) => Promise<PageReply>) =>
    withOne(
      request.params[param],
      (id) => see(log, at.look(where), id),
      unknown,
      (kept) => show({ at, kept, address: `${at.base}${path}/${kept.row.id}` }),
    )

/** Whom a page is about, where it is not one's own. */
export const aboutOf = ({ name, person }: At) => (name === null ? {} : { about: [{ person }] })
