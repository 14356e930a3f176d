// A search as it is asked of the database: its bounds, and each filter as a condition.
import type { Day, Id, Instant } from '../../basics/index.ts'
import type { Became, Filters } from '../domain/search/filters.ts'
import type { PublicStory } from './public-stories.ts'

/** Where a page of a list begins: after this story. */
export type After = { readonly publishedAt: Instant; readonly stream: Id }

export type StorySearch = Filters & {
  /** Any of these; everything where there are none. */
  readonly places: readonly Id[]
  /** Any of those that were counted with this area, where they are too many to be named. */
  readonly area: Id | null
  /** The day by which what was promised is late. */
  readonly today: Day
  readonly after: After | null
  readonly limit: number
}

export type FoundStories = {
  /** Newest first. */
  readonly stories: readonly PublicStory[]
  /** Where it stopped looking, with more to look at; null where it looked at all it had to. */
  readonly lookedTo: After | null
}

/**
 * How much is looked at before a page is given with what was found until there: one by one of the
 * newest, and of a few places; in the index of words, and how many it may bring; by their marks,
 * and how many of those whose marks fit.
 */
export type Bounds = {
  readonly newest: number
  readonly mostPlaces: number
  readonly ofPlaces: number
  readonly inIndex: number
  readonly brought: number
  readonly marks: number
  readonly marked: number
}

/** Each was measured with a million stories, so that the slowest search stays within 50 ms. */
export const usualBounds: Bounds = {
  newest: 2_000,
  mostPlaces: 300,
  ofPlaces: 4_000,
  inIndex: 50_000,
  brought: 10_000,
  marks: 50_000,
  marked: 2_000,
}

/** A search as it is asked of the database: words as PostgreSQL reads them. */
export type Asked = StorySearch & { readonly query: string; readonly bounds: Bounds }
export type Hit = { readonly stream: Id; readonly publishedAt: Instant }
export type Hits = { readonly hits: readonly Hit[]; readonly lookedTo: After | null }

/** Adds a value to a statement and gives what stands for it. */
export type Value = (one: unknown) => string

/** The values of one statement, in their order. */
export function collect(): { readonly values: unknown[]; readonly value: Value } {
  const values: unknown[] = []
  return { values, value: (one) => `$${values.push(one)}` }
}

// What became of a promise: the words of the index, the rows of an index of its own, and what the
// day adds to that.
export const BECAME: Readonly<
  Record<Became, { word: string; rows: string; today: ((day: string) => string) | null }>
> = {
  promised: { word: "'§b promised'", rows: 'promised', today: null },
  confirmed: { word: "'§b confirmed'", rows: 'confirmed', today: null },
  disputed: { word: "'§b disputed'", rows: 'disputed', today: null },
  late: { word: "'§b open'", rows: 'due is not null', today: (day) => `due < ${day}::date` },
  waiting: {
    word: "('§b asked' | '§b open')",
    rows: '(asked or due_last is not null)',
    today: (day) => `(asked or due_last >= ${day}::date)`,
  },
}

export const became = ({ became: code }: Asked): string[] =>
  code === null ? [] : [BECAME[code].rows]

export const onTheDay = ({ became: code, today }: Asked, value: Value): string[] => {
  const add = code === null ? null : BECAME[code].today
  return add === null ? [] : [add(value(today))]
}

export const ofKind = ({ kind }: Asked, value: Value): string[] =>
  kind === null ? [] : [`kind = ${value(kind)}`]

export const answer = ({ answered }: Asked): string[] =>
  answered === null ? [] : [answered ? 'answered' : 'not answered']

// Most stories are about one place, and one is looked up in a list at once.
export function within(asked: Asked, value: Value): string[] {
  if (!asksPlaces(asked)) return []
  const any = `in (select at from ${placeRows(asked, value)} w (at))`
  const more = `exists (select from unnest(places[2:]) one where one ${any})`
  return [`(places[1] ${any} or (cardinality(places) > 1 and ${more}))`]
}

/** Whether it is about some places only. */
export const asksPlaces = ({ places, area }: Asked): boolean => places.length > 0 || area !== null

/** The places that are asked for, as rows of a statement. */
export const placeRows = ({ places, area }: Asked, value: Value): string =>
  area === null
    ? `unnest(${value([...places])}::uuid[])`
    : `(select unnest(within || place) from voice.area_numbers where place = ${value(area)})`

export const words = ({ query }: Asked, value: Value): string[] =>
  query === '' ? [] : [`found @@ ${value(query)}::tsquery`]

export const older = ({ after }: Asked, value: Value): string[] =>
  after === null
    ? []
    : [`(published_at, stream) < (${value(after.publishedAt)}, ${value(after.stream)}::uuid)`]

export const where = (...all: readonly string[]): string =>
  all.length === 0 ? '' : `where ${all.join(' and ')}`

export const ORDER = 'order by published_at desc, stream desc'
export const HIT = 'stream, published_at as "publishedAt"'

/** The rows that the rarest of the filters leaves, by an index that has them newest first. */
export function newestRows(asked: Asked, value: Value): string {
  const { became: code, kind } = asked
  const rarest =
    code !== null ? became(asked) : kind !== null ? ofKind(asked, value) : answer(asked)
  return `from voice.search ${where(...rarest, ...older(asked, value))} ${ORDER}`
}
