// Following a service, a place or a search: begun, changed and stopped.
import {
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { actTogether, type Log, Refused } from '../../log/index.ts'
import { loadPlace, placeNameOn } from '../../places/index.ts'
import { followedAtMost } from '../domain/follow/dated-rules.ts'
import type { Often } from '../domain/follow/often.ts'
import { refusals } from '../domain/follow/refusals.ts'
import { anchorsOf, readWordQuery } from '../domain/follow/saved-search.ts'
import * as follows from '../store/follows.ts'
import { type FollowNamed, followName } from '../words/follow-words.ts'

export type FollowRequest = follows.Followed & {
  readonly person: PersonId
  readonly often: Often
  readonly outside: boolean
}

/**
 * Begins to follow; the same again changes how often. Refuses `follow-nothing`,
 * `follow-too-many`.
 */
export async function follow(log: Log, request: FollowRequest): Promise<Result<Id>> {
  const typed = request.typed.trim().replaceAll(/\s+/g, ' ')
  const query = await follows.queryOf(log.db, typed)
  const { kind, place, becomes } = request
  const open = kind === null && place === null && becomes === null
  const nothing = typed === '' ? open : query === ''
  if (nothing) return refuse(refusals.nothingToFollow, {}, 'words')
  return actTogether(log, async (tx) => {
    const own = await follows.countFollows(tx, request.person)
    const added = await follows.addFollow(tx, {
      ...request,
      typed,
      query,
      anchors: anchorsOf(readWordQuery(query)),
      follow: log.chance.id(),
      stopKey: log.chance.hex(16),
      at: log.clock.now(),
    })
    const now = await follows.countFollows(tx, request.person)
    if (now > own && now > followedAtMost.value) throw new Refused(refuse(refusals.tooManyFollowed))
    return added
  })
}

type Own = { readonly person: PersonId; readonly follow: Id }

/** Refuses `follow-unknown`. */
export async function changeHowOften(
  log: Log,
  own: Own,
  to: { readonly often: Often; readonly outside: boolean },
): Promise<Result<null>> {
  const changed = await follows.changeFollow(log.db, own, to)
  return changed ? ok(null) : refuse(refusals.followUnknown)
}

export const stopFollowing = (log: Log, own: Own): Promise<void> => follows.dropFollow(log.db, own)

/**
 * Stops what a link stops, without signing in. The link can do nothing else, and one that leads
 * nowhere is answered the same: whoever holds it hears no more of it either way.
 */
export async function stopByLink(log: Log, key: string): Promise<void> {
  const found = /^[0-9a-f]{32}$/.test(key) ? await follows.findByStopKey(log.db, key) : null
  if (found !== null) await follows.dropFollow(log.db, found)
}

/** What is followed, by the names of today; each place is read once. */
export async function namesOf<F extends follows.Follow>(
  log: Log,
  some: readonly F[],
): Promise<(F & FollowNamed)[]> {
  const today = dayIn(LONDON, log.clock.now())
  const places = [...new Set(some.flatMap(({ place }) => (place === null ? [] : [place])))]
  const names = new Map(
    await Promise.all(
      places.map(async (one) => [one, placeNameOn(await loadPlace(log, one), today)] as const),
    ),
  )
  return some.map((one) => {
    const placeName = one.place === null ? null : (names.get(one.place) ?? null)
    return { ...one, placeName, name: followName({ ...one, placeName }, 'en') }
  })
}
