// One place through time: its names, its links, its end; and what may be recorded of it.
import { type Day, type Id, ok, type Result, refuse } from '../../basics/index.ts'
import type { FactOf, NewFactOf, StreamType } from '../../log/index.ts'
import { type PlaceFactKind, placeFactKinds } from './facts.ts'
import { kindNamed, linkNamed } from './place-kinds.ts'
import { refusals } from './refusals.ts'

export type PlaceLink = {
  readonly link: string
  readonly to: Id
  readonly from: Day
  /** The first day on which it no longer holds. */
  readonly until: Day | null
}

export type Place = {
  readonly kind: string | null
  readonly code: string | null
  /** Every name with the day it began, in the order they were recorded. */
  readonly names: readonly { readonly name: string; readonly from: Day }[]
  readonly links: readonly PlaceLink[]
  readonly openedOn: Day | null
  readonly closedOn: Day | null
  readonly successor: Id | null
}

export const placeStream: StreamType<Place, PlaceFactKind> = {
  name: 'place',
  says: 'One service, site, area or condition: what anything can be about',
  kinds: placeFactKinds,
  start: {
    kind: null,
    code: null,
    names: [],
    links: [],
    openedOn: null,
    closedOn: null,
    successor: null,
  },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Place, fact: FactOf<PlaceFactKind>): Place {
  switch (fact.kind) {
    case 'place-opened': {
      const { kind, code, name, from } = fact.body
      return { ...state, kind, code, names: [{ name, from }], openedOn: from }
    }
    case 'place-renamed':
      return { ...state, names: [...state.names, fact.body] }
    case 'place-linked':
      return { ...state, links: [...state.links, { ...fact.body, until: null }] }
    case 'place-unlinked': {
      const { link, to, until } = fact.body
      const ends = (one: PlaceLink) => one.link === link && one.to === to && one.until === null
      return { ...state, links: state.links.map((one) => (ends(one) ? { ...one, until } : one)) }
    }
    case 'place-closed':
      return { ...state, closedOn: fact.body.on, successor: fact.body.successor }
  }
}

/** The place that some facts of it make, for who reads them as they once stood. */
export const placeFrom = (facts: readonly FactOf<PlaceFactKind>[]): Place =>
  facts.reduce(fold, placeStream.start)

/** Its name on a day: the one that began last by then, else the first it had. */
export function placeNameOn(place: Place, day: Day): string {
  const begun = place.names.filter(({ from }) => from <= day)
  const latest = begun.reduce<(typeof begun)[number] | undefined>(
    (last, one) => (last === undefined || one.from >= last.from ? one : last),
    undefined,
  )
  return (latest ?? place.names[0])?.name ?? ''
}

/** What a link leads to on a day. */
export const linkedOn = (place: Place, link: string, day: Day): Id[] =>
  place.links
    .filter(
      (one) => one.link === link && one.from <= day && (one.until === null || day < one.until),
    )
    .map(({ to }) => to)

export const isOpenOn = (place: Place, day: Day): boolean =>
  place.openedOn !== null &&
  place.openedOn <= day &&
  (place.closedOn === null || day < place.closedOn)

type Decided = Result<{ facts: NewFactOf<PlaceFactKind>[]; answer: null }>
const decided = (...facts: NewFactOf<PlaceFactKind>[]): Decided => ok({ facts, answer: null })

export type Opening = {
  readonly kind: string
  readonly name: string
  readonly code: string | null
  readonly from: Day
}

/** Refuses `place-kind-unknown`, `place-name-missing`, `place-code-not-real`. */
export function openPlace(opening: Opening) {
  return (state: Place): Decided => {
    if (state.kind !== null) return decided()
    const kind = kindNamed(opening.kind)
    if (kind === undefined) return refuse(refusals.kindUnknown, {}, 'kind')
    const name = opening.name.trim()
    if (name === '') return refuse(refusals.nameMissing, {}, 'name')
    const [system] = kind.systems
    if (opening.code !== null && system !== undefined && !system.form.test(opening.code)) {
      return refuse(refusals.codeNotReal, { system: system.name }, 'code')
    }
    return decided({ kind: 'place-opened', body: { ...opening, name } })
  }
}

/** Refuses `place-unknown`, `place-name-missing`. */
export function renamePlace(name: string, from: Day) {
  return (state: Place): Decided => {
    if (state.kind === null) return refuse(refusals.placeUnknown)
    if (name.trim() === '') return refuse(refusals.nameMissing, {}, 'name')
    return decided({ kind: 'place-renamed', body: { name: name.trim(), from } })
  }
}

/**
 * `toKind` is the kind of what it leads to, `organisation` for one.
 * Refuses `place-unknown`, `place-link-not-possible`. The same link twice is one.
 */
export function linkPlace(link: string, to: Id, toKind: string, from: Day) {
  return (state: Place): Decided => {
    if (state.kind === null) return refuse(refusals.placeUnknown)
    const kind = linkNamed(link)
    if (kind === undefined || !kind.from.includes(state.kind) || kind.to !== toKind) {
      return refuse(refusals.linkNotPossible)
    }
    if (linkedOn(state, link, from).includes(to)) return decided()
    return decided({ kind: 'place-linked', body: { link, to, from } })
  }
}

/** Refuses `place-unknown`, `place-not-linked`. */
export function unlinkPlace(link: string, to: Id, until: Day) {
  return (state: Place): Decided => {
    if (state.kind === null) return refuse(refusals.placeUnknown)
    const open = state.links.some((one) => one.link === link && one.to === to && one.until === null)
    if (!open) return refuse(refusals.notLinked)
    return decided({ kind: 'place-unlinked', body: { link, to, until } })
  }
}

/** Refuses `place-unknown`, `place-closed-before`. */
export function closePlace(on: Day, successor: Id | null) {
  return (state: Place): Decided => {
    if (state.kind === null) return refuse(refusals.placeUnknown)
    if (state.closedOn !== null) return refuse(refusals.closedBefore)
    return decided({ kind: 'place-closed', body: { on, successor } })
  }
}
