// Seeing a record: every read is a look, decided, receipted, and only then shown.
import { dayIn, type Id, LONDON, ok, type PersonId, type Result } from '../../basics/index.ts'
import { type Log, load, loadMany } from '../../log/index.ts'
import { type Look, type LookRequest, look, type Visible } from '../../sharing/index.ts'
import { type Difference, differencesOf } from '../domain/compare.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import { type Kind, ownKinds } from '../domain/entry-kinds.ts'
import { namesOfThing } from '../domain/trend.ts'
import { type ListedCorrection, readCorrections } from '../store/corrections.ts'
import { type Listed, readAlike, readEntry, readKinds } from '../store/entries.ts'
import {
  countKinds,
  countKindsUpTo,
  type Folded,
  RECENT,
  readGoingOn,
  readLatest,
  readTeam,
  readThings,
  readWriters,
  type StandsFor,
  type Thing,
  type Writer,
} from '../store/overview.ts'
import { type ListedReading, readReading, readThing } from '../store/things.ts'
import { noFilter, type Page, readTimeline } from '../store/timeline.ts'

const lookAt = <Seen extends One>(
  log: Log,
  request: LookRequest,
  reader: (leave: Look, visible: Visible) => Promise<readonly Seen[]>,
): Promise<Result<readonly Seen[]>> => log.db.transaction((tx) => look(log, tx, request, reader))

/** A person's own look at what is theirs. */
export const ownLook = (
  person: PersonId,
  where: string,
  act: LookRequest['act'] = 'read',
  hides = false,
): LookRequest => ({
  person,
  visitor: { person, via: 'self', organisation: null, roles: [], hides },
  purpose: 'own',
  act,
  where,
})

/** The most things of one kind that stand on the overview; more are a link with their number. */
export const MOST_OF_A_KIND = 60
const goingOnKinds = ['problem', 'medicine', 'allergy', 'visit', 'plan', 'team']
const MOST_LATEST = 10
/** The most of one kind that the overview counts; past it, it says that there are more. */
export const MOST_COUNTED = 500
const MOST_RECENT = 5

export type Overview = {
  /** What is going on and what lies ahead. */
  readonly goingOn: readonly StandsFor[]
  readonly latest: readonly Thing[]
  /** Among how many of the newest results those were found, where older ones may be missing. */
  readonly latestAmong: number | null
  readonly own: readonly Listed[]
  readonly documents: readonly Listed[]
  /** How many entries there are of each kind, up to one more than are counted. */
  readonly counts: ReadonlyMap<string, number>
}

/** What is going on now, and what there is besides. Refuses `nothing-shared`. */
export async function seeOverview(log: Log, request: LookRequest): Promise<Result<Overview>> {
  let overview: Overview | null = null
  const today = dayIn(LONDON, log.clock.now())
  const done = await lookAt(log, request, async (leave, visible) => {
    const goingOn = await readGoingOn(leave, visible, today, MOST_OF_A_KIND, goingOnKinds)
    const latest = await readLatest(leave, visible, MOST_LATEST)
    const own = await readKinds(leave, visible, ownKinds, MOST_RECENT)
    const documents = await readKinds(leave, visible, ['document'], MOST_RECENT)
    const counts = await countKindsUpTo(leave, visible, MOST_COUNTED + 1)
    // Where a list is full, nothing older belongs on it; else an older thing may be missing.
    const measured = (counts.get('result') ?? 0) + (counts.get('measurement') ?? 0)
    const latestAmong = latest.length < MOST_LATEST && measured > RECENT ? RECENT : null
    overview = { goingOn, latest, latestAmong, own, documents, counts }
    return onceEach([...goingOn, ...disputedIn(goingOn), ...latest, ...own, ...documents])
  })
  if (!done.ok) return done
  if (overview === null) throw new TypeError('A look that was allowed read nothing')
  return ok(overview)
}

type One = { readonly id: Id }

const onceEach = (list: readonly One[]): readonly One[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
]

/** Entries that are not shown themselves, whose statements stand beside the one shown for them. */
const disputedIn = (list: readonly StandsFor[]): readonly One[] =>
  list.flatMap(({ disputed }) => disputed)

// Twenty years of one value a week, and half as many again.
const MOST_READINGS = 1_500
const MOST_THINGS = 500

export type OverTime = {
  readonly listed: ListedReading
  /** Newest first. */
  readonly readings: readonly ListedReading[]
  /** Whether there are older ones than these. */
  readonly more: boolean
}

/** What there is of the same thing as one entry; null where there is none that may be seen. */
export async function seeOverTime(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<OverTime | null>> {
  let seen: OverTime | null = null
  const done = await lookAt(log, request, async (leave, visible) => {
    const [listed] = await readReading(leave, visible, id)
    if (listed === undefined) return []
    const names = namesOfThing(listed.thing)
    const asked = { kind: listed.kind, names, most: MOST_READINGS + 1 }
    const found = await readThing(leave, visible, asked)
    const readings = found.slice(0, MOST_READINGS)
    seen = { listed, readings, more: found.length > MOST_READINGS }
    return readings
  })
  return done.ok ? ok(seen) : done
}

export type Things = {
  readonly things: readonly Thing[]
  /** How many stand here, where there are more. */
  readonly only: number | null
}

/** Everything that was ever measured, each by its newest entry. Refuses `nothing-shared`. */
export async function seeThings(log: Log, request: LookRequest): Promise<Result<Things>> {
  let seen: Things = { things: [], only: null }
  const done = await lookAt(log, request, async (leave, visible) => {
    const found = await readThings(leave, visible, MOST_THINGS + 1)
    const things = found.slice(0, MOST_THINGS)
    seen = { things, only: found.length > MOST_THINGS ? MOST_THINGS : null }
    return things
  })
  return done.ok ? ok(seen) : done
}

export type Team = {
  readonly careTeams: readonly Folded[]
  readonly writers: readonly Writer[]
  readonly named: readonly Folded[]
  /** How many stand in each list, where one has more. */
  readonly only: number | null
}

const MOST_OF_TEAM = 200

/** Who cares, as far as the record names them. Refuses `nothing-shared`. */
export async function seeTeam(log: Log, request: LookRequest): Promise<Result<Team>> {
  let team: Team | null = null
  const today = dayIn(LONDON, log.clock.now())
  const done = await lookAt(log, request, async (leave, visible) => {
    const goingOn = await readGoingOn(leave, visible, today, MOST_OF_TEAM + 1, ['team'])
    const writers = await readWriters(leave, visible, MOST_OF_TEAM + 1)
    const named = await readTeam(leave, visible, MOST_OF_TEAM + 1)
    const some = <One>(list: readonly One[]) => list.slice(0, MOST_OF_TEAM)
    const whole = [goingOn, writers, named].every(({ length }) => length <= MOST_OF_TEAM)
    const only = whole ? null : MOST_OF_TEAM
    team = { careTeams: some(goingOn), writers: some(writers), named: some(named), only }
    return onceEach([...team.careTeams, ...team.writers, ...team.named])
  })
  if (!done.ok) return done
  if (team === null) throw new TypeError('A look that was allowed read nothing')
  return ok(team)
}

export type Printed = {
  /** Null where it was not asked for. */
  readonly goingOn: readonly Listed[] | null
  readonly sections: readonly {
    readonly kind: Kind
    readonly list: readonly Listed[]
    readonly all: number
  }[]
}

const MOST_PRINTED = 500

/** What was chosen for printing, read as one look. Refuses `nothing-shared`. */
export async function seeForPrint(
  log: Log,
  request: LookRequest,
  wanted: { readonly goingOn: boolean; readonly kinds: readonly Kind[] },
): Promise<Result<Printed>> {
  let printed: Printed = { goingOn: null, sections: [] }
  const today = dayIn(LONDON, log.clock.now())
  const done = await lookAt(log, request, async (leave, visible) => {
    const goingOn = wanted.goingOn
      ? await readGoingOn(leave, visible, today, MOST_PRINTED, goingOnKinds)
      : null
    const counts = await countKinds(leave, visible)
    const sections: Printed['sections'][number][] = []
    for (const kind of wanted.kinds) {
      const page = { ...noFilter, kind, before: null, limit: MOST_PRINTED }
      const list = await readTimeline(leave, visible, page)
      sections.push({ kind, list, all: counts.get(kind) ?? 0 })
    }
    printed = { goingOn, sections }
    const going = goingOn ?? []
    const chosen = sections.flatMap(({ list }) => list)
    return onceEach([...going, ...disputedIn(going), ...chosen])
  })
  return done.ok ? ok(printed) : done
}

/** One page of the timeline. Refuses `nothing-shared`. */
export const seeTimeline = (log: Log, request: LookRequest, page: Page) =>
  lookAt(log, request, (leave, visible) => readTimeline(leave, visible, page))

export type SeenEntry = {
  readonly listed: Listed
  readonly entry: Entry
  /** What the person asked to have put right; of one's own record only. */
  readonly requests: readonly ListedCorrection[]
  /** The entry that takes its place, where that may be seen too. */
  readonly newer: Id | null
  /** What others say of the same thing on the same day. */
  readonly alike: readonly AlikeEntry[]
}

export type AlikeEntry = Listed & { readonly differences: readonly Difference[] }

/** One entry with its history; null where there is none that may be seen. */
export async function seeEntry(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<SeenEntry | null>> {
  let seen: SeenEntry | null = null
  const done = await lookAt(log, request, async (leave, visible) => {
    const [listed] = await readEntry(leave, visible, id)
    if (listed === undefined) return []
    const at = { owner: request.person, stream: id }
    const { state } = await load(log, leave.tx, entryStream, at)
    const alike = await withDifferences(log, leave, state, await readAlike(leave, visible, listed))
    const own = request.purpose === 'own'
    const requests = own ? await readCorrections(leave, visible, { entry: id, limit: 20 }) : []
    const by = listed.supersededBy
    const newer = by !== null && (await readEntry(leave, visible, by)).length > 0 ? by : null
    seen = { listed, entry: state, requests, newer, alike }
    return [listed, ...alike]
  })
  return done.ok ? { ok: true, value: seen } : done
}

/** Each with what it says otherwise, value by value as it was received. */
async function withDifferences(
  log: Log,
  { person, tx }: Look,
  entry: Entry,
  alike: readonly Listed[],
): Promise<AlikeEntry[]> {
  const streams = alike.map(({ id }) => id)
  const loaded = await loadMany(log, tx, entryStream, { owner: person, streams })
  return alike.map((one) => {
    const other = loaded.get(one.id)?.state.added?.received
    const mine = entry.added?.received
    const known = other !== undefined && mine !== undefined
    return { ...one, differences: known ? differencesOf(mine, other) : [] }
  })
}
