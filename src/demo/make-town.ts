// Making the town on a database: whether that may be, its seed, its people, its neighbours.
import { ok, type Refusal, type Result, refuse } from '../basics/index.ts'
import { holdsOnlyOthers, holdsRealPeople } from '../identity/index.ts'
import type { Log } from '../log/index.ts'
import { plumbingRefusals } from '../plumbing/index.ts'
import { demonstrationPeople } from './cast.ts'
import { found } from './founding.ts'
import { type Growing, type Grown, growTown, PEOPLE_KNOWN_BY_NAME } from './neighbours/grow.ts'
import { refusals } from './refusals.ts'
import { stories } from './stories.ts'
import { type Follow, type Founded, tellStories } from './town.ts'

export type Making = {
  /** Ids, salts and neighbours follow from it. A town that is here keeps its own. */
  readonly seed?: string
  /** Carries out at once what follows from a fact; without it that is queued as jobs. */
  readonly follow?: Follow
}

/** Why no demonstration may be on this database: people are here whom it did not make. */
export async function refusalOfTown(log: Log): Promise<Refusal | null> {
  const ours = demonstrationPeople.map(({ person }) => person)
  const others = (await holdsRealPeople(log.db)) || (await holdsOnlyOthers(log.db, ours))
  return others ? refuse(plumbingRefusals.demonstrationAmongRealPeople).refusal : null
}

/**
 * Makes the named people of the town and everything told of them, or what of it is missing.
 * Throws when a decision refuses it: a bug here.
 */
export async function makeDemonstrationTown(
  log: Log,
  { seed = '1', follow }: Making = {},
): Promise<Founded> {
  const founded = await found(log, seed)
  await tellStories(log, founded, stories, follow ?? null)
  return founded
}

/** Adds neighbours until the town has as many people as wanted; those who are there stay. */
export const growDemonstrationTown = async (
  log: Log,
  growing: Growing,
  { seed = '1' }: Making = {},
): Promise<Grown> => growTown(log, await found(log, seed), growing)

/** The most people that one is asked for: a small city takes hours, and nobody meant it. */
const MOST_PEOPLE = 100_000
export const USUAL_PEOPLE = 300

export type TownWanted = { readonly people: number; readonly seed: string | null }

/**
 * What was asked for in words. Refuses `demonstration-people-not-understood` and
 * `demonstration-seed-not-understood`.
 */
export function townWanted(people: string | null, seed: string | null): Result<TownWanted> {
  const count = people === null ? USUAL_PEOPLE : /^\d{1,7}$/.test(people) ? Number(people) : 0
  if (count < PEOPLE_KNOWN_BY_NAME || count > MOST_PEOPLE) {
    const [least, most] = [PEOPLE_KNOWN_BY_NAME, MOST_PEOPLE.toLocaleString('en-GB')]
    return refuse(refusals.peopleNotUnderstood, { least, most }, 'people')
  }
  if (seed !== null && !/^(?:0|[1-9]\d{0,8})$/.test(seed)) {
    return refuse(refusals.seedNotUnderstood, {}, 'seed')
  }
  return ok({ people: count, seed })
}

/**
 * The whole town, or what of it is missing. Refuses `demonstration-among-real-people` and
 * `demonstration-of-another-seed`.
 */
export async function makeTown(
  log: Log,
  { people, seed }: TownWanted,
  follow: Follow,
  progress: NonNullable<Growing['progress']>,
): Promise<Result<Grown & { readonly seed: string }>> {
  const refusal = await refusalOfTown(log)
  if (refusal !== null) return { ok: false, refusal }
  const founded = await found(log, seed ?? '1')
  if (seed !== null && seed !== founded.seed) {
    return refuse(refusals.anotherSeed, { seed: founded.seed }, 'seed')
  }
  await tellStories(log, founded, stories, follow)
  const grown = await growTown(log, founded, { people, progress })
  return ok({ ...grown, seed: founded.seed })
}
