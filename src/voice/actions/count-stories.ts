// Counting what was told: about a service at once, an area once an hour, a very large one by a job.
import {
  addMilliseconds,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { linkedToAny, loadPlace, type Place } from '../../places/index.ts'
import { type Querier, queueJobs } from '../../plumbing/index.ts'
import { areaCountedEvery, oldEnoughToCount } from '../domain/dated-rules.ts'
import { type AreaNumbers, keepNumbers, keptNumbers, largeAreas } from '../store/area-numbers.ts'
import { type StoryNumbers, storyNumbers } from '../store/public-stories.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** What is counted while somebody waits has at most so many places; more take a job. */
export const COUNTED_AT_ONCE = 300

/** Counts one area of very many places. */
export const COUNT_TASK = 'count-area'

export type NumbersAbout = Omit<AreaNumbers, 'numbers'> & {
  /** Null while very many places are counted for the first time. */
  readonly numbers: StoryNumbers | null
}

/**
 * The numbers about a place. A service is counted as it stands now; what has services within it
 * is counted at most once an hour, and says when. Nobody waits for very many places: they are
 * counted by a job, and until it is done what was counted last is given.
 */
export async function numbersAbout(
  log: Log,
  id: Id,
  place: Place,
  now: Instant,
): Promise<NumbersAbout> {
  if (place.kind === 'service') return countNow(log.db, id, [], now)
  const kept = await keptNumbers(log.db, id, COUNTED_AT_ONCE)
  const since = addMilliseconds(now, -areaCountedEvery.value * MINUTE)
  if (kept !== null && kept.countedAt > since) return kept
  if (kept !== null && kept.withinCount > COUNTED_AT_ONCE) {
    await queueCounts(log, [id])
    return kept
  }
  const within = await placesWithin(log, id, place, dayIn(LONDON, now))
  if (within.length > COUNTED_AT_ONCE) {
    await queueCounts(log, [id])
    return { countedAt: now, within, withinCount: within.length, numbers: null }
  }
  const counted = await countNow(log.db, id, within, now)
  await keepNumbers(log.db, id, counted)
  return counted
}

async function countNow(
  db: Querier,
  id: Id,
  within: readonly Id[],
  now: Instant,
): Promise<AreaNumbers> {
  const old = addMilliseconds(now, -oldEnoughToCount.value * DAY)
  const numbers = await storyNumbers(db, [id, ...within], old, dayIn(LONDON, now))
  return { countedAt: now, within, withinCount: within.length, numbers }
}

/**
 * The places that a search about one of them is about. What lies within a very large area is
 * taken as it was counted last, and not listed.
 */
export async function placesOf(
  log: Log,
  id: Id,
  place: Place,
  today: Day,
): Promise<{ readonly places: readonly Id[]; readonly area: Id | null }> {
  if (place.kind === 'service') return { places: [id], area: null }
  const kept = await keptNumbers(log.db, id, 1)
  if (kept !== null && kept.withinCount > COUNTED_AT_ONCE) return { places: [], area: id }
  const within = await placesWithin(log, id, place, today)
  // The next search has them in place.
  if (within.length > COUNTED_AT_ONCE) await queueCounts(log, [id])
  return { places: [id, ...within], area: null }
}

/** Named after the place: however many ask meanwhile, it is counted once. */
const queueCounts = (log: Log, places: readonly Id[]): Promise<void> =>
  log.db.transaction((tx) =>
    queueJobs(
      tx,
      places.map((place) => ({ task: COUNT_TASK, payload: { place }, key: `count ${place}` })),
    ),
  )

/** As a job: counts one area anew, however long that takes. */
export async function countArea(log: Log, id: Id): Promise<void> {
  const now = log.clock.now()
  const within = await placesWithin(log, id, await loadPlace(log, id), dayIn(LONDON, now))
  const counted = await log.db.transaction(async (tx) => {
    await tx.text(`set local statement_timeout = '10min'`)
    return countNow(tx, id, within, now)
  }, 'read')
  await keepNumbers(log.db, id, counted)
}

/** Once a night: what is given while a new count is made is never older than a day. */
export async function countAreasAgain(log: Log): Promise<void> {
  await queueCounts(log, await largeAreas(log.db, COUNTED_AT_ONCE))
}

// Areas within areas: a country, a region, a county, a town, a ward.
const DEEPEST = 5

/** What lies within a place and is counted with it: the sites and services of an area or site. */
export async function placesWithin(log: Log, id: Id, place: Place, today: Day): Promise<Id[]> {
  if (place.kind === 'condition') return linkedToAny(log.db, [id], ['for'], today)
  const found = new Set<Id>()
  let next: readonly Id[] = [id]
  for (let depth = 0; depth < DEEPEST && next.length > 0; depth += 1) {
    const deeper = await linkedToAny(log.db, next, ['within', 'at'], today)
    next = deeper.filter((one) => !found.has(one))
    for (const one of next) found.add(one)
  }
  return [...found]
}
