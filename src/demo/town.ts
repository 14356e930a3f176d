// What a story is told with: the town's own day, its log at any hour of its past, and its chance.
import { addDays, type Day, type Id, type Instant, ok, type Result } from '../basics/index.ts'
import {
  act,
  answerOf,
  type Fact,
  type Log,
  type Projection,
  type StreamType,
} from '../log/index.ts'
import { heldClock, seededChance } from '../plumbing/index.ts'
import { townId } from './names.ts'

export type Founded = {
  /** The day the town was made: every story counts its days from here. */
  readonly today: Day
  readonly seed: string
}

export type Town = Founded & {
  /**
   * The log as it was so many days before today, at an hour of London's winter. Each call has ids
   * and salts of its own, the same every time: call it once for each thing that happens.
   */
  at(daysAgo: number, hour?: string): Log
}

/**
 * Tells what happened to somebody of the town. It is told once; where that was broken off it is
 * told again from its start, and what is there already must not come twice: keys see to that.
 */
export type Story = {
  readonly name: string
  tell(town: Town): Promise<void>
}

/** Carries out what follows from a fact, at the moment of the fact. */
export type Follow = (log: Log, fact: Fact) => Promise<void>

/**
 * Tells stories, one after another. What follows from their facts, a message for one, comes at
 * the end of each story and bears the time of what it followed from; where nobody gives `follow`
 * it is queued as jobs, as ever.
 */
export async function tellStories(
  log: Log,
  { today, seed }: Founded,
  stories: readonly Story[],
  follow: Follow | null,
): Promise<void> {
  for (const story of stories) {
    const happened: Fact[] = []
    const telling = follow === null ? log : noting(log, happened)
    let calls = 0
    const at = (daysAgo: number, hour = '10:00') => {
      calls += 1
      return heldLog(telling, momentOf(today, daysAgo, hour), `${seed} ${story.name} ${calls}`)
    }
    if (await isTold(log, story)) continue
    await story.tell({ today, seed, at })
    for (const fact of happened.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
      await follow?.(heldLog({ ...log, reactions: [] }, fact.at, `${seed} ${fact.id}`), fact)
    }
    await remember(log, `told ${story.name}`, true)
  }
}

const townStream: StreamType<null> = {
  name: 'demonstration-town',
  says: 'The demonstration town',
  kinds: [],
  start: null,
  fold: (state) => state,
}

const isTold = async (log: Log, { name }: Story): Promise<boolean> =>
  (await answerOf(log.db, {
    owner: townId('town'),
    type: townStream.name,
    key: `told ${name}`,
  })) !== null

/** Keeps what is known of the town as a whole; what was kept first stays, and is given back. */
export async function remember<T>(log: Log, key: string, answer: T): Promise<T> {
  const town = townId('town')
  const at = { actor: nobody, type: townStream, owner: town, stream: town, key }
  return done(await act(log, { ...at, decide: () => ok({ facts: [], answer }) }))
}

/** The log with its clock held and its chance from a seed. */
export function heldLog(log: Log, moment: Instant, seed: string): Log {
  const clock = heldClock(moment)
  return { ...log, clock, chance: seededChance(clock, seed) }
}

export const momentOf = (today: Day, daysAgo: number, hour: string): Instant =>
  `${addDays(today, -daysAgo)}T${hour}:00.000Z` as Instant

/** The same log, which notes the facts that something follows from instead of queueing a job. */
function noting(log: Log, happened: Fact[]): Log {
  const notes: Projection = {
    name: 'demo.happened',
    tables: [],
    kinds: log.reactions.map(({ on }) => on.kind),
    async apply(_tx, facts) {
      happened.push(...facts)
    },
  }
  return { ...log, reactions: [], projections: [...log.projections, notes] }
}

/** The value of what the town did. Throws where it was refused: the town is wrong then. */
export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration town was refused: ${result.refusal.code}`)
}

/** Nobody in particular: the installation itself. */
export const nobody = { by: null, onBehalfOf: null } as const

export const itself = (person: Id) => ({ by: person, onBehalfOf: null }) as const
