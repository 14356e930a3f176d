// Counting what was told: about a service at once, about an area once an hour.
import {
  addMilliseconds,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { linkedToAny, type Place } from '../../places/index.ts'
import { areaCountedEvery, oldEnoughToCount } from '../domain/dated-rules.ts'
import { type AreaNumbers, keepNumbers, keptNumbers } from '../store/area-numbers.ts'
import { storyNumbers } from '../store/public-stories.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * The numbers about a place. A service is counted as it stands now; what has services within it
 * is counted at most once an hour, and says when.
 */
export async function numbersAbout(
  log: Log,
  id: Id,
  place: Place,
  now: Instant,
): Promise<AreaNumbers> {
  const count = async (within: readonly Id[]): Promise<AreaNumbers> => {
    const old = addMilliseconds(now, -oldEnoughToCount.value * DAY)
    const numbers = await storyNumbers(log.db, [id, ...within], old, dayIn(LONDON, now))
    return { countedAt: now, within, numbers }
  }
  if (place.kind === 'service') return count([])
  const since = addMilliseconds(now, -areaCountedEvery.value * MINUTE)
  const kept = await keptNumbers(log.db, id, since)
  if (kept !== null) return kept
  const counted = await count(await placesWithin(log, id, place, dayIn(LONDON, now)))
  await keepNumbers(log.db, id, counted)
  return counted
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
