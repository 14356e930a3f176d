// Whose plan a page is about, who asks, and as what they may write in it.
import {
  type Day,
  dayIn,
  isId,
  LONDON,
  type PersonId,
  type Refusal,
  refuse,
} from '../../../basics/index.ts'
import { namesOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { readsHard } from '../../../messages/index.ts'
import { askerOf, type LookRequest, purposeOf } from '../../../sharing/index.ts'
import type { FormValues, PageReply, PageRequest, Route } from '../../../web/index.ts'
import { ownWriter, type Writer, writerIn } from '../../actions/plan/change-plan.ts'
import { ownLook } from '../../actions/see-kept.ts'
import { refusals } from '../../domain/plan/refusals.ts'

export type Place = {
  readonly person: PersonId
  /** Where the addresses of this plan begin. */
  readonly base: string
  /** The name of the person; null for one's own plan. */
  readonly name: string | null
  /** The address in the main navigation. */
  readonly here: string
  readonly writer: Writer | null
  readonly today: Day
  look(where: string, act?: LookRequest['act']): LookRequest
}

/** The form again, where a professional writes to the person and has not seen how it reads. */
export const readsHardTo = ({ writer }: Place, form: FormValues, name: string) =>
  writer?.speaker.as === 'professional' ? readsHard(form, name) : null

export const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
export const unknownPlan = (): PageReply => refused(refuse(refusals.planUnknown).refusal)
export const unknownPart = (): PageReply => refused(refuse(refusals.partUnknown).refusal)

export type Handle = (log: Log, request: PageRequest, at: Place) => Promise<PageReply>

/** The same page at one's own plan, and at that of somebody who shares theirs. */
export const bothPlaces = (
  log: Log,
  method: Route['method'],
  path: string,
  says: readonly [own: string, theirs: string],
  handle: Handle,
): readonly Route[] => [
  ownOnly(log, method, path, says[0], handle),
  {
    method,
    path: `/people/:person/plan${path}`,
    access: 'person',
    whileActingFor: true,
    says: says[1],
    handle: async (request) => {
      const at = await theirPlace(log, request)
      return at === null ? unknownPlan() : handle(log, request, at)
    },
  },
]

/** A page at one's own plan alone. */
export const ownOnly = (
  log: Log,
  method: Route['method'],
  path: string,
  says: string,
  handle: Handle,
): Route => ({
  method,
  path: `/plan${path}`,
  access: 'person',
  says,
  handle: (request) => handle(log, request, ownPlace(request)),
})

export function ownPlace({ visitor, now }: PageRequest): Place {
  if (visitor.kind !== 'person') throw new TypeError('These pages are for people signed in')
  const { person, name, hidesPrivate } = visitor
  return {
    person,
    base: '/plan',
    name: null,
    here: '/plan',
    today: dayIn(LONDON, now),
    writer: ownWriter(person, name),
    look: (where, act) => ownLook(person, `/plan${where}`, act, hidesPrivate),
  }
}

export async function theirPlace(
  log: Log,
  { visitor, params, now }: PageRequest,
): Promise<Place | null> {
  const id = params.person
  if (!isId(id) || visitor.kind !== 'person') return null
  const person = id as string as PersonId
  const asker = askerOf(visitor)
  const names = await namesOf(log.db, [person])
  const name = { name: visitor.name, organisation: visitor.acting?.organisation ?? null }
  return {
    person,
    base: `/people/${person}/plan`,
    name: names.get(person) ?? '',
    here: '/people',
    today: dayIn(LONDON, now),
    writer: await writerIn(log, person, asker, name),
    look: (where, act = 'read') => ({
      person,
      visitor: asker,
      purpose: purposeOf(asker),
      act,
      where: `/people/plan${where}`,
    }),
  }
}

/** Whom a page is about, where it is not one's own. */
export const aboutOf = ({ name, person }: Place) => (name === null ? {} : { about: [{ person }] })
