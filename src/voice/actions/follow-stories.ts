// Following a service, a place or a search: begun, changed, stopped, and told of what is new.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { actTogether, type Log, Refused } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { linkedOn, loadPlace, placeNameOn } from '../../places/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { followedAtMost } from '../domain/follow/dated-rules.ts'
import type { Often } from '../domain/follow/often.ts'
import { refusals } from '../domain/follow/refusals.ts'
import { anchorsOf, matches, readLexemes, readWordQuery } from '../domain/follow/saved-search.ts'
import * as follows from '../store/follows.ts'
import { placesOfStories } from '../store/public-stories.ts'
import type { StoryRef } from '../store/ways-back.ts'
import { type FollowNamed, followDraft, followName } from '../words/follow-words.ts'
import { loadStory } from './see-story.ts'

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
  const nothing = typed === '' ? request.kind === null && request.place === null : query === ''
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

const AROUND = 6

/** The places of a story and what lies around them: its site, areas, and conditions it is for. */
export async function placesAround(log: Log, places: readonly Id[], today: Day): Promise<Set<Id>> {
  const found = new Set<Id>(places)
  let next: readonly Id[] = places
  for (let step = 0; step < AROUND && next.length > 0; step += 1) {
    const further: Id[] = []
    for (const id of next) {
      const place = await loadPlace(log, id)
      const up = (step === 0 ? [...upwards, 'for'] : upwards).flatMap((link) =>
        linkedOn(place, link, today),
      )
      further.push(...up.filter((to) => !found.has(to)))
    }
    for (const id of further) found.add(id)
    next = further
  }
  return found
}

const upwards = ['at', 'within']

/** Who follows what a story is about or says, by the rule that the search itself keeps to. */
export async function followersOf(log: Log, ref: StoryRef): Promise<follows.Candidate[]> {
  const story = await follows.publishedStory(log.db, ref)
  if (story === null) return []
  const about = await placesOfStories(log.db, [ref.stream])
  const today = dayIn(LONDON, log.clock.now())
  const places = await placesAround(
    log,
    about.map(({ place }) => place),
    today,
  )
  return fitting(log.db, story, places)
}

/** Those of all saved searches that fit one story. */
export async function fitting(
  db: Log['db'],
  { kind, words }: follows.PublishedStory,
  places: ReadonlySet<Id>,
): Promise<follows.Candidate[]> {
  const lexemes = readLexemes(words)
  const candidates = await follows.candidatesFor(db, kind, [...places], [...lexemes.keys()])
  const story = { words: lexemes, kind, places }
  return candidates.filter(({ query, ...one }) =>
    matches({ query: readWordQuery(query), kind: one.kind, place: one.place }, story),
  )
}

/**
 * Follows the publishing of a story as a job: who follows it at once is told, for the others it
 * is kept for their day. Its own author is not told. Doing it twice tells nobody twice.
 */
export async function alertFollowers(
  log: Log,
  at: StoryRef & { readonly fact: Id },
): Promise<void> {
  const { told } = await loadStory(log, at)
  const others = (await followersOf(log, at)).filter(
    ({ person }) => person !== at.owner && person !== told?.by,
  )
  const later = others.filter(({ often }) => often !== 'at-once')
  await follows.addFinds(log.db, later, at.stream, log.clock.now())
  const now = others.filter(({ often }) => often === 'at-once')
  const failed: string[] = []
  for (const [person, mine] of Map.groupBy(now, (one) => one.person)) {
    const named = await namesOf(log, mine)
    const draft = followDraft({ of: named, stories: 1, leadsTo: `/stories/${at.stream}` })
    const done = await tell(log, person, idNamed(at.fact, `follower ${person}`), draft)
    if (!done.ok) failed.push(done.refusal.code)
  }
  if (failed.length > 0) throw new Error(failed.join(' '))
}

/** Tells once a day or week of what was found; the day names the message, so that it is one. */
export async function tellOfFinds(log: Log, often: 'daily' | 'weekly'): Promise<number> {
  const now = log.clock.now()
  const today = dayIn(LONDON, now)
  const found = await follows.foundFor(log.db, often, now)
  let told = 0
  for (const [person, mine] of Map.groupBy(found, (one) => one.person)) {
    const some = mine.filter(({ stories }) => stories > 0)
    const stories = some.reduce((sum, one) => sum + one.stories, 0)
    if (stories > 0) {
      const draft = followDraft({ of: await namesOf(log, some), stories, leadsTo: '/follows' })
      const done = await tell(log, person, idNamed(person, `${often} ${today}`), draft)
      // A form that they need and we have not is noted by messages; the next day tries again.
      if (!done.ok) continue
      told += 1
    }
    await follows.dropFinds(
      log.db,
      person,
      mine.map((one) => one.follow),
      now,
    )
  }
  return told
}

/** What is followed, by the names of today. */
export async function namesOf<F extends follows.Follow>(
  log: Log,
  some: readonly F[],
): Promise<(F & FollowNamed)[]> {
  const today = dayIn(LONDON, log.clock.now())
  return Promise.all(
    some.map(async (one) => {
      const place = one.place === null ? null : placeNameOn(await loadPlace(log, one.place), today)
      return { ...one, placeName: place, name: followName({ ...one, placeName: place }, 'en') }
    }),
  )
}
