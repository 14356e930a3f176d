// What is done with places: opened, renamed, linked, closed; and who provides one on a day.
import { type Day, type Id, type OrganisationId, type Result, refuse } from '../../basics/index.ts'
import { holdersOfDuty, organisationNames } from '../../identity/index.ts'
import { type Actor, act, type Log, load } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import {
  closePlace,
  linkedOn,
  linkPlace,
  type Opening,
  openPlace,
  type Place,
  placeStream,
  renamePlace,
  unlinkPlace,
} from '../domain/place.ts'
import { linkNamed } from '../domain/place-kinds.ts'
import { refusals } from '../domain/refusals.ts'

type Asked = { readonly actor: Actor; readonly key?: string | null }
type About = Asked & { readonly place: Id }

const on = ({ actor, key = null }: Asked, place: Id) =>
  ({ actor, key, type: placeStream, owner: place, stream: place }) as const

export const loadPlace = async (log: Log, place: Id): Promise<Place> =>
  (await load(log, log.db, placeStream, { owner: place, stream: place })).state

/**
 * The same key by the same person is one place.
 * Refuses `place-kind-unknown`, `place-name-missing`, `place-code-not-real`.
 */
export async function addPlace(
  log: Log,
  request: Asked & Opening & { readonly place?: Id },
): Promise<Result<Id>> {
  const { actor, key, place: given, ...opening } = request
  const place = given ?? (key ? idNamed(`${actor.by}`, `place ${key}`) : log.chance.id())
  const done = await act(log, { ...on(request, place), decide: openPlace(opening) })
  return done.ok ? { ok: true, value: place } : done
}

/** Refuses `place-unknown`, `place-name-missing`. */
export const rename = (log: Log, request: About & { name: string; from: Day }) =>
  act(log, { ...on(request, request.place), decide: renamePlace(request.name, request.from) })

/** Refuses `place-unknown`, `place-link-not-possible`. */
export async function linkTo(
  log: Log,
  request: About & { readonly link: string; readonly to: Id; readonly from: Day },
): Promise<Result<null>> {
  const { place, link, to, from } = request
  const wanted = linkNamed(link)?.to ?? ''
  const there =
    wanted === 'organisation'
      ? (await organisationNames(log.db, [to as OrganisationId])).size > 0
      : (await loadPlace(log, to)).kind === wanted
  if (!there) return refuse(refusals.linkNotPossible)
  return act(log, { ...on(request, place), decide: linkPlace(link, to, wanted, from) })
}

/** Refuses `place-unknown`, `place-not-linked`. */
export const unlinkFrom = (
  log: Log,
  request: About & { readonly link: string; readonly to: Id; readonly until: Day },
) =>
  act(log, {
    ...on(request, request.place),
    decide: unlinkPlace(request.link, request.to, request.until),
  })

/** Refuses `place-unknown`, `place-closed-before`. */
export const close = (log: Log, request: About & { on: Day; successor: Id | null }) =>
  act(log, { ...on(request, request.place), decide: closePlace(request.on, request.successor) })

/**
 * The organisations that answer for a place on a day: its provider, or whoever took that
 * provider's duties over when it merged or ended.
 */
export async function providersOf(log: Log, place: Place, day: Day): Promise<OrganisationId[]> {
  const holders = new Set<OrganisationId>()
  for (const provider of linkedOn(place, 'provided-by', day)) {
    const held = await holdersOfDuty(log, provider as OrganisationId, day)
    for (const holder of held.holders) holders.add(holder)
  }
  return [...holders]
}
