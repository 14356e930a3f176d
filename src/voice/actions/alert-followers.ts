// Telling those who follow: of each new story that fits, or what became of one; at once or later.
import { type Day, dayIn, type Id, LONDON } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import { linkedOn, loadPlace } from '../../places/index.ts'
import { idNamed, type Job, queueJobs } from '../../plumbing/index.ts'
import { type Becomes, becomesCodes, mayBring } from '../domain/follow/becomes.ts'
import { matches, readLexemes, readWordQuery } from '../domain/follow/saved-search.ts'
import * as follows from '../store/follows.ts'
import { placesOfStories } from '../store/public-stories.ts'
import { storyAt } from '../store/search-rows.ts'
import type { StoryRef } from '../store/ways-back.ts'
import { followDraft } from '../words/follow-words.ts'
import { namesOf } from './follow-stories.ts'
import { loadStory } from './see-story.ts'

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

/** Of whom: those who follow new stories, or what became of them; all people, or some. */
type Whom = { readonly became: readonly Becomes[] | null; readonly some: follows.Some | null }
const ALL_OF_NEW: Whom = { became: null, some: null }

/** Who follows what a story is about or says, by the rule that the search itself keeps to. */
async function followersOf(log: Log, ref: StoryRef, whom: Whom): Promise<follows.Candidate[]> {
  const story = await follows.publishedStory(log.db, ref)
  if (story === null) return []
  const about = await placesOfStories(log.db, [ref.stream])
  const today = dayIn(LONDON, log.clock.now())
  const places = await placesAround(
    log,
    about.map(({ place }) => place),
    today,
  )
  return fitting(log.db, story, places, whom)
}

/** Those of all saved searches that fit one story. */
export async function fitting(
  db: Log['db'],
  { kind, words }: follows.PublishedStory,
  places: ReadonlySet<Id>,
  whom: Whom = ALL_OF_NEW,
): Promise<follows.Candidate[]> {
  const lexemes = readLexemes(words)
  const candidates = await follows.candidatesFor(db, kind, [...places], [...lexemes.keys()], whom)
  const story = { words: lexemes, kind, places }
  return candidates.filter(({ query, ...one }) =>
    matches({ query: readWordQuery(query), kind: one.kind, place: one.place }, story),
  )
}

/** As many are told by one job: few enough that the first of very many hear at once. */
const TOLD_BY_ONE_JOB = 50

/** Tells some of very many; `from` is before the first of them, `to` the last. */
export const ALERT_TASK = 'alert-some-followers'

type Published = StoryRef & { readonly fact: Id }

/**
 * Follows the publishing of a story as a job: who follows it at once is told, for the others it
 * is kept for their day. Its own author is not told. Very many are told by several jobs, queued
 * together with the note that they are: a job that was broken off and begins again tells nobody
 * twice, since a message is named after the story and whom it goes to.
 */
export const alertFollowers = (log: Log, at: Published): Promise<void> => alertOf(log, at, null)

/**
 * Follows a published answer or a step of a promise as a job: who follows what becomes of such a
 * story is told, once for each story and each thing that it came to. Whatever is not so any more
 * when the job begins is not told.
 */
export async function alertOfWhatBecame(log: Log, kind: string, at: Published): Promise<void> {
  const stream = await storyAt(log.db, at.owner, at.stream)
  const story = { owner: at.owner, stream }
  const stands = await follows.standsAs(log.db, story, dayIn(LONDON, log.clock.now()))
  const became = stands.filter((code) => mayBring[kind]?.includes(code))
  if (became.length > 0) await alertOf(log, { ...story, fact: at.fact }, became)
}

async function alertOf(log: Log, at: Published, became: Whom['became']): Promise<void> {
  const others = await othersFollowing(log, at, { became, some: null })
  const begun = await log.db.transaction(async (tx) => {
    const { first, brought } = await follows.beginAlert(tx, at, became, log.clock.now())
    const of = others.filter(({ becomes }) => becomes === null || brought?.includes(becomes))
    const now = of.filter(({ often }) => often === 'at-once')
    const people = [...new Set(now.map(({ person }) => person))].toSorted()
    const jobs = people.length <= TOLD_BY_ONE_JOB ? [] : jobsFor(at, people, brought)
    if (first) {
      const later = of.filter(({ often }) => often !== 'at-once')
      await follows.addFinds(tx, later, at.stream, log.clock.now())
      await queueJobs(tx, jobs)
    }
    return { now, byJobs: first && jobs.length > 0 }
  })
  if (!begun.byJobs) await tellOf(log, at, begun.now)
}

/** As a job: tells those of the followers whose ids lie in a range. */
export async function alertSome(log: Log, at: Published, whom: Whom): Promise<void> {
  const others = await othersFollowing(log, at, whom)
  await tellOf(
    log,
    at,
    others.filter(({ often }) => often === 'at-once'),
  )
}

/** The same, as the job was queued. */
export const alertByJob = (log: Log, payload: Job['payload']): Promise<void> => {
  const { owner, stream, fact, from, to, became } = payload as Record<string, Id>
  const codes = became ? becomesCodes.filter((code) => became.split(' ').includes(code)) : null
  const some = from && to ? { from, to } : null
  return alertSome(log, { owner, stream, fact } as Published, { became: codes, some })
}

const FIRST = '00000000-0000-0000-0000-000000000000' as Id
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff' as Id

/** Ranges that leave no gap, so that whoever comes or goes meanwhile lies in one of them. */
function jobsFor(at: Published, people: readonly Id[], brought: Whom['became']): Job[] {
  const { owner, stream, fact } = at
  const became = brought === null ? null : brought.join(' ')
  const jobs: Job[] = []
  for (let n = 0; n < people.length; n += TOLD_BY_ONE_JOB) {
    const from = people[n - 1] ?? FIRST
    const to = n + TOLD_BY_ONE_JOB < people.length ? people[n + TOLD_BY_ONE_JOB - 1] : LAST
    const payload = { owner, stream, fact, from, to: to ?? LAST, became }
    jobs.push({ task: ALERT_TASK, payload })
  }
  return jobs
}

async function othersFollowing(log: Log, at: StoryRef, whom: Whom) {
  const { told } = await loadStory(log, at)
  const found = await followersOf(log, at, whom)
  // Whoever began to follow later hears of what comes from then on.
  const since = found.filter(({ madeAt }) => madeAt <= log.clock.now())
  return since.filter(({ person }) => person !== at.owner && person !== told?.by)
}

async function tellOf(log: Log, at: Published, some: readonly follows.Follow[]): Promise<void> {
  const failed: string[] = []
  for (const [person, mine] of Map.groupBy(await namesOf(log, some), (one) => one.person)) {
    const draft = followDraft({ of: mine, stories: 1, leadsTo: `/stories/${at.stream}` })
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
