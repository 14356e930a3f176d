// Who holds a duty on a day, when organisations merge, split, hand over and end.
import type { Day, Id, OrganisationId } from '../../basics/index.ts'

/** Duties went from one organisation to another on a day. */
export type Succession = {
  readonly succession: Id
  readonly to: OrganisationId
  readonly on: Day
  /** Which duties; null for all that it held. */
  readonly duties: readonly string[] | null
}

/** What is known of an organisation's end and of where its duties went. */
export type Ending = {
  readonly abolishedOn: Day | null
  readonly handedOver: readonly Succession[]
}

export type DutyHolders = {
  /** Who holds it; more than one after a split that did not say who takes this duty. */
  readonly holders: readonly OrganisationId[]
  /** Organisations that ended without handing it on: here the thread is broken. */
  readonly lostAt: readonly OrganisationId[]
  /** Organisations that handed it round in a circle on one day, so that nobody has it. */
  readonly wentRound: readonly OrganisationId[]
}

/** The duty at an organisation since a day; null where nobody knows since when. */
type Place = {
  readonly at: OrganisationId
  readonly since: Day | null
  readonly onward: readonly Succession[]
}

/**
 * Follows the dated edges from the organisation that held a duty first to whoever holds it on the
 * day. Edges are taken in the order of their days, and none from before the duty came there, so
 * that a duty which comes back is found where it is. Each place is visited once.
 * `duty` is a name that an edge may give; `since` the day the organisation took it on.
 */
export function whoHoldsDuty(
  endings: ReadonlyMap<OrganisationId, Ending>,
  organisation: OrganisationId,
  day: Day,
  asked: { readonly duty?: string; readonly since?: Day } = {},
): DutyHolders {
  const goesWith = ({ duties }: Succession) =>
    duties === null || (asked.duty !== undefined && duties.includes(asked.duty))
  const placeOf = (at: OrganisationId, since: Day | null): Place => {
    const later = (endings.get(at)?.handedOver ?? []).filter(
      (edge) => edge.on <= day && (since === null || since <= edge.on) && goesWith(edge),
    )
    const first = later.map(({ on }) => on).sort()[0]
    return { at, since, onward: later.filter(({ on }) => on === first) }
  }
  const places = new Map<string, Place>()
  const waiting = [placeOf(organisation, asked.since ?? null)]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (places.has(nameOf(place))) continue
    places.set(nameOf(place), place)
    waiting.push(...place.onward.map(({ to, on }) => placeOf(to, on)))
  }
  const ends = [...places.values()].filter(({ onward }) => onward.length === 0)
  const isOver = ({ at }: Place) => (endings.get(at)?.abolishedOn ?? '9999') <= day
  return {
    holders: organisations(ends.filter((place) => !isOver(place))),
    lostAt: organisations(ends.filter(isOver)),
    wentRound: organisations(circling([...places.values()])),
  }
}

const nameOf = ({ at, since }: Pick<Place, 'at' | 'since'>): string => `${at} ${since}`

const organisations = (places: readonly Place[]): readonly OrganisationId[] =>
  [...new Set(places.map(({ at }) => at))].sort()

/** Places from which no end is reached, and which the duty left on the day it came. */
function circling(places: readonly Place[]): readonly Place[] {
  const settled = new Set<string>()
  for (let before = -1; before < settled.size; ) {
    before = settled.size
    for (const place of places) {
      const next = place.onward.map(({ to, on }) => nameOf({ at: to, since: on }))
      if (next.length === 0 || next.some((name) => settled.has(name))) settled.add(nameOf(place))
    }
  }
  return places.filter(
    (place) => !settled.has(nameOf(place)) && place.onward.some(({ on }) => on === place.since),
  )
}
