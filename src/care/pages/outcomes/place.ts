// Whose answers and outcomes a page shows, who asks, and where its addresses begin.
import { isId, type PersonId, type Refusal, refuse } from '../../../basics/index.ts'
import { namesOf, personOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { askerOf, type LookRequest, purposeOf } from '../../../sharing/index.ts'
import type { FormEntry, PageReply, PageRequest, Route } from '../../../web/index.ts'
import type { Me } from '../../actions/outcomes/keep-outcomes.ts'
import { ownOutcomesLook } from '../../actions/outcomes/see-outcomes.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

export type OutcomesPlace = {
  readonly person: PersonId
  readonly base: string
  /** The name of the person; null for one's own. */
  readonly name: string | null
  readonly here: string
  look(where: string, act?: LookRequest['act']): LookRequest
}

export type Handle = (log: Log, request: PageRequest, at: OutcomesPlace) => Promise<PageReply>

export const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
export const noOutcome = (): PageReply => refused(refuse(refusals.unknown).refusal)
export const noAnswers = (): PageReply => refused(refuse(refusals.answersUnknown).refusal)

export const statusOf = (entry: FormEntry) => (Object.keys(entry.errors).length > 0 ? 422 : 200)

export const meOf = (request: PageRequest): Me => {
  const { person, name } = personOf(request)
  return { person, name }
}

/** A page at one's own outcomes alone. */
export const ownRoute = (
  log: Log,
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route => ({
  method,
  path: `/outcomes${path}`,
  access: 'person',
  says,
  handle: (request) => handle(log, request, ownPlace(request)),
})

/** The same page at one's own, and at those of somebody who shares theirs. */
export const bothRoutes = (
  log: Log,
  path: string,
  says: readonly [own: string, theirs: string],
  handle: Handle,
): readonly Route[] => [
  ownRoute(log, 'GET', path, says[0], handle),
  {
    method: 'GET',
    path: `/people/:person/outcomes${path}`,
    access: 'person',
    whileActingFor: true,
    says: says[1],
    handle: async (request) => {
      const at = await theirPlace(log, request)
      return at === null ? noOutcome() : handle(log, request, at)
    },
  },
]

function ownPlace(request: PageRequest): OutcomesPlace {
  const { person, hidesPrivate } = personOf(request)
  return {
    person,
    base: '/outcomes',
    name: null,
    here: '/outcomes',
    look: (where, act) => ownOutcomesLook(person, `/outcomes${where}`, act, hidesPrivate),
  }
}

export async function theirPlace(
  log: Log,
  { visitor, params }: PageRequest,
): Promise<OutcomesPlace | null> {
  const id = params.person
  if (!isId(id) || visitor.kind !== 'person') return null
  const person = id as string as PersonId
  const asker = askerOf(visitor)
  const names = await namesOf(log.db, [person])
  return {
    person,
    base: `/people/${person}/outcomes`,
    name: names.get(person) ?? '',
    here: '/people',
    look: (where, act = 'read') => ({
      person,
      visitor: asker,
      purpose: purposeOf(asker),
      act,
      where: `/people/outcomes${where}`,
    }),
  }
}

/** What a page says of itself besides what it shows. */
export function around(
  { language }: PageRequest,
  at: OutcomesPlace,
  back: string | null = at.base,
): Omit<Extract<PageReply, { kind: 'page' }>, 'kind' | 'title' | 'main'> {
  const say = outcomesWords.in(language)
  return {
    here: at.here,
    welsh: 'part',
    ...(at.name === null ? {} : { about: [{ person: at.person }] }),
    ...(back === null
      ? {}
      : { back: { href: back, text: at.name === null ? say.back : say.backOf } }),
  }
}
