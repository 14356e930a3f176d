// What a record comes to: what is going on, what was measured last, how much there is of each kind.
import type { Day, Id } from '../../basics/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import { type Kind, kinds } from '../domain/entry-kinds.ts'
import { askEntries, COLUMNS, type Listed } from './entries.ts'

/** The newest of several entries that say the same, and how many they are. */
export type Folded = Listed & {
  /** How many entries say the same, this one included. */
  readonly alike: number
  /** How many things of its kind there are in all: more than are shown, where that is long. */
  readonly ofItsKind: number
}

/** What stands for several, with what the person says against any of them. */
export type StandsFor = Folded & {
  /** Those of them, besides the one that is shown, that the person says something against. */
  readonly disputed: readonly { readonly id: Id }[]
}

// A dose or a reaction that differs is another thing to know: only what says the same is folded.
const SAME = `kind, thing, case when kind in ('medicine', 'allergy') then detail end`

/**
 * What is going on and what lies ahead on a day, at most `most` things of each kind: entries of
 * one thing are folded into the newest, and what the person says against any of them stands there.
 * What lies ahead comes in the order of its days.
 */
export async function readGoingOn(
  look: Look,
  visible: Visible,
  today: Day,
  most: number,
  kinds: readonly string[],
): Promise<StandsFor[]> {
  const rows = await askEntries<Folded & { readonly said: readonly Said[] | null }>(
    look,
    visible,
    (seen) => `
      select * from (
        select *, count(*) over (partition by kind) as "ofItsKind", row_number() over (
          partition by kind order by case when kind = 'visit' then at end, at desc, id desc
        ) as "place"
        from (
          select ${COLUMNS}, count(*) over (partition by ${SAME}) as alike,
            jsonb_agg(jsonb_build_object('id', stream, 'says', disagreements))
              filter (where disagreements <> '{}') over (partition by ${SAME}) as said,
            row_number() over (partition by ${SAME} order by day desc, stream desc) as newest
          from record.entries
          where ${seen} and current and kind = any(?::text[]) and not in_error
            and superseded_by is null
            and (ends_on is null or ends_on >= ?::date)
        ) same where newest = 1
      ) listed where place <= ?
      order by kind, place`,
    [kinds, today, most],
  )
  return rows.map(({ said, ...one }) => standsFor(one, said ?? []))
}

type Said = { readonly id: Id; readonly says: readonly string[] }

const inOrder = (said: readonly Said[]) =>
  said.toSorted((one, other) => (one.id < other.id ? -1 : 1))

const standsFor = (one: Folded, said: readonly Said[]): StandsFor => ({
  ...one,
  disagreements: [...new Set(inOrder(said).flatMap(({ says }) => says))],
  disputed: inOrder(said)
    .filter(({ id }) => id !== one.id)
    .map(({ id }) => ({ id })),
})

/** A thing that was measured: the newest entry of it, and how many there are. */
export type Thing = Listed & { readonly alike: number }

/** So many of the newest results the things measured last are looked for in. */
export const RECENT = 200

/**
 * The things measured last, each by its newest entry; of the newest results alone, so that it takes
 * as long for a long record as for a short one.
 */
export const readLatest = (look: Look, visible: Visible, most: number): Promise<Thing[]> =>
  askEntries<Thing>(
    look,
    visible,
    (seen) => `
      select * from (
        select ${COLUMNS}, count(*) over (partition by thing) as alike,
          row_number() over (partition by thing order by day desc, stream desc) as newest
        from (
          select * from record.entries
          where ${seen} and kind in ('result', 'measurement') and measured is not null
            and not in_error and superseded_by is null
          order by day desc, stream desc limit ?
        ) recent
      ) things where newest = 1 order by at desc, id desc limit ?`,
    [RECENT, most],
  )

/** Every thing that was ever measured, by its newest entry, in the order of its name. */
export const readThings = (look: Look, visible: Visible, most: number): Promise<Thing[]> =>
  askEntries<Thing>(
    look,
    visible,
    (seen) => `
      select * from (
        select ${COLUMNS}, count(*) over (partition by thing) as alike,
          row_number() over (partition by thing order by day desc, stream desc) as newest
        from record.entries
        where ${seen} and kind in ('result', 'measurement') and measured is not null
          and not in_error and superseded_by is null
      ) things where newest = 1 order by lower(title), id limit ?`,
    [most],
  )

/**
 * How many entries there are of each kind, none counted past `most`: it takes as long for a long
 * record as for a short one.
 */
export async function countKindsUpTo(
  look: Look,
  visible: Visible,
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await askEntries<{ kind: Kind; count: number }>(
    look,
    visible,
    // Said as a range, which is looked up by kind: of a kind that is equal to something, PostgreSQL
    // may guess that the first entries it meets are of it, and then goes through them all.
    (seen) => `
      select one as kind, (
        select count(*) from (
          select 1 from record.entries where ${seen} and kind between one and one limit ?
        ) few
      ) as count from unnest(?::text[]) one`,
    [most, kinds],
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** How many entries there are of each kind. */
export async function countKinds(
  look: Look,
  visible: Visible,
): Promise<ReadonlyMap<string, number>> {
  const rows = await askEntries<{ kind: Kind; count: number }>(
    look,
    visible,
    (seen) => `select kind, count(*) as count from record.entries where ${seen} group by kind`,
    [],
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** Somebody who wrote in the record: their newest entry, and since when they write. */
export type Writer = Listed & {
  readonly alike: number
  /** The first and the last day that what they wrote is about. */
  readonly first: Day
}

/** Who wrote the entries, those who wrote last first. */
export const readWriters = (look: Look, visible: Visible, most: number): Promise<Writer[]> =>
  askEntries<Writer>(
    look,
    visible,
    (seen) => `
      select * from (
        select ${COLUMNS}, count(*) over (partition by author) as alike,
          min(day) over (partition by author) as first,
          row_number() over (partition by author order by day desc, stream desc) as newest
        from record.entries where ${seen} and kind <> 'payment' and not in_error
      ) writers where newest = 1 order by at desc, id desc limit ?`,
    [most],
  )

/** The people, teams and places of care that the record names, each once. */
export const readTeam = (look: Look, visible: Visible, most: number): Promise<Folded[]> =>
  askEntries<Folded>(
    look,
    visible,
    (seen) => `
      select * from (
        select ${COLUMNS}, count(*) over (partition by resource_type, thing) as alike,
          count(*) over () as "ofItsKind",
          row_number() over (partition by resource_type, thing order by day desc, stream desc)
            as newest
        from record.entries
        where ${seen} and kind = 'team' and resource_type <> 'CareTeam' and not in_error
          and superseded_by is null
      ) team where newest = 1 order by "resourceType", lower(title), id limit ?`,
    [most],
  )
